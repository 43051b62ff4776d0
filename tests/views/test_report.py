"""What the Report page offers, and which days it refuses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import locale_name
from spasmlog.views.report import read_period, report_view, usual_period
from tests.build import TODAY, day, diary, moment, visit

NOW = moment(clock="10:00")


def test_without_a_visit_it_begins_with_ninety_days_that_end_today() -> None:
    view = report_view(diary(), NOW)
    span = view.span(view.first_choice)

    assert [each.key for each in view.spans] == ["days", "year"]
    assert span is not None
    assert span.period == Period(day(89), TODAY)


def test_with_a_visit_it_begins_with_the_days_since_then() -> None:
    view = report_view(diary(visit(40)), NOW)
    span = view.span(view.first_choice)

    assert view.first_choice == "visit"
    assert span is not None
    assert span.period == Period(day(40), TODAY)
    assert [each.text for each in view.spans] == ["90 days", "since the last visit", "1 year"]


@pytest.mark.parametrize("days_ago", [2, 5000])
def test_a_visit_of_the_other_day_or_of_long_ago_is_only_offered(days_ago: int) -> None:
    view = report_view(diary(visit(days_ago)), NOW)

    assert view.first_choice == "days"
    assert view.span("visit") is not None


def test_a_span_that_is_not_offered_is_none() -> None:
    assert report_view(diary(), NOW).span("visit") is None


def test_the_file_is_named_after_the_day_on_the_clock() -> None:
    assert report_view(diary(), NOW).file_name == "Back spasm summary 2026-07-01.pdf"


def test_pages_wait_until_the_whole_diary_is_read() -> None:
    part = Diary.of(TODAY, (), (), full_from=day(100))

    assert not report_view(part, NOW).whole
    assert report_view(diary(), NOW).whole


@pytest.mark.parametrize(("name", "paper"), [("en_US.UTF-8", "letter"), ("de_DE.UTF-8", "a4")])
def test_the_sheet_is_that_of_the_country(
    monkeypatch: pytest.MonkeyPatch, name: str, paper: str
) -> None:
    monkeypatch.setenv("LC_ALL", name)
    locale_name.cache_clear()

    shown = report_view(diary(), NOW).paper

    locale_name.cache_clear()
    assert shown == paper


def test_typed_days_are_read() -> None:
    assert read_period("1 May 2026", "2026-06-03", TODAY) == Period(
        date(2026, 5, 1), date(2026, 6, 3)
    )


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        ("soon", "1 Jul 2026", "From: That is not a date. Type it like 1 Jul 2026."),
        ("1 Jun 2026", "", "To: That is not a date. Type it like 1 Jul 2026."),
        ("30 Feb 2026", "1 Jul 2026", "From: There is no such day in the calendar."),
        ("2 Jun 2026", "1 Jun 2026", "The last day lies before the first."),
        ("2 Jun 2026", "2 Jul 2026", "The last day has not come yet. Today is 1 Jul 2026."),
        ("1 Jun 1999", "1 Jul 2026", "The pages hold at most ten years."),
    ],
)
def test_days_that_cannot_be_are_refused_in_a_sentence(first: str, last: str, why: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        read_period(first, last, TODAY)

    assert refused.value.sentence == why


def test_the_longest_period_is_still_read() -> None:
    first = (TODAY - timedelta(days=3659)).isoformat()

    assert read_period(first, TODAY.isoformat(), TODAY).days == 3660


def test_the_command_line_begins_with_the_days_that_the_page_begins_with() -> None:
    for known in (diary(), diary(visit(2)), diary(visit(40)), diary(visit(5000))):
        view = report_view(known, NOW)
        span = view.span(view.first_choice)
        assert span is not None
        assert span.period == usual_period(known)
