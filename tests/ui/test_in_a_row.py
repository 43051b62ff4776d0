"""Keys that were pressed into nothing are told together, and taken back in one press."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.ui.in_a_row import GAP_S, all_undone, said_together
from tests.living import Living, living


@pytest.fixture
def empty(qtbot: QtBot) -> Iterator[Living]:
    """A window on a new journal."""
    with living(qtbot) as made:
        made.start()
        yield made


def offers(made: Living) -> list[str]:
    return [str(each.text()) for each in made.toast.buttons]


def press(made: Living, keys: str, apart: float = 1) -> None:
    """Press these one after the other, so many seconds apart."""
    for key in keys:
        made.clock.go(seconds=apart)
        made.press(key)


def test_three_keys_in_a_row_are_said_and_undone_together(empty: Living) -> None:
    press(empty, "w49")
    assert empty.toast.text == "3 entries saved by keys in a row. The last: Pain 9 saved for 09:12."
    assert offers(empty) == ["Undo all 3", "Undo"]
    empty.click(empty.toast_button("Undo all 3"))

    assert empty.diary.by_id == {}
    assert empty.toast.text == "3 entries undone."
    empty.click(empty.toast_button("Redo"))
    assert len(empty.diary.by_id) == 3


def test_one_of_them_can_still_be_undone_alone(empty: Living) -> None:
    press(empty, "w49")
    empty.click(empty.toast_button("Undo"))

    assert len(empty.diary.by_id) == 2
    assert empty.toast.text == "Undone: Log pain"


def test_two_keys_are_pressed_on_purpose(empty: Living) -> None:
    press(empty, "w4")

    assert empty.toast.text == "Pain 4 saved for 09:12."


def test_keys_further_apart_are_no_row(empty: Living) -> None:
    press(empty, "w49", apart=GAP_S + 1)

    assert empty.toast.text == "Pain 9 saved for 09:12."


def test_what_is_undone_ends_the_row(empty: Living) -> None:
    press(empty, "w4")
    empty.press("Ctrl+Z")
    press(empty, "w9")

    assert empty.toast.text == "Pain 9 saved for 09:12."


def test_the_words_have_their_plurals() -> None:
    assert said_together(1, "Pain 9.") == "1 entry saved by keys in a row. The last: Pain 9."
    assert all_undone(1) == "1 entry undone."
