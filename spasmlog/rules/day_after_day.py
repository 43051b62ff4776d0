"""The rules run on each of many days, where an answer that must stand is not asked for again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from spasmlog.domain.diary import Diary, links_of
from spasmlog.domain.past import PastDay, day_by_day
from spasmlog.domain.records import Answer, Episode, Record, TreatmentUse
from spasmlog.rules.base import Outcome, Rule, Verdict


def _is_answer(record: Record) -> bool:
    return isinstance(record, Answer)


def _is_dose_or_spasm(record: Record) -> bool:
    """A spasm too: its end, once known, makes logged days of those that a run stepped over."""
    return isinstance(record, TreatmentUse | Episode)


def _is_about_spasms(record: Record) -> bool:
    return isinstance(record, Episode) or bool(links_of(record))


MATTERS: Mapping[str, Callable[[Record], bool]] = {
    **dict.fromkeys(("R01", "R02", "R03"), _is_answer),
    **dict.fromkeys(("R08", "R09", "R10"), _is_about_spasms),
    **dict.fromkeys(("R14", "R16", "R17"), _is_dose_or_spasm),
}
"""What alone can make these rules fire. Until such a record comes, a no stays a no; and where the
rule tells when it may fall silent, it fires until then. Other rules are run on every day."""


def day_after_day(
    diary: Diary, rules: Iterable[Rule], first: date, last: date
) -> Iterator[tuple[date, Mapping[str, Verdict]]]:
    """Each day with what the rules answer as of it; but days and words may be those of before.

    The outcomes and levels are those of `assess(diary.as_of(day))`. The mapping is good until the
    next day is asked for. Rules named in `after` must be among `rules`.
    """
    ordered = sorted(rules, key=lambda each: bool(each.after))
    said: dict[str, Verdict] = {}
    for day in day_by_day(diary, first, last):
        for rule in ordered:
            if rule.id not in said or not _stands(rule, said[rule.id], day):
                said[rule.id] = rule.check(day.known, *(said[each] for each in rule.after))
        yield day.known.today, said


def _stands(rule: Rule, said: Verdict, day: PastDay) -> bool:
    """Whether what a rule said on the day before must be what it says on this one."""
    matters = MATTERS.get(rule.id)
    if matters is None or any(map(matters, day.came)):
        return False
    if said.fired:
        return said.not_before is not None and day.known.today < said.not_before
    return said.outcome is Outcome.NO
