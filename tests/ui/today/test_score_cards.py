"""The questionnaires on Today, by keys and by presses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Reading, Score
from spasmlog.domain.scales import Nrs
from spasmlog.journal.commands import EndEpisode, LogEpisode, LogReading, LogScore
from spasmlog.settings import Settings
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainTile
from spasmlog.ui.score_card import PegCard
from spasmlog.ui.score_form import RolandMorrisCard
from spasmlog.ui.score_statements import StatementList
from tests.ui.kit.seen import focusable, name_of
from tests.ui.today.stage import Stage, click, on_stage, press

ENTER = Qt.Key.Key_Return


@pytest.fixture
def due(qtbot: QtBot, look: Look) -> Iterator[Stage]:
    """A week after the first entry, with both questionnaires switched on."""
    with on_stage(qtbot, look) as stage:
        stage.life.settings = Settings(monthly_roland_morris=True)
        stage.do(LogReading(pain=Nrs(3)))
        stage.go(days=7)
        yield stage


def peg_of(stage: Stage) -> PegCard:
    card = stage.page.scores.peg
    assert card is not None
    return card


def back_of(stage: Stage) -> RolandMorrisCard:
    card = stage.page.scores.roland_morris
    assert card is not None
    return card


def opened(stage: Stage) -> StatementList:
    click(back_of(stage).open_form)
    statements = back_of(stage).statements
    assert statements is not None
    return statements


def type_keys(keys: str) -> None:
    """Each key goes to whatever the keyboard stands on by then."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, key)


def scores(stage: Stage) -> tuple[Score, ...]:
    return stage.life.diary.of_kind(Score)


def test_a_fresh_journal_makes_no_questionnaire(stage: Stage) -> None:
    stage.do(LogReading(pain=Nrs(3)))

    assert stage.page.scores.cards == ()


def test_three_keys_and_enter_save_a_peg(due: Stage) -> None:
    card = peg_of(due)
    card.questions[0].strip.take_focus()
    type_keys("6t0")
    assert card.mean.text() == "The mean of the three is 5.3."
    press(QApplication.focusWidget(), ENTER)

    (score,) = scores(due)
    assert dict(score.answers) == {"pain": 6, "enjoyment": 10, "activity": 0}
    assert score.day == due.life.diary.today
    assert card.isHidden()
    assert due.life.diary.readings == due.life.diary.of_kind(Reading)[:1]


def test_three_presses_answer_and_one_can_be_changed_before_saving(due: Stage) -> None:
    card = peg_of(due)
    for question, number in zip(card.questions, (4, 5, 6), strict=True):
        question.strip.chosen.emit(number)
    card.questions[0].strip.chosen.emit(7)
    click(card.save)

    assert dict(scores(due)[0].answers) == {"pain": 7, "enjoyment": 5, "activity": 6}


def test_half_of_it_is_refused_in_a_sentence_and_stays(due: Stage) -> None:
    card = peg_of(due)
    card.questions[1].strip.chosen.emit(5)
    click(card.save)

    assert scores(due) == ()
    assert card.problem.text().startswith("2 questions have no number yet.")
    assert card.questions[1].strip.value() == 5
    card.questions[0].strip.chosen.emit(2)
    assert card.problem.isHidden()


def test_half_of_it_is_kept_while_other_things_happen(due: Stage) -> None:
    card = peg_of(due)
    card.questions[0].strip.chosen.emit(5)
    due.do(LogReading(pain=Nrs(2)))
    due.go(hours=1)
    due.do(LogEpisode())
    assert card.isHidden()
    spasm = due.life.diary.running
    assert spasm is not None
    due.do(EndEpisode(episode_id=spasm.id))

    assert card.isVisible()
    assert card.questions[0].strip.value() == 5


def answer(stage: Stage, *numbers: int) -> PegCard:
    card = peg_of(stage)
    for question, number in zip(card.questions, numbers, strict=True):
        question.strip.chosen.emit(number)
    return card


def chosen(card: PegCard) -> list[int | None]:
    return [each.strip.value() for each in card.questions]


