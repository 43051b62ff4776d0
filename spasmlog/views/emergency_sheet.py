"""The emergency page on paper: the same words, in the order in which they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from spasmlog.i18n import _
from spasmlog.views.emergency import EmergencyView

LETTER = frozenset({"US", "CA", "MX", "PR", "PH", "CL", "CO", "CR", "DO", "SV", "PA", "VE"})
"""Where paper is Letter; elsewhere it is A4."""


class Part(Enum):
    """What a line on the sheet is."""

    TITLE = "title"
    NUMBER = "number"
    HEAD = "head"
    WORDS = "words"
    TEXT = "text"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One paragraph."""

    part: Part
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of paper, black on white."""

    lines: tuple[SheetLine, ...]
    letter: bool


def sheet(view: EmergencyView) -> Sheet:
    """All that the page says; while nothing is ticked, what to look for as well."""
    lines = (*_head(view), *_what_to_do(view), *_to_hand_over(view), *_look_for(view), _foot(view))
    return Sheet(
        lines=tuple(SheetLine(part, text) for part, text in lines if text),
        letter=view.number.country in LETTER,
    )


Lines = Iterator[tuple[Part, str]]


def _head(view: EmergencyView) -> Lines:
    number = view.number
    yield Part.TITLE, view.title
    yield Part.TEXT, view.lead
    yield Part.HEAD, view.call
    yield Part.NUMBER, number.number
    yield Part.TEXT, number.said
    yield Part.HEAD, view.line
    yield Part.SMALL, number.set_for


def _what_to_do(view: EmergencyView) -> Lines:
    for at, (title, detail) in enumerate(view.steps, 1):
        yield Part.HEAD, _("{n}. {step}").format(n=at, step=title)
        yield Part.TEXT, detail


def _to_hand_over(view: EmergencyView) -> Lines:
    yield Part.HEAD, _("Say this")
    yield Part.WORDS, _("“{words}”").format(words=view.say)
    yield Part.SMALL, view.when
    if view.medicines is not None:
        yield Part.HEAD, _("Medicines and allergies, as you entered them")
        for line in view.medicines:
            yield Part.TEXT, line
        yield Part.TEXT, view.allergies


def _look_for(view: EmergencyView) -> Lines:
    if not view.is_urgent:
        yield Part.HEAD, _("What to look for")
        for line in view.signs:
            yield Part.SMALL, _("□ {question}").format(question=line.text)


def _foot(view: EmergencyView) -> tuple[Part, str]:
    if view.now is None:
        return Part.SMALL, ""
    from spasmlog.i18n import format_clock, format_day

    clock = view.now.clock
    pattern = _(
        "Printed on {day} at {time} from the person's own journal. This is not a diagnosis."
    )
    return Part.SMALL, pattern.format(day=format_day(clock.date()), time=format_clock(clock))
