"""The diary day by day: each is what `as_of` gives for that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.past import day_by_day
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Nrs
from tests import build
from tests.strategies import journals, moments

A_FEW_DAYS = moments(timedelta(days=6))
FIRST = date(2019, 1, 1)


def same(grown: Diary, cut: Diary) -> None:
    assert grown.today == cut.today
    assert grown.profile == cut.profile
    assert grown.records == cut.records
    assert grown.by_id == cut.by_id
    assert grown.linked == cut.linked
    assert list(grown.facts.items()) == list(cut.facts.items())


@given(journals(A_FEW_DAYS, most=25), st.integers(-1, 8), st.integers(0, 9))
def test_each_day_is_the_diary_as_of_that_day(
    records: tuple[Record, ...], begin: int, days: int
) -> None:
    whole = build.diary(*records)
    first = FIRST + timedelta(days=begin)
    seen = 0
    for each in day_by_day(whole, first, first + timedelta(days=days)):
        same(each.known, whole.as_of(first + timedelta(days=seen)))
        assert each.known.later == ()
        seen += 1

    assert seen == days + 1


@given(journals(A_FEW_DAYS, most=25))
def test_what_came_on_a_day_is_all_that_the_diary_of_the_day_before_did_not_hold(
    records: tuple[Record, ...],
) -> None:
    before: dict[str, Record] = {}
    whole = build.diary(*records)
    for each in day_by_day(whole, FIRST - timedelta(days=2), FIRST + timedelta(days=9)):
        new = {key: it for key, it in each.known.by_id.items() if before.get(key) != it}
        assert {record.id: record for record in each.came} == new
        before = dict(each.known.by_id)


def came(records: Sequence[Record], first: int, last: int) -> list[set[str]]:
    whole = build.diary(*records)
    days = day_by_day(whole, build.day(first), build.day(last))
    return [{record.id for record in each.came} for each in days]


def test_a_spasm_comes_on_its_first_day_and_again_on_the_day_of_its_end() -> None:
    spasm, drink = build.episode(5, hours=50), build.drink(4)

    assert came([spasm, drink], 6, 2) == [set(), {spasm.id}, {drink.id}, {spasm.id}, set()]


def test_the_days_between_become_known_in_their_order_when_a_spasm_ends() -> None:
    spasm, drink = build.episode(5, hours=50), build.drink(3)
    *_before, last = day_by_day(build.diary(spasm, drink), build.day(6), build.day(3))

    assert list(last.known.facts) == [build.day(5), build.day(4), build.day(3)]


def test_what_is_later_stands_on_no_compact_row_either() -> None:
    rows = [Earlier(day=build.day(ago), explicit=Nrs(4)) for ago in (500, 450)]
    picture = Diary.of(build.TODAY, [build.drink(1)], rows, full_from=build.day(400))

    assert list(picture.as_of(build.day(460)).facts) == [build.day(500)]
    assert len(picture.as_of(build.day(0)).facts) == len(rows) + 1