def test_a_press_on_a_number_leaves_the_keyboard_there_and_tab_goes_to_the_next(
    due: Stage,
) -> None:
    first, second, _third = peg_of(due).questions
    tile = first.strip.findChildren(PainTile)[4]
    click(tile)

    assert first.strip.value() == 4
    assert QApplication.focusWidget() is tile
    press(tile, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is second.strip.focusProxy()


def test_arrows_and_space_answer_and_stay_where_they_are(due: Stage) -> None:
    first = peg_of(due).questions[0].strip
    first.take_focus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        press(QApplication.focusWidget(), key)

    assert first.value() == 2
    assert QApplication.focusWidget() is first.focusProxy()


def test_after_an_undo_the_three_answers_are_back(due: Stage) -> None:
    card = answer(due, 3, 4, 5)
    click(card.save)
    assert card.isHidden()

    due.life.journal.undo()
    due.refresh()
    assert card.isVisible()
    assert chosen(card) == [3, 4, 5]
    assert card.mean.text() == "The mean of the three is 4.0."
    card.questions[0].strip.chosen.emit(9)
    due.refresh()
    assert chosen(card) == [9, 4, 5]


def test_after_a_save_the_next_week_begins_blank(due: Stage) -> None:
    card = answer(due, 3, 4, 5)
    click(card.save)
    due.go(days=7)

    assert card.isVisible()
    assert chosen(card) == [None] * 3


def test_after_an_undo_and_a_redo_the_next_week_begins_blank(due: Stage) -> None:
    card = answer(due, 3, 4, 5)
    click(card.save)
    due.life.journal.undo()
    due.refresh()
    due.life.journal.redo()
    due.go(days=7)

    assert chosen(card) == [None] * 3
    answer(due, 3, 4, 5)
    due.refresh()
    assert chosen(card) == [3, 4, 5]


def test_what_comes_back_on_another_day_is_blank(due: Stage) -> None:
    card = answer(due, 3, 4, 5)
    click(card.save)
    due.go(days=1)
    due.life.journal.undo()
    due.refresh()

    assert card.isVisible()
    assert chosen(card) == [None] * 3


def test_after_a_save_the_keyboard_is_on_the_card_before_where_no_key_presses(
    due: Stage,
) -> None:
    card = answer(due, 3, 4, 5)
    card.save.setFocus()
    press(card.save, ENTER)

    focus = QApplication.focusWidget()
    assert focus is due.page.so_far
    press(focus, Qt.Key.Key_Space)
    press(focus, ENTER)
    assert len(due.asked) == 1


def test_after_the_sentences_are_saved_the_next_tab_and_space_take_nothing_back(
    due: Stage,
) -> None:
    click(due.page.water.more)
    click(peg_of(due).later)
    opened(due)
    type_keys("y")
    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    asked = list(due.asked)
    assert isinstance(asked[-1], LogScore)
    assert QApplication.focusWidget() is due.page.so_far

    press(QApplication.focusWidget(), Qt.Key.Key_Tab)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert due.asked == asked


def test_where_the_keyboard_is_elsewhere_it_stays_as_a_card_goes(due: Stage) -> None:
    due.page.water.more.setFocus()
    answers = (("activity", 1), ("enjoyment", 1), ("pain", 1))
    due.do(LogScore(day=due.life.diary.today, instrument="peg", answers=answers))

    assert QApplication.focusWidget() is due.page.water.more


def test_the_keys_are_told_and_how_many_are_ticked_stands_beside_save(due: Stage) -> None:
    card = back_of(due)
    assert not card.keys.isVisible()
    opened(due)
    type_keys("y")

    assert card.keys.text() == "With the keyboard: arrows move, Space ticks, Enter saves."
    assert card.keys.isVisible()
    assert card.count.text() == card.save.accessibleDescription() == "1 of 24 ticked"
    assert "T is ten" in peg_of(due).keys.text()


def test_not_this_week_leaves_it_until_the_next(due: Stage) -> None:
    card = peg_of(due)
    click(card.later)
    assert card.isHidden()

    due.go(days=6)
    assert card.isHidden()
    due.go(days=1)
    assert card.isVisible()


def test_a_peg_logged_elsewhere_takes_the_card_away(due: Stage) -> None:
    answers = (("activity", 1), ("enjoyment", 1), ("pain", 1))
    due.do(LogScore(day=due.life.diary.today, instrument="peg", answers=answers))

    assert peg_of(due).isHidden()


def test_the_statements_open_when_they_are_wanted(due: Stage) -> None:
    card = back_of(due)
    assert card.statements is None
    assert not card.save.isVisible()

    opened(due)

    assert card.save.isVisible()
    assert card.source.text() == "Roland M, Morris R. Spine 1983;8:141-144."
    assert not card.open_form.isVisible()


def test_one_key_answers_a_statement_and_enter_saves(due: Stage) -> None:
    statements = opened(due)
    assert QApplication.focusWidget() is statements.ticks[0]
    type_keys("yn10" + "n" * 19)
    assert back_of(due).count.text() == "2 of 24 ticked"
    type_keys("y")
    press(QApplication.focusWidget(), ENTER)

    (score,) = scores(due)
    assert score.instrument == "roland_morris"
    assert [item for item, ticked in score.answers if ticked] == ["s01", "s03", "s24"]
    assert back_of(due).isHidden()


def test_space_turns_a_tick_and_arrows_only_move(due: Stage) -> None:
    statements = opened(due)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        press(QApplication.focusWidget(), key)
    assert QApplication.focusWidget() is statements.ticks[1]
    assert sum(statements.answers().values()) == 1
    press(QApplication.focusWidget(), Qt.Key.Key_Home)
    press(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is statements.ticks[0]
    press(QApplication.focusWidget(), Qt.Key.Key_End)
    assert QApplication.focusWidget() is statements.ticks[23]


def test_letters_and_digits_over_the_statements_log_nothing(due: Stage) -> None:
    statements = opened(due)
    type_keys("swd7")

    assert due.asked == []
    assert sum(statements.answers().values()) == 0
    assert QApplication.focusWidget() is statements.ticks[0]


def test_a_shortcut_is_left_to_the_window(due: Stage) -> None:
    statements = opened(due)
    QTest.keyClick(statements.ticks[0], Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)

    assert sum(statements.answers().values()) == 0


def test_what_is_ticked_stays_while_the_form_is_folded(due: Stage) -> None:
    statements = opened(due)
    type_keys("y")
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not statements.isVisible()
    assert QApplication.focusWidget() is back_of(due).open_form
    due.refresh()

    press(QApplication.focusWidget(), ENTER)
    assert statements.answers()["s01"] == 1
    assert statements.isVisible()


def test_not_one_sentence_that_is_true_is_an_answer_too(due: Stage) -> None:
    opened(due)
    click(back_of(due).save)

    (score,) = scores(due)
    assert sum(number for _item, number in score.answers) == 0


def test_not_this_month_leaves_it(due: Stage) -> None:
    click(back_of(due).later)

    assert back_of(due).isHidden()
    due.go(days=22)
    assert back_of(due).isHidden()
    due.go(days=1)  # thirty days after the first entry, when it was due first
    assert back_of(due).isVisible()


def test_cards_without_a_view_ask_and_leave_nothing(look: Look, qtbot: QtBot) -> None:
    for card in (PegCard(look), RolandMorrisCard(look)):
        qtbot.addWidget(card)
        told: list[object] = []
        card.asked.connect(told.append)
        card.not_now.connect(told.append)
        card.submit()
        card.later.click()
        card.clear()
        assert told == []


def test_everything_on_the_cards_has_a_name(due: Stage) -> None:
    opened(due)
    stops = [*focusable(peg_of(due)), *focusable(back_of(due))]

    assert len(stops) > 6
    assert all(name_of(each) for each in stops)
    tiles = peg_of(due).questions[1].strip.focusProxy()
    assert tiles is not None
    assert tiles.accessibleName() == "0, Does not interfere"


def test_after_an_undo_the_ticks_are_back_and_the_next_month_begins_blank(due: Stage) -> None:
    statements = opened(due)
    type_keys("yny")
    press(QApplication.focusWidget(), ENTER)
    assert back_of(due).isHidden()

    due.life.journal.undo()
    due.refresh()
    assert back_of(due).isVisible()
    assert [item for item, ticked in statements.answers().items() if ticked] == ["s01", "s03"]

    due.life.journal.redo()
    due.go(days=31)
    assert back_of(due).isVisible()
    assert sum(statements.answers().values()) == 0


def test_the_month_after_a_save_the_sentences_begin_blank(due: Stage) -> None:
    statements = opened(due)
    type_keys("y")
    click(back_of(due).save)
    due.go(days=31)

    assert back_of(due).isVisible()
    assert sum(statements.answers().values()) == 0
