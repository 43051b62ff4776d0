"""The assessment as plain lines, as `spasmlog assess` prints it."""

from __future__ import annotations

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import PROMPT_SIGNS, ROUTINE_SIGNS, Sign, SignAnswer
from spasmlog.views.assessment_text import lines
from tests.build import answer, diary, use
from tests.views.lives import (
    all_asked,
    assessed,
    came_back_once,
    comes_back,
    ends_not_known,
    too_few,
)


def text_of(lived: Diary) -> str:
    return "\n".join(lines(assessed(lived), lived))


def test_what_fires_comes_first_with_its_receipt_newest_first() -> None:
    said = lines(assessed(comes_back()), comes_back())

    assert said[0] == "As of 1 Jul 2026"
    fired = said.index(
        "Worth showing a doctor: Lower back: back after treatment, 2 times in 90 days"
    )
    assert said[fired + 2 : fired + 5] == [
        "    Treated spasm ended  Treated with  Next spasm  Days between",
        "    21 Jun               Ibuprofen     1 Jul       10",
        "    11 Jun               Ibuprofen     21 Jun      10",
    ]
    assert fired < said.index("Looked at, no match:")


def test_a_lower_level_comes_after_a_higher_one() -> None:
    said = text_of(diary(answer(0, Sign.BLADDER_CHANGE), *comes_back().by_id.values()))

    urgent = said.index("Get medical help now: ")
    assert urgent < said.index("Worth showing a doctor: ") < said.index("For information: ")


def test_a_long_receipt_says_how_many_rows_are_not_printed() -> None:
    doses = [
        use(0, f"{hour:02d}:0{minute}", dose_mg=100) for hour in range(14) for minute in (1, 2)
    ]

    said = text_of(diary(*doses))

    assert "\n    and 15 more\n" in said
    assert "ibuprofen" in said


def test_a_signal_says_all_that_the_window_says_of_it() -> None:
    said = text_of(comes_back())

    assert "  The rule: 2 or more returns inside 90 days" in said
    assert "  Where the numbers come from: Our own choice: days looked at 90 days" in said
    assert "  Days behind it: 3 of 90 days logged." in said
    assert "  What would switch it off: Fewer than 2 returns inside 90 days." in said


def test_with_personal_patterns_off_plain_counts_are_left() -> None:
    lived = comes_back()

    said = "\n".join(lines(assessed(lived, personal=False), lived, personal=False))

    assert "R10" not in said
    assert "Personal patterns are off in the settings." in said
    assert "  Spasms that began: 3\n  Days with a spasm: 3\n  Spasms with a treatment: 2" in said
    assert (
        "No rule that is switched on matched. That does not mean that nothing is wrong; if you "
        "are worried, ask.\nPersonal patterns are off in the settings. No rule looks for them.\n"
    ) in said
    assert "No rule matched" not in said


def test_what_cannot_be_told_says_what_is_missing() -> None:
    said = text_of(too_few())

    assert "Not enough entries to tell:" in said
    assert "Four weeks and not settled (R05): 3 days counted, 48 missing." in said
    assert "What is missing: 23 more logged days since 12 May 2026." in said


def test_an_end_that_is_missing_is_named_by_its_day() -> None:
    said = text_of(ends_not_known())

    assert "an end time for the spasm of 2 May 2026" in said


def test_what_was_looked_at_comes_last_with_the_days_behind_it() -> None:
    said = text_of(came_back_once())

    at = said.index("Looked at, no match:")
    assert said.index("Keeps coming back (R10): 2 days counted, 88 missing.") > at
    assert at < said.index("No match does not mean that nothing is wrong.") < len(said)


def test_a_rule_whose_questions_nobody_answered_has_not_looked() -> None:
    said = text_of(came_back_once())

    unasked = said.index("Not asked yet:")
    assert said.index("Looked at, no match:") < unasked < said.index("Emergency answer (R01)")
    assert "Emergency answer" not in said[:unasked]
    asked = (answer(0, sign, SignAnswer.NO) for sign in (*PROMPT_SIGNS, *ROUTINE_SIGNS))
    assert "Not asked yet:" not in text_of(diary(*all_asked(0), *asked))


@pytest.mark.parametrize("lived", [comes_back(), diary(answer(0, Sign.BLADDER_CHANGE))])
def test_beside_a_match_no_match_still_comforts_nobody(lived: Diary) -> None:
    said = lines(assessed(lived), lived)

    assert "  No match does not mean that nothing is wrong. If you are worried, ask." in said


def test_it_says_what_would_switch_a_signal_off_and_when() -> None:
    assert "What would switch it off: No return inside 30 days. Not before 31 Jul 2026." in text_of(
        came_back_once()
    )


@pytest.mark.parametrize("lived", [diary(), too_few(), comes_back(), ends_not_known()])
def test_it_is_no_diagnosis_and_never_comforts(lived: Diary) -> None:
    said = text_of(lived)

    assert said.endswith("This is not a diagnosis.")
    for word in ("all clear", "healthy", "nothing to worry", "you are fine", "safe"):
        assert word not in said.lower()


def test_where_nothing_fires_it_says_that_this_tells_little() -> None:
    assert (
        "No rule matched. That does not mean that nothing is wrong; if you are worried, ask."
        in text_of(diary())
    )


def test_where_something_fires_it_does_not_say_that_nothing_matched() -> None:
    assert "No rule matched" not in text_of(comes_back())
