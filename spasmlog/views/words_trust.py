"""How far the numbers can be trusted, in sentences."""

from __future__ import annotations

from spasmlog.analysis.gaps import Leaning
from spasmlog.analysis.gates import AFTER_HOURS
from spasmlog.analysis.trust_strip import Part, TrustStrip, bounds
from spasmlog.charts.words_numbers import percent
from spasmlog.i18n import _, format_day, ngettext


def trust_words(found: TrustStrip) -> tuple[str, ...]:
    """The whole strip, what it rests on first and what it takes away last."""
    return facts_words(found) + effects_words(found)


def facts_words(found: TrustStrip) -> tuple[str, ...]:
    """Days logged, typed when, the longest gap, readings after treatments, copied check-ins."""
    return tuple(
        filter(
            None,
            (
                _logged(found.logged),
                _remembered(found.remembered),
                _gap(found),
                _read_after(found.read_after),
                _copied(found.copied),
                _onsets(found),
            ),
        )
    )


def effects_words(found: TrustStrip) -> tuple[str, ...]:
    """What that does to the averages and verdicts of the page; empty where nothing is said."""
    little = _(
        "Fewer than half of the days are logged, so nothing is concluded about the course, the "
        "time of day and the weekday."
    )
    memory = _("Verdicts on triggers are mostly from memory.")
    said = ((little, found.too_little), (memory, found.mostly_memory))
    leaning = leaning_words(found.leaning)
    return (*filter(None, [leaning]), *(text for text, holds in said if holds))


def leaning_words(leaning: Leaning | None) -> str:
    """What stands beside every average where bad days may be logged more, or less."""
    if leaning is Leaning.BAD_DAYS_MORE:
        return _(
            "Days next to gaps are milder than other days. You may be logging bad days more "
            "often, so averages may look worse than they are."
        )
    if leaning is Leaning.BAD_DAYS_LESS:
        return _(
            "Days next to gaps are worse than other days. You may be skipping bad days, so "
            "averages may look better than they are."
        )
    return ""


def bounds_words(with_it: int, unknown: int, days: int) -> str:
    """Between what a share of days must lie, whatever the unknown days were like."""
    found = bounds(with_it, unknown, days)
    if found is None:
        return ""
    if not unknown:
        return _("{share} of days.").format(share=percent(found[0]))
    return _("Between {low} and {high} of days, whatever the unknown days were like.").format(
        low=percent(found[0]), high=percent(found[1])
    )


def _logged(part: Part) -> str:
    text = ngettext("{logged} of {n} day logged", "{logged} of {n} days logged", part.of)
    share = percent(part.share or 0)
    return _("{days} ({share}).").format(days=text.format(logged=part.n), share=share)


def _remembered(part: Part) -> str:
    if not part.of:
        return ""
    return ngettext(
        "{typed} of {n} check-in typed on its day or the morning after, {rest} remembered.",
        "{typed} of {n} check-ins typed on their day or the morning after, {rest} remembered.",
        part.of,
    ).format(typed=part.of - part.n, rest=part.n)


def _gap(found: TrustStrip) -> str:
    gap = found.trust.gap
    if gap is None:
        return ""
    return ngettext(
        "Longest stretch without an entry: {n} day, {first}.",
        "Longest stretch without an entry: {n} days from {first}.",
        gap.days,
    ).format(first=format_day(gap.first))


def _read_after(part: Part) -> str:
    if not part.of:
        return ""
    return ngettext(
        "A reading within {hours} hours: after {read} of {n} treatment.",
        "A reading within {hours} hours: after {read} of {n} treatments.",
        part.of,
    ).format(read=part.n, hours=AFTER_HOURS)


def _copied(part: Part) -> str:
    if not part.n:
        return ""
    return ngettext(
        "Copied from another day: {copied} of {n} check-in.",
        "Copied from another day: {copied} of {n} check-ins.",
        part.of,
    ).format(copied=part.n)


def _onsets(found: TrustStrip) -> str:
    onset, every = found.onset_check_ins, found.all_check_ins
    if not found.onsets_differ:
        return ""
    return _(
        "Days with a check-in: {began} of {onset} on which a spasm began, {checked} of {all} in "
        "all."
    ).format(began=onset.n, onset=onset.of, checked=every.n, all=every.of)
