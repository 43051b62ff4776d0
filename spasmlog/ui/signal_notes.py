"""The small cards of the Signals page: for information, no match, and the emergency signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture, Tag
from spasmlog.ui.fold_list import FoldList
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.ui.safety_card import SafetyQuestions
    from spasmlog.views.asked import Asked
    from spasmlog.views.safety import QuestionGroup
    from spasmlog.views.signals import Quiet
    from spasmlog.views.signals import Signal as Told


MOST_INFO, MOST_QUIET = 2, 5
"""So many stand there at first, the others behind one line."""


class InfoPart(QWidget):
    """A signal with nothing to arrange, in short."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rule = ""
        self.title = label("", "strong", wrap=True)
        self.message = label("", wrap=True)
        self.basis = label("", "caption", wrap=True)
        self.more = Button(_("Show the days"), look, "flat")
        self.more.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.title, self.message, self.basis):
            column.addWidget(part)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_signal(self, told: Told) -> None:
        """Show this signal."""
        self._rule = told.rule
        self.title.setText(told.title)
        self.message.setText(told.message)
        self.basis.setText(told.basis)
        self.more.setAccessibleName(f"{self.more.text()}: {told.title}")

    def _open(self) -> None:
        self.wanted.emit(Place(page="signals", rule=self._rule))


class InfoCard(Card):
    """The signals with nothing to arrange."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        tag = Tag(look, "info")
        self.setAccessibleName(tag.text())
        self.list = FoldList(look, MOST_INFO, self._made, InfoPart.show_signal, tag.text())
        self.body.addWidget(tag)
        self.body.addWidget(self.list)

    @property
    def parts(self) -> dict[str, InfoPart]:
        """The signals that were shown so far, by their rules."""
        return self.list.parts

    def show_signals(self, signals: tuple[Told, ...]) -> None:
        """Show these."""
        self.list.show_items([(each.rule, each) for each in signals])

    def _made(self) -> InfoPart:
        made = InfoPart(self._look)
        made.wanted.connect(self.wanted)
        return made


class QuietRow(QWidget):
    """A rule that did not match, and the days behind that."""

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", wrap=True)
        self.days = label("", "quiet", wrap=True)
        self.days.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.title, 1)
        row.addWidget(self.days, 1)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(row)
        column.addWidget(line)

    def show_quiet(self, rule: Quiet) -> None:
        """Show this rule."""
        self.title.setText(rule.title)
        self.days.setText(rule.days)


class QuietCard(Card):
    """What was looked at and did not match. It comforts nobody."""

    def __init__(self, look: Look) -> None:
        from spasmlog.rules.silent import NO_COMFORT

        title = _("Looked at, no match today")
        super().__init__(look, title)
        self.list = FoldList(look, MOST_QUIET, QuietRow, QuietRow.show_quiet, title, gap=5)
        self.note = label(_(NO_COMFORT), "quiet", wrap=True)
        self.body.addWidget(self.list)
        self.body.addWidget(self.note)

    def show_quiet(self, rules: tuple[Quiet, ...]) -> None:
        """Show these rules."""
        self.list.show_items([(each.rule, each) for each in rules])


class NotAskedCard(Card):
    """The rules that looked at nothing, since their questions have not been answered."""

    again = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Not asked yet"))
        self.named = label("", wrap=True)
        said = _("Nobody has answered these safety questions, so the rules looked at nothing.")
        self.button = Button(_("Answer them now"), look)
        self.button.setAccessibleName(_("Answer the safety questions now"))
        self.button.clicked.connect(self.again)
        self.body.addWidget(self.named)
        self.body.addWidget(label(said, "quiet", wrap=True))
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_rules(self, titles: tuple[str, ...]) -> None:
        """Name these."""
        self.named.setText("\n".join(titles))


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
