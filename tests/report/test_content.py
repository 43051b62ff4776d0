"""What the doctor's page says of small diaries, as text."""

from __future__ import annotations

from typing import Any

import pytest

from spasmlog.analysis.period import Period
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Limited, Nrs, Sign, SignAnswer, TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.report import NameShown, Options, Paper, Report, prepared
from spasmlog.report.written import initials
from tests.build import (
    TODAY,
    answer,
    check_in,
    day,
    diary,
    drink,
    episode,
    profile,
    reading,
    treatment,
    use,
    visit,
)
from tests.report.making import NOW, lead_of, page, page_of, peg, strip_of, text

ROE = profile(name_for_report="sam anne roe", birth_year=1981)


def strip(report: Report) -> dict[str, tuple[str, str, str]]:
    return {each.label: (each.value, each.why, each.before) for each in strip_of(report).numbers}


def lead(*records: Record) -> str:
    found = lead_of(page(*records))
    return f"{found.strong} {found.rest}".strip()


def every_day(first: int, last: int, **changes: Any) -> list[Record]:
    return [check_in(n, **changes) for n in range(last, first + 1)]


def test_the_heading_says_whose_days_these_are_and_who_wrote_them_down() -> None:
    heading = page(ROE, name="full").heading

    assert heading.name == "sam anne roe"
    assert heading.born == "born 1981"
    assert (heading.period, heading.days) == ("3 Apr to 1 Jul 2026", "90 days")
    assert heading.made == "Made 1 Jul 2026"
    assert heading.said == "Recorded by the patient, not a diagnosis"


def test_the_name_may_be_cut_to_initials_or_hidden() -> None:
    assert page(ROE).heading.name == "S. A. R."
    assert page(ROE, name="none").heading.name == ""
    assert "roe" not in text(ROE, name="none").lower()


def test_a_nameless_journal_has_no_name_on_its_page() -> None:
    found = page(profile())

    assert (found.heading.name, found.heading.born) == ("", "")
    assert found.furniture.footer == "3 Apr to 1 Jul 2026. Recorded by the patient, not a diagnosis"
    assert found.title == "Back spasm summary, 3 Apr to 1 Jul 2026"


def test_an_option_that_is_not_known_is_refused() -> None:
    assert Options(paper="letter", name="none") == Options(  # type: ignore[arg-type]  # as typed
        paper=Paper.LETTER, name=NameShown.NONE
    )
    with pytest.raises(ValueError, match="a3"):
        Options(paper="a3")  # type: ignore[arg-type]  # that is the point


def test_the_sentence_compares_with_the_ninety_days_before() -> None:
    known = [*every_day(180, 1), episode(3), episode(10), episode(100)]

    assert lead(*known) == "2 spasm days in 89 logged (previous 90 days: 1 in 90)."


def test_periods_logged_too_differently_are_not_compared() -> None:
    known = [*every_day(90, 1), *every_day(134, 91), episode(3, hours=2)]
    found = page(*known)

    assert lead_of(found).strong == "1 spasm day in 89 logged"
    assert lead_of(found).rest == "(the 90 days before cannot be compared fairly)."
    assert "cannot be compared fairly" in strip_of(found).note
    assert "100 % of these days and 50 % of the 90 days before" in strip_of(found).note
    assert all(not each.before for each in strip_of(found).numbers)


def test_a_share_is_never_rounded_to_all_or_nothing() -> None:
    known = [*every_day(89, 2), check_in(95)]

    assert "Logged 99 % of these days and 1 % of the 90 days before" in strip_of(page(*known)).note


def test_a_journal_younger_than_the_days_before_says_so() -> None:
    note = "Nothing is logged in the 90 days before, so nothing is compared."

    assert strip_of(page(*every_day(60, 1))).note == note
    assert strip_of(page()).note == ""


def test_an_empty_journal_has_dashes_and_never_a_zero() -> None:
    found = page()

    assert lead_of(found).strong == "No day with an entry on pain in this period."
    assert {each.value for each in strip_of(found).numbers} == {"–"}
    assert strip(found)["spasm days per 30 logged"] == ("–", "no logged day", "")
    assert strip(found)["length, middle"] == ("–", "no spasm logged", "")
    assert strip(found)["days limited, of days answered"] == ("–", "not answered", "")
    assert strip(found)["medicine days, of days known"] == ("–", "none ever logged", "")
    assert found.tried is None
    assert found.where is None
    assert found.completeness is None
    assert found.movement is None
    assert found.details.function is None
    assert found.details.times is None
    assert found.details.amounts is None
    assert found.questions is None


