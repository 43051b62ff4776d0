"""Memory that drawings have left goes back to the system: charts are drawn in bursts."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Does nothing where the C library keeps no such memory, or cannot be told."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
