"""Reading the diary: what a start costs in a journal of many years."""

from __future__ import annotations

from itertools import count

from spasmlog.domain.scales import Sign, SignAnswer
from spasmlog.store.database import Database
from spasmlog.store.reading import FULL_DAYS, read_recent
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import answer, day


def steps_to_read(database: Database, answers: int) -> int:
    """How many hundred steps of SQLite a start takes, with this many old answers to a question."""
    with UnitOfWork(database) as uow:
        uow.remove_everything()
        uow.add_all(
            answer(FULL_DAYS + 1 + ago, Sign.BOTH_LEGS, SignAnswer.NO)
            for ago in reversed(range(answers))
        )
        uow.commit_unnoted("")
    steps = count()
    with database.reading() as raw:
        raw.set_progress_handler(lambda: next(steps) < 0, 100)
    read_recent(database, day())
    return next(steps)


def test_twice_the_answers_take_no_more_than_about_twice_the_time(database: Database) -> None:
    assert steps_to_read(database, 800) < 3 * steps_to_read(database, 400)


def test_of_old_answers_that_settled_a_question_the_last_is_read(database: Database) -> None:
    steps_to_read(database, 5)
    with UnitOfWork(database) as uow:
        uow.add_all(
            [
                answer(FULL_DAYS + 9, Sign.FEVER, SignAnswer.YES, id="unsettled"),
                answer(FULL_DAYS + 9, Sign.NIGHT_PAIN_UNRELIEVED, SignAnswer.CLEARED),
                answer(FULL_DAYS + 8, Sign.NIGHT_PAIN_UNRELIEVED, SignAnswer.YES, id="since"),
            ]
        )
        uow.commit_unnoted("")
    known = read_recent(database, day()).answers

    assert [each.day for each in known if each.sign is Sign.BOTH_LEGS] == [day(FULL_DAYS + 1)]
    assert {each.id for each in known if each.answer is SignAnswer.YES} == {"unsettled", "since"}
