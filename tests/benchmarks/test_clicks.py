"""A spasm on disk and on screen, the rules, and for how long the window stood still at most."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import count
from statistics import median

from pytest_benchmark.fixture import BenchmarkFixture

from spasmlog.domain.scales import Nrs, Region
from spasmlog.journal.commands import LogEpisode
from spasmlog.rules import assess
from spasmlog.ui.page import Place
from spasmlog.ui.pictures import settle
from spasmlog.ui.session import Session
from spasmlog.ui.shelf import SHELF
from tests.benchmarks.conftest import NOW, Watchdog

Tell = Callable[[str, str, str], None]


def took(benchmark: BenchmarkFixture) -> str:
    """The median of what was measured."""
    stats = benchmark.stats
    assert stats is not None
    return f"{stats['median'] * 1000:.1f} ms"


def spasm(number: int) -> LogEpisode:
    return LogEpisode(onset=NOW, peak=Nrs(number % 11), region=Region.LOW_BACK, end_unknown=True)


def test_a_spasm_reaches_disk_and_screen(session: Session, figure: Tell) -> None:
    settle(session)
    taken: list[float] = []
    for number in range(20):
        began = time.perf_counter()
        assert session.window.around.desk.do(spasm(number))
        session.window.repaint()
        taken.append((time.perf_counter() - began) * 1000)
    figure("a logged spasm on disk and on screen, ten years", f"{median(taken):.1f} ms", "25 ms")


def test_journal_do(benchmark: BenchmarkFixture, session: Session, figure: Tell) -> None:
    settle(session)
    journal, numbers = session.window.around.desk.journal, count()
    step = benchmark(lambda: journal.do(spasm(next(numbers))))
    assert step.changes
    figure("journal.do of a spasm, ten years", took(benchmark), "-")


def test_assess(benchmark: BenchmarkFixture, session: Session, figure: Tell) -> None:
    settle(session)
    diary = session.window.around.desk.diary
    assessment = benchmark(lambda: assess(diary))
    assert assessment.fired
    figure("assess, ten years", took(benchmark), "15 ms")


def test_the_window_never_stands_still(session: Session, figure: Tell) -> None:
    watchdog = Watchdog()
    settle(session)
    opening, longest = watchdog.longest, {}
    for name in SHELF:
        watchdog.reset()
        session.window.go(Place(page=name))
        settle(session)
        longest[name] = watchdog.longest
    figure("longest stall while the journal is read", f"{opening * 1000:.0f} ms", "60 ms")
    for name, stall in longest.items():
        figure(f"longest stall while {name} comes", f"{stall * 1000:.0f} ms", "60 ms")
    assert longest.keys() == SHELF.keys()
