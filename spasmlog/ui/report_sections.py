"""What is put into the doctor's pages: a tick for each part, page by page."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.report.sections import ALWAYS, APPENDIX, FIRST_PAGE, SECOND_PAGE, Section
from spasmlog.ui.cards import Picture
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.switches import Tick

GAP, BEFORE_GROUP = 2, 10


class SectionTicks(QWidget):
    """`changed` comes from the person's own ticks only."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.ticks: dict[Section, Tick] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        for title, sections in _groups():
            if self._column.count():
                self._column.addSpacing(BEFORE_GROUP)
            self._column.addWidget(label(title, "strong"))
            for section in sections:
                self._add(look, section, title)

    def value(self) -> frozenset[Section]:
        """What is ticked, and what is always there."""
        return ALWAYS | {each for each, tick in self.ticks.items() if tick.isChecked()}

    def set_value(self, sections: frozenset[Section]) -> None:
        """Tick these, without a `changed`."""
        for section, tick in self.ticks.items():
            tick.setChecked(section in sections)

    def _add(self, look: Look, section: Section, group: str) -> None:
        if section in ALWAYS:
            self._column.addWidget(_fixed(look, section))
            return
        tick = Tick(look, section.label, name=f"{group}: {section.label}")
        tick.clicked.connect(lambda _on: self.changed.emit())
        self.ticks[section] = tick
        self._column.addWidget(tick)


def _groups() -> Iterator[tuple[str, tuple[Section, ...]]]:
    yield _("On page 1"), FIRST_PAGE
    yield _("On page 2"), SECOND_PAGE
    yield _("After these"), APPENDIX


def _fixed(look: Look, section: Section) -> QWidget:
    """A part that is always there, with the reason; there is nothing to press."""
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 4, 0, 4)
    across.setSpacing(10)
    across.addWidget(Picture(look, "check", "text-quiet", 18))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(section.label, wrap=True))
    why = _("Always there: a doctor needs them to judge the rest.")
    words.addWidget(label(why, "caption", wrap=True))
    across.addLayout(words, 1)
    return row
