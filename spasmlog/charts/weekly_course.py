"""The weekly course: the average pain of each week, and the last 60 days beside the 60 before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.buckets import WEEK, Bucket, weekly, weekly_line
from spasmlog.analysis.change import Change, change
from spasmlog.analysis.daily import Daily, daily
from spasmlog.analysis.gates import WEEK_DAYS
from spasmlog.analysis.looks import Look, through, weekly_look
from spasmlog.analysis.spasm_rate import between, onset_days
from spasmlog.analysis.trend import Trend, trend
from spasmlog.charts.base import Asked, Cell, Chart, Prepared, Table
from spasmlog.charts.drawing import drawing, withheld
from spasmlog.charts.paragraph import paragraph
from spasmlog.charts.sentences import around, today_only
from spasmlog.charts.stops import left_out
from spasmlog.charts.words_course import (
    change_words,
    fortnight_words,
    hatched_though_logged,
    standing_words,
    trend_words,
    weekly_words,
)
from spasmlog.charts.words_numbers import pain, without_number_words
from spasmlog.charts.words_place import place_words
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_, _, format_day, ngettext

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What the chart draws. `line` has a value beside each of the `weeks`, None where it breaks.

    The `weeks` are whole, and worked out on the whole diary: the oldest may begin before the
    first of the `days` that are asked for. `onsets` are the days of all of them on which spasms
    began. `look` and `trend` are of the present: None where the days that are asked for have
    long ended.
    """

    days: Daily
    weeks: tuple[Bucket, ...]
    line: tuple[float | None, ...]
    onsets: tuple[int, ...]
    look: Look[Change] | None
    trend: Trend | None

    def week_of(self, day: int) -> tuple[Bucket, float | None] | None:
        """The week that a day lies in, and the line there; None outside all weeks."""
        both = zip(self.weeks, self.line, strict=True)
        return next((each for each in both if each[0].first <= day <= each[0].last), None)

    def began(self, week: Bucket) -> int:
        """How many spasms began in a week."""
        return sum(week.first <= day <= week.last for day in self.onsets)

    @property
    def shown_onsets(self) -> tuple[int, ...]:
        """The onsets on the days that are asked for."""
        return between(self.onsets, self.days)


def course_of(asked: Asked) -> Course:
    """All that is drawn and said."""
    diary = asked.diary
    days = daily(diary, asked.first, asked.last)
    weeks, line = _weeks(diary, days)
    now = asked.last.toordinal() >= diary.today.toordinal() - 1 and bool(days.logged)
    look = weekly_look(diary, change) if now else None
    return Course(
        days=days,
        weeks=weeks,
        line=line,
        onsets=tuple(
            day
            for day in onset_days(diary, asked.place)
            if weeks and weeks[0].first <= day <= days.last
        ),
        look=look,
        trend=trend(through(diary, look.through)) if look else None,
    )


def _weeks(diary: Diary, days: Daily) -> tuple[tuple[Bucket, ...], tuple[float | None, ...]]:
    """The weeks that reach into these days, each as it is in the whole diary, and their line."""
    first = days.first if days.began is None else min(days.began, days.first)
    weeks = weekly(daily(diary, date.fromordinal(first), date.fromordinal(days.last)))
    both = zip(weeks, weekly_line(weeks), strict=True)
    inside = [(week, mean) for week, mean in both if week.last >= days.first] if days.logged else []
    return tuple(week for week, _mean in inside), tuple(mean for _week, mean in inside)


def _describe(asked: Asked, course: Course) -> str:
    """Of days that have long ended, only what is drawn: what is judged is of the present."""
    if course.look is None or course.trend is None:
        return paragraph([*_key(course), *place_words(asked.place)])
    judged = [*change_words(course.look.result), *trend_words(course.trend)]
    return paragraph([*judged, *place_words(asked.place)])


def _more(course: Course) -> str:
    if course.look is None or course.trend is None:
        return ""
    said = [*_key(course), *_bar(course.look.result), fortnight_words(course.trend)]
    return paragraph([*said, standing_words(course.look)])


