"""What changed since the last visit, and what is read on the whole screen during one."""

from __future__ import annotations

from spasmlog.analysis.period import Period, since_last_visit
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import TreatmentKind
from spasmlog.report.figures import Compared as PageFigures
from spasmlog.rules import RULES, Level, assess
from spasmlog.views.report import report_view
from spasmlog.views.visit_during import MOST_LINES, MOST_SIGNALS, DuringView, during_view
from spasmlog.views.visit_since import MOST_TRIED, Since, period_of, since_view
from tests.build import (
    check_in,
    course,
    day,
    diary,
    episode,
    moment,
    reading,
    treatment,
    use,
    visit,
)
from tests.views.lives import IBUPROFEN, assessed, comes_back, eight

PHYSIO = treatment("Physio", id="physio", kind=TreatmentKind.PHYSIOTHERAPY)


def since(lived: Diary, then: dict[str, Level] | None = None) -> Since:
    return since_view(lived, assessed(lived), then)


def during(lived: Diary, chosen: str | None = None) -> DuringView:
    return during_view(lived, assessed(lived), chosen)


def logged(days: int) -> tuple[Record, ...]:
    return tuple(check_in(each) for each in range(1, days))


def row(found: Since, at: int = 0) -> tuple[str, ...]:
    return tuple(each.text for each in found.tried.rows[at])


# Since when


def test_it_counts_from_the_last_visit_before_today() -> None:
    held = (visit(60), visit(30, who="Dr Example"), visit(0), visit(-9))

    assert since(diary(*held)).title == "Since the last visit on 1 Jun, Dr Example"
    assert since(diary(visit(30, who=""))).title == "Since the last visit on 1 Jun"
    assert since(diary()).title == "The last 90 days"
    assert since(diary(visit(-3), visit(0))).title == "The last 90 days"


def test_a_planned_visit_counts_only_once_its_day_is_over() -> None:
    held, planned = visit(30), visit(-3)
    lived = diary(held, planned)
    later = lived.on_day(day(-4))

    assert since_last_visit(lived) == Period(day(30), day())
    assert since_last_visit(lived.on_day(day(-3))) == Period(day(30), day(-3))
    assert since_last_visit(later) == Period(day(-3), day(-4))


def test_the_next_pages_begin_on_the_day_of_the_visit() -> None:
    lived = diary(visit(60), visit(0)).on_day(day(-20))
    view = report_view(lived, moment(-20))
    span = view.span(view.first_choice)

    assert span is not None
    assert (span.key, span.period.first) == ("visit", day(0))


def test_numbers_stand_beside_those_before_where_that_is_fair() -> None:
    fair, unfair = diary(visit(20), *logged(41)), diary(visit(20), *logged(20))
    found, refused = since(fair).compared, since(unfair).compared

    assert found is not None
    assert (found.refusal, len(found.numbers.headings)) == ("", 3)
    assert refused is not None
    assert "nothing is compared" in refused.refusal
    assert len(refused.numbers.headings) == 2


def test_without_an_entry_no_number_is_shown() -> None:
    assert since(diary()).compared is None
    assert since(diary()).none == "No entry on pain on these days."


def test_on_the_first_day_after_a_visit_there_are_numbers_of_the_day_of_the_visit() -> None:
    found = since(diary(visit(1), check_in(1)))

    assert found.compared is not None
    assert found.none == ""


# Signals


def test_a_signal_is_new_where_it_did_not_fire_or_was_less_urgent_then() -> None:
    lived = comes_back()

    assert since(lived, None).signals == ()
    assert len(since(lived, {}).signals) == 1
    assert since(lived, {"R10": Level.ROUTINE}).signals == ()
    assert len(since(lived, {"R10": Level.INFO}).signals) == 1


# What was tried


def test_a_treatment_is_told_with_what_came_of_it() -> None:
    spasm = episode(20, hours=5)
    lived = diary(
        IBUPROFEN,
        spasm,
        reading(20, "09:20", 6, episode_id=spasm.id),
        use(20, "09:30", of=IBUPROFEN, spasm=spasm),
        use(20, "15:00", of=IBUPROFEN),
        reading(20, "11:30", 2, episode_id=spasm.id),
        episode(10, hours=1),
    )

    assert row(since(lived)) == ("Ibuprofen", "2 times on 1 day", "1 of 1, 6 to 2", "10")


def test_relief_without_a_number_two_hours_later_has_its_count_alone() -> None:
    spasm = episode(20, "09:00", hours=0.9)
    lived = diary(
        IBUPROFEN,
        spasm,
        reading(20, "09:20", 6, episode_id=spasm.id),
        use(20, "09:30", of=IBUPROFEN, spasm=spasm),
    )

    assert row(since(lived))[2] == "1 of 1"


def test_what_is_not_known_of_a_treatment_is_said_to_be() -> None:
    lived = diary(PHYSIO, visit(40), course(50, treatment_id="physio"))

    assert row(since(lived)) == ("Physio", "course since 12 May", "not known", "none logged")


