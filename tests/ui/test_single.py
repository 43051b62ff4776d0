"""One program a journal: a second start asks the first, and is answered."""

from __future__ import annotations

import json
import os
import socket
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog import hand_over
from spasmlog.errors import Refusal
from spasmlog.hand_over import ask, socket_name
from spasmlog.second_start import is_listened_to
from spasmlog.ui.single import Answer, Single, come_forward


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A journal, and a runtime folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield tmp_path / "journal.spasmlog"


@pytest.fixture
def parent(qtbot: QtBot) -> Iterator[QObject]:
    del qtbot
    made = QObject()
    yield made
    for each in made.findChildren(Single):
        each.close()
    made.deleteLater()


def meanwhile(qtbot: QtBot, act: Callable[[], Any]) -> Any:
    """What something on another thread comes to, while this one lives on."""
    came: list[Any] = []

    def run() -> None:
        try:
            came.append(act())
        except Refusal as refusal:
            came.append(refusal)

    thread = Thread(target=run)
    thread.start()
    qtbot.waitUntil(lambda: bool(came), timeout=30_000)
    thread.join()
    return came[0]


def test_the_first_start_finds_nobody(path: Path) -> None:
    assert ask(path, hand_over.FORWARD) is None


def test_a_second_start_is_answered(qtbot: QtBot, path: Path, parent: QObject) -> None:
    heard: list[tuple[str, str]] = []

    def answer(asked: str, line: str) -> Answer:
        heard.append((asked, line))
        return {"said": ["“" + line + "”"]}

    Single(path, parent).listen(answer)
    line = "7 neck 顔 \n"

    said = meanwhile(qtbot, lambda: ask(path, hand_over.LINE, line, patience=30))
    assert said == {"said": ["“" + line + "”"]}
    assert heard == [(hand_over.LINE, line)]
    assert ask(path.with_name("another.spasmlog"), hand_over.LINE) is None


def test_several_at_once_are_each_answered(qtbot: QtBot, path: Path, parent: QObject) -> None:
    Single(path, parent).listen(lambda _asked, line: {"said": [line]})
    came: list[Mapping[str, object] | None] = []
    threads = [
        Thread(target=lambda n=n: came.append(ask(path, hand_over.LINE, str(n), patience=30)))
        for n in range(5)
    ]
    for each in threads:
        each.start()
    qtbot.waitUntil(lambda: len(came) == len(threads), timeout=30_000)
    for each in threads:
        each.join()

    assert sorted(json.dumps(each) for each in came) == [f'{{"said": ["{n}"]}}' for n in range(5)]


def test_a_socket_left_by_a_killed_program_is_taken_over(
    qtbot: QtBot, path: Path, parent: QObject
) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(socket_name(path))
    left.close()
    assert Path(socket_name(path)).exists()
    assert ask(path, hand_over.FORWARD) is None
    Single(path, parent).listen(lambda _asked, _line: {"here": True})

    assert meanwhile(qtbot, lambda: ask(path, hand_over.FORWARD, patience=30)) == {"here": True}


def test_a_second_listener_does_not_push_the_first_away(
    qtbot: QtBot, path: Path, parent: QObject
) -> None:
    Single(path, parent).listen(lambda _asked, _line: {"said": ["first"]})
    Single(path, parent).listen(lambda _asked, _line: {"said": ["second"]})

    answer = meanwhile(qtbot, lambda: ask(path, hand_over.LINE, patience=30))
    assert answer == {"said": ["first"]}


def test_the_second_listens_as_soon_as_the_first_does_so_no_more(
    qtbot: QtBot, path: Path, parent: QObject
) -> None:
    first, second = Single(path, parent), Single(path, parent)
    first.listen(lambda _asked, _line: {"said": ["first"]})
    second.listen(lambda _asked, _line: {"said": ["second"]})
    first.close()
    qtbot.waitUntil(lambda: Path(socket_name(path)).exists(), timeout=30_000)
    first.resume()

    answer = meanwhile(qtbot, lambda: ask(path, hand_over.LINE, patience=30))
    assert answer == {"said": ["second"]}


