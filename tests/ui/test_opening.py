"""From a file's name to a diary that is there as a whole; and back, with nothing lost."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from spasmlog import app
from spasmlog.domain.records import Drink, Reading
from spasmlog.domain.scales import Nrs
from spasmlog.errors import DamagedJournal
from spasmlog.journal.journal import Journal
from spasmlog.store.lock import WriterLock
from spasmlog.store.reading import FULL_DAYS
from tests.build import drink, moment
from tests.living import Clock, living

OLD = FULL_DAYS + 30


def test_the_recent_days_come_first_then_the_rest(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(0), drink(OLD))) as made:
        seen: list[tuple[bool, int]] = []
        desk = made.around.desk
        for signal in (desk.opened, made.session.opening.complete):
            signal.connect(
                lambda: seen.append((desk.journal.is_complete, len(desk.diary.of_kind(Drink))))
            )
        made.start()

        assert seen == [(False, 1), (True, 2)]


def test_what_is_asked_between_the_two_is_in_the_whole(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(0), drink(OLD))) as made:
        made.around.desk.opened.connect(lambda: made.press("w"))
        made.start()

        assert len(made.diary.of_kind(Drink)) == 3
    with app.reading(made.path, made.clock) as journal:
        assert len(journal.read_rest().of_kind(Drink)) == 3


def test_what_was_asked_for_is_saved_though_the_window_is_closed_at_once(qtbot: QtBot) -> None:
    with living(qtbot, records=(drink(0),)) as made:
        made.show()
        made.press("6")
        made.press("s")
        made.press("s")  # refused as the second one; nobody is left to be told
        made.session.start(made.path)
        made.window.close()
    with app.reading(made.path, made.clock) as journal:
        diary = journal.read_rest()

    assert [(each.pain, each.at) for each in diary.of_kind(Reading)] == [
        (Nrs(6), moment(0, "09:12"))
    ]
    assert len(diary.episodes) == 1
    WriterLock.take(made.path).release()


def test_a_rest_that_cannot_be_read_is_said_and_can_be_tried_again(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_journal: Journal, _breathe: object = None) -> None:
        raise DamagedJournal("A part of it cannot be read.", "Restore the newest backup.")

    with living(qtbot, records=(drink(0), drink(OLD))) as made:
        with monkeypatch.context() as broken:
            broken.setattr(Journal, "read_rest", fail)
            made.show()
            made.press("Ctrl+1")
            with qtbot.waitSignal(made.session.opening.failed):
                made.session.start(made.path)
            assert made.refusal.isVisible()
            assert not made.around.desk.is_open
            WriterLock.take(made.path).release()
        made.click(made.refusal.again)
        made.settle()

        assert len(made.diary.of_kind(Drink)) == 2
        assert made.top is made.window.frame


def test_a_file_is_not_opened_twice(qtbot: QtBot) -> None:
    with living(qtbot, clock=Clock()) as made:
        made.start()

        assert not made.session.opening.start(made.path)
