"""The quick line: every documented form, and every way in which a hand can slip."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Episode, Reading
from spasmlog.domain.scales import Nrs, Region, Side, TreatmentKind
from spasmlog.errors import InvalidEntry, Refusal
from spasmlog.journal import commands as c
from spasmlog.journal import quick_line
from spasmlog.journal.commands import Dose, LogEpisode, LogReading
from spasmlog.journal.journal import Journal
from spasmlog.journal.quick_known import Known, known_of
from spasmlog.journal.quick_line import Line, parse
from spasmlog.journal.quick_words import ENGLISH
from spasmlog.store.database import Database
from tests.build import TODAY, clock_time, moment, treatment
from tests.strategies import texts

NOW = moment(0, "18:40")
BACLOFEN = treatment("Baclofen", kind=TreatmentKind.MUSCLE_RELAXANT)
LONG_NAME = treatment("Green knee cream", kind=TreatmentKind.OTHER)


KNOWN = Known(now=NOW, today=TODAY, catalogue=(BACLOFEN, LONG_NAME))


def line(typed: str, *, running: bool = False, **more: Any) -> Line:
    return parse(typed, replace(KNOWN, running="spasm-1" if running else "", **more))


def keep(journal: Journal, typed: str) -> None:
    journal.do(parse(typed, known_of(journal.diary, journal.now)).command)


def command(typed: str, *, running: bool = False, **more: Any) -> c.Command:
    return line(typed, running=running, **more).command


def spasm(typed: str) -> LogEpisode:
    command = line(typed).command
    assert isinstance(command, LogEpisode)
    return command


def ago(**span: float) -> Any:
    return NOW.plus(-timedelta(**span))


def dose(typed: str) -> Dose:
    (found,) = spasm(typed).doses
    return found


def test_a_bare_number_is_a_spasm_that_runs() -> None:
    assert command("7") == LogEpisode(peak=Nrs(7))


def test_a_bare_number_is_a_reading_of_the_spasm_that_runs() -> None:
    assert line("7", running=True).command == LogReading(pain=Nrs(7))
    assert line("7 // sitting", running=True).command == LogReading(pain=Nrs(7), note="sitting")


def test_nought_is_a_reading_and_never_a_spasm() -> None:
    assert line("0").command == LogReading(pain=Nrs(0))
    with pytest.raises(InvalidEntry, match="1 to 10"):
        line("0 low back")


def test_more_than_a_number_is_a_spasm_though_one_runs() -> None:
    assert isinstance(line("7 neck", running=True).command, LogEpisode)


@pytest.mark.parametrize(("word", "region"), ENGLISH.places.items())
def test_every_place_is_read(word: str, region: Region) -> None:
    assert spasm(f"7 {word}").region == spasm(f"{word.upper()} 7").region == region


@pytest.mark.parametrize(("word", "side"), ENGLISH.sides.items())
def test_every_side_is_read(word: str, side: Side) -> None:
    assert spasm(f"7 {word}").side == side


@pytest.mark.parametrize(("word", "exposure"), ENGLISH.causes.items())
def test_every_cause_is_read(word: str, exposure: str) -> None:
    assert spasm(f"7 {word} Lifting").exposures == {exposure, "heavy_load"}


def test_a_whole_sentence_in_one_breath() -> None:
    read = line("7 low back left 20m lifting ibuprofen 400")

    assert read.unread == ""
    assert read.command == LogEpisode(
        onset=ago(minutes=20),
        peak=Nrs(7),
        region=Region.LOW_BACK,
        side=Side.LEFT,
        exposures=frozenset({"heavy_load"}),
        doses=(Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0),),
    )


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("20m", 20), ("20min", 20), ("1h", 60), ("1h30m", 90), ("1H30M", 90), ("168h", 168 * 60)],
)
def test_a_span_alone_is_how_long_ago_it_began(typed: str, minutes: int) -> None:
    assert spasm(f"7 {typed}") == LogEpisode(peak=Nrs(7), onset=ago(minutes=minutes))


def test_for_a_span_it_lasted_and_is_over() -> None:
    lasted = timedelta(minutes=20)

    assert spasm("7 for 20m") == LogEpisode(peak=Nrs(7), onset=ago(minutes=20), lasted=lasted)
    assert spasm("7 1h for 20m") == LogEpisode(peak=Nrs(7), onset=ago(hours=1), lasted=lasted)


@pytest.mark.parametrize(
    ("typed", "onset"),
    [
        ("@14:30", "2026-07-01 14:30"),
        ("@9:05", "2026-07-01 09:05"),
        ("@14.30", "2026-07-01 14:30"),
        ("@yesterday 14:30", "2026-06-30 14:30"),
        ("@Today 14:30", "2026-07-01 14:30"),
        ("@2025-11-20 14:30", "2025-11-20 14:30"),
    ],
)
def test_one_time_is_a_spasm_that_is_over_at_an_hour_not_known(typed: str, onset: str) -> None:
    assert spasm(f"7 {typed}") == LogEpisode(peak=Nrs(7), onset=clock_time(onset), end_unknown=True)


@pytest.mark.parametrize("minus", ["-", "−"])
def test_so_long_ago_it_is_over_too(minus: str) -> None:
    assert spasm(f"7 @{minus}3h") == LogEpisode(peak=Nrs(7), onset=ago(hours=3), end_unknown=True)


@pytest.mark.parametrize(
    ("typed", "end"),
    [
        ("@14:30-15:10", "2026-07-01 15:10"),
        ("@yesterday 23:30-00:10", "2026-07-01 00:10"),
        ("@14:30-14:30", "2026-07-01 14:30"),
    ],
)
def test_two_times_are_its_beginning_and_its_end(typed: str, end: str) -> None:
    read = spasm(f"7 {typed}")

    assert (read.resolved, read.end_unknown) == (clock_time(end), False)


def test_one_time_and_a_length_are_its_beginning_and_its_end() -> None:
    read = spasm("7 @14:30 for 20m")

    assert (read.lasted, read.end_unknown) == (timedelta(minutes=20), False)


@pytest.mark.parametrize(
    ("typed", "mg"),
    [
        ("ibuprofen 400", 400.0),
        ("ibuprofen 400mg", 400.0),
        ("ibuprofen400", 400.0),
        ("IBUPROFEN 0.4g", 400.0),
        ("ibuprofen 0,4G", 400.0),
        ("ibuprofen 400000mcg", 400.0),
        ("ibuprofen", None),
    ],
)
def test_a_medicine_comes_with_its_amount_or_without(typed: str, mg: float | None) -> None:
    found = dose(f"7 {typed}")

    assert (found.name, found.kind) == ("Ibuprofen", TreatmentKind.IBUPROFEN)
    assert found.dose_mg == (None if mg is None else pytest.approx(mg))


@pytest.mark.parametrize(("name", "kind"), ENGLISH.treatments.items())
def test_every_treatment_is_read(name: str, kind: TreatmentKind) -> None:
    assert dose(f"7 {name}").kind == kind


def test_the_person_s_own_catalogue_is_read() -> None:
    assert dose("7 baclofen 10") == Dose(name="Baclofen", kind=BACLOFEN.kind, dose_mg=10.0)
    assert dose("7 green knee cream").name == "Green knee cream"


@pytest.mark.parametrize(("typed", "minutes"), [("heat 20m", 20), ("heat 1h", 60), ("heat", None)])
def test_what_is_done_takes_minutes(typed: str, minutes: int | None) -> None:
    assert dose(f"7 {typed}").minutes == minutes


def test_several_doses_are_several_doses() -> None:
    names = [each.name for each in spasm("7 ibuprofen 400 heat 20m ibuprofen").doses]

    assert names == ["Ibuprofen", "Heat", "Ibuprofen"]


def test_words_that_are_not_understood_become_the_note_and_are_said() -> None:
    read = line("7 ouch low back again // while Tying // shoes")

    assert read.unread == "ouch again"
    assert isinstance(read.command, LogEpisode)
    assert read.command.note == "ouch again while Tying // shoes"


def test_a_second_place_or_side_becomes_the_note() -> None:
    read = line("7 low back left then leg right")

    assert read.unread == "then leg right"
    assert isinstance(read.command, LogEpisode)
    assert (read.command.region, read.command.side) == (Region.LOW_BACK, Side.LEFT)


def test_for_without_a_length_is_a_word_and_takes_no_length_away() -> None:
    assert spasm("7 for me").note == "for me"
    assert spasm("7 for").note == "for"
    assert spasm("7 for 20m for me") == LogEpisode(
        peak=Nrs(7), onset=ago(minutes=20), lasted=timedelta(minutes=20), note="for me"
    )


@pytest.mark.parametrize("running", [False, True])
@pytest.mark.parametrize(
    ("typed", "mg"),
    [("paracetamol 1500", 1500.0), ("paracetamol 1 g", 1000.0), ("Paracetamol 1,5g", 1500.0)],
)
def test_a_line_of_a_treatment_alone_is_a_dose(typed: str, mg: float, running: bool) -> None:
    taken = Dose(name="Paracetamol", kind=TreatmentKind.PARACETAMOL, dose_mg=mg)

    assert command(typed, running=running) == c.LogUse(dose=taken)
    noted = line(f"{typed} // with food", running=running)
    assert noted.command == c.LogUse(dose=taken, note="with food")


def test_a_dose_alone_belongs_to_the_spasm_that_runs(journal: Journal) -> None:
    keep(journal, "heat 20m")
    keep(journal, "6 neck")
    keep(journal, "paracetamol 1500")

    (spasm,) = journal.diary.episodes
    assert [(each.dose_mg, each.episode_id) for each in journal.diary.uses] == [
        (None, None),
        (1500.0, spasm.id),
    ]


REFUSED = [
    ("", "no number"),
    ("   ", "no number"),
    ("ouch", "no number"),
    ("// 7", "no number"),
    ("neck ibuprofen 400", "no number"),
    ("11", "0 to 10"),
    ("99", "0 to 10"),
    ("-3", "-3 cannot be read"),
    ("−3", "cannot be read"),
    ("+3", "cannot be read"),
    ("7 8", "There are two numbers, 7 and 8: keep one"),
    ("7 pain 8", "There are two numbers, 7 and 8: keep one"),
    ("t 12", "There are two numbers, 10 and 12: keep one"),
    ("007", "007 cannot be read"),
    ("7.5", "7.5 cannot be read"),
    ("٧", "cannot be read"),
    ("7 20x", "20x cannot be read"),
    ("7 20m30", "cannot be read"),
    ("7 169h", "169h cannot be read"),
    ("7 9999m9", "cannot be read"),
    ("7 99999999999999999999h", "cannot be read"),
    ("7 @", "is not a time"),
    ("7 @noon", "is not a time"),
    ("7 @24:00", "is not a time"),
    ("7 @14:60", "is not a time"),
    ("7 @14:30-", "is not a time"),
    ("7 @-14:30", "cannot be read"),
    ("7 @--3h", "cannot be read"),
    ("7 @14:30-15:10-16:00", "is not a time"),
    ("7 @2026-02-30 14:30", "is not a date"),
    ("7 @2026-13-01 14:30", "is not a date"),
    ("7 @9999-12-31 14:30-13:00", "is not a date"),
    ("7 @0001-01-01 14:30", "is not a date"),
    ("7 @14:30 @15:30", "said twice"),
    ("7 20m @14:30", "said twice"),
    ("7 20m 30m", "said twice"),
    ("7 for 20m for 30m", "said twice"),
    ("7 @14:30-15:10 for 20m", "said twice"),
    ("7 for 20m @14:30-15:10", "said twice"),
    ("7 ibuprofen 400kg", "not an amount"),
    ("7 ibuprofen -3", "not an amount"),
    ("7 ibuprofen 20m", "not an amount"),
    ("7 ibuprofen400x", "not an amount"),
    ("0 for 20m", "1 to 10"),
]


@pytest.mark.parametrize(("typed", "said"), REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(typed: str, said: str) -> None:
    with pytest.raises(InvalidEntry, match=said) as refused:
        line(typed)

    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("7 @2026-07-02 09:10", "2 Jul has not come yet. Choose a day that has passed."),
        ("7 @2199-12-31 23:00", "31 Dec 2199 has not come yet."),
        ("7 @23:59", "23:59 has not come yet. Choose a time that has passed."),
    ],
)
def test_what_lies_ahead_is_named_by_its_day_or_by_its_time_today(
    journal: Journal, typed: str, said: str
) -> None:
    with pytest.raises(InvalidEntry, match=said):
        keep(journal, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "7 @2199-12-31 23:00",
        "7 @23:59",
        "7 @2026-03-29 02:30",
        "7 5m for 20m",
        "7 ibuprofen 0",
        "7 ibuprofen 999999g",
        "7 heat 0m",
        "7 heat 999h",
        "7 // \ud83d",
        "\udcff 7",
    ],
)
def test_what_can_be_read_and_cannot_be_true_is_refused_by_the_journal(
    journal: Journal, typed: str
) -> None:
    with pytest.raises(InvalidEntry):
        keep(journal, typed)

    assert journal.diary.by_id == {}


def test_a_line_is_what_the_journal_keeps(journal: Journal) -> None:
    keep(journal, "6 neck right 20m // woke up")
    keep(journal, "4")

    (kept,) = journal.diary.of_kind(Episode)
    assert (kept.peak, kept.region, kept.side, kept.note) == (
        Nrs(6),
        Region.NECK,
        Side.RIGHT,
        "woke up",
    )
    assert [each.episode_id for each in journal.diary.of_kind(Reading)] == [kept.id, kept.id]


def test_the_help_of_the_line_holds_what_it_says() -> None:
    text = quick_line.__doc__
    assert text is not None
    for piece in ("low back, neck, leg", "left, right, both", "lifting, twisting, stress"):
        assert piece in text
        for word in piece.split(", "):
            assert line(f"7 {word}").unread == ""


PIECES = st.sampled_from(
    """
    7 0 10 11 -3 20m 1h30m for @14:30 @-3h @yesterday @2026-11-20 14:30 @14:30-15:10 low back neck
    left both sides lifting ibuprofen 400 400mg ibu400 heat // ouch @ - 9999-12-31 @9999-12-31
    23:59-00:00 @0001-01-01 00:00 baclofen green knee cream ٤ ² ½ 1e9 0x1 999h 9999m
    3 glasses cups times yesterday @mon
    w w2 500ml 16oz w0 99999l water walk run light stretch hamstrings 60s sleep slept badly 6h30
    clear n d e p t none gone let go since until ago 2pm 14pm @monday sunday L4 L5/S1 t9 s9 to calf
    2x200mg 3 tablets ibuprofne paracetamlo naprxen500 0.5 g mg hours minutes 25:99
    """.split()  # noqa: SIM905  # pieces of a line are read best as a line
)


@given(
    st.lists(PIECES | texts, max_size=7).map(" ".join) | st.text(max_size=40),
    st.booleans(),
    st.times(),
)
def test_any_line_is_a_command_or_is_refused(typed: str, running: bool, at: time) -> None:
    now = moment(0, at.strftime("%H:%M"))
    known = replace(KNOWN, now=now, running="spasm-1" if running else "")
    try:
        read = parse(typed, known)
    except InvalidEntry:
        return

    assert isinstance(read.command, c.Command)
    typed_words = typed.partition("//")[0]
    assert all(typed_words[each.start : each.end].strip() for each in read.pieces)
    assert all(typed_words[each.start : each.end].strip() for each in read.asks)
    assert [each.start for each in read.pieces] == sorted(each.start for each in read.pieces)


@given(
    st.lists(PIECES | texts, max_size=5).map(lambda found: " ".join(["7", *found]))
    | st.lists(PIECES | texts, max_size=3).map(lambda found: " ".join(["ibuprofen", *found]))
)
def test_the_journal_keeps_or_refuses_any_line(typed: str) -> None:
    database = Database.in_memory()
    journal = Journal(database, lambda: NOW, iter(map(str, range(99))).__next__, lambda: DAY_START)
    try:
        keep(journal, typed)
    except Refusal:
        assert journal.diary == Diary.of(TODAY, ())
    finally:
        database.close()


def test_a_line_typed_when_a_date_changes_is_of_the_clock_s_own_day() -> None:
    after_midnight = moment(0, "00:30")
    read = parse("7 @yesterday 23:50", replace(KNOWN, now=after_midnight)).command

    assert isinstance(read, LogEpisode)
    assert read.onset == datetime.fromisoformat("2026-06-30 23:50")
    assert read == c.LogEpisode(onset=read.onset, peak=Nrs(7), end_unknown=True)
