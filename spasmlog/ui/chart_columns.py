"""How wide the columns of a chart's table are: headings wrap before a table scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics

from spasmlog.charts.base import Table
from spasmlog.ui.look import Look

MEASURED_ROWS = 60
"""Rows looked at for the width of a column: ten years have thousands."""
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


def measured(look: Look, table: Table) -> Measured:
    """Of some rows from all over the table, the first and the last among them."""
    words, heads = QFontMetrics(look.font(14)), QFontMetrics(look.font(12))
    step = max(len(table.rows) // MEASURED_ROWS, 1)
    rows = sorted({*range(0, len(table.rows), step), max(len(table.rows) - 1, 0)})
    rows = rows if table.rows else []
    natural, least = [], []
    for column, heading in enumerate(table.headings):
        texts = {table.text(row, column) for row in rows}
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
