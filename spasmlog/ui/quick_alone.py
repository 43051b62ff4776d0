"""The quick bar without its window: a light program that saves what is typed, and goes away."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from spasmlog import hand_over, paths, settings
from spasmlog.errors import Refusal
from spasmlog.ui.answering import take_answer
from spasmlog.ui.desk import Desk
from spasmlog.ui.kept_line import keep_line
from spasmlog.ui.look import Look
from spasmlog.ui.opening import Opening
from spasmlog.ui.quick_bar import QuickBar
from spasmlog.ui.quick_entry import known_at
from spasmlog.ui.single import Answer, Single
from spasmlog.ui.tasks import Tasks
from spasmlog.ui.window import refuse_without_display
from spasmlog.views.quick_bar import BarView, bar_view

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.domain.moment import Moment
    from spasmlog.journal.commands import Command
    from spasmlog.ui.opening import Opener


class QuickAlone(QObject):
    """Holds the bar and the desk until nothing is left to be saved."""

    ended = Signal()

    def __init__(
        self, path: Path, now: Callable[[], Moment], opener: Opener, chosen: settings.Settings
    ) -> None:
        super().__init__()
        self._path, self._chosen = path, chosen
        look = Look(chosen.theme, chosen.text_scale)
        look.apply(_application())
        self._tasks = Tasks(self)
        self.desk = Desk(now, self, personal=chosen.personal_patterns)
        self._opening = Opening(self.desk, self._tasks, opener)
        self.bar = QuickBar(look, self._read, None)
        look.setParent(self.bar)
        self._single = Single(path, self)
        self._is_over = self._has_failed = False
        self.bar.asked.connect(self.desk.do)
        self.bar.undo_asked.connect(self.desk.undo)
        self.bar.closed.connect(self.end)
        self.desk.saved.connect(self._saved)
        self.desk.refused.connect(self._refused)
        self._opening.failed.connect(self._fail)

    def start(self, line: str) -> None:
        """Show the bar, and open the journal behind it."""
        self.bar.open(line)
        self._single.listen(self._answer)
        self._opening.start(self._path)

    def end(self) -> None:
        """Save what still waits, close the journal, and let others write."""
        if self._is_over:
            return
        self._is_over = True
        self.bar.hide()
        self._single.close()
        self._tasks.close()
        self._opening.close()
        self.ended.emit()

    def _read(self, line: str) -> BarView:
        return bar_view(line, known_at(self.desk, self._chosen))

    def _saved(self, step: Step) -> None:
        from spasmlog.views.words import said

        self.bar.saved(said(step, self.desk.diary).text)

    def _refused(self, refusal: Refusal, _command: Command | None) -> None:
        self.bar.refused(str(refusal))

    def _fail(self, refusal: Refusal) -> None:
        self._has_failed = True
        self.bar.fail(str(refusal))

    def _answer(self, asked: str, line: str) -> Answer:
        """Another bar is this one, a line is kept beside it; a window takes the journal over."""
        if asked == hand_over.QUICK:
            self.bar.open(line)
            return {"here": True}
        if asked == hand_over.HERE:
            return {"here": True}
        if asked == hand_over.ANSWER:
            return take_answer(self.desk, line)
        if asked == hand_over.LINE and not self._has_failed:
            return keep_line(self.desk, line, known_at(self.desk, self._chosen))
        self.end()
        return {"gone": True}


def run(path: Path, now: Callable[[], Moment], opener: Opener, line: str) -> int:
    """Show the bar alone until it is left."""
    refuse_without_display()
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("SpasmLog")
    app.setDesktopFileName("spasmlog")
    app.setQuitOnLastWindowClosed(False)
    alone = QuickAlone(path, now, opener, settings.read(paths.config_folder()))
    alone.ended.connect(app.quit)
    alone.start(line)
    return app.exec()


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
