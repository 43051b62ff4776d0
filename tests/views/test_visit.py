"""The page of a visit: which one is shown, what is offered, what can be typed."""

from __future__ import annotations

from typing import Any

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record, SignalNote
from spasmlog.domain.scales import SignalAnswer, TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.rules import RULES, Level
from spasmlog.views.visit import VisitView, read_visit, shown_visit, visit_view
from spasmlog.views.visit_chosen import CUT, NEW, chosen_visit, shortened, visit_line
from spasmlog.views.visit_course import ANOTHER, kind_of, meant, read_days
from spasmlog.views.visit_questions import _ASKED, MOST_OFFERS, offered
from tests.build import course, day, diary, episode, moment, treatment, visit
from tests.views.lives import IBUPROFEN, assessed, comes_back, eight, treated

PHYSIO = treatment("Physio", id="physio", kind=TreatmentKind.PHYSIOTHERAPY)


def shown(lived: Diary, chosen: str | None = None) -> VisitView:
    return visit_view(lived, assessed(lived), chosen, lambda on: assessed(lived.as_of(on)).levels)


def came_back_before(days_ago: int) -> tuple[Record, ...]:
    """Two returns, the later one so many days ago: from then on R10 asks for an appointment."""
    spasms = (*treated(days_ago + 20), *treated(days_ago + 10), episode(days_ago, hours=1))
    return (IBUPROFEN, *spasms)


def noted(rule: str, days_ago: int) -> SignalNote:
    at = moment(days_ago, "12:00")
    shown_it = SignalAnswer.SHOWN_TO_DOCTOR
    return SignalNote(
        id=f"note {rule} {days_ago}", recorded_at=at, rule=rule, day=day(days_ago), what=shown_it
    )


# Which visit


def test_an_empty_journal_begins_with_a_new_visit_today() -> None:
    view = shown(diary())

    assert (view.chosen, view.title, view.day, view.ahead) == (NEW, "A new visit", day(), False)
    assert view.choices == ((NEW, "A new visit"),)
    assert view.values["questions"] == ()
    assert (view.people, view.courses, view.signals, view.rules) == ((), (), (), ())


@pytest.mark.parametrize(
    ("days_ago", "found"),
    [
        ((40,), None),
        ((7,), 7),
        ((8,), None),
        ((3, 40), 3),
        ((1, -21), 1),
        ((8, -2, -30), -2),
        ((0, -2, 3), 0),
        ((-400,), -400),
    ],
)
def test_the_nearest_visit_that_is_due_is_shown_first(
    days_ago: tuple[int, ...], found: int | None
) -> None:
    lived = diary(*(visit(each) for each in days_ago))
    chosen = chosen_visit(lived, None)

    assert (chosen and chosen.day) == (None if found is None else day(found))


def test_a_visit_that_is_written_down_makes_way_for_the_next_one() -> None:
    told, wordless, planned = visit(1, said="Rest."), visit(3), visit(-2)

    assert chosen_visit(diary(told, planned), None) == planned
    assert chosen_visit(diary(told, wordless, planned), None) == wordless
    assert chosen_visit(diary(told, visit(5, plan="Physio")), None) == told


def test_the_visit_chosen_is_shown_however_old_and_one_that_is_gone_is_not() -> None:
    old, near = visit(400, who="Dr Example"), visit(-1)
    lived = diary(old, *(visit(each) for each in (300, 200, 100)), near)

    assert shown(lived, old.id).choices[-2:] == (
        (old.id, "27 May 2025, Dr Example"),
        (NEW, "A new visit"),
    )
    assert len(shown(lived, old.id).choices) == len(shown(lived).choices)
    assert shown(lived, "gone").chosen == near.id
    assert shown(lived, NEW).chosen == NEW


def test_a_visit_is_named_by_its_day_and_by_whom_it_is_to() -> None:
    planned, held = visit(-3, who=" "), visit(40, who="GP")
    lived = diary(planned, held)

    assert shown(lived).title == "Visit planned for 4 Jul"
    assert shown(lived).ahead
    assert shown(lived, held.id).title == "Visit on 22 May"
    assert not shown(lived, held.id).ahead
    assert shown(lived).choices[:2] == ((planned.id, "4 Jul"), (held.id, "22 May, GP"))


def test_people_are_offered_once_the_latest_first() -> None:
    named = [visit(90, who="A"), visit(60, who="B"), visit(30, who="A"), visit(20, who="")]
    here = visit(-1, id="here", who="C")

    assert shown(diary(*named, here), "here").people == (("A", "A"), ("B", "B"))
    assert shown(diary(*named, here), NEW).people[0] == ("C", "C")


def test_what_is_shown_beside_others_is_short_and_in_one_line() -> None:
    assert shortened(" Dr\nExample ") == "Dr Example"
    assert shortened("a" * 30) == "a" * 23 + CUT
    assert shortened("ab " * 20, 10) == "ab ab ab" + CUT


# Signals and questions


def test_the_signals_of_the_day_are_named_until_they_are_noted_since_the_visit() -> None:
    lived, held = came_back_before(2), visit(2, id="visit")
    before = diary(*lived, held, noted("R10", 5))
    after = diary(*lived, held, noted("R10", 1))

    assert shown(before).rules == ("R10",)
    assert shown(after).rules == ()
    assert [each.rule for each in shown(after).signals] == ["R10"]
    assert "Shown to a doctor" in shown(after).signals[0].note


def test_a_signal_that_began_or_grew_since_the_visit_is_never_noted_as_shown_there() -> None:
    lived, held = came_back_before(1), visit(5, id="visit")

    assert [each.rule for each in shown(diary(*lived, held)).signals] == ["R10"]
    assert shown(diary(*lived, held)).rules == ()
    assert shown(diary(*lived, visit(0))).rules == ("R10",)


