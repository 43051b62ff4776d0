"""A page for the printer in bands: each holds up the window only for a moment."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter

LEAST, MOST = 60, 240
ALIKE = 16
"""In lines of pixels. A seam lies amid lines that are alike, so that a program which shows the
bands at another size, each rounded to its own pixels, cuts no letter."""


def in_grey(drawn: QImage) -> QImage:
    """The same page in greys."""
    grey = QImage(drawn.size(), QImage.Format.Format_Grayscale8)
    painter = QPainter(grey)
    for top in range(0, drawn.height(), LEAST):
        painter.drawImage(QPoint(0, top), drawn, QRect(0, top, drawn.width(), LEAST))
    painter.end()
    return grey


def bands(grey: QImage) -> Iterator[QRect]:
    """The whole of a page in greys, from top to bottom."""
    begin = 0
    for end in (*_seams(grey), grey.height()):
        yield QRect(0, begin, grey.width(), end - begin)
        begin = end


def _seams(grey: QImage) -> Iterator[int]:
    pixels, step, wide = memoryview(grey.constBits()), grey.bytesPerLine(), grey.width()
    begin = alike = 0
    before = pixels[:wide]
    for at in range(1, grey.height()):
        line = pixels[at * step : at * step + wide]
        alike = alike + 1 if line == before else 0
        before = line
        seam = at - ALIKE // 2 if alike >= ALIKE else at
        if seam - begin >= MOST or (alike >= ALIKE and seam - begin >= LEAST):
            yield seam
            begin = seam
