"""The words that facets have on screen, so that a search finds what can be read there."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spasmlog.domain import scales
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment
from spasmlog.i18n import N_, _
from spasmlog.rules.signs import WORDS as SIGNS
from spasmlog.views import names
from spasmlog.views.entries import exposure
from spasmlog.views.score_names import instrument_name
from spasmlog.views.search_terms import Facet, Family, Flag
from spasmlog.views.search_text import searchable

_KINDS = {
    "spasm": N_("Spasm"),
    "reading": N_("Pain"),
    "relief": N_("Relief check"),
    "drink": N_("Water"),
    "stretch": N_("Stretching"),
    "check_in": N_("Evening check-in"),
    "course": N_("Course"),
    "visit": N_("Visit"),
    "score": N_("Questionnaire"),
    "answer": N_("Safety question"),
    "signal": N_("Signal"),
    "factor": N_("Factor"),
    "experiment": N_("Experiment"),
}
_FLAGS: Mapping[str, str] = {
    Flag.LATER: N_("added later"),
    Flag.SIDE_EFFECT: N_("side effect"),
    Flag.SLEPT_BADLY: N_("slept badly"),
    Flag.SLEPT_WELL: N_("slept well"),
}
_LIMITED: Mapping[str, str] = {
    scales.Limited.NO: N_("not limited"),
    scales.Limited.A_BIT: N_("limited a bit"),
    scales.Limited.A_LOT: N_("limited a lot"),
}


def _movement(value: str) -> str:
    movement, _slash, effect = value.partition("/")
    return f"{names.movement(scales.Movement(movement))} {names.effect(scales.Effect(effect))}"


_FIXED: Mapping[str, Callable[[str], str]] = {
    Family.KIND: lambda value: _(_KINDS[value]) if value in _KINDS else "",
    Family.ACTIVITY: names.activity,
    Family.REGION: lambda value: names.region(scales.Region(value)),
    Family.SIDE: lambda value: names.side(scales.Side(value)),
    Family.SPREAD: lambda value: names.spread(scales.Spread(value)),
    Family.REMEDY: lambda value: names.kind(scales.TreatmentKind(value)),
    Family.MOVEMENT: _movement,
    Family.RELIEF: lambda value: names.relief(scales.ReadingWord(value)),
    Family.INTENSITY: lambda value: names.intensity(scales.Intensity(value)),
    Family.LIMITED: lambda value: _(_LIMITED[value]),
    Family.FLAG: lambda value: _(_FLAGS[value]) if value in _FLAGS else "",
    Family.SIGN: lambda value: _(SIGNS[scales.Sign(value)].short),
    Family.SIGN_ANSWER: lambda value: names.sign_answer(scales.SignAnswer(value)),
    Family.SIGNAL: lambda value: value,
    Family.SIGNAL_ANSWER: lambda value: names.signal_answer(scales.SignalAnswer(value)),
    Family.INSTRUMENT: instrument_name,
}


def fixed_words(facet: Facet) -> str | None:
    """The searchable words of a facet; None for one that is named in the diary."""
    family, value = facet
    said = _FIXED.get(family)
    return None if said is None else searchable(said(value))


def named_words(facet: Facet, diary: Diary) -> str:
    """Those of a treatment or a cause, by the name that the diary gives it now."""
    family, value = facet
    if family == Family.CAUSE:
        return searchable(exposure(value, diary))
    known = diary.get(Treatment, value)
    return "" if known is None else searchable(known.name)
