"""Still free of a spasm: step curves over the days since a treated spasm let go or a course ended.

Two treatments have curves of their own only where they can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.clocks import Kind
from spasmlog.analysis.coming_back import Back, ComingBack, Pair
from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.survival import Survival
from spasmlog.charts.base import Asked, Cell, Prepared, Table
from spasmlog.charts.drawing import Draw, drawing, withheld
from spasmlog.charts.returns import coming_back_asked, no_clocks
from spasmlog.charts.words_back import (
    by_themselves_words,
    caveat_words,
    curve_words,
    dates_words,
    let_off_words,
    outside_words,
)
from spasmlog.charts.words_eased import names_of
from spasmlog.charts.words_pair import pair_words
from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_, _, sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

TITLE = N_("Still free of a spasm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Curves that share a plot: all clocks of a kind, or two treatments beside each other."""

    kind: Kind
    sides: tuple[tuple[str, Back], ...]


def prepare(asked: Asked) -> Prepared:
    """The clocks that began in these days; from too few only what is missing."""
    found = coming_back_asked(asked)
    groups = tuple(_groups(found, asked.diary))
    missing = None if groups else (_(TITLE), _missing(found))
    return Prepared(
        describe=partial(_describe, found, asked.diary, missing),
        more=partial(_more, found, asked.diary, missing),
        table=partial(_table, groups),
        draw=drawing(withheld(*missing) if missing else _drawn(groups)),
        missing=missing,
    )


def _groups(found: ComingBack, diary: Diary) -> Iterator[Group]:
    for kind, together in found.together:
        if together.curve is not None:
            name = _("After courses") if kind is Kind.COURSE else _("After treated spasms")
            yield Group(kind=kind, sides=((name, together),))
    for pair in found.pairs:
        if pair.verdict is not None:
            yield Group(kind=pair.kind, sides=tuple(_sides(found, pair, diary)))


def _sides(found: ComingBack, pair: Pair, diary: Diary) -> Iterator[tuple[str, Back]]:
    for kind, names, each in found.by_treatment:
        if kind is pair.kind and names in pair.treatments:
            yield sentence(names_of(names, diary)), each


def _drawn(groups: Sequence[Group]) -> Draw:
    def draw(style: Style) -> Figure:
        from spasmlog.charts.holding_drawn import holding

        return holding(groups, style)

    return draw


def _missing(found: ComingBack) -> str:
    if not found.clocks.clocks:
        return no_clocks(found.clocks)
    said = [text for kind, each in found.together for text in curve_words(each, kind)]
    return " ".join(said)


def _describe(found: ComingBack, diary: Diary, missing: tuple[str, str] | None) -> str:
    if missing is not None:
        return missing[1]
    said = [text for kind, each in found.together for text in curve_words(each, kind)]
    for pair in found.pairs:
        if pair.verdict is not None:
            said += pair_words(pair, [names_of(each, diary) for each in pair.treatments])
    return " ".join((*said, by_themselves_words()))


def _more(found: ComingBack, diary: Diary, missing: tuple[str, str] | None) -> str:
    if missing is not None:
        return ""
    said = [
        _("A stroke beneath the line is one time followed, a short one where nothing came back.")
    ]
    if any(each.holding for _kind, each in found.together):
        said.append(_("An open circle is one that still holds."))
    said += let_off_words(*(each for _kind, each in found.together))
    compared = [
        (pair.kind, names) for pair in found.pairs if pair.verdict for names in pair.treatments
    ]
    for kind, names, each in found.by_treatment:
        if (kind, names) in compared:
            said += dates_words(each, names_of(names, diary))
    return " ".join((*said, *outside_words(found.clocks), *caveat_words()))


def _table(groups: Sequence[Group]) -> Table:
    """A row a step of each curve, and one for each of the days that are always told."""
    headings = (
        *(_("Times followed"), _("Day"), _("Still free, %")),
        *(_("At least, %"), _("At most, %"), _("Still counted")),
    )
    few = _("too few")
    blanks = ("", "", "", few, few, "")
    rows = [
        row
        for group in groups
        for name, each in group.sides
        if (curve := each.curve) is not None
        for row in _rows(name, each, curve)
    ]
    return Table(headings, tuple(rows), blanks)


def _rows(name: str, of: Back, curve: Survival) -> Iterator[tuple[Cell, ...]]:
    told = [float(day) for day, _share in of.milestones]
    for at in sorted({*curve.times, *told}):
        left = curve.at(at)
        low, high = _limits(left.interval) if of.has_band else (None, None)
        yield name, round(at), round(100 * left.value), low, high, curve.at_risk(at)


def _limits(of: Interval | None) -> tuple[Cell, Cell]:
    """Before the first return, and where nobody is left, a share has none."""
    if of is None:
        return _("no limits"), _("no limits")
    return round(100 * of.low), round(100 * of.high)
