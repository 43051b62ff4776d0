"""The pieces of the emergency page: the number, the steps, the signs to tick, the words to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.choice import Choice
from spasmlog.ui.drawings import CENTER, box, painter_on
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.switches import Tick

if TYPE_CHECKING:
    from spasmlog.domain.scales import Sign
    from spasmlog.views.emergency import EmergencyNumber, SignLine


class Words(QLabel):
    """Text of its own size, in the colour of a role."""

    def __init__(self, look: Look, px: int, weight: int = 400, role: str = "text") -> None:
        super().__init__()
        self._look, self._style = look, (px, weight, role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        px, weight, role = self._style
        self.setFont(self._look.font(px, weight))
        self.setStyleSheet(f"color: {self._look.theme.role(role)}")


class NumberBox(QWidget):
    """Whom to call, and the country that this holds for, changed in place."""

    country_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        ink = "emergency-text"
        self.caption = Words(look, 16, 400, ink)
        self.number = Words(look, 48, 600, ink)
        self.number.setWordWrap(False)
        self.said = Words(look, 16, 500, ink)
        self.poisons = Words(look, 20, 600, ink)
        self.set_for = Words(look, 14, 400, ink)
        self.change = Button(_("Change country"), look)
        self.choice = Choice(look, _("Country of the emergency number"))
        self.choice.hide()
        self.change.clicked.connect(self._open)
        self.choice.activated.connect(self._choose)
        self.choice.folded.connect(lambda: QTimer.singleShot(0, self, self._fold))
        self._lay_out()
        look.follow(self)

    def show_number(
        self, number: EmergencyNumber, countries: Sequence[tuple[str, str]], call: str, line: str
    ) -> None:
        """Show this number and, where there is one, the poisons line; the countries once."""
        self.caption.setText(call)
        self.poisons.setText(line)
        self.poisons.setVisible(bool(line))
        self.number.setText(number.number)
        self.number.setVisible(bool(number.number))
        self.said.setText(number.said)
        self.said.setVisible(bool(number.said))
        self.set_for.setText(number.set_for)
        self.change.setVisible(number.can_change and not self.choice.isVisible())
        spoken = ". ".join(filter(None, (number.number, number.said, line, number.set_for)))
        self.setAccessibleName(f"{self.caption.text()}: {spoken}")
        if self.choice.count() == 0:
            for code, name in countries:
                self.choice.addItem(name, code)
        if self.choice.isHidden():
            self.choice.setCurrentIndex(self.choice.findData(number.country))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box(painter, QRectF(self.rect()), fill=self._look.color("emergency"), radius=12)
        painter.end()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for each in (self.caption, self.number, self.said, self.poisons):
            words.addWidget(each)
        country = QVBoxLayout()
        country.setSpacing(6)
        country.addStretch(1)
        for widget in (self.set_for, self.change, self.choice):
            country.addWidget(widget)
        country.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 12, 20, 12)
        row.setSpacing(24)
        row.addWidget(Picture(self._look, "phone", "emergency-text", 34))
        row.addLayout(words, 3)
        row.addLayout(country, 2)

    def _open(self) -> None:
        """The list itself, at once: closed, the box would ask for one more press."""
        self.change.hide()
        self.choice.show()
        self.choice.setFocus()
        self.choice.showPopup()

    def _fold(self) -> None:
        """The list is closed, by whatever way: what is set stands beside the button."""
        if not self.choice.isHidden():
            self.choice.hide()
            self.change.show()
            self.change.setFocus()

    def _choose(self, at: int) -> None:
        self._fold()
        self.country_chosen.emit(self.choice.itemData(at))


class Step(QFrame):
    """One thing to do, numbered."""

    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self.title = label("", "title", wrap=True)
        self.detail = label("", "quiet", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(_Circle(look, str(number)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        line = QFrame()
        line.setProperty("role", "line")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(line)
        column.addLayout(row)

    def show_step(self, title: str, detail: str) -> None:
        """Other words."""
        self.title.setText(title)
        self.detail.setText(detail)


class _Circle(QWidget):
    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._text = look, text
        self._fit()
        look.changed.connect(self._fit)
        look.follow(self)

    def _fit(self) -> None:
        self.setFixedSize(self._look.px(36), self._look.px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        area = QRectF(self.rect())
        color = self._look.color("emergency")
        box(painter, area, line=color, radius=area.height() / 2, width=2)
        painter.setFont(self._look.font(16, 600))
        painter.setPen(color)
        painter.drawText(self.rect(), CENTER, self._text)
        painter.end()


class SignList(Card):
    """The signs to look for; a click on one says that it is so."""

    ticked = Signal(object)
    unticked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("What to look for"), role="raised")
        self.body.setSpacing(0)
        self._ticks: dict[Sign, Tick] = {}
        self._said: dict[Sign, QLabel] = {}

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The boxes, in the order of the questions."""
        return tuple(self._ticks.values())

    def show_signs(self, signs: Sequence[SignLine]) -> None:
        """Show what is ticked; the list itself never changes."""
        for line in signs:
            if line.sign not in self._ticks:
                self._add(line)
            self._ticks[line.sign].setChecked(line.ticked)
            self._said[line.sign].setText(line.said)
            self._said[line.sign].setVisible(bool(line.said))

    def _add(self, line: SignLine) -> None:
        tick = Tick(self._look, line.text)
        said = label("", "caption", wrap=True)
        said.setContentsMargins(28, 0, 0, 2)
        tick.clicked.connect(lambda on: (self.ticked if on else self.unticked).emit(line.sign))
        self._ticks[line.sign], self._said[line.sign] = tick, said
        self.body.addWidget(tick)
        self.body.addWidget(said)


class WordsCard(QFrame):
    """The words to say, large enough to be read aloud or handed over."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "raised")
        self.caption = label(_("Say this"), "quiet")
        self.say = Words(look, 20, 600)
        self.when = label("", "quiet", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self.caption, self.say, self.when):
            column.addWidget(widget)

    def show_words(self, say: str, when: str) -> None:
        """Other words, and when they were ticked."""
        self.say.setText(_("“{words}”").format(words=say))
        self.when.setText(when)
        self.when.setVisible(bool(when))


class LargeWords(QWidget):
    """The number and the words alone, to be read from afar or handed over."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.number = Words(look, 72, 600, "emergency")
        self.say = Words(look, 48, 600)
        self.smaller = Button(_("Show all of it"), look, size="roomy", icon="large")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        column.addWidget(self.number)
        column.addWidget(self.say)
        column.addStretch(1)
        column.addWidget(Flow((self.smaller,)))


class MedicinesCard(QFrame):
    """Medicines and allergies, as they were entered."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "raised")
        self.caption = label(_("Medicines and allergies, as you entered them"), "quiet", wrap=True)
        self.lines = Words(look, 16)
        self.allergies = Words(look, 16, 600)
        for each in (self.lines, self.allergies):
            each.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        for widget in (self.caption, self.lines, self.allergies):
            column.addWidget(widget)

    def show_entered(self, medicines: Sequence[str] | None, allergies: str) -> None:
        """Show them, or nothing at all while the journal is not open."""
        self.setVisible(medicines is not None)
        self.lines.setText("\n".join(medicines or ()))
        self.allergies.setText(allergies)
