"""The evening check-in: which day it is about, what fills it in, and what it changes."""

from __future__ import annotations

from typing import Any

import pytest

from spasmlog.domain.records import Factor, Record
from spasmlog.domain.scales import Lag, Limited, Nrs
from spasmlog.errors import InvalidEntry
from spasmlog.views.check_in import CheckInView, Stage, changed, check_in_view
from tests.build import check_in, day, diary, drink, episode, moment, reading, running


def shown(*records: Record, clock: str = "18:00", days_ago: int = 0) -> CheckInView:
    view = check_in_view(diary(*records), moment(days_ago, clock))
    assert view is not None
    return view


def test_before_the_evening_of_a_new_journal_nothing_is_asked() -> None:
    assert check_in_view(diary(), moment(clock="17:59")) is None
    assert check_in_view(diary(drink(0)), moment(clock="09:00")) is None


def test_from_six_in_the_evening_today_is_asked_about() -> None:
    view = shown()

    assert (view.stage, view.day, view.title) == (Stage.EVENING, day(), "Evening check-in")
    assert view.note == "blank until you answer"
    assert dict(view.answers) == {}


def test_after_midnight_it_is_still_the_evening() -> None:
    assert shown(clock="01:30", days_ago=-1).stage is Stage.EVENING


def test_the_next_morning_the_day_before_is_open_while_the_journal_knew_of_it() -> None:
    view = shown(reading(1, pain=4), clock="09:12")

    assert (view.stage, view.day) == (Stage.MORNING_AFTER, day(1))
    assert view.title == "Tuesday’s check-in is open"
    assert view.summary == "Worst pain 4. The rest is blank."
    assert view.note == "filled in from what you logged"


def test_a_day_of_which_nothing_is_known_is_open_too_and_says_so() -> None:
    view = shown(check_in(5), clock="09:12")

    assert view.summary == "Nothing that day says how it was."
    assert view.can_be_clear


def test_left_blank_or_saved_the_day_before_is_asked_no_more() -> None:
    lived = diary(reading(1, pain=4))
    key = shown(reading(1, pain=4), clock="09:12").key

    assert check_in_view(lived, moment(clock="09:12"), {key}) is None
    assert check_in_view(diary(check_in(1)), moment(clock="09:12")) is None


@pytest.mark.parametrize(
    ("records", "worst"),
    [
        ((reading(pain=3), reading(pain=5)), 5),
        ((episode(hours=1, peak=Nrs(7)), reading(pain=5)), 7),
        ((reading(pain=0),), None),
        ((episode(hours=1, peak=None),), None),
        ((reading(1, pain=9),), None),
    ],
)
def test_the_worst_pain_comes_from_the_days_own_entries_and_never_from_a_zero(
    records: tuple[Record, ...], worst: int | None
) -> None:
    assert shown(*records).answers.get("worst") == worst


def test_exposures_and_sitting_start_unanswered_whatever_a_spasm_names() -> None:
    view = shown(episode(hours=1, exposures=frozenset({"heavy_load"})), check_in(1, sitting_h=6.0))

    assert set(view.answers) == {"worst"}
    assert [name for name, _words in view.exposures] == [
        "heavy_load",
        "awkward_posture",
        "stress",
    ]


def test_a_clear_day_is_offered_only_where_nothing_contradicts_it() -> None:
    assert shown().can_be_clear
    assert shown(reading(pain=0)).can_be_clear
    assert not shown(reading(pain=1)).can_be_clear
    assert shown(running(1)).can_be_clear is not None
    assert not shown(episode(1, "20:00", hours=20)).can_be_clear
    assert not shown(check_in(0, worst=0)).can_be_clear


def test_a_saved_one_shows_as_such_at_any_hour_and_can_be_changed() -> None:
    saved = check_in(
        0, worst=4, limited=Limited.A_BIT, sitting_h=3.0, exposures=(("heavy_load", False),)
    )

    view = shown(saved, clock="12:00")

    assert (view.stage, view.note) == (Stage.SAVED, "saved; change what differs")
    assert view.summary == "Worst pain 4, limited you a bit, sat 3 h, no heavy lifting."
    assert dict(view.answers) == {
        "worst": 4,
        "limited": Limited.A_BIT,
        "sitting_h": 3.0,
        "heavy_load": False,
    }


def test_the_summary_words_every_answer() -> None:
    saved = check_in(
        0,
        worst=None,
        average=2,
        limited=Limited.NO,
        sleep_h=7.5,
        slept_badly=True,
        exposures=(("heavy_load", True), ("stress", False)),
    )
    rested = check_in(0, worst=None, slept_badly=False)
    silent = check_in(0, worst=None)

    assert shown(saved).summary == (
        "Average 2, did not limit you, slept 7.5 h, slept badly, heavy lifting, "
        "no stress or low mood."
    )
    assert shown(rested).summary == "Did not sleep badly."
    assert shown(silent).summary == ""


OWN = Factor(id="own", recorded_at=moment(), name="Long drive", lag=Lag.SAME_DAY, created=day())


def test_the_persons_own_factors_are_asked_until_they_are_retired() -> None:
    retired = Factor(
        id="old",
        recorded_at=moment(),
        name="Rowing",
        lag=Lag.SAME_DAY,
        created=day(),
        retired=day(),
    )
    suspect = Factor(
        id="locked",
        recorded_at=moment(),
        name="Stress",
        exposure="stress",
        lag=Lag.SAME_DAY,
        created=day(),
    )

    asked = dict(shown(OWN, retired, suspect).exposures)
    answered = dict(shown(retired, check_in(0, exposures=(("old", True),))).exposures)

    assert asked["own"] == "Long drive?"
    assert "old" not in asked
    assert "locked" not in asked
    assert "old" in answered


def test_only_what_was_answered_is_saved() -> None:
    view = shown(reading(pain=5))

    fields = dict(changed(view, {"worst": Nrs(5), "stress": True}))

    assert fields == {"worst": 5, "exposures": (("stress", True),)}


def test_of_a_saved_one_only_the_difference_is_changed() -> None:
    view = shown(check_in(0, worst=4, sitting_h=3.0, exposures=(("stress", True),), note="Long."))
    same: dict[str, Any] = dict(view.answers)

    assert changed(view, same) == ()
    assert dict(changed(view, same | {"sitting_h": None})) == {"sitting_h": None}
    assert dict(changed(view, {**same, "stress": None})) == {"exposures": ()}
    assert dict(changed(view, {**same, "note": ""})) == {"note": ""}


def test_answers_to_questions_that_are_not_shown_are_left_as_they_are() -> None:
    view = shown(check_in(0, exposures=(("trial:Heat", True),)))

    fields = dict(changed(view, {**view.answers, "heavy_load": True}))

    assert view.kept == (("trial:Heat", True),)
    assert fields["exposures"] == (("heavy_load", True), ("trial:Heat", True))


def test_a_check_in_without_a_single_answer_is_refused() -> None:
    with pytest.raises(InvalidEntry, match="Nothing is answered yet"):
        changed(shown(), {})
