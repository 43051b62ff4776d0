"""A spasm at another time: yesterday's, or one that began before there was a hand free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from PySide6.QtWidgets import QLineEdit

from spasmlog.domain.scales import Nrs
from spasmlog.i18n import _
from spasmlog.journal.commands import Command, LogEpisode
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.inputs import LabelledField, Segmented
from spasmlog.ui.look import Look
from spasmlog.ui.pain_strip import PainStrip
from spasmlog.ui.spasm_details import PlaceFields
from spasmlog.ui.time_fields import TimeField

AGO = timedelta(hours=1)


class EarlierSpasm(FormCard):
    """When it began is asked; everything else may stay open."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("A spasm at another time"), icon="clock")
        self._fresh = True
        self.began = TimeField(look, _("It began"))
        self.over = Segmented(
            look,
            (
                ("over", _("Let go at")),
                ("running", _("Still running")),
                ("unknown", _("Not known")),
            ),
            _("When did it let go?"),
        )
        self.ended = TimeField(look, _("It let go"))
        self.peak = PainStrip(look, compact=True)
        self.peak.setAccessibleName(_("Worst pain, 0 to 10"))
        self.peak.chosen.connect(self._choose_peak)
        self.place = PlaceFields(look)
        self.words = QLineEdit()
        self.over.changed.connect(self._show_end)
        for field in (self.began, self.ended):
            field.changed.connect(self._time_typed)
        self._lay_out(look)
        self.clear()

    def start_from(self, clock: datetime) -> None:
        """Begin an hour ago and end now, by this clock time, unless times are typed already."""
        if not self._fresh:
            return
        now = clock.replace(second=0, microsecond=0)
        self.began.set_value(now - AGO)
        self.ended.set_value(now)
        self._fresh = True

    def commands(self) -> Iterable[Command]:
        over, place = self.over.value(), self.place.values()
        peak = self.peak.value()
        yield LogEpisode(
            onset=self.began.value(),
            resolved=self.ended.value() if over == "over" else None,
            end_unknown=over == "unknown",
            peak=None if peak is None else Nrs(peak),
            note=self.words.text(),
            **place,
        )

    @property
    def typed(self) -> object:
        place = [each for each in self.place.values().values() if each]
        times = () if self._fresh else (self.began.value(), self.ended.value())
        over = self.over.value() if self.over.value() != "over" else None
        found = (*times, over, self.peak.value(), self.words.text(), *place)
        return tuple(each for each in found if each not in (None, ""))

    def clear(self) -> None:
        self._fresh = True
        self.over.set_value("over")
        self._show_end()
        self.peak.set_value(None)
        self.place.choose()
        self.words.clear()
        self.closed.emit()

    def _choose_peak(self, level: int) -> None:
        """A number, or none again when it is pressed a second time."""
        self.peak.set_value(None if self.peak.value() == level else level)

    def _time_typed(self) -> None:
        self._fresh = False

    def _show_end(self) -> None:
        self.ended.setVisible(self.over.value() == "over")

    def _lay_out(self, look: Look) -> None:
        end = Flow((self.over, self.ended), 12)
        for text, field in (
            (_("It began"), self.began),
            (_("When did it let go?"), end),
            (_("Worst pain"), self.peak),
            (_("On the body map"), self.place.body),
            (_("Note"), self.words),
        ):
            self.body.addWidget(LabelledField(look, text, field))
        self.add_foot()