def _key(course: Course) -> tuple[str, ...]:
    return (*weekly_words(course.weeks, course.line), *_spasms(course))


def _spasms(course: Course) -> tuple[str, ...]:
    return (
        ngettext(
            "{n} spasm began, as a tick beneath.",
            "{n} spasms began, as ticks beneath.",
            len(course.shown_onsets),
        ),
    )


def _bar(found: Change) -> tuple[str, ...]:
    if found.interval is None:
        return ()
    return (
        _(
            "The short lines are the averages of the two periods; the upright bar is what the "
            "data fit for the later one."
        ),
    )


def _table(course: Course) -> Table:
    headings = (
        _("First day"),
        _("Last day"),
        _("Days with a number"),
        _("Average worst pain"),
        _("Average of 4 weeks"),
        _("Spasms"),
    )
    rows = tuple(
        (
            date.fromordinal(week.first),
            date.fromordinal(week.last),
            week.known,
            _mean(week),
            None if mean is None else round(mean, 1),
            course.began(week) or (0 if week.known + week.unnumbered else None),
        )
        for week, mean in zip(course.weeks, course.line, strict=True)
    )
    few, broken = _("too few days"), _("not 4 weeks in a row")
    return Table(headings, rows, ("", "", "", few, broken, _("no entry")))


def _mean(week: Bucket) -> Cell:
    if week.mean is not None:
        return round(week.mean, 1)
    return _("pain without a number") if hatched_though_logged(week) else None


def _tip(asked: Asked, course: Course, day: date) -> str:
    found = course.week_of(day.toordinal())
    if found is None:
        return left_out(asked.diary, day)
    week, mean = found
    edges = (format_day(date.fromordinal(each), "d MMM y") for each in (week.first, week.last))
    lines = [_("{first} to {last}").format(first=next(edges), last=next(edges))]
    lines.append(_("A number on {n} of {all} days").format(n=week.known, all=WEEK))
    if week.mean is not None:
        lines.append(_("Average worst pain {value}").format(value=pain(week.mean)))
    elif hatched_though_logged(week):
        lines.append(without_number_words(week.unnumbered))
    if mean is not None:
        lines.append(_("Average of 4 weeks {value}").format(value=pain(mean)))
    began = course.began(week)
    if began:
        lines.append(ngettext("{n} spasm began", "{n} spasms began", began))
    return "\n".join([*lines, *around(asked.diary, day)])


def _missing(asked: Asked, course: Course) -> tuple[str, str] | None:
    if any(week.mean is not None for week in course.weeks):
        return None
    heading = _("Too few days for a weekly average")
    if not course.days.logged:
        today = today_only(asked.diary, asked.first, asked.last)
        return heading, today or _("Nothing is logged in these days yet.")
    if any(map(hatched_though_logged, course.weeks)):
        bare = sum(week.unnumbered for week in course.weeks)
        heading = _("Too few numbers for a weekly average")
        return heading, _("{why}.").format(why=without_number_words(bare))
    most = max((week.known for week in course.weeks), default=0)
    return heading, _(
        "A week needs a number on at least {needed} of its {all} days; the fullest so far has {n}."
    ).format(needed=WEEK_DAYS, all=WEEK, n=most)


def _prepare(asked: Asked) -> Prepared:
    course = course_of(asked)
    missing = _missing(asked, course)

    def draw(style: Style) -> Figure:
        from spasmlog.charts.weekly_drawn import weekly_drawn

        return weekly_drawn(asked, course, style)

    return Prepared(
        describe=(lambda: missing[1]) if missing else partial(_describe, asked, course),
        more=(lambda: "") if missing else partial(_more, course),
        table=partial(_table, course),
        draw=drawing(withheld(*missing) if missing else draw),
        missing=missing,
        tip=partial(_tip, asked, course),
    )


WEEKLY_COURSE = Chart(
    name="weekly_course",
    title=N_("Average pain of each week"),
    prepare=_prepare,
    by_place=True,
)
