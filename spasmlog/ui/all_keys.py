"""Shows all keys over the page that is seen, and gives the keyboard back where it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from spasmlog.ui.keys_panel import KeysPanel


class AllKeys(QObject):
    """Makes the panel when it is first wanted. Any other key of the map closes it and acts."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._panel: KeysPanel | None = None
        self._before: QWidget | None = None
        window.went.connect(self._went)
        window.key_asked.connect(self._asked)

    @property
    def panel(self) -> KeysPanel:
        """The panel, made once."""
        if self._panel is None:
            from spasmlog.ui.keys_panel import KeysPanel

            self._panel = KeysPanel(self._window.around.look, self._window.frame)
            self._panel.closed.connect(self.close)
            self._panel.settings_wanted.connect(lambda: self._window.go(Place(page="settings")))
        return self._panel

    @property
    def shown(self) -> bool:
        """Whether it is open."""
        return self._panel is not None and self._panel.isVisible()

    def toggle(self) -> None:
        """Open it over the pages, or close it again."""
        if self.shown:
            self.close()
        elif not self._window.covered:
            self._before = QApplication.focusWidget()
            letters = self._window.around.settings.single_letters
            self.panel.open(self._window.current, letters=letters)

    def close(self) -> None:
        """Back to the page; the keyboard too, unless something else has it by now."""
        if not self.shown:
            return
        focus = QApplication.focusWidget()
        held = focus is not None and self.panel.isAncestorOf(focus)
        self.panel.hide()
        if held:
            self._give_back()

    def _went(self) -> None:
        self._before = None  # the keyboard goes along to the new page
        self.close()

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is None or not isValid(before) or not before.isVisible():
            before = self._window.frame.places.currentWidget()
        if before is not None:
            before.setFocus()

    def _asked(self, name: str) -> None:
        if name != "keys":
            self.close()
