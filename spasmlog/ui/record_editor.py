"""The editor: one entry with all its fields, as a panel that never closes over what was typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from spasmlog.domain.diary import Step
from spasmlog.domain.records import Treatment
from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.journal.commands import Command, Delete, EndEpisode
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, EmptyState
from spasmlog.ui.editor_bars import RefusalBar, UnsavedBar, VersionsPanel
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_stack import FormStack
from spasmlog.ui.form_view import FormView
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal
from spasmlog.ui.unsaved_line import UnsavedLine
from spasmlog.views.forms import Form
from spasmlog.views.history import Opened


def identity(opened: Opened | None) -> object:
    """What makes an entry in the editor the same; a new one belongs to its day."""
    if opened is None:
        return None
    form = opened.form
    return (form.key, form.day) if form.is_new else form.key


class RecordEditor(Card):
    """Shows an entry, takes what is typed, and asks for it to be saved.

    An entry with changes stays until they are saved or discarded; what is chosen meanwhile waits.
    """

    asked = Signal(object)
    """A command."""
    opened = Signal(str)
    """The id of another entry to go to; empty: of none."""
    versions_wanted = Signal(str)
    left = Signal()
    """The keyboard wants to go back to where it came from; what was typed stays."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._shown: Opened | None = None
        self._waiting: Opened | None = None
        self._asking: FormView | None = None
        self._saved = False
        self._make(look)
        self._lay_out()
        self._connect()
        self._show(None)

    def _make(self, look: Look) -> None:
        self.empty = EmptyState(
            look, "calendar", _("No entry is open"), _("Choose an entry of the day, or add one.")
        )
        self.heading = label("", "card-title", wrap=True)
        self.delete = Button("", look, "flat", icon="trash", name=_("Delete"))
        self.main = FormStack(look)
        self.more = Button("", look, "flat", icon="chevron-down")
        self.more.setCheckable(True)
        self.listed = FormStack(look)
        self.refusal = RefusalBar(look)
        self.unsaved = UnsavedBar(look)
        self.not_saved = UnsavedLine()
        self.save = Button(_("Save changes"), look, "primary")
        self.cancel = Button(_("Cancel"), look)
        self.mistake = Button("", look)
        self.typed = label("", "caption")
        self.history = Button("", look, "flat")
        self.history.setCheckable(True)
        self.versions = VersionsPanel()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.empty)
        self.body.addLayout(head)
        self.body.addWidget(self.main)
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.listed)
        self.body.addStretch(1)
        self.foot = Flow((self.save, self.cancel, self.mistake, self.typed, self.history))
        for below in (
            *(self.refusal, self.unsaved, self.not_saved.words),
            *(self.foot, self.versions),
        ):
            self.body.addWidget(below)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_all)
        self.cancel.clicked.connect(self._cancel)
        self.delete.clicked.connect(self._delete)
        self.mistake.clicked.connect(self._delete)
        self.unsaved.save.clicked.connect(self.save_all)
        self.unsaved.discard.clicked.connect(self.discard)
        self.refusal.end_first.connect(self._end_first)
        self.more.toggled.connect(lambda _on: self._unfold())
        self.history.toggled.connect(lambda _on: self._unfold())
        self.history.clicked.connect(self._want_versions)
        for stack in (self.main, self.listed):
            stack.opened.connect(self.opened)
            stack.changed.connect(self._show_state)

    @property
    def form(self) -> Form | None:
        """What is open."""
        return None if self._shown is None else self._shown.form

    @property
    def is_dirty(self) -> bool:
        """Whether it holds anything that is not saved."""
        return self.main.is_dirty or self.listed.is_dirty

    @property
    def is_held(self) -> bool:
        """Whether something else was chosen, and waits."""
        return not self.unsaved.isHidden()

    def show_opened(self, opened: Opened | None) -> None:
        """Show an entry, or hold on to the one with changes that are not saved."""
        same = identity(opened) == identity(self._shown)
        if self.is_dirty and not same and self._shown is not None:
            if identity(opened) != identity(self._waiting):
                reveal(self.unsaved)
            self._waiting = opened
            self.unsaved.hold(self._shown.form.title)
            self.foot.hide()
            return
        self._waiting = None
        self.unsaved.hide()
        self.foot.show()
        self._show(opened)

    def save_all(self) -> None:
        """Ask for everything that was changed to be saved, or say what cannot be read."""
        focus = QApplication.focusWidget()
        self.refusal.hide()
        views = [stack.view for stack in (self.main, self.listed) if stack.view is not None]
        if all(not view.read().wrong for view in views):
            all(self._save(view) for view in views)
            self._release()
            if focus is not None and QApplication.focusWidget() is not focus:
                self.left.emit()  # what had the keyboard is gone; Qt would go on to the sidebar

    def discard(self) -> None:
        """Let go of what was typed, and show what waits."""
        self.main.put_back()
        self.listed.put_back()
        self.refusal.hide()
        self._release()

    def saved(self, step: Step) -> None:
        """What was asked for is on disk."""
        view, self._asking, self._saved = self._asking, None, True
        added = next((each.after for each in step.changes if each.before is None), None)
        if view is not None and isinstance(added, Treatment) and view.form.kind == "course":
            view.choose("treatment_id", added.id, added.name)
            self._save(view)
        elif view is not None:
            view.accept()
        self._show_state()

    def refuse(self, refusal: Refusal) -> None:
        """Say why what was asked for is not saved; what was typed stays."""
        self._asking, self._saved = None, False
        self.refusal.refuse(refusal)

    def may_close(self) -> bool:
        """Whether the window may close; said once where anything is typed and not saved."""
        return self.not_saved.may_close(tuple(filter(None, (self.main.typed, self.listed.typed))))

    def focus_first(self) -> None:
        """Take the keyboard to the first field."""
        if self.main.view is not None:
            self.main.view.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field saves, buttons take it for themselves; Esc leaves."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not self.save.isHidden():
            self.save_all()
        elif event.key() == Qt.Key.Key_Escape and self.form is not None:
            if self.is_dirty:
                self.not_saved.say()
            else:
                self.opened.emit("")
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _save(self, view: FormView) -> bool:
        """Ask for one form; false where it is refused."""
        command = view.command(view.read())
        if command is None:
            view.put_back()
            return True
        return self._ask(command, view)

    def _ask(self, command: Command, view: FormView | None = None) -> bool:
        """Whether the command is on disk when this returns."""
        self._asking, self._saved = view, False
        self.asked.emit(command)
        self._asking = None
        return self._saved

    def _release(self) -> None:
        """Show what waits, once nothing is unsaved any more."""
        if self.is_held and not self.is_dirty:
            self.show_opened(self._waiting)
        self._show_state()

    def _cancel(self) -> None:
        """Discard what was typed; where there is nothing to discard, close."""
        form, dirty = self.form, self.is_dirty
        self.discard()
        if form is not None and (form.is_new or not dirty):
            self.opened.emit("")
            self.left.emit()

    def _delete(self) -> None:
        form = self.form
        if form is not None and self._ask(Delete(record_id=form.key)):
            self.discard()
            self.left.emit()

    def _end_first(self, episode_id: str) -> None:
        if self._ask(EndEpisode(episode_id=episode_id)):
            self.save_all()

    def _want_versions(self) -> None:
        if self.form is not None and self.history.isChecked():
            self.versions_wanted.emit(self.form.key)

    def _show(self, opened: Opened | None) -> None:
        same = identity(opened) == identity(self._shown)
        self._shown = opened
        if not same:
            self.refusal.hide()
            self.more.setChecked(False)
            self.history.setChecked(False)
        self.main.show_form(None if opened is None else opened.form, same=same)
        self.listed.show_form(None if opened is None else opened.listed, same=same)
        self._show_words()
        self._unfold()
        self._show_state()

    def _show_words(self) -> None:
        """What stands above and below the fields."""
        shown, form = self._shown, self.form
        title = "" if form is None else form.title
        self.heading.setText(title)
        self.setAccessibleName(title or _("Editor"))
        typed = "" if shown is None else shown.typed
        versions = () if shown is None else shown.versions
        self.typed.setText("" if versions else typed)
        self.history.set_text(typed if versions else "")
        self.versions.show_rows(versions)
        if shown is not None and shown.listed is not None:
            name = shown.listed.raws["name"]
            self.more.set_text(_("In your list: {name}").format(name=name))

    def _unfold(self) -> None:
        """The parts that open on request."""
        shown = self._shown
        self.listed.setVisible(self.more.isChecked() or self.listed.is_dirty)
        self.more.setVisible(shown is not None and shown.listed is not None)
        self.versions.setVisible(self.history.isChecked() and self.history.text() != "")

    def _show_state(self) -> None:
        """Which parts and buttons make sense for what is open."""
        form = self.form
        fixed, new = form is not None and form.fixed, form is not None and form.is_new
        label = "" if form is None else form.delete_label
        for widget, there in (
            (self.empty, form is None),
            (self.heading, form is not None),
            (self.delete, bool(label) and not fixed),
            (self.save, form is not None and not fixed),
            (self.cancel, form is not None),
            (self.mistake, bool(label) and fixed),
            (self.typed, bool(self.typed.text())),
            (self.history, bool(self.history.text())),
        ):
            widget.setVisible(there)
        self.save.set_text(_("Save") if new else _("Save changes"))
        self.save.setEnabled(new or self.is_dirty)
        self.cancel.set_text(_("Close") if not new and not self.is_dirty else _("Cancel"))
        self.mistake.set_text(label)
        if not self.is_dirty:
            self.not_saved.hide()
