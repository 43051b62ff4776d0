"""The list of pages at the left: words and icons, or icons alone where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui import icons
from spasmlog.ui.drawings import box, painter_on
from spasmlog.ui.look import Look

WIDE, NARROW, ROW, SHORT = 204, 60, 40, 3
NO_PAGES = ("emergency", "hide")
"""What lies over all pages, and shows its key."""
_CENTER = Qt.AlignmentFlag.AlignCenter
_START = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class NavButton(QAbstractButton):
    """One page: icon, word, and how many things wait there.

    With a `hint` its key stands beside the word, and below the icon where there is no word.
    """

    def __init__(
        self, look: Look, icon: str, text: str, keys: str, role: str = "text", hint: str = ""
    ) -> None:
        super().__init__()
        self._hint = hint
        self._look, self._icon, self._role = look, icon, role
        self._badge = 0
        self._narrow = False
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)
        look.follow(self)

    def set_badge(self, count: int) -> None:
        """How many things wait there; 0 shows nothing."""
        self._badge = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = NARROW - 16 if self._narrow else self._look.px(WIDE - 24)
        if not self._narrow:
            return QSize(width, self._look.px(ROW))
        high = max(ROW, self._look.px(20) + 16)  # all of them fit at 600 px, whatever the text size
        return QSize(width, high + self._hint_high())

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW - 16, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        painter = painter_on(self)
        if self.isChecked():
            box(painter, QRectF(self.rect()), fill=look.color("raised"), line=look.color("line"))
        elif self.underMouse():
            box(painter, QRectF(self.rect()), fill=look.color("sunken"))
        role = self._role if self._role != "text" or self.isChecked() else "text-quiet"
        side = look.px(20)
        drawn = icons.pixmap(self._icon, look, role, 20, self.devicePixelRatioF())
        left = (self.width() - side) // 2 if self._narrow else look.px(12)
        below = self._hint_high() if self._narrow else 0
        top = (self.height() - below - side) // 2
        painter.drawPixmap(self._mirrored(left, side), top, drawn)
        if self._hint and (below or not self._narrow):
            self._paint_hint(painter)
        if not self._narrow:
            self._paint_words(painter, role)
        if self._badge:
            self._paint_badge(painter)
        painter.end()

    def _mirrored(self, left: int, width: int) -> int:
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self.width() - left - width if rtl else left

    def _paint_words(self, painter: QPainter, role: str) -> None:
        look = self._look
        painter.setFont(look.font(14, 600 if self.isChecked() else 500))
        painter.setPen(look.color(role))
        indent = look.px(44)
        area = self.rect().adjusted(indent, 0, -look.px(8), 0)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            area = self.rect().adjusted(look.px(8), 0, -indent, 0)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, self.text())

    def _hint_high(self) -> int:
        """The room below a lone icon, for a key that is short enough to stand there."""
        fits = 0 < len(self._hint) <= SHORT
        return QFontMetrics(self._look.font(12)).height() if fits else 0

    def _paint_hint(self, painter: QPainter) -> None:
        """At the end of the line, as the key of a button; in the middle below a lone icon."""
        look = self._look
        painter.setFont(look.font(12))
        painter.setPen(look.color("text-quiet" if self._role == "text" else self._role))
        if self._narrow:
            area = self.rect().adjusted(0, 0, 0, -look.px(4))
            side = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        else:
            area = self.rect().adjusted(look.px(2), 0, -look.px(2), 0)  # the words take the rest
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
                side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, side, self._hint)

    def _paint_badge(self, painter: QPainter) -> None:
        look = self._look
        side = look.px(20)
        if self._narrow:
            dot = QRectF(self._mirrored(self.width() - 13, 9), 4, 9, 9)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.color("routine"))
            painter.drawEllipse(dot)
            return
        left = self._mirrored(self.width() - side - look.px(12), side)
        spot = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("routine-soft"))
        painter.drawEllipse(spot)
        painter.setPen(look.color("routine"))
        painter.setFont(look.font(12, 600))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(self._badge))


class Mark(QLabel):
    """The program's own mark."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._side = 24
        look.changed.connect(self._draw)
        self._draw()

    def set_side(self, side: int) -> None:
        """How large it is, in design pixels."""
        self._side = side
        self._draw()

    def _draw(self) -> None:
        drawn = icons.pixmap("mark", self._look, "text", self._side, self.devicePixelRatioF())
        self.setPixmap(drawn)


class Sidebar(QFrame):
    """Pages above, help and settings below; one is current."""

    chosen = Signal(str)

    def __init__(self, look: Look, items: tuple[tuple[str, str, str, str], ...]) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "sidebar")
        self.setAccessibleName(_("Pages"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 20, 12, 12)
        self._column.setSpacing(2)
        self._buttons: dict[str, NavButton] = {}
        self._head = QWidget()
        self._name = QLabel("SpasmLog")
        self._fill_head()
        for name, icon, text, keys in items:
            if name == "emergency":
                self._column.addStretch(1)
            self._add(name, icon, text, keys)
        self._narrow = False
        look.changed.connect(self._fit)
        self._fit()

    def _fill_head(self) -> None:
        self._head_row = row = QHBoxLayout(self._head)
        row.setSpacing(10)
        self._mark = Mark(self._look)
        row.addWidget(self._mark)
        self._name.setProperty("role", "lead-strong")
        row.addWidget(self._name, 1)
        self._column.addWidget(self._head)

    def _add(self, name: str, icon: str, text: str, keys: str) -> None:
        role = "emergency" if name == "emergency" else "text"
        hint = keys if name in NO_PAGES else ""
        button = NavButton(self._look, icon, text, keys, role, hint)
        button.setCheckable(name not in NO_PAGES)
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._buttons[name] = button
        self._column.addWidget(button)

    def button(self, name: str) -> NavButton:
        """The button of a page."""
        return self._buttons[name]

    def button_of(self, name: str) -> NavButton | None:
        """The button of a page, or None: not every page has one."""
        return self._buttons.get(name)

    def set_current(self, name: str) -> None:
        """Mark the page that is shown."""
        for each, button in self._buttons.items():
            if button.isCheckable():
                button.setChecked(each == name)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or words too."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._fit()

    def _fit(self) -> None:
        self._name.setVisible(not self._narrow)
        self._mark.set_side(20 if self._narrow else 24)
        self._mark.setAlignment(_CENTER if self._narrow else _START)
        self._head_row.setContentsMargins(0 if self._narrow else 12, 0, 0, 12)
        margins = (8, 20, 8, 12) if self._narrow else (12, 20, 12, 12)
        self._column.setContentsMargins(*margins)
        for button in self._buttons.values():
            button.set_narrow(self._narrow)
        self.setFixedWidth(NARROW if self._narrow else self._look.px(WIDE))
