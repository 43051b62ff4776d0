"""What the Insights page shows: what can be chosen, and the signals beside the charts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from string import ascii_uppercase

from spasmlog.analysis.period import Period, last_days, since_last_visit
from spasmlog.charts.base import Mark
from spasmlog.charts.words_place import place_name
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START
from spasmlog.domain.scales import Region
from spasmlog.i18n import N_, _, ngettext, sentence
from spasmlog.rules import Assessment, Finding
from spasmlog.rules.silent import no_match
from spasmlog.views.cells import DayLink, day_link
from spasmlog.views.compared import Compared, compared
from spasmlog.views.findings import basis, dated, level_of, title_of, when_to_go

MOST_DATES = 12
"""So many dates of a signal are marked one by one; of more, the first and the last."""
PERIODS = {30: N_("30 days"), 90: N_("90 days"), 365: N_("1 year")}
ALL, SINCE_VISIT = 0, -1
"""Stand for the whole journal, and for the days since the last visit, among the periods."""
RETURNING = ("R10", "R09")
"""The signals of spasms that come back, as they are told: the first that fires."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days that can be chosen: `days` names the choice, `compared` is None where there is none."""

    days: int
    text: str
    first: date
    last: date
    compared: Compared | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """A signal beside the chart. `letter` begins the words of its marks in the chart."""

    rule: str
    letter: str
    level: str
    label: str
    when: str
    title: str
    days: tuple[DayLink, ...]
    dates: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A signal that a card is part of."""

    rule: str
    level: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsView:
    """`spans` are the choices of days; `none` is said where nothing fires.

    `years` can be looked at in the calendar. `returning` is the signal that the returns are part
    of. `empty` is what stands in the place of charts where nothing is known.
    """

    diary: Diary
    day_start: time
    spans: tuple[Span, ...]
    places: tuple[tuple[Region | None, str], ...]
    years: tuple[int, ...]
    signals: tuple[Firing, ...]
    marks: tuple[Mark, ...]
    none: str
    returning: Part | None
    empty: tuple[str, str] | None

    def span(self, days: int) -> Span:
        """The days of this choice; where it is not offered any more, of the first."""
        return next((each for each in self.spans if each.days == days), self.spans[0])


def insights_view(
    diary: Diary, assessment: Assessment, day_start: time = DAY_START, *, personal: bool = True
) -> InsightsView:
    """The page; the charts are worked out from `diary` and `marks`, on threads of their own.

    `personal` is whether personal patterns are looked for.
    """
    fired = tuple(zip(ascii_uppercase, assessment.shown, strict=False))
    return InsightsView(
        diary=diary,
        day_start=day_start,
        spans=_spans(diary),
        places=_places(diary),
        years=_years(diary),
        signals=tuple(_firing(letter, each, diary.today) for letter, each in fired),
        marks=tuple(mark for letter, each in fired for mark in _marks(letter, each)),
        none="" if fired else no_match(personal=personal),
        returning=_returning(assessment),
        empty=None if diary.facts else _empty(),
    )


def _spans(diary: Diary) -> tuple[Span, ...]:
    recent = tuple(
        _span(diary, days, _(text), last_days(diary.today, days)) for days, text in PERIODS.items()
    )
    known = next(iter(diary.facts), diary.today)
    whole = Period(min(known, diary.today), diary.today)
    every = Span(days=ALL, text=_("All"), first=whole.first, last=whole.last, compared=None)
    visit = since_last_visit(diary)
    if visit is None:
        return (*recent, every)
    return (*recent, every, _span(diary, SINCE_VISIT, _("Since visit"), visit))


def _span(diary: Diary, days: int, text: str, period: Period) -> Span:
    return Span(
        days=days,
        text=text,
        first=period.first,
        last=period.last,
        compared=compared(diary, period.days),
    )


def _places(diary: Diary) -> tuple[tuple[Region | None, str], ...]:
    """All places, and each one that has spasms, from the neck down."""
    known = {each.region for each in diary.episodes}
    listed = tuple((each, sentence(place_name(each))) for each in Region if each in known)
    return ((None, _("All places")), *listed)


def _years(diary: Diary) -> tuple[int, ...]:
    """The years that the journal covers, the newest first."""
    first = min(next(iter(diary.facts), diary.today), diary.today)
    return tuple(range(diary.today.year, first.year - 1, -1))


def _returning(assessment: Assessment) -> Part | None:
    """The signal that returns are part of, where one is shown."""
    fired = {each.rule.id: each for each in assessment.shown}
    found = next((fired[each] for each in RETURNING if each in fired), None)
    if found is None:
        return None
    level = level_of(found)
    return Part(rule=found.rule.id, level=level.word, title=title_of(found))


def _empty() -> tuple[str, str]:
    return (
        _("No day with an entry so far."),
        _("The chart begins with the first one. A day without an entry is never counted as zero."),
    )


def _firing(letter: str, finding: Finding, today: date) -> Firing:
    level = level_of(finding)
    return Firing(
        rule=finding.rule.id,
        letter=letter,
        level=level.word,
        label=level.label,
        when=when_to_go(finding),
        title=title_of(finding),
        days=tuple(day_link(each, today) for each in _marked(finding)),
        dates=_dates(finding),
        basis=basis(finding),
    )


def _days(finding: Finding) -> tuple[date, ...]:
    """The days that the signal rests on, newest first."""
    return tuple(dict.fromkeys(each.day for each in dated(finding)))


def _marked(finding: Finding) -> tuple[date, ...]:
    days = _days(finding)
    return days if len(days) <= MOST_DATES else (days[0], days[-1])


def _dates(finding: Finding) -> str:
    """What the dates beside it are."""
    count = len(_days(finding))
    if count > MOST_DATES:
        return ngettext("The last and first of {n} day", "The last and first of {n} days", count)
    return ngettext("On {n} day", "On {n} days", count)


def _marks(letter: str, finding: Finding) -> tuple[Mark, ...]:
    label = _("{letter}: {signal}").format(letter=letter, signal=_(finding.rule.title))
    level = level_of(finding).word
    return tuple(Mark(day=day, label=label, level=level) for day in _marked(finding))
