"""Several entries chosen: what they are, what can be done with them, and what is left out."""

from __future__ import annotations

from collections import Counter
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
from spasmlog.views.fields import Field
from spasmlog.views.forms import NEW, Entered, Form
from spasmlog.views.several_change import change_command, change_fields

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

    ids: tuple[str, ...]
    button: str
    note: str = ""
    form: Form | None = None


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
            return _move(part.ids, values)
        if what == "copy":
            return _copies(part.ids, values["to_day"])
        if what == "delete":
            return delete_command(part.ids)
        return change_command(self.records, found)


def delete_command(ids: tuple[str, ...]) -> c.Command:
    """What takes out one entry, or several as one step."""
    return c.Delete(record_id=ids[0]) if len(ids) == 1 else c.DeleteMany(record_ids=ids)


def _move(ids: tuple[str, ...], values: Mapping[str, Any]) -> c.Move:
    if values["how"] == DAY:
        return c.Move(record_ids=ids, to_day=values["to_day"])
    return c.Move(record_ids=ids, by=timedelta(seconds=values["by"]) * values["sooner"])


def _copies(ids: tuple[str, ...], to_day: date) -> c.Command:
    if len(ids) == 1:
        return c.Duplicate(record_id=ids[0], to_day=to_day)
    return c.DuplicateMany(record_ids=ids, to_day=to_day)


def several_of(ids: Iterable[str], about: About) -> Several:
    """What can be done with these entries."""
    known = about.diary.by_id
    records = tuple(known[each] for each in dict.fromkeys(ids) if each in known)
    count = len(records)
    return Several(
        records=records,
        title=ngettext("{n} entry chosen", "{n} entries chosen", count),
        kinds=_kinds(records),
        move=_part(records, can_move, _move_button, _along(records), _move_form(records, about)),
        shift=_part(records, can_shift, _shift_button),
        change=_change(records, about),
        copy=_part(records, can_move, _copy_button, form=_copy_form(about)),
        delete=_part(records, can_delete, _delete_button),
    )


def _part(
    records: tuple[Record, ...],
    can: Callable[[Record], bool],
    button: Callable[[int], str],
    note: str = "",
    form: Form | None = None,
) -> Part | None:
    fit = tuple(each for each in records if can(each))
    if not fit:
        return None
    left = _left_out(tuple(each for each in records if not can(each)))
    return Part(
        ids=tuple(each.id for each in fit),
        button=button(len(fit)),
        note=" ".join(filter(None, (note, left))),
        form=form,
    )


def _change(records: tuple[Record, ...], about: About) -> Part | None:
    asked = change_fields(records, about)
    takers = frozenset(each.id for of in asked.takers.values() for each in of)
    made = _part(records, lambda each: each.id in takers, _change_button)
    if made is None:
        return None
    form = _form("change", asked.fields, about)
    return Part(ids=made.ids, button=made.button, note=made.note, form=form)


def _kinds(records: Iterable[Record]) -> str:
    counted = Counter(type(each) for each in records)
    named = [words(counted[kind]) for kind, words in _COUNTS.items() if counted[kind]]
    others = sum(number for kind, number in counted.items() if kind not in _COUNTS)
    if others:
        named.append(ngettext("{n} other entry", "{n} other entries", others))
    return ", ".join(named)


def _left_out(records: tuple[Record, ...]) -> str:
    """What this cannot be done with."""
    if not records:
        return ""
    return _("This leaves out: {what}.").format(what=_kinds(records))


def _along(records: tuple[Record, ...]) -> str:
    if not any(isinstance(each, Episode | TreatmentUse) for each in records):
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


def _move_form(records: tuple[Record, ...], about: About) -> Form:
    """To the day that the calendar stands on; where they are on it already, to the one before."""
    there = any(day_of(each) == about.day for each in records)
    to_day = about.day - timedelta(days=1) if there else about.day
    by_time = ((TIME, _("By a time")),) if any(map(can_shift, records)) else ()
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
