"""When a journal began."""

from __future__ import annotations

from spasmlog.views.begun import first_day, had_begun
from tests.build import check_in, day, diary, drink, treatment


def test_a_journal_begins_with_its_earliest_entry_whatever_its_kind() -> None:
    assert first_day(diary(check_in(2), drink(5), treatment())) == day(5)


def test_an_empty_journal_has_not_begun() -> None:
    assert first_day(diary()) is None
    assert not had_begun(diary(), day(0))


def test_days_from_the_first_entry_on_belong_to_it() -> None:
    known = diary(check_in(2))

    assert [had_begun(known, day(ago)) for ago in (3, 2, 0)] == [False, True, True]
