"""Around a visit, lived through in the window: it saves itself, nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import SignalNote, Visit
from spasmlog.domain.scales import SignalAnswer, TreatmentKind
from spasmlog.journal.commands import AddTreatment, LogVisit
from spasmlog.rules import RULES, assess
from spasmlog.ui.laid_out import lay_out
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.visit_during import DuringPage
from spasmlog.ui.visit_page import VisitPage
from spasmlog.views.visit_during import MOST_SIGNALS, during_view
from tests.build import day, diary, reading, treatment, visit
from tests.living import Living, living
from tests.views.lives import comes_back, eight

PHYSIO = treatment("Physio", id="physio", kind=TreatmentKind.PHYSIOTHERAPY)


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody with a signal, whose last visit is forty days ago."""
    lived = comes_back()
    with living(qtbot, records=(*lived.by_id.values(), visit(40, id="old"), PHYSIO)) as made:
        made.start()
        yield made


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Living]:
    """A window on a new journal, at the page of a visit."""
    with living(qtbot) as made:
        made.start()
        made.window.go(Place(page="visit"))
        yield made


def page_of(made: Living) -> VisitPage:
    page = made.window.page("visit")
    assert isinstance(page, VisitPage)
    return page


def open_page(made: Living, chosen: str | None = None) -> VisitPage:
    made.around.visit = chosen
    made.window.go(Place(page="visit"))
    return page_of(made)


def visits(made: Living) -> tuple[Visit, ...]:
    return made.diary.of_kind(Visit)


def write(made: Living, field: QWidget, text: str) -> None:
    """Type into a field, as a person who then goes on to the next."""
    field.setFocus()
    made.type(text)
    made.press("Tab")


def during(made: Living) -> DuringPage:
    page = made.session.visiting.during
    assert page is not None
    assert made.top is page
    return page


# Prepare


def test_what_is_typed_about_a_new_visit_is_one_visit(empty: Living) -> None:
    page = page_of(empty)
    write(empty, page.prepare.who, "Dr Example")
    write(empty, page.prepare.questions.lines[0], "Why does it come back?")
    write(empty, page.prepare.questions.lines[2], "How much may I lift?")

    (made,) = visits(empty)
    assert (made.day, made.who) == (day(), "Dr Example")
    assert made.questions == ("Why does it come back?", "How much may I lift?")
    assert page.prepare.questions.lines[1].text() == ""  # nothing moves under the hands
    assert not empty.toast.isVisible()


def test_a_visit_may_lie_ahead_and_has_then_nothing_to_write_down_yet(empty: Living) -> None:
    page = page_of(empty)
    assert page.notes.isVisible()
    page.prepare.day.selectAll()
    write(empty, page.prepare.day, "4 Jul 2026")

    (made,) = visits(empty)
    assert made.day == day(-3)
    assert page.prepare.title.text() == "Visit planned for 4 Jul"
    assert not page.notes.isVisible()
    assert not page.shown.isVisible()
    empty.press("F11")
    empty.type("Held early")
    empty.press("Escape")

    assert page.notes.isVisible()  # what was written is never out of sight
    assert page.notes.said.toPlainText() == "Held early"


def test_a_day_that_cannot_be_read_is_said_beside_it_and_the_rest_is_kept(empty: Living) -> None:
    page = page_of(empty)
    page.prepare.day.setFocus()
    page.prepare.day.selectAll()
    empty.type("soonish")
    empty.press("Return")
    assert page.prepare.day_field.hint.isVisible()
    write(empty, page.prepare.who, "GP")
    assert [(each.day, each.who) for each in visits(empty)] == [(day(), "GP")]
    assert page.prepare.day.text() == "soonish"
    assert page.prepare.day_field.hint.isVisible()
    assert not page.notes.problem.isVisible()
    page.prepare.day.selectAll()
    write(empty, page.prepare.day, "4 Jul 2026")

    assert not page.prepare.day_field.hint.isVisible()
    assert [(each.day, each.who) for each in visits(empty)] == [(day(-3), "GP")]


