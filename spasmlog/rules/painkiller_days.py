"""R15: painkillers on many days of a month.

The counts are those by which headaches from frequent use are known; here they prompt a question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import Record, TreatmentUse
from spasmlog.domain.scales import TreatmentKind
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Counted,
    Evidence,
    Lack,
    Level,
    Outcome,
    Progress,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
    left_later,
)
from spasmlog.rules.products import names
from spasmlog.rules.runs import days_with_entry
from spasmlog.rules.sources import ICHD_3

SIMPLE = Threshold(
    N_("Days with a simple painkiller, at least"), 15, N_("days"), Standing.ADAPTED, ICHD_3
)
STRONGER = Threshold(
    N_("Days with a stronger painkiller, at least"), 10, N_("days"), Standing.ADAPTED, ICHD_3
)
PERIOD = Threshold(N_("Days looked at"), 30, N_("days"), Standing.ADAPTED, ICHD_3)
PERIODS = Threshold(
    N_("Such periods in a row that make it worth a visit"), 3, "", Standing.ADAPTED, ICHD_3
)
ENTRIES = Threshold(N_("Days with an entry among them, at least"), 21, N_("days"), Standing.OURS)

SIMPLE_KINDS = frozenset(
    {
        TreatmentKind.IBUPROFEN,
        TreatmentKind.NAPROXEN_SODIUM,
        TreatmentKind.NSAID,
        TreatmentKind.PARACETAMOL,
    }
)
STRONGER_KINDS = frozenset({TreatmentKind.OPIOID, TreatmentKind.COMBINATION})


@dataclass(frozen=True, slots=True)
class Period:
    """Thirty days: the doses of painkillers, and on how many days there is any entry."""

    first: date
    last: date
    uses: tuple[TreatmentUse, ...]
    known: int

    @property
    def simple(self) -> tuple[date, ...]:
        """The days with a simple painkiller, oldest first."""
        return _days(each for each in self.uses if each.kind in SIMPLE_KINDS)

    @property
    def stronger(self) -> tuple[date, ...]:
        """The days with a stronger painkiller, oldest first; a day may be in both."""
        return _days(each for each in self.uses if each.kind in STRONGER_KINDS)

    @property
    def days(self) -> int:
        """The days with either; a day with both is one day."""
        return len(_days(self.uses))

    @property
    def missing(self) -> int:
        return PERIOD.value - self.known

    @property
    def meets(self) -> bool:
        return self.might_meet(0)

    def might_meet(self, more: int) -> bool:
        """Whether a count would be reached with so many days more."""
        simple = len(self.simple) + more >= SIMPLE.value
        return simple or len(self.stronger) + more >= STRONGER.value


def check_painkiller_days(diary: Diary) -> Verdict:
    """Fifteen days with a simple painkiller, or ten with a stronger one, of the last thirty."""
    last = _period(diary, 0)
    if last.meets:
        return _fired(diary, (last, *(_period(diary, back) for back in range(1, PERIODS.value))))
    lacks = last.known < ENTRIES.value and last.might_meet(last.missing)
    return Verdict(
        outcome=Outcome.INSUFFICIENT if lacks else Outcome.NO,
        first=last.first,
        last=last.last,
        days_counted=last.known,
        days_missing=last.missing,
        evidence=_evidence(diary, [last]),
        left_out=left_later(diary, _is_painkiller),
        lacking=(_lack(last),) if lacks else (),
        measures=_measures([last]),
        progress=_progress(last) if lacks else None,
    )


def _fired(diary: Diary, periods: tuple[Period, ...]) -> Verdict:
    """What the last period says, and how urgent those before it make it."""
    last = periods[0]
    known = sum(each.known for each in periods)
    return Verdict(
        outcome=Outcome.FIRE,
        level=Level.ROUTINE if all(each.meets for each in periods) else Level.INFO,
        title=_title(last),
        message=_message(last),
        first=periods[-1].first,
        last=last.last,
        days_counted=known,
        days_missing=sum(each.missing for each in periods),
        evidence=_evidence(diary, periods),
        left_out=left_later(diary, _is_painkiller),
        measures=_measures(periods),
        switches_off=_switches_off(),
        not_before=_not_before(last),
        receipt=_receipt(periods),
        summary=_summary(last),
    )


def _period(diary: Diary, back: int) -> Period:
    """The thirty days that end today, or so many times thirty days earlier."""
    days = window(diary.today - timedelta(days=back * PERIOD.value), PERIOD.value)
    first, last = date.fromordinal(days.start), date.fromordinal(days.stop - 1)
    uses = tuple(filter(_is_painkiller, diary.between(TreatmentUse, first, last)))
    return Period(first, last, uses, days_with_entry(diary, days))


def _is_painkiller(record: Record) -> bool:
    return isinstance(record, TreatmentUse) and record.kind in SIMPLE_KINDS | STRONGER_KINDS


def _days(uses: Iterable[TreatmentUse]) -> tuple[date, ...]:
    return tuple(dict.fromkeys(each.day for each in uses))


def _title(last: Period) -> str:
    return ngettext(
        "Painkillers on {n} of the last {days} days",
        "Painkillers on {n} of the last {days} days",
        last.days,
    ).format(days=PERIOD.value)


def _message(last: Period) -> str:
    return ngettext(
        "You logged painkillers on {n} of the last {days} days. If you also get headaches, tell a "
        "pharmacist or doctor, because frequent use can bring headaches on.",
        "You logged painkillers on {n} of the last {days} days. If you also get headaches, tell a "
        "pharmacist or doctor, because frequent use can bring headaches on.",
        last.days,
    ).format(days=PERIOD.value)


def _summary(last: Period) -> str:
    return _(
        "Simple painkillers on {simple} and stronger ones on {stronger} of {days} days."
    ).format(simple=len(last.simple), stronger=len(last.stronger), days=PERIOD.value)


def _evidence(diary: Diary, periods: Iterable[Period]) -> tuple[Evidence, ...]:
    """Each day with a painkiller, newest first, and what was taken."""
    shown: list[Evidence] = []
    for period in periods:
        by_day = [tuple(uses) for _day, uses in groupby(period.uses, key=attrgetter("day"))]
        for uses in reversed(by_day):
            ids = tuple(use.id for use in uses)
            shown.append(Evidence(uses[0].day, ids, names(diary, uses)))
    return tuple(shown)


def _lack(last: Period) -> Lack:
    text = ngettext(
        "{n} more day with an entry in the last {days} days",
        "{n} more days with an entry in the last {days} days",
        ENTRIES.value - last.known,
    )
    return Lack(text.replace("{days}", str(PERIOD.value)))


def _progress(last: Period) -> Progress:
    return Progress(have=last.known, needed=ENTRIES.value, total=PERIOD.value)


def _measures(periods: Iterable[Period]) -> tuple[tuple[str, int], ...]:
    """The counts of each period, the newest being number 1."""
    return tuple(
        (f"{name}_{number}", count)
        for number, each in enumerate(periods, 1)
        for name, count in (
            ("simple_days", len(each.simple)),
            ("stronger_days", len(each.stronger)),
            ("days_without_entry", each.missing),
        )
    )


def _switches_off() -> str:
    return _(
        "Simple painkillers on fewer than {simple} and stronger ones on fewer than {stronger} of "
        "the last {days} days."
    ).format(simple=SIMPLE.value, stronger=STRONGER.value, days=PERIOD.value)


def _not_before(last: Period) -> date:
    """The day on which, of each count that is reached, one day too many has left the period."""
    counts = ((last.simple, SIMPLE.value), (last.stronger, STRONGER.value))
    leaving = (days[-need] for days, need in counts if len(days) >= need)
    return max(leaving) + timedelta(days=PERIOD.value)


def _receipt(periods: Iterable[Period]) -> Receipt:
    headings = (_("From"), _("To"), _("Days, simple"), _("Days, stronger"), _("No entry"))
    rows = (
        (each.first, each.last, len(each.simple), len(each.stronger), each.missing)
        for each in periods
    )
    return Receipt(headings, tuple(rows))


PAINKILLER_DAYS = Rule(
    id="R15",
    title=N_("Painkiller days"),
    looks_for=N_(
        "Simple painkillers on 15 or more of the last 30 days, or stronger ones on 10 or more, "
        "prescribed or not."
    ),
    levels=(Level.ROUTINE, Level.INFO),
    advice=N_("If you also get headaches, tell a pharmacist or doctor."),
    sources=(ICHD_3,),
    thresholds=(SIMPLE, STRONGER, PERIOD, PERIODS, ENTRIES),
    check=check_painkiller_days,
    limits=N_(
        "It counts days, not amounts, and only what was logged. The two counts are never added. A "
        "painkiller logged as some other medicine does not count."
    ),
    fires=N_(
        "It fires on simple painkillers on 15 or more of the last 30 days, or stronger ones on 10 "
        "or more. Simple are paracetamol and anti-inflammatories; stronger are opioids and "
        "combinations. It is worth a visit when it was so 3 times in a row, 30 days each."
    ),
    silent=N_(
        "It stays silent below both counts. It cannot tell when fewer than 21 of the 30 days have "
        "any entry and the other days might bring a count to its limit."
    ),
    sure=N_(
        "The 15 and 10 days a month, over 3 months, are published for headaches alone, by experts' "
        "agreement. Here they are adapted, to prompt a question. The 21 days are our own choice."
    ),
    counts=Counted.ENTRIES,
)
