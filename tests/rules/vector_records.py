"""Turns the diary of a test vector into the real records, as the schema of the vectors says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment, day_of_end
from spasmlog.domain.records import (
    Answer,
    CheckIn,
    Episode,
    Profile,
    Reading,
    Record,
    TreatmentUse,
)
from spasmlog.domain.scales import (
    Limited,
    Nrs,
    Region,
    Sex,
    Sign,
    SignAnswer,
    TreatmentKind,
)

Json = dict[str, Any]
MIDNIGHT = time()
TYPED = Moment(datetime(2026, 1, 1, tzinfo=UTC), "UTC", 0)


def diary_of(vector: Json) -> Diary:
    """The diary of a vector, seen on its evaluation date; days begin at midnight."""
    return Diary.of(date.fromisoformat(vector["as_of"]), records_of(vector))


def records_of(vector: Json) -> list[Record]:
    """All records of a vector, each typed a moment after the one before it in the list."""
    numbers = count(1)

    def base() -> Json:
        number = next(numbers)
        typed = Moment(TYPED.utc + timedelta(microseconds=number), TYPED.zone, TYPED.offset_min)
        return {"id": f"r{number:06d}", "recorded_at": typed}

    diary = vector["diary"]
    return [
        _profile(vector.get("profile") or {}, base()),
        *_check_ins(diary, base),
        *(record for each in diary.get("episodes", ()) for record in _episode(each, base)),
        *(record for each in diary.get("treatments", ()) for record in _uses(each, base)),
        *(_answer(each, base()) for each in diary.get("flags", ())),
        *_weeks(diary.get("weekly_spasms"), date.fromisoformat(vector["as_of"]), base),
    ]


def moment(text: str) -> Moment:
    """A wall-clock time; without an offset no clock change is assumed."""
    read = datetime.fromisoformat(text)
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    offset = (aware.utcoffset() or timedelta()) // timedelta(minutes=1)
    return Moment(aware.astimezone(UTC), "UTC", offset)


def _profile(profile: Json, base: Json) -> Profile:
    since = profile.get("problem_since")
    return Profile(
        **base,
        sex=Sex(profile["sex"]) if profile.get("sex") else None,
        fluid_limit=bool(profile.get("fluid_limit")),
        problem_since=date.fromisoformat(since) if since else None,
    )


def _check_ins(diary: Json, base: Callable[[], Json]) -> Iterator[CheckIn]:
    """One check-in a day; where runs overlap the larger counts, and yes beats no."""
    pain: dict[date, int] = _by_day(diary.get("pain", ()))
    limited: dict[date, bool] = _by_day(diary.get("limited", ()))
    fluids: dict[date, int] = _by_day(diary.get("fluids_ml", ()))
    moves: dict[date, list[int]] = _by_day(
        diary.get("activity_min", ()), lambda minutes: minutes[0] + 2 * minutes[1]
    )
    stretch: dict[date, int] = _by_day(diary.get("stretch_s", ()))
    for day in sorted({*pain, *limited, *fluids, *moves, *stretch}):
        moderate, vigorous = moves.get(day, (None, None))
        yield CheckIn(
            **base(),
            day=day,
            worst=Nrs(pain[day]) if day in pain else None,
            limited=(Limited.A_BIT if limited[day] else Limited.NO) if day in limited else None,
            fluids_ml=fluids.get(day),
            moderate_min=moderate,
            vigorous_min=vigorous,
            stretch_s=stretch.get(day),
        )


def _by_day(runs: Any, size: Callable[[Any], int] = int) -> dict[date, Any]:
    """The value of each date that runs cover; where they overlap, that of the largest size."""
    days: dict[date, Any] = {}
    for start, length, value in runs:
        for step in range(length):
            day = date.fromisoformat(start) + timedelta(days=step)
            days[day] = max(days.get(day, value), value, key=size)
    return days


def _episode(each: Json, base: Callable[[], Json]) -> Iterator[Record]:
    """A spasm, and its reading after treatment; an end before the start is no end."""
    onset = moment(each["start"])
    end = moment(each["end"]) if each.get("end") else None
    if end is not None and end.utc < onset.utc:
        end = None
    day = onset.diary_day(MIDNIGHT)
    peak = each.get("peak")
    yield Episode(
        **(base() | {"id": each["id"]}),
        onset=onset,
        day=day,
        resolved=end,
        resolved_day=day_of_end(end, MIDNIGHT, day) if end else None,
        end_unknown=end is None,
        peak=None if peak is None else Nrs(peak),
        region=Region(each["region"]) if each.get("region") else None,
    )
    if each.get("after") is not None:
        at = moment(each["after_at"])
        yield Reading(
            **base(),
            at=at,
            day=at.diary_day(MIDNIGHT),
            pain=Nrs(each["after"]),
            episode_id=each["id"],
        )


def _uses(each: Json, base: Callable[[], Json]) -> Iterator[TreatmentUse]:
    first = moment(each["at"])
    for step in range(each.get("days") or 1):
        at = Moment(first.utc + timedelta(days=step), first.zone, first.offset_min)
        yield TreatmentUse(
            **base(),
            treatment_id="of-the-vector",
            kind=TreatmentKind(each["kind"]),
            prescribed=bool(each.get("prescribed")),
            at=at,
            day=at.diary_day(MIDNIGHT),
            dose_mg=each.get("mg"),
            episode_id=each.get("episode"),
        )


def _answer(each: Json, base: Json) -> Answer:
    day = date.fromisoformat(each["on"])
    return Answer(**base, day=day, sign=Sign(each["code"]), answer=SignAnswer(each["answer"]))


def _weeks(weekly: Json | None, as_of: date, base: Callable[[], Json]) -> Iterator[Record]:
    """This week and the weeks before it that count: all logged, and each with its spasms."""
    if weekly is None:
        return
    for back, spasms in enumerate((weekly["this_week"], *weekly["baseline"])):
        last = as_of - timedelta(days=7 * back)
        for step in range(7):
            yield CheckIn(**base(), day=last - timedelta(days=step), worst=Nrs(0))
        for hour in range(spasms):
            at = moment(f"{last}T{hour:02}:00")
            yield Episode(**base(), onset=at, day=last, end_unknown=True)
