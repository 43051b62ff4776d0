"""The plan of a visit becomes a course: what, from when, until when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from spasmlog.domain.scales import TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import Command, Dose, PlanCourse
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.form_card import FieldGrid, FormCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.text_entries import LineEdit, OptionList
from spasmlog.views import names
from spasmlog.views.amounts import sentence
from spasmlog.views.visit_course import ANOTHER, kind_of, meant, read_days

if TYPE_CHECKING:
    from spasmlog.views.visit import VisitView

FIELD = 180


class CourseForm(FormCard):
    """A treatment of the list or a new one; begins with the words of the plan."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("A course"), save_text=_("Save the course"), role="raised")
        self._view: VisitView | None = None
        self.what = OptionList(look, _("Treatment"))
        self.name = LineEdit(look, _("Name"))
        self.kind = OptionList(look, _("Kind"))
        self.kind.offer(tuple((each, sentence(names.kind(each))) for each in TreatmentKind))
        self.first = LineEdit(look, _("First day"), least="28 Mar 2026")
        self.last = LineEdit(look, _("Last day, if known"), least="28 Mar 2026")
        self.plan = LineEdit(look, _("Plan"))
        named = (
            LabelledField(look, _("Name"), self.name),
            LabelledField(look, _("Kind"), self.kind),
        )
        days = (
            LabelledField(look, _("First day"), self.first),
            LabelledField(look, _("Last day, if known"), self.last),
        )
        self.new = FieldGrid(look, named, FIELD, most=2)
        self.body.addWidget(LabelledField(look, _("Treatment"), self.what))
        self.body.addWidget(self.new)
        self.body.addWidget(FieldGrid(look, days, FIELD, most=2))
        self.body.addWidget(LabelledField(look, _("Plan"), self.plan))
        self.add_foot()
        self.what.activated.connect(self._show_new)
        self.name.textEdited.connect(lambda text: self.kind.put(kind_of(text)))

    def show_view(self, view: VisitView) -> None:
        """Offer this list; what was typed stays."""
        self._view = view
        listed = tuple((each.id, each.name) for each in view.catalogue)
        self.what.offer((*listed, (ANOTHER, _("Another"))))

    def begin(self, plan: str) -> None:
        """Open on the words of the plan, and on the treatment that they name."""
        view = self._view
        if view is None:
            return
        from spasmlog.views.typed import shown_day

        self.problem.hide()
        self.what.put(meant(plan, view.catalogue))
        self.name.put("")
        self.kind.put(TreatmentKind.OTHER)
        self.first.put(shown_day(view.first_day))
        self.last.put("")
        self.plan.put(" ".join(plan.split()))
        self._show_new()
        self.show()
        (self.name if self.what.value() == ANOTHER else self.what).setFocus()

    def commands(self) -> Iterable[Command]:
        view, chosen = self._view, self.what.value()
        if view is None:
            return
        if chosen is None:
            raise InvalidEntry(_("Choose a treatment, or another one."))
        if chosen == ANOTHER:
            if not self.name.text().strip():
                raise InvalidEntry(_("A treatment needs a name."))
            what = Dose(name=self.name.text().strip(), kind=self.kind.value())
        else:
            what = Dose(treatment_id=chosen)
        first, last = read_days(self.first.text(), self.last.text(), view)
        yield PlanCourse(what=what, first_day=first, last_day=last, plan=self.plan.raw())

    def clear(self) -> None:
        """Saved: nothing is left to do here."""
        self.closed.emit()

    def _show_new(self) -> None:
        self.new.setVisible(self.what.value() == ANOTHER)


class CoursesCard(Card):
    """The courses that were begun since the visit, and the form for one more."""

    asked = Signal(object)
    opened = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("The plan becomes a course"))
        self.plan = ""
        hint = _("A course shows in your charts and on the pages, with what came of it.")
        self.listed = label("", wrap=True)
        self.add = Button(_("Start a course"), look, size="roomy", icon="plus")
        self.form = CourseForm(look)
        self.form.hide()
        self.add.clicked.connect(self._open)
        self.form.asked.connect(self.asked)
        self.form.closed.connect(self._close)
        self.body.addWidget(label(hint, "quiet", wrap=True))
        self.body.addWidget(self.listed)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        below = QVBoxLayout()
        below.addWidget(self.form)
        self.body.addLayout(below)

    def show_view(self, view: VisitView) -> None:
        """Show what was begun."""
        self.plan = view.values["plan"]
        self.listed.setText("\n".join(view.courses))
        self.listed.setVisible(bool(view.courses))
        self.form.show_view(view)

    def _open(self) -> None:
        self.add.hide()
        self.form.begin(self.plan)
        self.opened.emit()
        reveal(self.form)

    def _close(self) -> None:
        self.form.hide()
        self.add.show()
        self.add.setFocus()
        self.opened.emit()
