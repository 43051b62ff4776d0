"""The words that a search knows: one table for each language, English first.

Places, sides, causes and treatments are those of the quick line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spasmlog.domain.scales import Effect, Movement, TreatmentKind
from spasmlog.journal.quick_words import Words, words_for
from spasmlog.views.search_terms import Facet, Family, Flag, Measure


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchWords:
    """The words of one language, in small letters, a hyphen written as a space.

    `also_text` are those words for kinds that people write in notes as well, and are looked for
    there. `parts_of_time` are day, week, month and year; `months` are all twelve, each with its
    short forms; `quick` are those of the quick line.
    """

    quick: Words
    kinds: Mapping[str, tuple[Facet, ...]]
    also_text: frozenset[str]
    flags: Mapping[str, tuple[Facet, ...]]
    movements: Mapping[str, Movement]
    effects: Mapping[str, Effect]
    measures: Mapping[str, Measure]
    or_more: tuple[str, ...]
    or_less: tuple[str, ...]
    this: tuple[str, ...]
    last: tuple[str, ...]
    until: tuple[str, ...]
    parts_of_time: Mapping[str, str]
    months: tuple[tuple[str, ...], ...]


def _kind(*names: str) -> tuple[Facet, ...]:
    return tuple((Family.KIND, name) for name in names)


def _flag(flag: Flag) -> tuple[Facet, ...]:
    return ((Family.FLAG, flag),)


_STRETCH = (*_kind("stretch"), (Family.REMEDY, TreatmentKind.STRETCHING))
_ENGLISH_KINDS: Mapping[str, tuple[Facet, ...]] = {
    **dict.fromkeys(("spasm", "spasms"), _kind("spasm")),
    **dict.fromkeys(("pain", "reading", "readings"), _kind("reading")),
    **dict.fromkeys(("relief", "relief check", "relief checks"), _kind("relief")),
    **dict.fromkeys(
        ("dose", "doses", "medicine", "medicines", "medication", "meds", "pill", "pills"),
        _kind("medicine"),
    ),
    **dict.fromkeys(("treatment", "treatments"), _kind("use")),
    **dict.fromkeys(("drink", "drinks", "water", "glass", "glasses"), _kind("drink")),
    **dict.fromkeys(("activity", "activities", "exercise"), _kind("activity")),
    **dict.fromkeys(("stretch", "stretches", "stretching"), _STRETCH),
    **dict.fromkeys(
        ("check in", "check ins", "checkin", "checkins", "evening check in"), _kind("check_in")
    ),
    **dict.fromkeys(("course", "courses"), _kind("course")),
    **dict.fromkeys(("visit", "visits", "appointment", "appointments", "doctor"), _kind("visit")),
    **dict.fromkeys(("questionnaire", "questionnaires", "score", "scores"), _kind("score")),
    **dict.fromkeys(
        ("safety question", "safety questions", "safety answer", "safety answers"),
        _kind("answer"),
    ),
    **dict.fromkeys(("signal", "signals"), _kind("signal")),
    **dict.fromkeys(("factor", "factors"), _kind("factor")),
    **dict.fromkeys(("experiment", "experiments"), _kind("experiment")),
}
_ENGLISH_FLAGS: Mapping[str, tuple[Facet, ...]] = {
    **dict.fromkeys(("note", "notes", "has note", "with note", "with notes"), _flag(Flag.NOTE)),
    **dict.fromkeys(("typed later", "added later"), _flag(Flag.LATER)),
    **dict.fromkeys(("side effect", "side effects"), _flag(Flag.SIDE_EFFECT)),
    "running": (*_flag(Flag.RUNNING), (Family.ACTIVITY, "running")),
    **dict.fromkeys(("no end", "end not known", "end unknown"), _flag(Flag.NO_END)),
    **dict.fromkeys(("flare", "flare up"), _flag(Flag.FLARE)),
    "slept badly": _flag(Flag.SLEPT_BADLY),
    "slept well": _flag(Flag.SLEPT_WELL),
}
_ENGLISH_MOVEMENTS: Mapping[str, Movement] = {
    **dict.fromkeys(("bend", "bending"), Movement.BEND),
    **dict.fromkeys(("sit", "sitting"), Movement.SIT),
    **dict.fromkeys(("stand", "standing"), Movement.STAND),
    **dict.fromkeys(("walk", "walking"), Movement.WALK),
    **dict.fromkeys(("lie", "lying"), Movement.LIE),
    **dict.fromkeys(("twist", "twisting"), Movement.TWIST),
    **dict.fromkeys(("cough", "coughing"), Movement.COUGH),
    **dict.fromkeys(("arch", "arching"), Movement.ARCH),
}
_ENGLISH_MEASURES: Mapping[str, Measure] = {
    **dict.fromkeys(("pain", "worst", "peak", "severity"), Measure.PAIN),
    **dict.fromkeys(("lasted", "length", "took", "duration"), Measure.LASTED),
    "dose": Measure.DOSE,
    **dict.fromkeys(("drink", "drank", "volume"), Measure.VOLUME),
    **dict.fromkeys(("slept", "sleep"), Measure.SLEPT),
    "minutes": Measure.MINUTES,
}
_ENGLISH_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sep", "sept"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
LANGUAGES: Mapping[str, SearchWords] = {
    "en": SearchWords(
        quick=words_for("en"),
        kinds=_ENGLISH_KINDS,
        also_text=frozenset({"doctor", "appointment", "exercise", "relief"}),
        flags=_ENGLISH_FLAGS,
        movements=_ENGLISH_MOVEMENTS,
        effects={
            "better": Effect.BETTER,
            "worse": Effect.WORSE,
            "same": Effect.SAME,
            "no different": Effect.SAME,
        },
        measures=_ENGLISH_MEASURES,
        or_more=("or more", "and more", "and over", "and above"),
        or_less=("or less", "and less", "and under", "and below"),
        this=("this",),
        last=("last", "past"),
        until=("to", "until"),
        parts_of_time={
            **dict.fromkeys(("day", "days"), "day"),
            **dict.fromkeys(("week", "weeks"), "week"),
            **dict.fromkeys(("month", "months"), "month"),
            **dict.fromkeys(("year", "years"), "year"),
        },
        months=_ENGLISH_MONTHS,
    )
}


def search_words(language: str) -> SearchWords:
    """The words of a language by its tag such as de_AT; English where it has none yet."""
    return LANGUAGES.get(language.replace("-", "_").partition("_")[0], LANGUAGES["en"])
