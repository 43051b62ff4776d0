"""Dresses the application for a test, and takes the clothes off again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from spasmlog.ui.look import Look

BARE = "/* nothing */"
"""An empty sheet, and not none: when a sheet is taken away while a widget lives that was asked
about its style but never shown, Qt (6.12) goes on to keep that widget's rules after the widget has
gone, and the next sheet ends the program. The program itself never takes its sheet away."""


@contextmanager
def as_it_was(app: QApplication) -> Iterator[None]:
    """Whatever is put on inside is taken off at the end."""
    palette, font, direction = app.palette(), app.font(), app.layoutDirection()
    try:
        yield
    finally:
        app.setStyleSheet(BARE)
        app.setPalette(palette)
        app.setFont(font)
        app.setLayoutDirection(direction)


@contextmanager
def dressed(app: QApplication, scale: float = 1.0) -> Iterator[Look]:
    """The light theme at a text scale, as large as designed unless said; a test may change it."""
    with as_it_was(app):
        look = Look("light", scale)
        look.apply(app)
        yield look
        look.deleteLater()
