"""The evening check-in, in the evening and the morning after."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from spasmlog.domain.records import (
    CheckIn,
)
from spasmlog.domain.scales import (
    Limited,
    Nrs,
)
from spasmlog.journal.commands import (
    Delete,
    LogDrink,
    LogReading,
    SaveCheckIn,
)
from tests.ui.today.stage import Stage, click, press


def test_an_ordinary_evening_is_saved_by_enter(evening: Stage) -> None:
    evening.do(LogReading(pain=Nrs(6)))
    card = evening.page.check_in
    assert card.fields is not None

    press(card.fields.first, Qt.Key.Key_Return)

    saved = evening.life.diary.check_in(evening.life.diary.today)
    assert saved is not None
    assert (saved.worst, saved.limited, saved.exposures) == (6, None, ())
    assert card.note.text() == "saved; change what differs"
    assert not card.fields.isVisible()
    assert card.summary.text() == "Worst pain 6."


def test_every_answer_reaches_the_check_in_and_a_skip_stays_unanswered(evening: Stage) -> None:
    card = evening.page.check_in
    fields = card.fields
    assert fields is not None
    fields.put("worst", 5)
    fields.put("limited", Limited.A_BIT)
    fields.put("slept_badly", False)
    fields.put("heavy_load", True)
    fields.put("sleep_h", 6.5)
    fields.note.setPlainText("A long drive.")
    click(fields.more)
    fields.put("stretch_s", 12)
    click(card.save)

    (saved,) = evening.life.diary.of_kind(CheckIn)
    assert (saved.worst, saved.limited, saved.slept_badly) == (5, Limited.A_BIT, False)
    assert (saved.sleep_h, saved.stretch_s, saved.note) == (6.5, 720, "A long drive.")
    assert saved.exposures == (("heavy_load", True),)
    assert (saved.average, saved.sitting_h, saved.fluids_ml) == (None, None, None)


def test_a_check_in_of_nothing_is_refused_in_a_sentence(evening: Stage) -> None:
    click(evening.page.check_in.save)

    assert evening.page.check_in.problem.text().startswith("Nothing is answered yet.")
    assert evening.life.diary.of_kind(CheckIn) == ()


def test_an_average_above_the_worst_is_refused_and_stays_typed(evening: Stage) -> None:
    card = evening.page.check_in
    assert card.fields is not None
    card.fields.put("worst", 3)
    card.fields.put("average", 7)

    click(card.save)

    assert card.problem.text() == "The average cannot be above the worst pain of the day."
    assert card.fields.answers()["average"] == 7


def test_no_pain_today_is_one_click_where_nothing_contradicts_it(evening: Stage) -> None:
    card = evening.page.check_in
    assert card.no_pain.isVisible()
    evening.do(LogReading(pain=Nrs(2)))
    assert not card.no_pain.isVisible()
    evening.do(Delete(record_id=evening.life.diary.readings[0].id))

    click(card.no_pain)

    (saved,) = evening.life.diary.of_kind(CheckIn)
    assert saved.worst == 0


def test_half_typed_answers_stay_and_untouched_ones_follow_the_day(evening: Stage) -> None:
    fields = evening.page.check_in.fields
    assert fields is not None
    fields.put("sitting_h", 5.0)

    evening.do(LogReading(pain=Nrs(4)))

    assert fields.answers() == {"worst": 4, "sitting_h": 5.0}


def test_a_saved_one_can_be_changed_and_stays_the_same_record(evening: Stage) -> None:
    evening.do(SaveCheckIn(day=evening.life.diary.today, answers=(("worst", Nrs(3)),)))
    card = evening.page.check_in
    (first,) = evening.life.diary.of_kind(CheckIn)
    click(card.change)
    assert card.fields is not None
    card.fields.put("worst", 6)
    click(card.save)

    (saved,) = evening.life.diary.of_kind(CheckIn)
    assert (saved.id, saved.worst) == (first.id, 6)


def test_the_morning_after_one_press_saves_what_was_logged(stage: Stage) -> None:
    stage.do(LogReading(pain=Nrs(4)))
    stage.go(days=1)
    card = stage.page.check_in
    assert card.title.text() == "Wednesday’s check-in is open"
    assert card.summary.text() == "Worst pain 4. The rest is blank."
    assert card.fields is None

    click(card.right)

    (saved,) = stage.life.diary.of_kind(CheckIn)
    assert (saved.worst, saved.day) == (4, stage.life.diary.today - timedelta(days=1))
    assert card.isHidden()


def test_the_morning_after_it_can_be_filled_in_or_left_blank(stage: Stage) -> None:
    stage.do(LogDrink(volume_ml=250))
    stage.go(days=1)
    card = stage.page.check_in
    assert not card.right.isVisible()
    assert card.no_pain.text() == "No pain that day"
    click(card.change)
    assert card.fields is not None
    assert card.fields.isVisible()

    click(card.blank)

    assert card.isHidden()
    assert stage.life.diary.of_kind(CheckIn) == ()
    assert stage.told[-1] == "not now check_in:2026-07-01"


def test_once_saved_the_card_stays_where_it_was(evening: Stage) -> None:
    evening.do(LogReading(pain=Nrs(6)))
    page = evening.page
    click(page.check_in.save)
    QApplication.processEvents()

    assert page.check_in.y() > page.so_far.y()


def test_enter_unfolds_a_saved_check_in_and_saves_it_unchanged(evening: Stage) -> None:
    evening.do(SaveCheckIn(day=evening.life.diary.today, answers=(("worst", Nrs(3)),)))
    card = evening.page.check_in
    card.change.setFocus()

    press(card.change, Qt.Key.Key_Return)

    assert card.fields is not None
    assert card.fields.isVisible()
    before = list(evening.asked)
    press(card.fields.first, Qt.Key.Key_Enter)
    assert not card.fields.isVisible()
    assert evening.asked == before


def test_totals_that_were_saved_are_shown_unfolded(evening: Stage) -> None:
    day = evening.life.diary.today
    evening.do(SaveCheckIn(day=day, answers=(("stretch_s", 90), ("note", "Slow."))))
    card = evening.page.check_in
    click(card.change)
    assert card.fields is not None
    assert card.fields.totals is not None
    assert card.fields.note.toPlainText() == "Slow."
    card.fields.put("worst", 1)

    click(card.save)

    saved = evening.life.diary.check_in(day)
    assert saved is not None
    assert (saved.stretch_s, saved.worst, saved.note) == (90, 1, "Slow.")
