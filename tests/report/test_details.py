"""What stands after the first page: function, amounts, lengths, medicines, every spasm."""

from __future__ import annotations

from dataclasses import fields

import pytest

from spasmlog.analysis.period import Period
from spasmlog.charts.words_scores import CALLED
from spasmlog.domain.records import Record, Score
from spasmlog.domain.scales import (
    INSTRUMENTS,
    PEG,
    ROLAND_MORRIS,
    Effect,
    Limited,
    Movement,
    Nrs,
    OnsetExact,
    Side,
    Sign,
    Spread,
    TreatmentKind,
)
from spasmlog.report import Options, Preset, Report, Section
from spasmlog.report.content import content
from spasmlog.report.detail_blocks import Details, Function, Medicines
from spasmlog.report.details import days_of
from spasmlog.report.tables import Listed
from spasmlog.rules import assess
from tests.build import (
    TODAY,
    activity,
    answer,
    check_in,
    day,
    diary,
    drink,
    episode,
    moment,
    profile,
    running,
    stretch,
    treatment,
    use,
    visit,
)
from tests.report.making import page, page_of, peg

CHARTS = {name: f"What {name} shows." for name in ("pain_trend", "peg_trend", "calendar", "hours")}
EVERYTHING = Options(sections=Preset.EVERYTHING.sections)


def drawn(*records: Record, period: Period | None = None, options: Options = EVERYTHING) -> Report:
    """The pages where all charts are drawn."""
    known = diary(*records)
    return content(known, period or Period(day(89), TODAY), options, assess(known), CHARTS)


def function(*records: Record) -> Function:
    found = page(*records).details.function
    assert found is not None
    return found


def medicines(*records: Record) -> Medicines:
    found = page(*records).details.medicines
    assert found is not None
    return found


def amounts(*records: Record) -> Listed:
    found = page(*records).details.amounts
    assert found is not None
    return found


def spasms(*records: Record) -> Listed:
    found = page(*records, sections=tuple(Section)).details.spasms
    assert found is not None
    return found


def test_peg_is_told_item_by_item_newest_first() -> None:
    found = function(peg(100, 7, 7, 8), *(peg(n, 6, 5, 4) for n in (30, 20, 10)), peg(2, 1, 2, 3))

    assert found.items is not None
    assert found.items.headings == (
        "Day",
        "Pain",
        "Enjoyment of life",
        "General activity",
        "Score",
    )
    assert found.items.rows[0] == ("29 Jun", "3", "2", "1", "2.0")
    assert len(found.items.rows) == 3
    assert found.items.note.startswith("The latest 3 of 5. Krebs EE et al.")
    assert (found.trend, found.days) == (None, None)


def test_beneath_a_few_scores_their_source_stands_alone() -> None:
    items = function(peg(2, 1, 2, 3)).items

    assert items is not None
    assert items.note == CALLED[PEG].cited


def test_the_latest_roland_morris_score_stands_with_the_days() -> None:
    def scored(days_ago: int, ticked: int) -> Score:
        items = INSTRUMENTS[ROLAND_MORRIS]
        answers = tuple((item, int(at < ticked)) for at, item in enumerate(items))
        return Score(
            id=f"roland-{days_ago}",
            recorded_at=moment(days_ago),
            day=day(days_ago),
            instrument=ROLAND_MORRIS,
            answers=answers,
        )

    days = function(scored(40, 9), scored(9, 12)).days

    assert days is not None
    assert days.rows == (("Roland-Morris, 0 to 24", "12 on 22 Jun"),)


def test_days_and_nights_stand_beside_those_before_where_that_is_fair() -> None:
    known = [
        check_in(
            n,
            limited=Limited.A_LOT if n == 3 else Limited.A_BIT if n < 90 else None,
            slept_badly=n % 2 == 0,
            sleep_h=6.5 if n < 90 else None,
        )
        for n in range(1, 180)
    ]
    days = function(*known).days

    assert days is not None
    assert days.headings == ("", "These days", "Before")
    assert days.rows == (
        ("Days limited", "89 of 89, 1 a lot", "–"),
        ("Nights slept badly", "44 of 89", "45 of 90"),
        ("Sleep, middle", "6.5 h, 89 nights", "–"),
    )


def test_where_nothing_is_compared_there_is_one_column() -> None:
    days = function(check_in(3, limited=Limited.NO)).days

    assert days is not None
    assert days.headings == ("", "These days")
    assert days.rows == (("Days limited", "0 of 1, 0 a lot"),)


def test_without_an_answer_there_is_no_word_on_function() -> None:
    assert page(check_in(3)).details.function is None
    assert page_of(diary(check_in(0)), Period(TODAY, TODAY)).details.function is None


def test_amounts_are_middle_values_of_the_days_that_have_one() -> None:
    found = amounts(
        drink(3, volume_ml=1500), drink(4, volume_ml=500), stretch(3, seconds=300), drink(0)
    )

    assert found.headings == ("", "Middle value a day", "Days logged")
    assert found.rows == (
        ("Drinks", "1 l", "2 of 89"),
        ("Activity", "–", "0 of 89"),
        ("Stretching", "5 min", "1 of 89"),
    )


