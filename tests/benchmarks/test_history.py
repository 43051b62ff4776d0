"""Past signals over ten years: the first time, after a change, for the report, and the window."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from statistics import median
from typing import Any

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs, Region
from spasmlog.journal.commands import LogEpisode
from spasmlog.journal.made_up import made_up_person
from spasmlog.rules import RULES, assess
from spasmlog.rules.history import History, history_of
from spasmlog.rules.since import firing_since
from spasmlog.ui.page import Place
from spasmlog.ui.pictures import settle, wait_until
from spasmlog.ui.session import Session
from tests.benchmarks.conftest import NOW, Watchdog

Tell = Callable[[str, str, str], None]
PATIENCE_MS = 120_000


@pytest.fixture(scope="module")
def ten_years() -> Diary:
    return Diary.of(date(2026, 7, 1), made_up_person(NOW, 10, 1, NOW.zone))


@pytest.fixture(scope="module")
def told(ten_years: Diary) -> tuple[History, float]:
    """The history of the whole, and the seconds that it took."""
    began = time.perf_counter()
    history = history_of(ten_years, RULES)
    assert history is not None
    return history, time.perf_counter() - began


def test_the_history_of_ten_years(told: tuple[History, float], figure: Tell) -> None:
    assert told[0].fired
    figure("past signals of ten years, the first time", f"{told[1]:.1f} s", "15 s")


def test_the_history_is_carried_on(
    ten_years: Diary, told: tuple[History, float], figure: Tell
) -> None:
    taken: list[float] = []
    for ahead in range(1, 10):
        began = time.perf_counter()
        assert history_of(ten_years.on_day(ten_years.today + timedelta(days=ahead)), RULES, told[0])
        taken.append((time.perf_counter() - began) * 1000 / ahead)
    figure("past signals carried on by a day", f"{median(taken):.1f} ms", "-")


@pytest.mark.parametrize(("days", "aim"), [(90, 150), (365, 500)])
def test_since_when_for_the_report(ten_years: Diary, days: int, aim: int, figure: Tell) -> None:
    longest = 0.0
    for back in range(0, 3000, 250):
        last = ten_years.today - timedelta(days=back)
        assessment = assess(ten_years.as_of(last))
        began = time.perf_counter()
        firing_since(ten_years, assessment, last - timedelta(days=days))
        longest = max(longest, (time.perf_counter() - began) * 1000)
    figure(f"since when rules fire, {days} days back, slowest", f"{longest:.0f} ms", f"{aim} ms")


def test_a_day_far_back(ten_years: Diary, figure: Tell) -> None:
    taken: list[float] = []
    for back in (1, 400, 3000):
        began = time.perf_counter()
        ten_years.as_of(ten_years.today - timedelta(days=back))
        taken.append((time.perf_counter() - began) * 1000)
    figure("the diary as of a past day, slowest", f"{max(taken):.1f} ms", "-")


def test_the_window_stays_quick_while_past_days_are_looked_at(
    session: Session, figure: Tell
) -> None:
    settle(session)
    session.window.go(Place(page="signals"))
    page: Any = session.window.page("signals")
    wait_until(lambda: page.past is not None and bool(page.past.how_far.text()))
    watchdog, began = Watchdog(), time.perf_counter()
    assert wait_until(lambda: page.past.days.is_done, PATIENCE_MS)
    figure("past signals in the open window", f"{time.perf_counter() - began:.1f} s", "15 s")
    figure("the window stood still for", f"{watchdog.longest * 1000:.0f} ms", "60 ms")
    settle(session)
    watchdog.reset()
    desk = session.window.around.desk
    assert desk.do(LogEpisode(onset=NOW, peak=Nrs(5), region=Region.LOW_BACK, end_unknown=True))
    began = time.perf_counter()
    assert wait_until(lambda: page.past.days.is_done, PATIENCE_MS)
    taken = (time.perf_counter() - began) * 1000
    figure("past signals after a logged spasm", f"{taken:.0f} ms", "-")
