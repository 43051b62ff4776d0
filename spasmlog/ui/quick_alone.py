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
from spasmlog.errors import JournalInUse, Refusal
from spasmlog.ui.answering import take_answer
from spasmlog.ui.desk import Desk
from spasmlog.ui.giving_way import A_MOMENT, A_START, GivingWay
from spasmlog.ui.kept_line import keep_line
from spasmlog.ui.look import Look
from spasmlog.ui.opening import Opening
from spasmlog.ui.quick_bar import QuickBar
from spasmlog.ui.quick_entry import known_at
from spasmlog.ui.single import Answer, Single
from spasmlog.ui.tasks import Tasks
from spasmlog.ui.window import refuse_without_display
from spasmlog.views.quick_bar import BarView, bar_view, for_good

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
        self._way = GivingWay(path, self)
        self._is_over = False
        self._refusal: Refusal | None = None
        self._connect()

    def _connect(self) -> None:
        self.bar.asked.connect(self._do)
        self.bar.undo_asked.connect(self.desk.undo)
        self.bar.closed.connect(self.end)
        self.desk.saved.connect(self._saved)
        self.desk.refused.connect(self._refused)
        self.desk.opened.connect(self._opened)
        self._opening.failed.connect(self._fail)
        self._way.taken.connect(self.end)
        self._way.left.connect(self._stay)

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
        self._way.stop()
        self.bar.hide()
        self._put_down()
        self.ended.emit()

    def _put_down(self) -> None:
        """Save what waits, and have nothing to do with the journal any more."""
        self._single.close()
        self._tasks.close()
        self._opening.close()

    def _do(self, command: Command) -> None:
        """Have it saved; a journal that was not there is looked for once more."""
        self.desk.do(command)
        if self._refusal is not None and not self._way.is_under_way:
            self._opening.start(self._path)

    def _opened(self) -> None:
        self._refusal = None

    def _read(self, line: str) -> BarView:
        return for_good(bar_view(line, known_at(self.desk, self._chosen)))

    def _saved(self, step: Step) -> None:
        from spasmlog.views.urgent import urgent_words
        from spasmlog.views.words import said

        urgent = urgent_words(step, self.desk.diary, self.desk.now)
        words = (said(step, self.desk.diary, self._chosen.glass_ml).text, urgent)
        self.bar.saved(" ".join(filter(None, words)), stays=bool(urgent))

    def _refused(self, refusal: Refusal, _command: Command | None) -> None:
        self.bar.refused(str(refusal))

    def _fail(self, refusal: Refusal) -> None:
        """Not saved, and the line stays; where another program has the journal, it goes there."""
        from spasmlog.journal.command import Command as AnyCommand

        self._refusal = refusal
        self.desk.drop(AnyCommand)  # it stands in the line still, and would be saved twice
        if isinstance(refusal, JournalInUse):
            self._single.close()
            self._way.begin(hand_over.QUICK, self.bar.line.text, A_MOMENT)
        else:
            self.bar.fail(str(refusal))

    def _stay(self) -> None:
        """Nobody took over: be here as before, with what is typed."""
        self._single.listen(self._answer)
        if isinstance(self._refusal, JournalInUse):
            self.bar.fail(str(self._refusal))
        else:
            self._opening.start(self._path)

    def _answer(self, asked: str, line: str) -> Answer:
        """Another bar is this one, a line is kept beside it; a window takes the journal over."""
        match asked:
            case hand_over.QUICK:
                self.bar.open(line)
            case hand_over.LINE | hand_over.ANSWER if self._refusal is not None:
                return {"gone": True}
            case hand_over.ANSWER:
                return take_answer(self.desk, line)
            case hand_over.LINE:
                return keep_line(self.desk, line, known_at(self.desk, self._chosen))
            case hand_over.FORWARD:
                self._make_room()
                return {"gone": True}
        return {"here": True}

    def _make_room(self) -> None:
        """For a window, which is handed what is typed here once it is there."""
        if not self.bar.left_open:
            self.end()
            return
        self._put_down()
        self._way.begin(hand_over.QUICK, self.bar.line.text, A_START)


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
