"""The page of a rule: what it looks for, its numbers, its sources, and the other rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.beside import Beside
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import LEVELS, Card, Tag
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page, Place
from spasmlog.ui.publications import Publications
from spasmlog.ui.reading_order import chain
from spasmlog.ui.record_table import Row, RowList

if TYPE_CHECKING:
    from spasmlog.views.rule_page import RuleNumber, RulePageView

SHARES, TWO_FROM = (640, 364), 810


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

    def show_view(self, view: RulePageView) -> None:
        """Show this rule, from its beginning where it is another one."""
        before, self._view = self._view, view
        if view == before:
            return
        self.card.show_rule(view)
        self.list.show_rule(view)
        self.before.setEnabled(bool(view.before))
        self.after.setEnabled(bool(view.after))
        chain(self)
        if before is not None and before.rule != view.rule:
            _to_top(self)

    @property
    def _shown(self) -> str:
        return "" if self._view is None else self._view.rule

    def _neighbour(self, side: str) -> str:
        return "" if self._view is None else str(getattr(self._view, side))

    def _go(self, page: str, rule: str) -> None:
        self.wanted.emit(Place(page=page, rule=rule or None))


class RuleCard(Card):
    """All that the rule says of itself."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.tags = tuple(Tag(look, "info") for _each in range(4))
        self.name = label("", "caption")
        self.heading = label("", "title", wrap=True)
        self.sources = Publications()
        self.note = label("", "caption", wrap=True)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(Flow(self.tags), 1)
        top.addWidget(self.name)
        self.body.addLayout(top)
        self.body.addWidget(self.heading)
        self._at = self.body.count()
        self._told: QWidget | None = None
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
        self.sources.show_publications(view.publications)
        self.note.setText(view.note)
        self._replace(_told(view))

    def _replace(self, fresh: QWidget) -> None:
        old, self._told = self._told, fresh
        if old is not None:
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.body.insertWidget(self._at, fresh)
        fresh.show()  # at once, and not a turn of the event loop later


class RuleList(Card):
    """Every rule of the book, most urgent first; a press on one leads to its page."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("All rules"), note=_("most urgent first"))
        self.rows = RowList(look, name=_("All rules"))
        self.rows.doubleClicked.disconnect()
        self.rows.clicked.connect(lambda at: self.rows.opened.emit(self.rows.rows[at.row()].id))
        self.body.addWidget(self.rows)
        self.body.addStretch(1)

    def show_rule(self, view: RulePageView) -> None:
        """Show the rules, and which of them is open."""
        rows = tuple(
            Row(
                id=each.rule,
                time=each.rule,
                icon=LEVELS[each.level][1],
                text=each.title,
                quiet=_("shown here") if each.rule == view.rule else "",
            )
            for each in view.listed
        )
        if rows != self.rows.rows:
            self.rows.show_rows(rows)


def _told(view: RulePageView) -> QWidget:
    """What changes from rule to rule: the paragraphs, the numbers, and how sure they are."""
    told = QWidget()
    column = QVBoxLayout(told)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for part in view.parts:
        column.addLayout(_paragraph(part.heading, part.text))
    if view.numbers:
        column.addWidget(label(_("Its numbers, and where they come from"), "caption", wrap=True))
    for number in view.numbers:
        column.addLayout(_number(number))
        line = QFrame()
        line.setProperty("role", "line")
        column.addWidget(line)
    if view.sure:
        column.addLayout(_paragraph(_("How sure this is"), view.sure))
    return told


def _paragraph(heading: str, text: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label(heading, "caption", wrap=True))
    column.addWidget(label(text, wrap=True))
    return column


def _number(number: RuleNumber) -> QHBoxLayout:
    """The value stands at the far side, as in a table; where it comes from, below the name."""
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(label(number.name, wrap=True))
    words.addWidget(label(number.origin, "caption", wrap=True))
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addLayout(words, 1)
    row.addWidget(label(number.value, "medium"))
    return row


def _to_top(page: QWidget) -> None:
    """Begin to read at the top."""
    at = page.parentWidget()
    while at is not None and not isinstance(at, QScrollArea):
        at = at.parentWidget()
    if at is not None:
        at.verticalScrollBar().setValue(0)
