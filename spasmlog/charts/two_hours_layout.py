"""How the rows of pain two hours later are laid out: the axis, and the stacks of dots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from spasmlog.analysis.follow_up import FollowUp
from spasmlog.charts.lettering import Lettering, legible
from spasmlog.charts.sheet import Point
from spasmlog.charts.style import Style
from spasmlog.charts.text_block import Line, width
from spasmlog.charts.two_hours import Tally
from spasmlog.i18n import _

LEAST_LOW, LEAST_HIGH = -5, 2
"""The axis reaches at least so far."""
DOTS = (9.0, 7.0, 5.0, 3.5)
"""Sizes of a dot, the largest that fits is taken."""
BETWEEN, STACK = 2.0, 84.0
"""Pixels between two dots, and how high a stack may become."""
PAD, GAP = 10.0, 18.0
NARROW = 15.0
"""Where one point of change has less than this beside the words, those go above the dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """How the dots lie: their size, how many abreast, how many high, and spasms to a dot."""

    size: float
    abreast: int
    high: int
    each: int

    @property
    def pitch(self) -> float:
        """From the middle of one to the middle of the next."""
        return self.size + BETWEEN

    @classmethod
    def of(cls, most: int, step: float, scale: float) -> Dots:
        """For stacks of at most so many on a step so wide."""
        found = cls(size=1, abreast=1, high=1, each=1)
        for size in DOTS:
            grown = size * (1 + (scale - 1) / 2)
            pitch = grown + BETWEEN
            abreast = max(int((step - BETWEEN) / pitch), 1)
            high = int(STACK / pitch)
            found = cls(size=grown, abreast=abreast, high=high, each=1)
            if abreast * high >= most:
                return found
        each = ceil(most / (found.abreast * found.high))
        return cls(size=found.size, abreast=found.abreast, high=found.high, each=each)

    def shape(self, count: int) -> tuple[int, int, int]:
        """How many dots so many spasms are, in how many columns, how high."""
        dots = ceil(count / self.each)
        columns = ceil(dots / self.high)
        return dots, columns, ceil(dots / columns)

    def places(self, count: int, x: float, middle: float) -> list[Point]:
        """Where the dots lie around a place."""
        dots, columns, high = self.shape(count)
        found = []
        for at in range(dots):
            column, row = divmod(at, high)
            tall = min(high, dots - column * high)
            found.append(
                (
                    x + (column - (columns - 1) / 2) * self.pitch,
                    middle + ((tall - 1) / 2 - row) * self.pitch,
                )
            )
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """From left to right; `beside`: the words stand beside the dots, else above them."""

    style: Style
    letters: Lettering
    low: int
    high: int
    left: float
    right: float
    beside: bool
    dots: Dots

    @property
    def step(self) -> float:
        """How wide one point of change is."""
        return (self.right - self.left) / (self.high - self.low + 1)

    def x(self, change: int) -> float:
        """Where a change lies."""
        return self.left + (change - self.low + 0.5) * self.step


def layout_of(rows: Sequence[Tally], style: Style, letters: Lettering) -> Layout:
    """Room for the words at both sides of the dots, where there is enough."""
    stacks = [stack for each in rows for stack in stacks_in(each)]
    low = min([LEAST_LOW, *(change for change, _spasms in stacks)])
    high = max([LEAST_HIGH, *(change for change, _spasms in stacks)])
    words = [line for each in rows for line in names_in(each)]
    told = [line for each in rows for line in results_in(each)]
    left = PAD + min(width(letters, words), style.width * 0.3) + style.px(GAP)
    right = style.width - PAD - _result_width(letters, told, style) - style.px(GAP)
    beside = right - left >= style.px(NARROW) * (high - low + 1)
    if not beside:
        left, right = PAD, style.width - PAD
    step = (right - left) / (high - low + 1)
    most = max((len(spasms) for _change, spasms in stacks), default=1)
    return Layout(
        style=style,
        letters=letters,
        low=low,
        high=high,
        left=left,
        right=right,
        beside=beside,
        dots=Dots.of(most, step, style.scale),
    )


def _result_width(letters: Lettering, told: Sequence[Line], style: Style) -> float:
    wanted = max(width(letters, told), letters.width(result_head()))
    return min(wanted, style.width * 0.3) + 1


def result_head() -> str:
    """What the results count."""
    return _("eased within 2 hours")


def names_in(of: Tally) -> tuple[Line, ...]:
    """What stands before a row."""
    return (Line(legible(of.name), strong=True), Line(of.times))


def results_in(of: Tally) -> tuple[Line, ...]:
    """What stands behind it."""
    head, limits = of.result
    return tuple(line for line in (Line(head, strong=True), Line(limits)) if line.text)


def stacks_in(of: Tally) -> tuple[tuple[int, tuple[FollowUp, ...]], ...]:
    """Its spasms by the change of their pain, lowest first."""
    found: dict[int, list[FollowUp]] = {}
    for each in of.dots:
        if each.drop is not None:
            found.setdefault(-each.drop, []).append(each)
    return tuple((change, tuple(spasms)) for change, spasms in sorted(found.items()))
