"""Says that what is typed is not saved: once for the same, where the window is to be closed."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from spasmlog.i18n import _
from spasmlog.ui.labels import label


class UnsavedLine:
    """The line and its memory: closing a second time lets what is typed go."""

    def __init__(self) -> None:
        self.words: QLabel = label("", "prompt", wrap=True)
        self.words.hide()
        self._told: object = None

    def say(self) -> None:
        """What is typed stays, and is not saved."""
        self._show(_("Not saved yet"))

    def may_close(self, typed: object) -> bool:
        """Whether the window may close over what is typed; false, once, where anything is."""
        told, self._told = self._told, typed
        if not typed or typed == told:
            return True
        self._show(_("Not saved yet: save it, or close again to let it go."))
        return False

    def hide(self) -> None:
        """It is saved, or let go."""
        self._told = None
        self.words.hide()

    def _show(self, text: str) -> None:
        self.words.setText(text)
        self.words.show()
