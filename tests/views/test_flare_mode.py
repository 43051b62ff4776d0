"""What flare mode shows and asks for, at rest and during a spasm."""

from __future__ import annotations

import pytest

from spasmlog.domain.diary import Change, Diary, Step
from spasmlog.domain.records import Profile, Record
from spasmlog.domain.scales import OnsetExact, Region, Side, TreatmentKind
from spasmlog.journal import commands as c
from spasmlog.settings import Settings
from spasmlog.views.flare_mode import FlareView, flare_view, severe_again
from tests.build import diary, drink, moment, reading, running, treatment, use

IBUPROFEN = treatment(id="ibu")
HEAT = treatment("Warm pack", id="heat", kind=TreatmentKind.HEAT, usual_dose_mg=None)
ICE = treatment("Cold pack", id="ice", kind=TreatmentKind.ICE, usual_dose_mg=None)
JAB = treatment("Jab", id="jab", kind=TreatmentKind.INJECTION, usual_dose_mg=None)
NBSP = "\N{NO-BREAK SPACE}"


def seen(*records: Record, at: str = "19:40") -> FlareView:
    return flare_view(diary(*records), moment(0, at), Settings(glass_ml=330))


# Title, facts and the large button


def test_at_rest_the_large_button_begins_a_spasm_and_a_number_is_said_to_be_a_reading() -> None:
    view = seen(reading(0, "19:00", 5))

    assert view.title == "How is it now?"
    assert view.facts == "No spasm is running. A number saves a pain reading."
    assert (view.main.text, view.main.command) == ("A spasm began", c.LogEpisode())
    assert (view.episode_id, view.level) == (None, None)


def test_while_a_spasm_runs_its_time_its_place_and_its_last_number_are_told() -> None:
    spasm = running(0, "18:28", region=Region.LOW_BACK, side=Side.LEFT, peak=None)
    view = seen(spasm, reading(0, "19:05", 6, episode_id=spasm.id))

    assert view.title == "Spasm running for 1 h 12 min"
    assert view.facts == "Since 18:28. Lower back, left. Now 6."
    assert (view.main.text, view.main.command) == (
        "It let go",
        c.EndEpisode(episode_id=spasm.id),
    )
    assert (view.episode_id, view.level) == (spasm.id, 6)


def test_a_spasm_without_a_number_asks_for_one() -> None:
    view = seen(running(0, "19:30", region=None, peak=None))

    assert view.facts == "Since 19:30. How strong is it? Press a number."
    assert view.level is None


def test_a_spasm_of_which_only_the_day_is_known_has_no_clock() -> None:
    view = seen(running(0, "12:00", region=None, onset_exact=OnsetExact.DAY))

    assert (view.title, view.facts) == ("Spasm running", "Now 6.")


# The last medicine


def test_the_last_medicine_is_offered_with_its_amount_and_when_it_was_taken() -> None:
    dose = use(0, "18:40", of=IBUPROFEN)
    tile = seen(IBUPROFEN, HEAT, dose, use(0, "19:00", of=HEAT, dose_mg=None)).medicine

    assert tile is not None
    assert tile.text == f"Ibuprofen 400{NBSP}mg"
    assert tile.detail == "last 18:40, 1 h ago"
    assert tile.command == c.LogUse(dose=c.Dose(treatment_id="ibu", dose_mg=400.0))
    assert tile.why_not == ""


@pytest.mark.parametrize(
    ("days_ago", "clock", "said"),
    [
        (0, "19:40", "just now"),
        (0, "19:39", "last 19:39, 1 min ago"),
        (1, "19:41", "last yesterday 19:41, 23 h 59 min ago"),
        (1, "19:40", "last yesterday 19:40"),
        (9, "08:00", "last 22 Jun 08:00"),
        (0, "19:41", "last 19:41"),
    ],
)
def test_when_a_medicine_was_taken_is_said_by_the_clock(
    days_ago: int, clock: str, said: str
) -> None:
    tile = seen(IBUPROFEN, use(days_ago, clock, of=IBUPROFEN)).medicine

    assert tile is not None
    assert tile.detail == said


def test_an_amount_in_words_may_go_on_in_the_next_line_but_no_number_without_its_unit() -> None:
    dose = use(1, of=IBUPROFEN, dose_mg=800.0, dose_text="2 white tablets")
    tile = seen(IBUPROFEN, dose).medicine

    assert tile is not None
    assert tile.text == f"Ibuprofen 800{NBSP}mg, 2{NBSP}white tablets"


def test_without_a_dose_of_a_medicine_still_in_the_catalogue_there_is_no_such_tile() -> None:
    gone = treatment("Old", id="old", archived=True)

    assert seen().medicine is None
    assert seen(IBUPROFEN).medicine is None
    assert seen(ICE, use(0, "09:00", of=ICE, dose_mg=None)).medicine is None
    assert seen(gone, use(0, "09:00", of=gone)).medicine is None


def test_an_archived_medicine_gives_way_to_the_one_taken_before_it() -> None:
    gone = treatment("Old", id="old", archived=True)
    tile = seen(IBUPROFEN, gone, use(2, of=IBUPROFEN), use(1, of=gone)).medicine

    assert tile is not None
    assert tile.text.startswith("Ibuprofen")


def test_a_medicine_that_is_above_the_limit_of_its_packet_says_why_it_is_not_logged() -> None:
    doses = [use(0, f"{hour}:00", of=IBUPROFEN) for hour in (12, 14, 16, 18)]
    tile = seen(IBUPROFEN, *doses).medicine

    assert tile is not None
    assert tile.why_not == (
        "Not logged again: your ibuprofen adds up to more than the packet limit for 24 hours."
    )


