"""How far to trust the page: a strip of facts on each tab, its details opened in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.figure_work import in_turn
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Latest, Tasks

if TYPE_CHECKING:
    from datetime import time

    from spasmlog.domain.diary import Diary
    from spasmlog.views.insights_trust import Fact, TrustView

GAP = 24
ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FactLabel(QWidget):
    """What a fact is about, and how it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.about, self.told = label("", "caption"), label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.about)
        column.addWidget(self.told)

    def show_fact(self, fact: Fact) -> None:
        """Show this."""
        self.about.setText(fact.about)
        self.told.setText(fact.told)


class InsightsTrust(Card):
    """Worked out on a thread; what it takes away from the page is always said."""

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__(look)
        self.setAccessibleName(_("How far to trust it"))
        self._latest = Latest(tasks)
        self._shown_for: tuple[Diary, time] | None = None
        self._opened = False
        self._shown = 0
        self.facts = Flow(gap=GAP)
        self.more = Button("", look, "flat", icon="info")
        self.effects = label("", wrap=True)
        self.details = label("", "quiet", wrap=True)
        self.more.clicked.connect(lambda: self._open(not self._opened))
        self._row = QBoxLayout(ACROSS)
        self._row.addWidget(self.facts, 1)
        self._row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.body.addLayout(self._row)
        look.changed.connect(self._turn)
        self.body.addWidget(self.effects)
        self.body.addWidget(self.details)
        self._open(False)
        self.hide()

    def show_diary(self, diary: Diary, day_start: time) -> None:
        """Show how far this journal can be trusted, unless that is there or on its way."""
        before = self._shown_for
        if before is not None and before[0] is diary and before[1] == day_start:
            return
        self._shown_for = (diary, day_start)
        work = partial(_found, diary, day_start)
        self._latest.run(
            lambda progress: in_turn(work, 0, progress), self._take, self._refused, "trust"
        )

    def clear(self) -> None:
        """Nothing is known that could be trusted."""
        self._latest.cancel()
        self._shown_for = None
        self.hide()

    def _take(self, view: TrustView | None) -> None:
        self.setVisible(view is not None)
        if view is None:
            return
        while len(self.facts.widgets) < len(view.facts):
            self.facts.add(FactLabel())
        for at, widget in enumerate(self.facts.widgets):
            assert isinstance(widget, FactLabel)
            if at < len(view.facts):
                widget.show_fact(view.facts[at])
        self._shown = len(view.facts)
        self._turn()
        self.effects.setText(" ".join(view.effects))
        self.effects.setVisible(bool(view.effects))
        self.details.setText("\n".join(view.details))

    def _refused(self, refusal: Refusal) -> None:
        self.effects.setText(str(refusal))

    def _turn(self) -> None:
        """Where the text is large, the first fact stands for all until they are wanted."""
        first_alone = self._look.large and not self._opened
        for at, widget in enumerate(self.facts.widgets):
            widget.setVisible(at < (min(self._shown, 1) if first_alone else self._shown))
        self._row.setDirection(DOWN if self._look.large and self._opened else ACROSS)

    def _open(self, opened: bool) -> None:
        self._opened = opened
        self._turn()
        self.details.setVisible(opened)
        self.more.set_text(_("Hide the details") if opened else _("How far to trust it"))


def _found(diary: Diary, day_start: time) -> TrustView | None:
    """Imported where it runs: it needs numpy."""
    from spasmlog.views.insights_trust import trust_view

    return trust_view(diary, day_start)
