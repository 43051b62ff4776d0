"""The window's frame: sidebar, header with the dock, one scrolled place for each page."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.dock import Dock
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page
from spasmlog.ui.sidebar import Sidebar

MARGIN, GUTTER, CONTENT = 28, 16, 1120
RAIL_BELOW = 1080
RAIL_FROM_SCALE = 1.5


class Frame(QWidget):
    """Everything around a page."""

    def __init__(self, look: Look, items: tuple[tuple[str, str, str, str], ...]) -> None:
        super().__init__()
        self._look = look
        self.sidebar = Sidebar(look, items)
        self.back = Button("", look, "flat", icon="chevron-left", name=_("Back"))
        self.back.hide()
        self.title = QLabel()
        self.title.setProperty("role", "page")
        self.note = QLabel()
        self.note.setProperty("role", "lead")
        self.dock = Dock(look)
        self.places = QStackedWidget()
        self._areas: dict[str, QScrollArea] = {}
        self._taken = self._foot = 0
        self._lay_out()
        look.changed.connect(self._fit)

    def _lay_out(self) -> None:
        self.header = QWidget()
        row = QHBoxLayout(self.header)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER)
        row.addWidget(self.back)
        row.addWidget(self.title)
        row.addWidget(self.note, 1)
        row.addWidget(self.dock)
        self.header.setMinimumHeight(self._look.px(44))
        self.body = QWidget()
        column = QVBoxLayout(self.body)
        column.setContentsMargins(MARGIN, 16, MARGIN, 0)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.places, 1)
        line = QFrame()
        line.setProperty("role", "upright")
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.sidebar)
        whole.addWidget(line)
        whole.addWidget(self.body, 1)

    def add(self, name: str, page: QWidget) -> None:
        """Give a page its place."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder = QWidget()
        holder.setProperty("role", "page")
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 20)
        page.setMaximumWidth(max(CONTENT, self._look.px(CONTENT)))
        row.addWidget(page)
        area.setWidget(holder)
        area.verticalScrollBar().valueChanged.connect(self._clear_foot)
        self._areas[name] = area
        self.places.addWidget(area)

    def has(self, name: str) -> bool:
        """Whether a page has its place already."""
        return name in self._areas

    def show_place(self, name: str, title: str) -> None:
        """Bring a page to the front."""
        area, focus = self._areas[name], QApplication.focusWidget()
        turns = self.places.currentWidget() is not area
        self.places.setCurrentWidget(area)
        if turns and self._leaves(focus, name):
            area.setFocus()  # the next Tab leads to the first control of the page
        self.title.setText(title)
        self.note.setText("")
        self.sidebar.set_current(name)
        self.dock.setVisible(name != "today")

    def _leaves(self, focus: QWidget | None, name: str) -> bool:
        """Whether the keyboard is to go along to a page: from all but what asked for it."""
        if focus is None or focus is self or self.body.isAncestorOf(focus):
            return True
        return self.sidebar.isAncestorOf(focus) and focus is not self.sidebar.button_of(name)

    def offer_back(self, title: str) -> None:
        """Offer the way back to a page of this title; an empty one: no way back."""
        words = _("Back to {page} (Alt+Left)").format(page=title)
        self.back.setToolTip(words)
        self.back.setAccessibleName(words)
        self.back.setVisible(bool(title))

    def reveal(self, page: Page, child: QWidget) -> None:
        """Scroll so that a part of a page is seen."""
        for area in self._areas.values():
            if area.isAncestorOf(page):
                area.ensureWidgetVisible(child)

    def leave_free(self, high: int) -> None:
        """Something stands on so many pixels of the foot: what it covers can be scrolled free.

        Only where that cannot be does the page end above it: to lay out a long page takes a while.
        """
        self._taken = high
        self._clear_foot()

    def _clear_foot(self) -> None:
        area, layout = self.places.currentWidget(), self.body.layout()
        foot = self._taken + GUTTER if self._taken and (self._foot or self._covered()) else 0
        if foot == self._foot or layout is None or not isinstance(area, QScrollArea):
            return
        bar = area.verticalScrollBar()
        at_the_end = 0 < bar.maximum() == bar.value()
        self._foot = foot
        self._fit()
        layout.activate()
        if at_the_end:
            bar.setValue(bar.maximum())

    def _covered(self) -> bool:
        """Whether at the end of the page something to be used lies where the foot is taken."""
        area = self.places.currentWidget()
        if not isinstance(area, QScrollArea):
            return False
        bar, top = area.verticalScrollBar(), self.body.height() - self._taken
        below = (
            each.mapTo(self.body, QPoint(0, each.height())).y() > top
            for each in area.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        )
        return bar.value() == bar.maximum() and any(below)

    def sizeHint(self) -> QSize:
        return QSize(1280, 800)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        narrow = self.width() < RAIL_BELOW or self._look.scale >= RAIL_FROM_SCALE
        self.sidebar.set_narrow(narrow)
        margin = 20 if narrow else MARGIN
        layout = self.body.layout()
        if layout is not None:
            layout.setContentsMargins(margin, 16, margin, self._foot)
