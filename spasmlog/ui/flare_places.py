"""Where everything of flare mode stands: worked out from the window's size, so that all fits."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRect

GAP = 14
"""Between two targets, in pixels: less would let a trembling hand press the neighbour."""
COLUMNS = 6
HEADER, TILES, ACTIONS, FOOT = 112, 152, 112, 142
"""The heights of the rows by design, at 1280 by 800; others share the height alike."""
LARGE_HEADER, LARGE_TILES, LARGE_FOOT = 156, 116, 112
"""The same for the largest text: words need more of it, a number does not."""
LARGEST = 2.0
DESIGNED = (1280, 800)


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Rectangles; `tiles` are 0 to 10, `foot` emergency, dark and leave (dark may be empty)."""

    words: QRect
    main: QRect
    tiles: tuple[QRect, ...]
    undo: QRect
    actions: tuple[QRect, ...]
    foot: tuple[QRect, QRect, QRect]


def places(
    size: tuple[int, int], scale: float, actions: int, *, dark: bool, mirrored: bool = False
) -> Places:
    """Of a window so large, with so many buttons below the numbers."""
    grid = _Grid(size, scale, actions > 0, mirrored)
    squares = [grid.spot(1 + at // COLUMNS, at % COLUMNS, 1) for at in range(2 * COLUMNS)]
    emergency = COLUMNS - 3 if dark else COLUMNS - 2
    return Places(
        words=grid.spot(0, 0, 4),
        main=grid.spot(0, 4, 2),
        tiles=tuple(squares[:-1]),
        undo=squares[-1],
        actions=grid.shared(3, actions),
        foot=(
            grid.spot(-1, 0, emergency),
            grid.spot(-1, emergency, 1) if dark else QRect(),
            grid.spot(-1, COLUMNS - 2, 2),
        ),
    )


def grown(size: tuple[int, int]) -> float:
    """How much larger than by design words may be in a window so large."""
    return max(1.0, min(size[0] / DESIGNED[0], size[1] / DESIGNED[1]))


class _Grid:
    """Rows of different heights, each of six columns of one width."""

    def __init__(
        self, size: tuple[int, int], scale: float, has_actions: bool, mirrored: bool
    ) -> None:
        self._wide, high = size
        self._mirrored = mirrored
        self._across = 36 if self._wide >= 1200 else 20
        self._down = 28 if high >= 760 else 16
        self._lines = self._rows(high, scale, has_actions)

    def spot(self, row: int, column: int, span: int) -> QRect:
        """So many columns of a row."""
        left = self._edge(column, COLUMNS)
        return self._rect(row, left, self._edge(column + span, COLUMNS) - GAP)

    def shared(self, row: int, count: int) -> tuple[QRect, ...]:
        """A row that some share evenly."""
        edges = [self._edge(at, count) for at in range(count + 1)] if count else []
        return tuple(self._rect(row, left, right - GAP) for left, right in pairwise(edges))

    def _rect(self, row: int, left: int, right: int) -> QRect:
        top, high = self._lines[row]
        return QRect(self._wide - right if self._mirrored else left, top, right - left, high)

    def _edge(self, at: int, of: int) -> int:
        return self._across + (self._wide - 2 * self._across + GAP) * at // of

    def _rows(self, high: int, scale: float, has_actions: bool) -> list[tuple[int, int]]:
        """Each row's top and height."""
        more = (scale - 1) / (LARGEST - 1)
        header = HEADER + (LARGE_HEADER - HEADER) * more
        tiles = TILES + (LARGE_TILES - TILES) * more
        foot = FOOT + (LARGE_FOOT - FOOT) * more
        wanted = [header, tiles, tiles, *((ACTIONS,) if has_actions else ()), foot]
        gap = GAP if high < 760 else 20
        gaps = [gap, GAP, *(gap for _row in wanted[3:])]
        room = high - 2 * self._down - sum(gaps)
        rows, top = [], self._down
        for part, below in zip(wanted, (*gaps, 0), strict=True):
            rows.append((top, int(room * part / sum(wanted))))
            top += rows[-1][1] + below
        return rows
