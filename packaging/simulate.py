"""Invents diaries without a change, and counts how often the comparison of 60 days finds one.

Each diary has 120 days. A hidden series z has mean 0 and SD 1, and tomorrow's value is
r x today's + sqrt(1 - r^2) x a fresh normal draw, begun from its own distribution, so days that
are k apart are correlated r^k. The worst pain of a day is 4 + 2 z, rounded to a whole number and
held within 0 to 10, so neighbouring days of pain are a little less alike than r. Days are then
lost in one of two ways: each day at random with a chance of 30 %, or days of pain 5 and more
with 5 % and all others with 45 %. Where a real change is wanted, the last 60 days are 2 points
lower before rounding, and the whole begins from 5 instead of 4. Every diary goes through the very
functions that the program uses.

A false change is a p of at most 0.05 where nothing changed ("p"), or a verdict of better or worse
("said", which also needs the limits to leave out 0 and a difference of 1 point). Coverage is how
often the 95 % limits hold the truth, 0. Of each pair of figures the first is for days lost at
random, the second for bad days logged more. Diaries that the program refuses to compare count as
no change found, and are left out of coverage. "rule" is what the program does: it takes the
length of blocks from the correlation that it sees.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from spasmlog.analysis.blocks import R1, lag1
from spasmlog.analysis.change import Change, Verdict, in_blocks
from spasmlog.analysis.daily import Daily
from spasmlog.analysis.gates import P_AT_MOST, PERIOD_DAYS

if TYPE_CHECKING:
    from numpy.random import Generator

CORRELATIONS = (0.0, 0.3, 0.5, 0.8, 0.9)
DAYS = 2 * PERIOD_DAYS
LOST_AT_RANDOM = 0.30
BAD_FROM, BAD_LOST, OTHERS_LOST = 5, 0.05, 0.45
REAL_CHANGE = 2.0
MOST_FALSE = 0.10

Losing = Callable[["Generator", Sequence[int]], list[bool]]
Blocks = Callable[[Daily], R1]


def at_random(rng: Generator, pain: Sequence[int]) -> list[bool]:
    """Which days are lost, whatever they were like."""
    return [bool(rng.random() < LOST_AT_RANDOM) for _day in pain]


def good_days(rng: Generator, pain: Sequence[int]) -> list[bool]:
    """Which days are lost where bad ones are logged more."""
    chances = (BAD_LOST if day >= BAD_FROM else OTHERS_LOST for day in pain)
    return [bool(rng.random() < chance) for chance in chances]


def diary(rng: Generator, r: float, losing: Losing, lower: float) -> Daily:
    """One invented person's 120 days; the last 60 are lower by so many points."""
    z = rng.standard_normal()
    pain = []
    for day in range(DAYS):
        middle = 4.0 if not lower else 5.0 - lower * (day >= PERIOD_DAYS)
        pain.append(min(max(round(middle + 2 * z), 0), 10))
        z = r * z + (1 - r * r) ** 0.5 * rng.standard_normal()
    lost = losing(rng, pain)
    kept = [day for day in range(DAYS) if not lost[day]]
    return Daily.of(
        days=[day + 1 for day in kept], values=[pain[day] for day in kept], first=1, last=DAYS
    )


BLOCKS: dict[str, Blocks] = {
    "12 days": lambda _days: R1(r=0.0, pairs=0),
    "15 days": lambda _days: R1(r=1.0, pairs=0),
    "rule": lambda days: lag1(days.days, days.values),
}


def share(found: Sequence[bool]) -> float:
    return sum(found) / len(found) if found else float("nan")


def is_said(change: Change) -> bool:
    return change.verdict in (Verdict.BETTER, Verdict.WORSE)


def figures(
    seed: int, diaries: int, r: float, losing: Losing
) -> dict[str, tuple[float, float, float, float]]:
    """For each length of blocks: false p, false verdicts, coverage, and real changes found."""
    from numpy.random import default_rng

    rng = default_rng([seed, round(100 * r), losing is at_random])
    still = [diary(rng, r, losing, 0.0) for _ in range(diaries)]
    lower = [diary(rng, r, losing, REAL_CHANGE) for _ in range(diaries)]
    found = {}
    for name, blocks in BLOCKS.items():
        changes = [in_blocks(days, blocks(days)) for days in still]
        limits = [change.interval for change in changes if change.interval is not None]
        found[name] = (
            share([change.p is not None and change.p <= P_AT_MOST for change in changes]),
            share([is_said(change) for change in changes]),
            share([not each.excludes(0) for each in limits]),
            share([is_said(in_blocks(days, blocks(days))) for days in lower]),
        )
    return found


def row(r: float, name: str, pair: Sequence[tuple[float, float, float, float]]) -> str:
    cells = ("/".join(f"{100 * each[at]:5.1f}" for each in pair) for at in range(4))
    return f"{r:<5} {name:<8} " + "   ".join(cells)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--diaries", type=int, default=600, help="how many for each figure")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    print("In %, days lost at random / bad days logged more.")
    print("r     blocks   false p       false said    coverage      2 points found")
    worst = 0.0
    for r in CORRELATIONS:
        both = [figures(options.seed, options.diaries, r, each) for each in (at_random, good_days)]
        for name in BLOCKS:
            print(row(r, name, [each[name] for each in both]), flush=True)
        worst = max(worst, *(each["rule"][0] for each in both))
    print(f"By the rule, a change is found where there is none in at most {100 * worst:.1f} %.")
    return 0 if worst <= MOST_FALSE else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
