"""What takes up the whole window: the pages or why there are none, and what lies on top of them."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget


class Layers(QStackedWidget):
    """One ground, and at most one thing on top of it.

    While they are shut a page lies over the ground that shows nothing of it; only what has the
    property "neutral" is let on top of that.
    """

    def __init__(self, pages: QWidget) -> None:
        super().__init__()
        self._pages = self._ground = pages
        self._shutter: QWidget | None = None
        self.addWidget(pages)

    @property
    def pages_shown(self) -> bool:
        """Whether the pages are there to be used."""
        return self.currentWidget() is self._pages

    @property
    def shut(self) -> bool:
        """Whether the ground is not to be seen."""
        return self._shutter is not None

    def cover(self, page: QWidget) -> None:
        """Let something take the place of everything else."""
        if self.indexOf(page) < 0:
            self.addWidget(page)
        if self._shutter is None or page is self._shutter or page.property("neutral"):
            self.setCurrentWidget(page)
            page.setFocus()

    def uncover(self) -> None:
        """Back to the ground, or to what lies over it."""
        self.setCurrentWidget(self._shutter or self._ground)

    def shut_with(self, page: QWidget) -> None:
        """From now on this is seen instead of the ground."""
        self._shutter = page
        self.cover(page)

    def reopen(self) -> None:
        """Show the ground again, with the keyboard where it was."""
        self._shutter = None
        self.uncover()

    def stand_on(self, ground: QWidget | None) -> None:
        """From now on this lies at the bottom; None: the pages. What covers it stays."""
        before, self._ground = self._ground, ground or self._pages
        if before is self._ground:
            return  # the keyboard stays where it is, in the quick bar perhaps
        seen = self.currentWidget() is before
        if self.indexOf(self._ground) < 0:
            self.addWidget(self._ground)
        if seen:
            self.cover(self._ground)
        if before not in (self._pages, self._ground):
            self.removeWidget(before)
            before.deleteLater()
