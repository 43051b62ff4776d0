"""Water, and what is used most of stretches, walks and treatments."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Intensity, TreatmentKind
from spasmlog.journal.commands import (
    Dose,
    LogActivity,
    LogDrink,
    LogStretch,
    LogUse,
    TakeBackDrink,
)
from spasmlog.settings import Settings
from spasmlog.views.quick_cards import Choices, QuickView, quick_view, water_view
from tests.build import (
    activity,
    diary,
    drink,
    moment,
    profile,
    running,
    stretch,
    treatment,
    use,
)

NOW = moment(clock="19:40")


def shown(*records: Record) -> QuickView:
    return quick_view(diary(*records), NOW)


def texts(choices: Choices) -> list[str]:
    return [each.text for each in choices]


def test_water_counts_todays_glasses_and_their_litres() -> None:
    view = water_view(diary(drink(), drink(volume_ml=1000), drink(1)), Settings(glass_ml=330))

    assert view is not None
    assert (view.glasses, view.count, view.litres) == (2, "2 glasses", "1.25 l")
    assert (view.add, view.take_back) == (LogDrink(volume_ml=330), TakeBackDrink())


def test_without_a_glass_there_is_nothing_to_take_back() -> None:
    view = water_view(diary(), Settings())

    assert view is not None
    assert view.take_back is None


def test_who_was_told_to_limit_fluids_sees_no_water() -> None:
    assert water_view(diary(profile(fluid_limit=True)), Settings()) is None
    assert water_view(diary(profile()), Settings()) is not None


def test_an_empty_journal_gets_plain_suggestions() -> None:
    view = shown()

    assert texts(view.stretch) == ["5 min", "10 min", "15 min"]
    assert texts(view.walk) == ["10 min", "20 min", "30 min"]
    assert texts(view.treat) == ["Ibuprofen\n400 mg", "Heat\n20 min", "Ice\n10 min"]
    assert [each.alone for each in view.again] == [
        "Ibuprofen\n400 mg",
        "Walk\n20 min",
        "Stretch\n5 min",
    ]
    assert view.treat[0].command == LogUse(
        dose=Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)
    )
    assert (view.packet, view.over, view.running) == ("", False, False)


def test_no_medicine_is_suggested_to_who_has_allergies() -> None:
    assert texts(shown(profile(allergies="Aspirin")).treat) == [
        "Heat\n20 min",
        "Ice\n10 min",
        "Massage\n10 min",
    ]


def test_the_three_most_used_stand_shortest_first() -> None:
    done = [stretch(back, seconds=60 * minutes) for minutes in (7, 7, 7, 12, 12) for back in (1,)]

    view = shown(*done, stretch(2, seconds=120), stretch(100, seconds=3600))

    assert texts(view.stretch) == ["2 min", "7 min", "12 min"]


def test_of_equals_the_latest_is_kept_and_suggestions_fill_up() -> None:
    view = shown(
        activity(3, minutes=40), activity(2, minutes=50), activity(1, kind="rowing", minutes=25)
    )

    assert texts(view.walk) == ["Rowing\n25 min", "40 min", "50 min"]
    assert texts(shown(activity(1, minutes=45)).walk) == ["10 min", "20 min", "45 min"]
    assert view.activities[-1] == ("rowing", "Rowing")


def test_an_activity_is_logged_as_hard_as_it_was_last_time() -> None:
    view = shown(
        activity(2, minutes=20, intensity=Intensity.LIGHT),
        activity(1, minutes=20, intensity=Intensity.VIGOROUS),
    )

    assert view.walk[1].command == LogActivity(
        kind="walk", minutes=20, intensity=Intensity.VIGOROUS, at=moment(clock="19:20")
    )
    assert view.walk[1].name == "Walk, vigorous, 20 min"


def test_a_stretch_keeps_its_routine_and_group() -> None:
    view = shown(stretch(1, seconds=270, routine="Knees to chest", group="lower back"))
    choice = next(each for each in view.stretch if "Knees" in each.text)

    assert choice.text == "Knees to chest\n4 min 30 s"
    assert choice.name == "Knees to chest, lower back, 4 min 30 s"
    assert choice.command == LogStretch(
        seconds=270,
        routine="Knees to chest",
        group="lower back",
        at=NOW.plus(timedelta(seconds=-270)),
    )


def test_a_stretch_or_walk_logged_by_one_press_ends_now() -> None:
    view = shown(activity(1, minutes=45), stretch(1, seconds=900))

    for choice in (*view.stretch, *view.walk, *view.again[:2]):
        assert isinstance(choice.command, LogActivity | LogStretch)
        lasted = (
            timedelta(minutes=choice.command.minutes)
            if isinstance(choice.command, LogActivity)
            else timedelta(seconds=choice.command.seconds)
        )
        assert isinstance(choice.command.at, Moment)
        assert choice.command.at.plus(lasted) == NOW


def test_treatments_are_the_most_used_then_the_catalogue_then_what_needs_no_medicine() -> None:
    naproxen = treatment("Naproxen", kind=TreatmentKind.NAPROXEN_SODIUM, usual_dose_mg=220.0)
    pad = treatment("Heat pad", kind=TreatmentKind.HEAT, usual_dose_mg=None)
    old = treatment("Old pills", archived=True)
    lived = (naproxen, pad, old, use(1, of=pad, dose_mg=None, minutes=15), use(1, of=old))

    view = shown(*lived)

    assert texts(view.treat) == ["Heat pad\n15 min", "Naproxen\n220 mg", "Ice\n10 min"]
    assert view.treat[0].command == LogUse(dose=Dose(treatment_id=pad.id, minutes=15))
    assert [each.name for each in view.catalogue] == ["Naproxen", "Heat pad"]


def test_a_dose_in_words_stands_below_its_name() -> None:
    known = treatment("Drops", kind=TreatmentKind.OTHER_MEDICINE)

    choice = shown(known, use(1, of=known, dose_mg=None, dose_text="10 drops")).treat[0]

    assert (choice.text, choice.name) == ("Drops\n10 drops", "Drops, 10 drops")


def test_again_are_the_last_three_of_any_kind_each_once() -> None:
    known = treatment()
    view = shown(
        known,
        stretch(0, "08:00"),
        activity(0, "10:00"),
        use(0, "09:00", of=known),
        use(0, "12:00", of=known),
        running(0, "18:00"),
    )

    assert [each.alone for each in view.again] == [
        "Ibuprofen\n400 mg",
        "Walk\n20 min",
        "Stretch\n5 min",
    ]
    assert view.running


def test_everything_archived_still_leaves_three_things_to_do_again() -> None:
    kinds = (TreatmentKind.HEAT, TreatmentKind.ICE, TreatmentKind.MASSAGE)
    old = [treatment(kind.value, kind=kind, archived=True) for kind in kinds]

    view = shown(*old)

    assert view.treat == ()
    assert [each.alone for each in view.again] == ["Walk\n20 min", "Stretch\n5 min"]


def test_the_packet_sum_is_that_of_the_last_packet_medicine() -> None:
    known = treatment()
    doses = (use(0, "09:00", of=known), use(0, "15:00", of=known), use(1, "19:00", of=known))

    assert shown(known, *doses).packet == ("Ibuprofen in 24 hours: 800 mg. Packet limit: 1,200 mg.")


@pytest.mark.parametrize(
    "records",
    [
        (use(2, "09:00"),),
        (use(0, "09:00", kind=TreatmentKind.OPIOID),),
        (use(0, "09:00", prescribed=True),),
    ],
)
def test_without_a_sum_of_the_last_day_there_is_no_packet_line(records: tuple[Record]) -> None:
    assert shown(*records).packet == ""


def test_a_dose_without_an_amount_is_said_to_be_missing_in_the_sum() -> None:
    assert shown(use(0, "09:00"), use(0, "12:00", dose_mg=None)).packet == (
        "Ibuprofen in 24 hours: 400 mg and doses without an amount. Packet limit: 1,200 mg."
    )


def test_above_the_limit_the_rules_own_words_stand_there() -> None:
    view = shown(use(0, "09:00", dose_mg=800.0), use(0, "12:00", dose_mg=800.0))

    assert view.over
    assert view.packet.startswith("The ibuprofen you logged adds up to more than the packet")


def test_prescribed_paracetamol_alone_is_summed_without_the_rules_words() -> None:
    kind = TreatmentKind.PARACETAMOL
    doses = [
        use(0, f"{hour:02}:00", kind=kind, prescribed=True, dose_mg=3000.0) for hour in (9, 12)
    ]

    view = shown(*doses)

    assert (view.packet, view.over) == (
        "Paracetamol in 24 hours: 6,000 mg. Packet limit: 4,000 mg.",
        False,
    )


def test_too_much_of_a_medicine_takes_it_out_of_what_one_press_logs() -> None:
    tablets = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL, usual_dose_mg=1000.0)
    other = treatment("Warm pack", kind=TreatmentKind.HEAT, usual_dose_mg=None)
    doses = [use(0, f"{hour:02}:00", of=tablets, dose_mg=1000.0) for hour in (9, 11, 13, 15)]
    fifth = use(0, "17:00", of=tablets, dose_mg=1000.0)

    before, after = shown(tablets, other, *doses), shown(tablets, other, *doses, fifth)

    assert "Paracetamol\n1,000 mg" in texts(before.treat)
    assert "Paracetamol" in before.again[0].text
    assert not any("Paracetamol" in each.name for each in (*after.treat, *after.again))
    assert "Warm pack" in texts(after.treat)


def test_a_single_dose_above_the_packet_limit_is_never_offered_again() -> None:
    tablets = treatment("Ibuprofen", kind=TreatmentKind.IBUPROFEN)
    view = shown(tablets, use(5, of=tablets, dose_mg=1201.0), use(6, of=tablets, dose_mg=1200.0))

    assert [each.text for each in view.treat if "Ibuprofen" in each.text] == ["Ibuprofen\n1,200 mg"]
