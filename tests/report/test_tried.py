"""The table of treatments tried: which are in it, and what each cell says."""

from __future__ import annotations

from typing import Any

from spasmlog.analysis.period import Period
from spasmlog.domain.records import Record, Treatment
from spasmlog.domain.scales import TreatmentKind
from spasmlog.report import Preset
from spasmlog.report.blocks import Tried, TriedRow
from tests.build import TODAY, course, day, diary, episode, reading, treatment, use
from tests.report.making import page, page_of

HEAT = treatment("Heat wrap", kind=TreatmentKind.HEAT, usual_dose_mg=None)
PILLS = treatment("Ibuprofen")


def table(*records: Record) -> Tried:
    found = page(PILLS, HEAT, *records).tried
    assert found is not None
    return found


def row(of: Treatment, *records: Record) -> TriedRow:
    groups = table(*records, *([] if of in (PILLS, HEAT) else [of])).groups
    return next(each for group in groups for each in group.rows if each.name == of.name)


def treated(days_ago: int, of: Treatment, **changes: Any) -> list[Record]:
    """A spasm with a reading of 7 before its treatment and one of 3 two hours later."""
    spasm = episode(days_ago, "09:00", hours=6)
    return [
        spasm,
        reading(days_ago, "09:50", 7, episode_id=spasm.id),
        use(days_ago, "10:00", of=of, spasm=spasm, **changes),
        reading(days_ago, "12:00", 3, episode_id=spasm.id),
    ]


def test_what_was_not_used_in_the_period_is_not_in_the_table() -> None:
    assert page(PILLS, HEAT, use(100, of=PILLS)).tried is None
    assert [group.title for group in table(use(5, of=HEAT)).groups] == ["Other treatments"]


def test_medicines_and_others_stand_apart_with_the_most_used_first() -> None:
    gel = treatment("gel", kind=TreatmentKind.OTHER_MEDICINE)
    found = table(gel, use(5, of=gel), use(5, of=HEAT), use(5, of=PILLS), use(6, of=PILLS))

    assert [(g.title, [r.name for r in g.rows]) for g in found.groups] == [
        ("Medicines", ["Ibuprofen", "gel"]),
        ("Other treatments", ["Heat wrap"]),
    ]


def test_a_row_says_what_came_of_it() -> None:
    found = row(PILLS, *treated(40, PILLS), *treated(29, PILLS), *treated(20, PILLS))

    assert found == TriedRow(
        name="Ibuprofen",
        how="400 mg",
        uses="3",
        change="7 to 3 (n\N{NO-BREAK SPACE}3)",
        eased="3 of 3",
        back="9, 11",
        side_effects="none noted",
        now="last 11 Jun",
    )


def test_without_readings_or_returns_there_are_dashes() -> None:
    found = row(HEAT, use(5, of=HEAT, kind=TreatmentKind.HEAT, dose_mg=None))

    assert (found.how, found.change, found.eased, found.back) == ("–", "–", "–", "–")


def test_spasms_that_began_low_say_nothing_of_easing() -> None:
    spasm = episode(5, "09:00", hours=2)
    before = reading(5, "09:20", 2, episode_id=spasm.id)
    found = row(PILLS, spasm, before, use(5, "09:30", of=PILLS, spasm=spasm))

    assert (found.change, found.eased) == ("2 to 0 (n\N{NO-BREAK SPACE}1)", "–")


def test_several_uses_a_day_say_on_how_many_days() -> None:
    found = row(PILLS, use(5, "09:00", of=PILLS), use(5, "18:00", of=PILLS), use(4, of=PILLS))

    assert found.uses == "3 (2 days)"


def test_how_it_was_used_is_the_commonest_dose_and_the_middle_length() -> None:
    doses = [use(n, of=PILLS, dose_mg=mg) for n, mg in ((1, 200.0), (2, 600.0), (3, 600.0))]
    assert row(PILLS, *doses).how == "600 mg"

    warm = [use(n, of=HEAT, dose_mg=None, minutes=m) for n, m in ((1, 10), (2, 20), (3, 40))]
    assert row(HEAT, *warm).how == "20 min"


def test_a_dose_without_milligrams_is_given_as_it_was_typed() -> None:
    tea = treatment("Tea", usual_dose_mg=None, prescribed=True)
    found = row(tea, use(5, of=tea, dose_mg=None, dose_text=" 2 cups "))

    assert found.how == "2 cups, prescribed"


def test_the_usual_dose_stands_in_where_no_use_has_one() -> None:
    assert row(PILLS, use(5, of=PILLS, dose_mg=None)).how == "400 mg"


def test_a_course_gives_its_plan_its_days_and_whether_it_ended() -> None:
    ended = course(40, 10, treatment_id=HEAT.id, plan="every evening")
    assert row(HEAT, ended).how == "every evening, 22 May to 21 Jun"
    assert row(HEAT, ended).now == "ended 21 Jun"

    running = course(20, -10, treatment_id=HEAT.id)
    assert row(HEAT, running).how == "11 Jun to 11 Jul"
    assert row(HEAT, running).now == "yes"

    open_end = course(20, treatment_id=HEAT.id)
    assert row(HEAT, open_end).how == "since 11 Jun"
    assert row(HEAT, open_end).uses == "–"
    assert row(HEAT, open_end).side_effects == "–"


def test_a_course_that_ended_before_the_period_is_not_in_it() -> None:
    assert page(HEAT, course(200, 100, treatment_id=HEAT.id)).tried is None


def test_a_course_that_began_after_a_past_period_is_not_in_it() -> None:
    known = diary(HEAT, course(5, treatment_id=HEAT.id))

    assert page_of(known, Period(day(60), day(30))).tried is None
    assert page_of(known, Period(day(60), TODAY)).tried is not None


def test_what_is_regular_is_still_taken_and_what_is_archived_is_not() -> None:
    regular = treatment("Daily", regular=True)
    archived = treatment("Gone", archived=True, regular=True)

    assert row(regular, use(9, of=regular)).now == "yes"
    assert row(archived, use(9, of=archived)).now == "no"


def test_side_effects_are_counted_whatever_their_case() -> None:
    effects = ("Sick", "sick ", "dizzy", "dizzy", "dizzy", "itch", "")
    found = row(PILLS, *(use(n, of=PILLS, side_effect=e) for n, e in enumerate(effects, 1)))

    assert found.side_effects in (
        "dizzy (3), Sick (2) and 1 more",
        "dizzy (3), sick (2) and 1 more",
    )


def test_a_single_side_effect_has_no_count() -> None:
    assert row(PILLS, use(3, of=PILLS, side_effect="itch")).side_effects == "itch"


def test_many_returns_give_the_latest_three() -> None:
    known = [each for n in range(5, 85, 8) for each in treated(n, PILLS)]

    assert row(PILLS, *known).back == "8, 8, 8 (+6)"


def test_beyond_six_rows_the_table_goes_on_after_the_first_page() -> None:
    many = [treatment(f"Pill {n:02d}") for n in range(20)]
    found = table(*many, *(use(3, of=each) for each in many))

    assert sum(len(group.rows) for group in found.groups) == 6
    assert sum(len(group.rows) for group in found.more) == 14
    assert found.more_title == "Treatments tried, continued"
    assert (found.continues, found.beyond) == (True, "{n} more follow on a later page.")


def test_on_one_page_alone_the_rest_of_the_table_stays_in_the_journal() -> None:
    found = page(PILLS, use(5, of=PILLS), sections=Preset.WHY.sections).tried

    assert found is not None
    assert (found.continues, found.beyond) == (False, "{n} more are in the journal.")
