"""What is looked for in History, and what was found: the rows are put into words when seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from spasmlog.i18n import _
from spasmlog.views.search import Found, FoundRow, Understood

ALL = ""
"""What finds all entries."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """An answer to `text`. While entries are still being read, `is_ready` is false.

    `ids` is newest first; `row` gives the words of one of them, None of what is gone since.
    """

    text: str
    is_ready: bool
    ids: tuple[str, ...]
    understood: Understood
    sentence: str
    days: frozenset[date]
    row: Callable[[str], FoundRow | None]

    @property
    def as_text(self) -> str:
        """What was looked for in texts alone: "searched as text: 2026-13"; else empty."""
        words = ", ".join(self.understood.as_text)
        return _("searched as text: {words}").format(words=f"\u2068{words}\u2069") if words else ""


def searched_for(
    text: str, found: Found, days: frozenset[date], row: Callable[[str], FoundRow | None]
) -> Searched:
    """What was found."""
    return Searched(
        text=text,
        is_ready=True,
        ids=found.ids,
        understood=found.understood,
        sentence=found.sentence,
        days=days,
        row=row,
    )


def still_reading(text: str) -> Searched:
    """Nothing can be found yet; what is typed is kept."""
    return Searched(
        text=text,
        is_ready=False,
        ids=(),
        understood=Understood(),
        sentence=_("The entries are still being read."),
        days=frozenset(),
        row=lambda _record_id: None,
    )
