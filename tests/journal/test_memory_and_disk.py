"""Whatever a person does, the diary in memory is the diary on disk."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import Record, Visit
from spasmlog.domain.scales import Nrs, Region, Sign, SignalAnswer, SignAnswer, TreatmentKind
from spasmlog.errors import Refusal
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.store.database import Database
from spasmlog.store.reading import FULL_DAYS
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import check_in, day, drink, episode, moment, reading, treatment, use

AGO = st.integers(0, FULL_DAYS + 40)
IBUPROFEN = c.Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)


def old_entries() -> list[Record]:
    ibuprofen, spasm = treatment(), episode(FULL_DAYS + 30, hours=50)
    return [
        ibuprofen,
        spasm,
        use(FULL_DAYS + 30, of=ibuprofen, spasm=spasm),
        reading(FULL_DAYS + 30, episode_id=spasm.id),
        check_in(FULL_DAYS + 10, worst=4),
        drink(FULL_DAYS + 10),
        reading(FULL_DAYS + 5),
    ]


def known_days(journal: Journal) -> dict[date, tuple[bool, int | None]]:
    """What the rules see of each day, also of those that are not read in full yet."""
    facts = journal.diary.facts
    return {day: (facts[day].pain, facts[day].explicit) for day in facts if facts[day].logged}


class MemoryAndDisk(RuleBasedStateMachine):
    """Random doing, undoing, redoing, deleting and reopening."""

    database = Database.in_memory()

    @initialize(old=st.booleans())
    def open(self, old: bool) -> None:
        self.numbers = count(1)
        self.now = moment(0, "18:40")
        with UnitOfWork(self.database) as uow:
            uow.remove_everything()
            uow.commit_unnoted("")
        self.journal = self.new_journal()
        if old:
            self.journal.fill(old_entries())
            self.journal = self.new_journal()

    def new_journal(self) -> Journal:
        return Journal(
            self.database,
            lambda: self.now,
            lambda: f"id-{next(self.numbers):05d}",
            lambda: DAY_START,
        )

    def do(self, command: c.Command) -> None:
        self.now = self.now.plus(timedelta(seconds=30))
        try:
            self.journal.do(command)
        except Refusal:
            return

    def any_id(self, pick: int) -> str:
        ids = sorted(self.journal.diary.by_id) or ["none"]
        return ids[pick % len(ids)]

    @rule(ago=AGO, hours=st.integers(0, 60), peak=st.none() | st.integers(0, 10))
    def log_a_spasm(self, ago: int, hours: int, peak: int | None) -> None:
        self.do(
            c.LogEpisode(
                onset=moment(ago, "08:00"),
                lasted=timedelta(hours=hours),
                peak=None if peak is None else Nrs(peak),
                region=Region.LOW_BACK,
                doses=(IBUPROFEN,),
            )
        )

    @rule(peak=st.integers(0, 10))
    def a_spasm_begins(self, peak: int) -> None:
        self.do(c.LogEpisode(peak=Nrs(peak)))

    @rule()
    def it_lets_go(self) -> None:
        spasm = self.journal.diary.running
        if spasm is not None:
            self.do(c.EndEpisode(episode_id=spasm.id))

    @rule(ago=AGO, pain=st.integers(0, 10))
    def log_a_reading(self, ago: int, pain: int) -> None:
        self.do(c.LogReading(pain=Nrs(pain), at=moment(ago, "12:00")))

    @rule(ago=AGO, ml=st.integers(0, 600))
    def log_a_drink(self, ago: int, ml: int) -> None:
        self.do(c.LogDrink(volume_ml=ml, at=moment(ago, "13:00")))

    @rule()
    def take_back_a_drink(self) -> None:
        self.do(c.TakeBackDrink())

    @rule()
    def take_a_dose(self) -> None:
        self.do(c.LogUse(dose=IBUPROFEN))

    @rule(ago=AGO, worst=st.integers(0, 10))
    def check_in(self, ago: int, worst: int) -> None:
        self.do(c.SaveCheckIn(day=day(ago), answers=(("worst", Nrs(worst)),)))

    @rule(sign=st.sampled_from(Sign), said=st.sampled_from(SignAnswer))
    def answer(self, sign: Sign, said: SignAnswer) -> None:
        self.do(c.AnswerSigns(answers=((sign, said),)))

    @rule(what=st.sampled_from(SignalAnswer))
    def note(self, what: SignalAnswer) -> None:
        self.do(c.NoteSignal(rule="R10", what=what))

    @rule(ago=st.integers(-9, 40), said=st.text(max_size=5), fresh=st.booleans())
    def write_about_a_visit(self, ago: int, said: str, fresh: bool) -> None:
        known = self.journal.diary.of_kind(Visit)
        held = None if fresh or not known else known[-1].id
        self.do(c.WriteVisit(visit_id=held, fields=(("day", day(ago)), ("said", said))))

    @rule(ago=st.integers(-1, 40))
    def plan_a_course(self, ago: int) -> None:
        self.do(c.PlanCourse(what=IBUPROFEN, first_day=day(ago)))

    @rule(ago=st.integers(-1, 40))
    def note_signals_as_shown(self, ago: int) -> None:
        self.do(c.NoteShown(day=day(ago), rules=("R05", "R10")))

    @rule(allergies=st.text(max_size=5))
    def profile(self, allergies: str) -> None:
        self.do(c.SaveProfile(fields=(("allergies", allergies),)))

    @rule(
        pick=st.integers(0, 50),
        fields=st.sampled_from(["note", "pain", "volume_ml", "at", "onset"]),
    )
    def edit(self, pick: int, fields: str) -> None:
        record = self.journal.diary.by_id.get(self.any_id(pick))
        values: dict[str, Any] = {
            "note": "edited",
            "pain": Nrs(pick % 11),
            "volume_ml": pick + 1,
            "at": moment(pick, "07:00"),
            "onset": moment(pick, "07:00"),
        }
        if record is not None and hasattr(record, fields):
            self.do(c.Edit(record_id=record.id, fields=((fields, values[fields]),)))

    @rule(pick=st.integers(0, 50))
    def delete(self, pick: int) -> None:
        self.do(c.Delete(record_id=self.any_id(pick)))

    @rule(pick=st.integers(0, 50))
    def restore(self, pick: int) -> None:
        listed = [each.change.before for each in self.journal.deleted()]
        record = listed[pick % len(listed)] if listed else None
        if record is not None:
            self.do(c.Restore(record_id=record.id))

    def some_ids(self, pick: int, many: int) -> tuple[str, ...]:
        return tuple(self.any_id(pick + 7 * each) for each in range(many))

    @rule(pick=st.integers(0, 50), many=st.integers(1, 4), ago=AGO)
    def move_to_a_day(self, pick: int, many: int, ago: int) -> None:
        self.do(c.Move(record_ids=self.some_ids(pick, many), to_day=day(ago)))

    @rule(pick=st.integers(0, 50), many=st.integers(1, 4), hours=st.integers(-100, 100))
    def shift(self, pick: int, many: int, hours: int) -> None:
        self.do(c.Move(record_ids=self.some_ids(pick, many), by=timedelta(hours=hours)))

    @rule(pick=st.integers(0, 50), ago=st.none() | AGO)
    def duplicate(self, pick: int, ago: int | None) -> None:
        to_day = None if ago is None else day(ago)
        self.do(c.Duplicate(record_id=self.any_id(pick), to_day=to_day))

    @rule(pick=st.integers(0, 50), many=st.integers(1, 4), ago=AGO)
    def duplicate_many(self, pick: int, many: int, ago: int) -> None:
        self.do(c.DuplicateMany(record_ids=self.some_ids(pick, many), to_day=day(ago)))

    @rule(pick=st.integers(0, 50), many=st.integers(1, 4), note=st.text(max_size=5))
    def change_many(self, pick: int, many: int, note: str) -> None:
        self.do(c.EditMany(record_ids=self.some_ids(pick, many), note=note))

    @rule(pick=st.integers(0, 50), ml=st.integers(1, 900), note=st.text(max_size=5))
    def change_kinds_together(self, pick: int, ml: int, note: str) -> None:
        poured = c.EditMany(record_ids=(self.any_id(pick),), fields=(("volume_ml", ml),))
        noted = c.EditMany(record_ids=(self.any_id(pick + 1),), note=note)
        self.do(c.EditTogether(edits=(poured, noted)))

    @rule(pick=st.integers(0, 50), many=st.integers(1, 4))
    def delete_many(self, pick: int, many: int) -> None:
        self.do(c.DeleteMany(record_ids=self.some_ids(pick, many)))

    @rule(many=st.integers(1, 4))
    def restore_many(self, many: int) -> None:
        listed = [each.change.before for each in self.journal.deleted()[:many]]
        gone = tuple(record.id for record in listed if record is not None)
        self.do(c.RestoreMany(record_ids=gone))

    @rule()
    def undo(self) -> None:
        if self.journal.undo_label is not None:
            self.journal.undo()

    @rule()
    def redo(self) -> None:
        if self.journal.redo_label is not None:
            self.journal.redo()

    @rule()
    def reopen(self) -> None:
        self.journal = self.new_journal()

    @rule()
    def read_the_rest(self) -> None:
        self.journal.take_rest(self.journal.read_rest())

    @invariant()
    def memory_is_the_disk(self) -> None:
        fresh = self.new_journal()
        if self.journal.is_complete:
            assert self.journal.diary == fresh.read_rest()
        else:
            assert known_days(self.journal) == known_days(fresh)
        assert self.journal.undo_label == fresh.undo_label
        assert self.journal.redo_label == fresh.redo_label


TestMemoryAndDisk = MemoryAndDisk.TestCase
TestMemoryAndDisk.settings = settings(
    max_examples=30,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
