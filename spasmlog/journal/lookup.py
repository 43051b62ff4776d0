"""Look things up for a command, or refuse it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from spasmlog.domain.codec import KINDS
from spasmlog.domain.records import Episode, Record
from spasmlog.errors import NoSuchRecord, RunningSpasmExists
from spasmlog.i18n import _, format_clock
from spasmlog.journal.commands import Command

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork

R = TypeVar("R", bound=Record)


def named(command: Command) -> dict[str, Any]:
    """The fields of a command by name."""
    return {field.name: getattr(command, field.name) for field in fields(command)}


def must(uow: UnitOfWork, kind: type[R], record_id: str) -> R:
    """The record with this id; refuses where it is gone."""
    record = uow.get(kind, record_id)
    if record is None:
        raise NoSuchRecord(_("This entry is not in the journal any more."))
    return record


def find(uow: UnitOfWork, record_id: str) -> Record:
    """The record with this id, whatever its kind; refuses where it is gone."""
    for kind in KINDS.values():
        record = uow.get(kind, record_id)
        if record is not None:
            return record
    raise NoSuchRecord(_("This entry is not in the journal any more."))


def refuse_second_running(uow: UnitOfWork, own_id: str) -> None:
    """One spasm runs at a time; the refusal names the first, so that it can be ended."""
    for other in uow.where(Episode, resolved_utc=None, end_unknown=False):
        if other.id != own_id:
            raise RunningSpasmExists(
                _("A spasm is running already, since {time}.").format(
                    time=format_clock(other.onset.clock)
                ),
                _("End the first, then log the second."),
                other.id,
            )
