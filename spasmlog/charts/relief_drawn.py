"""Relief over time, drawn: pain from 0 to 10 over the four hours after a treatment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from matplotlib.figure import Figure

from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.gates import LATER_TO_MIN
from spasmlog.analysis.treatments import Tried
from spasmlog.charts.curve_frame import (
    PLOT,
    Frame,
    Level,
    end_words,
    levels,
    ticks_row,
    words_row,
)
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.relief_lines import MOST_LINES
from spasmlog.charts.sheet import Point, Row, Sheet, compose
from spasmlog.charts.style import Style, mixed
from spasmlog.charts.text_block import Line
from spasmlog.charts.words_eased import about
from spasmlog.domain.scales import Nrs
from spasmlog.i18n import _, format_day, format_number, ngettext, sentence

HIGHEST = 10.0
LEVELS = tuple(Level(pain / HIGHEST, format_number(pain)) for pain in (0, 5, 10))
SPOT_MIN = 30.0
"""Minutes from one place of the middle value with words to the next."""
STEPS = (30.0, 60.0, 120.0, 240.0)
Timed = tuple[float, float]


def relief(one: Tried, name: str, style: Style) -> Figure:
    """One treatment."""
    letters = Lettering(style)
    frame = Frame.of(style, letters, ["10"], [_("middle value")], LATER_TO_MIN)
    shown = one.easing.followed[-MOST_LINES:]

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        levels(frame, LEVELS, sheet, bottom, top)
        _lines(shown, frame, sheet, bottom, top)
        _middle(one, frame, sheet, bottom, top)
        for each in shown:
            x, y = _place(_last(each), frame, bottom, top)
            sheet.spot(x, y, _use_words(each))

    times = ngettext("{name}, {n} time", "{name}, {n} times", one.easing.n)
    head = Line(times.format(name=sentence(name)), strong=True)
    rows = [
        words_row(frame, [head, Line(_("Pain"))], space=style.px(16)),
        Row(PLOT, draw, grows=True),
        ticks_row(frame, frame.ticks(STEPS, hours)),
        words_row(frame, [Line(_("hours after it was used"))], frame.left),
    ]
    return compose(style, letters, None, rows)


def hours(minutes: float) -> str:
    """ "1.5" """
    return format_number(minutes / 60)


def _lines(
    shown: Sequence[FollowUp], frame: Frame, sheet: Sheet, bottom: float, top: float
) -> None:
    style = frame.style
    thin = mixed(style.treatment, style.paper)
    drawn = [
        [_place(timed, frame, bottom, top) for timed in timeds]
        for each in shown
        if len(timeds := _within(each)) > 1
    ]
    sheet.strokes(drawn, thin, order=2, gid="use")
    eased = [
        _place((each.minutes, _pain_then(each)), frame, bottom, top)
        for each in shown
        if each.eased and each.minutes <= LATER_TO_MIN
    ]
    sheet.marks(eased, "o", 6.0, style.treatment, fill=thin, line=1.2, order=3, gid="eased")


def _middle(one: Tried, frame: Frame, sheet: Sheet, bottom: float, top: float) -> None:
    style = frame.style
    points = [_place(each, frame, bottom, top) for each in one.median_line]
    if not points:
        return
    sheet.strokes([points], style.treatment, line=3, order=4, gid="middle")
    end_words(frame, [(_("middle value"), points[-1][1])], sheet)
    for (minute, pain), (x, y) in zip(one.median_line, points, strict=True):
        if minute % SPOT_MIN == 0:
            sheet.spot(x, y, _middle_words(minute, pain))


def _middle_words(minute: float, pain: float) -> str:
    at = _("At the start") if minute == 0 else _("After {time}").format(time=about(minute))
    value = _("middle value {pain}").format(pain=format_number(round(pain, 1)))
    return f"{at}\n{value}"


def _use_words(of: FollowUp) -> str:
    lines = [format_day(of.day), _("{pain} before").format(pain=of.before)]
    if of.eased:
        lines.append(_("eased after {time}").format(time=about(of.minutes)))
    else:
        lines.append(_("not eased after {time}").format(time=about(of.minutes)))
    return "\n".join(lines)


def _within(of: FollowUp) -> tuple[Timed, ...]:
    """Its numbers as far as the chart reaches, the last one between two where it must be."""
    return tuple(_cut([(minute, float(pain)) for minute, pain in of.line], over=of.over))


def _cut(line: Sequence[Timed], over: bool) -> Iterator[Timed]:
    yield line[0]
    for (start, before), (end, pain) in pairwise(line):
        if end > LATER_TO_MIN:
            if start < LATER_TO_MIN:
                share = (LATER_TO_MIN - start) / (end - start)
                yield float(LATER_TO_MIN), before + (pain - before) * share
            return
        yield end, pain
    if over:
        yield float(LATER_TO_MIN), 0.0


def _last(of: FollowUp) -> Timed:
    """Where it eased, else the last of it that is drawn."""
    if of.eased and of.minutes <= LATER_TO_MIN:
        return of.minutes, _pain_then(of)
    return _within(of)[-1]


def _pain_then(of: FollowUp) -> Nrs:
    return next(pain for minute, pain in of.line if minute >= of.minutes and minute > 0)


def _place(timed: Timed, frame: Frame, bottom: float, top: float) -> Point:
    minute, pain = timed
    return frame.x(minute), bottom + (top - bottom) * pain / HIGHEST
