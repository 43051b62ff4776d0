"""Of two windows that start at once, the one without the journal makes room for the other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from spasmlog import hand_over, paths
from spasmlog.errors import JournalInUse, Refusal
from spasmlog.ui.giving_way import give_way
from spasmlog.ui.single import Single
from tests.living import PATIENCE, Living, living

IN_USE = JournalInUse("This journal is open in another window.")


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A runtime folder whose name leaves room for a socket."""
    with tempfile.TemporaryDirectory(prefix="run-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@contextmanager
def second(qtbot: QtBot, why: Refusal = IN_USE) -> Iterator[tuple[Living, Single]]:
    """A window that was refused its journal, and what it listens with."""
    with living(qtbot) as made:
        made.show()
        single = Single(made.path, made.window)
        give_way(made.session, single, made.path)
        single.listen(lambda _asked, _line: {"here": True})
        made.session.opening.failed.emit(why)
        yield made, single


def sockets() -> list[Path]:
    return list(Path(hand_over.socket_name(paths.own_journal())).parent.iterdir())


def ask_for_nothing(monkeypatch: pytest.MonkeyPatch, said: dict[str, object] | None) -> list[str]:
    """The other window answers this; what it was asked."""
    asked: list[str] = []

    def ask(_journal: Path, what: str, _line: str = "") -> dict[str, object] | None:
        asked.append(what)
        return said

    monkeypatch.setattr(hand_over, "ask", ask)
    return asked


def test_it_closes_once_the_other_has_come_forward(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask_for_nothing(monkeypatch, {"here": True})
    with second(qtbot) as (made, _single):
        made.until(lambda: not made.window.isVisible())
    assert asked == [hand_over.FORWARD]


def test_while_help_is_read_in_it_it_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    ask_for_nothing(monkeypatch, {"here": True})
    with second(qtbot) as (made, _single):
        made.press("F1")
        made.until(lambda: bool(sockets()))

        assert made.help.isVisible()


def test_where_nobody_answers_it_says_why_and_listens_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask_for_nothing(monkeypatch, None)
    with second(qtbot) as (made, _single):
        assert not sockets()
        qtbot.waitUntil(lambda: bool(sockets()), timeout=PATIENCE)

        assert len(asked) > 1
        assert made.refusal.isVisible()


def test_a_window_that_is_refused_for_another_reason_stays_and_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ask_for_nothing(monkeypatch, {"here": True})
    with second(qtbot, Refusal("This is no journal.")) as (made, _single):
        assert sockets()
        assert made.refusal.isVisible()
    assert asked == []
