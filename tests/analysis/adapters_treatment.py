"""The estimators of treatments and returns, as the cases with expected numbers call them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.pairings import nap
from spasmlog.analysis.proportions import Estimate, benjamini_hochberg, difference, wilson
from spasmlog.analysis.survival import kaplan_meier, logrank


def _limits(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else (interval.low, interval.high)


def _named(name: str, found: Estimate | None) -> dict[str, Any] | None:
    if found is None:
        return None
    low, high = _limits(found.interval)
    return {name: found.value, "lo": low, "hi": high}


def _wilson(given: dict[str, Any]) -> dict[str, Any] | None:
    return _named("share", wilson(given["k"], given["n"]))


def _newcombe(given: dict[str, Any]) -> dict[str, Any] | None:
    treated = wilson(given["k_treated"], given["n_treated"])
    untreated = wilson(given["k_untreated"], given["n_untreated"])
    if treated is None or untreated is None:
        return None
    return _named("diff", difference(treated, untreated))


def _nap(given: dict[str, Any]) -> dict[str, Any] | None:
    return _named("nap", nap(given["b"], given["a"]))


def _km(given: dict[str, Any]) -> dict[str, Any] | None:
    found = kaplan_meier(given["time"], [bool(each) for each in given["event"]])
    if found is None:
        return None
    at = {str(time): found.at(time) for time in given.get("at", ())}
    return {
        "times": found.times,
        "surv": found.shares,
        "lo": [_limits(each)[0] for each in found.band],
        "hi": [_limits(each)[1] for each in found.band],
        "median": found.median,
        "median_lo": found.median_low,
        "median_hi": found.median_high,
        "at": {time: (each.value, *_limits(each.interval)) for time, each in at.items()},
    }


def _logrank(given: dict[str, Any]) -> dict[str, Any] | None:
    groups = [(given[f"t{at}"], [bool(each) for each in given[f"e{at}"]]) for at in (1, 2)]
    found = logrank(groups[0], groups[1])
    if found is None:
        return None
    return {"z": found.z, "chi2": found.chi_square, "p": found.p}


def _fdr(given: dict[str, Any]) -> dict[str, Any]:
    return {"q": benjamini_hochberg(given["p"])}


ADAPTERS: dict[str, Callable[[dict[str, Any]], dict[str, Any] | None]] = {
    "wilson": _wilson,
    "newcombe_diff": _newcombe,
    "nap": _nap,
    "km": _km,
    "logrank": _logrank,
    "fdr": _fdr,
}
