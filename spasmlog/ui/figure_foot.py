"""What stands below a chart: its sentence, and what can be done with picture and table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

BESIDE_FROM = 860
"""So many design pixels let the buttons stand beside the sentence."""
GAP = 16
READABLE = 720
"""Design pixels of the longest line of what is read at leisure."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FigureFoot(QWidget):
    """Every button says, to a screen reader, which chart it belongs to.

    What is said besides is folded away; once opened it stays open, whatever comes next.
    """

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._name = look, name
        self.caption = label("", "quiet", wrap=True)
        self.details = label("", "quiet", wrap=True)
        self.more = Button(_("More"), look, "flat", icon="chevron-down")
        self.switch = Button("", look, "flat", icon="table")
        self.save = Button(_("Save picture"), look, "flat", icon="export")
        self.copy = Button(_("Copy"), look, "flat", icon="note")
        self.save_table = Button(_("Save as CSV"), look, "flat", icon="export")
        self.said = label("", "caption", wrap=True)
        self._opened = self._missing = False
        self._buttons = QHBoxLayout()
        self._lay_out()
        self.show_for(as_table=False)
        self.set_ready(False)
        self.more.clicked.connect(lambda: self._open(not self._opened))
        look.changed.connect(self._turn)

    def show_words(self, sentence: str, more: str) -> None:
        """What is said of the chart, and what can be read besides."""
        self.caption.setText(sentence)
        self.details.setText(more)
        self._open(self._opened)

    def set_ready(self, ready: bool) -> None:
        """Whether there is a chart at all to be tabled or saved."""
        for button in (self.switch, self.save, self.copy, self.save_table):
            button.setEnabled(ready)

    def show_for(self, *, as_table: bool, missing: bool = False) -> None:
        """Offer what can be done with the table, or with the picture; `missing`: there is none.

        What is missing is said in place of the picture, so that the sentence would say it twice.
        """
        back = _("Show what is missing") if missing else _("Show as chart")
        self.switch.set_text(back if as_table else _("Show as table"))
        self.switch.set_icon("chart" if as_table else "table")
        for button in (self.copy, self.save_table):
            button.setVisible(as_table)
        self.save.setVisible(not as_table and not missing)
        self.caption.setVisible(not missing)
        self._missing = missing
        self._open(self._opened)
        for button in (self.switch, self.save, self.copy, self.save_table):
            button.setAccessibleName(f"{button.text()}: {self._name}")
        self.say("")

    def say(self, text: str) -> None:
        """What became of saving or copying; an empty text takes it away."""
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _open(self, opened: bool) -> None:
        self._opened = opened
        any_more = bool(self.details.text()) and not self._missing
        self.details.setVisible(any_more and opened)
        self.more.setVisible(any_more)
        self.more.set_text(_("Less") if opened else _("More"))
        self.more.set_icon(None if opened else "chevron-down")
        self.more.setAccessibleName(f"{self.more.text()}: {self._name}")

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        self._row = QBoxLayout(DOWN)
        self._row.setSpacing(GAP)
        self._row.addWidget(self.caption, 1, Qt.AlignmentFlag.AlignTop)
        self._buttons.setSpacing(2)
        for button in (self.more, self.switch, self.save, self.copy, self.save_table):
            self._buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons.addStretch(1)
        self._row.addLayout(self._buttons)
        whole.addLayout(self._row)
        # In a row of its own: only there is its height that of the width that it keeps to.
        read = QHBoxLayout()
        read.addWidget(self.details, 1)
        read.addStretch(0)
        whole.addLayout(read)
        whole.addWidget(self.said)

    def _turn(self) -> None:
        """The buttons beside the sentence, or below it where it is narrow or the text is large."""
        self.details.setMaximumWidth(self._look.px(READABLE))
        wide = self.width() >= self._look.px(BESIDE_FROM) and not self._look.large
        if wide is not (self._row.direction() == ACROSS):
            self._row.setDirection(ACROSS if wide else DOWN)
            self._row.setSpacing(GAP if wide else 4)
