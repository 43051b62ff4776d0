"""From the day of a visit on: what was said, the plan, the next visit, and signals shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.text_entries import LineEdit
from spasmlog.ui.visit_fields import Notes

if TYPE_CHECKING:
    from spasmlog.views.visit import ShownSignal, VisitView

LINES = 4


class NotesCard(Card):
    """Saves itself while it is typed."""

    typed = Signal(str)
    left = Signal()
    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("What was said"))
        self._view: VisitView | None = None
        self._putting = False
        self.said = Notes(look, _("What was said"), LINES)
        self.plan = Notes(look, _("The plan"), LINES)
        self.follow_up = LineEdit(look, _("Next visit, if any"), least="28 Mar 2026")
        self.next = Button(_("Plan that visit"), look, icon="calendar")
        self._fields: dict[str, Any] = {
            "said": self.said,
            "plan": self.plan,
            "follow_up": self.follow_up,
        }
        self._lay_out(look)
        for name, field in (("said", self.said), ("plan", self.plan)):
            field.textChanged.connect(lambda named=name: self._changed(named))
            field.left.connect(self.left)
        self.follow_up.textEdited.connect(lambda _text: self.typed.emit("follow_up"))
        self.follow_up.editingFinished.connect(self.left)
        self.next.clicked.connect(self._plan_next)

    def show_view(self, view: VisitView) -> None:
        """Offer the next visit; the fields are filled by the page."""
        self._view = view
        self.set_note(view.title if view.chosen else "")
        self.next.setVisible(view.values["follow_up"] is not None and not view.next_made)

    def put(self, name: str, value: Any) -> None:
        """Show this in a field."""
        self._putting = True
        self._fields[name].put(value)
        self._putting = False

    def raw(self, name: str) -> Any:
        """What stands in a field."""
        return self._fields[name].raw()

    def say(self, name: str, sentence: str) -> None:
        """Say at a field why it cannot be read, or why nothing was saved."""
        if name == "follow_up":
            self.next_field.set_hint(sentence)
            return
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _lay_out(self, look: Look) -> None:
        self.next_field = LabelledField(look, _("Next visit, if any"), self.follow_up)
        self.problem = label("", "prompt", wrap=True)
        self.problem.hide()
        self.body.addWidget(self.said)
        self.body.addWidget(LabelledField(look, _("The plan"), self.plan))
        self.body.addWidget(self.next_field)
        self.body.addWidget(self.next, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.problem)
        hint = _("What you type here is saved by itself.")
        self.body.addWidget(label(hint, "caption", wrap=True))

    def _changed(self, name: str) -> None:
        if not self._putting:
            self.typed.emit(name)

    def _plan_next(self) -> None:
        from spasmlog.journal.commands import LogVisit

        view = self._view
        if view is not None and view.values["follow_up"] is not None:
            who, day = view.values["who"], view.values["follow_up"]
            self.asked.emit(LogVisit(day=day, who=who))


class _SignalText(QWidget):
    """A signal that fires, and what was noted about it."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.note = label("", wrap=True), label("", "caption", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.note)

    def show_signal(self, signal: ShownSignal) -> None:
        """Show this."""
        self.title.setText(signal.title)
        self.note.setText(signal.note)
        self.note.setVisible(bool(signal.note))


class ShownCard(Card):
    """The signals of the pages, noted as shown all together; an emergency is never hidden."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Signals"))
        self._view: VisitView | None = None
        self.texts: list[_SignalText] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        silence = _("No signal today. That does not mean that nothing is wrong.")
        self.none = label(silence, "quiet", wrap=True)
        self.button = Button(_("I have shown them"), look, size="roomy", icon="signal")
        self.button.clicked.connect(self._note)
        self.body.addLayout(self._list)
        self.body.addWidget(self.none)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)

    def show_view(self, view: VisitView) -> None:
        """Show what fires."""
        self._view = view
        while len(self.texts) < len(view.signals):
            text = _SignalText()
            self.texts.append(text)
            self._list.addWidget(text)
        for at, text in enumerate(self.texts):
            if at < len(view.signals):
                text.show_signal(view.signals[at])
            text.setVisible(at < len(view.signals))
        self.none.setVisible(not view.signals)
        self.button.setVisible(bool(view.rules))

    def _note(self) -> None:
        from spasmlog.journal.commands import NoteShown

        if self._view is not None:
            self.asked.emit(NoteShown(day=self._view.first_day, rules=self._view.rules))
