"""When each rule fired over a whole diary: the rules run as of every past day, never stored."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.domain.diary import Diary, day_of
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Drink,
    Episode,
    Reading,
    Record,
    Stretch,
    TreatmentUse,
)
from spasmlog.rules.base import Level, Outcome, Rule, Verdict
from spasmlog.rules.day_after_day import day_after_day

READ: tuple[type[Record], ...] = (
    Episode,
    Reading,
    Drink,
    Activity,
    Stretch,
    CheckIn,
    TreatmentUse,
    Answer,
)
"""The records that rules decide by, beside the profile; of the catalogue they say the names."""
ONE_DAY = timedelta(days=1)
SILENT = 0
UNDECIDED = 255
FIRES = re.compile(rb"[\x01-\x04]+")
CANNOT_TELL = re.compile(rb"\xff+")
Told = tuple[int, int]
"""How many days are done, of how many."""


@dataclass(frozen=True, slots=True)
class Span:
    """A time over which a rule fired without a break, and the highest level in it.

    `last` is None where it still fires on the last day that was looked at.
    """

    first: date
    last: date | None
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What each rule told on each day from `first` to `last`, worked out of `diary`.

    `told` has a byte a day for each rule: its level while it fires, `SILENT`, or `UNDECIDED` where
    too little was logged to tell. A diary without an entry has no days: `last` is before `first`.
    """

    diary: Diary
    first: date
    last: date
    told: Mapping[str, bytes]

    @property
    def fired(self) -> tuple[str, ...]:
        """The rules that ever fired, in the order of the book."""
        return tuple(rule for rule, days in self.told.items() if FIRES.search(days))

    def spans(self, rule_id: str) -> tuple[Span, ...]:
        """When a rule fired, oldest first."""
        days = self.told[rule_id]
        found = ((max(days[first:after]), first, after) for first, after in _runs(FIRES, days))
        return tuple(
            Span(
                self._day(first), None if after == len(days) else self._day(after - 1), Level(most)
            )
            for most, first, after in found
        )

    def undecided(self, rule_id: str) -> tuple[tuple[date, date], ...]:
        """From when to when too little was logged for a rule to tell, oldest first."""
        found = _runs(CANNOT_TELL, self.told[rule_id])
        return tuple((self._day(first), self._day(after - 1)) for first, after in found)

    def _day(self, number: int) -> date:
        return self.first + timedelta(days=number)


def _runs(wanted: re.Pattern[bytes], days: bytes) -> Iterator[tuple[int, int]]:
    """Where each run of such days begins, and where the days after it do."""
    return (each.span() for each in wanted.finditer(days))


def history_of(
    diary: Diary,
    rules: Iterable[Rule],
    earlier: History | None = None,
    heard: Callable[[int, int], bool] = lambda _done, _total: True,
) -> History | None:
    """The history of a diary that is read whole; None where `heard` says not to go on.

    `earlier` is one of the same journal as it was before: only what may differ is run again.
    """
    steps = telling(diary, rules, earlier)
    try:
        while heard(*next(steps)):
            pass
    except StopIteration as ended:
        told: History = ended.value
        return told
    return None


def telling(
    diary: Diary, rules: Iterable[Rule], earlier: History | None = None
) -> Generator[Told, None, History]:
    """As `history_of`, a day a step: it may be left at any of them, and returns the history."""
    book = tuple(rules)
    first = _first_day(diary)
    begin, kept = _kept(diary, book, first, earlier)
    told = {rule.id: bytearray(kept.get(rule.id, b"")) for rule in book}
    total = (diary.today - begin).days + 1
    days = day_after_day(diary, book, begin, diary.today) if total > 0 else iter(())
    for done, (_day, said) in enumerate(days, start=1):
        for rule, verdict in said.items():
            told[rule].append(_code(verdict))
        yield done, total
    whole = {rule: bytes(days) for rule, days in told.items()}
    return History(diary=diary, first=first, last=diary.today, told=whole)


def _kept(
    diary: Diary, book: Iterable[Rule], first: date, earlier: History | None
) -> tuple[date, Mapping[str, bytes]]:
    """The first day to be run, and what stands of the days from `first` to before that."""
    known = earlier is not None and all(rule.id in earlier.told for rule in book)
    if earlier is None or not known or first < earlier.first:
        return first, {}
    begin = min(first_difference(earlier.diary, diary) or date.max, earlier.last + ONE_DAY)
    begin = max(first, min(begin, diary.today + ONE_DAY))
    kept = slice((first - earlier.first).days, (begin - earlier.first).days)
    return begin, {rule: days[kept] for rule, days in earlier.told.items()}


def first_difference(before: Diary, after: Diary) -> date | None:
    """The earliest day as of which a rule may answer otherwise; None where there is none."""
    if before.profile != after.profile:
        return date.min
    days: list[date] = []
    for kind in READ:
        old, new = before.of_kind(kind), after.of_kind(kind)
        if old != new:
            pairs = enumerate(zip(old, new, strict=False))
            at = next((n for n, (one, two) in pairs if one != two), min(len(old), len(new)))
            days += [
                day for each in (*old[at : at + 1], *new[at : at + 1]) if (day := day_of(each))
            ]
    return min(days, default=None)


def _first_day(diary: Diary) -> date:
    """The day of the first entry that a rule reads; the day after today where there is none."""
    found = (day_of(each) for kind in READ for each in diary.of_kind(kind)[:1])
    return min((day for day in found if day), default=diary.today + ONE_DAY)


def _code(verdict: Verdict) -> int:
    if verdict.outcome is Outcome.INSUFFICIENT:
        return UNDECIDED
    return verdict.level or SILENT
