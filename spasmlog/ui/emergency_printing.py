"""The emergency page on one sheet of paper, by the system's print dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import (
    QColorConstants,
    QFont,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QWidget

from spasmlog.i18n import _
from spasmlog.views.emergency_sheet import Part, Sheet, SheetLine

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

AskForPrinter = Callable[["QPrinter", QWidget], bool]

MARGIN_MM = 18.0
POINT = 96 / 72
"""Room between paragraphs is given for a screen of 96 dpi, and scaled to the printer by Qt."""
# Points and weight of the type, and points of room above it.
STYLES = {
    Part.TITLE: (24.0, QFont.Weight.Bold, 0.0),
    Part.NUMBER: (44.0, QFont.Weight.Bold, 0.0),
    Part.HEAD: (13.0, QFont.Weight.Bold, 10.0),
    Part.WORDS: (17.0, QFont.Weight.Bold, 2.0),
    Part.TEXT: (12.0, QFont.Weight.Normal, 2.0),
    Part.SMALL: (10.5, QFont.Weight.Normal, 3.0),
}
SIZES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.62, 0.55, 0.48, 0.4)
"""The type is made smaller, step by step, until all of it fits one page."""


def ask_for_printer(printer: QPrinter, parent: QWidget) -> bool:
    """The system's dialog; False when it was left."""
    from PySide6.QtPrintSupport import QPrintDialog

    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print all of this"))
    return dialog.exec() == QDialog.DialogCode.Accepted


def print_sheet(sheet: Sheet, parent: QWidget, ask: AskForPrinter = ask_for_printer) -> bool:
    """Print it, unless the dialog is left; False where the printer did not take it."""
    # Imported here: nothing but a print needs it.
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    size = QPageSize.PageSizeId.Letter if sheet.letter else QPageSize.PageSizeId.A4
    printer.setPageSize(QPageSize(size))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(_("Emergency page"))
    return _paint(sheet, printer) if ask(printer, parent) else True


def _paint(sheet: Sheet, printer: QPrinter) -> bool:
    painter = QPainter()
    if not painter.begin(printer):
        return False
    document = _fitted(sheet, printer)
    document.drawContents(painter)
    return painter.end()


def _fitted(sheet: Sheet, printer: QPrinter) -> QTextDocument:
    """The largest type in which it is one page; the least where none will do."""
    for scale in SIZES:
        document = _document(sheet, printer, scale)
        if document.pageCount() == 1:
            break
    return document


def _document(sheet: Sheet, printer: QPrinter, scale: float) -> QTextDocument:
    document = QTextDocument()
    # Without the figures of equal width of the screen, whose digits cannot be copied from a file.
    document.setDefaultFont(QFont(QGuiApplication.font().family()))
    document.documentLayout().setPaintDevice(printer)
    document.setDocumentMargin(0)
    document.setPageSize(QSizeF(printer.pageRect(printer.Unit.DevicePixel).size()))
    cursor = QTextCursor(document)
    for at, line in enumerate(sheet.lines):
        _put(cursor, line, scale, first=at == 0)
    return document


def _put(cursor: QTextCursor, line: SheetLine, scale: float, *, first: bool) -> None:
    """One paragraph as plain text: what a person typed is never markup."""
    size, weight, above = STYLES[line.part]
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above * scale * POINT)
    letters.setFontPointSize(size * scale)
    letters.setFontWeight(weight)
    letters.setForeground(QColorConstants.Black)
    if first:
        cursor.setBlockFormat(block)
    else:
        cursor.insertBlock(block)
    cursor.insertText(line.text, letters)
