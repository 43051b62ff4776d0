"""A small journal as a file, and the ways in which one of its records can be wrong."""

from __future__ import annotations

import json
from typing import Any

from spasmlog.domain.records import Record
from spasmlog.domain.scales import Sign
from spasmlog.exchange.native import dump
from tests import build
from tests.charts.scored_scenes import peg

Plain = dict[str, Any]


def journal() -> tuple[Record, ...]:
    """One of everything that can be linked."""
    remedy = build.treatment()
    spasm = build.episode(hours=3)
    dose = build.use(of=remedy, spasm=spasm)
    return (
        remedy,
        spasm,
        dose,
        build.reading(episode_id=spasm.id, use_id=dose.id),
        build.course(treatment_id=remedy.id),
        build.check_in(),
        build.running(clock="14:00"),
        build.answer(0, Sign.FEVER),
        build.drink(),
        build.profile(allergies="Penicillin"),
        peg(9, 4, 5, 6),
    )


def file_of(*records: Record) -> Plain:
    found: Plain = json.loads(dump(build.diary(*records)))
    return found


PART = "Its answers are not those of its questionnaire."
WRONG: list[tuple[str, str, Plain, str]] = [
    ("an unknown field", "drinks", {"mood": 1}, "Fields missing or not known: mood."),
    ("a dose of -3", "treatment_uses", {"dose_mg": -3}, "A dose is a number of mg above 0."),
    ("a peak of 11", "episodes", {"peak": 11}, "Pain is a whole number from 0 to 10."),
    ("a true peak", "episodes", {"peak": True}, "True is not a whole number."),
    ("a sign off the list", "answers", {"sign": "hiccups"}, "'hiccups' is not one of the words"),
    ("a number too large", "check_ins", {"sleep_h": 10**400}, "is not a number."),
    ("a missing id", "drinks", {"id": None}, "id is missing."),
    ("an empty id", "drinks", {"id": ""}, "A record needs an id."),
    ("half a character", "check_ins", {"note": "\ud83d"}, "half a character"),
    ("half in an id", "drinks", {"id": "\udc00"}, "half a character"),
    ("a day off its time", "drinks", {"day": "2026-06-29"}, "Its day is not that of its time."),
    ("a day ahead of its time", "episodes", {"day": "2026-07-03"}, "A spasm cannot let go before"),
    ("an end off its time", "episodes", {"resolved_day": "2026-07-04"}, "Its day is not that of"),
    (
        "a zone off the map",
        "drinks",
        {"at": {"utc": "2026-07-01T09:00:00Z", "zone": "Nowhere/Land", "offset_min": 120}},
        "'Nowhere/Land' is not a time zone.",
    ),
    ("a lost dose", "treatment_uses", {"treatment_id": "gone"}, "What it is linked to is not"),
    ("a lost course", "courses", {"treatment_id": "gone"}, "What it is linked to is not"),
    ("a dose of a lost spasm", "treatment_uses", {"episode_id": "gone"}, "What it is linked to"),
    ("a reading of a lost spasm", "readings", {"episode_id": "gone"}, "What it is linked to"),
    ("a reading of a lost dose", "readings", {"use_id": "gone"}, "What it is linked to is not"),
    ("an answer of 11", "scores", {"answers": {"activity": 11, "enjoyment": 1, "pain": 1}}, PART),
    ("a missing answer", "scores", {"answers": {"activity": 1, "pain": 1}}, PART),
    ("an answer too many", "scores", {"answers": {"a": 1, "activity": 1, "pain": 1}}, PART),
    ("answers of another", "scores", {"instrument": "roland_morris"}, PART),
    ("no questionnaire", "scores", {"instrument": " "}, "A score needs the name of its"),
    ("a link to nothing", "readings", {"use_id": ""}, "What it is linked to is not"),
]
"""A name for it, the collection whose first record is changed, the change, and what is said."""
