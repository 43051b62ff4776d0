"""What was deleted in the last 30 days, each with a way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _, ngettext
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.switches import Tick
from spasmlog.views.history import BinRow

FEW, MORE = 3, 60
"""How many are shown at first, and how many are added by each press."""


class _Line(QWidget):
    """One deleted entry."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.record_id = ""
        self.picture = Picture(look, "trash")
        self.tick = Tick(look)
        self.tick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
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
        row.addWidget(self.tick)
        row.addWidget(self.picture)
        row.addLayout(texts, 1)
        row.addWidget(self.back)

    def show_row(self, row: BinRow, *, several: bool) -> None:
        """Show what was deleted; where several are chosen, with a box to tick."""
        if row.record_id != self.record_id or not several:
            self.tick.setChecked(False)
        self.record_id = row.record_id
        self.tick.setVisible(several)
        self.back.setVisible(not several)
        self.tick.setAccessibleName(_("Choose {what}").format(what=row.text))
        self.picture.set_icon(row.icon, "text-quiet")
        self.words.setText(row.text)
        self.quiet.setText(row.quiet)
        self.back.setAccessibleName(_("Bring back {what}").format(what=row.text))


class BinCard(Card):
    """Hidden while nothing is in it."""

    restored = Signal(tuple)
    """The ids of the entries to be brought back."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, _("Deleted in the last 30 days"), parent=parent)
        self._look = look
        self.rows: tuple[BinRow, ...] = ()
        self._most = FEW
        self._lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self.body.addLayout(self._column)
        self.all = Button("", look, "flat")
        self.all.clicked.connect(self._show_more)
        self.several = Button(_("Choose several"), look, "flat")
        self.several.setCheckable(True)
        self.several.toggled.connect(lambda _on: self._show())
        self.together = Button("", look)
        self.together.clicked.connect(self._restore_chosen)
        self.body.addWidget(Flow((self.all, self.several, self.together)))
        self.hide()

    @property
    def backs(self) -> tuple[Button, ...]:
        """The buttons that bring back, one for each entry shown."""
        return tuple(line.back for line in self._lines if not line.isHidden())

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The boxes that choose, one for each entry shown."""
        return tuple(line.tick for line in self._lines if not line.isHidden())

    def show_rows(self, rows: tuple[BinRow, ...]) -> None:
        """Show these, newest first."""
        if rows != self.rows:
            self.rows = rows
            if len(rows) < 2:
                self.several.setChecked(False)
            self._show()
        self.setVisible(bool(rows))

    def _show(self) -> None:
        shown = self.rows[: self._most]
        several = self.several.isChecked()
        while len(self._lines) < len(shown):
            self._lines.append(self._line())
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_row(shown[at], several=several)
        more = min(len(self.rows) - len(shown), MORE)
        fewer = _("Show fewer")
        self.all.set_text(ngettext("Show {n} more", "Show {n} more", more) if more else fewer)
        self.all.setVisible(len(self.rows) > FEW)
        self.several.setVisible(len(self.rows) > 1)
        self.several.set_text(_("Stop choosing") if several else _("Choose several"))
        self._count()

    def _show_more(self) -> None:
        """All can be reached: some more with each press; after the last, the first few again."""
        self._most = FEW if self._most >= len(self.rows) else self._most + MORE
        self._show()

    def _line(self) -> _Line:
        line = _Line(self._look)
        line.back.clicked.connect(lambda: self.restored.emit((line.record_id,)))
        line.tick.toggled.connect(lambda _on: self._count())
        self._column.addWidget(line)
        return line

    def _chosen(self) -> tuple[str, ...]:
        shown = (line for line in self._lines if not line.isHidden())
        return tuple(line.record_id for line in shown if line.tick.isChecked())

    def _count(self) -> None:
        """Say on the button how many it would bring back."""
        count = len(self._chosen())
        text = ngettext("Bring back {n} entry", "Bring back {n} entries", count)
        self.together.set_text(text)
        self.together.setVisible(self.several.isChecked() and count > 0)

    def _restore_chosen(self) -> None:
        chosen = self._chosen()
        self.several.setChecked(False)
        self.restored.emit(chosen)
