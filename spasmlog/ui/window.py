"""Open the window on a journal: paint first, then everything else."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from spasmlog import paths, settings
from spasmlog.domain.moment import Moment
from spasmlog.ui.desk import Desk
from spasmlog.ui.focus_ring import FocusRing
from spasmlog.ui.look import Look
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.opening import Opener, Opening
from spasmlog.ui.page import Place
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.session import Session
from spasmlog.ui.shelf import Surroundings
from spasmlog.ui.single import Single
from spasmlog.ui.tasks import Tasks

LOG_BYTES = 200_000


def build(
    app: QApplication, now: Callable[[], Moment], opener: Opener, chosen: settings.Settings
) -> Session:
    """The window with everything that belongs to it, not shown and nothing opened yet."""
    look = Look(chosen.theme, chosen.text_scale)
    look.apply(app)
    around = Surroundings(
        look=look,
        desk=Desk(now),
        tasks=Tasks(),
        remembered=Remembered(paths.state_folder()),
        settings=chosen,
    )
    window = MainWindow(around)
    around.desk.setParent(window)
    around.tasks.setParent(window)
    look.setParent(window)
    session = Session(window, Opening(around.desk, around.tasks, opener))
    FocusRing(look, window)
    return session


def run(
    path: Path,
    now: Callable[[], Moment],
    opener: Opener,
    attend: Callable[[Session], None] = lambda _session: None,
) -> int:
    """Show the window until it is closed; a journal that is open already comes to the front.

    `attend` is handed the session before it is shown, to watch it.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("SpasmLog")
    app.setDesktopFileName("spasmlog")
    single = Single(path)
    if single.raise_the_other():
        return 0
    session = build(app, now, opener, settings.read(paths.config_folder()))
    sys.excepthook = _report_to(session)
    attend(session)
    session.window.show()
    # The first turn of the loop paints; the journal and the rest come after it.
    QTimer.singleShot(0, lambda: _begin(session, single, path))
    return app.exec()


def _begin(session: Session, single: Single, path: Path) -> None:
    session.window.go(Place(page="today"))
    session.start(path)
    single.listen(session.window)


def _report_to(
    session: Session,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """A fault of ours: said politely, noted without anything of the diary."""

    def report(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        del fault  # its words may hold entries
        session.say_fault()
        lines = [f"{datetime.now(UTC).isoformat()} {kind.__name__}", *traceback.format_tb(trace)]
        _note("\n".join(lines))

    return report


def _note(text: str) -> None:
    place = paths.state_folder() / "faults.log"
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        old = place.read_text(encoding="utf-8")[-LOG_BYTES:] if place.exists() else ""
        place.write_text(f"{old}{text}\n", encoding="utf-8")
    except OSError:  # a full disk: the words on the screen are all there is
        return
