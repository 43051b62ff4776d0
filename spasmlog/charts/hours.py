"""At what time of day spasms begin: four parts of the waking hours, and what began in sleep."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.period import Period
from spasmlog.analysis.seed import seed_of
from spasmlog.analysis.time_of_day import Band, TimeOfDay, time_of_day
from spasmlog.charts.base import Asked, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.paragraph import paragraph
from spasmlog.charts.sentences import today_only
from spasmlog.charts.words_pattern import (
    left_out_words,
    mean_hour_words,
    time_of_day_words,
)
from spasmlog.charts.words_place import place_words
from spasmlog.i18n import N_, _, format_clock, ngettext

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style


def hours_of(asked: Asked) -> TimeOfDay:
    """What is drawn and said."""
    period = Period(asked.first, max(asked.first, asked.last))
    return time_of_day(asked.diary, period, seed_of(asked.diary), region=asked.place)


def band_name(band: Band) -> str:
    """ "07:00 to 11:00" """
    return _("{start} to {end}").format(start=format_clock(band.start), end=format_clock(band.end))


def _describe(asked: Asked, found: TimeOfDay) -> str:
    even = "" if found.lacks else _("The dotted line is an even share.")
    return paragraph([*time_of_day_words(found), even, *place_words(asked.place)])


def _more(found: TimeOfDay) -> str:
    counts = [
        ngettext("{band}: {n} spasm", "{band}: {n} spasms", band.onsets).format(
            band=band_name(band)
        )
        for band in found.bands
    ]
    said = [
        _("{counts}.").format(counts=", ".join(counts)),
        "" if found.lacks else mean_hour_words(found),
        *left_out_words(found),
    ]
    return paragraph(said)


def _table(found: TimeOfDay) -> Table:
    rows = [(band_name(band), band.onsets) for band in found.bands]
    rows += [(_("Woke with it"), found.asleep), (_("Only the day is known"), found.untimed)]
    return Table((_("Time of day"), _("Spasms")), tuple(rows), ("", ""))


def _missing(asked: Asked, found: TimeOfDay) -> tuple[str, str] | None:
    if found.onsets or found.asleep:
        return None
    heading = _("No spasm with a time in these days")
    today = today_only(asked.diary, asked.first, asked.last)
    if today:
        return heading, today
    verdict, unknown = time_of_day_words(found)
    left_out = left_out_words(found) if found.untimed else ()
    return heading, " ".join((verdict, *left_out, unknown))


def _prepare(asked: Asked) -> Prepared:
    found = hours_of(asked)
    missing = _missing(asked, found)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.hours_drawn import hours_drawn

        return hours_drawn(found, style)

    return Prepared(
        describe=(lambda: missing[1]) if missing else partial(_describe, asked, found),
        more=(lambda: "") if missing else partial(_more, found),
        table=partial(_table, found),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
    )


HOURS = Chart(name="hours", title=N_("Time of day"), prepare=_prepare, by_place=True)
