"""From the start of the process to the first paint, and to today's page with real data."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

ROUNDS = 9


def life(*what: str) -> float:
    """Seconds from the start of a process to the moment at which it ends itself."""
    began = time.perf_counter()
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, "-m", "tests.benchmarks.start", *what]
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def test_start(journals: dict[int, Path], figure: Callable[[str, str, str], None]) -> None:
    starts: dict[str, Sequence[str]] = {
        "bare": ["bare"],
        "bare and SQLAlchemy": ["bare_and_sqlalchemy"],
        "first paint": ["first_paint", str(journals[10])],
        "usable, one year": ["usable", str(journals[1])],
        "usable, ten years": ["usable", str(journals[10])],
    }
    for what in starts.values():
        life(*what)  # once without being counted: compiled files, the disk's cache
    measured: dict[str, list[float]] = {name: [] for name in starts}
    for _round in range(ROUNDS):  # in turn, so that all meet the same weather
        for name, what in starts.items():
            measured[name].append(life(*what))
    for name, times in measured.items():
        figure(f"start: {name}", f"{median(times) * 1000:.0f} ms", "-")

    def ratio(one: str, other: str) -> str:
        pairs = zip(measured[one], measured[other], strict=True)
        return f"{median(a / b for a, b in pairs):.2f} x"

    figure("first paint / bare window", ratio("first paint", "bare"), "1.6 x")
    whole = ratio("usable, ten years", "bare and SQLAlchemy")
    figure("today usable, ten years / (bare window + SQLAlchemy)", whole, "1.35 x")
    years = ratio("usable, ten years", "usable, one year")
    figure("today usable, ten years / one year", years, "1.15 x")
    assert all(len(times) == ROUNDS for times in measured.values())
