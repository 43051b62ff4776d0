"""What the quick bar shows of a line: its pieces, its questions, and what Enter would save."""

from __future__ import annotations

from dataclasses import replace

import pytest

from spasmlog.domain.scales import Nrs, Region, Side, TreatmentKind
from spasmlog.journal import commands as c
from spasmlog.journal.quick_known import Known
from spasmlog.settings import Settings
from spasmlog.views.quick_bar import BarView, adding_late, bar_known, bar_view
from tests.build import TODAY, diary, episode, moment, treatment, use

NOW = moment(0, "19:40")
KNOWN = Known(
    now=NOW,
    today=TODAY,
    catalogue=(treatment(),),
    last_dose=c.Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0),
    place=Region.LOW_BACK,
    side=Side.LEFT,
)
RUNNING = replace(KNOWN, running="spasm-1")


def texts(line: str, known: Known = KNOWN) -> list[str]:
    return [each.text for each in bar_view(line, known).chips]


def test_at_rest_it_says_what_a_number_does() -> None:
    assert bar_view(" ", KNOWN) == BarView(
        meaning="Logs a spasm, lower back, left",
        keys=(
            ("0 to 9", "t is ten"),
            ("w", "water"),
            ("d", "last dose"),
            ("n", "no spasm"),
            ("p", "just pain"),
        ),
    )
    assert bar_view("", RUNNING).meaning == "Logs a reading of this spasm"
    assert bar_view("", replace(KNOWN, place=None, side=None)).meaning == "Logs a spasm"


def test_at_rest_it_names_the_keys_that_do_something_now() -> None:
    assert [key for key, _does in bar_view("", RUNNING).keys] == ["0 to 9", "w", "d", "e"]
    nothing_taken = replace(KNOWN, last_dose=None)
    assert [key for key, _does in bar_view("", nothing_taken).keys] == ["0 to 9", "w", "n", "p"]


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("7", [("Enter", "saves now"), ("any other key", "stops it saving itself")]),
        ("4 neck ibu", [("Enter", "saves without the dose"), ("Tab", "steps through the chips")]),
        (
            "4 neck",
            [
                ("Enter", "saves"),
                ("Tab", "steps through the chips"),
                ("Esc", "closes and keeps the text"),
            ],
        ),
        ("4 @25:99", [("Esc", "closes and keeps the text")]),
    ],
)
def test_it_says_what_the_keys_do_with_this_line(line: str, keys: list[tuple[str, str]]) -> None:
    assert list(bar_view(line, KNOWN).keys) == keys


@pytest.mark.parametrize(
    ("line", "chips"),
    [
        (
            "7 low back left 20m lifting ibuprofen 400",
            ["7", "Lower back, left", "began 19:20", "lifting", "Ibuprofen 400 mg"],
        ),
        ("7 leg to calf @yesterday", ["7", "Leg", "down to the calf", "30 Jun"]),
        ("7 since yesterday 9:00", ["7", "began 30 Jun, 09:00"]),
        ("7 for 20m", ["7", "for 20m"]),
        ("7 @14:30-15:10", ["7", "14:30 to 15:10"]),
        ("7 @14:30 until 15:10", ["7", "14:30 to 15:10"]),
        ("7 @yesterday 23:40-00:25 neck", ["7", "30 Jun 23:40 to 00:25", "Neck"]),
        ("7 left neck", ["7", "Neck, left"]),
        ("7 left for 20m neck", ["7", "left", "for 20m", "Neck"]),
        ("7 ouch it hurts neck", ["7", "ouch it hurts", "Neck"]),
        ("7 neck //  it hurts ", ["7", "Neck", "it hurts"]),
        ("7 neck //", ["7", "Neck"]),
        ("7 neck @2", ["7", "Neck"]),
        ("@2", []),
        ("w2 @9:00", ["500 ml", "09:00"]),
        ("walk 30m", ["Walk 30 min"]),
        ("stretch hamstrings 5m", ["Stretch 5 min"]),
        ("heat 20m @9:00", ["Heat 20 min", "09:00"]),
        ("ibuprofen 2 tablets", ["Ibuprofen 2 tablets"]),
        ("heat", ["Heat"]),
        ("slept badly", ["slept badly"]),
        ("clear @yesterday", ["clear", "@yesterday"]),
    ],
)
def test_each_piece_is_a_chip(line: str, chips: list[str]) -> None:
    assert texts(line) == chips


def test_a_severity_has_its_level_and_a_word_that_is_not_understood_is_marked() -> None:
    chips = bar_view("7 ouch", KNOWN).chips

    assert [(each.level, each.unread) for each in chips] == [(7, False), (None, True)]
    assert bar_view("p 5", KNOWN).chips[-1].level == 5
    assert bar_view("w", KNOWN).chips[0].level is None


def test_a_dose_without_an_amount_asks_for_it_and_offers_what_is_usual() -> None:
    view = bar_view("4 neck ibu", KNOWN)

    assert view.chips[-1].text == "Ibuprofen, how much?"
    assert view.chips[-1].asks
    assert [(each.text, each.name, each.line) for each in view.offers] == [
        ("400 mg", "Ibuprofen 400 mg", "4 neck Ibuprofen 400 mg"),
        ("Leave blank", "Leave the amount blank", "4 neck ibu,"),
    ]
    assert view.command is not None
    blank = bar_view(view.offers[-1].line, KNOWN)
    assert (blank.chips[-1].text, blank.offers) == ("Ibuprofen", ())


