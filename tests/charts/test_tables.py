"""The charts as rows: the same numbers, and unknown days that are never zero."""

from __future__ import annotations

import pytest

from spasmlog.charts import CHARTS
from tests.build import TODAY, check_in, day, diary, drink, episode, stretch
from tests.charts.scenes import back, person


def test_a_day_has_its_numbers_in_a_row() -> None:
    picture = diary(
        *(check_in(ago, 3) for ago in (3, 4, 5)),
        *(episode(2, peak=7), drink(2, volume_ml=1250), stretch(2, seconds=90)),
    )
    table = CHARTS["pain_trend"].table(picture, day(2), day(2))

    assert table.headings == (
        "Day",
        "Worst pain",
        "Logged",
        "7-day average",
        "Spasms",
        "Drinks, litres",
        "Activity, minutes",
        "Stretching, minutes",
    )
    assert table.rows == ((day(2), 7, True, 4.0, 1, 1.25, None, 1.5),)
    assert [table.text(0, column) for column in range(8)] == [
        *("29 Jun 2026", "7", "yes", "4", "1", "1.25", "no entry", "1.5")
    ]


def test_an_unknown_day_is_a_row_without_a_zero() -> None:
    table = CHARTS["overview"].table(diary(), day(1), day(1))

    assert table.rows == ((day(1), None, False, None, None, None, None, None),)
    assert [table.text(0, column) for column in range(1, 8)] == [
        *("no entry", "no", "too few days", "no entry", "no entry", "no entry", "no entry")
    ]


def test_a_clear_day_is_a_zero() -> None:
    ((_day, worst, logged, *_rest),) = (
        CHARTS["pain_trend"].table(diary(check_in(1, 0)), day(1), day(1)).rows
    )

    assert (worst, logged) == (0, True)


def test_a_pain_day_without_a_number_says_so() -> None:
    table = CHARTS["pain_trend"].table(diary(episode(1, peak=None)), day(1), day(1))

    assert table.text(0, 1) == "no number"


@pytest.mark.parametrize("name", ["drinks", "activity", "stretching"])
def test_the_table_of_an_amount_has_a_row_a_day(name: str) -> None:
    table = CHARTS[name].table(person(1), back(90), TODAY)

    assert [row[0] for row in table.rows] == [day(ago) for ago in range(89, -1, -1)]
    assert any(row[1] is None for row in table.rows)
    assert any(row[1] for row in table.rows)
