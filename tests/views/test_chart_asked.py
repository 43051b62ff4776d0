"""What a chart is wanted of, as it is asked for on the command line."""

from __future__ import annotations

import pytest

from spasmlog.charts import CHARTS, Asked
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
from spasmlog.errors import InvalidEntry
from spasmlog.views.chart_asked import asked_for, listed
from tests.build import TODAY, day, diary, episode, treatment, use

IBUPROFEN, HEAT, REST = treatment(), treatment("Heat wrap"), treatment("Rest")


def lived() -> Diary:
    spasm, other = episode(10, hours=2), episode(5, hours=2)
    uses = (use(10, of=IBUPROFEN, spasm=spasm), use(5, of=IBUPROFEN, spasm=other))
    return diary(IBUPROFEN, HEAT, REST, spasm, other, *uses, use(5, of=HEAT, spasm=other))


def ask(chart: str, place: str = "", treatment: str = "", of: Diary | None = None) -> Asked:
    return asked_for(CHARTS[chart], of or lived(), day(29), TODAY, place, treatment)


def refused(chart: str, place: str = "", treatment: str = "", of: Diary | None = None) -> str:
    with pytest.raises(InvalidEntry) as refusal:
        ask(chart, place, treatment, of)
    return str(refusal.value)


def test_every_chart_stands_on_a_line_with_its_title() -> None:
    lines = listed()

    assert [line.split()[0] for line in lines] == list(CHARTS)
    assert "  Worst pain each day" in lines[0]
    assert len(lines) >= 10


def test_without_more_it_is_of_all_places_and_the_most_used_treatment() -> None:
    asked = ask("easing")

    assert (asked.place, asked.treatment) == (None, "")
    assert (asked.first, asked.last) == (day(29), TODAY)


@pytest.mark.parametrize("words", ["low_back", "lower back", "Lower Back"])
def test_a_place_is_known_by_its_id_and_in_words(words: str) -> None:
    assert ask("hours", words).place is Region.LOW_BACK


@pytest.mark.parametrize("words", ["ibuprofen", "Ibuprofen", IBUPROFEN.id])
def test_a_treatment_is_known_by_its_name_and_its_id(words: str) -> None:
    assert ask("easing", treatment=words).treatment == IBUPROFEN.id


def test_what_was_used_together_is_known_by_its_name_in_the_charts() -> None:
    found = ask("easing", treatment="heat wrap and ibuprofen").treatment

    assert {*found.split("+")} == {HEAT.id, IBUPROFEN.id}


def test_a_treatment_that_was_not_used_may_be_asked_for() -> None:
    assert ask("easing", treatment="rest").treatment == REST.id


def test_what_is_not_known_is_refused_with_what_is() -> None:
    assert refused("hours", "moon").startswith("moon is not a place. Places are neck, upper_back")
    assert refused("easing", treatment="luck") == (
        "No treatment is called luck. Treatments are Ibuprofen, Heat wrap, Rest."
    )
    assert refused("easing", treatment="luck", of=diary()) == "No treatment is called luck."


def test_what_a_chart_would_not_heed_is_refused() -> None:
    assert refused("drinks", "neck") == "drinks is a chart of all places."
    assert refused("returns", treatment="rest") == "returns is a chart of all treatments."
