"""One program a journal: it listens for other starts, and answers what they ask."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from spasmlog import hand_over, second_start

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LOOKS_AGAIN_MS = 300
"""How soon is looked whether another program has stopped listening (our own choice)."""
Answer = Mapping[str, object]
Answering = Callable[[str, str], Answer]
"""Takes what is asked and its line."""


def come_forward(window: QWidget) -> None:
    """Bring a window to the front."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


class Single(QObject):
    """Listens for other starts on the same journal."""

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = hand_over.socket_name(journal)
        self._server: QLocalServer | None = None
        self._answer: Answering = _nobody
        self._again = QTimer(self, interval=LOOKS_AGAIN_MS, singleShot=True)
        self._again.timeout.connect(self._try)

    def listen(self, answer: Answering) -> None:
        """From now on answer what other starts ask; where another does so still, once it ends.

        Of two that start at once the one that listens may not be the one that has the journal.
        """
        self._answer = answer
        self._try()

    def _try(self) -> None:
        # Qt's network library is loaded behind the first paint.
        from PySide6.QtNetwork import QLocalServer

        if self._server is not None and self._server.isListening():
            return
        if second_start.is_listened_to(self._name):  # Qt would put its own in that one's place
            self._again.start()
            return
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left behind by a program that was killed
        server.listen(self._name)
        server.newConnection.connect(lambda: self._take(server))
        self._server = server

    def resume(self) -> None:
        """Answer as before `close`."""
        self._try()

    def close(self) -> None:
        """Answer nobody for now."""
        self._again.stop()
        if self._server is not None:
            self._server.close()

    def _take(self, server: QLocalServer) -> None:
        while (connection := server.nextPendingConnection()) is not None:
            connection.disconnected.connect(connection.deleteLater)
            held = bytearray()
            connection.readyRead.connect(
                lambda socket=connection, so_far=held: _read(socket, so_far, self._answer)
            )
            _read(connection, held, self._answer)  # what came with the connection


def _nobody(_asked: str, _line: str) -> Answer:
    return {}


def _read(connection: QLocalSocket, held: bytearray, answer: Answering) -> None:
    """Answer once a whole question is there."""
    held += bytes(connection.readAll().data())
    if b"\n" not in held and len(held) < hand_over.MOST:
        return
    asked = hand_over.understood(bytes(held))
    held.clear()
    said = answer(str(asked.get("ask", "")), str(asked.get("line", "")))
    connection.write(json.dumps(said).encode() + b"\n")
    connection.flush()
    connection.disconnectFromServer()
