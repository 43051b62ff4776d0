"""What the Insights page shows: the days of the chart, and the signals that fire beside it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from string import ascii_uppercase

from spasmlog.charts.base import Mark
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules import NO_MATCH, Assessment, Finding
from spasmlog.views.cells import DayLink, day_link
from spasmlog.views.compared import Compared, compared
from spasmlog.views.findings import basis, dated, level_of, title_of, when_to_go

MOST_DATES = 12
"""So many dates of a signal are marked one by one; of more, the first and the last."""
PERIODS = {30: N_("30 days"), 90: N_("90 days"), 365: N_("1 year")}
ALL = 0
"""Stands for the whole journal among the periods."""


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
class InsightsView:
    """`spans` are the choices of days; `none` is said where nothing fires.

    `empty` is what stands in the place of a chart that nothing is known for.
    """

    diary: Diary
    spans: tuple[Span, ...]
    signals: tuple[Firing, ...]
    marks: tuple[Mark, ...]
    none: str
    empty: tuple[str, str] | None


def insights_view(diary: Diary, assessment: Assessment) -> InsightsView:
    """The page; the chart itself is drawn from `diary` and `marks`, on a thread of its own."""
    fired = tuple(zip(ascii_uppercase, assessment.shown, strict=False))
    return InsightsView(
        diary=diary,
        spans=_spans(diary),
        signals=tuple(_firing(letter, each, diary.today) for letter, each in fired),
        marks=tuple(mark for letter, each in fired for mark in _marks(letter, each)),
        none="" if fired else _(NO_MATCH),
        empty=None if diary.facts else _empty(),
    )


def _spans(diary: Diary) -> tuple[Span, ...]:
    known = next(iter(diary.facts), diary.today)
    recent = tuple(
        Span(
            days=days,
            text=_(text),
            first=diary.today - timedelta(days=days - 1),
            last=diary.today,
            compared=compared(diary, days),
        )
        for days, text in PERIODS.items()
    )
    first = min(known, diary.today)
    every = Span(days=ALL, text=_("All"), first=first, last=diary.today, compared=None)
    return (*recent, every)


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
        when=when_to_go(level),
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
