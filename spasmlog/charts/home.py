"""Where matplotlib keeps what it remembers: our own cache, out of reach of other settings."""

from __future__ import annotations

import logging
import os

from spasmlog.paths import cache_folder


def settle() -> None:
    """Name the folder; before matplotlib is imported, and before threads are started."""
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))
    # On a full disk it would say so of its cache, which nobody misses.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
