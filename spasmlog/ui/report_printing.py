"""The doctor's pages on paper: the system's dialog, then page by page on a thread."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from spasmlog.errors import NotSaved, Refusal
from spasmlog.i18n import _
from spasmlog.ui.report_bands import bands, in_grey
from spasmlog.ui.report_making import Made, Wanted, picture, ready
from spasmlog.ui.tasks import Progress, Stopped, Task, Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PPI = 600
"""As fine as printers print; a printer that is coarser gets as much as it can show."""
SIZES = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}

AskForPrinter = Callable[["QPrinter", QWidget], bool]


def ask_for_printer(printer: QPrinter, parent: QWidget) -> bool:
    """The system's dialog; False when it was left."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print the pages"))
    return dialog.exec() == QDialog.DialogCode.Accepted


class Printing(QObject):
    """One print at a time, with how far it is, and a way to stop it."""

    went_on = Signal(int, int)
    done = Signal(int)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget, ask: AskForPrinter) -> None:
        super().__init__(parent)
        self._tasks, self._over, self._ask = tasks, parent, ask
        self._task: Task | None = None

    @property
    def is_busy(self) -> bool:
        """Whether pages are on their way."""
        return self._task is not None

    def begin(self, wanted: Wanted, made: Made | None) -> bool:
        """Ask for a printer and print; False where the dialog was left."""
        printer = printer_for(wanted.paper)
        if not self._ask(printer, self._over):
            return False
        work = partial(print_pages, wanted=wanted, made=made, printer=printer)
        self._task = self._tasks.run(work, self.done.emit, self.failed.emit, "print")
        self._task.progressed.connect(self.went_on)
        self._task.ended.connect(self._ended)
        return True

    def stop(self) -> None:
        """Print no further page."""
        if self._task is not None:
            self._task.cancel()

    def _ended(self) -> None:
        self._task = None
        self.ended.emit()


def printer_for(paper: str) -> QPrinter:
    """A printer set to this paper, without margins: the pages have their own."""
    # Imported here: nothing but a print needs it.
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(SIZES[paper]))
    printer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(_("Back spasm summary"))
    return printer


def print_pages(progress: Progress, wanted: Wanted, made: Made | None, printer: QPrinter) -> int:
    """On a thread: page after page, of which only one is in memory; returns how many."""
    whole = ready(wanted, made)
    pages = _asked_for(printer, len(whole.sizes))
    progress.check()
    if _is_file(printer) and len(pages) == len(whole.sizes):
        from spasmlog.report.pdf import save_pdf

        save_pdf(Path(printer.outputFileName()), whole.pdf)
    else:
        _print(progress, whole, pages, printer)
    return len(pages)


def _is_file(printer: QPrinter) -> bool:
    """Whether it is printed to a PDF: then the pages themselves are better than their pictures."""
    return printer.outputFormat() is printer.OutputFormat.PdfFormat


def _print(progress: Progress, whole: Made, pages: range, printer: QPrinter) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise NotSaved(_("The printer did not take the pages."), _("Try another printer."))
    try:
        for number, at in enumerate(pages):
            progress.tell(number + 1, len(pages))
            if number and not printer.newPage():
                raise NotSaved(_("The printer did not take the pages."), _("Try again."))
            _paint(painter, printer, whole, at)
        progress.check()
    except (Refusal, Stopped):
        printer.abort()
        raise
    finally:
        painter.end()


def _asked_for(printer: QPrinter, count: int) -> range:
    """The pages that the dialog was told to print: all, unless some were named."""
    first, last = printer.fromPage() or 1, printer.toPage() or count
    asked = range(first - 1, min(last, count))
    if not asked:
        raise NotSaved(_("There is no page of that number."))
    return asked


def _paint(painter: QPainter, printer: QPrinter, made: Made, at: int) -> None:
    """One page in true size, in greys; in bands, because each holds up the window a little."""
    ppi = min(PPI, printer.resolution())
    drawn = in_grey(picture(made, at, ppi))
    unit = printer.resolution() / ppi
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for band in bands(drawn):
        area = QRectF(0, band.top() * unit, band.width() * unit, band.height() * unit)
        painter.drawImage(area, drawn.copy(band))
