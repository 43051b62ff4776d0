"""The Report page: the doctor's pages as they will be printed, and the way to a PDF."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _, ngettext
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page
from spasmlog.ui.reading_order import chain
from spasmlog.ui.report_making import Made, Wanted, make, save
from spasmlog.ui.report_options import ReportOptions
from spasmlog.ui.report_preview import Preview
from spasmlog.ui.tasks import Latest, Tasks

if TYPE_CHECKING:
    from spasmlog.ui.remembered import Remembered
    from spasmlog.views.report import ReportView

OPTIONS_WIDE = 336
BESIDE_FROM = 780
"""In design pixels: below, the options stand under the preview."""
GUTTER = 16
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom

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
    """Preview at left, options at right. An error in the preview loses no choice."""

    def __init__(
        self,
        look: Look,
        tasks: Tasks,
        remembered: Remembered,
        ask: AskForName = ask_for_name,
        open_file: OpenFile = open_with_system,
    ) -> None:
        super().__init__()
        self._look, self._tasks, self._remembered = look, tasks, remembered
        self._ask, self._open_file = ask, open_file
        self._latest = Latest(tasks)
        self._view: ReportView | None = None
        self._made: Made | None = None
        self._making: tuple[Wanted, float] | None = None
        self._saved_to: Path | None = None
        self.preview = Preview(look)
        self.options = ReportOptions(look)
        self.options.recall(remembered.get("report", dict, {}))
        self._make_foot()
        self._lay_out()
        self.options.changed.connect(self._chosen)
        self.preview.sharper.connect(self._make_pages)

    def show_view(self, view: ReportView) -> None:
        """Offer the days of this view, and make the pages anew if they would change."""
        self._view = view
        self.options.show_view(view)
        chain(self)
        self._make_pages()

    def save_pdf(self) -> None:
        """Ask for a name and save the pages, whether or not their preview is ready."""
        wanted = self._wanted()
        if wanted is None or self._view is None:
            self._say_unread()
            return
        folder = self._remembered.get("report_folder", str, "") or str(Path.home())
        named = self._ask(self, str(Path(folder) / self._view.file_name))
        if named:
            self._save(wanted, Path(named))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make_foot(self) -> None:
        look = self._look
        self.save = Button(_("Save PDF"), look, "primary", "primary", icon="export")
        self.save.setToolTip(_("Save PDF (Ctrl+P)"))
        self.open = Button(_("Open"), look, size="roomy")
        self.told = label("", "quiet", wrap=True)
        self.refused = label("", "prompt", wrap=True)
        self.unmade = label("", "prompt", wrap=True)
        self.again = Button(_("Try again"), look)
        self.remake = Button(_("Make the pages again"), look)
        self.save.clicked.connect(self.save_pdf)
        self.again.clicked.connect(self.save_pdf)
        self.remake.clicked.connect(self._make_pages)
        self.open.clicked.connect(self._open)

    def _lay_out(self) -> None:
        foot = Card(self._look, role="card")
        buttons, again, remake = (
            Flow((self.save, self.open)),
            Flow((self.again,)),
            Flow((self.remake,)),
        )
        for widget in (buttons, self.told, self.refused, again, self.unmade, remake):
            foot.body.addWidget(widget)
        for each in (self.open, self.told, self.refused, self.again, self.unmade, self.remake):
            each.hide()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(GUTTER)
        side.addWidget(self.options)
        side.addWidget(foot)
        side.addStretch(1)
        self._row = QBoxLayout(ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GUTTER)
        self._row.addWidget(self.preview, 1)
        self._row.addWidget(self._side)
        self._look.changed.connect(self._fit)

    def _fit(self) -> None:
        beside = self.width() >= self._look.px(BESIDE_FROM)
        self._row.setDirection(ACROSS if beside else DOWN)
        wide = self._look.px(OPTIONS_WIDE)
        self._side.setMinimumWidth(wide if beside else 0)
        self._side.setMaximumWidth(wide if beside else self.maximumWidth())

    def _chosen(self) -> None:
        self._remembered.keep("report", self.options.kept())
        self._make_pages()

    def _wanted(self) -> Wanted | None:
        """What is chosen; None where that cannot be, which the options then say."""
        period, view = self.options.period(), self._view
        if period is None or view is None or not view.whole:
            return None
        return Wanted(
            diary=view.diary,
            now=view.now,
            period=period,
            paper=str(self.options.paper.value()),
            name=str(self.options.name.value()),
            personal=view.personal,
        )

    def _make_pages(self) -> None:
        wanted, ppi = self._wanted(), self.preview.ppi
        if wanted is None:
            self._say_unread()
            return
        if self._is_made(wanted, ppi) or self._is_being_made(wanted, ppi):
            return
        self._making = (wanted, ppi)
        self.remake.hide()
        self.preview.say(_("Making the pages"))
        work = partial(make, wanted=wanted, ppi=ppi, before=self._made)
        self._latest.run(work, self._show_made, self._not_made, "pages")

    def _say_unread(self) -> None:
        if self._view is not None and not self._view.whole:
            self.preview.say(_("The journal is still being read"))

    def _is_made(self, wanted: Wanted, ppi: float) -> bool:
        made = self._made
        return made is not None and wanted.same_as(made.wanted) and made.ppi == ppi

    def _is_being_made(self, wanted: Wanted, ppi: float) -> bool:
        return (
            self._making is not None and wanted.same_as(self._making[0]) and self._making[1] == ppi
        )

    def _show_made(self, made: Made) -> None:
        from spasmlog.report import as_text

        self._made, self._making = made, None
        count = len(made.images)
        self.preview.show_pages(made.images, made.ppi, as_text(made.report))
        self.preview.say(ngettext("{n} page", "{n} pages", count))
        self.unmade.hide()
        self._make_pages()  # the sheet's true width may have changed what fits

    def _not_made(self, refusal: Refusal) -> None:
        self._making = None
        self.preview.say(_("The pages could not be made."))
        self.unmade.setText(str(refusal))
        self.unmade.show()
        self.remake.show()

    def _save(self, wanted: Wanted, path: Path) -> None:
        self._remembered.keep("report_folder", str(path.parent))
        self._say_refused(None)
        self.told.setText(_("Saving the PDF"))
        self.told.show()
        self.open.hide()
        self.save.setEnabled(False)
        work = partial(save, wanted=wanted, path=path, made=self._made)
        self._tasks.run(work, self._show_saved, self._not_saved, "pdf")

    def _show_saved(self, path: Path) -> None:
        self._saved_to = path
        self.save.setEnabled(True)
        self.told.setText(_("Saved as {path}").format(path=path))
        self.open.show()

    def _not_saved(self, refusal: Refusal) -> None:
        self.save.setEnabled(True)
        self.told.hide()
        self._say_refused(refusal)
        self.again.show()

    def _say_refused(self, refusal: Refusal | None) -> None:
        self.refused.setText("" if refusal is None else str(refusal))
        self.refused.setVisible(refusal is not None)
        self.again.hide()

    def _open(self) -> None:
        if self._saved_to is not None and self._open_file(self._saved_to) is False:
            self.told.setText(_("No program opened {path}.").format(path=self._saved_to))
