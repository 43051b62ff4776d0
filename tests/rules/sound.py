"""What holds for every verdict on every diary, however strange."""

from __future__ import annotations

import json
import re
from datetime import date, time
from math import isfinite

from spasmlog.domain.diary import Diary
from spasmlog.rules import RULES, Assessment, Outcome, Rule, Verdict, to_json

CELLS = (str, int, float, date, time)


def assert_sound(known: Diary, assessed: Assessment) -> None:
    """What holds for every verdict on every diary."""
    assert [each.rule for each in assessed.findings] == list(RULES)
    assert assessed.as_of == known.today
    later = frozenset(each.id for each in known.as_of(known.today).later)
    for each in assessed.findings:
        assert_verdict(known.today, each.rule, each.verdict)
        assert_records(known, later, each.verdict)
        assert_words(known, each.verdict)
    levels = [each.verdict.level for each in assessed.fired]
    assert levels == sorted(levels, key=lambda level: -(level or 0))
    assert assessed.highest_level == (levels[0] if levels else None)
    json.dumps(to_json(assessed), allow_nan=False)


def assert_verdict(today: date, rule: Rule, verdict: Verdict) -> None:
    assert verdict.first <= verdict.last == today
    length = (verdict.last - verdict.first).days + 1
    assert min(verdict.days_counted, verdict.days_missing) >= 0
    assert verdict.days_counted + verdict.days_missing <= length
    assert_fired(rule, verdict) if verdict.fired else assert_silent(verdict)
    assert all(isfinite(number) for _name, number in verdict.measures)
    assert len(dict(verdict.measures)) == len(verdict.measures)


def assert_fired(rule: Rule, verdict: Verdict) -> None:
    assert verdict.level in rule.levels
    assert all((verdict.title, verdict.message, verdict.evidence))
    assert verdict.switches_off.endswith(".")
    assert verdict.not_before is None or verdict.not_before > verdict.last
    assert verdict.receipt is not None
    assert verdict.receipt.rows


def assert_silent(verdict: Verdict) -> None:
    assert verdict.level is None
    assert verdict.not_before is None
    assert (verdict.title, verdict.message, verdict.switches_off) == ("", "", "")
    assert bool(verdict.lacking) is (verdict.outcome is Outcome.INSUFFICIENT)
    told = verdict.progress
    assert told is None or 0 <= told.have <= told.total
    assert told is None or told.have < told.needed <= told.total


def assert_records(known: Diary, later: frozenset[str], verdict: Verdict) -> None:
    """Evidence lies in the diary and not in the future, and nothing is named twice."""
    used = {record for each in verdict.evidence for record in each.records}
    left = {each.record for each in verdict.left_out}
    assert used | left <= known.by_id.keys()
    assert not used & later
    assert all(each.day <= known.today for each in verdict.evidence)
    assert len(set(verdict.left_out)) == len(verdict.left_out)
    assert all(len(set(each.records)) == len(each.records) for each in verdict.evidence)


def assert_words(known: Diary, verdict: Verdict) -> None:
    """No place is left to fill in a text, whatever the person's own names are."""
    names = [each.name for each in known.treatments]
    for text in _texts(verdict):
        for name in names:
            text = text.replace(name, "")
        assert not re.search(r"[{}]|\bNone\b", text), text


def _texts(verdict: Verdict) -> list[str]:
    texts = [verdict.title, verdict.message, verdict.switches_off]
    texts += [verdict.summary.replace("{first}", "")]
    texts += [each.fact for each in verdict.evidence]
    texts += [each.words() for each in verdict.lacking]
    if verdict.receipt is not None:
        assert {len(row) for row in verdict.receipt.rows} == {len(verdict.receipt.headings)}
        cells = [cell for row in verdict.receipt.rows for cell in row]
        assert all(isinstance(cell, CELLS) for cell in cells)
        texts += [*verdict.receipt.headings, *(cell for cell in cells if isinstance(cell, str))]
    return texts
