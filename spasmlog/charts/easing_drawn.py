"""Time to easing, drawn: a step curve of the treated spasms, and a dashed one of those left alone.

The axis ends soon after the last that eased; that some were followed for longer is in the counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.figure import Figure

from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.gates import LATER_TO_MIN
from spasmlog.analysis.survival import Survival
from spasmlog.charts.easing_times import Side
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import compose
from spasmlog.charts.step_panel import Panel, panel_rows, place_words
from spasmlog.charts.step_track import Track
from spasmlog.charts.style import Style
from spasmlog.charts.words_eased import about
from spasmlog.i18n import _, format_number

TOPS = (LATER_TO_MIN, 360, 480, 600, 720, 960, 1200, 1440, 1920, 2400, 2880)
"""Minutes at which the axis may end."""
STEPS = (30.0, 60.0, 120.0, 240.0, 480.0, 720.0, 1440.0)


def easing(found: Sequence[Side], style: Style) -> Figure:
    """One treatment."""
    letters = Lettering(style)
    first = found[0].easing.curve
    says = _("Not yet eased")
    if first is not None and first.median is not None:
        says = _("Not yet eased. Dotted: half by {time}.").format(time=about(first.median))
    panel = Panel(
        says=says,
        tracks=tuple(
            _track(each, curve, other=at > 0)
            for at, each in enumerate(found)
            if (curve := each.easing.curve) is not None
        ),
        most=_most([each for side in found for each in side.easing.followed]),
        steps=STEPS,
        tick=_hours,
        unit=_("hours"),
        left=_("Still followed, not yet eased:"),
        told=_told,
    )
    return compose(style, letters, None, panel_rows(panel, style, letters))


def _track(side: Side, curve: Survival, other: bool) -> Track:
    of = side.easing
    return Track(
        name=side.name,
        head=side.head,
        curve=curve,
        other=other,
        band=of.has_band and not other,
        stops=tuple(each.minutes for each in of.followed if not each.eased),
        half=not other,
    )


def _most(followed: Sequence[FollowUp]) -> float:
    """Where the axis ends: past every easing, at least four hours."""
    last = max((each.minutes for each in followed if each.eased), default=0.0)
    return float(next((top for top in TOPS if top >= last), last))


def _hours(minutes: float) -> str:
    return format_number(minutes / 60)


def _told(track: Track, at: float) -> str:
    when = _("after {time}").format(time=about(at))
    return place_words(track, at, when, _("{share} not yet eased"))
