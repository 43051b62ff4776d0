"""Where spasms were: the body, each place shaded by its share of the spasms of a period."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.period import Period
from spasmlog.analysis.places import Places, places
from spasmlog.charts.base import Asked, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.paragraph import paragraph
from spasmlog.charts.words_body import part_name
from spasmlog.charts.words_numbers import percent
from spasmlog.charts.words_places import counting_words, places_words, unplaced_words
from spasmlog.i18n import N_, _, sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style


def _table(found: Places) -> Table:
    n = len(found.placed)
    rows = [(sentence(part_name(part)), each, percent(each / n)) for part, each in found.parts]
    if found.off_map:
        rows.append((_("Not on the map"), found.off_map, percent(found.off_map / n)))
    return Table((_("Place"), _("Spasms"), _("Share")), tuple(rows), ("", "", ""))


def _missing(found: Places) -> tuple[str, str] | None:
    if found.placed:
        return None
    heading = _("No spasm with a place in these days")
    if found.unplaced:
        return heading, unplaced_words(found.unplaced)
    return heading, _("No spasm that began in these days is logged; days without one are not zero.")


def _prepare(asked: Asked) -> Prepared:
    found = places(asked.diary, Period(asked.first, max(asked.first, asked.last)))
    missing = _missing(found)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.places_drawn import places_drawn

        return places_drawn(found, style)

    return Prepared(
        describe=(lambda: missing[1]) if missing else partial(paragraph, places_words(found)),
        more=(lambda: "") if missing else partial(paragraph, counting_words()),
        table=partial(_table, found),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
    )


PLACES = Chart(name="places", title=N_("Where it was"), prepare=_prepare)
