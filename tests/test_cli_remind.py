"""The command for reminders: what it prints, how it ends, and what it starts."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from pytestqt.qtbot import QtBot

from spasmlog import app, paths, settings
from spasmlog.cli import main
from spasmlog.domain.records import Reading
from spasmlog.domain.scales import ReadingWord
from spasmlog.journal.commands import Dose, LogUse
from spasmlog.settings import Settings
from tests.build import treatment
from tests.living import PATIENCE
from tests.ui.fake_desktop import FakeDesktop, private_bus

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
ALWAYS = Settings(remind_relief=True, quiet_from="00:00", quiet_to="00:00")


@pytest.fixture
def due(home: Path) -> Path:
    """A journal in which a dose of an hour ago is to be asked about."""
    path = paths.own_journal()
    with app.writing(path) as journal:
        journal.fill([known := treatment()])
        an_hour_ago = journal.now.plus(timedelta(hours=-1))
        journal.do(LogUse(dose=Dose(treatment_id=known.id, at=an_hour_ago)))
    settings.write(paths.config_folder(), ALWAYS)
    return path


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[FakeDesktop]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
        made = FakeDesktop(address)
        qtbot.waitUntil(lambda: made.has_name, timeout=PATIENCE)
        yield made
        made.bus.close()


def test_where_nothing_is_wanted_it_ends_without_a_word(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["remind"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["remind", "--explain"]) == 0
    assert capsys.readouterr().out == "No reminder is switched on.\n"
    assert not paths.own_journal().exists()


def test_a_journal_that_is_none_is_refused_in_one_sentence(
    due: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    due.write_bytes(b"something else")

    assert main(["remind"]) == 1
    assert capsys.readouterr().err.startswith("spasmlog: ")


def test_where_no_note_can_be_shown_it_says_so_only_when_asked(
    due: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGINT)

    assert main(["remind"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["remind", "--explain"]) == 0
    assert capsys.readouterr().out == "This desktop shows no notifications.\n"
    assert signal.getsignal(signal.SIGINT) is before


def test_it_needs_no_display(due: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    command = [sys.executable, "-m", "spasmlog", "remind", "--explain"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "This desktop shows no notifications.\n"


def test_a_program_of_its_own_shows_the_question_and_saves_the_answer(
    due: Path, desktop: FakeDesktop, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in SCREENS}
    command = [sys.executable, "-m", "spasmlog", "remind"]
    with subprocess.Popen(command, env=environment) as program:
        qtbot.waitUntil(lambda: bool(desktop.seen.shown), timeout=PATIENCE)
        desktop.press("much")
        qtbot.waitUntil(lambda: program.poll() is not None, timeout=PATIENCE)

    assert program.returncode == 0
    assert [each.text for each in desktop.seen.shown] == ["How is it now?"]
    with app.reading(due) as journal:
        (answer,) = journal.diary.of_kind(Reading)
    assert answer.word is ReadingWord.MUCH
    assert main(["remind", "--explain"]) == 0
    assert capsys.readouterr().out == "Nothing is due.\n"


def test_open_puts_the_window_in_its_place(
    due: Path, desktop: FakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[list[str]] = []
    monkeypatch.setattr(os, "execv", lambda _program, words: became.append(words))
    once(lambda: bool(desktop.seen.shown), lambda: desktop.press("default"))

    assert main(["remind"]) == 0
    assert became == [[sys.executable, "-m", "spasmlog", "--journal", str(due)]]


def test_one_that_waits_starts_the_window_beside_itself(
    due: Path, desktop: FakeDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, window = tmp_path / "started", tmp_path / "a window"
    window.write_text(f'#!/bin/sh\necho "$@" > {started}.half\nmv {started}.half {started}\n')
    window.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(window))
    settings.write(paths.config_folder(), replace(ALWAYS, remind_while_closed=True))
    once(lambda: bool(desktop.seen.shown), lambda: desktop.press("default"))
    once(started.exists, QCoreApplication.quit)

    assert main(["remind", "--wait"]) == 0
    assert started.read_text() == f"-m spasmlog --journal {due}\n"


def once(true: Callable[[], bool], act: Callable[[], object]) -> None:
    """Act as soon as something holds, while the program under test lives on."""
    watch = QTimer(QCoreApplication.instance(), interval=10)

    def look() -> None:
        if true():
            watch.stop()
            watch.deleteLater()
            act()

    watch.timeout.connect(look)
    watch.start()
