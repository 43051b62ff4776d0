"""What a chart is wanted of, from the words of the command line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spasmlog.charts import CHARTS, Asked, Chart
from spasmlog.charts.words_place import place_name
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _


def listed() -> tuple[str, ...]:
    """Every chart a line: its name, and its title."""
    wide = max(map(len, CHARTS))
    return tuple(f"{name:<{wide}}  {_(chart.title)}" for name, chart in CHARTS.items())


def asked_for(
    chart: Chart, diary: Diary, first: date, last: date, place: str, treatment: str
) -> Asked:
    """These days, and a place and a treatment by id or in words; "" stands for all.

    Refuses what is not known, and what the chart would not heed.
    """
    if place and not chart.by_place:
        raise InvalidEntry(_("{chart} is a chart of all places.").format(chart=chart.name))
    if treatment and not chart.by_treatment:
        raise InvalidEntry(_("{chart} is a chart of all treatments.").format(chart=chart.name))
    asked = Asked(diary=diary, first=first, last=last, place=_place(place))
    return asked if not treatment else _of_treatment(asked, treatment)


def _place(words: str) -> Region | None:
    if not words:
        return None
    known = {name: each for each in Region for name in (each.value, place_name(each).casefold())}
    if words.casefold() not in known:
        raise InvalidEntry(
            _("{place} is not a place.").format(place=words),
            _("Places are {places}.").format(places=", ".join(each.value for each in Region)),
        )
    return known[words.casefold()]


def _of_treatment(asked: Asked, words: str) -> Asked:
    """Of the catalogue; of what was used together, by its name in the charts."""
    # Imported here: it loads numpy, which most charts can do without.
    from spasmlog.charts.chosen import choices

    catalogue = {each.name.casefold(): each.id for each in asked.diary.treatments}
    used = {name.casefold(): key for key, name in choices(asked)}
    ids = {each.casefold(): each for each in (*catalogue.values(), *used.values())}
    found = (catalogue | used | ids).get(words.casefold())
    if found is None:
        names = ", ".join(each.name for each in asked.diary.treatments)
        raise InvalidEntry(
            _("No treatment is called {name}.").format(name=words),
            _("Treatments are {names}.").format(names=names) if names else "",
        )
    return replace(asked, treatment=found)
