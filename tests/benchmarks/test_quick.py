"""The quick bar: from key to typing, from Enter to disk, and another start that hands over."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from spasmlog.domain.records import Reading
from spasmlog.ui.pictures import settle
from spasmlog.ui.session import Session

Tell = Callable[[str, str, str], None]
ROUNDS = 20
STARTS = 9
SERVER = """
import sys
from PySide6.QtCore import QCoreApplication
from pathlib import Path
from spasmlog.ui.single import Single

app = QCoreApplication(sys.argv[:1])
Single(Path(sys.argv[1])).listen(lambda _asked, _line: {"here": True})
print("listening", flush=True)
app.exec()
"""
ALONE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from spasmlog import app as wiring
from spasmlog.ui import quick_alone, quick_bar


class Ready(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False


ready = Ready()
opened = quick_bar.QuickBar.open


def watched(bar, line=""):
    bar.line.installEventFilter(ready)
    opened(bar, line)


quick_bar.QuickBar.open = watched
quick_alone.run(Path(sys.argv[1]), wiring.clock, wiring.open_to_write, "")
"""


def ms(seconds: Sequence[float]) -> str:
    return f"{median(seconds) * 1000:.0f} ms"


def press(session: Session, keys: str) -> None:
    QTest.keySequence(QApplication.focusWidget() or session.window, keys)


def test_from_the_key_to_typing(session: Session, figure: Tell) -> None:
    settle(session)
    taken: list[float] = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        press(session, "Ctrl+K")
        bar = session.quick.bar
        bar.repaint()
        QApplication.processEvents()
        assert bar.line.hasFocus()
        taken.append(time.perf_counter() - began)
        press(session, "Escape")
    figure("quick bar, key to ready for typing, ten years", ms(taken), "150 ms")
    figure("the same, the first time", f"{taken[0] * 1000:.0f} ms", "150 ms")


def test_each_key_in_the_bar(session: Session, figure: Tell) -> None:
    settle(session)
    press(session, "Ctrl+K")
    line, taken = session.quick.bar.line, []
    for letter in "7 low back left 20m lifting ibuprofen 400 sore since the garden":
        began = time.perf_counter()
        QTest.keyClicks(line, letter)
        session.quick.bar.repaint()
        taken.append(time.perf_counter() - began)
    figure("quick bar, a key to its chips, ten years", ms(taken), "-")
    figure("the same, slowest", f"{max(taken) * 1000:.0f} ms", "60 ms")
    assert line.text().endswith("garden")


def test_enter_to_saved(session: Session, figure: Tell) -> None:
    settle(session)
    journal, on_disk, said = session.window.around.desk.journal, [], []
    kept: list[float] = []
    journal.subscribe(lambda _step: kept.append(time.perf_counter()))
    press(session, "Ctrl+K")
    bar = session.quick.bar
    before = len(journal.diary.of_kind(Reading))
    for pain in range(ROUNDS):
        bar.open(f"p {pain % 11}")
        QApplication.processEvents()
        began = time.perf_counter()
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        bar.repaint()
        said.append(time.perf_counter() - began)
        on_disk.append(kept[-1] - began)
        assert bar.told.isVisible()
    figure("Enter in the quick bar to its message painted, ten years", ms(said), "-")
    figure("Enter in the quick bar to saved on disk, ten years", ms(on_disk), "25 ms")
    assert len(journal.diary.of_kind(Reading)) - before == ROUNDS


def life(*command: str) -> float:
    """Seconds that a process lives."""
    began = time.perf_counter()
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}
    subprocess.run([sys.executable, *command], check=True, env=environment)
    return time.perf_counter() - began


@contextmanager
def listening(path: Path) -> Iterator[None]:
    """A program that has the journal, and does nothing but answer."""
    command = [sys.executable, "-c", SERVER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline() == "listening\n"
        yield
        server.kill()


def test_another_start(
    journals: dict[int, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Tell
) -> None:
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True)
    path = Path(shutil.copy(journals[10], home / "data" / "journal.spasmlog"))
    monkeypatch.setenv("SPASMLOG_HOME", str(home))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare, quick = [], []
    with listening(path):
        for round_ in range(STARTS + 1):  # in pairs, so that both meet the same weather
            pair = life("-c", "pass"), life("-m", "spasmlog", "--quick", "7 neck")
            if round_:  # once without being counted: compiled files, the disk's cache
                bare.append(pair[0])
                quick.append(pair[1])
    alone = [life("-c", ALONE, str(path)) for _round in range(STARTS)]
    own = [all_of_it - start for all_of_it, start in zip(quick, bare, strict=True)]
    figure("python -c pass", ms(bare), "-")
    figure("spasmlog --quick beside an open window, the whole process", ms(quick), "-")
    figure("the same, its own work beyond the interpreter's start", ms(own), "50 ms")
    figure("spasmlog --quick alone: process start to ready for typing", ms(alone), "-")
    assert len(own) == len(alone) == STARTS
