"""The sections of the doctor's pages, in the order in which they stand, and the ready choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from spasmlog.i18n import N_, _


class Section(StrEnum):
    """One part of the pages. The first page ends with `questions`, the second with `method`."""

    HEADLINE = "headline"
    SIGNALS = "signals"
    """The signals and the safety answers: never left out."""
    NUMBERS = "numbers"
    TIMELINE = "timeline"
    TREATMENTS = "treatments"
    PLACES = "places"
    TRUST = "trust"
    QUESTIONS = "questions"
    FUNCTION = "function"
    CALENDAR = "calendar"
    TIMES = "times"
    AMOUNTS = "amounts"
    MEDICINES = "medicines"
    METHOD = "method"
    RECEIPTS = "receipts"
    SPASMS = "spasms"

    @property
    def label(self) -> str:
        """What it is called where it is chosen."""
        return _(_LABELS[self])


_LABELS: Mapping[Section, str] = {
    Section.HEADLINE: N_("In one sentence"),
    Section.SIGNALS: N_("Signals and safety answers"),
    Section.NUMBERS: N_("Numbers beside those before"),
    Section.TIMELINE: N_("Worst pain each day"),
    Section.TREATMENTS: N_("Treatments tried"),
    Section.PLACES: N_("Where, and what makes it worse"),
    Section.TRUST: N_("How complete this is"),
    Section.QUESTIONS: N_("My questions"),
    Section.FUNCTION: N_("Function and sleep"),
    Section.CALENDAR: N_("Calendar"),
    Section.TIMES: N_("Time of day and length"),
    Section.AMOUNTS: N_("Drinks, activity, stretching"),
    Section.MEDICINES: N_("Medicines and allergies"),
    Section.METHOD: N_("How this was made"),
    Section.RECEIPTS: N_("Entries behind the signals"),
    Section.SPASMS: N_("Every spasm"),
}

ALWAYS = frozenset({Section.SIGNALS})
"""What cannot be left out."""
FIRST_PAGE = tuple(Section)[: tuple(Section).index(Section.QUESTIONS) + 1]
SECOND_PAGE = tuple(Section)[len(FIRST_PAGE) : tuple(Section).index(Section.METHOD) + 1]
APPENDIX = (Section.RECEIPTS, Section.SPASMS)


class Preset(StrEnum):
    """A ready choice of sections."""

    GP = "gp"
    PHYSIO = "physio"
    SPECIALIST = "specialist"
    WHY = "why"
    EVERYTHING = "everything"

    @property
    def label(self) -> str:
        """What it is called where it is chosen."""
        return _(_PRESET_LABELS[self])

    @property
    def sections(self) -> frozenset[Section]:
        """What it shows."""
        return _PRESETS[self]


_PRESET_LABELS: Mapping[Preset, str] = {
    Preset.GP: N_("Family doctor"),
    Preset.PHYSIO: N_("Physiotherapist"),
    Preset.SPECIALIST: N_("Specialist"),
    Preset.WHY: N_("Why I came, one page"),
    Preset.EVERYTHING: N_("Everything"),
}
_GP = frozenset({*FIRST_PAGE, *SECOND_PAGE})
_PRESETS: Mapping[Preset, frozenset[Section]] = {
    Preset.GP: _GP,
    Preset.PHYSIO: _GP - {Section.MEDICINES} | {Section.SPASMS},
    Preset.SPECIALIST: _GP | {Section.RECEIPTS},
    Preset.WHY: frozenset(FIRST_PAGE) - {Section.TRUST},
    Preset.EVERYTHING: frozenset(Section),
}


def with_the_fixed(sections: Iterable[Section | str]) -> frozenset[Section]:
    """These sections and those that cannot be left out; a word that is not known is refused."""
    return frozenset(Section(each) for each in sections) | ALWAYS
