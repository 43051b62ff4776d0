"""The words that the quick line knows: one table for each language, English first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spasmlog.domain.scales import (
    Exposure,
    Intensity,
    ReadingWord,
    Region,
    Side,
    Spread,
    TreatmentKind,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of one language, all in small letters; the first of several is the one written.

    `volumes` are millilitres, `masses` milligrams; `counted` are what a dose is counted in where
    it is not weighed. `levels` are the letters of the spine with the place of each number.
    `activities` give the name that is kept, and how hard it usually is. `glasses` are words that a
    number counts; `vessels` (with the words for one of them) hold an unknown amount, where "1 can"
    stands for a word that is one only behind that number; before the other counted words no
    severity stands. `weekdays_short` are in the order of `weekdays`.
    """

    places: Mapping[str, Region]
    sides: Mapping[str, Side]
    spreads: Mapping[str, Spread]
    levels: Mapping[str, tuple[Region, ...]]
    causes: Mapping[str, str]
    treatments: Mapping[str, TreatmentKind]
    short: Mapping[str, str]
    masses: Mapping[str, float]
    counted: frozenset[str]
    activities: Mapping[str, tuple[str, Intensity]]
    intensities: Mapping[str, Intensity]
    glass: tuple[str, ...]
    glasses: tuple[str, ...]
    glass_of: tuple[str, ...]
    vessels: Mapping[str, str]
    days_counted: frozenset[str]
    other_counted: frozenset[str]
    volumes: Mapping[str, float]
    stretch: tuple[str, ...]
    sleep: tuple[str, ...]
    badly: tuple[str, ...]
    well: tuple[str, ...]
    clear: tuple[str, ...]
    so_far: tuple[str, ...]
    ended: tuple[str, ...]
    again: tuple[str, ...]
    just_pain: tuple[str, ...]
    ten: tuple[str, ...]
    reliefs: Mapping[str, ReadingWord]
    hours: tuple[str, ...]
    minutes: tuple[str, ...]
    seconds: tuple[str, ...]
    lasted: tuple[str, ...]
    ago: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    days_ago: Mapping[str, int]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    before_noon: tuple[str, ...]
    after_noon: tuple[str, ...]


TREATMENTS: Mapping[str, TreatmentKind] = {
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

ENGLISH = Words(
    places={
        "low back": Region.LOW_BACK,
        "lower back": Region.LOW_BACK,
        "mid back": Region.MID_BACK,
        "middle back": Region.MID_BACK,
        "upper back": Region.UPPER_BACK,
        "neck": Region.NECK,
        "buttock": Region.BUTTOCK,
        "leg": Region.LEG,
        "arm": Region.ARM,
    },
    sides={
        "left": Side.LEFT,
        "right": Side.RIGHT,
        "both": Side.BOTH,
        "both sides": Side.BOTH,
        "middle": Side.MIDDLE,
    },
    spreads={
        "to thigh": Spread.THIGH,
        "to calf": Spread.CALF,
        "to foot": Spread.FOOT,
        "to arm": Spread.ARM,
        "to hand": Spread.HAND,
    },
    levels={
        "c": (Region.NECK,) * 8,
        "t": (Region.UPPER_BACK,) * 6 + (Region.MID_BACK,) * 6,
        "l": (Region.LOW_BACK,) * 5,
        "s": (Region.LOW_BACK,) * 5,
    },
    causes={
        "lifting": Exposure.HEAVY_LOAD.value,
        "twisting": Exposure.AWKWARD_POSTURE.value,
        "stress": Exposure.STRESS.value,
    },
    treatments=TREATMENTS,
    short={"ibu": "ibuprofen", "para": "paracetamol", "apap": "acetaminophen"},
    masses={"mg": 1.0, "g": 1000.0, "mcg": 0.001},
    counted=frozenset(
        {
            *("tablet", "tablets", "pill", "pills", "capsule", "capsules", "drop", "drops"),
            *("puff", "puffs", "patch", "patches", "sachet", "sachets", "spoon", "spoons"),
            "ml",
        }
    ),
    activities={
        "walk": ("walk", Intensity.MODERATE),
        "walking": ("walk", Intensity.MODERATE),
        "cycling": ("cycling", Intensity.MODERATE),
        "bike": ("cycling", Intensity.MODERATE),
        "swimming": ("swimming", Intensity.MODERATE),
        "swim": ("swimming", Intensity.MODERATE),
        "gardening": ("gardening", Intensity.MODERATE),
        "running": ("running", Intensity.VIGOROUS),
        "run": ("running", Intensity.VIGOROUS),
        "yoga": ("yoga", Intensity.LIGHT),
    },
    intensities={
        "light": Intensity.LIGHT,
        "moderate": Intensity.MODERATE,
        "vigorous": Intensity.VIGOROUS,
        "hard": Intensity.VIGOROUS,
    },
    glass=("w", "water", "glass", "glasses"),
    glasses=("glass", "glasses"),
    glass_of=("of",),
    vessels={
        **dict.fromkeys(("cup", "cups"), "a cup"),
        **dict.fromkeys(("mug", "mugs"), "a mug"),
        **dict.fromkeys(("bottle", "bottles"), "a bottle"),
        **dict.fromkeys(("1 can", "cans"), "a can"),
    },
    days_counted=frozenset({"day", "days", "night", "nights", "week", "weeks", "month", "months"}),
    other_counted=frozenset(
        {
            *("time", "times", "step", "steps", "stairs", "km", "kilometres", "kilometers"),
            *("mile", "miles", "metres", "meters", "rounds", "reps"),
        }
    ),
    volumes={"ml": 1.0, "cl": 10.0, "l": 1000.0, "oz": 29.5735},
    stretch=("stretch", "stretching", "stretched"),
    sleep=("sleep", "slept"),
    badly=("badly", "bad", "poorly"),
    well=("well", "fine"),
    clear=("clear",),
    so_far=("n",),
    ended=("e", "end", "ended", "let go"),
    again=("d",),
    just_pain=("p", "pain"),
    ten=("t",),
    reliefs={
        "none": ReadingWord.NONE,
        "some": ReadingWord.SOME,
        "much": ReadingWord.MUCH,
        "gone": ReadingWord.GONE,
    },
    hours=("h", "hr", "hrs", "hour", "hours"),
    minutes=("m", "min", "mins", "minute", "minutes"),
    seconds=("s", "sec", "secs", "second", "seconds"),
    lasted=("for",),
    ago=("ago",),
    since=("since",),
    until=("until", "till"),
    days_ago={"today": 0, "yesterday": 1},
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    weekdays_short=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    before_noon=("am",),
    after_noon=("pm",),
)

LANGUAGES: Mapping[str, Words] = {"en": ENGLISH}


def words_for(language: str) -> Words:
    """The words of a language by its tag such as de_AT; English where it has none yet."""
    return LANGUAGES.get(language.replace("-", "_").partition("_")[0], ENGLISH)
