"""The fixed scales and lists of words that records are made of; ids are stored and exchanged."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _


class Nrs(int):
    """Pain on the numeric rating scale: a whole number from 0 (none) to 10 (worst)."""

    __slots__ = ()

    def __new__(cls, value: int) -> Self:
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10:
            raise InvalidEntry(_("Pain is a whole number from 0 to 10."))
        return super().__new__(cls, value)


class Region(StrEnum):
    """Where a spasm is, as the rules group it; the side does not split a region."""

    NECK = "neck"
    UPPER_BACK = "upper_back"
    MID_BACK = "mid_back"
    LOW_BACK = "low_back"
    BUTTOCK = "buttock"
    LEG = "leg"
    ARM = "arm"
    OTHER = "other"


class Side(StrEnum):
    """The person's own left or right."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    MIDDLE = "middle"


class OnsetExact(StrEnum):
    """How exactly the beginning is known: to the minute, or only the day."""

    MINUTE = "minute"
    DAY = "day"


class Spread(StrEnum):
    """How far pain travels down a limb."""

    THIGH = "thigh"
    CALF = "calf"
    FOOT = "foot"
    ARM = "arm"
    HAND = "hand"


class Movement(StrEnum):
    """A movement that may change the pain."""

    BEND = "bend"
    SIT = "sit"
    STAND = "stand"
    WALK = "walk"
    LIE = "lie"
    TWIST = "twist"
    COUGH = "cough"
    ARCH = "arch"


class Effect(StrEnum):
    """What a movement does to the pain."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


class ReadingWord(StrEnum):
    """An answer in words; `no_spasm` is "no spasm so far" and is never a zero."""

    NONE = "none"
    SOME = "some"
    MUCH = "much"
    GONE = "gone"
    NO_SPASM = "no_spasm"


class Intensity(StrEnum):
    """How hard an activity is."""

    LIGHT = "light"
    MODERATE = "moderate"
    VIGOROUS = "vigorous"


class Limited(StrEnum):
    """Whether pain limited the day."""

    NO = "no"
    A_BIT = "a_bit"
    A_LOT = "a_lot"


class TreatmentKind(StrEnum):
    """What a treatment is, as the rules group it."""

    IBUPROFEN = "ibuprofen"
    NAPROXEN_SODIUM = "naproxen_sodium"
    NSAID = "nsaid"
    PARACETAMOL = "paracetamol"
    OPIOID = "opioid"
    COMBINATION = "combination"
    MUSCLE_RELAXANT = "muscle_relaxant"
    OTHER_MEDICINE = "other_medicine"
    ICE = "ice"
    HEAT = "heat"
    STRETCHING = "stretching"
    MASSAGE = "massage"
    PHYSIOTHERAPY = "physiotherapy"
    INJECTION = "injection"
    TENS = "tens"
    OTHER = "other"


MEDICINES = frozenset(
    {
        TreatmentKind.IBUPROFEN,
        TreatmentKind.NAPROXEN_SODIUM,
        TreatmentKind.NSAID,
        TreatmentKind.PARACETAMOL,
        TreatmentKind.OPIOID,
        TreatmentKind.COMBINATION,
        TreatmentKind.MUSCLE_RELAXANT,
        TreatmentKind.OTHER_MEDICINE,
    }
)


class Sign(StrEnum):
    """A safety question, as `SIGNS_BY_LEVEL` groups it; any other code is refused."""

    SADDLE_NUMBNESS = "saddle_numbness"
    BLADDER_CHANGE = "bladder_change"
    BOWEL_CHANGE = "bowel_change"
    BOTH_LEGS = "both_legs"
    SEXUAL_NUMBNESS = "sexual_numbness"
    CHEST_PAIN_OR_COLLAPSE = "chest_pain_or_collapse"
    SUDDEN_ABDOMINAL_BACK_PAIN_FAINT = "sudden_abdominal_back_pain_faint"
    MAJOR_TRAUMA = "major_trauma"
    FEVER_WITH_WEAKNESS = "fever_with_weakness"
    NECK_WITH_STROKE_OR_MENINGITIS_SIGNS = "neck_with_stroke_or_meningitis_signs"
    RAPID_LIMB_WEAKNESS = "rapid_limb_weakness"

    FEVER = "fever"
    INFECTION_RISK_NEW_PAIN = "infection_risk_new_pain"
    CANCER_HISTORY_NEW_PAIN = "cancer_history_new_pain"
    UNEXPLAINED_WEIGHT_LOSS = "unexplained_weight_loss"
    ONE_LIMB_WEAKNESS = "one_limb_weakness"
    MINOR_FALL_FRAGILE_BONES = "minor_fall_fragile_bones"
    CLUMSY_HANDS_OR_UNSTEADY = "clumsy_hands_or_unsteady"
    NIGHT_PAIN_UNRELIEVED = "night_pain_unrelieved"
    BACK_LUMP_OR_SHAPE_CHANGE = "back_lump_or_shape_change"
    BETWEEN_SHOULDER_BLADES = "between_shoulder_blades"

    FIRST_ONSET_UNDER20_OR_OVER50 = "first_onset_under20_or_over50"
    MORNING_STIFFNESS_OVER_3_MONTHS = "morning_stiffness_over_3_months"
    LIMB_PAIN_TINGLING_OVER_6_WEEKS = "limb_pain_tingling_over_6_weeks"
    NOT_BACK_TO_USUAL_AT_3_MONTHS = "not_back_to_usual_at_3_months"


_ORDERED = tuple(Sign)
EMERGENCY_SIGNS = _ORDERED[:11]
PROMPT_SIGNS = _ORDERED[11:21]
ROUTINE_SIGNS = _ORDERED[21:]


class SignAnswer(StrEnum):
    """An answer to a safety question; `cleared` says that a clinician has looked at it."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"
    CLEARED = "cleared"


