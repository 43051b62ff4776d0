"""Hypothesis strategies: any record that the domain accepts, and whole consistent journals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from spasmlog.domain import records as kinds
from spasmlog.domain import scales
from spasmlog.domain.moment import DAY_START, Moment, day_of_end
from spasmlog.domain.records import CheckIn, Episode, Profile, Reading, Record, TreatmentUse
from spasmlog.domain.scales import Nrs, ReadingWord

# A busy machine is no fault of the code: an example may take as long as it takes.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

R = TypeVar("R", bound=Record)
ZONES = (
    "UTC",
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "Africa/Cairo",
)
FIRST = datetime(2019, 1, 1, tzinfo=UTC)

# Few letters, each of its own kind: drawing from all of Unicode takes seconds to begin.
LETTERS = "aZ 0-'\";,:%_\\/\n\t\0\x1f{}<é\u00a0\u202e\u05d0\u0631漢\u0301\u200d😀\U0010ffff"
texts = st.text(st.sampled_from(LETTERS), max_size=12)
names = texts.filter(lambda text: bool(text.strip()))
ids = st.uuids(version=4).map(str)
days = st.dates(date(2019, 1, 1), date(2031, 12, 31))
pains = st.integers(0, 10).map(Nrs)
sides = st.sampled_from(scales.Side)
treatment_kinds = st.sampled_from(scales.TreatmentKind)
doses = st.floats(0.5, 4000) | st.integers(1, 4000).map(float)
spans = st.integers(0, 100 * 3600).map(lambda seconds: timedelta(seconds=seconds))


def maybe(values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Not known, or one of the values."""
    return st.none() | values


def moments(window: timedelta = timedelta(days=4000)) -> SearchStrategy[Moment]:
    """A moment, to the second, in any of the zones, no longer than `window` after 2019 began."""
    seconds = st.integers(0, int(window.total_seconds()))
    return st.builds(
        lambda after, zone: Moment.of(FIRST + timedelta(seconds=after), zone),
        seconds,
        st.sampled_from(ZONES),
    )


def _pairs(keys: Iterable[Any], values: SearchStrategy[Any]) -> SearchStrategy[Any]:
    named = st.dictionaries(st.sampled_from(sorted(keys)), values, max_size=3)
    return named.map(lambda found: tuple(sorted(found.items())))


