"""The visit whose questions are still open: today's, the next, else one nobody wrote up."""

from __future__ import annotations

import pytest

from spasmlog.analysis.visits import is_told, visit_to_come
from spasmlog.domain.records import Visit
from tests.build import diary, visit

WORDLESS = {ago: visit(ago, id=f"{ago} days ago") for ago in (14, 15, 3, 0, -2, -30)}
SAID = visit(1, id="said", said="Rest.")
PLANNED = visit(1, id="planned", plan="Physio")


@pytest.mark.parametrize(
    ("lived", "found"),
    [
        ((), None),
        ((WORDLESS[0], WORDLESS[-2], WORDLESS[3]), WORDLESS[0]),
        ((WORDLESS[-30], WORDLESS[-2], WORDLESS[3]), WORDLESS[-2]),
        ((WORDLESS[14],), WORDLESS[14]),
        ((WORDLESS[15],), None),
        ((WORDLESS[3], SAID), WORDLESS[3]),
        ((WORDLESS[3], WORDLESS[14]), WORDLESS[3]),
        ((PLANNED,), None),
    ],
)
def test_the_visit_to_come_is_the_one_that_is_not_over_yet(
    lived: tuple[Visit, ...], found: Visit | None
) -> None:
    assert visit_to_come(diary(*lived)) == found


def test_of_two_visits_on_a_day_it_is_the_one_typed_last() -> None:
    first, second = visit(-2, id="a"), visit(-2, id="b")

    assert visit_to_come(diary(second, first, visit(-9))) == second


def test_blank_lines_tell_nothing_of_a_visit() -> None:
    assert not is_told(visit(said=" \n", plan="\t"))
    assert is_told(SAID)
    assert is_told(PLANNED)
