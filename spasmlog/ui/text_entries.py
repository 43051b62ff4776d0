"""Lines, notes, dates with times and lists of options that lose nothing of what they are given."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from spasmlog.i18n import _
from spasmlog.ui.choice import Choice
from spasmlog.ui.look import Look
from spasmlog.views.fields import Options

PAD = 10
FEWEST_LINES, MOST_LINES = 1, 12


class LineEdit(QLineEdit):
    """One line that hands back exactly what it was given, as long as nobody typed in it."""

    def __init__(self, look: Look, name: str = "", *, least: str = "") -> None:
        super().__init__()
        self._look, self._least = look, least
        self._given = self._shown = ""
        if name:
            self.setAccessibleName(name)

    def put(self, text: str) -> None:
        """Show this text; the cursor stays where it is if that changes nothing."""
        self._given = text
        if text != self.text():
            self.setText(text)
        self._shown = self.text()

    def raw(self) -> str:
        """What stands there."""
        return self._given if self.text() == self._shown else self.text()

    def minimumSizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._least) + 2 * PAD + 6
        return QSize(max(wide, self._look.px(48)), super().minimumSizeHint().height())


class NoteEdit(QPlainTextEdit):
    """Any text, kept whole to the letter; as high as its lines, within bounds."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._given = self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        look.changed.connect(self._fit)
        self._fit()

    def put(self, text: str) -> None:
        """Show this text; the cursor stays where it is if that changes nothing."""
        if text != self.raw():
            self.setPlainText(text)
        self._given, self._shown = text, self._text()

    def raw(self) -> str:
        """What stands there, no-break spaces and all."""
        shown = self._text()
        return self._given if shown == self._shown else shown

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a new line; with Ctrl it is left to the form."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _text(self) -> str:
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(120), self.minimumHeight())

    def _fit(self) -> None:
        lines = min(max(round(self.document().size().height()), FEWEST_LINES), MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * PAD + 6)


class WhenPair(QWidget):
    """A date and a time, typed."""

    changed = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.day = LineEdit(look, _("{field}, date").format(field=name), least="28 Mar 2026")
        self.clock = LineEdit(look, _("{field}, time").format(field=name), least="28:28")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day, 3)
        row.addWidget(self.clock, 2)
        self.setFocusProxy(self.day)
        self.day.textChanged.connect(self.changed)
        self.clock.textChanged.connect(self.changed)

    def put(self, raw: tuple[str, str]) -> None:
        """Show these texts."""
        self.day.put(raw[0])
        self.clock.put(raw[1])

    def raw(self) -> tuple[str, str]:
        """What stands there."""
        return self.day.raw(), self.clock.raw()


class OptionList(Choice):
    """A list that opens, of options that may change."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        # Qt's own data of an item would turn a word of a scale into a bare text.
        self._options: Options = ()

    def offer(self, options: Options) -> None:
        """Offer these; what is chosen stays chosen where it is still there."""
        if options == self._options:
            return
        chosen = self.value()
        self._options = options
        self.blockSignals(True)
        self.clear()
        self.addItems([words for _value, words in options])
        self.blockSignals(False)
        self.put(chosen)
        self.updateGeometry()

    def value(self) -> Any:
        """What is chosen, or None."""
        at = self.currentIndex()
        return self._options[at][0] if at >= 0 else None

    def put(self, value: Any) -> None:
        """Show this as chosen."""
        values = [each for each, _words in self._options]
        self.blockSignals(True)
        self.setCurrentIndex(values.index(value) if value in values else -1)
        self.blockSignals(False)
        self.update()
