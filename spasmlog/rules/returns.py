"""R09 and R10: a spasm came back after a treated one, and spasms keep coming back.

Each place is judged alone; what a return is stands in `returned`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import Episode, Reading, Record, TreatmentUse
from spasmlog.domain.scales import Region
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Lack,
    LeftOut,
    Level,
    Outcome,
    Reason,
    Rule,
    Standing,
    Threshold,
    Verdict,
    days_logged,
    left_later,
)
from spasmlog.rules.returned import (
    LATEST,
    PEAK,
    POINTS,
    SHARE,
    SOONEST,
    Return,
    returns_by_place,
)
from spasmlog.rules.returns_shown import evidence_of, receipt_of
from spasmlog.rules.sources import DA_SILVA, OSTELO, STANTON
from spasmlog.rules.words import CONSIDERED, place_words

MONTH = Threshold(N_("Days looked at"), 30, N_("days"), Standing.ADAPTED, STANTON)
ONE = Threshold(N_("Returns in them, at least"), 1, "", Standing.OURS)
QUARTER = Threshold(N_("Days looked at"), 90, N_("days"), Standing.OURS)
TWO = Threshold(N_("Returns in them, at least"), 2, "", Standing.OURS)

Places = dict[Region | None, tuple[Return, ...]]


def check_back(diary: Diary) -> Verdict:
    """One certain return within a month."""
    return _verdict(
        diary,
        window(diary.today, MONTH.value),
        Level.INFO,
        ONE.value,
        _back_message,
    )


def check_keeps_coming(diary: Diary) -> Verdict:
    """Two certain returns within three months in one place."""
    return _verdict(
        diary,
        window(diary.today, QUARTER.value),
        Level.ROUTINE,
        TWO.value,
        _keeps_coming_message,
    )


def _back_message(returns: int) -> str:
    return ngettext(
        "A spasm came back after one you had treated. One return is common.",
        "Spasms came back {n} times after treatment in a month. Returns are common.",
        returns,
    )


def _keeps_coming_message(returns: int) -> str:
    return ngettext(
        "Spasms have come back {n} time after treatment in about three months. This is worth "
        "discussing with a clinician, who can look into why. The journal cannot tell the cause.",
        "Spasms have come back {n} times after treatment in about three months. This is worth "
        "discussing with a clinician, who can look into why. The journal cannot tell the cause.",
        returns,
    )


def _verdict(
    diary: Diary, days: range, level: Level, need: int, message: Callable[[int], str]
) -> Verdict:
    found = returns_by_place(diary, date.fromordinal(days.start))
    outcome, decisive = _judge(found, need)
    fired = outcome is Outcome.FIRE
    shown = sorted(
        (each for here in decisive.values() for each in here),
        key=lambda each: each.second.onset.utc,
        reverse=True,
    )
    logged = days_logged(diary, days)
    most = max(map(_certain, found.values()), default=0)
    return Verdict(
        outcome=outcome,
        level=level if fired else None,
        title=_title(decisive, most, len(days)) if fired else "",
        message=message(most) if fired else "",
        first=date.fromordinal(days.start),
        last=diary.today,
        days_counted=logged,
        days_missing=len(days) - logged,
        evidence=tuple(map(evidence_of, shown)),
        left_out=_left_out(diary, days, found),
        lacking=_lacking(shown) if outcome is Outcome.INSUFFICIENT else (),
        measures=_measures(found, most, shown),
        switches_off=_switches_off(need, len(days)) if fired else "",
        not_before=_not_before(decisive, need, len(days)) if fired else None,
        receipt=receipt_of(diary, shown) if shown else None,
    )


def _judge(found: Places, need: int) -> tuple[Outcome, Places]:
    """What the places come to, and the returns of those places that decided it."""
    fire = {place: here for place, here in found.items() if _certain(here) >= need}
    if fire:
        return Outcome.FIRE, fire
    unsure = {place: here for place, here in found.items() if len(here) >= need}
    if unsure:
        return Outcome.INSUFFICIENT, unsure
    return Outcome.NO, found


def _certain(here: Iterable[Return]) -> int:
    return sum(each.certain for each in here)


def _title(decisive: Places, most: int, days: int) -> str:
    place = next(place for place, here in decisive.items() if _certain(here) == most)
    title = ngettext(
        "{place}: back after treatment, once in {days} days",
        "{place}: back after treatment, {n} times in {days} days",
        most,
    )
    return title.format(place=place_words(place), days=days)


def _left_out(diary: Diary, days: range, found: Places) -> tuple[LeftOut, ...]:
    """Weak knowledge in the window: no strength, no end, or later than the day looked at."""
    strengthless = [
        LeftOut(each.id, Reason.NO_PEAK)
        for each in diary.between(Episode, date.fromordinal(days.start), diary.today)
        if diary.peak(each) is None
    ]
    endless = {
        LeftOut(each.first.id, Reason.NO_END)
        for here in found.values()
        for each in here
        if not each.certain
    }
    return (*strengthless, *sorted(endless), *left_later(diary, _is_about_spasms))


def _is_about_spasms(record: Record) -> bool:
    if isinstance(record, Reading | TreatmentUse):
        return record.episode_id is not None
    return isinstance(record, Episode)


def _lacking(shown: Iterable[Return]) -> tuple[Lack, ...]:
    days = sorted({each.first.day for each in shown if not each.certain})
    return tuple(Lack(_("an end time for the spasm of {day}"), day) for day in days)


def _measures(found: Places, most: int, shown: Iterable[Return]) -> tuple[tuple[str, int], ...]:
    """How many returns, and the whole hours before each certain one, newest first."""
    every = [each for here in found.values() for each in here]
    certain = _certain(every)
    passed = [each.between // timedelta(hours=1) for each in shown if each.between is not None]
    return (
        ("certain_returns", certain),
        ("possible_returns", len(every) - certain),
        ("certain_in_one_place", most),
        *((f"hours_between_{number}", hours) for number, hours in enumerate(passed, 1)),
    )


def _switches_off(need: int, days: int) -> str:
    return ngettext(
        "No return inside {days} days.", "Fewer than {n} returns inside {days} days.", need
    ).format(days=days)


def _not_before(decisive: Places, need: int, days: int) -> date:
    """The day on which, in each place, one return too many has left the window."""
    listed = ([each.second.day for each in here if each.certain] for here in decisive.values())
    return max(sorted(each)[-need] for each in listed) + timedelta(days=days)


_LIMITS = N_(
    "Only treatments linked to a spasm count. A spasm whose strength is not known is left out, "
    "and so is one within 24 hours of the last, which may be the same."
)
_SILENT = N_(
    "It stays silent when too few returns are known. Places are not added up. It cannot tell when "
    "a return may have come, but neither an end nor a later reading says when the treated spasm "
    "eased."
)
_NUMBERS = (SOONEST, LATEST, PEAK, POINTS, SHARE)

BACK = Rule(
    id="R09",
    title=N_("Back after treatment"),
    looks_for=N_(
        "A spasm of 3 or more in the last 30 days, in the same place as a treated one. It came 24 "
        "hours to 30 days after that one ended or had eased by 2 points and 30 %."
    ),
    levels=(Level.INFO,),
    advice=N_("A return is common. There is nothing to arrange."),
    sources=(OSTELO, STANTON),
    thresholds=(MONTH, ONE, *_NUMBERS),
    check=check_back,
    personal=True,
    quietly=True,
    part_of="R10",
    limits=_LIMITS,
    fires=N_(
        "It fires on a first spasm of 3 or more that comes 24 hours to 30 days after a treated "
        "one in the same place had ended or eased. It must have begun in the last 30 days. Eased "
        "means 2 points and 30 % less than the peak, in a reading after the treatment."
    ),
    silent=_SILENT,
    sure=N_(
        "The 2 points and 30 % are published, for people with low back pain. The 24 hours, the 30 "
        "days and the strength of 3 are adapted from what counts as a new spell of low back "
        "pain. To call it a return after treatment is our own choice."
    ),
)
KEEPS_COMING = Rule(
    id="R10",
    title=N_("Keeps coming back"),
    looks_for=N_(
        "2 or more returns inside 90 days in the same place. A return is a spasm of 3 or more, 24 "
        "hours to 30 days after a treated one ended or had eased by 2 points and 30 %."
    ),
    levels=(Level.ROUTINE,),
    advice=N_("This is worth discussing with a clinician, who can look into why."),
    sources=(OSTELO, STANTON, DA_SILVA),
    thresholds=(QUARTER, TWO, *_NUMBERS),
    check=check_keeps_coming,
    personal=True,
    limits=_LIMITS,
    fires=N_(
        "It fires on 2 or more returns that began in the last 90 days in one place. A return is "
        "the first spasm of 3 or more, 24 hours to 30 days after a treated one had ended or "
        "eased. Eased means 2 points and 30 % less than the peak, in a reading after the "
        "treatment."
    ),
    silent=_SILENT,
    sure=N_(
        "That 2 in 90 days are worth a visit is our own choice. About 7 in 10 people who get over "
        "back pain have it again within a year, so a return alone is no warning sign. The 2 "
        "points and 30 % are published; the 24 hours, the 30 days and the 3 are adapted."
    ),
    considers=CONSIDERED,
)
