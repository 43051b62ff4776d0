"""The small cards of the Signals page: for information, no match, and the emergency signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture, Tag
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.ui.safety_card import SafetyQuestions
    from spasmlog.views.asked import Asked
    from spasmlog.views.safety import QuestionGroup
    from spasmlog.views.signals import Quiet
    from spasmlog.views.signals import Signal as Told


class InfoCard(Card):
    """A signal with nothing to arrange, in short."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rule = ""
        self.tag = Tag(look, "info")
        self.message = label("", wrap=True)
        self.basis = label("", "caption", wrap=True)
        self.more = Button(_("See the receipts"), look, "flat")
        self.more.clicked.connect(self._open)
        self.body.addWidget(self.tag)
        for part in (self.title, self.message, self.basis):
            self.body.addWidget(part)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_signal(self, told: Told) -> None:
        """Show this signal."""
        self._rule = told.rule
        self.set_title(told.title)
        self.tag.set_level(told.level, told.label)
        self.message.setText(told.message)
        self.basis.setText(told.basis)
        self.more.setAccessibleName(f"{self.more.text()}: {told.title}")

    def _open(self) -> None:
        self.wanted.emit(Place(page="signals", rule=self._rule))


class QuietCard(Card):
    """What was looked at and did not match. It comforts nobody."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Looked at, no match today"))
        self._shown: tuple[Quiet, ...] = ()
        self._rows: QWidget | None = None
        self.note = label(
            _("No match does not mean that nothing is wrong. If you are worried, ask."),
            "quiet",
            wrap=True,
        )
        self.body.addWidget(self.note)

    def show_quiet(self, rules: tuple[Quiet, ...]) -> None:
        """Show these rules."""
        if rules == self._shown:
            return
        self._shown = rules
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._rows = _listed(rules)
        self.body.insertWidget(self.body.count() - 1, self._rows)


def _listed(rules: tuple[Quiet, ...]) -> QWidget:
    rows = QWidget()
    column = QVBoxLayout(rows)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(5)
    for rule in rules:
        row = QHBoxLayout()
        row.setSpacing(12)
        days = label(rule.days, "quiet")
        row.addWidget(label(rule.title, wrap=True), 1)
        row.addWidget(days)
        column.addLayout(row)
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
    return rows


class AskedCard(Card):
    """When the emergency signs were asked, and what stands; a yes is never out of sight."""

    again = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        title = _("Emergency signs")
        self.setAccessibleName(title)
        self.standing = label("", "emergency", wrap=True)
        self.asked = label("", "quiet", wrap=True)
        self.button = Button(_("Ask again"), look)
        self.button.clicked.connect(self.again)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(title, "strong"))
        words.addWidget(self.standing)
        words.addWidget(self.asked)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Picture(look, "emergency", "emergency"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)

    def show_asked(self, told: Asked) -> None:
        """Show this."""
        self.standing.setText("\n".join(told.standing))
        self.standing.setVisible(bool(told.standing))
        self.asked.setText(told.asked)
        self.button.set_text(_("Ask again") if told.ever else _("Answer them now"))


class AskingCard(Card):
    """All safety questions, open until they are closed."""

    asked = Signal(object)
    emergency = Signal(object)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Safety questions"), icon="emergency", icon_role="emergency")
        self.close_button = Button(_("Close"), look, "flat")
        self.close_button.setAccessibleName(_("Close the safety questions"))
        self.close_button.clicked.connect(self.closed)
        self.header.addWidget(self.close_button)
        self.questions = self._made(look)
        self.body.addWidget(self.questions)

    def show_questions(self, groups: tuple[QuestionGroup, ...]) -> None:
        """Show what has been answered."""
        self.questions.show_view(groups)

    def _made(self, look: Look) -> SafetyQuestions:
        from spasmlog.ui.safety_card import SafetyQuestions

        made = SafetyQuestions(look)
        made.asked.connect(self.asked)
        made.emergency.connect(self.emergency)
        return made
