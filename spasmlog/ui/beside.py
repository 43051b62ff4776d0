"""Two columns side by side in given shares, one below the other where it is narrow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.ui.look import Look

GUTTER = 16


class Beside(QWidget):
    """The first column is read first. Two columns need `least` design pixels."""

    def __init__(
        self, look: Look, shares: tuple[int, int], least: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._shares, self._least = look, shares, least
        self._first, self._second = _column(), _column()
        self._cards: tuple[tuple[QWidget, ...], tuple[QWidget, ...]] = ((), ())
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GUTTER)
        for column, share in zip((self._first, self._second), shares, strict=True):
            self._whole.addLayout(column, share)
        look.changed.connect(self._fit)

    def show_cards(self, first: Sequence[QWidget], second: Sequence[QWidget]) -> bool:
        """Let these cards stand in the columns, from the top; False where they do already."""
        wanted = (tuple(first), tuple(second))
        if wanted == self._cards:
            return False
        gone = {*chain(*self._cards)} - {*chain(*wanted)}
        for column, cards in zip((self._first, self._second), wanted, strict=True):
            for at, card in enumerate(cards):
                column.insertWidget(at, card)
                card.show()
        for card in gone:
            card.hide()
        self._cards = wanted
        return True

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.width() < max(self._least, self._look.px(self._least - GUTTER))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = down if self.narrow else across
        if wanted == self._whole.direction():
            return
        self._whole.setDirection(wanted)
        for at, share in enumerate(self._shares):
            self._whole.setStretch(at, 0 if self.narrow else share)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GUTTER)
    column.addStretch(1)
    return column
