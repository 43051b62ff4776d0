"""What a search finds, how it is said, and that the index follows the diary."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from spasmlog.domain.diary import Change, Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Answer,
    Drink,
    Experiment,
    Factor,
    Record,
    Score,
    SignalNote,
)
from spasmlog.domain.scales import (
    Effect,
    ExperimentOutcome,
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
from spasmlog.views.search import Often, SearchIndex, often
from tests import build
from tests.build import (
    activity,
    answer,
    check_in,
    course,
    day,
    drink,
    episode,
    moment,
    reading,
    running,
    stretch,
    treatment,
    use,
    visit,
)

NOW = moment(0, "18:40")
PILL = treatment()
HEAT = treatment("Heat wrap", kind=TreatmentKind.HEAT)


def filled(*records: Record) -> SearchIndex:
    index = SearchIndex()
    index.take(build.diary(*records))
    return index


def found(text: str, *records: Record) -> list[Record]:
    """What is found of these, newest first."""
    ids = filled(*records).find(text, NOW).ids
    by_id = {each.id: each for each in records}
    return [by_id[each] for each in ids]


def factor(name: str = "Long drive") -> Factor:
    return Factor(id="factor", recorded_at=moment(9), name=name, lag=Lag.SAME_DAY, created=day(9))


def note(what: SignalAnswer) -> SignalNote:
    return SignalNote(id=f"note-{what}", recorded_at=moment(2), rule="R10", day=day(2), what=what)


def peg() -> Score:
    answers = (("activity", 5), ("enjoyment", 5), ("pain", 5))
    return Score(id="peg", recorded_at=moment(2), day=day(2), instrument="peg", answers=answers)


def trial() -> Experiment:
    return Experiment(
        id="trial",
        recorded_at=moment(20),
        options=("Heat in the evening", "No heat"),
        outcome=ExperimentOutcome.WORST_PAIN,
        block_days=7,
        order=("AB",),
        start=day(20),
    )


def test_pain_is_that_of_a_spasm_with_its_readings_of_a_reading_and_of_a_check_in() -> None:
    spasm, quiet = episode(4, peak=Nrs(5)), episode(3, peak=Nrs(6))
    worse = reading(4, pain=8, episode_id=spasm.id)
    asked, unknown = check_in(2, worst=7), check_in(1, worst=None)

    entries = (spasm, quiet, worse, asked, unknown)
    assert found("pain>=7", *entries) == [asked, worse, spasm]
    assert found("-pain>=7", *entries) == [unknown, quiet]
    assert found("pain 5-6", *entries) == [quiet]


def test_nothing_known_is_no_zero() -> None:
    unknown, none = check_in(2, worst=None), check_in(1, worst=0)

    assert found("pain=0", unknown, none, episode(4, peak=None)) == [none]
    assert found("pain<=10", unknown, none, episode(4, peak=None)) == [none]


def test_several_bounds_of_one_thing_all_hold() -> None:
    entries = [check_in(ago, worst=ago) for ago in range(1, 10)]

    assert [each.day for each in found("pain>3 pain<6", *entries) if hasattr(each, "day")] == [
        day(4),
        day(5),
    ]


def test_how_long_it_lasted_and_how_much_it_was() -> None:
    short, long, open_ = episode(4, hours=1), episode(3, hours=5), episode(2)
    big, small = use(1, "08:00", of=PILL, dose_mg=600.0), use(1, "09:00", of=PILL, dose_mg=None)

    assert found("lasted>2h", short, long, open_) == [long]
    assert found("lasted<=60m", short, long, open_) == [short]
    assert found("dose>=400", PILL, big, small) == [big]
    assert found("600 mg", PILL, big, small) == [big]
    assert found(f"{PILL.name} 600", PILL, big, small) == [big]
    assert found(f"{PILL.name} 400", PILL, big, small) == []
    told = reading(1, "10:00", pain=3, note="Took 600 mg at once.")
    assert found("600 mg", PILL, big, told) == [told, big]
    assert found("drink>=500", drink(2, volume_ml=500), drink(1)) != []
    assert found("drink>500", drink(2, volume_ml=500), drink(1)) == []
    assert found("slept<6", check_in(2, sleep_h=5.5), check_in(1)) != []
    assert len(found("minutes>=5", stretch(1), activity(2), use(3, of=PILL, minutes=4), PILL)) == 2


def test_a_spasm_is_found_by_the_heat_that_was_tried_for_it() -> None:
    march = episode(
        onset=Moment.from_clock(build.clock_time("2026-03-14 11:05"), "Europe/Berlin"),
        peak=Nrs(7),
        side=Side.LEFT,
    )
    warm = use(at=march.onset, of=HEAT, spasm=march)
    other = replace(march, id="right", side=Side.RIGHT)

    assert found("pain>=7 left heat 2026-03", HEAT, march, warm, other) == [march]
    assert found("pain>=7 left heat 2026-04", HEAT, march, warm, other) == []


def test_days_are_those_that_an_entry_belongs_to() -> None:
    late, spasm = drink(1, "02:00"), episode(3, "22:00", hours=9)
    weeks = course(40, 10, treatment_id=PILL.id)

    assert found("2026-06-29", late, spasm) == [late]
    assert found("28 june", late, spasm) == [spasm]
    assert found("2026-06-28..2026-06-29", late, spasm) == [late, spasm]
    assert found("may", PILL, weeks) == [weeks]
    assert found("last month 2026-07", late, spasm, drink(0)) != []


def test_kinds_are_found_by_their_name_and_several_beside_each_other() -> None:
    asked, said = check_in(3), visit(4)
    walk, swim = activity(5), activity(6, kind="Aqua jogging")
    dose, warm = use(7, of=PILL), use(8, of=HEAT)
    relief = reading(7, "11:00", use_id=dose.id)
    weeks = course(20, treatment_id=HEAT.id)
    spasm, glass, supple = episode(9), drink(10), stretch(11)
    entries = (PILL, HEAT, asked, said, walk, swim, dose, warm, relief, weeks, spasm, glass, supple)

    for text, expected in {
        "spasm": [spasm],
        "pain": [relief],
        "relief": [relief],
        "dose": [dose],
        "treatments": [dose, warm],
        "water": [glass],
        "walk": [walk],
        "activity": [walk, swim],
        "aqua": [swim],
        "stretching": [supple],
        "check-in": [asked],
        "course": [weeks],
        "visit": [said],
        "visit check-in": [asked, said],
        "visit -check-in": [said],
    }.items():
        assert found(text, *entries) == expected, text


def test_a_word_for_a_kind_that_people_write_in_notes_is_found_in_both() -> None:
    seen, told = visit(4), episode(3, note="Rang the doctor.")

    assert found("doctor", seen, told, drink(1)) == [told, seen]
    assert found("visit", seen, replace(told, note="a visit")) == [seen]


def test_what_is_rarer_is_found_too() -> None:
    seen, shown = note(SignalAnswer.SEEN), note(SignalAnswer.SHOWN_TO_DOCTOR)
    entries = (seen, shown, peg(), trial(), factor(), answer(3, Sign.FEVER))

    for text, expected in {
        "signal": {shown.id},
        "r10": {shown.id},
        "shown": {shown.id},
        "questionnaire": {"peg"},
        "peg": {"peg"},
        "experiment": {"trial"},
        "evening": {"trial"},
        "factor": {"factor"},
        "temperature": {entries[-1].id},
        "safety questions": {entries[-1].id},
    }.items():
        assert {each.id for each in found(text, *entries)} == expected, text


def test_a_sign_that_was_asked_for_and_is_not_there_is_not_found_by_its_words() -> None:
    yes = answer(3, Sign.BOTH_LEGS)
    no = answer(2, Sign.BOTH_LEGS, SignAnswer.NO)

    assert found("numbness", yes, no) == [yes]
    assert found("safety questions no", yes, no) == [no]


def test_a_place_is_where_it_is_stated_drawn_or_spreads_to() -> None:
    stated = episode(5, region=Region.LEG)
    drawn = episode(4, region=None, areas=(("back-thigh-left", Nrs(4)),))
    spreads = episode(3, spread=Spread.CALF)
    neck = episode(2, region=Region.NECK)
    weeks = course(9, treatment_id=PILL.id, region=Region.NECK)
    entries = (PILL, stated, drawn, spreads, neck, weeks)

    assert found("leg", *entries) == [spreads, drawn, stated]
    assert found("neck leg", *entries) == [neck, spreads, drawn, stated, weeks]
    assert found("to calf", *entries) == [spreads]


def test_left_is_also_on_both_sides_and_both_is_only_both() -> None:
    left, right, both = (
        episode(ago, side=side) for ago, side in ((4, Side.LEFT), (3, Side.RIGHT), (2, Side.BOTH))
    )

    assert found("left", left, right, both) == [both, left]
    assert found("both", left, right, both) == [both]
    assert found("left right", left, right, both) == [both, right, left]


def test_what_a_word_names_is_also_found_where_it_was_typed() -> None:
    lifted = episode(5, exposures=frozenset({"heavy_load"}))
    typed = reading(4, note="after lifting the crates")
    ticked = check_in(3, exposures=(("heavy_load", True),))
    unticked = check_in(2, exposures=(("heavy_load", False),))

    assert found("lifting", lifted, typed, ticked, unticked) == [ticked, typed, lifted]
    assert found("-lifting", lifted, typed, ticked, unticked) == [unticked]


def test_a_factor_of_ones_own_is_found_by_its_name_of_now() -> None:
    spasm = episode(5, exposures=frozenset({"factor"}))
    index = filled(spasm, factor())
    assert index.find("long drive spasm", NOW).ids == (spasm.id,)
    index.take(build.diary(spasm, factor(name="Motorway")))

    assert index.find("long spasm", NOW).ids == ()
    assert index.find("motorway spasm", NOW).ids == (spasm.id,)
    assert index.find("motorw spasm", NOW).ids == (spasm.id,)


def test_a_treatment_is_found_by_its_name_of_now_and_the_beginning_of_it() -> None:
    dose, other = use(5, of=PILL), use(4, of=HEAT)
    index = filled(PILL, HEAT, dose, other)
    assert index.find("ibup", NOW).ids == (dose.id,)
    index.take(build.diary(replace(PILL, name="Nurofen"), HEAT, dose, other))

    assert index.find("nurofen", NOW).ids == (dose.id,)
    assert index.find("ibu", NOW).ids == (dose.id,)
    assert index.find("heat nurofen", NOW).ids == (other.id, dose.id)


def test_a_course_is_found_by_what_its_treatment_is_now() -> None:
    weeks = course(9, treatment_id=HEAT.id)
    index = filled(HEAT, weeks)
    assert index.find("heat", NOW).ids == (weeks.id,)
    index.take(build.diary(replace(HEAT, name="Pack", kind=TreatmentKind.ICE), weeks))

    assert index.find("heat", NOW).ids == ()
    assert index.find("ice", NOW).ids == (weeks.id,)
    assert found("heat", course(9)) == []


def test_movements_reliefs_and_moods_are_found_by_their_words() -> None:
    stiff = episode(5, movements=((Movement.BEND, Effect.WORSE), (Movement.WALK, Effect.BETTER)))
    gone = reading(4, pain=0, word=ReadingWord.GONE)
    hard = check_in(3, limited=Limited.A_LOT, slept_badly=True)
    rested = check_in(2, slept_badly=False)
    light = activity(1, intensity=Intensity.LIGHT)
    entries = (stiff, gone, hard, rested, light)

    for text, expected in {
        "bend worse": [stiff],
        "walk worse": [],
        "bend worse walk worse": [stiff],
        "bending": [stiff],
        "gone": [gone],
        "limited": [hard],
        "slept badly": [hard],
        "slept well": [rested],
        "light": [light],
    }.items():
        assert found(text, *entries) == expected, text


def test_flags_find_what_has_no_field_of_its_own() -> None:
    noted, empty = episode(6, note="boxes"), episode(5, note=" \n")
    asked = replace(visit(4), questions=("Why?",), plan="Physiotherapy")
    sick = use(3, of=PILL, side_effect="nausea")
    late = reading(2, recorded_at=moment(1))
    evening = check_in(2, recorded_at=moment(1, "08:00"))
    still, flare = running(0, "09:00"), episode(8, hours=2, flare=True)
    entries = (PILL, noted, empty, asked, sick, late, evening, still, flare)

    for text, expected in {
        "notes": [asked, noted],
        "side effect": [sick],
        "nausea": [sick],
        "typed later": [late, evening],
        "running": [still],
        "no end": [empty, noted],
        "flare": [flare],
        "why physio": [asked],
        "notes -visit": [noted],
    }.items():
        assert found(text, *entries) == expected, text


def test_the_check_in_of_a_day_is_typed_later_once_the_next_day_begins() -> None:
    night = check_in(2, recorded_at=moment(1, "02:00"))

    assert found("typed later", night) == []
    index = SearchIndex(time(0))
    index.take(build.diary(night))
    assert index.find("typed later", NOW).ids == (night.id,)


def test_words_are_found_by_their_beginning_whatever_their_case_and_accents() -> None:
    spasm = episode(3, note="Déménagement: moved BOXES to the attic.\nCould not sit.")

    for text in ("demenage", "box", "ATTIC", '"could not s"', "sit moved", "déménagement"):
        assert found(text, spasm) == [spasm], text
    for text in ("oxes", '"not could"', '"attic not"', "sit lay", "-box"):
        assert found(text, spasm) == [], text


def test_a_phrase_does_not_reach_from_one_field_into_the_next() -> None:
    dose = use(3, of=PILL, dose_text="one tablet", note="with milk")

    assert found('"tablet with"', PILL, dose) == []
    assert found("tablet milk", PILL, dose) == [dose]


def test_nothing_typed_finds_all_newest_first() -> None:
    morning, noon, asked = drink(1, "08:00"), drink(1, "12:00"), check_in(1)
    planned = visit(-6)

    assert found("", noon, asked, PILL, morning, planned) == [planned, noon, morning, asked]
    assert found("-", noon) == [noon]


def test_what_was_found_is_said_in_a_sentence() -> None:
    index = filled(drink(40), drink(2), drink(1), episode(1))

    def said(text: str) -> str:
        return index.find(text, NOW).sentence

    assert said("water") == "3 entries, 22 May 2026 to 30 Jun 2026"
    assert said("spasm") == "1 entry, 30 Jun 2026"
    assert said("last 5 days") == "3 entries, 29 Jun 2026 to 30 Jun 2026"
    assert said("zebra") == "Nothing found. Try fewer words, or the beginning of one."
    assert SearchIndex().find("zebra", NOW).sentence == "There are no entries yet."


def test_a_diary_that_is_still_being_read_says_so() -> None:
    index = SearchIndex()
    index.take(Diary.of(build.TODAY, [drink(1)], full_from=day(400)))
    unread = "Entries before 27 May 2025 are still being read."

    assert index.find("water", NOW).sentence == f"1 entry, 30 Jun 2026. {unread}"
    assert index.find("zebra", NOW).sentence == (
        f"Nothing found. Try fewer words, or the beginning of one. {unread}"
    )


def test_a_row_is_said_as_in_the_list_of_its_day() -> None:
    spasm = episode(
        2,
        "11:05",
        hours=4,
        side=Side.LEFT,
        exposures=frozenset({"heavy_load"}),
        note="Moving boxes",
    )
    row = filled(spasm).row(spasm.id)

    assert (row.record_id, row.day, row.date, row.time) == (
        spasm.id,
        day(2),
        "29 Jun 2026",
        "11:05",
    )
    assert (row.icon, row.text, row.value) == ("spasm", "Spasm, lower back, left, 4 h", "6")
    assert row.quiet == "after heavy lifting, \u2068Moving boxes\u2069"


def test_the_row_of_a_night_has_the_date_of_its_clock_and_leads_to_the_day_it_belongs_to() -> None:
    late, whole = drink(1, "02:00"), episode(1, "02:00", onset_exact=OnsetExact.DAY)

    rows = [filled(each).row(each.id) for each in (late, whole)]
    assert [(row.day, row.date, row.time) for row in rows] == [
        (day(2), "30 Jun 2026", "02:00"),
        (day(2), "29 Jun 2026", ""),
    ]


def test_the_row_of_a_visit_says_what_was_said_or_planned_or_asked() -> None:
    asked = replace(visit(4), questions=("Why does it return?",))

    for record, text in (
        (asked, "Why does it return?"),
        (replace(asked, plan="Physio"), "Physio"),
        (replace(asked, plan="Physio", said="Keep active"), "Keep active"),
    ):
        assert filled(record).row(record.id).quiet == f"\u2068{text}\u2069"


def test_the_row_of_what_is_deleted_by_now_says_so() -> None:
    row = filled().row("gone")

    assert (row.text, row.date, row.icon) == ("Deleted", "", "trash")


def test_the_days_of_what_was_found_are_known() -> None:
    glass, spasm = drink(3), episode(2)
    index = filled(glass, spasm, drink(3, "12:00"))
    everything = index.find("", NOW)

    assert index.days(everything) == {day(3), day(2)}
    index.take(build.diary(glass))
    assert index.days(everything) == {day(3)}


def test_only_what_changed_is_filed_anew() -> None:
    drinks = [drink(ago) for ago in range(1, 200)]
    before = build.diary(*drinks)
    index = SearchIndex()
    assert index.lag(before) == 199
    index.take(before)
    changed = replace(drinks[90], volume_ml=300)
    after = before.apply([Change(drinks[90], changed), Change(drinks[4], None)])

    assert index.lag(before) == 0
    assert index.lag(after) == 3
    index.take(after)
    assert index.lag(after) == 0
    assert index.find("drink=300ml", NOW).ids == (changed.id,)
    assert len(index.find("water", NOW).ids) == 198


def test_a_spasm_follows_the_readings_and_doses_that_come_and_go() -> None:
    spasm = episode(3, peak=Nrs(3))
    worse = reading(3, pain=9, episode_id=spasm.id)
    warm = use(3, of=HEAT, spasm=spasm)
    before = build.diary(HEAT, spasm)
    index = SearchIndex()
    index.take(before)
    after = before.apply([Change(None, worse), Change(None, warm)])
    index.take(after)
    assert index.find("spasm pain=9 heat", NOW).ids == (spasm.id,)
    apart = after.apply([Change(worse, replace(worse, episode_id=None)), Change(warm, None)])
    index.take(apart)

    assert index.find("spasm pain=9", NOW).ids == ()
    assert index.find("spasm heat", NOW).ids == ()
    index.take(apart.apply([Change(spasm, None)]))
    assert index.find("spasm", NOW).ids == ()


def test_the_usual_searches_are_those_of_this_diary() -> None:
    spasms = [
        *(episode(ago, region=Region.LEG, side=Side.LEFT) for ago in range(2, 6)),
        *(episode(ago, exposures=frozenset({"heavy_load"})) for ago in range(6, 9)),
    ]

    assert often(build.diary(*spasms)) == (
        Often(words="pain 7 or more", text="pain>=7"),
        Often(words="left leg", text="left leg"),
        Often(words="lifting", text="lifting"),
        Often(words="notes", text="notes"),
        Often(words="typed later", text="typed later"),
    )
    assert [each.text for each in often(build.diary())] == ["pain>=7", "notes", "typed later"]


def test_the_usual_searches_name_a_factor_of_ones_own_and_a_place_without_a_side() -> None:
    driven = episode(2, region=Region.NECK, exposures=frozenset({"factor"}))
    diary = build.diary(driven, factor(name="Long-drive"))
    texts = {each.words: each.text for each in often(diary)}

    assert texts["neck"] == "neck"
    assert texts["Long-drive"] == "long drive"
    index = SearchIndex()
    index.take(diary)
    assert index.find(texts["Long-drive"], NOW).understood.chips == ("long drive",)


def test_a_place_and_a_cause_that_have_no_word_are_not_offered() -> None:
    odd = episode(2, region=Region.OTHER, exposures=frozenset({"of-a-lost-factor"}))

    assert len(often(build.diary(odd))) == 3


@pytest.mark.parametrize("text", ["pain>=7", "left leg", "lifting", "notes", "typed later"])
def test_every_usual_search_is_understood_as_a_whole(text: str) -> None:
    assert filled().find(text, NOW).understood.as_text == ()


def test_a_diary_of_another_journal_is_taken_as_it_is() -> None:
    index = filled(drink(1), episode(2))
    index.take(Diary(today=date(2026, 7, 1)))

    assert index.find("", NOW).ids == ()


def test_records_that_came_back_equal_are_found_once() -> None:
    glass = drink(1)
    index = filled(glass)
    again = replace(glass, recorded_at=glass.recorded_at.plus(timedelta()))
    assert again == glass
    assert again is not glass
    index.take(build.diary(again))

    assert index.find("", NOW).ids == (glass.id,)
    assert isinstance(again, Drink)


def test_an_answer_that_was_given_is_found_by_it() -> None:
    unsure = answer(3, Sign.FEVER, SignAnswer.UNSURE)

    assert isinstance(unsure, Answer)
    assert found("not sure", unsure, answer(2, Sign.FEVER)) == [unsure]
