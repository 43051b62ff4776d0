"""R08: longer episodes in one place within a year, with recovery in between.

What counts as one, and what as recovery, stands in `recovered`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import CheckIn
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Cell,
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
)
from spasmlog.rules.days import left_pain
from spasmlog.rules.recovered import FREE, HOURS, LOGGED, PEAK, LongEpisode, Places, longer_episodes
from spasmlog.rules.sources import DE_VET, STANTON
from spasmlog.rules.words import place_words

YEAR = Threshold(N_("Days looked at"), 365, N_("days"), Standing.PUBLISHED, STANTON)
EPISODES = Threshold(N_("Episodes in them, at least"), 2, "", Standing.PUBLISHED, STANTON)


def check(diary: Diary) -> Verdict:
    """Two counted episodes of a place with a well-logged recovery between them."""
    days = window(diary.today, YEAR.value)
    longer = longer_episodes(diary, days)
    found = longer.places
    outcome, decisive = _judge(found)
    fired = outcome is Outcome.FIRE
    most = max(map(_separate, found.values()), default=0)
    return Verdict(
        outcome=outcome,
        level=Level.ROUTINE if fired else None,
        title=_title(decisive, most) if fired else "",
        message=_message(most) if fired else "",
        first=date.fromordinal(days.start),
        last=diary.today,
        days_counted=longer.days_logged,
        days_missing=len(days) - longer.days_logged,
        evidence=_evidence(diary, decisive),
        left_out=(*longer.left_out, *left_pain(diary)),
        lacking=_lacking(decisive) if outcome is Outcome.INSUFFICIENT else (),
        measures=_measures(found, most),
        switches_off=_switches_off() if fired else "",
        not_before=_not_before(decisive) if fired else None,
        receipt=_receipt(decisive) if decisive else None,
        progress=_progress(decisive) if outcome is Outcome.INSUFFICIENT else None,
        summary=_summary(decisive, most) if fired else "",
    )


def _judge(found: Places) -> tuple[Outcome, Places]:
    """What the places come to, and the episodes of those places that decided it."""
    need = EPISODES.value
    fire = {place: here for place, here in found.items() if _separate(here) >= need}
    if fire:
        return Outcome.FIRE, fire
    unsure = {place: here for place, here in found.items() if 1 + _breaks(here) >= need}
    if unsure:
        return Outcome.INSUFFICIENT, unsure
    return Outcome.NO, found


def _separate(here: Sequence[LongEpisode]) -> int:
    """The first episode, and each later one that a recovery parts from the last one taken."""
    return 1 + sum(each.is_separate for each in here)


def _breaks(here: Sequence[LongEpisode]) -> int:
    return sum(each.free is not None for each in here)


def _title(decisive: Places, most: int) -> str:
    title = ngettext(
        "{place}: {n} longer episode in {days} days",
        "{place}: {n} longer episodes in {days} days",
        most,
    )
    return title.format(place=_place(decisive, most), days=YEAR.value)


def _summary(decisive: Places, most: int) -> str:
    text = ngettext(
        "{place}: {n} longer episode since {first}, with recovery in between.",
        "{place}: {n} longer episodes since {first}, with recovery in between.",
        most,
    )
    return text.replace("{place}", _place(decisive, most))


def _place(decisive: Places, most: int) -> str:
    return place_words(next(place for place, here in decisive.items() if _separate(here) == most))


def _message(most: int) -> str:
    return ngettext(
        "You have logged {n} longer episode within a year, with recovery in between. This is "
        "common. If they are frequent or get in your way, a clinician can help you to plan.",
        "You have logged {n} longer episodes within a year, with recovery in between. This is "
        "common. If they are frequent or get in your way, a clinician can help you to plan.",
        most,
    )


def _evidence(diary: Diary, decisive: Places) -> tuple[Evidence, ...]:
    """Each episode, and the first day of each recovery with what logged its days, newest first."""
    listed: list[Evidence] = []
    for here in decisive.values():
        for each in here:
            listed.append(Evidence(each.spasm.day, _records(diary, each), _fact(each)))
            if each.free is not None:
                listed.append(_recovery(diary, *each.free))
    return tuple(sorted(dict.fromkeys(listed), key=lambda each: each.day, reverse=True))


def _records(diary: Diary, each: LongEpisode) -> tuple[str, ...]:
    """The spasm, and the readings where they and not the typed peak say how strong it was."""
    if each.spasm.peak == each.peak:
        return (each.spasm.id,)
    readings = diary.linked_readings(each.spasm.id)
    return (each.spasm.id, *(known.id for known in readings if known.pain == each.peak))


def _fact(each: LongEpisode) -> str:
    lasted = ngettext(
        "a spasm of {n} hour that reached {peak}",
        "a spasm of {n} hours that reached {peak}",
        each.hours,
    )
    return lasted.format(peak=each.peak)


def _recovery(diary: Diary, start: int, logged: int) -> Evidence:
    first, last = date.fromordinal(start), date.fromordinal(start + FREE.value - 1)
    typed = (each for each in diary.between(CheckIn, first, last) if each.worst is not None)
    fact = _("no pain logged in the {days} days from this one; {logged} of them are logged")
    records = tuple(each.id for each in typed)
    return Evidence(first, records, fact.format(days=FREE.value, logged=logged))


def _measures(found: Places, most: int) -> tuple[tuple[str, int], ...]:
    return (
        ("counted_episodes", sum(map(len, found.values()))),
        ("separate_in_one_place", most),
    )


def _lacking(unsure: Places) -> tuple[Lack, ...]:
    return tuple(_lack(start, logged) for logged, start in _undecided(unsure))


def _undecided(unsure: Places) -> list[tuple[int, int]]:
    """In each place, the run of free dates that lacks least: its logged days, and its first."""
    best = (
        max(each.free[::-1] for each in here if each.free and not each.is_separate)
        for here in unsure.values()
    )
    return sorted(set(best), reverse=True)


def _lack(start: int, logged: int) -> Lack:
    text = ngettext(
        "{n} more logged day in the {days} days from {day}",
        "{n} more logged days in the {days} days from {day}",
        LOGGED.value - logged,
    )
    return Lack(text.replace("{days}", str(FREE.value)), date.fromordinal(start))


def _progress(unsure: Places) -> Progress:
    (have, _start), *_others = _undecided(unsure)
    return Progress(have=have, needed=LOGGED.value, total=FREE.value)


def _switches_off() -> str:
    return _(
        "No {n} such spasms in one place, with recovery in between, inside {days} days."
    ).format(n=EPISODES.value, days=YEAR.value)


def _not_before(decisive: Places) -> date:
    """The day on which, in each place, one episode too many has left the window."""
    return max(map(_last_but, decisive.values())) + timedelta(days=YEAR.value)


def _last_but(here: Sequence[LongEpisode]) -> date:
    """The last day on which one began that is still needed with all that came later."""
    ends = [one.spasm.day for one, following in pairwise(here) if following.is_separate]
    return [*ends, here[-1].spasm.day][-EPISODES.value]


def _receipt(decisive: Places) -> Receipt:
    """A line for each episode, newest first; the place only where there are several."""
    places = len(decisive) > 1
    listed = sorted(
        ((place, each) for place, here in decisive.items() for each in here),
        key=lambda pair: pair[1].spasm.onset.utc,
        reverse=True,
    )
    headings = (
        *([_("Place")] if places else []),
        _("Began"),
        _("Let go"),
        _("Hours"),
        _("Strength"),
        _("No pain logged for {days} days before it, from").format(days=FREE.value),
        _("Of these logged"),
    )
    rows = (((place_words(place),) if places else ()) + _row(each) for place, each in listed)
    return Receipt(headings, tuple(rows))


def _row(each: LongEpisode) -> tuple[Cell, ...]:
    none = _("none")
    free = (date.fromordinal(each.free[0]), each.free[1]) if each.free else (none, none)
    return (each.spasm.day, each.last, each.hours, int(each.peak), *free)


RECURRING = Rule(
    id="R08",
    title=N_("Recurring longer episodes"),
    looks_for=N_(
        "In the last 365 days, 2 or more spasms in the same place that lasted 24 hours or more and "
        "reached 3. Between them lie 30 days in a row without a pain day, 24 or more of them "
        "logged."
    ),
    levels=(Level.ROUTINE,),
    advice=N_(
        "This is common. If they are frequent or get in your way, a clinician can help you to plan."
    ),
    sources=(STANTON, DE_VET),
    thresholds=(YEAR, EPISODES, HOURS, PEAK, FREE, LOGGED),
    check=check,
    personal=True,
    limits=N_(
        "A spasm without an end or a strength is not counted. Time in between that is not logged "
        "is unknown, and does not count as recovery."
    ),
    fires=N_(
        "It fires when two spasms of the last 365 days, in the same place, each lasted at least 24 "
        "hours and reached 3 or more, and you recovered in between. Recovery means 30 days in a "
        "row without pain in any place. At least 24 of these days must be logged."
    ),
    silent=N_(
        "It says nothing when there are no two such spasms, or when pain in any place broke the "
        "time in between. It cannot tell when that time is long enough, but fewer than 24 of the "
        "30 days are logged."
    ),
    sure=N_(
        "Experts agreed on two episodes in 12 months, 24 hours, a strength above 2 and 30 days "
        "free of pain. They spoke of low back pain; for other places this is borrowed. That 24 of "
        "the 30 days must be logged is our own choice."
    ),
)
