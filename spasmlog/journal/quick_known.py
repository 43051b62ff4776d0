"""What the quick line has to know of the diary to understand what is typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Factor, Treatment
from spasmlog.domain.scales import Region, Side
from spasmlog.journal.commands import Dose
from spasmlog.journal.quick_words import ENGLISH

GLASS_ML = 250
MONTH_DAYS = 31
MOST_PLACES = 3
LATELY = 100
"""Of so many spasms the places are counted (our own choice)."""
Place = tuple[Region, Side | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Now, today, the catalogue and what the person uses.

    `running` is the id of the spasm that runs, empty where none does. `place` and `side` are taken
    for a spasm whose place is not said. `not_again` says why the last dose may not be repeated by a
    key, where it may not. `places` are those used most lately. `causes` are the exposures of the
    person's own, by name; `pain_days` those of the last month.
    """

    now: Moment
    today: date
    catalogue: tuple[Treatment, ...] = ()
    running: str = ""
    last_dose: Dose | None = None
    not_again: str = ""
    place: Region | None = None
    side: Side | None = None
    places: tuple[Place, ...] = ()
    glass_ml: int = GLASS_ML
    causes: Mapping[str, str] = field(default_factory=dict)
    doses: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    pain_days: frozenset[date] = frozenset()


def known_of(diary: Diary, now: Moment, glass_ml: int = GLASS_ML) -> Known:
    """What a diary tells; the usual place is that of the last spasm."""
    last = diary.episodes[-1] if diary.episodes else None
    return Known(
        now=now,
        today=diary.today,
        catalogue=tuple(each for each in diary.treatments if not each.archived),
        running=diary.running.id if diary.running else "",
        last_dose=_last_dose(diary),
        place=last.region if last else None,
        side=last.side if last else None,
        places=_places(diary),
        glass_ml=glass_ml,
        causes={
            each.name.casefold(): each.exposure or each.id
            for each in diary.of_kind(Factor)
            if each.retired is None
        },
        doses=_doses(diary),
        pain_days=frozenset(
            day for day in map(date.fromordinal, diary.last(MONTH_DAYS)) if diary.facts_on(day).pain
        ),
    )


def _places(diary: Diary) -> tuple[Place, ...]:
    """The places of most of the last spasms, the most used first; none that no line can say."""
    used = Counter(
        (each.region, each.side)
        for each in diary.episodes[-LATELY:]
        if each.region in ENGLISH.places.values()
    )
    return tuple(
        (region, side) for (region, side), _times in used.most_common(MOST_PLACES) if region
    )


def _last_dose(diary: Diary) -> Dose | None:
    """The newest dose or go, to be had again."""
    for use in reversed(diary.uses):
        treatment = diary.get(Treatment, use.treatment_id)
        if treatment is not None:
            return Dose(
                treatment_id=treatment.id,
                name=treatment.name,
                kind=treatment.kind,
                prescribed=treatment.prescribed,
                dose_mg=use.dose_mg,
                dose_text=use.dose_text,
                minutes=use.minutes,
            )
    return None


def _doses(diary: Diary) -> dict[str, tuple[float, ...]]:
    """The amounts that were taken before, the newest first, by the treatment's name."""
    taken: dict[str, list[float]] = {}
    for use in reversed(diary.uses):
        treatment = diary.get(Treatment, use.treatment_id)
        if treatment is None or use.dose_mg is None:
            continue
        amounts = taken.setdefault(treatment.name.casefold(), [])
        if use.dose_mg not in amounts and len(amounts) < 2:
            amounts.append(use.dose_mg)
    return {name: tuple(amounts) for name, amounts in taken.items()}
