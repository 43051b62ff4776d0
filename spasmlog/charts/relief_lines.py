"""Relief over time for one treatment: each use a thin line, their middle value the bold one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.gates import LATER_TO_MIN
from spasmlog.analysis.treatments import Tried
from spasmlog.charts.base import Asked, Cell, Prepared, Table
from spasmlog.charts.chosen import one_asked
from spasmlog.charts.drawing import Draw, drawing, withheld
from spasmlog.charts.words_eased import (
    eased_words,
    not_the_reason,
    uses_words,
    whole_minutes,
)
from spasmlog.charts.words_left_out import left_out_words
from spasmlog.i18n import N_, _, ngettext, sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

TITLE = N_("Pain in the hours after a treatment")
HOURS = LATER_TO_MIN / 60
MOST_LINES = 100
"""Of more uses the newest are drawn; the middle value is that of all."""


def prepare(asked: Asked) -> Prepared:
    """The treatment asked for, or the most used; from too few uses only what is missing."""
    name, one, nothing = one_asked(asked)
    if one is None or one.easing.within is None:
        told = " ".join(eased_words(one, name)) if one else nothing
        missing = (_(TITLE), told)
        return Prepared(
            describe=lambda: told,
            table=partial(_table, one.easing.followed if one else ()),
            draw=drawing(withheld(*missing)),
            missing=missing,
        )
    return Prepared(
        describe=partial(_describe, one, name),
        more=partial(_more, one, name),
        table=partial(_table, one.easing.followed),
        draw=drawing(_drawn(one, name)),
    )


def _drawn(one: Tried, name: str) -> Draw:
    def draw(style: Style) -> Figure:
        from spasmlog.charts.relief_drawn import relief

        return relief(one, name, style)

    return draw


def _describe(one: Tried, name: str) -> str:
    """How many had eased is said beside it, of the time until then."""
    lines = ngettext(
        "{name}, {n} time: each thin line is one use, the bold one their middle value.",
        "{name}, {n} times: each thin line is one use, the bold one their middle value.",
        one.easing.n,
    ).format(name=sentence(name))
    return f"{lines} {not_the_reason(name)}"


def _more(one: Tried, name: str) -> str:
    dots = _("A dot is where it eased.")
    more = one.easing.n - MOST_LINES
    hidden = (
        ngettext("{n} earlier use has no line.", "{n} earlier uses have no line.", more)
        if more > 0
        else ""
    )
    said = (dots, hidden, *uses_words(one, name), *left_out_words(one))
    return " ".join(filter(None, said))


def _table(followed: tuple[FollowUp, ...]) -> Table:
    """A row a number, use by use."""
    headings = (_("Day"), _("Minutes after"), _("Pain"), _("Eased by then"))
    rows: list[tuple[Cell, ...]] = []
    for each in followed:
        for minute, pain in each.line:
            eased = each.eased and minute >= each.minutes
            rows.append((each.day, whole_minutes(minute), int(pain), eased))
    return Table(headings, tuple(rows), ("", "", "", ""))
