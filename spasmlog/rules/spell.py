"""How far back the pain of these days goes: a chain of pain days with short steps between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_
from spasmlog.rules.base import Progress, Standing, Threshold

CURRENT = Threshold(N_("Days since the last pain day, at most"), 7, N_("days"), Standing.OURS)
STEP = Threshold(N_("Days from one pain day to the next, at most"), 30, N_("days"), Standing.OURS)
LOGGED = Threshold(N_("Share of the days that is logged, at least"), 50, "%", Standing.OURS)
PAIN = Threshold(N_("Share of logged days with pain, at least"), 50, "%", Standing.OURS)


@dataclass(frozen=True, slots=True)
class Spell:
    """The pain days that hang together: `days` from the first of them to the day looked at.

    `logged` are its logged days, newest first; `unlogged_before` is how many of the dates that
    the walk back looked at in vain are unlogged.
    """

    first: date
    last: date
    logged: tuple[DayFacts, ...]
    pain_days: int
    unlogged_before: int

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def missing(self) -> int:
        return self.days - len(self.logged)

    @property
    def is_covered(self) -> bool:
        return 100 * len(self.logged) >= LOGGED.value * self.days

    @property
    def progress(self) -> Progress:
        """How many days are logged, and how many have to be so that a rule can decide."""
        needed = -(-LOGGED.value * self.days // 100)
        return Progress(have=len(self.logged), needed=needed, total=self.days)

    @property
    def is_mostly_pain(self) -> bool:
        return 100 * self.pain_days >= PAIN.value * len(self.logged)


def spell_of(diary: Diary) -> Spell | None:
    """The spell that reaches to this week; None if no pain day lies in it."""
    facts_on, dated = diary.facts.get, date.fromordinal
    logged: list[DayFacts] = []
    pain_days = inside = 0
    day = diary.today.toordinal()
    limit = day - CURRENT.value
    while day >= limit:
        known = facts_on(dated(day))
        if known is not None and known.logged:
            logged.append(known)
            if known.pain:
                pain_days, inside, limit = pain_days + 1, len(logged), day - STEP.value
        day -= 1
    if not pain_days:
        return None
    before = STEP.value - (len(logged) - inside)
    return Spell(logged[inside - 1].day, diary.today, tuple(logged[:inside]), pain_days, before)
