"""The page of a rule: what it looks for, its numbers, its sources, and the other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.beside import Beside
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import LEVELS, Card, Tag
from spasmlog.ui.cell_table import CellTable
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.publications import Publications
from spasmlog.ui.reading_order import chain
from spasmlog.ui.record_table import Row, RowList

if TYPE_CHECKING:
    from spasmlog.views.rule_page import RulePageView

SHARES, TWO_FROM = (640, 364), 810
MOST_PARTS = 8
AFTER_PAINT_MS = 20


class RulePage(Page):
    """Leafed through by its buttons and by the list; from each, its signal is one press away."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: RulePageView | None = None
        self.before = Button(_("Rule before"), look)
        self.after = Button(_("Next rule"), look)
        self.signal = Button(_("See it in Signals"), look, "flat")
        self.signal.clicked.connect(lambda: self._go("signals", self._shown))
        self.before.clicked.connect(lambda: self._go("rule", self._neighbour("before")))
        self.after.clicked.connect(lambda: self._go("rule", self._neighbour("after")))
        self.card = RuleCard(look)
        self.list = RuleList(look)
        self.list.rows.opened.connect(lambda rule: self._go("rule", rule))
        self._beside = Beside(look, SHARES, TWO_FROM)
        self._beside.show_cards((self.card,), (self.list,))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(Flow((self.before, self.after, self.signal)))
        whole.addWidget(self._beside, 1)
        self._beside.hide()  # until there is something on it: shown at once it is dressed once

    def show_view(self, view: RulePageView) -> None:
        """Show this rule, from its beginning where it is another one."""
        before, self._view = self._view, view
        if view == before:
            return
        self.card.show_rule(view)
        if before is None:
            QTimer.singleShot(AFTER_PAINT_MS, self, self._show_list)
        else:
            self._show_list()
        self.before.setEnabled(bool(view.before))
        self.after.setEnabled(bool(view.after))
        self._beside.show()
        chain(self)
        if before is not None and before.rule != view.rule:
            _to_top(self)

    def _show_list(self) -> None:
        """At first after the rule has been painted, so that the window is never held long."""
        if self._view is not None:
            self.list.show_rules(self._view)

    @property
    def _shown(self) -> str:
        return "" if self._view is None else self._view.rule

    def _neighbour(self, side: str) -> str:
        return "" if self._view is None else str(getattr(self._view, side))

    def _go(self, page: str, rule: str) -> None:
        self.wanted.emit(Place(page=page, rule=rule or None))


class Paragraph(QWidget):
    """A heading and what stands under it; nothing where there is nothing to say."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.heading = label(heading, "caption", wrap=True)
        self.text = label("", wrap=True)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        self.hide()

    def say(self, heading: str, text: str) -> None:
        """Say this."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.setVisible(bool(text))


class RuleCard(Card):
    """All that the rule says of itself; made once, and filled in anew for each rule."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.tags = tuple(Tag(look, "info") for _each in range(4))
        self.name = label("", "caption")
        self.heading = label("", "title", wrap=True)
        self.parts = [Paragraph() for _each in range(MOST_PARTS)]
        self.numbers_title = label(_("Its numbers, and where they come from"), "caption", wrap=True)
        self.numbers = CellTable(look, self.numbers_title.text())
        self.sure = Paragraph()
        self.sources = Publications()
        self.note = label("", "caption", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Flow(self.tags), 1)
        top.addWidget(self.name)
        self.body.addLayout(top)
        for part in (self.heading, *self.parts, self.numbers_title, self.numbers, self.sure):
            self.body.addWidget(part)
        for part in (label(_("Sources"), "caption"), self.sources, self.note):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_rule(self, view: RulePageView) -> None:
        """Show this rule."""
        self.setAccessibleName(view.title)
        self.name.setText(view.rule)
        self.heading.setText(view.title)
        for at, tag in enumerate(self.tags):
            tag.setVisible(at < len(view.levels))
            if at < len(view.levels):
                tag.set_level(*view.levels[at])
        for at, paragraph in enumerate(self.parts):
            told = view.parts[at] if at < len(view.parts) else None
            paragraph.say(told.heading if told else "", told.text if told else "")
        self.numbers_title.setVisible(bool(view.numbers.rows))
        self.numbers.setVisible(bool(view.numbers.rows))
        self.numbers.show_cells(view.numbers)
        self.sure.say(_("How sure this is"), view.sure)
        self.sources.show_publications(view.publications)
        self.note.setText(view.note)


class RuleList(Card):
    """Every rule of the book, most urgent first; a press on one leads to its page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("All rules"), note=_("most urgent first"))
        self.rows = RowList(look, name=_("All rules"))
        self.rows.doubleClicked.disconnect()
        self.rows.clicked.connect(lambda at: self.rows.opened.emit(self.rows.rows[at.row()].id))
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def show_rules(self, view: RulePageView) -> None:
        """Show the rules; the keyboard begins at the one whose page is open."""
        rows = tuple(
            Row(id=each.rule, time=each.rule, icon=LEVELS[each.level][1], text=each.title)
            for each in view.listed
        )
        if rows != self.rows.rows:
            self.rows.show_rows(rows)
        at = next((at for at, row in enumerate(rows) if row.id == view.rule), 0)
        self.rows.setCurrentIndex(self.rows.model().index(at, 0))


def _to_top(page: QWidget) -> None:
    """Begin to read at the top."""
    at = page.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    if at is not None:
        at.verticalScrollBar().setValue(0)
