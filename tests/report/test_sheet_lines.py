"""A page drawn pixel for pixel: no line of it is lost, whatever its size in pixels."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from spasmlog.report.locking import page_alone, page_sizes
from spasmlog.report.pdf import sheet

A4, LETTER = (595.276, 841.89), (612.0, 792.0)


def ruled(size: tuple[float, float], ppi: float) -> bytes:
    """A page with a bar in each fourth line of pixels, from the top."""
    width, height = size
    pixel = 72 / ppi
    bars = range(0, int(height * ppi / 72), 4)
    drawn = "".join(f"0 {height - (n + 1) * pixel:.5f} {width} {pixel:.5f} re f\n" for n in bars)
    made = io.BytesIO()
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=size)
        page.Contents = file.make_stream(drawn.encode())
        file.save(made)
    return made.getvalue()


@pytest.mark.parametrize("size", [A4, LETTER], ids=["a4", "letter"])
@pytest.mark.parametrize("ppi", [73.9, 80.0, 96.0, 120.0, 151.3, 300.0])
def test_each_line_of_pixels_is_drawn_once(size: tuple[float, float], ppi: float) -> None:
    drawn = Image.open(io.BytesIO(sheet(ruled(size, ppi), 0, ppi))).convert("L")
    column = [drawn.getpixel((drawn.width // 2, n)) for n in range(drawn.height - 2)]

    assert drawn.size == (round(size[0] * ppi / 72), round(size[1] * ppi / 72))
    dark = [n for n, shade in enumerate(column) if isinstance(shade, int) and shade < 128]
    assert dark == list(range(0, drawn.height - 2, 4))


def test_one_page_of_several_is_cut_from_its_upper_left_corner() -> None:
    made = io.BytesIO()
    with pikepdf.new() as file:
        for side in (100, 200):
            file.add_blank_page(page_size=(side, side))
        file.save(made)
    alone = page_alone(made.getvalue(), 1, 150, 210)

    assert page_sizes(alone) == ((150, 210),)
    with pikepdf.open(io.BytesIO(alone)) as opened:
        assert [float(each) for each in opened.pages[0].mediabox] == [0, -10, 150, 200]
