"""All keys on one panel over the page, made from the table that makes the shortcuts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from spasmlog.i18n import _
from spasmlog.ui import keys
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.keys_list import KeyList, KeyRow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

MARGIN, COLUMN, MOST_WIDE = 24, 330, 1160
HERE_AT, NOTHING = 4, keys.Group(title="", rows=())
COLUMNS = {1: ((0, 1, 2, 3, 4, 5),), 2: ((0, 1, 5), (2, 3, 4)), 3: ((0, 5), (1, 4), (2, 3))}
"""Which groups stand below one another, by how many columns there is room for."""


class Section(QWidget):
    """One heading and its keys."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title = label("", "card-title", wrap=True)
        self.list = KeyList(look, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.list)

    def show_group(self, group: keys.Group, *, letters: bool) -> None:
        """Show this; a group without rows is not there."""
        title = _(group.title) if group.rows else ""
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.list.show_rows(tuple(_row(each, letters=letters) for each in group.rows))
        self.setVisible(bool(group.rows))


class KeysPanel(QWidget):
    """Lies over all of its parent. Tab stays inside; Esc, "?" or a press beside it closes."""

    closed = Signal()
    settings_wanted = Signal()

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._look, self._over = look, over
        self.setAccessibleName(_("All keys"))
        self.close_button = Button("", look, "flat", icon="close", name=_("Close (Esc)"))
        self.settings = Button(_("Open Settings"), look)
        self.off = label(
            _("Single letters are switched off. Digits and all other keys act as always."),
            "quiet",
            wrap=True,
        )
        self.sections = tuple(Section(look) for _each in (*keys.MAP, "here", "quick"))
        self._columns = 0
        self._lay_out()
        self.close_button.clicked.connect(self.closed)
        self.settings.clicked.connect(self.settings_wanted)
        for each in (section.list for section in self.sections):
            each.reached.connect(lambda spot, rows=each: self._reveal(rows, spot))
            each.passed.connect(lambda by, rows=each: self._pass_on(rows, by))
        over.installEventFilter(self)
        look.changed.connect(self._fit)
        self.hide()

    def open(self, page: str, *, letters: bool) -> None:
        """Show all keys, and those of a page; `letters`: whether single letters act."""
        groups = (*keys.MAP, keys.HERE.get(page, NOTHING), keys.QUICK_BAR)
        for section, group in zip(self.sections, groups, strict=True):
            section.show_group(group, letters=letters)
        self._switched_off.setVisible(not letters)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._fit()
        self.area.verticalScrollBar().setValue(0)
        self.sections[0].list.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def lists(self) -> tuple[KeyList, ...]:
        """What is shown, in the order in which it is read."""
        order = (at for column in COLUMNS[self._columns] for at in column)
        shown = (self.sections[at] for at in order)
        return tuple(each.list for each in shown if not each.isHidden())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, next: bool) -> bool:  # Qt's own names
        """Tab goes round within the panel."""
        self._step(1 if next else -1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape or event.text() == "?":
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.card.geometry().contains(event.position().toPoint()):
            self.closed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page is still seen, and clearly not in use."""
        veil = self._look.color("sunken")
        veil.setAlphaF(0.8)
        painter = QPainter(self)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _lay_out(self) -> None:
        self.card = Card(self._look, _("All keys"), parent=self)
        self.card.title.setProperty("role", "title")
        self.card.header.addWidget(self.close_button)
        self._switched_off = Flow((self.off, self.settings))
        self.card.body.addWidget(self._switched_off)
        inside = QWidget()
        inside.setProperty("role", "page")
        row = QHBoxLayout(inside)
        row.setContentsMargins(5, 5, 5, 5)
        row.setSpacing(28)
        self._uprights: list[QWidget] = []
        for _at in range(len(COLUMNS)):
            upright = QWidget()
            column = QVBoxLayout(upright)
            column.setContentsMargins(0, 0, 0, 0)
            column.addStretch(1)
            row.addWidget(upright, 1)
            self._uprights.append(upright)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self._inside = inside
        self.card.body.addWidget(self.area, 1)
        self._arrange(1)

    def _fit(self) -> None:
        """As many columns as there is room for, and as high as what is in them."""
        if not self.isVisible():
            return
        look, room = self._look, self.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        wide = min(room.width(), look.px(MOST_WIDE))
        self._arrange(max(1, min((wide - 2 * MARGIN) // look.px(COLUMN), len(COLUMNS))))
        self.card.setGeometry(QRect(room.topLeft(), room.size()))
        self.card.resize(wide, room.height())
        self._lay_columns()
        spare = max(self.area.viewport().height() - self._inside.sizeHint().height(), 0)
        self.card.resize(wide, room.height() - spare)
        self.card.move((self.width() - wide) // 2, (self.height() - self.card.height()) // 2)

    def _lay_columns(self) -> None:
        """Give every list its width first, its height by its words after it."""
        for _pass in range(2):
            self._activate()
            for places in COLUMNS[self._columns]:
                lists = [self.sections[at].list for at in places]
                for each in lists:
                    each.fit(max(one.keys_wide for one in lists))
        self._activate()

    def _activate(self) -> None:
        for part in (*self.sections, *self._uprights, self._inside, self.card):
            layout = part.layout()
            assert layout is not None
            layout.activate()

    def _arrange(self, count: int) -> None:
        if count == self._columns:
            return
        self._columns = count
        for upright in self._uprights:
            upright.hide()
        for upright, places in zip(self._uprights, COLUMNS[count], strict=False):
            column = upright.layout()
            assert isinstance(column, QVBoxLayout)
            for at, place in enumerate(places):
                column.insertWidget(at, self.sections[place])
            upright.show()

    def _step(self, by: int) -> None:
        settings = (self.settings,) if self.settings.isVisible() else ()
        stops: tuple[QWidget, ...] = (self.close_button, *settings, *self.lists)
        focus = QApplication.focusWidget()
        at = stops.index(focus) if focus in stops else -1
        stops[(at + by) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)

    def _pass_on(self, rows: KeyList, by: int) -> None:
        """To the next list, or to the one before."""
        self.lists[(self.lists.index(rows) + by) % len(self.lists)].enter(by)

    def _reveal(self, rows: KeyList, spot: QRect) -> None:
        """Scroll so that a row is seen; with the first one its heading too."""
        top = rows.mapTo(self._inside, spot.topLeft()).y()
        high = spot.height()
        if spot.top() == 0:
            head = top - rows.y() - 4
            top, high = head, high + top - head
        self.area.ensureVisible(0, top, 0, 0)
        self.area.ensureVisible(0, top + high, 0, 0)


def _row(key: keys.Key, *, letters: bool) -> KeyRow:
    words = tuple(_(each) for each in key.keys)
    return KeyRow(keys=words, does=_(key.does), off=key.is_letter and not letters)
