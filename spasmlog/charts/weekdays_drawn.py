"""Draws the weekdays in two rows of columns: average pain, and the share of days with a spasm."""

from __future__ import annotations

from dataclasses import dataclass

from spasmlog.analysis.weekdays import Weekdays
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Drawing, Row, Sheet, compose, space
from spasmlog.charts.style import Style
from spasmlog.charts.week_order import weekday_short, weekdays
from spasmlog.charts.weekday_bars import Both, began
from spasmlog.charts.words_numbers import pain, percent, percent_range, without_number_words
from spasmlog.charts.words_pattern import weekday_name
from spasmlog.i18n import _, format_number, ngettext

HEIGHT = 84.0
WIDEST = 760.0
GAP, LABEL_GAP = 0.28, 8.0
LINE, SMALL = 17.0, 11.0
TOPS = (0.1, 0.25, 0.5, 1.0)
"""Where the axis of shares may end."""
HIGHEST = 10.0
CAP = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One row of columns: what it is of, where its axis ends, and the words of both."""

    found: Weekdays
    title: str
    top: float
    ends: str
    shares: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Where the columns of the weekdays lie."""

    style: Style
    letters: Lettering
    left: float
    step: float

    def middle(self, at: int) -> float:
        """Of the column of the weekday at this place of the week."""
        return self.left + (at + 0.5) * self.step


def weekdays_drawn(both: Both, style: Style) -> Drawing:
    """The whole figure."""
    top = _top(both.onsets)
    panels = (
        Panel(
            found=both.pain,
            title=_("Average worst pain"),
            top=HIGHEST,
            ends=format_number(HIGHEST),
            shares=False,
        ),
        Panel(
            found=both.onsets,
            title=_("Share of logged days on which a spasm began"),
            top=top,
            ends=percent(top),
            shares=True,
        ),
    )
    letters = Lettering(style)
    left = letters.widest([each.ends for each in panels]) + LABEL_GAP
    width = min(style.width, style.px(WIDEST)) - left - 1
    week = Week(style=style, letters=letters, left=left, step=width / len(weekdays()))
    rows = [row for panel in panels for row in _rows(week, panel)]
    return compose(style, letters, None, rows)


def _top(found: Weekdays) -> float:
    """Above every share, and above the limits as far as these are not all that there is."""
    highest = max((mean or 0 for mean in found.means), default=0)
    limits = max((each.high for each in found.limits if each is not None), default=0)
    wanted = min(limits, max(3 * highest, TOPS[0]))
    return next(top for top in TOPS if top >= wanted or top == TOPS[-1])


def _rows(week: Week, panel: Panel) -> list[Row]:
    style = week.style
    lines = week.letters.wrap(panel.title, style.width, bold=True)

    def title(sheet: Sheet, _bottom: float, top: float) -> None:
        for at, line in enumerate(lines):
            y = top - style.px(LINE) * (at + 0.5)
            sheet.write(line, 0, y, color=style.text, bold=True, gid="title")

    return [
        Row(style.px(LINE) * len(lines) + 4, title),
        space(style.px(LINE)),
        Row(HEIGHT, lambda *place: _draw(week, panel, *place), grows=True),
        Row(style.px(LINE) * 2 + 10, lambda sheet, _bottom, top: _labels(week, panel, sheet, top)),
    ]


def _draw(week: Week, panel: Panel, sheet: Sheet, bottom: float, top: float) -> None:
    style, right = week.style, week.left + 7 * week.step
    sheet.strokes([((week.left, top), (right, top))], style.grid, order=-1, gid="grid")
    sheet.strokes([((week.left, bottom), (right, bottom))], style.text, gid="base")
    for y, text in ((top, panel.ends), (bottom, percent(0) if panel.shares else format_number(0))):
        x = week.left - LABEL_GAP
        sheet.write(text, x, y, color=style.quiet, align="right", gid="label")
    for at, weekday in enumerate(weekdays()):
        _column(week, panel, sheet, (bottom, top), at, weekday)


