"""How long spasms lasted, in four classes, those without a known end apart."""

from __future__ import annotations

from spasmlog.analysis.lengths import lengths
from spasmlog.analysis.period import Middle, Period
from spasmlog.domain.scales import OnsetExact
from tests.build import day, diary, episode

PERIOD = Period(day(30), day(0))


def test_a_spasm_of_just_two_hours_is_of_the_second_class() -> None:
    lasted = [episode(n, hours=hours) for n, hours in enumerate((1.9, 2, 23.9, 24, 80), 6)]
    found = lengths(diary(*lasted, episode(1), episode(60, hours=1)), PERIOD)

    assert found is not None
    assert found.counts == (1, 2, 1, 1)
    assert found.unknown == 1
    assert found.hours == Middle(23.9, 80.0, 5)


def test_a_beginning_known_to_the_day_gives_no_length() -> None:
    found = lengths(diary(episode(3, hours=5, onset_exact=OnsetExact.DAY)), PERIOD)

    assert found is not None
    assert (found.counts, found.unknown, found.hours) == ((0, 0, 0, 0), 1, None)


def test_without_a_spasm_there_is_nothing_to_say() -> None:
    assert lengths(diary(episode(60)), PERIOD) is None
