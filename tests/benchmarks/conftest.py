"""Demo journals to measure on, and the table of figures that is printed at the end."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from spasmlog import app, settings
from spasmlog.domain.moment import Moment
from spasmlog.journal.made_up import made_up_person
from spasmlog.ui.page import Place
from spasmlog.ui.session import Session
from spasmlog.ui.window import build
from tests.build import utc

NOW = Moment.of(utc("2026-07-01T16:40"), "Europe/Berlin")


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure beside what is aimed at; both already as text."""

    what: str
    measured: str
    aim: str


TICK_MS = 5


class Watchdog:
    """Counts how long the event loop leaves a timer waiting."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def reset(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last - TICK_MS / 1000)
        self._last = now


_figures: list[Figure] = []


@pytest.fixture
def figure() -> Callable[[str, str, str], None]:
    """Put a row into the table at the end."""
    return lambda what, measured, aim: _figures.append(Figure(what, measured, aim))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    terminalreporter.section("figures, each beside its aim")
    for each in _figures:
        terminalreporter.write_line(f"{each.what:<62} {each.measured:>18}   aim {each.aim}")


def _made(folder: Path, years: int) -> Path:
    path = folder / f"{years}.spasmlog"
    with app.writing(path, lambda: NOW) as journal:
        journal.fill(made_up_person(NOW, years, 1, NOW.zone))
    return path


@pytest.fixture(scope="session")
def journals(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Path]]:
    """Journals of a made-up person over one and ten years, by their years."""
    folder = tmp_path_factory.mktemp("journals")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPASMLOG_HOME", str(folder))
        yield {years: _made(folder, years) for years in (1, 10)}


@pytest.fixture
def session(qapp: QApplication, journals: dict[int, Path], tmp_path: Path) -> Iterator[Session]:
    path = Path(shutil.copy(journals[10], tmp_path / "journal.spasmlog"))
    chosen = settings.Settings(theme="light")
    session = build(qapp, lambda: NOW, lambda each: app.open_to_write(each, lambda: NOW), chosen)
    session.window.show()
    session.window.go(Place(page="today"))
    session.start(path)
    yield session
    session.window.close()
