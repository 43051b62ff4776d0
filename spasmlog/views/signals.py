"""What the Signals page shows: what fired with its receipts, and what could not be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import SignalAnswer
from spasmlog.i18n import _
from spasmlog.rules import Assessment, Finding, Level, Progress
from spasmlog.rules.silent import looked_at, no_match, not_asked
from spasmlog.views.asked import Asked, asked_view
from spasmlog.views.begun import first_day
from spasmlog.views.cells import Cells, DayLink, day_link, receipt_cells, short_day
from spasmlog.views.findings import (
    answered,
    asks_anew,
    asks_questions,
    basis,
    behind,
    days_behind,
    is_urgent,
    last_note,
    level_of,
    numbers_from,
    receipt_of,
    sources_of,
    switches_off,
    title_of,
    when_to_go,
)
from spasmlog.views.patterns import PatternsOff, patterns_off
from spasmlog.views.signal_history import PastAsked, past_asked

MOST_LACKS, MOST_DAYS = 5, 12
"""So much of what one rule lacks is named; of the rest it is said how much it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One of the four facts below the receipts, a paragraph each."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A rule that fires. `note` is what was done about it; `folded` whether that puts it away."""

    rule: str
    level: str
    label: str
    when: str
    title: str
    message: str
    meaning: str
    receipt: Cells
    facts: tuple[Fact, ...]
    considers: str
    sources: str
    basis: str
    note: str
    folded: bool
    can_wait: bool
    asks: bool
    """Whether it rests on the safety questions, so that they can be answered again."""
    asks_anew: bool
    """Whether that comes before everything else that can be done about it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Shares of the days (0 to 1): those there are, and those that would decide, in words too."""

    have: float
    needed: float
    begin: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A rule that could not be decided; `days` are those whose entries would decide it.

    Where a number of days is missing, whichever they are, a bar says so and no day is named.
    """

    rule: str
    title: str
    missing: str
    days: tuple[DayLink, ...]
    bar: Bar | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A rule that was looked at and did not match."""

    rule: str
    title: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalsView:
    """`open` is the rule whose card is open at first; `none` is said where nothing fired.

    `info` are the signals with nothing to arrange that stand beside, in short; `lacking` begins
    with what is nearest to being decided. `seen` are the signals that are on the screen and may
    be put off, as far as today has no note of it yet. `not_asked` names the rules that rest on
    answers and have none. `off` stands where personal patterns do not. `past` is what the past
    days are looked at with, once all of them are read.
    """

    open: str
    signals: tuple[Signal, ...]
    none: str
    info: tuple[Signal, ...]
    lacking: tuple[Lacking, ...]
    quiet: tuple[Quiet, ...]
    not_asked: tuple[str, ...]
    asked: Asked
    seen: tuple[str, ...]
    off: PatternsOff | None
    past: PastAsked | None


def signals_view(
    diary: Diary,
    assessment: Assessment,
    rule: str | None = None,
    *,
    fired_before: Mapping[str, Level] | None = None,
    personal: bool = True,
) -> SignalsView:
    """The page, with the card of `rule` open, else the first that nothing was done about.

    `fired_before` is how urgent each rule was that fired as of the day before, None where that is
    not worked out; `personal` is whether personal patterns are looked for.
    """
    main, beside = _columns(assessment.shown, rule)
    signals = tuple(_signal(each, diary, fired_before) for each in main)
    opened = _opened(signals, rule)
    on_screen = [each for each in main if each.rule.id == opened] + beside
    return SignalsView(
        open=opened,
        signals=signals,
        none="" if main else no_match(personal=personal),
        info=tuple(_signal(each, diary, fired_before) for each in beside),
        lacking=tuple(_lacking(each, diary) for each in _nearest_first(assessment.insufficient)),
        quiet=tuple(map(_quiet, looked_at(assessment))),
        not_asked=tuple(_(each.rule.title) for each in not_asked(assessment)),
        asked=asked_view(diary),
        seen=_seen(on_screen, diary, fired_before),
        off=None if personal else patterns_off(diary),
        past=past_asked(diary, personal=personal),
    )


def _columns(fired: Sequence[Finding], rule: str | None) -> tuple[list[Finding], list[Finding]]:
    """What stands in the main column, and what has nothing to arrange and stands beside it."""
    main = [each for each in fired if level_of(each) > Level.INFO or each.rule.id == rule]
    shown = {each.rule.id for each in main or fired}
    return main or list(fired), [each for each in fired if each.rule.id not in shown]


