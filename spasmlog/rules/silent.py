"""What is said of rules that do not fire: none of them comforts, and some looked at nothing."""

from __future__ import annotations

from spasmlog.i18n import N_, _
from spasmlog.rules.base import NO_MATCH, Assessment, Counted, Finding

NO_MATCH_ON = N_(
    "No rule that is switched on matched. That does not mean that nothing is wrong; if you are "
    "worried, ask."
)
NO_COMFORT = N_("No match does not mean that nothing is wrong. If you are worried, ask.")


def no_match(*, personal: bool) -> str:
    """Said where nothing fires; with personal patterns off only of the rules that are on."""
    return _(NO_MATCH) if personal else _(NO_MATCH_ON)


def not_asked(assessment: Assessment) -> tuple[Finding, ...]:
    """The rules that rest on answers and have none: they looked at nothing."""
    return tuple(each for each in assessment.quiet if _looked_at_nothing(each))


def looked_at(assessment: Assessment) -> tuple[Finding, ...]:
    """The rules that had something to look at and did not match."""
    return tuple(each for each in assessment.quiet if not _looked_at_nothing(each))


def _looked_at_nothing(finding: Finding) -> bool:
    return finding.rule.counts is Counted.ANSWERS and not finding.verdict.days_counted
