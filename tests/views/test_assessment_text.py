"""The assessment as plain lines, as `spasmlog assess` prints it."""

from __future__ import annotations

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Sign
from spasmlog.rules import assess
from spasmlog.views.assessment_text import lines
from tests.build import answer, diary
from tests.views.lives import came_back_once, comes_back, ends_not_known, not_settled, too_few


def text_of(lived: Diary) -> str:
    return "\n".join(lines(assess(lived)))


def test_what_fires_comes_first_with_its_dates_newest_first() -> None:
    said = lines(assess(comes_back()))

    assert said[0] == "As of 1 Jul 2026"
    fired = said.index(
        "Worth showing a doctor: Lower back: back after treatment, 2 times in 90 days"
    )
    assert said[fired + 2] == (
        "  1 Jul 2026, 21 Jun 2026: came back 10 days after a treated spasm let go"
    )
    assert fired < said.index("Looked at, no match:")


def test_a_lower_level_comes_after_a_higher_one() -> None:
    said = text_of(diary(answer(0, Sign.BLADDER_CHANGE), *comes_back().by_id.values()))

    urgent = said.index("Get medical help now: ")
    assert urgent < said.index("Worth showing a doctor: ") < said.index("For information: ")


def test_many_days_of_one_fact_are_said_by_the_first_and_the_last() -> None:
    said = text_of(not_settled())

    assert "40 days from 23 May 2026 to 1 Jul 2026: pain logged" in said


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
    assert said.index("Emergency answer (R01): not asked yet.") > at


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
