"""What the quick bar says once something is saved: what was kept, and the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.editor_bars import announce
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look


class Earlier(QWidget):
    """What was saved just before, small, while the next line is typed; and Undo."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = label("", "caption", wrap=True)
        self.undo = Button(_("Undo"), look, "flat", icon="undo")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)


class Told(QWidget):
    """A sentence with its picture on dark ground, and Undo."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._picture = Picture(look, "spasm", "paper")
        self.words = label("", "toast", wrap=True)
        self.undo = Button(_("Undo"), look, "toast", icon="undo", hint="Ctrl+Z")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._picture)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)

    def say(self, icon: str, text: str, *, can_be_undone: bool) -> None:
        """Show this, and have it said aloud."""
        self._picture.set_icon(icon, "paper")
        self.words.setText(text)
        self.undo.setVisible(can_be_undone)
        self.setAccessibleName(text)
        self.updateGeometry()
        announce(self.words, text)
