"""Saving a file: whole or not at all, and for its owner only."""

from __future__ import annotations

import errno
import os
import resource
import stat
from pathlib import Path

import pytest

from spasmlog.errors import NotSaved
from spasmlog.exchange.native import save


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir() if each.is_file())


def test_a_file_is_saved_as_it_is_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "journal.json"

    save(file, "é\n漢😀\r\n")

    assert file.read_bytes() == "é\n漢😀\r\n".encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert left(tmp_path) == ["journal.json"]


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    file.write_text("old")

    save(str(file), "new")

    assert file.read_text() == "new"


def test_a_name_without_a_folder_is_in_the_folder_we_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    save("journal.json", "new")

    assert left(tmp_path) == ["journal.json"]


def test_a_long_name_is_saved(tmp_path: Path) -> None:
    name = "x" * 250 + ".json"

    save(tmp_path / name, "new")

    assert left(tmp_path) == [name]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("missing/journal.json", "there is no such file or folder"),
        ("old.json/journal.json", "a part of that place is not a folder"),
        ("folder", "that is a folder"),
        ("no\0name", "that is no file name"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_a_place_that_takes_no_file_is_refused_in_one_sentence(
    tmp_path: Path, path: str, said: str
) -> None:
    (tmp_path / "old.json").write_text("old")
    (tmp_path / "folder").mkdir()

    with pytest.raises(NotSaved) as refused:
        save(f"{tmp_path}/{path}", "new")

    assert refused.value.sentence.endswith(f"was not saved: {said}.")
    assert refused.value.next_step == "Choose another place, or make room there."
    assert left(tmp_path) == ["old.json"]
    assert (tmp_path / "old.json").read_text() == "old"


def test_a_disk_that_is_full_keeps_the_older_file(tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    file.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)

    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(NotSaved, match="was not saved: the file would be too large"):
            save(file, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert file.read_text() == "old"
    assert left(tmp_path) == ["journal.json"]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "nothing can be written there"),
        (errno.EACCES, "you may not read or write there"),
        (errno.EIO, "the disk reports a fault"),
    ],
)
def test_a_disk_that_fails_at_the_last_moment_keeps_the_older_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    file = tmp_path / "journal.json"
    file.write_text("old")

    def fails(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(NotSaved, match=said):
        save(file, "new")

    assert file.read_text() == "old"
    assert left(tmp_path) == ["journal.json"]


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        save(tmp_path / "journal.json", "new")

    assert left(tmp_path) == []
