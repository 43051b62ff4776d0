"""The safety questions: they block nothing, and a yes goes out before anything is saved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.scales import EMERGENCY_SIGNS, PROMPT_SIGNS, Sign, SignAnswer
from spasmlog.journal.commands import AnswerSigns, LogEpisode
from spasmlog.ui.look import Look
from spasmlog.ui.question_row import QuestionRow
from spasmlog.ui.safety_card import SafetyCard, SafetyQuestions
from spasmlog.ui.safety_list import SignRow
from spasmlog.views.safety import all_questions
from tests.build import answer, diary
from tests.ui.kit.seen import focusable, name_of
from tests.ui.today.stage import Stage, click, press


@pytest.fixture
def asked(stage: Stage) -> SafetyCard:
    """The card after a spasm began."""
    stage.do(LogEpisode())
    stage.life.go(seconds=20)
    card = stage.page.panels.safety
    assert card is not None
    return card


def row_of(rows: tuple[QuestionRow, ...], sign: Sign) -> QuestionRow:
    return next(row for row in rows if row.question.sign is sign)


def sign_row(card: SafetyCard, sign: Sign) -> SignRow:
    return next(row for row in card.list.rows if row.question.sign is sign)


def test_a_new_spasm_brings_the_card_and_leaves_everything_usable(
    stage: Stage, asked: SafetyCard
) -> None:
    assert asked.isVisible()
    assert len(asked.rows) == len(EMERGENCY_SIGNS)

    press(stage.page.now.strip.focusProxy(), Qt.Key.Key_6)

    assert stage.life.diary.peak(stage.life.diary.episodes[0]) == 6
    assert asked.isVisible()


def test_none_of_these_is_first_and_answers_no_to_all_that_do_not_stand(
    stage: Stage, asked: SafetyCard
) -> None:
    stops = [each for each in focusable(asked) if each.isVisible()]
    assert stops[0] is asked.none

    click(asked.none)

    assert {(each.sign, each.answer) for each in stage.life.diary.answers} == {
        (sign, SignAnswer.NO) for sign in EMERGENCY_SIGNS
    }
    assert asked.isHidden()


def test_a_yes_opens_the_emergency_page_before_it_is_saved(stage: Stage, asked: SafetyCard) -> None:
    click(sign_row(asked, Sign.BLADDER_CHANGE).tick)

    assert stage.told[-2:] == [f"emergency {Sign.BLADDER_CHANGE}", "AnswerSigns"]
    assert stage.asked[-1] == AnswerSigns(answers=((Sign.BLADDER_CHANGE, SignAnswer.YES),))


def test_not_sure_is_saved_without_the_emergency_page(stage: Stage, asked: SafetyCard) -> None:
    click(sign_row(asked, Sign.BOTH_LEGS).unsure)

    (saved,) = stage.life.diary.answers
    assert (saved.sign, saved.answer) == (Sign.BOTH_LEGS, SignAnswer.UNSURE)
    assert not [told for told in stage.told if told.startswith("emergency")]


def test_what_stands_is_asked_one_by_one_also_after_none_of_these(stage: Stage) -> None:
    stage.do(AnswerSigns(answers=((Sign.BOTH_LEGS, SignAnswer.YES),)))
    stage.go(days=1)
    stage.do(LogEpisode())
    stage.life.go(seconds=20)
    card = stage.page.panels.safety
    assert card is not None
    assert card.standing[0].said.text() == "You answered yes yesterday."

    click(card.none)
    assert card.isVisible()
    assert [row.question.sign for row in card.standing] == [Sign.BOTH_LEGS]
    assert not card.none.isVisible()
    click(card.standing[0].buttons[SignAnswer.NO])

    assert card.isHidden()
    last = [each for each in stage.life.diary.answers if each.sign is Sign.BOTH_LEGS][-1]
    assert last.answer is SignAnswer.NO


def spots(card: SafetyCard) -> list[QPoint]:
    """Where every row of the card stands in the window."""
    return [row.mapTo(row.window(), QPoint(0, 0)) for row in card.rows]


def test_not_sure_is_marked_in_its_place_and_the_others_stay_to_be_read(
    stage: Stage, asked: SafetyCard
) -> None:
    QApplication.processEvents()
    row, before = sign_row(asked, Sign.BOTH_LEGS), spots(asked)

    click(row.unsure)
    QApplication.processEvents()

    assert row.unsure.isChecked()
    assert sign_row(asked, Sign.BOTH_LEGS) is row
    assert spots(asked) == before
    click(asked.none)
    assert asked.isHidden()


def test_a_double_click_on_not_sure_answers_that_one_sign(stage: Stage, asked: SafetyCard) -> None:
    QApplication.processEvents()
    spot = asked.list.rows[0].unsure.mapTo(asked, QPoint(12, 12))

    for _press in range(2):
        hit = asked.childAt(spot)
        assert hit is not None
        click(hit)
        QApplication.processEvents()

    (saved,) = stage.life.diary.answers
    assert (saved.sign, saved.answer) == (EMERGENCY_SIGNS[0], SignAnswer.UNSURE)


def test_not_sure_can_be_taken_back_or_turned_into_a_yes(stage: Stage, asked: SafetyCard) -> None:
    row = sign_row(asked, Sign.BOTH_LEGS)
    row.settle_ms = 0

    click(row.unsure)
    click(row.unsure)
    assert stage.life.diary.answers == ()
    assert not row.unsure.isChecked()

    click(row.unsure)
    click(row.tick)
    assert stage.told[-2:] == [f"emergency {Sign.BOTH_LEGS}", "AnswerSigns"]


def test_a_standing_question_that_is_answered_keeps_its_place(stage: Stage) -> None:
    unsure = ((Sign.BOTH_LEGS, SignAnswer.UNSURE), (Sign.BOWEL_CHANGE, SignAnswer.UNSURE))
    stage.do(AnswerSigns(answers=unsure))
    stage.go(days=1)
    card = stage.page.panels.safety
    assert card is not None
    QApplication.processEvents()
    before, rows = spots(card), card.standing

    click(rows[0].buttons[SignAnswer.NO])
    QApplication.processEvents()

    assert card.isVisible()
    assert (card.standing, spots(card)) == (rows, before)
    assert rows[0].said.text() == "You answered no today."
    click(rows[1].buttons[SignAnswer.NO])
    assert card.isHidden()


def test_folded_it_stays_as_one_line_until_it_is_answered(stage: Stage, asked: SafetyCard) -> None:
    high = asked.sizeHint().height()
    click(asked.fold)

    assert asked.isVisible()
    assert asked.note.text() == "Not answered yet"
    assert asked.unfold.hasFocus()
    assert asked.sizeHint().height() < high / 3
    stage.go(hours=2)
    assert asked.isVisible()
    assert not asked.inside.isVisible()

    press(asked.unfold, Qt.Key.Key_Return)
    assert asked.inside.isVisible()
    assert asked.none.hasFocus()


def test_a_new_spasm_unfolds_the_card(stage: Stage, asked: SafetyCard) -> None:
    click(asked.fold)
    stage.life.go(minutes=30)
    stage.do(LogEpisode(onset=stage.life.now.clock.replace(minute=0), lasted=timedelta(minutes=5)))

    assert asked.inside.isVisible()


def test_by_keys_alone_one_goes_down_the_list_and_says_not_sure(
    stage: Stage, asked: SafetyCard
) -> None:
    first, second = asked.list.rows[:2]
    first.tick.setFocus()
    press(first.tick, Qt.Key.Key_Right)
    assert first.unsure.hasFocus()
    press(first.unsure, Qt.Key.Key_Right)
    assert second.tick.hasFocus()
    press(second.tick, Qt.Key.Key_Right)
    assert second.unsure.hasFocus()
    press(second.unsure, Qt.Key.Key_Return)

    (saved,) = stage.life.diary.answers
    assert (saved.sign, saved.answer) == (second.question.sign, SignAnswer.UNSURE)
    assert second.unsure.hasFocus()


def test_the_arrows_know_the_two_columns_and_the_ends(stage: Stage, asked: SafetyCard) -> None:
    rows = asked.list.rows
    assert rows[1].y() == rows[0].y()
    rows[0].tick.setFocus()
    press(rows[0].tick, Qt.Key.Key_Down)
    assert rows[2].tick.hasFocus()
    press(rows[2].tick, Qt.Key.Key_Up)
    press(rows[0].tick, Qt.Key.Key_Up)
    assert rows[0].tick.hasFocus()
    press(rows[0].tick, Qt.Key.Key_End)
    assert rows[-1].unsure.hasFocus()
    press(rows[-1].unsure, Qt.Key.Key_Home)
    assert rows[0].tick.hasFocus()


def test_the_card_says_which_keys_answer_it(asked: SafetyCard) -> None:
    assert asked.keys.isVisible()
    first, second = asked.list.rows[:2]
    first.tick.setFocus()
    press(first.tick, Qt.Key.Key_Right)
    press(first.unsure, Qt.Key.Key_Space)

    assert "arrows move, Space answers" in asked.keys.text()
    assert first.unsure.isChecked()
    assert first.unsure.hasFocus()
    assert not second.unsure.isChecked()


def test_the_list_is_one_stop_of_tab(stage: Stage, asked: SafetyCard) -> None:
    asked.list.rows[3].tick.setFocus()

    stops = [each for each in focusable(asked) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    inside = [each for each in stops if asked.list.isAncestorOf(each)]

    assert inside == [asked.list.rows[3].tick]


def test_a_yes_by_key_goes_out_first_and_the_box_is_empty_again(
    stage: Stage, asked: SafetyCard
) -> None:
    row = sign_row(asked, Sign.BLADDER_CHANGE)
    press(row.tick, Qt.Key.Key_Return)

    assert stage.told[-2:] == [f"emergency {Sign.BLADDER_CHANGE}", "AnswerSigns"]
    assert not row.tick.isChecked()


def test_the_questions_in_full_are_one_step_away(stage: Stage, asked: SafetyCard) -> None:
    row = sign_row(asked, Sign.BLADDER_CHANGE)
    assert not row.whole.isVisible()
    assert row.question.text in row.tick.accessibleName()

    click(asked.whole)
    assert row.whole.isVisible()
    assert row.whole.text() == row.question.text
    click(asked.whole)
    assert not row.whole.isVisible()


@pytest.fixture
def questions(qtbot: QtBot, look: Look) -> SafetyQuestions:
    questions = SafetyQuestions(look)
    qtbot.addWidget(questions)
    questions.show_view(
        all_questions(diary(answer(3, Sign.FEVER), answer(0, Sign.ONE_LIMB_WEAKNESS)))
    )
    questions.show()
    return questions


def told_by(questions: SafetyQuestions) -> list[object]:
    told: list[object] = []
    questions.emergency.connect(told.append)
    questions.asked.connect(told.append)
    return told


def test_the_whole_list_asks_every_sign_with_four_answers(questions: SafetyQuestions) -> None:
    told = told_by(questions)
    row = row_of(questions.rows, Sign.FEVER)

    click(row.buttons[SignAnswer.CLEARED])
    click(row_of(questions.rows, Sign.MAJOR_TRAUMA).buttons[SignAnswer.YES])
    click(row_of(questions.rows, Sign.NIGHT_PAIN_UNRELIEVED).buttons[SignAnswer.YES])

    assert len(questions.rows) == len(Sign)
    assert row.said.text() == "You answered yes on 28 Jun."
    assert told == [
        AnswerSigns(answers=((Sign.FEVER, SignAnswer.CLEARED),)),
        Sign.MAJOR_TRAUMA,
        AnswerSigns(answers=((Sign.MAJOR_TRAUMA, SignAnswer.YES),)),
        AnswerSigns(answers=((Sign.NIGHT_PAIN_UNRELIEVED, SignAnswer.YES),)),
    ]


def test_the_questions_stand_under_what_makes_a_yes(questions: SafetyQuestions) -> None:
    first = min(questions.findChildren(QLabel), key=lambda each: each.y())

    assert first.text() == ("Is any of this true, and new or clearly worse in the last 2 weeks?")


def test_seen_by_a_clinician_is_offered_only_where_an_answer_stands(
    questions: SafetyQuestions,
) -> None:
    stands = row_of(questions.rows, Sign.FEVER).buttons[SignAnswer.CLEARED]
    open_still = row_of(questions.rows, Sign.BOTH_LEGS).buttons[SignAnswer.CLEARED]

    assert (stands.isVisible(), open_still.isVisible()) == (True, False)


def places(row: QuestionRow) -> list[QPoint]:
    """Where the answers of a row, and the row below it, stand in the window."""
    every = (*row.buttons.values(), row.parentWidget() or row)
    return [each.mapTo(row.window(), QPoint(0, 0)) for each in every]


@pytest.mark.parametrize("wide", [380, 700, 1000])
def test_a_double_click_on_no_is_one_no_and_nothing_moves_under_the_pointer(
    questions: SafetyQuestions, wide: int
) -> None:
    questions.show_view(all_questions(diary(answer(0, Sign.MAJOR_TRAUMA, SignAnswer.UNSURE))))
    for _settling in range(2):
        questions.resize(wide, questions.heightForWidth(wide))
        QApplication.processEvents()
    told, row = told_by(questions), row_of(questions.rows, Sign.MAJOR_TRAUMA)
    before = [places(each) for each in questions.rows]
    spot = row.buttons[SignAnswer.NO].mapTo(questions, QPoint(20, 16))

    for _press in range(2):
        hit = questions.childAt(spot)
        assert hit is row.buttons[SignAnswer.NO]
        click(hit)
        questions.show_view(all_questions(diary(answer(0, Sign.MAJOR_TRAUMA, SignAnswer.NO))))
        QApplication.processEvents()

    assert told == [AnswerSigns(answers=((Sign.MAJOR_TRAUMA, SignAnswer.NO),))]
    assert [places(each) for each in questions.rows] == before


def test_a_second_press_on_another_answer_counts_once_the_hand_is_at_rest(
    questions: SafetyQuestions,
) -> None:
    told, row = told_by(questions), row_of(questions.rows, Sign.MAJOR_TRAUMA)
    click(row.buttons[SignAnswer.NO])
    click(row.buttons[SignAnswer.YES])
    row.settle_ms = 0
    click(row.buttons[SignAnswer.UNSURE])

    assert told == [
        AnswerSigns(answers=((Sign.MAJOR_TRAUMA, SignAnswer.NO),)),
        AnswerSigns(answers=((Sign.MAJOR_TRAUMA, SignAnswer.UNSURE),)),
    ]


def test_none_of_these_keeps_its_place_where_everything_stands(
    questions: SafetyQuestions,
) -> None:
    questions.show_view(all_questions(diary(*(answer(0, sign) for sign in EMERGENCY_SIGNS))))

    assert questions.nones[0].isVisible()
    assert not questions.nones[0].isEnabled()


def test_none_of_these_of_a_group_leaves_alone_what_stands(questions: SafetyQuestions) -> None:
    told = told_by(questions)

    click(questions.nones[1])

    (command,) = told
    assert isinstance(command, AnswerSigns)
    signs = {sign for sign, _answer in command.answers}
    assert signs == set(PROMPT_SIGNS) - {Sign.FEVER, Sign.ONE_LIMB_WEAKNESS}


def test_an_answer_changes_the_rows_in_place(questions: SafetyQuestions) -> None:
    row = row_of(questions.rows, Sign.BOTH_LEGS)

    questions.show_view(all_questions(diary(answer(0, Sign.BOTH_LEGS, SignAnswer.NO))))

    assert row_of(questions.rows, Sign.BOTH_LEGS) is row
    assert row.said.text() == "You answered no today."


def test_every_answer_is_named_with_its_question(questions: SafetyQuestions) -> None:
    names = [name_of(each) for each in focusable(questions)]

    assert len(names) == len(set(names))
    assert all(names)


@pytest.mark.parametrize("wide", [380, 1000])
def test_no_word_of_a_question_is_cut(qtbot: QtBot, look: Look, wide: int) -> None:
    questions = SafetyQuestions(look)
    qtbot.addWidget(questions)
    questions.show_view(all_questions(diary()))
    questions.show()
    for _settling in range(2):
        questions.resize(wide, questions.heightForWidth(wide))
        QApplication.processEvents()

    texts: list[QWidget] = [row.text for row in questions.rows]
    assert [each for each in texts if each.height() < each.heightForWidth(each.width())] == []
