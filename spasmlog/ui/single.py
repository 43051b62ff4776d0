"""One window a journal: a second start brings the first window to the front and ends."""

from __future__ import annotations

import os
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from spasmlog import paths

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 300


def socket_name(journal: Path) -> str:
    """A short name in the user's own runtime folder, made from the home and the journal."""
    whole = f"{paths.data_folder().absolute()}\n{journal.absolute()}".encode()
    short = f"{zlib.crc32(whole):08x}-{zlib.adler32(whole):08x}"
    runtime = os.environ.get("XDG_RUNTIME_DIR") or _own_temporary()
    return str(Path(runtime) / f"spasmlog-{short}")


def _own_temporary() -> str:
    import tempfile

    return tempfile.gettempdir()


class Single(QObject):
    """Listens for other starts on the same journal."""

    def __init__(self, journal: Path) -> None:
        super().__init__()
        self._name = socket_name(journal)
        self._server: QLocalServer | None = None

    def raise_the_other(self) -> bool:
        """Ask a window that has this journal open to come to the front; False: there is none."""
        if not Path(self._name).exists():
            return False
        # Qt's network library is loaded only where another window may be listening.
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(b"raise\n")
        socket.waitForBytesWritten(WAIT_MS)
        socket.disconnectFromServer()
        return True

    def listen(self, window: QWidget) -> None:
        """From now on bring this window to the front when another start asks for it."""
        from PySide6.QtNetwork import QLocalServer

        self.setParent(window)
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self._name):
            QLocalServer.removeServer(self._name)  # left behind by a program that was killed
            server.listen(self._name)
        server.newConnection.connect(lambda: self._come_forward(server, window))
        self._server = server

    def _come_forward(self, server: QLocalServer, window: QWidget) -> None:
        connection = server.nextPendingConnection()
        if connection is not None:
            connection.disconnected.connect(connection.deleteLater)
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
