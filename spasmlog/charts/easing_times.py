"""Time to easing: how many treated spasms had not yet eased, beside similar ones left alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.easing import Easing
from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.outcome import Status
from spasmlog.analysis.treatments import Tried
from spasmlog.charts.base import Asked, Cell, Prepared, Table
from spasmlog.charts.chosen import one_asked
from spasmlog.charts.drawing import Draw, drawing, withheld
from spasmlog.charts.words_eased import (
    eased_words,
    median_words,
    nap_words,
    seen_late_words,
    whole_minutes,
)
from spasmlog.charts.words_left_out import left_out_words
from spasmlog.i18n import N_, _, ngettext, sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

TITLE = N_("Time until it eased")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The treated spasms, or those left alone: a curve of its own. `of`: all there are."""

    name: str
    easing: Easing
    of: int

    @property
    def head(self) -> str:
        """Whose curve it is, and how many spasms it stands for."""
        n = self.easing.n
        if n < self.of:
            text = ngettext("{name}, {n} of {all} time", "{name}, {n} of {all} times", n)
            return text.format(name=self.name, all=self.of)
        return ngettext("{name}, {n} time", "{name}, {n} times", n).format(name=self.name)


def prepare(asked: Asked) -> Prepared:
    """The treatment asked for, or the most used; from too few uses only what is missing."""
    name, one, nothing = one_asked(asked)
    if one is None or one.easing.curve is None:
        told = " ".join(eased_words(one, name)) if one else nothing
        missing = (_(TITLE), told)
        return Prepared(
            describe=lambda: told,
            table=partial(_table, (_whole(one, name),) if one else ()),
            draw=drawing(withheld(*missing)),
            missing=missing,
        )
    found = sides(one, name)
    return Prepared(
        describe=lambda: " ".join(eased_words(one, name)),
        more=partial(_more, one, found),
        table=partial(_table, found),
        draw=drawing(_drawn(found)),
    )


def sides(one: Tried, name: str) -> tuple[Side, ...]:
    """All uses; where a comparison is fair, only those like a spasm left alone, and these."""
    beside = one.beside
    if beside.status in (Status.NOT_YET, Status.REFUSED):
        return (_whole(one, name),)
    alone = Side(name=_("Left alone"), easing=beside.alone, of=beside.alone.n)
    return Side(name=sentence(name), easing=beside.treated, of=one.easing.n), alone


def _whole(one: Tried, name: str) -> Side:
    return Side(name=sentence(name), easing=one.easing, of=one.easing.n)


def _drawn(found: Sequence[Side]) -> Draw:
    def draw(style: Style) -> Figure:
        from spasmlog.charts.easing_drawn import easing

        return easing(found, style)

    return draw


def _more(one: Tried, found: Sequence[Side]) -> str:
    says = _("The line falls with each spasm that eased; a stroke is one nobody followed on.")
    other = _("The dashed line is of similar spasms left alone.") if len(found) > 1 else ""
    half = median_words(one.easing.curve) if one.easing.curve else ""
    said = (says, other, half, *nap_words(one.beside.nap), *left_out_words(one))
    return " ".join(filter(None, (*said, seen_late_words())))


def _table(found: Sequence[Side]) -> Table:
    """A row a spasm, in the order of time."""
    headings = (
        *(_("What was used"), _("Day"), _("Pain before")),
        *(_("Minutes followed"), _("Eased by then")),
    )
    return Table(headings, tuple(_rows(found)), ("",) * len(headings))


def _rows(found: Sequence[Side]) -> list[tuple[Cell, ...]]:
    return [_cells(side.name, each) for side in found for each in side.easing.followed]


def _cells(name: str, of: FollowUp) -> tuple[Cell, ...]:
    return (name, of.day, int(of.before), whole_minutes(of.minutes), of.eased)
