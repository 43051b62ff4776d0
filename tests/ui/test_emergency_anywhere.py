"""Help from everywhere: every page, no journal, no store; and what is saved of it all the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from spasmlog import paths
from spasmlog.domain.records import Answer, SignalNote, TreatmentUse
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignalAnswer, SignAnswer, TreatmentKind
from spasmlog.journal import commands as c
from spasmlog.rules import Level
from spasmlog.store.lock import WriterLock
from spasmlog.ui.shelf import SHELF
from tests.build import check_in, moment, running, treatment, use
from tests.living import Living, living

TABLETS = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL, usual_dose_mg=1000.0)
FOUR = tuple(use(0, f"{hour:02}:00", of=TABLETS, dose_mg=1000.0) for hour in (1, 3, 5, 7))
COACHING = {"drink", "drinks", "water", "stretch", "stretching", "walk", "glass", "active"}


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody whose spasm runs, who drinks and moves less than the references, and took four."""
    little = (
        check_in(ago, fluids_ml=200, moderate_min=0, vigorous_min=0, stretch_s=0)
        for ago in range(1, 60)
    )
    with living(qtbot, records=(*little, running(0, "08:40"), TABLETS, *FOUR)) as made:
        made.start()
        yield made


@pytest.mark.parametrize("place", list(SHELF))
def test_one_key_leads_to_help_from_every_page_and_back_to_it(person: Living, place: str) -> None:
    person.window._choose(place)
    person.settle()
    person.press("F1")
    assert len(person.help.signs.ticks) == len(EMERGENCY_SIGNS)
    person.press("Esc")

    assert person.window.current == place
    assert person.top is person.window.frame


def test_no_key_but_its_own_leads_away_from_help(person: Living) -> None:
    person.press("F1")
    person.help.signs.ticks[0].click()
    for keys in ("Esc", "Ctrl+1", "Ctrl+2", "Ctrl+4", "Ctrl+N", "Ctrl+P", "Ctrl+Z", "7", "w"):
        person.press(keys)

    assert person.help.isVisible()
    assert [each.sign for each in person.diary.answers] == [EMERGENCY_SIGNS[0]]


def test_nothing_on_the_page_coaches_in_any_of_its_faces(person: Living) -> None:
    person.press("F1")
    person.help.signs.ticks[0].click()
    faces = [person.spoken()]
    person.click(person.help.other_face)
    faces.append(person.spoken())
    person.click(person.help.larger)
    faces.append(person.spoken())

    assert "112" in faces[0] or "911" in faces[0]
    for told in faces:
        assert COACHING.isdisjoint(re.findall(r"\w+", told.lower()))
    assert not person.toast.isVisible()


Make = Callable[[Path], object]
BROKEN: dict[str, Make] = {
    "damaged": lambda path: path.write_bytes(b"SQLite format 3\0" + b"\0" * 4000),
    "foreign": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0 a photograph"),
    "a folder": lambda path: path.mkdir(),
    "locked": WriterLock.take,
}


@pytest.mark.parametrize("why", BROKEN)
def test_help_needs_no_journal_that_can_be_opened(qtbot: QtBot, why: str) -> None:
    path = paths.own_journal()
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = BROKEN[why](path)
    with living(qtbot) as made:
        made.show()
        made.press("Ctrl+1")
        with qtbot.waitSignal(made.session.opening.failed, timeout=30_000):
            made.session.start(made.path)
        made.press("F1")
        made.help.signs.ticks[0].click()

        assert "numb" in made.help.words.say.text()
        assert made.help.number.number.text().isdigit()
        assert not made.help.medicines.isVisible()
        made.click(made.help.been_seen)
        assert made.refusal.isVisible()
    del kept


def test_a_missing_journal_is_no_hindrance(qtbot: QtBot, tmp_path: Path) -> None:
    with living(qtbot, tmp_path / "none" / "yet.spasmlog") as made:
        made.show()
        made.press("F1")

        assert made.help.signs.isVisible()


