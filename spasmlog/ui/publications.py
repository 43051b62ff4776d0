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
        self._lines: list[QLabel] = []
        self.addresses: tuple[QLabel, ...] = ()

    def show_publications(self, listed: Iterable[Publication]) -> None:
        """Show these; what is selected stays while they are the same."""
        listed = tuple(listed)
        if listed == self._shown:
            return
        self._shown = listed
        for old in self._lines:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines, self.addresses = [], ()
        for each in listed:
            self._add(each)

    def _add(self, each: Publication) -> None:
        words, address = label(each.line, wrap=True), label(each.url, "caption", wrap=True)
        for line in (words, address):
            line.setTextInteractionFlags(_SELECTABLE)
            self._column.addWidget(line)
            line.show()
        words.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        address.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that it can be copied by keyboard
        address.setContentsMargins(0, 0, 0, 6)
        self._lines += (words, address)
        self.addresses += (address,)
