"""An assessment as plain lines: what fired with its dates, what is lacking, what did not match."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from spasmlog.i18n import _, format_day, ngettext
from spasmlog.rules import DISCLAIMER, NO_MATCH, Assessment, Evidence, Finding
from spasmlog.views.findings import counted, dated, level_of, switches_off, title_of

MOST_DATES = 14
"""So many dates of one fact are listed; of more, the first and the last."""


def lines(assessment: Assessment) -> list[str]:
    """The whole of it, most urgent first."""
    said = [_("As of {day}").format(day=format_day(assessment.as_of)), ""]
    for finding in assessment.fired:
        said += [*_fired(finding), ""]
    if not assessment.fired:
        said += [_(NO_MATCH), ""]
    said += _part(_("Not enough entries to tell:"), map(_lacking, assessment.insufficient))
    said += _part(_("Looked at, no match:"), map(_named, assessment.quiet))
    return [*said, _(DISCLAIMER)]


def _part(heading: str, listed: Iterable[str]) -> list[str]:
    found = [f"  {each}" for each in listed]
    return [heading, *found, ""] if found else []


def _fired(finding: Finding) -> Iterator[str]:
    label = level_of(finding).label
    yield _("{level}: {title}").format(level=label, title=title_of(finding))
    yield f"  {finding.verdict.message}"
    yield from (f"  {each}" for each in _dates(dated(finding)))
    if finding.rule.limits:
        yield f"  {_(finding.rule.limits)}"
    off = _("What would switch it off: {what}").format(what=switches_off(finding))
    yield from (f"  {each}" for each in (off, _named(finding)))


def _dates(evidence: Iterable[Evidence]) -> Iterator[str]:
    """A line for each fact with its days, newest first."""
    facts: dict[str, list[date]] = {}
    for each in evidence:
        facts.setdefault(each.fact, []).append(each.day)
    pattern = _("{days}: {fact}")
    return (pattern.format(days=_days(days), fact=fact) for fact, days in facts.items())


def _days(days: list[date]) -> str:
    if len(days) <= MOST_DATES:
        return ", ".join(map(format_day, days))
    text = ngettext("{n} day from {first} to {last}", "{n} days from {first} to {last}", len(days))
    return text.format(first=format_day(min(days)), last=format_day(max(days)))


def _lacking(finding: Finding) -> str:
    lacks = "; ".join(each.words(format_day) for each in finding.verdict.lacking)
    return _("{rule} What is missing: {lacks}.").format(rule=_named(finding), lacks=lacks)


def _named(finding: Finding) -> str:
    return _("{title} ({id}): {counted}").format(
        title=_(finding.rule.title), id=finding.rule.id, counted=counted(finding)
    )
