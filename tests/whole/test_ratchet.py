"""The coverage ratchet: it fails below a floor, and says when a floor can be raised."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

RATCHET = Path(__file__).parents[2] / "packaging" / "ratchet.py"


def file(
    statements: int,
    *,
    missing: tuple[int, ...] = (),
    branches: int = 0,
    never: tuple[tuple[int, int], ...] = (),
) -> dict[str, Any]:
    """One file of coverage's JSON report."""
    return {
        "missing_lines": list(missing),
        "missing_branches": [list(pair) for pair in never],
        "summary": {
            "num_statements": statements,
            "covered_lines": statements - len(missing),
            "num_branches": branches,
            "covered_branches": branches - len(never),
        },
    }


def ratchet(
    folder: Path, files: dict[str, Any], floors: str, *options: str, branch: bool = True
) -> subprocess.CompletedProcess[str]:
    report, table = folder / "coverage.json", folder / "coverage.toml"
    report.write_text(json.dumps({"meta": {"branch_coverage": branch}, "files": files}))
    table.write_text(floors)
    return subprocess.run(
        [sys.executable, "-I", str(RATCHET), str(report), str(table), *options],
        capture_output=True,
        text=True,
        check=False,
    )


def test_packages_at_their_floors_pass(tmp_path: Path) -> None:
    files = {
        "spasmlog/domain/a.py": file(10, branches=4),
        "spasmlog/ui/b.py": file(4, missing=(2,)),
    }

    said = ratchet(tmp_path, files, "[floors]\ndomain = 100\nui = 75\n")

    assert said.stdout == "coverage: domain 100.0, ui 75.0\n"
    assert said.returncode == 0


def test_a_package_below_its_floor_fails(tmp_path: Path) -> None:
    said = ratchet(tmp_path, {"spasmlog/ui/b.py": file(4, missing=(2,))}, "[floors]\nui = 76\n")

    assert said.stdout == "ui: 75.0 % is below its floor of 76 %\n"
    assert said.returncode == 1


@pytest.mark.parametrize(
    ("gap", "sentence"),
    [
        (file(1000, missing=(7,)), "spasmlog/domain/a.py is not run in 7"),
        (
            file(99, missing=(2, 3, 4, 8, 10, 11)),
            "spasmlog/domain/a.py is not run in 2-4, 8, 10-11",
        ),
        (file(1000, branches=500, never=((7, 9),)), "spasmlog/domain/a.py:7 never goes to line 9"),
        (
            file(1000, branches=500, never=((7, -3),)),
            "spasmlog/domain/a.py:7 never goes to the end",
        ),
    ],
)
def test_one_gap_in_a_complete_package_fails_and_is_named(
    tmp_path: Path, gap: dict[str, Any], sentence: str
) -> None:
    said = ratchet(tmp_path, {"spasmlog/domain/a.py": gap}, "[floors]\ndomain = 100\n")

    assert said.stdout == f"domain: has to be complete, but {sentence}\n"
    assert said.returncode == 1


def test_a_package_without_a_floor_and_a_floor_without_a_package_fail(tmp_path: Path) -> None:
    said = ratchet(tmp_path, {"spasmlog/new/a.py": file(1)}, "[floors]\nold = 10\n")

    assert said.stdout.splitlines() == [
        "new: has no floor in the table",
        "old: has a floor but was not measured",
    ]
    assert said.returncode == 1


def test_files_outside_a_package_are_counted_together(tmp_path: Path) -> None:
    files = {"spasmlog/cli.py": file(3, missing=(1,)), "spasmlog/app.py": file(1)}

    said = ratchet(tmp_path, files, "[floors]\ntop = 75\n")

    assert said.stdout == "coverage: top 75.0\n"


def test_it_says_when_a_floor_can_be_raised(tmp_path: Path) -> None:
    said = ratchet(tmp_path, {"spasmlog/ui/b.py": file(4, missing=(2,))}, "[floors]\nui = 60\n")

    assert said.stdout.splitlines()[-1] == "ui: its floor of 60 % can be raised to 75 %"
    assert said.returncode == 0


def test_raising_records_what_is_reached_and_lowers_nothing(tmp_path: Path) -> None:
    files = {
        "spasmlog/ui/b.py": file(4, missing=(2,)),
        "spasmlog/views/c.py": file(2, missing=(1,)),
    }

    said = ratchet(tmp_path, files, "# kept\n[floors]\nui = 60\nviews = 90\n", "--raise")

    table = (tmp_path / "coverage.toml").read_text()
    assert table == "# kept\n[floors]\nui = 75\nviews = 90\n"
    assert said.returncode == 1


def test_a_report_without_branches_is_refused(tmp_path: Path) -> None:
    said = ratchet(tmp_path, {}, "[floors]\n", branch=False)

    assert "has no branches" in said.stderr
    assert said.returncode == 1