def test_somebody_seen_before_is_taken_by_one_press_and_let_go_by_the_next(
    person: Living,
) -> None:
    page = open_page(person, "")
    chip = "Whom you have been to: GP"
    person.use(chip)
    assert page.prepare.who.text() == "GP"
    assert len(visits(person)) == 2
    person.use(chip)

    assert page.prepare.who.text() == ""


def test_a_press_is_not_lost_to_what_the_field_before_it_saves(empty: Living) -> None:
    page = page_of(empty)
    page.prepare.who.setFocus()
    empty.type("Dr Example")
    button = page.prepare.pages_button
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    button.setFocus()  # as the press has done where there is a real mouse
    assert len(visits(empty)) == 1
    assert not page.visits.isVisible()  # it would push the button away from under the finger
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert empty.window.current == "report"
    empty.press("Alt+Left")

    empty.until(page.visits.isVisible)
    assert page.prepare.title.text() == "Visit on 1 Jul"


def test_whom_one_has_been_to_stays_in_its_place_while_it_is_pressed(person: Living) -> None:
    page = open_page(person, "")
    write(person, page.prepare.who, "Dr Example")
    chip = person.control("Whom you have been to: GP")
    chip.setFocus()
    person.press("Return")
    person.press("Return")
    person.press("Return")

    assert QApplication.focusWidget() is chip
    assert page.prepare.who.text() == "GP"


def test_a_suggested_question_is_taken_by_one_key_into_the_first_free_line(person: Living) -> None:
    page = open_page(person, "")
    lines = page.prepare.questions.lines
    write(person, lines[0], "How long?")
    offered = [each for each in page.prepare.offers if each.isVisible()]
    question = offered[0].text.text()
    offered[0].button.setFocus()
    person.press("Return")

    assert lines[1].text() == question
    assert visits(person)[-1].questions == ("How long?", question)
    assert question not in [each.text.text() for each in page.prepare.offers if each.isVisible()]


def test_a_fourth_question_has_room_too(person: Living) -> None:
    page = open_page(person, "")
    for line in page.prepare.questions.lines:
        write(person, line, "Why?")
    page.prepare.questions.take("And then?")
    page.draft.flush()

    assert visits(person)[-1].questions == ("Why?", "Why?", "Why?", "And then?")


def test_the_questions_of_a_visit_are_all_shown_and_leave_with_it(qtbot: QtBot) -> None:
    asked = ("One?", "Two?", "Three?", "Four?")
    with living(qtbot, records=(visit(40, id="old", questions=asked), visit(20))) as made:
        made.start()
        lines = open_page(made, "old").prepare.questions.lines
        assert tuple(each.text() for each in lines) == asked
        made.use("Visits: 11 Jun, GP")

        assert [each.text() for each in lines] == [""] * 4
        assert visits(made)[0].questions == asked


def test_the_days_since_the_last_visit_stand_beside_it(person: Living) -> None:
    page = open_page(person, "")

    assert page.since.title.text() == "Since the last visit on 22 May, GP"
    assert page.since.tried.rows == 1
    assert "Lower back" in page.since.signals.text.text()


def test_the_pages_are_made_from_the_last_visit_on(person: Living) -> None:
    person.window.go(Place(page="report"))
    person.settle()
    days = person.page.options.days
    person.click(days.chips.widgets[0])
    assert days.span == "days"
    page = open_page(person, "")
    person.click(page.prepare.pages_button)
    person.settle()

    assert person.window.current == "report"
    assert person.window.frame.back.isVisible()
    assert (days.span, days.first.text()) == ("visit", "22 May 2026")


def test_without_a_visit_the_pages_keep_the_days_that_were_chosen(empty: Living) -> None:
    empty.click(page_of(empty).prepare.pages_button)
    empty.settle()
    days = empty.page.options.days

    assert days.span == "days"


