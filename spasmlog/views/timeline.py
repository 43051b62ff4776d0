"""What happened so far on a day: marks on a line, rows newest first, and the days before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from spasmlog.domain.diary import Diary, day_of, instant_of
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Activity,
    Course,
    Drink,
    Episode,
    Reading,
    Record,
    Score,
    Stretch,
    TreatmentUse,
    Visit,
)
from spasmlog.i18n import _, format_clock, format_day, ngettext
from spasmlog.views.begun import first_day
from spasmlog.views.entries import added_later, clock_of, record_words
from spasmlog.views.now import when

MORNING, MIDNIGHT = 6 * 60, 24 * 60
DAYS_BACK = 14
LISTED = (Reading, Drink, Activity, Stretch, TreatmentUse, Course, Visit, Score)
QUIET_LENGTH = 80
"""Of a note, so much is shown in a row."""
_NOT_YET = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMark:
    """Something at a time of the day, in minutes since its midnight; a spasm without end runs."""

    kind: str
    start: int
    end: int | None = None
    value: int | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One record in words; a spasm that runs on may belong to an earlier `day`."""

    id: str
    day: date
    time: str
    icon: str
    text: str
    quiet: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SoFar:
    """A day as far as it is known; `now`, `first` and `last` are minutes since its midnight."""

    day: date
    note: str
    marks: tuple[DayMark, ...]
    rows: tuple[DayRow, ...]
    now: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The days before today: (label, worst pain or None, whether anything was logged)."""

    days: tuple[date, ...]
    tiles: tuple[tuple[str, int | None, bool], ...]
    note: str


def so_far(diary: Diary, now: Moment, day_start: time) -> SoFar:
    """Today, as far as it is logged."""
    day = diary.today
    spasms = _spasms(diary)
    timed = [each for kind in LISTED for each in diary.on(kind, day)]
    marks = tuple(mark for each in (*spasms, *timed) for mark in _marks(each, diary))
    minute = _minute(now, day)
    ends = [mark.end or mark.start for mark in marks]
    first = min([MORNING, *(mark.start for mark in marks if mark.start > 0)])
    told = (each for each in timed if not _is_first_number(each, diary))
    records = sorted((*spasms, *told), key=_newest, reverse=True)
    return SoFar(
        day=day,
        note=_("A day starts at {time}").format(time=format_clock(day_start)),
        marks=marks,
        rows=tuple(_row(each, diary, now) for each in records),
        now=minute,
        first=first // 60 * 60,
        last=-(-max([MIDNIGHT, minute, *ends]) // 60) * 60,
    )


def days_before(diary: Diary) -> Before | None:
    """The last fortnight since the journal began, oldest first; None without an entry in it."""
    begun = first_day(diary) or diary.today
    fortnight = (diary.today - timedelta(days=back) for back in range(DAYS_BACK, 0, -1))
    days = tuple(day for day in fortnight if day >= begun)
    facts = [diary.facts_on(day) for day in days]
    if not any(each.logged for each in facts):
        return None
    blank = sum(not each.logged for each in facts[-7:])
    note = ngettext(
        "{n} day with no entry in the last week", "{n} days with no entry in the last week", blank
    )
    words = [format_day(day, "d MMM") for day in days[:-1]] + [_("yesterday")]
    return Before(
        days=days,
        tiles=tuple(
            (word, each.worst, each.logged) for word, each in zip(words, facts, strict=True)
        ),
        note=note if blank else "",
    )


def _spasms(diary: Diary) -> tuple[Episode, ...]:
    """Those that touch today, and the one that runs, whenever it began."""
    ids = diary.facts_on(diary.today).spasms
    touching = [each for one in ids if (each := diary.get(Episode, one))]
    running = diary.running
    if running is not None and running.id not in ids:
        touching.append(running)
    return tuple(touching)


def _is_first_number(record: Record, diary: Diary) -> bool:
    """The number that a spasm began with stands in the spasm's own row."""
    if not isinstance(record, Reading) or record.use_id is not None or record.note:
        return False
    spasm = diary.get(Episode, record.episode_id)
    same = spasm is not None and record.pain == spasm.peak
    return spasm is not None and same and record.at.utc - spasm.onset.utc < timedelta(minutes=1)


