"""The sections of the doctor's pages and the ready choices of them."""

from __future__ import annotations

import pytest

from spasmlog.report import Options, Preset, Section
from spasmlog.report.sections import ALWAYS, APPENDIX, FIRST_PAGE, SECOND_PAGE


def test_every_section_stands_on_one_page() -> None:
    assert (*FIRST_PAGE, *SECOND_PAGE, *APPENDIX) == tuple(Section)


def test_signals_and_safety_answers_cannot_be_left_out() -> None:
    assert Options(sections=frozenset()).sections == {Section.SIGNALS} == ALWAYS


@pytest.mark.parametrize("preset", Preset)
def test_a_ready_choice_has_a_name_and_the_safety_answers(preset: Preset) -> None:
    assert preset.label
    assert preset.sections >= ALWAYS


def test_no_two_ready_choices_and_no_two_sections_are_alike() -> None:
    assert len({each.sections for each in Preset}) == len(Preset)
    assert len({each.label for each in Section}) == len(Section)


def test_why_i_came_holds_nothing_after_the_first_page() -> None:
    assert Preset.WHY.sections <= set(FIRST_PAGE)


def test_a_section_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="horoscope"):
        Options(sections=frozenset({"horoscope"}))  # type: ignore[arg-type]  # as it is read
