"""Fields that follow what is kept, and leave alone what somebody is typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.ui.choice import Choice
from spasmlog.ui.fields import LabelledField
from spasmlog.ui.look import Look

TEXT_HIGH = 76


class KeptLine(QLineEdit):
    """One line. What was typed and is not saved stays when the rest is shown anew."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._kept = self._newest = ""
        self.setAccessibleName(name)

    @property
    def kept(self) -> str:
        """What holds, whatever is typed."""
        return self._newest

    @property
    def touched(self) -> bool:
        """Whether something else stands here than what is kept."""
        return self.text() != self._kept

    def put(self, text: str) -> None:
        """This is kept now."""
        self._newest = text
        if not self.touched:
            self.settle()

    def settle(self) -> None:
        """What stood here is saved, or given up: show what is kept."""
        self._kept = self._newest
        if self.text() != self._kept:
            self.setText(self._kept)
        self._kept = self.text()


class KeptText(QPlainTextEdit):
    """Several lines, by the same rule."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._kept = self._newest = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._fit)
        self._fit()

    def text(self) -> str:
        """What stands here; exactly what was put, where nobody typed."""
        return self.toPlainText() if self.touched else self._newest

    @property
    def touched(self) -> bool:
        """Whether something else stands here than what is kept."""
        return self.toPlainText() != self._kept

    def put(self, text: str) -> None:
        """This is kept now."""
        self._newest = text
        if not self.touched:
            self.settle()

    def settle(self) -> None:
        """What stood here is saved, or given up: show what is kept."""
        if self.toPlainText() != self._newest:
            self.setPlainText(self._newest)
        self._kept = self.toPlainText()

    def _fit(self) -> None:
        self.setFixedHeight(self._look.px(TEXT_HIGH))


class ReadLine(LabelledField):
    """A line that takes effect when it is left; what cannot be is told below it and kept."""

    left = Signal(str)
    """What stands there. Answer with `refuse`, or with a new `put`."""

    def __init__(self, look: Look, name: str, hint: str = "") -> None:
        self.line = KeptLine(name)
        super().__init__(look, name, self.line, hint)
        self._usual = hint
        self.line.editingFinished.connect(self._leave)

    def put(self, text: str) -> None:
        """This is kept now."""
        self.line.put(text)

    def accept(self) -> None:
        """What was typed holds: the next `put` shows how it is kept."""
        self.set_hint(self._usual)
        self._mark(wrong=False)

    def refuse(self, refusal: InvalidEntry) -> None:
        """Say why it cannot be, and what holds; what was typed stays until the page is left."""
        holds = _("{kept} still holds.").format(kept=self.line.kept) if self.line.kept else ""
        self.set_hint(f"{refusal} {holds}".rstrip())
        self._mark(wrong=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody comes back to the page: what was refused there is over."""
        super().showEvent(event)
        if self.line.property("wrong") and not event.spontaneous():
            self.line.settle()
            self.accept()

    def _leave(self) -> None:
        if self.line.touched:
            self.left.emit(self.line.text())
        else:
            self.accept()

    def _mark(self, *, wrong: bool) -> None:
        self.line.setProperty("wrong", wrong)
        self.line.style().unpolish(self.line)
        self.line.style().polish(self.line)


class KeptChoice(Choice):
    """One of a list; it says what was chosen by hand."""

    chosen = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._options: tuple[tuple[object, str], ...] = ()
        self.activated.connect(lambda at: self.chosen.emit(self._options[at][0]))

    def offer(self, options: Sequence[tuple[object, str]]) -> None:
        """Offer these."""
        if tuple(options) != self._options:
            self._options = tuple(options)
            self.clear()
            self.addItems([text for _value, text in options])
            self.updateGeometry()

    def value(self) -> object | None:
        """What is chosen, or None."""
        at = self.currentIndex()
        return self._options[at][0] if at >= 0 else None

    def put(self, value: object) -> None:
        """Show this as chosen."""
        values = [each for each, _text in self._options]
        self.setCurrentIndex(values.index(value) if value in values else -1)
