"""What a search asks, once it is understood: terms, and how several of them go together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import inf

Facet = tuple[str, str]
"""A family of fixed words, and one of them: ("side", "left"). Records are filed under these."""


class Family(StrEnum):
    """What facets are about; the value is part of no file and of no text."""

    KIND = "kind"
    ACTIVITY = "activity"
    REGION = "region"
    SIDE = "side"
    SPREAD = "spread"
    CAUSE = "cause"
    TREATMENT = "treatment"
    REMEDY = "remedy"
    MOVEMENT = "movement"
    RELIEF = "relief"
    INTENSITY = "intensity"
    LIMITED = "limited"
    FLAG = "flag"
    SIGN = "sign"
    SIGN_ANSWER = "sign_answer"
    SIGNAL = "signal"
    SIGNAL_ANSWER = "signal_answer"
    INSTRUMENT = "instrument"


class Flag(StrEnum):
    """What is true of some entries and has no field of its own."""

    NOTE = "note"
    LATER = "later"
    SIDE_EFFECT = "side_effect"
    RUNNING = "running"
    NO_END = "no_end"
    FLARE = "flare"
    SLEPT_BADLY = "slept_badly"
    SLEPT_WELL = "slept_well"


class Measure(StrEnum):
    """What can be compared with a number: 0 to 10, minutes, mg, ml, hours, minutes."""

    PAIN = "pain"
    LASTED = "lasted"
    DOSE = "dose"
    VOLUME = "volume"
    SLEPT = "slept"
    MINUTES = "minutes"


class Group(StrEnum):
    """Terms of one of these groups stand for one another: either will do."""

    KIND = "kind"
    REGION = "region"
    SIDE = "side"
    SPREAD = "spread"
    CAUSE = "cause"
    TREATMENT = "treatment"
    MOVEMENT = "movement"
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `low` to `high`; `above` and `below` leave out the number itself."""

    low: float = -inf
    high: float = inf
    above: bool = False
    below: bool = False

    def hold(self, value: float) -> bool:
        """Whether the value lies between them."""
        over = value > self.low if self.above else value >= self.low
        return over and (value < self.high if self.below else value <= self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing that is asked. It fits an entry that has one of its facets, or its phrase in what
    was typed or is shown of it, or a measure within its bounds, or a day within its days.

    `chip` says it in words, empty for what is only searched as text; `typed` is how it was typed.
    Without a `group` it must fit whatever else does; `excluded` turns it round.
    """

    typed: str
    chip: str = ""
    group: Group | None = None
    facets: frozenset[Facet] = frozenset()
    phrase: str = ""
    measure: Measure | None = None
    bounds: Bounds = Bounds()
    days: tuple[date, date] | None = None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Traits:
    """What an entry can be found by, beside its day."""

    facets: frozenset[Facet]
    numbers: tuple[tuple[Measure, float], ...] = ()
    text: str = ""
