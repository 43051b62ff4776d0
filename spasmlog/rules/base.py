"""What a rule is, what it may answer, and how the rule book is run over a diary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import IntEnum, StrEnum

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.i18n import N_, _
from spasmlog.rules.counting import Counted, Progress
from spasmlog.rules.threshold import Source, Standing, Threshold

__all__ = [
    "DISCLAIMER",
    "NO_MATCH",
    "Assessment",
    "Cell",
    "Counted",
    "Evidence",
    "Finding",
    "Lack",
    "LeftOut",
    "Level",
    "Number",
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
    "days_logged",
    "left_later",
]

DISCLAIMER = N_("This is not a diagnosis.")
NO_MATCH = N_("No rule matched. That does not mean that nothing is wrong; if you are worried, ask.")

Number = int | float
Cell = str | int | float | date | time
"""One cell of a receipt. Dates, times and numbers are put into words where they are shown."""


class Level(IntEnum):
    """How soon somebody should look at it."""

    INFO = 1
    ROUTINE = 2
    PROMPT = 3
    EMERGENCY = 4

    @property
    def word(self) -> str:
        """The word used in files and on the command line; not translated."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The words on screen and on paper."""
        return {
            Level.INFO: _("For information"),
            Level.ROUTINE: _("Worth showing a doctor"),
            Level.PROMPT: _("Speak to someone today or tomorrow"),
            Level.EMERGENCY: _("Get medical help now"),
        }[self]


