"""One start in a process of its own that ends at the moment to be measured.

`python -m tests.benchmarks.start WHAT [JOURNAL]`; the caller measures the life of the process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

if TYPE_CHECKING:
    from spasmlog.ui.main_window import MainWindow


class Paint(QObject):
    """Ends the process when a widget has been painted and the loop has turned once more."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            # At once: what comes after the measured moment is not measured.
            QTimer.singleShot(0, lambda: os._exit(0))
        return super().eventFilter(watched, event)


def bare() -> None:
    """A window with nothing in it."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1280, 800)
    Paint(window)
    window.show()
    app.exec()


def bare_and_sqlalchemy() -> None:
    """The same after SQLAlchemy Core has been imported."""
    import sqlalchemy

    assert sqlalchemy.__version__
    bare()


def first_paint(window: MainWindow) -> None:
    """The program's own window: sidebar, live strip, help."""
    Paint(window.frame)


def usable(window: MainWindow) -> None:
    """Today's page with all its cards and real data."""

    def watch() -> None:
        page = window.page("today")
        Paint(page)
        page.update()

    window.around.desk.opened.connect(watch)


def main() -> None:
    what, *rest = sys.argv[1:]
    if what == "bare":
        bare()
    elif what == "bare_and_sqlalchemy":
        bare_and_sqlalchemy()
    else:
        from spasmlog import app as wiring
        from spasmlog.ui.window import run

        attend = {"first_paint": first_paint, "usable": usable}[what]
        run(Path(rest[0]), wiring.clock, wiring.open_to_write, attend)


if __name__ == "__main__":
    main()
