"""A month of the calendar: what is known of each day, asked of the diary by day alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.charts.week_order import week_starts
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_day, locale_name, ngettext

PAIN, CLEAR, UNKNOWN, AHEAD = "pain", "clear", "unknown", "ahead"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCell:
    """One day. `state` is one of PAIN, CLEAR, UNKNOWN and AHEAD; a pain day may lack a `level`.

    `outside` is a day of the month before, shown so that the first week is whole.
    """

    day: date
    state: str
    level: int | None
    spoken: str
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """`weekdays` and `cells` begin with the day that a week begins with here."""

    title: str
    first: date
    today: date
    weekdays: tuple[str, ...]
    cells: tuple[DayCell, ...]
    years: tuple[int, ...]


def month_of(diary: Diary, day: date) -> Month:
    """The month that a day lies in."""
    first = day.replace(day=1)
    lead = (first.weekday() - week_starts(locale_name())) % 7
    ordinals = range(first.toordinal() - lead, _next_month(first).toordinal())
    days = tuple(date.fromordinal(each) for each in ordinals)
    earliest = min(diary.facts, default=diary.today)
    years = range(min(earliest, day).year, max(diary.today, day).year + 1)
    return Month(
        title=format_day(first, "LLLL y"),
        first=first,
        today=diary.today,
        weekdays=tuple(format_day(each, "EEE") for each in days[:7]),
        cells=tuple(_cell(diary, each, outside=each < first) for each in days),
        years=tuple(years),
    )


def in_month(day: date, months: int) -> date:
    """The same number so many months on; the last of the month where it is too short."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    last = _next_month(date(year, month + 1, 1)) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


def _cell(diary: Diary, day: date, *, outside: bool) -> DayCell:
    facts = diary.facts_on(day)
    state = _state(facts, day, diary.today)
    named = format_day(day, "EEEE d MMMM")
    spoken = ", ".join(filter(None, (named, *_said(facts, state, day, diary.today))))
    level = 0 if state == CLEAR else facts.worst
    return DayCell(day=day, state=state, level=level, spoken=spoken, outside=outside)


def _state(facts: DayFacts, day: date, today: date) -> str:
    if facts.logged:
        return PAIN if facts.pain else CLEAR
    return AHEAD if day > today else UNKNOWN


def _said(facts: DayFacts, state: str, day: date, today: date) -> tuple[str, ...]:
    spasms = len(facts.spasms)
    return (
        _("today") if day == today else "",
        pain_words(facts, state, day),
        ngettext("one spasm", "{n} spasms", spasms) if spasms else "",
    )


def pain_words(facts: DayFacts, state: str, day: date) -> str:
    """ "worst pain 7", "no pain, logged", "no entry": never more than is known."""
    if state == PAIN and facts.worst is None:
        return _("pain without a number")
    if state == UNKNOWN:
        other = facts != DayFacts(day=day)
        return _("no entry of pain") if other else _("no entry")
    said = {PAIN: _("worst pain {n}").format(n=facts.worst), CLEAR: _("no pain, logged")}
    return said.get(state, _("not yet"))


def day_words(diary: Diary, day: date) -> str:
    """The same of one day."""
    facts = diary.facts_on(day)
    return pain_words(facts, _state(facts, day, diary.today), day)
