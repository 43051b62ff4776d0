"""Turns on threads: one at a time, the topmost first, and nobody waits for nothing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

import pytest

from spasmlog.ui.tasks import Progress, Stopped
from spasmlog.ui.turns import Turns


def progress() -> Progress:
    return Progress(lambda _done, _total: None)


class Queue:
    """Threads that want turns; the first is held until it is let go."""

    def __init__(self) -> None:
        self.turns = Turns()
        self.done: list[int] = []
        self.let_go, self._begun = Event(), Event()
        self._threads = [Thread(target=self._hold)]
        self._threads[0].start()
        assert self._begun.wait(20)

    def want(self, place: int, asked: Progress | None = None) -> None:
        thread = Thread(target=self._take, args=(place, asked or progress()))
        before = len(self.turns._waiting)
        thread.start()
        self._threads.append(thread)
        _until(lambda: len(self.turns._waiting) > before)

    def end(self) -> None:
        self.let_go.set()
        for thread in self._threads:
            thread.join(20)

    def _hold(self) -> None:
        with self.turns.turn(0, progress()):
            self._begun.set()
            assert self.let_go.wait(20)

    def _take(self, place: int, asked: Progress) -> None:
        try:
            with self.turns.turn(place, asked):
                self.done.append(place)
        except Stopped:
            self.done.append(-place)


def _until(true: Callable[[], bool]) -> None:
    waiting = Event()
    for _turn in range(2000):
        if true():
            return
        waiting.wait(0.01)
    raise AssertionError("it never came")


def test_of_those_that_wait_the_topmost_is_next() -> None:
    queue = Queue()
    for place in (3, 1, 2):
        queue.want(place)
    queue.end()

    assert queue.done == [1, 2, 3]


def test_nobody_has_a_turn_beside_another() -> None:
    queue = Queue()
    queue.want(1)

    assert queue.done == []
    queue.end()
    assert queue.done == [1]


def test_whoever_is_not_waited_for_leaves_before_its_turn() -> None:
    queue, asked = Queue(), progress()
    queue.want(1, asked)
    queue.want(2)
    asked.stop()
    _until(lambda: queue.done == [-1])
    queue.end()

    assert queue.done == [-1, 2]


def test_while_the_window_is_busy_no_turn_begins() -> None:
    turns, asked, done = Turns(), progress(), Event()
    turns.rest(3600)

    def take() -> None:
        with pytest.raises(Stopped), turns.turn(1, asked):
            done.set()

    thread = Thread(target=take)
    thread.start()
    _until(lambda: bool(turns._waiting))
    asked.stop()
    thread.join(20)
    assert not done.is_set()


def test_a_fault_ends_its_turn() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="wrong"), turns.turn(0, progress()):
        raise ValueError("wrong")
    with turns.turn(0, progress()):
        pass


def test_nothing_is_idle_while_a_turn_is_taken_or_waited_for() -> None:
    queue = Queue()
    queue.want(1)
    busy = queue.turns.idle
    queue.end()

    assert not busy
    assert queue.turns.idle
