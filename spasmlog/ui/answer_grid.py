"""Several things with one answer each: every press goes on to the next answer, or to none."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from spasmlog.i18n import _
from spasmlog.ui.drawings import box, mixed, painter_on
from spasmlog.ui.even_columns import EvenColumns
from spasmlog.ui.look import Look
from spasmlog.views.fields import Options

PAD, GAP = 9, 8
NONE = "–"


class AnswerTile(QAbstractButton):
    """One thing and its answer: "Bending  worse"."""

    changed = Signal()

    def __init__(self, look: Look, key: Any, words: str, answers: Options) -> None:
        super().__init__()
        self._look, self.key, self._words = look, key, words
        self._answers: Options = ((None, NONE), *answers)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._next)
        look.follow(self)
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
        metrics, bold = QFontMetrics(self._look.font(12)), QFontMetrics(self._look.font(14, 600))
        longest = max(bold.horizontalAdvance(words) for _value, words in self._answers)
        wide = metrics.horizontalAdvance(self._words) + longest + GAP + 2 * PAD
        return QSize(wide + 2, max(self._look.px(32), bold.height() + 10))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

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
        near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.isRightToLeft():
            near, far = far, near
        painter.setPen(look.color("text"))
        painter.setFont(look.font(12))
        painter.drawText(inner, near | Qt.AlignmentFlag.AlignVCenter, self._words)
        painter.setFont(look.font(14, 600 if self._at else 400))
        words = self._answers[self._at][1]
        painter.drawText(inner, far | Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

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
        super().__init__(look, 4, gaps=(6, 6))
        self.tiles: list[AnswerTile] = []
        self.setAccessibleName(name)
        self._asked: tuple[Options, Options] = ((), ())

    def offer(self, options: Options, answers: Options) -> None:
        """Ask about these."""
        if (options, answers) == self._asked:
            return
        self._asked = (options, answers)
        self.clear()
        self.tiles = [AnswerTile(self._look, key, words, answers) for key, words in options]
        for tile in self.tiles:
            tile.changed.connect(self.changed)
            self.add(tile)

    def value(self) -> tuple[tuple[Any, Any], ...]:
        """What is asked and its answer, or None."""
        return tuple((tile.key, tile.answer) for tile in self.tiles)

    def set_value(self, value: tuple[tuple[Any, Any], ...]) -> None:
        """Show these answers."""
        given = dict(value)
        for tile in self.tiles:
            tile.set_answer(given.get(tile.key))
