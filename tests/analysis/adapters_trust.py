"""The estimators of the data-trust strip under the names that the expected numbers use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spasmlog.analysis.gaps import coverage, gap_edge

Case = dict[str, Any]


def _trust(case: Case) -> Case:
    found = coverage(case["logged"], case["first"], case["last"])
    return {
        "days": found.days,
        "logged": found.logged,
        "coverage": found.share,
        "longest_gap": found.longest_gap,
        "gap_from": found.gap_from,
    }


def _gap_edge(case: Case) -> Case | None:
    found = gap_edge(case["days"], case["pain"], case["days"])
    if found is None:
        return None
    return {"diff": found.difference, "p": found.p, "n": [found.edges, found.inner]}


ADAPTERS: dict[str, Callable[[Case], Case | None]] = {"trust": _trust, "gap_edge": _gap_edge}
