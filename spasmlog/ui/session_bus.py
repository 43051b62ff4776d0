"""The session bus: calls and signals without ever waiting for anybody."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from spasmlog.ui.bus_message import Kind, Malformed, Message

if TYPE_CHECKING:
    from spasmlog.ui.bus_wire import Wire

BUS = "org.freedesktop.DBus"
Answered = Callable[[Message], None]
"""Takes a reply, or the error that came in its place."""


def addresses(environment: Mapping[str, str]) -> tuple[bytes, ...]:
    """The sockets at which the session bus may be, the likeliest first."""
    if said := environment.get("DBUS_SESSION_BUS_ADDRESS", ""):
        from spasmlog.ui.bus_wire import sockets

        return sockets(said)
    runtime = environment.get("XDG_RUNTIME_DIR", "")
    usual = Path(runtime) / "bus"
    return (os.fsencode(usual),) if runtime and usual.exists() else ()


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
        self._wire: Wire | None = None
        self._out = bytearray()
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
        self._socket, self._wire, self._notifiers = None, None, ()
        self._waiting.clear()

    def call(self, message: Message, then: Answered | None = None) -> None:
        """Ask; `then` is told what comes back, if anything ever does."""
        if self._socket is None:
            return
        if then is not None:
            self._waiting[self._serial + 1] = then
        self.send(replace(message, kind=Kind.CALL))

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

    def listen(self, sender: str, **about: str) -> None:
        """Ask for the signals of a sender; `about` says which, as in `bus_wire.rule`."""
        from spasmlog.ui.bus_wire import rule

        self.ask_bus("AddMatch", rule(sender, **about))

    def send(self, message: Message) -> None:
        """Say something that nobody answers."""
        from spasmlog.ui.bus_wire import encode

        self._serial += 1
        self._write(encode(replace(message, serial=self._serial)))

    def _take(self, found: socket.socket) -> None:
        from spasmlog.ui.bus_wire import Wire

        self._socket, self._wire, self._out = found, Wire(), bytearray()
        kinds = QSocketNotifier.Type
        reading = QSocketNotifier(found.fileno(), kinds.Read, self)
        writing = QSocketNotifier(found.fileno(), kinds.Write, self)
        reading.activated.connect(self._readable)
        writing.activated.connect(self._writable)
        self._notifiers = (reading, writing)
        self._write(self._wire.greeting)

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
        if self._socket is None or self._wire is None:
            return
        try:
            more = self._socket.recv(65_536)
        except BlockingIOError:
            return
        except OSError:
            more = b""
        try:
            self._understand(self._wire, more)
        except Malformed:
            more = b""
        if not more:
            self._lose()

    def _understand(self, wire: Wire, more: bytes) -> None:
        if wire.is_let_in:
            for message in wire.messages(more):
                self._hear(message)
        elif wire.introduce(more):
            self._write(wire.begin)
            self.ask_bus("Hello", then=lambda _name: self.ready.emit())

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
