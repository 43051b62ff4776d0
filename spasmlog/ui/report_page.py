"""The Report page: the doctor's pages as they will be printed, and the ways out of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QHideEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from spasmlog import paths
from spasmlog.errors import Refusal
from spasmlog.i18n import _, ngettext
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.reading_order import chain
from spasmlog.ui.report_foot import ReportFoot
from spasmlog.ui.report_making import Wanted, save
from spasmlog.ui.report_options import ReportOptions
from spasmlog.ui.report_pages import Pages
from spasmlog.ui.report_preview import Preview
from spasmlog.ui.report_printing import AskForPrinter, Printing, ask_for_printer
from spasmlog.ui.report_side import BesideOrBelow, scrolled_in
from spasmlog.ui.tasks import Tasks

if TYPE_CHECKING:
    from spasmlog.ui.remembered import Remembered
    from spasmlog.views.report import ReportView

INCHES = {"a4": 210 / 25.4, "letter": 8.5}

AskForName = Callable[[QWidget, str], str]
OpenFile = Callable[[Path], object]


def ask_for_name(parent: QWidget, suggested: str) -> str:
    """The system's dialog; empty when it was left."""
    dialog = QFileDialog(parent, _("Save PDF"), suggested, _("PDF (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    return dialog.selectedFiles()[0] if dialog.exec() else ""


def open_with_system(path: Path) -> object:
    """Show a file in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class ReportPage(Page):
    """Preview at left, options at right. An error in the preview loses no choice.

    Choices of sections of one's own lie in `folder`, by default that of the settings.
    """

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        remembered: Remembered,
        folder: Path | None = None,
        ask: AskForName = ask_for_name,
        open_file: OpenFile = open_with_system,
        ask_printer: AskForPrinter = ask_for_printer,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._remembered = look, tasks, remembered
        self._ask, self._open_file = ask, open_file
        self._view: ReportView | None = None
        self._saved_to: Path | None = None
        self._saving = False
        self._place: QScrollArea | None = None
        self._retry: Callable[[], None] = self.save_pdf
        self.preview = Preview(look)
        self.options = ReportOptions(look, folder or paths.config_folder())
        self.options.recall(remembered.get("report", dict, {}))
        self.foot = ReportFoot(look)
        self.visit = self.foot.visit
        self.pages = Pages(tasks, self.preview)
        self.printing = Printing(tasks, self, ask_printer)
        self._sides = BesideOrBelow(look, self.preview, self.options, self.foot)
        self.setLayout(self._sides)
        self._connect()
        self._add_keys()

    @property
    def complete(self) -> bool:
        """Whether the making of the pages has begun, if they are wanted."""
        return not self.pages.is_waiting

    def show_view(self, view: ReportView) -> None:
        """Offer the days of this view, and make the pages anew if they would change."""
        self._view = view
        self.options.show_view(view)
        chain(self)
        self._make_pages()

    def save_pdf(self) -> None:
        """Ask for a name and save the pages, whether or not their preview is ready."""
        wanted = self._wanted()
        if wanted is None or self._view is None or self._saving:
            self._say_unread()
            return
        passphrase = self.options.lock.value()
        if passphrase is None:
            return
        folder = self._remembered.get("report_folder", str, "") or str(Path.home())
        name = self._remembered.get("report_name", str, "") or self._view.file_name
        named = self._ask(self, str(Path(folder) / name))
        if named:
            self._save(wanted, Path(named), passphrase)

    def print_pages(self) -> None:
        """Ask for a printer and print the pages."""
        wanted = self._wanted()
        if wanted is None or self.printing.is_busy:
            self._say_unread()
            return
        self._retry = self.print_pages
        if self.printing.begin(wanted, self.pages.made):
            self.foot.begin(_("Printing"))
            self.foot.offer(self.foot.stop)

    def showEvent(self, event: QShowEvent) -> None:
        """The place is followed too: where the page is longer, the place alone is resized."""
        super().showEvent(event)
        if self._place is None and (place := scrolled_in(self)) is not None:
            self._place = place
            place.verticalScrollBar().rangeChanged.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """A passphrase and an old refusal are gone once the page is left, not when minimized."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.options.lock.forget()
            self.foot.refuse(None)

    def _connect(self) -> None:
        foot, printing = self.foot, self.printing
        self.options.changed.connect(self._chosen)
        self.options.settled.connect(self._settled)
        self.pages.making.connect(lambda: self.preview.say(_("Making the pages")))
        self.pages.shown.connect(self._shown)
        self.pages.failed.connect(self._not_made)
        foot.save.clicked.connect(self.save_pdf)
        foot.print.clicked.connect(self.print_pages)
        foot.visit.clicked.connect(lambda: self.wanted.emit(Place(page="visit")))
        foot.again.clicked.connect(lambda: self._retry())
        foot.remake.clicked.connect(self._remake)
        foot.open.clicked.connect(self._open)
        foot.stop.clicked.connect(self._stop_printing)
        printing.went_on.connect(self._printing)
        printing.done.connect(self._printed)
        printing.failed.connect(foot.refuse)
        printing.ended.connect(self._print_ended)
        self._look.changed.connect(self._fit)

    def _add_keys(self) -> None:
        preview = self.preview
        for keys, do in (
            ("Ctrl++", partial(preview.step, 1)),
            ("Ctrl+=", partial(preview.step, 1)),
            ("Ctrl+-", partial(preview.step, -1)),
            ("Ctrl+0", partial(preview.set_zoom, None)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _fit(self) -> None:
        seen = 0 if self._place is None else self._place.viewport().height()
        if self._sides.fit(self.width(), seen):
            chain(self)

    def _chosen(self) -> None:
        self.foot.refuse(None)
        self._remember()
        self._make_pages()

    def _settled(self) -> None:
        """There are other choices now: Tab goes through them in reading order again."""
        self._remember()
        chain(self)

    def _remember(self) -> None:
        self._remembered.keep("report", self.options.kept())

    def _wanted(self) -> Wanted | None:
        """What is chosen; None where that cannot be, which the options then say."""
        period, view = self.options.days.period(), self._view
        if period is None or view is None or not view.whole:
            return None
        return Wanted(
            diary=view.diary,
            now=view.now,
            period=period,
            sections=self.options.sections.value(),
            paper=str(self.options.paper.value()),
            name=str(self.options.name.value()),
            personal=view.personal,
            day_start=view.day_start,
        )

    def _make_pages(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._say_unread()
            return
        self.preview.expect(INCHES[wanted.paper])
        self.pages.want(wanted)

    def _remake(self) -> None:
        self.foot.miss(None)
        self.pages.again()

    def _say_unread(self) -> None:
        if self._view is not None and not self._view.whole:
            self.preview.say(_("The journal is still being read"))
        elif self.pages.made is not None and self.options.days.period() is None:
            self.preview.say(_("These are the pages from before"))

    def _shown(self, count: int) -> None:
        self.preview.say(ngettext("{n} page", "{n} pages", count))
        self.foot.miss(None)

    def _not_made(self, refusal: Refusal) -> None:
        self.preview.say(_("The pages could not be made."))
        self.foot.miss(refusal)

    def _save(self, wanted: Wanted, path: Path, passphrase: str) -> None:
        self._keep_name(path)
        self._retry = self.save_pdf
        self.foot.begin(_("Saving the PDF"))
        self._saving = True
        work = partial(save, wanted=wanted, path=path, made=self.pages.made, passphrase=passphrase)
        task = self._tasks.run(work, self._show_saved, self.foot.refuse, "pdf")
        task.ended.connect(self._save_ended)

    def _keep_name(self, path: Path) -> None:
        """The folder, and a name of the person's own; ours has the day in it, and is made anew."""
        ours = self._view is not None and path.name == self._view.file_name
        self._remembered.keep("report_folder", str(path.parent))
        self._remembered.keep("report_name", "" if ours else path.name)

    def _show_saved(self, path: Path) -> None:
        self._saved_to = path
        self.foot.say(_("Saved as {path}").format(path=_in_lines(path)))
        self.foot.offer(self.foot.open)

    def _open(self) -> None:
        path = self._saved_to
        if path is not None and self._open_file(path) is False:
            self.foot.told.setText(_("No program opened {path}.").format(path=_in_lines(path)))

    def _printing(self, page: int, count: int) -> None:
        self.foot.begin(_("Printing page {n} of {count}").format(n=page, count=count))

    def _stop_printing(self) -> None:
        self.printing.stop()
        self.foot.say(_("Printing was stopped."))

    def _printed(self, count: int) -> None:
        said = ngettext("{n} page sent to the printer", "{n} pages sent to the printer", count)
        self.foot.say(said)

    def _print_ended(self) -> None:
        self.foot.offer(self.foot.stop, shown=False)
        self.foot.end()

    def _save_ended(self) -> None:
        self._saving = False
        self.foot.end()


def _in_lines(path: Path) -> str:
    """A path that a line may end in, after each of its folders."""
    return str(path).replace("/", "/\u200b")
