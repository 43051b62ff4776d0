"""When records were typed: in the order in which they were."""

from __future__ import annotations

from datetime import timedelta

from spasmlog.domain.records import Drink
from spasmlog.journal import commands as c
from spasmlog.journal.circumstances import SAME, Stamps
from spasmlog.journal.journal import Journal
from tests.build import moment

NOW = moment(0, "18:40")


def test_no_two_records_are_typed_at_the_same_moment() -> None:
    stamps = Stamps()
    made = [stamps(NOW) for _ in range(4)]

    assert made == [NOW.plus(timedelta(microseconds=n)) for n in range(4)]


def test_a_clock_that_goes_on_or_is_set_back_is_believed() -> None:
    stamps = Stamps()
    stamps(NOW)
    later, earlier = NOW.plus(timedelta(minutes=1)), NOW.plus(-SAME)

    assert [stamps(later), stamps(earlier)] == [later, earlier]


def test_entries_of_one_minute_stand_as_they_were_typed(journal: Journal) -> None:
    volumes = [300, 100, 200, 150, 250]
    for each in volumes:
        journal.do(c.LogDrink(volume_ml=each))

    assert [each.volume_ml for each in journal.diary.of_kind(Drink)] == volumes
