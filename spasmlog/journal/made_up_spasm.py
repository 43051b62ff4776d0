"""How the made-up person writes a spasm down: what it was, what was taken, how it was then."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from spasmlog.domain import records as kinds
from spasmlog.domain import scales
from spasmlog.domain.moment import DAY_START, Moment, day_of_end
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Nrs, ReadingWord, Region, Side, Sign, SignAnswer, TreatmentKind
from spasmlog.journal.made_up_story import RECENT_DAYS, Story

CAREFUL_MG = {TreatmentKind.IBUPROFEN: 800.0, TreatmentKind.PARACETAMOL: 1500.0}
"""What this person keeps to in any 24 hours: below the limits on the packets."""
SPASM_NOTES = ("", "", "", "Getting out of the car.", "Bent down to the dishwasher.", "In bed.")
DOSES: tuple[tuple[TreatmentKind, float | None, str], ...] = (
    (TreatmentKind.IBUPROFEN, 400.0, "1 tablet"),
    (TreatmentKind.IBUPROFEN, 400.0, "1 tablet with food"),
    (TreatmentKind.PARACETAMOL, 1000.0, "2 tablets"),
    (TreatmentKind.PARACETAMOL, 500.0, "1 tablet"),
    (TreatmentKind.HEAT, None, ""),
    (TreatmentKind.ICE, None, ""),
)


@dataclass(slots=True)
class Pen:
    """Writes records as one person would, at home and away, up to now."""

    rng: random.Random
    now: Moment
    home: str
    abroad: str
    story: Story
    records: list[Record] = field(default_factory=list)

    def moment(self, day: int, minute: int) -> Moment:
        """This minute of the day on the clocks of where the person was."""
        zone = self.abroad if day in self.story.away else self.home
        clock = datetime.combine(date.fromordinal(day), time(minute // 60, minute % 60))
        return Moment.of(clock.replace(tzinfo=ZoneInfo(zone)), zone)

    def write(self, kind: type[Record], at: Moment, late_days: int = 0, /, **fields: Any) -> str:
        """One record, typed at `at` or days after it; what is still to come is not written."""
        id_ = str(UUID(int=self.rng.getrandbits(128), version=4))
        if at.utc <= self.now.utc:
            wait = timedelta(days=late_days, microseconds=self.rng.randrange(5 * 10**7))
            typed = at.plus(wait) if late_days else Moment(at.utc + wait, at.zone, at.offset_min)
            recorded = typed if typed.utc < self.now.utc else self.now
            self.records.append(kind(id=id_, recorded_at=recorded, **fields))
        return id_

    def timed(self, kind: type[Record], at: Moment, late_days: int = 0, /, **fields: Any) -> str:
        return self.write(kind, at, late_days, at=at.to_second(), day=at.diary_day(), **fields)

    def chance(self, share: float) -> bool:
        return self.rng.random() < share

    def answer(self, at: Moment, sign: Sign, said: SignAnswer) -> None:
        self.write(kinds.Answer, at, day=at.diary_day(), sign=sign, answer=said)


@dataclass(slots=True)
class SpasmPen(Pen):
    """Writes spasms with all that belongs to them; `ache` is what the last one left."""

    shelf: dict[TreatmentKind, str] = field(default_factory=dict)
    taken: list[tuple[TreatmentKind, datetime, float]] = field(default_factory=list)
    ache: float = 0.0

    def spasm(self, onset: Moment, region: Region, minutes: int | None, late: int = 0) -> None:
        """A spasm with what was read and taken; without minutes it is running."""
        rng, day = self.rng, onset.diary_day()
        old = not self.recent(day.toordinal())
        peak = rng.choice((4, 5, 5, 6, 6, 7, 7, 8)) - (region is not Region.LOW_BACK)
        end = None if minutes is None else onset.plus(timedelta(minutes=minutes)).to_second()
        lost = minutes is not None and minutes < 600 and old and self.chance(0.12)
        ended = None if lost else end
        episode = self.write(
            kinds.Episode,
            onset,
            late,
            onset=onset.to_second(),
            day=day,
            onset_exact=scales.OnsetExact.DAY if late and old else scales.OnsetExact.MINUTE,
            resolved=ended,
            resolved_day=ended and day_of_end(ended, DAY_START, day),
            end_unknown=lost,
            peak=None if old and self.chance(0.03) else Nrs(peak),
            region=region,
            exposures=frozenset(rng.sample(tuple(map(str, scales.Exposure)), rng.choice((0, 1)))),
            flare=self.story.flaring(day.toordinal()),
            note=rng.choice(SPASM_NOTES),
            **self._place(region, peak),
        )
        self.ache = max(self.ache, float(peak))
        self._relieve(episode, onset, peak, minutes or 120, late, sure=not old)
        if not old or self.chance(0.6):
            self._no_signs(onset)

    def recent(self, day: int) -> bool:
        return day > self.story.last - RECENT_DAYS

    def _place(self, region: Region, peak: int) -> dict[str, Any]:
        side = self.rng.choice((Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.BOTH))
        part = {Region.NECK: "neck", Region.LOW_BACK: "lower"}.get(region, "upper")
        sides = (Side.LEFT, Side.RIGHT) if side is Side.BOTH else (side,)
        areas = {f"back-{part}-{each}": Nrs(peak) for each in sides}
        low = region is Region.LOW_BACK
        if low and self.chance(0.3):
            areas |= {f"back-buttock-{each}": Nrs(peak - 3) for each in sides}
        movements = (
            (scales.Movement.BEND, scales.Effect.WORSE),
            (scales.Movement.WALK, scales.Effect.BETTER),
        )
        return {
            "side": side,
            "areas": tuple(sorted(areas.items())),
            "spread": scales.Spread.THIGH if low and self.chance(0.1) else None,
            "movements": movements if low and self.chance(0.4) else (),
        }

    def _relieve(
        self, episode: str, onset: Moment, peak: int, minutes: int, late: int, *, sure: bool
    ) -> None:
        """Readings before and after up to two doses; one in four spasms is left alone."""

        def read(minute: int, pain: int, **links: Any) -> None:
            at = onset.plus(timedelta(minutes=minute))
            self.timed(kinds.Reading, at, late, pain=Nrs(pain), episode_id=episode, **links)

        if not (sure or self.chance(0.75)):
            read(4, peak)
            return
        taken = self.rng.randint(12, 45)
        for start, left in ((taken, peak), (taken + 360, max(2, peak - 2))):
            if start + 20 < minutes:
                read(start - 4, left)
                at = onset.plus(timedelta(minutes=start))
                use = self._dose(at, episode, late)
                eased = self.rng.choice((0, 1, 2, 2, 3, 4))
                word = (ReadingWord.NONE, ReadingWord.SOME, ReadingWord.MUCH)[min(2, eased)]
                read(min(start + 65, minutes - 1), max(1, left - eased), use_id=use, word=word)

    def _dose(self, at: Moment, episode: str, late: int) -> str:
        """A dose that stays below the limits; heat where it would go beyond."""
        kind, mg, text = self.rng.choice(DOSES)
        near = [
            other
            for of, when, other in self.taken
            if of is kind and abs(when - at.utc) <= timedelta(hours=24)
        ]
        if mg is not None and sum(near) + mg > CAREFUL_MG[kind]:
            kind, mg, text = TreatmentKind.HEAT, None, ""
        if mg is None:
            return self.use(kind, at, late, episode_id=episode, minutes=20)
        self.taken.append((kind, at.utc, mg))
        upset = "Upset stomach" if kind is TreatmentKind.IBUPROFEN and self.chance(0.05) else ""
        return self.use(
            kind, at, late, episode_id=episode, dose_mg=mg, dose_text=text, side_effect=upset
        )

    def use(self, kind: TreatmentKind, at: Moment, late: int = 0, **fields: Any) -> str:
        treatment = self.shelf[kind]
        return self.timed(kinds.TreatmentUse, at, late, treatment_id=treatment, kind=kind, **fields)

    def _no_signs(self, onset: Moment) -> None:
        """None of these; what stands at "not sure" is not taken back by it."""
        doubt = self.story.in_doubt(onset.diary_day().toordinal())
        for sign in scales.EMERGENCY_SIGNS:
            if not (doubt and sign is Sign.BOTH_LEGS):
                self.answer(onset.plus(timedelta(minutes=9)), sign, SignAnswer.NO)
