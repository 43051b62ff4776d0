"""The clocks of section "do they come back": from the end of a course, or of a treated spasm.

This is not the return of the signals R09 and R10, on purpose: those look at treated spasms only,
and at 24 hours to 30 days after relief. Here courses count too, a clock may run on for longer,
and one that still runs is part of the answer. The ids lead from a clock to the signal's spasms.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from spasmlog.analysis.gates import GAP_DAYS, RETURN_HOURS, RETURN_PEAK, SPASM_CLOCK_DAYS
from spasmlog.analysis.period import Period
from spasmlog.analysis.traced import Traced
from spasmlog.analysis.treated import Treatments, first_easing
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Episode
from spasmlog.domain.scales import Region

SOONEST = timedelta(hours=RETURN_HOURS)


class Kind(StrEnum):
    """What a clock starts from."""

    COURSE = "course"
    SPASM = "spasm"


class Stop(StrEnum):
    """What a clock ended with; all but a return leave open when the spasm would have come.

    `UNKNOWN`: with a spasm of which nobody said how strong it was, so it may have been a return.
    """

    RETURN = "return"
    UNKNOWN = "unknown"
    TODAY = "today"
    COURSE = "course"
    GAP = "gap"
    LIMIT = "limit"


class Outside(StrEnum):
    """Why something treated has no clock."""

    RUNNING = "running"
    NEVER_SETTLED = "never_settled"
    NO_END = "no_end"
    NOTHING_AFTER = "nothing_after"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What was treated: a course, or the spasms of a bout with the uses linked to them.

    `place` is None for "not stated", or for a course that is for every place (`everywhere`).
    `day` is the last of a course that is over, else the first.
    """

    kind: Kind
    day: date
    treatments: Treatments
    place: Region | None
    everywhere: bool = False
    course_id: str | None = None
    spasms: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Whole days from the day of the end on; `next_id` is the spasm that it ended with."""

    source: Source
    origin: date
    days: int
    stop: Stop
    next_id: str | None = None

    @property
    def returned(self) -> bool:
        """Whether a spasm came back; else it was free of one as far as is known."""
        return self.stop is Stop.RETURN


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """All clocks, oldest first, and what has none: running, never settled, or not known."""

    clocks: tuple[Clock, ...]
    outside: tuple[tuple[Source, Outside], ...]

    def without(self, kind: Kind, why: Outside) -> tuple[Source, ...]:
        """What of a kind has no clock for a reason."""
        return tuple(each for each, said in self.outside if said is why and each.kind is kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    """When something treated was over; a course ends with its last day, at no known minute."""

    source: Source
    day: date
    at: datetime | None = None


def clocks(
    diary: Diary,
    bouts: Sequence[Traced],
    period: Period | None = None,
    places: frozenset[Region | None] | None = None,
) -> Clocks:
    """The clocks that began in a period and in some places; None: in any.

    `bouts` are all of the diary: what a clock ends with may lie outside the period.
    """
    calendar = _Calendar.of(diary)
    found: list[Clock] = []
    outside: list[tuple[Source, Outside]] = []
    for source, end in (*_courses(diary, bouts), *_spasms(bouts)):
        if not (source.everywhere or places is None or source.place in places):
            continue
        if isinstance(end, Outside):
            if end is Outside.RUNNING or period is None or source.day in period:
                outside.append((source, end))
        elif period is None or end.day in period:
            clock = calendar.clock(end)
            if clock.days > 0:
                found.append(clock)
            else:
                outside.append((source, Outside.NOTHING_AFTER))
    found.sort(key=lambda each: (each.origin, each.source.course_id or each.source.spasms[0]))
    return Clocks(clocks=tuple(found), outside=tuple(outside))


def _courses(diary: Diary, bouts: Sequence[Traced]) -> Iterator[tuple[Source, _End | Outside]]:
    """Those that have begun; one whose last day is today or ahead still runs."""
    lasting = [(each.day, each.last_day, each.place) for each in bouts]
    for course in diary.courses:
        last = course.last_day
        over = last is not None and last < diary.today
        source = Source(
            kind=Kind.COURSE,
            day=last if last is not None and over else course.first_day,
            treatments=(course.treatment_id,),
            place=course.region,
            everywhere=course.region is None,
            course_id=course.id,
        )
        if over:
            there = (
                (first, until)
                for first, until, place in lasting
                if source.everywhere or place == course.region
            )
            unsettled = any(first <= source.day < until for first, until in there)
            yield (
                source,
                Outside.NEVER_SETTLED if unsettled else _End(source=source, day=source.day),
            )
        elif course.first_day <= diary.today:
            yield source, Outside.RUNNING


def _spasms(bouts: Sequence[Traced]) -> Iterator[tuple[Source, _End | Outside]]:
    for bout in bouts:
        if bout.uses:
            source = Source(
                kind=Kind.SPASM,
                day=bout.day,
                treatments=tuple(sorted({each.treatment_id for each in bout.uses})),
                place=bout.place,
                spasms=bout.ids,
                uses=tuple(each.id for each in bout.uses),
            )
            yield source, _end_of(source, bout)


def _end_of(source: Source, bout: Traced) -> _End | Outside:
    last = bout.last
    if last is not None and last.resolved is not None and last.resolved_day is not None:
        return _End(source=source, day=last.resolved_day, at=last.resolved.utc)
    eased = first_easing(bout)
    if eased is not None:
        return _End(source=source, day=eased.day, at=eased.at)
    return Outside.RUNNING if bout.spasms[-1].is_running else Outside.NO_END


@dataclass(frozen=True, slots=True)
class _Onsets:
    """Spasms that are, or may be, strong enough for a return, by day and by instant."""

    spasms: tuple[Episode, ...]
    days: tuple[date, ...]
    instants: tuple[datetime, ...]

    @classmethod
    def of(cls, spasms: Sequence[Episode]) -> _Onsets:
        listed = tuple(sorted(spasms, key=lambda each: (each.onset.utc, each.id)))
        return cls(
            listed,
            tuple(each.day for each in listed),
            tuple(each.onset.utc for each in listed),
        )

    def after(self, end: _End) -> Episode | None:
        """The first that began 24 hours later or, where only the day is known, a day later."""
        if end.at is None:
            place = bisect_right(self.days, end.day)
        else:
            place = bisect_left(self.instants, end.at + SOONEST)
        return self.spasms[place] if place < len(self.spasms) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Calendar:
    """All that ends a clock, worked out once."""

    today: date
    places: Mapping[Region | None, _Onsets]
    anywhere: _Onsets
    strong: frozenset[str]
    courses: tuple[Course, ...]
    gaps: tuple[tuple[date, date], ...]

    @classmethod
    def of(cls, diary: Diary) -> _Calendar:
        peaks = {each.id: diary.peak(each) for each in diary.episodes}
        strong = {name for name, peak in peaks.items() if peak is not None and peak >= RETURN_PEAK}
        counted = [e for e in diary.episodes if e.id in strong or peaks[e.id] is None]
        places: dict[Region | None, list[Episode]] = {}
        for each in counted:
            places.setdefault(each.place, []).append(each)
        return cls(
            today=diary.today,
            places={place: _Onsets.of(listed) for place, listed in places.items()},
            anywhere=_Onsets.of(counted),
            strong=frozenset(strong),
            courses=diary.courses,
            gaps=tuple(gaps(diary)),
        )

    def clock(self, end: _End) -> Clock:
        """From this end to whatever came first; on one day a spasm comes before the rest."""
        source = end.source
        onsets = self.anywhere if source.everywhere else self.places.get(source.place)
        second = onsets.after(end) if onsets else None
        day, stop = min(self._stops(end), key=lambda each: each[0])
        if second is None or second.day > day:
            days = max((day - end.day).days, 0)
            return Clock(source=source, origin=end.day, days=days, stop=stop)
        return Clock(
            source=source,
            origin=end.day,
            days=max((second.day - end.day).days, 1),
            stop=Stop.RETURN if second.id in self.strong else Stop.UNKNOWN,
            next_id=second.id,
        )

    def _stops(self, end: _End) -> Iterator[tuple[date, Stop]]:
        source = end.source
        yield self.today, Stop.TODAY
        if source.kind is Kind.SPASM:
            yield end.day + timedelta(days=SPASM_CLOCK_DAYS), Stop.LIMIT
        for course in self.courses:
            here = source.everywhere or course.region in (None, source.place)
            if here and course.first_day >= end.day and course.id != source.course_id:
                yield course.first_day, Stop.COURSE
        for first, last in self.gaps:
            if last > end.day:
                yield max(first, end.day), Stop.GAP
                break


def gaps(diary: Diary) -> Iterator[tuple[date, date]]:
    """The first and last day of every long run of days without an entry, oldest first.

    All days before the journal began are one; the day that is not over belongs to none.
    """
    one = timedelta(days=1)
    logged = [day for day, facts in diary.facts.items() if facts.logged and day < diary.today]
    for before, after in pairwise((date.min, *logged, diary.today)):
        if (after - before).days > GAP_DAYS:
            yield before + one, after - one