def test_amounts_stand_beside_those_before_where_that_is_fair() -> None:
    known = [check_in(n) for n in range(1, 180)]
    found = amounts(*known, activity(3, minutes=20), activity(100, minutes=60))

    assert found.headings == ("", "Middle value a day", "Before", "Days logged")
    assert found.rows[1] == ("Activity", "20 min", "60 min", "1 of 89")


def test_without_an_amount_there_is_no_table_of_them() -> None:
    assert page(check_in(3)).details.amounts is None
    assert page_of(diary(drink(0)), Period(TODAY, TODAY)).details.amounts is None


def test_lengths_are_counted_in_classes() -> None:
    times = page(episode(3, hours=1), episode(9, hours=30), episode(20)).details.times

    assert times is not None
    assert times.hours is None
    assert times.lengths is not None
    assert times.lengths.headings == (
        "under 2 h",
        "2 to 24 h",
        "24 to 72 h",
        "72 h and more",
        "not known",
    )
    assert times.lengths.rows == (("1", "0", "1", "0", "1"),)
    assert times.lengths.note == "Middle value 16 h, longest 30 h."


def test_where_no_end_is_known_no_middle_length_is_told() -> None:
    times = page(episode(3)).details.times

    assert times is not None
    assert times.lengths is not None
    assert times.lengths.note == ""
    assert page().details.times is None


def test_all_medicines_in_use_are_listed_the_regular_ones_first() -> None:
    pills, old = treatment("Ibuprofen"), treatment("Old pills", archived=True)
    found = medicines(
        pills,
        old,
        treatment("Amlodipine", usual_dose_mg=5.0, regular=True, prescribed=True),
        treatment("gel", usual_dose_mg=None),
        treatment("Heat", kind=TreatmentKind.HEAT),
        use(9, of=pills),
        use(3, of=pills),
        profile(allergies="Penicillin\n(rash)"),
    )

    assert found.taken.rows == (
        ("Amlodipine", "5 mg", "regularly", "yes"),
        ("gel", "–", "as needed", "no"),
        ("Ibuprofen", "400 mg", "last 28 Jun", "no"),
    )
    assert (found.none, found.allergies) == ("", "Penicillin (rash)")


def test_what_was_not_entered_says_so() -> None:
    found = medicines()

    assert (found.taken.rows, found.none, found.allergies) == ((), "None entered.", "None entered.")
    assert medicines(profile()).allergies == "None entered."


def test_every_spasm_has_its_row_newest_first() -> None:
    pills, tea = treatment("Ibuprofen"), treatment("Tea", usual_dose_mg=None)
    spasm = episode(9, "14:30", hours=5, side=Side.LEFT, peak=Nrs(7), note="Lifted\na box")
    found = spasms(
        *(pills, tea, spasm, episode(100)),
        *(use(9, clock, of=pills, spasm=spasm) for clock in ("15:00", "19:00")),
        use(9, "16:00", of=tea, spasm=spasm, dose_mg=None, dose_text="2 cups"),
        episode(3, hours=1, onset_exact=OnsetExact.DAY, region=None, peak=None),
    )

    assert found.title == "Every spasm: 2, newest first"
    assert found.rows == (
        ("28 Jun", "–", "–", "about 60 min", "–", ""),
        (
            "22 Jun, 14:30",
            "Lower back, left",
            "7",
            "5 h",
            "Ibuprofen 400 mg (2 times); Tea 2 cups",
            "Lifted a box",
        ),
    )


def test_a_spasm_that_runs_and_one_without_an_end_are_told_apart() -> None:
    found = spasms(running(0), episode(3))

    assert [row[3] for row in found.rows] == ["still there", "–"]


def test_one_spasm_is_not_said_to_be_in_order() -> None:
    assert spasms(episode(3)).title == "Every spasm: 1"


def test_much_that_was_taken_says_how_much_more_there_is() -> None:
    spasm = episode(9, hours=5)
    many = [treatment(f"Pill {n}") for n in range(5)]
    doses = [use(9, of=each, spasm=spasm) for each in many]
    gone = use(9, "23:00", spasm=spasm, treatment_id="gone", kind=TreatmentKind.HEAT, dose_mg=None)

    assert spasms(*many, spasm, *doses).rows[0][4].endswith("Pill 2 400 mg and 2 more")
    assert spasms(spasm, gone).rows[0][4] == "heat"


def test_a_dose_stands_after_a_name_from_right_to_left() -> None:
    pills, spasm = treatment("אקמול"), episode(9, hours=5)

    assert spasms(pills, spasm, use(9, of=pills, spasm=spasm)).rows[0][4] == (
        "\u2068אקמול\u2069 400 mg"
    )


def test_a_long_note_is_shortened_and_the_page_says_so() -> None:
    found = page(episode(3, note="word " * 2_000), sections=tuple(Section))

    assert found.details.spasms is not None
    assert len(found.details.spasms.rows[0][5]) <= 300
    assert found.method == ("[…]: a longer text, shortened here; the journal has it whole.",)


def test_without_a_spasm_there_is_no_table_of_them() -> None:
    assert page(sections=tuple(Section)).details.spasms is None


