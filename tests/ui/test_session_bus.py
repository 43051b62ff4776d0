"""The connection to the session bus: found, let in, and lost where nobody sensible is there."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.ui.bus_message import Kind, Message
from spasmlog.ui.bus_wire import MOST_BYTES, encode
from spasmlog.ui.notifications import Notifier
from spasmlog.ui.session_bus import SessionBus, addresses

ASKED = Message(kind=Kind.CALL, path="/a", interface="a.b", member="Ask", destination="a.b")
SIGNAL = replace(ASKED, kind=Kind.SIGNAL, serial=7)


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, ()),
        ({"XDG_RUNTIME_DIR": "/nowhere"}, ()),
        ({"XDG_RUNTIME_DIR": "/tmp", "DBUS_SESSION_BUS_ADDRESS": "unix:path=/z"}, (b"/z",)),
    ],
)
def test_the_bus_is_where_the_environment_says(
    environment: dict[str, str], found: tuple[bytes, ...]
) -> None:
    assert addresses(environment) == found


def test_the_bus_of_the_runtime_folder_is_taken_where_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    assert addresses({"XDG_RUNTIME_DIR": str(tmp_path)}) == (bytes(tmp_path / "bus"),)


@dataclass(frozen=True)
class Ends:
    """A connection, and what sits where the bus should be."""

    bus: SessionBus
    far: socket.socket
    qtbot: QtBot

    def read(self, size: int) -> bytes:
        """What comes out at the far end, once it is so much."""
        came = bytearray()

        def has_come() -> bool:
            with suppress(BlockingIOError):
                came.extend(self.far.recv(1 << 20))
            return len(came) >= size

        self.qtbot.waitUntil(has_come)
        return bytes(came)

    def let_in(self) -> None:
        """Say what a bus says; it does not go on before it is told to begin."""
        greeting = self.read(10)
        assert greeting.startswith(b"\0AUTH EXTERNAL ")
        self.far.sendall(b"OK 1234\r\n")
        begun = self.read(100)
        assert begun.startswith(b"BEGIN\r\nl\x01")
        assert b"Hello" in begun

    def is_lost_over(self, *said: bytes) -> bool:
        """Whether the connection ends with that, and nothing is raised over it."""
        with self.qtbot.waitSignal(self.bus.lost):
            for each in said:
                self.far.sendall(each)
        return not self.bus.is_connected


@contextmanager
def listening(name: str) -> Iterator[tuple[socket.socket, str]]:
    """Where a bus could be, and its address, which no other run of tests has."""
    abstract = f"spasmlog-test-{name}-{os.getpid()}"
    with socket.socket(socket.AF_UNIX) as found:
        found.bind(f"\0{abstract}")
        found.listen()
        yield found, f"unix:abstract={abstract}"


@contextmanager
def connected(bus: SessionBus, name: str, qtbot: QtBot) -> Iterator[Ends]:
    with listening(name) as (found, address):
        assert bus.start({"DBUS_SESSION_BUS_ADDRESS": address})
        far, _who = found.accept()
        far.setblocking(False)
        with far:
            yield Ends(bus, far, qtbot)


@pytest.fixture
def ends(qtbot: QtBot) -> Iterator[Ends]:
    bus = SessionBus()
    with connected(bus, "bus", qtbot) as made:
        yield made
        bus.close()


@pytest.mark.parametrize(
    "said",
    [
        b"REJECTED EXTERNAL\r\n",
        b"OK 1234\r\nand more before it was told to begin",
        b"never an end of the line" * 400,
    ],
    ids=["refused", "hasty", "endless"],
)
def test_a_bus_that_does_not_let_us_in_is_lost(ends: Ends, said: bytes) -> None:
    assert ends.is_lost_over(said)
    ends.bus.call(ASKED)
    assert not ends.bus._waiting


@pytest.mark.parametrize(
    "said",
    [b"x" * 40, b"l" * 40, encode(SIGNAL)[:16] + b"\x63" * 80],
    ids=["no order", "too long", "no fields"],
)
def test_a_bus_that_talks_nonsense_is_lost(ends: Ends, said: bytes) -> None:
    ends.let_in()
    assert ends.is_lost_over(said)


def test_a_message_that_is_too_long_is_not_waited_for(ends: Ends) -> None:
    ends.let_in()
    head = bytearray(encode(SIGNAL)[:16])
    head[4:8] = MOST_BYTES.to_bytes(4, "little")
    assert ends.is_lost_over(*(bytes([each]) for each in head))


def test_a_bus_that_is_lost_can_be_found_again(ends: Ends, qtbot: QtBot) -> None:
    ends.let_in()
    ends.far.sendall(encode(SIGNAL)[:20])
    assert ends.is_lost_over(b"x" * 200)
    with connected(ends.bus, "again", qtbot) as again:
        again.let_in()


def test_a_bus_that_hangs_up_before_it_has_said_anything_is_lost(ends: Ends) -> None:
    with ends.qtbot.waitSignal(ends.bus.lost):
        ends.far.close()
    ends.bus._readable()
    ends.bus._writable()
    ends.bus._lose()
    ends.bus.close()
    assert not ends.bus.is_connected


def test_a_bus_that_has_nothing_to_say_is_not_lost(ends: Ends) -> None:
    ends.bus._readable()
    assert ends.bus.is_connected


def test_a_bus_that_lets_us_in_bit_by_bit_is_ready_when_it_has_named_us(ends: Ends) -> None:
    ends.read(10)
    for each in b"OK 1234":
        ends.far.sendall(bytes([each]))
        ends.bus._readable()
    with ends.qtbot.waitSignal(ends.bus.ready):
        ends.far.sendall(b"\r\n")
        ends.read(100)
        named = Message(kind=Kind.REPLY, serial=1, reply_to=1, signature="s", body=(":1.1",))
        ends.far.sendall(encode(named))


def test_a_reply_is_told_to_who_asked_and_another_one_to_nobody(ends: Ends) -> None:
    told: list[Message] = []
    ends.let_in()
    ends.bus.call(ASKED, told.append)
    for number in (99, 2):
        ends.far.sendall(encode(replace(ASKED, kind=Kind.ERROR, error="a.b", reply_to=number)))
    ends.qtbot.waitUntil(lambda: len(told) == 1)
    assert (told[0].reply_to, told[0].error) == (2, "a.b")


def test_what_comes_in_pieces_is_put_together(ends: Ends) -> None:
    heard: list[Message] = []
    ends.bus.heard.connect(heard.append)
    ends.let_in()
    said = encode(SIGNAL)
    ends.far.sendall(said[:20])
    ends.bus._readable()
    ends.far.sendall(said[20:] + said)
    ends.qtbot.waitUntil(lambda: heard == [SIGNAL, SIGNAL])


def test_the_bus_is_asked_for_the_signals_of_a_sender(ends: Ends) -> None:
    ends.let_in()
    ends.bus.listen("c.d", member="E", first="f.g")
    asked = ends.read(100)
    assert b"AddMatch" in asked
    assert b"sender='c.d',member='E',type='signal',arg0='f.g'" in asked


def test_much_that_is_asked_at_once_goes_out_bit_by_bit(ends: Ends) -> None:
    ends.let_in()
    ends.bus.call(replace(ASKED, signature="s", body=("x" * 900_000,)))
    assert ends.bus._out
    assert ends.read(900_000).endswith(b"x\0")
    ends.qtbot.waitUntil(lambda: not ends.bus._out)


def test_a_bus_that_hangs_up_while_something_is_sent_is_lost(ends: Ends) -> None:
    ends.far.close()
    with ends.qtbot.waitSignal(ends.bus.lost):
        ends.bus.call(ASKED)


@pytest.mark.parametrize("said", [b"HTTP/1.1 400\r\n\r\n", b"." * 8_193])
def test_behind_a_bus_that_is_none_no_notes_are_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, said: bytes
) -> None:
    told: list[tuple[str, str]] = []

    def tell(title: str, text: str) -> bool:
        told.append((title, text))
        return True

    with listening("none") as (found, address):
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        notifier = Notifier(otherwise=tell)
        notifier.show("a", "SpasmLog", "one")
        far, _who = found.accept()
        with far, qtbot.waitSignal(notifier.settled) as settled:
            far.sendall(said)
    assert (settled.args, notifier.available) == ([False], False)
    assert told == [("SpasmLog", "one")]
