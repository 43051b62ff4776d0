"""A window in a process of its own in which every chart is shown once; prints the megabytes.

`python -m tests.benchmarks.memory JOURNAL`.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from spasmlog import app as wiring
from spasmlog import settings
from spasmlog.ui.insights_tabs import on_screen
from spasmlog.ui.page import Place
from spasmlog.ui.pictures import settle
from spasmlog.ui.window import build
from spasmlog.views.insights import ALL


def resident() -> int:
    """What the process holds now, in megabytes."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def main() -> None:
    app = QApplication(sys.argv[:1])
    session = build(app, wiring.clock, wiring.open_to_write, settings.Settings(theme="light"))
    session.window.show()
    session.window.go(Place(page="today"))
    session.start(Path(sys.argv[1]))
    settle(session)
    session.window.go(Place(page="insights"))
    page: Any = session.window.page("insights")
    for tab in on_screen():
        page.go_to(tab)
        page.filters.periods.changed.emit(ALL)
        settle(session)
    print(resident(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
