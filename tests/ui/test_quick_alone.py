"""The quick bar without its window: it saves, and goes away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from spasmlog import app as wiring
from spasmlog import hand_over, paths
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Drink, Episode
from spasmlog.settings import Settings
from spasmlog.ui.quick_alone import QuickAlone
from tests.living import PATIENCE, Clock

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@contextmanager
def alone(qtbot: QtBot, line: str = "", path: Path | None = None) -> Iterator[QuickAlone]:
    clock = Clock()
    made = QuickAlone(
        path or paths.own_journal(),
        clock,
        lambda place: wiring.open_to_write(place, clock),
        Settings(glass_ml=300),
    )
    qtbot.addWidget(made.bar)
    made.start(line)
    try:
        yield made
    finally:
        made.end()


def kept() -> Diary:
    with wiring.reading(paths.own_journal(), Clock()) as journal:
        return journal.read_rest()


def test_what_is_typed_before_the_journal_is_open_is_saved(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "7 neck")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        assert made.bar.is_saving
        qtbot.waitUntil(lambda: bool(made.bar.told.text()), timeout=PATIENCE)

        assert made.bar.told.text().startswith("Spasm of 7 began")
    assert len(kept().of_kind(Episode)) == 1


def test_it_can_be_left_at_once_and_nothing_is_lost(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "w2")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        with qtbot.waitSignal(made.ended, timeout=PATIENCE):
            QTest.keyClick(made.bar.line, Qt.Key.Key_Escape)

    assert [each.volume_ml for each in kept().of_kind(Drink)] == [300, 300]


def test_undo_takes_back_what_it_saved(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "7 neck")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.told.text()), timeout=PATIENCE)
        made.bar.undo.click()

    assert kept().of_kind(Episode) == ()


def test_a_line_that_is_given_stands_in_it_and_is_not_saved_by_itself(qtbot: QtBot) -> None:
    with alone(qtbot, "7") as made:
        assert made.bar.line.text() == "7"
        assert not made.bar._wait.isActive()


def test_what_the_journal_refuses_stays_in_the_line(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "7 @23:59")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)

        assert "has not come yet" in made.bar.problem.text()
        assert made.bar.line.text() == "7 @23:59"


def test_a_journal_that_cannot_be_opened_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    wrong = tmp_path / "shopping.txt"
    wrong.write_text("milk")
    with alone(qtbot, path=wrong) as made:
        QTest.keyClicks(made.bar.line, "7 neck")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)

        assert made.bar.line.text() == "7 neck"
    assert wrong.read_text() == "milk"


def test_another_bar_is_this_one_and_a_window_takes_over(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "w")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        assert json.dumps(made._answer(hand_over.QUICK, "7")) == '{"here": true}'
        assert made.bar.line.text() == "7"
        with qtbot.waitSignal(made.ended, timeout=PATIENCE):
            assert made._answer(hand_over.FORWARD, "") == {"gone": True}

        lock = wiring.open_to_write(paths.own_journal(), Clock())
        lock[0].database.close()
        lock[1].release()
    assert len(kept().of_kind(Drink)) == 1


def test_a_line_of_the_command_is_kept_beside_what_is_being_typed(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        assert "still opening" in str(made._answer(hand_over.LINE, "w")["refused"])
        qtbot.waitUntil(lambda: made.desk.writes, timeout=PATIENCE)
        QTest.keyClicks(made.bar.line, "7 neck le")
        assert made._answer(hand_over.LINE, "w") == {"said": ["Glass 1 added."]}
        assert "0 to 10" in str(made._answer(hand_over.LINE, "11")["refused"])

        assert made.bar.line.text() == "7 neck le"
        assert made.bar.line.isVisible()
    assert [type(each) for each in kept().by_id.values()] == [Drink]


def test_a_bar_without_a_journal_makes_room_for_a_line(qtbot: QtBot, tmp_path: Path) -> None:
    wrong = tmp_path / "shopping.txt"
    wrong.write_text("milk")
    with alone(qtbot, path=wrong) as made:
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)

        assert made._answer(hand_over.LINE, "w") == {"gone": True}
