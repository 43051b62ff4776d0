"""Which entries can be moved, shifted, copied, changed or deleted together, and the refusals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Profile,
    Reading,
    Record,
    Score,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import N_, _

_TIMED = (Episode, Reading, Drink, Activity, Stretch, TreatmentUse)
_MOVED = (*_TIMED, CheckIn, Score, Visit, Course)
_LINKED = (Treatment, Episode, TreatmentUse, Reading)
_KEPT = (Factor, Experiment, Treatment, Profile)


@dataclass(frozen=True, slots=True)
class Shared:
    """A field that several kinds of entries have: its name on screen, and the kinds."""

    words: str
    kinds: tuple[type[Record], ...]


EXPOSURES, NOTE = "exposures", "note"
FIELDS: Mapping[str, Shared] = {
    "region": Shared(N_("place"), (Episode, Course)),
    "side": Shared(N_("side"), (Episode,)),
    "spread": Shared(N_("spread"), (Episode,)),
    "flare": Shared(N_("flare mark"), (Episode,)),
    EXPOSURES: Shared(N_("list of what set it off"), (Episode, CheckIn)),
    "treatment_id": Shared(N_("treatment"), (TreatmentUse, Course)),
    "kind": Shared(N_("kind of activity"), (Activity,)),
    "intensity": Shared(N_("effort"), (Activity,)),
    "minutes": Shared(N_("length in minutes"), (Activity, TreatmentUse)),
    "volume_ml": Shared(N_("volume"), (Drink,)),
    "routine": Shared(N_("routine"), (Stretch,)),
    "group": Shared(N_("muscle group"), (Stretch,)),
    NOTE: Shared(N_("note"), (Episode, Reading, CheckIn, TreatmentUse)),
}
"""What `EditMany` can change."""


def can_move(record: Record) -> bool:
    """Whether it can be taken to another day, and copied."""
    return isinstance(record, _MOVED)


def can_shift(record: Record) -> bool:
    """Whether it has a clock time of its own, which can be shifted."""
    return isinstance(record, _TIMED)


def can_delete(record: Record) -> bool:
    """Whether it may go with others: what days are compared by is not deleted by the dozen."""
    return not isinstance(record, _KEPT)


def takes(record: Record, field: str) -> bool:
    """Whether this field of it can be changed together with those of others."""
    return field in FIELDS and isinstance(record, FIELDS[field].kinds)


def stands_on(record: Record | None) -> int:
    """Its place among what is linked to one another, last what leans on all others."""
    return next((place for place, kind in enumerate(_LINKED) if isinstance(record, kind)), 0)


def refuse_unless(records: Iterable[Record], can: Callable[[Record], bool]) -> None:
    """Refuse what cannot be done with all of them."""
    if all(map(can, records)):
        return
    sentence, step = _REFUSALS[can]
    raise InvalidEntry(_(sentence), _(step))


def refuse_without(records: Iterable[Record], field: str) -> None:
    """Refuse to change a field that one of them does not have."""
    if field not in FIELDS:
        raise InvalidEntry(_("This cannot be changed for several entries at once."))
    if not all(takes(each, field) for each in records):
        raise InvalidEntry(
            _("One of these entries has no {field}.").format(field=_(FIELDS[field].words)),
            _("Leave it out, or leave this as it is."),
        )


_REFUSALS: Mapping[Callable[[Record], bool], tuple[str, str]] = {
    can_move: (
        N_("One of these entries belongs to its day and cannot be moved or copied."),
        N_("Leave out safety answers, signals, factors and experiments."),
    ),
    can_shift: (
        N_("One of these entries has no clock time."),
        N_("Move it to another day, or leave it out."),
    ),
    can_delete: (
        N_("One of these entries is no entry of a day."),
        N_("Leave out factors and experiments."),
    ),
}
