"""Several entries chosen: what they are, what can be done with them, and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from spasmlog.domain.diary import day_of
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Reading,
    Record,
    Score,
    Stretch,
    TreatmentUse,
    Visit,
)
from spasmlog.i18n import _, ngettext
from spasmlog.journal import commands as c
from spasmlog.journal.several import can_delete, can_move, can_shift
from spasmlog.views import fields as f
from spasmlog.views.about import About
from spasmlog.views.chosen import Chosen, Kinds
from spasmlog.views.fields import Field
from spasmlog.views.forms import NEW, Entered, Form
from spasmlog.views.several_change import change_command, change_fields, takes_any

DAY, TIME = "day", "time"
"""How entries are moved: to a day, or by an amount of time."""
LATER, EARLIER = 1, -1
_COUNTS: Mapping[type[Record], Callable[[int], str]] = {
    Episode: lambda n: ngettext("{n} spasm", "{n} spasms", n),
    Reading: lambda n: ngettext("{n} pain reading", "{n} pain readings", n),
    TreatmentUse: lambda n: ngettext("{n} dose or treatment", "{n} doses or treatments", n),
    Drink: lambda n: ngettext("{n} drink", "{n} drinks", n),
    Activity: lambda n: ngettext("{n} activity", "{n} activities", n),
    Stretch: lambda n: ngettext("{n} stretching", "{n} stretchings", n),
    CheckIn: lambda n: ngettext("{n} check-in", "{n} check-ins", n),
    Course: lambda n: ngettext("{n} course", "{n} courses", n),
    Score: lambda n: ngettext("{n} questionnaire", "{n} questionnaires", n),
    Visit: lambda n: ngettext("{n} visit", "{n} visits", n),
    Answer: lambda n: ngettext("{n} safety answer", "{n} safety answers", n),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that can be done: with which of them, what is said before, and what is asked."""

    chosen: Chosen
    kinds: Kinds
    button: str
    note: str = ""
    form: Form | None = None

    @property
    def ids(self) -> tuple[str, ...]:
        """Those of them; they may be all of ten years, so they are picked when it is done."""
        return self.chosen.ids(self.kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """`kinds` says what they are: "8 spasms, 4 doses or treatments".

    A part is None where nothing chosen can be treated so. `shift` is as `move`, by a time.
    """

    records: tuple[Record, ...]
    title: str
    kinds: str
    move: Part | None
    shift: Part | None
    change: Part | None
    copy: Part | None
    delete: Part | None

    def part(self, what: str, how: object = DAY) -> Part | None:
        """What is called so; `how` entries are to be moved."""
        if what == "move" and how == TIME:
            return self.shift
        return {
            "move": self.move,
            "change": self.change,
            "copy": self.copy,
            "delete": self.delete,
        }[what]

    def command(self, what: str, found: Entered) -> c.Command | None:
        """What does it, of all that it can be done with; None where there is nothing to do."""
        values = found.values
        part = self.part(what, values.get("how", DAY))
        if part is None:
            return None
        if what == "move":
            return self._move(part, values)
        if what == "copy":
            return _copies(part.ids, values["to_day"])
        if what == "delete":
            return delete_command(part.ids)
        return change_command(self.records, found)

    def _move(self, part: Part, values: Mapping[str, Any]) -> c.Command | None:
        if values["how"] == TIME:
            by = timedelta(seconds=values["by"]) * values["sooner"]
            return c.Move(record_ids=part.ids, by=by) if by else None
        to_day, kinds = values["to_day"], part.kinds
        there = all(day_of(each) == to_day for each in self.records if type(each) in kinds)
        return None if there else c.Move(record_ids=part.ids, to_day=to_day)


def delete_command(ids: tuple[str, ...]) -> c.Command:
    """What takes out one entry, or several as one step."""
    return c.Delete(record_id=ids[0]) if len(ids) == 1 else c.DeleteMany(record_ids=ids)


def _copies(ids: tuple[str, ...], to_day: date) -> c.Command:
    if len(ids) == 1:
        return c.Duplicate(record_id=ids[0], to_day=to_day)
    return c.DuplicateMany(record_ids=ids, to_day=to_day)


def several_of(ids: Iterable[str], about: About) -> Several:
    """What can be done with these entries."""
    chosen = Chosen.of(ids, about.diary)
    count = len(chosen.records)
    return Several(
        records=chosen.records,
        title=ngettext("{n} entry chosen", "{n} entries chosen", count),
        kinds=_kinds(chosen.counts),
        move=_part(chosen, can_move, _move_button, _along(chosen), _move_form(chosen, about)),
        shift=_part(chosen, can_shift, _shift_button),
        change=_part(chosen, takes_any, _change_button, form=_change_form(chosen, about)),
        copy=_part(chosen, can_move, _copy_button, form=_copy_form(about)),
        delete=_part(chosen, can_delete, _delete_button),
    )


def _part(
    chosen: Chosen,
    can: Callable[[Record], bool],
    button: Callable[[int], str],
    note: str = "",
    form: Form | None = None,
) -> Part | None:
    fit = chosen.kinds(can)
    if not fit:
        return None
    left = {kind: number for kind, number in chosen.counts.items() if kind not in fit}
    left_out = _("This leaves out: {what}.").format(what=_kinds(left)) if left else ""
    return Part(
        chosen=chosen,
        kinds=fit,
        button=button(chosen.count(fit)),
        note=" ".join(filter(None, (note, left_out))),
        form=form,
    )


def _kinds(counts: Mapping[type[Record], int]) -> str:
    named = [words(counts[kind]) for kind, words in _COUNTS.items() if kind in counts]
    others = sum(number for kind, number in counts.items() if kind not in _COUNTS)
    if others:
        named.append(ngettext("{n} other entry", "{n} other entries", others))
    return ", ".join(named)


def _along(chosen: Chosen) -> str:
    if not {Episode, TreatmentUse} & chosen.counts.keys():
        return ""
    return _("To another day, what is linked to a spasm or a dose goes along.")


def _move_button(count: int) -> str:
    return ngettext("Move {n} entry", "Move {n} entries", count)


def _shift_button(count: int) -> str:
    return ngettext("Move {n} entry by this time", "Move {n} entries by this time", count)


def _change_button(count: int) -> str:
    return ngettext("Change {n} entry", "Change {n} entries", count)


def _copy_button(count: int) -> str:
    return ngettext("Duplicate {n} entry", "Duplicate {n} entries", count)


def _delete_button(count: int) -> str:
    return ngettext("Delete {n} entry", "Delete {n} entries", count)


def _change_form(chosen: Chosen, about: About) -> Form:
    return _form("change", change_fields(chosen, about), about)


def _move_form(chosen: Chosen, about: About) -> Form:
    """To the day that the calendar stands on; where they are on it already, to the one before."""
    there = any(day_of(each) == about.day for each in chosen.records)
    to_day = about.day - timedelta(days=1) if there else about.day
    by_time = ((TIME, _("By a time")),) if chosen.kinds(can_shift) else ()
    ways = ((DAY, _("To a day")), *by_time)
    sides = ((EARLIER, _("Earlier")), (LATER, _("Later")))
    asked = (
        f.few("how", _("Move"), DAY, ways),
        f.only_while("how", DAY, f.day("to_day", _("Day"), to_day, wide=True)),
        f.only_while("how", TIME, f.length("by", _("By how much"), None, needed=True)),
        f.only_while("how", TIME, f.few("sooner", _("Earlier or later"), EARLIER, sides)),
    )
    return _form("move", asked, about)


def _copy_form(about: About) -> Form:
    asked = (f.day("to_day", _("To the day"), about.diary.today, wide=True),)
    return _form("copy", asked, about)


def _form(kind: str, asked: tuple[Field, ...], about: About) -> Form:
    return Form(
        key=f"{NEW}{kind}",
        kind=kind,
        title="",
        icon="",
        fields=asked,
        day=about.day,
        today=about.diary.today,
    )
