"""What the person writes down. Frozen: an edit is a new record with the same id.

A record refuses nonsense at birth (`InvalidEntry`). `None` means "not known", nothing else.
Sets are frozensets; maps are tuples of pairs, sorted by key, so that records stay plain values.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from spasmlog.domain.moment import FIRST_YEAR, LAST_YEAR, Moment
from spasmlog.domain.scales import (
    BODY_PARTS,
    Effect,
    ExperimentOutcome,
    Intensity,
    Lag,
    Limited,
    Movement,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Sex,
    Side,
    Sign,
    SignalAnswer,
    SignAnswer,
    Spread,
    TreatmentKind,
)
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

MAX_DRINK_ML = 5_000
MAX_DAY_ML = 30_000
MAX_DAY_MINUTES = 24 * 60
MAX_DOSE_MG = 1_000_000
"""Beyond these a number is a slip of the finger (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The base: `recorded_at` is when it was typed, kept apart from when it happened."""

    id: str
    recorded_at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Record):
    """One spasm, from onset until it let go.

    The literature's "episode" is stricter (24 hours, with a month free on both sides); this is
    any spasm that was logged. It runs while `resolved` is None and `end_unknown` is false.
    `resolved_day` is the diary day of the end (`moment.day_of_end`); `last_day` what it touched.
    """

    onset: Moment
    day: date
    onset_exact: OnsetExact = OnsetExact.MINUTE
    resolved: Moment | None = None
    resolved_day: date | None = None
    end_unknown: bool = False
    peak: Nrs | None = None
    region: Region | None = None
    side: Side | None = None
    areas: tuple[tuple[str, Nrs], ...] = ()
    spread: Spread | None = None
    exposures: frozenset[str] = frozenset()
    movements: tuple[tuple[Movement, Effect], ...] = ()
    flare: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        if (self.resolved is None) is not (self.resolved_day is None):
            raise InvalidEntry(_("An end needs both its time and its day."))
        if self.resolved is not None and self.resolved.utc < self.onset.utc:
            raise InvalidEntry(_("A spasm cannot let go before it began."))
        if self.resolved_day is not None and self.resolved_day < self.day:
            raise InvalidEntry(_("A spasm cannot let go before it began."))
        if self.resolved is not None and self.end_unknown:
            raise InvalidEntry(_("An end is known or not known, not both."))
        _refuse_unsorted(part for part, _pain in self.areas)
        _refuse_unsorted(movement for movement, _effect in self.movements)
        for part, _pain in self.areas:
            if part not in BODY_PARTS:
                raise InvalidEntry(_("{part} is no place of the body map.").format(part=part))
        _refuse_unwritable(self.note, *self.exposures)

    @property
    def is_running(self) -> bool:
        """Began, and nobody has said that it ended or that its end is not known."""
        return self.resolved is None and not self.end_unknown

    @property
    def last_day(self) -> date:
        """The last diary day that it touched; without a known end, the day of its onset.

        An end at midnight on the clock belongs to a day of that date only where days begin at
        midnight, and there it does not touch the day that begins.
        """
        end, day = self.resolved, self.resolved_day
        if end is None or day is None or day == self.day:
            return self.day
        clock = end.clock
        at_its_beginning = clock.time() == time() and clock.date() == day
        return day - timedelta(days=1) if at_its_beginning else day

    @property
    def place(self) -> Region | None:
        """The region stated, else that of the place with most pain; None: not stated."""
        if self.region is not None or not self.areas:
            return self.region
        part, _pain = max(self.areas, key=lambda area: area[1])
        return BODY_PARTS[part]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """How it is at one moment: a number, a word, or both. "Gone" is also a pain of 0."""

    at: Moment
    day: date
    pain: Nrs | None = None
    word: ReadingWord | None = None
    episode_id: str | None = None
    use_id: str | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.pain is None and self.word is None:
            raise InvalidEntry(_("A reading needs a number or a word."))
        if self.word is ReadingWord.GONE and self.pain != 0:
            raise InvalidEntry(_("Gone means a pain of 0."))
        if self.word is ReadingWord.NO_SPASM and self.pain is not None:
            raise InvalidEntry(_("No spasm so far is not a number."))
        _refuse_unwritable(self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drink(Record):
    """One glass."""

    at: Moment
    day: date
    volume_ml: int

    def __post_init__(self) -> None:
        _refuse_outside(self.volume_ml, 1, MAX_DRINK_ML, _("A drink"), "ml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """One walk, ride or other movement; several a day."""

    at: Moment
    day: date
    kind: str
    minutes: int
    intensity: Intensity

    def __post_init__(self) -> None:
        _refuse_empty(self.kind, _("An activity needs a name."))
        _refuse_outside(self.minutes, 1, MAX_DAY_MINUTES, _("An activity"), _("minutes"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch(Record):
    """One round of stretching; `group` is the muscle group that is summed by."""

    at: Moment
    day: date
    group: str | None = None
    routine: str = ""
    seconds: int

    def __post_init__(self) -> None:
        _refuse_outside(self.seconds, 1, MAX_DAY_MINUTES * 60, _("Stretching"), _("seconds"))
        _refuse_unwritable(self.routine, self.group or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Record):
    """How one day went; one a day at most.

    No check-in means unknown, never pain-free. `worst` = 0 is the explicit clear day. An exposure
    that was not asked is not in `exposures`.
    """

    day: date
    worst: Nrs | None = None
    average: Nrs | None = None
    limited: Limited | None = None
    sleep_h: float | None = None
    slept_badly: bool | None = None
    sitting_h: float | None = None
    fluids_ml: int | None = None
    moderate_min: int | None = None
    vigorous_min: int | None = None
    stretch_s: int | None = None
    exposures: tuple[tuple[str, bool], ...] = ()
    copied: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        _refuse_far(self.day)
        if self.worst is not None and self.average is not None and self.average > self.worst:
            raise InvalidEntry(_("The average cannot be above the worst pain of the day."))
        _refuse_outside(self.sleep_h, 0, 24, _("Sleep"), _("hours"))
        _refuse_outside(self.sitting_h, 0, 24, _("Sitting"), _("hours"))
        _refuse_outside(self.fluids_ml, 0, MAX_DAY_ML, _("Drinks"), "ml")
        _refuse_outside(self.moderate_min, 0, MAX_DAY_MINUTES, _("Activity"), _("minutes"))
        _refuse_outside(self.vigorous_min, 0, MAX_DAY_MINUTES, _("Activity"), _("minutes"))
        _refuse_outside(self.stretch_s, 0, MAX_DAY_MINUTES * 60, _("Stretching"), _("seconds"))
        _refuse_unsorted(exposure for exposure, _answer in self.exposures)
        _refuse_unwritable(self.note, *(exposure for exposure, _answer in self.exposures))


@dataclass(frozen=True, slots=True, kw_only=True)
class Treatment(Record):
    """An entry of the person's own catalogue; other current medicines are here too."""

    name: str
    kind: TreatmentKind
    usual_dose_mg: float | None = None
    prescribed: bool = False
    regular: bool = False
    archived: bool = False

    def __post_init__(self) -> None:
        _refuse_empty(self.name, _("A treatment needs a name."))
        _refuse_dose(self.usual_dose_mg)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreatmentUse(Record):
    """One dose or one go; kind and prescribed are as they were when it was logged."""

    treatment_id: str
    kind: TreatmentKind
    prescribed: bool = False
    at: Moment
    day: date
    dose_mg: float | None = None
    dose_text: str = ""
    minutes: int | None = None
    episode_id: str | None = None
    side_effect: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        _refuse_dose(self.dose_mg)
        _refuse_outside(self.minutes, 1, MAX_DAY_MINUTES, _("A treatment"), _("minutes"))
        _refuse_unwritable(self.dose_text, self.side_effect, self.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course(Record):
    """Treatment over days or weeks. `last_day` may lie ahead; None or ahead means running."""

    treatment_id: str
    region: Region | None = None
    first_day: date
    last_day: date | None = None
    plan: str = ""

    def __post_init__(self) -> None:
        _refuse_far(self.first_day, self.last_day)
        if self.last_day is not None and self.last_day < self.first_day:
            raise InvalidEntry(_("A course cannot end before it began."))
        _refuse_unwritable(self.plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """An answer to a safety question; a yes never expires silently."""

    day: date
    sign: Sign
    answer: SignAnswer

    def __post_init__(self) -> None:
        _refuse_far(self.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Record):
    """A questionnaire, answered on a day; `answers` are its items and their numbers."""

    day: date
    instrument: str
    answers: tuple[tuple[str, int], ...]

    def __post_init__(self) -> None:
        _refuse_far(self.day)
        _refuse_empty(self.instrument, _("A score needs the name of its questionnaire."))
        _refuse_unsorted(item for item, _number in self.answers)
        for _item, number in self.answers:
            _refuse_outside(number, 0, 100, _("An answer"), "")
        _refuse_unwritable(*(item for item, _number in self.answers))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit(Record):
    """A visit to a clinician: what was asked, what was said, what is planned."""

    day: date
    who: str = ""
    questions: tuple[str, ...] = ()
    said: str = ""
    plan: str = ""
    follow_up: date | None = None

    def __post_init__(self) -> None:
        _refuse_far(self.day, self.follow_up)
        _refuse_unwritable(self.who, self.said, self.plan, *self.questions)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalNote(Record):
    """How a person answered a signal; never hides an emergency."""

    rule: str
    day: date
    what: SignalAnswer

    def __post_init__(self) -> None:
        _refuse_far(self.day)
        _refuse_empty(self.rule, _("A note needs the rule that it is about."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor(Record):
    """An exposure of the person's own, or a built-in one named in advance as the suspect."""

    name: str
    exposure: str | None = None
    lag: Lag
    created: date
    suspect_since: date | None = None
    retired: date | None = None

    def __post_init__(self) -> None:
        _refuse_far(self.created, self.suspect_since, self.retired)
        _refuse_empty(self.name, _("A factor needs a name."))
        _refuse_unwritable(self.exposure or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment(Record):
    """A self-experiment: two options in blocks of days, in an order drawn pair by pair."""

    options: tuple[str, ...]
    outcome: ExperimentOutcome
    block_days: int
    order: tuple[str, ...]
    start: date
    stop: date | None = None

    def __post_init__(self) -> None:
        _refuse_far(self.start, self.stop)
        if len(self.options) != 2:
            raise InvalidEntry(_("An experiment compares two options."))
        if not self.order or not set(self.order) <= {"AB", "BA"}:
            raise InvalidEntry(_("The order of an experiment is AB or BA in each pair."))
        _refuse_outside(self.block_days, 1, 60, _("A block"), _("days"))
        if self.stop is not None and self.stop < self.start:
            raise InvalidEntry(_("An experiment cannot stop before it starts."))
        _refuse_unwritable(*self.options)


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile(Record):
    """The person, as far as they said; `risks` are words that no rule reads."""

    birth_year: int | None = None
    sex: Sex | None = None
    problem_since: date | None = None
    fluid_limit: bool = False
    risks: frozenset[str] = frozenset()
    allergies: str = ""
    name_for_report: str = ""

    def __post_init__(self) -> None:
        _refuse_far(self.problem_since)
        _refuse_outside(self.birth_year, 1880, 2200, _("A year of birth"), "")
        _refuse_unwritable(self.allergies, self.name_for_report, *self.risks)


Timed = Reading | Drink | Activity | Stretch | TreatmentUse
"""The records with one moment, `at`, and its diary day."""


def _refuse_outside(value: float | None, low: float, high: float, what: str, unit: str) -> None:
    if value is not None and not low <= value <= high:  # also refuses a NaN
        raise InvalidEntry(
            _("{what} lies between {low} and {high} {unit}.")
            .format(what=what, low=low, high=high, unit=unit)
            .replace(" .", ".")
        )


def _refuse_far(*days: date | None) -> None:
    """A day of another age is a slip, for which charts would have to draw centuries."""
    if any(day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR for day in days):
        raise InvalidEntry(
            _("A day lies between the years {first} and {last}.").format(
                first=FIRST_YEAR, last=LAST_YEAR
            )
        )


def _refuse_dose(mg: float | None) -> None:
    if mg is not None and not 0 < mg <= MAX_DOSE_MG:
        raise InvalidEntry(_("A dose is a number of mg above 0."))


def _refuse_empty(text: str, sentence: str) -> None:
    if not text.strip():
        raise InvalidEntry(sentence)
    _refuse_unwritable(text)


def _refuse_unwritable(*texts: str) -> None:
    """Half a surrogate pair, from a broken paste, has no form on disk."""
    try:
        for text in texts:
            text.encode()
    except UnicodeEncodeError as error:
        raise InvalidEntry(_("The text holds half a character that cannot be written.")) from error


def _refuse_unsorted(keys: Iterable[str]) -> None:
    listed = list(keys)
    if listed != sorted(set(listed)):
        raise InvalidEntry(_("Each name stands once, in order."))
