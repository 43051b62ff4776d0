"""How records, lengths and saves are worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from spasmlog.domain.diary import Change, Step
from spasmlog.domain.records import (
    Experiment,
    Factor,
    Record,
    Score,
    SignalNote,
)
from spasmlog.domain.scales import (
    Effect,
    ExperimentOutcome,
    Exposure,
    Intensity,
    Lag,
    Limited,
    Movement,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Sign,
    SignalAnswer,
    SignAnswer,
    Spread,
    TreatmentKind,
)
from spasmlog.journal import commands as c
from spasmlog.views import names
from spasmlog.views.words import (
    added_later,
    amount,
    clock_of,
    duration,
    exposure,
    in_sentence,
    lasted,
    litres,
    pain_before,
    place,
    record_words,
    said,
    seconds_words,
    sentence,
    treatment_name,
    volume,
)
from tests.build import (
    activity,
    answer,
    check_in,
    course,
    day,
    diary,
    drink,
    episode,
    moment,
    profile,
    reading,
    running,
    stretch,
    treatment,
    use,
    visit,
)
from tests.charts.scored_scenes import roland_morris
from tests.views.today_life import Life, a_life


@pytest.fixture
def life() -> Iterator[Life]:
    with a_life() as life:
        yield life


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (timedelta(seconds=-5), "under a minute"),
        (timedelta(seconds=59), "under a minute"),
        (timedelta(minutes=12), "12 min"),
        (timedelta(hours=1, minutes=12), "1 h 12 min"),
        (timedelta(hours=19), "19 h"),
        (timedelta(hours=47, minutes=59), "47 h 59 min"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=2, hours=3, minutes=5), "2 days 3 h"),
    ],
)
def test_a_length_is_said_in_whole_minutes_hours_or_days(span: timedelta, words: str) -> None:
    assert duration(span) == words


def test_amounts_have_their_units() -> None:
    assert [seconds_words(each) for each in (300, 45, 90)] == ["5 min", "45 s", "1 min 30 s"]
    assert [volume(each) for each in (250, 1000, 1250)] == ["250 ml", "1 l", "1.25 l"]
    assert litres(250) == "0.25 l"


def test_a_dose_says_all_that_was_typed_of_it() -> None:
    both = use(dose_mg=1200.0, dose_text="2 tablets")

    assert amount(both) == "1,200 mg, 2 tablets"
    assert amount(use(dose_mg=None, minutes=20)) == "20 min"
    assert amount(use(dose_mg=None)) == ""


def test_names_within_a_sentence_keep_their_capitals_where_they_are_letters() -> None:
    assert [in_sentence(each) for each in ("Ibuprofen", "TENS", "")] == ["ibuprofen", "TENS", ""]
    assert sentence("lower back") == "Lower back"


def test_a_place_holds_region_side_and_spread() -> None:
    told = episode(side=Side.LEFT, spread=Spread.CALF)

    assert place(told) == "lower back, left, down to the calf"
    assert place(episode(region=None)) == ""


def test_exposures_are_built_in_or_of_the_persons_own_or_of_an_experiment() -> None:
    own = Factor(id="f", recorded_at=moment(), name="Long drive", lag=Lag.SAME_DAY, created=day())

    assert exposure("heavy_load", diary()) == "heavy lifting"
    assert exposure("f", diary(own)) == "Long drive"
    assert exposure("x:No heat", diary()) == "No heat"


def test_how_long_it_lasted_is_empty_while_it_is_not_known() -> None:
    assert lasted(episode(hours=1.5)) == "1 h 30 min"
    assert lasted(running()) == ""


def test_a_treatment_that_is_gone_is_called_by_its_kind() -> None:
    known = treatment("Nurofen")

    assert treatment_name(use(of=known), diary(known)) == "Nurofen"
    assert treatment_name(use(), diary()) == "Ibuprofen"


def test_when_a_record_happened_is_a_clock_time_or_nothing() -> None:
    assert clock_of(drink(clock="07:35")) == "07:35"
    assert clock_of(episode(clock="18:28")) == "18:28"
    assert clock_of(episode(onset_exact=OnsetExact.DAY)) == ""
    assert clock_of(check_in()) == ""


def test_what_was_typed_later_says_so() -> None:
    assert added_later(reading(clock="08:15", recorded_at=moment(0, "08:24"))) == ""
    assert (
        added_later(reading(clock="08:15", recorded_at=moment(0, "12:02")))
        == "added later, at 12:02"
    )
    assert (
        added_later(episode(2, recorded_at=moment(0, "12:02"))) == "added later, on 1 Jul at 12:02"
    )
    assert added_later(check_in()) == ""


IBUPROFEN = treatment()
SPASM = running(clock="18:28", side=Side.LEFT, peak=Nrs(7))
DOSE = use(clock="18:40", of=IBUPROFEN, spasm=SPASM)
RELIEF = reading(clock="19:05", pain=6, word=ReadingWord.SOME, use_id=DOSE.id, episode_id=SPASM.id)
FACTOR = Factor(id="f", recorded_at=moment(), name="Long drive", lag=Lag.SAME_DAY, created=day())
TRIAL = Experiment(
    id="t",
    recorded_at=moment(),
    options=("Heat", "No heat"),
    outcome=ExperimentOutcome.WORST_PAIN,
    block_days=3,
    order=("AB",),
    start=day(),
)
PEG = Score(
    id="p",
    recorded_at=moment(),
    day=day(),
    instrument="peg",
    answers=(("activity", 3), ("enjoyment", 7), ("pain", 6)),
)
NOTE = SignalNote(id="n", recorded_at=moment(), rule="R05", day=day(), what=SignalAnswer.LATER)


@pytest.mark.parametrize(
    ("record", "icon", "text", "value"),
    [
        (SPASM, "spasm", "Spasm began, lower back, left", "7"),
        (episode(hours=1, peak=None), "spasm", "Spasm, lower back, 1 h", ""),
        (reading(pain=3), "body", "Pain", "3"),
        (reading(pain=3, word=ReadingWord.SOME), "body", "Pain", "a little, 3"),
        (reading(pain=None, word=ReadingWord.NO_SPASM), "today", "No spasm so far", ""),
        (RELIEF, "clock", "Relief check, 25 min after ibuprofen", "a little, 7 to 6"),
        (
            reading(clock="19:20", pain=None, word=ReadingWord.NONE, use_id=DOSE.id),
            "clock",
            "Relief check, 40 min after ibuprofen",
            "no help",
        ),
        (drink(volume_ml=330), "drop", "Water", "330 ml"),
        (activity(), "walk", "Walk", "20 min"),
        (
            activity(kind="rowing", intensity=Intensity.VIGOROUS),
            "walk",
            "Rowing, vigorous",
            "20 min",
        ),
        (stretch(), "stretch", "Stretching", "5 min"),
        (
            stretch(routine="Knees to chest", group="lower back"),
            "stretch",
            "Knees to chest, lower back",
            "5 min",
        ),
        (DOSE, "pill", "Ibuprofen", "400 mg"),
        (use(kind=TreatmentKind.ICE, dose_mg=None, minutes=10), "ice", "Ice", "10 min"),
        (check_in(worst=7), "evening", "Evening check-in", "worst 7"),
        (check_in(worst=None), "evening", "Evening check-in", ""),
        (
            answer(0, Sign.BLADDER_CHANGE, SignAnswer.UNSURE),
            "emergency",
            "Hard to start peeing, not feeling it, or leaking",
            "not sure",
        ),
        (
            answer(0, Sign.FEVER),
            "info",
            "A temperature, chills or night sweats with the pain",
            "yes",
        ),
        (
            course(treatment_id=IBUPROFEN.id, plan="for a week"),
            "pill",
            "Course: Ibuprofen, for a week",
            "",
        ),
        (course(), "pill", "Course: Treatment", ""),
        (visit(), "phone", "Visit, GP", ""),
        (PEG, "table", "PEG", "5.3"),
        (replace(PEG, answers=(("pain", 6),)), "table", "PEG", "6"),
        (replace(PEG, instrument="other"), "table", "other", "3, 7, 6"),
        (roland_morris(1, 9), "table", "Roland-Morris", "9 of 24"),
        (NOTE, "signal", "Signal R05", "later"),
        (IBUPROFEN, "pill", "Ibuprofen", "400 mg"),
        (treatment("Heat", kind=TreatmentKind.HEAT, usual_dose_mg=None), "heat", "Heat", ""),
        (FACTOR, "search", "Long drive", ""),
        (TRIAL, "calendar", "Heat or No heat", ""),
        (profile(), "settings", "Profile", ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Record) else "",
)
def test_every_record_is_said_in_one_line(record: Record, icon: str, text: str, value: str) -> None:
    words = record_words(record, diary(IBUPROFEN, SPASM, DOSE))

    assert (words.icon, words.text, words.value) == (icon, text, value)


def test_the_pain_before_a_dose_is_the_last_number_of_its_spasm_until_then() -> None:
    early = reading(clock="18:30", pain=8, episode_id=SPASM.id)
    lived = diary(IBUPROFEN, SPASM, DOSE, early, RELIEF)

    assert pain_before(DOSE, lived) == 8
    assert pain_before(DOSE, diary(IBUPROFEN, SPASM, DOSE)) == 7
    assert pain_before(use(), lived) is None


def test_every_word_of_the_scales_has_a_name() -> None:
    scales: tuple[tuple[Callable[[Any], str], Iterable[Any]], ...] = (
        (names.region, Region),
        (names.side, Side),
        (names.spread, Spread),
        (names.exposure, Exposure),
        (names.movement, Movement),
        (names.effect, Effect),
        (names.relief, ReadingWord),
        (names.intensity, Intensity),
        (names.limited, Limited),
        (names.kind, TreatmentKind),
        (names.sign_answer, SignAnswer),
        (names.signal_answer, SignalAnswer),
    )
    told = [name(each) for name, scale in scales for each in scale]

    assert all(told)


def test_a_number_saved_offers_to_be_a_spasm_while_none_runs(life: Life) -> None:
    step = life.do(c.LogReading(pain=Nrs(3)))
    words = said(step, life.diary)

    assert words.text == "Pain 3 saved for 18:40."
    assert words.offer is not None
    assert words.offer.text == "It is a spasm"
    life.do(words.offer.command)
    assert life.diary.running is not None


def test_a_zero_or_a_number_during_a_spasm_offers_nothing(life: Life) -> None:
    zero = said(life.do(c.LogReading(pain=Nrs(0))), life.diary)
    life.do(c.LogEpisode())
    during = said(life.do(c.LogReading(pain=Nrs(5))), life.diary)

    assert (zero.offer, during.offer) == (None, None)


def test_the_words_of_a_save_say_what_is_in_the_journal_now(life: Life) -> None:
    told = [said(life.do(command), life.diary).text for command in (
        c.LogReading(word=ReadingWord.NO_SPASM),
        c.LogEpisode(),
        c.LogReading(pain=Nrs(6)),
        c.LogUse(dose=c.Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)),
    )]  # fmt: skip
    dose = life.diary.uses[0]
    life.go(minutes=74)
    told += [said(life.do(command), life.diary).text for command in (
        c.LogReading(word=ReadingWord.MUCH, use_id=dose.id),
        c.EndEpisode(episode_id=life.diary.episodes[0].id),
        c.LogDrink(volume_ml=250),
        c.TakeBackDrink(),
        c.LogActivity(kind="walk", minutes=20, intensity=Intensity.LIGHT),
        c.SaveCheckIn(day=life.diary.today, answers=(("worst", Nrs(6)),)),
        c.SaveCheckIn(day=life.diary.today, answers=(("worst", Nrs(7)),)),
        c.AnswerSigns(answers=((Sign.FEVER, SignAnswer.NO),)),
        c.Edit(record_id=dose.id, fields=(("dose_mg", 200.0),)),
        c.Delete(record_id=life.diary.episodes[0].id),
    )]  # fmt: skip

    assert told == [
        "No spasm so far, saved for 18:40.",
        "Spasm began at 18:40.",
        "Pain 6 saved for 18:40.",
        "Saved: Ibuprofen, 400 mg.",
        "Relief check saved: a lot.",
        "Spasm ended, 1 h 14 min.",
        "Glass 1 added.",
        "The last glass is taken back.",
        "Saved: Walk, light, 20 min.",
        "Check-in for 1 Jul saved.",
        "Check-in for 1 Jul saved.",
        "Safety answers saved.",
        "Changed: Ibuprofen, 200 mg.",
        "Deleted: Spasm, 1 h 14 min.",
    ]


@pytest.mark.parametrize(
    ("spasm", "text"),
    [
        (
            c.LogEpisode(peak=Nrs(6), onset=moment(1, "23:40"), resolved=moment(0, "00:25")),
            "Spasm 6, 30 Jun 23:40 to 00:25.",
        ),
        (
            c.LogEpisode(onset=moment(3, "09:00"), resolved=moment(1, "08:00")),
            "Spasm, 28 Jun 09:00 to 30 Jun 08:00.",
        ),
        (
            c.LogEpisode(
                peak=Nrs(7),
                onset=moment(0, "14:30"),
                lasted=timedelta(minutes=40),
                region=Region.NECK,
            ),
            "Spasm 7, 14:30 to 15:10. Neck.",
        ),
    ],
)
def test_a_spasm_that_was_over_when_it_was_logged_says_from_when_to_when(
    life: Life, spasm: c.LogEpisode, text: str
) -> None:
    assert said(life.do(spasm), life.diary).text == text


def test_a_spasm_says_its_strength_and_an_end_not_known_stays_that(life: Life) -> None:
    began = said(life.do(c.LogEpisode(peak=Nrs(7))), life.diary)
    left = said(life.do(c.LeaveEndUnknown(episode_id=life.diary.episodes[0].id)), life.diary)

    assert began.text == "Spasm of 7 began at 18:40."
    assert left.text == "Spasm saved. When it let go is not known."


def test_what_is_put_off_says_so_and_what_the_program_noted_says_nothing(life: Life) -> None:
    told = [
        said(life.do(c.NoteSignal(rule="R05", what=what)), life.diary).text for what in SignalAnswer
    ]

    assert told == [
        "Put off for a week.",
        "Noted as shown to a doctor.",
        "Noted: I have called.",
        "",
    ]


def test_a_step_that_changed_nothing_says_nothing() -> None:
    assert said(Step("", ()), diary()).text == ""


def test_what_is_typed_about_a_visit_saves_itself_without_a_word() -> None:
    held = visit(0, said="Keep gently active.")
    told = said(Step(c.WriteVisit.label, (Change(None, held),)), diary(held))

    assert told.text == ""


def test_a_drink_that_is_not_the_usual_glass_says_its_amount(life: Life) -> None:
    step = life.do(c.LogDrink(volume_ml=500))

    assert said(step, life.diary, 250).text == "500 ml added."
    assert said(step, life.diary, 500).text == said(step, life.diary).text == "Glass 1 added."
