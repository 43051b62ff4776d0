"""An emergency from a sum of doses: when it is one, and what is said of it."""

from __future__ import annotations

import pytest

from spasmlog.domain.records import SignalNote, TreatmentUse
from spasmlog.domain.scales import Sign, SignalAnswer, TreatmentKind
from spasmlog.rules.base import Level
from spasmlog.rules.medicines import check_packet_limit
from spasmlog.views.emergency import emergency_view
from spasmlog.views.emergency_sum import OverLimit, over_limit
from tests.build import answer, day, diary, moment, treatment, use

NOW = moment(clock="19:00")
TABLETS = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL)


def dose(days_ago: int, clock: str, mg: float | None = 1000.0, **changes: bool) -> TreatmentUse:
    return use(days_ago, clock, of=TABLETS, dose_mg=mg, **changes)


FIVE = tuple(dose(0, clock) for clock in ("06:10", "09:00", "12:00", "15:00", "18:20"))


def over(*doses: TreatmentUse) -> OverLimit | None:
    return over_limit(diary(TABLETS, *doses), NOW)


@pytest.mark.parametrize(
    ("doses", "is_over"),
    [
        (FIVE, True),
        (FIVE[:4], False),
        ((*FIVE[:4], dose(0, "18:00", 0.5)), True),
        ((*FIVE[:4], dose(0, "18:00", None)), False),
        ((dose(1, "18:20"), *FIVE[:4]), True),
        ((dose(1, "06:00"), *FIVE[:4]), False),
        (tuple(dose(1, each.at.clock.strftime("%H:%M")) for each in FIVE), True),
        (tuple(dose(2, each.at.clock.strftime("%H:%M")) for each in FIVE), False),
    ],
)
def test_it_is_one_wherever_the_rule_says_so_and_nowhere_else(
    doses: tuple[TreatmentUse, ...], is_over: bool
) -> None:
    lived = diary(TABLETS, *doses)

    assert (over_limit(lived, NOW) is not None) is is_over
    assert (check_packet_limit(lived).level is Level.EMERGENCY) is is_over


def test_prescribed_doses_are_added_but_do_not_begin_it() -> None:
    prescribed = tuple(dose(0, f"{hour:02}:00", prescribed=True) for hour in (8, 10, 12, 14, 16))

    assert over(*prescribed) is None
    assert over(*prescribed[:4], dose(0, "18:00", 500.0)) is not None


def test_too_much_ibuprofen_is_not_an_emergency() -> None:
    pills = tuple(use(0, f"{hour:02}:00", dose_mg=800.0) for hour in (8, 10, 12))

    assert over_limit(diary(*pills), NOW) is None


def test_it_names_the_sum_the_limit_and_every_dose() -> None:
    told = over(*FIVE)

    assert told is not None
    assert told.said == (
        "The paracetamol you logged adds up to 5,000 mg in 24 hours. "
        "The packet maximum is 4,000 mg."
    )
    assert told.spoken == (
        "By my journal I took 5,000 mg of paracetamol within 24 hours, the last of it at 18:20."
    )
    assert told.logged.startswith("Logged: 1,000 mg at 06:10, 1,000 mg at 09:00,")
    assert told.logged.endswith("and 1,000 mg at 18:20.")
    assert (told.day, told.record) == (day(0), FIVE[-1].id)
    assert told.doses == {each.id for each in FIVE}


def test_a_dose_of_yesterday_is_named_with_its_day_and_one_without_amount_as_that() -> None:
    told = over(dose(1, "20:00"), *FIVE[:4], dose(0, "16:00", None))

    assert told is not None
    assert "1,000 mg at 20:00 on 30 Jun" in told.logged
    assert "amount not known at 16:00" in told.logged


def test_of_many_doses_the_newest_are_named() -> None:
    told = over(
        *(dose(0, f"{hour:02}:{half}", 500.0) for hour in range(8, 16) for half in (10, 40))
    )

    assert told is not None
    assert told.logged.startswith("Logged: 4 doses before, 500 mg at 10:10,")


def noted(clock: str) -> SignalNote:
    at = moment(0, clock)
    what = SignalAnswer.SHOWN_TO_DOCTOR
    return SignalNote(id="n", recorded_at=at, rule="R16", day=at.diary_day(), what=what)


def test_it_is_settled_once_a_call_was_noted_after_the_last_dose_was_typed() -> None:
    lived = (TABLETS, *FIVE)
    early, late = noted("12:30"), noted("18:30")
    later = SignalNote(
        id="l", recorded_at=moment(0, "18:40"), rule="R16", day=day(0), what=SignalAnswer.LATER
    )

    told = [over_limit(diary(*lived, note), NOW) for note in (early, late, later)]

    assert [each.told for each in told if each] == [False, True, False]


def test_the_page_fits_a_sum_poisons_line_words_and_no_talk_of_signs() -> None:
    view = emergency_view("IE", "", diary(TABLETS, *FIVE), NOW)

    assert view.is_urgent
    assert view.title == "Get advice now"
    assert view.lead.endswith("Get advice now, even if you feel well.")
    assert view.call == "Call a poisons line, or your emergency number"
    assert view.line == "Poisons line: 01\u00a0809\u00a02166, from 8 to 22 o'clock"
    assert view.say.startswith("By my journal I took 5,000 mg")
    assert view.when.startswith("Logged: ")
    assert [title for title, _detail in view.steps] == [
        "Call now",
        "Call even if you feel well",
        "Say what you took, and when",
        "If an entry is wrong, correct it",
    ]


def test_where_no_poisons_line_is_known_the_emergency_number_is_asked_for_one() -> None:
    view = emergency_view("JP", "", diary(TABLETS, *FIVE), NOW)

    assert view.line == ""
    assert "ask for one" in view.steps[0][1]


def test_a_tick_and_a_sum_are_both_said_and_the_tick_leads() -> None:
    view = emergency_view("IE", "", diary(TABLETS, *FIVE, answer(0, Sign.BOTH_LEGS)), NOW)

    assert view.title == "Get medical help now"
    assert "within the hour" in view.lead
    assert "adds up to 5,000 mg" in view.lead
    assert "both legs" in view.say
    assert "5,000 mg of paracetamol" in view.say
    assert view.when.count("\n") == 1
    assert view.line


def test_a_settled_sum_is_told_and_keeps_nobody_on_the_page() -> None:
    view = emergency_view("IE", "", diary(TABLETS, *FIVE, noted("18:30")), NOW)

    assert not view.is_urgent
    assert view.title == "Get medical help now"
    assert "You noted that you have been seen." in view.lead
