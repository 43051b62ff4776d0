"""The screen of flare mode: large buttons on the whole window, and nothing to scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from spasmlog.i18n import _
from spasmlog.ui.drawings import painter_on
from spasmlog.ui.flare_parts import BigButton, Line, Lines
from spasmlog.ui.flare_places import grown, places
from spasmlog.ui.flare_strip import FlareStrip
from spasmlog.ui.look import Look
from spasmlog.ui.reading_order import chain

if TYPE_CHECKING:
    from spasmlog.views.flare_mode import FlareTile, FlareView
    from spasmlog.views.words import Offer

SETTLE_MS = 400
"""So long after a press the same target takes no other: a trembling hand means one."""
ANEW_MS = 1600
"""So long where that press gave the target another meaning (our own choice)."""
ICON_ROLES = {"drop": "hydration", "stretch": "stretch"}
ACTIONS = ("medicine", "care", "water")


class FlarePage(QWidget):
    """Holds no journal. What is pressed goes out by its name; what was saved is said here."""

    pressed = Signal(str)
    """ "pain 7", main, undo, medicine, care, water, emergency, dark or leave."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: FlareView | None = None
        self._offer: Offer | None = None
        self._told = ""
        self._last = ("", "", QElapsedTimer())
        self.settle_ms, self.anew_ms = SETTLE_MS, ANEW_MS
        self.setProperty("takes_keys", True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._make(look)
        look.changed.connect(self._place)

    @property
    def told(self) -> str:
        """What was said last, while it is to be read."""
        return self._told

    @property
    def offer(self) -> Offer | None:
        """What the large button offers in place of its own, while that is to be read."""
        return self._offer

    def show_view(self, view: FlareView, *, can_undo: bool, dark: str) -> None:
        """Show this; `dark` are the words of the button that changes the colours, if any."""
        self._view, focus = view, QApplication.focusWidget()
        self.setAccessibleName(view.title)
        self._show_header()
        self.strip.set_value(view.level)
        self.undo.setEnabled(can_undo)
        for button, tile in zip(self.doings, (view.medicine, view.care, view.water), strict=True):
            _show_tile(button, tile)
        self.dark.show_words(dark)
        self.dark.setHidden(not dark)
        self._place()
        if focus in (self.undo, self.dark, *self.doings) and not self._can_be_pressed(focus):
            self.setFocus()  # else the next target has it, and the next press means that one

    def say(self, text: str, offer: Offer | None = None) -> None:
        """Say what was saved, or why it was not, in large words; an empty text: no more of it."""
        self._told, self._offer = text, offer
        self._show_header()
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def settled(self, name: str) -> bool:
        """Whether a press means something, and not that a hand trembled on the same target."""
        before, meant, since = self._last
        means = self.main.text() if name == "main" else ""
        least = self.settle_ms if means == meant else self.anew_ms
        if before == name and since.isValid() and not since.hasExpired(least):
            if means == meant:
                since.start()
            return False
        since.start()
        self._last = (name, means, since)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.pressed.emit("leave")
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        painter.fillRect(self.rect(), self._look.color("paper"))
        painter.end()

    def _make(self, look: Look) -> None:
        self.words, self.main = Lines(look), BigButton(look, kind="primary")
        self.strip = FlareStrip(look)
        self.undo = BigButton(look, "undo")
        self.doings = tuple(BigButton(look) for _name in ACTIONS)
        self.emergency = BigButton(look, "emergency")
        self.dark, self.leave = BigButton(look), BigButton(look, "close")
        self.main.set_style(32, centred=True)
        self.undo.set_style(18, centred=True)
        self.emergency.set_style(20, centred=False, role="emergency", icon_role="emergency")
        self.leave.set_style(20, centred=True)
        self.dark.set_style(18, centred=True)
        self.undo.show_words(_("Undo"))
        self.emergency.show_words(
            _("Numb, weak, or trouble peeing?"), _("Opens the emergency signs")
        )
        self.leave.show_words(_("Leave flare mode"))
        self.undo.setToolTip(_("Undo (Ctrl+Z)"))
        self.emergency.setToolTip(_("Emergency signs (F1)"))
        self.leave.setToolTip(_("Leave flare mode (F9)"))
        self._connect()

    def _connect(self) -> None:
        named = dict(zip(ACTIONS, self.doings, strict=True))
        named |= {"main": self.main, "undo": self.undo, "emergency": self.emergency}
        named |= {"dark": self.dark, "leave": self.leave}
        # Made in reading order, as they have no layout that Tab could follow.
        order = (self.words, self.main, self.strip, self.undo, *self.doings)
        for each in (*order, self.emergency, self.dark, self.leave):
            each.setParent(self)
        self.dark.hide()
        for name, button in named.items():
            button.clicked.connect(lambda _on=False, asked=name: self._press(asked))
        self.strip.chosen.connect(lambda level: self._press(f"pain {level}"))
        chain(self)

    @staticmethod
    def _can_be_pressed(target: QWidget | None) -> bool:
        return target is not None and target.isEnabled() and not target.isHidden()

    def _press(self, name: str) -> None:
        if self.settled(name):
            self.pressed.emit(name)

    def _show_header(self) -> None:
        view = self._view
        if view is None:
            return
        title = Line(text=view.title, px=36)
        told = Line(text=self._told, px=26)
        facts = Line(text=view.facts, px=20, weight=400, role="text-quiet")
        self.words.show_lines(title, *((told,) if self._told else (facts,)))
        offer = self._offer
        text = view.main.text if offer is None else offer.text
        self.main.show_words(text)
        key = "S" if view.episode_id is None else "E"
        self.main.setToolTip("" if offer is not None else f"{text} ({key})")

    def _place(self) -> None:
        shown = [each for each in self.doings if not each.isHidden()]
        dark = not self.dark.isHidden()
        size = (self.width(), self.height())
        mirrored = self.isRightToLeft()
        found = places(size, self._look.scale, len(shown), dark=dark, mirrored=mirrored)
        self.words.grown = self.strip.grown = grown(size)
        for each in self.findChildren(BigButton):
            each.grown = grown(size)
        self.words.setGeometry(found.words)
        self.main.setGeometry(found.main)
        self.strip.stand(found.tiles)
        self.undo.setGeometry(found.undo)
        self.undo.raise_()
        for button, spot in zip(shown, found.actions, strict=True):
            button.setGeometry(spot)
        for button, spot in zip((self.emergency, self.dark, self.leave), found.foot, strict=True):
            button.setGeometry(spot)


def _show_tile(button: BigButton, tile: FlareTile | None) -> None:
    button.setHidden(tile is None)
    if tile is not None:
        button.set_style(20, centred=False, icon_role=ICON_ROLES.get(tile.icon, "treatment"))
        button.show_words(tile.text, tile.detail, tile.icon)
