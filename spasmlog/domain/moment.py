"""When something happened: an instant, the zone it was lived in, and the diary day it falls on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from spasmlog.errors import InvalidEntry, NoSuchTime
from spasmlog.i18n import _

FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Outside of these a time is a slip of the finger, and clocks cannot be worked out (our choice)."""
DAY_START = time(3)
"""When a diary day begins, unless the person sets it otherwise."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant in UTC with the IANA zone and the UTC offset in which it was lived."""

    utc: datetime
    zone: str
    offset_min: int

    def __post_init__(self) -> None:
        if self.utc.tzinfo is not UTC:
            raise ValueError("a moment is kept in UTC")
        if not FIRST_YEAR <= self.utc.year <= LAST_YEAR:
            raise _out_of_time()
        if not -1440 < self.offset_min < 1440:
            raise InvalidEntry(_("A UTC offset lies between -24 and 24 hours."))
        if not self.zone:
            raise InvalidEntry(_("A moment needs the name of its time zone."))

    @classmethod
    def of(cls, instant: datetime, zone: str) -> Self:
        """The moment of an aware datetime, as the clocks of `zone` show it."""
        try:
            there = instant.astimezone(_zone(zone))
            return cls(instant.astimezone(UTC), zone, _minutes(there.utcoffset()))
        except OverflowError as error:
            raise _out_of_time() from error

    @classmethod
    def from_clock(cls, clock: datetime, zone: str) -> Self:
        """The moment at which the clocks of `zone` showed this naive datetime.

        A clock time that occurs twice is the first; one that the change of clocks left out
        raises `NoSuchTime` with the next valid one offered.
        """
        moment = cls.of(clock.replace(tzinfo=_zone(zone), fold=0), zone)
        if _shown(moment.utc, zone) != clock:  # a time in the gap comes back as one after it
            raise NoSuchTime(
                _("{time} does not exist on that day: the clocks went forward.").format(
                    time=f"{clock:%H:%M}"
                ),
                _("The next time that exists is {time}.").format(
                    time=f"{_gap_end(clock, zone):%H:%M}"
                ),
            )
        return moment

    @property
    def clock(self) -> datetime:
        """What the clock on the wall showed, as a naive datetime."""
        return (self.utc + timedelta(minutes=self.offset_min)).replace(tzinfo=None)

    @property
    def local(self) -> datetime:
        """The same as an aware datetime with the offset of the time."""
        return self.utc.astimezone(timezone(timedelta(minutes=self.offset_min)))

    def diary_day(self, day_start: time = DAY_START) -> date:
        """The day it belongs to: the clock less the day start, subtracted on the clock."""
        start = timedelta(hours=day_start.hour, minutes=day_start.minute)
        return (self.clock - start).date()

    def to_second(self) -> Moment:
        """The same moment without fractions of a second, as all but `recorded_at` are kept."""
        return Moment(self.utc.replace(microsecond=0), self.zone, self.offset_min)

    def plus(self, span: timedelta) -> Moment:
        """So much elapsed time later, by the clocks of the same zone."""
        try:
            return Moment.of(self.utc + span, self.zone)
        except OverflowError as error:
            raise _out_of_time() from error


def day_of_end(end: Moment, day_start: time, onset_day: date) -> date:
    """The diary day that is kept of an end; never before that of the onset.

    Where days begin at midnight it is the end's own day, and `Episode.last_day` knows that an end
    at midnight does not touch it. The beginning of a day is not kept with a record: at any other
    hour, an end exactly there is kept with the day before, the last that it touches.
    """
    if day_start != time():
        end = end.plus(timedelta(microseconds=-1))
    return max(end.diary_day(day_start), onset_day)


def window(last: date, days: int) -> range:
    """The ordinals of the `days` dates that end with `last`: W(k) of the rules."""
    return range(last.toordinal() - days + 1, last.toordinal() + 1)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidEntry(_("{zone} is not a time zone.").format(zone=name)) from error


def _minutes(offset: timedelta | None) -> int:
    return int((offset or timedelta()).total_seconds()) // 60


def _shown(instant: datetime, zone: str) -> datetime:
    """What clocks there showed, to the second: some offsets of old are no whole minutes."""
    return instant.astimezone(_zone(zone)).replace(tzinfo=None)


def _gap_end(clock: datetime, zone: str) -> datetime:
    """The first clock time, to the minute, after the gap that `clock` lies in."""
    probe = clock.replace(second=0, microsecond=0)
    while _shown(probe.replace(tzinfo=_zone(zone)).astimezone(UTC), zone) != probe:
        probe += timedelta(minutes=1)
    return probe


def _out_of_time() -> InvalidEntry:
    return InvalidEntry(
        _("A time lies between the years {first} and {last}.").format(
            first=FIRST_YEAR, last=LAST_YEAR
        )
    )
