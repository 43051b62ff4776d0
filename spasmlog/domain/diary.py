"""The diary: a frozen picture of all records, and how it moves on with a change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import TypeVar, cast

from spasmlog.domain.day_facts import DayFacts, Earlier, days_of, facts_of
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Profile,
    Reading,
    Record,
    Score,
    SignalNote,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import Nrs

R = TypeVar("R", bound=Record)
KINDS: tuple[type[Record], ...] = (
    Episode,
    Reading,
    Drink,
    Activity,
    Stretch,
    CheckIn,
    Treatment,
    TreatmentUse,
    Course,
    Answer,
    Score,
    Visit,
    SignalNote,
    Factor,
    Experiment,
)
_NEVER = datetime.min.replace(tzinfo=UTC)
SortKey = tuple[date, datetime, datetime, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One record as it was and as it is now. Its mirror image undoes it."""

    before: Record | None
    after: Record | None

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable thing: what it is called, and what it changed."""

    label: str
    changes: tuple[Change, ...]

    def inverse(self) -> Step:
        """The step that takes this one back, in the opposite order."""
        return Step(self.label, tuple(change.inverse() for change in reversed(self.changes)))


def day_of(record: Record) -> date | None:
    """The diary day that a record belongs to; None for the catalogue and the profile."""
    if isinstance(record, Course):
        return record.first_day
    if isinstance(record, Experiment):
        return record.start
    if isinstance(record, Factor):
        return record.created
    return getattr(record, "day", None)


def instant_of(record: Record) -> datetime:
    """When it happened; records of a whole day come first within the day."""
    if isinstance(record, Episode):
        return record.onset.utc
    at = getattr(record, "at", None)
    return _NEVER if at is None else cast(datetime, at.utc)


def sort_key(record: Record) -> SortKey:
    """Day, instant, and within the same instant the order in which they were typed."""
    day = day_of(record) or date.min
    return (day, instant_of(record), record.recorded_at.utc, record.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diary:
    """All records, sorted oldest first, indexed by id, by link and by day. Never edited.

    `facts` holds every day on which anything is known, oldest first. Days before `full_from` may
    stand on a compact row only (pain, logged), until the whole diary has been read; None: all is
    here. `later` are the records left out by `as_of`.
    """

    today: date
    profile: Profile | None = None
    records: Mapping[type[Record], tuple[Record, ...]] = field(default_factory=dict)
    by_id: Mapping[str, Record] = field(default_factory=dict, repr=False)
    linked: Mapping[str, frozenset[str]] = field(default_factory=dict, repr=False)
    facts: Mapping[date, DayFacts] = field(default_factory=dict, repr=False)
    full_from: date | None = None
    later: tuple[Record, ...] = ()

    @classmethod
    def of(
        cls,
        today: date,
        records: Iterable[Record] = (),
        earlier: Iterable[Earlier] = (),
        full_from: date | None = None,
    ) -> Diary:
        """A diary of these records; `earlier` are compact rows of days before `full_from`."""
        kept = list(records)
        profile = next((each for each in kept if isinstance(each, Profile)), None)
        by_kind: dict[type[Record], list[Record]] = {kind: [] for kind in KINDS}
        for record in kept:
            if not isinstance(record, Profile):
                by_kind[type(record)].append(record)
        linked: dict[str, set[str]] = {}
        for record in kept:
            for target in links_of(record):
                linked.setdefault(target, set()).add(record.id)
        bare = cls(
            today=today,
            profile=profile,
            records={kind: tuple(sorted(each, key=sort_key)) for kind, each in by_kind.items()},
            by_id={record.id: record for record in kept},
            linked={target: frozenset(ids) for target, ids in linked.items()},
            full_from=full_from,
        )
        return replace(bare, facts=bare._all_facts(earlier))

    def of_kind(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, oldest first."""
        return cast("tuple[R, ...]", self.records.get(kind, ()))

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """All spasms, oldest first."""
        return self.of_kind(Episode)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All readings, oldest first."""
        return self.of_kind(Reading)

    @property
    def uses(self) -> tuple[TreatmentUse, ...]:
        """All doses and goes, oldest first."""
        return self.of_kind(TreatmentUse)

    @property
    def courses(self) -> tuple[Course, ...]:
        """All courses, oldest first."""
        return self.of_kind(Course)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """All answers to safety questions, in the order of date and typing."""
        return self.of_kind(Answer)

    @property
    def treatments(self) -> tuple[Treatment, ...]:
        """The catalogue, oldest first."""
        return self.of_kind(Treatment)

    @property
    def running(self) -> Episode | None:
        """The spasm that is running, if one is."""
        return next((each for each in reversed(self.episodes) if each.is_running), None)

    def get(self, kind: type[R], record_id: str | None) -> R | None:
        """The record with this id, if it is here and of this kind."""
        found = self.by_id.get(record_id or "")
        return found if isinstance(found, kind) else None

    def on(self, kind: type[R], day: date) -> tuple[R, ...]:
        """The records of a kind that belong to a day."""
        return self.between(kind, day, day)

    def between(self, kind: type[R], first: date, last: date) -> tuple[R, ...]:
        """The records of a kind that belong to the days from `first` to `last`."""
        listed = self.of_kind(kind)
        low = bisect_left(listed, first, key=_day_or_min)
        return listed[low : bisect_right(listed, last, lo=low, key=_day_or_min)]

    def check_in(self, day: date) -> CheckIn | None:
        """The check-in of a day, if there is one."""
        return next(iter(self.on(CheckIn, day)), None)

    def linked_readings(self, record_id: str) -> tuple[Reading, ...]:
        """The readings linked to a spasm or a dose, oldest first."""
        return self._linked(Reading, record_id)

    def linked_uses(self, episode_id: str) -> tuple[TreatmentUse, ...]:
        """The doses linked to a spasm, oldest first."""
        return self._linked(TreatmentUse, episode_id)

    def peak(self, episode: Episode) -> Nrs | None:
        """The larger of the peak typed and the readings linked; None: not known."""
        pains = [each.pain for each in self.linked_readings(episode.id) if each.pain is not None]
        if episode.peak is not None:
            pains.append(episode.peak)
        return max(pains, default=None)

    def facts_on(self, day: date) -> DayFacts:
        """What is known of a day; a day without an entry is unknown."""
        return self.facts.get(day) or DayFacts(day=day)

    def last(self, days: int) -> range:
        """The ordinals of the last `days` days, today included."""
        end = self.today.toordinal() + 1
        return range(end - days, end)

    def on_day(self, today: date) -> Diary:
        """The same diary, seen on another day."""
        return self if today == self.today else replace(self, today=today)

    def as_of(self, day: date) -> Diary:
        """The diary as far as it reaches to the end of `day`; what is later is not yet known."""
        later = [r for kind in KINDS for r in self.between(kind, _after(day), date.max)]
        ends = [
            Change(each, without_end(each))
            for each in self.episodes
            if each.day <= day and each.resolved_day is not None and each.resolved_day > day
        ]
        cut = self._up_to(day, later) if later else replace(self, today=day)
        return cut.apply(ends) if ends else cut

    def apply(self, changes: Sequence[Change]) -> Diary:
        """The diary after these changes; only the days that changed are worked out anew."""
        records = dict(self.records)
        by_id = dict(self.by_id)
        linked = dict(self.linked)
        profile = self.profile
        days: set[date] = set()
        for change in changes:
            for record, comes in ((change.before, False), (change.after, True)):
                if record is None:
                    continue
                days |= days_touched(record, by_id)
                if isinstance(record, Profile):
                    profile = record if comes else None
                else:
                    records[type(record)] = _moved(records[type(record)], record, comes)
                relink(linked, record, comes=comes)
                if comes:
                    by_id[record.id] = record
                else:
                    del by_id[record.id]
        moved = replace(self, profile=profile, records=records, by_id=by_id, linked=linked)
        return replace(moved, facts=moved.facts_after(changes, days))

    def _up_to(self, day: date, later: Sequence[Record]) -> Diary:
        """The diary of that day without `later`, which is all that belongs to a day after it."""
        by_id, linked = dict(self.by_id), dict(self.linked)
        for record in later:
            del by_id[record.id]
        cut = replace(
            self,
            today=day,
            records={kind: self.between(kind, date.min, day) for kind in KINDS},
            by_id=by_id,
            linked=linked,
            facts={each: facts for each, facts in self.facts.items() if each <= day},
            later=(*later, *self.later),
        )
        touched: set[date] = set()
        for record in later:
            if isinstance(record, Reading | TreatmentUse):
                relink(linked, record, comes=False)
                touched |= {each for each in days_touched(record, by_id) if each <= day}
        return replace(cut, facts=cut.facts_after((), touched))

    def _linked(self, kind: type[R], target: str) -> tuple[R, ...]:
        found = (self.by_id[each] for each in self.linked.get(target, ()))
        return tuple(sorted((each for each in found if isinstance(each, kind)), key=sort_key))

    def _all_facts(self, earlier: Iterable[Earlier]) -> dict[date, DayFacts]:
        spasms: dict[date, list[Episode]] = {}
        for episode in self.episodes:
            for day in days_of(episode):
                spasms.setdefault(day, []).append(episode)
        by_day: dict[date, list[Record]] = {}
        for kind in (Reading, Drink, Activity, Stretch, CheckIn, TreatmentUse):
            for record in self.records[kind]:
                by_day.setdefault(cast(date, day_of(record)), []).append(record)
        compact = {each.day: each for each in earlier}
        days = sorted(spasms.keys() | by_day.keys() | compact.keys())
        facts = (
            facts_of(day, by_day.get(day, ()), spasms.get(day, ()), self.peak, compact.get(day))
            for day in days
        )
        return {each.day: each for each in facts if each.known}

    def facts_after(self, changes: Sequence[Change], days: set[date]) -> dict[date, DayFacts]:
        """The facts, with those of `days` worked out anew; `changes` have come to the records."""
        facts = dict(self.facts)
        newest = next(reversed(facts), date.min)
        touching: dict[date, set[str]] = {
            day: set(facts[day].spasms) if day in facts else set() for day in days
        }
        for change in changes:
            for record, comes in ((change.before, False), (change.after, True)):
                if isinstance(record, Episode):
                    for day in days_of(record):
                        (touching[day].add if comes else touching[day].discard)(record.id)
        kinds = (Reading, Drink, Activity, Stretch, CheckIn, TreatmentUse)
        for day in sorted(days):
            of_day = [record for kind in kinds for record in self.on(kind, day)]
            spasms = sorted((self.by_id[each] for each in touching[day]), key=sort_key)
            earlier = facts[day].earlier if day in facts else None
            facts[day] = facts_of(day, of_day, cast("list[Episode]", spasms), self.peak, earlier)
            if not facts[day].known:
                del facts[day]
        new = days - self.facts.keys()
        in_order = not new or min(new) > newest
        return facts if in_order else dict(sorted(facts.items()))


def links_of(record: Record) -> tuple[str, ...]:
    """The ids of the spasm and the dose that a record is linked to."""
    if isinstance(record, Reading):
        return tuple(each for each in (record.episode_id, record.use_id) if each)
    if isinstance(record, TreatmentUse) and record.episode_id:
        return (record.episode_id,)
    return ()


def days_touched(record: Record, by_id: Mapping[str, Record]) -> set[date]:
    """The days whose facts a record is part of, or changes by what it is linked to."""
    days = set(days_of(record))
    for target in links_of(record):
        episode = by_id.get(target)
        if isinstance(episode, Episode):
            days.add(episode.day)
    return days


def without_end(episode: Episode) -> Episode:
    """The spasm as it is known on a day before its end: nobody knows of an end yet."""
    return replace(episode, resolved=None, resolved_day=None, end_unknown=True)


def _day_or_min(record: Record) -> date:
    return day_of(record) or date.min


def _after(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def _moved(listed: tuple[Record, ...], record: Record, comes: bool) -> tuple[Record, ...]:
    if comes:
        grown = list(listed)
        insort(grown, record, key=sort_key)
        return tuple(grown)
    place = bisect_left(listed, sort_key(record), key=sort_key)
    return listed[:place] + listed[place + 1 :]


def relink(linked: dict[str, frozenset[str]], record: Record, *, comes: bool) -> None:
    """Enter what a record is linked to, or take it out again."""
    for target in links_of(record):
        ids = linked.get(target, frozenset())
        left = ids | {record.id} if comes else ids - {record.id}
        if left:
            linked[target] = left
        else:
            linked.pop(target, None)
