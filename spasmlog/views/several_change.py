"""What can be changed in several entries at once, as fields, and the command that changes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, cast

from spasmlog.domain.records import (
    MAX_DAY_MINUTES,
    MAX_DRINK_ML,
    CheckIn,
    Episode,
    Record,
    Treatment,
)
from spasmlog.domain.scales import Intensity, Side, Spread
from spasmlog.i18n import _
from spasmlog.journal import commands as c
from spasmlog.journal.several import takes
from spasmlog.views import fields as f
from spasmlog.views import names
from spasmlog.views.about import About, exposures, worded
from spasmlog.views.chosen import Chosen
from spasmlog.views.editing_day import regions
from spasmlog.views.fields import Field, Options
from spasmlog.views.forms import Entered

AS_IT_IS = "as it is"
"""What a choice stands on that is to be left alone: None is an answer, "not stated"."""
_ADD, _REMOVE = "add", "remove"
_OF_FIELD = {_ADD: "exposures", _REMOVE: "exposures"}
_ASKED = (
    "region",
    "side",
    "spread",
    "exposures",
    "treatment_id",
    "intensity",
    "minutes",
    "volume_ml",
    "note",
)


def takes_any(record: Record) -> bool:
    """Whether anything of it can be changed together with others."""
    return any(takes(record, name) for name in _ASKED)


def change_fields(chosen: Chosen, about: About) -> tuple[Field, ...]:
    """All that at least one of them has; where others do not, the label says of how many it is."""
    asked, count = [], len(chosen.records)
    for field in _all_fields(about):
        fit = chosen.count(chosen.kinds(partial(_has, field.name)))
        if not fit:
            continue
        some = _("{field} ({n} of {all})").format(field=field.label, n=fit, all=count)
        asked.append(field if fit == count else replace(field, label=some))
    return tuple(asked)


def change_command(records: Iterable[Record], found: Entered) -> c.Command | None:
    """What changes them, as one step; None where nothing is to be changed."""
    values = {name: value for name, value in found.values.items() if name in found.changed}
    together: dict[tuple[str, ...], list[str]] = {}
    alters = False
    for record in records:
        has = tuple(name for name in values if _has(name, record))
        if has:
            together.setdefault(has, []).append(record.id)
            alters = alters or any(_alters(name, values[name], record) for name in has)
    if not alters:
        return None
    made = tuple(_edit(ids, {n: values[n] for n in has}) for has, ids in together.items())
    return made[0] if len(made) == 1 else c.EditTogether(edits=made)


def _has(name: str, record: Record) -> bool:
    return takes(record, _OF_FIELD.get(name, name))


def _alters(name: str, value: Any, record: Record) -> bool:
    """Whether this makes anything different in it."""
    if name == "note":
        return bool(value)
    if name not in _OF_FIELD:
        return bool(getattr(record, name) != value)
    if isinstance(record, CheckIn):
        said = dict(record.exposures)
    else:
        said = dict.fromkeys(cast(Episode, record).exposures, True)
    if name == _ADD:
        return any(said.get(each) is not True for each in value)
    return not said.keys().isdisjoint(value)


def _edit(ids: list[str], values: Mapping[str, Any]) -> c.EditMany:
    apart = (_ADD, _REMOVE, "note")
    return c.EditMany(
        record_ids=tuple(ids),
        fields=tuple((name, value) for name, value in values.items() if name not in apart),
        add=values.get(_ADD, frozenset()),
        remove=values.get(_REMOVE, frozenset()),
        note=values.get("note", ""),
    )


def _all_fields(about: About) -> tuple[Field, ...]:
    stated = _("Not stated")
    offered = exposures((), about)
    minutes, ml = _("Minutes"), _("Amount")
    return (
        _choice("region", _("Place"), regions(stated)),
        _choice("side", _("Side"), worded(Side, names.side, blank=stated)),
        _choice("spread", _("Pain reaches"), worded(Spread, names.spread, blank=stated)),
        f.chips(_ADD, _("What set it off: add"), frozenset(), offered),
        f.chips(_REMOVE, _("What set it off: take away"), frozenset(), offered),
        _choice("treatment_id", _("Treatment"), _treatments(about), wide=True),
        _choice("intensity", _("How hard"), worded(Intensity, names.intensity)),
        f.number("minutes", minutes, None, MAX_DAY_MINUTES, low=1),
        f.number("volume_ml", ml, None, MAX_DRINK_ML, 10, low=10, unit=_("ml")),
        f.note("note", _("Note, to stand below what is there"), ""),
    )


def _choice(name: str, label: str, options: Options, *, wide: bool = False) -> Field:
    return f.choice(name, label, AS_IT_IS, ((AS_IT_IS, _("As it is")), *options), wide=wide)


def _treatments(about: About) -> Options:
    listed = about.diary.of_kind(Treatment)
    return tuple((each.id, each.name) for each in listed if not each.archived)
