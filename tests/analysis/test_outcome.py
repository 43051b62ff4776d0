"""How a result stands: its limits, what it lacks, and that all thresholds are of one module."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import spasmlog.analysis
from spasmlog.analysis import gates
from spasmlog.analysis.outcome import Interval, Lack, lacking

MODULES = sorted(
    file.stem for file in Path(spasmlog.analysis.__path__[0]).glob("*.py") if file.stem[0] != "_"
)


@pytest.mark.parametrize(
    ("value", "outside"), [(-0.1, True), (0, False), (0.5, False), (1, False), (1.1, True)]
)
def test_limits_exclude_what_lies_beyond_them(value: float, outside: bool) -> None:
    assert Interval(0, 1).excludes(value) is outside


def test_limits_lie_inside_others_where_neither_reaches_beyond() -> None:
    assert Interval(-1, 1).inside(-1, 1)
    assert not Interval(-1.1, 0).inside(-1, 1)
    assert not Interval(0, 1.1).inside(-1, 1)


def test_only_gates_that_are_not_met_are_lacking() -> None:
    assert lacking(("weeks", 8, 8), ("days", 3, 4)) == (Lack("days", 3, 4),)
    assert Lack("days", 3, 4).more == 1


def test_every_threshold_said_to_be_published_exists() -> None:
    assert {name for name in gates.PUBLISHED if not hasattr(gates, name)} == set()


def test_to_import_the_analyses_loads_neither_numpy_nor_scipy() -> None:
    names = ", ".join(f"spasmlog.analysis.{module}" for module in MODULES)
    told = "print(sorted({'numpy', 'scipy', 'matplotlib', 'sqlalchemy'} & set(sys.modules)))"
    said = subprocess.run(
        [sys.executable, "-c", f"import sys, {names}; {told}"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout == "[]\n"
