"""The cases with expected numbers, run through the estimators: one test a case, none left out."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
OWN = HERE / "vectors"
Adapter = Callable[[dict[str, Any]], dict[str, Any] | None]
"""The input of a case in, the numbers by their names out; None: not shown."""

LATER = frozenset(
    {
        "matched_or",
        "fdr",
        "risk_days",
        "factor_rows",
        "low_third",
        "board",
        "nof1",
        "before_after_days",
        "oracle_only",
    }
)
"""The trigger board and the self-experiment have no function so far; one with an adapter runs."""


def _adapters() -> dict[str, Adapter]:
    found: dict[str, Adapter] = {}
    for file in sorted(HERE.glob("adapters_*.py")):
        found |= import_module(f"tests.analysis.{file.stem}").ADAPTERS
    return found


def _files() -> list[Path]:
    named = os.environ.get("SPASMLOG_ANALYSIS_VECTORS", "").split(os.pathsep)
    return [*sorted(OWN.glob("*.json")), *(Path(each) for each in named if each)]


ADAPTERS = _adapters()


def _cases() -> Iterator[Any]:
    for file in _files():
        for case in json.loads(file.read_text(encoding="utf-8"))["cases"]:
            if case["function"] in ADAPTERS or case["function"] not in LATER:
                yield pytest.param(case, id=f"{file.stem}-{case['id']}")


def differences(expected: Any, found: Any, tolerance: float, where: str = "") -> list[str]:
    """What of the expected is not found, a sentence each; what is found beyond it is no matter."""
    if isinstance(expected, dict):
        if not isinstance(found, dict):
            return [f"{where} is {found}"]
        return [
            each
            for key, value in expected.items()
            for each in (
                differences(value, found[key], tolerance, f"{where}.{key}")
                if key in found
                else [f"{where}.{key} is not there"]
            )
        ]
    if isinstance(expected, list):
        if not isinstance(found, list | tuple) or len(found) != len(expected):
            return [f"{where} is {found}"]
        pairs = enumerate(zip(expected, found, strict=True))
        return [
            each
            for at, (value, got) in pairs
            for each in differences(value, got, tolerance, f"{where}[{at}]")
        ]
    return [] if _same(expected, found, tolerance) else [f"{where} is {found}, not {expected}"]


def _same(expected: Any, found: Any, tolerance: float) -> bool:
    if expected == "inf":
        return found is not None and found == math.inf
    if expected is None or isinstance(expected, bool | str):
        return bool(found is expected or found == expected)
    return found is not None and abs(found - expected) <= tolerance * max(1, abs(expected))


@pytest.mark.parametrize("case", [*_cases()])
def test_the_numbers_are_the_expected_ones(case: dict[str, Any]) -> None:
    found = ADAPTERS[case["function"]](case["input"])

    assert differences(case["expected"], found, case["tol"]) == []


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ({"p": 0.5}, {"p": 0.51}),
        ({"p": 0.5}, {"q": 0.5}),
        ({"p": 0.5}, None),
        (None, {"p": 0.5}),
        ({"p": None}, {"p": 0.0}),
        ({"p": 0.5}, {"p": None}),
        ({"p": 0.5}, {"p": math.nan}),
        ({"hi": "inf"}, {"hi": 9.0}),
        ({"hi": "inf"}, {"hi": None}),
        ({"n": [1, 2]}, {"n": [1]}),
        ({"n": [1, 2]}, {"n": (1, 3)}),
        ({"n": [1, 2]}, {"n": 1}),
        ({"status": "ok"}, {"status": "constant"}),
    ],
)
def test_a_number_that_differs_would_be_seen(expected: Any, found: Any) -> None:
    assert differences(expected, found, 1e-6) != []


def test_what_agrees_within_the_tolerance_passes() -> None:
    expected = {"p": 0.5, "hi": "inf", "lo": None, "n": [1, 2], "at": {"20": [1000]}}
    found = {"p": 0.5 + 1e-9, "hi": math.inf, "lo": None, "n": (1, 2), "at": {"20": [1000.0005]}}

    assert differences(expected, found, 1e-6) == []