def test_all_questions_can_be_answered_before_the_journal_is_open(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("F1")
        made.click(made.help.ways.further)
        questions = made.help.others.questions
        assert questions is not None
        questions.rows[0].buttons[SignAnswer.YES].click()
        assert questions.rows[0].said.text().startswith("You answered: yes.")
        made.press("Esc")
        made.press("Esc")
        made.start()

        assert [(each.sign, each.answer) for each in made.diary.answers] == [
            (Sign.FEVER, SignAnswer.YES)
        ]


def test_a_tick_is_saved_when_the_window_is_closed_at_once(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("Ctrl+1")
        made.session.start(made.path)
        made.press("F1")
        made.help.signs.ticks[2].click()
        assert made.help.been_seen.isVisible()
        made.window.close()
    with living(qtbot) as again:
        again.start()

        (kept,) = again.diary.answers
        assert (kept.sign, kept.answer) == (EMERGENCY_SIGNS[2], SignAnswer.YES)


def test_a_tick_that_could_not_be_saved_is_kept_and_saved_when_it_can_be(person: Living) -> None:
    read_only(person, "ON")
    person.press("F1")
    person.help.signs.ticks[0].click()
    assert person.help.not_saved.isVisible()
    person.session.help._unsaved.try_again()
    assert person.help.not_saved.isVisible()

    read_only(person, "OFF")
    person.session.help._unsaved.try_again()

    assert [each.sign for each in person.diary.answers] == [EMERGENCY_SIGNS[0]]
    assert not person.help.not_saved.isVisible()
    assert "Your tick is saved." in person.help.saved.text()


def test_it_is_tried_again_when_the_window_closes(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.start()
        read_only(made, "ON")
        made.press("F1")
        made.help.signs.ticks[0].click()
        made.click(made.help.been_seen)
        read_only(made, "OFF")
        made.window.close()
    with living(qtbot) as again:
        again.start()

        assert [each.answer for each in again.diary.answers] == [SignAnswer.YES, SignAnswer.CLEARED]


def test_what_was_saved_by_trying_again_in_the_toast_is_not_saved_twice(person: Living) -> None:
    read_only(person, "ON")
    person.say_yes(Sign.BOTH_LEGS)
    read_only(person, "OFF")
    again = person.toast_button("Try again")
    assert isinstance(again, QAbstractButton)
    again.click()
    person.session.help._unsaved.try_again()

    assert len(person.diary.of_kind(Answer)) == 1


def test_a_tick_that_could_not_be_saved_and_was_a_mistake_is_forgotten(person: Living) -> None:
    read_only(person, "ON")
    person.press("F1")
    person.help.signs.ticks[0].click()
    person.click(person.help.by_mistake)
    read_only(person, "OFF")
    person.session.help._unsaved.try_again()

    assert person.diary.answers == ()
    assert person.top is person.window.frame


def read_only(made: Living, on: str) -> None:
    """A disk that takes nothing, or takes it again."""
    connection = made.around.desk.journal.database.engine.raw_connection()
    connection.cursor().execute(f"PRAGMA query_only={on}")
    connection.close()


def fifth(made: Living, mg: float = 1000.0) -> None:
    made.around.desk.do(c.LogUse(dose=c.Dose(treatment_id=TABLETS.id, dose_mg=mg)))


def test_the_dose_that_is_too_much_leads_to_a_page_that_fits(person: Living) -> None:
    fifth(person)

    assert person.help.title.text() == "Get advice now"
    assert "5,000 mg" in person.help.lead.text()
    assert len(person.diary.of_kind(TreatmentUse)) == 5


def test_a_dose_within_the_limit_leads_nowhere(person: Living) -> None:
    person.around.desk.do(c.Delete(record_id=FOUR[0].id))
    fifth(person)

    assert person.top is person.window.frame


def test_a_yes_that_comes_back_by_undo_leads_to_help(person: Living) -> None:
    person.say_yes(Sign.BOTH_LEGS)
    person.click(person.help.by_mistake)
    assert person.top is person.window.frame
    person.press("Ctrl+Z")

    assert person.help.been_seen.isVisible()


def test_a_wrong_entry_is_led_to_and_once_corrected_nothing_holds_one(person: Living) -> None:
    fifth(person, 2000.0)
    (newest,) = [use for use in person.diary.of_kind(TreatmentUse) if use.dose_mg == 2000.0]
    person.click(person.help.correct_entry)
    assert person.window.current == "history"
    assert person.around.record_id == newest.id

    person.around.desk.do(c.Delete(record_id=newest.id))
    person.press("F1")
    assert person.help.back.isVisible()


def test_a_call_about_a_sign_is_noted_and_the_sign_stands(person: Living) -> None:
    person.say_yes(Sign.BOTH_LEGS)
    person.clock.go(minutes=10)
    person.click(person.help.have_called)

    assert person.top is person.window.frame
    assert person.toast.text == "Noted: I have called."
    assert [each.answer for each in person.diary.answers] == [SignAnswer.YES]
    (note,) = [each for each in person.diary.of_kind(SignalNote) if each.what != "seen"]
    assert (note.rule, note.what) == ("R01", SignalAnswer.CALLED)
    (first, *_rest) = person.around.desk.assessment().shown
    assert (first.rule.id, first.verdict.level) == ("R01", Level.EMERGENCY)
    person.press("F1")
    assert "Called at" in person.help.words.when.text()
    assert person.help.been_seen.isVisible()
    person.click(person.help.been_seen)
    assert person.toast.text == "Noted as seen by a clinician."


def test_a_call_about_the_sum_is_not_said_to_be_a_visit(person: Living) -> None:
    fifth(person)
    person.click(person.help.have_called)

    assert person.toast.text == "Noted: I have called."
    (note,) = [each for each in person.diary.of_kind(SignalNote) if each.what != "seen"]
    assert (note.rule, note.what) == ("R16", SignalAnswer.CALLED)
    person.press("F1")
    assert "You noted that you have called." in person.help.lead.text()


def test_a_visit_is_noted_and_the_sum_stays_told(person: Living) -> None:
    fifth(person)
    person.click(person.help.been_seen)
    assert person.top is person.window.frame

    (note,) = [
        each
        for each in person.diary.of_kind(SignalNote)
        if each.what is SignalAnswer.SHOWN_TO_DOCTOR
    ]
    assert note.rule == "R16"
    person.press("F1")
    assert person.help.back.isVisible()
    assert "5,000 mg" in person.help.lead.text()
    assert "you have been seen" in person.help.lead.text()


def test_one_by_mistake_leaves_the_sum_on_the_page(person: Living) -> None:
    person.say_yes(Sign.BOTH_LEGS)
    fifth(person)
    person.click(person.help.by_mistake)

    assert person.help.title.text() == "Get advice now"
    assert person.diary.answers == ()


BLOCKED = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("sqlalchemy", "sqlcipher3", "sqlite3", "alembic"):
            raise ModuleNotFoundError(name)

sys.meta_path.insert(0, Blocked())
from PySide6.QtCore import QTimer
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.window import run
from spasmlog.app import clock, open_to_write
from spasmlog.paths import own_journal

def look(window: MainWindow) -> None:
    def ask() -> None:
        window.key_asked.emit("emergency")
        page = window.layers.currentWidget()
        page.signs.ticks[0].click()
        print(page.number.number.text(), page.words.say.text(), page.been_seen.isVisible())
        page.ways.further.click()
        window.close()
    QTimer.singleShot(1500, ask)

run(own_journal(), clock, open_to_write, look)
"""


def test_help_is_there_where_the_store_cannot_even_be_imported(tmp_path: Path) -> None:
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "SPASMLOG_HOME": str(tmp_path),
        "LC_ALL": "en_GB.UTF-8",
    }
    told = subprocess.run(
        [sys.executable, "-c", BLOCKED],
        capture_output=True,
        text=True,
        check=False,
        env=environ,
        timeout=60,
    )

    assert told.stdout.startswith("999 “I have back or neck pain."), told.stderr
    assert told.stdout.strip().endswith("True")
    assert "Traceback" not in told.stderr


def test_an_answer_on_the_page_ends_the_asking_on_today(person: Living) -> None:
    labels = [each.text() for each in person.page.findChildren(QLabel) if each.isVisible()]
    assert "A few questions, because a spasm began" in labels
    person.press("F1")
    person.help.signs.ticks[1].click()
    person.clock.now = moment(0, "09:30")
    person.click(person.help.been_seen)
    person.settle()

    labels = [each.text() for each in person.page.findChildren(QLabel) if each.isVisible()]
    assert "A few questions, because a spasm began" not in labels
