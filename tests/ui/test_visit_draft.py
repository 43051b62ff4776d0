"""What is typed about a visit and not on disk yet: held back, asked for once, never lost."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from spasmlog.errors import InvalidEntry
from spasmlog.journal.commands import WriteVisit
from spasmlog.ui.visit_draft import Draft
from tests.build import day

EMPTY: dict[str, Any] = {"day": day(), "who": "", "said": ""}


class Fields:
    """What stands in the fields, and what was asked of it."""

    def __init__(self) -> None:
        self.texts: dict[str, Any] = dict(EMPTY)
        self.asked: list[WriteVisit] = []
        self.wrong: dict[str, str] = {}
        self.draft = Draft(self._read)
        self.draft.asked.connect(self.asked.append)
        self.draft.wrong.connect(self.wrong.__setitem__)
        self.draft.take("", day(), EMPTY)

    def type(self, name: str, text: Any) -> None:
        self.texts[name] = text
        self.draft.touch(name)

    def _read(self, name: str) -> Any:
        if self.texts[name] == "nonsense":
            raise InvalidEntry("That is not a date.")
        return self.texts[name]


@pytest.fixture
def fields(qapp: QApplication) -> Fields:
    del qapp
    return Fields()


def test_nothing_is_asked_before_anything_is_typed(fields: Fields) -> None:
    fields.draft.flush()

    assert fields.asked == []
    assert not fields.draft.waiting


def test_a_visit_that_waits_to_be_made_is_not_asked_for_twice(fields: Fields) -> None:
    fields.type("who", "GP")
    fields.draft.flush()
    fields.type("said", "Rest")
    fields.draft.flush()
    assert fields.asked == [WriteVisit(fields=(("day", day()), ("who", "GP")))]
    fields.draft.take("made", day(), EMPTY | {"who": "GP"})
    fields.draft.saved()
    fields.draft.flush()

    assert fields.asked[1:] == [WriteVisit(visit_id="made", fields=(("said", "Rest"),))]


def test_without_a_day_that_can_be_read_no_visit_is_made(fields: Fields) -> None:
    fields.type("day", "nonsense")
    fields.type("who", "GP")
    fields.draft.flush()
    assert (fields.asked, fields.wrong["day"]) == ([], "That is not a date.")
    fields.type("day", day(-3))
    fields.draft.flush()

    assert fields.asked == [WriteVisit(fields=(("day", day(-3)), ("who", "GP")))]
    assert fields.wrong["day"] == ""


def test_of_a_visit_that_is_there_what_can_be_read_is_kept(fields: Fields) -> None:
    fields.draft.take("old", day(), EMPTY)
    fields.type("day", "nonsense")
    fields.type("said", "Rest")
    fields.draft.flush()
    fields.draft.saved()

    assert fields.asked == [WriteVisit(visit_id="old", fields=(("said", "Rest"),))]
    assert fields.draft.holds("day")
    assert not fields.draft.holds("said")


def test_what_was_refused_is_asked_again(fields: Fields) -> None:
    fields.type("who", "GP")
    fields.draft.flush()
    fields.draft.refused()
    fields.draft.flush()

    assert len(fields.asked) == 2
    assert fields.draft.holds("who")


def test_another_visit_takes_nothing_over(fields: Fields) -> None:
    fields.draft.take("old", day(), EMPTY)
    fields.type("said", "Rest")
    fields.draft.take("other", day(), EMPTY)
    fields.draft.flush()

    assert fields.asked == []
    assert not fields.draft.holds("said")
