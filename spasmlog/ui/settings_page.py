"""The Settings page: one scrolling page of cards, with the list of its headings at left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from spasmlog.errors import Refusal
from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.cards import Card
from spasmlog.ui.look import Look
from spasmlog.ui.medicines_card import MedicinesCard
from spasmlog.ui.page import Page
from spasmlog.ui.profile_card import ProfileCard
from spasmlog.ui.reading_order import chain
from spasmlog.ui.reminder_settings import RemindersCard, SpasmCard
from spasmlog.ui.score_settings import QuestionnairesCard
from spasmlog.ui.settings_cards import (
    AppearanceCard,
    DayCard,
    EmergencyCard,
    SettingCard,
    SignalsCard,
)
from spasmlog.ui.settings_facts import AboutCard, JournalCard, OpenFolder, RulesCard

if TYPE_CHECKING:
    from pathlib import Path

    from spasmlog.domain.diary import Step
    from spasmlog.views.settings import SettingsView

HEADINGS_WIDE = 208
HEADINGS_FROM = 760
"""In design pixels: below, the headings give their place to the cards."""
WIDEST = 720
GUTTER = 16


def open_with_system(folder: Path) -> object:
    """Show a folder in the program that the system has for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class SettingsPage(Page):
    """Changes apply at once, but for the forms of the journal's own records."""

    settings_changed = Signal(object)
    reminder_tried = Signal()
    """A sample of a notification is to be shown."""

    def __init__(self, look: Look, open_folder: OpenFolder = open_with_system) -> None:
        super().__init__()
        self._look = look
        self._area: QScrollArea | None = None
        self.appearance = AppearanceCard(look)
        self.day = DayCard(look)
        self.reminders = RemindersCard(look)
        self.spasm = SpasmCard(look)
        self.profile = ProfileCard(look)
        self.medicines = MedicinesCard(look)
        self.signals = SignalsCard(look)
        self.questionnaires = QuestionnairesCard(look)
        self.emergency = EmergencyCard(look)
        self.journal = JournalCard(look, open_folder)
        self.rules = RulesCard(look)
        self.about = AboutCard(look)
        self.headings: list[Button] = []
        self._lay_out()
        for card in self._settings():
            card.changed.connect(self.settings_changed)
        self.day.wanted.connect(self.wanted)
        self.signals.wanted.connect(self.wanted)
        self.reminders.tried.connect(self.reminder_tried)
        for form in (self.profile, self.medicines):
            form.asked.connect(self.asked)
        self.medicines.rearranged.connect(lambda: chain(self))
        look.changed.connect(self._fit)
        chain(self)

    def show_view(self, view: SettingsView) -> None:
        """Show what holds; what is being typed stays."""
        for card in self._settings():
            card.show_view(view)
        for form in (self.profile, self.medicines):
            form.show_view(view)
        for told in (self.journal, self.rules, self.about):
            told.show_view(view)

    def saved(self, step: Step) -> None:
        """Whichever form waits has had its answer."""
        del step
        for form in (self.profile, self.medicines.form):
            if form.waiting:
                form.done()

    def show_refusal(self, refusal: Refusal) -> bool:
        """Beside the form that asked."""
        for form in (self.profile, self.medicines.form):
            if form.waiting:
                form.say(refusal)
                return True
        return False

    def settle(self) -> bool:
        """A line that takes effect when it is left is left; then the profile is saved."""
        typing = self.focusWidget()
        if typing is not None:
            typing.clearFocus()
        settled = self.profile.settle()
        if not settled:
            QTimer.singleShot(0, self, lambda: self._go(self.profile))
        return settled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._area is None:
            self._area = self._found_area()
            if self._area is not None:
                self._area.verticalScrollBar().valueChanged.connect(self._keep_in_sight)

    def _settings(self) -> tuple[SettingCard, ...]:
        """The cards whose changes apply at once."""
        return (
            *(self.appearance, self.day, self.reminders, self.spasm),
            *(self.signals, self.questionnaires, self.emergency),
        )

    def _sections(self) -> tuple[Card, ...]:
        return (
            *(self.appearance, self.day, self.reminders, self.spasm),
            *(self.profile, self.medicines),
            *(self.signals, self.questionnaires, self.emergency),
            *(self.journal, self.rules, self.about),
        )

    def _lay_out(self) -> None:
        self.rail = QWidget()
        self._list = QWidget(self.rail)
        names = QVBoxLayout(self._list)
        names.setContentsMargins(0, 0, 0, 0)
        names.setSpacing(4)
        for card in self._sections():
            button = Button(card.title.text(), self._look, "flat")
            button.setAccessibleName(_("Go to {section}").format(section=card.title.text()))
            button.clicked.connect(lambda _on=False, to=card: self._go(to))
            self.headings.append(button)
            names.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        cards = QVBoxLayout()
        cards.setSpacing(GUTTER)
        for card in self._sections():
            card.setMaximumWidth(max(WIDEST, self._look.px(WIDEST)))
            cards.addWidget(card)
        cards.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GUTTER)
        row.addWidget(self.rail)
        row.addLayout(cards, 1)
        row.addStretch()

    def _fit(self) -> None:
        self.rail.setVisible(self.width() >= self._look.px(HEADINGS_FROM))
        wide = self._look.px(HEADINGS_WIDE)
        self.rail.setFixedWidth(wide)
        self._list.setGeometry(0, self._list.y(), wide, self._list.sizeHint().height())
        self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        """The headings stay where they are while the cards scroll by."""
        gone = 0 if self._area is None else self._area.verticalScrollBar().value()
        lowest = max(self.rail.height() - self._list.height(), 0)
        self._list.move(0, min(gone, lowest))

    def _go(self, card: Card) -> None:
        """Bring a card to the top, and the keyboard into it."""
        if self._area is not None:
            self._area.verticalScrollBar().setValue(card.mapTo(self, QPoint(0, 0)).y())
        card.setFocus()
        card.focusNextChild()

    def _found_area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent
