"""The trend drawn first and again, and the doctor's PDF in a cold and in a warm process."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from statistics import median

from spasmlog import app
from spasmlog.domain.diary import Diary
from tests.benchmarks.conftest import NOW

Tell = Callable[[str, str, str], None]
ROUNDS = 5
DRAW = """
import sys, time
from pathlib import Path
from spasmlog import app
from spasmlog.charts import CHARTS
from spasmlog.charts.style import Style
import spasmlog.charts.daily_lanes, spasmlog.charts.picture
from spasmlog.charts.picture import picture
with app.reading(Path(sys.argv[1])) as journal:
    diary = journal.read_rest()
first, last = min(diary.facts), max(diary.facts)
for _ in range(6):
    began = time.perf_counter()
    picture(CHARTS["overview"].draw(diary, first, last, Style.light(984), ()))
    print((time.perf_counter() - began) * 1000)
"""


def whole(path: Path) -> Diary:
    with app.reading(path, lambda: NOW) as journal:
        return journal.read_rest()


def test_trend(journals: dict[int, Path], figure: Tell) -> None:
    """The pain trend with drinks, activity and stretching beneath it, over all ten years."""
    firsts, agains = [], []
    for _round in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-c", DRAW, str(journals[10])],
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        first, *again = [float(line) for line in done.stdout.split()]
        firsts.append(first)
        agains.append(median(again))
    figure("trend, ten years: first draw after import", f"{median(firsts):.0f} ms", "400 ms")
    figure("trend, ten years: drawn again", f"{median(agains):.0f} ms", "150 ms")
    assert len(firsts) == ROUNDS


def test_report_cold(journals: dict[int, Path], tmp_path: Path, figure: Tell) -> None:
    out = tmp_path / "report.pdf"
    taken = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "spasmlog", "--journal", str(journals[10]), "report", str(out)],
            check=True,
            env=os.environ | {"PYTHONDONTWRITEBYTECODE": ""},
            stdout=subprocess.DEVNULL,
        )
        taken.append(time.perf_counter() - began)
    figure("PDF, ten years, cold process", f"{median(taken):.2f} s", "3 s")
    assert out.stat().st_size > 10_000


def test_report_warm(journals: dict[int, Path], figure: Tell) -> None:
    from spasmlog.report import Options, report_pdf

    diary = whole(journals[10])
    first = diary.today - timedelta(days=89)
    report_pdf(diary, first, diary.today, Options(), NOW)
    taken = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        made = report_pdf(diary, first, diary.today, Options(), NOW)
        taken.append(time.perf_counter() - began)
    figure("PDF, ten years, warm", f"{median(taken):.2f} s", "1 s")
    assert made.startswith(b"%PDF")
