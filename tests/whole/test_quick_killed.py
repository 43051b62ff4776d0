"""The quick bar as a program of its own: others start beside it, and it is killed at its worst."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from spasmlog import app, paths
from spasmlog.domain.records import Drink, Episode
from spasmlog.store.check import check

BAR = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from spasmlog import app as wiring, paths
from spasmlog.settings import Settings
from spasmlog.ui.quick_alone import QuickAlone

app = QApplication(sys.argv[:1])
alone = QuickAlone(paths.own_journal(), wiring.clock, wiring.open_to_write, Settings())
line = alone.bar.line
line.textChanged.connect(lambda text: print("line", text, flush=True))
alone.desk.saved.connect(lambda _step: print("saved", flush=True))
alone.ended.connect(app.quit)
alone.start("")
waited = QTimer(interval=10)


def type_when_ready():
    if alone.desk.writes:
        waited.stop()
        for typed in sys.argv[1:]:
            QTest.keyClicks(line, typed.removesuffix("!"))
            if typed.endswith("!"):
                QTest.keyClick(line, Qt.Key.Key_Return)
        print("ready", flush=True)


waited.timeout.connect(type_when_ready)
waited.start()
sys.exit(app.exec())
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A runtime folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


class Bar:
    """The running program, and what it said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def until(self, said: str) -> None:
        """Read on until it says this."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.strip() == said:
                return
        raise AssertionError(f"it ended without saying {said!r}")

    def kill(self) -> None:
        """At once, as if the power had gone."""
        self._process.kill()
        self._process.wait()

    def ends(self) -> int:
        """Its exit code, once it has ended by itself."""
        return self._process.wait(timeout=60)


@contextmanager
def bar(*typed: str) -> Iterator[Bar]:
    """The bar alone, with this typed into it; "!" presses Enter."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", BAR, *typed]
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as process:
        made = Bar(process)
        made.until("ready")
        try:
            yield made
        finally:
            process.kill()


def spasmlog(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Another start beside it."""
    command = [sys.executable, "-m", "spasmlog", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def kinds() -> list[type]:
    """What is in the journal, as a start after this would find it."""
    assert check(paths.own_journal()).whole
    with app.reading(paths.own_journal()) as journal:
        return [type(each) for each in journal.read_rest().by_id.values()]


def test_killed_between_key_and_save_what_was_saved_is_there_and_nothing_half() -> None:
    with bar("6 neck!", "w") as made:  # the glass would save itself in a moment
        made.kill()
        assert kinds().count(Episode) == 1
        assert Drink not in kinds()

        done = spasmlog("log", "w")
        assert (done.returncode, done.stderr) == (0, "")
    assert kinds().count(Drink) == 1


def test_a_second_bar_is_the_first_and_a_line_is_kept_beside_it() -> None:
    with bar() as made:
        second = spasmlog("--quick", "7 neck le")
        assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
        made.until("line 7 neck le")
        kept, refused = spasmlog("log", "w2"), spasmlog("log", "11")

        assert (kept.returncode, kept.stderr) == (0, "")
        assert (refused.returncode, refused.stdout) == (1, "")
        assert len(refused.stderr.splitlines()) == 1
        made.until("saved")
        made.kill()
    assert kinds() == [Drink, Drink]
