"""Where a spasm sits, what set it off, what makes it better or worse: of the one that runs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from spasmlog.domain.scales import Effect, Movement, Region, Side, Spread
from spasmlog.i18n import _
from spasmlog.journal.commands import Command, Edit
from spasmlog.ui.chip_rows import ChipRow, TurningChip
from spasmlog.ui.flow_layout import Flow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.inputs import LabelledField
from spasmlog.ui.look import Look
from spasmlog.ui.note_field import NoteField
from spasmlog.views import names
from spasmlog.views.amounts import sentence

if TYPE_CHECKING:
    from spasmlog.views.now import Details


class PlaceFields:
    """The rows that say where a spasm is; the same for a running one and a late entry."""

    def __init__(self, look: Look) -> None:
        self.region = ChipRow(
            look, _("Where"), [(each, sentence(names.region(each))) for each in Region]
        )
        self.side = ChipRow(look, _("Side"), [(each, sentence(names.side(each))) for each in Side])
        self.spread = ChipRow(
            look, _("Does it spread?"), [(each, sentence(names.spread(each))) for each in Spread]
        )

    def choose(self, region: Region | None, side: Side | None, spread: Spread | None) -> None:
        """Show this place."""
        for row, value in ((self.region, region), (self.side, side), (self.spread, spread)):
            row.choose([] if value is None else [value])

    def values(self) -> dict[str, Any]:
        """The place by the names of a spasm's fields."""
        return {
            "region": self.region.value(),
            "side": self.side.value(),
            "spread": self.spread.value(),
        }


class SpasmDetails(FormCard):
    """Saves only what was changed. What is typed here stays when the spasm lets go meanwhile."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Place and details"), icon="body")
        self._shown: Details | None = None
        self.place = PlaceFields(look)
        self.causes = ChipRow(look, _("What set it off?"), exclusive=False)
        effects = [(each, names.effect(each)) for each in (Effect.WORSE, Effect.BETTER)]
        self.movements = {
            each: TurningChip(
                look, sentence(names.movement(each)), [*effects, (Effect.SAME, _("no different"))]
            )
            for each in Movement
        }
        self.note_text = NoteField(look, _("Note"))
        for text, field in (
            (_("Where"), self.place.region),
            (_("Side"), self.place.side),
            (_("Does it spread?"), self.place.spread),
            (_("What set it off?"), self.causes),
            (_("Worse or better with (press again to change)"), self._movement_row()),
            (_("Note"), self.note_text),
        ):
            self.body.addWidget(LabelledField(look, text, field))
        self.add_foot()

    def show_details(self, details: Details | None) -> None:
        """Show the running spasm, unless something is being typed about it."""
        if details is None or details == self._shown:
            return
        if self._shown is not None and self._shown.episode_id == details.episode_id:
            kept = dict(self._changes())
            self._show(details)
            self._lay_over(kept)
        elif not self._changes():
            self._show(details)

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return self.place.region.widgets[0]

    @property
    def is_touched(self) -> bool:
        """Whether something is typed that is not saved."""
        return bool(self._changes())

    def commands(self) -> Iterable[Command]:
        if self._shown is not None and self.is_touched:
            yield Edit(record_id=self._shown.episode_id, fields=tuple(self._changes().items()))
        else:
            self.closed.emit()

    def clear(self) -> None:
        self.closed.emit()

    def forget(self) -> None:
        """The spasm is over and nothing is typed: the next one starts from nothing."""
        self._shown = None

    def _movement_row(self) -> Flow:
        row = Flow(tuple(self.movements.values()), gap=6)
        row.setAccessibleName(_("Worse or better with"))
        return row

    def _show(self, details: Details) -> None:
        self._shown = details
        self.place.choose(details.region, details.side, details.spread)
        self.causes.offer([(name, sentence(words)) for name, words in details.causes])
        self.causes.choose(tuple(details.exposures))
        effects = dict(details.movements)
        for movement, chip in self.movements.items():
            chip.set_value(effects.get(movement))
        if self.note_text.toPlainText() != details.note:
            self.note_text.setPlainText(details.note)

    def _lay_over(self, kept: dict[str, Any]) -> None:
        """Put back what was being typed, over what came from the diary."""
        place = self.place.values() | {
            name: kept[name] for name in self.place.values() if name in kept
        }
        self.place.choose(place["region"], place["side"], place["spread"])
        if "exposures" in kept:
            self.causes.choose(tuple(kept["exposures"]))
        for movement, effect in kept.get("movements", ()):
            self.movements[movement].set_value(effect)
        if "note" in kept:
            self.note_text.setPlainText(kept["note"])

    def _changes(self) -> dict[str, Any]:
        """The fields that differ from what is saved."""
        if self._shown is None:
            return {}
        answers = ((each, chip.value()) for each, chip in self.movements.items())
        typed = self.place.values() | {
            "exposures": frozenset(cast("tuple[str, ...]", self.causes.values())),
            "movements": tuple(sorted((m, effect) for m, effect in answers if effect is not None)),
            "note": self.note_text.toPlainText(),
        }
        return {name: value for name, value in typed.items() if value != getattr(self._shown, name)}
