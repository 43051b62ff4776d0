"""One of many, from a list that opens."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate, QWidget

from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.icons import pixmap
from spasmlog.ui.look import Look

WORD_MS = 2000
"""Letters that come closer together than this belong to one name."""


class Choice(QComboBox):
    """The wheel turns it only while it has the focus.

    A letter opens the list and looks for the name that is typed; nothing is chosen by it before
    Enter or a click, and Esc leaves what there was.
    """

    folded = Signal()
    """The list is closed, whether or not something was chosen."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        # The plain delegate of a list box ignores the style sheet's heights and colours.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        # Not by the wheel: scrolling past it must neither take the keyboard nor turn it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed, self._since = "", QElapsedTimer()
        look.follow(self)

    def showPopup(self) -> None:  # noqa: N802  # Qt's own name
        self._typed = ""
        self.view().removeEventFilter(self)
        self.view().installEventFilter(self)
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_letter(event):
            self.showPopup()
            self._look_for(event.text())
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Hide:
            self.folded.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            going_on = bool(self._typed) and event.text() == " "
            if going_on or _is_letter(event):
                self._look_for(event.text())
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font())
        texts = (self.itemText(at) for at in range(self.count()))
        wide = max((words.horizontalAdvance(text) for text in texts), default=0)
        high = max(self._look.px(32), words.height() + 10)
        return QSize(wide + 30 + self._look.px(16), high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(72), self.sizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _look_for(self, letters: str) -> None:
        """Go to the first name that begins with what was typed; it is not chosen yet."""
        late = not self._since.isValid() or self._since.hasExpired(WORD_MS)
        self._typed = ("" if late else self._typed) + letters.casefold()
        self._since.start()
        for at in range(self.count()):
            if self.itemText(at).casefold().startswith(self._typed):
                model = self.model()
                self.view().setCurrentIndex(model.index(at, self.modelColumn()))
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        usable = self.isEnabled()
        line, fill = look.color("line-strong"), look.color("raised" if usable else "sunken")
        box(painter, QRectF(self.rect()), fill=fill, line=line, width=look.theme.border)
        side = look.px(16)
        mirrored = self.isRightToLeft()
        chevron = 8 if mirrored else self.width() - side - 8
        role = "text-quiet"
        drawn = pixmap("chevron-down", look, role, 16, self.devicePixelRatioF())
        painter.drawPixmap(chevron, (self.height() - side) // 2, drawn)
        near, far = (side + 12, -10) if mirrored else (10, -side - 12)
        room = self.rect().adjusted(near, 0, far, 0)
        painter.setFont(look.font())
        painter.setPen(look.color("text" if usable else "text-quiet"))
        words = QFontMetrics(look.font())
        shown = words.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()


def _is_letter(event: QKeyEvent) -> bool:
    """Whether a key types part of a name."""
    text, held = event.text(), event.modifiers()
    plain = held in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
    return plain and text.isprintable() and bool(text.strip())
