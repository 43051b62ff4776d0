"""The tiles above the quick bar's line: numbers alone, as the words have no room there."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from spasmlog.ui.drawings import painter_on
from spasmlog.ui.pain_strip import PainStrip

HIGH = 44


class QuickStrip(PainStrip):
    """A pain strip without the words below; each tile still has its word for who hears it."""

    @property
    def stop(self) -> QWidget:
        """The tile that Tab leads to."""
        return self._tiles[self._stop]

    def paintEvent(self, _event: QPaintEvent) -> None:
        value = self.value()
        if value is not None:
            painter = painter_on(self)
            self._paint_ring(painter, value)
            painter.end()

    def _tile_high(self) -> int:
        return self._look.px(HIGH)

    def _words_high(self) -> int:
        return 0
