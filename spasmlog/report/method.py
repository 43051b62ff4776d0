"""How the pages were made: what words mean, and what the rules count with, from the rule book."""

from __future__ import annotations

from spasmlog.analysis.gates import EASED_FROM, EASED_PERCENT, EASED_POINTS
from spasmlog.analysis.relief import LATER_FROM, LATER_TO
from spasmlog.i18n import _, format_day, in_sentence
from spasmlog.report.detail_blocks import Method, RuleNote
from spasmlog.rules import BOOK_VERSION, Assessment, Rule, Standing, Threshold
from spasmlog.rules.silent import looked_at, not_asked


def method(assessment: Assessment, *, entries: bool, told: bool) -> Method:
    """The note; `entries`: those behind the signals follow, and what their rules look for.

    `told`: what could not be told for lack of entries stands on the first page already.
    """
    return Method(
        title=_("How this was made"),
        said=_said(),
        rules_title=_(
            "What the rules looked at: rule set {version}, {n} rules, as of {day}"
        ).format(
            version=BOOK_VERSION,
            n=len(assessment.findings),
            day=format_day(assessment.as_of),
        ),
        matched=() if entries else _matched(assessment),
        others=_silent(assessment, told=told),
    )


def _said() -> tuple[str, ...]:
    hours = [round(each.total_seconds() / 3600) for each in (LATER_FROM, LATER_TO)]
    return (
        _(
            "Logged: worst pain typed, touched by a spasm, or a reading of 1 or more. A day with "
            "no entry is never counted as zero; the day of making is not over and enters no rate."
        ),
        _(
            "Spasm day: touched by a spasm; one without a known end counts on its first day only. "
            "Middle value: median. Medicine days are of days logged or with a treatment."
        ),
        _(
            "Before, 2 h later: readings before the first treatment and {first} to {last} hours "
            "after, nothing else between. Eased: lower by {points} points and {percent} %, or let "
            "go, of those from {least} up."
        ).format(
            first=hours[0],
            last=hours[1],
            points=EASED_POINTS,
            percent=EASED_PERCENT,
            least=EASED_FROM,
        ),
    )


def _silent(assessment: Assessment, *, told: bool) -> tuple[str, ...]:
    others = (
        (
            _("Looked at, no match, which does not mean that nothing is wrong: {rules}."),
            looked_at(assessment),
        ),
        (_("Not asked yet: {rules}."), not_asked(assessment)),
        (_("Not enough entries to tell: {rules}."), () if told else assessment.insufficient),
    )
    return tuple(
        said.format(rules="; ".join(_(each.rule.title) for each in found))
        for said, found in others
        if found
    )


def _matched(assessment: Assessment) -> tuple[RuleNote, ...]:
    """What is shown, without a rule that another one shown says all of."""
    rules = [each.rule for each in assessment.shown]
    ids = {each.id for each in rules}
    return tuple(
        RuleNote(
            name=_("{id}, {name}.").format(id=each.id, name=_(each.title)),
            sentence=_(each.looks_for),
            numbers=_numbers(each),
        )
        for each in rules
        if each.part_of not in ids
    )


def _numbers(rule: Rule) -> str:
    """Its numbers, those from one place together; without one, its sources."""
    if not rule.thresholds:
        named = ", ".join(each.short for each in rule.sources)
        return _("Sources: {sources}.").format(sources=named)
    numbers: dict[str, list[str]] = {}
    for each in rule.thresholds:
        numbers.setdefault(_origin(each), []).append(_amount(each))
    listed = (f"{origin}: {', '.join(found)}" for origin, found in numbers.items())
    return _("Numbers, {listed}.").format(listed="; ".join(listed))


def _origin(of: Threshold) -> str:
    """Where a number comes from: "Ostelo 2008", "adapted, Stanton 2011", "our own choice"."""
    if of.source is None:
        return of.standing.label
    if of.standing is Standing.PUBLISHED:
        return of.source.short
    return _("{standing}, {source}").format(standing=of.standing.label, source=of.source.short)


def _amount(of: Threshold) -> str:
    return f"{in_sentence(_(of.name))} {of.value} {_(of.unit) if of.unit else ''}".strip()
