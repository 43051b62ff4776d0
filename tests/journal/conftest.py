"""A journal on a real database in memory, with a clock and ids that a test can foresee."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta
from itertools import count

import pytest

from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.journal.journal import Journal
from spasmlog.store.database import Database
from tests.build import moment


@dataclass
class Clock:
    """A clock that stands still until a test moves it."""

    now: Moment = field(default_factory=lambda: moment(0, "18:40"))
    day_start: time = DAY_START

    def __call__(self) -> Moment:
        return self.now

    def go(self, **span: float) -> None:
        self.now = self.now.plus(timedelta(**span))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database() -> Iterator[Database]:
    database = Database.in_memory()
    yield database
    database.close()


@pytest.fixture
def journal(database: Database, clock: Clock) -> Journal:
    numbers = count(1)
    return Journal(database, clock, lambda: f"id-{next(numbers):04d}", lambda: clock.day_start)


@pytest.fixture
def reopened(journal: Journal, database: Database, clock: Clock) -> Journal:
    """The same file, opened by somebody else."""
    return Journal(database, clock, lambda: "never", lambda: clock.day_start)
