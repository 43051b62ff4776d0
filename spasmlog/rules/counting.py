"""What the days of a verdict are days of, and how far a rule that lacks entries has come."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from spasmlog.i18n import _, ngettext


class Counted(StrEnum):
    """What a day needs so that a rule counts it."""

    LOGGED = "logged"
    """Pain, or no pain: what most rules count."""
    NUMBERS = "numbers"
    """A pain number in the check-in."""
    ENTRIES = "entries"
    """Any entry, a treatment included: the medicine rules."""
    AMOUNTS = "amounts"
    """An amount of drinks, activity or stretching."""
    ANSWERS = "answers"
    """An answer to a safety question."""

    def words(self, known: int, missing: int) -> str:
        """How much a verdict rests on: "80 of 90 days logged"."""
        if self is Counted.ANSWERS:
            if not known:
                return _("not asked yet")
            return ngettext("answered on {n} day", "answered on {n} days", known)
        return self._of(known + missing).format(known=known)

    def so_far(self, known: int) -> str:
        """How much there is, at the beginning of a bar: "3 logged"."""
        texts = {
            Counted.NUMBERS: ngettext("{n} with a number", "{n} with a number", known),
            Counted.ENTRIES: ngettext("{n} with an entry", "{n} with an entry", known),
            Counted.AMOUNTS: ngettext("{n} with an amount", "{n} with an amount", known),
        }
        return texts.get(self) or ngettext("{n} logged", "{n} logged", known)

    def _of(self, days: int) -> str:
        if self is Counted.NUMBERS:
            return ngettext(
                "{known} of {n} day with a pain number",
                "{known} of {n} days with a pain number",
                days,
            )
        if self is Counted.ENTRIES:
            return ngettext(
                "{known} of {n} day with an entry", "{known} of {n} days with an entry", days
            )
        if self is Counted.AMOUNTS:
            return ngettext(
                "{known} of {n} day with an amount", "{known} of {n} days with an amount", days
            )
        return ngettext("{known} of {n} day logged", "{known} of {n} days logged", days)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`have` of `total` days can be used so far, and `needed` of them would decide.

    Of a week no more than `a_week` of its days are used, where that is given.
    """

    have: int
    needed: int
    total: int
    a_week: int | None = None
