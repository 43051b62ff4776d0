"""An emergency from a sum: more paracetamol logged within 24 hours than its packet allows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import SignalNote, TreatmentUse
from spasmlog.domain.scales import SignalAnswer, TreatmentKind
from spasmlog.i18n import N_, _, format_clock, format_day, format_list, ngettext
from spasmlog.rules.medicines import EXAMINED, HOURS, PacketSum, packet_sum
from spasmlog.views.emergency_entered import milligrams

RULE = "R16"
MOST_DOSES = 12
"""So many are named; how many more there are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverLimit:
    """The sum in words, and the newest dose in it.

    `doses` are the ids of all that were added; `noted` says what was noted, after the last of
    them was typed, of a call or of having been seen.
    """

    said: str
    spoken: str
    logged: str
    day: date
    record: str
    doses: frozenset[str]
    noted: str

    @property
    def told(self) -> bool:
        """Whether help was called, or has been got."""
        return bool(self.noted)


def over_limit(diary: Diary, now: Moment) -> OverLimit | None:
    """The highest sum of the last days that is over; None where none is."""
    found = _highest(diary)
    if found is None:
        return None
    newest = found.uses[-1]
    return OverLimit(
        said=_said(found),
        spoken=_spoken(found, now),
        logged=_logged(found.uses, now),
        day=newest.day,
        record=newest.id,
        doses=frozenset(each.id for each in found.uses),
        noted=_noted(found.uses, diary),
    )


def _highest(diary: Diary) -> PacketSum | None:
    """As the rule looks for it: up to each dose of today and yesterday that is not prescribed."""
    first = diary.today - timedelta(days=EXAMINED.value - 1)
    medicine = TreatmentKind.PARACETAMOL
    ends = {
        each.at.utc
        for each in diary.between(TreatmentUse, first, diary.today)
        if each.kind is medicine and not each.prescribed
    }
    sums = (packet_sum(diary, medicine, end) for end in ends)
    over = (each for each in sums if each.is_over)
    return max(over, key=lambda each: (each.mg, each.at), default=None)


def _said(found: PacketSum) -> str:
    pattern = _(
        "The paracetamol you logged adds up to {sum} in {hours} hours. The packet maximum is "
        "{limit}."
    )
    return pattern.format(
        sum=milligrams(float(found.mg)), hours=HOURS.value, limit=milligrams(found.limit)
    )


def _spoken(found: PacketSum, now: Moment) -> str:
    pattern = _(
        "By my journal I took {sum} of paracetamol within {hours} hours, the last of it at {when}."
    )
    last = _when(found.uses[-1], now)
    return pattern.format(sum=milligrams(float(found.mg)), hours=HOURS.value, when=last)


def _logged(uses: Sequence[TreatmentUse], now: Moment) -> str:
    """ "Logged: 1000 mg at 08:00 and 1000 mg at 12:00." The newest where there are many."""
    named = [_dose(each, now) for each in uses[-MOST_DOSES:]]
    more = len(uses) - len(named)
    if more:
        named.insert(0, ngettext("{n} dose before", "{n} doses before", more).format(n=more))
    return _("Logged: {doses}.").format(doses=format_list(named))


def _dose(use: TreatmentUse, now: Moment) -> str:
    amount = _("amount not known") if use.dose_mg is None else milligrams(use.dose_mg)
    return _("{amount} at {when}").format(amount=amount, when=_when(use, now))


def _when(use: TreatmentUse, now: Moment) -> str:
    clock, day = format_clock(use.at.clock), use.at.clock.date()
    if day == now.clock.date():
        return clock
    return _("{time} on {day}").format(time=clock, day=format_day(day, "d MMM"))


def _noted(uses: Sequence[TreatmentUse], diary: Diary) -> str:
    notes = (
        each for each in diary.of_kind(SignalNote) if each.rule == RULE and each.what in _NOTED
    )
    last = max(notes, key=lambda each: each.recorded_at.utc, default=None)
    if last is None or last.recorded_at.utc < max(each.recorded_at.utc for each in uses):
        return ""
    return _(_NOTED[last.what])


_NOTED = {
    SignalAnswer.CALLED: N_("You noted that you have called."),
    SignalAnswer.SHOWN_TO_DOCTOR: N_("You noted that you have been seen."),
}
