"""The estimators of "How is it going?" under the names that the expected numbers use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spasmlog.analysis.blocks import compare, lag1
from spasmlog.analysis.buckets import weekly
from spasmlog.analysis.daily import Daily
from spasmlog.analysis.gates import BLOCKS_EACH, BLOCKS_TOGETHER
from spasmlog.analysis.rates import rate, rate_ratio
from spasmlog.analysis.trend import sen

Case = dict[str, Any]


def _rate(case: Case) -> Case | None:
    found = rate(case["events"], case["observed_days"], case["per"])
    if found is None:
        return None
    return {"rate": found.rate, "lo": found.interval.low, "hi": found.interval.high}


def _rate_ratio(case: Case) -> Case | None:
    found = rate_ratio(case["k_this"], case["days_this"], case["k_prev"], case["days_prev"])
    if found is None:
        return None
    limits = found.interval
    return {"ratio": found.ratio, "lo": limits.low, "hi": limits.high, "p": found.p}


def _sen(case: Case) -> Case | None:
    found = sen(case["x"], case["y"])
    if found is None:
        return None
    limits = {"lo": found.interval.low, "hi": found.interval.high}
    return {"slope": found.slope, "tau": found.tau, "p": found.p} | limits


def _period_change(case: Case) -> Case:
    now, before = (
        [each for each in case[name] if each is not None] for name in ("this_blocks", "prev_blocks")
    )
    n = [len(before), len(now)]
    if min(n) < BLOCKS_EACH or sum(n) < BLOCKS_TOGETHER:
        return {"n": n, "status": "not_enough"}
    found = compare(now, before)
    limits = {"lo": found.interval.low, "hi": found.interval.high}
    status = "constant" if found.constant else "ok"
    return {"n": n, "status": status, "change": found.change, "p": found.p} | limits


def _weekly_means(case: Case) -> Case:
    days = case["days"]
    daily = Daily.of(days, case["values"], min(days, default=0), case["last_day"])
    shown = [(at, week) for at, week in enumerate(weekly(daily)) if week.mean is not None]
    return {
        "week": [at for at, _week in shown],
        "mean": [week.mean for _at, week in shown],
        "n": [week.known for _at, week in shown],
    }


def _lag1(case: Case) -> Case:
    found = lag1(case["days"], case["values"])
    return {"r": found.r, "block": found.block}


ADAPTERS: dict[str, Callable[[Case], Case | None]] = {
    "rate": _rate,
    "rate_ratio": _rate_ratio,
    "sen": _sen,
    "period_change": _period_change,
    "weekly_means": _weekly_means,
    "lag1": _lag1,
}