def _newest(record: Record) -> tuple[datetime, datetime, str]:
    return (instant_of(record), record.recorded_at.utc, record.id)


def _row(record: Record, diary: Diary, now: Moment) -> DayRow:
    words = record_words(record, diary)
    time, text = clock_of(record), words.text
    if isinstance(record, Episode) and record.day != diary.today:
        time = ""
        text = _("{spasm}, since {when}").format(spasm=text, when=when(record.onset, now))
    note = " ".join(getattr(record, "note", "").split())
    if len(note) > QUIET_LENGTH:
        note = note[: QUIET_LENGTH - 1] + "…"
    quiet = ", ".join(filter(None, (added_later(record), note)))
    return DayRow(
        id=record.id,
        day=day_of(record) or diary.today,
        time=time,
        icon=words.icon,
        text=text,
        quiet=quiet,
        value=words.value,
    )


def _marks(record: Record, diary: Diary) -> Iterator[DayMark]:
    day = diary.today
    if isinstance(record, Episode):
        yield from _blocks(record, diary, day)
    elif isinstance(record, Reading):
        spasm = diary.get(Episode, record.episode_id)
        within = spasm is not None and _minute(record.at, day) <= _end(spasm, day)
        if record.pain is not None and not within:
            yield _mark("reading", record, diary, value=record.pain)
    elif isinstance(record, Drink):
        yield _mark("drink", record, diary)
    elif isinstance(record, Stretch):
        yield _mark("stretch", record, diary, minutes=record.seconds // 60)
    elif isinstance(record, Activity):
        yield _mark("activity", record, diary, minutes=record.minutes)
    elif isinstance(record, TreatmentUse):
        yield _mark("treatment", record, diary, minutes=record.minutes or 0)


def _mark(
    kind: str,
    record: Reading | Drink | Stretch | Activity | TreatmentUse,
    diary: Diary,
    value: int | None = None,
    minutes: int | None = None,
) -> DayMark:
    start = _minute(record.at, diary.today)
    return DayMark(
        kind=kind,
        start=start,
        end=None if minutes is None else start + minutes,
        value=value,
        text=_said(record, diary),
    )


def _blocks(spasm: Episode, diary: Diary, day: date) -> Iterator[DayMark]:
    """A spasm as blocks from number to number, as far as it lies on the day."""
    start, end = _minute(spasm.onset, day), _end(spasm, day)
    steps = {start: spasm.peak}
    for each in diary.linked_readings(spasm.id):
        minute = _minute(each.at, day)
        unchanged = each.pain == list(steps.values())[-1]
        if each.pain is not None and minute <= end and not unchanged:
            steps[max(minute, start)] = each.pain
    ends = [*list(steps)[1:], end]
    text = _said(spasm, diary)
    for (begins, pain), stops in zip(steps.items(), ends, strict=True):
        if stops >= 0:
            runs_on = spasm.is_running and stops == end
            yield DayMark(
                kind="spasm",
                start=max(begins, 0),
                end=None if runs_on else stops,
                value=pain,
                text=text,
            )


def _end(spasm: Episode, day: date) -> int:
    """The minute it let go; a running one has not, one whose end is not known is a point."""
    if spasm.resolved is not None:
        return _minute(spasm.resolved, day)
    return _NOT_YET if spasm.is_running else _minute(spasm.onset, day)


def _said(record: Record, diary: Diary) -> str:
    words = record_words(record, diary)
    return " ".join(filter(None, (clock_of(record), words.text, words.value)))


def _minute(moment: Moment, day: date) -> int:
    return int((moment.clock - datetime.combine(day, time())).total_seconds()) // 60
