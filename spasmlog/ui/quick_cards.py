"""One press each: a glass of water, and the stretches, walks and treatments that are used most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card, Picture
from spasmlog.ui.drawings import Glasses
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.reveal import reveal

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
        self.less.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        for each, stretch in ((self.glasses, 1), (self.less, 0), (self.more, 0)):
            self._row.addWidget(each, stretch)
        self.body.addLayout(self._row)
        self.body.addStretch(1)
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
        self._row.setStretch(2, 1 if narrow else 0)

    def _add(self) -> None:
        if self._view is not None:
            self.asked.emit(self._view.add)

    def _take_back(self) -> None:
        if self._view is not None and self._view.take_back is not None:
            self.asked.emit(self._view.take_back)


class ChoiceButton(Button):
    """One of the three in a row: it turns into another as use changes, and is cut where narrow."""

    def __init__(self, look: Look) -> None:
        super().__init__("", look, size="roomy")
        self.command: Command | None = None
        self._words: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_choice(self, choice: Choice, text: str) -> None:
        """Show this choice, in these words."""
        self.command = choice.command
        self._words = text.split("\n")
        self.set_text(text)
        self.setAccessibleName(choice.name)
        self.setToolTip(choice.name)
        self._cut()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(14, 500))
        wide = max((words.horizontalAdvance(line) for line in self._words), default=0)
        return QSize(wide + 24, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(56), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        words, room = QFontMetrics(self._look.font(14, 500)), self.width() - 6
        right = Qt.TextElideMode.ElideRight
        self._lines = [words.elidedText(line, right, room) for line in self._words]


class QuickCard(Card):
    """Three rows of three and "..."; where it is narrow, the last three of any kind instead."""

    asked = Signal(object)
    grown = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Again"), note=_("one press logs it"))
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
        self.body.addWidget(self._make_short())
        self.body.addWidget(self.rows)
        self.places = {row: QVBoxLayout() for row in ROWS}
        for place in self.places.values():
            self.body.addLayout(place)
        self.body.addWidget(self.packet)
        self.body.addStretch(1)
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

    def open_form(self, row: str) -> None:
        """Open the form of a row from elsewhere."""
        if row not in self.forms or self.forms[row].isHidden():
            self._toggle(row)

    def _make_short(self) -> QWidget:
        self.short = QWidget()
        row = QHBoxLayout(self.short)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in self.again:
            row.addWidget(button, 1)
        row.addWidget(self.unfold)
        return self.short

    def _make_rows(self, look: Look) -> QWidget:
        """Lengths stand beside their word; names of medicines, which must not be cut, below it."""
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(6)
        told = (
            ("stretch", _("Stretch"), "stretch", "stretch"),
            ("walk", _("Walk"), "walk", "activity"),
            ("treat", _("Treat"), "pill", "treatment"),
        )
        for at, (row, words, icon, role) in enumerate(told):
            grid.addWidget(Picture(look, icon, role), at, 0)
            grid.addWidget(QLabel(words), at, 1)
            if row != "treat":
                for column, button in enumerate(self.buttons[row]):
                    grid.addWidget(button, at, 2 + column)
            grid.addWidget(self._other(row, words), at, 2 + COLUMNS)
        treats = QHBoxLayout()
        treats.setSpacing(6)
        for button in self.buttons["treat"]:
            treats.addWidget(button, 1)
        grid.addLayout(treats, len(told), 0, 1, 3 + COLUMNS)
        for column in range(2, 2 + COLUMNS):
            grid.setColumnStretch(column, 1)
        return rows

    def _other(self, row: str, words: str) -> Button:
        name = _("{row}: something else").format(row=words)
        other = Button("", self._look, "flat", icon="more", name=name)
        other.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        other.clicked.connect(lambda: self._toggle(row))
        self.others[row] = other
        return other

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
        reveal(form)

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
