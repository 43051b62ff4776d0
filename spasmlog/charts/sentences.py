"""Charts in words: one text for caption, screen reader and alt text, and the tip of a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from statistics import median

from spasmlog.analysis.course import (
    NEEDED,
    WINDOW,
    Counts,
    Known,
    counts,
    dates,
    last_finished,
    rolling_mean,
    without_number,
)
from spasmlog.analysis.gates import UNNUMBERED
from spasmlog.charts.amounts import ACTIVITY, AMOUNTS, Amount, total_on
from spasmlog.charts.base import Asked
from spasmlog.charts.span import Grain, grain
from spasmlog.charts.spasm_days import spasm_days
from spasmlog.charts.words_numbers import percent, without_number_words
from spasmlog.charts.words_place import place_name
from spasmlog.domain.day_facts import DayFacts
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment, TreatmentUse, Visit
from spasmlog.i18n import _, format_day, format_list, format_number, in_sentence, ngettext


def describe_pain(asked: Asked) -> str:
    """What the pain trend shows, counted over the days that are over."""
    diary, first, last = asked.diary, asked.first, asked.last
    if not any(facts.logged for facts in _facts(diary, first, last)):
        return _join(_nothing(first, last), _hatched())
    found = counts(diary, first, last)
    parts = [today_only(diary, first, last)]
    parts += [*([_logged(found)] if found.days and not parts[0] else []), *spasms_said(asked)]
    if grain(first, last) is Grain.WEEKS:
        parts.append(_weekly())
    else:
        if any(facts.pain and facts.worst is None for facts in _facts(diary, first, last)):
            parts.append(_("A cross is a day with pain but no number."))
        parts.append(_hatched())
    return _join(*parts)


def more_of_pain(asked: Asked) -> str:
    """When the line of seven days breaks, and which day is not counted."""
    diary, first, last = asked.diary, asked.first, asked.last
    facts = _facts(diary, first, last)
    if not any(each.logged for each in facts):
        return ""
    parts = []
    if grain(first, last) is not Grain.WEEKS:
        parts.append(_needs())
        if any(each.pain and each.worst is None for each in facts):
            parts.append(_breaks())
    return _join(*parts, not_over(diary, first, last))


def spasms_said(asked: Asked) -> list[str]:
    """On how many finished days a spasm was, and which of them are marked."""
    if asked.place is None:
        found = counts(asked.diary, asked.first, asked.last)
        said = ngettext("{n} had a spasm.", "{n} had a spasm.", found.spasm)
        return [said] if found.spasm else []
    there = sum(day < asked.diary.today.toordinal() for day in spasm_days(asked))
    said = ngettext(
        "Spasms are marked for one place only, {place}: {n} day.",
        "Spasms are marked for one place only, {place}: {n} days.",
        there,
    ).format(place=place_name(asked.place))
    return [said, _("Worst pain is of all places.")]


def describe_amount(amount: Amount) -> Callable[[Asked], str]:
    """The description of the chart of one amount."""

    def describe(asked: Asked) -> str:
        diary, first, last = asked.diary, asked.first, asked.last
        known = total_on(diary, amount)
        if all(known(day) is None for day in dates(first, last)):
            return _join(_nothing(first, last), _hatched())
        parts = [_amounts(diary, amount, known, first, last), _reference(amount, diary)]
        parts.append(_weekly() if grain(first, last) is Grain.WEEKS else _hatched())
        return _join(*parts)

    return describe


def _reference(amount: Amount, diary: Diary) -> str:
    note = amount.noted(diary)
    return _("The dotted line: {reference}.").format(reference=note) if note else ""


def more_of_amount(amount: Amount) -> Callable[[Asked], str]:
    """How one amount is counted, and which day is not."""

    def more(asked: Asked) -> str:
        diary, first, last = asked.diary, asked.first, asked.last
        known = total_on(diary, amount)
        if all(known(day) is None for day in dates(first, last)):
            return ""
        light = _("Light activity counts as 0 here.") if amount is ACTIVITY else ""
        return _join(light, not_over(diary, first, last))

    return more


def more_of_overview(asked: Asked) -> str:
    """What stands beneath the trend: on how many days each amount is known."""
    days = (asked.first, asked.last)
    sums = (
        _amounts(asked.diary, amount, total_on(asked.diary, amount), *days) for amount in AMOUNTS
    )
    return _join(*sums, more_of_pain(asked))


def today_only(diary: Diary, first: date, last: date) -> str:
    """That nothing is counted yet, where only the day that is not over has an entry."""
    logged = [facts.day for facts in _facts(diary, first, last) if facts.logged]
    if not logged or logged[0] < diary.today:
        return ""
    return _("Only today has an entry; it counts once it is over.")


def _facts(diary: Diary, first: date, last: date) -> list[DayFacts]:
    return [facts for day in dates(first, last) if (facts := diary.facts.get(day))]


def _logged(found: Counts) -> str:
    begin = ngettext(
        "Pain was logged on {logged} of {n} day",
        "Pain was logged on {logged} of {n} days",
        found.days,
    ).format(logged=found.logged)
    if not found.clear:
        return _("{begin}, none of them zero.").format(begin=begin)
    end = ngettext(
        "and {n} of those was zero (open circle).",
        "and {n} of those were zero (open circles).",
        found.clear,
    )
    return f"{begin}, {end}"


def _amounts(diary: Diary, amount: Amount, known: Known, first: date, last: date) -> str:
    """On how many finished days an amount is known, and the middle one of them."""
    days = dates(first, last_finished(diary, last))
    values = [value for day in days if (value := known(day)) is not None]
    if not values:
        today = first <= diary.today <= last and known(diary.today) is not None
        none = _("{what}: no entry.")
        only = _("{what}: only today, which counts once it is over.")
        return (only if today else none).format(what=amount.short)
    begin = ngettext(
        "{what}: known on {known} of {n} day", "{what}: known on {known} of {n} days", len(days)
    ).format(what=amount.short, known=len(values))
    middle = amount.words(median(values))
    return _("{begin}, middle value {middle}.").format(begin=begin, middle=middle)


def _nothing(first: date, last: date) -> str:
    days = len(dates(first, last))
    return ngettext(
        "Nothing is logged on this {n} day yet.", "Nothing is logged on these {n} days yet.", days
    )


def _hatched() -> str:
    return _("Hatched days have no entry; they are not zero.")


def _needs() -> str:
    return _("The line needs a number on {needed} days out of {window}.").format(
        needed=NEEDED, window=WINDOW
    )


def _breaks() -> str:
    return _("It breaks too where more than {share} of the pain days have no number.").format(
        share=percent(UNNUMBERED)
    )


def _weekly() -> str:
    return _(
        "Each step is the average of a week. "
        "Weeks with fewer than {needed} logged days are hatched; they are not zero."
    ).format(needed=NEEDED)


def not_over(diary: Diary, first: date, last: date) -> str:
    """That today does not count, where it is among the days."""
    if not first <= diary.today <= last:
        return ""
    return _("{day} is not over and not counted.").format(day=format_day(diary.today, "d MMM"))


def _join(*parts: str) -> str:
    return " ".join(filter(None, parts))


def tip(diary: Diary, day: date) -> str:
    """What is drawn at a day, a line each, the day first."""
    facts = diary.facts_on(day)
    ((_day, mean),) = rolling_mean(diary, day, day)
    lines = [format_day(day, "EEEE d MMM y"), _pain(facts)]
    if mean is not None:
        lines.append(_("7-day average {value}").format(value=format_number(mean, 1)))
    elif without := without_number(diary, day):
        lines.append(
            _("No 7-day average: {why}").format(why=in_sentence(without_number_words(without)))
        )
    if facts.spasms:
        count = len(facts.spasms)
        lines.append(ngettext("{n} spasm", "{n} spasms", count))
    lines += around(diary, day)
    for amount in AMOUNTS:
        value = amount.total(facts)
        if value is not None:
            lines.append(f"{amount.short} {amount.words(value)}")
    return "\n".join(lines)


def _pain(facts: DayFacts) -> str:
    if not facts.logged:
        return _("No entry")
    if facts.worst is None:
        return _("Pain, no number")
    return _("Worst pain {value}").format(value=format_number(facts.worst))


def around(diary: Diary, day: date) -> list[str]:
    """What was used on a day, the courses that ran, and who was seen."""
    used = {
        found.name
        for use in diary.on(TreatmentUse, day)
        if (found := diary.get(Treatment, use.treatment_id))
    }
    running = {
        found.name
        for course in diary.courses
        if course.first_day <= day <= (course.last_day or diary.today)
        and (found := diary.get(Treatment, course.treatment_id))
    }
    seen = [visit.who for visit in diary.on(Visit, day)]
    lines = [_("Used: {names}").format(names=format_list(sorted(used)))] if used else []
    if running:
        lines.append(_("Course: {names}").format(names=format_list(sorted(running))))
    return lines + [_("Visit, {who}").format(who=who) if who else _("Visit") for who in seen]
