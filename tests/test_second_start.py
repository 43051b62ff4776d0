"""A second start that only hands something over: what it asks, and what it does without."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from spasmlog import paths, second_start
from spasmlog.hand_over import socket_name
from spasmlog.second_start import handed_over


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@contextmanager
def running(answer: bytes) -> Iterator[list[object]]:
    """A program that has the person's own journal open; what it is asked."""
    heard: list[object] = []
    with socket.socket(socket.AF_UNIX) as other:
        other.bind(socket_name(paths.own_journal()))
        other.listen()
        other.settimeout(30)

        def serve() -> None:
            connection, _address = other.accept()
            with connection:
                heard.append(json.loads(connection.recv(4096)))
                connection.sendall(answer)

        thread = Thread(target=serve)
        thread.start()
        yield heard
        thread.join()


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ([], {"ask": "forward", "line": ""}),
        (["--quick"], {"ask": "quick", "line": ""}),
        (["--quick", "7 neck 顔"], {"ask": "quick", "line": "7 neck 顔"}),
    ],
)
def test_the_program_that_runs_takes_it_over(arguments: list[str], asked: dict[str, str]) -> None:
    with running(b'{"here": true}\n') as heard:
        assert handed_over(arguments) == 0

    assert heard == [asked]


@pytest.mark.parametrize("home", ["SPASMLOG_HOME", "XDG_DATA_HOME", "HOME"])
def test_it_looks_where_the_program_listens(
    home: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("SPASMLOG_HOME", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(home, f"{tmp_path}/a home/")

    with running(b'{"here": true}\n'):
        assert handed_over([]) == 0


def test_where_the_bar_alone_makes_room_there_is_more_to_do() -> None:
    with running(b'{"gone": true}\n'):
        assert handed_over([]) is None


@pytest.mark.parametrize("answer", [b"", b"{}\n", b"nonsense"])
def test_an_answer_that_says_nothing_is_told_in_one_sentence(
    answer: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(answer):
        assert handed_over(["--quick", "7"]) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("spasmlog: SpasmLog is open, but it does not answer.")


def test_a_program_that_hangs_is_said_to_hang(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(second_start, "PATIENCE", 0.05)
    with socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(socket_name(paths.own_journal()))
        deaf.listen()
        assert handed_over(["--quick", "7"]) == 1

    assert "does not answer" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--quick", "--journal"],
        ["--quick", "7", "--journal", "x"],
        ["--journal", "x"],
        ["log", "7"],
        ["--help"],
    ],
)
def test_what_says_more_is_left_to_the_command_line(arguments: list[str]) -> None:
    assert handed_over(arguments) is None


def test_where_nobody_listens_there_is_more_to_do(runtime: Path) -> None:
    assert handed_over([]) is None
    left = socket.socket(socket.AF_UNIX)
    left.bind(socket_name(paths.own_journal()))
    left.close()
    assert len(list(runtime.iterdir())) == 1
    assert handed_over([]) is None


def test_without_a_runtime_folder_it_is_left_to_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert handed_over([]) is None


def test_a_start_that_hands_over_loads_next_to_nothing() -> None:
    watched = "import sys; from spasmlog.__main__ import main; code = main();"
    watched += "print(code, *(name for name in sys.modules if name.startswith('spasmlog')))"
    with running(b'{"here": true}\n'):
        done = subprocess.run(
            [sys.executable, "-c", watched],
            env=os.environ,
            capture_output=True,
            text=True,
            check=True,
        )

    assert done.stdout.split() == ["0", "spasmlog", "spasmlog.__main__", "spasmlog.second_start"]
