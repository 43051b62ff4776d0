"""Cases for R01 to R03: answers to the safety questions."""

from __future__ import annotations

from spasmlog.domain.scales import Sign, SignAnswer
from tests.build import answer
from tests.rules.case import case

NUMB = Sign.SADDLE_NUMBNESS
YES, NO, UNSURE, CLEARED = SignAnswer.YES, SignAnswer.NO, SignAnswer.UNSURE, SignAnswer.CLEARED
STIFF = Sign.MORNING_STIFFNESS_OVER_3_MONTHS

CASES = (
    case("no answers", "R01", "no"),
    case("yes today", "R01", "emergency", answer(0, NUMB)),
    case("yes 14 days ago", "R01", "emergency", answer(14, NUMB)),
    case("yes 15 days ago", "R01", "prompt", answer(15, NUMB)),
    case("yes ten years ago", "R01", "prompt", answer(3653, NUMB)),
    case("not sure", "R01", "prompt", answer(0, NUMB, UNSURE)),
    case("not sure long ago", "R01", "prompt", answer(400, NUMB, UNSURE)),
    case("no", "R01", "no", answer(0, NUMB, NO)),
    case("seen", "R01", "no", answer(3, NUMB), answer(2, NUMB, CLEARED)),
    case("not sure, then no", "R01", "no", answer(3, NUMB, UNSURE), answer(2, NUMB, NO)),
    case("yes, then not sure", "R01", "emergency", answer(3, NUMB), answer(0, NUMB, UNSURE)),
    case("old yes, then not sure", "R01", "prompt", answer(15, NUMB), answer(0, NUMB, UNSURE)),
    case("not sure, then yes", "R01", "emergency", answer(3, NUMB, UNSURE), answer(0, NUMB)),
    case("old yes, then yes", "R01", "emergency", answer(20, NUMB), answer(3, NUMB)),
    case(
        "yes, seen, then yes",
        "R01",
        "emergency",
        answer(9, NUMB),
        answer(8, NUMB, CLEARED),
        answer(1, NUMB),
    ),
    case(
        "yes, no, then not sure",
        "R01",
        "prompt",
        answer(3, NUMB),
        answer(2, NUMB, NO),
        answer(1, NUMB, UNSURE),
    ),
    case("yes and then no on one day", "R01", "no", answer(0, NUMB), answer(0, NUMB, NO)),
    case("no and then yes on one day", "R01", "emergency", answer(0, NUMB, NO), answer(0, NUMB)),
    case("a no to another question", "R01", "emergency", answer(1, NUMB), answer(0, STIFF, NO)),
    case(
        "one old and one fresh yes", "R01", "emergency", answer(40, NUMB), answer(1, Sign.BOTH_LEGS)
    ),
    case("yes after the day looked at", "R01", "no", answer(-1, NUMB)),
    case("no after the day looked at", "R01", "emergency", answer(0, NUMB), answer(-1, NUMB, NO)),
    case("yes to a prompt question", "R01", "no", answer(0, Sign.FEVER)),
    case("yes", "R02", "prompt", answer(0, Sign.FEVER)),
    case("yes long ago", "R02", "prompt", answer(900, Sign.FEVER)),
    case("not sure", "R02", "no", answer(0, Sign.FEVER, UNSURE)),
    case(
        "yes, then not sure", "R02", "prompt", answer(3, Sign.FEVER), answer(0, Sign.FEVER, UNSURE)
    ),
    case("seen", "R02", "no", answer(3, Sign.FEVER), answer(0, Sign.FEVER, CLEARED)),
    case("yes to an emergency question", "R02", "no", answer(0, NUMB)),
    case("yes", "R03", "routine", answer(0, STIFF)),
    case("not sure", "R03", "no", answer(0, STIFF, UNSURE)),
    case("no", "R03", "no", answer(1, STIFF), answer(0, STIFF, NO)),
    case("yes to a prompt question", "R03", "no", answer(0, Sign.FEVER)),
)
