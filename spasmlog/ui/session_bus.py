"""The session bus: calls and signals without ever waiting for anybody."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from spasmlog.ui.bus_wire import Kind, Malformed, Message, decode, encode, length_of

BUS = "org.freedesktop.DBus"
Answered = Callable[[Message], None]
"""Takes a reply, or the error that came in its place."""


def addresses(environment: Mapping[str, str]) -> tuple[bytes | str, ...]:
    """The sockets at which the session bus may be, the likeliest first."""
    said = environment.get("DBUS_SESSION_BUS_ADDRESS", "")
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    if not said and runtime and (Path(runtime) / "bus").exists():
        return (str(Path(runtime) / "bus"),)
    found: list[bytes | str] = []
    for each in said.split(";"):
        kind, _colon, rest = each.partition(":")
        parts = dict(part.partition("=")[::2] for part in rest.split(","))
        if kind == "unix" and "path" in parts:
            found.append(unquote(parts["path"]))
        elif kind == "unix" and "abstract" in parts:
            found.append(b"\0" + unquote(parts["abstract"]).encode())
    return tuple(found)


class SessionBus(QObject):
    """One connection; where there is no bus, or it breaks off, `lost` says so."""

    ready = Signal()
    """The bus knows us: calls go out from now on."""
    lost = Signal()
    heard = Signal(object)
    """A `Message` that is no reply: a signal that was asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._notifiers: tuple[QSocketNotifier, ...] = ()
        self._in, self._out = bytearray(), bytearray()
        self._is_known = False
        self._serial = 0
        self._waiting: dict[int, Answered] = {}

    @property
    def is_connected(self) -> bool:
        """Whether there is a bus at the other end."""
        return self._socket is not None

    def start(self, environment: Mapping[str, str] = os.environ) -> bool:
        """Connect; False where there is no bus to connect to."""
        for address in addresses(environment):
            found = socket.socket(socket.AF_UNIX)
            found.setblocking(False)
            try:
                found.connect(address)
            except OSError:
                found.close()
                continue
            self._take(found)
            return True
        return False

    def close(self) -> None:
        """Hang up."""
        for each in self._notifiers:
            each.setEnabled(False)
            each.deleteLater()
        if self._socket is not None:
            self._socket.close()
        self._socket, self._notifiers = None, ()
        self._waiting.clear()

    def call(self, message: Message, then: Answered | None = None) -> None:
        """Ask; `then` is told what comes back, if anything ever does."""
        if self._socket is None:
            return
        self._serial += 1
        if then is not None:
            self._waiting[self._serial] = then
        self._write(encode(replace(message, kind=Kind.CALL, serial=self._serial)))

    def ask_bus(self, member: str, *texts: str, then: Answered | None = None) -> None:
        """Ask the bus itself."""
        asked = Message(
            kind=Kind.CALL,
            path="/org/freedesktop/DBus",
            interface=BUS,
            destination=BUS,
            member=member,
            signature="s" * len(texts),
            body=texts,
        )
        self.call(asked, then)

    def send(self, message: Message) -> None:
        """Say something that nobody answers."""
        self._serial += 1
        self._write(encode(replace(message, serial=self._serial)))

    def _take(self, found: socket.socket) -> None:
        self._socket = found
        kinds = QSocketNotifier.Type
        reading = QSocketNotifier(found.fileno(), kinds.Read, self)
        writing = QSocketNotifier(found.fileno(), kinds.Write, self)
        reading.activated.connect(self._readable)
        writing.activated.connect(self._writable)
        self._notifiers = (reading, writing)
        who = str(os.getuid()).encode().hex()
        self._write(f"\0AUTH EXTERNAL {who}\r\n".encode())

    def _write(self, said: bytes) -> None:
        self._out += said
        self._writable()

    def _writable(self, *_about: Any) -> None:
        if self._socket is None:
            return
        try:
            with suppress(BlockingIOError):
                sent = self._socket.send(self._out)
                del self._out[:sent]
        except OSError:
            self._lose()
            return
        self._notifiers[1].setEnabled(bool(self._out))

    def _readable(self, *_about: Any) -> None:
        if self._socket is None:
            return
        try:
            more = self._socket.recv(65_536)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        self._in += more
        try:
            self._understand()
        except Malformed:
            more = b""
        if not more:
            self._lose()

    def _understand(self) -> None:
        if not self._is_known and not self._introduce():
            return
        while (length := length_of(self._in)) is not None and len(self._in) >= length:
            message = decode(bytes(self._in[:length]))
            del self._in[:length]
            self._hear(message)

    def _introduce(self) -> bool:
        """The bus has taken our word for who we are; what comes next are messages."""
        line, end, rest = bytes(self._in).partition(b"\r\n")
        if not end:
            return False
        if not line.startswith(b"OK"):
            raise Malformed("the bus does not let us in")
        self._in = bytearray(rest)
        self._is_known = True
        self._write(b"BEGIN\r\n")
        self.ask_bus("Hello", then=lambda _name: self.ready.emit())
        return True

    def _hear(self, message: Message) -> None:
        if message.kind in (Kind.REPLY, Kind.ERROR):
            then = self._waiting.pop(message.reply_to, None)
            if then is not None:
                then(message)
        else:
            self.heard.emit(message)

    def _lose(self) -> None:
        if self._socket is not None:
            self.close()
            self.lost.emit()
