"""What the Signals page shows: what fired with its receipts, and what could not be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import SignalAnswer
from spasmlog.i18n import _, ngettext
from spasmlog.rules import NO_MATCH, Assessment, Cell, Evidence, Finding, Level, Receipt
from spasmlog.rules.spell import LOGGED
from spasmlog.views.asked import Asked, asked_view
from spasmlog.views.cells import Cells, DayLink, day_link, receipt_cells, short_day
from spasmlog.views.findings import (
    ANSWER_RULES,
    answered,
    basis,
    behind,
    dated,
    days_behind,
    is_urgent,
    last_note,
    level_of,
    numbers_from,
    sources_of,
    switches_off,
    title_of,
    when_to_go,
)

MOST_DATES = 40
"""Dates of a receipt that is made from the evidence alone."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Logged days, and how many of `total` would decide; with the words at both ends."""

    logged: int
    needed: int
    total: int
    begin: str
    end: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """A rule that could not be decided; `days` are those whose entries would decide it."""

    rule: str
    title: str
    missing: str
    days: tuple[DayLink, ...]
    progress: Progress | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A rule that was looked at and did not match."""

    title: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalsView:
    """`open` is the rule whose card is open at first; `none` is said where nothing fired.

    `info` are the signals with nothing to arrange that stand beside, in short. `seen` are the
    signals that are on the screen and may be put off, as far as today has no note of it yet.
    """

    open: str
    signals: tuple[Signal, ...]
    none: str
    info: tuple[Signal, ...]
    lacking: tuple[Lacking, ...]
    quiet: tuple[Quiet, ...]
    asked: Asked
    seen: tuple[str, ...]


def signals_view(diary: Diary, assessment: Assessment, rule: str | None = None) -> SignalsView:
    """The page, with the card of `rule` open, else the first that nothing was done about."""
    fired = {each.rule.id: each for each in assessment.fired}
    asked_for = rule if rule in fired else ""
    main = [
        each for each in fired.values() if level_of(each) > Level.INFO or each.rule.id == asked_for
    ] or list(fired.values())
    shown = {each.rule.id for each in main}
    signals = tuple(_signal(each, diary) for each in main)
    opened = asked_for or next((each.rule for each in signals if not each.folded), "")
    beside = [each for name, each in fired.items() if name not in shown]
    on_screen = [each for each in main if each.rule.id == opened] + beside
    return SignalsView(
        open=opened,
        signals=signals,
        none="" if fired else _(NO_MATCH),
        info=tuple(_signal(each, diary) for each in beside),
        lacking=tuple(_lacking(each, diary) for each in assessment.insufficient),
        quiet=tuple(map(_quiet, assessment.quiet)),
        asked=asked_view(diary),
        seen=_seen(on_screen, diary),
    )


def _seen(on_screen: Sequence[Finding], diary: Diary) -> tuple[str, ...]:
    rules = (each.rule.id for each in on_screen if not is_urgent(each))
    return tuple(r for r in rules if last_note(diary, r, SignalAnswer.SEEN) != diary.today)


def _signal(finding: Finding, diary: Diary) -> Signal:
    rule, level = finding.rule, level_of(finding)
    note, folded = answered(diary, finding)
    return Signal(
        rule=rule.id,
        level=level.word,
        label=level.label,
        when=when_to_go(level),
        title=title_of(finding),
        message=finding.verdict.message,
        meaning=_meaning(finding),
        receipt=receipt_cells(finding.verdict.receipt or _receipt(finding), diary.today),
        facts=_facts(finding, diary),
        considers=_(rule.considers) if rule.considers else "",
        sources=sources_of(rule),
        basis=basis(finding),
        note=note,
        folded=folded,
        can_wait=not is_urgent(finding),
        asks=rule.id in ANSWER_RULES,
    )


def _meaning(finding: Finding) -> str:
    """What a match does not say, and what the rule cannot see."""
    limits = _(finding.rule.limits) if finding.rule.limits else ""
    if is_urgent(finding):
        return limits
    pattern = _("A match says that your entries fit a pattern, not what is behind it.")
    return f"{pattern} {limits}".strip()


def _receipt(finding: Finding) -> Receipt:
    """For a rule that has no table of its own: its evidence, a line each."""
    rows = (_row(each) for each in dated(finding)[:MOST_DATES])
    return Receipt((_("Day"), _("What you logged")), tuple(rows))


def _row(evidence: Evidence) -> tuple[Cell, ...]:
    return (evidence.day, evidence.fact)


def _facts(finding: Finding, diary: Diary) -> tuple[Fact, ...]:
    """The rule, its numbers, the days behind it, and what would switch it off."""
    return (
        Fact(heading=_("The rule"), lines=(_(finding.rule.looks_for),)),
        Fact(heading=_("Where the numbers come from"), lines=numbers_from(finding.rule)),
        Fact(heading=_("Days behind it"), lines=(" ".join(behind(finding, diary)),)),
        Fact(heading=_("What would switch it off"), lines=(switches_off(finding),)),
    )


def _lacking(finding: Finding, diary: Diary) -> Lacking:
    verdict = finding.verdict
    said = (each.words(lambda day: short_day(day, diary.today)) for each in verdict.lacking)
    days = dict.fromkeys(each.day for each in verdict.lacking if each.day is not None)
    return Lacking(
        rule=finding.rule.id,
        title=_(finding.rule.title),
        missing=_("What is missing: {lacks}.").format(lacks="; ".join(said)),
        days=tuple(day_link(each, diary.today) for each in days),
        progress=_progress(finding),
        basis=basis(finding),
    )


def _progress(finding: Finding) -> Progress | None:
    """For a rule that waits for a share of the days of a spell."""
    numbers = dict(finding.verdict.measures)
    if not {"spell_days", "logged_days"} <= numbers.keys():
        return None
    total, logged = int(numbers["spell_days"]), int(numbers["logged_days"])
    needed = -(-LOGGED.value * total // 100)
    return Progress(
        logged=logged,
        needed=needed,
        total=total,
        begin=ngettext("{n} logged", "{n} logged", logged),
        end=_("needed {needed} of {total}").format(needed=needed, total=total),
    )


def _quiet(finding: Finding) -> Quiet:
    return Quiet(title=_(finding.rule.title), days=days_behind(finding))
