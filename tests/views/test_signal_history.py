"""The past signals in words: bars of the days shown, the table, and what is said around them."""

from __future__ import annotations

from datetime import timedelta

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs, Sign, SignAnswer
from spasmlog.rules import book
from spasmlog.rules.history import History, history_of
from spasmlog.views.signal_history import (
    SignalHistoryView,
    past_asked,
    past_table,
    signal_history_view,
    since_words,
    span_words,
)
from tests.build import TODAY, answer, check_in, day, diary, drink


def told(known: Diary, *, personal: bool = True) -> History:
    found = history_of(known, book(personal))
    assert found is not None
    return found


def shown(known: Diary, *, whole: bool = False, personal: bool = True) -> SignalHistoryView:
    return signal_history_view(told(known, personal=personal), personal=personal, whole=whole)


def two_years() -> Diary:
    """A yes two years ago, one that was taken back a year ago, and one that stands."""
    return diary(
        answer(730, Sign.FEVER),
        answer(700, Sign.FEVER, SignAnswer.NO),
        answer(380, Sign.FEVER),
        answer(350, Sign.FEVER, SignAnswer.NO),
        answer(59, Sign.BACK_LUMP_OR_SHAPE_CHANGE),
        answer(720, Sign.NOT_BACK_TO_USUAL_AT_3_MONTHS),
        answer(710, Sign.NOT_BACK_TO_USUAL_AT_3_MONTHS, SignAnswer.CLEARED),
    )


def test_the_last_twelve_months_are_shown_first_and_all_years_when_asked() -> None:
    year, every = shown(two_years()), shown(two_years(), whole=True)

    assert (year.first, year.last, year.is_long) == (day(364), TODAY, True)
    assert (every.first, every.last, every.is_long) == (day(730), TODAY, True)
    assert [row.rule for row in year.rows] == ["R02"]
    assert [row.rule for row in every.rows] == ["R02", "R03"]
    assert len(every.rows[0].bars) == 3


def test_what_began_before_the_days_shown_is_drawn_from_their_first_and_says_when_it_began() -> (
    None
):
    cut, going_on = shown(two_years()).rows[0].bars

    assert (cut.first, cut.last, cut.began) == (day(364), day(351), day(380))
    assert cut.words == "16 Jun 2025 to 15 Jul 2025"
    assert (going_on.last, going_on.words) == (TODAY, "since 3 May")
    assert going_on.spoken == "Prompt answer, since 3 May: Speak to someone today or tomorrow"


def test_what_matched_only_before_the_days_shown_is_named() -> None:
    assert shown(two_years()).earlier == "Earlier only: Routine answer."
    assert shown(two_years(), whole=True).earlier == ""


def test_a_time_is_told_by_its_days() -> None:
    assert span_words(day(59), None, TODAY) == "since 3 May"
    assert span_words(day(59), day(11), TODAY) == "3 May to 20 Jun"
    assert span_words(day(59), day(59), TODAY) == "3 May"
    assert span_words(day(500), None, TODAY) == "since 16 Feb 2025"
    assert span_words(day(310), day(290), TODAY) == "25 Aug 2025 to 14 Sept 2025"


def test_only_what_matches_now_has_a_day_since_when_it_does() -> None:
    assert since_words(told(two_years())) == {"R02": "since 3 May"}
    assert since_words(told(diary())) == {}


def test_a_short_journal_is_shown_whole_without_a_choice() -> None:
    view = shown(diary(*(check_in(ago, 8) for ago in range(40))))

    assert (view.first, view.is_long) == (day(39), False)
    assert [row.rule for row in view.rows] == ["R04", "R05"]
    assert view.rows[0].blanks == ((day(39), day(38)),)
    unknown = ", and on some days too little was logged to tell"
    assert view.rows[0].spoken == f"Three severe days, since 25 May{unknown}"
    assert view.rows[1].spoken == "Four weeks and not settled, since 19 Jun"
    assert [text for _day, text in view.ticks] == ["Jun", "Jul"]


def test_many_years_have_a_date_a_year_and_fewer_have_one_a_month() -> None:
    long = diary(answer(1500, Sign.FEVER))

    assert [text for _day, text in shown(long, whole=True).ticks] == [
        "2023",
        "2024",
        "2025",
        "2026",
    ]
    assert [text for _day, text in shown(long).ticks][5] == "2026"
    assert len(shown(long).ticks) == 12


def test_the_table_has_a_line_for_each_time_newest_first_and_its_days_can_be_opened() -> None:
    table = past_table(shown(two_years(), whole=True))

    assert table.headings == ("Signal", "From", "To", "How urgent at most")
    assert [[cell.text for cell in row] for row in table.rows[:2]] == [
        ["Prompt answer", "3 May", "goes on", "Speak to someone today or tomorrow"],
        ["Prompt answer", "16 Jun 2025", "15 Jul 2025", "Speak to someone today or tomorrow"],
    ]
    assert [[cell.day for cell in row] for row in table.rows[:2]] == [
        [None, day(59), None, None],
        [None, day(380), day(351), None],
    ]
    assert table.rows[-1][0].text == "Routine answer"


def test_without_an_entry_or_a_match_a_sentence_stands_there_that_does_not_comfort() -> None:
    assert shown(diary()).none == "There is no entry yet, so there is no day to look at."
    assert shown(diary(drink(3))).none.startswith("No rule matched. That does not mean that")
    off = shown(diary(drink(3)), personal=False).none
    assert off.startswith("No rule that is switched on matched.")
    assert shown(diary()).first == TODAY
    assert shown(two_years()).none == ""


def test_how_it_is_worked_out_is_said_and_beside_bars_that_a_gap_is_no_comfort() -> None:
    how = shown(diary(drink(3))).note

    assert "as they stand now" in how
    assert shown(two_years()).note.startswith(how)
    assert shown(two_years()).note.endswith(
        "No match does not mean that nothing is wrong. If you are worried, ask."
    )
    assert shown(diary()).note == ""


def test_past_days_are_asked_about_once_all_of_them_are_read() -> None:
    row = Earlier(day=day(500), explicit=Nrs(4))
    half = Diary.of(TODAY, [drink(1)], [row], full_from=TODAY - timedelta(days=400))

    assert past_asked(half, personal=True) is None
    asked = past_asked(diary(), personal=False)
    assert asked is not None
    assert not asked.personal
