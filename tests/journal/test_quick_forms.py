"""What a quick line can say besides a spasm with its place: each form, and what it refuses."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Drink, Episode, Factor
from spasmlog.domain.scales import (
    Intensity,
    Lag,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Spread,
    TreatmentKind,
)
from spasmlog.errors import InvalidEntry
from spasmlog.journal import commands as c
from spasmlog.journal.commands import Dose
from spasmlog.journal.journal import Journal
from spasmlog.journal.quick_known import Known, known_of
from spasmlog.journal.quick_line import parse, read
from spasmlog.journal.quick_said import Ask, Part, Piece
from spasmlog.journal.quick_words import ENGLISH, words_for
from tests.build import TODAY, check_in, clock_time, diary, episode, moment, treatment, use

NOW = moment(0, "18:40")
IBUPROFEN = Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)
OWN = treatment("Panado", kind=TreatmentKind.PARACETAMOL, usual_dose_mg=500.0)
KNOWN = Known(
    now=NOW,
    today=TODAY,
    catalogue=(OWN,),
    last_dose=IBUPROFEN,
    causes={"long drive": "factor-1", "lifting": "factor-2"},
)
RUNNING = replace(KNOWN, running="spasm-1")


def command(typed: str, known: Known = KNOWN) -> c.Command:
    return parse(typed, known).command


def ago(**span: float) -> Any:
    return NOW.plus(-timedelta(**span))


@pytest.mark.parametrize(
    ("typed", "ml"),
    [
        ("w", 250),
        ("W", 250),
        ("water", 250),
        ("500ml", 500),
        ("500 ml", 500),
        ("33cl", 330),
        ("0.5l", 500),
        ("0,5 l", 500),
        ("16oz", 473),
        ("water 300 ml", 300),
        ("w 500ml", 500),
        ("1 glass", 250),
        ("1 glass of water", 250),
        ("glass of water", 250),
    ],
)
def test_a_drink(typed: str, ml: int) -> None:
    assert command(typed) == c.LogDrink(volume_ml=ml)


@pytest.mark.parametrize(
    ("typed", "volumes"),
    [
        ("w2", (250, 250)),
        ("w 3", (250, 250, 250)),
        ("w, 0.5l", (250, 500)),
        ("w2 @9:00", (250, 250)),
        ("3 glasses", (250, 250, 250)),
        ("2 glasses of water", (250, 250)),
        ("2 glasses, w", (250, 250, 250)),
        ("2 glasses yesterday 9:00", (250, 250)),
    ],
)
def test_several_glasses_are_a_drink_each(typed: str, volumes: tuple[int, ...]) -> None:
    read = command(typed)
    assert isinstance(read, c.Together)
    drinks = [each for each in read.commands if isinstance(each, c.LogDrink)]
    assert tuple(each.volume_ml for each in drinks) == volumes
    assert len({each.at for each in drinks}) == 1


def test_a_glass_is_as_large_as_it_was_set() -> None:
    assert command("w", replace(KNOWN, glass_ml=300)) == c.LogDrink(volume_ml=300)


def test_a_drink_of_an_earlier_time() -> None:
    assert command("w @14:30") == c.LogDrink(volume_ml=250, at=clock_time("2026-07-01 14:30"))
    assert command("w 20m ago") == c.LogDrink(volume_ml=250, at=ago(minutes=20))


@pytest.mark.parametrize("typed", ["clear", "n", "clear slept well"])
def test_while_a_spasm_runs_nothing_is_clear(typed: str) -> None:
    with pytest.raises(InvalidEntry, match="A spasm is running"):
        command(typed, RUNNING)


def test_a_day_with_pain_is_not_clear() -> None:
    known = known_of(diary(episode(1, hours=2), check_in(2, 0)), NOW)
    with pytest.raises(InvalidEntry, match="Pain is logged on 30 Jun 2026"):
        command("clear @yesterday", known)
    assert command("clear @2026-06-29", known)


@pytest.mark.parametrize(
    ("typed", "kind", "minutes", "intensity"),
    [
        ("walk 30m", "walk", 30, Intensity.MODERATE),
        ("walking 1h30", "walk", 90, Intensity.MODERATE),
        ("bike 45 min hard", "cycling", 45, Intensity.VIGOROUS),
        ("run 20m", "running", 20, Intensity.VIGOROUS),
        ("yoga 1 hour light", "yoga", 60, Intensity.LIGHT),
    ],
)
def test_an_activity_that_is_just_over(
    typed: str, kind: str, minutes: int, intensity: Intensity
) -> None:
    assert command(typed) == c.LogActivity(
        kind=kind, minutes=minutes, intensity=intensity, at=ago(minutes=minutes)
    )


def test_an_activity_of_an_earlier_time_began_then() -> None:
    read = command("walk 30m @9:00")
    assert isinstance(read, c.LogActivity)
    assert read.at == clock_time("2026-07-01 09:00")


@pytest.mark.parametrize(
    ("typed", "seconds", "group"),
    [
        ("stretch 5m", 300, None),
        ("stretching 90s", 90, None),
        ("stretch hamstrings 60s", 60, "hamstrings"),
        ("stretched lower back 2 minutes", 120, "lower back"),
    ],
)
def test_stretching(typed: str, seconds: int, group: str | None) -> None:
    assert command(typed) == c.LogStretch(seconds=seconds, group=group, at=ago(seconds=seconds))


def test_words_beside_stretching_are_its_routine() -> None:
    read = command("stretch 5m // knees to chest")
    assert isinstance(read, c.LogStretch)
    assert read.routine == "knees to chest"


@pytest.mark.parametrize(
    ("typed", "answers"),
    [
        ("sleep 6h30", (("sleep_h", 6.5),)),
        ("slept 6.5h badly", (("sleep_h", 6.5), ("slept_badly", True))),
        ("slept badly", (("slept_badly", True),)),
        ("sleep 8 hours well", (("sleep_h", 8.0), ("slept_badly", False))),
        ("clear", (("worst", Nrs(0)),)),
        ("clear slept well", (("worst", Nrs(0)), ("slept_badly", False))),
    ],
)
def test_what_belongs_to_the_day(typed: str, answers: Any) -> None:
    assert command(typed) == c.SaveCheckIn(day=TODAY, answers=answers)


@pytest.mark.parametrize("day", ["@yesterday", "@2026-06-30", "@2026-06-30 23:00"])
def test_what_belongs_to_another_day(day: str) -> None:
    saved = c.SaveCheckIn(day=date(2026, 6, 30), answers=(("worst", Nrs(0)),))
    assert command(f"clear {day}") == saved


def test_a_word_about_a_spasm_that_runs() -> None:
    assert command("e", RUNNING) == c.EndEpisode(episode_id="spasm-1")
    assert command("let go 20m ago", RUNNING) == c.EndEpisode(
        episode_id="spasm-1", at=ago(minutes=20)
    )
    assert command("ended @14:30", RUNNING) == c.EndEpisode(
        episode_id="spasm-1", at=clock_time("2026-07-01 14:30")
    )


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("none", ReadingWord.NONE),
        ("some", ReadingWord.SOME),
        ("much", ReadingWord.MUCH),
        ("gone", ReadingWord.GONE),
        ("n", ReadingWord.NO_SPASM),
    ],
)
def test_how_it_is_in_a_word(typed: str, word: ReadingWord) -> None:
    assert command(typed) == c.LogReading(word=word)


def test_a_word_and_a_number_are_one_reading() -> None:
    assert command("some 4 20m", RUNNING) == c.LogReading(
        word=ReadingWord.SOME, pain=Nrs(4), at=ago(minutes=20)
    )


@pytest.mark.parametrize(
    ("typed", "pain"), [("p 5", 5), ("p5", 5), ("pain 5", 5), ("0", 0), ("p t", 10)]
)
def test_just_a_reading(typed: str, pain: int) -> None:
    assert command(typed) == c.LogReading(pain=Nrs(pain))


def test_a_reading_of_an_earlier_time() -> None:
    assert command("p 5 @14:30") == c.LogReading(pain=Nrs(5), at=clock_time("2026-07-01 14:30"))
    assert command("0 20m") == c.LogReading(pain=Nrs(0), at=ago(minutes=20))


def test_t_is_ten_where_a_line_begins_with_it() -> None:
    assert command("t") == c.LogEpisode(peak=Nrs(10))
    assert command("7 t shirt") == c.LogEpisode(peak=Nrs(7), note="t shirt")


def test_the_last_dose_again() -> None:
    assert command("d") == c.LogUse(dose=IBUPROFEN)
    taken = replace(IBUPROFEN, at=ago(hours=1))
    assert command("d 1h ago // with food") == c.LogUse(dose=taken, note="with food")


def test_without_a_place_a_spasm_is_where_the_last_one_was() -> None:
    usual = replace(KNOWN, place=Region.LOW_BACK, side=Side.LEFT)

    assert command("7", usual) == c.LogEpisode(peak=Nrs(7), region=Region.LOW_BACK, side=Side.LEFT)
    assert command("7 neck", usual) == c.LogEpisode(peak=Nrs(7), region=Region.NECK)
    assert command("7 right", usual) == c.LogEpisode(peak=Nrs(7), side=Side.RIGHT)


@pytest.mark.parametrize(
    ("typed", "region"),
    [
        ("L4", Region.LOW_BACK),
        ("l5/s1", Region.LOW_BACK),
        ("C5-6", Region.NECK),
        ("T3", Region.UPPER_BACK),
        ("T12,", Region.MID_BACK),
    ],
)
def test_a_level_of_the_spine_is_a_place_and_is_kept_as_typed(typed: str, region: Region) -> None:
    assert command(f"7 {typed} // stiff") == c.LogEpisode(
        peak=Nrs(7), region=region, note=f"{typed.strip(',')} stiff"
    )


@pytest.mark.parametrize("typed", ["L6", "T13", "X4", "L0", "L5/T99", "neck L4"])
def test_what_is_no_level_is_a_word(typed: str) -> None:
    read = parse(f"7 {typed}", KNOWN)
    assert read.unread == typed.split()[-1]


def test_how_far_it_spreads_and_what_set_it_off() -> None:
    assert command("7 leg left to calf, long drive twisting") == c.LogEpisode(
        peak=Nrs(7),
        region=Region.LEG,
        side=Side.LEFT,
        spread=Spread.CALF,
        exposures=frozenset({"factor-1", "awkward_posture"}),
    )


def test_a_factor_of_the_person_s_own_comes_before_a_common_word() -> None:
    read = command("7 lifting")
    assert isinstance(read, c.LogEpisode)
    assert read.exposures == {"factor-2"}


@pytest.mark.parametrize(
    ("typed", "onset"),
    [
        ("@2pm", "2026-07-01 14:00"),
        ("@12am", "2026-07-01 00:00"),
        ("@12:15pm", "2026-07-01 12:15"),
        ("14:30", "2026-07-01 14:30"),
        ("yesterday 14:30", "2026-06-30 14:30"),
        ("@yesterday 2pm", "2026-06-30 14:00"),
        ("@monday 9:00", "2026-06-29 09:00"),
        ("@Wednesday 9:00", "2026-06-24 09:00"),
        ("@mon 9:00", "2026-06-29 09:00"),
        ("Wed 9:00", "2026-06-24 09:00"),
    ],
)
def test_a_time_that_is_over(typed: str, onset: str) -> None:
    assert command(f"7 {typed}") == c.LogEpisode(
        peak=Nrs(7), onset=clock_time(onset), end_unknown=True
    )


@pytest.mark.parametrize("typed", ["since 14:30", "since @14:30", "since 2:30pm"])
def test_since_a_time_it_still_runs(typed: str) -> None:
    assert command(f"7 {typed}") == c.LogEpisode(peak=Nrs(7), onset=clock_time("2026-07-01 14:30"))


def test_until_a_time_it_lasted() -> None:
    over = c.LogEpisode(
        peak=Nrs(7),
        onset=clock_time("2026-07-01 14:30"),
        resolved=clock_time("2026-07-01 15:10"),
    )
    assert command("7 @14:30 until 15:10") == over
    assert command("7 @14:30 till @15:10") == over


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("7 @yesterday", "2026-06-30"),
        ("7 yesterday", "2026-06-30"),
        ("yesterday 7", "2026-06-30"),
        ("7 @mon", "2026-06-29"),
        ("7 @WED", "2026-06-24"),
    ],
)
def test_a_day_alone_is_a_spasm_of_that_day(typed: str, day: str) -> None:
    assert command(typed) == c.LogEpisode(
        peak=Nrs(7),
        onset=datetime.fromisoformat(f"{day} 12:00"),
        onset_exact=OnsetExact.DAY,
        end_unknown=True,
    )


@pytest.mark.parametrize(
    "typed",
    ["7 today", "7 sat too long", "7 since sunday", "7 since then", "7 until now", "7 until"],
)
def test_a_day_without_a_sign_is_a_word_of_the_note(typed: str) -> None:
    read = parse(typed, KNOWN)
    assert read.command == c.LogEpisode(peak=Nrs(7), note=typed.removeprefix("7 "))


@pytest.mark.parametrize(
    ("typed", "dose"),
    [
        ("ibu400", IBUPROFEN),
        ("ibuprofen 2x200", IBUPROFEN),
        ("ibuprofen 2x200mg", IBUPROFEN),
        ("panado 1 g", Dose(name="Panado", kind=TreatmentKind.PARACETAMOL, dose_mg=1000.0)),
        (
            "ibuprofen 2 tablets",
            Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_text="2 tablets"),
        ),
        (
            "ibuprofen 2",
            Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_text="2"),
        ),
        ("ibuprofen 2 mg", replace(IBUPROFEN, dose_mg=2.0)),
        ("ibuprofen 2.5", replace(IBUPROFEN, dose_mg=2.5)),
    ],
)
def test_an_amount_is_taken_as_typed(typed: str, dose: Dose) -> None:
    assert command(typed) == c.LogUse(dose=dose)


def test_a_dose_without_an_amount_is_asked_for_and_never_guessed() -> None:
    read = parse("4 neck panado", KNOWN)

    assert isinstance(read.command, c.LogEpisode)
    assert read.command.doses == (Dose(name="Panado", kind=TreatmentKind.PARACETAMOL),)
    assert read.asks == (Ask(Part.DOSE, 7, 13, ("Panado 500 mg",)),)


def test_amounts_taken_before_are_offered_first() -> None:
    known = replace(KNOWN, doses={"ibuprofen": (400.0, 200.0)})
    (ask,) = parse("ibu", known).asks
    assert ask.offers == ("Ibuprofen 400 mg", "Ibuprofen 200 mg")


@pytest.mark.parametrize(
    ("typed", "offer"),
    [("ibuprofne", "Ibuprofen"), ("paracetamlo", "Paracetamol"), ("panadoo500", "Panado500")],
)
def test_a_misspelt_name_is_offered_and_stays_a_word(typed: str, offer: str) -> None:
    read = parse(f"7 {typed}", KNOWN)

    assert isinstance(read.command, c.LogEpisode)
    assert read.command.doses == ()
    assert read.asks == (Ask(Part.UNREAD, 2, 2 + len(typed), (offer,)),)


def test_several_things_in_one_line_are_one_step(journal: Journal) -> None:
    journal.do(parse("w2 walk 30m ibuprofen 400 @12:00", known_of(journal.diary, NOW)).command)

    assert [each.volume_ml for each in journal.diary.of_kind(Drink)] == [250, 250]
    assert len(journal.diary.uses) == 1
    assert journal.undo_label == "Log entries"
    journal.undo()
    assert journal.diary.by_id == {}


def test_a_number_and_a_dose_while_a_spasm_runs_are_its_reading_and_its_dose() -> None:
    assert command("7 ibuprofen 400", RUNNING) == c.Together(
        commands=(c.LogReading(pain=Nrs(7)), c.LogUse(dose=IBUPROFEN))
    )


def test_a_drink_beside_a_spasm_is_of_now_unless_a_time_is_given() -> None:
    assert command("7 20m w") == c.Together(
        commands=(
            c.LogEpisode(peak=Nrs(7), onset=ago(minutes=20)),
            c.LogDrink(volume_ml=250),
        )
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("w0", "not what was drunk"),
        ("w99", "not what was drunk"),
        ("99l", "not what was drunk"),
        ("w lemon", "lemon cannot be kept"),
        ("walk", "How long was it"),
        ("walk 30", "How long was it"),
        ("walk 30m dog", "dog cannot be kept"),
        ("stretch", "How long was it"),
        ("stretch all of the back", "How long was it"),
        ("clear sky", "sky cannot be kept"),
        ("p", "How strong"),
        ("p 5 neck", "no place"),
        ("gone neck", "no place"),
        ("e", "No spasm is running"),
        ("w @yesterday", "needs a time of day"),
        ("p 5 @yesterday", "needs a time of day"),
        ("7 ibuprofne 400", "Type Ibuprofen if"),
        ("7 until 15:10", "needs a beginning"),
        ("7 20m until 15:10", "needs a beginning"),
        ("7 @14:30-15:10 until 15:20", "said twice"),
        ("7 since 14:30-15:10", "since cannot be read"),
        ("7 since @yesterday", "needs a time of day"),
        ("7 since yesterday", "needs a time of day"),
        ("w yesterday", "needs a time of day"),
        ("3 glasses yesterday", "needs a time of day"),
        ("7 worse than yesterday", "Is yesterday its day"),
        ("30 glasses", "30 glasses is not what was drunk"),
        ("0 glasses", "not what was drunk"),
        ("7 @14pm", "not a time"),
        ("7 @0am", "not a time"),
        ("7 @9xm", "not a time"),
        ("since 14:30", "no number"),
        ("7 25:99", "not a time"),
        ("x" * 1001, "at most 1000"),
        ("7\n8", "more than one line"),
        ("7 // a\nb", "more than one line"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_one_sentence(typed: str, said: str) -> None:
    with pytest.raises(InvalidEntry, match=said) as refused:
        command(typed)

    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("typed", ["e 5", "e neck", "e // at last"])
def test_that_it_let_go_has_a_time_and_nothing_else(typed: str) -> None:
    with pytest.raises(InvalidEntry, match="nothing else"):
        command(typed, RUNNING)


def test_there_is_no_dose_to_repeat_at_first() -> None:
    with pytest.raises(InvalidEntry, match="no dose to repeat"):
        command("d", replace(KNOWN, last_dose=None))


def test_a_dose_that_is_not_to_be_repeated_is_not() -> None:
    with pytest.raises(InvalidEntry, match="More than the packet"):
        command("d", replace(KNOWN, not_again="More than the packet allows was logged."))


@pytest.mark.parametrize("typed", ["7 after walk", "7 then stretch", "7 sleep", "7 none", "7 pain"])
def test_a_word_that_says_nothing_here_becomes_the_note(typed: str) -> None:
    assert command(typed) == c.LogEpisode(peak=Nrs(7), note=typed.removeprefix("7 "))


def test_each_piece_is_told_with_its_place_in_the_line() -> None:
    said, note = read("7, low back  20m // x", KNOWN)

    assert said.pieces == [
        Piece(Part.SEVERITY, 0, 2),
        Piece(Part.PLACE, 3, 11),
        Piece(Part.TIME, 13, 16),
    ]
    assert note == "x"


def test_what_the_diary_tells() -> None:
    own = treatment()
    doses = [
        use(days_ago, treatment_id=own.id, dose_mg=mg)
        for days_ago, mg in ((9, 600.0), (5, 200.0), (4, None), (3, 200.0), (2, 400.0))
    ]
    doses.append(use(1, treatment_id="gone"))
    factors = (
        factor("f-1", "Long drive"),
        factor("f-2", "Garden", exposure="heavy_load"),
        replace(factor("f-3", "Gone"), retired=TODAY),
    )
    spasm = episode(1, region=Region.NECK, side=Side.LEFT, resolved=None)
    known = known_of(diary(own, *doses, spasm, *factors), NOW, 300)

    assert known.causes == {"long drive": "f-1", "garden": "heavy_load"}
    assert (known.place, known.side, known.running) == (Region.NECK, Side.LEFT, spasm.id)
    assert known.last_dose is not None
    assert (known.last_dose.treatment_id, known.last_dose.dose_mg) == (own.id, 400.0)
    assert known.doses == {"ibuprofen": (400.0, 200.0)}
    assert known.glass_ml == 300


def test_an_empty_diary_tells_nothing() -> None:
    assert known_of(Diary.of(TODAY, ()), NOW) == Known(now=NOW, today=TODAY)


def test_the_words_of_a_language_that_has_none_yet_are_english() -> None:
    assert words_for("en_GB") is words_for("tlh-QA") is ENGLISH


def test_the_usual_place_is_said_in_two_keys(journal: Journal) -> None:
    journal.do(parse("6 neck left for 20m", known_of(journal.diary, journal.now)).command)
    journal.do(parse("7", known_of(journal.diary, journal.now)).command)

    assert [(each.region, each.side) for each in journal.diary.of_kind(Episode)] == [
        (Region.NECK, Side.LEFT)
    ] * 2


def factor(record_id: str, name: str, **fields: Any) -> Factor:
    made = {"recorded_at": NOW, "lag": Lag.SAME_DAY, "created": TODAY}
    return Factor(id=record_id, name=name, **{**made, **fields})


def test_a_comma_behind_a_name_parts_it_from_what_follows() -> None:
    assert command("7 heat, 20m") == c.LogEpisode(
        peak=Nrs(7), onset=ago(minutes=20), doses=(Dose(name="Heat", kind=TreatmentKind.HEAT),)
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2 cups of tea", "2 cups: how much a cup holds is not known. Write 400ml, or w2 for"),
        ("7 neck 1 mug", "1 mug: how much a mug holds is not known. Write 400ml, or w1 for"),
        ("25 bottles", "25 bottles: how much a bottle holds is not known. Write 400ml, or w2 for"),
        ("1 can", "how much a can holds is not known"),
        ("2 tablets", "2 tablets is no strength of pain. Write ibuprofen 2 tablets."),
        ("3 times", "3 times is no strength of pain. To keep it as the note, put it behind //."),
        ("5 km", "5 km is no strength"),
        ("500 steps", "500 steps is no strength"),
        ("for 3 days", "3 days is no strength of pain. Write a day as @monday"),
        ("7 2 weeks ago", "2 weeks is no strength"),
    ],
)
def test_a_number_that_counts_something_is_no_strength_of_pain(typed: str, said: str) -> None:
    with pytest.raises(InvalidEntry, match=re.escape(said)):
        command(typed)


@pytest.mark.parametrize("typed", ["7, days of this", "8 can hardly walk", "7 // 3 times today"])
def test_a_strength_before_other_words_stays_one(typed: str) -> None:
    assert isinstance(command(typed), c.LogEpisode)
