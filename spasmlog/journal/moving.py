"""What each command does: take entries to another day or time, and copy one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from spasmlog.domain.diary import day_of
from spasmlog.domain.moment import Moment, day_of_end
from spasmlog.domain.records import (
    CheckIn,
    Course,
    Episode,
    Reading,
    Record,
    Score,
    Timed,
    TreatmentUse,
    Visit,
)
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances
from spasmlog.journal.editing import refuse_second_check_in
from spasmlog.journal.lookup import find
from spasmlog.journal.scores import refuse_second_score
from spasmlog.journal.several import can_move, can_shift, refuse_unless, stands_on

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def move(command: c.Move, uow: UnitOfWork, here: Circumstances) -> None:
    chosen = [find(uow, each) for each in dict.fromkeys(command.record_ids)]
    if command.to_day is not None and command.by is None:
        _to_day(chosen, command.to_day, uow, here)
    elif command.by is not None and command.to_day is None:
        refuse_unless(chosen, can_shift)
        for each in chosen:
            uow.save(_begun(each, here.moment(_beginning(each).plus(command.by)), here))
    else:
        raise InvalidEntry(_("Entries are moved to a day, or by an amount of time."))


def _to_day(chosen: list[Record], to_day: date, uow: UnitOfWork, here: Circumstances) -> None:
    refuse_unless(chosen, can_move)
    going = {each.id: (each, to_day - _day(each)) for each in chosen}
    for each in [*chosen]:
        for along in _linked_to(each, uow):
            going[along.id] = (along, going[each.id][1])
    for record, days in going.values():
        if days:
            moved = _on_day(record, _day(record) + days, here)
            _refuse_second(moved, uow)
            uow.save(_relinked(moved, lambda target: target if target in going else None))


def _linked_to(record: Record, uow: UnitOfWork) -> Iterable[Record]:
    """What goes where this goes: doses and readings of a spasm, and the relief checks of doses."""
    if isinstance(record, TreatmentUse):
        return uow.where(Reading, use_id=record.id)
    if not isinstance(record, Episode):
        return ()
    uses = uow.where(TreatmentUse, episode_id=record.id)
    checks = [check for use in uses for check in uow.where(Reading, use_id=use.id)]
    return (*uses, *checks, *uow.where(Reading, episode_id=record.id))


def duplicate(command: c.Duplicate, uow: UnitOfWork, here: Circumstances) -> None:
    record = find(uow, command.record_id)
    refuse_unless((record,), can_move)
    placed = record
    if command.to_time is not None:
        refuse_unless((record,), can_shift)
        placed = _begun(record, here.moment(command.to_time), here)
    elif command.to_day is not None:
        placed = _on_day(record, command.to_day, here)
    _save_copy(record, placed, {}, uow, here)


def duplicate_many(command: c.DuplicateMany, uow: UnitOfWork, here: Circumstances) -> None:
    chosen = [find(uow, each) for each in dict.fromkeys(command.record_ids)]
    refuse_unless(chosen, can_move)
    copies: dict[str, str] = {}
    for record in sorted(chosen, key=stands_on):
        placed = _on_day(record, command.to_day, here)
        copies[record.id] = _save_copy(record, placed, copies, uow, here)


def _save_copy(
    record: Record,
    placed: Record,
    copies: Mapping[str, str],
    uow: UnitOfWork,
    here: Circumstances,
) -> str:
    """Keep a copy of a record in its new place; `copies` are those of what it may be linked to."""
    copy = replace(placed, **here.base())
    if isinstance(copy, Episode) and copy.is_running:
        copy = replace(copy, end_unknown=True)
    if isinstance(copy, CheckIn):
        copy = replace(copy, copied=True)
    _refuse_second(copy, uow)
    elsewhere = _day(copy) != _day(record)
    uow.save(_relinked(copy, lambda target: copies.get(target, None if elsewhere else target)))
    return copy.id


def _day(record: Record) -> date:
    return cast(date, day_of(record))


def _beginning(record: Record) -> Moment:
    return record.onset if isinstance(record, Episode) else cast(Timed, record).at


def _begun(record: Record, moment: Moment, here: Circumstances) -> Record:
    """The same at this moment; a spasm takes as long as it took."""
    day = here.day(moment)
    if not isinstance(record, Episode):
        return cast(Record, replace(cast(Timed, record), at=moment, day=day))
    if record.resolved is None:
        return replace(record, onset=moment, day=day)
    took = record.resolved.utc - record.onset.utc
    end = here.moment(moment.plus(took))
    ended = day_of_end(end, here.day_start, day)
    return replace(record, onset=moment, day=day, resolved=end, resolved_day=ended)


def _on_day(record: Record, day: date, here: Circumstances) -> Record:
    """The same on another day, at the time that the clock showed."""
    if isinstance(record, Visit):
        return replace(record, day=day)
    here.refuse_ahead(day)
    if isinstance(record, Course):
        last = record.last_day
        lasting = None if last is None else day + (last - record.first_day)
        return replace(record, first_day=day, last_day=lasting)
    if isinstance(record, CheckIn | Score):
        return replace(record, day=day)
    lived = _beginning(record)
    clock = lived.clock.time()
    night = timedelta(days=1) if clock < here.day_start else timedelta()
    return _begun(record, here.moment(datetime.combine(day + night, clock), lived.zone), here)


def _refuse_second(record: Record, uow: UnitOfWork) -> None:
    """A day has one check-in, and one of each questionnaire."""
    if isinstance(record, CheckIn):
        refuse_second_check_in(uow, record)
    if isinstance(record, Score):
        refuse_second_score(uow, record)


def _relinked(record: Record, to: Callable[[str], str | None]) -> Record:
    """The record with its links as `to` gives them; None is no link any more."""
    targets = ((name, getattr(record, name, None)) for name in ("episode_id", "use_id"))
    links = {name: to(target) for name, target in targets if target}
    return replace(record, **cast(Any, links))
