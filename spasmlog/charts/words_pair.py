"""Two treatments beside each other by how soon spasms came back, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from spasmlog.analysis.coming_back import Pair, Verdict
from spasmlog.analysis.gates import COMPARED_DAY, LOGRANK_CLOCKS, LOGRANK_RETURNS, SHARE_POINTS
from spasmlog.analysis.outcome import Interval
from spasmlog.charts.words_eased import points_range
from spasmlog.i18n import _


def pair_words(found: Pair, names: Sequence[str]) -> tuple[str, ...]:
    """The two treatments with most clocks beside each other, `names` as within a sentence."""
    if len(names) < 2:
        return ()
    first, second = names
    if found.verdict is None:
        said = _(
            "Not compared yet: {first} beside {second}. It takes {clocks} counts and {returns} "
            "returns of each."
        )
        return (
            said.format(first=first, second=second, clocks=LOGRANK_CLOCKS, returns=LOGRANK_RETURNS),
        )
    return (_judged(found, found.verdict, first, second),)


def _judged(found: Pair, verdict: Verdict, first: str, second: str) -> str:
    """Said of the one after which more were back, whichever of the two it is."""
    apart = found.difference
    if apart is None:
        return _("No verdict on {first} beside {second}.").format(first=first, second=second)
    more, less, limits = first, second, apart.interval
    if apart.value < 0:
        more, less = second, first
        limits = None if limits is None else Interval(-limits.high, -limits.low, limits.level)
    fit = "" if limits is None else _("the data fit {limits}").format(limits=points_range(limits))
    return _pattern(verdict, fit).format(
        day=COMPARED_DAY,
        more=more,
        less=less,
        points=round(100 * SHARE_POINTS),
        size=round(100 * abs(apart.value)),
        fit=fit,
    )


def _pattern(verdict: Verdict, fit: str) -> str:
    if verdict is Verdict.SIMILAR:
        return _(
            "By day {day}, about as many were back after {more} as after {less}. They are less "
            "than {points} points apart: {fit}."
        )
    if verdict is Verdict.DIFFERENT and fit:
        return _(
            "By day {day}, {size} points more were back after {more} than after {less} ({fit})."
        )
    if verdict is Verdict.DIFFERENT:
        return _("By day {day}, {size} points more were back after {more} than after {less}.")
    if fit:
        return _("No verdict. By day {day}, back after {more} beside {less}: {fit}.")
    return _("No verdict on {more} beside {less}.")
