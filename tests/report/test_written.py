"""What a person typed, made fit for its place, and numbers put into words."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.report.glyphs import printable
from spasmlog.report.written import (
    duration,
    initials,
    number,
    short_day,
    short_span,
    span,
    typed,
)


def test_plain_text_is_left_as_it_is() -> None:
    assert typed("Ibuprofen 400", 40) == "Ibuprofen 400"


def test_lines_and_control_characters_become_spaces() -> None:
    assert typed(" a\n\tb\x00c\u2028d\x1b[31m ", 40) == "a b c d [31m"


def test_half_a_character_is_marked() -> None:
    assert typed("a\ud800b", 40) == "a\ufffdb"


def test_marks_that_turn_the_direction_are_left_out() -> None:
    assert typed("a\u202ecba\u202c\u2067z", 40) == "acbaz"


def test_text_from_right_to_left_is_set_apart() -> None:
    assert typed("שלום 5", 40) == "\u2068שלום 5\u2069"


def test_piled_up_marks_are_cut_to_four() -> None:
    assert typed("Z" + "\u0330" * 50 + "a", 90) == "Z" + "\u0330" * 4 + "a"


def test_a_long_text_ends_at_a_word_with_the_sign_of_a_cut() -> None:
    short = typed("one two three four five", 18)

    assert short == "one two three […]"
    assert len(short) <= 18


def test_a_long_word_is_cut_in_the_middle() -> None:
    assert typed("x" * 30, 20) == "x" * 16 + " […]"


def test_a_long_word_may_break_inside() -> None:
    assert typed("y" * 30, 90).split("\u200b") == ["y" * 8, "y" * 8, "y" * 8, "y" * 6]
    assert typed("y" * 24, 90) == "y" * 24


def test_a_long_word_never_breaks_between_a_letter_and_its_mark() -> None:
    word = "क्षि" * 12

    assert all(
        not unicodedata.category(piece[0]).startswith("M")
        for piece in typed(word, 90).split("\u200b")
    )


@given(st.text(max_size=300), st.integers(12, 60))
def test_whatever_was_typed_fits_its_place_and_holds_no_control_character(
    text: str, limit: int
) -> None:
    shown = typed(text, limit)

    assert len(shown.translate({0x200B: None, 0x2068: None, 0x2069: None})) <= limit
    assert not any(unicodedata.category(each) in ("Cc", "Cs") for each in shown)


@given(st.text(max_size=60))
def test_what_is_printable_stays_so(text: str) -> None:
    once = printable(typed(text, 60))

    assert printable(once) == once


def test_what_no_font_has_is_marked_once_for_each_sign() -> None:
    assert printable("布洛 👨\u200d👩\u200d👧 👍🏽 z") == "\ufffd\ufffd \ufffd 👍 z"


def test_what_the_fonts_have_is_left() -> None:
    for kept in ("é – ½ − ≥ → ✓ ⚠", "Ибупрофен", "שלום", "مرحبا", "क्षि", "ไทย", "ქართ", "հայ"):
        assert printable(kept) == kept


def test_a_sign_and_its_variant_are_one() -> None:
    assert printable("❤\ufe0f") == "❤"
    assert printable("\ufe0f!") == "!"


def test_a_letter_with_a_mark_of_another_script_keeps_its_letter() -> None:
    assert printable("b\u0488\u093e") == "b\ufffd"


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("sam roe", "S. R."),
        ("  Ann-Marie   O'Neill ", "A. O."),
        ("a b c d e f", "A. B. C. D."),
        ("", ""),
        ("李", "李."),
    ],
)
def test_initials_are_the_first_letters(name: str, short: str) -> None:
    assert initials(name) == short


@pytest.mark.parametrize(
    ("hours", "words"),
    [
        (0.75, "45 min"),
        (1.99, "119 min"),
        (2, "2 h"),
        (5.5, "5.5 h"),
        (9.96, "10 h"),
        (31.4, "31 h"),
        (71.9, "72 h"),
        (72, "3 days"),
    ],
)
def test_lengths_are_given_in_fitting_units(hours: float, words: str) -> None:
    assert duration(hours) == words


@pytest.mark.parametrize(
    ("value", "words"), [(6, "6"), (6.5, "6.5"), (6.04, "6"), (0.33, "0.3"), (1234.5, "1,234.5")]
)
def test_numbers_have_a_decimal_only_where_it_says_something(value: float, words: str) -> None:
    assert number(value) == words


def test_days_and_spans_leave_out_what_is_plain() -> None:
    first, last, later = date(2025, 12, 30), date(2026, 1, 2), date(2026, 1, 9)

    assert span(first, last) == "30 Dec 2025 to 2 Jan 2026"
    assert span(last, later) == "2 Jan to 9 Jan 2026"
    assert span(last, last) == "2 Jan 2026"
    assert short_span(last, later, later) == "2 to 9 Jan"
    assert short_span(first, last, later) == "30 Dec 2025 to 2 Jan"
    assert short_span(date(2025, 10, 30), first, later) == "30 Oct to 30 Dec 2025"
    assert short_day(first, later) == "30 Dec 2025"
