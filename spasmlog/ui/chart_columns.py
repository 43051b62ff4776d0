"""How wide the columns of a chart's table are: headings wrap before a table scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from spasmlog.charts.base import Table
from spasmlog.ui.look import Look

LOOKED_AT, LONGEST = 60, 3
"""Rows looked at for the width of a column, as ten years have thousands; and of the texts found
there those that are measured."""
Samples = tuple[tuple[str, ...], ...]
PAD = 16
WRAP = (Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value | (
    Qt.TextFlag.TextWordWrap.value
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What each column takes: with its heading on one line, and with its heading wrapped."""

    natural: tuple[int, ...]
    least: tuple[int, ...]

    def shared(self, room: int) -> tuple[int, ...]:
        """The widths; more than the room only where not even the cells fit."""
        spare, wanted = room - sum(self.least), sum(self.natural) - sum(self.least)
        if spare >= wanted:
            return self.natural
        if spare <= 0:
            return self.least
        return tuple(
            low + (wide - low) * spare // wanted
            for low, wide in zip(self.least, self.natural, strict=True)
        )


def samples(table: Table) -> Samples:
    """The longest texts of each column, in rows from all over the table; slow: for a thread."""
    count = len(table.rows)
    rows = {*range(0, count, max(count // LOOKED_AT, 1)), max(count - 1, 0)} if count else set()
    columns = ({table.text(row, at) for row in rows} for at in range(len(table.headings)))
    return tuple(tuple(sorted(each, key=len)[-LONGEST:]) for each in columns)


def measured(look: Look, headings: Sequence[str], longest: Samples) -> Measured:
    """What the columns take, as far as the samples tell."""
    words, heads = QFontMetrics(look.font(14)), QFontMetrics(look.font(12))
    natural, least = [], []
    for heading, texts in zip(headings, longest, strict=True):
        cells = max(map(words.horizontalAdvance, texts), default=0)
        word = max(map(heads.horizontalAdvance, heading.split()), default=0)
        natural.append(max(cells, heads.horizontalAdvance(heading)) + PAD)
        least.append(max(cells, word) + PAD)
    return Measured(tuple(natural), tuple(least))


def head_height(look: Look, headings: Sequence[str], widths: Sequence[int]) -> int:
    """How high the headings are in columns so wide."""
    words = QFontMetrics(look.font(12))
    high = (
        words.boundingRect(QRect(0, 0, max(wide - PAD, 1), 1 << 14), WRAP, text).height()
        for text, wide in zip(headings, widths, strict=True)
    )
    return max(high, default=0) + look.px(9)