# Heat, or what is used most


def care_of(*records: Record) -> tuple[str, str, str, c.Command]:
    tile = seen(*records).care
    assert tile is not None
    return tile.text, tile.detail, tile.icon, tile.command


def test_heat_of_ones_own_is_offered_as_it_was_used_last() -> None:
    records = (ICE, HEAT, use(0, "09:00", of=HEAT, dose_mg=None, minutes=35))
    often = [use(3, f"{hour}:00", of=ICE, dose_mg=None) for hour in (10, 11, 12)]

    assert care_of(*records, *often) == (
        f"Warm pack, 35{NBSP}min",
        "last 09:00, 10 h 40 min ago",
        "heat",
        c.LogUse(dose=c.Dose(treatment_id="heat", minutes=35)),
    )


def test_of_several_the_one_used_last_is_offered_and_one_never_used_with_a_usual_time() -> None:
    bath = treatment("Bath", id="bath", kind=TreatmentKind.HEAT, usual_dose_mg=None)

    assert care_of(HEAT, bath, use(4, of=bath, dose_mg=None))[:2] == ("Bath", "none logged today")
    assert care_of(HEAT, bath) == (
        f"Warm pack, 20{NBSP}min",
        "none logged today",
        "heat",
        c.LogUse(dose=c.Dose(treatment_id="heat", minutes=20)),
    )


def test_without_heat_what_is_used_most_besides_medicines_is_offered() -> None:
    tens = treatment("TENS", id="tens", kind=TreatmentKind.TENS, usual_dose_mg=None)
    uses = [
        use(1, of=tens, dose_mg=None),
        *(use(2, f"{hour}:00", of=ICE, dose_mg=None, minutes=10) for hour in (10, 11)),
        *(use(3, f"{hour}:00", of=IBUPROFEN) for hour in (10, 14, 18)),
        *(use(4, f"{hour}:00", of=JAB, dose_mg=None) for hour in (10, 14, 18)),
    ]

    assert care_of(IBUPROFEN, ICE, JAB, tens, *uses) == (
        f"Cold pack, 10{NBSP}min",
        "none logged today",
        "ice",
        c.LogUse(dose=c.Dose(treatment_id="ice", minutes=10)),
    )


def test_without_anything_of_the_kind_there_is_no_such_tile() -> None:
    put_away = treatment("Old pack", id="old", kind=TreatmentKind.HEAT, archived=True)

    assert seen(IBUPROFEN, use(0, of=IBUPROFEN)).care is None
    assert seen(ICE).care is None
    assert seen(put_away, use(1, of=put_away, dose_mg=None)).care is None


# Water


def test_water_is_one_glass_and_says_how_many_were_logged() -> None:
    tile = seen(drink(0, "09:00"), drink(0, "10:00"), drink(1)).water

    assert tile is not None
    assert (tile.text, tile.detail) == ("A glass of water", "2 so far")
    assert tile.command == c.LogDrink(volume_ml=330)


def test_no_glass_logged_is_not_said_to_be_none_drunk() -> None:
    tile = seen().water

    assert tile is not None
    assert tile.detail == "none logged today"


def test_water_is_not_there_for_somebody_who_was_told_to_limit_fluids() -> None:
    limited = Profile(id="profile", recorded_at=moment(9), fluid_limit=True)

    assert seen(limited).water is None


# Night


@pytest.mark.parametrize(
    ("clock", "night"),
    [("21:59", False), ("22:00", True), ("02:30", True), ("05:59", True), ("06:00", False)],
)
def test_it_is_night_from_22_to_6(clock: str, night: bool) -> None:
    assert seen(at=clock).night is night


# By itself


SPASM = running(0, "18:00", id="spasm", peak=None)


def stepped(*before: Record, new: Record) -> tuple[Step, Diary]:
    return Step("Log pain", (Change(None, new),)), diary(*before, new)


def number(clock: str, pain: int, spasm: str | None = "spasm") -> Record:
    return reading(0, clock, pain, episode_id=spasm)


@pytest.mark.parametrize(("first", "second"), [(8, 8), (10, 9), (8, 10)])
def test_the_second_severe_number_of_a_running_spasm_is_noticed(first: int, second: int) -> None:
    step, lived = stepped(SPASM, number("18:10", first), new=number("18:30", second))

    assert severe_again(step, lived) == "spasm"


@pytest.mark.parametrize(("first", "second"), [(7, 8), (8, 7), (8, 0)])
def test_one_severe_number_is_not_enough(first: int, second: int) -> None:
    step, lived = stepped(SPASM, number("18:10", first), new=number("18:30", second))

    assert severe_again(step, lived) == ""


def test_two_severe_numbers_and_a_milder_one_after_them_change_nothing() -> None:
    both = (number("18:10", 9), number("18:20", 9))
    step, lived = stepped(SPASM, *both, new=number("18:30", 6))

    assert severe_again(step, lived) == ""


def test_numbers_outside_of_a_spasm_and_changed_ones_are_left_alone() -> None:
    loose = stepped(number("18:10", 9, None), new=number("18:30", 9, None))
    apart = stepped(SPASM, number("17:10", 9, None), new=number("18:30", 9))
    before, after = number("18:10", 9), number("18:20", 9)
    changed = Step("Change entry", (Change(after, after),))

    assert severe_again(*loose) == ""
    assert severe_again(*apart) == ""
    assert severe_again(changed, diary(SPASM, before, after)) == ""