class Outcome(StrEnum):
    """The three answers of a rule."""

    FIRE = "fire"
    NO = "no"
    INSUFFICIENT = "insufficient"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A day, the records of it that were used, and what they say, without the date."""

    day: date
    records: tuple[str, ...]
    fact: str


class Reason(StrEnum):
    """Why a record was left out."""

    NO_END = "no_end"
    NO_PEAK = "no_peak"
    NO_DOSE = "no_dose"
    AFTER_EVALUATION_DATE = "after_evaluation_date"

    @property
    def label(self) -> str:
        """The words on screen and on paper."""
        return {
            Reason.NO_END: _("its end is not known"),
            Reason.NO_PEAK: _("its strength is not known"),
            Reason.NO_DOSE: _("its amount is not known"),
            Reason.AFTER_EVALUATION_DATE: _("it is later than the day looked at"),
        }[self]


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """A record that a rule could not use."""

    record: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Lack:
    """What would decide a rule: "an end time for the spasm of {day}", with the day apart."""

    text: str
    day: date | None = None

    def words(self, show: Callable[[date], str] = date.isoformat) -> str:
        """The sentence part, with the day as `show` writes it."""
        return self.text if self.day is None else self.text.replace("{day}", show(self.day))


@dataclass(frozen=True, slots=True)
class Receipt:
    """The table behind a verdict, which a page prints without knowing the rule."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a rule answered, and everything that the answer rests on.

    `title` and `message` are filled in with the person's numbers. `days_counted` and
    `days_missing` are of the days from `first` to `last`. `not_before` is the first day on which
    the rule could fall silent by the passing of time alone, where that is known. `progress` is
    how far a rule that lacks days has come. `summary` is the figures in one sentence for paper;
    "{first}" in it stands for that day.
    """

    outcome: Outcome
    first: date
    last: date
    days_counted: int
    days_missing: int
    level: Level | None = None
    title: str = ""
    message: str = ""
    evidence: tuple[Evidence, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    lacking: tuple[Lack, ...] = ()
    measures: tuple[tuple[str, Number], ...] = ()
    switches_off: str = ""
    not_before: date | None = None
    receipt: Receipt | None = None
    progress: Progress | None = None
    summary: str = ""

    def __post_init__(self) -> None:
        fired = self.outcome is Outcome.FIRE
        if fired is not (self.level is not None and bool(self.evidence)):
            raise ValueError("a rule that fires has a level and evidence, and only then a level")
        if (self.outcome is Outcome.INSUFFICIENT) is not bool(self.lacking):
            raise ValueError("only a verdict of insufficient lacks something, and says what")

    @property
    def fired(self) -> bool:
        """Whether the entries match the pattern."""
        return self.outcome is Outcome.FIRE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule of the book. `check` is pure; after the diary it is handed the verdicts of `after`.

    `title` names the pattern, `looks_for` states the rule in a sentence, `advice` says what it
    suggests; `limits` is what it cannot see, `considers` what a clinician may think of. For the
    page of the rule, `fires` tells when it fires, `silent` when it says nothing or cannot tell,
    and `sure` how far its numbers can be trusted.

    `counts` is what the days of its verdicts are days of. `personal`: it looks for a pattern of
    this person, and can be switched off. `quietly`: in the app only, never a notification.
    `everyday`: not shown beside an emergency. `part_of` is the rule that says all that this one
    says, and more.
    """

    id: str
    title: str
    looks_for: str
    levels: tuple[Level, ...]
    advice: str
    sources: tuple[Source, ...]
    thresholds: tuple[Threshold, ...]
    check: Callable[..., Verdict] = field(repr=False)
    after: tuple[str, ...] = ()
    limits: str = ""
    considers: str = ""
    fires: str = ""
    silent: str = ""
    sure: str = ""
    counts: Counted = Counted.LOGGED
    personal: bool = False
    quietly: bool = False
    everyday: bool = False
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule and what it answered."""

    rule: Rule
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Assessment:
    """What every rule answered on a day, in the order of the rule book."""

    as_of: date
    findings: tuple[Finding, ...]

    @property
    def fired(self) -> tuple[Finding, ...]:
        """The rules that fire, highest level first, then in the order of the book."""
        found = self._with(Outcome.FIRE)
        return tuple(sorted(found, key=lambda each: -(each.verdict.level or 0)))

    @property
    def shown(self) -> tuple[Finding, ...]:
        """What fires, as it is shown: nothing about everyday habits beside an emergency."""
        hide = self.highest_level is Level.EMERGENCY
        return tuple(each for each in self.fired if not (hide and each.rule.everyday))

    @property
    def insufficient(self) -> tuple[Finding, ...]:
        """The rules that lack entries."""
        return self._with(Outcome.INSUFFICIENT)

    @property
    def quiet(self) -> tuple[Finding, ...]:
        """The rules that were looked at and did not match."""
        return self._with(Outcome.NO)

    @property
    def highest_level(self) -> Level | None:
        """The highest level among the rules that fire."""
        return max((f.verdict.level for f in self.findings if f.verdict.level), default=None)

    @property
    def levels(self) -> Mapping[str, Level]:
        """The level of each rule that fires, by its id."""
        found = ((each.rule.id, each.verdict.level) for each in self.findings)
        return {rule_id: level for rule_id, level in found if level is not None}

    def of(self, rule_id: str) -> Finding:
        """The finding of a rule; an id that was not assessed raises `KeyError`."""
        for finding in self.findings:
            if finding.rule.id == rule_id:
                return finding
        raise KeyError(rule_id)

    def _with(self, outcome: Outcome) -> tuple[Finding, ...]:
        return tuple(each for each in self.findings if each.verdict.outcome is outcome)


def assess(diary: Diary, rules: Iterable[Rule]) -> Assessment:
    """Run the rules as of the diary's own day; later records are not looked at.

    A rule with `after` runs once the others have, and may name only such as have no `after`.
    """
    book = tuple(rules)
    known = diary.as_of(diary.today)
    verdicts: dict[str, Verdict] = {}
    for rule in sorted(book, key=lambda each: bool(each.after)):
        verdicts[rule.id] = rule.check(known, *(verdicts[each] for each in rule.after))
    return Assessment(diary.today, tuple(Finding(rule, verdicts[rule.id]) for rule in book))


def days_logged(diary: Diary, days: range) -> int:
    """How many of these days (ordinals) are logged; the others are unknown."""
    facts = diary.facts
    known = (facts.get(date.fromordinal(each)) for each in days)
    return sum(1 for each in known if each is not None and each.logged)


def left_later(diary: Diary, read: Callable[[Record], bool]) -> tuple[LeftOut, ...]:
    """The records that the rule would `read`, were they not after the day looked at."""
    later = (each.id for each in diary.later if read(each))
    return tuple(LeftOut(each, Reason.AFTER_EVALUATION_DATE) for each in later)
