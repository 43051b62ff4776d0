"""The safety questions as they are asked: after a new spasm, and all of them again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Answer, Episode
from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Sign,
    SignAnswer,
)
from spasmlog.i18n import _, format_day, ngettext
from spasmlog.rules.signs import (
    STEM,
    WORDS,
    StandingAnswer,
    asked_one_by_one,
    none_of_these,
    standing_answers,
)
from spasmlog.views.amounts import sentence
from spasmlog.views.names import sign_answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question, also in short; `said` is the last answer, `stands` whether it still holds.

    `record` is the id of the answer that stands.
    """

    sign: Sign
    text: str
    short: str
    urgent: bool
    said: str = ""
    stands: bool = False
    record: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """Questions under one heading; "None of these" answers no for `none` alone."""

    title: str
    questions: tuple[Question, ...]
    none: tuple[Sign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyView:
    """The card after a new spasm: the open questions, and what stood before, asked one by one.

    What was answered keeps its place until all is done: under a pointer that is about to press
    again there must never be another question. `key` changes with every spasm and with what has
    to be asked one by one: what is new is not shown folded.
    """

    key: str
    title: str
    stem: str
    open: QuestionGroup
    standing: tuple[Question, ...]


def safety_view(diary: Diary) -> SafetyView | None:
    """None while nothing has to be asked."""
    spasm, stands = _newest(diary), standing_answers(diary, EMERGENCY_SIGNS)
    due = tuple(each for each in asked_one_by_one(diary) if _is_due(each, diary))
    answers = _by_sign(diary)
    alone = {each.sign for each in due}
    alone |= {sign for sign, given in answers.items() if _was_asked_alone(given, spasm, diary)}
    none = tuple(sign for sign in _open(diary, answers) if sign not in alone)
    if not none and not due:
        return None
    last = {sign: given[-1] for sign, given in answers.items() if given}

    def asked(sign: Sign) -> Question:
        return _asked(sign, stands.get(sign), last, diary.today)

    kept = (*(each.record for each in due), spasm.id if spasm is not None and none else "")
    again = ngettext(
        "A safety question to answer again", "Safety questions to answer again", len(alone)
    )
    open_ = tuple(sign for sign in EMERGENCY_SIGNS if none and sign not in alone)
    return SafetyView(
        key=" ".join(kept),
        title=_("A few questions, because a spasm began") if none else again,
        stem=stem(),
        open=QuestionGroup(title="", questions=tuple(map(asked, open_)), none=none),
        standing=tuple(asked(sign) for sign in EMERGENCY_SIGNS if sign in alone),
    )


def stem() -> str:
    """What all questions are asked under: without it an old complaint would count as new."""
    return _(STEM)


def other_questions(
    diary: Diary | None, waiting: Mapping[Sign, SignAnswer]
) -> tuple[QuestionGroup, ...]:
    """The questions that are not emergency ones, with what was answered and is not saved yet."""
    groups = _groups()[1:] if diary is None else all_questions(diary)[1:]
    return tuple(
        replace(group, questions=tuple(_with_waiting(each, waiting) for each in group.questions))
        for group in groups
    )


def all_questions(diary: Diary) -> tuple[QuestionGroup, ...]:
    """Every question with its last answer, most urgent first."""
    stands = standing_answers(diary)
    last = {each.sign: each for each in diary.answers if each.day <= diary.today}
    return tuple(
        replace(
            group,
            questions=tuple(
                _asked(each.sign, stands.get(each.sign), last, diary.today)
                for each in group.questions
            ),
            none=tuple(each.sign for each in group.questions if each.sign not in stands),
        )
        for group in _groups()
    )


def _groups() -> tuple[QuestionGroup, ...]:
    """All questions by urgency, as if none had been answered."""
    groups = (
        (_("To get help for at once"), EMERGENCY_SIGNS),
        (_("To speak about today or tomorrow"), PROMPT_SIGNS),
        (_("To bring up at the next visit"), ROUTINE_SIGNS),
    )
    return tuple(
        QuestionGroup(
            title=title,
            questions=tuple(_question(sign, None, date.min) for sign in signs),
            none=signs,
        )
        for title, signs in groups
    )


def _with_waiting(question: Question, waiting: Mapping[Sign, SignAnswer]) -> Question:
    given = waiting.get(question.sign)
    if given is None:
        return question
    pattern = _("You answered: {answer}. It is saved once the journal can be written.")
    return replace(question, said=pattern.format(answer=sign_answer(given)))


def _asked(
    sign: Sign, standing: StandingAnswer | None, last: Mapping[Sign, Answer], today: date
) -> Question:
    if standing is None and sign in last:
        said = _answered(last[sign].answer, last[sign].day, today)
        return replace(_question(sign, None, today), said=said)
    return _question(sign, standing, today)


def _question(sign: Sign, standing: StandingAnswer | None, today: date) -> Question:
    return Question(
        sign=sign,
        text=_(WORDS[sign].question),
        short=sentence(_(WORDS[sign].short)),
        urgent=sign in EMERGENCY_SIGNS,
        said="" if standing is None else _answered(standing.answer, standing.day, today),
        stands=standing is not None,
        record="" if standing is None else standing.record,
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


def _by_sign(diary: Diary) -> dict[Sign, list[Answer]]:
    """The answers to the emergency questions so far, oldest first."""
    given: dict[Sign, list[Answer]] = {sign: [] for sign in EMERGENCY_SIGNS}
    for each in diary.answers:
        if each.sign in given and each.day <= diary.today:
            given[each.sign].append(each)
    return given


def _open(diary: Diary, answers: Mapping[Sign, Sequence[Answer]]) -> tuple[Sign, ...]:
    """What "None of these" answers: all that nothing stands for, until it was answered.

    A "not sure" to one leaves the others open, and so does any answer to what stood before: it
    must not hide a question that was not read yet.
    """
    spasm = _newest(diary)
    if spasm is None:
        return ()
    at_once = [given for given in answers.values() if not _stood(_until(given, spasm))]
    since = {
        each.answer
        for given in at_once
        for each in given
        if each.recorded_at.utc > spasm.recorded_at.utc
    }
    return none_of_these(diary) if since <= {SignAnswer.UNSURE} else ()


def _was_asked_alone(given: Sequence[Answer], spasm: Episode | None, diary: Diary) -> bool:
    """Whether it stood before the newest spasm, or before today, and was answered since."""
    earlier = [[each for each in given if each.day < diary.today]]
    if spasm is not None:
        earlier.append(_until(given, spasm))
    return any(_stood(before) and len(before) < len(given) for before in earlier)


def _until(given: Sequence[Answer], spasm: Episode) -> list[Answer]:
    return [each for each in given if each.recorded_at.utc <= spasm.recorded_at.utc]


def _stood(given: Sequence[Answer]) -> bool:
    return bool(given) and given[-1].answer in (SignAnswer.YES, SignAnswer.UNSURE)


def _is_due(standing: StandingAnswer, diary: Diary) -> bool:
    """Whether it was answered before the newest spasm, or is to be asked again each day."""
    answer, spasm = diary.get(Answer, standing.record), _newest(diary)
    if answer is None:
        return False
    if standing.ask_again and standing.day < diary.today:
        return True
    return spasm is not None and answer.recorded_at.utc <= spasm.recorded_at.utc


def _newest(diary: Diary) -> Episode | None:
    """The spasm that was recorded last, whenever it was."""
    return max(diary.episodes, key=lambda each: each.recorded_at.utc, default=None)
