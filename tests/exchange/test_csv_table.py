"""The table of a chart as a CSV file and as rows to be pasted."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest

from spasmlog.charts.base import Table
from spasmlog.exchange.csv_table import csv_text, harmless, tab_text

DAYS = Table(
    ("Day", "Worst pain", "Logged", "Note, or none"),
    (
        (date(2026, 6, 30), None, False, ""),
        (date(2026, 7, 1), 6.5, True, 'said "no", then\nleft'),
        (date(2026, 7, 2), -1.0, True, "-1"),
    ),
    ("", "no entry", "", ""),
)


def test_a_file_of_commas_quotes_and_line_ends() -> None:
    assert csv_text(DAYS) == (
        'Day,Worst pain,Logged,"Note, or none"\r\n'
        "2026-06-30,no entry,no,\r\n"
        '2026-07-01,6.5,yes,"said ""no"", then\nleft"\r\n'
        "2026-07-02,-1.0,yes,'-1\r\n"
    )


def test_another_program_reads_the_same_cells() -> None:
    read = list(csv.reader(StringIO(csv_text(DAYS), newline=""), strict=True))

    assert read[0] == list(DAYS.headings)
    assert read[2] == ["2026-07-01", "6.5", "yes", 'said "no", then\nleft']
    assert {len(row) for row in read} == {4}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r\n=1", "\uff1d1"]
)
def test_what_looks_like_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"
    whole = csv_text(Table((text,), ((text,),), ("",)))
    read = list(csv.reader(StringIO(whole, newline="")))
    assert read == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", ["", "Heat", "TENS 2-3", "a=b", "ibuprofen + heat", "'x", "−2"])
def test_other_words_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


def test_rows_to_be_pasted_are_those_asked_for_below_the_headings() -> None:
    assert tab_text(DAYS, [1]) == (
        'Day\tWorst pain\tLogged\tNote, or none\n1 Jul 2026\t6.5\tyes\tsaid "no", then left\n'
    )


def test_a_pasted_cell_stays_in_its_place_and_is_no_formula() -> None:
    odd = Table(("What",), (("a\tb\nc",), ("=cmd|' /C calc'!A0",), (-1.5,)), ("",))

    assert tab_text(odd, range(3)).split("\n") == [
        *("What", "a b c", "'=cmd|' /C calc'!A0", "-1.5", "")
    ]


def test_an_empty_table_is_its_headings() -> None:
    assert csv_text(Table(("Day",), (), ("",))) == "Day\r\n"
