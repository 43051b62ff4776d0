"""A second start asks the program that runs: come forward, open the quick bar, keep a line.

Standard library alone: a start that only hands something over is over before Qt would be loaded.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from spasmlog import paths
from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.second_start import (
    FORWARD,
    MOST,
    PATIENCE,
    QUICK,
    exchange,
    is_own_socket,
    name_in,
    question,
)

__all__ = ["FORWARD", "MOST", "QUICK"]
LINE = "line"
"""What else can be asked: keep a line."""
HERE, ANSWER = "here", "answer"
"""What a reminder asks: whether somebody is there, and to save an answer (`answer_line`)."""
ANSWERS = frozenset({"here", "gone", "said", "refused"})
"""Every answer has one of these; what has none was cut short, or is no answer of ours."""


def socket_name(journal: Path) -> str:
    """A short name in the user's own runtime folder, made from the home and the journal."""
    runtime = os.environ.get("XDG_RUNTIME_DIR") or _own_temporary()
    return name_in(runtime, str(paths.data_folder().absolute()), str(journal.absolute()))


def _own_temporary() -> str:
    import tempfile

    return tempfile.gettempdir()


def ask(
    journal: Path, what: str, line: str = "", patience: float = PATIENCE
) -> Mapping[str, object] | None:
    """What the program that has this journal open answers; None where none has.

    Raises `Refusal` where one is there and does not answer in time, or not in full.
    """
    name = socket_name(journal)
    if not is_own_socket(name):
        return None
    try:
        said = exchange(name, question(what, line), patience)
    except OSError as error:
        raise no_answer() from error
    if said is None:
        return None
    answer = understood(said)
    if ANSWERS.isdisjoint(answer):
        raise no_answer()
    return answer


def no_answer() -> Refusal:
    """Somebody is there and says nothing, or nothing that can be understood."""
    return Refusal(
        _("SpasmLog is open, but it does not answer."),
        _("Look there whether it was kept, or close it and try again."),
    )


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
