"""The question half an hour to three hours after a dose."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import Record
from spasmlog.domain.scales import ReadingWord, TreatmentKind
from spasmlog.views.relief import ReliefView, relief_view
from tests.build import diary, moment, reading, treatment, use


def asked(
    *records: Record, clock: str = "11:00", hidden: frozenset[str] = frozenset()
) -> ReliefView | None:
    return relief_view(diary(*records), moment(clock=clock), hidden)


@pytest.mark.parametrize(
    ("clock", "title"),
    [
        ("09:59", None),
        ("10:00", "Half an hour since ibuprofen, how is it?"),
        ("10:30", "An hour since ibuprofen, how is it?"),
        ("11:30", "Two hours since ibuprofen, how is it?"),
        ("12:30", "Three hours since ibuprofen, how is it?"),
        ("12:31", None),
    ],
)
def test_it_is_asked_from_half_an_hour_to_three_hours_after(clock: str, title: str | None) -> None:
    known = treatment()
    view = asked(known, use(0, "09:30", of=known), clock=clock)

    assert (view.title if view else None) == title


def test_the_words_are_the_four_of_a_relief_check() -> None:
    view = asked(use(0, "10:00"))

    assert view is not None
    assert view.words == (
        (ReadingWord.NONE, "No help"),
        (ReadingWord.SOME, "A little"),
        (ReadingWord.MUCH, "A lot"),
        (ReadingWord.GONE, "Gone"),
    )


def test_an_answer_or_not_now_ends_the_question() -> None:
    dose = use(0, "10:00")
    view = asked(dose)

    assert view is not None
    assert asked(dose, hidden=frozenset({view.key})) is None
    assert asked(dose, reading(0, "10:45", use_id=dose.id)) is None
    assert asked(dose, reading(0, "10:45")) is not None


def test_doses_taken_together_share_one_answer() -> None:
    one, other = use(0, "10:00"), use(0, "10:05", kind=TreatmentKind.ICE)
    answer = reading(0, "10:45", use_id=one.id)

    assert asked(one, other, answer) is None
    assert asked(one, use(0, "10:20"), answer) is not None


def test_one_dose_put_off_speaks_for_those_taken_together_with_it() -> None:
    one, other = use(0, "10:00"), use(0, "10:05", kind=TreatmentKind.ICE)
    view = asked(one, other)

    assert view is not None
    assert asked(one, other, hidden=frozenset({view.key})) is None


def test_a_medicine_is_asked_about_before_heat_and_the_latest_first() -> None:
    early, late = use(0, "09:00"), use(0, "09:30")
    heat = use(0, "10:00", kind=TreatmentKind.HEAT)

    view = asked(early, late, heat)

    assert view is not None
    assert view.use_id == late.id


def test_a_dose_before_midnight_of_the_diary_day_is_still_asked_about() -> None:
    dose = use(1, "23:30")
    lived = diary(dose)

    assert relief_view(lived, moment(0, "00:30")) is not None
