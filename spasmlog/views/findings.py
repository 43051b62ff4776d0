"""A finding in words that all pages share: how urgent, which days, what its numbers rest on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from spasmlog.analysis.period import Period
from spasmlog.analysis.trust import trust
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import SignalNote
from spasmlog.domain.scales import SignalAnswer
from spasmlog.i18n import _, format_day, ngettext
from spasmlog.rules import (
    DISCLAIMER,
    Assessment,
    Counted,
    Evidence,
    Finding,
    Level,
    Receipt,
    Rule,
    Source,
    Threshold,
)
from spasmlog.views.cells import short_day

TRUSTED_DAYS = 120
"""Windows up to this long are asked when their entries were typed; of more it takes too long."""
MOST_DATES = 366
"""Dates of a receipt that is made from the evidence alone."""
PUT_OFF = timedelta(days=7)
"""How long "Later" holds."""


def level_of(finding: Finding) -> Level:
    """How urgent a rule that fires is."""
    return finding.verdict.level or Level.INFO


def title_of(finding: Finding) -> str:
    """What was found, or the name of the rule."""
    return finding.verdict.title or _(finding.rule.title)


def is_urgent(finding: Finding) -> bool:
    """Whether it can be neither put off nor folded away."""
    return level_of(finding) >= Level.PROMPT


def calling(assessment: Assessment) -> tuple[Finding, ...]:
    """What may call for attention from outside of its page: never information, nor quiet rules."""
    return tuple(
        each for each in assessment.shown if level_of(each) > Level.INFO and not each.rule.quietly
    )


def asks_questions(finding: Finding) -> bool:
    """Whether it rests on answers to the safety questions, not on days."""
    return finding.rule.counts is Counted.ANSWERS


def asks_anew(finding: Finding) -> bool:
    """Whether it asks, before all else, for an emergency question to be answered again."""
    return finding.rule.id == "R01" and level_of(finding) is Level.PROMPT


def when_to_go(finding: Finding) -> str:
    """What a signal asks for, in a few words beside its tag; as soon as its message says."""
    level = level_of(finding)
    if level is Level.PROMPT and finding.rule.id in _TODAY:
        return _("today")
    return {
        Level.EMERGENCY: _("do not wait for an appointment"),
        Level.PROMPT: _("within a day or two"),
        Level.ROUTINE: _("ordinary appointment"),
        Level.INFO: _("nothing to arrange"),
    }[level]


_TODAY = ("R01", "R16")


def basis(finding: Finding) -> str:
    """The rule's name, the days counted and missing, and that it is no diagnosis."""
    return _("{rule}: {counted} {disclaimer}").format(
        rule=_(finding.rule.title), counted=counted(finding), disclaimer=_(DISCLAIMER)
    )


def counted(finding: Finding) -> str:
    """ "80 days counted, 10 missing."; of questions that nobody has answered, just that."""
    verdict = finding.verdict
    if asks_questions(finding) and not verdict.days_counted:
        return _("not asked yet.")
    days = ngettext("{n} day counted", "{n} days counted", verdict.days_counted)
    return _("{days}, {missing} missing.").format(days=days, missing=verdict.days_missing)


def days_behind(finding: Finding) -> str:
    """How much the verdict rests on, in a few words: "80 of 90 days logged"."""
    verdict = finding.verdict
    return finding.rule.counts.words(verdict.days_counted, verdict.days_missing)


def behind(finding: Finding, diary: Diary) -> tuple[str, ...]:
    """All that is known of what the verdict rests on, a sentence each."""
    first = _sentence(days_behind(finding))
    rest = (*_typed(finding, diary), *_left_out(finding), *_remarks(finding, diary.today))
    return (first, *rest)


def _typed(finding: Finding, diary: Diary) -> Iterable[str]:
    """When the logged days were typed, and the longest gap between them."""
    verdict = finding.verdict
    period = Period(verdict.first, verdict.last)
    read = diary.full_from is None or verdict.first >= diary.full_from
    by_days = finding.rule.counts is Counted.LOGGED
    if not (by_days and read and period.days <= TRUSTED_DAYS):
        return
    known = trust(diary, period)
    if known is None or not known.logged:
        return
    yield _("{n} of them typed the same day.").format(n=known.same_day)
    if known.gap is not None:
        yield ngettext("Longest gap {n} day.", "Longest gap {n} days.", known.gap.days)


def _left_out(finding: Finding) -> Iterable[str]:
    for reason, many in Counter(each.reason for each in finding.verdict.left_out).items():
        text = ngettext("{n} entry left out: {why}.", "{n} entries left out: {why}.", many)
        yield text.format(why=reason.label)


def _remarks(finding: Finding, today: date) -> Iterable[str]:
    """What the evidence says of days without records."""
    for each in finding.verdict.evidence:
        if not each.records:
            yield _("{day}: {fact}.").format(day=short_day(each.day, today), fact=each.fact)