# After


def test_notes_save_themselves_at_a_pause_and_each_pause_can_be_taken_back(
    person: Living,
) -> None:
    page = open_page(person, "old")
    page.draft._timer.setInterval(1)
    page.notes.said.setFocus()
    person.type("Keep")
    person.until(lambda: visits(person)[0].said == "Keep")
    person.type(" active")
    person.until(lambda: visits(person)[0].said == "Keep active")
    assert not person.toast.isVisible()
    person.session.saying.undo()

    assert visits(person)[0].said == "Keep"
    assert page.notes.said.toPlainText() == "Keep"
    assert person.toast.text == "Undone: Write about the visit"


def test_what_is_typed_is_saved_when_the_page_or_the_window_is_left(
    qtbot: QtBot, person: Living
) -> None:
    page = open_page(person, "old")
    page.notes.plan.setFocus()
    person.type("Physio, six weeks")
    person.press("Ctrl+1")
    assert visits(person)[0].plan == "Physio, six weeks"
    person.press("Ctrl+2")
    open_page(person, "old").notes.said.setFocus()
    person.type("Come back in March")
    person.window.close()

    with living(qtbot, clock=person.clock) as later:
        later.start()
        assert visits(later)[0].said == "Come back in March"


def test_typing_and_taking_it_back_leaves_no_step(person: Living) -> None:
    page = open_page(person, "old")
    page.notes.said.setFocus()
    person.type("x")
    person.press("Backspace")
    person.press("Tab")

    assert person.around.desk.journal.undo_label is None
    assert not page.draft.holds("said")


def test_what_could_not_be_saved_is_said_and_stays_and_is_tried_again(person: Living) -> None:
    page, desk = open_page(person, "old"), person.around.desk
    with desk.journal.database.writing() as connection:
        full = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={full}")
    note = "x" * 50_000
    page.notes.said.setPlainText(note)
    page.draft.flush()
    assert "disk is full" in page.notes.problem.text()
    assert not person.toast.isVisible()
    with desk.journal.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    page.draft.flush()

    assert visits(person)[0].said == note
    assert not page.notes.problem.isVisible()


def test_another_visit_is_one_press_away_and_takes_nothing_with_it(person: Living) -> None:
    page = open_page(person, "old")
    page.notes.said.setFocus()
    person.type("Rest")
    person.use("Visits: A new visit")
    assert page.notes.said.toPlainText() == ""
    person.use("Visits: A new visit")
    assert page.visits.value() == ""
    person.use("Visits: 22 May, GP")

    assert page.notes.said.toPlainText() == "Rest"
    assert [each.said for each in visits(person)] == ["Rest"]


def test_a_visit_is_called_by_its_day_and_person_as_they_are_now(person: Living) -> None:
    page = open_page(person, "old")
    page.prepare.day.selectAll()
    write(person, page.prepare.day, "4 Jul 2026")
    page.prepare.who.selectAll()
    write(person, page.prepare.who, "R & D")

    assert page.prepare.title.text() == "Visit planned for 4 Jul"
    person.use("Visits: A new visit", "Visits: 4 Jul, R & D")
    assert page.visits.value() == "old"
    assert page.visits.widgets[0].sizeHint().width() <= page.visits.widgets[0].width()


def test_the_plan_becomes_a_course_in_three_keys(person: Living) -> None:
    page = open_page(person, "old")
    write(person, page.notes.plan, "Physio, six weeks")
    page.courses.add.setFocus()
    person.press("Return")
    assert QApplication.focusWidget() is page.courses.form.what
    person.press("Return")

    (course,) = person.diary.courses
    assert (course.treatment_id, course.first_day) == ("physio", day(40))
    assert (course.last_day, course.plan) == (None, "Physio, six weeks")
    assert page.courses.listed.text() == "Physio, since 22 May: Physio, six weeks"
    assert not page.courses.form.isVisible()
    assert QApplication.focusWidget() is page.courses.add
    person.press("Ctrl+Z")
    assert person.diary.courses == ()
    assert not page.courses.listed.isVisible()


