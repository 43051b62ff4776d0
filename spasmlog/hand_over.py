"""A second start asks the program that runs: come forward, open the quick bar, keep a line.

Standard library alone: a start that only hands something over is over before Qt would be loaded.
"""

from __future__ import annotations

import json
import os
import socket
import zlib
from collections.abc import Mapping
from pathlib import Path

from spasmlog import paths
from spasmlog.errors import Refusal
from spasmlog.i18n import _

FORWARD, QUICK, LINE = "forward", "quick", "line"
"""What can be asked: come to the front, open the quick bar, keep a line."""
HERE, ANSWER = "here", "answer"
"""What a reminder asks: whether somebody is there, and to save an answer (`answer_line`)."""
PATIENCE = 3.0
"""Seconds to wait for an answer (our own choice)."""
MOST = 65_536
"""No question and no answer has more bytes."""


def socket_name(journal: Path) -> str:
    """A short name in the user's own runtime folder, made from the home and the journal."""
    whole = f"{paths.data_folder().absolute()}\n{journal.absolute()}".encode()
    short = f"{zlib.crc32(whole):08x}-{zlib.adler32(whole):08x}"
    runtime = os.environ.get("XDG_RUNTIME_DIR") or _own_temporary()
    return str(Path(runtime) / f"spasmlog-{short}")


def _own_temporary() -> str:
    import tempfile

    return tempfile.gettempdir()


def ask(
    journal: Path, what: str, line: str = "", patience: float = PATIENCE
) -> Mapping[str, object] | None:
    """What the program that has this journal open answers; None where none has.

    Raises `Refusal` where one is there and does not answer.
    """
    name = socket_name(journal)
    if not Path(name).exists():
        return None
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(patience)
        try:
            connection.connect(name)
        except OSError:
            return None  # left behind by a program that was killed
        try:
            connection.sendall(json.dumps({"ask": what, "line": line}).encode() + b"\n")
            return understood(_answer(connection))
        except OSError as error:
            raise Refusal(
                _("SpasmLog is open, but it does not answer."),
                _("Wait a moment and try again, or close it."),
            ) from error


def _answer(connection: socket.socket) -> bytes:
    held = b""
    while not held.endswith(b"\n") and len(held) < MOST:
        more = connection.recv(4096)
        if not more:
            break
        held += more
    return held


def understood(said: bytes) -> Mapping[str, object]:
    """A question or an answer as it was meant; empty where it is none."""
    try:
        found = json.loads(said)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def answer_line(key: str, action: str) -> str:
    """The line that hands over what a reminder was answered with."""
    return json.dumps([key, action])


def answer_of(line: str) -> tuple[str, str]:
    """The reminder's key and the answer; empty for a line that holds none."""
    try:
        found = json.loads(line)
    except ValueError:
        return "", ""
    match found:
        case [str(key), str(action)]:
            return key, action
        case _:
            return "", ""
