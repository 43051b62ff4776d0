"""R12: pain today that is well above the person's own average of the weeks before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.i18n import N_, _, format_number, ngettext
from spasmlog.rules.base import (
    Counted,
    Lack,
    Level,
    Number,
    Progress,
    Receipt,
    Rule,
    Standing,
    Threshold,
    Verdict,
)
from spasmlog.rules.explicit import Typed, lack_of_number, left_numbers, mean_of, outcome_of, typed
from spasmlog.rules.sources import COSTA_CLIN_J_PAIN, COSTA_EUR_SPINE_J

POINTS = Threshold(
    N_("Above the average, at least"), 2, N_("points"), Standing.PUBLISHED, COSTA_CLIN_J_PAIN
)
BEFORE = Threshold(N_("Days before, that the average is of"), 28, N_("days"), Standing.OURS)
NUMBERS = Threshold(N_("Days with a number among them, at least"), 14, N_("days"), Standing.OURS)

ONE_DAY = timedelta(days=1)


def check_flare(diary: Diary) -> Verdict:
    """The number of today against the mean of those before it."""
    first = diary.today - BEFORE.value * ONE_DAY
    before = typed(diary, window(diary.today - ONE_DAY, BEFORE.value))
    today = typed(diary, window(diary.today, 1))
    lacking = tuple(_lacking(first, before, diary.today, today))
    fired = not lacking and today[0].pain >= mean_of(before) + POINTS.value
    numbers = (*before, *today)
    return Verdict(
        outcome=outcome_of(fired, lacking),
        level=Level.INFO if fired else None,
        title=_title(today[0], before) if fired else "",
        message=_message() if fired else "",
        first=first,
        last=diary.today,
        days_counted=len(numbers),
        days_missing=BEFORE.value + 1 - len(numbers),
        evidence=tuple(each.evidence for each in reversed(numbers)),
        left_out=left_numbers(diary),
        lacking=lacking,
        measures=tuple(_measures(before, today)),
        switches_off=_("The next day: this speaks of one day only.") if fired else "",
        not_before=diary.today + ONE_DAY if fired else None,
        receipt=_receipt(first, before, today[0]) if fired else None,
        progress=_progress(before) if lacking and today else None,
        summary=_summary(today[0], before) if fired else "",
    )


def _lacking(
    first: date, before: Sequence[Typed], day: date, today: Sequence[Typed]
) -> Iterator[Lack]:
    if not today:
        yield lack_of_number(day)
    needed = NUMBERS.value - len(before)
    if needed > 0:
        text = ngettext(
            "{n} more day since {day} with a number for the worst pain",
            "{n} more days since {day} with a number for the worst pain",
            needed,
        )
        yield Lack(text, first)


def _progress(before: Sequence[Typed]) -> Progress:
    return Progress(have=len(before), needed=NUMBERS.value, total=BEFORE.value)


def _title(today: Typed, before: Sequence[Typed]) -> str:
    return _("Worst pain {today} today, {mean} on average before").format(
        today=today.pain, mean=_mean(before)
    )


def _summary(today: Typed, before: Sequence[Typed]) -> str:
    text = ngettext(
        "Worst pain {today}, after {mean} on average over {n} day since {first}.",
        "Worst pain {today}, after {mean} on average over {n} days since {first}.",
        len(before),
    )
    return text.replace("{today}", str(today.pain)).replace("{mean}", _mean(before))


def _mean(before: Sequence[Typed]) -> str:
    return format_number(float(mean_of(before)), 1)


def _message() -> str:
    return _("Today is well above your recent average. Flares are common and usually settle.")


def _measures(before: Sequence[Typed], today: Sequence[Typed]) -> Iterator[tuple[str, Number]]:
    yield from (("today", each.pain) for each in today)
    if before:
        yield "mean_before", float(mean_of(before))
    yield "numbers_before", len(before)


def _receipt(first: date, before: Sequence[Typed], today: Typed) -> Receipt:
    """The day, and the days before it in one line."""
    headings = (_("From"), _("To"), _("Average of the worst pain"), _("Days with a number"))
    last = today.day - ONE_DAY
    rows = (
        (today.day, today.day, today.pain, 1),
        (first, last, float(round(mean_of(before), 2)), len(before)),
    )
    return Receipt(headings, rows)


FLARE = Rule(
    id="R12",
    title=N_("Flare day"),
    looks_for=N_(
        "A worst pain today that is at least 2 points above the average of the 28 days before. At "
        "least 14 of those days need a number."
    ),
    levels=(Level.INFO,),
    advice=N_("Flares are common and usually settle. There is nothing to arrange."),
    sources=(COSTA_CLIN_J_PAIN, COSTA_EUR_SPINE_J),
    thresholds=(POINTS, BEFORE, NUMBERS),
    check=check_flare,
    counts=Counted.NUMBERS,
    personal=True,
    quietly=True,
    limits=N_(
        "It reads only the worst pain typed for a day, not the strength of a spasm. A bad day "
        "after bad weeks does not stand out from them."
    ),
    fires=N_(
        "It fires when the worst pain typed for today is at least 2 points above the average of "
        "the numbers typed for the 28 days before. Today is no part of that average."
    ),
    silent=N_(
        "It stays silent when today is less than 2 points above the average. It cannot tell when "
        "today has no number, or fewer than 14 of the 28 days before have one."
    ),
    sure=N_(
        "The 2 points are published, for low back pain. In that work, most days that people "
        "called a flare were not above their average: a flare is more than a number. The 28 days "
        "and the 14 numbers are our own choice."
    ),
)
