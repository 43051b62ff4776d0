"""What stands in the place of a chart that there is too little for: calm words, never bare axes."""

from __future__ import annotations

from matplotlib.figure import Figure

from spasmlog.charts.lettering import Lettering, legible
from spasmlog.charts.sheet import Row, Sheet, compose
from spasmlog.charts.style import Style

PAD, LINE = 16.0, 19.0
HEADING = 14.0


def too_few(style: Style, heading: str, missing: str) -> Figure:
    """A hatched frame with a heading and what is missing."""
    letters = Lettering(style)
    room = style.width - 2 * style.px(PAD)
    heads = letters.wrap(legible(heading), room, HEADING, True)
    lines = letters.wrap(legible(missing), room)
    step, pad = style.px(LINE), style.px(PAD)
    high = step * (len(heads) + len(lines)) + 2 * pad

    def draw(sheet: Sheet, bottom: float, top: float) -> None:
        frame = (1.0, bottom + 1, style.width - 1, top - 1)
        sheet.hatch([frame], "unknown")
        sheet.blocks([frame], "none", edge=style.grid, gid="frame")
        y = (bottom + top + high) / 2 - pad - step / 2
        for text, bold in (*((each, True) for each in heads), *((each, False) for each in lines)):
            size = HEADING if bold else 12.0
            color = style.text if bold else style.quiet
            middle = style.width / 2
            sheet.write(
                text,
                middle,
                y,
                color=color,
                size=size,
                bold=bold,
                align="center",
                ground=style.paper,
                gid="missing",
            )
            y -= step

    return compose(style, letters, None, [Row(high, draw, grows=True)])
