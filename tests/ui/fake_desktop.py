"""A desktop for tests: a session bus of their own, and who answers on it for notifications."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from spasmlog.ui.bus_message import Kind, Message
from spasmlog.ui.notifications import NAME, PATH
from spasmlog.ui.session_bus import SessionBus

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus() -> Iterator[str]:
    """The address of a bus on which nobody else is; it knows no services to be started."""
    folder = Path(tempfile.mkdtemp(prefix="bus-"))  # a short name: sockets have room for 107 bytes
    (folder / "bus.conf").write_text(_CONFIG.format(socket=folder / "bus"))
    command = ["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork", "--nopidfile"]
    daemon = subprocess.Popen(
        [*command, "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert daemon.stdout is not None
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
        shutil.rmtree(folder)


@dataclass
class Shown:
    """A note as the server was given it."""

    number: int
    title: str
    text: str
    actions: tuple[str, ...]
    hints: dict[str, Any]
    signature: str


@dataclass
class Seen:
    """What the server has been asked, in order."""

    shown: list[Shown] = field(default_factory=list)
    taken_away: list[int] = field(default_factory=list)


class Service(QObject):
    """A name on the bus, and one method for each call of it."""

    ready = Signal()

    def __init__(self, address: str, name: str) -> None:
        super().__init__()
        self.bus = SessionBus(self)
        self.has_name = False
        self._name = name
        self.bus.ready.connect(self._introduce)
        self.bus.heard.connect(self._hear)
        assert self.bus.start({"DBUS_SESSION_BUS_ADDRESS": address})

    def answer(self, asked: Message) -> tuple[str, tuple[Any, ...]] | None:
        """The types and values of the reply; None: no reply at all."""
        raise AssertionError(f"nobody answers {asked.member}")

    def signal(self, path: str, member: str, signature: str, *body: Any) -> None:
        said = Message(
            kind=Kind.SIGNAL,
            path=path,
            interface=self._name,
            member=member,
            signature=signature,
            body=body,
        )
        self.bus.send(said)

    def _introduce(self) -> None:
        asked = Message(
            kind=Kind.CALL,
            path="/org/freedesktop/DBus",
            interface="org.freedesktop.DBus",
            destination="org.freedesktop.DBus",
            member="RequestName",
            signature="su",
            body=(self._name, 0),
        )
        self.bus.call(asked, lambda _reply: self._named())

    def _named(self) -> None:
        self.has_name = True
        self.ready.emit()

    def _hear(self, message: Message) -> None:
        if message.kind != Kind.CALL:
            return
        said = self.answer(message)
        if said is not None:
            reply = Message(
                kind=Kind.REPLY,
                reply_to=message.serial,
                destination=message.sender,
                signature=said[0],
                body=said[1],
            )
            self.bus.send(reply)


class FakeDesktop(Service):
    """Shows notes to nobody, and does what a person would do with them."""

    def __init__(
        self,
        address: str,
        can: tuple[str, ...] = ("actions", "body", "body-markup"),
        called: str = "test",
    ) -> None:
        self.can, self.called, self.is_slow = can, called, False
        self.seen, self._numbers = Seen(), 0
        self._held: list[Message] = []
        super().__init__(address, NAME)

    def answer(self, asked: Message) -> tuple[str, tuple[Any, ...]] | None:
        if asked.member == "GetServerInformation":
            return "ssss", (self.called, "tests", "1", "1.2")
        if asked.member == "GetCapabilities":
            return "as", (list(self.can),)
        if asked.member == "Notify":
            return self._show(asked)
        assert asked.member == "CloseNotification"
        self.seen.taken_away.append(asked.body[0])
        self.signal(PATH, "NotificationClosed", "uu", asked.body[0], 3)
        return "", ()

    @property
    def last(self) -> Shown:
        """The note that came last."""
        return self.seen.shown[-1]

    def press(self, action: str, number: int | None = None) -> None:
        """Press an action of a note, which goes by that."""
        chosen = self.last.number if number is None else number
        self.signal(PATH, "ActivationToken", "us", chosen, "token-1")
        self.signal(PATH, "ActionInvoked", "us", chosen, action)
        self.dismiss(chosen)

    def dismiss(self, number: int | None = None) -> None:
        """Wipe a note away."""
        chosen = self.last.number if number is None else number
        self.signal(PATH, "NotificationClosed", "uu", chosen, 2)

    def _show(self, asked: Message) -> tuple[str, tuple[Any, ...]]:
        _name, before, _icon, title, text, actions, hints, _ms = asked.body
        self._numbers += 0 if before else 1
        number = before or self._numbers
        plain = {name: value for name, (_type, value) in hints.items()}
        self.seen.shown.append(Shown(number, title, text, tuple(actions), plain, asked.signature))
        return "u", (number,)
