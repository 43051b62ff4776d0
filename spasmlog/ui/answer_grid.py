"""Several things with one answer each: every press goes on to the next answer, or to none.

The tiles share one stop for Tab; arrows, Home and End move between them.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from spasmlog.i18n import _
from spasmlog.ui.drawings import box, mixed, painter_on
from spasmlog.ui.even_columns import EvenColumns
from spasmlog.ui.look import Look
from spasmlog.views.fields import Options

PAD, GAP = 9, 8
NONE = "–"
COLUMNS = 4
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AnswerTile(QAbstractButton):
    """One thing and its answer: "Bend  worse", one above the other where it is narrow."""

    changed = Signal()

    def __init__(self, grid: AnswerGrid, key: Any, words: str, answers: Options) -> None:
        super().__init__()
        self._grid, self._look, self.key, self._words = grid, grid.look, key, words
        self._answers: Options = ((None, NONE), *answers)
        self._at = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self._next)
        self._look.follow(self)
        self._name()

    @property
    def answer(self) -> Any:
        """The answer, or None."""
        return self._answers[self._at][0]

    def set_answer(self, answer: Any) -> None:
        """Show this answer, without a `changed`."""
        self._at = [value for value, _words in self._answers].index(answer)
        self._name()

    def sizeHint(self) -> QSize:
        wide = sum(self.lengths()) + GAP + 2 * PAD + 2
        return QSize(wide, self.heightForWidth(self._grid.widest()))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(self.lengths()) + 2 * PAD + 2, self.heightForWidth(self._grid.widest()))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        small, bold = self._fonts()
        stacked = small.height() + bold.height() + 8
        return stacked if self._stacks(width) else max(self._look.px(32), bold.height() + 10)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif not self._grid.take_key(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = self._look, painter_on(self), QRectF(self.rect())
        ground = look.color("raised")
        if self.isDown():
            ground = look.color("sunken")
        elif self.underMouse():
            ground = mixed(ground, look.color("accent-soft"), 0.6)
        width = look.theme.border
        box(painter, area, fill=ground, line=look.color("line-strong"), width=width)
        inner = area.adjusted(PAD, 0, -PAD, 0)
        near, far = Qt.AlignmentFlag.AlignLeading, Qt.AlignmentFlag.AlignTrailing
        above = below = Qt.AlignmentFlag.AlignVCenter
        if self._stacks(self.width()):
            inner, far = inner.adjusted(0, 3, 0, -3), near
            above, below = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        painter.setPen(look.color("text"))
        painter.setFont(look.font(12))
        painter.drawText(inner, near | above, self._words)
        painter.setFont(look.font(14, 600 if self._at else 400))
        painter.drawText(inner, far | below, self._answers[self._at][1])
        painter.end()

    def _fonts(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._look.font(12)), QFontMetrics(self._look.font(14, 600))

    def lengths(self) -> tuple[int, int]:
        """Of the words, and of the longest answer."""
        small, bold = self._fonts()
        longest = max(bold.horizontalAdvance(words) for _value, words in self._answers)
        return small.horizontalAdvance(self._words), longest

    def _stacks(self, width: int) -> bool:
        """Whether words and answer do not fit side by side in every tile."""
        return width < self._grid.widest()

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._answers)
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        said = self._answers[self._at][1] if self._at else _("not answered")
        self.setAccessibleName(f"{self._words}: {said}")
        self.update()


class AnswerGrid(EvenColumns):
    """The tiles, in as many columns as there is room for."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, COLUMNS, gaps=(6, 6))
        self.look = look
        self.tiles: list[AnswerTile] = []
        self.setAccessibleName(name)
        self._asked: tuple[Options, Options] = ((), ())

    def offer(self, options: Options, answers: Options) -> None:
        """Ask about these."""
        if (options, answers) == self._asked:
            return
        self._asked = (options, answers)
        self.clear()
        self.tiles = [AnswerTile(self, key, words, answers) for key, words in options]
        for tile in self.tiles:
            tile.changed.connect(self.changed)
            tile.pressed.connect(partial(self._stop_at, tile))
            self.add(tile)
        if self.tiles:
            self._stop_at(self.tiles[0])

    def value(self) -> tuple[tuple[Any, Any], ...]:
        """What is asked and its answer, or None."""
        return tuple((tile.key, tile.answer) for tile in self.tiles)

    def set_value(self, value: tuple[tuple[Any, Any], ...]) -> None:
        """Show these answers."""
        given = dict(value)
        for tile in self.tiles:
            tile.set_answer(given.get(tile.key))

    def widest(self) -> int:
        """The width that the longest words with their longest answer need."""
        longest = max((sum(tile.lengths()) for tile in self.tiles), default=0)
        return longest + GAP + 2 * PAD + 2

    def take_key(self, tile: AnswerTile, event: QKeyEvent) -> bool:
        """Move to another tile; true when the key was used up."""
        goal = self._goal(self.tiles.index(tile), Qt.Key(event.key()))
        if goal is None or event.modifiers() not in _PLAIN:
            return False
        if 0 <= goal < len(self.tiles):
            self._stop_at(self.tiles[goal])
            self.tiles[goal].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _goal(self, at: int, key: Qt.Key) -> int | None:
        on, line = -1 if self.isRightToLeft() else 1, self._count(self.width())
        moves = {
            Qt.Key.Key_Right: at + on,
            Qt.Key.Key_Left: at - on,
            Qt.Key.Key_Down: at + line,
            Qt.Key.Key_Up: at - line,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.tiles) - 1,
        }
        return moves.get(key)

    def _stop_at(self, stop: AnswerTile) -> None:
        """Let Tab reach this tile, and no other."""
        for tile in self.tiles:
            policy = Qt.FocusPolicy.StrongFocus if tile is stop else Qt.FocusPolicy.ClickFocus
            tile.setFocusPolicy(policy)
        self.setFocusProxy(stop)

    def _count(self, width: int) -> int:
        """Many short ones stand in full lines, each answer below its words if need be."""
        narrowest = max((each.minimumSizeHint().width() for each in self.tiles), default=0)
        full = width + self._across >= COLUMNS * (narrowest + self._across)
        return COLUMNS if full and len(self.tiles) > COLUMNS else super()._count(width)
