"""Every stop of the cursor, in every chart, says more than where it is."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

import pytest

from spasmlog.charts import CHARTS, Asked
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from tests.analysis.days import lived
from tests.build import TODAY, diary, drink, episode
from tests.charts.scenes import back, person

DAYS = 120
SCENES = {
    "person": person(1),
    "begun late": lived([4] * 70, episode(9, hours=1, peak=4)),
    "gaps": lived([*[3] * 40, *[None] * 30, *[3] * 40]),
    "hardly": diary(drink(3), episode(40)),
}


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("scene", SCENES)
def test_no_stop_of_the_cursor_is_a_bare_day(name: str, scene: str) -> None:
    for line in words(name, SCENES[scene]):
        first, *others = line.split("\n")
        assert first
        assert any(others), line


def words(name: str, shown: Diary) -> list[str]:
    """Of each day or spot, in the order of walking."""
    found = CHARTS[name].prepare(Asked(diary=shown, first=back(DAYS), last=TODAY))
    if found.tip is not None:
        return [found.tip(TODAY - timedelta(days=ago)) for ago in range(DAYS)]
    figure = cast(Drawing, found.draw(Style.light(984)))
    return [spot.words for spot in figure.spots]


@pytest.mark.parametrize("name", ["weekly_course", "spasm_rate"])
def test_a_day_without_an_entry_says_so_where_no_window_covers_it(name: str) -> None:
    assert words(name, SCENES["begun late"])[-1].endswith("No entry")
