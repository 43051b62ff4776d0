"""Keeps the preview showing what is wanted: one piece of work at a time, the newest wish next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.report_making import Drawn, Made, Wanted, draw, make
from spasmlog.ui.report_preview import Preview
from spasmlog.ui.tasks import Task, Tasks

AFTER_PAINT_MS = 50
"""The first pages are made once the page itself is seen: work on a thread slows its coming."""


class Pages(QObject):
    """What is shown stays until the new pages are there. A failure keeps it too."""

    making = Signal()
    shown = Signal(int)
    """What is wanted is what is shown: so many pages."""
    failed = Signal(object)

    def __init__(self, tasks: Tasks, preview: Preview) -> None:
        super().__init__(preview)
        self._tasks, self._preview = tasks, preview
        self._wanted: Wanted | None = None
        self._refused: Wanted | None = None
        self._task: Task | None = None
        self._came = False
        self.made: Made | None = None
        self._first = QTimer(self, interval=AFTER_PAINT_MS, singleShot=True)
        self._first.timeout.connect(self._go)
        preview.needed.connect(self._go)

    def want(self, wanted: Wanted) -> None:
        """Show these from now on; the same pages again are no work."""
        if not wanted.same_as(self._wanted):
            self._wanted = wanted
            if self._task is not None:
                self._task.cancel()
        if self.made is not None and self._is_made:
            self.shown.emit(len(self.made.sizes))
        if self.made is None:
            self.making.emit()
            self._first.start()
        else:
            self._go()

    def again(self) -> None:
        """Try once more what failed."""
        self._refused = None
        self._go()

    @property
    def is_waiting(self) -> bool:
        """Whether the first pages are still to be begun."""
        return self._first.isActive()

    @property
    def _is_made(self) -> bool:
        made = self.made
        return made is not None and self._wanted is not None and self._wanted.same_as(made.wanted)

    def _go(self) -> None:
        """Begin what is to be done next, unless something is under way."""
        if self._task is not None or self._wanted is None or self._wanted is self._refused:
            return
        preview = self._preview
        if self.made is not None and self._is_made:
            lacking = preview.lacking()
            if lacking:
                work = partial(draw, made=self.made, pages=lacking[:1], ppi=preview.ppi)
                self._follow(self._tasks.run(work, self._take, self._fail, "page"))
        else:
            self.making.emit()
            new = partial(make, wanted=self._wanted, seen=preview.seen(), ppi=preview.ppi)
            self._follow(self._tasks.run(new, self._show, self._fail, "pages"))

    def _follow(self, task: Task) -> None:
        task.ended.connect(partial(self._ended, task))
        self._task, self._came = task, False

    def _ended(self, task: Task) -> None:
        """After a fault of our own, which is told elsewhere, the same is not tried by itself."""
        self._task = None
        if not self._came and not task.cancelled:
            self._fail(Refusal(_("Nothing that was chosen is lost.")))
        self._go()

    def _show(self, drawn: Drawn) -> None:
        self.made, self._came = drawn.made, True
        self._preview.show_pages(drawn.made.sizes, drawn.pictures, drawn.ppi)
        self._preview.describe(drawn.made.text)
        self.shown.emit(len(drawn.made.sizes))

    def _take(self, drawn: Drawn) -> None:
        self._came = True
        if drawn.made is self.made:
            for at, image in drawn.pictures.items():
                self._preview.show_picture(at, image, drawn.ppi)

    def _fail(self, refusal: Refusal) -> None:
        self._refused, self._came = self._wanted, True
        self.failed.emit(refusal)
