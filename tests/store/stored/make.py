"""Write a stored journal of the present revision: `python -m tests.store.stored.make`.

Run it once when a revision is new, before it is released; the files of released revisions are
never made again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Experiment, Factor, Record, SignalNote
from spasmlog.domain.scales import (
    ExperimentOutcome,
    Lag,
    Nrs,
    ReadingWord,
    SignalAnswer,
    TreatmentKind,
)
from spasmlog.exchange.native import dump
from spasmlog.journal.made_up import made_up_person
from spasmlog.store.database import Database
from spasmlog.store.file import HEAD
from spasmlog.store.unit_of_work import UnitOfWork
from tests.build import (
    TODAY,
    check_in,
    course,
    day,
    drink,
    episode,
    moment,
    reading,
    treatment,
    visit,
)

HERE = Path(__file__).parent
LONG = "שלום \u202eabc\u202c 😀 \x07 " * 600


def awkward() -> Sequence[Record]:
    """Rows that a careless migration would spoil."""
    return (
        episode(900, hours=24 * 40, note=LONG, areas=(("back-lower-left", Nrs(7)),)),
        episode(901, peak=None, region=None),
        reading(902, pain=None, word=ReadingWord.NO_SPASM),
        check_in(903, worst=0, sleep_h=0.1, exposures=(("heavy_load", False), ("x:y", True))),
        drink(904, volume_ml=1),
        heat := treatment("Heat, the long way", kind=TreatmentKind.HEAT, archived=True),
        course(300, -20, treatment_id=heat.id, plan="each evening"),
        visit(300, questions=("Why?", ""), said=LONG, follow_up=day(-90)),
        SignalNote(
            id="a-note", recorded_at=moment(9), rule="R10", day=day(9), what=SignalAnswer.LATER
        ),
        Experiment(
            id="an-experiment",
            recorded_at=moment(300),
            options=("stretching", "none"),
            outcome=ExperimentOutcome.SPASM_DAYS,
            block_days=14,
            order=("AB", "BA", "AB"),
            start=day(300),
            stop=day(200),
        ),
        Factor(
            id="a-factor",
            recorded_at=moment(300),
            name="jardin",
            lag=Lag.DAY_BEFORE,
            created=day(300),
        ),
    )


def main() -> None:
    path = HERE / f"{HEAD}.spasmlog"
    if path.exists():
        raise SystemExit(f"{path.name} is there already and is never made again")
    records = (*made_up_person(moment(), 0.12, 7, "Europe/Berlin"), *awkward())
    database = Database.open(path)
    with UnitOfWork(database) as uow:
        uow.add_all(records)
        uow.commit("Import", moment().utc)
    database.close()
    path.with_suffix(".json").write_text(dump(Diary.of(TODAY, records)), encoding="utf-8")


if __name__ == "__main__":
    main()
