"""What is typed about a visit and not on disk yet: held back, asked for once, never lost."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from spasmlog.domain.diary import Change, Step
from spasmlog.domain.records import Visit
from spasmlog.errors import InvalidEntry
from spasmlog.journal.commands import WriteVisit
from spasmlog.ui.visit_draft import Draft
from tests.build import day, visit

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
    assert not fields.draft.asked_for(None)
    assert not fields.draft.held


def test_a_visit_that_waits_to_be_made_is_not_asked_for_twice(fields: Fields) -> None:
    fields.type("who", "GP")
    fields.draft.flush()
    fields.type("said", "Rest")
    fields.draft.flush()
    assert fields.asked == [WriteVisit(fields=(("day", day()), ("who", "GP")))]
    fields.draft.take("made", day(), EMPTY | {"who": "GP"})
    fields.draft.saved(visit(id="made", who="GP"))
    fields.draft.flush()

    assert fields.asked[1:] == [WriteVisit(visit_id="made", fields=(("said", "Rest"),))]


def test_with_a_day_that_cannot_be_read_the_rest_is_kept_on_the_day_it_began_with(
    fields: Fields,
) -> None:
    fields.type("day", "nonsense")
    fields.draft.flush()
    assert (fields.asked, fields.wrong["day"]) == ([], "That is not a date.")
    fields.type("who", "GP")
    fields.draft.flush()
    assert fields.asked == [WriteVisit(fields=(("day", day()), ("who", "GP")))]
    fields.draft.saved(visit(id="made", who="GP"))
    fields.draft.take("made", day(), EMPTY | {"who": "GP"})
    assert fields.draft.held
    fields.type("day", day(-3))
    fields.draft.flush()

    assert fields.asked[1:] == [WriteVisit(visit_id="made", fields=(("day", day(-3)),))]
    assert fields.wrong["day"] == ""


def test_of_a_visit_that_is_there_what_can_be_read_is_kept(fields: Fields) -> None:
    fields.draft.take("old", day(), EMPTY)
    fields.type("day", "nonsense")
    fields.type("said", "Rest")
    fields.draft.flush()
    fields.draft.saved(visit(id="old", said="Rest"))

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


def test_only_the_step_that_was_asked_for_counts_as_saved(fields: Fields) -> None:
    was, other = visit(id="old"), visit(id="other")
    fields.draft.take("old", day(), EMPTY)
    fields.type("said", "Rest")
    assert fields.draft.written(_step(was, visit(id="old", said="Rest"))) is None
    fields.draft.flush()
    kept = visit(id="old", said="Rest")

    assert fields.draft.asked_for(fields.asked[0])
    assert fields.draft.written(_step(was, visit(id="old", plan="Walk"))) is None
    assert fields.draft.written(_step(other, visit(id="other", said="Rest"))) is None
    assert fields.draft.written(_step(was, None)) is None
    assert fields.draft.written(_step(was, kept)) is kept


def test_a_new_visit_is_known_by_what_was_typed_about_it(fields: Fields) -> None:
    fields.type("said", "Rest")
    fields.draft.flush()
    made = visit(id="made", said="Rest")

    assert fields.draft.written(_step(None, visit(id="planned", who="Dr Example"))) is None
    assert fields.draft.written(_step(made, made)) is None
    assert fields.draft.written(_step(None, made)) is made


def test_what_is_typed_while_it_is_being_saved_is_not_taken_for_saved(fields: Fields) -> None:
    fields.draft.take("old", day(), EMPTY)
    fields.type("said", "Rest")
    fields.draft.flush()
    assert not fields.draft.held
    fields.type("said", "Rest, then walk")
    fields.draft.saved(visit(id="old", said="Rest"))
    assert fields.draft.held
    fields.draft.flush()

    assert fields.asked[1:] == [WriteVisit(visit_id="old", fields=(("said", "Rest, then walk"),))]


def test_what_was_refused_stands_only_in_the_fields(fields: Fields) -> None:
    fields.type("said", "Rest")
    fields.draft.flush()
    fields.draft.refused()

    assert fields.draft.held
    assert not fields.draft.asked_for(fields.asked[0])


def test_the_visit_that_is_typed_about_is_said_with_the_first_word_only(fields: Fields) -> None:
    begun: list[str] = []
    fields.draft.begun.connect(begun.append)
    fields.draft.take("old", day(), EMPTY)
    fields.type("said", "R")
    fields.type("plan", "W")

    assert begun == ["old"]


def _step(before: Visit | None, after: Visit | None) -> Step:
    return Step("Write about the visit", (Change(before=before, after=after),))
