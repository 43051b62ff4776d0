"""Settings: nonsense falls back value by value, and the file is whole or as it was."""

from __future__ import annotations

import json
import stat
from dataclasses import asdict, replace
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog import settings
from spasmlog.settings import FILE_NAME, Settings, read, write
from tests.strategies import texts

OWN = Settings(
    day_start="05:30",
    theme="dark",
    text_percent=175,
    country="DE",
    emergency_number="112",
    glass_ml=330,
    single_letters=False,
    weekly_peg=False,
    monthly_roland_morris=True,
    remind_relief=True,
    relief_after_min=90,
    remind_evening=True,
    evening_at="19:00",
    remind_peg=True,
    remind_while_closed=True,
    reminders_in_full=True,
    quiet_from="21:00",
    quiet_to="08:15",
    stay_in_tray=True,
    flare_by_itself=True,
)


def put(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    data = text if isinstance(text, bytes) else text.encode()
    (folder / FILE_NAME).write_bytes(data)
    return folder


def test_what_is_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    write(folder, OWN)

    assert read(folder) == OWN
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]


def test_without_a_file_everything_is_as_delivered(tmp_path: Path) -> None:
    assert read(tmp_path) == Settings()
    assert Settings().day_starts == time(3)
    assert Settings().text_scale == 1.0


@pytest.mark.parametrize(
    "damaged",
    ["", "{", "[]", "null", "7", '"text"', b"\xff\xfe", "[" * 100_000, "1" * 5000, b"\0" * 100],
)
def test_a_damaged_file_is_read_as_the_defaults(tmp_path: Path, damaged: str | bytes) -> None:
    assert read(put(tmp_path, damaged)) == Settings()


def test_a_folder_in_the_place_of_the_file_is_read_as_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()

    assert read(tmp_path) == Settings()


NONSENSE: list[tuple[str, Any]] = [
    ("day_start", "3"),
    ("day_start", "24:00"),
    ("day_start", "03:00+01:00"),
    ("day_start", "T0300"),
    ("day_start", "nonsense"),
    ("day_start", 3),
    ("day_start", None),
    ("theme", "pink"),
    ("theme", ["dark"]),
    ("text_percent", 99),
    ("text_percent", 1_000_000),
    ("text_percent", 150.0),
    ("text_percent", True),
    ("text_percent", "150"),
    ("country", "Germany"),
    ("country", "1x"),
    ("emergency_number", "1" * 21),
    ("emergency_number", "1\n2"),
    ("emergency_number", "\0"),
    ("emergency_number", 112),
    ("glass_ml", 0),
    ("glass_ml", -250),
    ("glass_ml", 10**9),
    ("single_letters", 0),
    ("single_letters", "no"),
]


@pytest.mark.parametrize(("name", "value"), NONSENSE)
def test_a_value_that_makes_no_sense_falls_back_alone(
    tmp_path: Path, name: str, value: object
) -> None:
    found = read(put(tmp_path, json.dumps(asdict(OWN) | {name: value})))

    assert found == replace(OWN, **{name: getattr(Settings(), name)})


def test_what_a_later_version_wrote_beside_it_is_left_alone(tmp_path: Path) -> None:
    assert read(put(tmp_path, json.dumps(asdict(OWN) | {"from_the_future": 1}))) == OWN


@given(
    st.dictionaries(
        st.sampled_from([*asdict(OWN), "other"]),
        st.none() | st.booleans() | st.integers() | st.floats() | texts | st.lists(texts),
    )
)
def test_any_values_give_settings_that_can_be_used(values: dict[str, object]) -> None:
    found = settings._sensible(values)

    assert isinstance(found.day_starts, time)
    assert 1.0 <= found.text_scale <= 2.0


def test_a_disk_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    write(tmp_path, OWN)
    (tmp_path / f".{FILE_NAME}.half").mkdir()
    with pytest.raises(OSError, match="half"):
        write(tmp_path, Settings())

    assert read(tmp_path) == OWN
