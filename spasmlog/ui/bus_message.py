"""What is said on the session bus, as values: calls, replies, errors and signals."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Any


class Malformed(ValueError):
    """Bytes that are no message, or none that a bus would send."""


class Kind(IntEnum):
    """What a message is."""

    CALL = 1
    REPLY = 2
    ERROR = 3
    SIGNAL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message; empty texts and 0 for what it does not have.

    In its body an array is a list, a struct a tuple, and a variant the pair of its type and value.
    """

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
