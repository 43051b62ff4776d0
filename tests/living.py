"""The real window on a real file, with a clock that a test moves: driven by keys and clicks."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog import app as wiring
from spasmlog import paths
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Sign, SignAnswer
from spasmlog.journal.commands import AnswerSigns
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.lock import WriterLock
from spasmlog.ui.emergency_page import EmergencyPage
from spasmlog.ui.refusal_page import RefusalPage
from spasmlog.ui.window import build
from tests import build as make
from tests.dressing import as_it_was

PATIENCE = 30_000
"""How long something may take on a machine that is busy with other things."""


class Clock:
    """Stands still until a test moves it."""

    def __init__(self, at: str = "09:12") -> None:
        self.now = make.moment(0, at)

    def __call__(self) -> Moment:
        return self.now

    def go(self, **span: float) -> None:
        """Later by so much."""
        self.now = self.now.plus(timedelta(**span))


class Living:
    """A window, what is behind it, and hands."""

    def __init__(self, qtbot: QtBot, clock: Clock, path: Path, chosen: Settings) -> None:
        self.qtbot, self.clock, self.path = qtbot, clock, path
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.session = build(app, clock, self._open, chosen)
        self.window = self.session.window
        self.toast, self.around = self.session.toast, self.window.around

    def _open(self, path: Path) -> tuple[Journal, WriterLock]:
        return wiring.open_to_write(path, self.clock)

    def show(self) -> None:
        """The window as a start shows it, with nothing opened yet."""
        self.window.show()
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def start(self) -> None:
        """Open the journal, and wait until it can be written and nothing is under way."""
        self.show()
        self.press("Ctrl+1")
        self.session.start(self.path)
        self.settle()

    def settle(self) -> None:
        """Wait until the journal is whole and nothing is under way."""
        desk = self.around.desk
        self.until(lambda: desk.is_open and desk.journal.is_complete and not desk.waiting)
        self.until(lambda: desk.writes and not self.around.tasks.busy)
        page = self.window.pages.get(self.window.current)
        self.until(lambda: page is None or page.complete)

    def until(self, true: Any) -> None:
        """Let the window live until something holds."""
        self.qtbot.waitUntil(true, timeout=PATIENCE)

    @property
    def diary(self) -> Diary:
        """What is in the journal."""
        return self.around.desk.diary

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.window.page(self.window.current)

    @property
    def top(self) -> QWidget:
        """What takes up the window: the pages, help, or why nothing was opened."""
        shown = self.window.layers.currentWidget()
        assert shown is not None
        return shown

    @property
    def help(self) -> EmergencyPage:
        """The emergency page, which must be on top."""
        assert isinstance(self.top, EmergencyPage)
        return self.top

    @property
    def refusal(self) -> RefusalPage:
        """The refusal page, which must be on top."""
        assert isinstance(self.top, RefusalPage)
        return self.top

    def press(self, keys: str) -> None:
        """A key, or several at once, as the person in front of the window presses them."""
        QTest.keySequence(QApplication.focusWidget() or self.window, keys)

    def type(self, text: str) -> None:
        """Keys one after the other into what has the focus."""
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)

    def click(self, widget: QWidget) -> None:
        """One press of the left button on something that can be pressed."""
        assert widget.isVisible(), f"{widget.accessibleName()!r} is not there to be clicked"
        assert widget.isEnabled(), f"{widget.accessibleName()!r} cannot be clicked"
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def say_yes(self, sign: Sign) -> None:
        """A yes on Today's safety card, as the page tells it: help first, then the saving."""
        page = self.window.page("today")
        getattr(page, "emergency").emit(sign)  # noqa: B009  # a signal of this page alone
        page.asked.emit(AnswerSigns(answers=((sign, SignAnswer.YES),)))

    def control(self, name: str, inside: QWidget | None = None) -> QWidget:
        """The control that is called so, as a person (or a screen reader) finds it."""
        found = self.controls(inside)
        named = [each for each in found if each.accessibleName() == name]
        assert named, f"{name!r} is not among {[each.accessibleName() for each in found]}"
        return named[0]

    def controls(self, inside: QWidget | None = None) -> list[QWidget]:
        """Everything that can be used now, oldest first."""
        return [
            each
            for each in (inside or self.top).findChildren(QWidget)
            if each.isVisible()
            and each.isEnabled()
            and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]

    def use(self, *names: str) -> None:
        """Click what is called so, one after the other."""
        for name in names:
            self.click(self.control(name))

    def go_to(self, days_ago: int, clock: str) -> None:
        """Time passes until that moment, and the window's own timer strikes."""
        later = make.moment(days_ago, clock)
        assert later.utc > self.clock.now.utc
        self.clock.now = later
        self.session._clock.timeout.emit()

    def texts(self, inside: QWidget | None = None) -> str:
        """All words that can be read now."""
        labels = (inside or self.top).findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def spoken(self, inside: QWidget | None = None) -> str:
        """All that a screen reader can say of it, tables cell by cell."""
        return "\n".join(_names(QAccessible.queryAccessibleInterface(inside or self.top)))

    def toast_button(self, words: str) -> QWidget:
        """What the toast offers under these words."""
        (found,) = [each for each in self.toast.buttons if each.text() == words]
        return found


def _names(found: QAccessibleInterface) -> Iterator[str]:
    if found.isValid() and not found.state().invisible:
        yield found.text(QAccessible.Text.Name)
        for at in range(found.childCount()):
            yield from _names(found.child(at))


@contextmanager
def living(
    qtbot: QtBot,
    path: Path | None = None,
    records: Iterable[Record] = (),
    chosen: Settings | None = None,
    clock: Clock | None = None,
) -> Iterator[Living]:
    """A window that is closed in the end, on the home's journal or that of `path`."""
    gc.collect()  # what the window before left, before this one has threads
    place, clock = path or paths.own_journal(), clock or Clock()
    known = tuple(records)
    if known:
        with wiring.writing(place, clock) as journal:
            journal.fill(known)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    with as_it_was(app):
        made = Living(qtbot, clock, place, chosen or Settings(theme="light"))
        qtbot.addWidget(made.window)
        try:
            yield made
        finally:
            if not made.window.close():  # something typed by the test is not saved: let it go
                made.window.close()
