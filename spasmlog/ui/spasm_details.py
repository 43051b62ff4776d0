"""Where a spasm sits, what set it off, what makes it better or worse: of the one that runs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QWidget

from spasmlog.domain.scales import Nrs, Region, Side, Spread
from spasmlog.i18n import _
from spasmlog.journal.commands import Command, Edit
from spasmlog.ui.answer_grid import AnswerGrid
from spasmlog.ui.body_map import BodyMap
from spasmlog.ui.chip_rows import ChipRow
from spasmlog.ui.form_card import FormCard
from spasmlog.ui.inputs import LabelledField
from spasmlog.ui.look import Look
from spasmlog.ui.note_field import NoteField
from spasmlog.views import names
from spasmlog.views.amounts import sentence
from spasmlog.views.editing_day import effects, movements

if TYPE_CHECKING:
    from spasmlog.views.now import Details


class PlaceFields:
    """The body map and the rows that say where a spasm is; for a running one and a late entry."""

    def __init__(self, look: Look) -> None:
        self.region = ChipRow(
            look, _("Where"), [(each, sentence(names.region(each))) for each in Region]
        )
        self.side = ChipRow(look, _("Side"), [(each, sentence(names.side(each))) for each in Side])
        self.spread = ChipRow(
            look, _("Does it spread?"), [(each, sentence(names.spread(each))) for each in Spread]
        )
        self.body = BodyMap(look)
        self.body.put_beside(
            [
                LabelledField(look, _("Where"), self.region),
                LabelledField(look, _("Side"), self.side),
                LabelledField(look, _("Does it spread?"), self.spread),
            ]
        )

    def choose(
        self,
        region: Region | None = None,
        side: Side | None = None,
        spread: Spread | None = None,
        areas: Sequence[tuple[str, Nrs]] = (),
    ) -> None:
        """Show this place."""
        for row, value in ((self.region, region), (self.side, side), (self.spread, spread)):
            row.choose([] if value is None else [value])
        self.body.set_value(dict(areas))

    def values(self) -> dict[str, Any]:
        """The place by the names of a spasm's fields."""
        return {
            "region": self.region.value(),
            "side": self.side.value(),
            "spread": self.spread.value(),
            "areas": tuple(sorted(self.body.value().items())),
        }


class SpasmDetails(FormCard):
    """Saves only what was changed. What is typed here stays when the spasm lets go meanwhile."""

    changes_kept = True

    def __init__(self, look: Look) -> None:
        super().__init__(look, _("Place and details"), icon="body")
        self._shown: Details | None = None
        self.place = PlaceFields(look)
        self.causes = ChipRow(look, _("What set it off?"), exclusive=False)
        self.movements = AnswerGrid(look, _("Movement: better or worse"))
        self.movements.offer(movements(), effects())
        self.note_text = NoteField(look, _("Note"))
        for text, field in (
            (_("On the body map"), self.place.body),
            (_("What set it off?"), self.causes),
            (_("Movement: better or worse (press again to change)"), self.movements),
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
        return self.place.body

    @property
    def typed(self) -> object:
        return self._changes()

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

    def _show(self, details: Details) -> None:
        self._shown = details
        self.place.choose(details.region, details.side, details.spread, details.areas)
        self.causes.offer([(name, sentence(words)) for name, words in details.causes])
        self.causes.choose(tuple(details.exposures))
        self.movements.set_value(details.movements)
        if self.note_text.toPlainText() != details.note:
            self.note_text.setPlainText(details.note)

    def _lay_over(self, kept: dict[str, Any]) -> None:
        """Put back what was being typed, over what came from the diary."""
        place = self.place.values() | {
            name: kept[name] for name in self.place.values() if name in kept
        }
        self.place.choose(**place)
        if "exposures" in kept:
            self.causes.choose(tuple(kept["exposures"]))
        if "movements" in kept:
            self.movements.set_value(kept["movements"])
        if "note" in kept:
            self.note_text.setPlainText(kept["note"])

    def _changes(self) -> dict[str, Any]:
        """The fields that differ from what is saved."""
        if self._shown is None:
            return {}
        answers = self.movements.value()
        typed = self.place.values() | {
            "exposures": frozenset(cast("tuple[str, ...]", self.causes.values())),
            "movements": tuple(sorted((m, effect) for m, effect in answers if effect is not None)),
            "note": self.note_text.toPlainText(),
        }
        return {name: value for name, value in typed.items() if value != getattr(self._shown, name)}
