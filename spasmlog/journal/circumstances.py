"""Now and here: what a command is carried out against, beside the journal itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from spasmlog.domain.moment import Moment, day_of_end
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, format_clock, format_day
from spasmlog.journal.command import When

SAME = timedelta(seconds=1)
"""Moments nearer than this are those of one clock that did not go on (our own choice)."""
SLACK = timedelta(seconds=90)
"""How far ahead of the clock a typed minute may lie before it is in the future."""


class Stamps:
    """The moments at which records were typed: no two alike, so that their order is kept."""

    def __init__(self) -> None:
        self._last: datetime | None = None

    def __call__(self, now: Moment) -> Moment:
        """This moment, or the next one that is free; a clock that was set back is believed."""
        last, utc = self._last, now.utc
        if last is not None and utc <= last < utc + SAME:
            utc = last + timedelta(microseconds=1)
        self._last = utc
        return Moment(utc, now.zone, now.offset_min)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Now, when a day starts, and a fresh id and moment of typing for each record."""

    now: Moment
    day_start: time
    new_id: Callable[[], str]
    recorded: Callable[[Moment], Moment]

    @property
    def today(self) -> date:
        """The diary day that is running."""
        return self.now.diary_day(self.day_start)

    def moment(self, when: When, zone: str | None = None) -> Moment:
        """The moment meant; raises `InvalidEntry` for one that lies ahead."""
        if when is None:
            return self.now.to_second()
        moment = (
            when if isinstance(when, Moment) else Moment.from_clock(when, zone or self.now.zone)
        )
        if moment.utc > self.now.utc + SLACK:
            raise _not_yet(moment.clock, self.now.clock)
        return moment.to_second()

    def day(self, moment: Moment) -> date:
        """The diary day of a moment."""
        return moment.diary_day(self.day_start)

    def base(self) -> dict[str, Any]:
        """What every new record starts with."""
        return {"id": self.new_id(), "recorded_at": self.recorded(self.now)}

    def at(self, when: When) -> dict[str, Any]:
        """The same, with its moment and day."""
        moment = self.moment(when)
        return self.base() | {"at": moment, "day": self.day(moment)}

    def end(self, moment: Moment, onset_day: date) -> dict[str, Any]:
        """The fields of a known end."""
        day = day_of_end(moment, self.day_start, onset_day)
        return {"resolved": moment, "resolved_day": day, "end_unknown": False}

    def refuse_ahead(self, day: date) -> None:
        """Refuse a day that has not come."""
        if day > self.today:
            raise InvalidEntry(
                _("That day has not come yet."), _("Choose today or an earlier day.")
            )


def _not_yet(meant: datetime, now: datetime) -> InvalidEntry:
    """Names the day where that lies ahead, else the time."""
    text, advice = _("{time} has not come yet."), _("Choose a time that has passed.")
    if meant.date() <= now.date():
        return InvalidEntry(text.format(time=format_clock(meant)), advice)
    pattern = "d MMM" if meant.year == now.year else "d MMM y"
    day = format_day(meant.date(), pattern)
    return InvalidEntry(text.format(time=day), _("Choose a day that has passed."))
