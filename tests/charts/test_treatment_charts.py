"""The charts of treatments on every diary: never bare axes, no word on another, calm when few."""

from __future__ import annotations

import logging
import math

import pytest
from matplotlib.figure import Figure

from spasmlog.charts import CHARTS
from spasmlog.charts.picture import picture
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from tests.build import day
from tests.charts.drawn import clashes, texts
from tests.charts.treated_scenes import NAMES, SCENES, asked, believable, prepared, very_many

STYLES = (
    *(Style.light(480, scale=scale) for scale in (1.0, 2.0)),
    *(Style.dark(984, scale=scale) for scale in (1.0, 2.0)),
    *(Style.light(3840, scale=scale) for scale in (1.0, 2.0)),
    *(Style.print(inches) for inches in (3.4, 7.35)),
)


def spots(figure: Figure) -> list[str]:
    assert isinstance(figure, Drawing)
    return [each.words for each in figure.spots]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("name", NAMES)
def test_no_word_touches_another_or_leaves_the_figure(name: str, scene: str) -> None:
    found = prepared(name, SCENES[scene])
    for style in STYLES:
        assert list(clashes(found.draw(style))) == [], (style.width, style.scale)


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("name", NAMES)
def test_any_diary_is_told_and_drawn_without_a_warning(
    name: str, scene: str, caplog: pytest.LogCaptureFixture
) -> None:
    found = prepared(name, SCENES[scene])
    with caplog.at_level(logging.WARNING):
        drawn = picture(found.draw(Style.light(984)))
    said = found.describe()

    assert caplog.records == []
    assert len(drawn.pixels) == drawn.width * drawn.height * 4
    assert said.endswith(".")
    assert "nan" not in said.lower().split()
    assert "None" not in said
    assert "{" not in said.replace("{n}", "", 1) or scene == "long-names"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("scene", ["none", "all-unknown", "today"])
def test_with_nothing_to_tell_it_says_so_in_place_of_the_chart(name: str, scene: str) -> None:
    found = prepared(name, SCENES[scene])
    figure = found.draw(Style.light(984))

    assert found.missing is not None
    assert found.missing[1] == found.describe()
    assert found.more() == ""
    assert set(texts(figure)) == {"missing"}
    assert spots(figure) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_table_has_numbers_and_no_nan(name: str) -> None:
    table = prepared(name, believable()).table()

    assert table.rows
    assert len(table.headings) == len(table.blanks) == len(table.rows[0])
    cells = [cell for row in table.rows for cell in row if isinstance(cell, float)]
    assert not any(math.isnan(cell) for cell in cells)
    assert all(table.text(0, column) for column in range(len(table.headings)))


@pytest.mark.parametrize("name", NAMES)
def test_every_readable_place_has_words_inside_the_figure(name: str) -> None:
    figure = prepared(name, believable()).draw(Style.light(984))

    assert isinstance(figure, Drawing)
    assert figure.spots
    for each in figure.spots:
        assert 0 <= each.x <= 984
        assert 0 <= each.y <= figure.bbox.height
        assert len(each.words.split("\n")) > 1


@pytest.mark.parametrize("name", NAMES)
def test_five_thousand_spasms_are_drawn_and_told(name: str) -> None:
    found = prepared(name, very_many())

    for width, scale in ((480, 2.0), (984, 1.0)):
        figure = found.draw(Style.light(width, scale=scale))
        assert list(clashes(figure)) == []
        assert len(spots(figure)) <= 150
    assert len(found.describe()) < 2500


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_of_other_days_knows_only_those(name: str) -> None:
    found = CHARTS[name].prepare(asked(believable(), 1050, last=1040))

    assert found.missing is not None
    assert len(found.table().rows) < 5


@pytest.mark.parametrize("name", NAMES)
def test_days_that_end_before_they_begin_are_the_first_of_them(name: str) -> None:
    found = CHARTS[name].prepare(asked(believable(), 5, last=30))

    assert found.missing is not None
    assert found.describe()


def test_what_heeds_a_place_and_a_treatment_says_so() -> None:
    assert all(CHARTS[name].by_place for name in NAMES)
    assert [name for name in NAMES if CHARTS[name].by_treatment] == ["relief", "easing"]
    assert day() == believable().today
