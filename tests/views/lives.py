"""Small diaries in which one signal or another fires."""

from __future__ import annotations

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import EMERGENCY_SIGNS, Limited, Sign, SignAnswer, TreatmentKind
from spasmlog.rules import Assessment, Rule, book
from spasmlog.rules.base import assess
from tests.build import answer, check_in, diary, episode, treatment, use

IBUPROFEN = treatment()
FEW = frozenset({"R01", "R02", "R03", "R05", "R06", "R09", "R10", "R16"})


def few_rules(*, personal: bool = True) -> tuple[Rule, ...]:
    """Rules of every level and kind, so that a test need not know the whole book."""
    return tuple(rule for rule in book(personal) if rule.id in FEW)


def assessed(lived: Diary, *, personal: bool = True) -> Assessment:
    """What these rules say of a diary."""
    return assess(lived, few_rules(personal=personal))


def treated(days_ago: int, hours: float | None = 5) -> tuple[Record, ...]:
    """A spasm with one dose of ibuprofen."""
    spasm = episode(days_ago) if hours is None else episode(days_ago, hours=hours)
    return (spasm, use(days_ago, of=IBUPROFEN, spasm=spasm))


def comes_back() -> Diary:
    """Three treated spasms, ten days apart: two returns, the later of them today."""
    return diary(IBUPROFEN, *treated(20), *treated(10), episode(0, hours=1))


def came_back_once() -> Diary:
    """One return, today: for information only."""
    return diary(IBUPROFEN, *treated(10), episode(0, hours=1))


def not_settled(*more: Record) -> Diary:
    """Pain on each of the last 40 days."""
    return diary(*(check_in(ago) for ago in range(40)), *more)


def too_few() -> Diary:
    """A spell of seven weeks of which hardly a day is logged."""
    return diary(check_in(50), check_in(25), check_in(1))


def ends_not_known() -> Diary:
    """Two treated spasms without an end, each with a next one: returns that are only possible."""
    return diary(
        IBUPROFEN, *treated(60, None), episode(50), *treated(40, None), episode(30), check_in(1, 0)
    )


def all_asked(days_ago: int, said: SignAnswer = SignAnswer.NO) -> tuple[Record, ...]:
    """An answer to each of the emergency questions."""
    return tuple(answer(days_ago, sign, said) for sign in EMERGENCY_SIGNS)


def eight() -> Diary:
    """Entries that match eight rules and more, from a prompt answer to everyday habits."""
    relaxant = treatment("Methocarbamol", kind=TreatmentKind.MUSCLE_RELAXANT)
    pain = (
        check_in(ago, worst=9 - min(ago // 8, 6), limited=Limited.A_LOT, fluids_ml=900)
        for ago in range(190)
    )
    pills = (use(ago, "08:00", of=IBUPROFEN) for ago in range(16))
    evenings = (use(ago, "21:00", of=relaxant, dose_mg=750.0) for ago in range(26))
    spasms = comes_back().by_id.values()
    return diary(relaxant, *spasms, *pain, *pills, *evenings, answer(2, Sign.FEVER))
