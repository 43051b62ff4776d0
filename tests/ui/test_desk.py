"""The desk: what is asked before the journal can be written waits with its moment, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time
from itertools import count

import pytest
from PySide6.QtWidgets import QApplication

from spasmlog.domain.diary import Step
from spasmlog.domain.records import Drink, Reading
from spasmlog.domain.scales import Nrs, Sign, SignAnswer
from spasmlog.errors import Refusal, RunningSpasmExists
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.rules import Level
from spasmlog.store.database import Database
from spasmlog.ui.desk import Desk, look_ahead
from tests.build import answer, clock_time, day, episode, moment, reading, visit
from tests.living import Clock


@dataclass
class Told:
    """A desk, its clock, a journal that it may be given, and what it said."""

    desk: Desk
    clock: Clock
    journal: Journal
    saved: list[Step] = field(default_factory=list)
    moved: list[Step] = field(default_factory=list)
    refused: list[tuple[Refusal, c.Command | None]] = field(default_factory=list)


@pytest.fixture
def told(qapp: QApplication) -> Iterator[Told]:
    clock, database, numbers = Clock(), Database.in_memory(), count(1)
    journal = Journal(database, clock, lambda: f"id-{next(numbers):03}", lambda: time(3))
    made = Told(Desk(clock), clock, journal)
    made.desk.saved.connect(made.saved.append)
    made.desk.moved.connect(made.moved.append)
    made.desk.refused.connect(lambda refusal, command: made.refused.append((refusal, command)))
    yield made
    database.close()


def test_what_is_asked_early_is_done_in_order_at_the_moment_it_was_asked(told: Told) -> None:
    desk = told.desk
    assert not desk.do(c.LogReading(pain=Nrs(7)))
    told.clock.go(minutes=5)
    desk.do(c.LogDrink(volume_ml=250))
    desk.take(told.journal)
    told.clock.go(minutes=5)
    desk.do(c.LogEpisode(end_unknown=True))
    assert (len(desk.waiting), desk.diary.by_id) == (3, {})
    told.clock.go(hours=1)
    desk.let_write()

    assert [step.label for step in told.saved] == ["Log pain", "Log drink", "Log spasm"]
    (kept,), (glass,) = desk.diary.readings, desk.diary.of_kind(Drink)
    assert (kept.at, glass.at) == (moment(0, "09:12"), moment(0, "09:17"))
    assert desk.diary.episodes[0].onset == moment(0, "09:22")
    assert desk.waiting == ()


def test_a_copy_asked_early_stands_where_the_entry_stands(told: Told) -> None:
    told.journal.fill([reading(3, "09:30", id="reading", pain=2)])
    told.desk.do(c.Duplicate(record_id="reading"))
    told.desk.take(told.journal)
    told.desk.let_write()

    assert told.refused == []
    assert [each.at for each in told.desk.diary.readings] == [moment(3, "09:30")] * 2


def test_a_time_that_was_typed_is_left_as_it_was_typed(told: Told) -> None:
    typed = clock_time("2026-07-01 08:00")
    told.desk.do(c.LogReading(pain=Nrs(2), at=typed))
    told.desk.do(c.LogUse(dose=c.Dose(name="Heat", at=typed)))
    told.desk.do(c.AnswerSigns(answers=((Sign.FEVER, SignAnswer.NO),)))

    assert told.desk.waiting == (
        c.LogReading(pain=Nrs(2), at=typed),
        c.LogUse(dose=c.Dose(name="Heat", at=typed)),
        c.AnswerSigns(answers=((Sign.FEVER, SignAnswer.NO),)),
    )


def test_what_waits_can_be_dropped_by_its_kind(told: Told) -> None:
    told.desk.do(c.AnswerSigns(answers=((Sign.FEVER, SignAnswer.YES),)))
    told.desk.do(c.LogDrink(volume_ml=250))
    told.desk.drop(c.AnswerSigns)

    assert [type(each) for each in told.desk.waiting] == [c.LogDrink]


def test_one_that_is_refused_keeps_nothing_back(told: Told) -> None:
    told.desk.do(c.LogDrink(volume_ml=0))
    told.desk.do(c.LogDrink(volume_ml=250))
    told.desk.take(told.journal)
    told.desk.let_write()

    ((refusal, command),) = told.refused
    assert isinstance(command, c.LogDrink)
    assert refusal.sentence
    assert len(told.desk.diary.of_kind(Drink)) == 1


def test_a_refusal_names_the_command_and_moves_nothing(told: Told) -> None:
    told.desk.take(told.journal)
    told.desk.let_write()
    assert told.desk.do(c.LogEpisode())
    assert not told.desk.do(c.LogEpisode(peak=Nrs(5)))

    assert isinstance(told.refused[0][0], RunningSpasmExists)
    assert told.refused[0][1] == c.LogEpisode(peak=Nrs(5))
    assert (len(told.saved), len(told.moved)) == (1, 1)


def test_undo_and_redo_do_nothing_until_there_is_a_journal_to_write(told: Told) -> None:
    assert not told.desk.undo()
    told.desk.take(told.journal)
    assert not told.desk.redo()
    told.desk.let_write()
    assert not told.desk.undo()
    assert [command for _refusal, command in told.refused] == [None]
    told.desk.do(c.LogDrink(volume_ml=250))
    assert told.desk.undo()
    assert told.desk.redo()

    assert len(told.desk.diary.of_kind(Drink)) == 1


def test_asking_for_a_journal_that_is_not_there_is_a_fault_of_ours(told: Told) -> None:
    assert not told.desk.is_open
    with pytest.raises(RuntimeError, match="before it is open"):
        _ = told.desk.journal


def test_after_it_is_put_down_what_is_asked_waits_again(told: Told) -> None:
    told.desk.take(told.journal)
    told.desk.let_write()
    told.desk.put_down()
    told.desk.do(c.LogDrink(volume_ml=250))

    assert (told.desk.is_open, told.desk.writes, len(told.desk.waiting)) == (False, False, 1)


def test_what_still_waits_at_the_end_is_saved_though_nobody_is_told(told: Told) -> None:
    for ml in (0, 250):
        told.desk.do(c.LogDrink(volume_ml=ml))
    told.desk.save_waiting(told.journal)

    assert [each.volume_ml for each in told.journal.diary.of_kind(Drink)] == [250]
    assert (told.saved, told.refused, told.desk.waiting) == ([], [], ())


def test_the_verdicts_are_worked_out_once_for_each_diary(told: Told) -> None:
    told.desk.take(told.journal)
    told.desk.let_write()
    first = told.desk.assessment()
    assert told.desk.assessment() is first
    told.desk.do(c.LogReading(pain=Nrs(3)))

    assert told.desk.assessment() is not first
    assert told.desk.assessment().as_of == told.desk.diary.today


def test_what_was_worked_out_ahead_is_taken_as_it_is(told: Told) -> None:
    told.journal.fill([episode(3, hours=1), reading(1)])
    ahead = look_ahead(told.journal)
    told.desk.take(told.journal, ahead)

    assert told.desk.assessment() is ahead.assessment
    assert told.desk.fired_before() is ahead.fired_before


def test_what_fired_yesterday_is_kept_until_an_earlier_day_changes(told: Told) -> None:
    told.desk.take(told.journal)
    told.desk.let_write()
    before = told.desk.fired_before()
    told.desk.do(c.LogDrink(volume_ml=250))
    assert told.desk.fired_before() is before
    told.journal.fill([reading(1)], replace=True)
    told.desk.do(c.Delete(record_id=told.desk.diary.of_kind(Reading)[0].id))
    kept = told.desk.fired_before()
    told.clock.go(days=1)

    assert told.desk.fired_before() == kept == {}


def test_what_fired_on_an_earlier_day_is_known_once_the_whole_diary_is_read(told: Told) -> None:
    told.journal.fill([answer(12, Sign.FEVER), reading(900)])
    told.desk.take(told.journal)
    told.desk.let_write()
    assert told.desk.fired_on(day(10)) is None
    told.journal.take_rest(told.journal.read_rest())
    levels = told.desk.fired_on(day(10))

    assert levels is not None
    assert levels["R02"] is Level.PROMPT
    assert told.desk.fired_on(day(13)) == {}
    assert told.desk.fired_on(day(10)) is levels


def test_what_fired_on_an_earlier_day_is_kept_until_an_entry_of_a_past_day_changes(
    told: Told,
) -> None:
    told.journal.fill([answer(12, Sign.FEVER), reading(1), visit(20, id="visit")])
    told.journal.take_rest(told.journal.read_rest())
    told.desk.take(told.journal)
    told.desk.let_write()
    levels = told.desk.fired_on(day(10))
    told.desk.do(c.LogDrink(volume_ml=250))
    told.desk.do(c.WriteVisit(visit_id="visit", fields=(("said", "Rest."),)))
    assert told.desk.fired_on(day(10)) is levels
    told.desk.do(c.Delete(record_id=told.desk.diary.answers[0].id))
    assert told.desk.fired_on(day(10)) == {}
    told.desk.look_for(personal=False)
    told.desk.put_down()
    told.desk.take(told.journal)

    assert told.desk.fired_on(day(10)) == {}
