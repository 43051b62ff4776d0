"""Days until it came back: a line a clock, from the end of a spasm or course to the next spasm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.clocks import Clock, Clocks, Kind, Source, Stop, clocks
from spasmlog.analysis.coming_back import ComingBack, coming_back
from spasmlog.analysis.traced import traced
from spasmlog.charts.base import Asked, Cell, Prepared, Table
from spasmlog.charts.chosen import period_of, places_of
from spasmlog.charts.drawing import Draw, drawing, withheld
from spasmlog.charts.words_back import (
    by_themselves_words,
    let_off_words,
    listed_words,
    more_returns_words,
    order_words,
    outside_words,
    signals_words,
)
from spasmlog.charts.words_eased import names_of
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_, _, format_day, in_sentence, sentence
from spasmlog.rules.returned import returns_by_place
from spasmlog.rules.words import place_words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

TITLE = N_("Days until it came back")
MOST_SAID = 2
"""Treatments of a kind that are told one by one in the sentence; more are told together."""
Signals = Mapping[str, date]
"""By the last spasm of a line, the day on which the signals count a return after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One clock in words: what was treated, when and where, and how it ended.

    `signal` says that the signals count a return after it, where the line had to stop before.
    """

    name: str
    where: str
    ended: str
    days: int
    stop: Stop
    signal: str = ""

    @property
    def words(self) -> str:
        """All of it, a line each."""
        return "\n".join(filter(None, (self.name, self.where, self.ended, self.signal)))


def prepare(asked: Asked) -> Prepared:
    """All clocks that began in these days, newest first."""
    found = coming_back_asked(asked)
    listed = tuple(reversed(found.clocks.clocks))
    signals = signals_of(asked.diary, listed)
    lines = tuple(_line(each, asked.diary, signals) for each in listed)
    missing = None if lines else (_(TITLE), no_clocks(found.clocks))
    return Prepared(
        describe=partial(_describe, found, asked.diary, len(signals)),
        more=partial(_more, found),
        table=partial(_table, listed, asked.diary, signals),
        draw=drawing(withheld(*missing) if missing else _drawn(lines)),
        missing=missing,
    )


def coming_back_asked(asked: Asked) -> ComingBack:
    """What the clocks of the days and the place asked for come to."""
    diary = asked.diary
    return coming_back(clocks(diary, traced(diary), period_of(asked), places_of(asked)))


def no_clocks(found: Clocks) -> str:
    """Why there is no clock at all."""
    outside = outside_words(found)
    if outside:
        return " ".join(outside)
    return _("No treated spasm let go in these days, and no course ended.")


def _drawn(lines: Sequence[Line]) -> Draw:
    def draw(style: Style) -> Figure:
        from spasmlog.charts.returns_drawn import returns

        return returns(lines, style)

    return draw


def signals_of(diary: Diary, listed: Sequence[Clock]) -> Signals:
    """On what day the signals count a return after a line that had to stop without one."""
    seconds = {
        each.first.id: each.second.day
        for place in returns_by_place(diary).values()
        for each in place
        if each.certain
    }
    return {
        each.source.spasms[-1]: day
        for each in listed
        if each.stop not in (Stop.RETURN, Stop.TODAY)
        and (day := next((seconds[s] for s in each.source.spasms if s in seconds), None))
    }


def _signal(clock: Clock, signals: Signals) -> str:
    day = next((signals[each] for each in clock.source.spasms if each in signals), None)
    if day is None:
        return ""
    return _("the signals count a return on day {n}").format(n=(day - clock.origin).days)


def _line(clock: Clock, diary: Diary, signals: Signals) -> Line:
    where = _("{day}, {place}").format(
        day=_day(clock.origin, diary.today), place=place_of(clock.source)
    )
    return Line(
        name=_name(clock.source, diary),
        where=where,
        ended=ended(clock),
        days=clock.days,
        stop=clock.stop,
        signal=sentence(_signal(clock, signals)),
    )


def _day(day: date, today: date) -> str:
    return format_day(day, "d MMM" if day.year == today.year else "d MMM y")


def _name(source: Source, diary: Diary) -> str:
    names = sentence(names_of(source.treatments, diary))
    return _("{name}, course").format(name=names) if source.kind is Kind.COURSE else names


def place_of(source: Source) -> str:
    """Where it was treated, within a sentence."""
    return _("all places") if source.everywhere else in_sentence(place_words(source.place))


def ended(clock: Clock) -> str:
    """How a clock ended, with the day."""
    patterns = {
        Stop.RETURN: _("back on day {n}"),
        Stop.TODAY: _("not back so far, day {n}"),
        Stop.UNKNOWN: _("a spasm of unknown strength, day {n}"),
        Stop.COURSE: _("another course, day {n}"),
        Stop.GAP: _("no entries from day {n}"),
        Stop.LIMIT: _("not back by day {n}"),
    }
    return patterns[clock.stop].format(n=clock.days)


def _describe(found: ComingBack, diary: Diary, signals: int) -> str:
    if not found.clocks.clocks:
        return no_clocks(found.clocks)
    said: list[str] = []
    for kind, together in found.together:
        groups = [(names, each) for told, names, each in found.by_treatment if told is kind]
        if len(groups) > MOST_SAID:
            said.append(listed_words(together, kind))
        else:
            said += [listed_words(each, kind, names_of(names, diary)) for names, each in groups]
        if not together.came_back:
            said += let_off_words(together)
    order = order_words(each for _kind, each in found.together)
    return " ".join((*said, *order, *more_returns_words(signals), by_themselves_words()))


def _more(found: ComingBack) -> str:
    if not found.clocks.clocks:
        return ""
    let_off = let_off_words(*(each for _kind, each in found.together if each.came_back))
    return " ".join((*let_off, *outside_words(found.clocks), signals_words()))


def _table(listed: Sequence[Clock], diary: Diary, signals: Signals) -> Table:
    headings = (
        *(_("What was treated with"), _("Place"), _("Counted from")),
        *(_("Days"), _("Came back"), _("How it ended")),
    )
    rows = tuple(_cells(each, diary, signals) for each in listed)
    return Table(headings, rows, ("",) * len(headings))


def _cells(clock: Clock, diary: Diary, signals: Signals) -> tuple[Cell, ...]:
    source = clock.source
    said = filter(None, (ended(clock), _signal(clock, signals)))
    return (
        _name(source, diary),
        sentence(place_of(source)),
        clock.origin,
        clock.days,
        clock.returned,
        "; ".join(said),
    )
