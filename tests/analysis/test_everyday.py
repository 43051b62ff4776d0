"""How the days went: middle values of the days that have them, and nothing of the others."""

from __future__ import annotations

from spasmlog.analysis.everyday import everyday
from spasmlog.analysis.period import Middle, Period
from spasmlog.domain.scales import Intensity, Limited
from tests.build import activity, check_in, day, diary, drink, stretch

PERIOD = Period(day(10), day(1))


def test_days_without_an_answer_are_not_counted() -> None:
    found = everyday(
        diary(
            check_in(2, limited=Limited.A_BIT, slept_badly=True, sleep_h=5.0),
            check_in(3, limited=Limited.A_LOT, slept_badly=False, sleep_h=7.0),
            check_in(4, limited=Limited.NO, sleep_h=8.0),
            check_in(5),
            check_in(20, limited=Limited.A_LOT, sleep_h=1.0),
        ),
        PERIOD,
    )

    assert found.a_lot == 1
    assert (found.nights, found.badly) == (2, 1)
    assert found.sleep_h == Middle(7.0, 8.0, 3)


def test_amounts_are_middle_values_of_the_days_that_have_them() -> None:
    found = everyday(
        diary(
            drink(2, volume_ml=500),
            drink(2, volume_ml=500),
            drink(3, volume_ml=2000),
            activity(2, minutes=30),
            activity(2, minutes=10, intensity=Intensity.VIGOROUS),
            check_in(3, moderate_min=10),
            stretch(2, seconds=600),
        ),
        PERIOD,
    )

    assert found.drinks_ml == Middle(1500.0, 2000.0, 2)
    assert found.active_min == Middle(25.0, 40.0, 2)
    assert found.stretch_s == Middle(600.0, 600.0, 1)


def test_nothing_logged_is_not_known_and_no_zero() -> None:
    found = everyday(diary(), PERIOD)

    assert (found.a_lot, found.nights) == (0, 0)
    assert {found.sleep_h, found.drinks_ml, found.active_min, found.stretch_s} == {None}
