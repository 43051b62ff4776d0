"""How treatments went within a spasm, in sentences; none of them says that one works."""

from __future__ import annotations

from fractions import Fraction

from spasmlog.analysis.easing import Easing, Within
from spasmlog.analysis.gates import LATER_MIN, SHARE_POINTS
from spasmlog.analysis.outcome import Interval, Lack, Status
from spasmlog.analysis.proportions import Estimate
from spasmlog.analysis.survival import Survival
from spasmlog.analysis.treated import Treatments
from spasmlog.analysis.treatments import COMPARABLE_ALONE, Beside, Tried, Verdict
from spasmlog.charts.words_left_out import left_out_words
from spasmlog.charts.words_numbers import percent, percent_range
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import Nrs
from spasmlog.i18n import _, format_list, in_sentence, ngettext, sentence

PAIRINGS = 10
"""A share of pairings is said as so many of ten."""


def names_of(treatments: Treatments, diary: Diary) -> str:
    """What was used, within a sentence: "heat", "heat and ibuprofen"."""
    known = (diary.get(Treatment, each) for each in treatments)
    listed = sorted(in_sentence(each.name) if each else _("something else") for each in known)
    return format_list(listed)


def eased_words(found: Tried, name: str) -> tuple[str, ...]:
    """One treatment: how many spasms eased, beside how many left alone, and what it cannot show.

    `name` is as within a sentence.
    """
    told = uses_words(found, name)
    if found.easing.within is None:
        return (*told, *left_out_words(found))
    return (*told, *beside_words(found), not_the_reason(name))


def uses_words(found: Tried, name: str) -> tuple[str, ...]:
    """How many spasms eased after a treatment, or what it lacks for a summary."""
    easing = found.easing
    if easing.within is None or easing.curve is None or found.befores is None:
        return not_yet_words(found, name)
    eased = _eased(easing, easing.within, easing.curve, name, found.befores)
    return (eased, *unfollowed_words(easing.within))


def not_the_reason(name: str) -> str:
    """What a treatment's spasms cannot show."""
    reason = _("Spasms often ease by themselves, so this does not show that {name} was the reason.")
    return reason.format(name=name)


def not_yet_words(found: Tried, name: str) -> tuple[str, ...]:
    """What a treatment lacks for a summary; nothing where it has one."""
    return tuple(
        ngettext(
            "{name}: {n} use logged with a reading afterwards; a summary starts at {need}.",
            "{name}: {n} uses logged with a reading afterwards; a summary starts at {need}.",
            lack.have,
        ).format(name=sentence(name), need=lack.need)
        for lack in found.easing.lacks
    )


def nothing_treated(*, today: bool) -> str:
    """For days and places where no treatment belongs to a spasm, or only to one of `today`."""
    if today:
        return _("Only a spasm of today has a treatment; it counts once the day is over.")
    return _("No treatment was put in for a spasm in these days.")


def not_used(name: str) -> str:
    """For days and places where one treatment does not belong to a spasm."""
    return _("{name}: not used by itself for a spasm in these days.").format(name=sentence(name))


def share_words(easing: Easing, name: str) -> str:
    """One row of several: "Heat: 5 had eased within 2 hours, of 8 (62 %; the data fit ...)."."""
    within = easing.within
    if within is None:
        return ""
    if within.estimate is None or not within.counted:
        return _("{name}, {n} times: {share}.").format(name=name, n=within.n, share=_share(within))
    return _("{name}: {n} of {all} had eased within 2 hours ({share}{limits}).").format(
        name=name,
        n=within.eased,
        all=within.n,
        share=percent(within.estimate.value),
        limits=_limits(within.estimate.interval),
    )


def seen_late_words() -> str:
    """Why a time of easing is the latest that it can be."""
    return _("A spasm counts as eased once a number says so; it may have eased before.")


def reason_words() -> str:
    """What a chart of several treatments cannot show."""
    return _(
        "Spasms often ease by themselves, and people treat the worst ones, so this does not show "
        "that a treatment was the reason."
    )


def _eased(
    easing: Easing, within: Within, curve: Survival, name: str, befores: tuple[Nrs, Nrs]
) -> str:
    low, high = befores
    pain = str(low) if low == high else _("{low} to {high}").format(low=low, high=high)
    times = ngettext(
        "In the {n} time you used {name} for a spasm of {pain}, {share}{half}.",
        "In the {n} times you used {name} for a spasm of {pain}, {share}{half}.",
        easing.n,
    )
    return times.format(name=name, pain=pain, share=_share(within), half=_half(curve))


def _share(within: Within) -> str:
    estimate = within.estimate
    if estimate is None:
        return _("too little is logged to say how many had eased within 2 hours")
    share = percent(estimate.value)
    if within.counted:
        told = ngettext(
            "{n} had eased within 2 hours ({share}{limits})",
            "{n} had eased within 2 hours ({share}{limits})",
            within.eased,
        )
        return told.format(share=share, limits=_limits(estimate.interval))
    limits = "" if estimate.interval is None else f" ({_fit(estimate.interval)})"
    return _("about {share} had eased within 2 hours{limits}").format(share=share, limits=limits)


def _limits(interval: Interval | None) -> str:
    return "" if interval is None else f"; {_fit(interval)}"


def _fit(interval: Interval) -> str:
    return _("the data fit {limits}").format(limits=percent_range(interval))


def _half(curve: Survival) -> str:
    """ ", half by 40 minutes"; nothing where half never had."""
    if curve.median is None:
        return ""
    return _(", half by {time}").format(time=about(curve.median))


def about(minutes: float) -> str:
    """A time of easing to the minute, as the table has it: "49 minutes", "2 h 10 min"."""
    whole = whole_minutes(minutes)
    hours, left = divmod(whole, 60)
    if whole < LATER_MIN:
        return ngettext("{n} minute", "{n} minutes", max(whole, 1))
    if left:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=left)
    return ngettext("{n} hour", "{n} hours", hours)


