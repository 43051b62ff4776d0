"""Before a visit: whom and when, three questions, and the way to the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FieldGrid
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.text_entries import LineEdit
from spasmlog.ui.visit_fields import OfferRow, QuestionLines

if TYPE_CHECKING:
    from spasmlog.views.visit import VisitView

FIELD = 200


class PrepareCard(Card):
    """Saves itself; nothing in it has to be filled in."""

    typed = Signal(str)
    left = Signal()
    pages = Signal()
    large = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "\u00a0")
        self.who = LineEdit(look, _("Who"))
        self.day = LineEdit(look, _("Day"), least="28 Mar 2026")
        self.people = ChipRow(look, _("Whom you have been to"))
        self.questions = QuestionLines(look)
        self.who_field = LabelledField(look, _("Who"), self.who)
        self.day_field = LabelledField(look, _("Day; it may lie ahead"), self.day)
        self.pages_button = Button(_("Make the pages"), look, "primary", "roomy", icon="report")
        self.large_button = Button(_("Show it large"), look, size="roomy", icon="large", hint="F11")
        self._fields: dict[str, Any] = {
            "who": self.who,
            "day": self.day,
            "questions": self.questions,
        }
        self.offers: list[OfferRow] = []
        self._lay_out(look)
        self._connect()

    def show_view(self, view: VisitView) -> None:
        """Show whom it is to, and what could be asked; the fields are filled by the page."""
        self.set_title(view.title)
        self.people.offer(view.people)
        self.people.setVisible(bool(view.people))
        self.people.choose((self.who.text().strip(),))
        taken = {each.strip().casefold() for each in self.questions.raw()}
        fresh = [each for each in view.offers if each.casefold() not in taken]
        while len(self.offers) < len(fresh):
            self._new_offer()
        for at, row in enumerate(self.offers):
            if at < len(fresh):
                row.show_offer(fresh[at])
            row.setVisible(at < len(fresh))
        self.offered.setVisible(bool(fresh))

    def put(self, name: str, value: Any) -> None:
        """Show this in a field."""
        self._fields[name].put(value)

    def raw(self, name: str) -> Any:
        """What stands in a field."""
        return self._fields[name].raw()

    def say(self, name: str, sentence: str) -> None:
        """Say at a field why it cannot be read."""
        fields = {"who": self.who_field, "day": self.day_field}
        fields.get(name, self.asked_field).set_hint(sentence)

    def _lay_out(self, look: Look) -> None:
        self.asked_field = LabelledField(look, _("Three questions to ask"), self.questions)
        self.questions.setAccessibleName(_("Three questions to ask"))
        self.offered = label(_("Your signals suggest these. None is taken by itself."), "caption")
        self.offered.setWordWrap(True)
        holder = QWidget()
        self._offers = QVBoxLayout(holder)
        self._offers.setContentsMargins(0, 0, 0, 0)
        self._offers.setSpacing(4)
        self.body.addWidget(FieldGrid(look, (self.who_field, self.day_field), FIELD, most=2))
        self.body.addWidget(self.people)
        self.body.addSpacing(4)
        self.body.addWidget(self.asked_field)
        self.body.addWidget(self.offered)
        self.body.addWidget(holder)
        self.body.addSpacing(4)
        self.body.addWidget(Flow((self.pages_button, self.large_button)))

    def _connect(self) -> None:
        self.who.textEdited.connect(lambda _text: self.typed.emit("who"))
        self.day.textEdited.connect(lambda _text: self.typed.emit("day"))
        self.questions.typed.connect(lambda: self.typed.emit("questions"))
        for line in (self.who, self.day):
            line.editingFinished.connect(self.left)
        self.questions.left.connect(self.left)
        self.people.changed.connect(self._take_person)
        self.pages_button.clicked.connect(self.pages)
        self.large_button.clicked.connect(self.large)

    def _take_person(self) -> None:
        self.who.put(str(self.people.value() or ""))
        self.typed.emit("who")
        self.left.emit()

    def _new_offer(self) -> None:
        row = OfferRow(self._look)
        row.taken.connect(self._take)
        self.offers.append(row)
        self._offers.addWidget(row)

    def _take(self, question: str) -> None:
        self.questions.take(question)
        self.left.emit()
