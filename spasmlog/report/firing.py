"""Since when the signals fire, in words, found by looking back a while."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _
from spasmlog.report.written import short_day
from spasmlog.rules import Assessment
from spasmlog.rules.since import firing_since

LEAST_BACK, MOST_BACK = 90, 365
"""Days looked back: as many as the period has, but no fewer and no more than these."""


def since_words(diary: Diary, period: Period, assessment: Assessment) -> Mapping[str, str]:
    """Of each rule that fires, by its id: "Matched since 3 May."."""
    back = min(max(period.days, LEAST_BACK), MOST_BACK)
    earliest = assessment.as_of - timedelta(days=back - 1)
    found = firing_since(diary, assessment, earliest)
    before, since = _("Matched since before {day}."), _("Matched since {day}.")
    return {
        rule: (before if each.or_before else since).format(day=short_day(each.day, diary.today))
        for rule, each in found.items()
    }
