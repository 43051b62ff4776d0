"""A few lines of free text, kept whole however long."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from spasmlog.ui.look import Look

HIGH = 66


class NoteField(QPlainTextEdit):
    """Tab leaves it; Enter begins a new line."""

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(HIGH))
