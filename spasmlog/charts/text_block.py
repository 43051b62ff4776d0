"""A few lines of text under each other: names and results beside the rows of a chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spasmlog.charts.lettering import Lettering, legible
from spasmlog.charts.sheet import Align, Sheet
from spasmlog.charts.style import Style

STEP = 18.0
"""Design pixels from one line to the next."""
STRONG, PLAIN = 13.0, 12.0


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; a strong one is larger, bold and in the colour of text."""

    text: str
    strong: bool = False

    @property
    def size(self) -> float:
        """In design pixels."""
        return STRONG if self.strong else PLAIN


def width(letters: Lettering, lines: Iterable[Line]) -> float:
    """How wide the widest of them is."""
    return max((letters.width(each.text, each.size, each.strong) for each in lines), default=0.0)


def fitted(letters: Lettering, line: Line, room: float, most: int = 2) -> tuple[Line, ...]:
    """The line, wrapped into at most so many, the last of them cut short where it must."""
    texts = letters.wrap(legible(line.text), room, line.size, line.strong)
    if len(texts) > most:
        rest = " ".join(texts[most - 1 :])
        texts = [*texts[: most - 1], letters.fit(rest, room, line.size, line.strong)]
    return tuple(Line(text, line.strong) for text in texts)


def block_height(style: Style, lines: Sequence[Line]) -> float:
    """How high they are together."""
    return style.px(STEP) * len(lines)


def write_block(
    sheet: Sheet, lines: Sequence[Line], x: float, middle: float, align: Align = "left"
) -> None:
    """Write them around a height."""
    style = sheet.style
    y = middle + block_height(style, lines) / 2 - style.px(STEP) / 2
    for each in lines:
        color = style.text if each.strong else style.quiet
        sheet.write(
            each.text, x, y, color=color, size=each.size, bold=each.strong, align=align, gid="row"
        )
        y -= style.px(STEP)
