"""The JSON Schema that ships: true to the program, and to the rules of schemas."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from spasmlog.domain.codec import COLLECTIONS, KIND_NAMES, forms, to_plain
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.errors import ImportRefused
from spasmlog.exchange.native import dump, load
from spasmlog.exchange.schema import LIMITS, schema, schema_text
from spasmlog.journal.made_up import made_up_person
from spasmlog.paths import shipped
from tests import build
from tests.exchange.files import WRONG, file_of, journal
from tests.strategies import journals

FILE = shipped("resources", "schema", "journal-1.json")
VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)
BEYOND = {
    "a day off its time",
    "a day ahead of its time",
    "an end off its time",
    "a zone off the map",
    "a lost dose",
    "a lost course",
    "a dose of a lost spasm",
    "a reading of a lost spasm",
    "a reading of a lost dose",
    "a link to nothing",
    "half a character",
    "half in an id",
    "an answer of 11",
    "a missing answer",
    "an answer too many",
    "answers of another",
}
"""What JSON Schema has no words for; what an answer may be hangs on its questionnaire."""


def fits(file: Any) -> bool:
    return bool(VALIDATOR.is_valid(file))


def test_the_shipped_schema_is_the_one_made_from_the_records() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(schema_text()))


def test_it_knows_every_kind_of_record_and_every_field() -> None:
    known = schema()["$defs"]

    assert set(known) == set(KIND_NAMES.values()) | {"moment", "recorded"}
    for kind, name in KIND_NAMES.items():
        assert known[name]["required"] == sorted(forms(kind))


@pytest.mark.parametrize("place", sorted(LIMITS))
def test_every_limit_is_of_a_field_that_exists(place: str) -> None:
    name, field = place.split(".")

    assert field in schema()["$defs"][name]["properties"]


def test_an_empty_journal_fits() -> None:
    assert fits(file_of())


@settings(max_examples=50)
@given(journals())
def test_every_journal_fits(records: tuple[Record, ...]) -> None:
    VALIDATOR.validate(json.loads(dump(build.diary(*records))))


def test_the_made_up_person_fits() -> None:
    now = Moment.of(datetime(2026, 7, 1, 12, 30, tzinfo=UTC), "Europe/Berlin")
    records = made_up_person(now, 0.4, 5, "Europe/Berlin", running=True)

    VALIDATOR.validate(json.loads(dump(Diary.of(now.diary_day(), records))))


@pytest.mark.parametrize(
    ("collection", "changes"),
    [each[1:3] for each in WRONG if each[0] not in BEYOND],
    ids=[each[0] for each in WRONG if each[0] not in BEYOND],
)
def test_it_refuses_what_it_can_express(collection: str, changes: dict[str, Any]) -> None:
    file = file_of(*journal())
    assert fits(file)

    file["records"][collection][0] |= changes

    assert not fits(file)


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        ("drinks", {"volume_ml": 0}),
        ("drinks", {"volume_ml": 5001}),
        ("drinks", {"day": "2026-02-30"}),
        ("drinks", {"day": "20260701"}),
        (
            "drinks",
            {"recorded_at": {"utc": "2026-07-01T09:00:00Z", "zone": "UTC", "offset_min": 0}},
        ),
        ("drinks", {"at": {"utc": "2026-07-01T09:00:00", "zone": "UTC", "offset_min": 0}}),
        ("drinks", {"at": {"utc": "1800-07-01T09:00:00Z", "zone": "UTC", "offset_min": 0}}),
        ("drinks", {"at": {"utc": "2026-07-01T09:00:00Z", "zone": "", "offset_min": 0}}),
        ("drinks", {"at": {"utc": "2026-07-01T09:00:00Z", "zone": "UTC", "offset_min": 1440}}),
        ("drinks", {"at": {"utc": "2026-07-01T09:00:00Z", "zone": "UTC"}}),
        ("check_ins", {"sleep_h": 24.5}),
        ("check_ins", {"sleep_h": -1}),
        ("check_ins", {"fluids_ml": 30_001}),
        ("check_ins", {"moderate_min": 1441}),
        ("check_ins", {"stretch_s": 86_401}),
        ("check_ins", {"exposures": {"stress": "yes"}}),
        ("check_ins", {"limited": "rather"}),
        ("check_ins", {"copied": None}),
        ("episodes", {"areas": {"tail": 3}}),
        ("episodes", {"movements": {"dance": "worse"}}),
        ("episodes", {"exposures": ["stress", "stress"]}),
        ("treatment_uses", {"minutes": 0}),
        ("treatments", {"name": " "}),
        ("treatments", {"usual_dose_mg": 0}),
    ],
)
def test_it_refuses_a_value_out_of_bounds_and_so_does_the_program(
    kind: str, changes: dict[str, Any]
) -> None:
    file = file_of(*journal())
    file["records"][kind][0] |= changes

    assert not fits(file)
    with pytest.raises(ImportRefused):
        load(json.dumps(file))


@pytest.mark.parametrize(
    "file",
    [
        None,
        {},
        {"schema_version": 2},
        file_of() | {"schema_version": 2},
        file_of() | {"extra": 1},
        file_of() | {"profile": {}},
        file_of() | {"records": {}},
        file_of() | {"records": {name: {} for name in COLLECTIONS}},
        file_of() | {"profile": to_plain(build.profile()) | {"birth_year": 1700}},
    ],
)
def test_it_refuses_what_is_no_journal(file: Any) -> None:
    assert not fits(file)
