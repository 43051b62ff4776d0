"""What records must be to each other before a file of them is taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from spasmlog.analysis.scores import is_whole
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    CheckIn,
    Course,
    Episode,
    Reading,
    Record,
    Score,
    Timed,
    Treatment,
    TreatmentUse,
)
from spasmlog.domain.scales import INSTRUMENTS
from spasmlog.errors import ImportRefused, InvalidEntry
from spasmlog.i18n import _


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands in the file: its collection, and its number there from 1."""

    collection: str
    number: int = 0

    def refuse(self, sentence: str) -> NoReturn:
        """Say which record is wrong, and what is wrong with it."""
        where = f"{self.collection} {self.number}" if self.number else self.collection
        raise ImportRefused(
            _("{where}: {sentence}").format(where=where, sentence=sentence),
            _("Nothing was taken in; correct that entry or export it again."),
        )


Found = Mapping[Place, Record]


def refuse_contradictions(found: Found) -> None:
    """Refuse what no journal could hold: raises `ImportRefused`, naming the later record."""
    _refuse_twice(found, lambda record: record.id, _("Another entry has the same id."))
    _refuse_twice(found, _checked_day, _("That day has a check-in already."))
    _refuse_twice(found, _running, _("Another spasm is running already."))
    by_id = {record.id: record for record in found.values()}
    for place, record in found.items():
        for target, kind in _links(record):
            if not isinstance(by_id.get(target), kind):
                place.refuse(_("What it is linked to is not in the file."))
        for moment, day in _days(record):
            if abs((moment.clock.date() - day).days) > 1:
                place.refuse(_("Its day is not that of its time."))
        if isinstance(record, Score) and not _answered(record):
            place.refuse(_("Its answers are not those of its questionnaire."))
    _refuse_unknown_zones(found)


def _answered(score: Score) -> bool:
    """Of a questionnaire that is not known here nothing is counted, so it may be as it is."""
    return score.instrument not in INSTRUMENTS or is_whole(score.instrument, score.answers)


def _refuse_unknown_zones(found: Found) -> None:
    first = {moment.zone: (place, moment) for place, each in found.items() for moment in _all(each)}
    for place, moment in first.values():
        try:
            Moment.of(moment.utc, moment.zone)
        except InvalidEntry:
            place.refuse(_("{zone} is not a time zone.").format(zone=repr(moment.zone)[:60]))


def _refuse_twice(found: Found, key: Callable[[Record], object], sentence: str) -> None:
    seen: set[object] = set()
    for place, record in found.items():
        value = key(record)
        if value is not None and value in seen:
            place.refuse(sentence)
        seen.add(value)


def _checked_day(record: Record) -> date | None:
    return record.day if isinstance(record, CheckIn) else None


def _running(record: Record) -> bool | None:
    return True if isinstance(record, Episode) and record.is_running else None


def _links(record: Record) -> Iterator[tuple[str, type[Record]]]:
    if isinstance(record, TreatmentUse | Course):
        yield record.treatment_id, Treatment
    if isinstance(record, TreatmentUse | Reading) and record.episode_id is not None:
        yield record.episode_id, Episode
    if isinstance(record, Reading) and record.use_id is not None:
        yield record.use_id, TreatmentUse


def _days(record: Record) -> Iterator[tuple[Moment, date]]:
    """Each stored diary day with its moment; an end takes the day of its beginning at the least."""
    if isinstance(record, Episode):
        yield record.onset, record.day
        if record.resolved and record.resolved_day and record.resolved_day != record.day:
            yield record.resolved, record.resolved_day
    elif isinstance(record, Timed):
        yield record.at, record.day


def _all(record: Record) -> Iterator[Moment]:
    yield record.recorded_at
    for moment, _day in _days(record):
        yield moment
    if isinstance(record, Episode) and record.resolved:
        yield record.resolved
