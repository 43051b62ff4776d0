"""A finished file to disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from spasmlog.errors import NotSaved
from spasmlog.i18n import _

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def save_pdf(path: Path, pdf: bytes) -> None:
    """Write the file beside the target, without a name until it is whole, then put it in its place.

    A link is followed, so that what it points to is replaced. Raises `NotSaved`; whatever lay at
    `path` before is then still there.
    """
    try:
        target = Path(os.path.realpath(path, strict=False))
        _require_replaceable(path, target)
        _write(target, pdf)
    except ValueError as error:  # a name that no file can have
        raise NotSaved(_("The file name cannot be used."), _("Give another file name.")) from error
    except OSError as error:
        raise _refusal(path, error) from error


def _require_replaceable(path: Path, target: Path) -> None:
    """Renaming over a file asks neither what it is nor whether it may be written to."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise NotSaved(_("{path} is a folder.").format(path=path), _("Give a file name."))
    if not stat.S_ISREG(mode):
        raise NotSaved(_("{path} is not a file.").format(path=path), _("Give another file name."))
    if not mode & _WRITABLE:
        raise NotSaved(
            _("{path} is marked as not to be changed.").format(path=path),
            _("Give another file name."),
        )


def _write(target: Path, pdf: bytes) -> None:
    handle, temporary, named = _new_file(target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(handle)
            if not named:  # a link is followed only where a folder is named too
                os.link(f"/proc/self/fd/{handle}", temporary, src_dir_fd=handle)
        temporary.replace(target)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _new_file(folder: Path) -> tuple[int, Path, bool]:
    """A file to write to, its name, and whether it has that already.

    A file without a name is gone when the program is killed; not every disk knows such files.
    """
    try:
        handle = os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)
    except OSError as error:
        if error.errno not in (errno.EOPNOTSUPP, errno.EISDIR):
            raise
        handle, name = tempfile.mkstemp(dir=folder, prefix=".report-", suffix=".tmp")
        return handle, Path(name), True
    return handle, folder / f".report-{secrets.token_hex(8)}.tmp", False


def _settle(folder: Path) -> None:
    """Have the new name on disk too, where the disk can: the file is whole under either name."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError) -> NotSaved:
    step = _("Choose another folder.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NotSaved(_("There is no folder {folder}.").format(folder=path.parent), step)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return NotSaved(_("The disk is full; the PDF was not saved."), step)
    if error.errno == errno.ENAMETOOLONG:
        return NotSaved(_("The file name is too long."), _("Give a shorter file name."))
    return NotSaved(_("{folder} cannot be written to.").format(folder=path.parent), step)
