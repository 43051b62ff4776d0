"""Notes on the desktop: shown, answered, replaced and withdrawn, over a real bus."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.ui.bus_message import Message
from spasmlog.ui.notifications import PATH, Notifier
from tests.ui.fake_desktop import FakeDesktop, private_bus

ACTIONS = (("some", "Some"), ("much", "Much"))


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def address(bus: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    return bus


@pytest.fixture
def desktop(address: str, qtbot: QtBot) -> Iterator[FakeDesktop]:
    made = FakeDesktop(address)
    qtbot.waitUntil(lambda: made.has_name)
    yield made
    made.bus.close()


@pytest.fixture
def notifier(desktop: FakeDesktop) -> Iterator[Notifier]:
    made = Notifier()
    yield made
    made.close()


def shown(desktop: FakeDesktop) -> bool:
    return bool(desktop.seen.shown)


def test_a_note_is_shown_with_its_answers(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("relief:1", "SpasmLog", "How is it now?", ACTIONS)
    qtbot.waitUntil(lambda: shown(desktop))

    assert notifier.available
    assert desktop.last.signature == "susssasa{sv}i"
    assert (desktop.last.title, desktop.last.text) == ("SpasmLog", "How is it now?")
    assert desktop.last.actions == ("default", "Open SpasmLog", "some", "Some", "much", "Much")
    assert desktop.last.hints["urgency"] == 1
    assert desktop.last.hints["desktop-entry"] == "spasmlog"
    assert "transient" not in desktop.last.hints


def test_what_passes_is_not_kept_by_the_desktop(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("saved", "SpasmLog", "Saved.", passes=True)
    qtbot.waitUntil(lambda: shown(desktop))

    assert desktop.last.hints["transient"] is True


def test_an_answer_names_the_note_and_the_action(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "one", ACTIONS)
    notifier.show("b", "SpasmLog", "two", ACTIONS)
    qtbot.waitUntil(lambda: set(notifier._numbers.values()) == {1, 2})
    told: list[tuple[str, ...]] = []
    notifier.answered.connect(lambda key, action: told.append((key, action)))
    notifier.closed.connect(lambda key: told.append((key,)))
    desktop.press("much", desktop.seen.shown[0].number)
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told == [("a", "much"), ("a",)]


def test_a_click_on_the_note_itself_opens(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "one", ACTIONS)
    qtbot.waitUntil(lambda: notifier._numbers == {"a": 1})
    with qtbot.waitSignal(notifier.opened) as told:
        desktop.press("default")

    assert told.args == ["a"]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token-1"


def test_a_note_of_the_same_key_takes_the_place_of_the_one_before(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "one")
    notifier.show("a", "SpasmLog", "two")
    notifier.show("a", "SpasmLog", "three")
    qtbot.waitUntil(lambda: bool(desktop.seen.shown) and desktop.last.text == "three")
    notifier.show("a", "SpasmLog", "four")
    qtbot.waitUntil(lambda: desktop.last.text == "four")

    assert {each.number for each in desktop.seen.shown} == {1}


def test_a_note_that_is_withdrawn_goes(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "one")
    qtbot.waitUntil(lambda: notifier._numbers == {"a": 1})
    notifier.withdraw("a")
    qtbot.waitUntil(lambda: desktop.seen.taken_away == [1])


def test_a_note_that_is_withdrawn_on_its_way_goes_as_soon_as_it_has_come(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.begin()
    qtbot.waitUntil(lambda: notifier.available)
    notifier.show("a", "SpasmLog", "one")
    notifier.withdraw("a")
    qtbot.waitUntil(lambda: desktop.seen.taken_away == [1])

    notifier.withdraw("a")
    notifier.show("b", "SpasmLog", "two")
    qtbot.waitUntil(lambda: desktop.last.text == "two")
    assert desktop.seen.taken_away == [1]


def test_a_note_that_is_withdrawn_before_the_desktop_is_known_never_comes(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "one")
    notifier.withdraw("a")
    notifier.show("b", "SpasmLog", "two")
    qtbot.waitUntil(lambda: shown(desktop))

    assert [each.text for each in desktop.seen.shown] == ["two"]


def test_what_others_show_is_none_of_our_business(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    told: list[str] = []
    notifier.answered.connect(lambda key, _action: told.append(key))
    notifier.closed.connect(told.append)
    notifier.show("a", "SpasmLog", "one", ACTIONS)
    qtbot.waitUntil(lambda: notifier._numbers == {"a": 1})
    desktop.press("some", 77)
    desktop.press("some", 1)
    qtbot.waitUntil(lambda: len(told) == 2)

    assert told == ["a", "a"]


@pytest.mark.parametrize(
    ("can", "called", "text", "actions"),
    [
        (("body",), "plain", "Less < more\nMore in SpasmLog.", ()),
        (
            ("actions", "body"),
            "gnome-shell",
            "Less < more\nA click opens SpasmLog.",
            ("default", "Open SpasmLog"),
        ),
    ],
)
def test_a_desktop_that_cannot_show_all_answers_says_where_they_are(
    qtbot: QtBot,
    address: str,
    can: tuple[str, ...],
    called: str,
    text: str,
    actions: tuple[str, ...],
) -> None:
    desktop, notifier = FakeDesktop(address, can, called), Notifier()
    qtbot.waitUntil(lambda: desktop.has_name)
    four = (*ACTIONS, ("none", "None"), ("gone", "Gone"))
    notifier.show("a", "SpasmLog", "Less < more", four)
    qtbot.waitUntil(lambda: shown(desktop))

    assert desktop.last.text == text
    assert desktop.last.actions == actions
    notifier.close()
    desktop.bus.close()


def test_words_of_a_person_are_never_markup(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "<b>heat & ice</b>")
    qtbot.waitUntil(lambda: shown(desktop))

    assert desktop.last.text == "&lt;b&gt;heat &amp; ice&lt;/b&gt;"


def test_without_a_bus_that_is_known_at_once_and_told_otherwise(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    told: list[tuple[str, str]] = []

    def tell(title: str, text: str) -> bool:
        told.append((title, text))
        return True

    notifier = Notifier(otherwise=tell)
    notifier.show("a", "SpasmLog", "one", ACTIONS)

    assert notifier.is_settled
    assert not notifier.available
    assert told == [("SpasmLog", "one")]
    notifier.withdraw("a")


def test_a_bus_without_a_server_is_known_soon(qtbot: QtBot, address: str) -> None:
    notifier = Notifier()
    with qtbot.waitSignal(notifier.settled) as told:
        notifier.begin()

    assert told.args == [False]
    notifier.show("a", "SpasmLog", "one")
    notifier.close()


def test_a_server_that_goes_takes_its_notes_along_and_may_come_again(
    qtbot: QtBot, address: str, desktop: FakeDesktop, notifier: Notifier
) -> None:
    notifier.show("a", "SpasmLog", "one")
    qtbot.waitUntil(lambda: notifier._numbers == {"a": 1})
    with qtbot.waitSignals([notifier.closed, notifier.settled]):
        desktop.bus.close()
    assert not notifier.available

    again = FakeDesktop(address)
    qtbot.waitUntil(lambda: notifier.available)
    notifier.show("a", "SpasmLog", "two")
    qtbot.waitUntil(lambda: shown(again))
    again.bus.close()


def test_a_bus_that_breaks_off_is_noticed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    with private_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        desktop, notifier = FakeDesktop(address), Notifier()
        qtbot.waitUntil(lambda: desktop.has_name)
        notifier.show("a", "SpasmLog", "one")
        qtbot.waitUntil(lambda: notifier._numbers == {"a": 1})
    qtbot.waitUntil(lambda: not notifier.available)

    notifier.show("a", "SpasmLog", "two")
    assert notifier._numbers == {}


def test_a_server_that_never_says_what_it_can_is_not_waited_for(
    qtbot: QtBot, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Mute(FakeDesktop):
        def answer(self, asked: object) -> None:
            del asked

    desktop, notifier = Mute(address), Notifier()
    qtbot.waitUntil(lambda: desktop.has_name)
    notifier._patience.setInterval(20)
    with qtbot.waitSignal(notifier.settled) as told:
        notifier.show("a", "SpasmLog", "one")

    assert told.args == [False]
    notifier.close()
    desktop.bus.close()


def test_another_reader_of_the_bus_sees_the_same_message(
    qtbot: QtBot, address: str, desktop: FakeDesktop, notifier: Notifier
) -> None:
    """dbus-monitor is not of our making: what it reads is what any desktop reads."""
    watching = subprocess.Popen(
        ["dbus-monitor", "--address", address, "member='Notify'"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert watching.stdout is not None
    watching.stdout.readline()  # it has become a monitor
    notifier.show("a", "SpasmLog", "How is it?", ACTIONS)
    qtbot.waitUntil(lambda: shown(desktop))
    read: list[str] = []
    while not read or "int32 -1" not in read[-1]:
        read.append(watching.stdout.readline())
    watching.terminate()
    watching.wait()
    watching.stdout.close()

    told = " ".join("".join(read).split())
    assert 'string "SpasmLog" uint32 0 string "file:///' in told
    assert 'array [ string "default" string "Open SpasmLog" string "some"' in told
    assert 'string "urgency" variant byte 1' in told


class Refusing(FakeDesktop):
    """Answers the first note with nothing, as a server does that is full."""

    def answer(self, asked: Message) -> tuple[str, tuple[Any, ...]] | None:
        if asked.member == "Notify" and not self.seen.shown:
            super().answer(asked)
            return "", ()
        return super().answer(asked)


def test_a_note_that_the_desktop_does_not_take_is_gone_and_the_next_one_comes(
    qtbot: QtBot, address: str
) -> None:
    desktop, notifier = Refusing(address), Notifier()
    qtbot.waitUntil(lambda: desktop.has_name)
    with qtbot.waitSignal(notifier.closed) as told:
        notifier.show("a", "SpasmLog", "one")
    assert told.args == ["a"]

    notifier.show("a", "SpasmLog", "two")
    qtbot.waitUntil(lambda: bool(notifier._numbers.get("a")))
    notifier.close()
    desktop.bus.close()


def test_what_a_broken_server_says_is_taken_for_nothing(
    qtbot: QtBot, desktop: FakeDesktop, notifier: Notifier
) -> None:
    told: list[str] = []
    notifier.answered.connect(lambda _key, action: told.append(action))
    notifier.show("a", "SpasmLog", "one", ACTIONS)
    qtbot.waitUntil(lambda: notifier._numbers == {"a": 1})
    for member in ("NotificationClosed", "SomethingElse"):
        desktop.signal(PATH, member, "")
    desktop.signal(PATH, "SomethingElse", "u", 1)
    desktop.signal(PATH, "ActionInvoked", "us", 1, "some")
    qtbot.waitUntil(lambda: told == ["some"])


def test_a_reply_that_comes_after_the_server_has_gone_is_nobodys(
    qtbot: QtBot, address: str, notifier: Notifier, desktop: FakeDesktop
) -> None:
    notifier.begin()
    qtbot.waitUntil(lambda: notifier.available)
    notifier.show("a", "SpasmLog", "one")
    notifier.withdraw("a")
    notifier._forget()
    qtbot.waitUntil(lambda: shown(desktop))
    notifier._settle(frozenset())
    notifier.show("b", "SpasmLog", "two")
    qtbot.waitUntil(lambda: bool(notifier._numbers.get("b")))
    assert set(notifier._numbers) == {"b"}


BARE = """
import sys
from PySide6.QtCore import QCoreApplication
from spasmlog.ui.bus_message import Message
from spasmlog.ui.notifications import PATH, Notifier

app = QCoreApplication([])
notifier = Notifier()
notifier.answered.connect(lambda key, action: (print(key, action), app.quit()))
notifier.show("relief:1", "SpasmLog", "How is it now?", (("some", "Some"),))
app.exec()
print("PySide6.QtGui" in sys.modules)
"""


def test_a_program_without_a_window_can_ask(
    qtbot: QtBot, address: str, desktop: FakeDesktop
) -> None:
    asking = subprocess.Popen([sys.executable, "-c", BARE], stdout=subprocess.PIPE, text=True)
    qtbot.waitUntil(lambda: shown(desktop), timeout=30_000)
    desktop.press("some")
    qtbot.waitUntil(lambda: asking.poll() is not None, timeout=30_000)

    assert asking.communicate()[0] == "relief:1 some\nFalse\n"
