"""The words on screen for the fixed scales: places, sides, kinds, answers."""

from __future__ import annotations

from spasmlog.charts.words_place import place_name
from spasmlog.domain.scales import (
    Effect,
    Exposure,
    Intensity,
    Limited,
    Movement,
    ReadingWord,
    Region,
    Side,
    SignalAnswer,
    SignAnswer,
    Spread,
    TreatmentKind,
)
from spasmlog.i18n import N_, _

_SIDES = {
    Side.LEFT: N_("left"),
    Side.RIGHT: N_("right"),
    Side.BOTH: N_("both sides"),
    Side.MIDDLE: N_("middle"),
}
_SPREADS = {
    Spread.THIGH: N_("down to the thigh"),
    Spread.CALF: N_("down to the calf"),
    Spread.FOOT: N_("down to the foot"),
    Spread.ARM: N_("down the arm"),
    Spread.HAND: N_("down to the hand"),
}
_EXPOSURES: dict[str, str] = {
    Exposure.HEAVY_LOAD: N_("heavy lifting"),
    Exposure.AWKWARD_POSTURE: N_("an awkward posture"),
    Exposure.STRESS: N_("stress or low mood"),
}
_MOVEMENTS = {
    Movement.BEND: N_("bending"),
    Movement.SIT: N_("sitting"),
    Movement.STAND: N_("standing"),
    Movement.WALK: N_("walking"),
    Movement.LIE: N_("lying"),
    Movement.TWIST: N_("twisting"),
    Movement.COUGH: N_("coughing"),
    Movement.ARCH: N_("arching back"),
}
_EFFECTS = {
    Effect.BETTER: N_("better"),
    Effect.WORSE: N_("worse"),
    Effect.SAME: N_("no different"),
}
_RELIEF = {
    ReadingWord.NONE: N_("no help"),
    ReadingWord.SOME: N_("a little"),
    ReadingWord.MUCH: N_("a lot"),
    ReadingWord.GONE: N_("gone"),
    ReadingWord.NO_SPASM: N_("no spasm so far"),
}
_INTENSITIES = {
    Intensity.LIGHT: N_("light"),
    Intensity.MODERATE: N_("moderate"),
    Intensity.VIGOROUS: N_("vigorous"),
}
_LIMITED = {Limited.NO: N_("no"), Limited.A_BIT: N_("a bit"), Limited.A_LOT: N_("a lot")}
_KINDS = {
    TreatmentKind.IBUPROFEN: N_("ibuprofen"),
    TreatmentKind.NAPROXEN_SODIUM: N_("naproxen sodium"),
    TreatmentKind.NSAID: N_("another anti-inflammatory"),
    TreatmentKind.PARACETAMOL: N_("paracetamol"),
    TreatmentKind.OPIOID: N_("opioid"),
    TreatmentKind.COMBINATION: N_("combined painkiller"),
    TreatmentKind.MUSCLE_RELAXANT: N_("muscle relaxant"),
    TreatmentKind.OTHER_MEDICINE: N_("another medicine"),
    TreatmentKind.ICE: N_("ice"),
    TreatmentKind.HEAT: N_("heat"),
    TreatmentKind.STRETCHING: N_("stretching"),
    TreatmentKind.MASSAGE: N_("massage"),
    TreatmentKind.PHYSIOTHERAPY: N_("physiotherapy"),
    TreatmentKind.INJECTION: N_("injection"),
    TreatmentKind.TENS: N_("TENS"),
    TreatmentKind.OTHER: N_("something else"),
}
_ICONS = {
    TreatmentKind.ICE: "ice",
    TreatmentKind.HEAT: "heat",
    TreatmentKind.STRETCHING: "stretch",
}
_SIGN_ANSWERS = {
    SignAnswer.YES: N_("yes"),
    SignAnswer.NO: N_("no"),
    SignAnswer.UNSURE: N_("not sure"),
    SignAnswer.CLEARED: N_("seen by a clinician"),
}
_SIGNAL_ANSWERS = {
    SignalAnswer.LATER: N_("later"),
    SignalAnswer.SHOWN_TO_DOCTOR: N_("shown to a doctor"),
    SignalAnswer.CALLED: N_("called for help"),
    SignalAnswer.SEEN: N_("seen"),
}
_ACTIVITIES = {
    "walk": N_("Walk"),
    "cycling": N_("Cycling"),
    "swimming": N_("Swimming"),
    "gardening": N_("Gardening"),
}


def region(value: Region) -> str:
    """ "lower back", as within a sentence."""
    return place_name(value)


def side(value: Side) -> str:
    """ "left", the person's own."""
    return _(_SIDES[value])


def spread(value: Spread) -> str:
    """ "down to the calf" """
    return _(_SPREADS[value])


def exposure(value: str) -> str:
    """A built-in exposure; empty for any other id."""
    known = _EXPOSURES.get(value)
    return "" if known is None else _(known)


def movement(value: Movement) -> str:
    """ "bending" """
    return _(_MOVEMENTS[value])


def effect(value: Effect) -> str:
    """ "worse" """
    return _(_EFFECTS[value])


def relief(value: ReadingWord) -> str:
    """What a relief check was answered with: "a little"."""
    return _(_RELIEF[value])


def intensity(value: Intensity) -> str:
    """ "moderate" """
    return _(_INTENSITIES[value])


def limited(value: Limited) -> str:
    """ "a bit" """
    return _(_LIMITED[value])


def kind(value: TreatmentKind) -> str:
    """ "muscle relaxant", as within a sentence."""
    return _(_KINDS[value])


def kind_icon(value: TreatmentKind) -> str:
    """The drawing that stands for a kind of treatment."""
    return _ICONS.get(value, "pill")


def sign_answer(value: SignAnswer) -> str:
    """ "not sure" """
    return _(_SIGN_ANSWERS[value])


def signal_answer(value: SignalAnswer) -> str:
    """ "shown to a doctor" """
    return _(_SIGNAL_ANSWERS[value])


def activity(kind: str) -> str:
    """A kind of activity as it begins a line; one of the person's own stays as typed."""
    known = _ACTIVITIES.get(kind)
    return kind[:1].upper() + kind[1:] if known is None else _(known)
