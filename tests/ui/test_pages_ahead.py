"""Pages are made ahead of time: nothing is shown or said to be seen, and a visit is up to date."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import SignalNote
from spasmlog.ui.pages_ahead import NAMES
from tests.living import Living, living
from tests.views.lives import eight


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot, records=eight().by_id.values()) as made:
        made.start()
        yield made


def run_out(person: Living) -> None:
    person.session.ahead._timer.start()
    person.qtbot.waitUntil(lambda: not person.session.ahead.is_running, timeout=30_000)


def test_all_of_them_are_made_and_none_is_shown(person: Living) -> None:
    run_out(person)

    assert set(NAMES) <= person.window.pages.keys()
    assert person.window.current == "today"
    assert not any(person.window.pages[name].isVisible() for name in NAMES)


def test_nobody_has_seen_a_signal_that_was_only_made(person: Living) -> None:
    on_today = person.diary.of_kind(SignalNote)
    run_out(person)
    assert person.diary.of_kind(SignalNote) == on_today

    person.press("Ctrl+4")
    person.until(lambda: len(person.diary.of_kind(SignalNote)) > len(on_today))


def test_what_changed_since_is_there_on_a_visit(person: Living) -> None:
    run_out(person)
    person.press("w")
    person.press("Ctrl+2")

    history = person.window.pages["history"]
    assert history.isVisible()
    rows = history.day.list.rows  # type: ignore[attr-defined]
    assert "drop" in [row.icon for row in rows]


def test_a_window_that_is_closed_makes_no_more(person: Living) -> None:
    person.session.ahead.start()
    person.window.close()

    assert not person.session.ahead.is_running