def test_a_spasm_of_today_is_counted_when_the_day_is_over() -> None:
    found = page(episode(0, hours=1))

    assert lead_of(found).strong == "1 spasm began today. Numbers start when the first day is over."
    assert {each.value for each in strip_of(found).numbers} == {"–"}
    assert lead_of(page(episode(1, hours=1))).strong == "1 spasm day in 1 logged."


def test_a_period_of_today_alone_says_that_no_day_is_over() -> None:
    found = page(episode(0), period=Period(TODAY, TODAY))

    assert {each.why for each in strip_of(found).numbers} == {"no day is over yet"}
    assert found.completeness is None


def test_today_outside_a_past_period_is_not_spoken_of() -> None:
    found = page(episode(0), period=Period(day(40), day(20)))

    assert lead_of(found).strong == "No day with an entry on pain in this period."


def test_the_numbers_stand_beside_those_before() -> None:
    known = [
        *every_day(180, 1, limited=Limited.NO),
        episode(5, hours=30, peak=Nrs(8)),
        episode(20, hours=1.5, peak=Nrs(5)),
        episode(120, hours=0.5, peak=Nrs(4)),
        use(5),
        peg(100, 7, 7, 8),
        peg(6, 6, 6, 5),
    ]
    found = strip(page(*known))

    assert found["spasm days per 30 logged"] == ("1", "", "before: 0.3")
    assert found["severity, middle (worst)"] == ("6.5 (8)", "", "before: 4 (4)")
    assert found["length, middle"] == ("16 h", "", "before: 30 min")
    assert found["days limited, of days answered"] == ("0 / 89", "", "before: 0 / 90")
    assert found["medicine days, of days known"] == ("1 / 89", "", "before: 0 / 90")
    assert found["PEG, 0 to 10"] == ("5.7", "", "before: 7.3")


def test_a_missing_number_says_why_and_what_was_not_known_before_is_a_dash() -> None:
    known = [*every_day(180, 1), episode(5, peak=None), episode(120, peak=Nrs(4), hours=2)]
    found = strip(page(*known))

    assert found["severity, middle (worst)"] == ("–", "no severity typed", "before: 4 (4)")
    assert found["length, middle"] == ("–", "no end known", "before: 2 h")
    assert found["days limited, of days answered"] == ("–", "not answered", "before: –")


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((peg(5, 6, 6, 5),), "PEG 5.7."),
        ((peg(120, 7, 7, 7), peg(50, 8, 8, 8), peg(5, 6, 6, 6)), "PEG 6.0, was 7.0."),
        ((peg(50, 7, 7, 7), peg(5, 6, 6, 6)), "PEG 6.0, was 7.0 on 12 May."),
        ((peg(220, 7, 7, 7), peg(200, 6, 6, 5)), "PEG 5.7 on 13 Dec 2025."),
        ((peg(200, 6, 6, 5),), "PEG 5.7 on 13 Dec 2025."),
        ((), ""),
    ],
)
def test_a_peg_score_stands_in_the_sentence_if_there_is_one(
    scores: tuple[Record, ...], said: str
) -> None:
    found = page(*scores, *every_day(30, 1))

    assert lead_of(found).rest == said
    assert any(each.startswith("PEG, 0 to 10") for each in strip(found)) is bool(scores)


def treated(days_ago: int) -> list[Record]:
    spasm = episode(days_ago, hours=2)
    return [spasm, use(days_ago, spasm=spasm)]


def test_returns_are_counted_as_the_rules_count_them() -> None:
    known = [*every_day(89, 1), *treated(40), *treated(29), *treated(20), *treated(11)]

    assert lead_of(page(*known)).rest == "Returned after treatment 3 times, after 11, 9 and 9 days."


def test_one_return_is_one_time() -> None:
    known = [*every_day(89, 1), *treated(40), episode(29)]

    assert lead_of(page(*known)).rest == "Returned after treatment 1 time, after 11 days."


def test_many_returns_name_the_latest() -> None:
    known = [each for n in range(5, 80, 8) for each in treated(n)]

    assert "Returned after treatment 9 times, the latest after 8, 8, 8, 8, 8 and 8 days." in text(
        *known
    )


def test_another_period_says_over_how_many_days_returns_are_counted() -> None:
    known = diary(*every_day(89, 1), *treated(70), *treated(62))
    rest = lead_of(page_of(known, Period(day(29), TODAY))).rest

    assert rest.endswith("Returned after treatment 1 time, after 8 days (counted over 90 days).")


def test_a_past_period_knows_nothing_of_what_came_after() -> None:
    known = diary(*every_day(179, 1), *treated(140), *treated(130), *treated(20), *treated(11))
    found = page_of(known, Period(day(179), day(90)))

    assert lead_of(found).strong == "2 spasm days in 90 logged."
    assert lead_of(found).rest == "Returned after treatment 1 time, after 10 days."


