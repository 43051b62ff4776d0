"""The box of signals: each that fired with its dates and numbers, and the safety answers first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_day
from spasmlog.report.blocks import Options, SignalNote, Signals
from spasmlog.report.safety import asks, safety_answers
from spasmlog.report.sections import Section
from spasmlog.report.silent import lacking, no_match, switched_off
from spasmlog.report.written import short_day, short_span, span, typed
from spasmlog.rules import (
    Assessment,
    Finding,
    Level,
    Receipt,
    Rule,
    Standing,
    Verdict,
)

MOST_SPANS = 5
MOST_IN_FULL = 2
"""With more signals than this, what each rule looks for stands with its entries alone."""
MOST_NOTES = 4
"""So many signals the first page tells in full, whatever their level."""
TWO = 2
"""Dates in a row that tell from when to when."""
MOST_DAYS = 4
MOST_FACTS = 5


def signals(
    diary: Diary,
    period: Period,
    options: Options,
    assessment: Assessment,
    since: Mapping[str, str],
    urgent: Sequence[Finding] = (),
) -> Signals:
    """What fired and since when, what was answered, and what could not be told.

    `urgent` is what cannot wait today, where the period ends before: it stands first.

    What a rule looks for, and what could not be told beside a signal, stand here only where no
    later page says it and the signals are few.
    """
    later = options.sections & {Section.METHOD, Section.RECEIPTS}
    fired = {each.rule.id: each for each in assessment.shown if not asks(each)}
    whole = [each for each in fired.values() if each.rule.part_of not in fired]
    in_full = len(whole) <= MOST_IN_FULL and not later
    notes = [_note(each, diary.today, fired, in_full) for each in whole]
    dated = [replace(each, since=since.get(each.rule, "")) for each in notes]
    dated = [*_today(diary.today, urgent, in_full=in_full), *dated]
    levels = {each.rule.id: _level_of(each) for each in (*fired.values(), *urgent)}
    safety = safety_answers(diary, period, assessment)
    any_fired = bool(dated or safety.yes or safety.unsure)
    return Signals(
        safety=safety,
        notes=_short_enough(dated, levels, behind=Section.RECEIPTS in later),
        title=_("Not enough entries") if notes else _("Signals"),
        none="" if any_fired else no_match(personal=options.personal),
        lacking="" if notes and not in_full else lacking(assessment),
        off_title="" if options.personal else _("Personal patterns"),
        off="" if options.personal else switched_off(),
    )


def _today(today: date, urgent: Sequence[Finding], *, in_full: bool) -> list[SignalNote]:
    notes = [_note(each, today, {}, in_full) for each in urgent if not asks(each)]
    day = _("As of {day}, after these days.").format(day=format_day(today))
    return [replace(each, since=day) for each in notes]


def _short_enough(
    notes: list[SignalNote], levels: Mapping[str, Level], *, behind: bool
) -> tuple[SignalNote, ...]:
    """Where they are many, those with nothing to arrange are only named.

    `behind`: whether the entries behind them follow on a later page.
    """
    info = [each for each in notes if levels[each.rule] is Level.INFO]
    if len(notes) <= MOST_NOTES or len(info) < TWO:
        return tuple(notes)
    named = SignalNote(
        rule="",
        level="",
        title=Level.INFO.label,
        data=tuple(" ".join(filter(None, (f"{each.title}.", each.since))) for each in info),
        basis=_("The entries behind them stand on a later page.") if behind else "",
    )
    return (*(each for each in notes if each not in info), named)


def _level_of(finding: Finding) -> Level:
    """How urgent a rule that fires is."""
    return finding.verdict.level or Level.INFO


def _note(finding: Finding, today: date, fired: Mapping[str, Finding], in_full: bool) -> SignalNote:
    rule, verdict = finding.rule, finding.verdict
    parts = [each for each in fired.values() if each.rule.part_of == rule.id]
    also = [_("{title} ({id}).").format(title=_title(each), id=each.rule.id) for each in parts]
    return SignalNote(
        rule=rule.id,
        level=_level(verdict.level),
        title=typed(_title(finding), 140),
        data=tuple(typed(each, 240) for each in (*_data(verdict, today), *also)),
        basis=_basis(finding, in_full),
    )


def _title(finding: Finding) -> str:
    return finding.verdict.title or _(finding.rule.title)


def _data(verdict: Verdict, today: date) -> tuple[str, ...]:
    """The figures in a sentence, else from when to when, else each day with its facts."""
    if verdict.summary:
        return (verdict.summary.replace("{first}", format_day(verdict.first)),)
    spans = _spans(verdict.receipt, today) if verdict.receipt else ""
    return (spans,) if spans else _days_and_facts(verdict, today)


def _spans(receipt: Receipt, today: date) -> str:
    """Of a table with two columns of dates: from the one to the other, oldest first."""
    dated = [[cell for cell in row if isinstance(cell, date)] for row in reversed(receipt.rows)]
    spans = [short_span(row[0], row[1], today) for row in dated if len(row) == TWO]
    if not spans:
        return ""
    first, second = _headings_of_dates(receipt)
    what = _("{first}, {second}").format(first=first, second=second.lower())
    if len(spans) > MOST_SPANS:
        said = _("{what}, the latest {n}: {spans}.")
        latest = ", ".join(spans[-MOST_SPANS:])
        return said.format(what=what, n=MOST_SPANS, spans=latest)
    return _("{what}: {spans}.").format(what=what, spans=", ".join(spans))


def _headings_of_dates(receipt: Receipt) -> list[str]:
    row = next(r for r in receipt.rows if sum(isinstance(cell, date) for cell in r) == TWO)
    pairs = zip(receipt.headings, row, strict=True)
    return [heading for heading, cell in pairs if isinstance(cell, date)]


def _level(level: Level | None) -> str:
    """Only what is more than an ordinary visit is said."""
    return level.label if level is not None and level >= Level.PROMPT else ""


def _basis(finding: Finding, in_full: bool) -> str:
    """The rule in a sentence, how many days were logged, and where its numbers come from.

    The sentence stands on a later page too, with the entries, and here only while there is room.
    """
    rule, verdict = finding.rule, finding.verdict
    sentence = _("{id}: {sentence}").format(id=rule.id, sentence=_(rule.looks_for))
    parts = [sentence if in_full else f"{rule.id}."]
    if verdict.days_missing:
        days = verdict.days_counted + verdict.days_missing
        parts.append(_("{n} of {m} days logged.").format(n=verdict.days_counted, m=days))
    parts.append(_sources(rule))
    return " ".join(each for each in parts if each)


def _sources(rule: Rule) -> str:
    """The publications behind the numbers, and that some are our own where that is so."""
    shorts = dict.fromkeys(each.source.short for each in rule.thresholds if each.source)
    named = ", ".join(shorts or dict.fromkeys(each.short for each in rule.sources))
    ours = any(each.standing is Standing.OURS for each in rule.thresholds)
    if not ours:
        return f"{named}." if named else ""
    return _("{names}; the rest our choice.").format(names=named)


def _days_and_facts(verdict: Verdict, today: date) -> tuple[str, ...]:
    """Any rule: a line a day, newest first, or the days as a span where they are many."""
    facts: dict[date, list[str]] = {}
    for each in sorted(verdict.evidence, key=lambda each: each.day, reverse=True):
        facts.setdefault(each.day, []).append(each.fact)
    if len(facts) > MOST_DAYS:
        return (_("{n} days, {span}.").format(n=len(facts), span=span(min(facts), max(facts))),)
    return tuple(
        _("{day}: {facts}.").format(day=short_day(day, today), facts=_first_few(listed))
        for day, listed in facts.items()
    )


def _first_few(facts: Sequence[str]) -> str:
    shown = "; ".join(facts[:MOST_FACTS])
    more = len(facts) - MOST_FACTS
    return _("{facts} and {n} more").format(facts=shown, n=more) if more > 0 else shown
