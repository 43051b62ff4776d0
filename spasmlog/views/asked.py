"""When the emergency signs were asked, what was answered, and the questions to ask again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Answer
from spasmlog.domain.scales import EMERGENCY_SIGNS, SignAnswer
from spasmlog.i18n import _, format_clock
from spasmlog.rules.signs import WORDS, StandingAnswer, asked_one_by_one
from spasmlog.views.cells import short_day
from spasmlog.views.names import sign_answer
from spasmlog.views.safety import QuestionGroup, all_questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`standing` are the emergency answers that still hold, a yes before a "not sure"."""

    standing: tuple[str, ...]
    ever: bool
    asked: str
    questions: tuple[QuestionGroup, ...]


def asked_view(diary: Diary) -> Asked:
    """The card of the emergency signs."""
    standing = sorted(asked_one_by_one(diary), key=lambda each: each.answer is not SignAnswer.YES)
    return Asked(
        standing=tuple(_stands(each, diary.today) for each in standing),
        ever=bool(_answers(diary)),
        asked=_asked(diary),
        questions=all_questions(diary),
    )


def _stands(standing: StandingAnswer, today: date) -> str:
    short = _(WORDS[standing.sign].short)
    return _("{answer}, {day}: {sign}").format(
        answer=sign_answer(standing.answer).capitalize(),
        day=short_day(standing.day, today),
        sign=short,
    )


def _asked(diary: Diary) -> str:
    """The latest day of asking, with its clock if that is today, and how far it went."""
    signs, answers = set(EMERGENCY_SIGNS), _answers(diary)
    if not answers:
        return _("Not asked yet.")
    latest = max(answers, key=lambda each: (each.day, each.recorded_at.utc))
    that_day = {each.sign: each.answer for each in answers if each.day == latest.day}
    if len(that_day) < len(signs):
        pattern = _("Asked {when}, {n} of {total} answered.")
    elif set(that_day.values()) == {SignAnswer.NO}:
        pattern = _("Asked {when}, no to all {total}.")
    else:
        pattern = _("Asked {when}, all {total} answered.")
    return pattern.format(when=_when(latest, diary.today), n=len(that_day), total=len(signs))


def _answers(diary: Diary) -> list[Answer]:
    signs = set(EMERGENCY_SIGNS)
    return [each for each in diary.answers if each.sign in signs and each.day <= diary.today]


def _when(answer: Answer, today: date) -> str:
    if answer.day == today:
        return format_clock(answer.recorded_at.clock)
    return short_day(answer.day, today)
