"""The rule book. May not name a disease or a cause, nor see Qt, SQL or files; rules are pure."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.domain.diary import Diary
from spasmlog.rules import (
    base,
    flare,
    fluids,
    half_the_days,
    limiting,
    medicine_days,
    medicines,
    movement,
    not_settling,
    painkiller_days,
    recurrence,
    red_flags,
    returns,
    rising,
    severe_days,
    stretching,
    unusual_week,
)
from spasmlog.rules.as_json import to_json
from spasmlog.rules.base import (
    DISCLAIMER,
    NO_MATCH,
    Assessment,
    Cell,
    Counted,
    Evidence,
    Finding,
    Lack,
    LeftOut,
    Level,
    Outcome,
    Progress,
    Reason,
    Receipt,
    Rule,
    Source,
    Standing,
    Threshold,
    Verdict,
)

RULES: tuple[Rule, ...] = (
    red_flags.EMERGENCY,
    medicines.PACKET_LIMIT,
    red_flags.PROMPT,
    severe_days.SEVERE_DAYS,
    red_flags.ROUTINE,
    returns.KEEPS_COMING,
    not_settling.OVER_TWELVE_WEEKS_RULE,
    not_settling.FOUR_WEEKS_RULE,
    half_the_days.HALF_THE_DAYS,
    recurrence.RECURRING,
    limiting.LIMITING,
    rising.RISING,
    medicine_days.ANTI_INFLAMMATORY_RULE,
    medicine_days.RELAXANT_RULE,
    painkiller_days.PAINKILLER_DAYS,
    returns.BACK,
    unusual_week.UNUSUAL_WEEK,
    flare.FLARE,
    fluids.FLUIDS,
    movement.MOVEMENT,
    stretching.STRETCHING,
)
"""The rule book, most urgent first; of equals, what came back after treatment comes first.

The ids are never used again for another rule.
"""

BOOK_VERSION = 1
"""Goes up by one with every rule, level or number that comes, changes or goes."""


def book(personal: bool = True) -> tuple[Rule, ...]:
    """The rules that are on: all of them, or all but those that look for personal patterns."""
    return tuple(rule for rule in RULES if personal or not rule.personal)


def assess(diary: Diary, rules: Iterable[Rule] = RULES) -> Assessment:
    """Run the rule book as of the diary's own day; later records are not looked at."""
    return base.assess(diary, rules)


__all__ = [
    "BOOK_VERSION",
    "DISCLAIMER",
    "NO_MATCH",
    "RULES",
    "Assessment",
    "Cell",
    "Counted",
    "Evidence",
    "Finding",
    "Lack",
    "LeftOut",
    "Level",
    "Outcome",
    "Progress",
    "Reason",
    "Receipt",
    "Rule",
    "Source",
    "Standing",
    "Threshold",
    "Verdict",
    "assess",
    "book",
    "to_json",
]
