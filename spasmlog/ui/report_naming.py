"""A name typed in place: Enter takes it, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal


class Naming(QWidget):
    """Hidden until a name is asked for; what was typed stays when it is refused."""

    named = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.take = Button(_("Save name"), look)
        self.leave = Button(_("Cancel"), look)
        self.problem = label("", "prompt", wrap=True)
        self._field = LabelledField(look, _("Name"), self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._field, self.problem, Flow((self.take, self.leave))):
            column.addWidget(widget)
        self.take.clicked.connect(self._take)
        self.leave.clicked.connect(self.left)

    def ask(self, question: str, given: str) -> None:
        """Ask for a name, beginning with one."""
        self._field.label.setText(question)
        self.line.setAccessibleName(question)
        self.line.setText(given)
        self.line.selectAll()
        self.refuse("")
        self.show()
        self.line.setFocus()
        reveal(self)

    def refuse(self, why: str) -> None:
        """Say why the name cannot be."""
        self.problem.setText(why)
        self.problem.setVisible(bool(why))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.line.hasFocus():
            self._take()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        self.named.emit(self.line.text())
