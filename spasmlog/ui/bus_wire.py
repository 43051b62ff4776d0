"""Messages of D-Bus as bytes and back: the part of its wire format that notifications need.

Qt's own classes cannot say an unsigned number from Python, which notification servers insist on.
Format: the D-Bus specification 0.43, "Type system" and "Message protocol".
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

MOST_BYTES = 1 << 20
"""No message that we read is longer (our own choice; the specification allows 128 MiB)."""
_NUMBERS = {
    "y": "B", "b": "I", "n": "h", "q": "H", "i": "i", "u": "I", "x": "q", "t": "Q", "d": "d",
    "h": "I",
}  # fmt: skip
_ALIGN = {"s": 4, "o": 4, "a": 4, "g": 1, "v": 1, "(": 8, "{": 8}
_HEAD = "yyyyuua(yv)"


class Malformed(ValueError):
    """Bytes that are no message."""


class Kind(IntEnum):
    """What a message is."""

    CALL = 1
    REPLY = 2
    ERROR = 3
    SIGNAL = 4


@dataclass(frozen=True, slots=True)
class Variant:
    """A value with its type beside it."""

    signature: str
    value: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; empty texts and 0 for what it does not have."""

    kind: Kind
    serial: int = 0
    path: str = ""
    interface: str = ""
    member: str = ""
    error: str = ""
    reply_to: int = 0
    destination: str = ""
    sender: str = ""
    signature: str = ""
    body: tuple[Any, ...] = ()


_FIELDS = (
    (1, "path", "o"),
    (2, "interface", "s"),
    (3, "member", "s"),
    (4, "error", "s"),
    (5, "reply_to", "u"),
    (6, "destination", "s"),
    (7, "sender", "s"),
    (8, "signature", "g"),
)


def types_of(signature: str) -> tuple[str, ...]:
    """The complete types that a signature is made of."""
    found, at = [], 0
    while at < len(signature):
        end = _end_of(signature, at)
        found.append(signature[at:end])
        at = end
    return tuple(found)


def _end_of(signature: str, at: int) -> int:
    if at >= len(signature):
        raise Malformed(f"a type is missing at the end of {signature!r}")
    first = signature[at]
    if first == "a":
        return _end_of(signature, at + 1)
    if first in "({":
        closing = {"(": ")", "{": "}"}[first]
        begins = at = at + 1
        while at < len(signature) and signature[at] != closing:
            at = _end_of(signature, at)
        if at in (begins, len(signature)):
            raise Malformed(f"a type is empty or not closed in {signature!r}")
    elif first not in _NUMBERS and first not in "sogv":
        raise Malformed(f"{first!r} is no type")
    return at + 1


def encode(message: Message) -> bytes:
    """The bytes of a message, low end first."""
    body = _Writer()
    for kind, value in zip(types_of(message.signature), message.body, strict=True):
        body.put(kind, value)
    said = [
        (code, Variant(kind, value))
        for code, name, kind in _FIELDS
        if (value := getattr(message, name))
    ]
    head = _Writer()
    values = (ord("l"), message.kind, 0, 1, len(body.held), message.serial, said)
    for kind, value in zip(types_of(_HEAD), values, strict=True):
        head.put(kind, value)
    head.pad(8)
    return bytes(head.held + body.held)


def length_of(held: bytes | bytearray) -> int | None:
    """How many bytes the first message has; None while too few have come to say it."""
    if len(held) < 16:
        return None
    order = _order(held)
    body, _serial, fields = struct.unpack_from(f"{order}III", held, 4)
    whole = 16 + fields + -fields % 8 + body
    if whole > MOST_BYTES:
        raise Malformed("a message is too long")
    return int(whole)


def decode(held: bytes) -> Message:
    """The message of these bytes, all of which it has."""
    reader = _Reader(held, _order(held))
    try:
        head = [reader.take(kind) for kind in types_of(_HEAD)]
        names = {code: name for code, name, _kind in _FIELDS}
        found = {names[code]: said.value for code, said in head[6] if code in names}
        reader.skip_to(8)
        body = tuple(reader.take(kind) for kind in types_of(found.get("signature", "")))
        return Message(kind=Kind(head[1]), serial=head[5], body=body, **found)
    except (struct.error, LookupError, ValueError, TypeError, RecursionError) as error:
        raise Malformed(str(error)) from error


def _order(held: bytes | bytearray) -> str:
    try:
        return {ord("l"): "<", ord("B"): ">"}[held[0]]
    except KeyError:
        raise Malformed("a message does not say its byte order") from None


class _Writer:
    """Puts values one after the other, each where its type has to stand."""

    def __init__(self) -> None:
        self.held = bytearray()

    def pad(self, to: int) -> None:
        self.held += bytes(-len(self.held) % to)

    def put(self, kind: str, value: Any) -> None:
        first = kind[0]
        if first in _NUMBERS:
            self._number(_NUMBERS[first], value)
        elif first in "so":
            text = value.encode()
            self._number("I", len(text))
            self.held += text + b"\0"
        elif first == "g":
            self.held += bytes([len(value)]) + value.encode() + b"\0"
        elif first == "v":
            self.put("g", value.signature)
            self.put(value.signature, value.value)
        elif first == "a":
            self._array(kind[1:], value)
        else:
            self.pad(8)
            for each, part in zip(types_of(kind[1:-1]), value, strict=True):
                self.put(each, part)

    def _number(self, code: str, value: int | float) -> None:
        self.pad(struct.calcsize(code))
        self.held += struct.pack(f"<{code}", value)

    def _array(self, kind: str, value: Any) -> None:
        self._number("I", 0)
        at = len(self.held)
        self.pad(_alignment(kind))
        begins = len(self.held)
        for each in value.items() if isinstance(value, Mapping) else value:
            self.put(kind, each)
        struct.pack_into("<I", self.held, at - 4, len(self.held) - begins)


class _Reader:
    """Takes values one after the other."""

    def __init__(self, held: bytes, order: str) -> None:
        self._held, self._order, self._at = held, order, 0

    def skip_to(self, multiple: int) -> None:
        self._at += -self._at % multiple

    def take(self, kind: str) -> Any:
        first = kind[0]
        if first in _NUMBERS:
            number = self._number(_NUMBERS[first])
            return bool(number) if first == "b" else number
        if first in "so":
            return self._text(int(self._number("I")))
        if first == "g":
            return self._text(int(self._number("B")))
        if first == "v":
            (inner,) = types_of(self.take("g"))[:1] or ("",)
            return Variant(inner, self.take(inner))
        if first == "a":
            return self._array(kind[1:])
        self.skip_to(8)
        return tuple(self.take(each) for each in types_of(kind[1:-1]))

    def _number(self, code: str) -> int | float:
        self.skip_to(struct.calcsize(code))
        (value,) = struct.unpack_from(f"{self._order}{code}", self._held, self._at)
        self._at += struct.calcsize(code)
        number: int | float = value
        return number

    def _text(self, length: int) -> str:
        text = self._held[self._at : self._at + length].decode()
        self._at += length + 1
        if self._at > len(self._held):
            raise Malformed("a text is longer than its message")
        return text

    def _array(self, kind: str) -> Any:
        length = int(self._number("I"))
        self.skip_to(_alignment(kind))
        end = self._at + length
        found = []
        while self._at < end:
            found.append(self.take(kind))
        return dict(found) if kind[0] == "{" else tuple(found)


def _alignment(kind: str) -> int:
    first = kind[0]
    return _ALIGN.get(first) or struct.calcsize(_NUMBERS[first])
