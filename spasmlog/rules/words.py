"""The words that rules share: places, kinds of treatment, what a clinician may consider."""

from __future__ import annotations

from spasmlog.domain.scales import Region, TreatmentKind
from spasmlog.i18n import N_, _

CONSIDERED = N_(
    "A clinician may consider things such as facet joint arthritis, a narrowed spinal canal, a "
    "bulging disc or worn discs, or find none of these. The journal cannot say which."
)
"""In no order, and never said of this person alone."""

_PLACES = {
    Region.NECK: N_("Neck"),
    Region.UPPER_BACK: N_("Upper back"),
    Region.MID_BACK: N_("Mid back"),
    Region.LOW_BACK: N_("Lower back"),
    Region.BUTTOCK: N_("Buttock"),
    Region.LEG: N_("Leg"),
    Region.ARM: N_("Arm"),
    Region.OTHER: N_("Other place"),
    None: N_("Place not stated"),
}
_TREATMENTS = {
    TreatmentKind.IBUPROFEN: N_("ibuprofen"),
    TreatmentKind.NAPROXEN_SODIUM: N_("naproxen sodium"),
    TreatmentKind.NSAID: N_("other anti-inflammatory"),
    TreatmentKind.PARACETAMOL: N_("paracetamol"),
    TreatmentKind.OPIOID: N_("opioid painkiller"),
    TreatmentKind.COMBINATION: N_("combination painkiller"),
    TreatmentKind.MUSCLE_RELAXANT: N_("muscle relaxant"),
    TreatmentKind.OTHER_MEDICINE: N_("other medicine"),
    TreatmentKind.ICE: N_("ice"),
    TreatmentKind.HEAT: N_("heat"),
    TreatmentKind.STRETCHING: N_("stretching"),
    TreatmentKind.MASSAGE: N_("massage"),
    TreatmentKind.PHYSIOTHERAPY: N_("physiotherapy"),
    TreatmentKind.INJECTION: N_("injection"),
    TreatmentKind.TENS: N_("TENS"),
    TreatmentKind.OTHER: N_("other treatment"),
}


def place_words(region: Region | None) -> str:
    """The place as it begins a line: "Lower back"; None is a group of its own."""
    return _(_PLACES[region])


def treatment_words(kind: TreatmentKind) -> str:
    """The kind within a sentence: "naproxen sodium"."""
    return _(_TREATMENTS[kind])
