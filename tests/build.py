"""Records and diaries with defaults that a test overrides where it matters."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Any

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START, Moment, day_of_end
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Profile,
    Reading,
    Record,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import (
    Intensity,
    Nrs,
    Region,
    Sign,
    SignAnswer,
    TreatmentKind,
)

TODAY = date(2026, 7, 1)
ZONE = "Europe/Berlin"
_numbers = count(1)


def moment(days_ago: int = 0, clock: str = "09:00", zone: str = ZONE) -> Moment:
    """The moment so many days before TODAY, at this time on the clocks of `zone`."""
    day = TODAY - timedelta(days=days_ago)
    return Moment.from_clock(datetime.combine(day, time.fromisoformat(clock)), zone)


def clock_time(text: str) -> datetime:
    """What a clock on the wall showed: a naive datetime from "2026-07-01 14:30"."""
    return datetime.fromisoformat(text)


def day(days_ago: int = 0) -> date:
    return TODAY - timedelta(days=days_ago)


def _base(at: Moment, fields: dict[str, Any]) -> dict[str, Any]:
    """An id, and typed at the moment it happened, unless the test says otherwise."""
    number = next(_numbers)
    typed = Moment(at.utc + timedelta(microseconds=number), at.zone, at.offset_min)
    return {"id": f"{number:08d}", "recorded_at": typed} | fields


def episode(days_ago: int = 0, clock: str = "09:00", **changes: Any) -> Episode:
    """A spasm of 6 in the low back; `hours` sets how long it lasted, else it has no known end."""
    onset = changes.pop("onset", None) or moment(days_ago, clock)
    hours = changes.pop("hours", None)
    fields: dict[str, Any] = {
        "onset": onset,
        "day": onset.diary_day(),
        "peak": Nrs(6),
        "region": Region.LOW_BACK,
        "end_unknown": hours is None and "resolved" not in changes,
    }
    if hours is not None:
        end = onset.plus(timedelta(hours=hours))
        fields |= {"resolved": end, "resolved_day": day_of_end(end, DAY_START, fields["day"])}
    return Episode(**_base(onset, fields | changes))


def running(days_ago: int = 0, clock: str = "09:00", **changes: Any) -> Episode:
    return episode(days_ago, clock, end_unknown=False, **changes)


def reading(
    days_ago: int = 0, clock: str = "10:00", pain: int | None = 3, **changes: Any
) -> Reading:
    at = moment(days_ago, clock)
    number = None if pain is None else Nrs(pain)
    return Reading(**_base(at, {"at": at, "day": at.diary_day(), "pain": number} | changes))


def check_in(days_ago: int = 0, worst: int | None = 3, **changes: Any) -> CheckIn:
    at = moment(days_ago, "20:00")
    number = None if worst is None else Nrs(worst)
    return CheckIn(**_base(at, {"day": at.diary_day(), "worst": number} | changes))


def drink(days_ago: int = 0, clock: str = "11:00", volume_ml: int = 250, **changes: Any) -> Drink:
    at = moment(days_ago, clock)
    return Drink(**_base(at, {"at": at, "day": at.diary_day(), "volume_ml": volume_ml} | changes))


def activity(days_ago: int = 0, clock: str = "16:00", **changes: Any) -> Activity:
    at = moment(days_ago, clock)
    fields = {"kind": "walk", "minutes": 20, "intensity": Intensity.MODERATE}
    return Activity(**_base(at, {"at": at, "day": at.diary_day()} | fields | changes))


def stretch(days_ago: int = 0, clock: str = "13:00", **changes: Any) -> Stretch:
    at = moment(days_ago, clock)
    return Stretch(**_base(at, {"at": at, "day": at.diary_day(), "seconds": 300} | changes))


def treatment(name: str = "Ibuprofen", **changes: Any) -> Treatment:
    fields = {"name": name, "kind": TreatmentKind.IBUPROFEN, "usual_dose_mg": 400.0}
    return Treatment(**_base(moment(400), fields | changes))


def use(days_ago: int = 0, clock: str = "09:30", **changes: Any) -> TreatmentUse:
    """400 mg of ibuprofen; `of` takes a Treatment, `spasm` an Episode to be linked to."""
    at = changes.pop("at", None) or moment(days_ago, clock)
    of: Treatment | None = changes.pop("of", None)
    spasm: Episode | None = changes.pop("spasm", None)
    fields: dict[str, Any] = {
        "treatment_id": of.id if of else "a-treatment",
        "kind": of.kind if of else TreatmentKind.IBUPROFEN,
        "prescribed": of.prescribed if of else False,
        "at": at,
        "day": at.diary_day(),
        "dose_mg": 400.0,
        "episode_id": spasm.id if spasm else None,
    }
    return TreatmentUse(**_base(at, fields | changes))


def course(first_days_ago: int = 30, last_days_ago: int | None = None, **changes: Any) -> Course:
    fields: dict[str, Any] = {
        "treatment_id": "a-treatment",
        "first_day": day(first_days_ago),
        "last_day": None if last_days_ago is None else day(last_days_ago),
    }
    return Course(**_base(moment(first_days_ago), fields | changes))


def answer(days_ago: int, sign: Sign, said: SignAnswer = SignAnswer.YES, **changes: Any) -> Answer:
    at = moment(days_ago)
    return Answer(**_base(at, {"day": at.diary_day(), "sign": sign, "answer": said} | changes))


def visit(days_ago: int = 0, **changes: Any) -> Visit:
    at = moment(days_ago)
    return Visit(**_base(at, {"day": at.diary_day(), "who": "GP"} | changes))


def profile(**changes: Any) -> Profile:
    return Profile(**_base(moment(400), changes))


def diary(*records: Record, today: date = TODAY) -> Diary:
    return Diary.of(today, records)


def utc(text: str) -> datetime:
    """An aware datetime in UTC from "2026-07-01T09:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
