"""The emergency page on paper, as lines of text."""

from __future__ import annotations

import pytest

from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign
from spasmlog.views.emergency import emergency_view
from spasmlog.views.emergency_sheet import Part, Sheet, sheet
from tests.build import answer, diary, moment, profile, treatment

NOW = moment(clock="10:00")


def words(made: Sheet) -> str:
    return "\n".join(line.text for line in made.lines)


def test_it_holds_the_number_the_steps_the_words_and_what_was_entered() -> None:
    lived = diary(
        answer(0, Sign.BOTH_LEGS),
        treatment("Amlodipine", regular=True, usual_dose_mg=5.0),
        profile(allergies="penicillin"),
    )
    view = emergency_view("IE", "", lived, NOW)
    made = sheet(view)

    assert [line.text for line in made.lines if line.part is Part.NUMBER] == ["112"]
    for title, detail in view.steps:
        assert title in words(made)
        assert detail in words(made)
    assert [line.text for line in made.lines if line.part is Part.WORDS] == [f"“{view.say}”"]
    assert "Amlodipine 5 mg, regular" in words(made)
    assert "Allergies: penicillin" in words(made)
    assert "Ticked at 09:00, Wednesday 1 July" in words(made)
    assert "Printed on 1 Jul 2026 at 10:00" in words(made)
    assert "What to look for" not in words(made)


def test_while_nothing_is_ticked_it_says_what_to_look_for() -> None:
    boxes = [line for line in sheet(emergency_view("IE", "")).lines if line.text.startswith("□")]

    assert len(boxes) == len(EMERGENCY_SIGNS)


def test_without_a_journal_there_is_no_heading_over_nothing() -> None:
    made = sheet(emergency_view("IE", ""))

    assert "Medicines and allergies, as you entered them" not in words(made)
    assert "Printed on" not in words(made)
    assert all(line.text for line in made.lines)


@pytest.mark.parametrize(("country", "letter"), [("US", True), ("IE", False), ("", False)])
def test_the_paper_is_that_of_the_country(
    country: str, letter: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    assert sheet(emergency_view(country, "")).letter is letter
