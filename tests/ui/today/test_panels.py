"""Place and details of the running spasm, and a spasm typed in at another time."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spasmlog.domain.scales import (
    Effect,
    Movement,
    Nrs,
    Region,
    Side,
)
from spasmlog.journal.commands import (
    Edit,
    LogEpisode,
    LogReading,
)
from tests.build import clock_time
from tests.ui.today.stage import Stage, click, press


def test_place_and_details_change_only_what_was_pressed(stage: Stage) -> None:
    stage.do(LogEpisode(region=Region.LOW_BACK))
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    chips = {chip.text(): chip for chip in details.place.side.widgets if hasattr(chip, "text")}
    click(chips["Left"])
    click(details.movements.tiles[0])
    details.note_text.setPlainText("In bed.")

    click(details.save)

    edit = stage.asked[-1]
    assert isinstance(edit, Edit)
    assert dict(edit.fields) == {
        "side": Side.LEFT,
        "movements": ((Movement.BEND, Effect.BETTER),),
        "note": "In bed.",
    }
    assert details.isHidden()
    assert f"still going {edit.record_id}" in stage.told


def test_details_opened_by_the_keyboard_begin_at_the_map(stage: Stage) -> None:
    stage.do(LogEpisode())
    stage.page.now.details.setFocus()
    press(stage.page.now.details, Qt.Key.Key_Space)

    details = stage.page.panels.details
    focus = QApplication.focusWidget()
    assert details is not None
    assert focus is not None
    assert details.place.body.figure.isAncestorOf(focus)
    assert "go there with the arrows" in details.place.body.hint.text()


def test_a_movement_turns_through_its_answers_and_back(stage: Stage) -> None:
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    tile = details.movements.tiles[1]
    assert tile.key is Movement.SIT

    seen = [tile.answer]
    for _press in range(4):
        click(tile)
        seen.append(tile.answer)

    assert seen == [None, Effect.BETTER, Effect.WORSE, Effect.SAME, None]


def test_a_place_marked_on_the_map_is_saved_with_its_pain_and_the_place_in_words_is_not(
    stage: Stage,
) -> None:
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    figure = details.place.body.figure
    QTest.mouseClick(
        figure, Qt.MouseButton.LeftButton, pos=figure.spot_of("back-lower-left").toPoint()
    )
    QTest.keyClicks(figure.tiles["back-lower-left"], "7")
    assert details.is_touched

    stage.do(LogReading(pain=Nrs(5)))
    click(details.save)

    (spasm,) = stage.life.diary.episodes
    assert spasm.areas == (("back-lower-left", Nrs(7)),)
    assert spasm.region is None
    assert spasm.place is Region.LOW_BACK


def test_movements_that_were_turned_stay_when_the_diary_moves(stage: Stage) -> None:
    stage.do(LogEpisode(movements=((Movement.SIT, Effect.WORSE),)))
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    click(details.movements.tiles[0])

    stage.do(LogReading(pain=Nrs(5)))
    click(details.save)

    (spasm,) = stage.life.diary.episodes
    assert spasm.movements == ((Movement.BEND, Effect.BETTER), (Movement.SIT, Effect.WORSE))


def test_what_is_being_typed_stays_when_the_diary_moves(stage: Stage) -> None:
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    details.note_text.setPlainText("Half a sen")

    stage.do(LogReading(pain=Nrs(5)))
    spasm = stage.life.diary.episodes[0]
    stage.do(Edit(record_id=spasm.id, fields=(("region", Region.NECK),)))

    assert details.note_text.toPlainText() == "Half a sen"
    assert details.place.region.value() == Region.NECK
    click(stage.page.now.let_go)
    assert details.isVisible()
    click(details.save)
    assert stage.life.diary.episodes[0].note == "Half a sen"


def test_untouched_details_fold_when_the_spasm_is_over(stage: Stage) -> None:
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None

    click(stage.page.now.let_go)

    assert details.isHidden()


def test_saving_details_without_a_change_only_folds_them(stage: Stage) -> None:
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    before = list(stage.asked)

    click(details.save)

    assert details.isHidden()
    assert stage.asked == before


def test_yesterdays_spasm_is_typed_in_with_its_times(stage: Stage) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    assert form.began.value() == clock_time("2026-07-01 08:12")
    form.began.set_value(clock_time("2026-06-30 14:30"))
    form.ended.set_value(clock_time("2026-06-30 15:10"))
    click(form.peak.focusProxy() or form.peak)
    press(form.peak.focusProxy(), Qt.Key.Key_8)

    press(form.began.clock, Qt.Key.Key_Return)

    (spasm,) = stage.life.diary.episodes
    assert spasm.onset.clock == clock_time("2026-06-30 14:30")
    assert spasm.resolved is not None
    assert (spasm.peak, spasm.is_running) == (8, False)
    assert form.isHidden()


def test_a_typed_time_that_cannot_be_is_refused_and_nothing_typed_is_lost(stage: Stage) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    form.began.set_value(clock_time("2026-07-01 20:00"))
    form.words.setText("Getting out of the car.")

    click(form.save)

    assert form.problem.text().startswith("20:00 has not come yet.")
    assert form.isVisible()
    assert form.words.text() == "Getting out of the car."
    press(form.words, Qt.Key.Key_Escape)
    click(stage.page.now.earlier)
    assert form.began.value() == clock_time("2026-07-01 20:00")


def test_an_earlier_spasm_may_still_run_or_have_an_end_that_is_not_known(stage: Stage) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    form.over.set_value("unknown")
    click(form.save)
    assert stage.life.diary.episodes[0].end_unknown

    click(stage.page.now.earlier)
    form.over.set_value("running")
    click(form.save)
    assert stage.life.diary.running is not None


def test_a_second_running_spasm_is_refused_beside_the_form(stage: Stage) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    form.over.set_value("running")
    stage.do(LogEpisode())

    click(form.save)

    assert form.problem.text().startswith("A spasm is running already")


def test_the_keyboard_goes_back_to_what_opened_a_panel(stage: Stage) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    form.words.setFocus()
    press(form.words, Qt.Key.Key_Escape)
    assert stage.page.focusWidget() is stage.page.now.earlier

    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    details.close_form.setFocus()
    press(details.close_form, Qt.Key.Key_Return)

    assert details.isHidden()
    assert stage.page.focusWidget() is stage.page.now.details


def test_the_button_that_opens_a_panel_also_folds_it(stage: Stage) -> None:
    click(stage.page.now.earlier)
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier

    assert form is not None
    assert form.isHidden()


def test_enter_in_a_note_begins_a_line_and_with_ctrl_saves(stage: Stage) -> None:
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    note = details.note_text
    note.setFocus()
    QTest.keyClicks(note, "One")
    press(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "two")
    assert stage.life.diary.episodes[0].note == ""

    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert stage.life.diary.episodes[0].note == "One\ntwo"


def test_a_long_note_in_any_script_is_kept_whole(stage: Stage) -> None:
    long = "\u05e9\u05dc\u05d5\u05dd 🙂 " * 1500
    stage.do(LogEpisode())
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    details.note_text.setPlainText(long)

    click(details.save)

    assert stage.life.diary.episodes[0].note == long


def test_a_cause_may_be_chosen_and_taken_back(stage: Stage) -> None:
    stage.do(LogEpisode(exposures=frozenset({"stress"})))
    click(stage.page.now.details)
    details = stage.page.panels.details
    assert details is not None
    heavy, _posture, stress = details.causes.widgets
    click(heavy)
    click(stress)

    click(details.save)

    assert stage.life.diary.episodes[0].exposures == {"heavy_load"}


def test_a_spasm_at_another_time_takes_its_places_along_and_the_next_starts_without(
    stage: Stage,
) -> None:
    click(stage.page.now.earlier)
    form = stage.page.panels.earlier
    assert form is not None
    figure = form.place.body.figure
    spot = figure.spot_of("back-mid-right").toPoint()
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=spot)
    QTest.keyClicks(figure.tiles["back-mid-right"], "t")

    click(form.save)

    (spasm,) = stage.life.diary.episodes
    assert spasm.areas == (("back-mid-right", Nrs(10)),)
    assert form.place.body.value() == {}
