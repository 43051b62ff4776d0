"""Comparisons in a search: pain>=7, pain 7-10, lasted>2h, dose >= 400, slept<6."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from math import inf

from spasmlog.i18n import N_, _, format_number
from spasmlog.views.amounts import duration, mg_words, minutes_words, volume
from spasmlog.views.search_terms import Bounds, Measure, Term
from spasmlog.views.search_text import phrase
from spasmlog.views.search_words import SearchWords

MOST_WORDS = 5
"""Of the longest that is read: "pain 7 - 10" or "lasted > 2 h"."""
_SIGNS = {">=": ">=", "=>": ">=", "≥": ">=", "<=": "<=", "=<": "<=", "≤": "<="}
_NUMBER = r"([0-9]{1,6}(?:[.,][0-9]{1,3})?)"
_COMPARED = re.compile(
    rf"([^\W\d_]+) ?(>=|=>|<=|=<|≥|≤|>|<|==?)? ?{_NUMBER} ?([^\W\d_]*)([0-9][0-9]?)?"
    rf"(?: ?(?:-|–|\.\.) ?{_NUMBER} ?([^\W\d_]*))?",
)
_AMOUNT = re.compile(rf"{_NUMBER} ?([^\W\d_]*)")
_NAMES = {
    Measure.PAIN: N_("pain"),
    Measure.LASTED: N_("lasted"),
    Measure.DOSE: N_("dose"),
    Measure.VOLUME: N_("drink"),
    Measure.SLEPT: N_("slept"),
    Measure.MINUTES: N_("took"),
}


def read_measure(found: Sequence[str], words: SearchWords) -> tuple[Term, int] | None:
    """The comparison that the first of these words make, and how many words that takes."""
    for taken in range(min(len(found), MOST_WORDS), 0, -1):
        typed = " ".join(found[:taken])
        term = _term(typed, words)
        if term is not None:
            return _or_more(term, found[taken:], words, taken)
    return None


def read_amount(
    found: Sequence[str], words: SearchWords, *, taken: bool
) -> tuple[Term, int] | None:
    """ "400 mg" as a row shows it, or "500ml"; behind something `taken` the number will do."""
    for count in range(min(len(found), 2), 0, -1):
        typed = " ".join(found[:count])
        matched = _AMOUNT.fullmatch(typed)
        measure = _weighed(matched[2], words, taken) if matched else None
        if matched is not None and measure is not None:
            value = _value(measure, matched[1], matched[2], None, words)
            assert value is not None
            term = _made(typed, measure, Bounds(low=value, high=value))
            return replace(term, phrase=phrase(typed)), count  # notes may say it as well
    return None


def _weighed(unit: str, words: SearchWords, taken: bool) -> Measure | None:
    if unit in words.quick.masses or (taken and not unit):
        return Measure.DOSE
    return Measure.VOLUME if unit in words.quick.volumes else None


def _or_more(term: Term, rest: Sequence[str], words: SearchWords, taken: int) -> tuple[Term, int]:
    """ "pain 7 or more" is at least 7."""
    behind, low, high = " ".join(rest[:2]), term.bounds.low, term.bounds.high
    if low != high or behind not in (*words.or_more, *words.or_less):
        return term, taken
    bounds = Bounds(low=low) if behind in words.or_more else Bounds(high=high)
    assert term.measure is not None
    return _made(f"{term.typed} {behind}", term.measure, bounds), taken + 2


def _term(typed: str, words: SearchWords) -> Term | None:
    matched = _COMPARED.fullmatch(typed)
    measure = words.measures.get(matched[1].lower()) if matched else None
    if matched is None or measure is None:
        return None
    _name, sign, low, unit, minutes, high, high_unit = matched.groups()
    if measure is not Measure.PAIN and not (sign or unit or high_unit):
        return None  # "dose 2" may go on as "dose 2 tablets"
    first = _value(measure, low, unit or (high_unit or ""), minutes, words)
    last = first if high is None else _value(measure, high, high_unit or unit, None, words)
    if first is None or last is None or (high is not None and sign not in (None, "=", "==")):
        return None
    bounds = _bounds(_SIGNS.get(sign, sign), min(first, last), max(first, last))
    return _made(typed, measure, bounds)


def _bounds(sign: str | None, low: float, high: float) -> Bounds:
    if sign == ">=":
        return Bounds(low=low)
    if sign == "<=":
        return Bounds(high=high)
    if sign == ">":
        return Bounds(low=low, above=True)
    if sign == "<":
        return Bounds(high=high, below=True)
    return Bounds(low=low, high=high)


def _value(
    measure: Measure, number: str, unit: str, minutes: str | None, words: SearchWords
) -> float | None:
    """The number in the unit that it is kept in; None where the unit is another thing's.

    How long something lasted has no unit of its own: without one it could be hours or minutes.
    """
    each = _units(measure, words).get(unit.lower())
    if each is None or (minutes and (measure is not Measure.LASTED or each != 60)):
        return None
    return float(number.replace(",", ".")) * each + int(minutes or 0)


def _units(measure: Measure, words: SearchWords) -> Mapping[str, float]:
    quick = words.quick
    if measure is Measure.DOSE:
        return {"": 1.0, **quick.masses}
    if measure is Measure.VOLUME:
        return {"": 1.0, **quick.volumes}
    hours, minutes = dict.fromkeys(quick.hours, 60.0), dict.fromkeys(quick.minutes, 1.0)
    if measure is Measure.LASTED:
        return {**hours, **minutes}
    if measure is Measure.MINUTES:
        return {"": 1.0, **hours, **minutes}
    if measure is Measure.SLEPT:
        return {"": 1.0, **dict.fromkeys(quick.hours, 1.0)}
    return {"": 1.0}


def _made(typed: str, measure: Measure, bounds: Bounds) -> Term:
    return Term(typed=typed, chip=_chip(measure, bounds), measure=measure, bounds=bounds)


def _chip(measure: Measure, bounds: Bounds) -> str:
    name, low, high = _(_NAMES[measure]), bounds.low, bounds.high
    values = {"what": name, "a": _amount(measure, low), "b": _amount(measure, high)}
    if low == high:
        return _("{what} {a}").format(**values)
    if high == inf:
        pattern = _("{what} above {a}") if bounds.above else _("{what} {a} or more")
    elif low == -inf:
        pattern = _("{what} below {b}") if bounds.below else _("{what} {b} or less")
    else:
        pattern = _("{what} {a} to {b}")
    return pattern.format(**values)


def _amount(measure: Measure, value: float) -> str:
    if value in (inf, -inf):
        return ""
    if measure is Measure.LASTED:
        return duration(timedelta(minutes=value))
    if measure is Measure.MINUTES:
        return minutes_words(round(value))
    if measure is Measure.DOSE:
        return mg_words(value)
    if measure is Measure.VOLUME:
        return volume(round(value))
    number = format_number(value)
    return _("{h} h").format(h=number) if measure is Measure.SLEPT else number
