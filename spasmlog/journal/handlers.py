"""Which function carries which command out; all within one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from spasmlog.journal import bulk, editing, entries, keeping, moving, visits
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def handle(command: c.Command, uow: UnitOfWork, here: Circumstances) -> None:
    """Carry a command out; raises a `Refusal` and leaves the journal as it was."""
    _HANDLERS[type(command)](command, uow, here)


def _together(command: c.Together, uow: UnitOfWork, here: Circumstances) -> None:
    for each in command.commands:
        handle(each, uow, here)


_HANDLERS: Mapping[type[c.Command], Callable[[Any, UnitOfWork, Circumstances], None]] = {
    c.LogEpisode: entries.log_episode,
    c.EndEpisode: entries.end_episode,
    c.LeaveEndUnknown: entries.leave_end_unknown,
    c.LogReading: entries.log_reading,
    c.MakeSpasmOfReading: entries.make_spasm,
    c.LogDrink: entries.log_drink,
    c.TakeBackDrink: entries.take_back_drink,
    c.LogActivity: entries.log_activity,
    c.LogStretch: entries.log_stretch,
    c.LogUse: entries.log_use,
    c.AddTreatment: keeping.add_treatment,
    c.StartCourse: keeping.start_course,
    c.SaveCheckIn: keeping.save_check_in,
    c.AnswerSigns: keeping.answer_signs,
    c.LogScore: keeping.log_score,
    c.LogVisit: keeping.log_visit,
    c.WriteVisit: visits.write_visit,
    c.PlanCourse: visits.plan_course,
    c.NoteShown: visits.note_shown,
    c.SaveProfile: keeping.save_profile,
    c.NoteSignal: keeping.note_signal,
    c.Edit: editing.edit,
    c.Delete: editing.delete,
    c.Restore: editing.restore,
    c.Move: moving.move,
    c.Duplicate: moving.duplicate,
    c.DuplicateMany: moving.duplicate_many,
    c.EditMany: bulk.edit_many,
    c.EditTogether: bulk.edit_together,
    c.DeleteMany: bulk.delete_many,
    c.RestoreMany: bulk.restore_many,
    c.ImportRecords: editing.import_records,
    c.Together: _together,
}