def test_a_course_of_a_new_treatment_asks_for_its_name(empty: Living) -> None:
    page = page_of(empty)
    form = page.courses.form
    empty.click(page.courses.add)
    assert form.name.isVisible()
    empty.click(form.save)
    assert form.problem.text() == "A treatment needs a name."
    write(empty, form.name, "Heat")
    form.last.put("10 Aug 2026")
    empty.click(form.save)

    (course,), (made,) = empty.diary.courses, empty.diary.treatments
    assert (made.name, made.kind) == ("Heat", TreatmentKind.HEAT)
    assert (course.first_day, course.last_day) == (day(), day(-40))


def test_a_course_without_a_treatment_or_ahead_is_refused_in_its_form(person: Living) -> None:
    page = open_page(person, "old")
    form = page.courses.form
    person.click(page.courses.add)
    person.click(form.save)
    assert form.problem.text() == "Choose a treatment, or another one."
    form.what.put("physio")
    form.first.put("4 Jul 2026")
    person.click(form.save)
    assert "has not come yet" in form.problem.text()
    assert person.diary.courses == ()
    person.press("Escape")

    assert not form.isVisible()
    assert page.courses.add.isVisible()


def test_the_form_of_a_course_is_in_sight_once_it_is_opened(person: Living) -> None:
    person.window.resize(900, 600)
    page = open_page(person, "old")
    person.click(page.courses.add)
    inside = page.parentWidget()
    assert inside is not None
    view = inside.parentWidget()
    assert view is not None
    form = page.courses.form

    def seen() -> bool:
        top = form.mapTo(view, QPoint(0, 0)).y()
        return top >= 0 and (top + form.height() <= view.height() or top == 0)

    person.until(seen)


def test_a_list_of_treatments_that_grows_takes_nothing_from_the_form(person: Living) -> None:
    page = open_page(person, "old")
    person.click(page.courses.add)
    page.courses.form.plan.put("Daily")
    person.around.desk.do(AddTreatment(name="Heat", kind=TreatmentKind.HEAT))

    assert "Heat" in [words for _id, words in page.courses.form.what._options]
    assert page.courses.form.isVisible()
    assert page.courses.form.plan.text() == "Daily"


def test_all_signals_are_noted_as_shown_by_one_press(person: Living) -> None:
    person.around.desk.do(LogVisit(day=day()))
    page = open_page(person)
    person.click(page.shown.button)

    notes = person.diary.of_kind(SignalNote)
    shown = [each for each in notes if each.what is SignalAnswer.SHOWN_TO_DOCTOR]
    assert [(each.rule, each.day) for each in shown] == [("R10", day())]
    assert not page.shown.button.isVisible()
    assert page.shown.texts[0].note.isVisible()


def test_a_signal_that_began_after_the_visit_cannot_be_put_away_with_it(person: Living) -> None:
    page = open_page(person, "old")

    assert page.shown.texts[0].isVisible()
    assert not page.shown.button.isVisible()


def test_the_next_visit_is_planned_by_one_press(person: Living) -> None:
    page = open_page(person, "old")
    assert not page.notes.next.isVisible()
    write(person, page.notes.follow_up, "30 Jun")
    assert visits(person)[0].follow_up == day(1)
    page.notes.follow_up.selectAll()
    write(person, page.notes.follow_up, "1 May")
    assert page.notes.next_field.hint.isVisible()
    page.notes.follow_up.selectAll()
    write(person, page.notes.follow_up, "30 Jul")
    person.click(page.notes.next)

    assert [(each.day, each.who) for each in visits(person)][1:] == [(day(-29), "GP")]
    assert not page.notes.next.isVisible()


# During


