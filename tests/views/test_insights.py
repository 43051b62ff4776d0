"""The Insights page worked out: periods, signals with their marks, two periods compared."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Limited, Sign
from spasmlog.rules import assess
from spasmlog.views.compared import Compared, compared
from spasmlog.views.insights import ALL, InsightsView, insights_view
from tests.build import TODAY, answer, check_in, day, diary, episode, use
from tests.views.lives import came_back_once, comes_back, not_settled


def view_of(lived: Diary) -> InsightsView:
    return insights_view(lived, assess(lived))


def numbers(found: Compared | None) -> dict[str, list[str]]:
    assert found is not None
    return {row[0].text: [cell.text for cell in row[1:]] for row in found.numbers.rows}


def test_four_stretches_of_days_can_be_chosen() -> None:
    spans = view_of(diary(check_in(500))).spans

    assert [(each.days, each.text) for each in spans] == [
        (30, "30 days"),
        (90, "90 days"),
        (365, "1 year"),
        (ALL, "All"),
    ]
    assert [each.first for each in spans] == [day(29), day(89), day(364), day(500)]
    assert {each.last for each in spans} == {TODAY}


def test_a_signal_shows_its_dates_newest_first_and_the_letter_of_its_marks() -> None:
    view = view_of(comes_back())

    first = view.signals[0]
    assert (first.letter, first.rule, first.level) == ("A", "R10", "routine")
    assert [(each.day, each.text) for each in first.days] == [(TODAY, "1 Jul"), (day(10), "21 Jun")]
    assert first.dates == "On 2 days"
    assert first.basis.endswith("This is not a diagnosis.")
    marks = [each for each in view.marks if each.label == "A: Keeps coming back"]
    assert [(each.day, each.level) for each in marks] == [(TODAY, "routine"), (day(10), "routine")]


def test_each_signal_has_a_letter_of_its_own_the_most_urgent_the_first() -> None:
    view = view_of(diary(answer(0, Sign.BLADDER_CHANGE), *comes_back().by_id.values()))

    assert [(each.letter, each.rule) for each in view.signals] == [
        ("A", "R01"),
        ("B", "R10"),
        ("C", "R09"),
    ]
    assert {each.label[:1] for each in view.marks} == {"A", "B", "C"}


def test_of_many_days_the_last_and_the_first_are_marked() -> None:
    view = view_of(not_settled())

    (signal,) = view.signals
    assert [each.day for each in signal.days] == [TODAY, day(39)]
    assert signal.dates == "The last and first of 40 days"
    assert [each.day for each in view.marks] == [TODAY, day(39)]


def test_nothing_fired_says_that_this_tells_little() -> None:
    view = view_of(diary(check_in(1)))

    assert (view.signals, view.marks) == ((), ())
    assert view.none == (
        "No rule matched. That does not mean that nothing is wrong; if you are worried, ask."
    )


def test_where_something_fires_no_such_thing_is_said() -> None:
    assert view_of(came_back_once()).none == ""


def test_an_empty_journal_says_that_blank_is_not_zero() -> None:
    view = view_of(diary())

    assert view.empty is not None
    assert "never counted as zero" in view.empty[1]
    assert view.spans[-1].first == TODAY
    assert view_of(diary(check_in(0))).empty is None


def test_two_periods_stand_beside_each_other() -> None:
    days = [check_in(ago, 0, limited=Limited.NO) for ago in range(1, 11)]
    days += [check_in(ago, 2, limited=Limited.A_LOT) for ago in range(11, 60)]
    lived = diary(*days, episode(5, hours=2), episode(40, hours=4, peak=8), use(5))

    found = compared(lived, 30)

    assert found is not None
    assert found.title == "These 30 days beside the 30 before"
    assert found.refusal == ""
    assert found.numbers.headings == ("What is compared", "now", "before")
    assert numbers(found) == {
        "Spasm days, per 30 logged": ["1.0", "1.0"],
        "Average worst pain, on days with a number": ["1.5 on 29 days", "2.2 on 30 days"],
        "Pain of a spasm, middle value (highest)": ["6 (6)", "8 (8)"],
        "Length of a spasm, middle value": ["2 h", "4 h"],
        "Days pain limited you, of days answered": ["19 of 29", "30 of 30"],
        "Days with a medicine, of days with an entry": ["1 of 29", "0 of 30"],
        "Days logged at zero, of days logged": ["9 of 29", "0 of 30"],
    }
    assert found.basis == (
        "2 Jun to 30 Jun: 29 of 29 days logged. 3 May to 1 Jun: 30 of 30 days logged."
    )


def test_a_number_that_nothing_stands_on_is_not_known_and_not_zero() -> None:
    found = compared(diary(*(check_in(ago) for ago in range(1, 60))), 30)

    assert numbers(found)["Pain of a spasm, middle value (highest)"] == ["not known", "not known"]
    assert numbers(found)["Length of a spasm, middle value"] == ["not known", "not known"]
    assert numbers(found)["Days pain limited you, of days answered"] == ["not known", "not known"]


def test_in_a_journal_without_medicines_no_day_is_counted_as_one_without() -> None:
    found = compared(diary(*(check_in(ago) for ago in range(1, 60))), 30)

    assert numbers(found)["Days with a medicine, of days with an entry"] == [
        "none ever logged",
        "none ever logged",
    ]


def test_pain_days_without_a_number_have_no_average_and_are_told_apart_from_no_entry() -> None:
    found = compared(diary(*(episode(ago, peak=None) for ago in range(1, 60))), 30)

    assert numbers(found)["Average worst pain, on days with a number"] == [
        "pain without a number",
        "pain without a number",
    ]


@pytest.mark.parametrize(
    ("before", "sentence"),
    [
        (0, "Nothing is logged on the 30 days before, so nothing is compared."),
        (
            1,
            "Logged 97 % of these days and 3 % of those before, so the two cannot be compared "
            "fairly.",
        ),
        (
            20,
            "Logged 97 % of these days and 67 % of those before, so the two cannot be compared "
            "fairly.",
        ),
    ],
)
def test_what_cannot_be_compared_fairly_is_not(before: int, sentence: str) -> None:
    recent = [check_in(ago) for ago in range(1, 29)]
    lived = diary(*recent, *(check_in(30 + ago) for ago in range(before)))

    found = compared(lived, 30)

    assert found is not None
    assert found.refusal == sentence
    assert found.numbers.headings == ("What is compared", "now")
    assert all(len(row) == 2 for row in found.numbers.rows)


def test_a_share_is_not_rounded_to_all_or_nothing() -> None:
    lived = diary(*(check_in(ago) for ago in range(1, 365)), check_in(400))

    found = compared(lived, 365)

    assert found is not None
    assert "Logged 100 % of these days and 1 % of those before" in found.refusal


def test_today_alone_is_not_compared() -> None:
    assert compared(diary(episode(0, hours=1)), 30) is None


def test_a_day_beside_the_day_before_is_no_period_that_is_over() -> None:
    assert compared(diary(check_in(0), check_in(1)), 1) is None


def test_where_the_calendar_begins_there_is_nothing_before() -> None:
    early = diary(today=TODAY.min + timedelta(days=40))

    assert compared(early, 30) is None
