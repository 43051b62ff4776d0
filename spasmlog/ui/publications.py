"""Sources in full, with addresses to be copied: nothing here opens a browser."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from spasmlog.ui.labels import label

if TYPE_CHECKING:
    from spasmlog.views.rule_page import Publication

_SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Publications(QWidget):
    """Each with its number and words, and below them its address."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Publication, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._pairs: list[tuple[QLabel, QLabel]] = []

    @property
    def addresses(self) -> tuple[QLabel, ...]:
        """The labels to copy from."""
        return tuple(address for _words, address in self._pairs[: len(self._shown)])

    def show_publications(self, listed: Iterable[Publication]) -> None:
        """Show these; what is selected stays while they are the same."""
        listed = tuple(listed)
        if listed == self._shown:
            return
        self._shown = listed
        while len(self._pairs) < len(listed):
            self._pairs.append(self._made())
        for at, (words, address) in enumerate(self._pairs):
            each = listed[at] if at < len(listed) else None
            words.setText(each.line if each else "")
            address.setText(each.url if each else "")
            words.setVisible(each is not None)
            address.setVisible(each is not None)

    def _made(self) -> tuple[QLabel, QLabel]:
        words, address = label("", wrap=True), label("", "caption", wrap=True)
        for line in (words, address):
            line.setTextInteractionFlags(_SELECTABLE)
            self._column.addWidget(line)
        words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        address.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that it can be copied by keyboard
        address.setContentsMargins(0, 0, 0, 6)
        return words, address
