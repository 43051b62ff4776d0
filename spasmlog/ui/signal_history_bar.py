"""How far a piece of work is, as a bar that fills."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.look import Look

HIGH = 8


class ShareBar(QWidget):
    """A quiet bar; what it means stands in words beside it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 0.0
        self.setAccessibleName(_("How far it is"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self)

    def set_share(self, share: float) -> None:
        """So much is done, 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        area = QRectF(self.rect())
        box(painter, area, fill=look.color("sunken"), radius=4)
        wide = max(area.width() * self._share, area.height())
        left = area.right() - wide if self.isRightToLeft() else area.left()
        done = QRectF(left, area.top(), wide, area.height())
        box(painter, done, fill=look.color("text-quiet"), radius=4)
        painter.end()
