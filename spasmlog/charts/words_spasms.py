"""How often spasms begin, in sentences."""

from __future__ import annotations

import math

from spasmlog.analysis.gates import PERIOD_DAYS, RATE_DAYS, RATE_FACTOR
from spasmlog.analysis.rate_change import RateChange, Verdict
from spasmlog.analysis.rates import Ratio
from spasmlog.analysis.spasm_rate import SpasmRate
from spasmlog.charts.words_course import days_logged, lacking_periods, refused
from spasmlog.charts.words_numbers import number_range, rate_number, times_range
from spasmlog.i18n import _, format_number, ngettext


def rate_words(found: SpasmRate) -> tuple[str, ...]:
    """How many began in how many logged days, and how often a week that is."""
    counts = _counts(len(found.onsets), found.logged)
    unknown = ngettext("{n} day is unknown.", "{n} days are unknown.", found.unknown)
    if found.per_week is None or found.interval is None:
        needed = _("Not collected yet: a rate takes {n} logged days.").format(n=RATE_DAYS)
        return (_("{counts}.").format(counts=counts), needed, unknown)
    limits = number_range(found.interval)
    if found.onsets:
        told = _("{counts}: {rate} a week (the data fit {limits}).").format(
            counts=counts, rate=rate_number(found.per_week), limits=limits
        )
    else:
        told = _("{counts}; the data fit {limits} a week.").format(counts=counts, limits=limits)
    return (told, unknown)


def runs_words(found: SpasmRate) -> tuple[str, ...]:
    """Why the limits are wider than the counts alone would have them."""
    return (_("Your spasms come in runs, so the limits are wider."),) if found.in_runs else ()


def _counts(spasms: int, logged: int) -> str:
    return _("{spasms} in {days}").format(
        spasms=ngettext("{n} spasm", "{n} spasms", spasms),
        days=ngettext("{n} logged day", "{n} logged days", logged),
    )


def together_words() -> str:
    """What counts as one spasm."""
    return _("Spasms less than 24 hours apart in one place count as one.")


def rate_change_words(found: RateChange) -> tuple[str, ...]:
    """How often in the last 60 days, against the 60 before."""
    logged = days_logged(found.now, found.before)
    counts = _beside(found)
    if found.refusal is not None:
        return (counts, refused(found.refusal, found.now, found.before))
    if found.lacks:
        missing = lacking_periods(found.lacks, found.r1.block)
        return (missing, counts) if found.before.daily.logged else (missing,)
    if found.ratio is None:
        none = _("No spasm began in the last {n} days, nor in the {n} before.")
        return (none.format(n=PERIOD_DAYS), logged)
    return (_rate_verdict(found), counts, _times(found.ratio))


def _rate_verdict(found: RateChange) -> str:
    if found.verdict is Verdict.MORE:
        return _("Last {n} days: spasms began more often than before.").format(n=PERIOD_DAYS)
    if found.verdict is Verdict.LESS:
        return _("Last {n} days: spasms began less often than before.").format(n=PERIOD_DAYS)
    if found.verdict is Verdict.SAME:
        return _(
            "Last {n} days: no meaningful change, less than {factor} times as often, or as seldom."
        ).format(n=PERIOD_DAYS, factor=format_number(RATE_FACTOR))
    return _("Last {n} days: can't tell yet whether spasms began more or less often.").format(
        n=PERIOD_DAYS
    )


def _beside(found: RateChange) -> str:
    return _("{now} now, {before} before.").format(
        now=_counts(len(found.onsets_now), found.now.daily.logged),
        before=_counts(len(found.onsets_before), found.before.daily.logged),
    )


def _times(ratio: Ratio) -> str:
    fit = times_range(ratio.interval)
    if math.isinf(ratio.ratio):
        return _("How many times as often: {fit}.").format(fit=fit)
    return _("That is {ratio} times as often ({fit}).").format(
        ratio=rate_number(ratio.ratio), fit=fit
    )
