"""The names of medicines in the table of treatments, as they are printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from spasmlog.domain.scales import TreatmentKind
from tests.build import treatment, use
from tests.report.making import pdf, tool


@pytest.mark.parametrize("name", ["Methocarbamol", "Cyclobenzaprine", "Acetaminophen"])
def test_the_name_of_a_medicine_ends_before_the_next_column(tmp_path: Path, name: str) -> None:
    of = treatment(name, kind=TreatmentKind.MUSCLE_RELAXANT)
    made = pdf(of, use(3, of=of, dose_mg=750.0))

    boxes = tool(tmp_path, made, "pdftotext", "-bbox", "{}", "-")

    assert right_of(name, boxes) + 2 < left_of("750", boxes)


def right_of(word: str, boxes: str) -> float:
    return _edge(word, boxes, "xMax")


def left_of(word: str, boxes: str) -> float:
    return _edge(word, boxes, "xMin")


def _edge(word: str, boxes: str, side: str) -> float:
    """The edge of the line of that word, in points."""
    line = next(each for each in boxes.splitlines() if f">{word}</word>" in each)
    return float(line.split(f'{side}="')[1].split('"')[0])
