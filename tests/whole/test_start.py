"""The window paints before anything heavy is imported, and what is heavy comes off its thread."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from spasmlog import app
from spasmlog.journal.made_up import made_up_person
from tests.build import moment

START = """
import json, os, sys, threading
from pathlib import Path

MAIN = threading.main_thread()
HEAVY = (
    "sqlalchemy", "alembic", "matplotlib", "numpy", "scipy", "typst", "babel", "fontTools",
    "jeepney",
)
on_gui_thread = []


class Watch:
    # Asked before every import: which of the heavy ones the window itself had to wait for.
    def find_spec(self, name, path=None, target=None):
        if name in HEAVY and threading.current_thread() is MAIN:
            on_gui_thread.append(name)


sys.meta_path.insert(0, Watch())

from PySide6.QtCore import QEvent, QObject, QTimer

from spasmlog import app as wiring
from spasmlog.ui.window import run

said = {}


class Paint(QObject):
    def __init__(self, watched, then):
        super().__init__(watched)
        self.then = then
        watched.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.then()
        return False


def note(when):
    said[when] = {name for name in HEAVY if name in sys.modules}


def attend(window):
    Paint(window.frame, lambda: note("first paint"))
    desk = window.around.desk

    def usable():
        page = window.page("today")
        Paint(page, lambda: note("usable"))
        page.update()

    desk.opened.connect(usable)
    waited = QTimer(window, interval=50)

    def ended():
        if "usable" in said and desk.writes and not window.around.tasks.busy:
            waited.stop()
            note("ready")
            said["on the window's thread"] = set(on_gui_thread)
            window.close()

    waited.timeout.connect(ended)
    waited.start()


result = run(Path(sys.argv[1]), wiring.clock, wiring.open_to_write, attend)
print(json.dumps({"result": result} | {name: sorted(each) for name, each in said.items()}))
"""


@pytest.fixture(scope="module", params=[0.0, 0.3], ids=["new", "filled"])
def start(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What was loaded when, in one start on a new journal and one on a filled one."""
    home = tmp_path_factory.mktemp("home")
    path: Path = home / "journal.spasmlog"
    now = moment(0, "18:40")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SPASMLOG_HOME", str(home))
        with app.writing(path, lambda: now) as journal:
            if request.param:
                journal.fill(made_up_person(now, request.param, 1, now.zone))
        done = started(path)
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def started(path: Path) -> subprocess.CompletedProcess[str]:
    """One start that ends by itself."""
    return subprocess.run(
        [sys.executable, "-c", START, str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_window_paints_before_anything_heavy_is_loaded(start: dict[str, Any]) -> None:
    assert start["first paint"] == []


def test_today_is_there_before_what_it_does_without(start: dict[str, Any]) -> None:
    unneeded = {"sqlalchemy", "alembic", "matplotlib", "numpy", "scipy", "typst", "fontTools"}

    assert unneeded & set(start["usable"]) == set()


def test_the_charts_are_made_ready_behind_the_window(start: dict[str, Any]) -> None:
    assert "matplotlib" in start["ready"]
    assert "sqlalchemy" in start["ready"]


def test_what_is_never_needed_is_never_loaded(start: dict[str, Any]) -> None:
    assert {"alembic", "typst"} & set(start["ready"]) == set()


def test_the_window_s_own_thread_waits_for_nothing_heavy(start: dict[str, Any]) -> None:
    heavy = {"sqlalchemy", "alembic", "matplotlib", "numpy", "scipy", "typst", "fontTools"}

    assert heavy & set(start["on the window's thread"]) == set()


def test_the_window_closes_as_it_should(start: dict[str, Any]) -> None:
    assert start["result"] == 0
