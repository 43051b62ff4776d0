"""What the doctor's page holds, as frozen blocks of plain data: text already put into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

from spasmlog.analysis.period import Period
from spasmlog.domain.moment import DAY_START
from spasmlog.report.detail_blocks import Details, Method
from spasmlog.report.sections import Preset, Section, with_the_fixed
from spasmlog.report.tables import Drawn, Listed


class Paper(StrEnum):
    """The size of the sheet."""

    A4 = "a4"
    LETTER = "letter"


class NameShown(StrEnum):
    """How much of the name stands on the page."""

    FULL = "full"
    INITIALS = "initials"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the pages are made; `language` is the tag of the language that they are written in.

    The words of the first two may come as plain text; a word that is not known is refused.
    `personal` is whether personal patterns are looked for, `day_start` when a day begins.
    """

    paper: Paper = Paper.A4
    name: NameShown = NameShown.INITIALS
    language: str = "en"
    personal: bool = True
    sections: frozenset[Section] = Preset.GP.sections
    day_start: time = DAY_START

    def __post_init__(self) -> None:
        object.__setattr__(self, "paper", Paper(self.paper))
        object.__setattr__(self, "name", NameShown(self.name))
        object.__setattr__(self, "sections", with_the_fixed(self.sections))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """Whose page it is, of which days, and who wrote it down. What is not known is empty.

    `day` is the day on which the page is made.
    """

    day: date
    title: str
    said: str
    name: str
    born: str
    period: str
    days: str
    made: str
    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """The one sentence worked out from the numbers; `strong` is its beginning."""

    strong: str
    rest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalNote:
    """One signal that fired: its dates and data, and in small what it rests on.

    `since` is since when it fires; empty where that was not looked up.
    """

    rule: str
    level: str
    title: str
    since: str = ""
    data: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """The safety questions: the answers that stand at yes first, then what else was asked."""

    standing_title: str
    yes: tuple[str, ...]
    unsure: tuple[str, ...]
    title: str
    said: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """The box of signals; `none` where no rule matched, `lacking` what could not be told.

    `off` says that personal patterns are switched off, where they are.
    """

    safety: Safety
    notes: tuple[SignalNote, ...]
    title: str
    none: str
    lacking: str
    off_title: str
    off: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """One number of the strip: what it is and what it was before; `why` a dash stands there."""

    value: str
    label: str
    why: str
    before: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The numbers side by side; `note` says why they are not compared, where they are not."""

    numbers: tuple[Number, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedRow:
    """One treatment, cell by cell."""

    name: str
    how: str
    uses: str
    change: str
    eased: str
    back: str
    side_effects: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedGroup:
    """Medicines, or everything else."""

    title: str
    rows: tuple[TriedRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The table of treatments; `more` goes on after the first page, if that `continues`.

    `beyond` says where the rest is, "{n}" of them, when not all of them stand on the first page.
    """

    title: str
    headings: TriedRow
    groups: tuple[TriedGroup, ...]
    note: str
    more_title: str
    more: tuple[TriedGroup, ...]
    beyond: str
    continues: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """A region and how many spasms were there, by side."""

    place: str
    left: str
    right: str
    both: str
    unsaid: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where the spasms were: `parts` are the places of the body map with their counts."""

    title: str
    headings: PlaceRow
    rows: tuple[PlaceRow, ...]
    parts: tuple[tuple[str, int], ...]
    total: int
    alt: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One stretch of the bar: how many days, and what they are."""

    days: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Completeness:
    """What the numbers rest on: the days as one bar, and the same in words."""

    title: str
    shares: tuple[Share, ...]
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A heading and short lines beneath it, numbered: the questions."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """What stands on every page: the title of the later ones, the foot, and how pages count.

    `pages` holds "{page}" and "{pages}".
    """

    later_title: str
    footer: str
    pages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The doctor's pages; a part that was not asked for, or without data, is None.

    `method` are the notes at the very end: what a mark in the text means.
    """

    options: Options
    period: Period
    heading: Heading
    lead: Lead | None
    signals: Signals
    strip: Strip | None
    timeline: Drawn | None
    tried: Tried | None
    where: Where | None
    movement: Listed | None
    completeness: Completeness | None
    questions: Facts | None
    details: Details
    made_how: Method | None
    method: tuple[str, ...]
    furniture: Furniture

    @property
    def title(self) -> str:
        """What the file is called inside."""
        heading = self.heading
        return ", ".join(each for each in (heading.title, heading.name, heading.period) if each)


def as_text(report: Report) -> str:
    """Every word of the page, one a line, in reading order."""
    pattern = report.furniture.pages  # filled in by whoever counts the pages
    return "\n".join(each for each in _texts(report) if each and each != pattern)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if not isinstance(value, StrEnum):
            yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value) and not isinstance(value, Options | Period):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
