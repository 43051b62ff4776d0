"""The numbers of the page beside those of the period before, and the sentence made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from spasmlog.analysis.period import Figures, Peg, Period, Unfair, figures, peg_scores, unfair
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _, format_list, format_number, ngettext
from spasmlog.report.blocks import Lead, Number, Strip
from spasmlog.report.written import UNKNOWN, duration, number, short_day
from spasmlog.rules.returned import Return

RETURN_DAYS = 90
"""The headline counts returns over so many days, as R10 does."""
MOST_RETURNS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The figures of a period without the day that is not over, and of the equal one before.

    `now` is None where no day of the period is over; `unfair` says why the two are not compared.
    `medicines` is whether any was ever logged: without one, nobody said that none is taken.
    """

    diary: Diary
    period: Period
    now: Figures | None
    earlier: Figures | None
    unfair: Unfair | None
    peg: tuple[Peg, ...]
    medicines: bool

    @classmethod
    def of(cls, diary: Diary, period: Period) -> Compared:
        """The figures of this period of a diary."""
        over = period.over(diary.today)
        before = period.before() if over else None
        now = figures(diary, over) if over else None
        earlier = figures(diary, before) if before else None
        return cls(
            diary=diary,
            period=period,
            now=now,
            earlier=earlier,
            unfair=unfair(now, earlier) if now and earlier else None,
            peg=peg_scores(diary, period.last),
            medicines=any(each.kind in MEDICINES for each in diary.uses),
        )

    @property
    def peg_before(self) -> Peg | None:
        """The last score of the equal period before, else the one before the latest."""
        before = self.period.before()
        *earlier, latest = self.peg
        there = (each for each in reversed(earlier) if before and each.day in before)
        return next(there, earlier[-1] if earlier and latest.day in self.period else None)

    def peg_was(self) -> str:
        """That score in words, with its day where it is not one of the period before."""
        found, before = self.peg_before, self.period.before()
        if found is None:
            return ""
        score = _peg_value(found)
        if before is not None and found.day in before:
            return score
        return _("{score} on {day}").format(score=score, day=short_day(found.day, self.diary.today))

    @property
    def before(self) -> Figures | None:
        """The figures to compare with, if that is fair."""
        return None if self.unfair else self.earlier


def lead(compared: Compared, returns: Sequence[Return]) -> Lead:
    """The page in one sentence: spasm days, the same before, returns, PEG."""
    parts = [_returned(compared, returns), _peg_said(compared)]
    now, before = compared.now, compared.before
    if now is None or not now.logged:
        strong = _nothing_logged(compared)
        return Lead(strong=strong, rest=" ".join(each for each in parts if each))
    strong = ngettext("{n} spasm day in {m} logged", "{n} spasm days in {m} logged", now.spasm_days)
    strong = strong.format(m=now.logged)
    if before is None:
        refused = _not_compared(compared)
        whole = strong if refused else f"{strong}."
        return Lead(strong=whole, rest=" ".join(each for each in (refused, *parts) if each))
    earlier = _("(previous {days} days: {n} in {m}).").format(
        days=before.period.days, n=before.spasm_days, m=before.logged
    )
    return Lead(strong=strong, rest=" ".join(each for each in (earlier, *parts) if each))


def _nothing_logged(compared: Compared) -> str:
    today = compared.diary.today
    began = len(compared.diary.on(Episode, today)) if today in compared.period else 0
    if not began and today in compared.period and compared.diary.facts_on(today).logged:
        return _("Only today has an entry. Numbers start when the first day is over.")
    if not began:
        return _("No day with an entry on pain in this period.")
    return ngettext(
        "{n} spasm began today. Numbers start when the first day is over.",
        "{n} spasms began today. Numbers start when the first day is over.",
        began,
    )


def _not_compared(compared: Compared) -> str:
    """That the days before are no measure, where something is known of them."""
    earlier = compared.earlier
    if earlier is None or not earlier.logged:
        return ""
    return _("(the {n} days before cannot be compared fairly).").format(n=earlier.period.days)


def _returned(compared: Compared, returns: Sequence[Return]) -> str:
    """As R10 counts: certain returns of the 90 days to the end of the period, places added up."""
    certain = [each.days_between for each in returns if each.days_between is not None]
    if not certain:
        return ""
    days = format_list(str(each) for each in certain[-MOST_RETURNS:])
    said = ngettext(
        "Returned after treatment {n} time", "Returned after treatment {n} times", len(certain)
    )
    latest = _(", the latest after {days} days") if len(certain) > MOST_RETURNS else ""
    after = (latest or _(", after {days} days")).format(days=days)
    when = ""
    if compared.period.days != RETURN_DAYS:
        when = _(" (counted over {n} days)").format(n=RETURN_DAYS)
    return f"{said}{after}{when}."


