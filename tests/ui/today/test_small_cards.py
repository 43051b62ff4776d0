"""Relief checks, water, the day so far, the fortnight, and the signal."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import (
    Activity,
    Drink,
    SignalNote,
    Stretch,
)
from spasmlog.domain.scales import (
    Nrs,
    ReadingWord,
    Sign,
    SignalAnswer,
    SignAnswer,
    TreatmentKind,
)
from spasmlog.journal.commands import (
    AnswerSigns,
    Delete,
    Dose,
    LogDrink,
    LogReading,
    LogUse,
    SaveCheckIn,
    SaveProfile,
)
from spasmlog.ui.page import Place
from tests.ui.today.stage import Stage, click, press


def test_a_relief_check_is_answered_in_one_word_or_number(stage: Stage) -> None:
    stage.do(LogUse(dose=Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)))
    stage.go(hours=1)
    relief = stage.page.relief
    assert relief.isVisible()
    assert relief.title.text() == "An hour since ibuprofen, how is it?"

    click(relief.words[1])

    (reading,) = stage.life.diary.readings
    assert (reading.word, reading.use_id) == (ReadingWord.SOME, stage.life.diary.uses[0].id)
    assert relief.isHidden()


def test_the_number_of_a_relief_check_belongs_to_its_dose(stage: Stage) -> None:
    stage.do(LogUse(dose=Dose(name="Heat", kind=TreatmentKind.HEAT, minutes=20)))
    stage.go(hours=1)

    press(stage.page.relief.strip.focusProxy(), Qt.Key.Key_4)

    assert stage.asked[-1] == LogReading(pain=Nrs(4), use_id=stage.life.diary.uses[0].id)


def test_not_now_hides_a_relief_check_for_good(stage: Stage) -> None:
    stage.do(LogUse(dose=Dose(name="Heat", kind=TreatmentKind.HEAT, minutes=20)))
    stage.go(hours=1)

    click(stage.page.relief.later)

    assert stage.page.relief.isHidden()
    assert stage.told[-1] == f"not now relief:{stage.life.diary.uses[0].id}"
    stage.go(minutes=5)
    assert stage.page.relief.isHidden()


def test_water_is_one_click_each_way(stage: Stage) -> None:
    water = stage.page.water
    assert not water.less.isEnabled()
    click(water.more)
    click(water.more)
    assert (water.count.text(), water.note.text()) == ("2 glasses", "0.5 l")

    click(water.less)

    assert [each.volume_ml for each in stage.life.diary.of_kind(Drink)] == [250]


def test_water_is_hidden_from_who_limits_fluids(stage: Stage) -> None:
    assert stage.page.water.isVisible()

    stage.do(SaveProfile(fields=(("fluid_limit", True),)))

    assert stage.page.water.isHidden()


def test_stretch_walk_and_treat_are_one_click_each(stage: Stage) -> None:
    quick = stage.page.quick
    for row, at in (("stretch", 1), ("walk", 0), ("treat", 0)):
        click(quick.buttons[row][at])

    assert [each.seconds for each in stage.life.diary.of_kind(Stretch)] == [600]
    assert [each.minutes for each in stage.life.diary.of_kind(Activity)] == [10]
    (use,) = stage.life.diary.uses
    assert (use.kind, use.dose_mg) == (TreatmentKind.IBUPROFEN, 400.0)
    assert [each.name for each in stage.life.diary.treatments] == ["Ibuprofen"]
    assert quick.packet.text() == "Ibuprofen in 24 hours: 400 mg. Packet limit: 1,200 mg."


def test_above_the_packet_limit_the_rules_words_stand_there(stage: Stage) -> None:
    for _dose in range(4):
        click(stage.page.quick.buttons["treat"][0])

    assert stage.page.quick.packet.text().startswith("The ibuprofen you logged adds up to more")
    assert stage.page.quick.packet.property("role") == "prompt"
    assert stage.page.signal.title.text().startswith("Ibuprofen: 1,600 mg in 24 hours")


def test_an_empty_day_says_so_and_offers_two_ways_on(stage: Stage) -> None:
    assert stage.page.so_far.empty.isVisible()
    assert not stage.page.so_far.line.isVisible()

    click(stage.page.water.more)

    assert not stage.page.so_far.empty.isVisible()
    assert stage.page.so_far.line.isVisible()
    assert stage.page.so_far.rest.isVisible()


def test_enter_on_a_row_goes_to_it_and_del_takes_it_out(stage: Stage) -> None:
    stage.do(LogReading(pain=Nrs(3)))
    rows = stage.page.so_far.rows
    (reading,) = stage.life.diary.readings
    rows.setFocus()

    press(rows, Qt.Key.Key_Return)
    press(rows, Qt.Key.Key_Delete)

    assert stage.wanted == [Place(page="history", day=stage.life.diary.today, record_id=reading.id)]
    assert stage.asked == [Delete(record_id=reading.id)]
    assert stage.page.so_far.rows.rows == ()


def test_of_a_full_day_the_latest_eight_rows_stand_there_first(stage: Stage) -> None:
    for _glass in range(10):
        stage.do(LogDrink(volume_ml=200))
        stage.life.go(minutes=10)
    so_far = stage.page.so_far
    assert (len(so_far.rows.rows), so_far.more.text()) == (8, "2 earlier entries")

    click(so_far.more)

    assert len(so_far.rows.rows) == 10
    assert not so_far.foot.isVisible()


def test_a_day_of_the_last_fortnight_leads_to_history(stage: Stage) -> None:
    yesterday = stage.life.diary.today - timedelta(days=1)
    stage.do(SaveCheckIn(day=yesterday, answers=(("worst", Nrs(4)),)))
    tile = stage.page.before.tiles.focusProxy()
    assert tile is not None

    click(tile)

    assert stage.wanted == [Place(page="history", day=yesterday)]


def signalled(stage: Stage) -> Stage:
    for back in range(1, 41):
        day = stage.life.diary.today - timedelta(days=back)
        stage.life.do(SaveCheckIn(day=day, answers=(("worst", Nrs(3)),)))
    stage.refresh()
    return stage


def test_a_signal_leads_to_its_dates_and_to_the_report(stage: Stage) -> None:
    card = signalled(stage).page.signal
    assert card.isVisible()

    click(card.dates)
    click(card.report)

    assert stage.wanted == [Place(page="signals", rule="R05"), Place(page="report")]


def test_a_signal_that_was_seen_is_noted_once(stage: Stage, qtbot: QtBot) -> None:
    signalled(stage)
    qtbot.waitUntil(lambda: bool(stage.life.diary.of_kind(SignalNote)))
    stage.refresh()
    QApplication.processEvents()

    (note,) = stage.life.diary.of_kind(SignalNote)
    assert (note.rule, note.what) == ("R05", SignalAnswer.SEEN)
    assert stage.page.signal.isVisible()


def test_later_puts_a_signal_off(stage: Stage) -> None:
    card = signalled(stage).page.signal

    click(card.later)

    assert card.isHidden()


def test_an_emergency_offers_help_and_cannot_be_put_off(stage: Stage) -> None:
    stage.do(AnswerSigns(answers=((Sign.SADDLE_NUMBNESS, SignAnswer.YES),)))
    card = stage.page.signal
    assert (card.help.isVisible(), card.later.isVisible()) == (True, False)

    click(card.help)

    assert stage.wanted == [Place(page="emergency")]


def test_an_urgent_signal_stands_first_in_its_column(stage: Stage) -> None:
    signalled(stage)
    QApplication.processEvents()
    assert stage.page.signal.y() > stage.page.quick.y()

    stage.do(AnswerSigns(answers=((Sign.SADDLE_NUMBNESS, SignAnswer.YES),)))
    QApplication.processEvents()

    assert stage.page.signal.y() < stage.page.water.y()
