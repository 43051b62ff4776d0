"""One quiet line on Today: a visit is near, or one was just now and has no word yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.visit_chosen import VisitLine as Told


class VisitLine(QWidget):
    """Hidden while there is nothing to say; put away for the rest of the sitting by one press."""

    opened = Signal(str)
    put_away = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._visit = ""
        self.text = label("", "quiet", wrap=True)
        self.button = Button("", look)
        self.away = Button("", look, "flat", icon="close", name=_("Not now"))
        self.button.clicked.connect(lambda: self.opened.emit(self._visit))
        self.away.clicked.connect(lambda: self.put_away.emit(self._visit))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Picture(look, "report"))
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        row.addWidget(self.away)
        self.hide()

    def show_line(self, told: Told | None) -> None:
        """Say this, or nothing."""
        if told is not None:
            self._visit = told.visit
            self.text.setText(told.text)
            self.button.set_text(told.button)
        self.setVisible(told is not None)
