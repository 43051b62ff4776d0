"""The diary as it was known at the end of each day, one day after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from spasmlog.domain.diary import KINDS, Change, Diary, day_of, days_touched, relink, without_end
from spasmlog.domain.records import Episode, Record

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PastDay:
    """The diary as of the end of a day, and the records that became known or changed on it."""

    known: Diary
    came: tuple[Record, ...]


def day_by_day(diary: Diary, first: date, last: date) -> Iterator[PastDay]:
    """The diary as of each day from `first` to `last`, as `as_of` gives it but for `later`.

    That is left empty, and the records that came on `first` are all there are. Each day grows out
    of the one before, which spares most of the time: it may be looked at until the next is asked
    for, and not afterwards.
    """
    known = replace(diary.as_of(first), later=())
    by_id, linked = dict(known.by_id), dict(known.linked)
    known = replace(known, by_id=by_id, linked=linked)
    yield PastDay(known, tuple(by_id.values()))
    new = _by_day(diary, first + ONE_DAY, last)
    ended = _by_end(diary, first)
    for day in map(date.fromordinal, range(first.toordinal() + 1, last.toordinal() + 1)):
        came = [_as_known(each, day) for each in new.get(day, ())]
        ends = [each for each in ended.get(day, ()) if each.day < day]
        by_id.update((each.id, each) for each in (*came, *ends))
        for each in came:
            relink(linked, each, comes=True)
        known = _grown(diary, replace(known, today=day), came, ends)
        yield PastDay(known, (*came, *ends))


def _by_day(diary: Diary, first: date, last: date) -> Mapping[date, Sequence[Record]]:
    found: dict[date, list[Record]] = {}
    for kind in KINDS:
        for each in diary.between(kind, first, last):
            found.setdefault(cast(date, day_of(each)), []).append(each)
    return found


def _by_end(diary: Diary, after: date) -> Mapping[date, Sequence[Episode]]:
    found: dict[date, list[Episode]] = {}
    for each in diary.episodes:
        if each.resolved_day is not None and each.resolved_day > after:
            found.setdefault(each.resolved_day, []).append(each)
    return found


def _as_known(record: Record, day: date) -> Record:
    """The record as it is known at the end of its own day."""
    if isinstance(record, Episode) and record.resolved_day is not None:
        return without_end(record) if record.resolved_day > day else record
    return record


def _grown(diary: Diary, known: Diary, came: Sequence[Record], ends: Sequence[Episode]) -> Diary:
    """The diary with all that is new, which its ids and links have already, in its other parts."""
    if not came and not ends:
        return known
    records = dict(known.records)
    new = Counter(map(type, came))
    for kind, many in new.items():
        records[kind] = diary.of_kind(kind)[: len(known.of_kind(kind)) + many]
    if Episode in new or ends:
        # Those that run on are cut short, so that they are not those of the whole diary.
        records[Episode] = tuple(known.by_id[each.id] for each in records[Episode])
    changes = [Change(None, each) for each in came]
    changes += [Change(without_end(each), each) for each in ends]
    touched = (each for record in (*came, *ends) for each in days_touched(record, known.by_id))
    moved = replace(known, records=records)
    return replace(moved, facts=moved.facts_after(changes, set(touched)))
