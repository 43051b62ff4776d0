"""What takes up the whole window: the pages or why there are none, and help on top of either."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class Layers(QStackedWidget):
    """One ground, and at most one thing on top of it."""

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = self._ground = pages
        self.addWidget(pages)

    @property
    def pages_shown(self) -> bool:
        """Whether the pages are there to be used."""
        return self.currentWidget() is self._pages

    def cover(self, page: QWidget) -> None:
        """Let something take the place of everything else."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.setFocus()

    def uncover(self) -> None:
        """Back to the ground."""
        self.setCurrentWidget(self._ground)

    def stand_on(self, ground: QWidget | None) -> None:
        """From now on this lies at the bottom; None: the pages. What covers it stays."""
        before, self._ground = self._ground, ground or self._pages
        seen = self.currentWidget() is before
        if self.indexOf(self._ground) < 0:
            self.addWidget(self._ground)
        if seen:
            self.cover(self._ground)
        if before not in (self._pages, self._ground):
            self.removeWidget(before)
            before.deleteLater()
