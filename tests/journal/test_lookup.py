"""What a command is linked to: the spasm that runs, the treatment of that name, the day it is."""

from __future__ import annotations

from datetime import time

import pytest

from spasmlog.domain.records import Drink, Treatment
from spasmlog.domain.scales import Nrs, TreatmentKind
from spasmlog.errors import RunningSpasmExists
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import day, moment
from tests.journal.conftest import Clock


def test_the_spasm_that_runs_can_be_changed_while_it_runs(journal: Journal) -> None:
    journal.do(c.LogEpisode())
    (spasm,) = journal.diary.episodes
    journal.do(c.Edit(record_id=spasm.id, fields=(("peak", Nrs(8)),)))

    assert [each.peak for each in journal.diary.episodes] == [Nrs(8)]


def test_the_refusal_names_the_spasm_that_runs(journal: Journal) -> None:
    journal.do(c.LogEpisode(onset=moment(0, "17:00")))
    with pytest.raises(RunningSpasmExists, match="17:00") as refused:
        journal.do(c.LogEpisode())

    assert refused.value.episode_id == journal.diary.episodes[0].id


def test_a_reading_of_a_time_before_the_spasm_is_not_linked_to_it(journal: Journal) -> None:
    journal.do(c.LogEpisode(onset=moment(0, "17:00")))
    journal.do(c.LogReading(pain=Nrs(2), at=moment(0, "16:00")))
    journal.do(c.LogReading(pain=Nrs(5), at=moment(0, "18:00")))

    spasm = journal.diary.episodes[0].id
    assert [each.episode_id for each in journal.diary.readings] == [None, spasm]


def test_the_writing_connection_can_be_made_ready(journal: Journal) -> None:
    journal.do(c.LogDrink(volume_ml=250))
    journal.warm()

    assert (journal.undo_label, journal.redo_label) == ("Log drink", None)


def test_a_name_is_looked_for_in_the_whole_catalogue(journal: Journal) -> None:
    for name in ("Warm bath", "Heat", " heat "):
        journal.do(c.LogUse(dose=c.Dose(name=name, kind=TreatmentKind.HEAT)))

    known = journal.diary.of_kind(Treatment)
    assert [each.name for each in known] == ["Warm bath", "Heat"]
    assert [each.treatment_id for each in journal.diary.uses] == [
        known[0].id,
        known[1].id,
        known[1].id,
    ]


def test_days_begin_anew_from_now_on_and_entries_keep_theirs(
    journal: Journal, clock: Clock
) -> None:
    clock.go(hours=9)  # 03:40 of the next day
    journal.do(c.LogDrink(volume_ml=250))
    journal.begin_days(lambda: time(5))
    journal.do(c.LogDrink(volume_ml=330))

    assert [each.day for each in journal.diary.of_kind(Drink)] == [day(), day(-1)]
    assert journal.today == day()
