"""How pain is going, in sentences: the last 60 days against the 60 before, the trend, the weeks."""

from __future__ import annotations

from collections.abc import Sequence

from spasmlog.analysis import change as changes
from spasmlog.analysis import trend as trends
from spasmlog.analysis.buckets import Bucket
from spasmlog.analysis.change import Change
from spasmlog.analysis.gates import (
    BLOCKS_EACH,
    BLOCKS_TOGETHER,
    FORTNIGHT_DAYS,
    LINE_WEEKS,
    PERIOD_DAYS,
    POINTS,
    WEEK_DAYS,
)
from spasmlog.analysis.looks import Judged, Look, Standing
from spasmlog.analysis.outcome import Interval, Lack
from spasmlog.analysis.trend import Sen, Trend
from spasmlog.analysis.two_periods import AGE, LOGGED_BEFORE, Refusal, Side
from spasmlog.charts.words_numbers import (
    digits_that_add_up,
    pain,
    pain_difference,
    pain_range,
    percent,
)
from spasmlog.i18n import _, format_day, format_number, ngettext


def change_words(found: Change) -> tuple[str, ...]:
    """The last 60 days against the 60 before: what stands in the way, or what is found."""
    if found.refusal is not None:
        return (*_means(found), refused(found.refusal, found.now, found.before))
    if found.change is None or found.interval is None:
        missing = lacking_periods(found.lacks, found.r1.block)
        logged = (days_logged(found.now, found.before),) if found.before.daily.logged else ()
        return (missing, *_means(found), *logged)
    told = _compared(found, found.change, found.interval)
    return (_change_verdict(found), told, days_logged(found.now, found.before))


def _change_verdict(found: Change) -> str:
    """The window first: the trend, over another one, stands beside it."""
    if found.verdict is changes.Verdict.BETTER:
        said = _("Last {n} days: better than before.")
    elif found.verdict is changes.Verdict.WORSE:
        said = _("Last {n} days: worse than before.")
    elif found.verdict is changes.Verdict.SAME:
        said = _("Last {n} days: no meaningful change, less than {points} point either way.")
    else:
        said = _("Last {n} days: can't tell yet whether better or worse than before.")
    return said.format(n=PERIOD_DAYS, points=format_number(POINTS))


def _compared(found: Change, change: float, limits: Interval) -> str:
    now, before = found.now.mean or 0, found.before.mean or 0
    digits = digits_that_add_up(now, before, change)
    return _(
        "Average worst pain was {now} in the last {n} days and {before} in the {n} before "
        "({change}; the data fit {limits})."
    ).format(
        now=pain(now, digits),
        before=pain(before, digits),
        n=PERIOD_DAYS,
        change=pain_difference(change, digits),
        limits=pain_range(limits, digits),
    )


def _means(found: Change) -> tuple[str, ...]:
    """The means of each period that has one; nothing is concluded from them."""
    sides = (
        (found.now, _("Average worst pain was {mean} on {known} days of the last {n}.")),
        (found.before, _("It was {mean} on {known} days of the {n} before.")),
    )
    if found.now.mean is None:
        return ()
    return tuple(
        text.format(mean=pain(side.mean), known=len(side.daily.days), n=PERIOD_DAYS)
        for side, text in sides
        if side.mean is not None
    )


def days_logged(now: Side, before: Side) -> str:
    """ "49 and 52 of 60 days logged." """
    return _("{now} and {before} of {n} days logged.").format(
        now=now.daily.logged, before=before.daily.logged, n=PERIOD_DAYS
    )


def days_used(used: int, unknown: int) -> str:
    """ "150 days used, 12 unknown." """
    return ngettext(
        "{n} day used, {unknown} unknown.", "{n} days used, {unknown} unknown.", used
    ).format(unknown=unknown)


def refused(why: Refusal, now: Side, before: Side) -> str:
    """Why two periods are not compared though there are entries."""
    if why is Refusal.RECENT:
        return too_little()
    if why is Refusal.UNNUMBERED:
        return _(
            "Pain has no number on {now} of these days and {before} of those before, "
            "so no averages are compared."
        ).format(now=len(now.daily.unnumbered), before=len(before.daily.unnumbered))
    return _(
        "You logged {now} of days now and {before} before, so the two periods cannot be "
        "compared fairly."
    ).format(now=percent(now.coverage), before=percent(before.coverage))


def too_little() -> str:
    """Under half of the days that trust is judged on are logged."""
    return _("Fewer than half of the last 90 days are logged, so nothing is concluded.")


