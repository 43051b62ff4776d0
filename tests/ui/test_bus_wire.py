"""Messages of D-Bus as bytes: known bytes, every type there and back, nonsense refused."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from spasmlog.ui.bus_wire import (
    MOST_BYTES,
    Kind,
    Malformed,
    Message,
    Variant,
    decode,
    encode,
    length_of,
    types_of,
)
from spasmlog.ui.session_bus import SessionBus, addresses

HELLO = Message(
    kind=Kind.CALL,
    serial=1,
    path="/org/freedesktop/DBus",
    interface="org.freedesktop.DBus",
    member="Hello",
    destination="org.freedesktop.DBus",
)
HELLO_BYTES = (
    b"l\x01\x00\x01\x00\x00\x00\x00\x01\x00\x00\x00\x6d\x00\x00\x00"
    b"\x01\x01o\x00\x15\x00\x00\x00/org/freedesktop/DBus\x00\x00\x00"
    b"\x02\x01s\x00\x14\x00\x00\x00org.freedesktop.DBus\x00\x00\x00\x00"
    b"\x03\x01s\x00\x05\x00\x00\x00Hello\x00\x00\x00"
    b"\x06\x01s\x00\x14\x00\x00\x00org.freedesktop.DBus\x00\x00\x00\x00"
)
ALL_TYPES: tuple[tuple[str, Any], ...] = (
    ("y", 255),
    ("b", True),
    ("n", -3),
    ("q", 65_535),
    ("i", -1),
    ("u", 4_294_967_295),
    ("x", -(2**40)),
    ("t", 2**63),
    ("d", 0.5),
    ("s", "größer ✓"),
    ("o", "/a/b"),
    ("g", "a{sv}"),
    ("v", Variant("(is)", (1, "x"))),
    ("as", ("a", "", "ccc")),
    ("ax", ()),
    ("a(yu)", ((1, 2), (3, 4))),
    ("a{sv}", {"urgency": Variant("y", 1), "more": Variant("as", ("q",))}),
)


def test_a_known_message_has_the_bytes_of_the_specification() -> None:
    assert encode(HELLO) == HELLO_BYTES
    assert decode(HELLO_BYTES) == HELLO
    assert length_of(HELLO_BYTES + b"more") == len(HELLO_BYTES)


@pytest.mark.parametrize(("signature", "value"), ALL_TYPES)
def test_every_type_comes_back_as_it_was(signature: str, value: Any) -> None:
    sent = replace(HELLO, signature=f"y{signature}s", body=(7, value, "end"))
    assert decode(encode(sent)) == sent


def test_all_types_at_once_come_back() -> None:
    signature = "".join(kind for kind, _value in ALL_TYPES)
    sent = replace(HELLO, signature=signature, body=tuple(value for _kind, value in ALL_TYPES))
    assert decode(encode(sent)) == sent
    assert types_of(signature) == tuple(kind for kind, _value in ALL_TYPES)


def test_a_message_with_the_high_end_first_is_read_too() -> None:
    big = (
        b"B\x04\x00\x01\x00\x00\x00\x04\x00\x00\x00\x09\x00\x00\x00\x1b"
        b"\x03\x01s\x00\x00\x00\x00\x06Closed\x00\x00\x08\x01g\x00\x01u\x00\x00\x00\x00\x00\x00"
        b"\x00\x00\x00\x05"
    )
    big = big.replace(b"\x00\x00\x00\x1b", (len(b"\x03\x01s\x00\x00\x00\x00\x06Closed\x00\x00") + 7)
                      .to_bytes(4, "big"))  # fmt: skip
    padded = big[: 16 + 17 + 7] + b"\x00\x00\x00\x05"
    said = decode(padded)

    assert (said.kind, said.serial, said.member, said.body) == (Kind.SIGNAL, 9, "Closed", (5,))


@pytest.mark.parametrize("signature", ["a", "(i", "{", "z", "a(", "a()"])
def test_a_signature_that_is_none_is_refused(signature: str) -> None:
    with pytest.raises(Malformed):
        types_of(signature)


def test_a_message_of_unreasonable_length_is_refused() -> None:
    head = bytearray(HELLO_BYTES[:16])
    head[4:8] = MOST_BYTES.to_bytes(4, "little")
    with pytest.raises(Malformed):
        length_of(head)


def test_a_message_that_has_hardly_begun_has_no_length_yet() -> None:
    assert length_of(HELLO_BYTES[:15]) is None


@given(st.binary(max_size=200), st.integers(0, len(HELLO_BYTES)))
def test_any_bytes_are_a_message_or_refused(noise: bytes, at: int) -> None:
    """Nothing else may be raised, whatever a broken server sends."""
    bent = HELLO_BYTES[:at] + noise + HELLO_BYTES[at + len(noise) :]
    try:
        assert isinstance(decode(bent), Message)
    except Malformed:
        return


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, ()),
        ({"DBUS_SESSION_BUS_ADDRESS": "disabled:"}, ()),
        ({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/a%20b,guid=12"}, ("/run/a b",)),
        (
            {"DBUS_SESSION_BUS_ADDRESS": "tcp:host=x;unix:abstract=/tmp/q;unix:path=/z"},
            (b"\0/tmp/q", "/z"),
        ),
        ({"XDG_RUNTIME_DIR": "/nowhere"}, ()),
    ],
)
def test_the_bus_is_where_the_environment_says(
    environment: dict[str, str], found: tuple[bytes | str, ...]
) -> None:
    assert addresses(environment) == found


def test_the_bus_of_the_runtime_folder_is_taken_where_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    assert addresses({"XDG_RUNTIME_DIR": str(tmp_path)}) == (str(tmp_path / "bus"),)


@pytest.fixture
def other_end(qtbot: QtBot) -> Iterator[tuple[SessionBus, socket.socket]]:
    """A connection, and what sits where the bus should be."""
    name = b"\0spasmlog-test-bus"
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(name)
        listening.listen()
        bus = SessionBus()
        assert bus.start({"DBUS_SESSION_BUS_ADDRESS": f"unix:abstract={name[1:].decode()}"})
        end, _who = listening.accept()
        with end:
            yield bus, end
        bus.close()


def test_a_bus_that_does_not_let_us_in_is_lost(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    with qtbot.waitSignal(bus.lost):
        end.sendall(b"REJECTED EXTERNAL\r\n")
    assert not bus.is_connected
    bus.call(HELLO)


def test_a_bus_that_talks_nonsense_is_lost(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    end.sendall(b"OK 1234")
    with qtbot.waitSignal(bus.lost):
        end.sendall(b"\r\n" + b"x" * 40)


def test_a_bus_that_hangs_up_before_it_has_said_anything_is_lost(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    with qtbot.waitSignal(bus.lost):
        end.close()
    bus._readable()
    bus._writable()
    bus._lose()
    bus.close()
    assert not bus.is_connected


def test_a_bus_that_has_nothing_to_say_is_not_lost(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    bus._readable()
    assert bus.is_connected
    assert end.recv(100).startswith(b"\0AUTH EXTERNAL ")


def test_a_reply_is_told_to_who_asked_and_another_one_to_nobody(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    told: list[Message] = []
    bus.call(HELLO, told.append)
    end.sendall(b"OK 1\r\n")
    for number in (99, 1):
        end.sendall(encode(replace(HELLO, kind=Kind.ERROR, error="a.b", reply_to=number)))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert (told[0].reply_to, told[0].error) == (1, "a.b")


def test_what_comes_in_pieces_is_put_together(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    heard: list[Message] = []
    bus.heard.connect(heard.append)
    said = encode(replace(HELLO, kind=Kind.SIGNAL))
    end.sendall(b"OK 1\r\n" + said[:20])
    end.sendall(said[20:] + said)
    qtbot.waitUntil(lambda: len(heard) == 2)


def test_much_that_is_asked_at_once_goes_out_bit_by_bit(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    end.setblocking(False)
    long = replace(HELLO, signature="s", body=("x" * 900_000,))
    bus.call(long)
    assert bus._out
    came = bytearray()

    def all_came() -> bool:
        try:
            came.extend(end.recv(1 << 20))
        except BlockingIOError:
            return False
        return len(came) > 900_000 and not bus._out

    qtbot.waitUntil(all_came)


def test_a_bus_that_hangs_up_while_something_is_sent_is_lost(
    qtbot: QtBot, other_end: tuple[SessionBus, socket.socket]
) -> None:
    bus, end = other_end
    end.close()
    with qtbot.waitSignal(bus.lost, raising=True):
        bus.call(HELLO)
