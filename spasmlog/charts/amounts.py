"""The amounts of a day that are drawn: drinks, activity and stretching, and their words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spasmlog.analysis.course import Known
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_, _, format_number
from spasmlog.rules.fluids import reference_ml
from spasmlog.rules.movement import MINUTES
from spasmlog.rules.stretching import SECONDS

Parts = tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """One kind of amount. `parts` of a day, from the bottom of its bar up; None: not known.

    `least_top` is the least that its axis reaches to; `note` says how its parts are told apart.
    `reference` is a common one for a day, None where it is not for this person, and
    `reference_note` how it is named beside the chart.
    """

    name: str
    title: str
    heading: str
    unit: str
    digits: int
    parts: Callable[[DayFacts], Parts | None]
    least_top: float
    reference: Callable[[Diary], float | None]
    reference_note: str
    note: str = ""

    @property
    def short(self) -> str:
        """What it is, in one word."""
        return _(self.title)

    def total(self, facts: DayFacts) -> float | None:
        """The amount of a day; None: not known."""
        parts = self.parts(facts)
        return None if parts is None else round(sum(parts), 2)

    def noted(self, diary: Diary) -> str:
        """What the dotted line of the reference is; empty without one."""
        value = self.reference(diary)
        if value is None:
            return ""
        return _(self.reference_note).format(value=self.words(value), week=self.words(7 * value))

    def words(self, value: float) -> str:
        """A value with its unit."""
        return _(self.unit).format(value=format_number(round(value, self.digits)))


def _drinks(facts: DayFacts) -> Parts | None:
    return None if facts.fluids_ml is None else (facts.fluids_ml / 1000,)


def _activity(facts: DayFacts) -> Parts | None:
    if facts.moderate_min is None:
        return None
    return (facts.moderate_min, facts.vigorous_min or 0)


def _stretching(facts: DayFacts) -> Parts | None:
    return None if facts.stretch_s is None else (facts.stretch_s / 60,)


def _common_drinks(diary: Diary) -> float | None:
    reference = reference_ml(diary)
    return None if reference is None else reference / 1000


def _common_activity(_diary: Diary) -> float:
    return MINUTES.value / 7


def _common_stretching(_diary: Diary) -> float:
    return SECONDS.value / 60


DRINKS = Amount(
    name="drinks",
    title=N_("Drinks"),
    heading=N_("Drinks, litres"),
    unit=N_("{value} l"),
    digits=2,
    parts=_drinks,
    reference=_common_drinks,
    reference_note=N_("reference {value} a day"),
    least_top=2,
)
ACTIVITY = Amount(
    name="activity",
    title=N_("Activity"),
    heading=N_("Activity, minutes"),
    note=N_("vigorous stronger"),
    unit=N_("{value} min"),
    digits=0,
    parts=_activity,
    reference=_common_activity,
    reference_note=N_("reference {week} a week, spread evenly"),
    least_top=30,
)
STRETCHING = Amount(
    name="stretching",
    title=N_("Stretching"),
    heading=N_("Stretching, minutes"),
    unit=N_("{value} min"),
    digits=0,
    parts=_stretching,
    reference=_common_stretching,
    reference_note=N_("from {value} on it is a stretching day"),
    least_top=10,
)
AMOUNTS = (DRINKS, ACTIVITY, STRETCHING)


def total_on(diary: Diary, amount: Amount) -> Known:
    """The amount of each day; None: not known."""
    return lambda day: amount.total(facts) if (facts := diary.facts.get(day)) else None
