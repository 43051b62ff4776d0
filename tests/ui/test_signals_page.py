"""The Signals page: cards that open and fold, receipts that lead on, questions asked again."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Change, Diary
from spasmlog.domain.records import Record, SignalNote
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignalAnswer, SignAnswer
from spasmlog.journal.commands import AnswerSigns, NoteSignal
from spasmlog.rules import Assessment
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.finding_card import FindingCard, Receipts
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.signals_page import SignalsPage
from spasmlog.views.signals import signals_view
from tests.build import TODAY, answer, day, diary, moment
from tests.dressing import dressed
from tests.ui.kit.seen import focusable, pixel, put_up, spoken
from tests.views.lives import (
    all_asked,
    assessed,
    came_back_once,
    comes_back,
    ends_not_known,
    not_settled,
    too_few,
)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    with dressed(qapp) as look:
        yield look


class Shown:
    """The page in a scrolled place, with what it asked for and where it wanted to go."""

    def __init__(self, look: Look, qtbot: QtBot, size: tuple[int, int] = (1048, 700)) -> None:
        self.look = look
        self.page = SignalsPage(look)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.page)
        self.area.resize(*size)
        put_up(self.area, qtbot)
        self.asked: list[object] = []
        self.wanted: list[object] = []
        self.order: list[object] = []
        self.page.asked.connect(self.asked.append)
        self.page.wanted.connect(self.wanted.append)
        self.page.asked.connect(lambda asked: self.order.append(type(asked).__name__))
        self.page.emergency.connect(self.order.append)

    def show(self, lived: Diary, rule: str | None = None) -> None:
        self.show_rules(lived, assessed(lived), rule)

    def show_rules(self, lived: Diary, found: Assessment, rule: str | None = None) -> None:
        self.page.show_view(signals_view(lived, found, rule))
        QApplication.processEvents()
        assert self.page.notes is not None
        QApplication.processEvents()

    def receipts(self, rule: str) -> Receipts:
        receipts = self.page.signals[rule].receipts
        assert receipts is not None
        return receipts


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> Shown:
    return Shown(look, qtbot)


def both() -> Diary:
    return diary(*not_settled().by_id.values(), *comes_back().by_id.values())


def with_note(lived: Diary, rule: str, what: SignalAnswer) -> Diary:
    note = SignalNote(id="note", recorded_at=moment(), rule=rule, day=TODAY, what=what)
    return diary(*lived.by_id.values(), note)


def with_seen(lived: Diary) -> Diary:
    """Nothing is left to be noted as seen."""
    notes: list[Record] = [
        SignalNote(
            id=f"seen-{rule}", recorded_at=moment(), rule=rule, day=TODAY, what=SignalAnswer.SEEN
        )
        for rule in ("R05", "R09", "R10")
    ]
    return diary(*lived.by_id.values(), *notes)


def press(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press_cell(table: CellTable, row: int, column: int) -> None:
    spot = table.visualRect(table.model().index(row, column))
    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        spot.topLeft() + QPoint(5, 8),
    )


def open_cards(shown: Shown) -> list[str]:
    return [rule for rule, card in shown.page.signals.items() if card.is_open]


def texts(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def test_the_first_signal_is_open_with_its_receipts_and_the_next_is_one_line(
    shown: Shown,
) -> None:
    shown.show(both())

    assert open_cards(shown) == ["R10"]
    assert "This is not a diagnosis." in " ".join(texts(shown.page.signals["R10"]))
    folded = shown.page.signals["R05"]
    assert texts(folded) == [
        "Worth showing a doctor",
        "Pain over about 5 weeks",
    ]
    assert folded.y() > shown.page.signals["R10"].y()


def test_a_folded_signal_opens_and_closes_in_its_place(shown: Shown) -> None:
    shown.show(with_seen(both()))
    card = shown.page.signals["R05"]

    press(card.toggle)
    assert open_cards(shown) == ["R10", "R05"]
    assert shown.receipts("R05").table.rows == 6
    assert spoken(card.toggle) is not None
    assert card.toggle.accessibleName().startswith("Close: Pain over about 5 weeks")

    press(card.toggle)
    assert open_cards(shown) == ["R10"]


def test_what_was_opened_stays_open_when_the_page_is_shown_anew(shown: Shown) -> None:
    shown.show(both())
    press(shown.page.signals["R05"].toggle)
    press(shown.page.signals["R10"].toggle)

    shown.show(both())

    assert open_cards(shown) == ["R05"]


def test_coming_back_to_the_page_opens_the_first_again(shown: Shown) -> None:
    shown.show(comes_back())
    press(shown.page.signals["R10"].toggle)

    shown.area.hide()
    shown.area.show()
    shown.show(comes_back())

    assert open_cards(shown) == ["R10"]


def test_the_signal_that_was_asked_for_opens_and_is_scrolled_to(shown: Shown, qtbot: QtBot) -> None:
    shown.area.resize(1048, 300)
    shown.show(both())

    shown.show(both(), "R05")

    assert open_cards(shown) == ["R10", "R05"]
    card, bar = shown.page.signals["R05"], shown.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == card.mapTo(shown.page, QPoint(0, 0)).y() > 0)


def test_a_press_on_a_date_of_the_receipts_goes_to_that_day(shown: Shown) -> None:
    shown.show(comes_back())

    press_cell(shown.receipts("R10").table, 0, 0)
    press_cell(shown.receipts("R10").table, 0, 1)

    assert shown.wanted == [Place(page="history", day=day(10))]


def test_the_receipts_are_one_tab_stop_and_enter_opens_a_date(shown: Shown) -> None:
    shown.show(comes_back())
    table = shown.receipts("R10").table
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Return)

    assert shown.wanted == [Place(page="history", day=day(10))]
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert not table.hasFocus()


def test_the_ways_on_from_a_signal(shown: Shown) -> None:
    shown.show(comes_back())
    receipts = shown.receipts("R10")

    press(receipts.report)
    press(receipts.days)
    press(receipts.rule)

    assert shown.wanted == [
        Place(page="report"),
        Place(page="insights"),
        Place(page="rule", rule="R10"),
    ]


def test_shown_and_later_are_noted(shown: Shown) -> None:
    shown.show(with_seen(comes_back()))
    receipts = shown.receipts("R10")

    press(receipts.shown)
    press(receipts.later)

    assert shown.asked == [
        NoteSignal(rule="R10", what=SignalAnswer.SHOWN_TO_DOCTOR),
        NoteSignal(rule="R10", what=SignalAnswer.LATER),
    ]


def test_a_signal_that_was_shown_folds_and_says_when(shown: Shown) -> None:
    shown.show(comes_back())

    shown.show(with_note(comes_back(), "R10", SignalAnswer.SHOWN_TO_DOCTOR))

    assert open_cards(shown) == []
    assert "Shown to a doctor on 1 Jul." in texts(shown.page.signals["R10"])
    press(shown.page.signals["R10"].toggle)
    assert open_cards(shown) == ["R10"]


def test_an_emergency_cannot_be_put_off_and_offers_help_first(shown: Shown) -> None:
    shown.show(diary(answer(0, Sign.BLADDER_CHANGE)))
    receipts = shown.receipts("R01")

    assert not receipts.later.isVisible()
    assert not receipts.days.isVisible()
    press(receipts.help)
    assert shown.wanted == [Place(page="emergency")]
    assert "Yes, 1 Jul: hard to start peeing, not feeling it, or leaking" in texts(
        shown.page.notes.safety
    )


def test_information_leads_to_its_receipts(shown: Shown) -> None:
    shown.show(both())

    press(shown.page.notes.info.parts["R09"].more)
    assert shown.wanted == [Place(page="signals", rule="R09")]

    shown.show(both(), "R09")
    assert "R09" in open_cards(shown)
    assert not shown.page.notes.info.parts["R09"].isVisible()


def test_nothing_fired_says_that_this_tells_little(shown: Shown) -> None:
    shown.show(diary())

    assert shown.page.none.isVisible()
    assert shown.page.none_text.text().startswith("No rule matched. That does not mean")
    shown.show(comes_back())
    assert not shown.page.none.isVisible()


def test_a_signal_that_ended_leaves_the_page(shown: Shown) -> None:
    shown.show(both())

    shown.show(not_settled())

    assert not shown.page.signals["R10"].isVisible()
    assert shown.page.signals["R05"].isVisible()


def test_too_few_days_are_shown_as_a_bar_that_can_be_read_out(shown: Shown) -> None:
    shown.show(too_few())
    card = shown.page.notes.lacking.parts["R05"]

    assert card.bar is not None
    assert card.bar.isVisible()
    assert card.bar.accessibleName() == "3 logged, needed 26 of 51"
    assert "What is missing: 23 more logged days since 12 May." in texts(card)


def test_a_missing_end_leads_to_its_day_by_key(shown: Shown) -> None:
    shown.show(ends_not_known())
    days = shown.page.notes.lacking.parts["R10"].days
    assert days is not None
    first = days.focusProxy()
    assert first is not None
    first.setFocus()

    QTest.keyClick(first, Qt.Key.Key_Right)
    second = days.focusProxy()
    assert second is not None
    QTest.keyClick(second, Qt.Key.Key_Return)

    assert shown.wanted == [Place(page="history", day=day(40))]
    assert shown.page.notes.lacking.parts["R10"].bar is None


def test_what_did_not_match_is_listed_without_comfort(shown: Shown) -> None:
    shown.show(came_back_once())

    said = texts(shown.page.notes.quiet)
    assert "Looked at, no match today" in said
    assert ("Keeps coming back", "2 of 90 days logged") in pairwise(said)
    assert "No match does not mean that nothing is wrong. If you are worried, ask." in said


def test_rules_nobody_answered_stand_apart_with_a_way_to_answer(shown: Shown) -> None:
    shown.show(came_back_once())
    notes = shown.page.notes
    assert "Emergency answer" not in texts(notes.quiet)
    assert "Emergency answer\nPrompt answer\nRoutine answer" in texts(notes.not_asked)

    press(notes.not_asked.button)

    assert shown.page.asking is not None
    assert shown.page.asking.isVisible()


def test_asking_again_opens_all_questions_and_closing_returns(shown: Shown) -> None:
    shown.show(diary(*all_asked(0)))
    assert "Asked 09:00, no to all 11." in texts(shown.page.notes.safety)

    press(shown.page.notes.safety.button)
    asking = shown.page.asking
    assert asking is not None
    assert asking.isVisible()
    assert asking.close_button.hasFocus()

    press(asking.close_button)
    assert shown.page.asking is None
    assert shown.page.notes.safety.button.hasFocus()


def test_a_yes_to_an_emergency_sign_goes_out_before_it_is_saved(shown: Shown) -> None:
    shown.show(diary())
    press(shown.page.notes.safety.button)
    asking = shown.page.asking
    assert asking is not None
    row = asking.questions.rows[1]

    press(row.buttons[SignAnswer.YES])

    assert shown.order == [Sign.BLADDER_CHANGE, "AnswerSigns"]
    assert shown.asked == [AnswerSigns(answers=((Sign.BLADDER_CHANGE, SignAnswer.YES),))]


def test_none_of_these_answers_no_to_all_emergency_signs(shown: Shown) -> None:
    shown.show(diary())
    press(shown.page.notes.safety.button)
    assert shown.page.asking is not None

    press(shown.page.asking.questions.nones[0])

    assert shown.asked == [
        AnswerSigns(answers=tuple((sign, SignAnswer.NO) for sign in EMERGENCY_SIGNS))
    ]


def test_an_answer_given_meanwhile_is_shown_in_the_open_questions(shown: Shown) -> None:
    shown.show(diary())
    press(shown.page.notes.safety.button)
    asking = shown.page.asking
    assert asking is not None

    shown.show(diary(answer(0, Sign.BLADDER_CHANGE)))

    assert "You answered yes today." in texts(asking)
    assert "R01" in open_cards(shown)


def test_answering_the_questions_neither_scrolls_the_page_nor_moves_the_focus(
    shown: Shown,
) -> None:
    shown.show(both())
    press(shown.page.notes.safety.button)
    QApplication.processEvents()
    asking, bar = shown.page.asking, shown.area.verticalScrollBar()
    assert asking is not None
    assert asking.isAncestorOf(shown.page.focusWidget() or shown.page)
    row = asking.questions.rows[3]
    shown.area.ensureWidgetVisible(row)
    press(row.buttons[SignAnswer.UNSURE])
    before = bar.value()

    unsure = answer(0, row.question.sign, SignAnswer.UNSURE)
    for _again in range(3):
        shown.show(diary(*both().by_id.values(), unsure))
        QApplication.processEvents()

    assert "R01" in open_cards(shown)
    assert bar.value() == before
    assert row.buttons[SignAnswer.UNSURE].hasFocus()


def test_a_question_to_answer_again_is_the_first_thing_to_do_and_today(shown: Shown) -> None:
    shown.show(diary(answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE)))
    receipts = shown.receipts("R01")
    accent = shown.look.color("accent")

    assert shown.page.signals["R01"].when.text() == "today"
    assert pixel(receipts.again, 8, 8) == accent
    assert pixel(receipts.report, 8, 8) != accent


def test_an_answer_that_stands_can_be_answered_again_from_its_card(shown: Shown) -> None:
    shown.show(diary(answer(0, Sign.FEVER)))

    press(shown.receipts("R02").again)

    assert shown.page.asking is not None


def test_what_is_seen_is_noted_once(shown: Shown, qtbot: QtBot) -> None:
    shown.show(both())
    seen = [NoteSignal(rule=rule, what=SignalAnswer.SEEN) for rule in ("R09", "R10")]
    qtbot.waitUntil(lambda: shown.asked == seen)

    shown.show(both())
    QApplication.processEvents()
    assert shown.asked == seen

    press(shown.page.signals["R05"].toggle)
    seen.append(NoteSignal(rule="R05", what=SignalAnswer.SEEN))
    qtbot.waitUntil(lambda: shown.asked == seen)


def test_what_was_put_away_and_is_opened_again_has_not_come_back(shown: Shown) -> None:
    """A note that it was seen is what tells that it had come back: opened by hand, it has not."""
    lived = with_seen(with_note(both(), "R05", SignalAnswer.SHOWN_TO_DOCTOR))
    seen = lived.get(SignalNote, "seen-R05")
    shown.show(lived.apply([Change(seen, None)]))
    assert shown.page.signals["R05"].done.text() == "Shown to a doctor on 1 Jul."

    press(shown.page.signals["R05"].toggle)
    for _turn in range(50):
        QApplication.processEvents()

    assert shown.page.signals["R05"].is_open
    assert shown.asked == []


def test_a_page_that_is_hidden_has_been_seen_by_nobody(shown: Shown) -> None:
    shown.area.hide()

    shown.show(both())
    QApplication.processEvents()

    assert shown.asked == []


def test_the_page_is_changed_in_place_and_keeps_the_keyboard(shown: Shown) -> None:
    shown.show(with_seen(both()))
    card = shown.page.signals["R10"]
    shown.receipts("R10").report.setFocus()

    shown.show(with_seen(diary(*both().by_id.values(), answer(0, Sign.FEVER))))

    assert shown.page.signals["R10"] is card
    assert shown.receipts("R10").report.hasFocus()


@pytest.mark.parametrize("lived", [diary(), both(), too_few(), ends_not_known()])
def test_everything_that_takes_the_keyboard_has_a_name(shown: Shown, lived: Diary) -> None:
    shown.show(lived)
    press(shown.page.notes.safety.button)

    found = focusable(shown.page)

    assert len(found) > 3
    assert [each for each in found if not each.accessibleName()] == []


def test_tab_goes_through_the_page_in_reading_order(shown: Shown) -> None:
    shown.show(with_seen(both()))
    receipts = shown.receipts("R10")
    shown.page.signals["R10"].toggle.setFocus()
    walked = []
    for _step in range(7):
        focus = QApplication.focusWidget()
        assert focus is not None
        walked.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    assert walked[1:] == [
        receipts.report,
        receipts.days,
        receipts.shown,
        receipts.later,
        receipts.table,
        receipts.rule,
    ]


@pytest.mark.parametrize("size", [(1048, 700), (1179, 700), (799, 560)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut(look: Look, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    look.set("dark", scale)
    shown = Shown(look, qtbot, size)
    shown.show(diary(*both().by_id.values(), *ends_not_known().by_id.values()))
    press(shown.page.signals["R05"].toggle)
    QApplication.processEvents()

    visible = [each for each in shown.page.findChildren(QLabel) if each.isVisible()]
    wrapped = [each for each in visible if each.wordWrap()]
    assert len(visible) > 30
    qtbot.waitUntil(lambda: all(e.height() >= e.heightForWidth(e.width()) for e in wrapped))
    assert shown.page.width() <= shown.area.viewport().width()


def test_it_is_read_from_the_right_where_the_language_is(shown: Shown, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        shown.show(diary(*both().by_id.values(), *too_few().by_id.values()), "R10")
        card: FindingCard = shown.page.signals["R10"]
        assert not shown.area.grab().isNull()
        assert card.x() > shown.page.notes.quiet.x()
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
