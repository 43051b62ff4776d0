"""Still free of a spasm, drawn: the curves of a kind, and two treatments where they compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from matplotlib.figure import Figure

from spasmlog.analysis.clocks import Stop
from spasmlog.analysis.coming_back import Back
from spasmlog.analysis.survival import Survival
from spasmlog.charts.holding import Group
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Row, compose, space
from spasmlog.charts.step_panel import Panel, panel_rows, place_words
from spasmlog.charts.step_track import Track
from spasmlog.charts.style import Style
from spasmlog.i18n import _, format_number, ngettext

TOPS = (14, 30, 60, 90, 120, 180, 270, 365, 545, 730, 1095, 1825, 3650)
"""Days at which the axis may end."""
STEPS = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 90.0, 180.0, 365.0, 730.0)


def holding(groups: Sequence[Group], style: Style) -> Figure:
    """A panel for each group, one under the other."""
    letters = Lettering(style)
    rows: list[Row] = []
    for each in groups:
        if rows:
            rows.append(space(style.px(22)))
        rows += panel_rows(_panel(each), style, letters)
    return compose(style, letters, None, rows)


def _panel(group: Group) -> Panel:
    single = len(group.sides) == 1
    tracks = tuple(
        _track(name, of, curve) for name, of in group.sides if (curve := of.curve) is not None
    )
    if not single:  # two bands upon each other would hide the curves
        tracks = tuple(
            replace(each, other=at > 0, band=False, half=False) for at, each in enumerate(tracks)
        )
    clocks = [clock for _name, each in group.sides for clock in each.clocks]
    return Panel(
        says=_says(group.sides[0][1]) if single else _("Still free of a spasm"),
        tracks=tracks,
        most=_most(max(each.days for each in clocks)),
        steps=STEPS,
        tick=format_number,
        unit=_("days"),
        left=_("Still counted:"),
        told=_told,
        rug=tuple((float(each.days), each.returned) for each in clocks) if single else (),
    )


def _says(of: Back) -> str:
    if of.median is None:
        return _("Still free of a spasm")
    day = round(of.median.value)
    return _("Still free of a spasm. Dotted: half were back by day {day}.").format(day=day)


def _track(name: str, of: Back, curve: Survival) -> Track:
    counted = ngettext("{name}, {n} time", "{name}, {n} times", len(of.clocks))
    return Track(
        name=name,
        head=counted.format(name=name),
        curve=curve,
        band=of.has_band,
        stops=tuple(each.days for each in of.let_off),
        open_at=tuple(each.days for each in of.clocks if each.stop is Stop.TODAY),
        half=of.median is not None,
    )


def _most(longest: int) -> float:
    return float(next((top for top in TOPS if top >= longest), ceil(longest)))


def _told(track: Track, at: float) -> str:
    when = ngettext("after {n} day", "after {n} days", round(at))
    return place_words(track, at, when, _("{share} still free of a spasm"))
