"""The written grammar of the quick line: each of its examples is read as it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from spasmlog.domain.scales import TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.journal import quick_line
from spasmlog.journal.commands import Dose
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_line import parse
from tests.build import moment

KNOWN = Known(
    now=moment(0, "18:40"),
    today=date(2026, 7, 1),
    last_dose=Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0),
)
OF_A_SPASM, ALONE, FIRST = range(3)
GRAMMAR = quick_line.__doc__ or ""


def examples() -> Iterator[tuple[int, str]]:
    """Each example of the left column, with the part of the grammar that it stands in."""
    for part, block in enumerate(re.split(r"\n(?=\S.*:\n)", GRAMMAR)[1:]):
        for row in re.findall(r"^    (\S.*?)(?:  +.*)?$", block, re.MULTILINE):
            yield from ((part, example) for example in row.split(", "))


EXPLAINED = (
    ("@monday 9:00", "7 @monday 9:00"),
    ("@2026-11-20 14:30", "7 @2026-11-20 14:30"),
    ("@mon 9:00", "7 @mon 9:00"),
    ("@14:30 until 15:10", "7 @14:30 until 15:10"),
    ("ibuprofen 2 tablets", "7 ibuprofen 2 tablets"),
    ("2x200mg", "7 ibuprofen 2x200mg"),
    ("1 g", "7 paracetamol 1 g"),
    ("also to arm, to hand", "7 to hand"),
    ("stretch hamstrings 60s", "stretch hamstrings 60s"),
    ("cycling 1h light", "cycling 1h light"),
    ("clear @yesterday", "clear @yesterday"),
    ("e 20m", "e 20m"),
    ("e @14:30", "e @14:30"),
    ('"ibuprofen, 7"', "ibuprofen, 7"),
)
"""What is named in the words beside the examples, and a line that holds it."""


def test_the_grammar_has_its_three_parts() -> None:
    assert {part for part, _example in examples()} == {OF_A_SPASM, ALONE, FIRST}
    assert len(list(examples())) > 30


@pytest.mark.parametrize(("part", "example"), list(examples()))
def test_each_example_of_the_grammar_is_read(part: int, example: str) -> None:
    begins = "" if part != OF_A_SPASM or example == "7" else "7 "
    ends = example.startswith(("e", "let"))
    known = replace(KNOWN, running="spasm-1") if part == FIRST and ends else KNOWN

    read = parse(begins + example, known)
    assert read.unread == ""
    assert read.pieces


@pytest.mark.parametrize(("named", "line"), EXPLAINED)
def test_what_the_grammar_names_beside_them_is_read_too(named: str, line: str) -> None:
    assert named in GRAMMAR
    known = replace(KNOWN, running="spasm-1") if line.startswith("e ") else KNOWN

    assert parse(line, known).unread == ""


@pytest.mark.parametrize("typed", ["2 cups", "3 days"])
def test_what_the_grammar_says_is_refused_is_refused(typed: str) -> None:
    assert f'"{typed}"' in GRAMMAR
    with pytest.raises(InvalidEntry):
        parse(typed, KNOWN)


@pytest.mark.parametrize("level", ["L4", "L5/S1"])
def test_a_level_of_the_spine_is_a_place_and_kept_in_the_note(level: str) -> None:
    assert level in GRAMMAR
    read = parse(f"7 {level}", KNOWN)

    assert getattr(read.command, "region", None) is not None
    assert getattr(read.command, "note", "") == level
