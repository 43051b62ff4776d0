"""Where matplotlib keeps what it remembers: our own cache, out of reach of other settings."""

from __future__ import annotations

import os

from spasmlog.paths import cache_folder


def settle() -> None:
    """Name the folder; before matplotlib is imported, and before threads are started."""
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))
