"""A finished file to disk: whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from spasmlog.errors import NotSaved
from spasmlog.i18n import _


def save_pdf(path: Path, pdf: bytes) -> None:
    """Write the file under a name of its own beside the target, then put it in its place.

    Raises `NotSaved`; whatever lay at `path` before is then still there.
    """
    if path.is_dir():
        raise NotSaved(_("{path} is a folder.").format(path=path), _("Give a file name."))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".report-", suffix=".tmp")
    except OSError as error:
        raise _refusal(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(pdf)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        _settle(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _refusal(path, error) from error


def _settle(folder: Path) -> None:
    """Have the new name on disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refusal(path: Path, error: OSError) -> NotSaved:
    step = _("Choose another folder.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NotSaved(_("There is no folder {folder}.").format(folder=path.parent), step)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotSaved(_("The disk is full; the PDF was not saved."), step)
    return NotSaved(_("{folder} cannot be written to.").format(folder=path.parent), step)
