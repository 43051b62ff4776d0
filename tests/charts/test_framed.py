"""A chart that leaves the program takes along its title and the sentence that says its limits."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure

from spasmlog.charts import CHARTS, Asked, Prepared
from spasmlog.charts.framed import MARGIN, framed
from spasmlog.charts.picture import picture
from spasmlog.charts.style import Style
from spasmlog.domain.diary import Diary
from tests.build import TODAY, diary
from tests.charts.drawn import clashes, texts
from tests.charts.scenes import back, person
from tests.charts.scored_scenes import peg

YEAR = person(1)
STYLES = (Style.light(984), Style.dark(480, scale=2.0), Style.print(7.35))


def prepared(name: str, of: Diary) -> Prepared:
    return CHARTS[name].prepare(Asked(diary=of, first=back(365), last=TODAY))


def kept(name: str, of: Diary, style: Style = STYLES[0]) -> Figure:
    return framed(prepared(name, of), CHARTS[name].title, style)


def joined(figure: Figure, gid: str) -> str:
    return " ".join(texts(figure).get(gid, []))


@pytest.mark.parametrize("name", CHARTS)
def test_title_and_sentence_go_with_the_picture_and_touch_nothing(name: str) -> None:
    for style in STYLES:
        figure = kept(name, YEAR, style)
        found = prepared(name, YEAR)

        assert joined(figure, "head") == CHARTS[name].title
        assert joined(figure, "said") == (found.describe() if found.missing is None else "")
        assert list(clashes(figure)) == []


@pytest.mark.parametrize("style", STYLES)
def test_the_picture_is_as_wide_as_is_asked_for(style: Style) -> None:
    assert picture(kept("returns", YEAR, style)).width == round(style.width * style.dpr)


def test_what_is_missing_is_said_once() -> None:
    figure = kept("two_hours", diary(), STYLES[0])

    assert "said" not in texts(figure)
    assert joined(figure, "missing") != ""


def test_the_chart_keeps_its_shape_within_the_margin() -> None:
    inner = prepared("peg_trend", scored()).draw(Style.light(984 - 2 * MARGIN))
    whole = kept("peg_trend", scored())

    assert whole.bbox.width == inner.bbox.width + 2 * MARGIN
    assert whole.bbox.height > inner.bbox.height + 2 * MARGIN
    assert texts(whole)["value"] == texts(inner)["value"]


def scored() -> Diary:
    return diary(peg(9, 4, 5, 6), peg(2, 5, 5, 6))