def _peg_said(compared: Compared) -> str:
    """The latest score and the one before; with its date where it is older than the period."""
    if not compared.peg:
        return ""
    latest = compared.peg[-1]
    score = _peg_value(latest)
    if latest.day not in compared.period:
        day = short_day(latest.day, compared.diary.today)
        score = _("{score} on {day}").format(score=score, day=day)
    before = compared.peg_was()
    if not before:
        return _("PEG {score}.").format(score=score)
    return _("PEG {score}, was {before}.").format(score=score, before=before)


def strip(compared: Compared) -> Strip:
    """Six numbers, or five without a PEG score, each with the one before."""
    pegs = (_peg(compared),) if compared.peg else ()
    numbers = tuple(_compare(compared, each) for each in _measures(medicines=compared.medicines))
    return Strip(numbers=numbers + pegs, note=_why_not(compared))


@dataclass(frozen=True, slots=True)
class _Measure:
    """How one of the figures is named and put into words; `why` says why it is not known."""

    label: str
    value: Callable[[Figures], str | None]
    why: Callable[[Figures], str]


def _compare(compared: Compared, measure: _Measure) -> Number:
    now, before = compared.now, compared.before
    value = measure.value(now) if now else None
    why = measure.why(now) if now else _("no day is over yet")
    earlier = measure.value(before) or UNKNOWN if before else ""
    return Number(
        value=value or UNKNOWN,
        label=measure.label,
        why="" if value else why,
        before=_("before: {value}").format(value=earlier) if earlier else "",
    )


def _measures(*, medicines: bool) -> tuple[_Measure, ...]:
    none = _("no entry") if medicines else _("none ever logged")
    return (
        _Measure(_("spasm days per 30 logged"), _per_30, lambda _of: _("no logged day")),
        _Measure(_("severity, middle (worst)"), _severity, _no_severity),
        _Measure(_("length, middle"), _length, _no_length),
        _Measure(_("days limited, of days answered"), _limited, lambda _of: _("not answered")),
        _Measure(
            _("medicine days, of days known"),
            _medicine if medicines else lambda _of: None,
            lambda _of: none,
        ),
    )


def _per_30(of: Figures) -> str | None:
    return None if of.per_30 is None else number(float(of.per_30))


def _limited(of: Figures) -> str | None:
    return f"{of.limited} / {of.answered}" if of.answered else None


def _medicine(of: Figures) -> str | None:
    return f"{of.medicine_days} / {of.medicine_known}" if of.medicine_known else None


def _severity(of: Figures) -> str | None:
    if of.severity is None:
        return None
    return f"{number(of.severity.value)} ({number(of.severity.highest)})"


def _no_severity(of: Figures) -> str:
    return _("no severity typed") if of.spasms else _("no spasm logged")


def _length(of: Figures) -> str | None:
    return None if of.hours is None else duration(of.hours.value)


def _no_length(of: Figures) -> str:
    return _("no end known") if of.spasms else _("no spasm logged")


def _peg(compared: Compared) -> Number:
    """The latest score, with its date where it is older than the period, and the one before it."""
    latest, earlier = compared.peg[-1], compared.peg_was()
    label = _("PEG, 0 to 10")
    if latest.day not in compared.period:
        day = short_day(latest.day, compared.diary.today)
        label = _("PEG, 0 to 10, on {day}").format(day=day)
    return Number(
        value=_peg_value(latest),
        label=label,
        why="",
        before=_("before: {value}").format(value=earlier) if earlier else "",
    )


def _peg_value(peg: Peg) -> str:
    return format_number(float(peg.mean), 1)


def _why_not(compared: Compared) -> str:
    now, earlier = compared.now, compared.earlier
    if compared.unfair is None or now is None or earlier is None or not now.logged:
        return ""
    if not earlier.logged:
        return _("Nothing is logged in the {n} days before, so nothing is compared.").format(
            n=earlier.period.days
        )
    return _(
        "Logged {now} of these days and {before} of the {n} days before, so the two periods "
        "cannot be compared fairly."
    ).format(now=_percent(now), before=_percent(earlier), n=earlier.period.days)


def _percent(of: Figures) -> str:
    """Never rounded to all or nothing where that is not so."""
    share = Fraction(of.logged * 100, of.period.days)
    whole = round(share)
    if share not in (0, 100):
        whole = min(max(whole, 1), 99)
    return _("{n} %").format(n=whole)
