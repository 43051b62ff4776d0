"""The evening check-in: filled in from the day's own entries, saved by Enter or one press."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.enter_saves import EnterSaves
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.journal.commands import Command
    from spasmlog.ui.check_in_form import CheckInFields
    from spasmlog.views.check_in import CheckInView


class CheckInCard(FormCard):
    """In the evening all fields; the morning after, and once saved, a sentence and buttons."""

    not_now = Signal(str)
    grown = Signal()
    """Fields were added: the order of the keyboard has to be laid out anew."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Evening check-in"), note=" ", icon="evening")
        self._view: CheckInView | None = None
        self._open = False
        self.fields: CheckInFields | None = None
        self.summary = label("", "quiet", wrap=True)
        self.right = Button(_("Right, save it"), look, "primary", "roomy")
        self.no_pain = Button(_("No pain today"), look, size="roomy")
        self.change = Button(_("Change something"), look, size="roomy")
        self.blank = Button(_("Leave it blank"), look, "flat", "roomy")
        self._buttons = (self.right, self.no_pain, self.change, self.blank)
        for button in self._buttons[1:]:
            button.setProperty("enter", "press")
        self.close_form.hide()
        self.header.addWidget(self.save)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.problem)
        self.row = Flow(self._buttons)
        self.body.addWidget(self.row)
        self.right.clicked.connect(self.submit)
        self.no_pain.clicked.connect(self._ask_clear_day)
        self.change.clicked.connect(self._unfold)
        self.blank.clicked.connect(self._leave)
        EnterSaves(self, self._is_evening, self.submit)

    def show_view(self, view: CheckInView) -> None:
        """Show this day's; what is being typed stays."""
        before = self._view
        self._view = view
        if before is None or (before.day, before.stage) != (view.day, view.stage):
            self._open = view.stage == "evening"
            if self.fields is not None and before is not None and before.day != view.day:
                self.fields.forget()
        self.set_title(view.title)
        self.set_note(view.note)
        self.summary.setText(view.summary)
        today = view.stage != "morning_after"
        self.no_pain.set_text(_("No pain today") if today else _("No pain that day"))
        self._show()

    def commands(self) -> Iterable[Command]:
        from spasmlog.journal.commands import SaveCheckIn
        from spasmlog.views.check_in import changed

        view = self._view
        if view is None:
            return
        answers = changed(view, self._answers())
        if answers:
            yield SaveCheckIn(day=view.day, answers=answers)
        else:
            self._fold()

    def clear(self) -> None:
        if self.fields is not None:
            self.fields.forget()
        self._fold()

    def _answers(self) -> dict[str, Any]:
        if self.fields is not None:
            return self.fields.answers()
        return dict(self._view.answers) if self._view is not None else {}

    def _ask_clear_day(self) -> None:
        """An explicit zero, beside whatever else is answered already."""
        if self._view is not None:
            self._make_fields()
            assert self.fields is not None
            self.fields.put("worst", 0)
            self.submit()

    def _is_evening(self) -> bool:
        """Whether the fields are open, filled in from the day."""
        return self._open and self._view is not None and self._view.stage == "evening"

    def _leave(self) -> None:
        if self._view is not None:
            self.not_now.emit(self._view.key)

    def _unfold(self) -> None:
        self._open = True
        self._make_fields()
        self._show()
        if self.fields is not None:
            self.fields.first.setFocus()

    def _grow(self) -> None:
        """The evening's fields once the page stands, in slices: they are its largest part."""
        import spasmlog.ui.check_in_form  # noqa: F401  # its import is the first slice

        QTimer.singleShot(0, self._fill)

    def _fill(self) -> None:
        self._make_fields()
        self._show()

    def _fold(self) -> None:
        self._open = self._view is not None and self._view.stage == "evening"
        self._show()

    def _show(self) -> None:
        view = self._view
        if view is None:
            return
        if self._open and self.fields is None:
            QTimer.singleShot(0, self._grow)
        opened = self._open and self.fields is not None
        if self.fields is not None:
            self.fields.setVisible(self._open)
            self.fields.show_answers(view.answers, view.exposures)
        saved, morning = view.stage == "saved", view.stage == "morning_after"
        self.save.setVisible(self._open)
        self.summary.setVisible(not opened and bool(view.summary))
        self.right.setVisible(morning and not self._open and bool(view.answers))
        self.no_pain.setVisible(view.can_be_clear)
        self.change.setVisible(not self._open)
        self.change.set_text(_("Change something") if saved or view.answers else _("Fill it in"))
        self.blank.setVisible(morning)
        self.row.setVisible(any(not button.isHidden() for button in self._buttons))

    def _make_fields(self) -> None:
        if self.fields is not None:
            return
        # Not worth its import on a morning, when the card is one sentence.
        from spasmlog.ui.check_in_form import CheckInFields

        self.fields = CheckInFields(self._look)
        self.fields.more.clicked.connect(self.grown.emit)
        self.body.insertWidget(self.body.indexOf(self.problem), self.fields)
        if self._view is not None:
            self.fields.show_answers(self._view.answers, self._view.exposures)
        self.grown.emit()
