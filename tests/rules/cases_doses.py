"""Cases for R16: doses that add up to more than the packet allows."""

from __future__ import annotations

from datetime import date
from typing import Any

from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from tests.build import TODAY, diary, use
from tests.rules.case import Case, case

PARA, IBU = TreatmentKind.PARACETAMOL, TreatmentKind.IBUPROFEN
NAP = TreatmentKind.NAPROXEN_SODIUM
SPRING = date(2026, 3, 29)
AUTUMN = date(2025, 10, 26)


def dose(
    kind: TreatmentKind, mg: float | None, clock: str = "12:00", days_ago: int = 0, **changes: Any
) -> TreatmentUse:
    return use(days_ago, clock, kind=kind, dose_mg=mg, **changes)


def _clock_change(name: str, said: str, start: str, end: str, today: date) -> Case:
    """800 mg the day before the clocks change and 800 mg on the day."""
    ago = (TODAY - today).days
    doses = (dose(IBU, 800, start, ago + 1), dose(IBU, 800, end, ago))
    return Case(name, "R16", said, diary(*doses, today=today))


CASES = (
    case("nothing logged", "R16", "no"),
    case("4000 mg of paracetamol", "R16", "no", dose(PARA, 4000)),
    case("4001 mg of paracetamol", "R16", "emergency", dose(PARA, 4001)),
    case("1200 mg of ibuprofen", "R16", "no", dose(IBU, 1200)),
    case("1201 mg of ibuprofen", "R16", "prompt", dose(IBU, 1201)),
    case("660 mg of naproxen sodium", "R16", "no", dose(NAP, 660)),
    case("661 mg of naproxen sodium", "R16", "prompt", dose(NAP, 661)),
    case(
        "no limit for others",
        "R16",
        "no",
        dose(TreatmentKind.NSAID, 9000),
        dose(TreatmentKind.OPIOID, 9000),
        dose(TreatmentKind.COMBINATION, 9000),
    ),
    case(
        "three medicines at their limits",
        "R16",
        "no",
        dose(PARA, 4000),
        dose(IBU, 1200),
        dose(NAP, 660),
    ),
    case("paracetamol beside ibuprofen", "R16", "emergency", dose(PARA, 4001), dose(IBU, 1201)),
    case(
        "parts that are not whole", "R16", "no", dose(IBU, 1199.7), dose(IBU, 0.1), dose(IBU, 0.2)
    ),
    case(
        "parts a hair above", "R16", "prompt", dose(IBU, 1199.7), dose(IBU, 0.1), dose(IBU, 0.2001)
    ),
    case(
        "exactly 24 hours apart", "R16", "no", dose(IBU, 800, "08:00", 1), dose(IBU, 800, "08:00")
    ),
    case(
        "a minute less than 24 hours",
        "R16",
        "prompt",
        dose(IBU, 800, "08:00", 1),
        dose(IBU, 800, "07:59"),
    ),
    case("23 hours apart", "R16", "prompt", dose(IBU, 800, "08:00", 1), dose(IBU, 800, "07:00")),
    case("at the same moment", "R16", "prompt", dose(IBU, 800), dose(IBU, 800)),
    case("over only yesterday", "R16", "prompt", dose(IBU, 1600, "12:00", 1)),
    case("over two days ago", "R16", "no", dose(IBU, 1600, "12:00", 2)),
    case(
        "reaching into the day before yesterday",
        "R16",
        "prompt",
        dose(IBU, 800, "22:00", 2),
        dose(IBU, 800, "08:00", 1),
    ),
    case("yesterday began at 3", "R16", "prompt", dose(IBU, 1600, "03:00", 1)),
    case("before yesterday began", "R16", "no", dose(IBU, 1600, "02:59", 1)),
    case("after the day looked at", "R16", "no", dose(IBU, 1600, "12:00", -1)),
    case("prescribed ibuprofen", "R16", "no", dose(IBU, 800), dose(IBU, 800, prescribed=True)),
    case("only prescribed ibuprofen", "R16", "no", dose(IBU, 2400, prescribed=True)),
    case(
        "prescribed paracetamol is added",
        "R16",
        "emergency",
        dose(PARA, 500),
        dose(PARA, 4000, "09:00", prescribed=True),
    ),
    case("only prescribed paracetamol", "R16", "no", dose(PARA, 5000, prescribed=True)),
    case(
        "prescribed after the last examined",
        "R16",
        "no",
        dose(PARA, 500, "09:00"),
        dose(PARA, 4000, "12:00", prescribed=True),
    ),
    case("no amount", "R16", "insufficient", dose(PARA, None)),
    case("no amount, another over", "R16", "emergency", dose(PARA, None), dose(PARA, 4001)),
    case("no amount, another medicine over", "R16", "prompt", dose(PARA, None), dose(IBU, 1201)),
    case(
        "no amount, prescribed paracetamol",
        "R16",
        "insufficient",
        dose(PARA, 500),
        dose(PARA, None, "09:00", prescribed=True),
    ),
    case(
        "no amount, prescribed ibuprofen",
        "R16",
        "no",
        dose(IBU, 400),
        dose(IBU, None, "09:00", prescribed=True),
    ),
    case(
        "no amount the day before yesterday",
        "R16",
        "insufficient",
        dose(IBU, 400, "08:00", 1),
        dose(IBU, None, "22:00", 2),
    ),
    case(
        "no amount exactly 24 hours before",
        "R16",
        "no",
        dose(IBU, 400, "22:00", 1),
        dose(IBU, None, "22:00", 2),
    ),
    case("no amount, no limit", "R16", "no", dose(TreatmentKind.COMBINATION, None)),
    _clock_change("a day of 23 hours", "prompt", "12:00", "12:00", SPRING),
    _clock_change("24 hours over a day of 23", "no", "12:00", "13:00", SPRING),
    _clock_change("24.5 hours over a day of 25", "no", "12:00", "11:30", AUTUMN),
    _clock_change("24 hours over a day of 25", "no", "12:00", "11:00", AUTUMN),
    _clock_change("a minute less over a day of 25", "prompt", "12:00", "10:59", AUTUMN),
)
