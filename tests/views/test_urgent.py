"""What has to be said at once of a dose that was typed outside the window."""

from __future__ import annotations

import pytest

from spasmlog.domain.diary import Change, Step
from spasmlog.domain.records import Record, SignalNote
from spasmlog.domain.scales import SignalAnswer, TreatmentKind
from spasmlog.views.urgent import urgent_words
from tests.build import diary, drink, moment, treatment, use

NOW = moment(0, "09:12")
TABLETS = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL)
FOUR = tuple(use(0, f"{hour:02}:00", of=TABLETS, dose_mg=1000.0) for hour in (1, 3, 5, 7))
ONE_MORE = use(0, "09:00", of=TABLETS, dose_mg=500.0)


def said(record: Record, *others: Record) -> str:
    return urgent_words(Step("", (Change(None, record),)), diary(TABLETS, *others, record), NOW)


def test_more_than_the_packet_allows_is_said_with_what_to_do() -> None:
    told = said(ONE_MORE, *FOUR)

    assert "adds up to" in told
    assert "poisons line" in told


@pytest.mark.parametrize("last", [FOUR[-1], drink(0, "09:00")])
def test_up_to_the_limit_or_of_something_else_nothing_is_said(last: Record) -> None:
    others = FOUR[:-1] if last in FOUR else (*FOUR, ONE_MORE)

    assert said(last, *others) == ""


def test_a_dose_that_is_not_of_the_sum_says_nothing() -> None:
    assert said(use(9, "09:00", of=TABLETS, dose_mg=500.0), *FOUR, ONE_MORE) == ""


def test_a_dose_that_was_taken_away_says_nothing() -> None:
    step = Step("", (Change(use(0, "09:10", of=TABLETS, dose_mg=9.0), None),))

    assert urgent_words(step, diary(TABLETS, *FOUR, ONE_MORE), NOW) == ""


def test_what_was_noted_as_shown_to_a_doctor_is_not_said_again() -> None:
    at = moment(0, "09:10")
    note = SignalNote(
        id="n", recorded_at=at, rule="R16", day=at.diary_day(), what=SignalAnswer.SHOWN_TO_DOCTOR
    )

    assert said(ONE_MORE, *FOUR, note) == ""
