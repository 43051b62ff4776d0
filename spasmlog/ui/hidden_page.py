"""Hides the entries: a quiet page over the whole window, until somebody presses Show."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui import keys
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.main_window import MainWindow

WIDEST = 560
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class HiddenPage(QWidget):
    """Says that it is no lock. Enter shows the entries again; the emergency signs stay at hand."""

    show_asked = Signal()
    help_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(_("Your entries are hidden"))
        self.show_again = Button(_("Show"), look, "primary", "primary", hint=_("Enter"))
        signs = keys.ACTIONS["emergency"]
        self.help = Button(_("Emergency signs"), look, size="roomy", icon="emergency", hint=signs)
        self.show_again.clicked.connect(self.show_asked)
        self.help.clicked.connect(self.help_wanted)
        self._lay_out()
        self.setFocusProxy(self.show_again)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_asked.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.card = Card(self._look)
        self.card.body.setSpacing(12)
        self.card.body.setContentsMargins(24, 24, 24, 24)
        self.card.body.addWidget(Picture(self._look, "lock", "text-quiet", 32), 0, _MIDDLE)
        told = _("There is no passphrase: whoever presses Show sees them.")
        for text, role in ((_("Your entries are hidden"), "title"), (told, "quiet")):
            line = label(text, role, wrap=True)
            line.setAlignment(_MIDDLE)
            self.card.body.addWidget(line)
        self.card.body.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addStretch(1)
        row.addWidget(self.show_again)
        row.addWidget(self.help)
        row.addStretch(1)
        self.card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.addStretch(2)
        column.addWidget(self.card, 0, _MIDDLE)
        column.addStretch(3)
        self._fit()
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        self.card.setFixedWidth(min(self._look.px(WIDEST), 800))


class Hiding(QObject):
    """Shuts the window and opens it again; what is being typed and what runs stay as they are."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._page: HiddenPage | None = None

    @property
    def page(self) -> HiddenPage:
        """The page, made when it is first wanted."""
        if self._page is None:
            self._page = HiddenPage(self._window.around.look)
            self._page.show_asked.connect(self.reveal)
            self._page.help_wanted.connect(lambda: self._window.key_asked.emit("emergency"))
        return self._page

    @property
    def hidden(self) -> bool:
        """Whether nothing of the journal is to be seen."""
        return self._window.layers.shut

    def hide(self) -> None:
        """Ctrl+L: nothing of the journal is seen any more, not in the window's title either."""
        if self.hidden:
            return
        self._window.shut_with(self.page)
        for each in QApplication.topLevelWidgets():  # the quick bar over other programs, a tip
            if each is not self._window and each.isVisible():
                each.hide()

    def reveal(self) -> None:
        """Everything as it was before."""
        self._window.reopen()
