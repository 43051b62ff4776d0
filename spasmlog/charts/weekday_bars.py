"""Weekdays: how bad the pain is on each, and on how many of its logged days a spasm began."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.period import Period
from spasmlog.analysis.seed import seed_of
from spasmlog.analysis.weekdays import Weekdays, weekdays_of_onsets, weekdays_of_pain
from spasmlog.charts.base import Asked, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.paragraph import paragraph
from spasmlog.charts.sentences import today_only
from spasmlog.charts.week_order import weekdays
from spasmlog.charts.words_numbers import percent, percent_range
from spasmlog.charts.words_pattern import weekday_name, weekday_words
from spasmlog.charts.words_place import place_words
from spasmlog.i18n import N_, _

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """The same days seen twice."""

    pain: Weekdays
    onsets: Weekdays


def both_of(asked: Asked) -> Both:
    """What is drawn and said."""
    diary, seed = asked.diary, seed_of(asked.diary)
    period = Period(asked.first, max(asked.first, asked.last))
    return Both(
        pain=weekdays_of_pain(diary, period, seed),
        onsets=weekdays_of_onsets(diary, period, seed, asked.place),
    )


def began(found: Weekdays, weekday: int) -> int:
    """On how many of the logged days of a weekday a spasm began."""
    return round((found.means[weekday] or 0) * found.n[weekday])


def _describe(asked: Asked, both: Both) -> str:
    """Each of the two begins with what it is of, so that no sentence is like another."""
    parts = ((_("Average worst pain:"), both.pain), (_("Spasms:"), both.onsets))
    said = [
        _("{of} {what}").format(of=of, what=first) if at == 0 else first
        for of, found in parts
        for at, first in enumerate(weekday_words(found))
    ]
    if not both.onsets.lacks:
        said.append(_("The upright lines are what the data fit."))
    return paragraph([*said, *place_words(asked.place)])


def _table(both: Both) -> Table:
    headings = (
        _("Weekday"),
        _("Average worst pain"),
        _("Days with a number"),
        _("Days on which a spasm began"),
        _("Logged days"),
        _("Share"),
        _("The data fit"),
    )
    rows = []
    for at in weekdays():
        mean, share, limits = both.pain.means[at], both.onsets.means[at], both.onsets.limits[at]
        rows.append(
            (
                weekday_name(at),
                None if mean is None else round(mean, 1),
                both.pain.n[at],
                None if share is None else began(both.onsets, at),
                both.onsets.n[at],
                None if share is None else percent(share),
                None if limits is None else percent_range(limits),
            )
        )
    blank = _("no entry")
    return Table(headings, tuple(rows), ("", _("no average"), "", blank, "", blank, blank))


def _missing(asked: Asked, both: Both) -> tuple[str, str] | None:
    if any(both.onsets.n):
        return None
    today = today_only(asked.diary, asked.first, asked.last)
    if today:
        return _("No day that is over has an entry so far"), today
    return _("No day with an entry here so far"), " ".join(weekday_words(both.pain))


def _prepare(asked: Asked) -> Prepared:
    both = both_of(asked)
    missing = _missing(asked, both)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.weekdays_drawn import weekdays_drawn

        return weekdays_drawn(both, style)

    return Prepared(
        describe=(lambda: missing[1]) if missing else partial(_describe, asked, both),
        table=partial(_table, both),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
    )


WEEKDAYS = Chart(name="weekdays", title=N_("Weekdays"), prepare=_prepare, by_place=True)
