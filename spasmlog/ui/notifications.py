"""Notifications of the desktop, over D-Bus: one for each key, replaced and not stacked."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog import paths
from spasmlog.i18n import _
from spasmlog.ui.bus_message import Kind, Message
from spasmlog.ui.session_bus import BUS, SessionBus

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
PATIENCE_MS = 10_000
"""A server that has not said by then what it can do is not there (our own choice)."""
MOST_ACTIONS = {"gnome-shell": 3}
"""Servers that show no more than so many (GNOME Shell, `MAX_NOTIFICATION_BUTTONS`)."""
_NORMAL = 1


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be shown; one that passes is not kept in the desktop's list."""

    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()
    passes: bool = False


class Notifier(QObject):
    """Shows notes and says what becomes of them; needs no window, and never waits for anybody."""

    answered = Signal(str, str)
    """A key, and the action that was chosen for it."""
    opened = Signal(str)
    """The note itself was clicked."""
    closed = Signal(str)
    """The note is gone, for whatever reason."""
    settled = Signal(bool)
    """It is known whether notes can be shown; again whenever that changes."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        otherwise: Callable[[str, str], bool] = lambda _title, _text: False,
    ) -> None:
        """`otherwise` shows a title and a text where the desktop has no server for notes."""
        super().__init__(parent)
        self._otherwise = otherwise
        self._bus = SessionBus(self)
        self._bus.ready.connect(self._introduce)
        self._bus.lost.connect(self._lose)
        self._bus.heard.connect(self._hear)
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(lambda: self._settle(None))
        self._can: frozenset[str] | None = None
        self._is_settled = self._has_begun = False
        self._server = ""
        self._waiting: dict[str, Note | None] = {}
        """What follows once the server can take it; None: nothing, the note is to go."""
        self._numbers: dict[str, int] = {}
        """By key; 0 while the server has not yet given one."""

    @property
    def available(self) -> bool:
        """Whether the desktop shows notes; False until it has said so."""
        return self._can is not None

    @property
    def is_settled(self) -> bool:
        """Whether `available` is known for good, until the desktop says otherwise."""
        return self._is_settled

    @property
    def takes_answers(self) -> bool:
        """Whether the actions of a note can be pressed."""
        return "actions" in (self._can or ())

    def begin(self) -> None:
        """Ask the desktop what it can do; done by itself before the first note."""
        if not self._has_begun:
            self._has_begun = True
            self._patience.start()
            if not self._bus.start():
                self._settle(None)

    def show(
        self,
        key: str,
        title: str,
        text: str,
        actions: tuple[tuple[str, str], ...] = (),
        *,
        passes: bool = False,
    ) -> None:
        """Show a note, in the place of the one of this key; each action is an id and its words."""
        self.begin()
        note = Note(title, text, actions, passes)
        if not self._is_settled or self._numbers.get(key) == 0:
            self._waiting[key] = note  # until the server can take it, or has numbered the last one
        elif self.available:
            self._send(key, note)
        else:
            self._otherwise(title, text)

    def withdraw(self, key: str) -> None:
        """Take a note away, wherever it is by now."""
        self._waiting.pop(key, None)
        if self._numbers.get(key) == 0:
            self._waiting[key] = None
        elif number := self._numbers.pop(key, 0):
            asked = self._asking("CloseNotification")
            self._bus.call(replace(asked, signature="u", body=(number,)))

    def close(self) -> None:
        """Take everything away and hang up."""
        for key in tuple(self._numbers):
            self.withdraw(key)
        self._waiting.clear()
        self._patience.stop()
        self._bus.close()
        self._can = None

    def _introduce(self) -> None:
        self._bus.listen(NAME, interface=NAME)
        self._bus.listen(BUS, member="NameOwnerChanged", first=NAME)
        self._ask_what()

    def _ask_what(self) -> None:
        self._bus.call(self._asking("GetServerInformation"), self._learn_who)

    def _learn_who(self, reply: Message) -> None:
        self._server = reply.body[0] if reply.signature.startswith("s") else ""
        self._bus.call(self._asking("GetCapabilities"), self._learn)

    def _learn(self, reply: Message) -> None:
        known = reply.kind == Kind.REPLY and reply.signature == "as"
        self._settle(frozenset(reply.body[0]) if known else None)

    def _settle(self, can: frozenset[str] | None) -> None:
        self._patience.stop()
        self._can, self._is_settled = can, True
        waiting, self._waiting = self._waiting, {}
        for key, note in waiting.items():
            if note is not None:
                self.show(key, note.title, note.text, note.actions, passes=note.passes)
        self.settled.emit(self.available)

    def _lose(self) -> None:
        """The bus is gone, and with it whoever showed anything."""
        self._forget()
        self._settle(None)

    def _forget(self) -> None:
        keys = tuple(self._numbers)
        self._numbers.clear()
        for key in keys:
            self.closed.emit(key)

    def _asking(self, member: str) -> Message:
        return Message(kind=Kind.CALL, destination=NAME, path=PATH, interface=NAME, member=member)

    def _send(self, key: str, note: Note) -> None:
        before = self._numbers.get(key, 0)
        self._numbers[key] = 0
        asked = replace(
            self._asking("Notify"),
            signature="susssasa{sv}i",
            body=(
                "SpasmLog",
                before,
                _icon(),
                note.title,
                self._text(note),
                self._actions(note),
                _hints(note),
                -1,
            ),
        )
        self._bus.call(asked, lambda reply: self._sent(key, reply))

    def _text(self, note: Note) -> str:
        lines = [note.text]
        if note.actions and not self._offered(note):
            lines.append(
                _("A click opens SpasmLog.") if self.takes_answers else _("More in SpasmLog.")
            )
        text = "\n".join(line for line in lines if line)
        return escape(text, quote=False) if "body-markup" in (self._can or ()) else text

    def _actions(self, note: Note) -> list[str]:
        if not self.takes_answers:
            return []
        offered = (("default", _("Open SpasmLog")), *self._offered(note))
        return [word for action in offered for word in action]

    def _offered(self, note: Note) -> tuple[tuple[str, str], ...]:
        """All the answers or none: a server that leaves some out would bend what is said."""
        most = MOST_ACTIONS.get(self._server, len(note.actions))
        return note.actions if self.takes_answers and len(note.actions) <= most else ()

    def _sent(self, key: str, reply: Message) -> None:
        number = reply.body[0] if reply.signature == "u" else 0
        if key not in self._numbers:  # the server has gone and come again since
            return
        self._numbers[key] = number
        if not number:
            del self._numbers[key]
        if key in self._waiting:
            note = self._waiting.pop(key)
            self.withdraw(key) if note is None else self._send(key, note)
        elif not number:
            self.closed.emit(key)

    def _hear(self, message: Message) -> None:
        number, what, owner = (*message.body, 0, "", "")[:3]
        if message.member == "NameOwnerChanged":
            self._owner_changed(bool(owner))
            return
        key = next((key for key, each in self._numbers.items() if each and each == number), None)
        if key is None:
            return
        if message.member == "ActivationToken":
            # Wayland: with it the window may come to the front; Qt takes it from here.
            os.environ["XDG_ACTIVATION_TOKEN"] = str(what)
        elif message.member == "ActionInvoked":
            self._chosen(key, str(what))
        elif message.member == "NotificationClosed":
            del self._numbers[key]
            self.closed.emit(key)

    def _chosen(self, key: str, action: str) -> None:
        if action == "default":
            self.opened.emit(key)
        else:
            self.answered.emit(key, action)

    def _owner_changed(self, has_owner: bool) -> None:
        self._forget()
        if has_owner:
            self._ask_what()
        else:
            self._settle(None)


def _hints(note: Note) -> dict[str, tuple[str, object]]:
    hints: dict[str, tuple[str, object]] = {
        "urgency": ("y", _NORMAL),
        "category": ("s", "x-spasmlog.journal"),
        "desktop-entry": ("s", "spasmlog"),
    }
    if note.passes:
        hints["transient"] = ("b", True)
    return hints


def _icon() -> str:
    return paths.shipped("resources", "icons", "spasmlog.svg").as_uri()
