"""Parts one below the other, of which the first few are shown until all are asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.i18n import _, ngettext
from spasmlog.ui.buttons import Button
from spasmlog.ui.look import Look

GAP = 14
T = TypeVar("T")
P = TypeVar("P", bound=QWidget)


class FoldList(QWidget, Generic[T, P]):
    """A part is built when it is first shown, and from then on changed in place."""

    folded = Signal()
    """All parts are shown, or only the first few again."""

    def __init__(
        self,
        look: Look,
        most: int,
        make: Callable[[], P],
        show: Callable[[P, T], None],
        name: str,
        gap: int = GAP,
    ) -> None:
        super().__init__()
        self._most, self._make, self._show_part, self._name = most, make, show, name
        self._items: Sequence[tuple[str, T]] = ()
        self._open = False
        self.parts: dict[str, P] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)
        self.more = Button("", look, "flat", icon="chevron-down")
        self.more.clicked.connect(self._turn)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_items(self, items: Sequence[tuple[str, T]]) -> None:
        """Show these, each under a key of its own."""
        self._items = items
        shown = items if self._open else items[: self._most]
        if len(items) - len(shown) == 1:
            shown = items  # a press for a single one is not worth its room
        for at, (key, item) in enumerate(shown):
            part = self.parts.get(key)
            if part is None:
                part = self.parts[key] = self._make()
            self._show_part(part, item)
            if self._column.indexOf(part) != at:
                self._column.insertWidget(at, part)
            part.show()
        for key in self.parts.keys() - {key for key, _item in shown}:
            self.parts[key].hide()
        self._say_more(len(items) - len(shown))

    def _say_more(self, hidden: int) -> None:
        foldable = self._open and len(self._items) > self._most + 1
        self.more.setVisible(bool(hidden) or foldable)
        text = ngettext("Show {n} more", "Show {n} more", hidden) if hidden else _("Show fewer")
        self.more.set_text(text)
        self.more.setAccessibleName(f"{text}: {self._name}")
        self.more.set_icon("chevron-down" if hidden else None)

    def _turn(self) -> None:
        self._open = not self._open
        self.show_items(self._items)
        self.folded.emit()
