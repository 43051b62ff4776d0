"""The numbers of the charts as rows, one a day, oldest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from spasmlog.analysis.course import dates, rolling_mean, without_number
from spasmlog.charts.amounts import ACTIVITY, DRINKS, STRETCHING, Amount, total_on
from spasmlog.charts.base import Cell, Table
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _


def day_table(diary: Diary, first: date, last: date) -> Table:
    """Everything that is drawn of each day."""
    columns = (
        (_("Day"), ""),
        (_("Worst pain"), _("no entry")),
        (_("Logged"), ""),
        (_("7-day average"), _("too few days")),
        (_("Spasms"), _("no entry")),
        *((_(amount.heading), _("no entry")) for amount in (DRINKS, ACTIVITY, STRETCHING)),
    )
    means = rolling_mean(diary, first, last)
    rows = tuple(_row(diary, day, _seven(diary, day, mean)) for day, mean in means)
    headings, blanks = zip(*columns, strict=True)
    return Table(headings, rows, blanks)


def _seven(diary: Diary, day: date, mean: float | None) -> Cell:
    """The mean of the seven days to this one, once it is over."""
    if mean is not None:
        return round(mean, 1)
    if day >= diary.today:
        return _("not over")
    return _("pain without a number") if without_number(diary, day) else None


def _row(diary: Diary, day: date, seven: Cell) -> tuple[Cell, ...]:
    facts = diary.facts_on(day)
    return (
        day,
        _worst(facts),
        facts.logged,
        seven,
        len(facts.spasms) if facts.logged else None,
        DRINKS.total(facts),
        ACTIVITY.total(facts),
        STRETCHING.total(facts),
    )


def _worst(facts: DayFacts) -> Cell:
    if facts.worst is not None:
        return int(facts.worst)
    return _("no number") if facts.pain else None


def amount_table(amount: Amount) -> Callable[[Diary, date, date], Table]:
    """The table of the chart of one amount."""

    def table(diary: Diary, first: date, last: date) -> Table:
        known = total_on(diary, amount)
        rows = tuple((day, known(day)) for day in dates(first, last))
        return Table((_("Day"), _(amount.heading)), rows, ("", _("no entry")))

    return table
