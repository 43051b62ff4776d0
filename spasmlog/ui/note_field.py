"""A few lines of free text, kept whole however long."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextEdit

from spasmlog.ui.look import Look


def note_field(look: Look, name: str) -> QPlainTextEdit:
    """A few lines of free text; Tab leaves it."""
    note = QPlainTextEdit()
    note.setAccessibleName(name)
    note.setTabChangesFocus(True)
    note.setFixedHeight(look.px(66))
    look.changed.connect(lambda: note.setFixedHeight(look.px(66)))
    return note
