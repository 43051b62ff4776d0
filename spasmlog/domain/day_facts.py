"""What the records of a day add up to; derived, never stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Drink,
    Episode,
    Reading,
    Record,
    Stretch,
    TreatmentUse,
)
from spasmlog.domain.scales import Intensity, Limited, Nrs

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The compact row of a day whose records are not read yet."""

    day: date
    explicit: Nrs | None = None
    highest_reading: Nrs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """One diary day as the rules and charts see it.

    `explicit`: the worst pain typed in the check-in. `worst`: the largest of that, the day's
    readings of 1 or more and the peaks of the spasms that began on it; None on a pain day
    without a number. `pain` and `logged` are as `rules` define them: a day that is not logged is
    unknown, never free of pain. Amounts are the larger of the sum of the day's records and the
    check-in's total; None: not known. `sources` are the records that made it a pain day.
    """

    day: date
    explicit: Nrs | None = None
    worst: Nrs | None = None
    pain: bool = False
    logged: bool = False
    spasms: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    limited: Limited | None = None
    slept_badly: bool | None = None
    sitting_h: float | None = None
    fluids_ml: int | None = None
    fluids_typed: bool = False
    moderate_min: int | None = None
    vigorous_min: int | None = None
    stretch_s: int | None = None
    exposures: tuple[tuple[str, bool], ...] = ()
    treated: bool = False
    earlier: Earlier | None = None

    @property
    def known(self) -> bool:
        """Whether anything is known of the day; "no spasm so far" alone tells nothing."""
        if self.logged or self.treated or self.exposures or self.earlier:
            return True
        answers = (self.limited, self.slept_badly, self.sitting_h)
        amounts = (self.fluids_ml, self.moderate_min, self.stretch_s)
        return any(each is not None for each in answers + amounts)

    @property
    def clear(self) -> bool:
        """A day logged as free of pain."""
        return self.logged and not self.pain


Peak = Callable[[Episode], Nrs | None]


def days_of(record: Record) -> Iterator[date]:
    """The diary days whose facts a record is part of."""
    if isinstance(record, Episode):
        days = range(record.day.toordinal(), record.last_day.toordinal() + 1)
        yield from map(date.fromordinal, days)
    elif isinstance(record, Reading | Drink | Activity | Stretch | CheckIn | TreatmentUse):
        yield record.day


def facts_of(
    day: date,
    records: Sequence[Record],
    spasms: Sequence[Episode],
    peak: Peak,
    earlier: Earlier | None = None,
) -> DayFacts:
    """The facts of a day from its records and the spasms that touch it."""
    if earlier is not None and not records and not spasms:
        return _compact(earlier)
    typed = [each for each in records if isinstance(each, CheckIn)]
    check_in = _joined(typed)
    readings = [each for each in records if isinstance(each, Reading) and each.pain]
    explicit = check_in.worst if check_in else None
    if explicit is None and earlier is not None:
        explicit = earlier.explicit
    began = [known for each in spasms if each.day == day and (known := peak(each)) is not None]
    pains = [each.pain for each in readings if each.pain]
    if earlier is not None and earlier.highest_reading:
        pains.append(earlier.highest_reading)
    sources = [each.id for each in readings] + [each.id for each in spasms]
    sources += [each.id for each in typed if each.worst]
    numbers = pains + began + ([] if explicit is None else [explicit])
    pain = bool(pains or spasms or explicit)
    moderate, vigorous = _activity(records, check_in)
    return DayFacts(
        day=day,
        explicit=explicit,
        worst=_worst(numbers, pain),
        pain=pain,
        logged=pain or explicit is not None,
        spasms=tuple(each.id for each in spasms),
        sources=tuple(sources),
        limited=check_in.limited if check_in else None,
        slept_badly=check_in.slept_badly if check_in else None,
        sitting_h=check_in.sitting_h if check_in else None,
        fluids_ml=_larger(
            (each.volume_ml for each in records if isinstance(each, Drink)),
            check_in.fluids_ml if check_in else None,
        ),
        fluids_typed=check_in is not None and check_in.fluids_ml is not None,
        moderate_min=moderate,
        vigorous_min=vigorous,
        stretch_s=_stretching(records, check_in),
        exposures=check_in.exposures if check_in else (),
        treated=any(isinstance(each, TreatmentUse) for each in records),
        earlier=earlier,
    )


