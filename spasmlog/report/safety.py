"""The safety questions: what stands at yes, what was asked and when, what was taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

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
from spasmlog.i18n import _, format_day
from spasmlog.report.blocks import Safety
from spasmlog.report.written import short_day
from spasmlog.rules import Assessment, Counted, Finding
from spasmlog.rules.signs import WORDS, StandingAnswer, standing_answers

Reported = Mapping[Sign, date]
"""Signs answered yes or "not sure", and when."""
_REPORTED = (SignAnswer.YES, SignAnswer.UNSURE)


def asks(finding: Finding) -> bool:
    """Whether it rests on the safety questions, which have a place of their own."""
    return finding.rule.counts is Counted.ANSWERS


def safety_answers(diary: Diary, period: Period, assessment: Assessment) -> Safety:
    """The answers that stand today, and those of a period with what stood when it began."""
    standing = standing_answers(diary).values()
    asked = diary.between(Answer, period.first, period.last)
    before = standing_answers(diary.on_day(period.first - timedelta(days=1))).values()
    reported = {each.sign: each.day for each in before} | {
        each.sign: each.day for each in asked if each.answer in _REPORTED
    }
    return Safety(
        standing_title=_("Safety signs reported"),
        yes=tuple(_stands(each) for each in standing if each.answer is SignAnswer.YES),
        unsure=tuple(_stands(each) for each in standing if each.answer is not SignAnswer.YES),
        title=_("Safety questions"),
        said=" ".join(_said(diary, period, reported, {each.sign for each in standing})),
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


def _said(diary: Diary, period: Period, reported: Reported, standing: set[Sign]) -> list[str]:
    kinds = (
        (_("emergency signs"), EMERGENCY_SIGNS),
        (_("other signs"), PROMPT_SIGNS + ROUTINE_SIGNS),
    )
    known = standing | reported.keys()
    parts = [_asked(diary, period, name, signs, known) for name, signs in kinds]
    gone = {sign: day for sign, day in reported.items() if sign not in standing}
    taken_back = _taken_back(gone, diary.today)
    return [*parts, *([taken_back] if taken_back else [])]


def _asked(
    diary: Diary, period: Period, name: str, signs: Sequence[Sign], reported: set[Sign]
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
    if reported & set(signs):
        return f"{said}."
    return _("{asked}: none reported.").format(asked=said)


def _not_asked(name: str, before: date | None) -> str:
    if before is None:
        return _("{name}: not asked yet.").format(name=_capital(name))
    return _("{name}: not asked in this period, last on {day}.").format(
        name=_capital(name), day=format_day(before)
    )


def _taken_back(gone: Reported, today: date) -> str:
    """What was reported in the period, or stood when it began, and stands no longer."""
    if not gone:
        return ""
    listed = [
        _("{sign} ({day})").format(sign=_(WORDS[sign].short), day=short_day(day, today))
        for sign, day in gone.items()
    ]
    return _("Answered yes or not sure, and later no or seen: {signs}.").format(
        signs="; ".join(listed)
    )


def _safety_basis(assessment: Assessment) -> str:
    """The sources of the most urgent of the rules that rest on answers."""
    rule = next((each.rule for each in assessment.findings if asks(each)), None)
    return f"{', '.join(each.short for each in rule.sources)}." if rule else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
