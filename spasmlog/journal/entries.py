"""What each command does, one function a command: the day's entries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Activity,
    Drink,
    Episode,
    Reading,
    Stretch,
    Treatment,
    TreatmentUse,
)
from spasmlog.domain.scales import Nrs, ReadingWord
from spasmlog.errors import InvalidEntry, NoSuchRecord
from spasmlog.i18n import _, format_day
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import Circumstances
from spasmlog.journal.lookup import must, named, refuse_second_running
from spasmlog.journal.medicine_names import refuse_other_kind

if TYPE_CHECKING:
    from datetime import date

    from spasmlog.store.unit_of_work import UnitOfWork


def log_episode(command: c.LogEpisode, uow: UnitOfWork, here: Circumstances) -> None:
    onset = here.moment(command.onset)
    shared = named(command)
    for name in ("onset", "resolved", "lasted", "doses"):
        del shared[name]
    spasm = Episode(**here.base(), onset=onset, day=here.day(onset), **shared)
    end = command.resolved
    if command.lasted is not None:
        end = onset.plus(command.lasted)
    if end is not None:
        spasm = replace(spasm, **here.end(here.moment(end), spasm.day))
    if spasm.is_running:
        refuse_second_running(uow, spasm.id)
    uow.save(spasm)
    if spasm.is_running and spasm.peak is not None:
        at = here.moment(None)
        reading = Reading(
            **here.base(), at=at, day=here.day(at), pain=spasm.peak, episode_id=spasm.id
        )
        uow.save(reading)
    for dose in command.doses:
        when = dose.at if dose.at is not None else (None if spasm.is_running else onset)
        _save_use(replace(dose, at=when), uow, here, episode_id=spasm.id)


def end_episode(command: c.EndEpisode, uow: UnitOfWork, here: Circumstances) -> None:
    spasm = must(uow, Episode, command.episode_id)
    uow.save(replace(spasm, **here.end(here.moment(command.at, spasm.onset.zone), spasm.day)))


def leave_end_unknown(command: c.LeaveEndUnknown, uow: UnitOfWork, _here: Circumstances) -> None:
    spasm = must(uow, Episode, command.episode_id)
    uow.save(replace(spasm, resolved=None, resolved_day=None, end_unknown=True))


def log_reading(command: c.LogReading, uow: UnitOfWork, here: Circumstances) -> None:
    placed = here.at(command.at)
    if command.word is ReadingWord.NO_SPASM:
        _refuse_beside_a_spasm(uow, placed["at"], placed["day"])
    gone = command.word is ReadingWord.GONE
    reading = Reading(
        **placed,
        pain=Nrs(0) if gone else command.pain,
        word=command.word,
        episode_id=_spasm_at(uow, placed["at"]),
        use_id=command.use_id,
        note=command.note,
    )
    uow.save(reading)


def _refuse_beside_a_spasm(uow: UnitOfWork, at: Moment, day: date) -> None:
    """No spasm so far is untrue on a day that holds one which had begun by then."""
    found = (
        *uow.where(Episode, day=day.isoformat()),
        *uow.where(Episode, resolved_day=day.isoformat()),
        *uow.where(Episode, resolved_utc=None, end_unknown=False),
    )
    for spasm in found:
        touches = spasm.is_running or spasm.last_day >= day
        if touches and spasm.onset.utc <= at.utc:
            raise InvalidEntry(
                _("A spasm is logged on {day}.").format(day=format_day(day)),
                _("If that is wrong, change that entry in History first."),
            )


def _spasm_at(uow: UnitOfWork, at: Moment) -> str | None:
    """The spasm that runs and had begun at that moment."""
    for spasm in uow.where(Episode, resolved_utc=None, end_unknown=False):
        if spasm.onset.utc <= at.utc:
            return spasm.id
    return None


def make_spasm(command: c.MakeSpasmOfReading, uow: UnitOfWork, here: Circumstances) -> None:
    reading = must(uow, Reading, command.reading_id)
    spasm = Episode(**here.base(), onset=reading.at, day=reading.day, peak=reading.pain)
    refuse_second_running(uow, spasm.id)
    uow.save(spasm)
    uow.save(replace(reading, episode_id=spasm.id))


def log_drink(command: c.LogDrink, uow: UnitOfWork, here: Circumstances) -> None:
    uow.save(Drink(**here.at(command.at), volume_ml=command.volume_ml))


def take_back_drink(_command: c.TakeBackDrink, uow: UnitOfWork, here: Circumstances) -> None:
    last = uow.newest(Drink, day=here.today.isoformat())
    if last is None:
        raise NoSuchRecord(_("There is no drink to take back today."))
    uow.remove(last)


def log_activity(command: c.LogActivity, uow: UnitOfWork, here: Circumstances) -> None:
    values = named(command)
    uow.save(Activity(**values | here.at(values.pop("at"))))


def log_stretch(command: c.LogStretch, uow: UnitOfWork, here: Circumstances) -> None:
    values = named(command)
    uow.save(Stretch(**values | here.at(values.pop("at"))))


def log_use(command: c.LogUse, uow: UnitOfWork, here: Circumstances) -> None:
    episode_id = command.episode_id
    if episode_id is None and not command.apart:
        episode_id = _spasm_at(uow, here.moment(command.dose.at))
    words = {"side_effect": command.side_effect, "note": command.note}
    _save_use(command.dose, uow, here, episode_id=episode_id, **words)


def _save_use(dose: c.Dose, uow: UnitOfWork, here: Circumstances, **more: Any) -> None:
    treatment = treatment_of(dose, uow, here)
    use = TreatmentUse(
        **here.at(dose.at),
        treatment_id=treatment.id,
        kind=treatment.kind,
        prescribed=treatment.prescribed,
        dose_mg=dose.dose_mg,
        dose_text=dose.dose_text,
        minutes=dose.minutes,
        **more,
    )
    uow.save(use)


def treatment_of(dose: c.Dose, uow: UnitOfWork, here: Circumstances) -> Treatment:
    """The catalogue's entry, by id or by name; a new name makes a new entry."""
    if dose.treatment_id is not None:
        return must(uow, Treatment, dose.treatment_id)
    for known in uow.where(Treatment):
        if known.name.casefold() == dose.name.strip().casefold():
            return known
    refuse_other_kind(dose.name, dose.kind)
    made = Treatment(
        **here.base(),
        name=dose.name.strip(),
        kind=dose.kind,
        usual_dose_mg=dose.dose_mg,
        prescribed=dose.prescribed,
    )
    uow.save(made)
    return made