def test_movements_are_told_with_what_they_did_and_how_far_the_pain_reached() -> None:
    bend, walk, sit, lie = Movement.BEND, Movement.WALK, Movement.SIT, Movement.LIE
    found = page(
        episode(
            3,
            movements=((bend, Effect.WORSE), (lie, Effect.SAME), (sit, Effect.WORSE)),
            spread=Spread.THIGH,
            side=Side.LEFT,
        ),
        episode(
            9,
            movements=((bend, Effect.WORSE), (sit, Effect.BETTER), (walk, Effect.BETTER)),
            spread=Spread.FOOT,
        ),
    ).movement

    assert found is not None
    assert found.rows == (
        ("Bending forward", "worse 2 of 2"),
        ("Sitting", "worse 1, better 1 of 2"),
        ("Walking", "better 1 of 1"),
        ("Lying down", "no different 1 of 1"),
    )
    assert found.note == "Pain reaches: foot, 1; thigh, left, 1."


def test_movements_that_were_not_entered_are_not_spoken_of() -> None:
    assert page(episode(3)).movement is None
    moved = page(episode(3, movements=((Movement.BEND, Effect.WORSE),))).movement
    reach = page(episode(3, spread=Spread.CALF)).movement

    assert moved is not None
    assert moved.note == ""
    assert reach is not None
    assert reach.rows == ()


def test_charts_stand_where_they_are_drawn_and_only_there() -> None:
    found = drawn(peg(3, 1, 2, 3), episode(3, hours=2)).details

    assert found.calendar is not None
    assert (found.calendar.title, found.calendar.alt) == ("Calendar", "What calendar shows.")
    assert found.function is not None
    assert found.function.trend is not None
    assert found.function.trend.title == "PEG, 0 to 10"
    assert found.times is not None
    assert found.times.hours is not None
    assert page(episode(3)).details.calendar is None


def test_long_periods_show_their_last_weeks_in_the_calendar_and_their_last_year_of_peg() -> None:
    years = Period(day(3000), TODAY)
    found = drawn(peg(3, 1, 2, 3), period=years).details

    assert found.calendar is not None
    assert found.calendar.title == "Calendar, the last 13 weeks"
    assert found.function is not None
    assert found.function.trend is not None
    assert found.function.trend.title == "PEG, 0 to 10, the last 12 months"
    assert days_of("calendar", years).days == 91
    assert days_of("peg_trend", years).days == 366
    assert days_of("hours", years) == years
    assert drawn(period=years).details.function is None


def test_over_years_the_key_of_the_chart_speaks_of_weeks() -> None:
    weeks, days = drawn(period=Period(day(3000), TODAY)).timeline, drawn().timeline

    assert weeks is not None
    assert days is not None
    assert weeks.key.startswith("grey: lowest to highest of a week")
    assert days.key.startswith("dark bar: spasm day")


FULL: tuple[Record, ...] = (
    *(check_in(n, limited=Limited.NO) for n in range(1, 40)),
    *(episode(3, hours=2, movements=((Movement.BEND, Effect.WORSE),)), use(3), drink(3)),
    *(peg(3, 1, 2, 3), visit(2, questions=("Why?",)), treatment()),
)
PARTS = {
    Section.HEADLINE: "lead",
    Section.NUMBERS: "strip",
    Section.TIMELINE: "timeline",
    Section.TREATMENTS: "tried",
    Section.PLACES: "where",
    Section.TRUST: "completeness",
    Section.QUESTIONS: "questions",
    Section.METHOD: "made_how",
}


@pytest.mark.parametrize("section", Section)
def test_a_section_that_is_off_is_not_there_and_all_others_are(section: Section) -> None:
    pills = treatment()
    known = (*FULL, pills, use(5, of=pills))
    found = drawn(*known, options=Options(sections=frozenset(Section) - {section}))

    missing = {part for part in PARTS.values() if getattr(found, part) is None}
    missing |= {f.name for f in fields(Details) if getattr(found.details, f.name) is None}
    expected = PARTS.get(section, section.value)
    assert missing == (set() if section is Section.SIGNALS else {expected})
    assert (found.movement is None) is (section is Section.PLACES)


def test_the_rules_that_matched_are_told_once_with_their_numbers_and_sources() -> None:
    known = [check_in(n, worst=3) for n in range(40)]
    without = drawn(*known, options=Options()).made_how
    beside = drawn(*known).made_how

    assert without is not None
    assert beside is not None
    assert without.rules_title == "What the rules looked at: rule set 1, 21 rules, as of 1 Jul 2026"
    (note, *_others) = without.matched
    assert note.name == "R05, Four weeks and not settled."
    assert "Qaseem 2017: shortest spell 28 days" in note.numbers
    assert beside.matched == ()
    assert without.others[0].startswith("Looked at, no match, which does not mean that nothing is")


def test_a_rule_without_numbers_names_its_sources() -> None:
    made = drawn(answer(1, Sign.FEVER), options=Options()).made_how

    assert made is not None
    assert any(each.numbers.startswith("Sources: Finucane 2020, NHS.") for each in made.matched)
