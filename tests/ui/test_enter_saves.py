"""Enter saves the evening check-in while the keyboard is on nothing, and only then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import CheckIn, Reading
from tests.build import reading
from tests.living import Clock, Living, living

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def evening(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot, records=[reading(0, "10:00", pain=3)], clock=Clock("20:30")) as made:
        made.start()
        yield made


def test_enter_saves_the_evening_as_the_day_was(evening: Living) -> None:
    evening.press("Return")
    assert [each.worst for each in evening.diary.of_kind(CheckIn)] == [3]
    evening.press("Return")

    assert len(evening.diary.of_kind(CheckIn)) == 1


def test_enter_that_another_control_took_saves_no_evening(evening: Living) -> None:
    evening.page.now.no_spasm.setFocus()
    evening.press("Return")

    assert evening.diary.of_kind(CheckIn) == ()
    assert len(evening.diary.of_kind(Reading)) == 2


def test_enter_in_the_quick_bar_and_on_another_page_saves_no_evening(evening: Living) -> None:
    evening.press("Ctrl+K")
    evening.press("Return")
    evening.press("Escape")
    evening.press("Ctrl+2")
    evening.settle()
    evening.window.frame.setFocus()
    evening.press("Return")

    assert evening.diary.of_kind(CheckIn) == ()


def test_enter_with_another_key_is_meant_for_a_form_and_saves_no_evening(
    evening: Living,
) -> None:
    evening.press("Ctrl+Return")

    assert evening.diary.of_kind(CheckIn) == ()


def test_an_evening_without_entries_is_not_saved_as_anything(qtbot: QtBot) -> None:
    with living(qtbot, clock=Clock("20:30")) as made:
        made.start()
        made.press("Return")

        assert made.diary.by_id == {}


def test_in_the_morning_enter_saves_nothing(qtbot: QtBot) -> None:
    with living(qtbot, records=[reading(1, "10:00", pain=3)]) as made:
        made.start()
        made.press("Return")

        assert made.diary.of_kind(CheckIn) == ()
