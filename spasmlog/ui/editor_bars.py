"""What the editor says below its fields: a refusal, changes not saved, earlier versions."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.errors import Refusal, RunningSpasmExists
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Picture
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.views.versions import VersionRow


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say this without moving the keyboard."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class _Bar(QFrame):
    """A sentence with its icon, and buttons below it."""

    def __init__(self, look: Look, icon: str, role: str, buttons: tuple[Button, ...]) -> None:
        super().__init__()
        self.setProperty("role", "raised")
        self.words = label("", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Picture(look, icon, role))
        line.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(line)
        self.foot = Flow(buttons)
        column.addWidget(self.foot)
        self.hide()

    def say(self, text: str) -> None:
        """Show this sentence, and have it said aloud where it is new."""
        fresh = self.isHidden() or self.words.text() != text
        self.words.setText(text)
        self.setAccessibleName(text)
        self.show()
        if fresh:
            announce(self, text)
            reveal(self)


class RefusalBar(_Bar):
    """Why nothing was saved, and what can be done about it."""

    end_first = Signal(str)
    """The id of the spasm that runs already, to be ended so that another can be saved."""

    def __init__(self, look: Look) -> None:
        self.end = Button(_("End the first now, then save"), look)
        super().__init__(look, "prompt", "prompt", (self.end,))
        self._running = ""
        self.end.clicked.connect(lambda: self.end_first.emit(self._running))

    def refuse(self, refusal: Refusal) -> None:
        """Show a refusal; one of a second running spasm offers to end the first."""
        running = refusal.episode_id if isinstance(refusal, RunningSpasmExists) else ""
        self._running = running
        self.foot.setVisible(bool(running))
        self.say(" ".join(filter(None, (refusal.sentence, refusal.next_step))))


class UnsavedBar(_Bar):
    """Something else was chosen while an entry holds changes: they are saved, or discarded."""

    def __init__(self, look: Look) -> None:
        self.save = Button(_("Save changes"), look, "primary")
        self.discard = Button(_("Discard"), look)
        super().__init__(look, "info", "text-quiet", (self.save, self.discard))

    def hold(self, title: str) -> None:
        """Name the entry that waits."""
        self.say(_("\u2068{title}\u2069 has changes that are not saved.").format(title=title))


class VersionsPanel(QWidget):
    """The changes of an entry, newest first, as text."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._rows: tuple[VersionRow, ...] = ()
        self.hide()

    @property
    def texts(self) -> tuple[str, ...]:
        """What is shown, a line each."""
        return tuple(f"{row.when}: {row.text}" for row in self._rows)

    def show_rows(self, rows: tuple[VersionRow, ...]) -> None:
        """Show these changes."""
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for text in self.texts:
            self._column.addWidget(label(text, "quiet", wrap=True))
