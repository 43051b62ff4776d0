"""The quick bar as it looks: tiles, line, chips and keys, or the message that it turns into."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import (
    QBitmap,
    QCursor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.editor_bars import announce
from spasmlog.ui.focus_ring import FocusRing
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.quick_hints import Hints
from spasmlog.ui.quick_pieces import Pieces
from spasmlog.ui.quick_strip import QuickStrip
from spasmlog.ui.quick_told import Earlier, Told
from spasmlog.views.quick_bar import BarView

ROUND = 12
"""The radius of its corners, as the style sheet has it over the pages."""
WIDE, MARGIN, SIDE, GAP, LEAST_HIGH = 656, 16, 14, 10, 480


class QuickFrame(QFrame):
    """Shows what it is given, as high as that is; its line stays where it is on the screen."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        if parent is None:  # over the windows of other programs
            flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
            self.setWindowFlags(flags | Qt.WindowType.WindowStaysOnTopHint)
            self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # round corners
            FocusRing(look, self)
        self._look = look
        self._view = BarView(meaning="")
        self._telling = False
        self.setWindowTitle(_("SpasmLog, quick bar"))
        self._make()
        self._lay_out()
        look.changed.connect(self._dress)

    def show_line(self, view: BarView) -> None:
        """Show what a line says."""
        self._view = view
        self.strip.set_value(view.level)
        self.chips.show_view(view)
        self.hints.show_view(view)
        self.say_problem("")

    def say_problem(self, text: str) -> None:
        """Say why nothing is saved, in place of what would be; empty where nothing is wrong."""
        self.problem.setText(text)
        if text:
            announce(self.problem, text)
        self._arrange()

    def place(self) -> None:
        """As wide as it may be where it is to appear."""
        room = self._room()
        self.resize(min(self._look.px(WIDE), room.width() - 2 * MARGIN), self.height())
        self._arrange()

    def show_telling(self, *, telling: bool) -> None:
        """Turn into the message, or back into the line."""
        self._telling = telling
        role = "toast" if telling else "bar"
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A window of its own has no ground but what it paints itself."""
        if not self.isWindow():
            super().paintEvent(event)
            return
        look, painter = self._look, painter_on(self)
        fill = look.color("text" if self._telling else "surface")
        line = None if self._telling else look.color("line-strong")
        width = look.theme.border
        box(painter, QRectF(self.rect()), fill=fill, line=line, radius=ROUND, width=width)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Under X nothing may shine through windows: there its corners are cut off as well."""
        super().resizeEvent(event)
        if self.isWindow() and QGuiApplication.platformName() == "xcb":
            shape = QBitmap(self.size())
            shape.clear()
            painter = QPainter(shape)
            painter.setBrush(Qt.GlobalColor.color1)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), ROUND, ROUND)
            painter.end()
            self.setMask(shape)

    def _room(self) -> QRect:
        over = self.parentWidget()
        if over is not None:
            return over.rect()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        return screen.availableGeometry()

    def _make(self) -> None:
        look = self._look
        self.strip = QuickStrip(look)
        self.line = QLineEdit()
        self.line.setProperty("role", "bar")
        self.line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # its own border is its ring
        self.line.setAccessibleName(_("What happened"))
        self.line.setPlaceholderText(_("Press a number, or type what happened"))
        self.chips = Pieces(look)
        self.earlier = Earlier(look)
        self.problem = label("", "prompt", wrap=True)
        self.hints = Hints(look)
        self.meaning = self.hints.meaning
        self.done = Told(look)
        self.told, self.undo = self.done.words, self.done.undo

    def _lay_out(self) -> None:
        self._dress()
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 12, SIDE, 12)
        column.setSpacing(GAP)
        shown = (self.strip, self.line, self.earlier, self.chips, self.problem, self.hints)
        for each in (*shown, self.done):
            column.addWidget(each)

    def _dress(self) -> None:
        """As large as the text is now."""
        self.line.setFont(self._look.font(18))

    def _arrange(self) -> None:
        """Show what belongs there now: tiles as long as they say all that is typed."""
        talks, view = not self._telling, self._view
        spoken = view.level is not None and (len(view.chips) > 1 or bool(view.problem))
        low = self._room().height() < self._look.px(LEAST_HIGH)
        self.strip.setVisible(talks and not spoken and not low)
        for each in (self.line, self.hints):
            each.setVisible(talks)
        self.earlier.setVisible(talks and bool(self.earlier.words.text()))
        self.chips.setVisible(talks and bool(self.chips.widgets))
        self.problem.setVisible(talks and bool(self.problem.text()))
        self.meaning.setVisible(not self.problem.text())
        self.hints.settle(self.width() - 2 * SIDE)
        self.done.setVisible(not talks)
        self._fit(0 if low or self.strip.isVisibleTo(self) else self.strip.height() + GAP)

    def _fit(self, lower: int) -> None:
        """As high as what is in it, within its room; the line stays where it is on the screen."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.setFixedHeight(max(layout.totalHeightForWidth(self.width()), 1))
        room = self._room()
        down = room.height() // 6 + lower
        down = max(min(down, room.height() - self.height() - MARGIN), MARGIN)
        self.move(room.center().x() - self.width() // 2, room.top() + down)
