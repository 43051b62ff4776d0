"""Days until a spasm came back, by what the one before was treated with."""

from __future__ import annotations

from spasmlog.analysis.returns import CameBack, days_until_return
from tests.build import day


def back(days_ago: int, days: int, *treatments: str) -> CameBack:
    return CameBack(frozenset(treatments), day(days_ago), days)


def test_each_treatment_has_its_days_oldest_first() -> None:
    found = days_until_return(
        [back(2, 9, "heat"), back(30, 11, "ibuprofen"), back(10, 7, "ibuprofen")]
    )

    assert found == {"ibuprofen": (11, 7), "heat": (9,)}


def test_a_spasm_treated_with_two_things_counts_for_both() -> None:
    assert days_until_return([back(2, 9, "heat", "ibuprofen")]) == {
        "heat": (9,),
        "ibuprofen": (9,),
    }


def test_without_a_return_there_is_nothing() -> None:
    assert days_until_return([]) == {}
