"""Reminders without a window: shown on a real bus, answered there, saved in a real journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from spasmlog import app, paths, settings
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Reading
from spasmlog.domain.scales import ReadingWord
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.lock import WriterLock
from spasmlog.ui.notifications import Notifier
from spasmlog.ui.remind_alone import FAILED, RETRIES, RemindAlone
from spasmlog.ui.remind_check import Checker
from tests.build import check_in, treatment, use
from tests.living import PATIENCE, Clock
from tests.ui.fake_desktop import FakeDesktop, private_bus

BOTH = Settings(remind_relief=True, remind_evening=True)
KNOWN = treatment()
DOSE = use(0, "19:30", of=KNOWN)
RELIEF, EVENING = f"relief:{DOSE.id}", "evening:2026-07-01"


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def desktop(bus: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[FakeDesktop]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    made = FakeDesktop(bus)
    qtbot.waitUntil(lambda: made.has_name, timeout=PATIENCE)
    yield made
    made.bus.close()


class Process:
    """What `spasmlog remind` runs, with a clock at 20:30 and a dose an hour before."""

    def __init__(self, qtbot: QtBot, *, stays: bool, chosen: Settings) -> None:
        self.qtbot, self.clock, self.path = qtbot, Clock("20:30"), paths.own_journal()
        with app.writing(self.path, self.clock) as journal:
            journal.fill([KNOWN, DOSE])
        settings.write(paths.config_folder(), chosen)
        self.tries = 0
        self.before_writing: Callable[[int], None] = lambda _tries: None
        self.checker = Checker(self.path, self.clock, app.reading, self._writing)
        self.notifier = Notifier()
        self.explained: list[str] = []
        self.ended: list[bool] = []
        self.windows: list[bool] = []
        self.alone = RemindAlone(
            self.checker, self.notifier, self.explained.append, stays=stays, retry_ms=1
        )
        self.alone.ended.connect(lambda: self.ended.append(True))
        self.alone.window_wanted.connect(lambda: self.windows.append(True))

    def _writing(self, path: Path, now: Callable[[], Moment]) -> AbstractContextManager[Journal]:
        self.tries += 1
        self.before_writing(self.tries)
        return app.writing(path, now)

    def start(self) -> None:
        self.alone.start()
        self.until(lambda: self.notifier.is_settled)

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=PATIENCE)

    def close(self) -> None:
        self.notifier.close()
        self.alone.deleteLater()

    @property
    def answers(self) -> list[ReadingWord | None]:
        with app.reading(self.path, self.clock) as journal:
            return [each.word for each in journal.read_rest().of_kind(Reading)]


Start = Callable[..., Process]


@pytest.fixture
def process(qtbot: QtBot, home: Path) -> Iterator[Start]:
    with ExitStack() as stack:

        def made(*, stays: bool = False, chosen: Settings = BOTH) -> Process:
            process = Process(qtbot, stays=stays, chosen=chosen)
            stack.callback(process.close)
            return process

        yield made


def texts(desktop: FakeDesktop) -> list[str]:
    return [each.text for each in desktop.seen.shown]


def press(process: Process, desktop: FakeDesktop, action: str, text: str) -> None:
    """Press an action of the note that says so, once the desktop has numbered it."""
    process.until(lambda: text in texts(desktop))
    (number,) = [each.number for each in desktop.seen.shown if each.text == text]
    process.until(lambda: number in process.notifier._numbers.values())
    desktop.press(action, number)


HOW, TODAY = "How is it now?", "A question about today waits."


def test_what_is_due_is_shown_and_told_once(desktop: FakeDesktop, process: Start) -> None:
    one = process()
    one.start()
    one.until(lambda: len(desktop.seen.shown) == 2)
    one.alone.look()

    assert sorted(texts(desktop)) == sorted([HOW, TODAY])
    assert {each.title for each in desktop.seen.shown} == {"SpasmLog"}
    assert one.checker.look().reminders == ()
    assert one.ended == []


def test_an_answer_is_saved_and_all_over_it_ends(desktop: FakeDesktop, process: Start) -> None:
    one = process()
    one.start()
    press(one, desktop, "much", HOW)
    one.until(lambda: one.answers == [ReadingWord.MUCH])
    assert one.ended == []

    press(one, desktop, "later", TODAY)
    one.until(lambda: one.ended)
    assert one.windows == []
    one.clock.go(minutes=30)
    assert [each.key for each in one.checker.look().reminders] == [EVENING]


def test_notes_that_are_wiped_away_end_it(desktop: FakeDesktop, process: Start) -> None:
    one = process()
    one.start()
    one.until(lambda: set(one.notifier._numbers.values()) == {1, 2})
    desktop.dismiss(1)
    desktop.dismiss(2)
    one.until(lambda: one.ended)

    assert one.answers == []


@pytest.mark.parametrize("action", ["open", "default"])
def test_open_and_a_click_hand_over_to_the_window(
    desktop: FakeDesktop, process: Start, action: str
) -> None:
    one = process(chosen=Settings(remind_evening=True))
    one.start()
    press(one, desktop, action, TODAY)
    one.until(lambda: one.ended)

    assert one.windows == [True]


def test_one_that_stays_opens_the_window_beside_itself(
    desktop: FakeDesktop, process: Start
) -> None:
    one = process(stays=True, chosen=Settings(remind_evening=True, remind_while_closed=True))
    one.start()
    press(one, desktop, "open", TODAY)
    one.until(lambda: one.windows)

    assert one.ended == []


def test_one_that_stays_looks_again_and_ends_when_it_is_unwanted(
    desktop: FakeDesktop, process: Start
) -> None:
    wanted = Settings(remind_evening=True, remind_while_closed=True)
    one = process(stays=True, chosen=wanted)
    one.clock.now = one.clock.now.plus(-(one.clock.now.utc - DOSE.at.utc))
    one.start()
    one.alone.look()
    assert desktop.seen.shown == []

    one.clock.go(minutes=60)
    tick(one)
    one.until(lambda: texts(desktop) == [TODAY])
    settings.write(paths.config_folder(), Settings(remind_evening=True))
    tick(one)
    assert one.ended == [True]


def tick(process: Process) -> None:
    """The time between two looks has passed."""
    (timer,) = process.alone.findChildren(QTimer)
    timer.timeout.emit()


def test_what_was_answered_elsewhere_is_taken_away(desktop: FakeDesktop, process: Start) -> None:
    one = process(chosen=Settings(remind_evening=True))
    one.start()
    one.until(lambda: 1 in one.notifier._numbers.values())
    with app.writing(one.path, one.clock) as journal:
        journal.fill([KNOWN, DOSE, check_in(0)], replace=True)
    tick(one)

    assert one.ended == [True]
    one.until(lambda: desktop.seen.taken_away == [1])


def test_nothing_due_ends_at_once_and_says_why(desktop: FakeDesktop, process: Start) -> None:
    one = process(chosen=Settings())
    one.start()
    one.until(lambda: one.ended)

    assert one.explained == ["No reminder is switched on."]
    assert desktop.seen.shown == []


def test_where_no_note_can_be_shown_nothing_counts_as_told(
    process: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    one = process()
    one.start()
    one.until(lambda: one.ended)

    assert one.explained == ["This desktop shows no notifications."]
    assert len(one.checker.look().reminders) == 2


def test_one_that_stays_waits_for_a_desktop_that_shows_notes(
    process: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")
    one = process(stays=True, chosen=Settings(remind_evening=True, remind_while_closed=True))
    one.start()
    tick(one)

    assert one.ended == []
    assert len(one.checker.look().reminders) == 1


def test_a_journal_that_is_being_written_is_tried_again(
    desktop: FakeDesktop, process: Start
) -> None:
    one = process(chosen=Settings(remind_relief=True))
    lock = WriterLock.take(one.path)
    one.before_writing = lambda tries: lock.release() if tries == 3 else None
    one.start()
    press(one, desktop, "gone", HOW)
    one.until(lambda: one.ended)

    assert (one.answers, one.tries) == ([ReadingWord.GONE], 3)
    assert texts(desktop) == [HOW]


def test_an_answer_that_cannot_be_saved_is_said_not_to_be(
    desktop: FakeDesktop, process: Start
) -> None:
    one = process(chosen=Settings(remind_relief=True))
    lock = WriterLock.take(one.path)
    try:
        one.start()
        press(one, desktop, "gone", HOW)
        one.until(lambda: len(desktop.seen.shown) == 2)
    finally:
        lock.release()

    assert one.tries == 1 + RETRIES
    assert texts(desktop)[-1].startswith("The answer is not saved. ")
    assert one.ended == []
    one.until(lambda: one.notifier._numbers.get(FAILED + RELIEF))
    desktop.dismiss()
    one.until(lambda: one.ended)
    assert one.answers == []


def test_a_journal_that_is_gone_by_now_is_said_to_be(desktop: FakeDesktop, process: Start) -> None:
    one = process(chosen=Settings(remind_relief=True))
    one.start()
    one.until(lambda: texts(desktop) == [HOW])
    one.path.write_bytes(b"something else")
    press(one, desktop, "gone", HOW)
    one.until(lambda: len(desktop.seen.shown) == 2)

    assert texts(desktop)[-1].startswith("The answer is not saved. ")


def test_a_journal_that_cannot_be_read_this_time_is_explained(
    desktop: FakeDesktop, process: Start
) -> None:
    one = process(chosen=Settings(remind_relief=True))
    one.path.write_bytes(b"something else")
    one.start()
    one.until(lambda: one.ended)

    assert len(one.explained) == 1
    assert "not a" in one.explained[0]
