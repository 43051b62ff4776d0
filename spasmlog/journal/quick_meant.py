"""The pieces of a quick line as one command, or the sentence that says what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from spasmlog.domain.scales import Nrs, OnsetExact, ReadingWord
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, format_day
from spasmlog.journal import commands as c
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_said import SHOWN, Said

_NOON = time(12)


def meant(said: Said, known: Known, note: str) -> c.Command:
    """The command of a line; several things said in one line are one step."""
    listed = list(_meant(said, known, note))
    if not listed:
        raise _no_number()
    if len(listed) == 1:
        return listed[0]
    return c.Together(commands=tuple(listed))


def _meant(said: Said, known: Known, note: str) -> Iterator[c.Command]:
    first = _first(said, known, note)
    if first is None and said.of_a_spasm:
        raise _no_number()
    if first is not None:
        yield first
    if isinstance(first, c.LogEpisode):
        at = said.began
    else:
        at = _at(said, known) if first or not said.of_a_day else None
        yield from _uses(said, at, "" if first else note)
    others = tuple(_others(said, known, at))
    if note and first is None and not said.doses:
        others = tuple(_noted(each, note) for each in others)
    yield from others


def _first(said: Said, known: Known, note: str) -> c.Command | None:
    """A spasm, a reading or an end: what the number or the first word is about."""
    if said.over:
        return _end(said, known, note)
    if said.severity is None and said.word is None:
        if said.just_pain:
            raise InvalidEntry(_("How strong is the pain?"), _("Write it as p 5."))
        return None
    if said.word is ReadingWord.NO_SPASM:
        _refuse_while_running(known)
    bare = not said.of_a_spasm and not said.has_time
    reading = said.just_pain or said.word is not None or (bare and bool(known.running))
    if reading or (said.severity == 0 and not said.of_a_spasm):
        if said.of_a_spasm:
            raise InvalidEntry(
                _("A reading has no place, cause or length."),
                _("Leave them out, or begin with the number alone for a spasm."),
            )
        pain = None if said.word is ReadingWord.GONE else said.severity
        return c.LogReading(pain=pain, word=said.word, at=_at(said, known), note=note)
    return _spasm(said, known, note)


def _spasm(said: Said, known: Known, note: str) -> c.LogEpisode:
    if not said.severity:
        raise InvalidEntry(_("A spasm has a strength of 1 to 10; 0 alone says that it is none."))
    onset, back = said.began, said.ago if said.ago is not None else said.lasted
    exact = OnsetExact.MINUTE
    if said.day is not None:
        onset, exact = datetime.combine(said.day, _NOON), OnsetExact.DAY
    elif onset is None and back is not None:
        onset = known.now.plus(-back)
    dated = said.began is not None or said.day is not None
    placed = said.region is not None or said.side is not None
    return c.LogEpisode(
        onset=onset,
        onset_exact=exact,
        resolved=said.ended,
        lasted=said.lasted,
        end_unknown=dated and said.ended is None and said.lasted is None and not said.since,
        peak=said.severity,
        region=said.region if placed else known.place,
        side=said.side if placed else known.side,
        spread=said.spread,
        exposures=frozenset(said.causes),
        note=note,
        doses=tuple(said.doses),
    )


def _end(said: Said, known: Known, note: str) -> c.EndEpisode:
    if not known.running:
        raise InvalidEntry(_("No spasm is running."), _("Type a number to log one."))
    if said.severity is not None or said.of_a_spasm or note:
        raise InvalidEntry(
            _("That it let go has a time and nothing else."), _("Write it as e, or e 20m.")
        )
    return c.EndEpisode(episode_id=known.running, at=_at(said, known))


def _uses(said: Said, at: c.When, note: str) -> Iterator[c.LogUse]:
    for dose in said.doses:
        yield c.LogUse(dose=dose if at is None else replace(dose, at=at), note=note)


def _others(said: Said, known: Known, at: c.When) -> Iterator[c.Command]:
    """Drinks, activity, stretching and the day; what took a while is just over."""
    for ml in said.drinks:
        yield c.LogDrink(volume_ml=ml, at=at)
    for kind, minutes, intensity in said.activities:
        began = at or known.now.plus(-timedelta(minutes=minutes))
        yield c.LogActivity(kind=kind, minutes=minutes, intensity=intensity, at=began)
    for seconds, group in said.stretches:
        began = at or known.now.plus(-timedelta(seconds=seconds))
        yield c.LogStretch(seconds=seconds, group=group or None, at=began)
    if said.of_a_day:
        yield _check_in(said, known)


def _check_in(said: Said, known: Known) -> c.SaveCheckIn:
    """Only what was said: the rest of the day's answers stay as they are."""
    answers = (
        ("worst", Nrs(0) if said.clear else None),
        ("sleep_h", said.sleep_h),
        ("slept_badly", said.badly),
    )
    began = said.began.date() if isinstance(said.began, datetime) else None
    day = said.day or began or known.today
    if said.clear:
        _refuse_pain(day, known)
    return c.SaveCheckIn(
        day=day,
        answers=tuple((name, value) for name, value in answers if value is not None),
    )


def _refuse_pain(day: date, known: Known) -> None:
    """A day is not clear where pain of it is logged."""
    if day == known.today:
        _refuse_while_running(known)
    if day in known.pain_days:
        raise InvalidEntry(
            _("Pain is logged on {day}.").format(day=format_day(day)),
            _("If that is wrong, change that entry in History first."),
        )


def _refuse_while_running(known: Known) -> None:
    if known.running:
        raise InvalidEntry(_("A spasm is running."), _("If it let go, type e first."))


def _noted(command: c.Command, note: str) -> c.Command:
    """Words beside a round of stretching are its routine; the others have no place for any."""
    if isinstance(command, c.LogStretch):
        return replace(command, routine=note)
    raise InvalidEntry(
        _("{words} cannot be kept with this entry.").format(words=note[:SHOWN]),
        _("Leave it out, or put it into the note of the day."),
    )


def _at(said: Said, known: Known) -> c.When:
    """The moment that is said; None for now."""
    if said.day is not None:
        raise InvalidEntry(_("That needs a time of day too."), _("Write it as @yesterday 14:30."))
    return known.now.plus(-said.ago) if said.ago is not None else said.began


def _no_number() -> InvalidEntry:
    return InvalidEntry(
        _("The line has no number from 0 to 10."), _("Begin with how strong it is, such as 7.")
    )