def test_while_it_is_not_known_what_fired_on_the_day_nothing_can_be_noted() -> None:
    lived = diary(*came_back_before(2), visit(2))

    assert visit_view(lived, assessed(lived)).rules == ()
    assert visit_view(lived, assessed(lived)).since.signals == ()


def test_a_question_of_each_signal_is_offered_before_a_second_one() -> None:
    lived = eight()
    asked = offered(assessed(lived), ())

    assert len(asked) == MOST_OFFERS
    assert asked[0] == _ASKED["R02"][0]
    assert offered(assessed(comes_back()), ()) == _ASKED["R10"]


def test_what_is_asked_already_is_not_offered_again() -> None:
    taken = f" {_ASKED['R10'][0].upper()} "

    assert offered(assessed(comes_back()), (taken,)) == _ASKED["R10"][1:]
    assert offered(assessed(diary()), ()) == ()


def test_every_signal_that_can_call_has_a_question_save_the_emergency() -> None:
    calls = {rule.id for rule in RULES if max(rule.levels) > Level.INFO and not rule.quietly}

    assert set(_ASKED) == calls - {"R01"}


# What follows from it


def test_courses_belong_to_the_visit_that_came_before_them() -> None:
    first, second = visit(60, id="first"), visit(20, id="second")
    lived = diary(
        PHYSIO,
        first,
        second,
        course(70, treatment_id="physio"),
        course(60, 30, treatment_id="physio", plan="six sessions"),
        course(20, treatment_id="physio"),
    )

    assert shown(lived, "first").courses == ("Physio, 2 May to 1 Jun: six sessions",)
    assert shown(lived, "second").courses == ("Physio, since 11 Jun",)


def test_the_next_visit_is_made_once_one_is_there_on_its_day() -> None:
    held = visit(0, id="visit", follow_up=day(-30))

    assert not shown(diary(held)).next_made
    assert shown(diary(held, visit(-30)), "visit").next_made
    assert not shown(diary(visit(0))).next_made


def test_what_is_not_offered_any_more_is_not_in_the_list() -> None:
    old = treatment("Old", id="old", archived=True)

    assert shown(diary(PHYSIO, old)).catalogue == (PHYSIO,)


# What is typed


@pytest.mark.parametrize(
    ("name", "raw", "value"),
    [
        ("day", "4 Jul", day(-3)),
        ("day", "today", day()),
        ("follow_up", " ", None),
        ("follow_up", "1 Aug", day(-31)),
        ("questions", ("", "Why?", " "), ("Why?",)),
        ("said", " as typed ", " as typed "),
    ],
)
def test_fields_are_read_as_they_were_meant(name: str, raw: Any, value: Any) -> None:
    assert read_visit(name, raw, shown(diary())) == value


@pytest.mark.parametrize(
    ("name", "raw"),
    [("day", " "), ("day", "soon"), ("follow_up", "1 Jul"), ("follow_up", "30 Jun 2026")],
)
def test_days_that_cannot_be_are_refused(name: str, raw: str) -> None:
    with pytest.raises(InvalidEntry):
        read_visit(name, raw, shown(diary()))


def test_days_stand_in_their_fields_in_words() -> None:
    assert shown_visit("day", day()) == "1 Jul 2026"
    assert shown_visit("follow_up", None) == ""
    assert shown_visit("questions", ("Why?",)) == ("Why?",)


def test_the_plan_names_its_treatment_the_longest_name_first() -> None:
    short, longer = treatment("Physio", id="p"), treatment("Physio group", id="g")

    assert meant("the physio group on Mondays", (short, longer)) == "g"
    assert meant("Rest", (short,)) is None
    assert meant("Rest", ()) == ANOTHER
    assert kind_of(" Ibuprofen ") is TreatmentKind.IBUPROFEN
    assert kind_of("anything") is TreatmentKind.OTHER


def test_a_course_has_a_first_day_and_may_have_a_last() -> None:
    view = shown(diary(visit(2)))

    assert read_days("29 Jun", "", view) == (day(2), None)
    assert read_days("29 Jun", "10 Aug", view) == (day(2), day(-40))
    for first, last in (("", ""), ("29 Jun", "1 Jun 2026"), ("soon", "")):
        with pytest.raises(InvalidEntry):
            read_days(first, last, view)


# The line on Today


@pytest.mark.parametrize(
    ("held", "text", "button"),
    [
        (visit(-7, who="Dr Example"), "Visit on Wednesday 8 Jul: Dr Example.", "Prepare for it"),
        (visit(0, who=""), "Visit today: the doctor.", "Open the visit"),
        (visit(1), "You were at GP on Tuesday 30 Jun. What was said?", "Write it down"),
    ],
)
def test_a_visit_that_is_near_is_said_in_one_line(held: Any, text: str, button: str) -> None:
    line = visit_line(diary(held))

    assert line is not None
    assert (line.visit, line.text, line.button) == (held.id, text, button)


def test_what_was_said_yesterday_is_asked_for_before_a_visit_in_weeks() -> None:
    line = visit_line(diary(visit(1), visit(-21)))

    assert line is not None
    assert line.button == "Write it down"


@pytest.mark.parametrize("held", [visit(-8), visit(8), visit(1, said="Rest."), visit(0, plan="X")])
def test_nobody_is_reminded_of_another_visit_or_of_one_that_is_written_down(held: Any) -> None:
    assert visit_line(diary(held)) is None
    assert visit_line(diary()) is None
