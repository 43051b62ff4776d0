"""A filled-in form as the command that saves it: only what changed, or a new entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import PEG
from spasmlog.journal import commands as c
from spasmlog.views.editing_care import ANOTHER, ITEM
from spasmlog.views.editing_day import LET_GO, UNKNOWN
from spasmlog.views.forms import Entered, Form

Values = Mapping[str, Any]


def command_of(form: Form, entered: Entered) -> c.Command | None:
    """What saves the form; None where nothing has changed.

    A course of a treatment that is not in the list yet comes in two: first the `AddTreatment`.
    """
    if form.is_new:
        return _NEW[form.kind](entered)
    changed = {name: entered.values[name] for name in entered.changed}
    settled = _SETTLED.get(form.kind, _as_named)(form, entered, changed)
    if not settled:
        return None
    return c.Edit(record_id=form.key, fields=tuple(sorted(settled.items())))


def _as_named(_form: Form, _entered: Entered, changed: Values) -> Values:
    return changed


def _settled_spasm(_form: Form, entered: Entered, changed: Values) -> Values:
    """The end is one question and two fields."""
    settled = {name: value for name, value in changed.items() if name != "ended"}
    return settled | _end(entered.values) if {"ended", "resolved"} & changed.keys() else settled


def _end(values: Values) -> dict[str, Any]:
    ended = values["ended"]
    return {
        "resolved": values["resolved"] if ended == LET_GO else None,
        "end_unknown": ended == UNKNOWN,
    }


def _settled_stretch(_form: Form, _entered: Entered, changed: Values) -> Values:
    return {**changed, "group": changed["group"] or None} if "group" in changed else changed


def _settled_use(form: Form, _entered: Entered, changed: Values) -> Values:
    """Another treatment brings its own kind, as when it was logged."""
    chosen = next((t for t in form.catalogue if t.id == changed.get("treatment_id")), None)
    return changed if chosen is None else {**changed, **_copied(chosen)}


def _copied(treatment: Treatment) -> dict[str, Any]:
    return {"kind": treatment.kind, "prescribed": treatment.prescribed}


def _settled_score(_form: Form, entered: Entered, changed: Values) -> Values:
    """The items of a questionnaire are one field."""
    settled = {name: value for name, value in changed.items() if not name.startswith(ITEM)}
    if len(settled) < len(changed):
        settled["answers"] = _answers(entered.values)
    return settled


def _answers(values: Values) -> tuple[tuple[str, int], ...]:
    """The numbers of a questionnaire; a tick is a 1."""
    items = (each for each in values.items() if each[0].startswith(ITEM))
    return tuple(sorted((name.removeprefix(ITEM), int(value)) for name, value in items))


_SETTLED: Mapping[str, Callable[[Form, Entered, Values], Values]] = {
    "spasm": _settled_spasm,
    "stretch": _settled_stretch,
    "use": _settled_use,
    "score": _settled_score,
}


def _new_spasm(entered: Entered) -> c.Command:
    named = {name: value for name, value in entered.values.items() if name != "ended"}
    return c.LogEpisode(**named | _end(entered.values))


def _new_stretch(entered: Entered) -> c.Command:
    values = entered.values
    return c.LogStretch(**{**values, "group": values["group"] or None})


def _new_use(entered: Entered) -> c.Command:
    values = dict(entered.values)
    about = {name: values.pop(name) for name in ("episode_id", "side_effect", "note")}
    treatment = values.pop("treatment_id") or None
    dose = c.Dose(treatment_id=treatment, **values)
    return c.LogUse(dose=dose, apart=about["episode_id"] is None, **about)


def _new_course(entered: Entered) -> c.Command:
    values = dict(entered.values)
    if values["treatment_id"] == ANOTHER:
        return c.AddTreatment(name=values["name"].strip(), kind=values["kind"])
    return c.StartCourse(**values)


def _new_check_in(entered: Entered) -> c.Command:
    """Only what was answered is touched, should the day have a check-in by now."""
    answers = ((name, entered.values[name]) for name in sorted(entered.changed) if name != "day")
    return c.SaveCheckIn(day=entered.values["day"], answers=tuple(answers))


def _new_score(entered: Entered) -> c.Command:
    return c.LogScore(day=entered.values["day"], instrument=PEG, answers=_answers(entered.values))


_NEW: Mapping[str, Callable[[Entered], c.Command]] = {
    "spasm": _new_spasm,
    "reading": lambda entered: c.LogReading(**entered.values),
    "use": _new_use,
    "drink": lambda entered: c.LogDrink(**entered.values),
    "activity": lambda entered: c.LogActivity(**entered.values),
    "stretch": _new_stretch,
    "check_in": _new_check_in,
    "course": _new_course,
    "visit": lambda entered: c.LogVisit(**entered.values),
    "score": _new_score,
}
