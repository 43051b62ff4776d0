"""A command as the line that means it: what is shown to be changed, and what tests turn around."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TypeVar

from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import MEDICINES, OnsetExact, ReadingWord, Region, Side
from spasmlog.journal import commands as c
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_times import LONGEST_AGO
from spasmlog.journal.quick_words import ENGLISH, Words

V = TypeVar("V")


def written(command: c.Command, known: Known, words: Words = ENGLISH) -> str:
    """The line that `parse` reads as this command, with the words of a language.

    Raises ValueError for what no line can say, such as a deletion.
    """
    said = " ".join(_parts(command, known, words)).rstrip(",")
    note = _note(command)
    return f"{said} // {note}" if note else said


def place_words(region: Region, side: Side | None, words: Words = ENGLISH) -> str:
    """The words that a line says a place with."""
    named = _word(words.places, region)
    return f"{named} {_word(words.sides, side)}" if side else named


def _note(command: c.Command) -> str:
    if isinstance(command, c.LogEpisode | c.LogReading | c.LogUse):
        return command.note
    if isinstance(command, c.LogStretch):
        return command.routine
    if isinstance(command, c.Together):
        return next(filter(None, map(_note, command.commands)), "")
    return ""


def _parts(command: c.Command, known: Known, words: Words) -> Iterator[str]:
    if isinstance(command, c.Together):
        yield from _together(command, known, words)
    elif isinstance(command, c.LogEpisode):
        yield from _spasm(command, known, words)
    elif isinstance(command, c.LogReading):
        yield from _reading(command, words)
        yield from _at(command.at, known, words)
    elif isinstance(command, c.EndEpisode):
        yield words.ended[0]
        yield from _at(command.at, known, words)
    elif isinstance(command, c.LogUse):
        yield _dose(command.dose, words)
        yield from _at(command.dose.at, known, words)
    else:
        yield from _of_the_day(command, known, words)


def _together(command: c.Together, known: Known, words: Words) -> Iterator[str]:
    """Each in turn; the time that they share is said once: with the spasm, or at the end."""
    shared: tuple[str, ...] = ()
    for each in command.commands:
        parts = list(_parts(each, known, words))
        when = tuple(_at(_time_of(each), known, words))
        if when and parts[-1:] == list(when):
            parts.pop()
            shared = when
        yield from parts
    if not isinstance(command.commands[0], c.LogEpisode):
        yield from shared


def _time_of(command: c.Command) -> c.When:
    at: c.When = getattr(command, "at", None)
    return command.dose.at if isinstance(command, c.LogUse) else at


def _of_the_day(command: c.Command, known: Known, words: Words) -> Iterator[str]:
    if isinstance(command, c.LogDrink):
        yield f"{command.volume_ml}{next(iter(words.volumes))}"
        yield from _at(command.at, known, words)
    elif isinstance(command, c.LogActivity):
        yield next(name for name, (kind, _) in words.activities.items() if kind == command.kind)
        yield _span(timedelta(minutes=command.minutes), words)
        yield _word(words.intensities, command.intensity)
        yield from _began(command.at, timedelta(minutes=command.minutes), known, words)
    elif isinstance(command, c.LogStretch):
        length = timedelta(seconds=command.seconds)
        yield " ".join(filter(None, (words.stretch[0], command.group, _span(length, words))))
        yield from _began(command.at, length, known, words)
    elif isinstance(command, c.SaveCheckIn):
        yield from _check_in(command, known, words)
    else:
        raise ValueError(f"no line says {type(command).__name__}")


def _spasm(command: c.LogEpisode, known: Known, words: Words) -> Iterator[str]:
    if command.peak is not None:
        yield str(int(command.peak))
    for value, named in (
        (command.region, words.places),
        (command.side, words.sides),
        (command.spread, words.spreads),
    ):
        if value is not None:
            yield _word(named, value)
    yield from _times(command, known, words)
    own = {cause: name for name, cause in known.causes.items()}
    common = {cause: name for name, cause in words.causes.items()}
    yield from sorted((common | own)[each] for each in command.exposures)
    yield from (_dose(each, words) for each in command.doses)


def _times(command: c.LogEpisode, known: Known, words: Words) -> Iterator[str]:
    if isinstance(command.onset, datetime) and command.onset_exact is OnsetExact.DAY:
        yield f"@{command.onset:%Y-%m-%d}"
    elif isinstance(command.onset, datetime):
        runs = command.resolved is None and command.lasted is None and not command.end_unknown
        if runs:
            yield words.since[0]
        end = f"-{command.resolved:%H:%M}" if isinstance(command.resolved, datetime) else ""
        yield f"@{command.onset:%Y-%m-%d %H:%M}{end}"
    elif isinstance(command.onset, Moment):
        back = known.now.utc - command.onset.utc
        if command.end_unknown:
            yield f"@-{_span(back, words)}"
        elif back != command.lasted:
            yield _span(back, words)
    if command.lasted is not None:
        yield f"{words.lasted[0]} {_span(command.lasted, words)}"


def _reading(command: c.LogReading, words: Words) -> Iterator[str]:
    if command.word is ReadingWord.NO_SPASM:
        yield words.so_far[0]
    elif command.word is not None:
        yield _word(words.reliefs, command.word)
    else:
        yield words.just_pain[0]
    if command.pain is not None:
        yield str(int(command.pain))


def _check_in(command: c.SaveCheckIn, known: Known, words: Words) -> Iterator[str]:
    answers = dict(command.answers)
    if "worst" in answers:
        yield words.clear[0]
    if "sleep_h" in answers or "slept_badly" in answers:
        yield words.sleep[0]
    if "sleep_h" in answers:
        yield _span(timedelta(hours=answers["sleep_h"]), words)
    if "slept_badly" in answers:
        yield (words.badly if answers["slept_badly"] else words.well)[0]
    if command.day != known.today:
        yield f"@{command.day.isoformat()}"


def _dose(dose: c.Dose, words: Words) -> str:
    if dose.kind not in MEDICINES:
        minutes = "" if dose.minutes is None else _span(timedelta(minutes=dose.minutes), words)
        return f"{dose.name} {minutes}" if minutes else f"{dose.name},"
    unit = next(iter(words.masses))
    amount = "" if dose.dose_mg is None else f"{Decimal(str(dose.dose_mg)):f} {unit}"
    amount = amount or dose.dose_text
    return f"{dose.name} {amount}" if amount else f"{dose.name},"


def _began(at: c.When, length: timedelta, known: Known, words: Words) -> Iterator[str]:
    """Nothing where it is just over: that is what a line without a time means."""
    if not (isinstance(at, Moment) and known.now.utc - at.utc == length):
        yield from _at(at, known, words)


def _at(at: c.When, known: Known, words: Words) -> Iterator[str]:
    if isinstance(at, datetime):
        yield f"@{at:%Y-%m-%d %H:%M}"
    elif isinstance(at, Moment):
        back = known.now.utc - at.utc
        yield _span(back, words) if back <= LONGEST_AGO else f"@-{_span(back, words)}"


def _span(length: timedelta, words: Words) -> str:
    """ "1h30m", "20m" or "45s": the shortest that says it whole."""
    seconds = round(length.total_seconds())
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    if left:
        return f"{seconds}{words.seconds[0]}"
    said = f"{hours}{words.hours[0]}" if hours else ""
    return said + (f"{minutes}{words.minutes[0]}" if minutes or not hours else "")


def _word(named: Mapping[str, V], value: V) -> str:
    return next(word for word, each in named.items() if each == value)
