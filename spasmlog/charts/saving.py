"""A drawn chart as bytes, always the same for the same chart, and into a file as a whole."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from spasmlog.errors import InvalidEntry, NotSaved
from spasmlog.i18n import _

Draw = Callable[[Figure], bytes]
_ID = re.compile(rb'\bid="([^"]*)"')
_HASHED = re.compile(rb'(id="|#)([A-Za-z]*(?:[0-9a-f]+_)*[0-9a-f]{10})(?=["\)])')


def svg(figure: Figure) -> bytes:
    """A vector drawing, its letters as outlines."""
    kept = BytesIO()
    FigureCanvasSVG(figure).print_svg(kept, metadata=_bare("Date", "Creator", "Format", "Type"))
    return _numbered(kept.getvalue())


def png(figure: Figure) -> bytes:
    """A picture in the figure's own pixels."""
    kept = BytesIO()
    FigureCanvasAgg(figure).print_png(kept, metadata=_bare("Software"))
    return kept.getvalue()


def pdf(figure: Figure) -> bytes:
    """A page of the figure's size."""
    # Imported here: it loads what the other two have no use for.
    from matplotlib.backends.backend_pdf import FigureCanvasPdf

    kept = BytesIO()
    FigureCanvasPdf(figure).print_pdf(kept, metadata=_bare("CreationDate", "Creator", "Producer"))
    return kept.getvalue()


KINDS: Mapping[str, Draw] = {".svg": svg, ".png": png, ".pdf": pdf}


def save(figure: Figure, path: Path) -> None:
    """The figure into a file, as its suffix says; what lay there before stays if it fails.

    Raises `NotSaved`, and `InvalidEntry` for another suffix.
    """
    draw = KINDS.get(path.suffix.lower())
    if draw is None:
        raise InvalidEntry(
            _("A chart is drawn into a file that ends in {kinds}.").format(kinds=", ".join(KINDS))
        )
    _write(path, draw(figure))


def _bare(*names: str) -> dict[str, Any]:
    """No date and no version: they would differ where the chart does not."""
    return dict.fromkeys(names)


def _numbered(drawn: bytes) -> bytes:
    """matplotlib salts the ids of shapes anew each time, and repeats ours: number them instead."""
    names: dict[bytes, bytes] = {}
    seen: Counter[bytes] = Counter()

    def name(found: re.Match[bytes]) -> bytes:
        return found[1] + names.setdefault(found[2], b"shape-%d" % (len(names) + 1))

    def once(found: re.Match[bytes]) -> bytes:
        seen[found[1]] += 1
        return found[0] if seen[found[1]] == 1 else b'id="%s-%d"' % (found[1], seen[found[1]])

    return _ID.sub(once, _HASHED.sub(name, drawn))


def _write(path: Path, drawn: bytes) -> None:
    if path.is_dir():
        raise NotSaved(_("{path} is a folder.").format(path=path), _("Give a file name."))
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".chart-", suffix=".tmp")
    except OSError as error:
        raise _refusal(path, error) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(drawn)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _refusal(path, error) from error


def _refusal(path: Path, error: OSError) -> NotSaved:
    step = _("Choose another folder.")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return NotSaved(_("There is no folder {folder}.").format(folder=path.parent), step)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NotSaved(_("The disk is full; the chart was not saved."), step)
    return NotSaved(_("{folder} cannot be written to.").format(folder=path.parent), step)
