"""One window a journal: a second start brings the first to the front."""

from __future__ import annotations

import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.single import Single, socket_name

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from spasmlog.ui.single import Single

app = QCoreApplication([])
sys.exit(0 if Single(Path(sys.argv[1])).raise_the_other() else 3)
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A journal, and a runtime folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield tmp_path / "journal.spasmlog"


def second_start(qtbot: QtBot, path: Path) -> int:
    """How another process that asks ends, while this one lives on."""
    other = QProcess()
    other.start(sys.executable, ["-c", SECOND, str(path)])
    qtbot.waitUntil(lambda: other.state() == QProcess.ProcessState.NotRunning, timeout=30_000)
    return other.exitCode()


def test_the_first_start_finds_nobody(path: Path) -> None:
    assert not Single(path).raise_the_other()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_second_start_brings_a_minimised_window_to_the_front(qtbot: QtBot, path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    single = Single(path)
    single.listen(window)
    window.showMinimized()

    assert second_start(qtbot, path) == 0
    qtbot.waitUntil(lambda: window.isVisible() and not window.isMinimized())
    assert second_start(qtbot, path.with_name("another.spasmlog")) == 3


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_socket_left_by_a_killed_program_is_taken_over(qtbot: QtBot, path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(socket_name(path))
    left.close()
    assert Path(socket_name(path)).exists()
    assert not Single(path).raise_the_other()
    window = QWidget()
    qtbot.addWidget(window)
    Single(path).listen(window)

    assert second_start(qtbot, path) == 0
    qtbot.waitUntil(window.isVisible)


def test_every_home_and_every_journal_has_a_socket_of_its_own(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = socket_name(path)
    monkeypatch.setenv("SPASMLOG_HOME", str(tmp_path / "other"))
    two = socket_name(path)

    assert len({one, two, socket_name(path.with_name("b")), socket_name(path.parent)}) == 4


def test_without_a_runtime_folder_the_temporary_one_is_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    assert Path(socket_name(path)).parent.is_dir()
