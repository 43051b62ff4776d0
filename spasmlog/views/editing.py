"""The form of every kind of record: its title, its fields, and whether it can be changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from spasmlog.domain.diary import Diary, day_of
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Reading,
    Record,
    Score,
    SignalNote,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import PEG, Intensity
from spasmlog.i18n import N_, _, format_day
from spasmlog.views import editing_care as care
from spasmlog.views import editing_day as of_day
from spasmlog.views.about import About, Kept
from spasmlog.views.fields import Field
from spasmlog.views.forms import NEW, Form
from spasmlog.views.words import record_words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """One kind of record: its name in ids and on screen, and the fields of its form."""

    name: str
    title: str
    fields: Callable[[Kept, About], tuple[Field, ...]]
    fixed: bool = False
    delete: str = N_("Delete")


_KINDS: Mapping[type[Record], _Kind] = {
    Episode: _Kind(name="spasm", title=N_("Spasm"), fields=of_day.spasm),
    Reading: _Kind(name="reading", title=N_("Pain reading"), fields=of_day.reading),
    Drink: _Kind(name="drink", title=N_("Drink"), fields=of_day.drink),
    Activity: _Kind(name="activity", title=N_("Activity"), fields=of_day.activity),
    Stretch: _Kind(name="stretch", title=N_("Stretching"), fields=of_day.stretch),
    CheckIn: _Kind(name="check_in", title=N_("Check-in"), fields=of_day.check_in),
    TreatmentUse: _Kind(name="use", title=N_("Dose or treatment"), fields=care.use),
    Course: _Kind(name="course", title=N_("Course"), fields=care.course),
    Visit: _Kind(name="visit", title=N_("Visit"), fields=care.visit),
    Score: _Kind(name="score", title=N_("Questionnaire"), fields=care.score),
    Treatment: _Kind(name="treatment", title=N_("In your list"), fields=care.treatment, delete=""),
    Answer: _Kind(
        name="answer",
        title=N_("Safety question"),
        fields=care.answer,
        fixed=True,
        delete=N_("Answered by mistake"),
    ),
    SignalNote: _Kind(name="note", title=N_("Signal"), fields=care.signal_note, fixed=True),
    Factor: _Kind(name="factor", title=N_("Factor"), fields=care.factor, fixed=True, delete=""),
    Experiment: _Kind(
        name="experiment",
        title=N_("Experiment"),
        fields=care.experiment,
        fixed=True,
        delete="",
    ),
}
_ADDED: Mapping[type[Record], tuple[str, Kept]] = {
    Episode: ("spasm", {"ended": "let_go"}),
    Reading: ("body", {}),
    TreatmentUse: ("pill", {}),
    Drink: ("drop", {}),
    Activity: ("walk", {"kind": "walk", "minutes": 20, "intensity": Intensity.MODERATE}),
    Stretch: ("stretch", {"seconds": 300}),
    CheckIn: ("evening", {}),
    Course: ("calendar", {}),
    Visit: ("phone", {}),
    Score: ("table", {}),
}
"""What can be added to a day, in the order in which it is offered: its icon, and what it starts
with."""
_AHEAD = frozenset({Visit})
"""What may lie on a day that has not come."""
_BY_NAME = {kind.name: record for record, kind in _KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One kind of entry that can be added to a day; `key` is what to choose for it."""

    key: str
    label: str
    icon: str


def form_of(record: Record, about: About) -> Form | None:
    """The form of a record that is kept; None for one that is edited elsewhere."""
    kind = _KINDS.get(type(record))
    if kind is None:
        return None
    kept = {each.name: getattr(record, each.name) for each in fields(record)}
    on = day_of(record) or about.day
    shown = kind.title if isinstance(record, Treatment) else N_("{what}, {day}")
    return Form(
        key=record.id,
        kind=kind.name,
        title=_(shown).format(what=_(kind.title), day=_long(on)),
        icon=record_words(record, about.diary).icon,
        fields=kind.fields(kept, about),
        day=on,
        today=about.diary.today,
        fixed=kind.fixed,
        delete_label=_(kind.delete) if kind.delete else "",
        catalogue=about.diary.treatments,
    )


def new_form(key: str, about: About) -> Form | None:
    """The form of an entry that is only being written; None where the key means nothing."""
    record = _BY_NAME.get(key.removeprefix(NEW))
    if record is None or record not in _ADDED:
        return None
    icon, start = _ADDED[record]
    kind = _KINDS[record]
    return Form(
        key=key,
        kind=kind.name,
        title=_("New: {what}, {day}").format(what=_(kind.title), day=_long(about.day)),
        icon=icon,
        fields=kind.fields(start, about),
        day=about.day,
        today=about.diary.today,
        catalogue=about.diary.treatments,
    )


def offers(diary: Diary, day: date) -> tuple[Offer, ...]:
    """What can be added to a day; a check-in or a PEG that is there already is opened instead."""
    listed = []
    for record, (icon, _start) in _ADDED.items():
        if day > diary.today and record not in _AHEAD:
            continue
        kind = _KINDS[record]
        there = _there(record, diary, day)
        key = NEW + kind.name if there is None else there.id
        listed.append(Offer(key=key, label=_(kind.title), icon=icon))
    return tuple(listed)


def _there(record: type[Record], diary: Diary, day: date) -> Record | None:
    """What a day has only one of, where it is there."""
    if record is CheckIn:
        return diary.check_in(day)
    scores = diary.on(Score, day) if record is Score else ()
    return next((each for each in reversed(scores) if each.instrument == PEG), None)


def _long(day: date) -> str:
    return format_day(day, "d MMMM")
