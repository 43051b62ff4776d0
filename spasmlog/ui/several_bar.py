"""What can be done with several chosen entries at once: a bar with forms that open in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.choosing import DUPLICATE_KEY, MOVE_KEY, Choosing
from spasmlog.ui.editor_bars import RefusalBar
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_view import FormView, shape_of
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reading_order import chain
from spasmlog.ui.reveal import reveal
from spasmlog.views.forms import Entered, Form
from spasmlog.views.history import HistoryView
from spasmlog.views.several import DAY, Part, Several


class SeveralBar(QFrame):
    """Hidden until several are chosen, or something is asked of one that needs a form."""

    asked = Signal(object)
    """A command."""
    left = Signal()
    """It has closed; the keyboard wants to go back to the list."""

    def __init__(
        self, look: Look, choosing: Choosing, chosen: Callable[[], tuple[str, ...]]
    ) -> None:
        super().__init__()
        self._look, self._choosing, self._chosen = look, choosing, chosen
        self._view: HistoryView | None = None
        self._several: Several | None = None
        self._asked_of: tuple[str, ...] = ()
        self._what = ""
        self.form: FormView | None = None
        self.setProperty("role", "raised")
        self._make(look)
        self._lay_out()
        self._connect()
        self.hide()

    def _make(self, look: Look) -> None:
        self.begin = Button(_("Choose several"), look, "flat", icon="check")
        self.begin.setCheckable(True)
        self.begin.setToolTip(_("Or with Ctrl or Shift and a click, or Ctrl+A"))
        self.title = label("", "strong", wrap=True)
        self.kinds = label("", "caption", wrap=True)
        self.buttons = {
            "move": Button(_("Move"), look),
            "change": Button(_("Change"), look),
            "copy": Button(_("Duplicate"), look),
            "delete": Button(_("Delete"), look, icon="trash"),
        }
        self.none = Button(_("Choose none"), look, "flat")
        self.note = label("", "caption", wrap=True)
        self.refusal = RefusalBar(look)
        self.do = Button("", look, "primary", size="normal")
        self.cancel = Button(_("Cancel"), look)
        for name, keys in (("move", MOVE_KEY), ("copy", DUPLICATE_KEY), ("delete", "Del")):
            button = self.buttons[name]
            button.setToolTip(_("{what} ({keys})").format(what=button.text(), keys=keys))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        self.acts = Flow((*self.buttons.values(), self.none), gap=6)
        self._place = QVBoxLayout()
        self.foot = Flow((self.do, self.cancel), gap=6)
        for widget in (self.title, self.kinds, self.acts):
            column.addWidget(widget)
        column.addLayout(self._place)
        for below in (self.note, self.refusal, self.foot):
            column.addWidget(below)

    def _connect(self) -> None:
        self.begin.toggled.connect(self._choosing.set_several)
        self._choosing.changed.connect(self._chosen_changed)
        for what, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, what=what: self.open(what))
        self.none.clicked.connect(self.leave)
        self.cancel.clicked.connect(self._close)
        self.do.clicked.connect(self._ask)

    @property
    def ids(self) -> tuple[str, ...]:
        """What it is about: what was asked for by itself, or all that is chosen."""
        return self._asked_of or (self._chosen() if self._choosing.is_on else ())

    def show_view(self, view: HistoryView) -> None:
        """The diary has moved on, or another day is shown: a date left alone follows it."""
        self._view = view
        if self._asked_of and not view.several(self._asked_of).records:
            self._asked_of, self._what = (), ""  # what it was asked of is gone
        self._show()

    def open(self, what: str, ids: tuple[str, ...] = ()) -> None:
        """Open a form, of these entries or of all that are chosen; deleting needs none."""
        self._asked_of = ids or self._asked_of
        self._what = what
        self._show()
        part = self._part()
        if part is None:
            return
        if part.form is None and not part.note:
            self._ask()
        elif self.form is not None:
            _go_into(self.form)
            reveal(self)
        else:
            self.do.setFocus()

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not done; what is chosen and typed stays."""
        self.refusal.refuse(refusal)

    def done(self) -> None:
        """It is done: nothing is chosen any more."""
        self._asked_of, self._what = (), ""
        self.begin.setChecked(False)
        self._choosing.let_go()
        self._show()

    def leave(self) -> None:
        """Choose none, and go back to the list."""
        self.done()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field does what the form is for; Esc closes first the form, then the bar."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.foot.isHidden():
            self._ask()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _chosen_changed(self) -> None:
        self._asked_of = ()
        self.begin.setChecked(self._choosing.several)
        self._show()

    def _close(self) -> None:
        """Leave the form; where there is none, or it was asked for by itself, the bar."""
        if self._what and not self._asked_of:
            self._what = ""
            self._show()
            self.acts.widgets[0].setFocus()
        else:
            self.leave()

    def _show(self) -> None:
        ids, several = self.ids, self._choosing.several
        self.setVisible(bool(ids) or several)
        self.begin.set_text(_("Stop choosing") if several else _("Choose several"))
        if self._view is None or not (ids or several):
            self._several, self._what = None, ""
            self._put_form(None)  # what was typed was meant for these entries alone
            return
        self._several = found = self._view.several(ids)
        self.title.setText(
            found.title if ids else _("Click entries to choose them, or press Space")
        )
        self.setAccessibleName(self.title.text())
        self.kinds.setText(found.kinds)
        self.kinds.setVisible(bool(found.kinds))
        for what, button in self.buttons.items():
            button.setEnabled(found.part(what) is not None)
        self._show_form()

    def _part(self) -> Part | None:
        if self._several is None or not self._what:
            return None
        how = self.form.raws.get("how", DAY) if self.form is not None else DAY
        return self._several.part(self._what, how)

    def _show_form(self) -> None:
        part = None if self._several is None or not self._what else self._several.part(self._what)
        if part is None:
            self._what = ""
        self._put_form(part)
        self._show_note()
        self.acts.setVisible(not self._what)
        self.foot.setVisible(bool(self._what))
        if not self._what:
            self.refusal.hide()

    def _put_form(self, part: Part | None) -> None:
        """Keep the form that is there, with what was typed in it, where it is of the same shape."""
        form = None if part is None else part.form
        if self.form is not None and form is not None and _alike(self.form.form, form):
            self.form.follow(form, self.form)
            return
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
        if form is not None:
            self.form = FormView(self._look, form)
            self.form.changed.connect(self._show_note)
            self._place.addWidget(self.form)
            chain(self)

    def _show_note(self) -> None:
        part = self._part()
        self.note.setText("" if part is None else part.note)
        self.note.setVisible(bool(self.note.text()))
        self.do.set_text("" if part is None else part.button)

    def _ask(self) -> None:
        found = Entered(values={}, changed=frozenset()) if self.form is None else self.form.read()
        if self._several is None or found.wrong:
            return
        self.refusal.hide()
        command = self._several.command(self._what, found)
        if command is not None:
            self.asked.emit(command)
        elif self._part() is not None:
            self.refusal.refuse(_nothing_to_do())


def _go_into(form: FormView) -> None:
    """Take the keyboard to the day that is asked, else to the first field."""
    day = form.entries.get("to_day")
    field = None if day is None or day.box.isHidden() else day.box.field
    if isinstance(field, QLineEdit):
        field.setFocus()
        field.selectAll()
    else:
        form.focus_first()


def _nothing_to_do() -> Refusal:
    return Refusal(
        _("This would leave everything as it is."), _("Say first what is to be different.")
    )


def _alike(one: Form, other: Form) -> bool:
    """Whether two forms share their widgets, so that what was typed can stay."""
    labels = [[each.label for each in form.fields] for form in (one, other)]
    return (one.kind, shape_of(one), labels[0]) == (other.kind, shape_of(other), labels[1])
