"""The window is to be closed, and what was typed about a visit is not on disk: it asks once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import ErrorCard
from spasmlog.ui.look import Look


class UnsavedPage(QWidget):
    """Stay, or close anyway. `before` is what was in sight, to go back to."""

    stayed = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("neutral", True)
        self.before: QWidget | None = None
        self.agreed = False
        self.stay = Button(_("Stay"), look, kind="primary", size="roomy", hint=_("Esc"))
        self.close_anyway = Button(_("Close anyway"), look, size="roomy")
        self.stay.clicked.connect(self._stay)
        self.close_anyway.clicked.connect(self._close)
        said = _("What you typed about a visit is not in the journal yet. Closing now loses it.")
        buttons = (self.stay, self.close_anyway)
        self.card = ErrorCard(look, _("Not everything is saved"), said, buttons)
        self.card.setMaximumWidth(look.px(640))
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.addWidget(self.card)
        column.addStretch(1)
        self.setFocusProxy(self.stay)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._stay()
        else:
            super().keyPressEvent(event)

    def _stay(self) -> None:
        self.stayed.emit(self.before)

    def _close(self) -> None:
        self.agreed = True
        self.closed.emit()
