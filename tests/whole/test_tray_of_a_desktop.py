"""The real program beside a tray as desktops have one: a StatusNotifierWatcher on a bus."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from spasmlog import paths, settings
from spasmlog.settings import Settings
from spasmlog.ui.bus_message import Kind, Message
from tests.ui.fake_desktop import FakeDesktop, Service, private_bus

WATCHER, ITEM = "org.kde.StatusNotifierWatcher", "org.kde.StatusNotifierItem"
PATIENCE = 60_000
Start = Callable[[list[str]], "subprocess.Popen[str]"]
PROGRAM = """
import os
from PySide6.QtCore import QTimer
from spasmlog import app as wiring, paths
from spasmlog.ui import window as opened
from spasmlog.ui.outdoors import Outdoors

def attend(window):
    outdoors = []

    def look():
        outdoors[:] = outdoors or window.findChildren(Outdoors)
        if outdoors and outdoors[0].tray is not None:
            waiting.stop()
            window.close()  # into the tray
            print("visible", window.isVisible(), flush=True)

    waiting = QTimer(window, interval=50)
    waiting.timeout.connect(look)
    waiting.start()

print(opened.run(paths.own_journal(), wiring.clock, wiring.open_to_write, attend), flush=True)
"""


class Panel(Service):
    """The part of a desktop that shows icons."""

    def __init__(self, address: str) -> None:
        self.item = ""
        self.said: dict[str, Message] = {}
        super().__init__(address, WATCHER)

    def answer(self, asked: Message) -> tuple[str, tuple[Any, ...]] | None:
        if asked.member == "Get":
            return "v", (("b", asked.body[1] == "IsStatusNotifierHostRegistered"),)
        if asked.member == "RegisterStatusNotifierItem":
            self.item = asked.sender
        return "", ()

    def ask(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> None:
        asked = Message(
            kind=Kind.CALL,
            destination=self.item,
            path=path,
            interface=interface,
            member=member,
            signature=signature,
            body=body,
        )
        self.bus.call(asked, lambda reply: self.said.update({member: reply}))

    def menu(self) -> dict[str, int]:
        """The numbers of what stands in the menu, by its words."""
        found: dict[str, int] = {}

        def walk(item: tuple[int, dict[str, tuple[str, Any]], list[tuple[str, Any]]]) -> None:
            number, about, below = item
            if "label" in about:
                found[about["label"][1]] = number
            for _type, each in below:
                walk(each)

        walk(self.said["GetLayout"].body[1])
        return found

    def choose(self, number: int) -> None:
        body = (number, "clicked", ("s", ""), 0)
        self.ask("/MenuBar", "com.canonical.dbusmenu", "Event", "isvu", *body)


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        yield address


@pytest.fixture
def started() -> Iterator[Start]:
    """Starts a program that does not outlive the test, nor what it has started itself."""
    running: list[subprocess.Popen[str]] = []

    def start(command: list[str]) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        running.append(program)
        return program

    yield start
    for program in running:
        if program.poll() is None:
            os.killpg(program.pid, signal.SIGTERM)
            program.communicate()


def test_a_spasm_is_logged_from_the_tray_of_a_desktop_and_the_program_ended_there(
    qtbot: QtBot, bus: str, started: Start
) -> None:
    settings.write(paths.config_folder(), Settings(stay_in_tray=True))
    panel, desktop = Panel(bus), FakeDesktop(bus)
    qtbot.waitUntil(lambda: panel.has_name and desktop.has_name)
    command = ["xvfb-run", "-a", sys.executable, "-c", PROGRAM]
    program = started(command)
    qtbot.waitUntil(lambda: bool(panel.item), timeout=PATIENCE)
    # The first note says that the window waits in the tray.
    qtbot.waitUntil(lambda: bool(desktop.seen.shown), timeout=PATIENCE)
    asking = QTimer()
    asking.timeout.connect(
        lambda: panel.ask("/MenuBar", "com.canonical.dbusmenu", "GetLayout", "iias", 0, -1, [])
    )
    asking.start(100)
    properties = "org.freedesktop.DBus.Properties"
    panel.ask("/StatusNotifierItem", properties, "Get", "ss", ITEM, "ToolTip")
    qtbot.waitUntil(lambda: len(panel.said) == 2 and "_7  severe" in panel.menu(), timeout=PATIENCE)
    asking.stop()
    assert panel.said["Get"].body[0][1][2] == "SpasmLog"

    panel.choose(panel.menu()["A spasm _began"])
    qtbot.waitUntil(lambda: len(desktop.seen.shown) == 2, timeout=PATIENCE)
    assert desktop.last.text.startswith("Spasm began")
    panel.choose(panel.menu()["_Quit"])
    qtbot.waitUntil(lambda: program.poll() is not None, timeout=PATIENCE)

    assert program.communicate()[0].split("\n")[:2] == ["visible False", "0"]
    panel.bus.close()
    desktop.bus.close()
