"""The emergency page under keys and clicks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Sign,
    SignAnswer,
    TreatmentKind,
)
from spasmlog.journal.commands import AnswerSigns
from spasmlog.ui.emergency_page import EmergencyPage
from spasmlog.ui.look import Look
from spasmlog.views.emergency import EmergencyView, emergency_view
from tests.build import answer, diary, moment, profile, treatment, use
from tests.ui.kit.seen import focusable, name_of

NOW = moment(clock="10:00")
# A screen that is not there can neither raise a list that opens nor grab the keyboard for it.
NO_POPUPS_HERE = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> EmergencyPage:
    page = EmergencyPage(look)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_help(plain())
    page.show()
    return page


def plain() -> EmergencyView:
    return emergency_view("IE", "")


def told(signal: Any) -> list[object]:
    heard: list[object] = []
    signal.connect(lambda *said: heard.append(said[0] if said else None))
    return heard


def click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_without_a_tick_it_shows_what_to_look_for_and_the_way_back(page: EmergencyPage) -> None:
    left = told(page.left)

    assert len(page.signs.ticks) == len(EMERGENCY_SIGNS)
    assert page.signs.isVisible()
    assert not page.by_mistake.isVisible()
    assert page.number.number.text() == "112"
    assert not page.medicines.isVisible()

    click(page.back)
    assert left == [None]


def test_a_tick_is_shown_before_anybody_can_save_it(page: EmergencyPage) -> None:
    seen: list[tuple[object, str, bool]] = []
    page.ticked.connect(
        lambda s: seen.append((s, page.words.say.text(), page.been_seen.isVisible()))
    )

    page.signs.ticks[0].click()

    assert len(seen) == 1
    sign, words, way_out = seen[0]
    assert sign is EMERGENCY_SIGNS[0]
    assert "numb between my legs" in words
    assert way_out
    assert not page.back.isVisible()
    assert page.words.isVisible()


def test_a_tick_outlives_a_view_that_knows_nothing_of_it(page: EmergencyPage) -> None:
    page.signs.ticks[0].click()

    page.show_help(plain())

    assert page.signs.ticks[0].isChecked()
    assert page.by_mistake.isVisible()
    assert "saved" not in page.saved.text()


def test_a_tick_that_was_not_saved_is_said_so_and_the_page_stays(page: EmergencyPage) -> None:
    page.signs.ticks[0].click()
    page.say_not_saved("The disk is full.")
    page.show_help(plain())

    assert page.not_saved.isVisible()
    assert page.not_saved.text() == (
        "Your tick is not saved. The disk is full. It is tried again by itself."
    )
    assert page.words.isVisible()

    left, mistake, unmeant = told(page.left), told(page.mistake), told(page.unmeant)
    click(page.by_mistake)
    assert (left, mistake, unmeant) == ([], [], [EMERGENCY_SIGNS[0]])


def test_the_ways_out_name_what_they_keep(page: EmergencyPage) -> None:
    given = answer(0, Sign.BOTH_LEGS)
    mistake, called, seen = told(page.mistake), told(page.called), told(page.seen)

    page.show_help(emergency_view("IE", "", diary(given, profile(allergies="nuts")), NOW))

    assert "Your tick is saved." in page.saved.text()
    assert page.medicines.allergies.text() == "Allergies: nuts"
    click(page.by_mistake)
    click(page.have_called)
    click(page.been_seen)
    assert mistake == [given.id]
    assert called == [(Sign.BOTH_LEGS,)]
    assert seen == [(Sign.BOTH_LEGS,)]


def test_taking_a_tick_out_of_the_list_takes_back_that_answer(page: EmergencyPage) -> None:
    first, second = answer(0, EMERGENCY_SIGNS[0]), answer(0, EMERGENCY_SIGNS[1])
    page.show_help(emergency_view("IE", "", diary(first, second), NOW))
    mistake = told(page.mistake)

    click(page.other_face)
    page.signs.ticks[0].click()

    assert mistake == [first.id]


@NO_POPUPS_HERE
def test_the_country_is_changed_in_place(page: EmergencyPage) -> None:
    chosen = told(page.country_chosen)

    click(page.number.change)
    choice = page.number.choice
    assert choice.isVisible()
    assert choice.view().isVisible()
    assert choice.currentText() == "Ireland"
    QTest.keyClicks(choice.view(), "united s")
    assert chosen == []
    QTest.keyClick(choice.view(), Qt.Key.Key_Return)

    assert chosen == ["US"]
    assert not choice.isVisible()
    page.show_help(emergency_view("US", ""))
    assert page.number.number.text() == "911"
    assert "United States" in page.number.set_for.text()
    assert page.number.change.isVisible()


@NO_POPUPS_HERE
def test_escape_leaves_the_country_as_it_was(page: EmergencyPage, qtbot: QtBot) -> None:
    chosen, left = told(page.country_chosen), told(page.left)
    click(page.number.change)
    QTest.keyClicks(page.number.choice.view(), "uga")
    QTest.keyClick(page.number.choice.view(), Qt.Key.Key_Escape)

    qtbot.waitUntil(page.number.change.isVisible)
    assert not page.number.choice.isVisible()
    assert (chosen, left) == ([], [])
    click(page.number.change)
    assert page.number.choice.currentText() == "Ireland"


def test_an_unknown_country_shows_what_works_on_a_mobile_phone(
    page: EmergencyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    page.show_help(emergency_view("", ""))

    assert page.number.number.text() == "112"
    assert "911" in page.number.said.text()
    assert page.number.change.isVisible()


def test_what_is_saved_later_is_no_longer_said_to_be_lost(page: EmergencyPage) -> None:
    given = answer(0, EMERGENCY_SIGNS[0])
    page.signs.ticks[0].click()
    page.say_not_saved("The disk is full.")

    page.show_help(emergency_view("IE", "", diary(given), NOW))

    assert not page.not_saved.isVisible()
    assert "Your tick is saved." in page.saved.text()


def test_shown_large_there_is_the_number_and_what_to_say(page: EmergencyPage) -> None:
    page.signs.ticks[0].click()
    click(page.larger)

    assert page.large.say.isVisible()
    assert page.large.say.text() == page.words.say.text()
    assert page.large.number.text() == "112"
    click(page.large.smaller)
    assert page.whole.isVisible()


def test_escape_leaves_what_is_large_and_then_the_page_where_nothing_is_ticked(
    page: EmergencyPage,
) -> None:
    left = told(page.left)
    click(page.larger)

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert (page.whole.isVisible(), left) == (True, [])
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert left == [None]

    page.signs.ticks[0].click()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_A)
    assert left == [None]


def test_the_words_and_the_signs_take_turns(page: EmergencyPage) -> None:
    click(page.other_face)
    assert (page.signs.isVisible(), page.told.isVisible()) == (False, True)

    click(page.other_face)
    assert (page.signs.isVisible(), page.told.isVisible()) == (True, False)


def test_left_and_opened_again_it_begins_without_the_ticks(page: EmergencyPage) -> None:
    page.signs.ticks[0].click()
    page.say_not_saved("No.")

    page.hide()
    page.show_help(plain())
    page.show()

    assert not page.signs.ticks[0].isChecked()
    assert not page.not_saved.isVisible()
    assert page.back.isVisible()


@pytest.mark.parametrize("ticked", [False, True])
def test_nothing_scrolls_in_a_window_of_the_designed_size(
    page: EmergencyPage, qapp: QApplication, ticked: bool
) -> None:
    if ticked:
        many = [answer(0, sign) for sign in EMERGENCY_SIGNS[:3]]
        page.show_help(emergency_view("IE", "", diary(*many), NOW))
    qapp.processEvents()

    assert page.area.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_in_a_small_window_it_scrolls_and_nothing_is_wider_than_it(
    page: EmergencyPage, qapp: QApplication, look: Look, scale: float
) -> None:
    look.set("dark", scale)
    page.resize(900, 600)
    qapp.processEvents()

    inside = page.area.widget()
    assert inside is not None
    assert inside.width() <= page.area.viewport().width()
    assert page.area.verticalScrollBar().maximum() > 0


def test_tab_goes_from_the_number_over_the_signs_to_the_way_out(page: EmergencyPage) -> None:
    order = [page.number.change, page.signs.ticks[0], page.signs.ticks[-1], page.larger, page.back]

    page.number.change.setFocus()
    passed = [page.focusWidget()]
    while passed[-1] is not page.back and len(passed) < 40:
        QTest.keyClick(passed[-1] or page, Qt.Key.Key_Tab)
        passed.append(page.focusWidget())

    assert [each for each in passed if each in order] == order


def test_every_control_has_a_name(page: EmergencyPage) -> None:
    page.signs.ticks[0].click()

    controls = focusable(page)

    assert len(controls) > len(EMERGENCY_SIGNS)
    assert [each for each in controls if not name_of(each)] == []


def test_a_tick_from_elsewhere_is_shown_without_asking_for_it_again(page: EmergencyPage) -> None:
    ticked = told(page.ticked)

    page.take_tick(Sign.BOTH_LEGS)
    page.say_not_saved("The disk is full.")
    page.show_help(plain())

    assert ticked == []
    assert "both legs" in page.words.say.text()
    assert page.been_seen.isVisible()


TABLETS = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL)
DOSES = tuple(use(0, f"{hour:02}:00", of=TABLETS, dose_mg=1000.0) for hour in (1, 4, 6, 8, 9))


def test_a_sum_has_its_own_words_and_its_own_ways_out(page: EmergencyPage) -> None:
    correct, seen = told(page.correct), told(page.seen)
    page.show_help(emergency_view("IE", "", diary(TABLETS, *DOSES), NOW))

    assert page.title.text() == "Get advice now"
    assert page.words.isVisible()
    assert page.number.poisons.isVisible()
    assert "Poisons line" in page.large.number.text()
    ways = (page.back, page.by_mistake, page.correct_entry, page.been_seen)
    assert [way.isVisible() for way in ways] == [False, False, True, True]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    click(page.correct_entry)
    click(page.been_seen)
    assert (correct, seen) == ([None], [()])


def test_a_sum_and_a_tick_offer_all_three_ways(page: EmergencyPage) -> None:
    lived = diary(TABLETS, *DOSES, answer(0, Sign.BOTH_LEGS))
    page.show_help(emergency_view("IE", "", lived, NOW))

    ways = (page.by_mistake, page.correct_entry, page.been_seen)
    assert all(way.isVisible() for way in ways)
    assert not page.back.isVisible()


def test_the_other_questions_are_one_step_further_and_answered_there(page: EmergencyPage) -> None:
    asked = told(page.asked)
    click(page.ways.further)

    assert page.others.isVisible()
    assert page.others.back.hasFocus()
    questions = page.others.questions
    assert questions is not None
    assert len(questions.rows) == len(PROMPT_SIGNS) + len(ROUTINE_SIGNS)
    click(questions.rows[0].buttons[SignAnswer.YES])
    assert asked == [AnswerSigns(answers=((Sign.FEVER, SignAnswer.YES),))]

    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.whole.isVisible()
    assert not page.others.isVisible()


def test_what_waits_to_be_saved_is_shown_beside_its_question(page: EmergencyPage) -> None:
    click(page.ways.further)
    questions = page.others.questions
    assert questions is not None

    page.show_help(emergency_view("IE", "", waiting={Sign.FEVER: SignAnswer.YES}))

    assert questions.rows[0].said.text().startswith("You answered: yes.")


def test_a_tick_that_waits_from_before_is_a_tick_and_can_be_taken_back(page: EmergencyPage) -> None:
    unmeant = told(page.unmeant)
    page.show_help(emergency_view("IE", "", waiting={Sign.BOTH_LEGS: SignAnswer.YES}))

    assert "both legs" in page.words.say.text()
    click(page.by_mistake)
    assert unmeant == [Sign.BOTH_LEGS]
