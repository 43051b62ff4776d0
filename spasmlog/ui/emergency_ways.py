"""The foot of the emergency page: what became of the tick, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from spasmlog.i18n import _
from spasmlog.ui.buttons import Button
from spasmlog.ui.labels import label
from spasmlog.ui.look import Look

if TYPE_CHECKING:
    from spasmlog.views.emergency import EmergencyView

ACROSS, DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Ways(QWidget):
    """Where nothing is so, there is a plain way back; else each way out keeps a record."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.saved = label("", "quiet", wrap=True)
        self.not_saved = label("", "prompt", wrap=True)
        self.not_printed = label("", "prompt", wrap=True)
        self.further = Button(_("Other safety questions"), look, size="roomy")
        self.back = Button(_("Back"), look, size="roomy")
        self.by_mistake = Button(_("I ticked that by mistake"), look, size="roomy")
        self.correct = Button(_("An entry is wrong"), look, size="roomy")
        # A call and a visit are two things: a doctor must not read "seen" of who only called.
        self.called = Button(_("I have called"), look, size="roomy")
        self.been_seen = Button(_("I have been seen"), look, size="roomy")
        said = QVBoxLayout()
        for text in (self.not_printed, self.not_saved, self.saved):
            said.addWidget(text)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(said, 1)
        not_so, got_help = (self.by_mistake, self.correct), (self.called, self.been_seen)
        for way in (self.further, self.back, *not_so, *got_help):
            self._row.addWidget(way)
        self.not_printed.hide()
        self.forget_refusal()

    def show_ways(self, view: EmergencyView, *, saved: bool) -> None:
        """The ways that are open now; `saved` is whether all that was ticked here is on disk."""
        for way in (self.further, self.back):
            way.setVisible(not view.is_urgent)
        self.by_mistake.setVisible(bool(view.ticked))
        self.correct.setVisible(view.is_urgent and view.over is not None)
        for way in (self.called, self.been_seen):
            way.setVisible(view.is_urgent)
        told = [_("Works without a network. Never closes by itself.")]
        if view.newest and saved:
            told.append(_("Your tick is saved."))
            self.forget_refusal()
        self.saved.setText(" ".join(told))

    def say_not_saved(self, sentence: str) -> None:
        """A tick did not reach the disk; it is tried again."""
        pattern = _("Your tick is not saved. {why} It is tried again by itself.")
        self.not_saved.setText(pattern.format(why=sentence))
        self.not_saved.show()
        self.saved.hide()

    def forget_refusal(self) -> None:
        """Say no more of it."""
        self.not_saved.hide()
        self.saved.show()

    def say_printed(self, done: bool) -> None:
        """One sentence where a print did not work."""
        self.not_printed.setText(
            _("It could not be printed. Show this screen instead, or try another printer.")
        )
        self.not_printed.setVisible(not done)

    def set_narrow(self, narrow: bool) -> None:
        """Below one another, or side by side."""
        self._row.setDirection(DOWN if narrow else ACROSS)
