"""The chips below the quick bar's line: each piece as it was read, and the answers to questions."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button, Chip, Shape, ink_and_ground
from spasmlog.ui.drawings import box, pain_tile, painter_on
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.views.quick_bar import BarView
from spasmlog.views.quick_chips import BarChip, BarOffer

SHAPE = Shape(high=32, pad=10, icon=16, font=14, weight=500)
_ROLES = {"drop": "hydration", "walk": "activity", "stretch": "stretch", "pill": "treatment"}


class Piece(Chip):
    """One piece that was read; pressed, it leads to its words in the line."""

    def __init__(self, piece: BarChip, look: Look) -> None:
        role = "prompt" if piece.asks else _ROLES.get(piece.icon, "text-quiet")
        super().__init__(piece.text, look, piece.icon or None, question=piece.asks, role=role)
        self._shape, self._level = SHAPE, piece.level
        if piece.level is not None:
            self.setAccessibleName(_("Pain {n} of 10").format(n=piece.level))

    def sizeHint(self) -> QSize:
        side = self._look.px(SHAPE.high)
        return super().sizeHint() if self._level is None else QSize(round(side * 1.12), side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, area = painter_on(self), self._look, QRectF(self.rect())
        if self._level is not None:
            painter.setFont(look.font(16, 600))
            pain_tile(painter, look, area, self._level)
            painter.end()
            return
        ground, _line, ink, _dashed = ink_and_ground(self, look, self._kind, self._hovered)
        role = "prompt" if self._question else "line-strong" if self._hovered else "line"
        width, dashed = look.theme.border, self._question
        line = look.color(role)
        box(painter, area, fill=ground, line=line, radius=8, width=width, dashed=dashed)
        self._paint_content(painter, "prompt" if self._question else ink)
        painter.end()


class Pieces(Flow):
    """All chips of a line, its questions with their answers behind them."""

    chosen = Signal(object)
    """A `BarChip`: the keyboard goes to its words."""
    answered = Signal(str)
    """The whole line with the answer in it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: tuple[object, object] = ((), ())
        self.hide()

    def show_view(self, view: BarView) -> None:
        """Show the pieces of this line; the same ones stay as they are."""
        wanted = (view.chips, view.places)
        if wanted == self._view:
            return
        self._view = wanted
        self.clear()
        for piece in view.chips:
            self.add(self._piece(piece))
            for offer in piece.offers:
                self.add(self._offer(offer))
        for place in view.places:
            self.add(self._offer(place))

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab leads to."""
        return tuple(each for each in self.widgets if isinstance(each, Button))

    def _piece(self, piece: BarChip) -> QWidget:
        if piece.unread:
            shown = label(piece.text, "quiet", wrap=len(piece.text) > LONG)
            shown.setAccessibleName(_("{words}, kept as the note").format(words=piece.text))
            return shown
        chip = Piece(piece, self._look)
        chip.clicked.connect(lambda: self.chosen.emit(piece))
        return chip

    def _offer(self, offer: BarOffer) -> Button:
        button = Button(offer.text, self._look, "flat" if offer.blank else "normal")
        button.setAccessibleName(offer.name)
        button.clicked.connect(lambda: self.answered.emit(offer.line))
        return button


LONG = 40
"""A note of more characters breaks into lines."""