@pytest.mark.parametrize(("typed", "asks"), [("ibu 2 tablets", False), ("ibu 2", True)])
def test_what_was_counted_is_not_asked_again(typed: str, asks: bool) -> None:
    assert bar_view(typed, KNOWN).chips[0].asks is asks


def test_the_places_used_most_are_offered_while_none_is_typed() -> None:
    known = replace(
        KNOWN,
        places=((Region.LOW_BACK, Side.LEFT), (Region.NECK, None), (Region.LEG, Side.RIGHT)),
    )
    places = bar_view("7 20m", known).places

    assert [(each.text, each.line) for each in places] == [
        ("Neck", "7 20m neck"),
        ("Leg, right", "7 20m leg right"),
    ]
    assert bar_view("7 w", known).places
    for typed in ("7 neck", "7 left", "w", "p 5", "7 // by the sea"):
        assert bar_view(typed, known).places == ()
    assert bar_view(places[1].line, known).chips[-1].text == "Leg, right"


def test_the_last_hundred_spasms_tell_which_places_are_used_most() -> None:
    often = [episode(day, region=Region.LEG, side=Side.RIGHT) for day in range(3, 8)]
    once = [episode(9, region=Region.NECK, side=None), episode(10, region=Region.OTHER)]
    known = bar_known(diary(*often, *once), NOW, Settings())

    assert known.places == ((Region.LEG, Side.RIGHT), (Region.NECK, None))


def test_a_misspelt_name_is_offered() -> None:
    (offer,) = bar_view("7 so ibuprofne again // ouch", KNOWN).offers
    assert (offer.text, offer.line) == ("Ibuprofen?", "7 so Ibuprofen again // ouch")
    texts_shown = ["7", "so", "ibuprofne", "again", "ouch"]
    assert texts("7 so ibuprofne again // ouch") == texts_shown


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("7", "A new spasm, lower back, left"),
        ("7 right", "A new spasm, no place"),
        ("7 neck", "A new spasm, no side"),
        ("7 neck left", "A new spasm"),
        ("p 5", "A pain reading"),
        ("gone", "Gone"),
        ("w", "A drink"),
        ("d", "A treatment"),
        ("walk 30m w", "A drink; Activity"),
        ("stretch 5m", "Stretching"),
        ("clear", "For the day"),
    ],
)
def test_it_says_what_enter_would_save(line: str, meaning: str) -> None:
    view = bar_view(line, KNOWN)
    assert view.meaning == meaning
    assert view.icon


@pytest.mark.parametrize("line", ["7", "10", "t", "w", "d", "n", "0", "p 5", "p10", "7 "])
def test_a_number_or_a_letter_saves_itself(line: str) -> None:
    assert bar_view(line, KNOWN).saves_itself


@pytest.mark.parametrize(
    "line",
    [
        *("7 neck", "7 x", "ibu", "20m", "11", "e", "7 // sore", "7 //"),
        *("w2", "w 2", "7 w", "d 7", "d 5m", "gone", "some"),
    ],
)
def test_anything_longer_or_open_waits(line: str) -> None:
    assert not bar_view(line, KNOWN).saves_itself


def test_the_end_of_a_spasm_saves_itself_while_one_runs() -> None:
    view = bar_view("e", RUNNING)
    assert (view.command, view.saves_itself) == (c.EndEpisode(episode_id="spasm-1"), True)
    assert not bar_view("e 5m", RUNNING).saves_itself
    assert not bar_view("gone", RUNNING).saves_itself


def test_what_cannot_be_saved_yet_says_why() -> None:
    view = bar_view("7 ibuprofen 20x", KNOWN)

    assert view.command is None
    assert view.problem.startswith("20x is not an amount of Ibuprofen.")


def test_a_second_running_spasm_is_told_before_enter() -> None:
    view = bar_view("7 neck w", RUNNING)

    assert view.command is None
    assert view.problem == "A spasm is running. If it let go, type e first."
    assert [each.text for each in view.chips] == ["7", "Neck", "250 ml"]
    assert bar_view("7 neck for 20m", RUNNING).command is not None


def test_the_last_dose_is_not_repeated_where_too_much_was_logged() -> None:
    own = treatment()
    doses = [use(0, f"{hour:02}:00", of=own, dose_mg=800.0) for hour in range(8, 14)]
    spasm = episode(1, region=Region.NECK, peak=Nrs(5))
    known = bar_known(diary(own, spasm, *doses), NOW, Settings(glass_ml=300))

    assert (known.glass_ml, known.place) == (300, Region.NECK)
    assert known.not_again
    assert bar_view("d", known).problem == known.not_again


@pytest.mark.parametrize(
    ("line", "adds"),
    [("low back left", True), (" to calf lifting", True), ("ouch", False), ("7 @25:99", False)],
)
def test_places_and_causes_without_a_number_only_add(line: str, adds: bool) -> None:
    assert bar_view(line, KNOWN).only_adds is adds


def test_what_is_typed_behind_a_number_that_saved_itself_is_told_so() -> None:
    view = adding_late(bar_view("low back", KNOWN))
    assert view.problem.startswith("The number is saved already.")
