"""A text of one line that keeps its picture: shaping letters is most of the work of a redraw."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text

PAD = 4
"""Pixels around a picture, for letters that reach beyond their own width."""
KEPT = 512

Ink = tuple[Any, float, float]
"""The pixels, how wide the text is without its pad, and how far it reaches below its line."""


class Word(Text):
    """Stands on its baseline, upright. On a screen its picture is drawn; elsewhere its letters."""

    def draw(self, renderer: RendererBase) -> None:
        """At whole pixels, from the time before."""
        if not isinstance(renderer, RendererAgg) or self.get_bbox_patch() is not None:
            super().draw(renderer)
            return
        font, color = self.get_fontproperties(), str(self.get_color())
        pixels, wide, deep = _picture(self.get_text(), font, color, renderer.dpi)
        x, y = self.get_transform().transform(self.get_unitless_position())
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.get_horizontalalignment()]
        left, bottom = round(x - share * wide) - PAD, round(y) - deep - PAD
        brush = renderer.new_gc()
        renderer.draw_image(brush, left, bottom, pixels)
        brush.restore()


@lru_cache(maxsize=KEPT)
def _picture(text: str, font: FontProperties, color: str, dpi: float) -> Ink:
    wide, high, below = RendererAgg(1, 1, dpi).get_text_width_height_descent(text, font, False)
    deep = ceil(below)
    size = (ceil(wide) + 2 * PAD, ceil(high) + deep + 2 * PAD)
    canvas = RendererAgg(*size, dpi)
    brush = canvas.new_gc()
    brush.set_foreground(color)
    canvas.draw_text(brush, PAD, size[1] - PAD - deep, text, font, 0, False)
    return np.array(canvas.buffer_rgba())[::-1].copy(), wide, deep
