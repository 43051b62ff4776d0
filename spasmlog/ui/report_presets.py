"""For whom the doctor's pages are: ready choices of sections, and the person's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.report import preset_file
from spasmlog.report.preset_file import Offered, OwnPreset, key_of, offered
from spasmlog.report.sections import Preset, Section
from spasmlog.ui.buttons import Button
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.report_naming import Naming


class ReportPresets(QWidget):
    """Knows which choice the sections come from, and whether they were changed since.

    `caption` and `chips` are laid out by themselves above the ticks; this stands below them, so
    that what it says and offers after a tick moves no other tick.
    """

    chosen = Signal(object)
    """The sections of a choice that was pressed."""
    settled = Signal()
    """A choice has another name, is new, or is gone."""

    def __init__(self, look: Look, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.own: tuple[OwnPreset, ...] = preset_file.read(folder)
        self.base = str(Preset.GP)
        self.sections: frozenset[Section] = Preset.GP.sections
        self._gone: OwnPreset | None = None
        self._then: Callable[[str], None] = self._add
        self.caption = label("", "caption")
        self.chips = ChipRow(look, _("For"))
        self.told = label("", "quiet", wrap=True)
        self.keep = Button(_("Keep the change"), look)
        self.save_as = Button(_("Save as my own"), look)
        self.put_back = Button(_("Put back"), look)
        self.rename = Button(_("Rename"), look)
        self.remove = Button(_("Remove"), look)
        self.undo = Button(_("Undo"), look, icon="undo")
        self.naming = Naming(look)
        self.problem = label("", "prompt", wrap=True)
        self._lay_out()
        self._connect()
        self._show()

    def recall(self, base: object) -> None:
        """Begin with the choice that was taken last; one that is gone is forgotten."""
        every = offered(self.own)
        found = next((each for each in every if each.key == base), every[0])
        self.base, self.sections = found.key, found.sections
        self._show()

    def show_sections(self, sections: frozenset[Section]) -> None:
        """What is ticked now: where another choice is just that, it is the one chosen."""
        self.sections, self._gone = sections, None
        self._show()

    def _lay_out(self) -> None:
        buttons = (self.keep, self.save_as, self.put_back, self.rename, self.remove, self.undo)
        self._buttons = Flow(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.told, self._buttons, self.naming, self.problem):
            column.addWidget(widget)
        self.naming.hide()

    def _connect(self) -> None:
        self.chips.changed.connect(self._pressed)
        self.put_back.clicked.connect(self._pressed)
        self.keep.clicked.connect(self._keep)
        self.save_as.clicked.connect(lambda: self._ask(_("Name of the choice"), self._add))
        self.rename.clicked.connect(self._ask_again)
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._bring_back)
        self.naming.named.connect(lambda name: self._then(name))
        self.naming.left.connect(self._stop_asking)

    def _found(self) -> Offered:
        """The choice that the sections come from."""
        return next(each for each in offered(self.own) if each.key == self.base)

    def _pressed(self) -> None:
        key = self.chips.value() or self.base
        found = next(each for each in offered(self.own) if each.key == key)
        self.base, self.sections, self._gone = found.key, found.sections, None
        self._show()
        self.chosen.emit(self.sections)

    def _show(self) -> None:
        every = offered(self.own)
        like = [each.key for each in every if each.sections == self.sections]
        if self.base not in like:
            self.base = like[0] if like else self.base
        self.chips.offer([(each.key, each.label) for each in every])
        self.chips.choose((self.base,) if like else ())
        self._say(changed=not like)
        self._offer(changed=not like)

    def _say(self, *, changed: bool) -> None:
        said = _("{name}, changed").format(name=self._found().label) if changed else ""
        if self._gone is not None:
            said = _("Removed: {name}").format(name=self._gone.name)
        self.caption.setText(_("For (changed: keep or put back below)") if changed else _("For"))
        self.told.setText(said)
        self.told.setVisible(bool(said))
        self._refuse("")

    def _offer(self, *, changed: bool) -> None:
        """The buttons that can do something now; while a name is typed, none."""
        own, gone, quiet = self._found().own, self._gone is not None, self.naming.isHidden()
        for button, of_use in (
            (self.keep, changed and own),
            (self.save_as, changed),
            (self.put_back, changed and not gone),
            (self.rename, own and not changed),
            (self.remove, own and not changed),
            (self.undo, gone),
        ):
            button.setVisible(of_use and quiet)
        self._buttons.setVisible((changed or own or gone) and quiet)

    def _refuse(self, why: str) -> None:
        self.problem.setText(why)
        self.problem.setVisible(bool(why))

    def _ask(self, question: str, then: Callable[[str], None], given: str = "") -> None:
        self._then = then
        self.naming.ask(question, given)
        self._show()

    def _ask_again(self) -> None:
        old = self._found().label
        self._ask(_("New name"), partial(self._rename, old), old)

    def _stop_asking(self) -> None:
        self.naming.hide()
        self._show()
        self.chips.setFocus()

    def _add(self, name: str) -> None:
        self._named(lambda: preset_file.added(self.own, name, self.sections), name)

    def _rename(self, old: str, name: str) -> None:
        self._named(lambda: preset_file.renamed(self.own, old, name), name)

    def _named(self, work: Callable[[], tuple[OwnPreset, ...]], name: str) -> None:
        try:
            self._write(work())
        except Refusal as refusal:
            self.naming.refuse(str(refusal))
            return
        self.base, self._gone = key_of(" ".join(name.split())), None
        self._stop_asking()
        self.settled.emit()

    def _keep(self) -> None:
        """One's own choice becomes what is ticked."""
        name = self._found().label
        own = (
            replace(each, sections=self.sections) if each.name == name else each
            for each in self.own
        )
        self._settle(tuple(own), self.base, None)

    def _remove(self) -> None:
        name = self._found().label
        gone = next(each for each in self.own if each.name == name)
        self._settle(preset_file.without(self.own, name), str(Preset.GP), gone)

    def _bring_back(self) -> None:
        if self._gone is not None:
            self._settle((*self.own, self._gone), key_of(self._gone.name), None)

    def _settle(self, own: tuple[OwnPreset, ...], base: str, gone: OwnPreset | None) -> None:
        try:
            self._write(own)
        except Refusal as refusal:
            self._refuse(str(refusal))
            return
        self.base, self._gone = base, gone
        self._show()
        self.chips.setFocus()
        self.settled.emit()

    def _write(self, own: tuple[OwnPreset, ...]) -> None:
        preset_file.write(self._folder, own)
        self.own = own
