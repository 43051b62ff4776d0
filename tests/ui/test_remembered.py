"""What the window remembers of itself: never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from spasmlog.ui.remembered import FILE_NAME, Remembered


def test_what_is_kept_is_there_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    Remembered(folder).keep("report", {"paper": "a4"})
    Remembered(folder).keep("width", 1280)
    later = Remembered(folder)

    assert later.get("report", dict, {}) == {"paper": "a4"}
    assert later.get("width", int, 0) == 1280
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]


def test_what_was_never_kept_or_is_of_another_kind_is_the_default(tmp_path: Path) -> None:
    kept = Remembered(tmp_path)
    kept.keep("width", True)

    assert kept.get("width", int, 5) == 5
    assert kept.get("height", int, 6) == 6


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"[" * 100_000])
def test_what_cannot_be_read_is_forgotten(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(damaged)
    kept = Remembered(tmp_path)
    kept.keep("width", 7)

    assert Remembered(tmp_path).get("width", int, 0) == 7


def test_the_same_value_is_not_written_again(tmp_path: Path) -> None:
    kept = Remembered(tmp_path)
    kept.keep("width", 7)
    (tmp_path / FILE_NAME).unlink()
    kept.keep("width", 7)

    assert not (tmp_path / FILE_NAME).exists()


def test_a_folder_that_cannot_be_written_costs_nothing_but_the_memory(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in its place")
    kept = Remembered(tmp_path / "state")
    kept.keep("width", 7)

    assert kept.get("width", int, 0) == 7
    assert Remembered(tmp_path / "state").get("width", int, 0) == 0
