"""Asked to end by the system, the program ends as when its window is closed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from spasmlog import app as wiring
from spasmlog import paths
from spasmlog.domain.records import Reading
from spasmlog.domain.scales import Nrs
from spasmlog.ui.ending import Ending, end
from tests.living import living


@pytest.fixture
def own_signals() -> Iterator[None]:
    """Signals are the process's own: they are given back."""
    before = signal.getsignal(signal.SIGUSR1)
    yield
    signal.signal(signal.SIGUSR1, before)


def test_a_signal_is_heard_while_qt_waits(qtbot: QtBot, own_signals: None) -> None:
    parent = QObject()
    ending = Ending(parent, (signal.SIGUSR1,))
    with qtbot.waitSignal(ending.asked):
        os.kill(os.getpid(), signal.SIGUSR1)
    ending._hear()  # nothing more has come, and nothing is said
    ending.close()


def test_asked_to_end_the_window_closes_and_the_journal_with_it(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.start()
        end(made.session)
        assert not made.window.isVisible()
        assert not made.around.desk.is_open


def test_asked_to_end_before_all_is_there_it_ends_too(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        end(made.session)
        assert not made.window.isVisible()


PROGRAM = """
from PySide6.QtCore import QTimer
from spasmlog import app as wiring, paths
from spasmlog.domain.scales import Nrs
from spasmlog.journal.commands import LogReading
from spasmlog.ui import window as opened

def attend(window):
    window.around.desk.do(LogReading(pain=Nrs(6)))  # waits until the journal can be written
    window.around.desk.opened.connect(lambda: print("opened", flush=True))
    window.closing.connect(lambda: print("closing", flush=True))

print("ended", opened.run(paths.own_journal(), wiring.clock, wiring.open_to_write, attend))
"""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_program_saves_what_waits_and_ends_without_a_fault(number: signal.Signals) -> None:
    command = [sys.executable, "-c", PROGRAM]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "opened\n"
        program.send_signal(number)
        rest = program.stdout.read()
    assert rest == "closing\nended 0\n"
    with wiring.reading(paths.own_journal()) as journal:
        assert [each.pain for each in journal.read_rest().of_kind(Reading)] == [Nrs(6)]
