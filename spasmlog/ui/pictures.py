"""Draw every page, light and dark, into a folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from spasmlog import settings
from spasmlog.domain.moment import Moment
from spasmlog.errors import NotSaved
from spasmlog.i18n import _
from spasmlog.ui.insights_page import InsightsPage
from spasmlog.ui.insights_tabs import on_screen
from spasmlog.ui.opening import Opener
from spasmlog.ui.page import Place
from spasmlog.ui.session import Session
from spasmlog.ui.shelf import SHELF
from spasmlog.ui.window import build

PATIENCE_MS = 30_000


def wait_until(true: Callable[[], bool], ms: int = PATIENCE_MS) -> bool:
    """Let the window live until something holds; False where it never did."""
    patience = QDeadlineTimer(ms)
    while not true() and not patience.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    return true()


def settle(session: Session) -> None:
    """Wait until everything that runs behind the window has arrived."""
    desk, tasks = session.window.around.desk, session.window.around.tasks
    wait_until(lambda: desk.is_open and desk.journal.is_complete)
    page = session.window.pages.get(session.window.current)
    wait_until(lambda: page is None or page.complete)
    quiet = QDeadlineTimer(300)
    while not quiet.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if tasks.busy:
            quiet = QDeadlineTimer(300)


def draw_pages(session: Session, folder: Path, ending: str) -> Iterator[Path]:
    """Grab each page as it stands, of Insights each tab; yields the files."""
    over = {"emergency": session.help.open, "flare": session.flare.open}
    for number, name in enumerate((*SHELF, *over), 1):
        session.window.uncover()
        if name in over:
            over[name]()
        else:
            session.window.go(Place(page=name))
        for part in _parts(session, name):
            settle(session)
            file = folder / f"{number}-{name}{part}-{ending}.png"
            if not session.window.grab().save(str(file)):
                raise NotSaved(_("{file} could not be written.").format(file=file))
            yield file
    session.flare.leave()
    session.window.uncover()


def _parts(session: Session, name: str) -> Iterator[str]:
    """What follows a page's name in those of its files: of a further tab, its name."""
    page = session.window.pages.get(name)
    first, *others = on_screen()
    if isinstance(page, InsightsPage):
        page.go_to(first)
    yield ""
    if isinstance(page, InsightsPage):
        for tab in others:
            page.go_to(tab)
            yield f"-{tab}"


def draw_all(
    journal: Path,
    folder: Path,
    now: Callable[[], Moment],
    opener: Opener,
    chosen: settings.Settings,
    size: tuple[int, int] = (1280, 800),
) -> Iterator[Path]:
    """Every page of a journal, light and dark; yields the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    session = build(app, now, opener, replace(chosen, theme="light"))
    session.window.resize(*size)
    session.window.show()
    session.window.go(Place(page="today"))
    session.start(journal)
    for theme in ("light", "dark"):
        session.window.around.look.set(theme, chosen.text_scale)
        yield from draw_pages(session, folder, theme)
    session.window.close()
