"""What was asked by a notification is remembered, and nonsense in its place forgotten."""

from __future__ import annotations

import json
from pathlib import Path

from spasmlog.ui.remembered import FILE_NAME, Remembered
from spasmlog.ui.reminded import NAME, keep, recalled
from tests.build import utc


def test_what_was_asked_is_known_at_the_next_start(tmp_path: Path) -> None:
    told = {"relief:1": utc("2026-07-01T09:30"), "evening:2026-07-01": utc("2026-07-01T18:30")}

    keep(Remembered(tmp_path), told)

    assert recalled(Remembered(tmp_path)) == told
    assert recalled(Remembered(tmp_path / "another")) == {}


def test_nonsense_is_forgotten(tmp_path: Path) -> None:
    kept = {"a": "2026-07-01T09:30:00+00:00", "b": "soon", "c": 7, "d": "2026-07-01T09:30:00"}
    (tmp_path / FILE_NAME).write_text(json.dumps({NAME: kept}), encoding="utf-8")

    assert recalled(Remembered(tmp_path)) == {"a": utc("2026-07-01T09:30")}
