"""Two columns of cards that become one where it is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.ui.look import Look

GUTTER = 16
LEFT, RIGHT = 596, 408
TWO_FROM, TWO_FROM_SCALED = 810, 780
"""So many pixels, and so many design pixels, make room for two columns."""
PAIR_FROM = 660
"""So many design pixels let two cards stand side by side within one column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """`top` spans both columns; `single` is what follows it in one, in pairs where they fit."""

    top: Sequence[QWidget]
    left: Sequence[QWidget]
    right: Sequence[QWidget]
    single: Sequence[Sequence[QWidget]]


class Columns(QWidget):
    """Moves cards about; it makes none and hides none."""

    arranged = Signal()
    """The cards stand in another order now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scheme: Scheme | None = None
        self._pairs: list[QBoxLayout] = []
        self.narrow = False
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(GUTTER)
        self._span, self._first, self._second = _column(), _column(), _column()
        beside = QHBoxLayout()
        beside.setSpacing(GUTTER)
        beside.addLayout(self._first, LEFT)
        beside.addLayout(self._second, RIGHT)
        self._whole.addLayout(self._span)
        self._whole.addLayout(beside)
        self._whole.addStretch(1)
        look.changed.connect(self._fit)

    def arrange(self, scheme: Scheme) -> None:
        """Let the cards stand like this."""
        if scheme != self._scheme:
            self._scheme = scheme
            self._place()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Lay out once after several cards have changed, not after each."""
        self._whole.setEnabled(False)
        try:
            yield
        finally:
            self._whole.setEnabled(True)
            self._whole.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < max(TWO_FROM, self._look.px(TWO_FROM_SCALED))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(across if self.paired else down)
        if narrow is not self.narrow:
            self.narrow = narrow
            self._place()

    @property
    def paired(self) -> bool:
        """Whether two cards stand side by side within the one column."""
        return self.narrow and self.width() >= self._look.px(PAIR_FROM)

    def _place(self) -> None:
        scheme = self._scheme
        if scheme is None:
            return
        self._clear()
        for card in scheme.top:
            self._span.addWidget(card)
        if self.narrow:
            for cards in scheme.single:
                self._put_pair(cards)
        else:
            for column, listed in ((self._first, scheme.left), (self._second, scheme.right)):
                for card in listed:
                    column.addWidget(card)
        self._first.addStretch(1)
        self._second.addStretch(1)
        self.arranged.emit()

    def _put_pair(self, cards: Sequence[QWidget]) -> None:
        if len(cards) == 1:
            self._span.addWidget(cards[0])
            return
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        pair = QBoxLayout(across if self.paired else down)
        pair.setSpacing(GUTTER)
        for card in cards:
            pair.addWidget(card, 1)
        self._pairs.append(pair)
        self._span.addLayout(pair)

    def _clear(self) -> None:
        for column in (self._span, self._first, self._second, *self._pairs):
            while column.count():
                column.takeAt(0)
        self._pairs = []


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(GUTTER)
    return column
