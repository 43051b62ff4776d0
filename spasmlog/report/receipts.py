"""The entries behind each signal that fired, as tables for the pages after the first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from spasmlog.i18n import _, format_clock, format_day, format_number
from spasmlog.report.detail_blocks import Receipts, SignalReceipt
from spasmlog.report.written import short_day, typed
from spasmlog.rules import DISCLAIMER, Assessment, Cell, Finding, Level, Receipt

MOST_ROWS = 12
"""So many rows of one receipt are printed, the newest; of the others it is said how many."""
LONGEST = 120


def receipts(assessment: Assessment) -> Receipts | None:
    """Of every rule that fired, most urgent first; None where nothing did."""
    if not assessment.shown:
        return None
    return Receipts(
        title=_("The entries behind the signals"),
        signals=tuple(_receipt(each, assessment.as_of) for each in assessment.shown),
        note=_("{disclaimer} A rule without a match does not mean that nothing is wrong.").format(
            disclaimer=_(DISCLAIMER)
        ),
    )


def _receipt(finding: Finding, today: date) -> SignalReceipt:
    verdict = finding.verdict
    table = verdict.receipt or _from_evidence(finding)
    more = len(table.rows) - MOST_ROWS
    return SignalReceipt(
        title=typed(verdict.title or _(finding.rule.title), 140),
        level=(verdict.level or Level.INFO).label,
        headings=table.headings,
        rows=tuple(tuple(_text(cell, today) for cell in row) for row in table.rows[:MOST_ROWS]),
        more=_("and {n} more").format(n=more) if more > 0 else "",
        facts=tuple(_facts(finding)),
    )


def _from_evidence(finding: Finding) -> Receipt:
    """For a rule without a table of its own: a line a day, newest first."""
    dated = (each for each in finding.verdict.evidence if each.records)
    newest = sorted(dated, key=lambda each: each.day, reverse=True)
    rows = tuple((each.day, each.fact) for each in newest)
    return Receipt((_("Day"), _("What was logged")), rows)


def _text(cell: Cell, today: date) -> str:
    if isinstance(cell, date):
        return short_day(cell, today)
    if isinstance(cell, time):
        return format_clock(cell)
    return typed(cell, LONGEST) if isinstance(cell, str) else format_number(cell)


def _facts(finding: Finding) -> Iterator[str]:
    """The rule, the days behind it, its numbers with where they come from, and its end."""
    rule, verdict = finding.rule, finding.verdict
    yield _("{id}, {name}: {sentence}").format(
        id=rule.id, name=_(rule.title), sentence=_(rule.looks_for)
    )
    behind = rule.counts.words(verdict.days_counted, verdict.days_missing)
    yield _("Days behind it: {days}.").format(days=behind)
    if rule.thresholds:
        numbers = "; ".join(each.words for each in rule.thresholds)
        yield _("Its numbers: {numbers}.").format(numbers=numbers)
    else:
        named = ", ".join(each.short for each in rule.sources)
        yield _("Sources: {sources}.").format(sources=named)
    if verdict.switches_off:
        yield _("What would switch it off: {what}").format(what=verdict.switches_off)
    if verdict.not_before is not None:
        yield _("Not before {day}.").format(day=format_day(verdict.not_before))
