"""What each record can be found by: fixed words, numbers and what was typed about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import time

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Reading,
    Record,
    Score,
    SignalNote,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import (
    BODY_PARTS,
    MEDICINES,
    Region,
    Side,
    SignalAnswer,
    SignAnswer,
    Spread,
)
from spasmlog.views.entries import LATER
from spasmlog.views.search_terms import Facet, Family, Flag, Measure, Traits
from spasmlog.views.search_text import plain, searchable

KINDS: Mapping[type[Record], str] = {
    Episode: "spasm",
    Reading: "reading",
    Drink: "drink",
    Activity: "activity",
    Stretch: "stretch",
    TreatmentUse: "use",
    CheckIn: "check_in",
    Course: "course",
    Visit: "visit",
    Score: "score",
    Answer: "answer",
    SignalNote: "signal",
    Factor: "factor",
    Experiment: "experiment",
}
"""What can be found, by what its kind is filed under."""
_FACETS: Mapping[str, Family] = {
    "region": Family.REGION,
    "side": Family.SIDE,
    "spread": Family.SPREAD,
    "treatment_id": Family.TREATMENT,
    "word": Family.RELIEF,
    "intensity": Family.INTENSITY,
    "limited": Family.LIMITED,
    "sign": Family.SIGN,
    "answer": Family.SIGN_ANSWER,
    "rule": Family.SIGNAL,
    "what": Family.SIGNAL_ANSWER,
    "instrument": Family.INSTRUMENT,
}
"""The fields whose value is a facet, whatever kind of record has them."""
_NOTES = ("note", "said", "plan")
_TEXTS = (*_NOTES, "who", "dose_text", "side_effect", "routine", "group", "name")
_LISTS = ("questions", "options")
_NUMBERS: Mapping[str, Measure] = {
    "worst": Measure.PAIN,
    "pain": Measure.PAIN,
    "dose_mg": Measure.DOSE,
    "volume_ml": Measure.VOLUME,
    "sleep_h": Measure.SLEPT,
    "minutes": Measure.MINUTES,
}
_SPREADS_TO = {
    Spread.THIGH: Region.LEG,
    Spread.CALF: Region.LEG,
    Spread.FOOT: Region.LEG,
    Spread.ARM: Region.ARM,
    Spread.HAND: Region.ARM,
}


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which fields of a kind of record are facets, numbers and texts."""

    kind: str
    facets: tuple[tuple[str, Family], ...]
    numbers: tuple[tuple[str, Measure], ...]
    texts: tuple[str, ...]
    lists: tuple[str, ...]


def _plan(kind: type[Record]) -> _Plan:
    names = {each.name for each in fields(kind)}
    return _Plan(
        kind=KINDS[kind],
        facets=tuple((name, family) for name, family in _FACETS.items() if name in names),
        numbers=tuple((name, measure) for name, measure in _NUMBERS.items() if name in names),
        texts=tuple(name for name in _TEXTS if name in names),
        lists=tuple(name for name in _LISTS if name in names),
    )


_PLANS = {kind: _plan(kind) for kind in KINDS}


def is_found(record: Record) -> bool:
    """Whether a search can find it: what belongs to a day and is shown there."""
    seen = isinstance(record, SignalNote) and record.what is SignalAnswer.SEEN
    return type(record) in KINDS and not seen


def traits_of(record: Record, diary: Diary, day_start: time) -> Traits:
    """A record as it is found; a spasm also by its readings, and by what was taken for it."""
    plan = _PLANS[type(record)]
    facets: set[Facet] = {(Family.KIND, plan.kind)}
    for name, family in plan.facets:
        value = getattr(record, name)
        if value is not None and not _said_no(record, family):
            facets.add((family, str(value)))
    facets.update(_more(record, diary), ((Family.FLAG, flag) for flag in _flags(record, day_start)))
    numbers = [(measure, getattr(record, name)) for name, measure in plan.numbers]
    numbers += _numbers(record, diary)
    typed = [getattr(record, name) or "" for name in plan.texts]
    for name in plan.lists:
        typed += getattr(record, name)
    return Traits(
        facets=frozenset(facets),
        numbers=tuple((measure, value) for measure, value in numbers if value is not None),
        text=searchable(*typed),
    )


