"""One form at a time, on widgets that forms of one shape share."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.ui.form_view import FormView, Shape, shape_of
from spasmlog.ui.look import Look
from spasmlog.views.forms import Form


class FormStack(QWidget):
    """Shows one form, or none. Widgets once made are kept for the next form of their shape."""

    changed = Signal()
    opened = Signal(str)
    """The id of a linked entry to go to."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._views: dict[Shape, FormView] = {}
        self.view: FormView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @property
    def is_dirty(self) -> bool:
        """Whether anything stands there that is not saved."""
        return self.view is not None and self.view.is_dirty

    @property
    def typed(self) -> object:
        """What stands there and is not saved, a number that is half typed too."""
        if self.view is None:
            return None
        self.view.end_typing()
        return self.view.raws if self.is_dirty else None

    def show_form(self, form: Form | None, *, same: bool) -> None:
        """Show a form; of the `same` entry, what was typed over stays."""
        before, self.view = self.view, None if form is None else self._view(form)
        if before is not None and before is not self.view:
            before.hide()
        if form is None or self.view is None:
            return
        if before is not None and same:
            self.view.follow(form, before)
        else:
            self.view.show_form(form)
        self.view.show()

    def put_back(self) -> None:
        """What was typed is gone."""
        if self.view is not None:
            self.view.put_back()

    def _view(self, form: Form) -> FormView:
        shape = shape_of(form)
        if shape not in self._views:
            made = FormView(self._look, form)
            made.changed.connect(self.changed)
            made.opened.connect(self.opened)
            self._column.addWidget(made)
            self._views[shape] = made
        return self._views[shape]
