"""What Settings tells and nobody changes: the journal's file, the rules' numbers, the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.settings import RuleNumbers, SettingsView

OpenFolder = Callable[[Path], object]


class JournalCard(Card):
    """Where the journal lies, and its copies."""

    def __init__(self, look: Look, open_folder: OpenFolder) -> None:
        super().__init__(look, _("Journal and backup"))
        self._open_folder = open_folder
        self._folder: Path | None = None
        self.path = label("", wrap=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.weight = label("", "quiet")
        self.backup = label("", wrap=True)
        self.open = Button(_("Open the folder"), look)
        self.problem = label("", "prompt", wrap=True)
        self.problem.hide()
        kept = _("A checked copy is made after the first entry of a day; the newest 7 are kept.")
        for widget in (self.path, self.weight, self.backup, label(kept, "quiet", wrap=True)):
            self.body.addWidget(widget)
        self.body.addWidget(Flow((self.open,)))
        self.body.addWidget(self.problem)
        self.open.clicked.connect(self._open)

    def show_view(self, view: SettingsView) -> None:
        """Show what is known of the file now."""
        facts = view.journal
        self._folder = facts.folder
        # Paths have no blanks to break at.
        self.path.setText(facts.path.replace("/", "/\u200b"))
        for told, text in ((self.weight, facts.size), (self.backup, facts.backup)):
            told.setText(text)
            told.setVisible(bool(text))
        self.open.setEnabled(facts.folder is not None)

    def _open(self) -> None:
        opened = self._folder is None or self._open_folder(self._folder) is not False
        self.problem.setText(_("No program opened the folder."))
        self.problem.setVisible(not opened)


class RulesCard(Card):
    """The numbers of every rule, folded until they are wanted."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("About the rules"))
        self._shown: tuple[RuleNumbers, ...] = ()
        told = _(
            "Signals come from fixed rules, the same for everybody. Every number that they count "
            "with stands here, with where it comes from. Only the rules that are on are listed."
        )
        self.body.addWidget(label(told, "quiet", wrap=True))
        self.unfold = Button(_("Show the numbers"), look)
        self.body.addWidget(Flow((self.unfold,)))
        self.table = QWidget()
        self._column = QVBoxLayout(self.table)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.body.addWidget(self.table)
        self.table.hide()
        self.unfold.clicked.connect(self._turn)

    def show_view(self, view: SettingsView) -> None:
        """The rules that are on, which the switch for personal patterns changes."""
        if view.rules == self._shown:
            return
        self._shown = view.rules
        if self._column.count():
            self._empty()
            self._fill()

    def _turn(self) -> None:
        shown = self.table.isHidden()
        if shown and self._column.count() == 0:
            self._fill()
        self.table.setVisible(shown)
        self.unfold.set_text(_("Hide the numbers") if shown else _("Show the numbers"))

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            part = item.widget()
            if part is not None:
                part.hide()
                part.deleteLater()

    def _fill(self) -> None:
        for rule in self._shown:
            self._column.addSpacing(8)
            self._column.addWidget(label(rule.title, "medium", wrap=True))
            self._column.addWidget(label(rule.looks_for, "quiet", wrap=True))
            for number in rule.numbers:
                self._column.addWidget(label(number, wrap=True))


class AboutCard(Card):
    """The program, and where everything stays."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("About"))
        self.text = label("", wrap=True)
        self.body.addWidget(self.text)

    def show_view(self, view: SettingsView) -> None:
        """Show these lines."""
        self.text.setText("\n".join(view.about))