def _column(
    week: Week, panel: Panel, sheet: Sheet, ends: tuple[float, float], at: int, weekday: int
) -> None:
    """Grey below the gate; a weekday without a logged day, or without a mean, is hatched."""
    found, style = panel.found, week.style
    (bottom, top), x = ends, week.middle(at)
    half = week.step * (1 - GAP) / 2
    mean = found.means[weekday]
    sheet.spot(x, (bottom + top) / 2, _words(panel, weekday))
    if mean is None:
        sheet.hatch([(x - half, bottom, x + half, top)], "unknown")
        return
    high = bottom + (top - bottom) * min(mean / panel.top, 1)
    if mean:
        fill, edge = _fill(week, panel, weekday, mean)
        sheet.blocks([(x - half, bottom, x + half, high)], fill, edge=edge, gid="weekday-bar")
    else:
        sheet.marks([(x, bottom)], "o", 6, style.text, gid="zero")
        high += 4
    above = _limits(week, panel, sheet, ends, x, weekday) if panel.shares else high
    _value(week, panel, sheet, (x, max(high, above)), weekday)


def _fill(week: Week, panel: Panel, weekday: int, mean: float) -> tuple[str, str]:
    """Of a column and its edge: grey below the gate, the highest framed or dark."""
    style, found = week.style, panel.found
    if found.lacks:
        return style.hatch, style.hatch
    if panel.shares:
        fill = style.text if weekday == found.highest else style.quiet
        return fill, fill
    edge = style.text if weekday == found.highest else style.outline
    return style.pain[round(mean)], edge


def _limits(
    week: Week, panel: Panel, sheet: Sheet, ends: tuple[float, float], x: float, weekday: int
) -> float:
    """The line of what the data fit, below the gate none; how high it reaches."""
    limits, (bottom, top) = panel.found.limits[weekday], ends
    if limits is None or panel.found.lacks:
        return bottom
    low, high = (bottom + (top - bottom) * min(e / panel.top, 1) for e in (limits.low, limits.high))
    line = [((x, low), (x, high))]
    line += [((x - CAP, y), (x + CAP, y)) for y in (low, high)]
    sheet.strokes(line, week.style.paper, line=3.6, order=3, gid="fit-rim")
    sheet.strokes(line, week.style.treatment, line=1.4, order=3.5, gid="fit")
    return high


def _value(
    week: Week, panel: Panel, sheet: Sheet, place: tuple[float, float], weekday: int
) -> None:
    """Above the column, where it has room beside its neighbours."""
    mean, style = panel.found.means[weekday] or 0.0, week.style
    text = percent(mean) if panel.shares else pain(mean)
    if week.letters.width(text, SMALL) + 2 <= week.step:
        x, y = place
        sheet.write(
            text,
            x,
            y + style.px(LINE) / 2,
            color=style.text,
            size=SMALL,
            bold=weekday == panel.found.highest,
            align="center",
            gid="value",
        )


def _words(panel: Panel, weekday: int) -> str:
    found, mean = panel.found, panel.found.means[weekday]
    lines = [weekday_name(weekday)]
    if mean is None:
        bare = found.bare[weekday]
        return "\n".join([*lines, without_number_words(bare) if bare else _("No entry")])
    if not panel.shares:
        lines.append(_("Average worst pain {value}").format(value=pain(mean)))
        lines.append(ngettext("{n} day with a number", "{n} days with a number", found.n[weekday]))
        return "\n".join(lines)
    told = ngettext(
        "A spasm began on {k} of {n} logged day",
        "A spasm began on {k} of {n} logged days",
        found.n[weekday],
    )
    lines.append(told.format(k=began(found, weekday)))
    limits = found.limits[weekday]
    if limits is not None:
        lines.append(_("The data fit {limits}").format(limits=percent_range(limits)))
    return "\n".join(lines)


def _labels(week: Week, panel: Panel, sheet: Sheet, top: float) -> None:
    """The weekday, and of how many days the column is."""
    style, names = week.style, {at: weekday_short(at) for at in weekdays()}
    if week.letters.widest(names.values()) + 4 > week.step:
        names = {at: name[:1] for at, name in names.items()}
    y = top - style.px(LINE) / 2 - 4
    for at, weekday in enumerate(weekdays()):
        x, n = week.middle(at), panel.found.n[weekday]
        sheet.write(names[weekday], x, y, color=style.text, align="center", gid="weekday")
        below = y - style.px(LINE)
        text = format_number(n) if at or week.step < 60 * style.scale else _("n = {n}").format(n=n)
        sheet.write(text, x, below, color=style.quiet, size=SMALL, align="center", gid="n")
