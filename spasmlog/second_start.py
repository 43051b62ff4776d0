"""What a second start does before anything else is loaded: ask the program that runs, and end.

What is loaded here is counted: a start that only hands something over has 50 ms of its own.
"""

from __future__ import annotations

import _socket  # `socket` itself loads enumerations and regular expressions
import os
import sys
import time

FORWARD, QUICK = "forward", "quick"
"""Come to the front; open the quick bar, with a line."""
PATIENCE = 3.0
"""Seconds to wait for a whole answer (our own choice)."""
MOST = 65_536
"""No question and no answer has more bytes."""


def handed_over(arguments: list[str]) -> int | None:
    """The exit code where the program that runs took it over; None where there is more to do."""
    asked = _asked(arguments)
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    if asked is None or not runtime:
        return None
    data = _data_folder()
    name = name_in(runtime, data, f"{data}/journal.spasmlog")
    if not is_own_socket(name):
        return None
    try:
        said = exchange(name, question(*asked), PATIENCE)
    except OSError:
        said = b""
    if said is None or b'"gone"' in said:
        return None
    return 0 if b'"here"' in said else _complain()


def _complain() -> int:
    """It is there and does not answer, or answers nonsense."""
    from spasmlog.hand_over import no_answer

    print(f"spasmlog: {no_answer()}", file=sys.stderr)
    return 1


def question(what: str, line: str) -> bytes:
    """A question as it is sent."""
    from json import dumps

    return dumps({"ask": what, "line": line}).encode() + b"\n"


def _asked(arguments: list[str]) -> tuple[str, str] | None:
    """What is to be asked; None for all that has more to say."""
    if not arguments:
        return FORWARD, ""
    if arguments[0] != "--quick" or len(arguments) > 2:
        return None
    line = arguments[1] if len(arguments) == 2 else ""
    return None if line.startswith("-") else (QUICK, line)


def _data_folder() -> str:
    """As `paths.data_folder` has it, which loads more than is to be loaded here."""
    home = os.environ.get("SPASMLOG_HOME")
    if home:
        return f"{home.rstrip('/')}/data"
    share = os.environ.get("XDG_DATA_HOME", "").strip().rstrip("/")
    own = os.environ.get("HOME", "").rstrip("/")
    return f"{share or f'{own}/.local/share'}/spasmlog"


def name_in(runtime: str, data: str, journal: str) -> str:
    """A short name in a folder for sockets, made from the home and the journal."""
    import zlib

    whole = os.fsencode(f"{data}\n{journal}")
    return f"{runtime}/spasmlog-{zlib.crc32(whole):08x}-{zlib.adler32(whole):08x}"


def is_own_socket(name: str) -> bool:
    """Whether it is there and the person's own: what another person put there hears nothing."""
    try:
        return os.stat(name).st_uid == os.getuid()  # noqa: PTH116  # pathlib is not loaded here
    except OSError:
        return False


def is_listened_to(name: str) -> bool:
    """Whether a program has this socket open; one that was killed leaves it behind."""
    connection = _socket.socket(_socket.AF_UNIX)
    try:
        connection.settimeout(PATIENCE)
        connection.connect(name)
    except (ConnectionRefusedError, FileNotFoundError):
        return False
    except OSError:
        return True
    else:
        return True
    finally:
        connection.close()


def exchange(name: str, question: bytes, patience: float) -> bytes | None:
    """What is answered; None where nobody listens.

    Raises `OSError` where no answer comes in time.
    """
    connection, ends = _socket.socket(_socket.AF_UNIX), time.monotonic() + patience
    try:
        connection.settimeout(patience)
        try:
            connection.connect(name)
        except (ConnectionRefusedError, FileNotFoundError):
            return None  # left behind by a program that was killed
        connection.sendall(question)
        held = b""
        while not held.endswith(b"\n") and len(held) < MOST:
            connection.settimeout(max(ends - time.monotonic(), 0.001))
            more = connection.recv(4096)
            if not more:
                break
            held += more
        return held
    finally:
        connection.close()
