"""An assessment as plain data, for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spasmlog.rules.base import Assessment, Verdict


def to_json(assessment: Assessment, *, personal: bool = True) -> dict[str, Any]:
    """The names and shapes that other programs rely on; dates are ISO, in `lacking` too.

    `personal` is whether personal patterns are looked for; where they are not, it says so.
    """
    highest = assessment.highest_level
    return {
        "as_of": assessment.as_of.isoformat(),
        "highest_level": highest.word if highest else None,
        "rules": {
            each.rule.id: _verdict_json(each.verdict)
            for each in sorted(assessment.findings, key=lambda each: each.rule.id)
        },
        **({} if personal else {"personal_patterns": "off"}),
    }


def _verdict_json(verdict: Verdict) -> Mapping[str, Any]:
    return {
        "verdict": verdict.outcome.value,
        "level": verdict.level.word if verdict.level else None,
        "from": verdict.first.isoformat(),
        "to": verdict.last.isoformat(),
        "days_counted": verdict.days_counted,
        "days_missing": verdict.days_missing,
        "evidence": [
            {"day": each.day.isoformat(), "records": sorted(each.records), "fact": each.fact}
            for each in verdict.evidence
        ],
        "left_out": [
            {"record": each.record, "reason": each.reason.value}
            for each in sorted(verdict.left_out)
        ],
        "lacking": "; ".join(each.words() for each in verdict.lacking) or None,
        "measures": dict(verdict.measures),
    }
