"""A held key logs once, also where the system sends its repeats as if they were new presses."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Reading
from spasmlog.ui.held_keys import SAME_MS, HeldKeys
from tests.living import Living, living

_Kind = QEvent.Type
Keys = Qt.Key


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Living]:
    """A window on a new journal."""
    with living(qtbot) as made:
        made.start()
        yield made


def send(made: Living, kind: QEvent.Type, key: Qt.Key, at: int, text: str = "") -> None:
    """As the system hands it to the window, at so many milliseconds."""
    event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at)
    QApplication.sendEvent(made.window.windowHandle(), event)


def hold(made: Living, key: Qt.Key, text: str = "", gap: int = 0) -> None:
    """Held for some repeats: pairs of a release and a press, none of them marked."""
    for at in range(1000, 1400, 40):
        send(made, _Kind.KeyPress, key, at + gap, text)
        send(made, _Kind.KeyRelease, key, at + 40, text)


@pytest.mark.parametrize("flare", [False, True])
def test_a_held_letter_or_number_logs_once(empty: Living, flare: bool) -> None:
    if flare:
        empty.press("F9")
    hold(empty, Keys.Key_W, "w")
    hold(empty, Keys.Key_4, "4")

    assert len(empty.diary.of_kind(Drink)) == 1
    assert len(empty.diary.of_kind(Reading)) == 1


def test_a_key_pressed_again_by_a_quick_finger_logs_again(empty: Living) -> None:
    hold(empty, Keys.Key_W, "w", gap=SAME_MS + 1)

    assert len(empty.diary.of_kind(Drink)) == 10


def test_two_keys_at_one_moment_are_two(empty: Living) -> None:
    send(empty, _Kind.KeyPress, Keys.Key_W, 1000, "w")
    send(empty, _Kind.KeyRelease, Keys.Key_W, 1040, "w")
    send(empty, _Kind.KeyPress, Keys.Key_4, 1040, "4")

    assert len(empty.diary.by_id) == 2


def test_enter_held_in_the_quick_bar_saves_once(empty: Living) -> None:
    empty.press("Ctrl+K")
    empty.type("w")
    hold(empty, Keys.Key_Return)

    assert len(empty.diary.of_kind(Drink)) == 1


def test_a_held_letter_still_repeats_in_a_text_field(empty: Living) -> None:
    empty.press("Ctrl+K")
    hold(empty, Keys.Key_A, "a")
    field = QApplication.focusWidget()

    assert isinstance(field, QLineEdit)
    assert field.text() == "a" * 10


def test_a_held_shortcut_acts_once_and_undo_goes_on(empty: Living) -> None:
    asked: list[str] = []
    empty.window.key_asked.connect(asked.append)
    for key in ("F1", "Ctrl+Z"):
        empty.press(key)
    held = empty.window.held
    send(empty, _Kind.KeyRelease, Keys.Key_F1, 2000)
    send(empty, _Kind.ShortcutOverride, Keys.Key_F1, 2000)
    assert held.repeats
    for key in ("F1", "Ctrl+Z"):
        empty.press(key)

    assert asked == ["emergency", "undo", "undo"]


def test_before_the_window_is_shown_there_is_nothing_to_hear(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    held = HeldKeys(field)
    QApplication.sendEvent(field, QEvent(_Kind.Show))

    assert not held.repeats
