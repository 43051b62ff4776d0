"""A chart out of the program: into a file by the system's dialog, or to where it can be pasted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from spasmlog.charts.base import Prepared
from spasmlog.errors import Refusal
from spasmlog.i18n import _, ngettext
from spasmlog.ui.figure_foot import FigureFoot
from spasmlog.ui.tasks import Progress, Tasks

AskForName = Callable[[QWidget, str, str], str]
"""Handed the parent, the suggested name and the kinds of file; empty when it was left."""
Rows = Sequence[int]
WIDTH, DPR = 984, 2.0
"""A saved picture has the same size whatever the window has, and pixels enough for a screen."""
PICTURES = (("PNG", "png"), ("SVG", "svg"), ("PDF", "pdf"))
TABLES = (("CSV", "csv"),)


def ask_for_name(parent: QWidget, suggested: str, kinds: str) -> str:
    """The system's dialog."""
    dialog = QFileDialog(parent, _("Save"), suggested, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.removeprefix("."))
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def file_name(chart: str, ending: str) -> str:
    """The title of a chart as a name that every system takes."""
    kept = "".join(each if each.isalnum() or each in "-" else " " for each in chart)
    return f"{' '.join(kept.split())}.{ending}"


class Saving(QObject):
    """Does it on a thread, and says in the foot of the chart what became of it."""

    def __init__(
        self, tasks: Tasks, foot: FigureFoot, name: str, ask: AskForName, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._tasks, self._foot, self._name = tasks, foot, name
        self._ask, self._over = ask, parent
        self._folder = Path.home()

    def picture(self, prepared: Prepared) -> None:
        """Ask for a name, and save the picture as its ending says."""
        path = self._named(PICTURES)
        if path is not None:
            self._run(partial(_save_picture, prepared, self._name, path), self._saved)

    def table(self, prepared: Prepared) -> None:
        """Ask for a name, and save the table as CSV."""
        path = self._named(TABLES)
        if path is not None:
            self._run(partial(_save_table, prepared, path), self._saved)

    def copy(self, prepared: Prepared, rows: Rows | None = None) -> None:
        """Let these rows of the table be pasted elsewhere; None: all of them."""
        self._run(partial(_copied, prepared, rows), self._copied)

    def _named(self, kinds: tuple[tuple[str, str], ...]) -> Path | None:
        suggested = str(self._folder / file_name(self._name, kinds[0][1]))
        told = (_("{kind} (*.{ending})").format(kind=kind, ending=end) for kind, end in kinds)
        named = self._ask(self._over, suggested, ";;".join(told))
        if not named:
            return None
        self._folder = Path(named).parent
        return Path(named)

    def _run(self, work: Callable[[Progress], object], done: Callable[[object], None]) -> None:
        self._tasks.run(work, done, self._refused, "save a chart")

    def _saved(self, path: object) -> None:
        self._foot.say(_("Saved as {path}").format(path=path))

    def _copied(self, found: object) -> None:
        text = str(found)
        QGuiApplication.clipboard().setText(text)
        rows = text.count("\n") - 1
        self._foot.say(ngettext("{n} row copied", "{n} rows copied", rows))

    def _refused(self, refusal: Refusal) -> None:
        self._foot.say(str(refusal))


def _save_picture(prepared: Prepared, name: str, path: Path, _progress: Progress) -> Path:
    from spasmlog.charts.framed import framed
    from spasmlog.charts.saving import save
    from spasmlog.charts.style import Style

    save(framed(prepared, name, Style.light(WIDTH, dpr=DPR)), path)
    return path


def _save_table(prepared: Prepared, path: Path, _progress: Progress) -> Path:
    from spasmlog.exchange.csv_table import csv_text
    from spasmlog.exchange.native import save

    save(path, csv_text(prepared.table()))
    return path


def _copied(prepared: Prepared, rows: Rows | None, _progress: Progress) -> str:
    from spasmlog.exchange.csv_table import tab_text

    table = prepared.table()
    return tab_text(table, range(len(table.rows)) if rows is None else rows)