def test_what_is_no_socket_is_not_pushed_away_either(path: Path) -> None:
    assert not is_listened_to(str(path))
    assert is_listened_to(str(path) * 20)


def test_a_program_that_hangs_is_said_to_hang(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(socket_name(path))
        deaf.listen()

        with pytest.raises(Refusal, match="does not answer"):
            ask(path, hand_over.LINE, "7", patience=0.05)


@contextmanager
def answering(path: Path, *said: bytes) -> Iterator[None]:
    """A program that answers one question with these pieces, and goes away."""
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(socket_name(path))
        other.listen()

        def answer() -> None:
            connection, _address = other.accept()
            with connection, suppress(BrokenPipeError):
                connection.recv(1000)
                for piece in said:
                    connection.sendall(piece)

        thread = Thread(target=answer)
        thread.start()
        yield
        thread.join()


@pytest.mark.parametrize(
    "said",
    [
        (),
        (b"",),
        (b"\n",),
        (b'{"sa',),
        (b'{"said": ["Spasm of 7',),
        (b'{"said": ["Spasm', b" of 7\n"),
        (b"[1, 2]\n",),
        (b"{}\n",),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n",),
        (b"\xff\xfe\x00",),
        (b"x" * hand_over.MOST,),
    ],
)
def test_an_answer_that_is_cut_or_none_of_ours_is_no_answer(
    path: Path, said: tuple[bytes, ...]
) -> None:
    with answering(path, *said), pytest.raises(Refusal, match="does not answer"):
        ask(path, hand_over.LINE, "7", patience=30)


def test_an_answer_in_pieces_is_put_together(path: Path) -> None:
    with answering(path, b'{"sa', b'id": ["kept"]}', b"\n"):
        assert ask(path, hand_over.LINE, "7", patience=30) == {"said": ["kept"]}


def test_an_answer_that_drips_is_not_waited_for_beyond_the_patience(path: Path) -> None:
    over = Event()
    with socket.socket(socket.AF_UNIX) as slow:
        slow.bind(socket_name(path))
        slow.listen()

        def drip() -> None:
            connection, _address = slow.accept()
            with connection, suppress(BrokenPipeError):
                while not over.wait(0.02):
                    connection.sendall(b"x")

        thread = Thread(target=drip)
        thread.start()
        with pytest.raises(Refusal, match="does not answer"):
            ask(path, hand_over.LINE, "7", patience=0.2)
        over.set()
        thread.join()


def test_what_another_person_put_there_hears_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    somebody_else = os.getuid() + 1
    with socket.socket(socket.AF_UNIX) as foreign:
        foreign.bind(socket_name(path))
        foreign.listen()
        foreign.setblocking(False)
        monkeypatch.setattr(os, "getuid", lambda: somebody_else)

        assert ask(path, hand_over.LINE, "7 neck") is None
        with pytest.raises(BlockingIOError):
            foreign.accept()


@pytest.mark.parametrize("said", [b"raise\n", b"[1]\n", b"\xff\xfe\n", b"x" * hand_over.MOST])
def test_what_is_no_question_is_answered_as_nothing_known(
    qtbot: QtBot, path: Path, parent: QObject, said: bytes
) -> None:
    heard: list[tuple[str, str]] = []

    def answer(asked: str, line: str) -> Answer:
        heard.append((asked, line))
        return {}

    Single(path, parent).listen(answer)

    def tell() -> bytes:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(30)
            connection.connect(socket_name(path))
            connection.sendall(said)
            return connection.recv(100)

    assert meanwhile(qtbot, tell) == b"{}\n"
    assert heard == [("", "")]


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_a_minimised_window_comes_to_the_front(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    come_forward(window)

    assert window.isVisible()
    assert not window.isMinimized()


def test_every_home_and_every_journal_has_a_socket_of_its_own(
    path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    one = socket_name(path)
    monkeypatch.setenv("SPASMLOG_HOME", str(tmp_path / "other"))
    two = socket_name(path)

    assert len({one, two, socket_name(path.with_name("b")), socket_name(path.parent)}) == 4


def test_without_a_runtime_folder_the_temporary_one_is_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    assert Path(socket_name(path)).parent.is_dir()
