"""One press each: a glass of water, and the stretches, walks and treatments that are used most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.drawings import Glasses
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.journal.commands import Command
    from spasmlog.ui.quick_forms import QuickForm
    from spasmlog.views.quick_cards import Choice, QuickView, WaterView

ROWS = ("stretch", "walk", "treat")
COLUMNS = 3


class WaterCard(Card):
    """Glasses, minus and plus. No goal and no praise."""

    asked = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Water"), note=" ", icon="drop", icon_role="hydration")
        self._view: WaterView | None = None
        self.count = label("", "medium")
        self.header.insertWidget(2, self.count)
        self.glasses = Glasses(look)
        self.less = Button("", look, size="roomy", icon="minus", name=_("Take back a glass"))
        self.more = Button(_("Glass"), look, size="roomy", icon="plus")
        self.more.setAccessibleName(_("Add a glass of water"))
        self.more.setToolTip(_("Add a glass of water (W)"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.glasses, 1)
        row.addWidget(self.less)
        row.addWidget(self.more)
        self.body.addLayout(row)
        self.less.clicked.connect(self._take_back)
        self.more.clicked.connect(self._add)

    def show_view(self, view: WaterView) -> None:
        """Show today's glasses."""
        self._view = view
        self.glasses.set_count(view.glasses)
        self.count.setText(view.count)
        self.set_note(view.litres)
        self.less.setEnabled(view.take_back is not None)

    def set_narrow(self, narrow: bool) -> None:
        """Without the drawn glasses, where there is no room for them."""
        self.glasses.setVisible(not narrow)

    def _add(self) -> None:
        if self._view is not None:
            self.asked.emit(self._view.add)

    def _take_back(self) -> None:
        if self._view is not None and self._view.take_back is not None:
            self.asked.emit(self._view.take_back)


class ChoiceButton(Button):
    """One of the three in a row: it turns into another as use changes."""

    def __init__(self, look: Look) -> None:
        super().__init__("", look, size="roomy")
        self.command: Command | None = None

    def show_choice(self, choice: Choice, text: str) -> None:
        """Show this choice, in these words."""
        self.command = choice.command
        self.set_text(text)
        self.setAccessibleName(choice.name)
        self.setToolTip(choice.name)
        self.updateGeometry()


class QuickCard(Card):
    """Three rows of three and "..."; where it is narrow, the last three of any kind instead."""

    asked = Signal(object)
    grown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Again"), note=_("your last three"))
        self._view: QuickView | None = None
        self._narrow = False
        self.forms: dict[str, QuickForm] = {}
        self.buttons = {row: [self._button() for _at in range(COLUMNS)] for row in ROWS}
        self.again = [self._button() for _at in range(COLUMNS)]
        self.others: dict[str, Button] = {}
        self.packet = label("", "caption", wrap=True)
        self.rows = self._make_rows(look)
        self.unfold = Button("", look, "flat", "roomy", icon="more", name=_("All choices"))
        self.unfold.setCheckable(True)
        self.unfold.clicked.connect(self._show)
        self.short = Flow((*self.again, self.unfold))
        self.body.addWidget(self.short)
        self.body.addWidget(self.rows)
        self.places = {row: QVBoxLayout() for row in ROWS}
        for place in self.places.values():
            self.body.addLayout(place)
        self.body.addWidget(self.packet)
        self._show()

    def show_view(self, view: QuickView) -> None:
        """Show what is used most; a form that is open stays."""
        self._view = view
        for row in ROWS:
            choices: tuple[Choice, ...] = getattr(view, row)
            _fill(self.buttons[row], [(each, each.text) for each in choices])
        _fill(self.again, [(each, each.alone) for each in view.again])
        self.packet.setText(view.packet)
        self.packet.setVisible(bool(view.packet))
        self.packet.setProperty("role", "prompt" if view.over else "caption")
        self.packet.style().polish(self.packet)
        for form in self.forms.values():
            form.show_view(view)

    def set_narrow(self, narrow: bool) -> None:
        """The last three of any kind, and the rest behind one press."""
        self._narrow = narrow
        self._show()

    def close_forms(self) -> None:
        """Fold all forms; what is typed in them stays."""
        for row, form in self.forms.items():
            if form.isVisible() and form.isAncestorOf(form.focusWidget() or form):
                self.others[row].setFocus()
            form.hide()

    def _make_rows(self, look: Look) -> QWidget:
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        told = (("stretch", _("Stretch")), ("walk", _("Walk")), ("treat", _("Treat")))
        for at, ((row, words), icon) in enumerate(
            zip(told, ("stretch", "walk", "pill"), strict=True)
        ):
            role = {"walk": "activity", "treat": "treatment"}.get(row, row)
            grid.addWidget(Picture(look, icon, role), at, 0)
            grid.addWidget(QLabel(words), at, 1)
            for column, button in enumerate(self.buttons[row]):
                grid.addWidget(button, at, 2 + column)
            name = _("{row}: something else").format(row=words)
            other = Button("", look, "flat", "roomy", icon="more", name=name)
            other.clicked.connect(lambda _on, opened=row: self._toggle(opened))
            self.others[row] = other
            grid.addWidget(other, at, 2 + COLUMNS, Qt.AlignmentFlag.AlignHCenter)
        for column in range(2, 2 + COLUMNS):
            grid.setColumnStretch(column, 1)
        return rows

    def _button(self) -> ChoiceButton:
        button = ChoiceButton(self._look)
        button.clicked.connect(lambda: self.asked.emit(button.command))
        button.hide()
        return button

    def _show(self) -> None:
        short = self._narrow
        self.title.setVisible(short)
        self.note.setVisible(short)
        self.short.setVisible(short)
        self.rows.setVisible(not short or self.unfold.isChecked())

    def _toggle(self, row: str) -> None:
        """Open the form of a row in place, or fold it."""
        form = self.forms.get(row)
        if form is not None and form.isVisible():
            form.hide()
            return
        self.close_forms()
        if form is None:
            form = self._make_form(row)
        form.show()
        form.begin()

    def _make_form(self, row: str) -> QuickForm:
        # Each is a page of imports that most days never need.
        from spasmlog.ui.quick_forms import StretchForm, WalkForm
        from spasmlog.ui.treat_form import TreatForm

        kinds = {"stretch": StretchForm, "walk": WalkForm, "treat": TreatForm}
        form: QuickForm = kinds[row](self._look)
        form.asked.connect(self.asked.emit)
        form.closed.connect(self.close_forms)
        self.forms[row] = form
        self.places[row].addWidget(form)
        if self._view is not None:
            form.show_view(self._view)
        self.grown.emit()
        return form


def _fill(buttons: list[ChoiceButton], choices: list[tuple[Choice, str]]) -> None:
    for at, button in enumerate(buttons):
        button.setVisible(at < len(choices))
        if at < len(choices):
            button.show_choice(*choices[at])
