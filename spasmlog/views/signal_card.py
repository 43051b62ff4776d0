"""The one signal that Today shows, and when it leaves it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import EMERGENCY_SIGNS, SignalAnswer
from spasmlog.i18n import _
from spasmlog.rules import Assessment, Finding, Level
from spasmlog.rules.signs import WORDS, standing_answers
from spasmlog.views.findings import (
    answered,
    asks_anew,
    basis,
    fires_anew,
    is_urgent,
    last_note,
    level_of,
    title_of,
)

AGAIN = timedelta(days=14)
"""How long a message that was seen is not repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalView:
    """A signal in short. `note_seen`: the program has not yet noted today that it was shown.

    `questions` are those to be answered again, where that is what it asks for.
    """

    rule: str
    level: str
    label: str
    title: str
    message: str
    basis: str
    can_wait: bool
    note_seen: bool
    questions: tuple[str, ...] = ()


def signal_view(
    diary: Diary,
    assessment: Assessment | None,
    fired_before: Mapping[str, Level] | None = None,
) -> SignalView | None:
    """The highest that is due.

    `fired_before` is how urgent each rule was that fired as of the day before, None where that is
    not worked out.
    """
    if assessment is None:
        return None
    for finding in assessment.shown:
        if _due(finding, diary, fired_before):
            return _view(finding, diary)
    return None


def _due(finding: Finding, diary: Diary, fired_before: Mapping[str, Level] | None) -> bool:
    """Urgent ones always; others for a day each fortnight, and when they fire anew."""
    if is_urgent(finding):
        return True
    _note, put_away = answered(diary, finding, fired_before)
    if put_away:
        return False
    rule, today = finding.rule.id, diary.today
    seen = last_note(diary, rule, SignalAnswer.SEEN)
    if seen is None or seen == today or today - seen >= AGAIN:
        return True
    return fires_anew(finding, fired_before)


def _view(finding: Finding, diary: Diary) -> SignalView:
    level = level_of(finding)
    return SignalView(
        rule=finding.rule.id,
        level=level.word,
        label=level.label,
        title=title_of(finding),
        message=finding.verdict.message,
        basis=basis(finding),
        can_wait=not is_urgent(finding),
        note_seen=last_note(diary, finding.rule.id, SignalAnswer.SEEN) != diary.today,
        questions=_questions(diary) if asks_anew(finding) else (),
    )


def _questions(diary: Diary) -> tuple[str, ...]:
    standing = standing_answers(diary, EMERGENCY_SIGNS)
    return tuple(_(WORDS[sign].question) for sign in standing)
