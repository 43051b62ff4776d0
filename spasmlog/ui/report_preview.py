"""The preview of the doctor's pages: sheets as the engine draws them, nearer or farther."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

BASE_PPI = 96.0
STEPS = (0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0)
MARGIN, GAP = 20, 16
LEAST_HIGH = 420
FIRST_GUESS = 0.8
"""The zoom before the width of a sheet is known."""


class Sheet(QWidget):
    """One page; its picture may still be one of another zoom."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image = QImage()
        self.inches = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.follow(self)

    def show_page(self, image: QImage, inches: float, name: str) -> None:
        """Show this picture of a page that is so wide on paper."""
        self._image, self.inches = image, inches
        self.setAccessibleName(name)
        self.update()

    def fit(self, zoom: float) -> None:
        """Be as large as paper of this width is at a zoom."""
        wide = round(self.inches * BASE_PPI * zoom)
        ratio = self._image.height() / max(self._image.width(), 1)
        self.setFixedSize(QSize(wide, round(wide * ratio)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        box(painter, QRectF(self.rect()), line=self._look.color("line-strong"), radius=0)
        painter.end()


class Preview(QFrame):
    """All pages in a column, and beneath them how near they are shown."""

    sharper = Signal()
    """The zoom has changed: pictures of another size are needed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "card")
        self.sheets: list[Sheet] = []
        self._zoom: float | None = None
        self.pages = QWidget()
        self.pages.setProperty("role", "page")
        self._column = QVBoxLayout(self.pages)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self.area = QScrollArea()
        self.area.setWidget(self.pages)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(_("Preview of the pages"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.said = label("", "quiet", wrap=True)
        self.farther = Button("", look, icon="minus", name=_("Smaller"))
        self.nearer = Button("", look, icon="plus", name=_("Larger"))
        self.percent = label("", "quiet")
        self.whole = Button(_("Fit"), look, name=_("Fit the width"))
        self._lay_out()
        self.farther.clicked.connect(lambda: self._step(-1))
        self.nearer.clicked.connect(lambda: self._step(1))
        self.whole.clicked.connect(lambda: self._set_zoom(None))
        self._show_zoom()

    @property
    def zoom(self) -> float:
        """How large paper is shown; without a choice, so that a sheet fills the width."""
        return self._zoom or self._fitting()

    @property
    def ppi(self) -> float:
        """How many pixels an inch of paper has on this screen."""
        return BASE_PPI * self.zoom * self.devicePixelRatioF()

    def show_pages(self, images: Sequence[QImage], ppi: float, text: str) -> None:
        """Show these pictures, drawn with so many pixels an inch; `text` is all that they say."""
        while len(self.sheets) < len(images):
            sheet = Sheet(self._look)
            self.sheets.append(sheet)
            self._column.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        for at, sheet in enumerate(self.sheets):
            sheet.setVisible(at < len(images))
        for at, (sheet, image) in enumerate(zip(self.sheets, images, strict=False)):
            name = _("Page {n} of {count}").format(n=at + 1, count=len(images))
            sheet.show_page(image, image.width() / ppi, name)
        self.area.setAccessibleDescription(text)
        self._show_zoom()

    def say(self, text: str) -> None:
        """What is under way, or how many pages there are."""
        self.said.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        before = [sheet.width() for sheet in self.sheets]
        self._show_zoom()
        if self._zoom is None and before != [sheet.width() for sheet in self.sheets]:
            self.sharper.emit()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 0, 12, 10)
        foot.setSpacing(8)
        foot.addWidget(self.said, 1)
        for widget in (self.farther, self.percent, self.nearer, self.whole):
            foot.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(8)
        column.addWidget(self.area, 1)
        column.addLayout(foot)
        self.area.setMinimumHeight(LEAST_HIGH)

    def _fitting(self) -> float:
        inches = max((sheet.inches for sheet in self.sheets), default=0.0)
        if not inches:
            return FIRST_GUESS
        bar = self.area.verticalScrollBar().sizeHint().width()
        room = self.area.width() - 2 * MARGIN - bar
        return min(max(room / (inches * BASE_PPI), STEPS[0] / 2), STEPS[-1])

    def _step(self, way: int) -> None:
        now = self.zoom
        onward = [each for each in STEPS[::way] if (each - now) * way > 0.005]
        if onward:
            self._set_zoom(onward[0])

    def _set_zoom(self, zoom: float | None) -> None:
        self._zoom = zoom
        self._show_zoom()
        self.sharper.emit()

    def _show_zoom(self) -> None:
        zoom = self.zoom
        for sheet in self.sheets:
            sheet.fit(zoom)
        self.percent.setText(_("{n} %").format(n=round(zoom * 100)))
        self.farther.setEnabled(zoom > STEPS[0] + 0.005)
        self.nearer.setEnabled(zoom < STEPS[-1] - 0.005)
