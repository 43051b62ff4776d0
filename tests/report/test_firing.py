"""Since when a signal fires, as the page says it."""

from __future__ import annotations

from datetime import timedelta

from spasmlog.analysis.period import Period, last_days
from spasmlog.report import Options, prepared
from spasmlog.report.firing import since_words
from spasmlog.rules import assess
from tests.build import TODAY, check_in, day, diary
from tests.report.making import NOW


def test_a_signal_that_began_in_the_days_looked_at_has_its_day() -> None:
    known = diary(*(check_in(n, worst=3) for n in range(40)))

    # The 28th day of pain is the first on which the rule can fire.
    first = day(39) + timedelta(days=27)
    assert (
        since_words(known, last_days(TODAY), assess(known))["R05"]
        == f"Matched since {first.day} Jun."
    )


def test_one_that_fired_on_all_of_them_began_before() -> None:
    known = diary(*(check_in(n, worst=3) for n in range(300)))

    assert (
        since_words(known, last_days(TODAY), assess(known))["R06"] == "Matched since before 3 Apr."
    )


def test_a_short_period_still_looks_back_three_months_and_a_long_one_a_year() -> None:
    known = diary(*(check_in(n, worst=3) for n in range(600)))
    found = assess(known)

    assert since_words(known, Period(day(3), TODAY), found)["R06"] == "Matched since before 3 Apr."
    assert (
        since_words(known, Period(day(599), TODAY), found)["R06"]
        == "Matched since before 2 Jul 2025."
    )


def test_the_page_says_it_beside_the_signal() -> None:
    known = diary(*(check_in(n, worst=3) for n in range(300)))
    days = last_days(TODAY)
    report, _charts = prepared(known, days.first, days.last, Options(), NOW)

    assert {each.since for each in report.signals.notes if each.rule == "R06"} == {
        "Matched since before 3 Apr."
    }
