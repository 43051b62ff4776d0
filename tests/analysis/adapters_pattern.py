"""The estimators of "Time of day and weekday" under the names that the expected numbers use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spasmlog.analysis.clock_times import band_test, circle
from spasmlog.analysis.weekdays import rotation_test

Case = dict[str, Any]
SEED = 1


def _rayleigh(case: Case) -> Case | None:
    found = circle(case["hours"])
    if found is None:
        return None
    return {"n": found.n, "mean_hour": found.mean_hour, "rbar": found.length, "p": found.p}


def _bands(case: Case) -> Case | None:
    found = band_test(case["counts"], case["weights"], SEED)
    return None if found is None else {"stat": found.statistic, "p": found.p}


def _weekday_rotation(case: Case) -> Case | None:
    found = rotation_test(case["days"], case["values"], SEED)
    if found is None:
        return None
    return {"stat": found.statistic, "p": found.p, "means": found.means, "n": found.n}


ADAPTERS: dict[str, Callable[[Case], Case | None]] = {
    "rayleigh": _rayleigh,
    "bands": _bands,
    "weekday_rotation": _weekday_rotation,
}
