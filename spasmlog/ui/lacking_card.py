"""The rules that could not be decided: what each lacks, and how far the entries reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.cards import Card, Tag
from spasmlog.ui.day_links import DayLinks
from spasmlog.ui.drawings import box, hatch, painter_on
from spasmlog.ui.fold_list import FoldList
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place

if TYPE_CHECKING:
    from datetime import date

    from spasmlog.views.signals import Bar, Lacking

HIGH, OVER = 12, 4
"""The bar, and how far the mark of what is needed reaches beyond it."""
MOST = 2
"""So many rules stand there in full at first, those that lack least."""


class _Bar(QWidget):
    """Logged days filled, the rest hatched, and a mark at what is needed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._logged = self._needed = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self)

    def show_shares(self, logged: float, needed: float) -> None:
        """Shares of the whole, 0 to 1."""
        self._logged, self._needed = logged, needed
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(120), self._look.px(HIGH) + 2 * OVER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = self._look, painter_on(self)
        area = QRectF(self.rect()).adjusted(0, OVER, 0, -OVER)
        edge = look.color("line-strong")
        brush = hatch(look, 5, self.devicePixelRatioF())
        box(painter, area, fill=brush, line=edge, radius=4, width=look.theme.border)
        corners = QPainterPath()
        corners.addRoundedRect(area, 4, 4)
        painter.setClipPath(corners)
        painter.fillRect(self._from_start(area, self._logged), look.color("text-quiet"))
        painter.setClipping(False)
        done = self._from_start(area, self._needed)
        mark = done.left() if self.isRightToLeft() else done.right()
        mark = min(max(mark, 1.0), self.width() - 1.0)
        painter.fillRect(QRectF(mark - 1, 0, 2, self.height()), look.color("text"))
        painter.end()

    def _from_start(self, area: QRectF, share: float) -> QRectF:
        wide = area.width() * min(share, 1.0)
        left = area.right() - wide if self.isRightToLeft() else area.left()
        return QRectF(left, area.top(), wide, area.height())


class ProgressBar(QWidget):
    """The bar with its words below; it is read as one thing."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._bar = _Bar(look)
        self.begin = label("", "caption")
        self.end = label("", "caption", wrap=True)
        self.end.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        row = QHBoxLayout()
        row.addWidget(self.begin)
        row.addWidget(self.end, 1)
        column.addLayout(row)

    def show_progress(self, told: Bar) -> None:
        """Show this."""
        self._bar.show_shares(told.have, told.needed)
        self.begin.setText(told.begin)
        self.end.setText(told.end)
        self.setAccessibleName(f"{told.begin}, {told.end}")


class LackingPart(QWidget):
    """One rule, not decided either way."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.title = label("", "strong", wrap=True)
        self.missing = label("", "quiet", wrap=True)
        self.basis = label("", "caption", wrap=True)
        self.bar: ProgressBar | None = None
        self.days: DayLinks | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for part in (self.title, self.missing, self.basis):
            self._column.addWidget(part)

    def show_lacking(self, told: Lacking) -> None:
        """Show this rule; a bar and days to look at are made where there are any."""
        self.title.setText(told.title)
        self.missing.setText(told.missing)
        self.basis.setText(told.basis)
        if told.bar is not None and self.bar is None:
            self.bar = ProgressBar(self._look)
            self._column.insertWidget(2, self.bar)
        if self.bar is not None:
            self.bar.setVisible(told.bar is not None)
        if self.bar is not None and told.bar is not None:
            self.bar.show_progress(told.bar)
        if told.days and self.days is None:
            self.days = DayLinks(self._look, _("Days to look at"))
            self.days.chosen.connect(self._open_day)
            self._column.insertWidget(self._column.count() - 1, self.days)
        if self.days is not None:
            self.days.setVisible(bool(told.days))
            self.days.show_days(told.days)

    def _open_day(self, day: date) -> None:
        self.wanted.emit(Place(page="history", day=day))


class LackingCard(Card):
    """What lacks least stands first; the rest waits behind one line."""

    wanted = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        tag = Tag(look, "not-enough")
        self.setAccessibleName(tag.text())
        hint = _("Not decided either way. Filling in past days helps only if you remember them.")
        self.hint = label(hint, wrap=True)
        self.list = FoldList(look, MOST, self._made, LackingPart.show_lacking, tag.text())
        self.body.addWidget(tag)
        self.body.addWidget(self.list)
        self.body.addWidget(self.hint)

    @property
    def parts(self) -> dict[str, LackingPart]:
        """The rules that were shown so far, by their ids."""
        return self.list.parts

    def show_lacking(self, rules: tuple[Lacking, ...]) -> None:
        """Show these rules."""
        self.list.show_items([(each.rule, each) for each in rules])

    def _made(self) -> LackingPart:
        made = LackingPart(self._look)
        made.wanted.connect(self.wanted)
        return made
