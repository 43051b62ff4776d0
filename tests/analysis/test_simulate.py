"""The simulation of diaries without a change: its table, and when it fails."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "simulate.py"


def simulated(*options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *options], capture_output=True, text=True, check=False
    )


def test_the_table_has_a_row_for_each_correlation_and_length_of_block() -> None:
    said = simulated("--diaries", "3", "--seed", "2")
    rows = re.findall(r"^(0\.\d) +(12 days|15 days|rule) ", said.stdout, flags=re.MULTILINE)

    assert said.stderr == ""
    assert rows == [
        (r, blocks)
        for r in ("0.0", "0.3", "0.5", "0.8", "0.9")
        for blocks in ("12 days", "15 days", "rule")
    ]


@pytest.mark.parametrize(("seed", "worst", "code"), [("1", "100.0", 1), ("2", "0.0", 0)])
def test_it_fails_where_the_rule_finds_too_many_changes(seed: str, worst: str, code: int) -> None:
    said = simulated("--diaries", "1", "--seed", seed)

    assert said.stdout.endswith(f"in at most {worst} %.\n")
    assert said.returncode == code
