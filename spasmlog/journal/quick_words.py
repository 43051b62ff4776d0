"""The words that the quick line knows, in one table; English."""

from __future__ import annotations

from spasmlog.domain.scales import Exposure, Region, Side, TreatmentKind

PLACES = {
    "low back": Region.LOW_BACK,
    "lower back": Region.LOW_BACK,
    "mid back": Region.MID_BACK,
    "middle back": Region.MID_BACK,
    "upper back": Region.UPPER_BACK,
    "neck": Region.NECK,
    "buttock": Region.BUTTOCK,
    "leg": Region.LEG,
    "arm": Region.ARM,
}
SIDES = {
    "left": Side.LEFT,
    "right": Side.RIGHT,
    "both": Side.BOTH,
    "both sides": Side.BOTH,
    "middle": Side.MIDDLE,
}
CAUSES = {
    "lifting": Exposure.HEAVY_LOAD.value,
    "twisting": Exposure.AWKWARD_POSTURE.value,
    "stress": Exposure.STRESS.value,
}
TREATMENTS = {
    "ibuprofen": TreatmentKind.IBUPROFEN,
    "naproxen": TreatmentKind.NAPROXEN_SODIUM,
    "diclofenac": TreatmentKind.NSAID,
    "aspirin": TreatmentKind.NSAID,
    "paracetamol": TreatmentKind.PARACETAMOL,
    "acetaminophen": TreatmentKind.PARACETAMOL,
    "codeine": TreatmentKind.OPIOID,
    "tramadol": TreatmentKind.OPIOID,
    "co-codamol": TreatmentKind.COMBINATION,
    "cyclobenzaprine": TreatmentKind.MUSCLE_RELAXANT,
    "methocarbamol": TreatmentKind.MUSCLE_RELAXANT,
    "heat": TreatmentKind.HEAT,
    "ice": TreatmentKind.ICE,
    "massage": TreatmentKind.MASSAGE,
    "tens": TreatmentKind.TENS,
}
FOR = "for"
DAYS_AGO = {"today": 0, "yesterday": 1}
UNITS_MG = {"mg": 1.0, "g": 1000.0, "mcg": 0.001}
