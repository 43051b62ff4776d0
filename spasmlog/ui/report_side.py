"""Preview and options side by side, or one below the other where there is no room for that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.look import Look

OPTIONS_WIDE = 352
BESIDE_FROM = 780
"""In design pixels: below, the options stand under the preview."""
GUTTER = 16
OF_THE_HEIGHT = 0.8
"""Above the options the preview takes so much of what is seen; the page scrolls on to the rest."""
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


def scrolled_in(part: QWidget) -> QScrollArea | None:
    """The nearest place that a part is scrolled in."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


class BesideOrBelow(QBoxLayout):
    """Beside the preview the options scroll by themselves, so that preview and foot stay put.

    Below it they come last, so that what can be done with the pages is near them.
    """

    def __init__(self, look: Look, preview: QWidget, options: QWidget, foot: QWidget) -> None:
        super().__init__(ACROSS)
        self._look, self._preview, self._options = look, preview, options
        self._beside: bool | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(_("Options"))
        self._side = QWidget()
        self._column = QVBoxLayout(self._side)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GUTTER)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(foot)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(GUTTER)
        self.addWidget(preview, 1)
        self.addWidget(self._side)

    def fit(self, width: int, seen: int) -> bool:
        """Stand as this width asks for, `seen` pixels being seen of the height.

        Returns whether the order has changed.
        """
        beside = width >= self._look.px(BESIDE_FROM)
        self._preview.setMinimumHeight(0 if beside else round(seen * OF_THE_HEIGHT))
        wide = self._look.px(OPTIONS_WIDE)
        self._side.setMinimumWidth(wide if beside else 0)
        self._side.setMaximumWidth(wide if beside else 1 << 20)
        if beside == self._beside:
            return False
        self._beside = beside
        self._move(beside)
        return True

    def _move(self, beside: bool) -> None:
        """The keyboard stays where it was."""
        focus = QApplication.focusWidget()
        if beside:
            self._column.removeWidget(self._options)
            self._area.setWidget(self._options)
        else:
            self._area.takeWidget()
            self._column.addWidget(self._options)
        self._options.show()
        self._area.setVisible(beside)
        self.setDirection(ACROSS if beside else DOWN)
        if focus is not None and self._options.isAncestorOf(focus):
            focus.setFocus()