def _opened(signals: Sequence[Signal], rule: str | None) -> str:
    """The one asked for, else the first that nothing was done about."""
    wanted = (each.rule for each in signals if each.rule == rule)
    waiting = (each.rule for each in signals if not each.folded)
    return next(chain(wanted, waiting), "")


def _seen(
    on_screen: Sequence[Finding], diary: Diary, fired_before: Mapping[str, Level] | None
) -> tuple[str, ...]:
    """What was put away and is opened again all the same needs no note."""
    waits = (each for each in on_screen if not is_urgent(each))
    rules = (each.rule.id for each in waits if not answered(diary, each, fired_before)[1])
    return tuple(r for r in rules if last_note(diary, r, SignalAnswer.SEEN) != diary.today)


def _signal(finding: Finding, diary: Diary, fired_before: Mapping[str, Level] | None) -> Signal:
    rule, level = finding.rule, level_of(finding)
    note, folded = answered(diary, finding, fired_before)
    return Signal(
        rule=rule.id,
        level=level.word,
        label=level.label,
        when=when_to_go(finding),
        title=title_of(finding),
        message=finding.verdict.message,
        meaning=_meaning(finding),
        receipt=receipt_cells(receipt_of(finding), diary.today),
        facts=_facts(finding, diary),
        considers=_(rule.considers) if rule.considers else "",
        sources=sources_of(rule),
        basis=basis(finding),
        note=note,
        folded=folded,
        can_wait=not is_urgent(finding),
        asks=asks_questions(finding),
        asks_anew=asks_anew(finding),
    )


def _meaning(finding: Finding) -> str:
    """What a match does not say, and what the rule cannot see."""
    limits = _(finding.rule.limits) if finding.rule.limits else ""
    if is_urgent(finding):
        return limits
    pattern = _("A match says that your entries fit a pattern, not what is behind it.")
    return f"{pattern} {limits}".strip()


def _facts(finding: Finding, diary: Diary) -> tuple[Fact, ...]:
    """The rule, its numbers, the days behind it, and what would switch it off."""
    return (
        Fact(heading=_("The rule"), lines=(_(finding.rule.looks_for),)),
        Fact(heading=_("Where the numbers come from"), lines=numbers_from(finding.rule)),
        Fact(heading=_("Days behind it"), lines=(" ".join(behind(finding, diary)),)),
        Fact(heading=_("What would switch it off"), lines=(switches_off(finding),)),
    )


def _nearest_first(findings: Sequence[Finding]) -> list[Finding]:
    """What lacks least of its days first; then what does not count days, in its own order."""
    return sorted(findings, key=_still_to_go)


def _still_to_go(finding: Finding) -> float:
    progress = finding.verdict.progress
    return 1.0 if progress is None else 1 - progress.have / max(progress.needed, 1)


def _lacking(finding: Finding, diary: Diary) -> Lacking:
    verdict = finding.verdict
    said = [each.words(lambda day: short_day(day, diary.today)) for each in verdict.lacking]
    bar = _bar(finding)
    begun = first_day(diary) or diary.today
    named = (each.day for each in verdict.lacking if each.day is not None and each.day >= begun)
    days = tuple(dict.fromkeys(named)) if bar is None else ()
    if len(said) > MOST_LACKS:
        said = [*said[:MOST_LACKS], _("and {n} more").format(n=len(said) - MOST_LACKS)]
    return Lacking(
        rule=finding.rule.id,
        title=_(finding.rule.title),
        missing=_("What is missing: {lacks}.").format(lacks="; ".join(said)),
        days=tuple(day_link(each, diary.today) for each in days[:MOST_DAYS]),
        bar=bar,
        basis=basis(finding),
    )


def _bar(finding: Finding) -> Bar | None:
    """For a rule that waits for a number of days."""
    progress = finding.verdict.progress
    if progress is None or progress.total <= 0:
        return None
    return Bar(
        have=progress.have / progress.total,
        needed=progress.needed / progress.total,
        begin=_so_far(finding, progress),
        end=_("needed {needed} of {total}").format(needed=progress.needed, total=progress.total),
    )


def _so_far(finding: Finding, progress: Progress) -> str:
    """What the bar holds, where that may be less than all the days that are counted."""
    if progress.a_week is None:
        return finding.rule.counts.so_far(progress.have)
    return _("{n} used, {most} a week at most").format(n=progress.have, most=progress.a_week)


def _quiet(finding: Finding) -> Quiet:
    return Quiet(rule=finding.rule.id, title=_(finding.rule.title), days=days_behind(finding))
