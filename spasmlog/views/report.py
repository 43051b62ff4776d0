"""What the Report page offers: the days to choose from, the sheet, and the name of the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta

from spasmlog.analysis.period import DEFAULT_DAYS, Period, last_days, since_last_visit
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, country_code
from spasmlog.views.typed import read_day, shown_day

YEAR_DAYS = 365
LEAST_DAYS = 7
"""A visit less long ago than this is not where the pages begin by themselves (our own choice)."""
MOST_DAYS = 3660
"""The pages stay readable up to here (our own choice)."""
LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days to choose with one press."""

    key: str
    text: str
    period: Period


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The diary travels along: the pages are made from it on a thread of their own.

    `whole` is false until the whole diary has been read; no pages are made before. `personal` is
    whether personal patterns are looked for.
    """

    diary: Diary
    now: Moment
    spans: tuple[Span, ...]
    first_choice: str
    paper: str
    file_name: str
    whole: bool
    personal: bool = True
    day_start: time = DAY_START

    def span(self, key: str) -> Span | None:
        """The days of this name, None where they are not offered."""
        return next((each for each in self.spans if each.key == key), None)


def report_view(
    diary: Diary, now: Moment, day_start: time = DAY_START, *, personal: bool = True
) -> ReportView:
    """The page as the diary stands."""
    today = diary.today
    visit = since_last_visit(diary)
    usual = usual_period(diary)
    spans = [
        Span(key="days", text=_("{n} days").format(n=DEFAULT_DAYS), period=last_days(today)),
        Span(key="year", text=_("1 year"), period=last_days(today, YEAR_DAYS)),
    ]
    if visit is not None:
        spans.insert(1, Span(key="visit", text=_("since the last visit"), period=visit))
    day = now.clock.date().isoformat()
    return ReportView(
        diary=diary,
        now=now,
        spans=tuple(spans),
        first_choice="visit" if usual == visit else "days",
        paper="letter" if country_code() in LETTER_COUNTRIES else "a4",
        file_name=_("Back spasm summary {day}.pdf").format(day=day),
        whole=diary.full_from is None,
        personal=personal,
        day_start=day_start,
    )


def usual_period(diary: Diary) -> Period:
    """The days that the pages begin with: since the last visit, or the last 90."""
    visit = since_last_visit(diary)
    if visit is not None and LEAST_DAYS <= visit.days <= MOST_DAYS:
        return visit
    return last_days(diary.today)


def period_of(first: date, last: date) -> Period:
    """These days; refuses what no pages can be made of."""
    if last < first:
        raise InvalidEntry(_("The last day lies before the first."))
    if last - first >= timedelta(days=MOST_DAYS):
        raise InvalidEntry(_("The pages hold at most ten years."))
    return Period(first, last)


def read_period(first: str, last: str, today: date) -> Period:
    """The days that were typed; refuses what no pages can be made of."""
    begin = _read(first, _("From"), today)
    end = _read(last, _("To"), today)
    if begin <= end and end > today:
        raise InvalidEntry(
            _("The last day has not come yet. Today is {day}.").format(day=shown_day(today))
        )
    return period_of(begin, end)


def _read(typed: str, field: str, today: date) -> date:
    try:
        return read_day(typed, today, today)
    except InvalidEntry as refusal:
        told = _("{field}: {why}").format(field=field, why=refusal.sentence)
        raise InvalidEntry(told, refusal.next_step) from refusal
