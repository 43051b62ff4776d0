"""Days to be opened, in lines like words: one Tab stop, with arrows inside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.ui.drawings import CENTER, box, painter_on
from spasmlog.ui.look import Look
from spasmlog.ui.roving import RovingRow, RovingTile
from spasmlog.views.cells import DayLink

PAD, GAP = 8, 6


class DayTile(RovingTile):
    """One day."""

    def show_day(self, link: DayLink) -> None:
        """Show this day."""
        self.setText(link.text)
        self.setAccessibleName(link.spoken)
        self.setToolTip(link.spoken)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        ground = look.color("accent-soft" if self.hovered else "raised")
        box(
            painter,
            self.rect().toRectF(),
            fill=ground,
            line=look.color("line-strong"),
            radius=6,
            width=look.theme.border,
        )
        painter.setFont(look.font(14, 500))
        painter.setPen(look.color("accent"))
        painter.drawText(self.rect(), CENTER, self.text())
        painter.end()


class DayLinks(RovingRow):
    """`chosen` says which day was pressed."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._links: tuple[DayLink, ...] = ()
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    _tiles: list[DayTile]

    def show_days(self, links: tuple[DayLink, ...]) -> None:
        """Show these days."""
        if links == self._links:
            return
        self._links = links
        if len(links) != len(self._tiles):
            for tile in self._tiles:
                tile.hide()
                tile.deleteLater()
            self._tiles = [self._tile(at) for at in range(len(links))]
        for tile, link in zip(self._tiles, links, strict=True):
            tile.show_day(link)
        if links and not any(tile.hasFocus() for tile in self._tiles):
            self._stop_at(0)
        self._place()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        wide = sum(self._widths()) + GAP * max(len(self._links) - 1, 0)
        return QSize(wide, self._line() if self._links else 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self._widths(), default=0), self._line() if self._links else 0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((spot.bottom() + 1 for spot in self._spots(width)), default=0)

    def _tile(self, at: int) -> DayTile:
        tile = DayTile(self._look, self)
        tile.setCheckable(False)
        tile.setCursor(Qt.CursorShape.PointingHandCursor)
        tile.clicked.connect(lambda: self._choose(at))
        tile.show()
        return tile

    def _choose(self, at: int) -> None:
        self._stop_at(at)
        self.chosen.emit(self._links[at].day)

    def _line(self) -> int:
        return max(self._look.px(28), QFontMetrics(self._look.font(14, 500)).height() + 8)

    def _widths(self) -> Sequence[int]:
        words = QFontMetrics(self._look.font(14, 500))
        return [words.horizontalAdvance(link.text) + 2 * PAD for link in self._links]

    def _spots(self, width: int) -> list[QRect]:
        """A place for each, as if read from the left."""
        spots: list[QRect] = []
        left = top = 0
        for wide in self._widths():
            if left and left + wide > width:
                left, top = 0, top + self._line() + GAP
            spots.append(QRect(left, top, wide, self._line()))
            left += wide + GAP
        return spots

    def _place(self) -> None:
        wide, mirrored = self.width(), self.isRightToLeft()
        for tile, spot in zip(self._tiles, self._spots(wide), strict=True):
            if mirrored:
                spot.moveLeft(wide - spot.right() - 1)
            tile.setGeometry(spot)
