"""The pages look as they did when somebody last looked at them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from tests.report.golden.pages import (
    CHOICES,
    FOLDER,
    MOST,
    compared,
    kept,
    pictures,
    report_of,
)
from tests.report.making import lead_of


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        return picture.convert("L")


@pytest.mark.parametrize("choice", CHOICES)
def test_the_pages_look_as_they_were_looked_at(choice: str, tmp_path: Path) -> None:
    """What differs is drawn white on black beside the page as it is now."""
    drawn = pictures(*report_of(choice))
    assert len(drawn) == len(kept(choice))

    for path, page in zip(kept(choice), drawn, strict=True):
        found = compared(opened(path), page)
        page.save(tmp_path / path.name)
        found.where.save(tmp_path / f"differs-{path.name}")
        assert found.alike, f"{found.share:.3%} of {path.name} is another: see {tmp_path}"


def test_every_kept_picture_is_of_a_choice() -> None:
    known = {path.name for choice in CHOICES for path in kept(choice)}

    assert {path.name for path in FOLDER.glob("*.png")} == known
    assert all(1 <= len(kept(choice)) <= MOST for choice in CHOICES)


def test_another_word_on_a_page_is_noticed() -> None:
    report, charts = report_of("why")
    lead = replace(lead_of(report), strong=lead_of(report).strong.replace("spasm", "other"))
    first, *_more = pictures(replace(report, lead=lead), charts)

    assert not compared(opened(kept("why")[0]), first).alike


def test_another_shade_of_an_edge_is_not() -> None:
    page = opened(kept("why")[0])
    blurred = page.point([min(n + 40, 255) for n in range(256)])
    dotted = page.copy()
    ImageDraw.Draw(dotted).rectangle(
        (100, 100, 107, 107), fill=0 if page.getpixel((100, 100)) else 255
    )

    assert compared(page, blurred).alike
    assert compared(page, dotted).alike


def test_another_size_is_another_page() -> None:
    page = opened(kept("why")[0])

    assert compared(page, page.crop((0, 0, 600, 600))).share == 1.0
