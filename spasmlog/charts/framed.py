"""A chart as it leaves the program: with a margin, its title above and its sentence beneath."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spasmlog.charts.base import Prepared
from spasmlog.charts.home import settle

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.lettering import Lettering
    from spasmlog.charts.sheet import Drawing
    from spasmlog.charts.style import Style

MARGIN = 20.0
HEAD, SAID = 16.0, 13.0
"""Design pixels of the letters of the title and of the sentence."""
AIR, LEADING = 10.0, 1.45
"""Between the chart and its words; and from line to line, as a multiple of the letters."""


@dataclass(frozen=True, slots=True)
class Words:
    """Some lines of one size."""

    lines: tuple[str, ...]
    size: float
    color: str
    bold: bool = False

    @property
    def step(self) -> float:
        """From line to line, before the text scale."""
        return self.size * LEADING


def framed(prepared: Prepared, title: str, style: Style) -> Figure:
    """As wide as the style says; what is missing is said in the chart itself, and only there."""
    settle()
    # Imported here: it loads matplotlib.
    from spasmlog.charts.lettering import Lettering, legible
    from spasmlog.charts.sheet import Drawing

    inner, letters = replace(style, width=style.width - 2 * MARGIN), Lettering(style)
    figure = prepared.draw(inner)
    assert isinstance(figure, Drawing)
    heads = letters.wrap(legible(title), inner.width, HEAD, bold=True)
    said = legible(prepared.describe()) if prepared.missing is None else ""
    told = letters.wrap(said, inner.width, SAID)
    head = Words(tuple(heads), HEAD, style.text, bold=True)
    _enlarge(figure, head, Words(tuple(told), SAID, style.quiet), letters, style)
    return figure


def _enlarge(figure: Drawing, head: Words, told: Words, letters: Lettering, style: Style) -> None:
    from spasmlog.charts.style import PX_PER_INCH

    wide, high = (float(each) * PX_PER_INCH for each in figure.get_size_inches())
    above, below = (style.px(each.step) * len(each.lines) for each in (head, told))
    below += style.px(AIR) if told.lines else 0.0
    above += style.px(AIR)
    figure.inches.translate(MARGIN / PX_PER_INCH, (MARGIN + below) / PX_PER_INCH)
    figure.set_size_inches(
        (wide + 2 * MARGIN) / PX_PER_INCH, (above + high + below + 2 * MARGIN) / PX_PER_INCH
    )
    _write(figure, head, letters, style, high + above)
    _write(figure, told, letters, style, -style.px(AIR))


def _write(figure: Drawing, words: Words, letters: Lettering, style: Style, top: float) -> None:
    """Downwards from a height, which is counted from the foot of the chart."""
    from spasmlog.charts.word import Word

    place = figure.inches + figure.dpi_scale_trans
    for at, line in enumerate(words.lines):
        base = top - style.px(words.step * (at + 1) - words.size * (LEADING - 0.72) / 2)
        font = letters.properties(line, words.size, words.bold)
        kept = Word(0, base, line, color=words.color, fontproperties=font, parse_math=False)
        kept.set_gid("head" if words.bold else "said")
        kept.set_transform(place)
        figure.add_artist(kept)
        kept.set_clip_on(False)
