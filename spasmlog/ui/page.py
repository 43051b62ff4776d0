"""What every page is: one way in (`show_view`), one way out (`asked`), and where else to go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from spasmlog.errors import Refusal

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Somewhere to go: a page by its name, and there a day, a record or a rule."""

    page: str
    day: date | None = None
    record_id: str | None = None
    rule: str | None = None


class Page(QWidget):
    """The base of all pages. It holds no journal, no diary and no clock of its own."""

    asked = Signal(object)
    """A command of `journal.commands`: the window has it done, then calls `show_view`."""
    wanted = Signal(object)
    """A `Place` to go to."""

    @property
    def complete(self) -> bool:
        """Whether all of it is made: a page may be made in several turns of the loop."""
        return True

    def show_view(self, view: Any) -> None:
        """Show this; each page has its own kind of view, from `views`."""
        raise TypeError(f"{type(self).__name__} shows nothing of {type(view).__name__}")

    def saved(self, step: Step) -> None:
        """A command of this page is on disk."""
        del step

    def show_refusal(self, refusal: Refusal) -> bool:
        """Say beside the field why nothing was saved, keeping what was typed.

        Returns False where the page has no better place for it than the window's own.
        """
        del refusal
        return False

    def settle(self) -> bool:
        """The window is to be closed: have what is typed here saved.

        Returns False, once, where that cannot be; the page then says why.
        """
        return True

    def keep(self) -> None:
        """The system ends the program, and nobody can be asked: save what can be saved."""
