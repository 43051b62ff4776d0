"""A finished PDF to disk: whole, or refused in one sentence with all as it was."""

from __future__ import annotations

import errno
import os
import resource
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

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


def test_what_a_link_points_to_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "page.pdf").write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(tmp_path / "kept" / "page.pdf")
    save_pdf(link, b"new")

    assert link.is_symlink()
    assert (tmp_path / "kept" / "page.pdf").read_bytes() == b"new"


def test_a_link_to_nothing_yet_makes_the_file_there(tmp_path: Path) -> None:
    (tmp_path / "link.pdf").symlink_to(tmp_path / "page.pdf")
    save_pdf(tmp_path / "link.pdf", b"new")

    assert (tmp_path / "page.pdf").read_bytes() == b"new"


def test_links_in_a_circle_are_refused(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").symlink_to(tmp_path / "two.pdf")
    (tmp_path / "two.pdf").symlink_to(tmp_path / "one.pdf")
    with pytest.raises(NotSaved, match="cannot be written to"):
        save_pdf(tmp_path / "one.pdf", b"new")

    assert sorted(each.name for each in tmp_path.glob("*")) == ["home", "one.pdf", "two.pdf"]


def test_a_file_marked_as_not_to_be_changed_stays(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(NotSaved, match=r"page\.pdf is marked as not to be changed"):
        save_pdf(path, b"new")

    assert path.read_bytes() == b"old"


def test_what_is_not_a_file_is_not_put_away(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(NotSaved, match="is not a file"):
        save_pdf(pipe, b"new")
    with pytest.raises(NotSaved, match="is not a file"):
        save_pdf(Path("/dev/full"), b"new")

    assert pipe.is_fifo()
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("name", ["page\0.pdf", "page\ud800\0.pdf"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotSaved, match="cannot be used"):
        save_pdf(tmp_path / name, b"new")

    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="The file name is too long"):
        save_pdf(tmp_path / ("n" * 300), b"new")

    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_a_reader_who_has_the_old_file_open_keeps_it_and_the_next_one_gets_the_new(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old and whole")
    with path.open("rb") as reader:
        save_pdf(path, b"new")
        assert reader.read() == b"old and whole"

    assert path.read_bytes() == b"new"


def test_a_disk_that_takes_only_a_part_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        with pytest.raises(NotSaved, match="The disk is full"):
            save_pdf(path, b"n" * 2_000_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert path.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "page.pdf"]


def test_a_disk_that_cannot_settle_a_folder_still_has_the_whole_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = os.fsync

    def only_files(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112 - a handle has no Path
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        settle(handle)

    monkeypatch.setattr(os, "fsync", only_files)
    save_pdf(tmp_path / "page.pdf", b"new")

    assert (tmp_path / "page.pdf").read_bytes() == b"new"


def test_a_program_killed_while_it_saves_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"old")
    code = f"""
import os, pathlib, signal
from spasmlog.report.saving import save_pdf
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
save_pdf(pathlib.Path({str(path)!r}), b"n" * 2_000_000)
"""
    ended = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2])

    assert ended.returncode == -signal.SIGKILL
    assert path.read_bytes() == b"old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "page.pdf"]


def test_a_disk_without_nameless_files_gets_the_file_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def named_only(path: Any, flags: int, *mode: Any, **more: Any) -> int:
        if flags & os.O_TMPFILE == os.O_TMPFILE:
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        return opened(path, flags, *mode, **more)

    monkeypatch.setattr(os, "open", named_only)
    save_pdf(tmp_path / "page.pdf", b"new")

    assert (tmp_path / "page.pdf").read_bytes() == b"new"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["home", "page.pdf"]


def test_the_pages_can_be_read_by_nobody_else(tmp_path: Path) -> None:
    save_pdf(tmp_path / "page.pdf", b"new")

    assert stat.S_IMODE((tmp_path / "page.pdf").stat().st_mode) == 0o600
