"""What every chart that is worked out first has in common: settle, and what is too little."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from spasmlog.charts.home import settle

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

Draw = Callable[["Style"], "Figure"]


def drawing(draw: Draw) -> Draw:
    """This drawing, after matplotlib was told where its files are; `draw` is what loads it."""

    def drawn(style: Style) -> Figure:
        settle()
        return draw(style)

    return drawn


def withheld(heading: str, missing: str) -> Draw:
    """A frame that says what is missing."""

    def draw(style: Style) -> Figure:
        from spasmlog.charts.too_few import too_few

        return too_few(style, heading, missing)

    return draw
