"""The safety questions as they are asked: after a new spasm, and all of them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

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
from spasmlog.rules.signs import (
    STEM,
    WORDS,
    StandingAnswer,
    asked_one_by_one,
    none_of_these,
    safety_card_due,
    standing_answers,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question. `said` is what was answered last; `stands` whether that is still so."""

    sign: Sign
    text: str
    urgent: bool
    said: str = ""
    stands: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions under one heading; "None of these" answers no for `none` alone."""

    title: str
    questions: tuple[Question, ...]
    none: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyView:
    """The card after a new spasm: the open questions, and what stands asked one by one."""

    stem: str
    open: QuestionGroup
    standing: tuple[Question, ...]


def safety_view(diary: Diary) -> SafetyView | None:
    """None while nothing has to be asked."""
    due = safety_card_due(diary)
    standing = tuple(each for each in asked_one_by_one(diary) if _is_old(each, diary))
    if not due and not standing:
        return None
    return SafetyView(
        stem=_(STEM),
        open=_group("", EMERGENCY_SIGNS, diary, none_of_these(diary) if due else ()),
        standing=tuple(_question(each.sign, each, diary.today) for each in standing),
    )


def all_questions(diary: Diary) -> tuple[QuestionGroup, ...]:
    """Every question with its last answer, most urgent first."""
    stands = standing_answers(diary)
    last = {each.sign: each for each in diary.answers if each.day <= diary.today}
    groups = (
        (_("To get help for at once"), EMERGENCY_SIGNS),
        (_("To speak about today or tomorrow"), PROMPT_SIGNS),
        (_("To bring up at the next visit"), ROUTINE_SIGNS),
    )
    return tuple(
        QuestionGroup(
            title=title,
            questions=tuple(_asked(sign, stands.get(sign), last, diary.today) for sign in signs),
            none=tuple(sign for sign in signs if sign not in stands),
        )
        for title, signs in groups
    )


def _asked(
    sign: Sign, standing: StandingAnswer | None, last: Mapping[Sign, Answer], today: date
) -> Question:
    if standing is None and sign in last:
        said = _answered(last[sign].answer, last[sign].day, today)
        return replace(_question(sign, None, today), said=said)
    return _question(sign, standing, today)


def _group(
    title: str, signs: Sequence[Sign], diary: Diary, none: tuple[Sign, ...]
) -> QuestionGroup:
    asked = (sign for sign in signs if sign in none)
    questions = tuple(_question(sign, None, diary.today) for sign in asked)
    return QuestionGroup(title=title, questions=questions, none=none)


def _question(sign: Sign, standing: StandingAnswer | None, today: date) -> Question:
    return Question(
        sign=sign,
        text=_(WORDS[sign].question),
        urgent=sign in EMERGENCY_SIGNS,
        said="" if standing is None else _answered(standing.answer, standing.day, today),
        stands=standing is not None,
    )


def _answered(answer: SignAnswer, day: date, today: date) -> str:
    pattern = {
        SignAnswer.YES: _("You answered yes {day}."),
        SignAnswer.UNSURE: _("You answered 'not sure' {day}."),
        SignAnswer.NO: _("You answered no {day}."),
        SignAnswer.CLEARED: _("Seen by a clinician {day}."),
    }[answer]
    return pattern.format(day=_day(day, today))


def _day(day: date, today: date) -> str:
    if day == today:
        return _("today")
    if day == today - timedelta(days=1):
        return _("yesterday")
    return _("on {day}").format(day=format_day(day, "d MMM"))


def _is_old(standing: StandingAnswer, diary: Diary) -> bool:
    """Whether it was answered before the newest spasm was recorded."""
    answer = diary.get(Answer, standing.record)
    spasm = max((each.recorded_at.utc for each in diary.episodes), default=None)
    return answer is not None and spasm is not None and answer.recorded_at.utc <= spasm