def test_a_course_that_ended_before_the_visit_is_not_told() -> None:
    over = course(60, 41, treatment_id="physio")
    lived = diary(PHYSIO, visit(40), over)

    assert since(lived).tried.rows == ()


def test_a_course_with_a_last_day_is_told_with_it_beside_its_uses() -> None:
    lived = diary(
        PHYSIO, visit(40), course(30, -9, treatment_id="physio"), use(20, of=PHYSIO, dose_mg=None)
    )

    assert row(since(lived))[1] == "1 time on 1 day, course since 1 Jun, to 10 Jul"


def test_of_many_returns_the_latest_are_told_and_of_many_treatments_the_most_used() -> None:
    many = [treatment(f"Kind {n}", id=f"t{n}", kind=TreatmentKind.OTHER) for n in range(9)]
    uses = [use(n + 1, of=each, dose_mg=None) for n, each in enumerate(many)]
    spasms = []
    for ago in (80, 65, 50, 35, 20):
        spasm = episode(ago, hours=5)
        spasms += [spasm, use(ago, of=IBUPROFEN, spasm=spasm)]
    found = since(diary(IBUPROFEN, *many, *uses, *spasms, episode(5, hours=1)))

    assert len(found.tried.rows) == MOST_TRIED
    assert found.more == "and 4 more"
    assert row(found)[3] == "15, 15, 15 and 2 more"


def test_medicines_and_courses_that_changed_are_named() -> None:
    new = treatment("Naproxen", id="n", kind=TreatmentKind.OTHER_MEDICINE, recorded_at=moment(5))
    gone = treatment("Codeine", id="c", archived=True, recorded_at=moment(5))
    heat = treatment("Heat", id="h", kind=TreatmentKind.HEAT, recorded_at=moment(5))
    lived = diary(
        PHYSIO,
        IBUPROFEN,
        new,
        gone,
        heat,
        visit(40),
        course(60, 20, treatment_id="physio"),
        course(10, treatment_id="physio"),
    )

    assert since(lived).medicines == (
        "Physio: course ended on 11 Jun.",
        "Physio: course began on 21 Jun.",
        "Naproxen: new in your list of medicines.",
    )


# During


def test_an_empty_journal_has_a_summary_that_claims_nothing() -> None:
    view = during(diary())

    assert (view.visit, view.title, view.days) == ("", "Visit", "The last 90 days")
    assert view.headline == "No day with an entry on pain is over yet."
    assert view.none == "No signal today. That does not mean that nothing is wrong."
    assert (view.numbers.rows, view.basis, view.questions) == ((), "", ())
    assert view.tried.headings == ()


def test_the_sentence_counts_spasm_days_beside_those_before_where_that_is_fair() -> None:
    fair = diary(visit(20), *logged(41), episode(3, hours=1), episode(30, hours=1))
    unfair = diary(visit(20), *logged(20), episode(3, hours=1))

    assert during(fair).headline == "1 spasm day in 20 logged (the 21 days before: 1 in 20)."
    assert during(unfair).headline == "1 spasm day in 19 logged."
    assert "nothing is compared" in during(unfair).basis


def test_the_days_before_are_the_same_on_the_page_the_whole_screen_and_the_sheet() -> None:
    lived = diary(visit(20), *logged(41), episode(3, hours=1), episode(41, hours=1))
    sheet = PageFigures.of(lived, period_of(lived)).before
    shown = since(lived).compared

    assert sheet is not None
    assert shown is not None
    assert (sheet.period.days, sheet.spasm_days, sheet.logged) == (21, 1, 21)
    assert "(the 21 days before: 1 in 21)" in during(lived).headline
    assert "21 of 21 days logged." in shown.basis
    assert during(lived).basis == shown.basis


def test_signals_are_told_most_urgent_first_and_of_many_how_many_there_are() -> None:
    view = during(eight())

    assert view.signals[0].level == "prompt"
    assert view.none == ""
    assert view.more == ""
    assert len(view.signals) + len(view.tried.rows) <= MOST_LINES


def test_more_signals_than_there_is_room_for_are_counted() -> None:
    lived = eight()
    view = during_view(lived, assess(lived, RULES))

    assert len(view.signals) == MOST_SIGNALS
    assert "more signal" in view.more


def test_the_questions_of_the_visit_are_there_to_be_ticked_off() -> None:
    held = visit(0, who="Dr Example", questions=("Why?", " ", "How long?"), said="Rest.")
    view = during(diary(held, visit(-30)))

    assert (view.visit, view.title) == (held.id, "Visit, Dr Example")
    assert view.questions == ("Why?", "How long?")
    assert view.values["said"] == "Rest."


def test_what_was_tried_is_told_with_what_came_of_it() -> None:
    told = during(comes_back()).tried

    assert told.headings == ("What was tried", "Eased", "Days until return")
    assert [[each.text for each in row] for row in told.rows] == [
        ["Ibuprofen", "not known", "10, 10"]
    ]
