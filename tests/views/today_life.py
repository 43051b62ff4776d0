"""A person living through Today: a real journal on a real database, and a clock to be moved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

from spasmlog.domain.diary import Diary, Step
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.journal.commands import Command
from spasmlog.journal.journal import Journal
from spasmlog.rules import assess
from spasmlog.settings import Settings
from spasmlog.store.database import Database
from spasmlog.views.today import TodayView, today_view
from tests.build import moment


@dataclass
class Life:
    """`asked_at` and `hidden` are what a window would remember."""

    journal: Journal
    clock: list[Moment]
    asked_at: datetime | None = None
    hidden: set[str] = field(default_factory=set)
    settings: Settings = field(default_factory=Settings)

    @property
    def now(self) -> Moment:
        return self.clock[0]

    @property
    def diary(self) -> Diary:
        return self.journal.diary

    def go(self, **span: float) -> None:
        """Let time pass."""
        self.clock[0] = self.now.plus(timedelta(**span))

    def do(self, command: Command) -> Step:
        return self.journal.do(command)

    def view(self) -> TodayView:
        return today_view(
            self.diary,
            self.now,
            self.settings,
            assess(self.diary),
            asked_at=self.asked_at,
            hidden=self.hidden,
        )


@contextmanager
def a_life(clock: str = "18:40", days_ago: int = 0) -> Iterator[Life]:
    """An empty journal at this time of this day."""
    now, numbers = [moment(days_ago, clock)], count(1)
    database = Database.in_memory()
    journal = Journal(
        database, lambda: now[0], lambda: f"id-{next(numbers):04d}", lambda: DAY_START
    )
    yield Life(journal, now)
    database.close()
