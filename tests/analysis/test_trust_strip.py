"""What the trust strip counts in the last 90 days, and what it takes away."""

from __future__ import annotations

from fractions import Fraction

import pytest

from spasmlog.analysis.gaps import Leaning
from spasmlog.analysis.trust_strip import Part, TrustStrip, bounds, trust_strip
from spasmlog.domain.records import Record
from tests.analysis.days import broken, check_ins, lived
from tests.build import check_in, day, diary, drink, episode, moment, reading, use


def strip(*records: Record) -> TrustStrip:
    found = trust_strip(diary(*records))
    assert found is not None
    return found


def test_the_strip_covers_ninety_finished_days() -> None:
    found = strip(*check_ins([3] * 200), check_in(0, 9))

    assert found.logged == Part(90, 90)
    assert found.trust.gap is None


def test_a_younger_journal_is_looked_at_since_its_first_entry() -> None:
    found = strip(drink(10), check_in(4), check_in(2))

    assert found.logged == Part(2, 10)
    assert found.all_check_ins == Part(2, 10)


def test_before_the_first_finished_day_there_is_none() -> None:
    assert trust_strip(diary()) is None
    assert trust_strip(diary(check_in(0))) is None


def test_check_ins_typed_later_are_remembered() -> None:
    late = [check_in(age, recorded_at=moment(1)) for age in (8, 7, 6)]
    found = strip(*late, check_in(5), check_in(4))

    assert found.remembered == Part(3, 5)
    assert found.mostly_memory


def test_half_of_them_remembered_is_not_yet_mostly() -> None:
    found = strip(check_in(8, recorded_at=moment(1)), check_in(5))

    assert not found.mostly_memory


def test_without_a_check_in_nothing_is_from_memory() -> None:
    found = strip(episode(5))

    assert found.remembered.share is None
    assert not found.mostly_memory


def test_copied_check_ins_are_counted() -> None:
    assert strip(check_in(5, copied=True), check_in(4)).copied == Part(1, 2)


@pytest.mark.parametrize(
    ("clock", "counts"), [("09:30", 0), ("09:31", 1), ("13:30", 1), ("13:31", 0)]
)
def test_a_reading_within_four_hours_is_one_after_the_treatment(clock: str, counts: int) -> None:
    assert strip(use(5, "09:30"), reading(5, clock)).read_after == Part(counts, 1)


def test_a_reading_after_midnight_belongs_to_the_treatment_before() -> None:
    assert strip(use(5, "23:30"), reading(4, "01:00")).read_after == Part(1, 1)


def test_a_reading_about_something_else_does_not_count() -> None:
    spasm, other = episode(5, "08:00"), episode(5, "08:10")
    dose = use(5, "09:30", spasm=spasm)

    assert strip(spasm, dose, reading(5, "11:00", episode_id=spasm.id)).read_after.n == 1
    assert strip(spasm, dose, reading(5, "11:00", use_id=dose.id)).read_after.n == 1
    assert strip(spasm, other, dose, reading(5, "11:00", episode_id=other.id)).read_after.n == 0
    assert strip(spasm, dose, reading(5, "11:00", use_id="another")).read_after.n == 0


@pytest.mark.parametrize(("checked", "differ"), [(7, False), (8, True), (3, False), (2, True)])
def test_check_ins_on_days_with_an_onset_are_set_beside_all_days(
    checked: int, differ: bool
) -> None:
    """Every other one of 20 days has a check-in; spasms begin on ten of them."""
    even, odd = range(2, 21, 2), range(1, 21, 2)
    onsets = [episode(age) for age in (*even[:checked], *odd[: 10 - checked])]
    found = strip(*(check_in(age) for age in even), *onsets)

    assert found.all_check_ins == Part(10, 20)
    assert found.onset_check_ins == Part(checked, 10)
    assert found.onsets_differ is differ


def test_without_an_onset_there_is_nothing_beside_it() -> None:
    assert not strip(check_in(3)).onsets_differ


@pytest.mark.parametrize(("logged", "little"), [(45, False), (44, True)])
def test_under_half_of_the_days_is_too_little(logged: int, little: bool) -> None:
    found = strip(drink(200), *(check_in(age) for age in range(1, logged + 1)))

    assert found.too_little is little


@pytest.mark.parametrize(
    ("edge", "inner", "leaning"),
    [(2, 5, Leaning.BAD_DAYS_MORE), (6, 4, Leaning.BAD_DAYS_LESS), (3, 3, None)],
)
def test_pain_beside_gaps_hints_at_which_days_are_logged(
    edge: int, inner: int, leaning: Leaning | None
) -> None:
    found = trust_strip(lived(broken(edge, inner)))

    assert found is not None
    assert found.leaning is leaning


def test_the_days_around_the_window_are_no_gap() -> None:
    """The first day of the journal and yesterday have a neighbour that is simply outside."""
    fresh = trust_strip(lived([3] * 12 + [None, 3, None] * 6 + [3] * 12))
    old = trust_strip(lived([3] * 100 + [None, 3, None] * 10 + [3] * 30))

    assert fresh is not None
    assert fresh.edge is None
    assert old is not None
    assert old.edge is not None
    assert old.edge.edges == 12


def test_a_day_before_the_window_that_is_not_logged_is_a_gap() -> None:
    values = [*[3] * 20, None, *[3] * 29, *[None, 3, None] * 10, *[3] * 31]
    found = trust_strip(lived(values))

    assert found is not None
    assert found.edge is not None
    assert found.edge.edges == 13


@pytest.mark.parametrize(
    ("with_it", "unknown", "days", "expected"),
    [
        (10, 20, 60, (Fraction(1, 6), Fraction(1, 2))),
        (0, 0, 60, (0, 0)),
        (60, 0, 60, (1, 1)),
        (0, 60, 60, (0, 1)),
        (0, 0, 0, None),
    ],
)
def test_a_share_of_days_lies_between_its_bounds(
    with_it: int, unknown: int, days: int, expected: object
) -> None:
    assert bounds(with_it, unknown, days) == expected


def test_a_part_of_nothing_is_no_share() -> None:
    assert Part(0, 0).share is None
    assert Part(1, 4).share == Fraction(1, 4)
    assert day(90) == strip(check_in(300)).trust.period.first
