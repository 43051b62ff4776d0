"""One sitting: what keys ask for, what is said after a save, help at any moment, daily copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from spasmlog import paths, settings
from spasmlog.domain.records import Drink, Episode, Reading, TreatmentUse
from spasmlog.domain.scales import Nrs, ReadingWord, Sign, SignAnswer, TreatmentKind
from spasmlog.errors import NotSaved
from spasmlog.journal import commands as c
from spasmlog.settings import Settings
from spasmlog.store import backup
from spasmlog.store.lock import WriterLock
from spasmlog.ui.emergency_page import EmergencyPage
from spasmlog.ui.refusal_page import RefusalPage
from spasmlog.ui.window import _report_to
from tests.build import day, drink, episode, moment, reading, running, treatment, use
from tests.living import Living, living


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Living]:
    """A window on a new journal."""
    with living(qtbot) as made:
        made.start()
        yield made


def not_a_journal() -> Path:
    path = paths.own_journal()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xd8\xff\xe0 a photograph")
    return path


# What is said after a save


def test_a_save_is_said_and_can_be_undone_from_the_toast(empty: Living) -> None:
    empty.press("w")
    (glass,) = empty.diary.of_kind(Drink)
    assert empty.toast.isVisible()
    assert empty.toast.text == "Glass 1 added."
    empty.click(empty.toast_button("Undo"))

    assert glass.volume_ml == 250
    assert empty.diary.of_kind(Drink) == ()


def test_after_an_undo_the_toast_offers_to_do_it_again_and_not_to_undo_more(
    empty: Living,
) -> None:
    for keys in ("w", "4", "Ctrl+Z"):
        empty.press(keys)
    assert empty.toast.text == "Undone: Log pain"
    assert [each.text() for each in empty.toast.buttons] == ["Redo"]
    empty.click(empty.toast_button("Redo"))

    assert (len(empty.diary.of_kind(Drink)), len(empty.diary.of_kind(Reading))) == (1, 1)
    assert "Undo" in [each.text() for each in empty.toast.buttons]


def test_a_pain_reading_can_be_made_a_spasm_from_the_toast(empty: Living) -> None:
    empty.press("7")
    empty.click(empty.toast_button("It is a spasm"))

    (spasm,) = empty.diary.episodes
    assert (spasm.peak, spasm.is_running) == (Nrs(7), True)
    (kept,) = empty.diary.of_kind(Reading)
    assert kept.episode_id == spasm.id


def test_the_key_of_the_last_dose_asks_where_the_sum_is_above_the_packet(qtbot: QtBot) -> None:
    tablets = treatment("Ibuprofen", kind=TreatmentKind.IBUPROFEN)
    doses = [use(0, f"{hour:02}:00", of=tablets, dose_mg=400.0) for hour in (5, 6, 7, 8)]
    with living(qtbot, records=(tablets, *doses)) as made:
        made.start()
        made.press("d")

        assert len(made.diary.uses) == 4
        assert made.toast.text.startswith("Not logged again: your ibuprofen adds up to more")
        made.click(made.toast_button("Open the form"))
        today: Any = made.window.page("today")
        assert today.quick.forms["treat"].isVisible()
        assert len(made.diary.uses) == 4


def test_a_save_that_changes_nothing_says_nothing(empty: Living) -> None:
    empty.around.desk.do(c.SaveProfile(fields=(("allergies", "Penicillin"),)))
    empty.toast.hide()
    empty.around.desk.do(c.SaveProfile(fields=(("allergies", "Penicillin"),)))

    assert not empty.toast.isVisible()


def test_a_refusal_that_no_form_shows_is_shown_in_one_sentence(empty: Living) -> None:
    empty.around.desk.do(c.LogDrink(volume_ml=0))

    assert empty.toast.isVisible()
    assert empty.toast.text
    assert empty.diary.of_kind(Drink) == ()


def test_a_second_running_spasm_is_refused_and_the_first_can_be_ended(empty: Living) -> None:
    empty.press("s")
    empty.clock.go(minutes=30)
    empty.press("s")
    assert len(empty.diary.episodes) == 1
    assert "running already" in empty.toast.text
    empty.click(empty.toast_button("End the first"))

    assert [(each.onset, each.resolved) for each in empty.diary.episodes] == [
        (moment(0, "09:12"), moment(0, "09:42")),
        (moment(0, "09:42"), None),
    ]


def test_what_could_not_be_saved_can_be_tried_again(empty: Living) -> None:
    desk = empty.around.desk
    with desk.journal.database.writing() as connection:
        full = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={full}")
    note = "x" * 50_000
    desk.do(c.LogReading(pain=Nrs(3), note=note))
    assert "disk is full" in empty.toast.text
    with desk.journal.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    empty.click(empty.toast_button("Try again"))

    (kept,) = empty.diary.of_kind(Reading)
    assert kept.note == note


# Keys


@pytest.mark.parametrize(("key", "level"), [("0", 0), ("4", 4), ("9", 9), ("t", 10), ("T", 10)])
def test_a_number_key_is_a_pain_reading(empty: Living, key: str, level: int) -> None:
    empty.press(key)

    (kept,) = empty.diary.of_kind(Reading)
    assert (kept.pain, kept.at) == (Nrs(level), moment(0, "09:12"))


def test_letters_begin_and_end_a_spasm_and_log_a_glass_and_a_clear_moment(empty: Living) -> None:
    for key in "nswe":
        empty.press(key)
        empty.clock.go(minutes=5)
    empty.press("n")  # a day that holds a spasm is not without one
    assert empty.toast.text.startswith("A spasm is logged on 1 Jul 2026.")

    (spasm,) = empty.diary.episodes
    assert (spasm.onset, spasm.resolved) == (moment(0, "09:17"), moment(0, "09:27"))
    assert len(empty.diary.of_kind(Drink)) == 1
    assert [each.word for each in empty.diary.of_kind(Reading)] == [ReadingWord.NO_SPASM]


def test_a_letter_with_nothing_to_act_on_does_nothing(empty: Living) -> None:
    for key in "ed":
        empty.press(key)

    assert not empty.diary.by_id
    assert not empty.toast.isVisible()


def test_the_last_dose_is_repeated_by_a_letter(qtbot: QtBot) -> None:
    ibuprofen = treatment()
    with living(qtbot, records=(ibuprofen, use(1, of=ibuprofen))) as made:
        made.start()
        made.press("d")

        last = made.diary.uses[-1]
        assert (last.treatment_id, last.dose_mg) == (ibuprofen.id, 400.0)
        assert last.at == moment(0, "09:12")


def test_letters_can_be_switched_off_and_digits_stay(qtbot: QtBot) -> None:
    with living(qtbot, chosen=Settings(single_letters=False)) as made:
        made.start()
        for key in "tsewdn":
            made.press(key)
        assert not made.diary.by_id
        made.press("6")

        assert [each.pain for each in made.diary.of_kind(Reading)] == [Nrs(6)]


def test_keys_are_text_inside_a_text_field(empty: Living) -> None:
    field = QLineEdit(empty.window.frame.body)
    field.show()
    field.setFocus()
    empty.type("7tsewdn")

    assert field.text() == "7tsewdn"
    assert not empty.diary.by_id


def test_a_key_that_is_held_down_is_one_key(empty: Living) -> None:
    from PySide6.QtGui import QKeyEvent

    for held in (False, True, True):
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_W, Qt.KeyboardModifier.NoModifier, "w", held
        )
        empty.window.keyPressEvent(event)

    assert len(empty.diary.of_kind(Drink)) == 1


def test_keys_with_a_modifier_are_left_to_others(empty: Living) -> None:
    QTest.keyClick(empty.window, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)

    assert not empty.diary.by_id


def test_undo_and_redo_by_keys_reach_back_as_far_as_there_is(empty: Living) -> None:
    for key in "4w":
        empty.press(key)
    for _ in range(3):
        empty.press("Ctrl+Z")
    assert not empty.diary.by_id
    assert empty.toast.text
    for _ in range(3):
        empty.press("Ctrl+Shift+Z")

    assert len(empty.diary.by_id) == 2


def test_every_page_is_a_key_away(empty: Living) -> None:
    for keys, name in (
        ("Ctrl+2", "history"),
        ("Ctrl+3", "insights"),
        ("Ctrl+4", "signals"),
        ("Ctrl+5", "report"),
        ("Ctrl+,", "settings"),
        ("Ctrl+1", "today"),
    ):
        empty.press(keys)
        assert empty.window.current == name
        assert empty.window.frame.title.text()
        empty.settle()


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_a_key_goes_to_today_in_the_history_and_offers_what_can_be_added(empty: Living) -> None:
    empty.press("Ctrl+N")

    assert (empty.window.current, empty.around.day) == ("history", day())
    assert empty.page.day.menu.isVisible()
    empty.page.day.menu.close()


def test_the_clock_moves_the_page_on_into_the_next_day(empty: Living) -> None:
    empty.press("w")
    empty.clock.go(days=1)
    empty.session._clock.timeout.emit()

    assert "Thursday 2 July" in empty.window.frame.note.text()
    assert empty.diary.today == day(-1)


def test_the_title_says_that_a_spasm_runs(empty: Living) -> None:
    empty.press("s")
    said = empty.window.windowTitle()
    empty.press("e")

    assert (said, empty.window.windowTitle()) == ("SpasmLog, spasm running", "SpasmLog")


# Before the journal is there


def test_keys_pressed_before_the_journal_is_open_are_kept_with_their_moment(
    qtbot: QtBot,
) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("6")
        made.press("w")
        made.clock.go(minutes=10)
        made.start()

        (kept,), (glass,) = made.diary.of_kind(Reading), made.diary.of_kind(Drink)
        assert (kept.pain, kept.at, glass.at) == (Nrs(6), moment(0, "09:12"), moment(0, "09:12"))


def test_undo_before_the_journal_is_open_does_nothing(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(),)) as made:
        made.show()
        for keys in ("Ctrl+Z", "Ctrl+Shift+Z", "e", "d", "Ctrl+N"):
            made.press(keys)
        made.start()

        assert len(made.diary.of_kind(Drink)) == 1
        assert not made.toast.isVisible()


def test_help_is_there_before_the_journal_and_stays_when_it_opens(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("F1")
        assert made.help.isVisible()
        made.session.start(made.path)
        made.settle()
        assert made.help.isVisible()
        made.press("Esc")

        assert made.top is made.window.frame


def test_help_stays_when_the_journal_is_refused_and_leads_back_to_why(qtbot: QtBot) -> None:
    with living(qtbot, not_a_journal()) as made:
        made.show()
        made.press("F1")
        with qtbot.waitSignal(made.session.opening.failed):
            made.session.start(made.path)
        assert made.help.isVisible()
        made.press("Esc")

        assert "not a SpasmLog journal" in made.refusal.card.accessibleName() + said(made.refusal)


def said(page: RefusalPage) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(each.text() for each in page.findChildren(QLabel))


# A journal that is refused


@pytest.fixture
def refused(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot, not_a_journal()) as made:
        made.show()
        made.press("Ctrl+1")
        with qtbot.waitSignal(made.session.opening.failed):
            made.session.start(made.path)
        yield made


def test_help_opens_from_the_refusal_and_leads_back_to_it(refused: Living) -> None:
    refused.press("F1")
    assert refused.help.isVisible()
    refused.press("Esc")
    refused.click(refused.refusal.help)
    assert refused.help.isVisible()
    refused.press("Esc")

    assert refused.refusal.isVisible()


def test_no_key_leads_to_a_page_without_a_journal(refused: Living) -> None:
    for keys in ("Ctrl+2", "Ctrl+N", "7", "w", "Ctrl+Z"):
        refused.press(keys)

    assert refused.refusal.isVisible()
    assert refused.around.desk.waiting == ()


def test_trying_again_opens_what_has_been_put_right(refused: Living) -> None:
    refused.path.unlink()
    for _ in range(2):  # as often as an impatient hand presses it
        refused.refusal.again.click()
    refused.settle()

    assert refused.top is refused.window.frame
    assert refused.diary.by_id == {}


def test_trying_again_in_vain_says_why_again_and_keeps_no_old_page(refused: Living) -> None:
    for _ in range(2):
        with refused.qtbot.waitSignal(refused.session.opening.failed):
            refused.click(refused.refusal.again)

    assert refused.refusal.isVisible()
    assert refused.window.layers.count() == 2


def test_another_journal_can_be_opened_instead(refused: Living, tmp_path: Path) -> None:
    other = tmp_path / "other.spasmlog"
    refused.refusal.other_chosen.emit(other)
    refused.settle()
    refused.press("w")
    refused.window.close()

    assert other.exists()
    assert refused.path.read_bytes() == b"\xff\xd8\xff\xe0 a photograph"
    WriterLock.take(other).release()


# The emergency page and what is saved of it


def test_a_yes_shows_help_first_and_is_saved_then(empty: Living) -> None:
    empty.say_yes(Sign.SADDLE_NUMBNESS)

    assert empty.help.isVisible()
    (kept,) = empty.diary.answers
    assert (kept.sign, kept.answer) == (Sign.SADDLE_NUMBNESS, SignAnswer.YES)


def test_a_yes_by_mistake_is_taken_back(empty: Living) -> None:
    empty.say_yes(Sign.SADDLE_NUMBNESS)
    empty.click(empty.help.by_mistake)

    assert empty.diary.answers == ()
    assert empty.top is empty.window.frame


def test_a_question_to_answer_again_is_one_press_away_on_today(empty: Living) -> None:
    unsure = ((Sign.SADDLE_NUMBNESS, SignAnswer.UNSURE),)
    empty.around.desk.do(c.AnswerSigns(answers=unsure))
    today: Any = empty.window.page("today")
    assert "Do you feel numb" in today.signal.questions.text()
    empty.click(today.signal.again)

    signals: Any = empty.window.page("signals")
    assert empty.window.current == "signals"
    empty.qtbot.waitUntil(lambda: signals.asking is not None)
    assert signals.asking.isVisible()
    assert empty.window.frame.back.isVisible()


def test_having_been_seen_is_kept_beside_the_yes(empty: Living) -> None:
    empty.say_yes(Sign.SADDLE_NUMBNESS)
    empty.clock.go(hours=4)
    empty.click(empty.help.been_seen)

    assert [each.answer for each in empty.diary.answers] == [SignAnswer.YES, SignAnswer.CLEARED]
    assert empty.top is empty.window.frame


def test_a_yes_that_cannot_be_saved_is_said_and_help_stays(empty: Living) -> None:
    desk = empty.around.desk
    with desk.journal.database.writing() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    empty.say_yes(Sign.SADDLE_NUMBNESS)

    assert empty.help.not_saved.isVisible()
    assert "Your tick is not saved." in empty.help.not_saved.text()


def test_a_yes_before_the_journal_is_open_is_saved_when_it_opens(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("F1")
        made.say_yes(Sign.FEVER)
        made.session.start(made.path)
        made.settle()

        assert made.help.isVisible()
        assert [each.sign for each in made.diary.answers] == [Sign.FEVER]


def test_a_country_chosen_on_the_emergency_page_is_kept(empty: Living) -> None:
    empty.press("F1")
    empty.help.country_chosen.emit("US")

    assert settings.read(paths.config_folder()).country == "US"
    assert "911" in empty.help.large.number.text()


# Settings


def test_changed_settings_are_worn_and_kept(empty: Living) -> None:
    empty.session._change_settings(Settings(theme="dark", text_percent=150, glass_ml=330))
    empty.press("w")

    assert empty.around.look.theme.name == "dark"
    assert empty.around.look.scale == 1.5
    assert settings.read(paths.config_folder()).glass_ml == 330
    assert [each.volume_ml for each in empty.diary.of_kind(Drink)] == [330]


def test_a_settings_folder_that_cannot_be_written_is_said(empty: Living) -> None:
    paths.config_folder().parent.mkdir(exist_ok=True)
    paths.config_folder().write_text("a file in its place")
    empty.session._change_settings(Settings(glass_ml=500))

    assert "could not be saved" in empty.toast.text
    assert empty.around.settings.glass_ml == 500


# Daily copies


def copies(made: Living) -> list[str]:
    return [each.day.isoformat() for each in backup.daily_copies(made.path)]


def test_the_first_write_of_a_day_makes_a_copy_and_the_next_does_not(
    empty: Living, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[date] = []
    copy = backup.copy_daily

    def noted(path: Path, today: date) -> backup.Backup:
        made.append(today)
        return copy(path, today)

    monkeypatch.setattr(backup, "copy_daily", noted)
    empty.press("w")
    empty.press("w")
    empty.until(lambda: bool(copies(empty)))
    empty.settle()
    assert not empty.around.tasks.busy
    assert (made, copies(empty)) == ([day()], ["2026-07-01"])
    empty.clock.go(days=1)
    empty.press("w")
    empty.until(lambda: len(copies(empty)) == 2)
    empty.settle()

    assert made == [day(), day(-1)]


def test_looking_makes_no_copy(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(),)) as made:
        made.start()
        assert not made.session.copies.due
        assert copies(made) == []


def test_a_copy_that_cannot_be_made_is_said_and_the_entry_stays(empty: Living) -> None:
    backup.folder_of(empty.path).write_text("a file in its place")
    empty.press("w")
    empty.until(lambda: "copy of the journal could not be made" in empty.toast.text)

    assert len(empty.diary.of_kind(Drink)) == 1


# A fault of our own


def test_a_fault_is_said_politely_and_noted_without_entries(empty: Living) -> None:
    hook, entry = _report_to(empty.session), "low back".upper()
    for _ in range(2):
        with pytest.raises(UnicodeError) as caught:
            raise UnicodeError(entry)
        hook(caught.type, caught.value, caught.tb)

    noted = (paths.state_folder() / "faults.log").read_text()
    assert "went wrong inside the program" in empty.toast.text
    assert noted.count("Z UnicodeError") + noted.count("+00:00 UnicodeError") == 2
    assert "LOW BACK" not in noted


def test_a_fault_that_cannot_be_noted_is_said_all_the_same(empty: Living) -> None:
    paths.state_folder().parent.mkdir(exist_ok=True)
    paths.state_folder().write_text("a file in its place")
    _report_to(empty.session)(ValueError, ValueError("x"), None)

    assert "went wrong inside the program" in empty.toast.text


# Closing


def test_closing_lets_others_write_and_leaves_one_file(empty: Living) -> None:
    empty.press("w")
    with pytest.raises(Exception, match="open in another window"):
        WriterLock.take(empty.path)
    empty.window.close()

    WriterLock.take(empty.path).release()
    assert not empty.path.with_name(empty.path.name + "-wal").exists()


def test_closing_while_the_journal_is_being_opened_lets_others_write(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(),)) as made:
        made.show()
        made.session.start(made.path)
        made.window.close()

        WriterLock.take(made.path).release()


def test_closing_and_opening_again_shows_the_same(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.start()
        for key in "s8w":
            made.press(key)
        before = made.diary
    with living(qtbot, clock=made.clock) as again:
        again.start()
        assert again.diary == before
        again.press("Ctrl+Z")

        assert again.diary.of_kind(Drink) == ()


# Things the page says besides commands


def test_a_running_spasm_said_to_go_on_is_not_asked_about_again(qtbot: QtBot) -> None:
    spasm = running(1, clock="19:00")
    with living(qtbot, records=(spasm,)) as made:
        made.start()
        made.page.still_going.emit(spasm.id)

        kept = made.around.remembered.get("still_going", dict, {})
        assert kept["episode"] == spasm.id


@pytest.mark.parametrize(
    "kept", [{}, {"episode": "it"}, {"episode": "it", "utc": 5}, {"episode": "it", "utc": "late"}]
)
def test_what_was_remembered_wrongly_is_forgotten(qtbot: QtBot, kept: dict[str, object]) -> None:
    with living(qtbot, records=(running(1, id="it"),)) as made:
        made.around.remembered.keep("still_going", kept)
        made.start()

        assert made.top is made.window.frame


def test_a_question_put_off_stays_away_for_this_sitting(empty: Living) -> None:
    empty.page.not_now.emit("a question")

    assert "a question" in empty.around.hidden


def test_a_place_named_by_a_page_is_gone_to(qtbot: QtBot) -> None:
    spasm = episode(3, hours=2)
    with living(qtbot, records=(spasm, reading(1))) as made:
        made.start()
        made.page.before.chosen.emit(day(3))

        assert (made.window.current, made.around.day) == ("history", day(3))
        made.page.record_chosen.emit(spasm.id)
        chosen = made.around.record_id
        made.page.day_chosen.emit(day(1))
        assert (chosen, made.around.day) == (spasm.id, day(1))
        assert made.around.record_id is None


def test_a_dose_asked_for_before_the_journal_can_be_written_keeps_its_moment(
    qtbot: QtBot,
) -> None:
    with living(qtbot) as made:
        made.show()
        made.around.desk.do(c.LogUse(dose=c.Dose(name="Heat")))
        made.clock.go(minutes=10)
        made.start()

        (kept,) = made.diary.of_kind(TreatmentUse)
        assert kept.at == moment(0, "09:12")


def test_the_session_says_what_the_world_refused(empty: Living) -> None:
    empty.around.desk.refused.emit(NotSaved("The disk is gone."), None)

    assert empty.toast.text == "The disk is gone."
    assert empty.toast.buttons == ()


def test_a_spasm_that_lasted_is_kept_whole_when_asked_early(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        began = moment(0, "08:00")
        made.around.desk.do(c.LogEpisode(onset=began, lasted=timedelta(minutes=20)))
        made.start()

        (spasm,) = made.diary.of_kind(Episode)
        assert spasm.resolved == moment(0, "08:20")


def test_the_emergency_page_is_made_once(empty: Living) -> None:
    empty.press("F1")
    first: EmergencyPage = empty.help
    empty.press("Esc")
    empty.press("F1")

    assert empty.help is first


def test_of_two_yes_one_by_mistake_leaves_help_open_for_the_other(empty: Living) -> None:
    empty.say_yes(Sign.SADDLE_NUMBNESS)
    empty.clock.go(minutes=1)
    empty.say_yes(Sign.BOTH_LEGS)
    empty.click(empty.help.by_mistake)

    assert [each.sign for each in empty.diary.answers] == [Sign.SADDLE_NUMBNESS]
    assert empty.help.isVisible()


def test_a_tick_by_mistake_before_the_journal_is_open_is_never_saved(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("F1")
        made.help.ticked.emit(Sign.FEVER_WITH_WEAKNESS)
        made.help.take_tick(Sign.FEVER_WITH_WEAKNESS)
        made.click(made.help.by_mistake)
        made.session.start(made.path)
        made.settle()

        assert made.diary.answers == ()


def test_a_changed_start_of_the_day_holds_at_once(empty: Living) -> None:
    empty.clock.now = moment(0, "04:00")
    before = empty.diary.today
    changed = replace(empty.around.settings, day_start="05:00")
    settings_page: Any = empty.window.page("settings")
    settings_page.settings_changed.emit(changed)

    assert empty.diary.today == before - timedelta(days=1)


@pytest.mark.parametrize("at", ["nothing", "sidebar", "water"])
def test_after_a_spasm_and_its_number_tab_leads_to_none_of_these(empty: Living, at: str) -> None:
    if at == "sidebar":
        empty.click(empty.window.frame.sidebar.button("today"))
    elif at == "water":
        empty.page.water.more.setFocus()
    empty.press("s")
    empty.press("7")
    empty.press("Tab")

    (spasm,) = empty.diary.episodes
    told = [(each.pain, each.episode_id) for each in empty.diary.of_kind(Reading)]
    assert told == [(Nrs(7), spasm.id)]
    assert QApplication.focusWidget() is empty.page.panels.safety.none


def test_a_spasm_begun_by_its_key_on_another_page_leaves_the_keyboard_there(empty: Living) -> None:
    button = empty.window.frame.sidebar.button("signals")
    empty.click(button)
    empty.press("s")

    assert len(empty.diary.episodes) == 1
    assert QApplication.focusWidget() is button
