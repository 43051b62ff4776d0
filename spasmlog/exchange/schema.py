"""The JSON Schema of the journal's file, made from the same forms that read and write it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from spasmlog.domain import records as kinds
from spasmlog.domain.codec import COLLECTIONS, KIND_NAMES, Plain, forms, optional
from spasmlog.domain.records import Record
from spasmlog.domain.scales import BODY_PARTS
from spasmlog.exchange.native import SCHEMA_VERSION

Schema = dict[str, Plain]

_ID = f"urn:spasmlog:journal:{SCHEMA_VERSION}"
_SECOND = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
_MINUTES_OF_DAY: Schema = {"minimum": 0, "maximum": kinds.MAX_DAY_MINUTES}
_HOURS_OF_DAY: Schema = {"minimum": 0, "maximum": 24}
_DOSE: Schema = {"exclusiveMinimum": 0, "maximum": kinds.MAX_DOSE_MG}
_NAMED: Schema = {"pattern": r"\S"}
LIMITS: Mapping[str, Schema] = {
    "drinks.volume_ml": {"minimum": 1, "maximum": kinds.MAX_DRINK_ML},
    "activities.kind": _NAMED,
    "activities.minutes": {"minimum": 1, "maximum": kinds.MAX_DAY_MINUTES},
    "stretches.seconds": {"minimum": 1, "maximum": kinds.MAX_DAY_MINUTES * 60},
    "check_ins.sleep_h": _HOURS_OF_DAY,
    "check_ins.sitting_h": _HOURS_OF_DAY,
    "check_ins.fluids_ml": {"minimum": 0, "maximum": kinds.MAX_DAY_ML},
    "check_ins.moderate_min": _MINUTES_OF_DAY,
    "check_ins.vigorous_min": _MINUTES_OF_DAY,
    "check_ins.stretch_s": {"minimum": 0, "maximum": kinds.MAX_DAY_MINUTES * 60},
    "episodes.areas": {"propertyNames": {"enum": sorted(BODY_PARTS)}},
    "treatments.name": _NAMED,
    "treatments.usual_dose_mg": _DOSE,
    "treatment_uses.dose_mg": _DOSE,
    "treatment_uses.minutes": {"minimum": 1, "maximum": kinds.MAX_DAY_MINUTES},
    "scores.instrument": _NAMED,
    "scores.answers": {"additionalProperties": {"type": "integer", "minimum": 0, "maximum": 100}},
    "signal_notes.rule": _NAMED,
    "factors.name": _NAMED,
    "experiments.options": {"minItems": 2, "maxItems": 2},
    "experiments.order": {"minItems": 1, "items": {"enum": ["AB", "BA"]}},
    "experiments.block_days": {"minimum": 1, "maximum": 60},
    "profile.birth_year": {"minimum": 1880, "maximum": 2200},
}
"""What the records refuse beyond the form of a field; by collection and field."""


def schema() -> Schema:
    """JSON Schema, draft 2020-12; links, days and one check-in a day are for `load` to check."""
    collections = {name: {"type": "array", "items": _of(name)} for name in COLLECTIONS}
    profile = {"anyOf": [_of("profile"), {"type": "null"}]}
    version = {"const": SCHEMA_VERSION}
    top = {"profile": profile, "records": _whole(collections), "schema_version": version}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": "A SpasmLog journal",
        **_whole(top),
        "$defs": {name: _record(kind, name) for kind, name in KIND_NAMES.items()}
        | {"moment": _moment("Z"), "recorded": _moment("[.][0-9]{6}Z")},
    }


def schema_text() -> str:
    """The schema as it ships."""
    return json.dumps(schema(), indent=1, sort_keys=True) + "\n"


def _of(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _whole(properties: Mapping[str, Plain]) -> Schema:
    """An object with exactly these names."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": sorted(properties),
        "properties": dict(properties),
    }


def _record(kind: type[Record], name: str) -> Schema:
    known: Schema = {}
    for field, form in forms(kind).items():
        limited = {**form.schema, **LIMITS.get(f"{name}.{field}", {})}
        may_lack = field in optional(kind)
        known[field] = {"anyOf": [limited, {"type": "null"}]} if may_lack else limited
    return _whole(known)


def _moment(end: str) -> Schema:
    """An instant in UTC between the years that moments have, its zone, its offset in minutes."""
    return _whole(
        {
            "utc": {"type": "string", "pattern": f"^{_SECOND}{end}$"},
            "zone": {"type": "string", "minLength": 1},
            "offset_min": {"type": "integer", "minimum": -1439, "maximum": 1439},
        }
    )
