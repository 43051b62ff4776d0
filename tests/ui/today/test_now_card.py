"""The card of the moment: a number in one press, a spasm begun and ended, asked about at last."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QApplication

from spasmlog.domain.records import (
    Episode,
)
from spasmlog.domain.scales import (
    Nrs,
    ReadingWord,
)
from spasmlog.journal.commands import (
    LogReading,
)
from tests.build import clock_time
from tests.ui.today.stage import Stage, click, press


def test_a_digit_on_the_strip_saves_a_reading_at_once(stage: Stage) -> None:
    press(stage.page.now.strip.focusProxy(), Qt.Key.Key_3)

    assert stage.asked == [LogReading(pain=Nrs(3))]
    assert stage.page.now.strip.value() is None
    assert "Last reading: 3 at 09:12." in stage.page.now.facts.text()


def test_no_spasm_so_far_is_one_click_and_no_number(stage: Stage) -> None:
    click(stage.page.now.no_spasm)

    (reading,) = stage.life.diary.readings
    assert (reading.word, reading.pain) == (ReadingWord.NO_SPASM, None)
    assert stage.page.so_far.rows.rows[0].text == "No spasm so far"


def test_a_spasm_begins_gets_its_strength_and_lets_go(stage: Stage) -> None:
    now = stage.page.now
    click(now.began)
    assert (now.let_go.isVisible(), now.began.isVisible()) == (True, False)
    press(now.strip.focusProxy(), Qt.Key.Key_7)
    assert (now.strip.value(), stage.page.now.tile.accessibleName()) == (7, "Pain 7 of 10")

    stage.go(minutes=72)
    assert now.title.text() == "Spasm running for 1 h 12 min"
    click(now.let_go)

    (spasm,) = stage.life.diary.episodes
    assert spasm.resolved is not None
    assert stage.life.diary.peak(spasm) == 7
    assert now.began.isVisible()
    assert now.strip.value() is None


def test_the_card_keeps_its_height_when_a_spasm_begins(stage: Stage) -> None:
    before = stage.page.now.height()
    click(stage.page.now.began)
    QApplication.processEvents()

    assert stage.page.now.height() == before


def test_a_trembling_hand_does_not_end_what_it_just_began(stage: Stage) -> None:
    stage.page.now.settle_ms = 60_000
    click(stage.page.now.began)

    click(stage.page.now.let_go)

    assert stage.life.diary.running is not None


def test_after_the_press_the_keyboard_is_on_the_strip(stage: Stage) -> None:
    now = stage.page.now
    now.began.setFocus()
    press(now.began, Qt.Key.Key_Space)

    assert now.strip.isAncestorOf(stage.page.focusWidget() or now)


def test_the_clock_moves_with_a_tick(stage: Stage) -> None:
    click(stage.page.now.began)

    stage.page.tick(stage.life.now.plus(timedelta(minutes=5)))

    assert stage.page.now.title.text() == "Spasm running for 5 min"


def asked_about(stage: Stage) -> Episode:
    click(stage.page.now.began)
    stage.go(hours=13)
    question = stage.page.now.question
    assert question is not None
    assert question.isVisible()
    (spasm,) = stage.life.diary.episodes
    return spasm


def test_still_going_is_an_answer_for_twelve_hours_more(stage: Stage) -> None:
    spasm = asked_about(stage)
    question = stage.page.now.question
    assert question is not None

    click(question.choices[0])

    assert stage.told[-1] == f"still going {spasm.id}"
    assert not question.isVisible()
    stage.go(hours=11)
    assert not question.isVisible()
    stage.go(hours=1)
    assert question.isVisible()


def test_a_guess_is_never_saved_by_itself_but_confirmed_or_changed(stage: Stage) -> None:
    asked_about(stage)
    question = stage.page.now.question
    assert question is not None

    click(question.choices[4])
    assert stage.life.diary.running is not None
    assert question.time.value() == clock_time("2026-07-01 22:12")
    question.time.clock.setTime(QTime(11, 30))
    press(question.time.clock, Qt.Key.Key_Return)

    (spasm,) = stage.life.diary.episodes
    assert spasm.resolved is not None
    assert spasm.resolved.clock == clock_time("2026-07-01 11:30")


def test_an_end_before_the_beginning_is_refused_beside_the_field(stage: Stage) -> None:
    asked_about(stage)
    question = stage.page.now.question
    assert question is not None
    click(question.choices[4])
    question.time.clock.setTime(QTime(8, 0))

    click(question.save)

    assert question.problem.text().startswith("A spasm cannot let go before it began.")
    assert question.problem.isVisible()
    assert question.time.value() == clock_time("2026-07-01 08:00")
    assert stage.banners == []


def test_i_do_not_know_leaves_the_end_open(stage: Stage) -> None:
    asked_about(stage)
    question = stage.page.now.question
    assert question is not None

    click(question.choices[5])

    (spasm,) = stage.life.diary.episodes
    assert (spasm.end_unknown, spasm.resolved) == (True, None)
