"""What is typed as an amount: counted where it can be, kept in words where the person says so."""

from __future__ import annotations

import pytest

from spasmlog.errors import InvalidEntry
from spasmlog.views.dose_entry import UnclearAmount, amount_fields, find
from tests.build import treatment


@pytest.mark.parametrize(
    ("typed", "unit", "fields"),
    [
        ("", "mg", {}),
        ("  ", "min", {}),
        ("400", "mg", {"dose_mg": 400.0}),
        ("1,200", "mg", {"dose_mg": 1200.0}),
        ("0.5", "g", {"dose_mg": 500.0}),
        ("400 mg", "tablets", {"dose_mg": 400.0}),
        ("1 g", "mg", {"dose_mg": 1000.0}),
        ("20 min", "mg", {"minutes": 20}),
        ("2", "tablets", {"dose_text": "2 tablets"}),
        ("1", "tablets", {"dose_text": "1 tablet"}),
        ("15", "min", {"minutes": 15}),
        ("lots", "as_typed", {"dose_text": "lots"}),
        ("half a  tablet", "as_typed", {"dose_text": "half a tablet"}),
    ],
)
def test_an_amount_is_read_by_its_unit(typed: str, unit: str, fields: dict[str, object]) -> None:
    assert amount_fields(typed, unit) == fields


@pytest.mark.parametrize("typed", ["lots", "half", "4 or 5", "mg", "🙂"])
def test_words_are_unclear_and_asked_about(typed: str) -> None:
    with pytest.raises(UnclearAmount) as refused:
        amount_fields(typed, "mg")

    assert typed in refused.value.sentence
    assert refused.value.next_step.startswith("Save again")


@pytest.mark.parametrize(
    ("typed", "unit", "sentence"),
    [
        ("-3", "mg", "An amount is a number above 0."),
        ("−3", "tablets", "An amount is a number above 0."),
        ("0", "mg", "An amount is a number above 0."),
        ("1.5", "min", "Minutes are a whole number, a day's at most."),
        ("5000", "min", "Minutes are a whole number, a day's at most."),
    ],
)
def test_nonsense_is_refused_in_one_sentence(typed: str, unit: str, sentence: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        amount_fields(typed, unit)

    assert not isinstance(refused.value, UnclearAmount)
    assert refused.value.sentence == sentence


def test_a_long_amount_in_words_is_cut() -> None:
    kept = amount_fields("x" * 500, "as_typed")["dose_text"]

    assert isinstance(kept, str)
    assert len(kept) == 60


def test_a_name_is_found_in_any_case_of_letters() -> None:
    known = treatment("Ibuprofen")

    assert find(" ibuPROFEN ", [known]) == known
    assert find("Ibu", [known]) is None