def test_the_summary_takes_the_whole_screen_and_gives_it_back(person: Living) -> None:
    page = open_page(person, "old")
    person.click(page.prepare.large_button)
    shown = during(person)
    assert person.window.isFullScreen()
    assert shown.title.text() == "Visit, GP"
    assert QApplication.focusWidget() is shown.said
    person.press("Escape")

    assert person.session.visiting.during is None
    assert not person.window.isFullScreen()
    assert person.page is page


def test_f11_opens_it_from_every_page_and_leaves_it(person: Living) -> None:
    person.press("F11")
    during(person)
    person.session.visiting.show()
    person.press("F11")
    assert person.session.visiting.during is None
    person.press("F1")
    person.press("F11")

    assert person.session.visiting.during is None
    assert person.help.isVisible()


def test_what_is_typed_during_a_visit_makes_it_and_is_there_afterwards(person: Living) -> None:
    person.around.visit = ""
    person.press("F11")
    person.type("Keep active. 7 days")
    during(person).draft.flush()
    person.press("Tab")
    person.type("Physio")
    person.press("Escape")

    (made,) = [each for each in visits(person) if each.id != "old"]
    assert (made.day, made.said, made.plan) == (day(), "Keep active. 7 days", "Physio")
    assert open_page(person, made.id).notes.said.toPlainText() == "Keep active. 7 days"


def test_questions_are_ticked_off_and_stay_so(person: Living) -> None:
    page = open_page(person, "old")
    for at, text in enumerate(("Why?", "How long?")):
        write(person, page.prepare.questions.lines[at], text)
    person.press("F11")
    person.use("How long?")
    person.press("Escape")
    person.press("F11")

    assert [each.isChecked() for each in during(person).questions] == [False, True]
    person.use("How long?")
    assert person.around.remembered.get("visit_ticks", dict, {})["ticked"] == []


@pytest.mark.parametrize("kept", [{"visit": "old", "ticked": 3}, {"visit": "other"}])
def test_what_was_remembered_wrongly_ticks_nothing(person: Living, kept: Any) -> None:
    page = open_page(person, "old")
    write(person, page.prepare.questions.lines[0], "Why?")
    person.around.remembered.keep("visit_ticks", kept)
    person.press("F11")

    assert [each.isChecked() for each in during(person).questions] == [False]


def test_emergency_signs_outrank_it_and_lead_back_to_it(person: Living) -> None:
    person.press("F11")
    shown = during(person)
    person.type("Walk")
    person.press("F1")
    assert person.help.isVisible()
    assert visits(person)[0].said == "" or visits(person)[-1].said == "Walk"
    person.press("Escape")

    assert person.top is shown
    assert shown.said.toPlainText() == "Walk"


def test_another_page_is_never_shown_behind_it(person: Living) -> None:
    person.press("F11")
    person.press("Ctrl+4")

    assert person.session.visiting.during is None
    assert person.window.current == "signals"
    assert person.top is person.window.frame
    assert not person.window.isFullScreen()


def test_what_could_not_be_saved_during_a_visit_is_said_there(person: Living) -> None:
    desk = person.around.desk
    open_page(person, "old")
    person.press("F11")
    page = during(person)
    with desk.journal.database.writing() as connection:
        full = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={full}")
    page.said.setPlainText("x" * 50_000)
    page.draft.flush()
    assert page.problem.isVisible()
    with desk.journal.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    page.draft.flush()

    assert not page.problem.isVisible()
    assert len(visits(person)[0].said) == 50_000


def test_what_is_typed_large_is_saved_when_the_window_is_closed(
    qtbot: QtBot, person: Living
) -> None:
    open_page(person, "old")
    person.press("F11")
    person.type("Rest is not needed")
    person.window.close()

    with living(qtbot, clock=person.clock) as later:
        later.start()
        assert visits(later)[0].said == "Rest is not needed"


def test_the_summary_follows_what_is_logged_meanwhile(person: Living) -> None:
    open_page(person, "old")
    person.press("F11")
    page = during(person)
    before = page.headline.text()
    person.around.desk.undo()
    person.around.desk.journal.fill((), replace=True)

    assert page.headline.text() != before
    assert page.headline.text() == "No day with an entry on pain is over yet."
    assert page.numbers.words == []