def _fields(**strategies: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(strategies)


_hours = maybe(st.floats(0, 24) | st.integers(0, 24).map(float))
_minutes = maybe(st.integers(0, kinds.MAX_DAY_MINUTES))
_exposures = [*map(str, scales.Exposure), "an-own-one", "a-trial:Heat"]
OWN: Mapping[type[Record], SearchStrategy[dict[str, Any]]] = {
    Episode: _fields(
        onset_exact=st.sampled_from(scales.OnsetExact),
        peak=maybe(pains),
        region=maybe(st.sampled_from(scales.Region)),
        side=maybe(sides),
        areas=_pairs(scales.BODY_PARTS, pains),
        spread=maybe(st.sampled_from(scales.Spread)),
        exposures=st.frozensets(st.sampled_from(_exposures)),
        movements=_pairs(scales.Movement, st.sampled_from(scales.Effect)),
        flare=st.booleans(),
        note=texts,
    ),
    Reading: st.one_of(
        _fields(pain=pains, word=st.none(), note=texts),
        _fields(pain=pains, word=st.sampled_from(list(ReadingWord)[:3]), note=texts),
        _fields(word=st.sampled_from([*list(ReadingWord)[:3], ReadingWord.NO_SPASM])),
        _fields(pain=st.just(Nrs(0)), word=st.just(ReadingWord.GONE)),
    ),
    kinds.Drink: _fields(volume_ml=st.integers(1, kinds.MAX_DRINK_ML)),
    kinds.Activity: _fields(
        kind=names,
        minutes=st.integers(1, kinds.MAX_DAY_MINUTES),
        intensity=st.sampled_from(scales.Intensity),
    ),
    kinds.Stretch: _fields(
        group=maybe(st.sampled_from(["hips", "hamstrings"])),
        routine=texts,
        seconds=st.integers(1, kinds.MAX_DAY_MINUTES * 60),
    ),
    CheckIn: _fields(
        worst=maybe(pains),
        average=maybe(pains),
        limited=maybe(st.sampled_from(scales.Limited)),
        sleep_h=_hours,
        slept_badly=maybe(st.booleans()),
        sitting_h=_hours,
        fluids_ml=maybe(st.integers(0, kinds.MAX_DAY_ML)),
        moderate_min=_minutes,
        vigorous_min=_minutes,
        stretch_s=maybe(st.integers(0, kinds.MAX_DAY_MINUTES * 60)),
        exposures=_pairs(_exposures, st.booleans()),
        copied=st.booleans(),
        note=texts,
    ),
    kinds.Treatment: _fields(
        name=names,
        kind=treatment_kinds,
        usual_dose_mg=maybe(doses),
        prescribed=st.booleans(),
        regular=st.booleans(),
        archived=st.booleans(),
    ),
    TreatmentUse: _fields(
        treatment_id=ids,
        kind=treatment_kinds,
        prescribed=st.booleans(),
        dose_mg=maybe(doses),
        dose_text=texts,
        minutes=maybe(st.integers(1, kinds.MAX_DAY_MINUTES)),
        side_effect=texts,
        note=texts,
    ),
    kinds.Course: _fields(
        treatment_id=ids, region=maybe(st.sampled_from(scales.Region)), plan=texts
    ),
    kinds.Answer: _fields(
        sign=st.sampled_from(scales.Sign), answer=st.sampled_from(scales.SignAnswer)
    ),
    kinds.Score: _fields(
        instrument=names, answers=_pairs(["activity", "enjoyment", "pain"], st.integers(0, 10))
    ),
    kinds.Visit: _fields(
        who=texts,
        questions=st.lists(texts, max_size=3).map(tuple),
        said=texts,
        plan=texts,
        follow_up=maybe(days),
    ),
    kinds.SignalNote: _fields(
        rule=st.sampled_from(["R01", "R10"]), what=st.sampled_from(scales.SignalAnswer)
    ),
    kinds.Factor: _fields(
        name=names,
        exposure=maybe(st.sampled_from(_exposures)),
        lag=st.sampled_from(scales.Lag),
        created=days,
        suspect_since=maybe(days),
        retired=maybe(days),
    ),
    kinds.Experiment: _fields(
        options=st.tuples(texts, texts),
        outcome=st.sampled_from(scales.ExperimentOutcome),
        block_days=st.integers(1, 60),
        order=st.lists(st.sampled_from(["AB", "BA"]), min_size=1, max_size=4).map(tuple),
    ),
    Profile: _fields(
        birth_year=maybe(st.integers(1880, 2200)),
        sex=maybe(st.sampled_from(scales.Sex)),
        problem_since=maybe(days),
        fluid_limit=st.booleans(),
        risks=st.frozensets(texts, max_size=3),
        allergies=texts,
        name_for_report=texts,
    ),
}
"""What a record of each kind says, without its id, its time and its links."""

_TIMED = (Reading, kinds.Drink, kinds.Activity, kinds.Stretch, TreatmentUse)
_OF_A_DAY = (CheckIn, kinds.Answer, kinds.Score, kinds.Visit, kinds.SignalNote)
_SPANS: Mapping[type[Record], tuple[str, str]] = {
    kinds.Course: ("first_day", "last_day"),
    kinds.Experiment: ("start", "stop"),
}


@st.composite
def record_of(
    draw: DrawFn, kind: type[R], at: SearchStrategy[Moment] | None = None, id_: str = ""
) -> R:
    """Any record of this kind; it is linked to nothing."""
    happened = draw(moments() if at is None else at)
    micros = timedelta(microseconds=draw(st.integers(0, 10**12)))
    fields = draw(OWN[kind])
    if fields.get("average") is not None and fields["worst"] is not None:
        fields["average"] = min(fields["average"], fields["worst"])
    if kind is Episode:
        fields |= {"onset": happened, "day": happened.diary_day()} | draw(_end(happened))
    elif kind in _TIMED:
        fields |= {"at": happened, "day": happened.diary_day()}
    elif kind in _OF_A_DAY:
        fields["day"] = happened.diary_day()
    elif kind in _SPANS:
        first, last = _SPANS[kind]
        length = draw(maybe(st.integers(0, 90)))
        fields[first] = happened.diary_day()
        fields[last] = None if length is None else fields[first] + timedelta(days=length)
    typed = Moment.of(happened.utc + micros, happened.zone)
    return kind(id=id_ or draw(ids), recorded_at=typed, **fields)


@st.composite
def _end(draw: DrawFn, onset: Moment) -> dict[str, Any]:
    """Running, of unknown end, or over after up to four days."""
    span = draw(maybe(spans))
    if span is None:
        return {"end_unknown": draw(st.booleans())}
    end = onset.plus(span)
    return {"resolved": end, "resolved_day": day_of_end(end, DAY_START, onset.diary_day())}


def any_record(at: SearchStrategy[Moment] | None = None) -> SearchStrategy[Record]:
    """A record of any kind, the profile too."""
    return st.one_of([record_of(kind, at) for kind in OWN])


@st.composite
def journals(
    draw: DrawFn, at: SearchStrategy[Moment] | None = None, most: int = 12
) -> tuple[Record, ...]:
    """The records of a whole journal: ids once, links that lead somewhere, one spasm running.

    One check-in a day, one profile at most, and every dose of a treatment in the catalogue.
    """
    drawn = draw(st.lists(any_record(at), max_size=most, unique_by=lambda record: record.id))
    kept = list({_place(record): record for record in drawn}.values())
    catalogue = _ids(kept, kinds.Treatment)
    kept = [each for each in kept if catalogue or not isinstance(each, TreatmentUse | kinds.Course)]
    spasms, uses = [None, *_ids(kept, Episode)], [None, *_ids(kept, TreatmentUse)]
    links: Mapping[str, SearchStrategy[Any]] = {
        "treatment_id": st.sampled_from(catalogue) if catalogue else st.nothing(),
        "episode_id": st.sampled_from(spasms),
        "use_id": st.sampled_from(uses),
    }
    return tuple(
        replace(record, **{name: draw(links[name]) for name in _links(record)}) for record in kept
    )


def _ids(records: Iterable[Record], kind: type[Record]) -> list[str]:
    return [each.id for each in records if isinstance(each, kind)]


def _links(record: Record) -> list[str]:
    return [name for name in ("treatment_id", "episode_id", "use_id") if hasattr(record, name)]


def _place(record: Record) -> object:
    """What only one record may have: the day of a check-in, running, being the profile."""
    if isinstance(record, CheckIn):
        return record.day
    if isinstance(record, Episode) and record.is_running:
        return "running"
    return "profile" if isinstance(record, Profile) else record.id
