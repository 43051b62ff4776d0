"""How a row of a list is opened, or several are chosen: by click, by key, and from a menu."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListView

from spasmlog.ui.reveal import area_around

OPEN, DUPLICATE, COPY, MOVE, DELETE = "open", "duplicate", "copy", "move", "delete"
"""What can be asked of a row. To duplicate is at once, to copy is to a day still to be said."""
DUPLICATE_KEY, MOVE_KEY = "Ctrl+D", "Ctrl+M"
_Key = Qt.Key
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_ASKS = {
    (_Key.Key_Delete, _NONE): DELETE,
    (_Key.Key_D, _CTRL): DUPLICATE,
    (_Key.Key_M, _CTRL): MOVE,
}


def asked_by(event: QKeyEvent) -> str | None:
    """What a key asks of an entry; None: nothing."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _ASKS.get((Qt.Key(event.key()), held))


class Choosing(QObject):
    """Watches over one list. Ctrl, Shift, Space and Ctrl+A choose several at any time.

    While `several` is on, a click and Space choose one more, so that nothing needs two keys.
    """

    opened = Signal(str)
    asked = Signal(str, str)
    """What is asked, and the key of the row it is asked of."""
    menu_wanted = Signal(str, QPoint)
    """The key of a row, and where on the screen its menu belongs."""
    changed = Signal()
    """Other rows are chosen."""

    def __init__(self, view: QListView, key_at: Callable[[int], str]) -> None:
        super().__init__(view)
        self._view, self._key_at = view, key_at
        self._several = False
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._menu_at)
        view.clicked.connect(self._clicked)
        view.selectionModel().selectionChanged.connect(self._tell)
        view.selectionModel().currentChanged.connect(self._keep_in_sight)
        view.installEventFilter(self)

    @property
    def several(self) -> bool:
        """Whether each click chooses one more."""
        return self._several

    @property
    def rows(self) -> tuple[int, ...]:
        """Which rows are chosen, from the top."""
        chosen = self._view.selectionModel().selection()
        ranges = (chosen.at(number) for number in range(chosen.count()))
        places = (range(each.top(), each.bottom() + 1) for each in ranges)
        return tuple(sorted(chain.from_iterable(places)))

    @property
    def is_on(self) -> bool:
        """Whether what is chosen stands for itself, and is not only the row that is open."""
        chosen = self._view.selectionModel().selection()
        heights = (chosen.at(number).height() for number in range(chosen.count()))
        return self._several or sum(heights) > 1

    def set_several(self, several: bool) -> None:
        """Begin to choose several, from none; or leave it, and choose none."""
        if several is not self._several:
            self._several = several
            mode = QAbstractItemView.SelectionMode
            self._view.setSelectionMode(mode.MultiSelection if several else mode.ExtendedSelection)
            self._view.clearSelection()
            self._tell()

    def let_go(self) -> None:
        """Choose none."""
        self._view.clearSelection()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        at, key, held = self._view.currentIndex(), Qt.Key(event.key()), event.modifiers()
        asked = asked_by(event)
        if key in (_Key.Key_Left, _Key.Key_Right) and not held & _CTRL:
            event.ignore()  # a list has nothing at its sides: it is the day before or after
            return True
        if not at.isValid():
            return False
        if key in (_Key.Key_Return, _Key.Key_Enter):
            self.opened.emit(self._key_at(at.row()))
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self._view.selectAll()
        elif key == _Key.Key_Space:
            self._choose(at, bool(held & _CTRL))
        elif key == _Key.Key_Menu or (key == _Key.Key_F10 and held & _SHIFT):
            self._menu_at(self._view.visualRect(at).center())
        elif asked is not None:
            self.asked.emit(asked, self._key_at(at.row()))
        else:
            return False
        return True

    def _choose(self, at: QModelIndex, turned: bool) -> None:
        flags = QItemSelectionModel.SelectionFlag
        on = flags.Toggle if turned or self._several else flags.Select
        self._view.selectionModel().select(at, on)

    def _clicked(self, at: QModelIndex) -> None:
        """A click with Ctrl or Shift chooses; one alone opens."""
        if not self._several and self.rows == (at.row(),):
            self.opened.emit(self._key_at(at.row()))

    def _menu_at(self, spot: QPoint) -> None:
        at = self._view.indexAt(spot)
        if at.isValid():
            where = self._view.viewport().mapToGlobal(spot)
            self.menu_wanted.emit(self._key_at(at.row()), where)

    def _keep_in_sight(self) -> None:
        """The page scrolls along with the keyboard, once the list itself has scrolled."""
        if self._view.hasFocus():
            QTimer.singleShot(0, self._view, self._reveal_row)

    def _reveal_row(self) -> None:
        area = area_around(self._view)
        inside = None if area is None else area.widget()
        row = self._view.visualRect(self._view.currentIndex())
        if area is not None and inside is not None and row.isValid():
            spot = self._view.viewport().mapTo(inside, row.center())
            area.ensureVisible(spot.x(), spot.y(), 0, row.height())

    def _tell(self) -> None:
        self._view.viewport().update()
        self.changed.emit()
