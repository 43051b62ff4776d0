"""The Today page before a real journal, as a window would hold them together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Step
from spasmlog.errors import Refusal
from spasmlog.journal.commands import Command
from spasmlog.ui.look import Look
from spasmlog.ui.today_page import TodayPage
from tests.views.today_life import Life, a_life


class Stage:
    """Carries out what the page asks, in the order in which the window does."""

    def __init__(self, qtbot: QtBot, look: Look, life: Life, wide: int = 1020) -> None:
        self.life = life
        self.page = TodayPage(look)
        self.asked: list[Command] = []
        self.told: list[str] = []
        self.wanted: list[object] = []
        self.banners: list[Refusal] = []
        self.page.asked.connect(self._do)
        self.page.emergency.connect(lambda sign: self.told.append(f"emergency {sign}"))
        self.page.still_going.connect(self._still_going)
        self.page.not_now.connect(self._not_now)
        self.page.wanted.connect(self.wanted.append)
        qtbot.addWidget(self.page)
        self.page.resize(wide, 900)
        self.page.show()
        self.page.activateWindow()
        assert QTest.qWaitForWindowActive(self.page)
        self.refresh()
        self.page.now.settle_ms = 0

    def refresh(self) -> None:
        """Show the page what there is now."""
        self.page.show_view(self.life.view())

    def go(self, **span: float) -> None:
        """Let time pass, and the window's timer strike."""
        self.life.go(**span)
        self.refresh()

    def do(self, command: Command) -> None:
        """Something is saved elsewhere."""
        step = self.life.do(command)
        self.refresh()
        self.page.saved(step)

    def _do(self, command: Command) -> None:
        self.asked.append(command)
        self.told.append(type(command).__name__)
        try:
            step: Step = self.life.do(command)
        except Refusal as refusal:
            if not self.page.show_refusal(refusal):
                self.banners.append(refusal)
            return
        self.refresh()
        self.page.saved(step)

    def _still_going(self, episode_id: str) -> None:
        self.told.append(f"still going {episode_id}")
        self.life.asked_at = self.life.now.utc
        self.refresh()

    def _not_now(self, key: str) -> None:
        self.told.append(f"not now {key}")
        self.life.hidden.add(key)
        self.refresh()


@contextmanager
def on_stage(qtbot: QtBot, look: Look, clock: str = "09:12", wide: int = 1020) -> Iterator[Stage]:
    """An empty journal and the page before it."""
    with a_life(clock) as life:
        yield Stage(qtbot, look, life, wide)


def click(widget: QWidget) -> None:
    """One press of the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(widget: QWidget | None, key: Qt.Key) -> None:
    """One key, on a widget that is there."""
    assert widget is not None
    QTest.keyClick(widget, key)
