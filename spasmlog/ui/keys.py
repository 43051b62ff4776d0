"""The keyboard map: which key asks for what. Single letters can be switched off."""

from __future__ import annotations

from collections.abc import Mapping

PAGES: Mapping[str, str] = {
    "today": "Ctrl+1",
    "history": "Ctrl+2",
    "insights": "Ctrl+3",
    "signals": "Ctrl+4",
    "report": "Ctrl+5",
    "settings": "Ctrl+,",
}
ACTIONS: Mapping[str, str] = {
    "undo": "Ctrl+Z",
    "redo": "Ctrl+Shift+Z",
    "add": "Ctrl+N",
    "quick": "Ctrl+K",
    "save_pdf": "Ctrl+P",
    "emergency": "F1",
    "during_visit": "F11",
    "back": "Alt+Left",
}
LETTERS: Mapping[str, str] = {
    "s": "spasm_began",
    "e": "let_go",
    "w": "drink",
    "d": "dose_again",
    "n": "no_spasm",
}


def severity(text: str) -> int | None:
    """The pain that a key stands for: a digit, or "t" for ten."""
    if text == "t":
        return 10
    return int(text) if len(text) == 1 and text in "0123456789" else None
