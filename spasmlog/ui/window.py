"""Open the window on a journal: paint first, then everything else."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from spasmlog import paths, settings
from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.desk import Desk
from spasmlog.ui.look import Look
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.page import Place
from spasmlog.ui.put_off import follow, recalled
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.shelf import Surroundings
from spasmlog.ui.single import Single
from spasmlog.ui.tasks import Tasks

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment
    from spasmlog.ui.opening import Opener
    from spasmlog.ui.session import Session

LOG_BYTES = 200_000


def dress(app: QApplication, now: Callable[[], Moment], chosen: settings.Settings) -> MainWindow:
    """The window's frame with its live strip: all that the first paint needs."""
    look = Look(chosen.theme, chosen.text_scale)
    look.apply(app)
    remembered = Remembered(paths.state_folder())
    around = Surroundings(
        look=look,
        desk=Desk(now, personal=chosen.personal_patterns),
        tasks=Tasks(),
        remembered=remembered,
        settings=chosen,
        hidden=recalled(remembered),
    )
    window = MainWindow(around)
    for each in (around.desk, around.tasks, look):
        each.setParent(window)
    return window


def build(
    app: QApplication, now: Callable[[], Moment], opener: Opener, chosen: settings.Settings
) -> Session:
    """The window with everything that belongs to it, not shown and nothing opened yet."""
    return sit_down(dress(app, now, chosen), opener)


def sit_down(window: MainWindow, opener: Opener) -> Session:
    """Give a window what it does besides being painted."""
    # Imported behind the first paint.
    from spasmlog.ui.focus_ring import FocusRing
    from spasmlog.ui.opening import Opening
    from spasmlog.ui.outdoors import Outdoors
    from spasmlog.ui.session import Session

    around = window.around
    FocusRing(around.look, window)
    follow(window)
    session = Session(window, Opening(around.desk, around.tasks, opener))
    Outdoors(session)
    return session


def run(
    path: Path,
    now: Callable[[], Moment],
    opener: Opener,
    attend: Callable[[MainWindow], None] = lambda _window: None,
) -> int:
    """Show the window until it is closed.

    `attend` is handed the window before it is shown, to watch it.
    """
    refuse_without_display()
    gc.disable()  # until the journal is read there is little to collect, and much to look at
    app = QApplication(sys.argv[:1])
    app.setApplicationName("SpasmLog")
    app.setDesktopFileName("spasmlog")
    window = dress(app, now, settings.read(paths.config_folder()))
    painted = Painted(window.frame)
    painted.once.connect(lambda: _begin(window, opener, path))
    attend(window)
    window.show()
    return app.exec()


def refuse_without_display() -> None:
    """Qt would end the whole program; a sentence is better."""
    asked = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform == "linux" and not asked:
        raise Refusal(
            _("There is no display to open a window on."),
            _("The commands work without one: spasmlog --help names them."),
        )


class Painted(QObject):
    """Says when a widget has been painted for the first time."""

    once = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.once.emit)
        return False


def _begin(window: MainWindow, opener: Opener, path: Path) -> None:
    from spasmlog.ui.ending import end_when_asked
    from spasmlog.ui.front_desk import FrontDesk
    from spasmlog.ui.giving_way import give_way

    session = sit_down(window, opener)
    end_when_asked(session)
    sys.excepthook = _report_to(session)
    window.go(Place(page="today"))
    session.start(path)
    single = Single(path, window)
    single.listen(FrontDesk(session).answer)
    give_way(session, single, path)


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
