"""All that was written down for one day, as rows in the order in which it happened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from spasmlog.domain.diary import Diary, instant_of
from spasmlog.domain.records import (
    Activity,
    Answer,
    CheckIn,
    Course,
    Drink,
    Episode,
    Experiment,
    Factor,
    Reading,
    Record,
    Score,
    SignalNote,
    Stretch,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import Limited, SignalAnswer, SignAnswer
from spasmlog.i18n import N_, _, format_day, ngettext
from spasmlog.views import names
from spasmlog.views.about import About
from spasmlog.views.words import (
    added_later,
    at_clock,
    clock_of,
    exposure,
    record_words,
    volume,
)

DRINKS, NOES = "drinks", "noes"
"""The keys of the rows that stand for all glasses of a day, and for all safety questions that
were answered with no."""
LONGEST = 60
_TIMED = (Episode, Reading, Activity, Stretch, TreatmentUse)
_WHOLE = (CheckIn, Score, SignalNote, Visit, Factor, Experiment)
_LIMITED = {
    Limited.NO: N_("not limited"),
    Limited.A_BIT: N_("limited a bit"),
    Limited.A_LOT: N_("limited a lot"),
}
_FIRST = datetime.min.replace(tzinfo=UTC)
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRow:
    """One line of a day. `record_id` is what it opens; a group opens what is inside it.

    `group` names the row that this one is hidden in until that is opened.
    """

    key: str
    record_id: str
    time: str
    icon: str
    text: str
    quiet: str = ""
    value: str = ""
    group: str = ""
    deletable: bool = True


def day_rows(about: About) -> tuple[DayRow, ...]:
    """Every record of the day, and the spasms and courses that reach into it."""
    rows = [*_reaching_in(about), *_timed(about), *_whole(about), *_drinks(about)]
    rows += _answers(about)
    return tuple(row for _at, row in sorted(rows, key=lambda placed: placed[0]))


Placed = tuple[datetime, DayRow]


def _reaching_in(about: About) -> Iterator[Placed]:
    diary, day = about.diary, about.day
    for each in diary.facts_on(day).spasms:
        spasm = diary.get(Episode, each)
        if spasm is not None and spasm.day < day:
            began = format_day(spasm.onset.clock.date(), "d MMM")
            quiet = _("began {day}, {time}").format(day=began, time=at_clock(spasm.onset))
            yield _FIRST, replace(_row(spasm, about), time="", quiet=quiet)
            yield from _let_go(spasm, about)
    for course in diary.courses:
        if course.first_day <= day and (course.last_day is None or day <= course.last_day):
            yield _FIRST, replace(_row(course, about), quiet=_course_words(course, day))


def _course_words(course: Course, day: date) -> str:
    if course.first_day == day:
        return _("first day")
    if course.last_day == day:
        return _("last day")
    return _("since {day}").format(day=format_day(course.first_day))


def _timed(about: About) -> Iterator[Placed]:
    for kind in _TIMED:
        for record in about.diary.on(kind, about.day):
            yield instant_of(record), _row(record, about)
            if isinstance(record, Episode):
                yield from _let_go(record, about)


def _let_go(spasm: Episode, about: About) -> Iterator[Placed]:
    """The end of a spasm, on the day on which it let go.

    "Down to" needs a number said at its end or after it, and lower than its worst: the number that
    a spasm was logged with may lie behind an end that is typed as of earlier.
    """
    end = spasm.resolved
    if end is None or end.diary_day(about.settings.day_starts) != about.day:
        return
    worst = about.diary.peak(spasm)
    after = [each.pain for each in about.diary.linked_readings(spasm.id) if each.at >= end]
    lower = (n for n in after if n is not None and worst is not None and n < worst)
    known = next(lower, None)
    yield (
        end.utc,
        DayRow(
            key=f"{spasm.id}/end",
            record_id=spasm.id,
            time=at_clock(end),
            icon="clock",
            text=_("It let go"),
            quiet="" if known is None else _("down to {n}").format(n=known),
            deletable=False,
        ),
    )


def _whole(about: About) -> Iterator[Placed]:
    for kind in _WHOLE:
        for record in about.diary.on(kind, about.day):
            if not (isinstance(record, SignalNote) and record.what is SignalAnswer.SEEN):
                yield _placed(record, about)


def _placed(record: Record, about: About) -> Placed:
    """What belongs to the day as a whole: at the time it was typed, or at the end."""
    row, typed = _row(record, about), record.recorded_at
    if typed.diary_day(about.settings.day_starts) == about.day:
        return typed.utc, replace(row, time=at_clock(typed))
    later = "" if isinstance(record, Visit) else _typed_later(record)
    return _LAST, replace(row, quiet=_joined(row.quiet, later))


def _answers(about: About) -> Iterator[Placed]:
    """A yes stands by itself; several answers of no are one row that opens."""
    answers = about.diary.on(Answer, about.day)
    noes = [each for each in answers if each.answer is SignAnswer.NO]
    if len(noes) < 2:
        yield from (_placed(each, about) for each in answers)
        return
    yield from (_placed(each, about) for each in answers if each not in noes)
    at, last = _placed(noes[-1], about)
    questions = ngettext("{n} safety question", "{n} safety questions", len(noes))
    yield (
        at,
        DayRow(
            key=NOES,
            record_id="",
            time=last.time,
            icon="info",
            text=questions,
            value=names.sign_answer(SignAnswer.NO),
            deletable=False,
        ),
    )
    for each in noes:
        yield at, replace(_placed(each, about)[1], group=NOES, icon="info")


def _typed_later(record: Record) -> str:
    typed = record.recorded_at
    day = format_day(typed.clock.date(), "d MMM")
    return _("added later, on {day} at {time}").format(day=day, time=at_clock(typed))


def _drinks(about: About) -> Iterator[Placed]:
    """One glass as it is; several as one row that opens."""
    drinks = about.diary.on(Drink, about.day)
    if len(drinks) < 2:
        yield from ((each.at.utc, _row(each, about)) for each in drinks)
        return
    last = drinks[-1].at
    total = volume(sum(each.volume_ml for each in drinks))
    glasses = ngettext("{n} glass", "{n} glasses", len(drinks))
    group = DayRow(
        key=DRINKS,
        record_id="",
        time=at_clock(last),
        icon="drop",
        text=_("Water, {glasses}").format(glasses=glasses),
        quiet=_("through the day"),
        value=total,
        deletable=False,
    )
    yield last.utc, group
    for each in drinks:
        yield last.utc, replace(_row(each, about), group=DRINKS)


def _row(record: Record, about: About) -> DayRow:
    words = record_words(record, about.diary)
    return DayRow(
        key=record.id,
        record_id=record.id,
        time=clock_of(record),
        icon=words.icon,
        text=words.text,
        quiet=_joined(*details(record, about.diary), added_later(record)),
        value=words.value,
        deletable=not isinstance(record, Factor | Experiment),
    )


def details(record: Record, diary: Diary) -> Iterator[str]:
    """What stands in quiet words beside a record: what set it off, its note, and so on."""
    if isinstance(record, Episode):
        off = [exposure(each, diary) for each in sorted(record.exposures)]
        if off:
            yield _("after {what}").format(what=", ".join(off))
    if isinstance(record, TreatmentUse) and record.side_effect:
        yield _("side effect: {what}").format(what=excerpt(record.side_effect))
    if isinstance(record, CheckIn):
        if record.limited is not None:
            yield _(_LIMITED[record.limited])
        if record.slept_badly is not None:
            yield _("slept badly") if record.slept_badly else _("slept well")
    yield excerpt(getattr(record, "note", ""))


def excerpt(text: str) -> str:
    """The first line of what a person typed, set apart so that it runs its own way."""
    line = next((each.strip() for each in text.splitlines() if each.strip()), "")
    short = line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
    return f"\u2068{short}\u2069" if short else ""


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def typed_words(about: About) -> str:
    """Whether the day's entries were typed on the day; empty where there are none."""
    kinds = (*_TIMED, Drink, CheckIn, Score)
    typed = [each.recorded_at for kind in kinds for each in about.diary.on(kind, about.day)]
    if not typed:
        return ""
    start = about.settings.day_starts
    late = [each.diary_day(start) > about.day for each in typed]
    if not any(late):
        return _("typed the same day")
    return _("typed later") if all(late) else _("some of it typed later")
