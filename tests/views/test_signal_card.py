"""Which signal Today shows, and when it leaves one out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from spasmlog.domain.records import Record, SignalNote
from spasmlog.domain.scales import Sign, SignalAnswer, SignAnswer, TreatmentKind
from spasmlog.rules import RULES, Level, assess
from spasmlog.views.signal_card import SignalView, signal_view
from tests.build import answer, check_in, day, diary, moment, use
from tests.views.lives import assessed, comes_back

PAIN = [check_in(back, worst=3) for back in range(1, 41)]
FIRED = {"R05": Level.ROUTINE}
"""What fires of it, and fired the day before."""


def note(days_ago: int, what: SignalAnswer, rule: str = "R05") -> SignalNote:
    return SignalNote(
        id=f"{rule}-{what}-{days_ago}",
        recorded_at=moment(days_ago),
        rule=rule,
        day=day(days_ago),
        what=what,
    )


def shown(*records: Record, before: Mapping[str, Level] | None = FIRED) -> SignalView | None:
    lived = diary(*PAIN, *records)
    return signal_view(lived, assessed(lived), before)


def test_a_routine_signal_says_what_it_found_and_what_it_rests_on() -> None:
    view = shown()

    assert view is not None
    assert (view.rule, view.level, view.label) == ("R05", "routine", "Worth showing a doctor")
    assert view.message.startswith("You have logged pain on most of the days")
    assert view.basis == (
        "Four weeks and not settled: 40 days counted, 1 missing. This is not a diagnosis."
    )
    assert (view.can_wait, view.note_seen) == (True, True)


def test_without_an_assessment_or_a_finding_there_is_none() -> None:
    assert signal_view(diary(), None) is None
    assert signal_view(diary(), assessed(diary())) is None


@pytest.mark.parametrize(("days_ago", "there"), [(0, False), (6, False), (7, True)])
def test_put_off_it_is_left_out_for_a_week(days_ago: int, there: bool) -> None:
    assert (shown(note(days_ago, SignalAnswer.LATER)) is not None) is there


@pytest.mark.parametrize(("days_ago", "there"), [(0, True), (1, False), (13, False), (14, True)])
def test_once_seen_it_comes_again_after_a_fortnight(days_ago: int, there: bool) -> None:
    assert (shown(note(days_ago, SignalAnswer.SEEN)) is not None) is there


def test_one_that_begins_to_fire_again_is_shown_before_the_fortnight_is_over() -> None:
    seen = note(3, SignalAnswer.SEEN)

    assert shown(seen, before={"R09": Level.INFO}) is not None
    assert shown(seen, before={}) is not None
    assert shown(seen) is None
    assert shown(seen, before=None) is None


def test_put_off_it_comes_back_when_it_begins_to_fire_again() -> None:
    put_off = note(3, SignalAnswer.LATER)

    assert shown(put_off, before={}) is not None
    assert shown(note(0, SignalAnswer.LATER), before={}) is None
    assert shown(put_off, before=None) is None


def test_what_came_back_stays_for_the_day_and_then_waits_for_its_fortnight() -> None:
    put_off = note(3, SignalAnswer.LATER)

    assert shown(put_off, note(0, SignalAnswer.SEEN)) is not None
    assert shown(put_off, note(1, SignalAnswer.SEEN)) is None


def test_shown_to_a_doctor_it_leaves_today_alone_until_it_begins_again() -> None:
    told = note(20, SignalAnswer.SHOWN_TO_DOCTOR)

    assert shown(told) is None
    assert shown(told, before={}) is not None


@pytest.mark.parametrize(
    "what", [SignalAnswer.SEEN, SignalAnswer.LATER, SignalAnswer.SHOWN_TO_DOCTOR]
)
def test_what_grows_from_information_to_worth_showing_comes_back_like_a_new_one(
    what: SignalAnswer,
) -> None:
    lived = diary(*(use(ago, dose_mg=200.0) for ago in range(75)), note(3, what, "R15"))
    painkillers = [rule for rule in RULES if rule.id == "R15"]
    today, before = (assess(lived.as_of(day(ago)), painkillers) for ago in (0, 1))

    view = signal_view(lived, today, before.levels)

    assert (before.levels, today.levels) == ({"R15": Level.INFO}, {"R15": Level.ROUTINE})
    assert view is not None
    assert signal_view(lived, today, today.levels) is None


@pytest.mark.parametrize("what", [SignalAnswer.SHOWN_TO_DOCTOR, SignalAnswer.LATER])
@pytest.mark.parametrize("sign", [Sign.SADDLE_NUMBNESS, Sign.FEVER])
def test_no_note_hides_what_is_urgent(what: SignalAnswer, sign: Sign) -> None:
    notes = [note(days_ago, what, rule) for rule in ("R01", "R02") for days_ago in (0, 1)]

    view = shown(
        answer(1, sign), *notes, before={"R01": Level.EMERGENCY, "R02": Level.PROMPT, **FIRED}
    )

    assert view is not None
    assert view.level in ("emergency", "prompt")
    assert not view.can_wait


def test_seen_today_it_stays_for_the_day_and_is_not_noted_twice() -> None:
    view = shown(note(0, SignalAnswer.SEEN))

    assert view is not None
    assert not view.note_seen


def test_an_urgent_signal_stands_before_all_others_and_cannot_wait() -> None:
    numb = answer(1, Sign.SADDLE_NUMBNESS)

    view = shown(numb, note(0, SignalAnswer.LATER, "R01"), note(1, SignalAnswer.SEEN, "R01"))

    assert view is not None
    assert (view.rule, view.level, view.can_wait) == ("R01", "emergency", False)


def test_too_much_of_a_medicine_is_for_today() -> None:
    doses = [use(0, clock, dose_mg=800.0) for clock in ("08:00", "12:00")]

    view = shown(*doses)

    assert view is not None
    assert (view.rule, view.level) == ("R16", "prompt")


def test_when_the_highest_waits_the_next_one_is_shown() -> None:
    both = shown(answer(3, Sign.NOT_BACK_TO_USUAL_AT_3_MONTHS))
    next_one = shown(
        answer(3, Sign.NOT_BACK_TO_USUAL_AT_3_MONTHS),
        note(1, SignalAnswer.LATER, "R03"),
        before={"R03": Level.ROUTINE, **FIRED},
    )

    assert both is not None
    assert next_one is not None
    assert (both.rule, next_one.rule) == ("R03", "R05")


def test_of_equals_what_came_back_after_treatment_is_shown() -> None:
    both = shown(*comes_back().by_id.values())
    next_one = shown(
        *comes_back().by_id.values(),
        note(1, SignalAnswer.LATER, "R10"),
        before={**FIRED, "R10": Level.ROUTINE},
    )

    assert both is not None
    assert next_one is not None
    assert (both.rule, next_one.rule) == ("R10", "R05")
    assert both.level == next_one.level


def test_a_combination_of_medicines_has_no_packet_limit() -> None:
    lots = use(0, "08:00", kind=TreatmentKind.COMBINATION, dose_mg=9000.0)

    view = shown(lots)

    assert view is not None
    assert view.rule == "R05"


def test_an_emergency_question_to_answer_again_is_named() -> None:
    lived = diary(
        answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE), answer(0, Sign.FEVER, SignAnswer.UNSURE)
    )
    view = signal_view(lived, assessed(lived))
    yes = diary(answer(0, Sign.BOTH_LEGS))
    urgent = signal_view(yes, assessed(yes))

    assert view is not None
    assert urgent is not None
    (question,) = view.questions
    assert question.startswith("Pain, tingling, numbness or weakness in both legs")
    assert urgent.questions == ()
