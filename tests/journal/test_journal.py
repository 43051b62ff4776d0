"""The door to the diary: memory and disk together, undo across restarts, reading in two parts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.domain.diary import Step
from spasmlog.domain.records import CheckIn, Drink
from spasmlog.domain.scales import Nrs, Sign, SignAnswer
from spasmlog.errors import InvalidEntry, NothingToUndo
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.journal.made_up import made_up_person
from spasmlog.rules import assess
from spasmlog.store.database import Database
from spasmlog.store.reading import FULL_DAYS
from tests.build import answer, check_in, day, drink, episode, reading, treatment, use
from tests.journal.conftest import Clock


def test_listeners_are_told_after_the_disk_has_it(journal: Journal, reopened: Journal) -> None:
    told: list[Step] = []
    leave = journal.subscribe(told.append)
    journal.do(c.LogDrink(volume_ml=250))
    leave()
    journal.do(c.LogDrink(volume_ml=330))

    assert [each.label for each in told] == ["Log drink"]


def test_a_refused_command_tells_nobody(journal: Journal) -> None:
    told: list[Step] = []
    journal.subscribe(told.append)
    with pytest.raises(InvalidEntry):
        journal.do(c.LogDrink(volume_ml=0))

    assert told == []


def test_undo_and_redo_reach_across_a_restart(
    journal: Journal, database: Database, clock: Clock
) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    journal.do(c.LogReading(pain=Nrs(3)))
    later = Journal(database, clock, lambda: "x", lambda: clock.day_start)
    later.undo()
    later.undo()
    assert later.undo_label is None
    assert later.redo_label == "Log drink"
    later.redo()

    assert len(later.diary.of_kind(Drink)) == 1
    with pytest.raises(NothingToUndo):
        [later.redo() for _ in range(2)]


def test_the_day_moves_on_with_the_clock(journal: Journal, clock: Clock) -> None:
    assert journal.diary.today == day()
    clock.go(hours=12)

    assert journal.diary.today == day(-1)


def test_the_log_is_kept_for_thirty_days(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    clock.go(days=29)
    journal.forget_old_changes()
    assert len(journal.versions(journal.diary.of_kind(Drink)[0].id)) == 1
    clock.go(days=2)
    journal.forget_old_changes()

    assert journal.versions(journal.diary.of_kind(Drink)[0].id) == ()
    assert len(journal.diary.of_kind(Drink)) == 1


def test_what_is_forgotten_is_not_offered_to_be_undone(journal: Journal, clock: Clock) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    clock.go(days=31)
    journal.forget_old_changes()

    assert journal.undo_label is None


def test_what_was_undone_before_a_journal_was_filled_does_not_come_back_into_it(
    journal: Journal,
) -> None:
    journal.do(c.SaveCheckIn(day=day(1), answers=(("worst", Nrs(3)),)))
    journal.undo()
    journal.fill([check_in(1)])

    assert journal.redo_label is None


def test_what_was_deleted_before_a_journal_was_filled_comes_back_after_that_is_undone(
    journal: Journal,
) -> None:
    journal.do(c.SaveCheckIn(day=day(1), answers=(("worst", Nrs(3)),)))
    (typed,) = journal.diary.of_kind(CheckIn)
    journal.do(c.Delete(record_id=typed.id))
    journal.fill([check_in(1)])
    assert journal.undo_label == "Import"
    journal.undo()
    journal.undo()

    assert journal.diary.of_kind(CheckIn) == (typed,)


def old_and_new(journal: Journal) -> None:
    """Entries of every kind that is read late, from before and after the line."""
    ibuprofen = treatment()
    old, new = FULL_DAYS + 20, 3
    spasms = (episode(old, hours=3), episode(old - 5), episode(new, hours=2))
    journal.fill(
        [
            ibuprofen,
            *spasms,
            use(old, of=ibuprofen, spasm=spasms[0]),
            use(old - 2, of=ibuprofen),
            reading(old, episode_id=spasms[0].id),
            reading(old - 3, pain=0),
            reading(old - 4, pain=4),
            check_in(old - 1, worst=0),
            check_in(old - 6, worst=5),
            check_in(old - 7, worst=None, sleep_h=7.0),
            drink(old),
            drink(new),
        ]
    )


def test_what_the_rules_need_is_there_before_the_rest(
    journal: Journal, database: Database, clock: Clock
) -> None:
    old_and_new(journal)
    recent = Journal(database, clock, lambda: "x", lambda: clock.day_start)
    assert not recent.is_complete
    early = recent.diary
    whole = recent.read_rest()

    assert early.episodes == whole.episodes
    assert {each for each in whole.facts if whole.facts[each].logged} == {
        each for each in early.facts if early.facts[each].logged
    }
    for ordinal, facts in whole.facts.items():
        known = early.facts_on(ordinal)
        assert (known.pain, known.explicit, known.worst) == (
            facts.pain,
            facts.explicit,
            facts.worst,
        )
    recent.take_rest(whole)
    assert recent.is_complete
    assert recent.diary == whole


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_verdict_changes_when_the_rest_arrives(
    journal: Journal, clock: Clock, seed: int
) -> None:
    journal.fill(made_up_person(clock.now.to_second(), 3, seed, clock.now.zone))
    whole = journal.read_rest()
    early, late = (
        [
            (each.rule.id, each.verdict.outcome, each.verdict.level)
            for each in assess(diary).findings
        ]
        for diary in (journal.diary, whole)
    )

    assert not journal.is_complete
    assert early == late


@pytest.mark.parametrize(
    "said", [["yes"], ["yes", "no"], ["no", "yes", "unsure"], ["unsure", "no"]]
)
def test_an_old_answer_stands_as_if_all_were_read(
    journal: Journal, database: Database, clock: Clock, said: list[str]
) -> None:
    answers = [
        answer(FULL_DAYS + 50 - number, Sign.BOTH_LEGS, SignAnswer(each))
        for number, each in enumerate(said)
    ]
    journal.fill([*answers, drink(FULL_DAYS + 1), drink(1)])

    assert [each.verdict.outcome for each in assess(journal.diary).findings] == [
        each.verdict.outcome for each in assess(journal.read_rest()).findings
    ]


def test_what_is_done_while_the_rest_is_read_is_not_lost(
    journal: Journal, database: Database, clock: Clock
) -> None:
    old_and_new(journal)
    recent = Journal(database, clock, lambda: f"id-{clock.now.utc}", lambda: clock.day_start)
    recent.do(c.LogDrink(volume_ml=100))
    whole = recent.read_rest()
    clock.go(minutes=1)
    recent.do(c.LogDrink(volume_ml=200))
    recent.do(c.TakeBackDrink())
    clock.go(minutes=1)
    recent.do(c.LogDrink(volume_ml=300))
    recent.take_rest(whole)
    fresh = Journal(database, clock, lambda: "x", lambda: clock.day_start)

    assert recent.diary == fresh.read_rest()


def test_a_change_of_an_entry_not_read_yet_reads_the_rest_first(
    journal: Journal, database: Database, clock: Clock
) -> None:
    old_and_new(journal)
    oldest = min(journal.read_rest().of_kind(Drink), key=lambda each: each.at.utc)
    recent = Journal(database, clock, lambda: "x", lambda: clock.day_start)
    told: list[Step] = []
    recent.subscribe(told.append)
    recent.do(c.Edit(record_id=oldest.id, fields=(("volume_ml", 500),)))

    assert recent.is_complete
    assert told[-1].label == "Change entry"
    assert recent.diary.of_kind(Drink)[0].volume_ml == 500


def test_a_rest_that_comes_too_late_takes_nothing_back(
    journal: Journal, database: Database, clock: Clock
) -> None:
    old_and_new(journal)
    oldest = min(journal.read_rest().of_kind(Drink), key=lambda each: each.at.utc)
    recent = Journal(database, clock, lambda: "x", lambda: clock.day_start)
    late = recent.read_rest()
    recent.do(c.Edit(record_id=oldest.id, fields=(("volume_ml", 500),)))
    recent.do(c.LogDrink(volume_ml=250))
    recent.take_rest(late)

    assert recent.diary == recent.read_rest()
    assert recent.diary.get(Drink, "x") is not None


def test_what_was_done_before_all_was_replaced_does_not_come_back_with_the_rest(
    journal: Journal, database: Database, clock: Clock
) -> None:
    old_and_new(journal)
    recent = Journal(database, clock, lambda: "x", lambda: clock.day_start)
    recent.do(c.LogDrink(volume_ml=250))
    recent.fill([drink(FULL_DAYS + 9), drink(1)], replace=True)
    recent.take_rest(recent.read_rest())

    assert recent.diary == recent.read_rest()


def test_a_reader_can_stop_the_reading(journal: Journal, clock: Clock) -> None:
    class Enough(Exception):
        pass

    def breathe() -> None:
        raise Enough

    journal.fill(made_up_person(clock.now.to_second(), 0.5, 3, clock.now.zone))
    with pytest.raises(Enough):
        journal.read_rest(breathe)


def test_a_journal_of_a_few_days_is_complete_at_once(journal: Journal) -> None:
    journal.do(c.LogDrink(volume_ml=250))

    assert journal.is_complete
    assert journal.now.plus(timedelta()) == journal.now
