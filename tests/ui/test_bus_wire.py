"""Messages of D-Bus as bytes: known bytes, what a desktop is told, nonsense refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from spasmlog.ui.bus_message import Kind, Malformed, Message
from spasmlog.ui.bus_wire import MOST_BYTES, Wire, decode, encode, rule, sockets

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
HINTS = {"urgency": ("y", 1), "more": ("as", ["größer ✓"]), "pair": ("(ib)", (-1, True))}
NOTIFY = replace(
    HELLO,
    member="Notify",
    signature="susssasa{sv}i",
    body=("SpasmLog", 4_294_967_295, "", "Größer", "✓", ["a", "A"], HINTS, -1),
)
TYPES = "ybnqiuxtdsogvah(){}"


def field(code: int, types: bytes, value: bytes = b"") -> bytes:
    """A field of a head, with the value of these types after them as it comes."""
    return bytes([code, len(types)]) + types + b"\0" + value


def made(*fields: bytes, body: bytes = b"") -> bytes:
    """The bytes of a signal with these fields, whatever they are."""
    padded = b"".join(each + bytes(-len(each) % 8) for each in fields[:-1])
    held = padded + fields[-1]
    sizes = (len(body), 7, len(held))
    head = b"l\x04\x00\x01" + b"".join(each.to_bytes(4, "little") for each in sizes) + held
    return head + bytes(-len(head) % 8) + body


def of_types(types: bytes, body: bytes) -> bytes:
    """The bytes of a signal with a body of these types."""
    return made(field(8, b"g", bytes([len(types)]) + types + b"\0"), body=body)


def test_a_known_message_has_the_bytes_of_the_specification() -> None:
    assert encode(HELLO) == HELLO_BYTES
    assert decode(HELLO_BYTES) == HELLO


@pytest.mark.parametrize(
    "said",
    [
        NOTIFY,
        Message(kind=Kind.REPLY, serial=2, reply_to=1, sender=":1.2", signature="u", body=(9,)),
        Message(kind=Kind.ERROR, serial=3, reply_to=1, error="a.b", signature="s", body=("no",)),
    ],
    ids=["call", "reply", "error"],
)
def test_what_is_said_is_read_as_it_was_meant(said: Message) -> None:
    assert decode(encode(said)) == said


def test_a_message_with_the_high_end_first_is_read_too() -> None:
    big = (
        b"B\x04\x00\x01\x00\x00\x00\x04\x00\x00\x00\x09\x00\x00\x00\x17"
        b"\x03\x01s\x00\x00\x00\x00\x06Closed\x00\x00\x08\x01g\x00\x01u\x00\x00\x00\x00\x00\x05"
    )
    said = decode(big)

    assert (said.kind, said.serial, said.member, said.body) == (Kind.SIGNAL, 9, "Closed", (5,))


def test_a_message_in_pieces_is_whole_with_the_last_of_them() -> None:
    wire, held = Wire(), encode(NOTIFY)

    assert [len(list(wire.messages(bytes([each])))) for each in held] == [0] * (len(held) - 1) + [1]
    assert list(wire.messages(held + held[:15])) == [NOTIFY]
    assert list(wire.messages(held[15:])) == [NOTIFY]


@pytest.mark.parametrize("place", [4, 12])
def test_a_message_of_unreasonable_length_is_refused_before_it_comes(place: int) -> None:
    head = bytearray(HELLO_BYTES[:16])
    head[place : place + 4] = MOST_BYTES.to_bytes(4, "little")
    with pytest.raises(Malformed):
        list(Wire().messages(bytes(head)))


def test_a_message_that_does_not_say_its_byte_order_is_refused() -> None:
    with pytest.raises(Malformed):
        list(Wire().messages(b"x" * 16))


ENDLESS = b"\x08\0\0\0" + bytes(12)
"""An array of eight bytes, of which a struct without a member takes none."""
BETWEEN = made(field(10, b"(yyya())", bytes(9) + ENDLESS))
"""A field whose types begin in what the head is said to be, and end behind it."""


@pytest.mark.parametrize(
    "held",
    [
        of_types(b"a()", ENDLESS),
        of_types(b"v", b"\x03a()\0\0\0\0" + ENDLESS),
        made(field(10, b"a()", bytes(2) + ENDLESS)),
        BETWEEN[:12] + b"\x08\0\0\0" + BETWEEN[16:],
    ],
    ids=["body", "variant", "field", "between"],
)
def test_an_array_that_would_have_no_end_is_refused(held: bytes) -> None:
    with pytest.raises(Malformed):
        decode(held)


def test_brackets_in_a_text_are_only_a_text() -> None:
    said = replace(NOTIFY, signature="s", body=("no function a() of this name",))
    assert decode(encode(said)) == said


@pytest.mark.parametrize(
    "held",
    [
        made(field(3, b"u", b"\x05\0\0\0")),
        made(field(5, b"s", b"\x01\0\0\0x\0")),
        made(field(8, b"as", bytes(7))),
        made(field(8, b"g", b"\x09uuu")) + b"uuuuuu\0",
        made(b"\x01" + b"\x01v\0" * 5_000),
        made(field(99, b"y", b"\x01")),
        made(field(9, b"u", b"\x01\0\0\0")),
        HELLO_BYTES[:1] + b"\x09" + HELLO_BYTES[2:],
        encode(replace(NOTIFY, signature="us", body=(1, "a\0b"))),
    ],
    ids=[
        "a number for a member",
        "a text for a number",
        "an array for a signature",
        "a field that goes on behind the head",
        "variants in variants",
        "an unknown field",
        "a file that did not come",
        "an unknown kind",
        "a text with a zero in it",
    ],
)
def test_a_message_that_is_not_as_it_has_to_be_is_refused(held: bytes) -> None:
    with pytest.raises(Malformed):
        decode(held)


def understood_or_refused(held: bytes) -> None:
    """Nothing else may be raised, whatever a broken server sends; and an end is come to."""
    try:
        said = decode(held)
    except Malformed:
        return
    assert isinstance(said.member + said.sender + said.signature + said.error, str)
    assert isinstance(said.reply_to + said.serial, int)
    assert isinstance(said.body, tuple)


@given(st.sampled_from((HELLO, NOTIFY)), st.binary(max_size=60), st.integers(0, 300))
def test_any_bytes_are_a_message_or_refused(said: Message, noise: bytes, at: int) -> None:
    held = encode(said)
    understood_or_refused(held[:at] + noise + held[at + len(noise) :])
    understood_or_refused(held[:at] + noise)


@given(st.text(TYPES, max_size=12), st.binary(max_size=64))
@example("a()", ENDLESS)
@example("v", b"\x03a()\0\0\0\0" + ENDLESS)
def test_a_body_of_any_types_is_read_or_refused(types: str, body: bytes) -> None:
    understood_or_refused(of_types(types.encode(), body))


@given(st.integers(0, 12), st.text(TYPES, max_size=12), st.binary(max_size=64))
@example(10, "a()", bytes(2) + ENDLESS)
def test_a_field_of_any_type_is_read_or_refused(code: int, types: str, value: bytes) -> None:
    understood_or_refused(made(field(code, types.encode(), value)))


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", ()),
        ("disabled:", ()),
        ("nonsense", ()),
        ("unix:path=/run/a%20b,guid=12", (b"/run/a b",)),
        ("unix:path=/run/gr%c3%b6%c3%9fer", ("/run/größer".encode(),)),
        ("unix:path=/run/gr\udcff", ()),
        ("unix:runtime=yes", ()),
        ("autolaunch:;tcp:host=x;unix:abstract=/tmp/q;unix:path=/z;", (b"\0/tmp/q", b"/z")),
    ],
)
def test_an_address_names_the_sockets_that_can_be_understood(
    said: str, found: tuple[bytes, ...]
) -> None:
    assert sockets(said) == found


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ({"interface": "a.b"}, "sender='c.d',interface='a.b',type='signal'"),
        ({"member": "E", "first": "f.g"}, "sender='c.d',member='E',type='signal',arg0='f.g'"),
    ],
)
def test_a_rule_asks_for_the_signals_of_a_sender(asked: dict[str, Any], text: str) -> None:
    assert rule("c.d", **asked) == text