def switches_off(finding: Finding) -> str:
    """What would end the signal, and when at the earliest."""
    verdict = finding.verdict
    if verdict.not_before is None:
        return verdict.switches_off
    earliest = _("Not before {day}.").format(day=format_day(verdict.not_before))
    return f"{verdict.switches_off} {earliest}"


def numbers_from(rule: Rule) -> tuple[str, ...]:
    """Every number of a rule by where it comes from: published, adapted or our own choice."""
    groups: dict[str, list[str]] = {}
    for each in rule.thresholds:
        groups.setdefault(_origin(each), []).append(_number(each))
    if not groups:
        return tuple(_sentence(each.short) for each in rule.sources)
    pattern = _("{origin}: {numbers}.")
    return tuple(
        pattern.format(origin=origin, numbers="; ".join(numbers))
        for origin, numbers in groups.items()
    )


def _origin(threshold: Threshold) -> str:
    standing = threshold.standing.label
    if threshold.source is None:
        return standing[:1].upper() + standing[1:]
    return _("{source}, {standing}").format(source=threshold.source.short, standing=standing)


def _number(threshold: Threshold) -> str:
    """ "relief, at least 2 points" """
    name = _(threshold.name)
    unit = f" {_(threshold.unit)}" if threshold.unit else ""
    return f"{name[:1].lower()}{name[1:]} {threshold.value}{unit}"


def sources_of(rule: Rule) -> str:
    """The publications in full."""
    listed = "; ".join(map(_publication, rule.sources))
    return _("Sources: {sources}.").format(sources=listed)


def _publication(source: Source) -> str:
    return source.text if source.year is None else f"{source.text}, {source.year}"


def dated(finding: Finding) -> tuple[Evidence, ...]:
    """The evidence that rests on entries, newest first."""
    found = (each for each in finding.verdict.evidence if each.records)
    return tuple(sorted(found, key=lambda each: each.day, reverse=True))


def receipt_of(finding: Finding) -> Receipt:
    """The table behind it; for a rule that has none of its own its evidence, a line each."""
    if finding.verdict.receipt is not None:
        return finding.verdict.receipt
    rows = ((each.day, each.fact) for each in dated(finding)[:MOST_DATES])
    return Receipt((_("Day"), _("What you logged")), tuple(rows))


def last_note(diary: Diary, rule: str, what: SignalAnswer) -> date | None:
    """The day on which a signal was last answered like this."""
    days = (
        each.day for each in diary.of_kind(SignalNote) if (each.rule, each.what) == (rule, what)
    )
    return max(days, default=None)


def answered(
    diary: Diary, finding: Finding, fired_before: Mapping[str, Level] | None = None
) -> tuple[str, bool]:
    """What the person did about it, and whether that puts it away: never what is urgent.

    What was shown to a doctor counts as shown until the signal rests mostly on days since then.
    What fires anew comes back; `fired_before` are the rules that fired the day before.
    """
    rule, today = finding.rule.id, diary.today
    shown = last_note(diary, rule, SignalAnswer.SHOWN_TO_DOCTOR)
    later = last_note(diary, rule, SignalAnswer.LATER)
    if later is not None and today - later < PUT_OFF and (shown is None or later > shown):
        if _came_back(diary, finding, later, fired_before):
            day = short_day(later, today)
            return _("Put off on {day}, and it began again or grew since.").format(day=day), False
        until = short_day(later + PUT_OFF, today)
        return _("Put off until {day}.").format(day=until), not is_urgent(finding)
    if shown is None:
        called = last_note(diary, rule, SignalAnswer.CALLED)
        text = _("You noted on {day} that you called for help.")
        return "" if called is None else text.format(day=short_day(called, today)), False
    day = short_day(shown, today)
    if _came_back(diary, finding, shown, fired_before):
        text = _("Shown to a doctor on {day}; it began again or grew since.")
        return text.format(day=day), False
    if _rests_on_days_since(shown, finding):
        return _("Shown to a doctor on {day}, before most of these days.").format(day=day), False
    return _("Shown to a doctor on {day}.").format(day=day), not is_urgent(finding)


def _rests_on_days_since(noted: date, finding: Finding) -> bool:
    """Whether more than half of its days are later; one old day, such as the onset, is not all."""
    days = [each.day for each in dated(finding)]
    return not days or days[len(days) // 2] > noted


def fires_anew(finding: Finding, fired_before: Mapping[str, Level] | None) -> bool:
    """Whether it was silent or less urgent the day before, as far as that is known."""
    return fired_before is not None and level_of(finding) > fired_before.get(finding.rule.id, 0)


def _came_back(
    diary: Diary, finding: Finding, noted: date, fired_before: Mapping[str, Level] | None
) -> bool:
    """Whether it fired anew since it was put away.

    A signal that is put away is noted as seen only once it has come back.
    """
    if noted < diary.today and fires_anew(finding, fired_before):
        return True
    seen = last_note(diary, finding.rule.id, SignalAnswer.SEEN)
    return seen is not None and seen > noted


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
