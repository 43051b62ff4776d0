"""A chart that there is too little for says so in words, whatever its size."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from spasmlog.charts.picture import picture
from spasmlog.charts.sheet import Drawing
from spasmlog.charts.style import Style
from spasmlog.charts.too_few import too_few

HEADING = "Too few to tell"
MISSING = "Heat: 3 uses logged with a reading afterwards; a summary starts at 5."


@pytest.mark.parametrize("width", [200, 480, 984, 3840])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_words_stand_inside_the_frame(width: int, scale: float) -> None:
    figure = too_few(Style.light(width, scale=scale), HEADING, MISSING)
    figure.canvas.draw()
    boxes = [text.get_window_extent() for text in words(figure)]

    assert boxes
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.x1 for box in boxes)
    assert all(box.y0 >= 0 and box.y1 <= figure.bbox.y1 for box in boxes)


def words(figure: Figure) -> list[Text]:
    return [each for each in figure.findobj(Text) if isinstance(each, Text) and each.get_text()]


def test_nothing_is_cut_away_at_twice_the_text_size() -> None:
    figure = too_few(Style.light(300, scale=2.0), HEADING, MISSING)
    said = " ".join(each.get_text() for each in words(figure))

    assert said == f"{HEADING} {MISSING}"


def test_a_chart_that_is_not_over_dates_has_spots_in_its_own_pixels() -> None:
    figure = too_few(Style.light(400, dpr=2.0), HEADING, MISSING)
    assert isinstance(figure, Drawing)
    assert picture(figure).span is None
    assert picture(figure).spots == ()
