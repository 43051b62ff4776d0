"""A passphrase for the PDF: typed twice, shown on demand, never kept."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.switches import Switch, Tick


class ReportLock(QWidget):
    """Off, the PDF opens for everybody."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.on = Switch(look, _("Lock the PDF with a passphrase"))
        self.first = QLineEdit()
        self.again = QLineEdit()
        self.seen = Tick(look, _("Show what I type"))
        self.problem = label("", "prompt", wrap=True)
        self._inside = QWidget()
        self._lay_out(look)
        self.on.clicked.connect(self._turn)
        self.seen.clicked.connect(self._show_typed)
        for line in (self.first, self.again):
            line.textEdited.connect(self._judge)
        self._turn()
        self._show_typed()

    def value(self) -> str | None:
        """The passphrase, empty where none is wanted; None, with the reason beside it, where it
        cannot be.
        """
        if not self.on.isChecked():
            return ""
        try:
            return _checked(self.first.text(), self.again.text())
        except InvalidEntry as refusal:
            self._refuse(str(refusal))
            (self.again if self.first.text() else self.first).setFocus()
            reveal(self)
            return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a passphrase does nothing else."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def forget(self) -> None:
        """Keep nothing of what was typed."""
        self.first.clear()
        self.again.clear()
        self.seen.setChecked(False)
        self._show_typed()
        self._refuse("")

    def _lay_out(self, look: Look) -> None:
        warning = _(
            "Without the passphrase nobody can open the PDF, and it cannot be recovered. "
            "A locked PDF does not claim to be an archive file (PDF/A)."
        )
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(LabelledField(look, _("Passphrase"), self.first))
        inside.addWidget(LabelledField(look, _("The same again"), self.again))
        inside.addWidget(self.problem)
        inside.addWidget(self.seen)
        inside.addWidget(label(warning, "caption", wrap=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.on)
        column.addWidget(self._inside)

    def _turn(self) -> None:
        self._inside.setVisible(self.on.isChecked())
        self._refuse("")
        if self.on.isChecked():
            self.first.setFocus()
            reveal(self)

    def _judge(self) -> None:
        """Say while it is typed what speaks against it: what is weak may still be taken."""
        from spasmlog.report.locking import doubt_about

        typed = self.first.text()
        self._refuse(doubt_about(typed) if typed else "")

    def _show_typed(self) -> None:
        hidden, seen = QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal
        for line in (self.first, self.again):
            line.setEchoMode(seen if self.seen.isChecked() else hidden)

    def _refuse(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.setVisible(bool(why))


def _checked(first: str, again: str) -> str:
    if not first:
        raise InvalidEntry(_("Type a passphrase, or turn the lock off."))
    if first != again:
        raise InvalidEntry(_("The two passphrases are not the same."))
    return first
