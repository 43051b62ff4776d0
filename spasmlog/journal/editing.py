"""What each command does, one function a command: change, delete, bring back, take in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from spasmlog.domain.codec import KINDS
from spasmlog.domain.diary import Change, day_of
from spasmlog.domain.moment import Moment, day_of_end
from spasmlog.domain.records import (
    CheckIn,
    Course,
    Episode,
    Factor,
    Reading,
    Record,
    Score,
    Treatment,
    TreatmentUse,
)
from spasmlog.errors import InvalidEntry, JournalInhabited, NoSuchRecord
from spasmlog.i18n import _
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances
from spasmlog.journal.lookup import find, must, refuse_second_running
from spasmlog.journal.medicine_names import refuse_other_kind
from spasmlog.journal.scores import refuse_part, refuse_second_score

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def edit(command: c.Edit, uow: UnitOfWork, here: Circumstances) -> None:
    record = find(uow, command.record_id)
    changed = {name: _placed(record, name, value, here) for name, value in command.fields}
    edited = replace(record, **changed, **_days(record, changed, here))
    if isinstance(edited, CheckIn | Score | Course):
        day = day_of(edited)
        if day is not None and day != day_of(record):
            here.refuse_ahead(day)
    if isinstance(edited, CheckIn):
        refuse_second_check_in(uow, edited)
    if isinstance(edited, Score):
        _check_score(uow, edited, record)
    if isinstance(edited, Treatment) and {"name", "kind"} & changed.keys():
        refuse_other_kind(edited.name, edited.kind)
    if isinstance(edited, Episode) and edited.is_running:
        refuse_second_running(uow, edited.id)
    uow.save(edited)


def _placed(record: Record, name: str, value: Any, here: Circumstances) -> Any:
    """A clock time becomes the moment it showed where that was lived; a new end, where it began."""
    if not isinstance(value, datetime | Moment):
        return value
    lived = getattr(record, name)
    if lived is None and isinstance(record, Episode):
        lived = record.onset
    return here.moment(value, lived.zone)


def _days(record: Record, changed: Mapping[str, Any], here: Circumstances) -> dict[str, Any]:
    """The days that follow from changed moments; moments left alone keep theirs."""
    days: dict[str, Any] = {}
    for name in ("onset", "at"):
        if name in changed and changed[name] != getattr(record, name):
            days["day"] = here.day(changed[name])
    if isinstance(record, Episode):
        began = days.get("day", record.day)
        end = changed.get("resolved", record.resolved)
        if end is None:
            days["resolved_day"] = None
        elif end != record.resolved or "day" in days:
            days["resolved_day"] = day_of_end(end, here.day_start, began)
    return days


def _check_score(uow: UnitOfWork, edited: Score, before: Record) -> None:
    """What is left alone is not checked: it may come from elsewhere."""
    if edited.answers != getattr(before, "answers", None):
        refuse_part(edited)
    if edited.day != day_of(before):
        refuse_second_score(uow, edited)


def refuse_second_check_in(uow: UnitOfWork, edited: CheckIn) -> None:
    """A day has one check-in at most."""
    other = uow.newest(CheckIn, day=edited.day.isoformat())
    if other is not None and other.id != edited.id:
        raise InvalidEntry(
            _("That day has a check-in already."), _("Change that one, or choose another day.")
        )


def delete(command: c.Delete, uow: UnitOfWork, here: Circumstances) -> None:
    record = find(uow, command.record_id)
    if isinstance(record, Factor):
        uow.save(replace(record, retired=here.today))
        return
    if isinstance(record, Treatment):
        _refuse_used(uow, record)
    for reading in (
        *uow.where(Reading, episode_id=record.id),
        *uow.where(Reading, use_id=record.id),
    ):
        uow.save(_unlinked(reading, record.id))
    for use in uow.where(TreatmentUse, episode_id=record.id):
        uow.save(replace(use, episode_id=None))
    uow.remove(record)


def _unlinked(reading: Reading, target: str) -> Reading:
    return replace(
        reading,
        episode_id=None if reading.episode_id == target else reading.episode_id,
        use_id=None if reading.use_id == target else reading.use_id,
    )


def _refuse_used(uow: UnitOfWork, treatment: Treatment) -> None:
    by_treatment = {"treatment_id": treatment.id}
    if uow.newest(TreatmentUse, **by_treatment) or uow.newest(Course, **by_treatment):
        raise InvalidEntry(
            _("{name} has been used, so it stays in the history.").format(name=treatment.name),
            _("Archive it: it is then no longer offered."),
        )


def restore(command: c.Restore, uow: UnitOfWork, _here: Circumstances) -> None:
    bring_back(command.record_id, in_bin(uow), uow)


def bring_back(record_id: str, deleted: Mapping[str, Record], uow: UnitOfWork) -> None:
    """Restore one; a second check-in of a day fills only what is not answered there."""
    record = deleted.get(record_id)
    if record is None:
        raise NoSuchRecord(_("This entry is not in the bin any more."))
    if isinstance(record, CheckIn):
        present = uow.newest(CheckIn, day=record.day.isoformat())
        record = record if present is None else _filled(present, record)
    if isinstance(record, Episode) and record.is_running:
        refuse_second_running(uow, record.id)
    if isinstance(record, TreatmentUse | Course):
        must(uow, Treatment, record.treatment_id)
    uow.save(_without_lost_links(record, uow))
    for change in uow.removal(record.id):
        _link_again(change, record.id, uow)


def _link_again(change: Change, target: str, uow: UnitOfWork) -> None:
    """What lost its link when `target` was deleted gets it back, unless it has another now."""
    before = change.before
    if not isinstance(before, Reading | TreatmentUse):
        return
    present = uow.get(type(before), before.id)
    if present is None:
        return
    links = {
        name: target
        for name in ("episode_id", "use_id")
        if getattr(before, name, None) == target and getattr(present, name) is None
    }
    uow.save(cast(Record, replace(present, **cast(Any, links))))


def in_bin(uow: UnitOfWork) -> dict[str, Record]:
    """All that can be brought back, by id."""
    gone = (logged.change.before for logged in uow.deleted())
    return {record.id: record for record in gone if record is not None}


def _filled(present: CheckIn, restored: CheckIn) -> CheckIn:
    """The check-in that is there, its unanswered questions filled from the one brought back."""
    answers = {
        field.name: getattr(restored, field.name)
        for field in fields(CheckIn)
        if getattr(present, field.name) in (None, "")
    }
    worst, average = (answers.get(name, getattr(present, name)) for name in ("worst", "average"))
    if worst is not None and average is not None and average > worst:
        answers |= {"worst": present.worst, "average": present.average}
    exposures = dict(restored.exposures) | dict(present.exposures)
    return replace(present, **answers, exposures=tuple(sorted(exposures.items())))


def _without_lost_links(record: Record, uow: UnitOfWork) -> Record:
    """A link to what has been deleted since is dropped; the entry itself comes back."""
    if not isinstance(record, Reading | TreatmentUse):
        return record
    lost: dict[str, None] = {}
    if record.episode_id and uow.get(Episode, record.episode_id) is None:
        lost["episode_id"] = None
    if isinstance(record, Reading) and record.use_id and not uow.get(TreatmentUse, record.use_id):
        lost["use_id"] = None
    return cast(Record, replace(record, **cast(Any, lost)))


def import_records(command: c.ImportRecords, uow: UnitOfWork, _here: Circumstances) -> None:
    if any(uow.where(kind) for kind in KINDS.values()):
        raise JournalInhabited(
            _("This journal has entries already."),
            _("Import into an empty journal: give another name with --journal."),
        )
    uow.add_all(command.records)
