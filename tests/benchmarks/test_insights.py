"""The charts of Insights on ten years: stalls, analyses, drawing, hovering and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from spasmlog.ui.figure_view import FigureView
from spasmlog.ui.insights_tabs import on_screen
from spasmlog.ui.page import Place
from spasmlog.ui.pictures import settle
from spasmlog.ui.session import Session
from spasmlog.views.insights import ALL, PERIODS
from tests.benchmarks.conftest import Watchdog

Tell = Callable[[str, str, str], None]
WORK = """
import sys, time
from pathlib import Path
from spasmlog import app
from spasmlog.charts import CHARTS, Asked, settle
from spasmlog.charts.style import Style
settle()
import scipy.stats
from spasmlog.charts.picture import picture
from spasmlog.domain.moment import DAY_START
from spasmlog.views.insights_trust import trust_view
from spasmlog.views.insights_uses import uses_view
with app.reading(Path(sys.argv[1])) as journal:
    diary = journal.read_rest()
asked = Asked(diary=diary, first=min(diary.facts), last=max(diary.facts))
began = time.perf_counter()
trust_view(diary, DAY_START), uses_view(asked)
print("trust and uses", time.perf_counter() - began, 0)
for name, chart in CHARTS.items():
    began = time.perf_counter()
    prepared = chart.prepare(asked)
    prepared.describe()
    worked_out = time.perf_counter() - began
    taken = []
    for _ in range(4):
        began = time.perf_counter()
        picture(prepared.draw(Style.light(984)))
        taken.append(time.perf_counter() - began)
    print(name, worked_out, sorted(taken[1:])[1])
"""


def insights(session: Session) -> Any:
    settle(session)
    session.window.go(Place(page="insights"))
    return session.window.page("insights")


def test_charts_come_without_a_stall(session: Session, figure: Tell) -> None:
    settle(session)
    watchdog, longest = Watchdog(), {}
    session.window.go(Place(page="insights"))
    settle(session)
    longest["over_time comes"] = watchdog.longest
    page: Any = session.window.page("insights")
    for tab in on_screen():
        watchdog.reset()
        page.go_to(tab)
        settle(session)
        longest[f"{tab} comes"] = max(watchdog.longest, longest.get(f"{tab} comes", 0.0))
        for days in (*PERIODS, ALL):
            watchdog.reset()
            page.filters.periods.changed.emit(days)
            settle(session)
            longest[f"{tab}: {days or 'all'} days"] = watchdog.longest
    for what, stall in longest.items():
        figure(f"longest stall, Insights, {what}", f"{stall * 1000:.0f} ms", "60 ms")
    assert page.complete


def test_analyses_and_drawings(journals: dict[int, Path], figure: Tell) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(journals[10])],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    rows = [line.rsplit(" ", 2) for line in done.stdout.splitlines()]
    taken = {name: (float(worked), float(drawn)) for name, worked, drawn in rows}
    worked_out = sum(worked for worked, _drawn in taken.values())
    figure("all analyses and sentences, ten years", f"{worked_out:.2f} s", "1.5 s")
    for name, (_worked, drawn) in taken.items():
        if drawn:
            figure(f"drawn again, ten years: {name}", f"{drawn * 1000:.0f} ms", "150 ms")
    assert len(taken) > 10


def test_hovering(session: Session, figure: Tell) -> None:
    page = insights(session)
    for days in (90, ALL):
        page.filters.periods.changed.emit(days)
        settle(session)
    frames = {
        name: median(_frames(view))
        for view in page.findChildren(FigureView)
        if view.canvas.isVisible() and (name := view.canvas.accessibleName())
    }
    slowest = max(frames, key=lambda name: frames[name])
    figure(f"hover frame, slowest: {slowest}", f"{frames[slowest] * 1000:.1f} ms", "16 ms")
    assert frames


def _frames(view: FigureView) -> list[float]:
    """Seconds from a move of the pointer to the painted canvas."""
    canvas, taken = view.canvas, []
    for x in range(40, canvas.width() - 40, 23):
        spot = QPointF(x, canvas.height() / 2)
        none = Qt.MouseButton.NoButton
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove, spot, spot, none, none, Qt.KeyboardModifier.NoModifier
        )
        began = time.perf_counter()
        QApplication.sendEvent(canvas, moved)
        canvas.repaint()
        taken.append(time.perf_counter() - began)
    return taken


def test_memory(journals: dict[int, Path], tmp_path: Path, figure: Tell) -> None:
    path = shutil.copy(journals[10], tmp_path / "journal.spasmlog")
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.memory", str(path)],
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
    )
    megabytes = int(done.stdout)
    figure("memory with every chart shown once, ten years", f"{megabytes} MB", "400 MB")
    assert megabytes