def test_completeness_is_a_bar_and_the_same_in_words() -> None:
    late = [check_in(n, recorded_at=check_in(n - 4).recorded_at) for n in (8, 9)]
    found = page(*late, check_in(10), check_in(3)).completeness

    assert found is not None
    assert [(each.days, each.label) for each in found.shares] == [
        (2, "typed the same day"),
        (2, "typed later"),
        (6, "no entry"),
    ]
    assert found.said == (
        "4 of 10 days before today logged: 2 typed the same day, 2 later. "
        "Check-ins typed the same day: 2 of 4. Longest gap 4 days, 24 to 27 Jun."
    )


def test_days_without_check_ins_or_gaps_are_not_spoken_of() -> None:
    found = page(episode(1)).completeness

    assert found is not None
    assert found.said == "1 of 1 day before today logged: 1 typed the same day, 0 later."


def test_a_day_without_an_entry_is_never_counted_as_zero() -> None:
    assert "A day with no entry is never counted as zero" in text(drink(3))


def test_the_questions_are_those_of_the_latest_visit() -> None:
    asked = page(
        visit(50, questions=("Old?",)), visit(2, questions=(" ", "Why?", "How?"))
    ).questions

    assert asked is not None
    assert asked.lines == ("Why?", "How?")
    assert page(visit(50, questions=("Old?",)), visit(2)).questions is None


def test_a_long_text_is_shortened_and_the_page_says_so() -> None:
    report = page(profile(allergies="nuts and " * 1000))

    assert report.details.medicines is not None
    assert report.details.medicines.allergies.endswith("[…]")
    assert len(report.details.medicines.allergies) <= 2000
    assert report.method[-1] == "[…]: a longer text, shortened here; the journal has it whole."


def test_nothing_shortened_needs_no_such_note() -> None:
    assert all("shortened" not in each for each in page(ROE).method)


def test_the_chart_is_left_out_where_it_has_no_description() -> None:
    from spasmlog.analysis.period import last_days
    from spasmlog.report.content import content
    from spasmlog.rules import assess

    known = diary()
    made = content(known, last_days(TODAY), Options(), assess(known), made=day(-3))

    assert made.timeline is None
    assert made.heading.made == "Made 4 Jul 2026"
    assert page().timeline is not None


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(InvalidEntry):
        page(period=Period(day(1), day(2)))


def test_the_same_diary_gives_the_same_page() -> None:
    known = diary(*every_day(60, 1), *treated(20), *treated(10), reading(3), treatment("Heat"))

    assert page_of(known) == page_of(known)


def test_a_medicine_is_a_medicine_whatever_its_kind() -> None:
    known = [check_in(1), use(1, kind=TreatmentKind.OTHER_MEDICINE), use(2, kind=TreatmentKind.ICE)]

    assert strip(page(*known))["medicine days, of days known"][0] == "1 / 2"


def test_a_period_that_is_over_says_what_cannot_wait_today() -> None:
    pills = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL)
    doses = [use(0, f"{hour:02}:00", dose_mg=1000.0, of=pills) for hour in range(8, 14)]
    known = diary(*every_day(60, 1), pills, *doses, answer(0, Sign.SADDLE_NUMBNESS))
    ended = Period(day(40), day(3))
    report, _charts = prepared(known, ended.first, ended.last, Options(), NOW)

    (standing,) = report.signals.safety.yes
    assert standing.endswith("yes, 1 Jul 2026. An emergency sign.")
    first = report.signals.notes[0]
    assert (first.rule, first.since) == ("R16", "As of 1 Jul 2026, after these days.")


def test_what_stood_when_the_period_began_is_not_none_reported() -> None:
    yes, no = answer(95, Sign.BOTH_LEGS), answer(5, Sign.BOTH_LEGS, SignAnswer.NO)
    safety = page(yes, no).signals.safety

    assert "none reported" not in safety.said.split("other signs")[0]
    assert "Answered yes or not sure, and later no or seen: " in safety.said


def test_questions_are_those_of_the_visit_to_come() -> None:
    asked = tuple(f"Question {n}?" for n in range(5))
    old = visit(300, questions=("Is it old?",), said="It is.")
    report = page(old, visit(0, questions=asked), visit(-30, questions=("Later?",)))

    assert report.questions is not None
    assert report.questions.lines == (*asked[:3], "and 2 more")
    assert page(old).questions is None


def test_a_first_day_with_an_entry_is_told() -> None:
    assert lead_of(page(check_in(0, 8))).strong.startswith("Only today has an entry.")


def test_without_a_name_no_year_of_birth_stands_on_the_pages() -> None:
    assert "born" not in text(profile(birth_year=1982), name="none")
    assert initials("Ann (Annie) (Lee)") == "A. A. L."
