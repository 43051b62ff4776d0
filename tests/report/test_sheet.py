"""One page of a finished PDF as a picture: the same as the engine's own, at any fineness."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageChops, ImageStat

from spasmlog.report import Paper
from spasmlog.report.pdf import compile_pdf, pages_png, sheet
from tests.build import check_in, episode, profile
from tests.report.making import CHART, page

CHARTS = {"pain_trend": CHART, "pain_trend-low": CHART}


def opened(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("ppi", [73.9, 96.0, 151.3])
def test_a_page_of_the_file_looks_as_the_engine_draws_it(paper: Paper, ppi: float) -> None:
    report = page(profile(), episode(3, hours=2), check_in(3), paper=paper)

    drawn = opened(sheet(compile_pdf(report, CHARTS), 0, ppi))
    own = opened(pages_png(report, CHARTS, ppi)[0])

    assert abs(drawn.width - own.width) <= 1
    assert abs(drawn.height - own.height) <= 1
    coarse = [each.resize((200, 280), Image.Resampling.BOX) for each in (drawn, own)]
    assert ImageStat.Stat(ImageChops.difference(*coarse)).mean[0] < 2
    assert ImageStat.Stat(drawn).mean[0] < 250, "there is something on it"


def test_a_page_is_as_large_as_it_is_asked_for() -> None:
    report = page(episode(3, hours=2))

    assert opened(sheet(compile_pdf(report, CHARTS), 0, 100)).size == (827, 1169)
