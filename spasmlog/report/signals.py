"""The box of signals: each that fired with its dates and numbers, and the safety answers first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Answer
from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Sign,
    SignAnswer,
)
from spasmlog.i18n import _, format_day, ngettext
from spasmlog.report.blocks import Safety, SignalNote, Signals
from spasmlog.report.written import short_day, short_span, span, typed
from spasmlog.rules import Assessment, Finding, Level, Rule, Standing, Verdict
from spasmlog.rules.returned import Return
from spasmlog.rules.signs import WORDS, StandingAnswer, standing_answers

SAFETY_RULES = ("R01", "R02", "R03")
MOST_RETURNS = 5
MOST_DAYS = 4
MOST_FACTS = 5


def signals(
    diary: Diary, period: Period, assessment: Assessment, returns: Sequence[Return]
) -> Signals:
    """What fired, what was answered, and what could not be told for lack of entries."""
    fired = {each.rule.id: each for each in assessment.fired if each.rule.id not in SAFETY_RULES}
    notes = [
        _note(each, diary.today, returns, [fired[part] for part in fired if _within(part) == rule])
        for rule, each in fired.items()
        if _within(rule) not in fired
    ]
    safety = _safety(diary, period, assessment)
    return Signals(
        safety=safety,
        notes=tuple(notes),
        title=_("Not enough entries") if notes else _("Signals"),
        none="" if notes or safety.yes or safety.unsure else _no_match(),
        lacking=_lacking(assessment),
    )


def _within(rule: str) -> str:
    """The signal that says all that this one says, and more; empty where there is none."""
    return "R10" if rule == "R09" else ""


def _no_match() -> str:
    return _("No pattern matched. That does not mean that nothing is wrong.")


def _lacking(assessment: Assessment) -> str:
    names = [_(each.rule.title) for each in assessment.insufficient]
    if not names:
        return ""
    return _("Not enough entries to tell: {names}.").format(names="; ".join(names))


def _note(
    finding: Finding, today: date, returns: Sequence[Return], parts: Sequence[Finding]
) -> SignalNote:
    rule, verdict = finding.rule, finding.verdict
    speak = _DATA.get(rule.id)
    data = speak(verdict, today, returns) if speak else _days_and_facts(verdict, today)
    also = [_also(each) for each in parts]
    return SignalNote(
        rule=rule.id,
        level=_level(verdict.level),
        title=typed(verdict.title or _(rule.title), 140),
        data=tuple(typed(each, 240) for each in (*data, *also)),
        basis=_basis(finding),
    )


def _also(part: Finding) -> str:
    """What the signal within this one counted."""
    returns = dict(part.verdict.measures)["certain_in_one_place"]
    days = part.verdict.days_counted + part.verdict.days_missing
    return ngettext(
        "{n} of them in the last {days} days ({id}).",
        "{n} of them in the last {days} days ({id}).",
        int(returns),
    ).format(days=days, id=part.rule.id)


def _level(level: Level | None) -> str:
    """Only what is more than an ordinary visit is said."""
    return level.label if level is not None and level >= Level.PROMPT else ""


def _basis(finding: Finding) -> str:
    """The rule in a sentence, how many days were logged, and where its numbers come from."""
    rule, verdict = finding.rule, finding.verdict
    parts = [_("{id}: {sentence}").format(id=rule.id, sentence=_(rule.looks_for))]
    if verdict.days_missing:
        days = verdict.days_counted + verdict.days_missing
        parts.append(_("{n} of {m} days logged.").format(n=verdict.days_counted, m=days))
    parts.append(_sources(rule))
    return " ".join(each for each in parts if each)


def _sources(rule: Rule) -> str:
    """The publications behind the numbers, and that some are our own where that is so."""
    shorts = dict.fromkeys(each.source.short for each in rule.thresholds if each.source)
    named = ", ".join(shorts or dict.fromkeys(each.short for each in rule.sources))
    ours = any(each.standing is Standing.OURS for each in rule.thresholds)
    if not ours:
        return f"{named}." if named else ""
    return _("{names}; the rest our choice.").format(names=named)


def _days_and_facts(verdict: Verdict, today: date) -> tuple[str, ...]:
    """Any rule: a line a day, newest first, or the days as a span where they are many."""
    facts: dict[date, list[str]] = {}
    for each in sorted(verdict.evidence, key=lambda each: each.day, reverse=True):
        facts.setdefault(each.day, []).append(each.fact)
    if len(facts) > MOST_DAYS:
        return (_("{n} days, {span}.").format(n=len(facts), span=span(min(facts), max(facts))),)
    return tuple(
        _("{day}: {facts}.").format(day=short_day(day, today), facts=_first_few(listed))
        for day, listed in facts.items()
    )


def _first_few(facts: Sequence[str]) -> str:
    shown = "; ".join(facts[:MOST_FACTS])
    more = len(facts) - MOST_FACTS
    return _("{facts} and {n} more").format(facts=shown, n=more) if more > 0 else shown


Speak = Callable[[Verdict, date, Sequence[Return]], tuple[str, ...]]


def _spell(verdict: Verdict, _today: date, _returns: Sequence[Return]) -> tuple[str, ...]:
    numbers = dict(verdict.measures)
    return (
        _("Pain on {pain} of {logged} logged days since {day}.").format(
            pain=numbers["pain_days"],
            logged=numbers["logged_days"],
            day=format_day(verdict.first),
        ),
    )


def _came_back(verdict: Verdict, today: date, returns: Sequence[Return]) -> tuple[str, ...]:
    """From when the treated spasm let go to when the next began."""
    used = {record for each in verdict.evidence for record in each.records}
    spans = [
        short_span(each.relief.day, each.second.day, today)
        for each in returns
        if each.relief.day is not None and each.second.id in used
    ]
    if len(spans) > MOST_RETURNS:
        said = _("From letting go to the next, the latest {n}: {spans}.")
        return (said.format(n=MOST_RETURNS, spans=", ".join(spans[-MOST_RETURNS:])),)
    return (_("From letting go to the next: {spans}.").format(spans=", ".join(spans)),)


_DATA: Mapping[str, Speak] = {
    "R05": _spell,
    "R06": _spell,
    "R09": _came_back,
    "R10": _came_back,
}


def _safety(diary: Diary, period: Period, assessment: Assessment) -> Safety:
    standing = standing_answers(diary).values()
    asked = diary.between(Answer, period.first, period.last)
    return Safety(
        standing_title=_("Safety signs reported"),
        yes=tuple(_stands(each) for each in standing if each.answer is SignAnswer.YES),
        unsure=tuple(_stands(each) for each in standing if each.answer is not SignAnswer.YES),
        title=_("Safety questions"),
        said=" ".join(_said(diary, period, asked, {each.sign for each in standing})),
        basis=_safety_basis(assessment),
    )


def _stands(standing: StandingAnswer) -> str:
    sign = _capital(_(WORDS[standing.sign].short))
    day = format_day(standing.day)
    if standing.answer is not SignAnswer.YES:
        return _("{sign}: not sure, {day}.").format(sign=sign, day=day)
    if standing.sign in EMERGENCY_SIGNS:
        return _("{sign}: yes, {day}. An emergency sign.").format(sign=sign, day=day)
    return _("{sign}: yes, {day}.").format(sign=sign, day=day)


def _said(diary: Diary, period: Period, asked: Sequence[Answer], standing: set[Sign]) -> list[str]:
    kinds = (
        (_("emergency signs"), EMERGENCY_SIGNS),
        (_("other signs"), PROMPT_SIGNS + ROUTINE_SIGNS),
    )
    parts = [_asked(diary, period, name, signs, standing) for name, signs in kinds]
    taken_back = _taken_back(asked, standing)
    return [*parts, *([taken_back] if taken_back else [])]


def _asked(
    diary: Diary, period: Period, name: str, signs: Sequence[Sign], standing: set[Sign]
) -> str:
    """How many of these questions were asked in the period, when last, and "none reported"."""
    every = [each for each in diary.answers if each.sign in signs]
    here = [each for each in every if each.day in period]
    before = [each.day for each in every if each.day < period.first]
    if not here:
        return _not_asked(name, before[-1] if before else None)
    said = _("{n} of {m} {name} asked, last on {day}").format(
        n=len({each.sign for each in here}),
        m=len(signs),
        name=name,
        day=short_day(here[-1].day, diary.today),
    )
    reported = any(each.answer is not SignAnswer.NO for each in here)
    if reported or standing & set(signs):
        return f"{said}."
    return _("{asked}: none reported.").format(asked=said)


def _not_asked(name: str, before: date | None) -> str:
    if before is None:
        return _("{name}: not asked in this period.").format(name=_capital(name))
    return _("{name}: not asked in this period, last on {day}.").format(
        name=_capital(name), day=format_day(before)
    )


def _taken_back(asked: Sequence[Answer], standing: set[Sign]) -> str:
    """What was reported in the period and no longer stands: never hidden."""
    gone = {
        each.sign: each.day
        for each in asked
        if each.answer in (SignAnswer.YES, SignAnswer.UNSURE) and each.sign not in standing
    }
    if not gone:
        return ""
    listed = [
        _("{sign} ({day})").format(sign=_(WORDS[sign].short), day=format_day(day, "d MMM"))
        for sign, day in gone.items()
    ]
    return _("Answered yes or not sure, and later no or seen: {signs}.").format(
        signs="; ".join(listed)
    )


def _safety_basis(assessment: Assessment) -> str:
    found = [each.rule for each in assessment.findings if each.rule.id == SAFETY_RULES[0]]
    shorts = dict.fromkeys(source.short for rule in found for source in rule.sources)
    return f"{', '.join(shorts)}." if shorts else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
