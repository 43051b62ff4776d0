"""The page about spasms in general: what it holds, and when it is put away."""

from __future__ import annotations

import re

import pytest

from spasmlog.domain.records import Record
from spasmlog.domain.scales import Sign, SignAnswer, TreatmentKind
from spasmlog.rules import Assessment, assess
from spasmlog.views.telling import TellingView, telling_view
from tests.build import answer, diary, use
from tests.views.lives import comes_back, not_settled


def shown(*records: Record) -> TellingView:
    return telling_view(assess(diary(*records)))


def words(view: TellingView) -> str:
    """All that is read on the page."""
    items = [item for part in (*view.main, *view.beside) for item in part.items]
    lasts = [part.last for part in (*view.main, *view.beside)]
    return " ".join(
        (view.lead, view.help, *(f"{each.name} {each.text} {each.sure}" for each in items), *lasts)
    )


def test_it_tells_of_both_kinds_the_first_steps_and_what_comes_after() -> None:
    said = words(telling_view(None))

    for wanted in (
        "protects itself",
        "mechanical problem",
        "Ease off what provokes it",
        "Keep gently moving",
        "told to limit fluids, keep to that",
        "gentle stretch",
        "Heat or cold",
        "returns after treatment",
        "lasts for weeks",
        "Scans only where",
        "exercise and physiotherapy",
        "medicines",
        "Injections",
        "Surgery",
        "stay as active as the pain allows",
        "How sure: not sure, the evidence is weak",
        "Nobody can be sure",
        "get help at once",
    ):
        assert wanted in said


def test_the_numbers_in_the_text_are_those_of_the_sources_below() -> None:
    view = telling_view(None)
    parts = (*view.main, *view.beside)

    cited = {
        int(number)
        for part in parts
        for item in part.items
        for number in re.findall(r"\[(\d+)\]", item.cited)
    }

    assert cited == {each.number for each in view.publications} == {4, 9, 15, 23, 25}


def test_wherever_advice_differs_it_is_said_how_sure_anyone_is() -> None:
    differs = telling_view(None).beside[0]

    assert len(differs.items) >= 5
    assert all(each.sure.startswith("How sure: ") for each in differs.items)
    assert all(each.sources for each in differs.items)


def test_it_is_never_about_this_person() -> None:
    lives: list[Assessment | None] = [assess(each) for each in (comes_back(), not_settled())]

    assert [telling_view(each) for each in lives] == [telling_view(None)] * 2


@pytest.mark.parametrize(
    ("record", "away"),
    [
        (answer(0, Sign.BLADDER_CHANGE), True),
        (use(0, "09:00", kind=TreatmentKind.PARACETAMOL, dose_mg=4500.0), True),
        (answer(0, Sign.BLADDER_CHANGE, SignAnswer.UNSURE), False),
        (answer(0, Sign.FEVER), False),
    ],
    ids=["emergency", "paracetamol", "not sure", "prompt"],
)
def test_it_is_put_away_while_an_emergency_stands(record: Record, away: bool) -> None:
    view = shown(record)

    assert view.away is away
    assert bool(view.main) is bool(view.publications) is not away
    assert ("asks for help now" in view.help) is away
