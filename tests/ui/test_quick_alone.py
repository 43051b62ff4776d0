"""The quick bar without its window: it saves, and goes away."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from spasmlog import app as wiring
from spasmlog import hand_over, paths
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Drink, Episode
from spasmlog.settings import Settings
from spasmlog.store.lock import WriterLock
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
        made.bar.line.clear()
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


@pytest.mark.parametrize("asked", [hand_over.LINE, hand_over.ANSWER])
def test_a_bar_without_a_journal_leaves_it_to_others_and_keeps_its_text(
    qtbot: QtBot, tmp_path: Path, asked: str
) -> None:
    wrong = tmp_path / "shopping.txt"
    wrong.write_text("milk")
    with alone(qtbot, path=wrong) as made:
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)
        QTest.keyClicks(made.bar.line, "7 neck")

        assert made._answer(asked, "w") == {"gone": True}
        assert (made.bar.isVisible(), made.bar.line.text()) == (True, "7 neck")


def test_a_journal_that_is_mended_meanwhile_is_written_by_the_next_enter(qtbot: QtBot) -> None:
    path = paths.own_journal()
    path.parent.mkdir(parents=True)
    path.write_text("milk")
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "7 neck")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)
        QTest.keyClicks(made.bar.line, " ")
        assert not made.bar.problem.text()
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)
        path.unlink()
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.told.text()), timeout=PATIENCE)
    assert len(kept().of_kind(Episode)) == 1


def test_closed_by_the_desktop_it_ends(qtbot: QtBot) -> None:
    with alone(qtbot) as made, qtbot.waitSignal(made.ended, timeout=PATIENCE):
        made.bar.close()


def test_it_does_not_promise_to_keep_the_text_that_ends_with_it(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "7 neck left")
        spoken = [each.accessibleName() for each in made.bar.hints.findChildren(QLabel)]

        assert "Esc closes and drops the text" in spoken


def test_too_much_paracetamol_is_said_at_once_and_stays(qtbot: QtBot) -> None:
    with alone(qtbot) as made:
        QTest.keyClicks(made.bar.line, "paracetamol 4500")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.told.text()), timeout=PATIENCE)

        assert "adds up to 4,500 mg" in made.bar.told.text().replace("\xa0", " ")
        assert "Get advice now" in made.bar.told.text()
        assert not made.bar._leave.isActive()


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A runtime folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from spasmlog.ui.single import Single

app = QCoreApplication([])

def answer(asked, line):
    print(asked, line, flush=True)
    QTimer.singleShot(100, app.quit)
    return {"here": True}

Single(Path(sys.argv[1]), app).listen(answer)
app.exec()
"""


@contextmanager
def a_window() -> Iterator[subprocess.Popen[str]]:
    """Another program that listens on the same journal, and says what it hears."""
    command = [sys.executable, "-c", WINDOW, str(paths.own_journal())]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def heard(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.read()


def test_what_is_half_typed_goes_over_to_the_window_that_comes(qtbot: QtBot, runtime: None) -> None:
    with alone(qtbot) as made:
        qtbot.waitUntil(lambda: made.desk.writes, timeout=PATIENCE)
        QTest.keyClicks(made.bar.line, "7 neck le")
        assert made._answer(hand_over.FORWARD, "") == {"gone": True}
        assert not made.desk.is_open
        QTest.keyClicks(made.bar.line, "ft")
        with a_window() as other:
            qtbot.waitUntil(lambda: made._is_over, timeout=PATIENCE)
            assert heard(other) == "quick 7 neck left\n"
    assert not kept().by_id


def test_where_no_window_comes_the_bar_goes_on_with_what_is_typed(
    qtbot: QtBot, runtime: None
) -> None:
    with alone(qtbot) as made:
        qtbot.waitUntil(lambda: made.desk.writes, timeout=PATIENCE)
        QTest.keyClicks(made.bar.line, "7 neck")
        made._answer(hand_over.FORWARD, "")
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        made._way._tries = 1
        qtbot.waitUntil(lambda: bool(made.bar.told.text()), timeout=PATIENCE)
    assert len(kept().of_kind(Episode)) == 1


def test_of_two_bars_at_once_the_one_without_the_journal_goes_to_the_other(
    qtbot: QtBot, runtime: None
) -> None:
    lock = WriterLock.take(paths.own_journal())
    with alone(qtbot, "7 neck") as made:
        qtbot.waitUntil(lambda: made._way.is_under_way, timeout=PATIENCE)
        with a_window() as other:
            qtbot.waitUntil(lambda: made._is_over, timeout=PATIENCE)
            assert heard(other) == "quick 7 neck\n"
    lock.release()


def test_where_nobody_takes_it_over_why_it_is_not_saved_is_said(
    qtbot: QtBot, runtime: None
) -> None:
    lock = WriterLock.take(paths.own_journal())
    with alone(qtbot, "7 neck") as made:
        qtbot.waitUntil(lambda: made._way.is_under_way, timeout=PATIENCE)
        made._way._tries = 1
        qtbot.waitUntil(lambda: bool(made.bar.problem.text()), timeout=PATIENCE)
        assert "open in another window" in made.bar.problem.text()
        lock.release()
        QTest.keyClick(made.bar.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(made.bar.told.text()), timeout=PATIENCE)
    assert len(kept().of_kind(Episode)) == 1
