"""A made-up person's journal for the demo, benchmarks and tests: one seed, one person."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from spasmlog.domain import records as kinds
from spasmlog.domain import scales
from spasmlog.domain.moment import DAY_START, Moment, last_day_touched
from spasmlog.domain.records import Record
from spasmlog.domain.scales import (
    Intensity,
    Limited,
    Nrs,
    ReadingWord,
    Region,
    Side,
    Sign,
    SignalAnswer,
    SignAnswer,
    TreatmentKind,
)

CAREFUL_MG = {TreatmentKind.IBUPROFEN: 800.0, TreatmentKind.PARACETAMOL: 1500.0}
"""What this person keeps to in any 24 hours: below the limits on the packets."""
CATALOGUE: tuple[tuple[str, TreatmentKind, float | None], ...] = (
    ("Ibuprofen", TreatmentKind.IBUPROFEN, 400.0),
    ("Paracetamol", TreatmentKind.PARACETAMOL, 500.0),
    ("Heat wrap", TreatmentKind.HEAT, None),
    ("Ice pack", TreatmentKind.ICE, None),
    ("Physiotherapy", TreatmentKind.PHYSIOTHERAPY, None),
    ("Amlodipine", TreatmentKind.OTHER_MEDICINE, 5.0),
)
GLASSES_ML = (200, 200, 250, 250, 250, 330, 150, 500)
WALKS = ("walk", "walk", "walk", "cycling", "swimming", "gardening")
STRETCHES = (("hamstrings", "Hamstring stretch"), ("lower back", "Knees to chest"))
QUESTIONS = ("Why does it keep coming back?", "Would a scan help?", "How much may I lift?")
DAY_NOTES = ("Long day at the desk.", "Carried the shopping up.", "Garden all morning.", "")
SPASM_NOTES = ("", "", "", "Getting out of the car.", "Bent down to the dishwasher.", "In bed.")
EXPERIMENT = ("Heat in the evening", "No heat")
DOSES: tuple[tuple[TreatmentKind, float | None, str], ...] = (
    (TreatmentKind.IBUPROFEN, 400.0, "1 tablet"),
    (TreatmentKind.IBUPROFEN, 400.0, "1 tablet with food"),
    (TreatmentKind.PARACETAMOL, 1000.0, "2 tablets"),
    (TreatmentKind.PARACETAMOL, 500.0, "1 tablet"),
    (TreatmentKind.HEAT, None, ""),
    (TreatmentKind.ICE, None, ""),
)
CLEAN_DAYS = 40  # quiet before the present flare, so that its spell begins with it
RECENT_DAYS = 120  # so far back nothing that makes the signals is left out


@dataclass(frozen=True, slots=True)
class _Story:
    """What happened, before anybody writes it down; days are ordinals, the last is today."""

    first: int
    last: int
    flares: tuple[tuple[int, int], ...]
    spasms: dict[int, Region]
    clocks: int
    gaps: frozenset[int]
    away: range

    def flaring(self, day: int) -> bool:
        return any(start <= day <= end for start, end in self.flares)

    def in_doubt(self, day: int) -> bool:
        """An answer of "not sure" stands: in the flare before this one, until the visit."""
        return any(0 <= day - start < 14 for start, _end in self.flares[-2:-1])

    def physiotherapy(self, day: int) -> bool:
        """Once a week from the third week of a flare."""
        return any((day - start) % 7 == 3 and 16 < day - start < 58 for start, _end in self.flares)

    def clean(self, day: int) -> bool:
        """The quiet weeks that let the present spell begin with the present flare."""
        return self.flares[-1][0] - CLEAN_DAYS <= day < self.flares[-1][0]


def made_up_person(
    today: Moment, years: float, seed: int, zone: str, *, running: bool = False
) -> tuple[Record, ...]:
    """The records of `years` up to the moment `today`, lived in `zone`; nothing is later."""
    rng = random.Random(seed)
    last = today.diary_day().toordinal()
    story = _story(rng, last - max(1, round(years * 365.25)), last, zone)
    abroad = "Asia/Tokyo" if zone != "Asia/Tokyo" else "Europe/Lisbon"
    diarist = _Diarist(rng, today, zone, abroad, story)
    diarist.begin()
    for day in range(story.first, last + 1):
        if day not in story.gaps:
            diarist.live(day)
    if running:
        diarist.spasm(today.plus(timedelta(hours=-2)), Region.LOW_BACK, minutes=None)
    return tuple(diarist.records)


def _story(rng: random.Random, first: int, last: int, zone: str) -> _Story:
    flares = [(last - rng.randint(62, 76), last)]
    while flares[0][0] > first:
        end = flares[0][0] - rng.randint(55, 120)
        flares.insert(0, (end - rng.randint(25, 55), end))
    away = range(last - 152, last - 143)
    spasms = dict(_neck_days(rng, first, flares[-1][0]))
    for start, end in flares:
        spasms |= dict.fromkeys(_spasm_days(rng, start, end), Region.LOW_BACK)
    clocks = _clock_night(last, zone)
    spasms |= {clocks: Region.LOW_BACK} if clocks else {}
    gaps = _gaps(rng, first, flares[-1][0]) | _single_gaps(rng, first, last)
    gaps -= {clocks, *away, *(day for day in spasms if day > last - RECENT_DAYS)}
    return _Story(first, last, tuple(flares), spasms, clocks, frozenset(gaps), away)


def _spasm_days(rng: random.Random, start: int, end: int) -> Iterator[int]:
    """One every 5 to 14 days, so that each is a return of the one before; two days ago the last."""
    day = start
    while day <= end - 7:
        yield day
        day += rng.randint(5, 14)
    yield end - 2


def _neck_days(rng: random.Random, first: int, flare: int) -> Iterator[tuple[int, Region]]:
    day = first + rng.randint(5, 40)
    while day < flare - CLEAN_DAYS:
        yield day, rng.choice((Region.NECK, Region.NECK, Region.UPPER_BACK))
        day += rng.randint(20, 60)


def _clock_night(last: int, zone: str) -> int:
    """The evening before the latest change of clocks that lies well in the past; 0: none."""
    place = ZoneInfo(zone)
    noon = [
        datetime.combine(date.fromordinal(day), time(12), place)
        for day in range(last - 400, last - 130)
    ]
    moved = [early for early, late in pairwise(noon) if early.utcoffset() != late.utcoffset()]
    return moved[-1].toordinal() if moved else 0


def _gaps(rng: random.Random, first: int, flare: int) -> set[int]:
    """Whole weeks without a word: holidays, and weeks when it was forgotten."""
    gaps: set[int] = set()
    day = first + rng.randint(30, 120)
    while day < flare - 14:
        gaps |= set(range(day, day + rng.randint(5, 14)))
        day += rng.randint(90, 170)
    return gaps


def _single_gaps(rng: random.Random, first: int, last: int) -> set[int]:
    return {day for day in range(first + 1, last) if rng.random() < 0.06}


@dataclass(slots=True)
class _Diarist:
    """Writes the story down, a day after the other, as that person would."""

    rng: random.Random
    now: Moment
    home: str
    abroad: str
    story: _Story
    records: list[Record] = field(default_factory=list)
    shelf: dict[TreatmentKind, str] = field(default_factory=dict)
    taken: list[tuple[TreatmentKind, datetime, float]] = field(default_factory=list)
    factor: str = ""
    trial: str = ""
    ache: float = 0.0

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

    def begin(self) -> None:
        """What is set up once: the profile, the catalogue, an own factor, an old experiment."""
        start, rng = self.moment(self.story.first, 9 * 60), self.rng
        self.write(
            kinds.Profile,
            start,
            birth_year=self.now.clock.year - rng.randint(43, 47),
            sex=rng.choice(tuple(scales.Sex)),
            problem_since=date.fromordinal(self.story.first - 900),
            risks=frozenset({"high blood pressure"}),
            allergies="Penicillin",
            name_for_report="Robin Example",
        )
        for name, kind, dose in CATALOGUE:
            daily = kind is TreatmentKind.OTHER_MEDICINE
            self.shelf[kind] = self.write(
                kinds.Treatment,
                start,
                name=name,
                kind=kind,
                usual_dose_mg=dose,
                prescribed=daily,
                regular=daily,
            )
        self._set_up_suspects()
        for flare in self.story.flares:
            self._set_up_care(*flare)

    def _set_up_suspects(self) -> None:
        last = self.story.last
        if (day := last - 240) > self.story.first:
            self.factor = self.write(
                kinds.Factor,
                self.moment(day, 1210),
                name="Long drive",
                lag=scales.Lag.DAY_BEFORE,
                created=date.fromordinal(day),
            )
        if (day := last - 330) > self.story.first:
            self.trial = self.write(
                kinds.Experiment,
                self.moment(day, 1200),
                options=EXPERIMENT,
                outcome=scales.ExperimentOutcome.WORST_PAIN,
                block_days=7,
                order=("AB", "BA", "BA", "AB"),
                start=date.fromordinal(day),
                stop=date.fromordinal(day + 55),
            )

    def _set_up_care(self, start: int, end: int) -> None:
        """A flare's care: heat that does not last, a visit, then physiotherapy."""
        if start < self.story.first:
            return
        present = end == self.story.last
        heat, physio = self.shelf[TreatmentKind.HEAT], self.shelf[TreatmentKind.PHYSIOTHERAPY]
        self._course(heat, start + 3, start + 12, "A heat wrap every evening")
        self._course(
            physio, start + 16, start + (85 if present else 57), "Six sessions, exercises at home"
        )
        self.write(
            kinds.Visit,
            self.moment(start + 14, 1050),
            day=date.fromordinal(start + 14),
            who=self.rng.choice(("GP", "Dr Example, GP", "Physiotherapist")),
            questions=tuple(self.rng.sample(QUESTIONS, 2)),
            said="Keep gently active. Come back if it has not settled in six weeks.",
            plan="Physiotherapy, six sessions.",
            follow_up=date.fromordinal(start + 84),
        )
        for sign in scales.PROMPT_SIGNS + scales.ROUTINE_SIGNS:
            self._answer(self.moment(start + 14, 1055), sign, SignAnswer.NO)
        if self.story.in_doubt(start):
            self._answer(self.moment(start + 2, 1190), Sign.BOTH_LEGS, SignAnswer.UNSURE)
            self._answer(self.moment(start + 14, 1052), Sign.BOTH_LEGS, SignAnswer.CLEARED)
        what = SignalAnswer.SEEN if present else SignalAnswer.SHOWN_TO_DOCTOR
        day = self.moment(start + 30, 1195)
        self.write(kinds.SignalNote, day, rule="R10", day=day.diary_day(), what=what)

    def _course(self, treatment: str, first: int, last: int, plan: str) -> None:
        self.write(
            kinds.Course,
            self.moment(first, 1080),
            treatment_id=treatment,
            region=Region.LOW_BACK,
            first_day=date.fromordinal(first),
            last_day=date.fromordinal(last),
            plan=plan,
        )

    def _answer(self, at: Moment, sign: Sign, said: SignAnswer) -> None:
        self.write(kinds.Answer, at, day=at.diary_day(), sign=sign, answer=said)

    def live(self, day: int) -> None:
        """A day on which something was written down."""
        region = self.story.spasms.get(day)
        self._sip(day)
        self._move(day)
        self._feel(day, region is not None)
        if region is not None:
            self._spasms(day, region)
        if self.chance(0.92):
            self._evening(day)
        if day > self.story.last - 730 and day % 7 == 2:
            self._score(day)
        if self.story.physiotherapy(day):
            self._use(TreatmentKind.PHYSIOTHERAPY, self.moment(day, 1005), minutes=30)

    def _spasms(self, day: int, region: Region) -> None:
        """One, now and then two a day; one lasts through the night in which clocks changed."""
        if day == self.story.clocks:
            self.spasm(self.moment(day, 1320), region, 600)
            return
        late = 1 if day < self.story.last - 3 and self.chance(0.12) else 0
        twin = region is Region.LOW_BACK and self.chance(0.15)
        for hour in (7, 19) if twin else (self.rng.choice((6, 8, 10, 14, 17, 20)),):
            minutes = self.rng.randint(70, 500 if twin or self._recent(day) else 1900)
            onset = self.moment(day, hour * 60 + self.rng.randrange(60))
            self.spasm(onset, region, minutes, late)

    def _recent(self, day: int) -> bool:
        return day > self.story.last - RECENT_DAYS

    def _sip(self, day: int) -> None:
        glasses = self.rng.randint(6, 10)
        for glass in range(glasses):
            minute = 400 + glass * 940 // glasses + self.rng.randrange(80)
            volume = self.rng.choice(GLASSES_ML)
            self.timed(kinds.Drink, self.moment(day, minute), volume_ml=volume)

    def _move(self, day: int) -> None:
        sore = self.ache >= 3
        if self.chance(0.65):
            levels = (Intensity.LIGHT,) if sore else tuple(Intensity)
            self.timed(
                kinds.Activity,
                self.moment(day, self.rng.randint(960, 1170)),
                kind="walk" if sore else self.rng.choice(WALKS),
                minutes=5 * self.rng.randint(2, 4 if sore else 12),
                intensity=self.rng.choice(levels),
            )
        for hour in (13, 21):
            if self.chance(0.4):
                group, routine = self.rng.choice(STRETCHES)
                at, seconds = self.moment(day, hour * 60 + 10), self.rng.randint(4, 20) * 30
                self.timed(kinds.Stretch, at, group=group, routine=routine, seconds=seconds)

    def _feel(self, day: int, spasm: bool) -> None:
        """The ache of the day: what is left of the last spasm, and what comes with a flare."""
        self.ache = max(0.0, self.ache * 0.6 - 0.3)
        if self.story.flaring(day) and self.chance(0.35):
            self.ache = max(self.ache, self.rng.choice((1.0, 2.0, 2.0, 3.0)))
        elif not self.story.clean(day) and self.chance(0.04):
            self.ache = max(self.ache, 1.0)
        if spasm:
            return
        at = self.moment(day, self.rng.randint(440, 1140))
        if self.chance(0.4):
            self.timed(kinds.Reading, at, pain=Nrs(round(self.ache)))
        elif self.chance(0.1):
            self.timed(kinds.Reading, at, word=ReadingWord.NO_SPASM)

    def spasm(self, onset: Moment, region: Region, minutes: int | None, late: int = 0) -> None:
        """A spasm with what was read and taken; without minutes it is running."""
        rng, day = self.rng, onset.diary_day()
        old = not self._recent(day.toordinal())
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
            resolved_day=ended and last_day_touched(ended, DAY_START, day),
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
            return self._use(kind, at, late, episode_id=episode, minutes=20)
        self.taken.append((kind, at.utc, mg))
        upset = "Upset stomach" if kind is TreatmentKind.IBUPROFEN and self.chance(0.05) else ""
        return self._use(
            kind, at, late, episode_id=episode, dose_mg=mg, dose_text=text, side_effect=upset
        )

    def _use(self, kind: TreatmentKind, at: Moment, late: int = 0, **fields: Any) -> str:
        treatment = self.shelf[kind]
        return self.timed(kinds.TreatmentUse, at, late, treatment_id=treatment, kind=kind, **fields)

    def _no_signs(self, onset: Moment) -> None:
        """None of these; what stands at "not sure" is not taken back by it."""
        doubt = self.story.in_doubt(onset.diary_day().toordinal())
        for sign in scales.EMERGENCY_SIGNS:
            if not (doubt and sign is Sign.BOTH_LEGS):
                self._answer(onset.plus(timedelta(minutes=9)), sign, SignAnswer.NO)

    def _score(self, day: int) -> None:
        level = (5 if self.story.flaring(day) else 2) + self.rng.randrange(2)
        answers = tuple(
            (item, level + self.rng.randrange(3)) for item in sorted(scales.INSTRUMENTS["peg"])
        )
        at = self.moment(day, 1215)
        self.write(kinds.Score, at, day=date.fromordinal(day), instrument="peg", answers=answers)

    def _evening(self, day: int) -> None:
        """The check-in; any of its questions may be left unanswered."""
        self.write(
            kinds.CheckIn,
            self.moment(day, self.rng.randint(1200, 1345)),
            1 if self.chance(0.06) else 0,
            day=date.fromordinal(day),
            exposures=self._exposures(day),
            note=self.rng.choice(DAY_NOTES) if self.chance(0.2) else "",
            **self._said(round(self.ache)),
        )

    def _said(self, worst: int) -> dict[str, Any]:
        rng, sleep = self.rng, self.rng.randint(10, 17) / 2
        limits = (Limited.NO, Limited.NO, Limited.NO, Limited.A_BIT, Limited.A_BIT, Limited.A_LOT)
        often = {
            "average": Nrs(max(0, worst - rng.randint(1, 3))),
            "limited": limits[min(worst, 5)],
            "sleep_h": sleep,
            "slept_badly": sleep < 6.5 or worst > 5,
            "sitting_h": rng.randint(6, 20) / 2,
        }
        seldom = {
            "fluids_ml": 100 * rng.randint(12, 24),
            "moderate_min": 5 * rng.randrange(12),
            "vigorous_min": 0,
            "stretch_s": 60 * rng.randrange(8),
        }
        said: dict[str, Any] = {name: each for name, each in often.items() if self.chance(0.85)}
        said |= {name: each for name, each in seldom.items() if self.chance(0.15)}
        return said | {"worst": Nrs(worst)}

    def _exposures(self, day: int) -> tuple[tuple[str, bool], ...]:
        """Heavy loads and bad posture go before a spasm more often; some are not asked."""
        spasms = self.story.spasms
        share = 0.6 if day in spasms or day + 1 in spasms else 0.2
        shares = {scales.Exposure.HEAVY_LOAD: share, scales.Exposure.AWKWARD_POSTURE: share + 0.1}
        shares |= {scales.Exposure.STRESS: 0.35}
        asked = {str(name): self.chance(each) for name, each in shares.items() if self.chance(0.85)}
        if day > self.story.last - 240 and self.factor and self.chance(0.8):
            asked[self.factor] = self.chance(0.15)
        block = day - (self.story.last - 330)
        if self.trial and 0 <= block < 56:
            option = ("AB", "BA", "BA", "AB")[block // 14][block % 14 // 7]
            asked[f"{self.trial}:{EXPERIMENT['AB'.index(option)]}"] = self.chance(0.85)
        return tuple(sorted(asked.items()))