def lacking_periods(lacks: Sequence[Lack], block: int) -> str:
    """What a comparison of two periods still takes."""
    by = {each.what: each for each in lacks}
    if AGE in by:
        return _(
            "Not collected yet: two periods of {days} days are compared, and the diary began in "
            "the later one."
        ).format(days=PERIOD_DAYS)
    if LOGGED_BEFORE in by:
        return ngettext(
            "Not collected yet: the diary began within the {days} days before, of which {n} is "
            "logged; a comparison takes {need}.",
            "Not collected yet: the diary began within the {days} days before, of which {n} are "
            "logged; a comparison takes {need}.",
            by[LOGGED_BEFORE].have,
        ).format(days=PERIOD_DAYS, need=by[LOGGED_BEFORE].need)
    return _(
        "Not collected yet: it takes {each} stretches of {days} days in each period that are at "
        "least half logged, and {together} in all."
    ).format(each=BLOCKS_EACH, days=block, together=BLOCKS_TOGETHER)


def trend_words(found: Trend) -> tuple[str, ...]:
    """Whether pain rises or falls over months."""
    if found.sen is None:
        return (_no_trend(found),)
    limits = pain_range(_four_weeks(found.sen))
    slope = pain_difference(2 * found.sen.slope)
    said = _trend_verdict(found)
    told = _("Every 4 weeks: {slope} (the data fit {limits}).").format(slope=slope, limits=limits)
    used = days_used(len(found.days), found.daily.unknown)
    return (said, told, used)


def _no_trend(found: Trend) -> str:
    if found.refusal is not None:
        return too_little()
    (lack,) = found.lacks
    said = _(
        "Not collected yet: a trend takes {need} stretches of 14 days with a number on "
        "{days} of them, there are {have}."
    ).format(need=lack.need, days=FORTNIGHT_DAYS, have=lack.have)
    bare = sum(each.known >= FORTNIGHT_DAYS and each.mean is None for each in found.fortnights)
    why = ngettext(
        "{n} more has too many pain days without a number.",
        "{n} more have too many pain days without a number.",
        bare,
    )
    return f"{said} {why}" if bare else said


def _trend_verdict(found: Trend) -> str:
    if found.verdict is trends.Verdict.RISING:
        said = _("Last {n} weeks: pain is rising.")
    elif found.verdict is trends.Verdict.FALLING:
        said = _("Last {n} weeks: pain is falling.")
    elif found.verdict is trends.Verdict.STEADY:
        said = _("Last {n} weeks: no meaningful change, less than {points} point either way.")
    else:
        said = _("Last {n} weeks: can't tell yet whether pain rises or falls.")
    return said.format(n=2 * found.span, points=format_number(POINTS))


def _four_weeks(sen: Sen) -> Interval:
    return Interval(2 * sen.interval.low, 2 * sen.interval.high, sen.interval.level)


def fortnight_words(found: Trend) -> str:
    """What the trend is made of."""
    usable = sum(each.mean is not None for each in found.fortnights)
    return _("Stretches of 14 days that count: {usable} of {all}.").format(
        usable=usable, all=len(found.fortnights)
    )


def weekly_words(weeks: Sequence[Bucket], means: Sequence[float | None]) -> tuple[str, ...]:
    """What the dots and the line of the weekly course are, and how many weeks have none.

    `means` are the values of the line, which weeks before these count towards as well.
    """
    shown = sum(week.mean is not None for week in weeks)
    counted = _(
        "Weeks with a number on at least {needed} days: {shown} of {all}. The rest is hatched."
    ).format(shown=shown, needed=WEEK_DAYS, all=len(weeks))
    told = " ".join((counted, *_bare_weeks(weeks)))
    if not shown:
        return (told,)
    dots = _("Each dot is the average worst pain of a week.")
    if all(mean is None for mean in means):
        return (dots, told)
    line = _("The line is the mean of {n} such weeks in a row.").format(n=LINE_WEEKS)
    return (dots, told, line)


def _bare_weeks(weeks: Sequence[Bucket]) -> tuple[str, ...]:
    """Why a week is hatched though it has entries."""
    bare = sum(hatched_though_logged(week) for week in weeks)
    text = ngettext(
        "{n} hatched week is logged, but too many of its pain days have no number.",
        "{n} hatched weeks are logged, but too many of their pain days have no number.",
        bare,
    )
    return (text,) if bare else ()


def hatched_though_logged(week: Bucket) -> bool:
    """Whether a week has no average for want of numbers, not of entries."""
    return week.mean is None and week.known + week.unnumbered >= WEEK_DAYS


def standing_words(look: Look[Judged]) -> str:
    """How long a verdict has held; verdicts are looked at anew on Mondays."""
    day = format_day(look.through, "d MMM")
    if look.standing is Standing.NEW:
        return _("New this week, on the days to {day}.").format(day=day)
    if look.standing is Standing.STEADY:
        return _("Steady: the same at the last {n} weekly looks, on the days to {day}.").format(
            n=look.held, day=day
        )
    if look.standing is Standing.EARLY:
        return _("Early: the same at the last {n} weekly looks, on the days to {day}.").format(
            n=look.held, day=day
        )
    return _("Looked at on the days to {day}.").format(day=day)
