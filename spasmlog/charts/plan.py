"""What every part of one chart is drawn from: the diary, the days, and what of them is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from spasmlog.charts.axis_dates import GAP, Place, places
from spasmlog.charts.base import Asked
from spasmlog.charts.lettering import Lettering
from spasmlog.charts.sheet import Sheet
from spasmlog.charts.span import Span
from spasmlog.charts.spasm_days import spasm_days
from spasmlog.charts.style import Style
from spasmlog.charts.text_block import Line, fitted
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary

LABEL_GAP = 8.0
WIDEST_LEFT, WIDEST_RIGHT = 0.28, 0.2
MOST_LEFT, SLACK = 140.0, 4.0
"""Shares of the width that the labels beside the plot may take, and the most at the left; the
slack is for letters drawn as outlines, which are a little wider than on a screen."""
STEP = 17.0
"""Design pixels from one line of a label to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The layout from left to right, computed once; the rows decide the height.

    `known` are the days on which anything is known, by ordinal; `spasms` those of them that a
    spasm touched, in the place that is asked for.
    """

    diary: Diary
    span: Span
    style: Style
    letters: Lettering
    dates: tuple[Place, ...]
    known: Sequence[tuple[int, DayFacts]]
    spasms: frozenset[int]

    @classmethod
    def of(
        cls,
        asked: Asked,
        style: Style,
        left: Iterable[str],
        right: Iterable[tuple[str, bool]] = (),
    ) -> Plan:
        """Room for the labels at the left and, as far as there is room, at the right."""
        letters = Lettering(style)
        most = min(style.width * WIDEST_LEFT, style.px(MOST_LEFT))
        gutter = min(letters.widest(left) + LABEL_GAP + SLACK, most)
        end = max((letters.width(text, bold=bold) for text, bold in right), default=0.0)
        end = end + LABEL_GAP + 2 if end else 0.0
        if end > style.width * WIDEST_RIGHT:
            end = 0.0
        last = max(asked.first, asked.last)
        span = Span(asked.first, last, gutter, style.width - max(end, style.px(6)))
        found = places(span, letters, style.width, style.px(GAP))
        return cls(
            diary=asked.diary,
            span=span,
            style=style,
            letters=letters,
            dates=found,
            known=_known(asked.diary, span),
            spasms=spasm_days(asked),
        )

    @property
    def right_room(self) -> float:
        """What is left beside the days at the right."""
        return self.style.width - self.span.right

    def label(self, sheet: Sheet, text: str, y: float, most: int = 1) -> None:
        """A label in the left gutter, beside its row, which is high enough for so many lines."""
        x, lines = self.span.left - LABEL_GAP, self.label_lines(text, most)
        y += self.style.px(STEP) * (len(lines) - 1) / 2
        for at, line in enumerate(lines):
            place = y - self.style.px(STEP) * at
            sheet.write(line, x, place, color=self.style.quiet, align="right", gid="label")

    def label_lines(self, text: str, most: int) -> tuple[str, ...]:
        """A label as it is written: broken where it is too wide, cut short only after that."""
        room = self.span.left - LABEL_GAP - 1
        found = fitted(self.letters, Line(text), room, most)
        return tuple(line.text for line in found)


def _known(diary: Diary, span: Span) -> list[tuple[int, DayFacts]]:
    days = ((day, diary.facts.get(date.fromordinal(day))) for day in span.days)
    return [(day, found) for day, found in days if found is not None]
