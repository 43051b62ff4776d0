"""One of the doctor's pages on screen: paper of a size, and its picture once there is one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.look import Look

BASE_PPI = 96.0


class Sheet(QWidget):
    """Its picture may for a while be that of another zoom; without one it is blank paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.ppi = 0.0
        """Of the picture that it has; 0 without one, or with one of pages before these."""
        self.inches = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.follow(self)

    def become(self, inches: tuple[float, float], name: str) -> None:
        """Be a page of this size on paper; it shows what it did until there is a new picture."""
        if inches != self.inches:
            self.blank()
        self.inches, self.ppi = inches, 0.0
        self.setAccessibleName(name)

    def show_picture(self, image: QImage, ppi: float) -> None:
        """Show this, drawn with so many pixels an inch."""
        self._image, self.ppi = image, ppi
        self.update()

    def blank(self) -> None:
        """Let go of the picture."""
        self._image, self.ppi = QImage(), 0.0
        self.update()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is drawn on it."""
        return self._image.isNull()

    def fit(self, zoom: float) -> None:
        """Be as large as this paper is at a zoom."""
        wide, high = (round(side * BASE_PPI * zoom) for side in self.inches)
        self.setFixedSize(QSize(wide, high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, area = painter_on(self), QRectF(self.rect())
        painter.fillRect(area, Qt.GlobalColor.white)  # paper, in the dark too
        ratio = self.devicePixelRatioF()
        off = abs(self._image.width() - area.width() * ratio)
        if off <= 1:  # pixel on pixel: nothing is as sharp
            self._image.setDevicePixelRatio(ratio)
            painter.drawImage(QPointF(0, 0), self._image)
        elif not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(area, self._image, QRectF(self._image.rect()))
        box(painter, area, line=self._look.color("line-strong"), radius=0)
        painter.end()
