"""Two periods beside each other, where that is fair, and the sentence for where it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from spasmlog.analysis.course import counts
from spasmlog.analysis.daily import Daily, daily
from spasmlog.analysis.period import Figures, Middle, Period, Unfair, figures, last_days, unfair
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _, format_number, ngettext
from spasmlog.views.amounts import duration
from spasmlog.views.cells import Cell, Cells, short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The numbers of the last days beside those before; `refusal` says why there is no before."""

    title: str
    numbers: Cells
    refusal: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One of the two periods; `medicines`: whether the journal has any use of one at all."""

    figures: Figures
    days: Daily
    clear: int
    medicines: bool

    @classmethod
    def of(cls, diary: Diary, period: Period) -> _Side:
        return cls(
            figures=figures(diary, period),
            days=daily(diary, period.first, period.last),
            clear=counts(diary, period.first, period.last).clear,
            medicines=any(each.kind in MEDICINES for each in diary.of_kind(TreatmentUse)),
        )


def compared(diary: Diary, days: int) -> Compared | None:
    """The last `days` days without today, and as many before; None while no day is logged."""
    period = last_days(diary.today, days)
    over, earlier = period.over(diary.today), period.before()
    if over is None or earlier is None:
        return None
    now, before = _Side.of(diary, over), _Side.of(diary, earlier)
    if not now.figures.logged:
        return None
    why = unfair(now.figures, before.figures)
    sides = (now,) if why else (now, before)
    return Compared(
        title=ngettext(
            "This day beside the day before", "These {n} days beside the {n} before", days
        ),
        numbers=_numbers(sides),
        refusal=_refusal(why, now.figures, before.figures),
        basis=" ".join(_basis(each.figures, diary) for each in (now, before)),
    )


def _numbers(sides: tuple[_Side, ...]) -> Cells:
    headings = (_("What is compared"), _("now"), _("before"))[: len(sides) + 1]
    rows = (
        (Cell(text=name), *(_value(read, side, at) for at, side in enumerate(sides)))
        for name, read in _measures()
    )
    return Cells(headings=headings, rows=tuple(rows))


def _value(read: Callable[[_Side], str], side: _Side, at: int) -> Cell:
    return Cell(text=read(side) or _("not known"), strong=at == 0)


def _measures() -> tuple[tuple[str, Callable[[_Side], str]], ...]:
    """Each number by its name; an empty text is one that nothing stands on."""
    return (
        (_("Spasm days, per 30 logged"), _per_30),
        (_("Average worst pain, on days with a number"), lambda side: _mean(side.days)),
        (_("Pain of a spasm, middle value (highest)"), lambda side: _pain(side.figures.severity)),
        (_("Length of a spasm, middle value"), lambda side: _hours(side.figures.hours)),
        (
            _("Days pain limited you, of days answered"),
            lambda side: _share(side.figures.limited, side.figures.answered),
        ),
        (
            _("Days with a medicine, of days with an entry"),
            _medicines,
        ),
        (
            _("Days logged at zero, of days logged"),
            lambda side: _share(side.clear, side.figures.logged),
        ),
    )


def _per_30(side: _Side) -> str:
    per_30 = side.figures.per_30
    return "" if per_30 is None else format_number(float(per_30), 1)


def _mean(days: Daily) -> str:
    if days.mean is None:
        return _("pain without a number") if days.logged else ""
    n = len(days.days)
    return ngettext("{mean} on {n} day", "{mean} on {n} days", n).format(
        mean=format_number(round(days.mean, 1), 1)
    )


def _medicines(side: _Side) -> str:
    """In a journal without any medicine, nobody said that none was taken."""
    if not side.medicines:
        return _("none ever logged")
    return _share(side.figures.medicine_days, side.figures.medicine_known)


def _pain(middle: Middle | None) -> str:
    if middle is None:
        return ""
    return f"{format_number(middle.value)} ({format_number(middle.highest)})"


def _hours(middle: Middle | None) -> str:
    return "" if middle is None else duration(timedelta(hours=middle.value))


def _share(part: int, whole: int) -> str:
    return _("{n} of {m}").format(n=part, m=whole) if whole else ""


def _basis(of: Figures, diary: Diary) -> str:
    text = ngettext(
        "{first} to {last}: {logged} of {n} day logged.",
        "{first} to {last}: {logged} of {n} days logged.",
        of.period.days,
    )
    first, last = (short_day(day, diary.today) for day in (of.period.first, of.period.last))
    return text.format(first=first, last=last, logged=of.logged)


def _refusal(why: Unfair | None, now: Figures, before: Figures) -> str:
    if why is None:
        return ""
    if not before.logged:
        return ngettext(
            "Nothing is logged on the {n} day before, so nothing is compared.",
            "Nothing is logged on the {n} days before, so nothing is compared.",
            before.period.days,
        )
    return _(
        "Logged {now} of these days and {before} of those before, so the two cannot be compared "
        "fairly."
    ).format(now=_percent(now.coverage), before=_percent(before.coverage))


def _percent(share: Fraction) -> str:
    """Never rounded to all or nothing where that is not so."""
    whole = round(share * 100)
    if share not in (0, 1):
        whole = min(max(whole, 1), 99)
    return _("{n} %").format(n=whole)
