"""The calendar's card: the month and the ways to another one."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import PAD_ACROSS, PAD_DOWN, Card
from spasmlog.ui.choice import Choice
from spasmlog.ui.day_tile import ROOM
from spasmlog.ui.drawings import CENTER, box, hatch, painter_on
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.month_view import MonthView
from spasmlog.views.month import CLEAR, UNKNOWN, Month, in_month

FOUND = "found"
"""The state of a day that holds something of what is looked for."""


class _Swatch(QWidget):
    """What a state of a day looks like, for the key below the calendar."""

    def __init__(self, look: Look, state: str) -> None:
        super().__init__()
        self._look, self._state = look, state
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.follow(self)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(20), self._look.px(18))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter, area = self._look, painter_on(self), QRectF(self.rect())
        if self._state == CLEAR:
            box(painter, area, fill=look.color("pain-0"), line=look.color("ramp-line"), radius=4)
            painter.setFont(look.font(12, 600))
            painter.setPen(look.color("pain-text-0"))
            painter.drawText(area, CENTER, "0")
        elif self._state == FOUND:
            side = look.px(6)
            dot = QRectF(0, 0, side, side)
            dot.moveCenter(area.center())
            box(painter, area, fill=look.color("raised"), line=look.color("line"), radius=4)
            box(painter, dot, fill=look.color("text"), radius=side / 2)
        else:
            brush = hatch(look, 5, self.devicePixelRatioF())
            box(painter, area, fill=brush, line=look.color("line"), radius=4)
        painter.end()


class MonthCard(Card):
    """Title, arrows, the days, a key, "Today" and a year."""

    chosen = Signal(object)
    """The date that is wanted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._day = self._today = date.min
        self._years: tuple[int, ...] = ()
        self.heading = label("", "card-title")
        self.before = Button("", look, "flat", icon="chevron-left", name=_("Month before"))
        self.after = Button("", look, "flat", icon="chevron-right", name=_("Month after"))
        self.before.setToolTip(_("Month before (PgUp; a year with Ctrl)"))
        self.after.setToolTip(_("Month after (PgDn; a year with Ctrl)"))
        self.month = MonthView(look)
        self.today = Button(_("Today"), look)
        self.year = Choice(look, _("Year"))
        self._lay_out(look)
        self._turn()
        self.before.clicked.connect(lambda: self.chosen.emit(in_month(self._day, -1)))
        self.after.clicked.connect(lambda: self.chosen.emit(in_month(self._day, 1)))
        self.today.clicked.connect(lambda: self.chosen.emit(self._today))
        self.year.activated.connect(self._jump)
        self.month.chosen.connect(self.chosen)

    def show_month(self, month: Month, day: date, marked: frozenset[date] = frozenset()) -> None:
        """Show a month, one day of it chosen; `marked` are the days that hold what was found."""
        self._day, self._today = day, month.today
        self.heading.setText(month.title)
        self.setAccessibleName(month.title)
        self.month.show_month(month, day, marked)
        self.found.setVisible(bool(marked))
        if month.years != self._years:
            self._years = month.years
            self.year.clear()
            self.year.addItems([str(each) for each in month.years])
        self.year.setCurrentIndex(month.years.index(day.year))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def _turn(self) -> None:
        """The arrows point the way that the page is read."""
        icons = ("chevron-left", "chevron-right")
        before, after = reversed(icons) if self.isRightToLeft() else icons
        self.before.set_icon(before)
        self.after.set_icon(after)

    def _lay_out(self, look: Look) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.setContentsMargins(ROOM, 0, ROOM, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.before)
        head.addWidget(self.after)
        self.found = _keyed(_Swatch(look, FOUND), _("found here"))
        key = Flow(
            (
                _keyed(_Swatch(look, CLEAR), _("no pain, logged")),
                _keyed(_Swatch(look, UNKNOWN), _("no entry of pain")),
            ),
            gap=14,
        )
        self.found.hide()
        foot = QVBoxLayout()
        foot.setContentsMargins(ROOM, 0, ROOM, 0)
        foot.setSpacing(10)
        foot.addWidget(key)
        foot.addWidget(Flow((self.today, self.year, self.found)))
        # The rings of the first and last column reach into the margin of the card.
        self.body.setContentsMargins(PAD_ACROSS - ROOM, PAD_DOWN, PAD_ACROSS - ROOM, PAD_DOWN)
        self.body.addLayout(head)
        self.body.addWidget(self.month)
        self.body.addLayout(foot)

    def _jump(self, at: int) -> None:
        years = self._years[at] - self._day.year
        self.chosen.emit(in_month(self._day, 12 * years))


def _keyed(swatch: QWidget, words: str) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(swatch)
    row.addWidget(label(words, "caption"))
    return pair
