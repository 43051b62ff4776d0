"""Counts what single keys save in a row: somebody may have typed into nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from spasmlog.i18n import _, ngettext

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment

GAP_S = 3
"""So many seconds apart, at most, two keys belong to one row."""
MANY = 3
"""So many are said together; two keys are pressed on purpose, as S and then a number."""


class InARow:
    """Told of each save; what is saved or undone in another way ends the row."""

    def __init__(self, now: Callable[[], Moment]) -> None:
        self._now = now
        self._count = 0
        self._at: datetime | None = None
        self._by_key = False

    def by_key(self, save: Callable[[], bool]) -> bool:
        """Have something saved that a single key asked for."""
        self._by_key = True
        try:
            return save()
        finally:
            self._by_key = False

    def saved(self) -> int:
        """How many were saved in a row by keys, with the one that was saved just now."""
        at, before = self._now().utc, self._at
        self._at = at
        near = before is not None and 0 <= (at - before).total_seconds() <= GAP_S
        self._count = (self._count if near else 0) + 1 if self._by_key else 0
        return self._count


def said_together(count: int, last: str) -> str:
    """What the toast says of them."""
    return ngettext(
        "{n} entry saved by keys in a row. The last: {last}",
        "{n} entries saved by keys in a row. The last: {last}",
        count,
    ).format(n=count, last=last)


def undo_all(count: int) -> str:
    """What takes all of them back."""
    return _("Undo all {n}").format(n=count)


def all_undone(count: int) -> str:
    """What is said then."""
    return ngettext("{n} entry undone.", "{n} entries undone.", count).format(n=count)
