"""Draw every page, light and dark, into a folder: `python -m spasmlog.ui.pictures FOLDER`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from spasmlog import app as wiring
from spasmlog import paths, settings
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
    quiet = QDeadlineTimer(300)
    while not quiet.hasExpired():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        if tasks.busy:
            quiet = QDeadlineTimer(300)


def draw_pages(session: Session, folder: Path, ending: str) -> Iterator[Path]:
    """Grab each page as it stands; yields the files."""
    for number, name in enumerate((*SHELF, "emergency"), 1):
        if name == "emergency":
            session.help.open()
        else:
            session.window.go(Place(page=name))
        settle(session)
        file = folder / f"{number}-{name}-{ending}.png"
        if not session.window.grab().save(str(file)):
            raise OSError(f"{file} could not be written")
        yield file
    session.window.uncover()


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the pages of a journal; prints the files."""
    parser = argparse.ArgumentParser(prog="python -m spasmlog.ui.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--journal", type=Path, default=None)
    parser.add_argument("--percent", type=int, default=100, help="text size, 100 to 200")
    parser.add_argument("--size", default="1280x800", metavar="WxH")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    asked.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    chosen = replace(
        settings.read(paths.config_folder()), theme="light", text_percent=asked.percent
    )
    session = build(app, wiring.clock, wiring.open_to_write, chosen)
    width, height = (int(each) for each in asked.size.split("x"))
    session.window.resize(width, height)
    session.window.show()
    session.window.go(Place(page="today"))
    session.start(asked.journal or next(asked.folder.glob("*.spasmlog"), paths.own_journal()))
    for theme in ("light", "dark"):
        session.window.around.look.set(theme, chosen.text_scale)
        for file in draw_pages(session, asked.folder, theme):
            print(file)
    session.window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