def test_on_a_screen_of_1280_by_800_nothing_has_to_be_scrolled(qtbot: QtBot, worn: Look) -> None:
    lived = eight()
    asked = tuple(f"{word} long question about what could be done next?" for word in "ABC")
    lived = diary(*lived.by_id.values(), visit(60), visit(0, questions=asked, who="Dr Example"))
    view = during_view(lived, assess(lived, RULES))
    page = DuringPage(worn)
    qtbot.addWidget(page)
    page.show_view(view, frozenset())
    page.resize(1280, 800)
    page.show()
    lay_out(page)

    (area,) = page.findChildren(QScrollArea)
    inside = area.widget()
    assert inside is not None
    assert len(view.signals) == MOST_SIGNALS
    assert inside.height() <= area.viewport().height()


def test_questions_that_change_are_shown_anew_and_keep_what_is_ticked(
    qtbot: QtBot, worn: Look
) -> None:
    lived = diary(visit(0, questions=("Why?", "How & when?")))
    page = DuringPage(worn)
    qtbot.addWidget(page)
    page.show_view(during_view(lived, assess(lived, RULES)), frozenset({1}))
    first = page.questions
    page.show_view(during_view(lived, assess(lived, RULES)), frozenset({1}))
    assert page.questions == first
    fewer = diary(visit(0, questions=("Why?",)))
    page.show_view(during_view(fewer, assess(fewer, RULES)), frozenset({0}))

    assert [(each.text(), each.isChecked()) for each in page.questions] == [("Why?", True)]


# The line on Today


def test_a_visit_that_is_near_is_said_on_today_and_leads_there(qtbot: QtBot) -> None:
    with living(qtbot, records=(visit(-2, id="next"), reading(1))) as made:
        made.start()
        line = made.session.visiting.line
        assert line.isVisible()
        made.click(line.button)
        assert made.window.current == "visit"
        assert made.around.visit == "next"
        assert not line.isVisible()
        made.press("Ctrl+1")
        assert line.isVisible()
        made.click(line.away)
        assert not line.isVisible()
        made.press("w")

        assert not line.isVisible()


def test_without_a_visit_nothing_is_said_on_today(person: Living) -> None:
    assert not person.session.visiting.line.isVisible()


# The keyboard


@pytest.mark.parametrize("where", ["page", "during"])
def test_words_that_never_end_break_no_page(person: Living, where: str) -> None:
    page = open_page(person, "old")
    endless = "https://example.org/" + "a" * 300
    for field in (page.notes.said, page.notes.plan, page.prepare.who):
        write(person, field, endless)
    write(person, page.prepare.questions.lines[0], endless)
    person.click(page.courses.add)
    page.courses.form.what.put("physio")
    person.click(page.courses.form.save)
    if where == "during":
        person.press("F11")
    area = page if where == "page" else during(person)
    lay_out(area)

    wide = [each for each in area.findChildren(QWidget) if each.isVisible() and _ends(each, area)]
    (old,) = visits(person)
    assert (old.who, old.said) == (f"GP{endless}", endless)
    assert wide == []


def _ends(widget: QWidget, area: QWidget) -> bool:
    """Whether it sticks out at the side, where nothing scrolls."""
    return widget.mapTo(area, QPoint(widget.width(), 0)).x() > area.width() + 1


@pytest.mark.parametrize("where", ["page", "during"])
def test_everything_can_be_reached_and_has_a_name(person: Living, where: str) -> None:
    page: QWidget = open_page(person, "old")
    if where == "during":
        person.press("F11")
        page = during(person)
    controls = person.controls(page)

    assert len(controls) > 2
    assert [each for each in controls if not each.accessibleName()] == []
    QTest.keyClick(page, Qt.Key.Key_Tab)
