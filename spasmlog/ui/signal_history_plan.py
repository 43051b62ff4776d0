"""Where the rows, bars and dates of the strip of past signals stand, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics

from spasmlog.i18n import _
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.signal_history import Bar, Row, SignalHistoryView

LANE, GAP, BETWEEN = 14, 12, 12
LEAST_BAR = 3
HIGH = {"info": 6, "routine": 10, "prompt": 14, "emergency": 14}
"""How high a bar is, by how urgent it was at most: a second cue beside its colour."""
WRAP = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop).value | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its title, the room for the words of a bar, and the line of its bars."""

    title: QRect
    words: QRect
    line: QRectF


@dataclass(frozen=True, slots=True)
class Strip:
    """All rows from the top, and the line of dates below them."""

    first: date
    last: date
    wide: int
    lanes: tuple[Lane, ...]
    dates: QRectF

    @property
    def high(self) -> int:
        return round(self.dates.bottom())

    def x(self, day: date) -> float:
        """Where a day begins; time runs from left to right in every language."""
        days = (self.last - self.first).days + 1
        return self.wide * (day - self.first).days / days

    def span(self, first: date, last: date) -> tuple[float, float]:
        """From where to where these days go; the shortest can still be seen."""
        left = self.x(first)
        right = max(self.x(date.fromordinal(last.toordinal() + 1)), left + LEAST_BAR)
        shift = max(right - self.wide, 0.0)
        return left - shift, right - shift

    def bar(self, lane: Lane, bar: Bar, look: Look) -> QRectF:
        """What a bar takes up; they all stand on the line."""
        left, right = self.span(bar.first, bar.last)
        high = look.px(HIGH[bar.level])
        return QRectF(left, lane.line.bottom() - high, right - left, high)


def strip_of(view: SignalHistoryView, look: Look, wide: int) -> Strip:
    """The plan of a view that is so wide."""
    lanes: list[Lane] = []
    top = 0
    for row in view.rows:
        lane = _lane(row, look, wide, top)
        lanes.append(lane)
        top = round(lane.line.bottom()) + look.px(GAP)
    high = QFontMetrics(look.font(12)).height()
    return Strip(view.first, view.last, wide, tuple(lanes), QRectF(0, top - 4, wide, high))


def _lane(row: Row, look: Look, wide: int, top: int) -> Lane:
    """The words stand at the end of the title's line where there is room, else below it."""
    strong, quiet = QFontMetrics(look.font(14, 500)), QFontMetrics(look.font(14))
    longest = max(quiet.horizontalAdvance(bar.words) for bar in row.bars) + 2
    room = wide - longest - BETWEEN
    beside = strong.horizontalAdvance(row.title) <= room
    high = strong.boundingRect(QRect(0, 0, wide, 1 << 14), WRAP, row.title).height()
    if beside:
        title = QRect(0, top, room, strong.height())
        words = QRect(wide - longest, top, longest, quiet.height())
    else:
        title = QRect(0, top, wide, high)
        words = QRect(0, top + high, wide, quiet.height())
    low = max(title.y() + title.height(), words.y() + words.height()) + 4
    return Lane(title, words, QRectF(0, low, wide, look.px(LANE)))


def dates_of(view: SignalHistoryView, strip: Strip, look: Look) -> tuple[tuple[QRectF, str], ...]:
    """The dates that have room, the last of them "today" at the end."""
    caption = QFontMetrics(look.font(12))
    area, taken = strip.dates, strip.wide - caption.horizontalAdvance(_("today")) - 2.0
    found = [(QRectF(taken, area.top(), strip.wide - taken, area.height()), _("today"))]
    for day, text in reversed(view.ticks):
        wide = caption.horizontalAdvance(text) + 2
        left = strip.x(day)
        if left + wide + BETWEEN <= taken:
            found.append((QRectF(left, area.top(), wide, area.height()), text))
            taken = left
    return tuple(reversed(found))
