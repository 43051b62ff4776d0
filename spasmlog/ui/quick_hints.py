"""The last line of the quick bar: its keys with what each does, and what would be saved."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.views.quick_bar import BarView, Key

GAP = 14


class Hints(QWidget):
    """Keys on the reading side, what they save at the other; above them where both are too long."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Key, ...] = ()
        self.keys = Flow(gap=GAP)
        self.meaning = label("", "quiet", wrap=True)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP // 2)
        self._row.addWidget(self.keys)
        self._row.addWidget(self.meaning, 1)
        look.changed.connect(self._fill)

    def show_view(self, view: BarView) -> None:
        """Show the keys of a line, and what it says or why it says nothing yet."""
        self.meaning.setText(view.meaning or view.problem)
        if view.keys != self._shown:
            self._shown = view.keys
            self._fill()

    def settle(self, wide: int) -> None:
        """Side by side where there is room for both in so wide a bar."""
        words = QFontMetrics(self._look.font(14)).horizontalAdvance(self.meaning.text())
        beside = self.keys.sizeHint().width() + 2 * GAP + words <= wide
        across, up = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
        self._row.setDirection(across if beside else up)
        side = Qt.AlignmentFlag.AlignTrailing if beside else Qt.AlignmentFlag.AlignLeading
        self.meaning.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.updateGeometry()

    def _fill(self) -> None:
        """In the colours of the theme."""
        self.keys.clear()
        for key, does in self._shown:
            self.keys.add(self._hint(key, does))

    def _hint(self, key: str, does: str) -> QLabel:
        made = QLabel(
            f'<span style="font-weight:600; color:{self._look.color("text").name()}">'
            f"{escape(key)}</span> {escape(does)}"
        )
        made.setTextFormat(Qt.TextFormat.RichText)
        made.setProperty("role", "caption")
        made.setAccessibleName(f"{key} {does}")
        return made
