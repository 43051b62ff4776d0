"""What is asked of a row, by key or from its menu: done at once, or with a form in the bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from spasmlog.i18n import _
from spasmlog.journal.commands import Duplicate
from spasmlog.ui.choosing import (
    COPY,
    DELETE,
    DUPLICATE,
    DUPLICATE_KEY,
    MOVE,
    MOVE_KEY,
    OPEN,
    Choosing,
)
from spasmlog.ui.several_bar import SeveralBar
from spasmlog.views.several import delete_command

IdsOf = Callable[[str, str], tuple[str, ...]]
"""The entries that a row stands for, by what is asked and its key; none: it cannot be done."""
SEVERAL = "several"


class RowActs(QObject):
    """Of a row among several chosen ones it is asked of all of them."""

    asked = Signal(object)
    """A command."""
    opened = Signal(str)

    def __init__(self, parent: QWidget, choosing: Choosing, bar: SeveralBar, ids_of: IdsOf) -> None:
        super().__init__(parent)
        self._choosing, self._bar, self._ids_of = choosing, bar, ids_of
        self.menu = QMenu(parent)
        self._key = ""
        choosing.asked.connect(self.act)
        choosing.opened.connect(self.opened)
        choosing.menu_wanted.connect(self._offer)
        self.menu.triggered.connect(lambda action: self.act(str(action.data()), self._key))
        bar.asked.connect(self.asked)

    def act(self, what: str, key: str) -> None:
        """Do it, or open the form that it needs."""
        if what == SEVERAL:
            self._bar.begin.setChecked(True)
            return
        if what == OPEN:
            self.opened.emit(key)
            return
        self.ask(what, self._all_of(what, key))

    def ask(self, what: str, ids: tuple[str, ...]) -> None:
        """Ask it of these entries."""
        if not ids:
            return
        if what == DELETE:
            self.asked.emit(delete_command(ids))
        elif what == DUPLICATE and len(ids) == 1:
            self.asked.emit(Duplicate(record_id=ids[0]))
        else:
            self._bar.open("move" if what == MOVE else "copy", ids)

    def _all_of(self, what: str, key: str) -> tuple[str, ...]:
        chosen, inside = self._bar.ids, self._ids_of(MOVE, key)
        if self._choosing.is_on and set(inside) <= set(chosen):
            return chosen
        return self._ids_of(what, key)

    def _offer(self, key: str, where: QPoint) -> None:
        """The menu of a row."""
        self._key = key
        self.menu.clear()
        for what, words, keys in (
            (OPEN, _("Open"), "Enter"),
            (DUPLICATE, _("Duplicate"), DUPLICATE_KEY),
            (COPY, _("Duplicate to a day"), ""),
            (MOVE, _("Move"), MOVE_KEY),
            (DELETE, _("Delete"), "Del"),
            (SEVERAL, _("Choose several"), ""),
        ):
            if what not in (OPEN, SEVERAL) and not self._all_of(what, key):
                continue
            made = self.menu.addAction(f"{words}\t{keys}" if keys else words)
            made.setData(what)
        self.menu.popup(where)
