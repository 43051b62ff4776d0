"""One transaction, a note of every change, and what can be made of the notes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from spasmlog.domain.diary import Change
from spasmlog.domain.records import Drink, Episode, Record, TreatmentUse
from spasmlog.domain.scales import Nrs
from spasmlog.errors import NothingToUndo
from spasmlog.store.database import Database
from spasmlog.store.tables import change_log
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import drink, episode, reading, treatment, use, utc

NOW = utc("2026-07-01T09:00")


def save(database: Database, *records: Record, label: str = "Log") -> None:
    with UnitOfWork(database) as uow:
        for record in records:
            uow.save(record)
        uow.commit(label, NOW)


def remove(database: Database, record: Record) -> None:
    with UnitOfWork(database) as uow:
        uow.remove(record)
        uow.commit("Delete", NOW)


def drinks(database: Database) -> tuple[Drink, ...]:
    with UnitOfWork(database) as uow:
        return uow.where(Drink)


def test_leaving_early_writes_nothing(database: Database) -> None:
    with UnitOfWork(database) as uow:
        uow.save(drink())

    assert drinks(database) == ()


def test_an_error_inside_writes_nothing(database: Database) -> None:
    def stumble() -> None:
        with UnitOfWork(database) as uow:
            uow.save(drink())
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stumble()

    assert drinks(database) == ()


def test_a_save_that_changes_nothing_makes_no_step(database: Database) -> None:
    glass = drink()
    save(database, glass)
    with UnitOfWork(database) as uow:
        uow.save(glass)
        step = uow.commit("Again", NOW)
        assert uow.label(undone=False) == "Log"

    assert step.changes == ()


def test_a_step_holds_what_was_and_what_is(database: Database) -> None:
    glass = drink()
    larger = replace(glass, volume_ml=500)
    save(database, glass)
    with UnitOfWork(database) as uow:
        uow.save(larger)
        step = uow.commit("Change", NOW)

    assert step.changes == (Change(glass, larger),)


def test_undo_and_redo_walk_through_the_steps_in_order(database: Database) -> None:
    first, second = drink(), drink()
    save(database, first, label="first")
    save(database, second, label="second")
    with UnitOfWork(database) as uow:
        uow.undo()
    with UnitOfWork(database) as uow:
        uow.undo()
    assert drinks(database) == ()
    with UnitOfWork(database) as uow:
        assert uow.label(undone=False) is None
        assert uow.label(undone=True) == "first"
        uow.redo()
    assert drinks(database) == (first,)
    with UnitOfWork(database) as uow:
        uow.redo()
    assert drinks(database) == (first, second)


@pytest.mark.parametrize("way", ["undo", "redo"])
def test_with_nothing_left_undo_and_redo_say_so(database: Database, way: str) -> None:
    with pytest.raises(NothingToUndo), UnitOfWork(database) as uow:
        getattr(uow, way)()


def test_a_new_step_drops_what_was_undone(database: Database) -> None:
    save(database, drink(), label="undone")
    with UnitOfWork(database) as uow:
        uow.undo()
    save(database, drink(), label="new")
    with UnitOfWork(database) as uow:
        assert uow.label(undone=True) is None
        uow.undo()
        assert drinks(database) == ()


def test_undo_of_an_edit_brings_the_earlier_value_back(database: Database) -> None:
    spasm = episode()
    save(database, spasm)
    save(database, replace(spasm, peak=Nrs(9), note="worse"))
    with UnitOfWork(database) as uow:
        uow.undo()
    with UnitOfWork(database) as uow:
        assert uow.get(Episode, spasm.id) == spasm


def test_undo_takes_linked_records_back_whatever_their_order(database: Database) -> None:
    ibuprofen, spasm = treatment(), episode()
    dose = use(of=ibuprofen, spasm=spasm)
    save(database, ibuprofen, spasm, dose)
    with UnitOfWork(database) as uow:
        uow.undo()
    with UnitOfWork(database) as uow:
        assert uow.where(TreatmentUse) == ()
        uow.redo()
    with UnitOfWork(database) as uow:
        assert uow.where(TreatmentUse) == (dose,)


def test_many_records_are_added_with_their_links(database: Database) -> None:
    ibuprofen, spasm = treatment(), episode()
    dose = use(of=ibuprofen, spasm=spasm)
    with UnitOfWork(database) as uow:
        uow.add_all([dose, spasm, ibuprofen])
        step = uow.commit("Import", NOW)

    assert len(step.changes) == 3
    with UnitOfWork(database) as uow:
        assert uow.where(TreatmentUse) == (dose,)


def test_a_dangling_link_is_our_own_fault_and_loud(database: Database) -> None:
    with pytest.raises(IntegrityError):
        save(database, use())


def test_deleted_records_lie_in_the_bin_newest_first(database: Database) -> None:
    first, second = drink(), drink()
    save(database, first, second)
    remove(database, first)
    remove(database, second)
    with UnitOfWork(database) as uow:
        assert [each.change.before for each in uow.deleted()] == [second, first]


def test_what_came_back_is_not_in_the_bin(database: Database) -> None:
    glass, other = drink(), drink()
    save(database, glass, other)
    remove(database, glass)
    save(database, glass)
    remove(database, other)
    with UnitOfWork(database) as uow:
        uow.undo()
        assert uow.deleted() == ()


def test_the_log_tells_the_earlier_versions_of_a_record(database: Database) -> None:
    glass = drink()
    larger = replace(glass, volume_ml=500)
    save(database, glass)
    save(database, larger)
    with UnitOfWork(database) as uow:
        versions = uow.versions(glass.id)

    assert [each.change.after for each in versions] == [glass, larger]
    assert {each.at for each in versions} == {NOW}


def test_old_changes_are_forgotten_and_the_records_stay(database: Database) -> None:
    glass = drink()
    save(database, glass)
    with UnitOfWork(database) as uow:
        uow.forget_changes(NOW + timedelta(days=1))
        uow.commit_unnoted("")

    assert drinks(database) == (glass,)
    with database.writing() as connection:
        assert connection.scalar(select(func.count()).select_from(change_log)) == 0


def test_what_is_forgotten_cuts_off_what_was_to_be_done_again_on_it(database: Database) -> None:
    spasm = episode()
    with UnitOfWork(database) as uow:
        uow.save(spasm)
        uow.commit("Log", NOW - timedelta(days=40))
    save(database, reading(episode_id=spasm.id))
    for _step in range(2):
        with UnitOfWork(database) as uow:
            uow.undo()
    with UnitOfWork(database) as uow:
        uow.forget_changes(NOW - timedelta(days=30))
        uow.commit_unnoted("")

    with UnitOfWork(database) as uow:
        assert uow.label(undone=True) is None
        assert len(uow.versions(spasm.id)) == 0


def test_a_step_noted_by_a_clock_that_was_wrong_is_not_forgotten_before_older_ones(
    database: Database,
) -> None:
    glass = drink()
    save(database, glass)
    with UnitOfWork(database) as uow:
        uow.save(replace(glass, volume_ml=500))
        uow.commit("Change", NOW - timedelta(days=4000))
        uow.forget_changes(NOW - timedelta(days=30))
        uow.commit_unnoted("")
    with UnitOfWork(database) as uow:
        uow.undo()

    assert drinks(database) == (glass,)


def test_emptying_a_journal_leaves_nothing(database: Database) -> None:
    ibuprofen, spasm = treatment(), episode()
    save(database, ibuprofen, spasm, use(of=ibuprofen, spasm=spasm))
    with UnitOfWork(database) as uow:
        uow.remove_everything()
        uow.commit_unnoted("")
    with UnitOfWork(database) as uow:
        assert uow.where(Episode) == ()
        assert uow.deleted() == ()
        assert uow.newest(Drink) is None
