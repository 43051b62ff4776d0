"""Words that fit, in fonts that can draw them."""

from __future__ import annotations

import unicodedata
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from spasmlog.charts.lettering import Lettering, legible
from spasmlog.charts.style import Style

LETTERS = Lettering(Style.light(900))


@pytest.mark.parametrize(
    ("typed", "drawn"),
    [
        ("Ibuprofen 400", "Ibuprofen 400"),
        ("two\n lines\t here ", "two lines here"),
        ("a\x00\x07b", "a b"),
        ("\u202eabc\u2069", "abc"),
        ("e\u0301", "é"),
        ("مسكن", "مسكن"),
        ("\U000f0000\ufffe", ""),
        ("腰", "□"),
        ("", ""),
    ],
)
def test_a_text_becomes_one_line_that_can_be_drawn(typed: str, drawn: str) -> None:
    assert legible(typed) == drawn


@settings(deadline=None, max_examples=60)
@given(some.text(max_size=12))
def test_any_text_is_drawn_without_a_warning(typed: str) -> None:
    text = legible(typed)
    figure = Figure(figsize=(2, 1))
    font = LETTERS.properties(text)
    figure.text(0, 0.5, text, fontproperties=font, parse_math=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        FigureCanvasAgg(figure).draw()

    assert all(unicodedata.category(letter) != "Cc" for letter in text)


def test_a_text_that_fits_is_left_alone_and_a_longer_one_cut_short() -> None:
    room = LETTERS.width("Physiotherapy")

    assert LETTERS.fit("Physiotherapy", room) == "Physiotherapy"
    short = LETTERS.fit("Physiotherapy, six visits", room)
    assert short.startswith("Physio")
    assert short.endswith("…")
    assert LETTERS.width(short) <= room


def test_a_text_is_broken_at_spaces() -> None:
    room = LETTERS.width("Nothing logged")
    lines = LETTERS.wrap("Nothing logged in these days yet", room)

    assert lines[0] == "Nothing logged"
    assert " ".join(lines) == "Nothing logged in these days yet"
    assert LETTERS.widest(lines) <= room


def test_text_grows_with_the_scale() -> None:
    large = Lettering(Style.light(900, scale=2))

    assert large.width("Spasm") == pytest.approx(2 * LETTERS.width("Spasm"), rel=0.1)
