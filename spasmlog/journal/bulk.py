"""What each command does: change, delete and bring back several entries at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from spasmlog.domain.records import CheckIn, Episode, Record, Treatment, TreatmentUse
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances
from spasmlog.journal.editing import bring_back, delete, in_bin
from spasmlog.journal.lookup import find, must
from spasmlog.journal.several import (
    EXPOSURES,
    NOTE,
    can_delete,
    refuse_unless,
    refuse_without,
    stands_on,
)

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def edit_many(command: c.EditMany, uow: UnitOfWork, _here: Circumstances) -> None:
    chosen = [find(uow, each) for each in dict.fromkeys(command.record_ids)]
    for name in _named(command):
        refuse_without(chosen, name)
    for record in chosen:
        set_to = dict(command.fields)
        if "treatment_id" in set_to:
            set_to |= _treated_with(must(uow, Treatment, set_to["treatment_id"]), record)
        if command.add or command.remove:
            set_to[EXPOSURES] = _exposed(record, command)
        if command.note:
            before = set_to.get(NOTE, getattr(record, NOTE, ""))
            set_to[NOTE] = "\n".join(filter(None, (before, command.note)))
        uow.save(replace(record, **cast(Any, set_to)))


def edit_together(command: c.EditTogether, uow: UnitOfWork, here: Circumstances) -> None:
    for each in command.edits:
        edit_many(each, uow, here)


def _named(command: c.EditMany) -> Iterable[str]:
    yield from dict(command.fields)
    if command.add or command.remove:
        yield EXPOSURES
    if command.note:
        yield NOTE


def _treated_with(treatment: Treatment, record: Record) -> dict[str, Any]:
    """A dose also keeps what its treatment is."""
    if not isinstance(record, TreatmentUse):
        return {}
    return {"kind": treatment.kind, "prescribed": treatment.prescribed}


def _exposed(record: Record, command: c.EditMany) -> Any:
    """What a check-in is not asked about any more is unknown again, not a no."""
    if isinstance(record, Episode):
        return (record.exposures | command.add) - command.remove
    answers = dict(cast(CheckIn, record).exposures) | dict.fromkeys(command.add, True)
    return tuple(
        sorted((name, said) for name, said in answers.items() if name not in command.remove)
    )


def delete_many(command: c.DeleteMany, uow: UnitOfWork, here: Circumstances) -> None:
    chosen = [find(uow, each) for each in dict.fromkeys(command.record_ids)]
    refuse_unless(chosen, can_delete)
    # What is linked goes first: so its last form, which the bin holds, still has its link.
    for record in sorted(chosen, key=stands_on, reverse=True):
        delete(c.Delete(record_id=record.id), uow, here)


def restore_many(command: c.RestoreMany, uow: UnitOfWork, _here: Circumstances) -> None:
    deleted = in_bin(uow)
    # What others are linked to comes first: so nothing comes back without its link.
    for each in sorted(command.record_ids, key=lambda each: stands_on(deleted.get(each))):
        bring_back(each, deleted, uow)