class Sex(StrEnum):
    """Used only for the reference of drinks."""

    F = "f"
    M = "m"


class SignalAnswer(StrEnum):
    """How a person answered a signal; `seen` is noted by the program.

    `called` is a call for help: nobody has seen the person yet, and nothing is put away by it.
    """

    LATER = "later"
    SHOWN_TO_DOCTOR = "shown_to_doctor"
    CALLED = "called"
    SEEN = "seen"


class Lag(StrEnum):
    """Which day of an exposure is compared with the day of a spasm."""

    SAME_DAY = "same_day"
    DAY_BEFORE = "day_before"


class ExperimentOutcome(StrEnum):
    """What a self-experiment compares."""

    WORST_PAIN = "worst_pain"
    SPASM_DAYS = "spasm_days"


class Exposure(StrEnum):
    """The built-in things that may set a spasm off; own factors use their record's id."""

    HEAVY_LOAD = "heavy_load"
    AWKWARD_POSTURE = "awkward_posture"
    STRESS = "stress"


PEG, ROLAND_MORRIS = "peg", "roland_morris"
INSTRUMENTS = {
    PEG: ("pain", "enjoyment", "activity"),
    ROLAND_MORRIS: tuple(f"s{number:02}" for number in range(1, 25)),
}
"""The questionnaires by name, each with its items in the order in which they are asked."""
HIGHEST_ANSWER = {PEG: 10, ROLAND_MORRIS: 1}
"""The highest number of an item; the lowest is 0. A statement that is ticked is a 1."""


def _parts() -> dict[str, Region]:
    back = {
        "neck": Region.NECK,
        "upper": Region.UPPER_BACK,
        "mid": Region.MID_BACK,
        "lower": Region.LOW_BACK,
        "buttock": Region.BUTTOCK,
        "thigh": Region.LEG,
        "calf": Region.LEG,
        "foot": Region.LEG,
        "shoulder": Region.ARM,
        "arm": Region.ARM,
    }
    front = {
        "neck": Region.NECK,
        "chest": Region.OTHER,
        "ribs": Region.OTHER,
        "belly": Region.OTHER,
        "hip": Region.OTHER,
        "thigh": Region.LEG,
        "shin": Region.LEG,
        "foot": Region.LEG,
        "shoulder": Region.ARM,
        "arm": Region.ARM,
    }
    sides = (Side.LEFT, Side.RIGHT)
    parts = {f"back-{part}-{side}": region for part, region in back.items() for side in sides}
    return parts | {f"front-{part}-{side}": to for part, to in front.items() for side in sides}


BODY_PARTS = _parts()
"""The places of the body map (their ids in `bodymap.svg`) and the region each rolls up to."""
