"""One spasm runs at a time: the one that runs may be changed, another may not be begun."""

from __future__ import annotations

import pytest

from spasmlog.domain.scales import Nrs
from spasmlog.errors import RunningSpasmExists
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from tests.build import moment


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
