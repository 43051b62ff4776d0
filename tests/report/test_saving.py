"""A finished PDF to disk: whole, or refused in one sentence with all as it was."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from spasmlog.errors import NotSaved
from spasmlog.report.pdf import save_pdf


def test_the_file_holds_what_was_given(tmp_path: Path) -> None:
    save_pdf(tmp_path / "page.pdf", b"%PDF")

    assert (tmp_path / "page.pdf").read_bytes() == b"%PDF"
    assert [each.name for each in tmp_path.glob("*.pdf")] == ["page.pdf"]


def test_a_file_that_lay_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_bytes(b"old")
    save_pdf(tmp_path / "page.pdf", b"new")

    assert (tmp_path / "page.pdf").read_bytes() == b"new"


def test_a_very_long_name_is_saved(tmp_path: Path) -> None:
    path = tmp_path / ("n" * 250 + ".pdf")
    save_pdf(path, b"new")

    assert path.read_bytes() == b"new"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match=r"There is no folder .*/none") as refusal:
        save_pdf(tmp_path / "none" / "page.pdf", b"new")

    assert refusal.value.next_step == "Choose another folder."


def test_a_file_in_the_place_of_the_folder_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(NotSaved, match="There is no folder"):
        save_pdf(tmp_path / "file" / "page.pdf", b"new")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="is a folder"):
        save_pdf(tmp_path, b"new")


def test_a_folder_that_cannot_be_written_to_is_refused() -> None:
    with pytest.raises(NotSaved, match=r"cannot be written to|There is no folder"):
        save_pdf(Path("/proc/page.pdf"), b"new")


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "The disk is full; the PDF was not saved."),
        (errno.EDQUOT, "The disk is full; the PDF was not saved."),
        (errno.EROFS, "cannot be written to."),
        (errno.EIO, "cannot be written to."),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, sentence: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "page.pdf").write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NotSaved, match=sentence):
        save_pdf(folder / "page.pdf", b"new")

    assert [each.name for each in folder.iterdir()] == ["page.pdf"]
    assert (folder / "page.pdf").read_bytes() == b"old"
