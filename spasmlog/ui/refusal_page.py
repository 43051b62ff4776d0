"""What stands in the window when a journal is not opened: why, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui import keys
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import ErrorCard
from spasmlog.ui.look import Look

AskForFile = Callable[[QWidget], str]


def ask_for_file(parent: QWidget) -> str:
    """The system's dialog; empty when it was left."""
    title, filters = _("Open a journal"), _("Journals (*.spasmlog);;All files (*)")
    return QFileDialog.getOpenFileName(parent, title, "", filters)[0]


class RefusalPage(QWidget):
    """Offers to try again, to open another journal, and help that needs no journal."""

    try_again = Signal()
    other_chosen = Signal(object)
    help_wanted = Signal()

    def __init__(
        self, look: Look, refusal: Refusal, path: Path | None, ask: AskForFile = ask_for_file
    ) -> None:
        super().__init__()
        self._ask = ask
        self.again = Button(_("Try again"), look, kind="primary", size="roomy")
        self.other = Button(_("Open another journal"), look, size="roomy")
        self.help = Button(
            _("Emergency signs"),
            look,
            size="roomy",
            icon="emergency",
            hint=keys.ACTIONS["emergency"],
        )
        self.again.clicked.connect(self.try_again)
        self.other.clicked.connect(self._choose)
        self.help.clicked.connect(self.help_wanted)
        shown = str(path).replace("/", "/\u200b")  # a long way may be broken at its folders
        where = "" if path is None else _("The file: {path}").format(path=shown)
        said = "\n".join(each for each in (refusal.sentence, refusal.next_step, where) if each)
        buttons = (self.again, self.other, self.help)
        self.card = ErrorCard(look, _("The journal is not open"), said, buttons)
        self.card.setMaximumWidth(look.px(640))
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.addWidget(self.card)
        column.addStretch(1)
        self.setFocusProxy(self.again)

    def _choose(self) -> None:
        chosen = self._ask(self)
        if chosen:
            self.other_chosen.emit(Path(chosen))
