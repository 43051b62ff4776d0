"""What was deleted in the last 30 days, each with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _, ngettext
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.views.history import BinRow

FEW, MOST = 3, 60
"""How many are shown at first, and at most."""


class _Line(QWidget):
    """One deleted entry."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.record_id = ""
        self.picture = Picture(look, "trash")
        self.words = label("", wrap=True)
        self.quiet = label("", "caption", wrap=True)
        self.back = Button(_("Bring back"), look)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.words)
        texts.addWidget(self.quiet)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.picture)
        row.addLayout(texts, 1)
        row.addWidget(self.back)

    def show_row(self, row: BinRow) -> None:
        """Show what was deleted."""
        self.record_id = row.record_id
        self.picture.set_icon(row.icon, "text-quiet")
        self.words.setText(row.text)
        self.quiet.setText(row.quiet)
        self.back.setAccessibleName(_("Bring back {what}").format(what=row.text))


class BinCard(Card):
    """Hidden while nothing is in it."""

    restored = Signal(str)
    """The id of the entry to be brought back."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Deleted in the last 30 days"), parent=parent)
        self._look = look
        self.rows: tuple[BinRow, ...] = ()
        self._lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.body.addLayout(self._column)
        self.all = Button("", look, "flat")
        self.all.setCheckable(True)
        self.all.toggled.connect(lambda _on: self._show())
        self.body.addWidget(self.all)
        self.hide()

    @property
    def backs(self) -> tuple[Button, ...]:
        """The buttons that bring back, one for each entry shown."""
        return tuple(line.back for line in self._lines if not line.isHidden())

    def show_rows(self, rows: tuple[BinRow, ...]) -> None:
        """Show these, newest first."""
        if rows != self.rows:
            self.rows = rows
            self._show()
        self.setVisible(bool(rows))

    def _show(self) -> None:
        shown = self.rows[: MOST if self.all.isChecked() else FEW]
        while len(self._lines) < len(shown):
            self._lines.append(self._line())
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_row(shown[at])
        more = min(len(self.rows), MOST) - FEW
        fewer = _("Show fewer")
        said = fewer if self.all.isChecked() else ngettext("Show {n} more", "Show {n} more", more)
        self.all.set_text(said)
        self.all.setVisible(more > 0)

    def _line(self) -> _Line:
        line = _Line(self._look)
        line.back.clicked.connect(lambda: self.restored.emit(line.record_id))
        self._column.addWidget(line)
        return line