def _said_no(record: Record, family: Family) -> bool:
    """A sign that was asked for and is not there is not found by its words."""
    is_no = isinstance(record, Answer) and record.answer is SignAnswer.NO
    return is_no and family is Family.SIGN


def _more(record: Record, diary: Diary) -> Iterator[Facet]:
    """The facets that are no field's value as it stands."""
    if isinstance(record, Episode):
        yield from _of_spasm(record, diary)
    elif isinstance(record, CheckIn):
        yield from ((Family.CAUSE, name) for name, true in record.exposures if true)
    elif isinstance(record, TreatmentUse):
        yield from _remedy(record)
        if record.kind in MEDICINES:
            yield Family.KIND, "medicine"
    elif isinstance(record, Reading) and record.use_id is not None:
        yield Family.KIND, "relief"
    elif isinstance(record, Activity):
        yield Family.ACTIVITY, plain(record.kind)
    elif isinstance(record, Course):
        known = diary.get(Treatment, record.treatment_id)
        if known is not None:
            yield Family.REMEDY, known.kind


def _of_spasm(spasm: Episode, diary: Diary) -> Iterator[Facet]:
    """Each place that it touched, "left" also where it is on both sides, and what was tried."""
    for part, _pain in spasm.areas:
        yield Family.REGION, BODY_PARTS[part]
        yield Family.SIDE, part.rpartition("-")[2]
    if spasm.side is Side.BOTH:
        yield from ((Family.SIDE, side) for side in (Side.LEFT, Side.RIGHT))
    if spasm.spread is not None:
        yield Family.REGION, _SPREADS_TO[spasm.spread]
    yield from ((Family.CAUSE, name) for name in spasm.exposures)
    yield from ((Family.MOVEMENT, f"{moved}/{effect}") for moved, effect in spasm.movements)
    for use in diary.linked_uses(spasm.id):
        yield from _remedy(use)


def _remedy(use: TreatmentUse) -> Iterator[Facet]:
    yield Family.REMEDY, use.kind
    yield Family.TREATMENT, use.treatment_id


def _flags(record: Record, day_start: time) -> Iterator[Flag]:
    if any((getattr(record, name, None) or "").strip() for name in _NOTES):
        yield Flag.NOTE
    if _typed_later(record, day_start):
        yield Flag.LATER
    if isinstance(record, TreatmentUse) and record.side_effect.strip():
        yield Flag.SIDE_EFFECT
    if isinstance(record, CheckIn) and record.slept_badly is not None:
        yield Flag.SLEPT_BADLY if record.slept_badly else Flag.SLEPT_WELL
    if isinstance(record, Episode):
        states = (
            (record.is_running, Flag.RUNNING),
            (record.end_unknown, Flag.NO_END),
            (record.flare, Flag.FLARE),
        )
        yield from (flag for is_so, flag in states if is_so)


def _typed_later(record: Record, day_start: time) -> bool:
    """As the rows of a day say it: "added later"."""
    if isinstance(record, CheckIn | Score):
        return record.recorded_at.diary_day(day_start) > record.day
    at: Moment | None = getattr(record, "at", None)
    if isinstance(record, Episode):
        at = record.onset
    return at is not None and record.recorded_at.utc - at.utc >= LATER


def _numbers(record: Record, diary: Diary) -> Iterator[tuple[Measure, float | None]]:
    """The numbers that are no field's value as it stands."""
    if isinstance(record, Episode):
        yield Measure.PAIN, diary.peak(record)
        if record.resolved is not None:
            took = record.resolved.utc - record.onset.utc
            yield Measure.LASTED, took.total_seconds() / 60
    elif isinstance(record, Stretch):
        yield Measure.MINUTES, record.seconds / 60
