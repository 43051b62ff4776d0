"""The card of this moment: the running spasm and its details, or how it is at rest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Episode, Factor, Reading, TreatmentUse
from spasmlog.domain.scales import Effect, Exposure, Movement, Nrs, Region, Side, Spread
from spasmlog.i18n import _, format_day, format_list
from spasmlog.views.amounts import duration, in_sentence, sentence
from spasmlog.views.entries import at_clock, exposure, lasted, place
from spasmlog.views.running import exact_onset, level_of, running_title

QUIET = timedelta(hours=12)
"""So long after the last touch the card asks when the spasm let go."""
BEDTIME, NIGHT, WAKING = time(22, 30), time(3), time(7)
"""What the time field starts from; the person confirms or changes it (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is known of a spasm beside its times, and the causes that are offered for it."""

    episode_id: str
    region: Region | None
    side: Side | None
    spread: Spread | None
    areas: tuple[tuple[str, Nrs], ...]
    exposures: frozenset[str]
    movements: tuple[tuple[Movement, Effect], ...]
    note: str
    causes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EndQuestion:
    """ "When did it let go?", with what the time field starts from for each answer."""

    before_sleep: datetime
    night: datetime
    waking: datetime
    latest: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NowView:
    """At rest without an `episode_id`; `onset` lets the clock move on between two views."""

    title: str
    facts: str
    clock: datetime
    episode_id: str | None = None
    onset: Moment | None = None
    level: int | None = None
    details: Details | None = None
    question: EndQuestion | None = None


def now_view(diary: Diary, now: Moment, asked_at: datetime | None = None) -> NowView:
    """The card at this moment; `asked_at` is when "Still going" was answered last (aware)."""
    spasm = diary.running
    if spasm is None:
        return NowView(title=_("How is it now?"), facts=_rest(diary), clock=now.clock)
    quiet = now.utc - last_touch(spasm, diary, asked_at) >= QUIET
    return NowView(
        title=_quiet_title(spasm, now) if quiet else running_title(exact_onset(spasm), now),
        facts=_quiet_facts(spasm, now) if quiet else _facts(spasm, diary, now),
        clock=now.clock,
        episode_id=spasm.id,
        onset=None if quiet else exact_onset(spasm),
        level=level_of(spasm, diary),
        details=_details(spasm, diary),
        question=_question(spasm, last_touch(spasm, diary, asked_at), now) if quiet else None,
    )


def last_touch(spasm: Episode, diary: Diary, asked_at: datetime | None = None) -> datetime:
    """The last time that anything was said about a spasm, in UTC."""
    touches = [spasm.onset.utc, spasm.recorded_at.utc]
    timed: tuple[Reading | TreatmentUse, ...] = (
        *diary.linked_readings(spasm.id),
        *diary.linked_uses(spasm.id),
    )
    for each in timed:
        touches += (each.at.utc, each.recorded_at.utc)
    return max(touches if asked_at is None else [*touches, asked_at])


def when(moment: Moment, now: Moment) -> str:
    """ "18:28", "yesterday 18:28", "29 Jun 18:28" """
    return day_and(moment.clock.date(), now.clock.date(), at_clock(moment))


def day_and(day: date, today: date, clock: str) -> str:
    """A clock time with its day, where that is not today."""
    if day == today:
        return clock
    if day == today - timedelta(days=1):
        return _("yesterday {time}").format(time=clock)
    return f"{format_day(day, 'd MMM')} {clock}"


def causes(diary: Diary, chosen: frozenset[str] = frozenset()) -> tuple[tuple[str, str], ...]:
    """What may be named as having set a spasm off: (id, words), the built-in ones first."""
    own = (each for each in diary.of_kind(Factor) if each.exposure is None and not each.retired)
    offered = [*(each.value for each in Exposure), *(each.id for each in own)]
    offered += sorted(chosen - set(offered))
    return tuple((each, exposure(each, diary)) for each in offered)


def _rest(diary: Diary) -> str:
    """What a number does, and the last thing known today."""
    parts = [_("A number saves a pain reading.")]
    ended = diary.between(Episode, diary.today - timedelta(days=1), diary.today)
    over = [each for each in ended if each.resolved_day == diary.today and each.resolved]
    readings = [each for each in diary.on(Reading, diary.today) if each.pain is not None]
    if over and (not readings or readings[-1].at.utc <= over[-1].onset.utc):
        last = over[-1]
        pattern = _("The last spasm let go at {time}, after {length}.")
        clock = "" if last.resolved is None else at_clock(last.resolved)
        parts.append(pattern.format(time=clock, length=lasted(last)))
    elif readings:
        pattern = _("Last reading: {n} at {time}.")
        parts.append(pattern.format(n=readings[-1].pain, time=at_clock(readings[-1].at)))
    return " ".join(parts)


def _facts(spasm: Episode, diary: Diary, now: Moment) -> str:
    """ "Since 18:28. Lower back, left, after lifting. It was 7 at its worst, 6 at 19:05." """
    since = _("Since {when}.").format(when=_began(spasm, now))
    named = [in_sentence(exposure(each, diary)) for each in sorted(spasm.exposures)]
    after = _("after {causes}").format(causes=format_list(named)) if named else ""
    where = ", ".join(filter(None, (place(spasm), after)))
    parts = (since, f"{sentence(where)}." if where else "", _strength(spasm, diary))
    return " ".join(filter(None, parts))


def _began(spasm: Episode, now: Moment) -> str:
    if exact_onset(spasm) is not None:
        return when(spasm.onset, now)
    return format_day(spasm.day, "d MMM")


def _strength(spasm: Episode, diary: Diary) -> str:
    numbers = [each for each in diary.linked_readings(spasm.id) if each.pain is not None]
    peak = diary.peak(spasm)
    if peak is None:
        return _("How strong is it? Press a number.")
    if not numbers or numbers[-1].pain == peak:
        return _("{n} at its worst.").format(n=peak)
    pattern = _("It was {peak} at its worst, {n} at {time}.")
    return pattern.format(peak=peak, n=numbers[-1].pain, time=at_clock(numbers[-1].at))


def _quiet_title(spasm: Episode, now: Moment) -> str:
    if exact_onset(spasm) is None:
        return _("Is the spasm still running?")
    hours = timedelta(hours=(now.utc - spasm.onset.utc) // timedelta(hours=1))
    return _("A spasm has been running for {time}").format(time=duration(hours))


def _quiet_facts(spasm: Episode, now: Moment) -> str:
    pattern = _("Since {when}. When did it let go?")
    return pattern.format(when=_began(spasm, now))


def _question(spasm: Episode, touched: datetime, now: Moment) -> EndQuestion:
    """In the clock times of the zone that the spasm began in, as an end is read."""
    zone = spasm.onset.zone
    first, last = Moment.of(touched, zone).clock, Moment.of(now.utc, zone).clock
    return EndQuestion(
        before_sleep=_likely(BEDTIME, first, last),
        night=_likely(NIGHT, first, last),
        waking=_likely(WAKING, first, last),
        latest=last.replace(second=0, microsecond=0),
    )


def _likely(at: time, first: datetime, last: datetime) -> datetime:
    """The first such clock time after the last touch; the touch itself where none was."""
    found = datetime.combine(first.date(), at)
    if found < first:
        found += timedelta(days=1)
    if found <= last:
        return found
    return (first + timedelta(seconds=59)).replace(second=0, microsecond=0)


def _details(spasm: Episode, diary: Diary) -> Details:
    return Details(
        episode_id=spasm.id,
        region=spasm.region,
        side=spasm.side,
        spread=spasm.spread,
        areas=spasm.areas,
        exposures=spasm.exposures,
        movements=spasm.movements,
        note=spasm.note,
        causes=causes(diary, spasm.exposures),
    )