def _joined(typed: Sequence[CheckIn]) -> CheckIn | None:
    """The answers of a day as one check-in: of each question the larger, yes before no.

    There is one a day; more may still exist, as after joining two devices, and are never added.
    """
    if len(typed) < 2:
        return typed[0] if typed else None
    moves = [_moves(each) for each in typed]
    moderate, vigorous = max(
        (each for each in moves if each is not None), key=_weight, default=(None, None)
    )
    # Sorted, so that a yes comes after a no and stands.
    exposed = dict(sorted(pair for each in typed for pair in each.exposures))
    return replace(
        typed[0],
        worst=_most(each.worst for each in typed),
        average=None,
        limited=_most((each.limited for each in typed), key=list(Limited).index),
        slept_badly=_most(each.slept_badly for each in typed),
        sitting_h=_most(each.sitting_h for each in typed),
        fluids_ml=_most(each.fluids_ml for each in typed),
        moderate_min=moderate,
        vigorous_min=vigorous,
        stretch_s=_most(each.stretch_s for each in typed),
        exposures=tuple(exposed.items()),
    )


def _most(answers: Iterable[T | None], key: Callable[[T], Any] | None = None) -> T | None:
    """The largest of the answers there are."""
    known: list[Any] = [each for each in answers if each is not None]
    return max(known, key=key, default=None)


def _compact(earlier: Earlier) -> DayFacts:
    """A day of which only its compact row is known."""
    explicit = earlier.explicit
    highest = earlier.highest_reading or None  # a reading of 0 alone tells nothing of the day
    pain = bool(explicit or highest)
    return DayFacts(
        day=earlier.day,
        explicit=explicit,
        worst=max((each for each in (explicit, highest) if each is not None), default=None),
        pain=pain,
        logged=pain or explicit is not None,
        earlier=earlier,
    )


def _worst(numbers: Iterable[Nrs], pain: bool) -> Nrs | None:
    """A spasm outweighs a typed 0: a pain day whose only number is 0 has no number."""
    worst = max(numbers, default=None)
    return None if pain and worst == 0 else worst


def _larger(parts: Iterable[int], typed: int | None) -> int | None:
    listed = list(parts)
    known = ([sum(listed)] if listed else []) + ([] if typed is None else [typed])
    return max(known, default=None)


def _activity(records: Sequence[Record], check_in: CheckIn | None) -> tuple[int | None, int | None]:
    """Moderate and vigorous minutes: the pair with the larger moderate + 2 x vigorous."""
    pairs: list[tuple[int, int]] = []
    done = [each for each in records if isinstance(each, Activity)]
    if done:
        sums = {
            kind: sum(each.minutes for each in done if each.intensity is kind) for kind in Intensity
        }
        pairs.append((sums[Intensity.MODERATE], sums[Intensity.VIGOROUS]))
    typed = _moves(check_in) if check_in else None
    if typed is not None:
        pairs.append(typed)
    return max(pairs, key=_weight, default=(None, None))


def _moves(check_in: CheckIn) -> tuple[int, int] | None:
    """The minutes answered; an unanswered half counts 0 where the other is answered."""
    if check_in.moderate_min is None and check_in.vigorous_min is None:
        return None
    return check_in.moderate_min or 0, check_in.vigorous_min or 0


def _weight(minutes: tuple[int, int]) -> int:
    return minutes[0] + 2 * minutes[1]


def _stretching(records: Sequence[Record], check_in: CheckIn | None) -> int | None:
    """Seconds of the muscle group that got most; those without a group are one group."""
    groups: dict[str | None, int] = {}
    for each in records:
        if isinstance(each, Stretch):
            groups[each.group] = groups.get(each.group, 0) + each.seconds
    best = [max(groups.values())] if groups else []
    return _larger(best, check_in.stretch_s if check_in else None)
