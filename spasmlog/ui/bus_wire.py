"""The language of D-Bus, spoken by jeepney, of which nothing else here knows.

Qt's own classes cannot say an unsigned number from Python, which notification servers insist on.
Imported late: nothing of this is needed until a bus has been found.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import suppress

from jeepney import low_level
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus import get_connectable_addresses
from jeepney.bus_messages import MatchRule
from jeepney.low_level import HeaderFields

from spasmlog.ui.bus_message import Kind, Malformed, Message

MOST_BYTES = 1 << 20
"""No message that we read is longer (our own choice; the specification allows 128 MiB)."""
_SIZED = 16
"""So many bytes say how long a message is."""
_ENDLESS = b"()"
_NONSENSE = (AssertionError, LookupError, RecursionError, TypeError, ValueError, struct.error)
"""What jeepney raises over bytes that are no message."""
_FIELDS = {
    "path": HeaderFields.path,
    "interface": HeaderFields.interface,
    "member": HeaderFields.member,
    "error": HeaderFields.error_name,
    "reply_to": HeaderFields.reply_serial,
    "destination": HeaderFields.destination,
    "sender": HeaderFields.sender,
    "signature": HeaderFields.signature,
}


def sockets(said: str) -> tuple[bytes, ...]:
    """The sockets that an address names, in its order; what cannot be understood names none."""
    found: list[bytes] = []
    for each in said.split(";"):
        # One at a time, so that one that jeepney does not know hides none of the others. It makes
        # one character of each escaped byte: Latin 1 makes them bytes again.
        with suppress(ValueError, RuntimeError):
            found += [name.encode("latin-1") for name in get_connectable_addresses(each)]
    return tuple(found)


def rule(
    sender: str, *, interface: str | None = None, member: str | None = None, first: str = ""
) -> str:
    """Which signals of a sender are asked for; `first` is the text that they begin with."""
    made = MatchRule(type="signal", sender=sender, interface=interface, member=member)
    if first:
        made.add_arg_condition(0, first)
    text: str = made.serialise()
    return text


def encode(message: Message) -> bytes:
    """The bytes of a message."""
    said = {name: getattr(message, name) for name in _FIELDS}
    fields = {_FIELDS[name]: value for name, value in said.items() if value}
    header = low_level.Header(
        low_level.Endianness.little, message.kind, 0, 1, 0, message.serial, fields
    )
    held: bytes = low_level.Message(header, message.body).serialise()
    return held


def decode(held: bytes) -> Message:
    """The message of these bytes, all of which it has."""
    try:
        return _read(held)
    except _NONSENSE as error:
        raise Malformed(repr(error)) from error


def _read(held: bytes) -> Message:
    # Without a body, a message is as long as its head.
    head = held[: low_level.calc_msg_size(held[:4] + bytes(4) + held[8:_SIZED])]
    # jeepney 0.9 never comes back from an array of structs without a member, which D-Bus forbids.
    if _ENDLESS in head:
        raise Malformed("a head has a struct without a member")
    header, end = low_level.Header.from_buffer(head)
    found = {name: header.fields[key] for name, key in _FIELDS.items() if key in header.fields}
    # Where Python runs without its asserts, a text of jeepney's may end behind the head.
    if end > len(head) or any(
        type(value) is not (int if name == "reply_to" else str) for name, value in found.items()
    ):
        raise Malformed("a head is not as it has to be")
    if _ENDLESS in held and "v" in found.get("signature", ""):
        raise Malformed("a body may have a struct without a member")
    body = low_level.Message.from_buffer(held).body
    if any("\0" in each for each in body if isinstance(each, str)):
        raise Malformed("a text has a zero in it")
    return Message(kind=Kind(header.message_type.value), serial=header.serial, body=body, **found)


def _length(held: bytearray) -> int:
    try:
        whole: int = low_level.calc_msg_size(held[:_SIZED])
    except LookupError:
        raise Malformed("a message does not say its byte order") from None
    if whole > MOST_BYTES:
        raise Malformed("a message is too long")
    return whole


class Wire:
    """One conversation with a bus, from the bytes that it sends."""

    begin: bytes = BEGIN
    """To be sent once it has let us in; messages follow, both ways."""

    def __init__(self) -> None:
        self._introduction = Authenticator()
        self.greeting: bytes = self._introduction.data_to_send()
        """To be sent first."""
        self._in = bytearray()

    @property
    def is_let_in(self) -> bool:
        """Whether the bus has taken our word for who we are."""
        return bool(self._introduction.authenticated)

    def introduce(self, came: bytes) -> bool:
        """Whether the bus lets us in with that; not yet, if it has not said all of it."""
        try:
            self._introduction.feed(came)
        except AuthenticationError as error:
            raise Malformed("the bus does not let us in") from error
        return self.is_let_in

    def messages(self, came: bytes) -> Iterator[Message]:
        """The messages that are whole with that."""
        self._in += came
        while len(self._in) >= _SIZED and len(self._in) >= (length := _length(self._in)):
            said = bytes(self._in[:length])
            del self._in[:length]
            yield decode(said)
