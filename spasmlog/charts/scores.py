"""The scores of a questionnaire over the days: PEG, and Roland-Morris where it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from spasmlog.analysis.scores import EVERY, JOINED, Scored, scored
from spasmlog.charts.base import Asked, Cell, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.paragraph import paragraph
from spasmlog.charts.sentences import around
from spasmlog.charts.words_scores import (
    CALLED,
    PEG_ITEMS,
    items_words,
    key_words,
    score_number,
    scores_words,
)
from spasmlog.domain.scales import PEG, ROLAND_MORRIS
from spasmlog.i18n import N_, _, format_day

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """What the chart draws: the scores of the days that are asked for, oldest first."""

    instrument: str
    shown: tuple[Scored, ...]

    def joined(self) -> tuple[tuple[Scored, Scored], ...]:
        """Neighbours near enough to one another for a line."""
        most = JOINED[self.instrument]
        return tuple(
            (one, other) for one, other in pairwise(self.shown) if _apart(one, other) <= most
        )

    def covered(self) -> frozenset[int]:
        """The days that a score speaks for: around each, and between those that are joined."""
        near = EVERY[self.instrument] - 1
        around_each = {
            number
            for each in self.shown
            for number in range(each.day.toordinal() - near, each.day.toordinal() + near + 1)
        }
        between = {
            number
            for one, other in self.joined()
            for number in range(one.day.toordinal(), other.day.toordinal())
        }
        return frozenset(around_each | between)

    def at(self, day: date) -> Scored | None:
        """The score that a day is told of: its own, else the one that spoke last."""
        most = timedelta(days=EVERY[self.instrument] - 1)
        near = [each for each in self.shown if each.day <= day <= each.day + most]
        return near[-1] if near else None


def _apart(one: Scored, other: Scored) -> int:
    return (other.day - one.day).days


def scores_of(instrument: str, asked: Asked) -> Scores:
    """All that is drawn and said."""
    shown = scored(asked.diary, instrument, asked.last, asked.first)
    return Scores(instrument=instrument, shown=shown)


def _describe(scores: Scores) -> str:
    called = scores.instrument
    return paragraph([*scores_words(called, scores.shown), *key_words(called)])


def _table(scores: Scores) -> Table:
    called = CALLED[scores.instrument]
    items = PEG_ITEMS if scores.instrument == PEG else ()
    headings = (_("Day"), _(called.scale), *map(_, items))
    rows = tuple(_row(scores.instrument, each) for each in scores.shown)
    return Table(headings, rows, ("",) * len(headings))


def _row(instrument: str, score: Scored) -> tuple[Cell, ...]:
    numbers = score.numbers if instrument == PEG else ()
    return score.day, score_number(instrument, score.value), *numbers


def _tip(asked: Asked, scores: Scores, day: date) -> str:
    lines = [format_day(day, "EEEE d MMM y")]
    found = scores.at(day)
    if found is None:
        lines.append(_("No score"))
    else:
        lines += _told(scores.instrument, found, day)
    return "\n".join([*lines, *around(asked.diary, day)])


def _told(instrument: str, score: Scored, day: date) -> list[str]:
    said = _("{name} {value}").format(
        name=_(CALLED[instrument].name), value=score_number(instrument, score.value)
    )
    if score.day != day:
        said = _("{score} on {day}").format(score=said, day=format_day(score.day, "d MMM"))
    return [said, items_words(instrument, score)]


def _missing(asked: Asked, scores: Scores) -> tuple[str, str] | None:
    """A course takes two scores."""
    name = _(CALLED[scores.instrument].name)
    if len(scores.shown) > 1:
        return None
    heading = _("Too few scores for a course: {name}").format(name=name)
    if not scores.shown:
        before = scored(asked.diary, scores.instrument, asked.last)
        if before:
            day = format_day(before[-1].day)
            return heading, _("None in these days; the last was on {day}.").format(day=day)
        return heading, _("It has not been answered yet.")
    (only,) = scores.shown
    return heading, _("One so far in these days: {value} on {day}. A course takes two.").format(
        value=score_number(scores.instrument, only.value), day=format_day(only.day)
    )


def _prepare(instrument: str, asked: Asked) -> Prepared:
    scores = scores_of(instrument, asked)
    missing = _missing(asked, scores)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.scores_drawn import scores_drawn

        return scores_drawn(asked, scores, style)

    return Prepared(
        describe=partial(_describe, scores),
        table=partial(_table, scores),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
        tip=partial(_tip, asked, scores),
    )


PEG_TREND = Chart(
    name="peg_trend",
    title=N_("PEG: pain, enjoyment of life and activity"),
    prepare=partial(_prepare, PEG),
)
ROLAND_MORRIS_TREND = Chart(
    name="roland_morris",
    title=N_("Roland-Morris: what the back keeps you from"),
    prepare=partial(_prepare, ROLAND_MORRIS),
)
