"""Killed in the middle of writing, a hundred times: nothing acknowledged is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from spasmlog.store.check import faults
from spasmlog.store.database import Database

KILLS = 100
FORKS = """
import itertools, os, random, signal, sys, time
from datetime import UTC, datetime
from pathlib import Path
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.scales import Nrs, TreatmentKind
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.store.database import Database

now = Moment.of(datetime(2026, 7, 1, 9, tzinfo=UTC), "Europe/Berlin")
chance = random.Random(20260701)

def write(run, said):
    numbers = itertools.count(1)
    database = Database.open(Path(sys.argv[1]))
    journal = Journal(database, lambda: now, lambda: f"{run}-{next(numbers)}", lambda: DAY_START)
    dose = c.Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)
    while True:
        step = journal.do(c.LogEpisode(peak=Nrs(5), end_unknown=True, doses=(dose,)))
        ids = " ".join(change.after.id for change in step.changes)
        os.write(said, f"{ids}\\n".encode())

for run in range(int(sys.argv[2])):
    heard, said = os.pipe()
    writer = os.fork()
    if writer == 0:
        write(run, said)
    os.close(said)
    first = os.read(heard, 1)
    time.sleep(chance.uniform(0, 0.03))  # when it is killed is drawn by lot
    os.kill(writer, signal.SIGKILL)
    os.waitpid(writer, 0)
    with os.fdopen(heard, "rb") as rest:
        sys.stdout.write((first + rest.read()).decode())
"""


def written_until_killed(path: Path) -> set[str]:
    """The ids that the writers said were saved before each was killed."""
    done = subprocess.run(
        [sys.executable, "-c", FORKS, str(path), str(KILLS)],
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    whole = [line for line in done.stdout.splitlines(keepends=True) if line.endswith("\n")]
    assert len(whole) >= KILLS
    return {record_id for line in whole for record_id in line.split()}


def test_nothing_acknowledged_is_lost_however_the_program_ends(tmp_path: Path) -> None:
    path = tmp_path / "journal.spasmlog"
    acknowledged = written_until_killed(path)

    database = Database.open(path)
    with database.reading() as connection:
        kept = {
            record_id
            for table in ("episodes", "treatments", "treatment_uses")
            for (record_id,) in connection.execute(f"SELECT id FROM {table}").fetchall()
        }
        spasms = connection.execute("SELECT count(*) FROM episodes").fetchone()
        doses = connection.execute("SELECT count(*) FROM treatment_uses").fetchone()
    assert acknowledged <= kept
    assert spasms == doses  # a spasm and its dose are one step: both or none
    assert faults(database) == ()
    database.close()
