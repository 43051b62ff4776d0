"""The one signal that Today shows, and when it leaves it out."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import SignalNote
from spasmlog.domain.scales import SignalAnswer
from spasmlog.i18n import _, ngettext
from spasmlog.rules import DISCLAIMER, Assessment, Finding, Level

AGAIN = timedelta(days=14)
PUT_OFF = timedelta(days=7)
TAGS = {
    Level.EMERGENCY: "emergency",
    Level.PROMPT: "prompt",
    Level.ROUTINE: "routine",
    Level.INFO: "info",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalView:
    """A signal in short. `note_seen`: the program has not yet noted today that it was shown."""

    rule: str
    level: str
    label: str
    title: str
    message: str
    basis: str
    can_wait: bool
    note_seen: bool


def signal_view(
    diary: Diary, assessment: Assessment | None, fired_before: Set[str] | None = None
) -> SignalView | None:
    """The highest that is due; `fired_before` are the rules that fired the day before, or None."""
    if assessment is None:
        return None
    for finding in assessment.fired:
        if _due(finding, diary, fired_before):
            return _view(finding, diary)
    return None


def _due(finding: Finding, diary: Diary, fired_before: Set[str] | None) -> bool:
    """Urgent ones always; others for a day each fortnight, and when they begin to fire."""
    if _is_urgent(finding):
        return True
    rule, today = finding.rule.id, diary.today
    later = _last(diary, rule, SignalAnswer.LATER)
    if later is not None and today - later < PUT_OFF:
        return False
    seen = _last(diary, rule, SignalAnswer.SEEN)
    if seen is None or seen == today or today - seen >= AGAIN:
        return True
    return fired_before is not None and rule not in fired_before


def _is_urgent(finding: Finding) -> bool:
    return (finding.verdict.level or Level.INFO) >= Level.PROMPT


def _last(diary: Diary, rule: str, what: SignalAnswer) -> date | None:
    days = [
        each.day for each in diary.of_kind(SignalNote) if (each.rule, each.what) == (rule, what)
    ]
    return max(days, default=None)


def _view(finding: Finding, diary: Diary) -> SignalView:
    verdict, rule = finding.verdict, finding.rule
    level = verdict.level or Level.INFO
    return SignalView(
        rule=rule.id,
        level=TAGS[level],
        label=level.label,
        title=verdict.title or _(rule.title),
        message=verdict.message,
        basis=_basis(finding),
        can_wait=not _is_urgent(finding),
        note_seen=_last(diary, rule.id, SignalAnswer.SEEN) != diary.today,
    )


def _basis(finding: Finding) -> str:
    """The rule's name and the days behind it, and that it is no diagnosis."""
    verdict = finding.verdict
    counted = ngettext("{n} day counted", "{n} days counted", verdict.days_counted)
    missing = _("{n} missing").format(n=verdict.days_missing)
    name = _("{rule}: {counted}, {missing}.")
    said = name.format(rule=_(finding.rule.title), counted=counted, missing=missing)
    return f"{said} {_(DISCLAIMER)}"
