"""Work on other threads hands its results, refusals and faults over to this one, and ends."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from functools import partial
from types import TracebackType

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.errors import NotSaved, Refusal
from spasmlog.ui.tasks import Latest, Progress, Tasks


class Results:
    """What arrived, and on which thread."""

    def __init__(self) -> None:
        self.done: list[object] = []
        self.refused: list[Refusal] = []
        self.threads: set[int] = set()

    def take(self, result: object) -> None:
        self.done.append(result)
        self.threads.add(threading.get_ident())

    def refuse(self, refusal: Refusal) -> None:
        self.refused.append(refusal)
        self.threads.add(threading.get_ident())


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    before = threading.active_count()
    tasks = Tasks()
    yield tasks
    tasks.close()
    assert threading.active_count() == before
    assert not tasks.busy


def _say(word: str, _progress: Progress) -> str:
    return word


def test_a_result_made_elsewhere_arrives_here(tasks: Tasks, qtbot: QtBot) -> None:
    got = Results()

    task = tasks.run(lambda _progress: threading.get_ident(), got.take, got.refuse, "count")
    assert tasks.busy
    with qtbot.waitSignal(task.ended):
        pass

    assert got.done != [threading.get_ident()]
    assert got.threads == {threading.get_ident()}
    assert got.refused == []
    assert not tasks.busy


def _soon(_progress: Progress) -> None:
    """Nothing at all."""


def test_work_hands_the_interpreter_over_quickly_and_leaves_it_as_it_was(
    tasks: Tasks, qtbot: QtBot
) -> None:
    got, usual = Results(), sys.getswitchinterval()
    go_on = threading.Event()

    def work(_progress: Progress) -> float:
        assert go_on.wait(20)
        return sys.getswitchinterval()

    first = tasks.run(_soon, got.take, got.refuse)
    second = tasks.run(work, got.take, got.refuse)
    with qtbot.waitSignal(first.ended):
        pass
    with qtbot.waitSignal(second.ended):
        go_on.set()

    _first, during = got.done
    assert isinstance(during, float)
    assert during < usual / 10
    assert sys.getswitchinterval() == pytest.approx(usual)


def test_a_refusal_goes_to_who_asked(tasks: Tasks, qtbot: QtBot) -> None:
    got = Results()

    def work(_progress: Progress) -> None:
        raise NotSaved("The disk is full.", "Free some space.")

    with qtbot.waitSignal(tasks.run(work, got.take, got.refuse).ended):
        pass

    assert [refusal.sentence for refusal in got.refused] == ["The disk is full."]
    assert got.threads == {threading.get_ident()}
    assert got.done == []


def test_a_fault_is_raised_where_the_top_level_hook_sees_it(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    got = Results()
    faults: list[tuple[type[BaseException], int]] = []

    def hook(
        kind: type[BaseException], _fault: BaseException, _trace: TracebackType | None
    ) -> None:
        faults.append((kind, threading.get_ident()))

    monkeypatch.setattr(sys, "excepthook", hook)
    with qtbot.waitSignal(tasks.run(lambda _progress: 1 // 0, got.take, got.refuse).ended):
        pass

    assert faults == [(ZeroDivisionError, threading.get_ident())]
    assert got.done == []
    assert got.refused == []


def test_a_cancelled_result_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    got, go = Results(), threading.Event()

    task = tasks.run(lambda _progress: go.wait(10), got.take, got.refuse)
    task.cancel()
    with qtbot.waitSignal(task.ended):
        go.set()

    assert task.cancelled
    assert got.done == []


def test_work_that_asks_leaves_as_soon_as_it_is_cancelled(tasks: Tasks, qtbot: QtBot) -> None:
    got, go = Results(), threading.Event()
    steps: list[str] = []

    def work(progress: Progress) -> str:
        steps.append("begun")
        go.wait(10)
        progress.check()
        steps.append("went on")
        return "done"

    task = tasks.run(work, got.take, got.refuse)
    task.cancel()
    with qtbot.waitSignal(task.ended):
        go.set()

    assert steps == ["begun"]
    assert got.done == []


def test_work_says_how_far_it_is(tasks: Tasks, qtbot: QtBot) -> None:
    got, go = Results(), threading.Event()
    told: list[tuple[int, int]] = []

    def work(progress: Progress) -> str:
        go.wait(10)
        for at in range(3):
            progress.tell(at, 3)
        return "done"

    task = tasks.run(work, got.take, got.refuse)
    task.progressed.connect(lambda done, total: told.append((done, total)))
    with qtbot.waitSignal(task.ended):
        go.set()

    assert told == [(0, 3), (1, 3), (2, 3)]
    assert got.done == ["done"]


def test_of_two_of_a_sort_only_the_later_one_arrives(tasks: Tasks, qtbot: QtBot) -> None:
    got, go = Results(), threading.Event()
    latest = Latest(tasks)

    def slow(_progress: Progress) -> str:
        go.wait(10)
        return "older"

    older = latest.run(slow, got.take, got.refuse)
    newer = latest.run(lambda _progress: "newer", got.take, got.refuse)
    with qtbot.waitSignals([older.ended, newer.ended]):
        go.set()

    assert older.cancelled
    assert not newer.cancelled
    assert got.done == ["newer"]


def test_one_after_the_other_both_arrive(tasks: Tasks, qtbot: QtBot) -> None:
    got = Results()
    latest = Latest(tasks)

    for word in ("first", "second"):
        task = latest.run(partial(_say, word), got.take, got.refuse)
        with qtbot.waitSignal(task.ended):
            pass
    latest.cancel()

    assert got.done == ["first", "second"]


def test_closing_waits_for_what_runs_and_nothing_arrives_afterwards(qtbot: QtBot) -> None:
    before = threading.active_count()
    got, begun = Results(), threading.Event()
    tasks = Tasks()

    def work(progress: Progress) -> None:
        begun.set()
        while not progress.cancelled:
            pass

    tasks.run(work, got.take, got.refuse)
    assert begun.wait(10)
    tasks.close()

    assert threading.active_count() == before
    assert not tasks.busy
    qtbot.wait(1)
    assert got.done == []


def test_work_is_known_by_its_label(tasks: Tasks, qtbot: QtBot) -> None:
    got = Results()

    task = tasks.run(
        lambda _progress: threading.current_thread().name, got.take, got.refuse, "draw"
    )
    with qtbot.waitSignal(task.ended):
        pass

    assert task.label == "draw"
    assert got.done == ["draw"]
