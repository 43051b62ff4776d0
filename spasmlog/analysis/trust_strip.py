"""How far the numbers of a page can be trusted, and which verdicts that takes away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from fractions import Fraction

from spasmlog.analysis.daily import Daily, daily, trust_window
from spasmlog.analysis.gaps import GapEdge, Leaning, gap_edge
from spasmlog.analysis.gates import AFTER_HOURS, COVERAGE, MEMORY_SHARE, ONSET_CHECK_INS
from spasmlog.analysis.period import Period
from spasmlog.analysis.trust import Trust, trust
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START
from spasmlog.domain.records import CheckIn, Episode, Reading, TreatmentUse

AFTER = timedelta(hours=AFTER_HOURS)


@dataclass(frozen=True, slots=True)
class Part:
    """So many of how many."""

    n: int
    of: int

    @property
    def share(self) -> Fraction | None:
        """As a share; None of none."""
        return Fraction(self.n, self.of) if self.of else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustStrip:
    """What the numbers of the last 90 days rest on; each part counts within the window.

    `remembered`: check-ins typed later than their day and half a day more. `copied`: check-ins
    made like another day. `read_after`: treatments with a reading within four hours.
    `onset_check_ins`: days on which a spasm began that have a check-in; `all_check_ins`: all
    days. `edge` is None where too few days lie beside gaps or away from them.
    """

    trust: Trust
    logged: Part
    remembered: Part
    copied: Part
    read_after: Part
    onset_check_ins: Part
    all_check_ins: Part
    edge: GapEdge | None

    @property
    def too_little(self) -> bool:
        """Under half of the days are logged: no verdicts of course, time of day and weekday."""
        return Fraction(self.logged.n, self.logged.of) < COVERAGE

    @property
    def mostly_memory(self) -> bool:
        """Most check-ins were typed later: verdicts on triggers carry it."""
        share = self.remembered.share
        return share is not None and share > MEMORY_SHARE

    @property
    def leaning(self) -> Leaning | None:
        """Whether bad days may be logged more, or less: said beside every average."""
        return None if self.edge is None else self.edge.leaning

    @property
    def onsets_differ(self) -> bool:
        """Whether days with an onset have check-ins much more, or less, often than all days."""
        onset, every = self.onset_check_ins.share, self.all_check_ins.share
        return onset is not None and every is not None and abs(onset - every) > ONSET_CHECK_INS


def trust_strip(diary: Diary, day_start: time = DAY_START) -> TrustStrip | None:
    """The strip of the last 90 finished days, or since the first entry; None before it."""
    window = trust_window(diary)
    found = None if window is None else trust(diary, window, day_start)
    if window is None or found is None:
        return None
    days = daily(diary, window.first, window.last)
    check_ins = diary.between(CheckIn, window.first, window.last)
    checked = {each.day for each in check_ins}
    began = {each.day for each in diary.between(Episode, window.first, window.last)}
    return TrustStrip(
        trust=found,
        logged=Part(days.logged, window.days),
        remembered=Part(found.check_ins - found.check_ins_same_day, found.check_ins),
        copied=Part(sum(each.copied for each in check_ins), len(check_ins)),
        read_after=_read_after(diary, window),
        onset_check_ins=Part(len(began & checked), len(began)),
        all_check_ins=Part(len(checked), window.days),
        edge=_edge(diary, days),
    )


def bounds(with_it: int, unknown: int, days: int) -> tuple[Fraction, Fraction] | None:
    """The share of days with something, were no unknown day like that, and were all of them."""
    if not days:
        return None
    return Fraction(with_it, days), Fraction(with_it + unknown, days)


def _edge(diary: Diary, days: Daily) -> GapEdge | None:
    """The day before the first entry is no gap, nor is the day that is not over."""
    eve = date.fromordinal(days.first - 1)
    known = days.began == days.first or diary.facts_on(eve).logged
    beside = {*days.days, *days.unnumbered, days.last + 1, *([days.first - 1] if known else [])}
    return gap_edge(days.days, days.values, beside)


def _read_after(diary: Diary, window: Period) -> Part:
    uses = diary.between(TreatmentUse, window.first, window.last)
    return Part(sum(_has_reading(diary, use) for use in uses), len(uses))


def _has_reading(diary: Diary, use: TreatmentUse) -> bool:
    """Within the hours after it, and not about another treatment or spasm."""
    return any(
        use.at.utc < reading.at.utc <= use.at.utc + AFTER
        and reading.use_id in (None, use.id)
        and reading.episode_id in (None, use.episode_id)
        for reading in diary.between(Reading, use.day, use.day + timedelta(days=1))
    )
