"""What one key means, given how things stand."""

from __future__ import annotations

import pytest

from spasmlog.domain.scales import Nrs, ReadingWord
from spasmlog.journal.commands import (
    Command,
    Dose,
    EndEpisode,
    LogDrink,
    LogEpisode,
    LogReading,
    LogUse,
)
from spasmlog.settings import Settings
from spasmlog.views.quick import quick_command
from tests.build import diary, episode, running, treatment, use

OWN = Settings(glass_ml=330)
ALWAYS: list[tuple[str, int | None, Command]] = [
    ("pain", 0, LogReading(pain=Nrs(0))),
    ("pain", 10, LogReading(pain=Nrs(10))),
    ("drink", None, LogDrink(volume_ml=330)),
    ("no_spasm", None, LogReading(word=ReadingWord.NO_SPASM)),
    ("spasm_began", None, LogEpisode()),
]


@pytest.mark.parametrize(("what", "number", "command"), ALWAYS)
def test_what_needs_no_diary_is_the_same_with_and_without(
    what: str, number: int | None, command: Command
) -> None:
    assert quick_command(what, number, None, OWN) == command
    assert quick_command(what, number, diary(running()), OWN) == command


@pytest.mark.parametrize("what", ["let_go", "dose_again"])
def test_without_anything_to_act_on_there_is_no_command(what: str) -> None:
    assert quick_command(what, None, None, OWN) is None
    assert quick_command(what, None, diary(episode(hours=1)), OWN) is None


def test_the_spasm_that_runs_lets_go() -> None:
    spasm = running()

    assert quick_command("let_go", None, diary(spasm), OWN) == EndEpisode(episode_id=spasm.id)


def test_the_last_dose_is_repeated_with_its_amount() -> None:
    remedy = treatment()
    first = use(2, of=remedy, dose_mg=800.0)
    last = use(1, of=remedy, dose_mg=None, dose_text="2 tablets", minutes=20)

    assert quick_command("dose_again", None, diary(remedy, last, first), OWN) == LogUse(
        dose=Dose(treatment_id=remedy.id, dose_text="2 tablets", minutes=20)
    )


def test_a_key_of_no_meaning_asks_for_nothing() -> None:
    assert quick_command("nonsense", None, diary(running()), OWN) is None
