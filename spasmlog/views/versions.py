"""What became of an entry: when it was typed, how often it was changed, and what it said before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from spasmlog.charts.words_body import part_name
from spasmlog.domain.diary import Change
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.i18n import _, format_day, format_number, ngettext
from spasmlog.views.about import About
from spasmlog.views.day_rows import excerpt
from spasmlog.views.editing import form_of
from spasmlog.views.fields import Field, Input
from spasmlog.views.typed import shown_clock

BLANK = "–"


class Logged(Protocol):
    """A row of the change log: what became of a record, and when."""

    @property
    def at(self) -> datetime:
        """The instant, aware."""

    @property
    def change(self) -> Change:
        """The record as it was and as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One change: when, and what it said before and after."""

    when: str
    text: str


def typed_line(record: Record, versions: Sequence[Logged], about: About) -> str:
    """ "typed 15:31, changed once" """
    typed = _("typed {when}").format(when=_when(record.recorded_at, about))
    edits = len([each for each in versions if _is_edit(each.change)])
    changed = ngettext("changed once", "changed {n} times", edits) if edits else ""
    return ", ".join(filter(None, (typed, changed)))


def version_rows(versions: Sequence[Logged], about: About) -> tuple[VersionRow, ...]:
    """The changes of an entry, newest first; how it was typed at first is the entry itself."""
    return tuple(
        VersionRow(
            when=_when(Moment.of(each.at, about.now.zone), about),
            text=_differences(each.change, about),
        )
        for each in reversed(versions)
        if _is_edit(each.change)
    )


def _is_edit(change: Change) -> bool:
    return change.before is not None and change.after is not None


def _when(moment: Moment, about: About) -> str:
    clock = shown_clock(moment.clock.time())
    if moment.diary_day(about.settings.day_starts) == about.day:
        return clock
    return f"{format_day(moment.clock.date())} {clock}"


def _differences(change: Change, about: About) -> str:
    """ "Worst: 6, now 7; Note: changed" """
    before, after = _fields(change.before, about), _fields(change.after, about)
    parts = []
    for name, field in after.items():
        old = before.get(name)
        if old is None or old.value == field.value:
            continue
        pattern = _("{field}: changed") if field.input in _LONG else _("{field}: {old}, now {new}")
        parts.append(pattern.format(field=field.label, old=said(old), new=said(field)))
    return "; ".join(parts) or _("changed")


def _fields(record: Record | None, about: About) -> dict[str, Field]:
    form = None if record is None else form_of(record, about)
    return {} if form is None else {each.name: each for each in form.fields}


def said(field: Field) -> str:
    """What a field holds, in words."""
    value, words = field.value, dict(field.options)
    if field.input in (Input.CHOICE, Input.FEW):
        return str(words.get(value, value))
    if value in (None, "", (), frozenset()):
        return BLANK
    if field.input is Input.TICK:
        return _("yes") if value else _("no")
    if field.input is Input.WHEN:
        return " ".join(field.raw)
    if field.input is Input.CHIPS:
        return ", ".join(words[each] for each in sorted(value))
    if field.input is Input.BODY:
        return ", ".join(f"{part_name(part)} {pain}" for part, pain in value)
    if field.input is Input.GRID:
        answers = dict(field.answers)
        return ", ".join(f"{words[key]} {answers[answer]}" for key, answer in value)
    if field.input in (Input.PAIN, Input.NUMBER):
        return " ".join(filter(None, (format_number(value), field.unit)))
    return excerpt(str(field.raw))


_LONG = frozenset({Input.NOTE, Input.LINES})