def whole_minutes(minutes: float) -> int:
    """Rounded, but never across the two hours that "eased within 2 hours" is told by."""
    if minutes < LATER_MIN:
        return min(round(minutes), LATER_MIN - 1)
    return LATER_MIN if minutes == LATER_MIN else max(round(minutes), LATER_MIN + 1)


def median_words(curve: Survival) -> str:
    """The middle time to easing with what the data fit, for the details."""
    if curve.median is None:
        return _("Fewer than half were seen to ease.")
    half = about(curve.median)
    if curve.median_low is None:
        return _("Half had eased by {half}.").format(half=half)
    low = about(curve.median_low)
    if curve.median_high is None:
        return _("Half had eased by {half} (the data fit {low} to no upper limit).").format(
            half=half, low=low
        )
    return _("Half had eased by {half} (the data fit {low} to {high}).").format(
        half=half, low=low, high=about(curve.median_high)
    )


def unfollowed_words(within: Within) -> tuple[str, ...]:
    """How many of them nobody followed for two hours."""
    if within.counted:
        return ()
    return (
        ngettext(
            "{n} of them was not followed for 2 hours.",
            "{n} of them were not followed for 2 hours.",
            within.n - within.known,
        ),
    )


def beside_words(found: Tried) -> tuple[str, ...]:
    """Treated spasms beside similar ones left alone."""
    beside = found.beside
    if beside.status is Status.REFUSED:
        return (unlike_words(beside.treated, beside.alone),)
    treated, alone = beside.treated.within, beside.alone.within
    if not beside.alone.n:
        return (_("No similar spasm was left alone, so nothing is compared."),)
    if beside.verdict is None or treated is None or alone is None:
        return tuple(_no_comparison(lack) for lack in beside.lacks[-1:])
    few = beside.treated.n < found.easing.n
    return (
        *((_matched(treated),) if few else ()),
        _left_alone(alone),
        _verdict(beside, beside.verdict),
    )


def unlike_words(treated: Easing, alone: Easing) -> str:
    """Why two sets are not compared: the one of which less is known by two hours."""
    if Fraction(alone.told, alone.n) > Fraction(treated.told, treated.n):
        text = ngettext(
            "{n} of {all} treated spasms has no number within 2 hours, so they are not compared.",
            "{n} of {all} treated spasms have no number within 2 hours, so they are not compared.",
            treated.n - treated.told,
        )
        return text.format(all=treated.n)
    text = ngettext(
        "{n} of {all} similar spasms left alone has no number within 2 hours, so they "
        "are not compared.",
        "{n} of {all} similar spasms left alone have no number within 2 hours, so they "
        "are not compared.",
        alone.n - alone.told,
    )
    return text.format(all=alone.n)


def _no_comparison(lack: Lack) -> str:
    if lack.what == COMPARABLE_ALONE:
        return ngettext(
            "{n} similar spasm was left alone; a comparison starts at {need}.",
            "{n} similar spasms were left alone; a comparison starts at {need}.",
            lack.have,
        ).format(need=lack.need)
    return ngettext(
        "{n} of these spasms is like one left alone; a comparison starts at {need}.",
        "{n} of these spasms are like one left alone; a comparison starts at {need}.",
        lack.have,
    ).format(need=lack.need)


def _matched(within: Within) -> str:
    had = ngettext(
        "{n} of these spasms is like one left alone; {had}.",
        "{n} of these spasms are like one left alone; {had}.",
        within.n,
    )
    return had.format(had=_had(within))


def _left_alone(within: Within) -> str:
    told = ngettext(
        "In {n} similar spasm left alone, {had}.",
        "In {n} similar spasms left alone, {had}.",
        within.n,
    )
    return told.format(had=_had(within))


def _had(within: Within) -> str:
    if within.counted:
        return ngettext("{n} had", "{n} had", within.eased)
    if within.estimate is None:
        return _("it is not known how many had")
    return _("about {share} had").format(share=percent(within.estimate.value))


def _verdict(beside: Beside, verdict: Verdict) -> str:
    limits = beside.difference.interval if beside.difference else None
    fit = "" if limits is None else points_range(limits)
    if verdict is Verdict.MORE:
        return _("Treated ones eased more often: the data fit {limits}.").format(limits=fit)
    if verdict is Verdict.LESS:
        return _("Treated ones eased less often: the data fit {limits}.").format(limits=fit)
    if verdict is Verdict.SAME:
        return _(
            "No meaningful difference, less than {points} points either way: the data fit {limits}."
        ).format(points=round(100 * SHARE_POINTS), limits=fit)
    return _("Too few to tell them apart.")


def points_range(limits: Interval) -> str:
    """A difference of shares: "5 to 30 points more", "12 points fewer to 15 more"."""
    low, high = round(100 * limits.low), round(100 * limits.high)
    if low >= 0:
        return _("{low} to {high} points more").format(low=low, high=high)
    if high <= 0:
        return _("{low} to {high} points fewer").format(low=-high, high=-low)
    return _("{low} points fewer to {high} more").format(low=-low, high=high)


def nap_words(nap: Estimate | None) -> tuple[str, ...]:
    """How often, of ten pairings, the treated one eased more."""
    if nap is None or nap.interval is None:
        return ()
    value, low, high = (
        round(PAIRINGS * each) for each in (nap.value, nap.interval.low, nap.interval.high)
    )
    return (
        _(
            "A treated spasm eased more than an untreated one in {n} of {all} pairings "
            "(data fit {low} to {high})."
        ).format(n=value, all=PAIRINGS, low=low, high=high),
    )
