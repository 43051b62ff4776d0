"""A made-up person's journal for the demo, benchmarks and tests: one seed, one person."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from spasmlog.domain import records as kinds
from spasmlog.domain import scales
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import (
    Intensity,
    Limited,
    Nrs,
    ReadingWord,
    Region,
    Sign,
    SignalAnswer,
    SignAnswer,
    TreatmentKind,
)
from spasmlog.journal.made_up_spasm import SpasmPen
from spasmlog.journal.made_up_story import story_of

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
STRETCHES = (("hamstrings", "Legs"), ("lower back", "Knees up"))
QUESTIONS = ("Why does it keep coming back?", "Would a scan help?", "How much may I lift?")
DAY_NOTES = ("Long day at the desk.", "Carried the shopping up.", "Garden all morning.", "")
EXPERIMENT = ("Heat in the evening", "No heat")


def made_up_person(
    today: Moment, years: float, seed: int, zone: str, *, running: bool = False
) -> tuple[Record, ...]:
    """The records of `years` up to the moment `today`, lived in `zone`; nothing is later."""
    rng = random.Random(seed)
    last = today.diary_day().toordinal()
    story = story_of(rng, last - max(1, round(years * 365.25)), last, zone)
    abroad = "Asia/Tokyo" if zone != "Asia/Tokyo" else "Europe/Lisbon"
    diarist = _Diarist(rng, today, zone, abroad, story)
    diarist.begin()
    for day in range(story.first, last + 1):
        if day not in story.gaps:
            diarist.live(day)
    diarist.plan_a_visit()
    if running:
        diarist.spasm(today.plus(timedelta(hours=-2)), Region.LOW_BACK, minutes=None)
    return tuple(diarist.records)


@dataclass(slots=True)
class _Diarist(SpasmPen):
    """Writes the story down, a day after the other, as that person would."""

    factor: str = ""
    trial: str = ""

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
            self.answer(self.moment(start + 14, 1055), sign, SignAnswer.NO)
        if self.story.in_doubt(start):
            self.answer(self.moment(start + 2, 1190), Sign.BOTH_LEGS, SignAnswer.UNSURE)
            self.answer(self.moment(start + 14, 1052), Sign.BOTH_LEGS, SignAnswer.CLEARED)
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

    def plan_a_visit(self) -> None:
        """The next visit, with what is to be asked there; its day lies ahead."""
        self.write(
            kinds.Visit,
            self.moment(self.story.last - 1, 1140),
            day=date.fromordinal(self.story.last + 6),
            who="Dr Example, GP",
            questions=QUESTIONS[:2],
        )

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
            self.use(TreatmentKind.PHYSIOTHERAPY, self.moment(day, 1005), minutes=30)

    def _spasms(self, day: int, region: Region) -> None:
        """One, now and then two a day; one lasts through the night in which clocks changed."""
        if day == self.story.clocks:
            self.spasm(self.moment(day, 1320), region, 600)
            return
        late = 1 if day < self.story.last - 3 and self.chance(0.12) else 0
        twin = region is Region.LOW_BACK and self.chance(0.15)
        for hour in (7, 19) if twin else (self.rng.choice((6, 8, 10, 14, 17, 20)),):
            minutes = self.rng.randint(70, 500 if twin or self.recent(day) else 1900)
            onset = self.moment(day, hour * 60 + self.rng.randrange(60))
            self.spasm(onset, region, minutes, late)

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
                at, seconds = self.moment(day, hour * 60 + 10), self.rng.choice((3, 5, 10)) * 60
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
