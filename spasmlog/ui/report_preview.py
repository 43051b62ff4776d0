"""The preview of the doctor's pages: sheets in a column, nearer or farther, drawn where seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.report_sheet import BASE_PPI, Sheet

STEPS = (0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0)
SHARPEST = 400.0
"""Pixels an inch: nearer than that a picture is enlarged, not drawn anew."""
MARGIN, GAP = 20, 16
LEAST_HIGH = 300
OVERLAP = 0.1
"""Of what was seen, so much is still seen after a step of a screen."""


class PagesArea(QScrollArea):
    """Page Up and Page Down go by the screen, but never past the top of a page."""

    stepped = Signal(int)
    zoomed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(way)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)


class Preview(QFrame):
    """All pages in a column, and beneath them how near they are shown."""

    needed = Signal()
    """Other pages are seen, or they are seen nearer: pictures may be lacking."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "card")
        self.sheets: list[Sheet] = []
        self._count = 0
        self._zoom: float | None = None
        self._inches = 0.0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._look_again)
        self.pages = QWidget()
        self.pages.setProperty("role", "page")
        self._column = QVBoxLayout(self.pages)
        self._column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self.area = PagesArea()
        self.said = label("", "quiet", wrap=True)
        self.farther = Button("", look, icon="minus", name=_("Smaller (Ctrl+-)"))
        self.nearer = Button("", look, icon="plus", name=_("Larger (Ctrl++)"))
        self.percent = label("", "quiet")
        self.whole = Button(_("Fit"), look, name=_("Fit the width (Ctrl+0)"))
        self._lay_out()
        self._connect()

    @property
    def zoom(self) -> float:
        """How large paper is shown; without a choice, so that a sheet fills the width."""
        return self._zoom or self._fitting()

    @property
    def ppi(self) -> float:
        """How many pixels an inch of paper has on this screen, where that is not too many."""
        return min(BASE_PPI * self.zoom * self.devicePixelRatioF(), SHARPEST)

    def expect(self, inches: float) -> None:
        """Pages of this width are going to come."""
        if abs(inches - self._inches) > 0.01:
            self._inches = inches
            self._show_zoom()

    def seen(self) -> tuple[int, ...]:
        """The pages that are seen; before there are any, the first."""
        top = self.area.verticalScrollBar().value()
        bottom = top + self.area.viewport().height()
        return tuple(
            at
            for at, sheet in enumerate(self.sheets[: self._count])
            if sheet.y() <= bottom and sheet.y() + sheet.height() >= top
        ) or (0,)

    def lacking(self) -> tuple[int, ...]:
        """The pages that are seen without a picture as sharp as it can be, then their neighbours.

        Pages farther away let go of theirs.
        """
        seen = self.seen()
        near = [at for at in (seen[-1] + 1, seen[0] - 1) if 0 <= at < self._count]
        for at, sheet in enumerate(self.sheets):
            if at not in seen and at not in near:
                sheet.blank()
        wanted = (*seen, *near) if self._count else ()
        return tuple(at for at in wanted if self.sheets[at].ppi != self.ppi)

    def show_pages(
        self, sizes: Sequence[tuple[float, float]], pictures: Mapping[int, QImage], ppi: float
    ) -> None:
        """Show pages of these sizes in inches, of which some have a picture already."""
        while len(self.sheets) < len(sizes):
            sheet = Sheet(self._look)
            self.sheets.append(sheet)
            self._column.insertWidget(len(self.sheets) - 1, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._count, self._inches = len(sizes), max(wide for wide, _high in sizes)
        for at, sheet in enumerate(self.sheets):
            sheet.setVisible(at < self._count)
            if at < self._count:
                name = _("Page {n} of {count}").format(n=at + 1, count=self._count)
                sheet.become(sizes[at], name)
            if at in pictures:
                sheet.show_picture(pictures[at], ppi)
        self._show_zoom()

    def show_picture(self, at: int, image: QImage, ppi: float) -> None:
        """Show this on one page."""
        self.sheets[at].show_picture(image, ppi)

    def describe(self, text: str) -> None:
        """All that the pages say, for those who do not see them."""
        self.area.setAccessibleDescription(text)

    def say(self, text: str) -> None:
        """What is under way, or how many pages there are."""
        self.said.setText(text)

    def step(self, way: int) -> None:
        """Nearer or farther by one step."""
        now = self.zoom
        onward = [each for each in STEPS[::way] if (each - now) * way > 0.005]
        if onward:
            self.set_zoom(onward[0])

    def set_zoom(self, zoom: float | None) -> None:
        """Show paper so large, or as wide as there is room; the same place stays in view."""
        bar = self.area.verticalScrollBar()
        share = bar.value() / max(bar.maximum() + bar.pageStep(), 1)
        self._zoom = zoom
        self._show_zoom()
        self.pages.adjustSize()
        bar.setValue(round(share * (bar.maximum() + bar.pageStep())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_zoom()

    def _connect(self) -> None:
        self.farther.clicked.connect(lambda: self.step(-1))
        self.nearer.clicked.connect(lambda: self.step(1))
        self.whole.clicked.connect(lambda: self.set_zoom(None))
        self.area.stepped.connect(self._turn)
        self.area.zoomed.connect(self.step)
        bar = self.area.verticalScrollBar()
        bar.valueChanged.connect(lambda _value: self._soon.start())
        bar.rangeChanged.connect(lambda _least, _most: self._soon.start())
        self._show_zoom()

    def _lay_out(self) -> None:
        self.area.setWidget(self.pages)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(_("Preview of the pages"))
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setMinimumHeight(LEAST_HIGH)
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

    def _look_again(self) -> None:
        if self.isVisible():
            self.needed.emit()

    def _turn(self, way: int) -> None:
        """A screen on or back, but not past the top of a page."""
        bar = self.area.verticalScrollBar()
        now = bar.value()
        goal = now + way * round(self.area.viewport().height() * (1 - OVERLAP))
        tops = [sheet.y() - GAP for sheet in self.sheets[: self._count]]
        between = [top for top in tops if min(now, goal) < top < max(now, goal)]
        if between:
            goal = between[0] if way > 0 else between[-1]
        bar.setValue(goal)

    def _fitting(self) -> float:
        if not self._inches:
            return STEPS[3]
        bar = self.area.verticalScrollBar().sizeHint().width()
        room = self.area.width() - 2 * MARGIN - bar
        return min(max(room / (self._inches * BASE_PPI), STEPS[0]), STEPS[-2])

    def _show_zoom(self) -> None:
        zoom = self.zoom
        for sheet in self.sheets[: self._count]:
            sheet.fit(zoom)
        self.percent.setText(_("{n} %").format(n=round(zoom * 100)))
        self.farther.setEnabled(zoom > STEPS[0] + 0.005)
        self.nearer.setEnabled(zoom < STEPS[-1] - 0.005)
        self._soon.start()
