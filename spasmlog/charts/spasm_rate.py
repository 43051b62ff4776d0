"""How often spasms begin: a rate a week for each 28 days, with what the data fit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.gates import RATE_DAYS, RATE_WINDOW
from spasmlog.analysis.looks import Look, weekly_look
from spasmlog.analysis.rate_change import RateChange, rate_change
from spasmlog.analysis.spasm_rate import SpasmRate, spasm_rates
from spasmlog.charts.base import Asked, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.paragraph import paragraph
from spasmlog.charts.sentences import around, today_only
from spasmlog.charts.stops import left_out
from spasmlog.charts.words_course import standing_words
from spasmlog.charts.words_numbers import number_range, rate_number
from spasmlog.charts.words_place import place_words
from spasmlog.charts.words_spasms import (
    rate_change_words,
    rate_words,
    runs_words,
    together_words,
)
from spasmlog.i18n import N_, _, format_day, ngettext

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The rates side by side, oldest first; `look` is None where the days have long ended."""

    windows: tuple[SpasmRate, ...]
    look: Look[RateChange] | None

    @property
    def shown(self) -> tuple[SpasmRate, ...]:
        """Those with enough logged days."""
        return tuple(each for each in self.windows if each.per_week is not None)


def rates_of(asked: Asked) -> Rates:
    """All that is drawn and said."""
    diary, place = asked.diary, asked.place
    now = asked.last.toordinal() >= diary.today.toordinal() - 1
    windows = spasm_rates(diary, asked.first, asked.last, place)
    return Rates(
        windows=windows,
        look=weekly_look(diary, partial(rate_change, region=place)) if now and windows else None,
    )


def _describe(asked: Asked, rates: Rates) -> str:
    last = rates.windows[-1]
    end = format_day(date.fromordinal(last.last), "d MMM y")
    said = [_("The {n} days to {day}:").format(n=last.days, day=end), *rate_words(last)]
    if rates.look is not None:
        said += rate_change_words(rates.look.result)
    return paragraph([*said, *place_words(asked.place)])


def _more(rates: Rates) -> str:
    standing = (standing_words(rates.look),) if rates.look is not None else ()
    return paragraph([_key(rates), *runs_words(rates.windows[-1]), together_words(), *standing])


def _key(rates: Rates) -> str:
    return _(
        "Each dot is {n} days, its line what the data fit: {shown} of {all} have {needed} logged "
        "days. The rest is hatched."
    ).format(n=RATE_WINDOW, shown=len(rates.shown), all=len(rates.windows), needed=RATE_DAYS)


def _too_short() -> str:
    return _("A rate takes {n} days that are over.").format(n=RATE_WINDOW)


def _table(rates: Rates) -> Table:
    headings = (
        _("First day"),
        _("Last day"),
        _("Spasms"),
        _("Logged days"),
        _("Spasms a week"),
        _("The data fit"),
    )
    rows = tuple(
        (
            date.fromordinal(each.last - each.days + 1),
            date.fromordinal(each.last),
            len(each.onsets) if each.logged else None,
            each.logged,
            None if each.per_week is None else round(each.per_week, 2),
            None if each.interval is None else number_range(each.interval),
        )
        for each in rates.windows
    )
    few = _("too few days")
    return Table(headings, rows, ("", "", _("no entry"), "", few, few))


def _tip(asked: Asked, rates: Rates, day: date) -> str:
    number = day.toordinal()
    found = next((e for e in rates.windows if e.last - e.days < number <= e.last), None)
    if found is None:
        why = _("Before the first whole {n} days").format(n=RATE_WINDOW)
        return left_out(asked.diary, day, why)
    first, last = (
        format_day(date.fromordinal(each), "d MMM y")
        for each in (found.last - found.days + 1, found.last)
    )
    lines = [_("{first} to {last}").format(first=first, last=last)]
    lines.append(ngettext("{n} logged day", "{n} logged days", found.logged))
    if found.per_week is None or found.interval is None:
        lines.append(_("Too few for a rate"))
    else:
        lines.append(ngettext("{n} spasm", "{n} spasms", len(found.onsets)))
        lines.append(_("{rate} a week").format(rate=rate_number(found.per_week)))
        lines.append(_("The data fit {limits}").format(limits=number_range(found.interval)))
    return "\n".join([*lines, *around(asked.diary, day)])


def _missing(asked: Asked, rates: Rates) -> tuple[str, str] | None:
    if rates.shown:
        return None
    heading = _("Too few days for a rate")
    today = today_only(asked.diary, asked.first, asked.last)
    if not rates.windows or today:
        return heading, today or _too_short()
    most = max(each.logged for each in rates.windows)
    if not most:
        return heading, _("Nothing is logged in these days yet.")
    return heading, _(
        "A rate takes {needed} logged days of {all}; the fullest so far has {n}."
    ).format(needed=RATE_DAYS, all=RATE_WINDOW, n=most)


def _prepare(asked: Asked) -> Prepared:
    rates = rates_of(asked)
    missing = _missing(asked, rates)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.rate_drawn import rate_drawn

        return rate_drawn(asked, rates, style)

    return Prepared(
        describe=(lambda: missing[1]) if missing else partial(_describe, asked, rates),
        more=(lambda: "") if missing else partial(_more, rates),
        table=partial(_table, rates),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
        tip=partial(_tip, asked, rates),
    )


SPASM_RATE = Chart(
    name="spasm_rate", title=N_("How often spasms begin"), prepare=_prepare, by_place=True
)
