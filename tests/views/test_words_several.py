"""What is said after several entries were moved, copied, changed, deleted or brought back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count

import pytest

from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Nrs
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.store.database import Database
from spasmlog.views.words import said
from tests.build import check_in, clock_time, day, drink, episode, moment, reading


@pytest.fixture
def journal() -> Iterator[Journal]:
    database, numbers = Database.in_memory(), count(1)
    now = moment(0, "18:40")
    yield Journal(database, lambda: now, lambda: f"id-{next(numbers):04d}", lambda: DAY_START)
    database.close()


def ids(*records: Record) -> tuple[str, ...]:
    return tuple(each.id for each in records)


def words(journal: Journal, command: c.Command) -> tuple[str, str]:
    """What is said, and that undoing it says something too."""
    found = said(journal.do(command), journal.diary)
    undone = said(journal.undo(), journal.diary)
    journal.redo()
    assert undone.icon == found.icon
    return found.icon, found.text


def test_a_move_says_how_many_and_to_which_day(journal: Journal) -> None:
    entries = [drink(1), drink(2), reading(3)]
    journal.fill(entries)

    one = c.Move(record_ids=ids(entries[0]), to_day=day(8))
    all_of_them = c.Move(record_ids=ids(*entries), to_day=day(9))
    assert words(journal, one) == ("calendar", "1 entry moved to 23 Jun 2026.")
    assert words(journal, all_of_them) == ("calendar", "3 entries moved to 22 Jun 2026.")


def test_a_move_over_several_days_only_says_how_many(journal: Journal) -> None:
    spasm = episode(1, "22:00", hours=9)
    journal.fill([spasm, reading(0, "06:00", episode_id=spasm.id)])

    move = c.Move(record_ids=ids(spasm), to_day=day(8))
    assert words(journal, move)[1] == "2 entries moved."


@pytest.mark.parametrize(
    ("by", "text"),
    [
        (timedelta(hours=2), "2 entries moved 2 h later."),
        (timedelta(minutes=-30), "2 entries moved 30 min earlier."),
        (timedelta(hours=-24), "2 entries moved to 29 Jun 2026."),
    ],
)
def test_a_shift_says_by_how_much(journal: Journal, by: timedelta, text: str) -> None:
    entries = [drink(1), reading(1)]
    journal.fill(entries)

    assert words(journal, c.Move(record_ids=ids(*entries), by=by))[1] == text


def test_a_copy_says_what_and_where_to(journal: Journal) -> None:
    drunk = drink(1)
    journal.fill([drunk])

    copy = c.Duplicate(record_id=drunk.id, to_time=clock_time("2026-06-28 10:00"))
    assert words(journal, copy) == ("plus", "Copied to 28 Jun 2026: Water, 250 ml.")


def test_several_copies_say_how_many(journal: Journal) -> None:
    entries = [drink(1), drink(2)]
    journal.fill(entries)

    copies = c.DuplicateMany(record_ids=ids(*entries), to_day=day(3))
    assert words(journal, copies)[1] == "2 entries copied to 28 Jun 2026."


def test_changing_and_deleting_say_how_many(journal: Journal) -> None:
    spasm = episode(2, hours=2)
    entries = [spasm, reading(2, episode_id=spasm.id), reading(1)]
    journal.fill(entries)

    change = c.EditMany(record_ids=ids(*entries), note="in the hotel")
    delete = c.DeleteMany(record_ids=ids(spasm))
    assert words(journal, change) == ("check", "3 entries changed.")
    assert words(journal, delete) == ("trash", "1 entry deleted.")


def test_bringing_back_counts_what_comes_back_and_not_what_is_linked_again(
    journal: Journal,
) -> None:
    spasm, asked = episode(2, hours=2), check_in(1, worst=3, sleep_h=7.0)
    linked = reading(2, episode_id=spasm.id)
    journal.fill([spasm, linked, asked])
    journal.do(c.DeleteMany(record_ids=ids(spasm, asked)))
    journal.do(c.SaveCheckIn(day=day(1), answers=(("worst", Nrs(5)),)))

    restore = c.RestoreMany(record_ids=ids(spasm, asked))
    assert words(journal, restore) == ("undo", "2 entries brought back.")


def test_a_change_of_several_kinds_is_said_as_a_change(journal: Journal) -> None:
    glass, spasm = drink(2, "12:00", id="glass"), episode(3)
    journal.fill([glass, spasm])
    poured = c.EditMany(record_ids=("glass",), fields=(("volume_ml", 500),))
    noted = c.EditMany(record_ids=(spasm.id,), note="as told")

    step = journal.do(c.EditTogether(edits=(poured, noted)))

    assert said(step, journal.diary).text == "2 entries changed."
    assert journal.undo_label == "Change entries"
