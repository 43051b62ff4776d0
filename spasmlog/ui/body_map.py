"""Where it hurts and how much: a place on the body, and a number for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.charts.words_body import part_name
from spasmlog.domain.scales import Nrs
from spasmlog.i18n import _, sentence
from spasmlog.ui.body_figure import LEAST_WIDE, MOST_WIDE, BodyFigure
from spasmlog.ui.buttons import Button
from spasmlog.ui.even_columns import EvenColumns
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip

GAP = 12
BESIDE = 132
"""The least that fields beside the figure need, in design pixels."""


class NumberRow(QWidget):
    """The numbers 0 to 10 for the place that is chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.words = label("", "strong", wrap=True)
        self.clear = Button(_("Clear"), look, "flat", hint="Del")
        self.strip = PainStrip(look, compact=True)
        head = QHBoxLayout()
        head.addWidget(self.words, 1)
        head.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.strip)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)

    def show_part(self, part: str, pain: Nrs | None) -> None:
        """Ask about this place."""
        place = part_name(part)
        self.words.setText(sentence(place))
        self.strip.setAccessibleName(_("Pain of {place}, 0 to 10").format(place=place))
        self.strip.set_value(pain)
        self.clear.setAccessibleName(_("Clear: {place}").format(place=place))
        self.clear.setEnabled(pain is not None)


class BodyMap(Flow):
    """The figure, what may stand beside it, and below it the numbers for the chosen place."""

    changed = Signal()

    def __init__(self, look: Look, name: str = "") -> None:
        self._look = look
        self._value: dict[str, Nrs] = {}
        self._chosen: str | None = None
        self.figure = BodyFigure(look)
        self.beside = EvenColumns(look, 2, 168, gaps=(12, 8))
        told = _("Click a place, or go there with the arrows, then press a number. Del clears it.")
        self.hint = label(told, "caption", wrap=True)
        self.numbers = NumberRow(look)
        super().__init__((self.figure, self.beside, self.hint, self.numbers), GAP)
        self.setAccessibleName(name or _("Body map"))
        self.figure.setAccessibleDescription(self.hint.text())
        self.beside.hide()
        self.figure.chosen.connect(self._choose)
        self.figure.rated.connect(self._rate)
        self.figure.numbers_wanted.connect(self._go_to_numbers)
        self.numbers.strip.chosen.connect(self._rate_chosen)
        self.numbers.clear.clicked.connect(lambda: self._rate_chosen(None))
        look.changed.connect(self._settle)
        self._show()

    def value(self) -> Mapping[str, Nrs]:
        """The places that are marked, each with its pain."""
        return dict(self._value)

    def set_value(self, value: Mapping[str, Nrs]) -> None:
        """Show these, without a `changed`; other ones than before let go of the chosen place."""
        if dict(value) != self._value:
            self._chosen = None
        self._value = dict(value)
        self._show()

    def put_beside(self, fields: Sequence[QWidget]) -> None:
        """Let these stand beside the figure, or below it where that is too narrow."""
        for each in fields:
            self.beside.add(each)
        self.beside.setVisible(bool(fields))
        self._settle()

    def minimumSizeHint(self) -> QSize:
        parts = (self.figure, self.numbers, *((self.beside,) if self.beside.widgets else ()))
        wide = max(each.minimumSizeHint().width() for each in parts)
        return QSize(wide, self.figure.minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """The least: how high it is follows from its width alone."""
        return self.minimumSizeHint()

    def focusInEvent(self, _event: QFocusEvent) -> None:
        """Asked to take the keyboard, the figure does; Tab leads there by itself."""
        self.figure.setFocus(Qt.FocusReason.TabFocusReason)

    def _spots(self, width: int) -> list[QRect]:
        """The figure with the fields at its side, and what is about numbers below.

        Where the fields are so high that it fits there, it stands below the figure alone.
        """
        most, gap = self._look.px(MOST_WIDE), GAP
        aside = width - gap - self._look.px(BESIDE)
        together = bool(self.beside.widgets) and aside >= self._look.px(LEAST_WIDE)
        wide = min(most, aside if together else width)
        high = self.figure.heightForWidth(wide)
        spots: list[QRect] = [QRect(0, 0, wide, high)]
        if self.beside in self._shown():
            left = wide + gap if together else 0
            room = width - left
            tall = self.beside.heightForWidth(room)
            spots.append(QRect(left, 0 if together else high + gap, room, tall))
        low = max(spot.bottom() + 1 for spot in spots)
        nested = together and high + gap + self.numbers.heightForWidth(wide) <= low
        top, room = (high, wide) if nested else (low, width)
        below = self._shown()[len(spots) :]
        return spots + [QRect(0, top + gap // 2, room, e.heightForWidth(room)) for e in below]

    def _choose(self, part: str) -> None:
        self._chosen = part
        self._show()

    def _rate(self, part: str, pain: Nrs | None) -> None:
        before = self._value.get(part)
        self._chosen = part
        if pain is None:
            self._value.pop(part, None)
        else:
            self._value[part] = pain
        self._show()
        if before != pain:
            self.changed.emit()

    def _rate_chosen(self, level: int | None) -> None:
        """A number of the strip; the keyboard goes back to the place, ready for the next one."""
        if self._chosen is not None:
            self._rate(self._chosen, None if level is None else Nrs(level))
            self.figure.go_to(self._chosen)

    def _go_to_numbers(self) -> None:
        self.numbers.strip.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        self.figure.show_value(dict(self._value), self._chosen)
        self.hint.setVisible(self._chosen is None)
        self.numbers.setVisible(self._chosen is not None)
        if self._chosen is not None:
            self.numbers.show_part(self._chosen, self._value.get(self._chosen))
        self._settle()
