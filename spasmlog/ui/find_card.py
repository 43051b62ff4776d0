"""The card that finds: a field, usual searches, and what was understood and found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Chip
from spasmlog.ui.cards import Card
from spasmlog.ui.drawings import CENTER, box, painter_on
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.icons import pixmap
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.text_entries import LineEdit
from spasmlog.views.found import ALL, Searched
from spasmlog.views.search import Often

FIND_KEY = "Ctrl+F"
SIDE, PAD, GAP = 16, 12, 10
LONGEST = 1000
"""More than anybody types; what is pasted beyond it is cut off."""


class FindField(LineEdit):
    """Esc clears it, and then leaves; Enter and Down go to what was found."""

    left = Signal()
    entered = Signal()
    cleared = Signal()
    near = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Find in all entries"))
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(_("Find in all entries"))
        self.setToolTip(
            _("Words, or such as: pain>=7 left heat 2026-03 ({keys})").format(keys=FIND_KEY)
        )
        look.changed.connect(self._make_room)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, side = painter_on(self), self._look.px(SIDE)
        left = self.width() - PAD - side if self.isRightToLeft() else PAD
        drawn = pixmap("search", self._look, "text-quiet", SIDE, self.devicePixelRatioF())
        painter.drawPixmap(left, (self.height() - side) // 2, drawn)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.near.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.cleared.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _make_room(self) -> None:
        """For the glass, on the side where reading begins."""
        self.setTextMargins(self._look.px(SIDE) + GAP, 0, 0, 0)


class _Read(QLabel):
    """A piece of what was understood; it is only read."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.follow(self)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(14, 500))
        high = max(self._look.px(28), words.height() + 8)
        return QSize(words.horizontalAdvance(self.text()) + 22, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._look.px(60)), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, look, area = painter_on(self), self._look, QRectF(self.rect())
        box(painter, area, fill=look.color("accent-soft"), radius=area.height() / 2)
        painter.setFont(look.font(14, 500))
        painter.setPen(look.color("accent"))
        words = QFontMetrics(painter.font())
        shown = words.elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 18)
        painter.drawText(self.rect(), CENTER, shown)
        painter.end()


class FindCard(Card):
    """Says what is looked for at each letter; it keeps nothing but the text in its field."""

    wanted = Signal(object)
    """A text to look for, or None: the search is over."""
    near = Signal()
    """The field has the keyboard: it will soon be needed."""
    left = Signal()
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._look = look
        self._often: tuple[Often, ...] = ()
        self.setAccessibleName(_("Find"))
        self.field = FindField(look)
        self.heading = label(_("Often looked for"), "caption")
        self.chips = Flow()
        self.chips.setAccessibleName(_("Often looked for"))
        self.read = Flow(gap=6)
        self.sentence = label("", wrap=True)
        self.as_text = label("", "caption", wrap=True)
        self.all = self._all_chip()
        self._lay_out()
        self.field.textEdited.connect(lambda text: self.wanted.emit(text if text.strip() else None))
        self.field.cleared.connect(lambda: self.wanted.emit(None))
        self.field.left.connect(self.left)
        self.field.entered.connect(self.entered)
        self.field.near.connect(self.near)

    def type_over(self, text: str) -> None:
        """Who types on, having gone to what was found, asks something else."""
        self.field.setFocus()
        self.field.setText(text)
        self.field.textEdited.emit(text)

    def offer(self, often: Sequence[Often]) -> None:
        """Offer these searches, and all entries."""
        if tuple(often) == self._often and self.chips.widgets:
            return
        self._often = tuple(often)
        self.chips.clear()
        for each in often:
            self.chips.add(self._chip(each))
        self.all = self._all_chip()
        self.chips.add(self.all)

    def show_searched(self, searched: Searched | None) -> None:
        """Show what was understood and found; None: nothing is looked for."""
        text = "" if searched is None else searched.text
        if text.strip() != self.field.text().strip():
            self.field.put(text)
        self.all.setChecked(searched is not None and searched.text == ALL)
        looking = searched is not None and searched.text != ALL
        self._show_read(searched.understood.chips if searched is not None else ())
        self.sentence.setText(searched.sentence if searched is not None and looking else "")
        self.as_text.setText("" if searched is None else searched.as_text)
        for widget in (self.heading, self.chips):
            widget.setVisible(not looking)
        for widget in (self.sentence, self.as_text):
            widget.setVisible(bool(widget.text()))

    def _show_read(self, pieces: tuple[str, ...]) -> None:
        if pieces != tuple(each.text() for each in self.read.findChildren(_Read)):
            self.read.clear()
            for each in pieces:
                self.read.add(_Read(self._look, each))
        self.read.setVisible(bool(pieces))

    def _chip(self, often: Often) -> Chip:
        chip = Chip(often.words, self._look)
        chip.setAccessibleName(_("Find: {what}").format(what=often.words))
        chip.clicked.connect(lambda: self._look_for(often.text))
        return chip

    def _all_chip(self) -> Chip:
        chip = Chip(_("all entries"), self._look)
        chip.setCheckable(True)
        chip.setAccessibleName(_("Find: {what}").format(what=chip.text()))
        chip.clicked.connect(lambda on: self.wanted.emit(ALL if on else None))
        return chip

    def _look_for(self, text: str) -> None:
        self.field.put(text)
        self.wanted.emit(text)
        self.field.setFocus()

    def _lay_out(self) -> None:
        self.body.setSpacing(8)
        for widget in (
            self.field,
            self.heading,
            self.chips,
            self.read,
            self.sentence,
            self.as_text,
        ):
            self.body.addWidget(widget)
