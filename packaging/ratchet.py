"""Holds the test coverage of each package to its recorded floor, which only ever goes up."""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

COMPLETE = 100
TOP = "top"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """How much of a package's lines and branches was run, and where the rest is."""

    covered: int
    total: int
    gaps: tuple[str, ...]

    @property
    def percent(self) -> float:
        return 100 * self.covered / self.total if self.total else float(COMPLETE)


def package_of(file: str) -> str:
    """`spasmlog/ui/theme.py` belongs to `ui`, `spasmlog/cli.py` to no package."""
    parts = PurePosixPath(file.replace("\\", "/")).parts
    inner = parts[parts.index("spasmlog") + 1 :]
    return inner[0] if len(inner) > 1 else TOP


def ranges(lines: list[int]) -> str:
    """Rising line numbers in short: 3, 7-9."""
    starts = [line for line in lines if line - 1 not in lines]
    ends = [line for line in lines if line + 1 not in lines]
    pairs = zip(starts, ends, strict=True)
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in pairs)


def gaps_of(file: str, entry: dict[str, Any]) -> tuple[str, ...]:
    missed = entry["missing_lines"]
    lines = [f"{file} is not run in {ranges(missed)}"] if missed else []
    branches = [
        f"{file}:{start} never goes to {'the end' if end < 0 else f'line {end}'}"
        for start, end in entry["missing_branches"]
        if start not in missed
    ]
    return tuple(lines + branches)


def measure(report: dict[str, Any]) -> dict[str, Measured]:
    """Sums coverage's JSON report by package; it has to be one with branches."""
    if not report["meta"]["branch_coverage"]:
        raise SystemExit("The coverage report has no branches: run coverage with branch = true.")
    packages: dict[str, Measured] = {}
    for file, entry in sorted(report["files"].items()):
        so_far = packages.get(package_of(file), Measured(covered=0, total=0, gaps=()))
        sums = entry["summary"]
        packages[package_of(file)] = Measured(
            covered=so_far.covered + sums["covered_lines"] + sums["covered_branches"],
            total=so_far.total + sums["num_statements"] + sums["num_branches"],
            gaps=so_far.gaps + gaps_of(file, entry),
        )
    return packages


def failures(measured: dict[str, Measured], floors: dict[str, int]) -> list[str]:
    """One sentence for each package that is below its floor, has none, or is gone."""
    said = [f"{name}: has no floor in the table" for name in measured.keys() - floors.keys()]
    said += [f"{name}: has a floor but was not measured" for name in floors.keys() - measured]
    for name in floors.keys() & measured.keys():
        found, floor = measured[name], floors[name]
        if floor == COMPLETE and found.gaps:
            said += [f"{name}: has to be complete, but {gap}" for gap in found.gaps]
        elif found.percent < floor:
            said.append(f"{name}: {found.percent:.1f} % is below its floor of {floor} %")
    return sorted(said)


def raisable(measured: dict[str, Measured], floors: dict[str, int]) -> dict[str, int]:
    """The packages that do better than their floor by a whole percent, and what they reach."""
    reached = {name: math.floor(measured[name].percent) for name in floors.keys() & measured.keys()}
    return {name: reached[name] for name in sorted(reached) if reached[name] > floors[name]}


def with_floors(table: str, floors: dict[str, int]) -> str:
    """The text of the table with some floors exchanged, its comments kept."""
    for name, floor in floors.items():
        table = re.sub(rf"(?m)^{re.escape(name)} = \d+$", f"{name} = {floor}", table)
    return table


def say(measured: dict[str, Measured], floors: dict[str, int]) -> None:
    """The outcome for people: a failure a line, else the figures and what could be raised."""
    said = failures(measured, floors)
    better = raisable(measured, floors)
    for sentence in said:
        print(sentence)
    if not said:
        print("coverage: " + ", ".join(f"{n} {m.percent:.1f}" for n, m in sorted(measured.items())))
    for name, reached in better.items():
        print(f"{name}: its floor of {floors[name]} % can be raised to {reached} %")


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=Path, help="the JSON that coverage wrote")
    parser.add_argument("table", type=Path, help="the floors (TOML)")
    parser.add_argument("--raise", dest="raising", action="store_true", help="record new floors")
    options = parser.parse_args(arguments)
    measured = measure(json.loads(options.report.read_text(encoding="utf-8")))
    table = options.table.read_text(encoding="utf-8")
    floors: dict[str, int] = tomllib.loads(table)["floors"]
    if options.raising:
        options.table.write_text(with_floors(table, raisable(measured, floors)), encoding="utf-8")
        floors = tomllib.loads(options.table.read_text(encoding="utf-8"))["floors"]
    say(measured, floors)
    return 1 if failures(measured, floors) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
