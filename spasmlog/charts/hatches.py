"""The slanted lines over what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

GAP = 7.0
"""Pixels from one line to the next, along the ground."""


def slants(rects: Sequence[tuple[float, float, float, float]]) -> Any:
    """The ends of the lines x - y = k x gap, clipped to the rectangles; two rows a line."""
    parts = [np.empty((0, 2))]
    for left, bottom, right, top in rects:
        first, last = np.ceil((left - top) / GAP), np.floor((right - bottom) / GAP)
        shift = np.arange(first, last + 1) * GAP
        start, end = np.maximum(left, bottom + shift), np.minimum(right, top + shift)
        ends = np.stack([start, start - shift, end, end - shift], axis=1)
        parts.append(ends[start < end].reshape(-1, 2))
    return np.concatenate(parts)
