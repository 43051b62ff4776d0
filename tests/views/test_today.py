"""Today as a whole: what it shows through a day, and how fast it is worked out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from spasmlog.domain.scales import Nrs, ReadingWord, Sign, SignAnswer, TreatmentKind
from spasmlog.journal.commands import (
    AnswerSigns,
    Dose,
    EndEpisode,
    LogDrink,
    LogEpisode,
    LogReading,
    LogUse,
    SaveCheckIn,
)
from spasmlog.settings import Settings
from spasmlog.views.today import dock_state, today_view
from tests.build import diary, moment
from tests.views.today_life import Life, a_life


@pytest.fixture
def life() -> Iterator[Life]:
    with a_life("09:12") as life:
        yield life


def test_an_empty_journal_shows_what_can_be_done_and_nothing_that_is_not_known() -> None:
    view = today_view(diary(), moment(clock="09:12"), Settings())

    assert view.now.episode_id is None
    assert (view.safety, view.relief, view.before, view.check_in, view.signal) == (None,) * 5
    assert view.so_far.rows == ()
    assert view.water is not None
    assert view.water.glasses == 0


def test_a_day_is_lived_through(life: Life) -> None:
    life.do(LogReading(pain=Nrs(3)))
    life.do(LogDrink(volume_ml=250))
    life.go(hours=2)
    life.do(LogEpisode())
    assert life.view().safety is not None
    life.go(seconds=20)
    life.do(AnswerSigns(answers=((Sign.BOTH_LEGS, SignAnswer.NO),)))
    life.do(LogReading(pain=Nrs(7)))
    life.do(LogUse(dose=Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)))

    running = life.view()
    assert (running.safety, running.now.level, running.before) == (None, 7, None)
    assert running.quick.packet == "Ibuprofen in 24 hours: 400 mg. Packet limit: 1,200 mg."
    assert dock_state(life.diary, life.now).level == 7

    life.go(minutes=65)
    asked = life.view()
    assert asked.relief is not None
    assert asked.relief.title == "An hour since ibuprofen, how is it?"
    life.do(LogReading(word=ReadingWord.GONE, use_id=asked.relief.use_id))
    life.do(EndEpisode(episode_id=asked.now.episode_id or ""))

    rested = life.view()
    assert (rested.relief, rested.now.episode_id) == (None, None)
    assert rested.so_far.rows[0].text == "Relief check, 1 h 5 min after ibuprofen"
    assert rested.check_in is None

    life.go(hours=6)
    evening = life.view()
    assert evening.check_in is not None
    assert dict(evening.check_in.answers) == {"worst": 7}
    life.do(SaveCheckIn(day=life.diary.today, answers=(("worst", Nrs(7)),)))
    life.go(hours=14)

    morning = life.view()
    assert morning.check_in is None
    assert morning.before is not None
    assert morning.before.tiles[-1] == ("yesterday", 7, True)


def test_no_spasm_so_far_is_a_fact_until_now_and_leaves_the_day_unknown(life: Life) -> None:
    life.do(LogReading(word=ReadingWord.NO_SPASM))
    life.go(days=1)

    view = life.view()

    assert view.before is None
    assert view.check_in is not None
    assert dict(view.check_in.answers) == {}


def test_what_was_put_off_or_answered_is_not_asked_again(life: Life) -> None:
    life.do(LogEpisode())
    life.do(LogUse(dose=Dose(name="Heat", kind=TreatmentKind.HEAT, minutes=20)))
    life.go(hours=1)
    asked = life.view().relief
    assert asked is not None
    life.hidden.add(asked.key)
    life.go(hours=12)
    question = life.view().now.question
    life.asked_at = life.now.utc

    assert question is not None
    assert life.view().now.question is None
    assert life.view().relief is None
