"""Since when the rules that fire have done so without a break: the rules run as of past days."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.rules.base import Assessment, Rule
from spasmlog.rules.day_after_day import day_after_day

SHORTEST_LOOK = timedelta(days=16)
"""So far back goes the first look; each further one goes as far again as all before it."""


@dataclass(frozen=True, slots=True)
class Since:
    """The first day of a time over which a rule has fired without a break.

    `or_before`: it fired on the earliest day that was looked at, so it may have begun before it.
    """

    day: date
    or_before: bool = False


def firing_since(
    diary: Diary, assessment: Assessment, no_earlier_than: date
) -> Mapping[str, Since]:
    """Since when each rule that fires has fired, by its id; looks back to `no_earlier_than`.

    The diary must be read whole; the assessment is of it, as of its own day or an earlier one.
    """
    since = {each.rule.id: assessment.as_of for each in assessment.fired}
    rules = {each.rule.id: each.rule for each in assessment.findings}
    last, open_ones = assessment.as_of, tuple(since)
    while open_ones and last > no_earlier_than:
        back = max(SHORTEST_LOOK, assessment.as_of - last)
        first = max(no_earlier_than, last - back)
        begun = _begun(diary, _with_those_before(rules, open_ones), first, last)
        since |= {rule: begun[rule] for rule in open_ones}
        open_ones = tuple(rule for rule in open_ones if begun[rule] == first)
        last = first
    return {rule: Since(day, or_before=rule in open_ones) for rule, day in since.items()}


def _begun(diary: Diary, rules: Sequence[Rule], first: date, last: date) -> Mapping[str, date]:
    """The day since which each has fired up to `last`; the day after, where it does not."""
    after = last + timedelta(days=1)
    begun = {each.id: after for each in rules}
    fires: dict[str, bool] = {}
    for day, said in day_after_day(diary, rules, first, last):
        for rule, verdict in said.items():
            if not verdict.fired:
                begun[rule] = after
            elif not fires.get(rule):
                begun[rule] = day
            fires[rule] = verdict.fired
    return begun


def _with_those_before(rules: Mapping[str, Rule], ids: Collection[str]) -> tuple[Rule, ...]:
    """The rules of these ids, and those whose verdicts they are handed."""
    needed = dict.fromkeys(other for each in ids for other in (each, *rules[each].after))
    return tuple(rules[each] for each in needed)
