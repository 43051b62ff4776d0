"""Equal columns, as many as there is room for; some things take a whole line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.look import Look


class EvenColumns(Flow):
    """Up to `most` columns of at least `least` design px each; with 0, of the widest thing."""

    def __init__(
        self, look: Look, most: int, least: int = 0, gaps: tuple[int, int] = (12, 10)
    ) -> None:
        self._look, self._most, self._least = look, most, least
        self._across, self._down = gaps
        self._whole: set[QWidget] = set()
        super().__init__(gap=gaps[0])

    def add_whole(self, widget: QWidget) -> None:
        """Set one more at the end, on a line of its own."""
        self._whole.add(widget)
        self.add(widget)

    def sizeHint(self) -> QSize:
        """The least: how high it is follows from its width alone."""
        return self.minimumSizeHint()

    def _spots(self, width: int) -> list[QRect]:
        """A place for each, as if read from the left."""
        spots: list[QRect] = []
        top = 0
        for line in self._lines(width):
            columns = 1 if line[0] in self._whole else self._count(width)
            wide = (width - self._across * (columns - 1)) // columns
            high = max(_height(each, wide) for each in line)
            spots += (QRect(at * (wide + self._across), top, wide, high) for at in range(len(line)))
            top += high + self._down
        return spots

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        columns = self._count(width)
        for widget in self._shown():
            full = not lines or len(lines[-1]) == columns or lines[-1][0] in self._whole
            if full or widget in self._whole:
                lines.append([])
            lines[-1].append(widget)
        return lines

    def _count(self, width: int) -> int:
        least = self._look.px(self._least) or max(
            (each.sizeHint().width() for each in self._shown()), default=1
        )
        return max(1, min(self._most, (width + self._across) // (least + self._across)))


def _height(widget: QWidget, width: int) -> int:
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()
