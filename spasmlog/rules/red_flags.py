"""R01 to R03: the answers to the safety questions.

One answer is enough; these rules are never short of entries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Answer
from spasmlog.domain.scales import (
    EMERGENCY_SIGNS,
    PROMPT_SIGNS,
    ROUTINE_SIGNS,
    Sign,
    SignAnswer,
)
from spasmlog.i18n import N_, _, ngettext
from spasmlog.rules.base import (
    Counted,
    Evidence,
    Level,
    Outcome,
    Receipt,
    Rule,
    Verdict,
    left_later,
)
from spasmlog.rules.signs import RECHECK, WORDS, StandingAnswer, standing_answers
from spasmlog.rules.sources import FINUCANE, NHS_BACK_PAIN, NHS_CORNWALL, NICE_NG59, NICE_NG65


def check_emergency(diary: Diary) -> Verdict:
    """A yes or a "not sure" that stands; the highest level over the signs counts."""
    standing = _standing(diary, EMERGENCY_SIGNS, (SignAnswer.YES, SignAnswer.UNSURE))
    level = max(map(_emergency_level, standing), default=None)
    if level is Level.EMERGENCY:
        title = _("You answered yes to an emergency question")
        message = _(
            "You answered yes to a question that can need medical help straight away. Call your "
            "emergency number or go to an emergency department now. Do not wait for this app."
        )
    else:
        title = _("An emergency question to answer again")
        message = _(
            "You answered 'not sure', or it is some time since you answered yes. Answer the "
            "question again today. If it is true now, get emergency help. If you cannot tell, "
            "call an advice line or a clinician today."
        )
    return _verdict(diary, EMERGENCY_SIGNS, standing, level, title, message)


def check_prompt(diary: Diary) -> Verdict:
    """A yes that stands; "not sure" alone does not fire."""
    standing = _standing(diary, PROMPT_SIGNS, (SignAnswer.YES,))
    title = _("An answer to speak about today or tomorrow")
    message = _("Speak to a doctor or an advice line about this answer today or tomorrow.")
    return _verdict(diary, PROMPT_SIGNS, standing, Level.PROMPT, title, message)


def check_routine(diary: Diary) -> Verdict:
    """A yes that stands."""
    standing = _standing(diary, ROUTINE_SIGNS, (SignAnswer.YES,))
    title = _("An answer to bring up at the next visit")
    message = _("Bring this answer up when you next see a doctor.")
    return _verdict(diary, ROUTINE_SIGNS, standing, Level.ROUTINE, title, message)


def _standing(
    diary: Diary, signs: Sequence[Sign], answers: tuple[SignAnswer, ...]
) -> tuple[StandingAnswer, ...]:
    all_standing = standing_answers(diary, signs)
    here = (all_standing[sign] for sign in signs if sign in all_standing)
    return tuple(each for each in here if each.answer in answers)


def _emergency_level(standing: StandingAnswer) -> Level:
    return Level.PROMPT if standing.ask_again else Level.EMERGENCY


def _verdict(
    diary: Diary,
    signs: Sequence[Sign],
    standing: Sequence[StandingAnswer],
    level: Level | None,
    title: str,
    message: str,
) -> Verdict:
    fired = bool(standing)
    asked = frozenset(signs)
    answered = [each for each in diary.answers if each.sign in asked]
    return Verdict(
        outcome=Outcome.FIRE if fired else Outcome.NO,
        level=level if fired else None,
        title=title if fired else "",
        message=message if fired else "",
        first=answered[0].day if answered else diary.today,
        last=diary.today,
        days_counted=len({each.day for each in answered}),
        days_missing=0,
        evidence=_evidence(standing) if fired else _last_answers(answered),
        left_out=left_later(diary, lambda each: isinstance(each, Answer) and each.sign in signs),
        measures=_measures(standing, answered),
        switches_off=_("A no to the question, or a note that you have been seen.") if fired else "",
        receipt=_receipt(standing) if fired else None,
    )


def _evidence(standing: Iterable[StandingAnswer]) -> tuple[Evidence, ...]:
    return tuple(Evidence(each.day, (each.record,), _fact(each)) for each in standing)


def _fact(standing: StandingAnswer) -> str:
    fact = _("{sign}: {answer}, {age}").format(
        sign=_(WORDS[standing.sign].short),
        answer=_said(standing.answer),
        age=_age(standing.age),
    )
    return _("{fact}; to be asked again").format(fact=fact) if standing.ask_again else fact


def _last_answers(answered: Iterable[Answer]) -> tuple[Evidence, ...]:
    """The latest answer to each question that was asked, for a rule that stays quiet."""
    last = {each.sign: each for each in answered}
    pattern = _("{sign}: {answer}")
    return tuple(
        Evidence(
            each.day,
            (each.id,),
            pattern.format(sign=_(WORDS[sign].short), answer=_said(each.answer)),
        )
        for sign, each in last.items()
    )


def _said(answer: SignAnswer) -> str:
    return {
        SignAnswer.YES: _("yes"),
        SignAnswer.NO: _("no"),
        SignAnswer.UNSURE: _("not sure"),
        SignAnswer.CLEARED: _("seen by a clinician"),
    }[answer]


def _age(days: int) -> str:
    return ngettext("{n} day ago", "{n} days ago", days) if days else _("on this day")


def _measures(
    standing: Sequence[StandingAnswer], answered: Iterable[Answer]
) -> tuple[tuple[str, int], ...]:
    yes = sum(each.answer is SignAnswer.YES for each in standing)
    return (
        ("yes", yes),
        ("not_sure", len(standing) - yes),
        ("questions_answered", len({each.sign for each in answered})),
    )


def _receipt(standing: Iterable[StandingAnswer]) -> Receipt:
    return Receipt(
        (_("Question"), _("Your answer"), _("Answered")),
        tuple((_(WORDS[each.sign].question), _said(each.answer), each.day) for each in standing),
    )


_LIMITS = N_(
    "The questions are not all that can matter. Get help for anything that worries you, asked "
    "here or not."
)

EMERGENCY = Rule(
    id="R01",
    title=N_("Emergency answer"),
    looks_for=N_("A yes or 'not sure' to any of the emergency questions."),
    levels=(Level.EMERGENCY, Level.PROMPT),
    advice=N_("If it is true now, get emergency help. If you cannot tell, call an advice line."),
    sources=(FINUCANE, NHS_BACK_PAIN, NHS_CORNWALL),
    thresholds=(RECHECK,),
    check=check_emergency,
    counts=Counted.ANSWERS,
    limits=_LIMITS,
    fires=N_(
        "It fires as long as a yes or a 'not sure' to an emergency question stands. A yes of the "
        "last 14 days asks you to get help at once. An older yes, or a 'not sure', asks you to "
        "answer the question again today."
    ),
    silent=N_(
        "It stays silent while no yes and no 'not sure' stands. A no, or a note that you have "
        "been seen, takes an answer away. A 'not sure' never takes a yes away. It is never short "
        "of entries."
    ),
    sure=N_(
        "The questions come from published advice for clinicians on warning signs. Most of the "
        "signs have not been well tested one by one. The 14 days, and what a 'not sure' counts "
        "as, are our own choice."
    ),
)
PROMPT = Rule(
    id="R02",
    title=N_("Prompt answer"),
    looks_for=N_("A yes to any of the questions to speak about within a day or two."),
    levels=(Level.PROMPT,),
    advice=N_("Speak to a doctor or an advice line today or tomorrow."),
    sources=(FINUCANE, NHS_BACK_PAIN),
    thresholds=(),
    check=check_prompt,
    counts=Counted.ANSWERS,
    limits=_LIMITS,
    fires=N_("It fires as long as a yes to one of these questions stands, however old it is."),
    silent=N_(
        "It stays silent while no yes stands; a 'not sure' alone does not count. A no, or a note "
        "that you have been seen, takes a yes away. It is never short of entries."
    ),
    sure=N_(
        "The questions come from published advice for clinicians on warning signs. That they "
        "call for a day or two is adapted from it. Some say little when they stand alone, such "
        "as pain at night."
    ),
)
ROUTINE = Rule(
    id="R03",
    title=N_("Routine answer"),
    looks_for=N_("A yes to any of the questions to bring up at a visit."),
    levels=(Level.ROUTINE,),
    advice=N_("Bring it up when you next see a doctor."),
    sources=(FINUCANE, NICE_NG59, NICE_NG65),
    thresholds=(),
    check=check_routine,
    counts=Counted.ANSWERS,
    limits=_LIMITS,
    fires=N_("It fires as long as a yes to one of these questions stands, however old it is."),
    silent=N_(
        "It stays silent while no yes stands; a 'not sure' alone does not count. A no, or a note "
        "that you have been seen, takes a yes away. It is never short of entries."
    ),
    sure=N_(
        "The questions come from published guidelines. That they can wait for an ordinary visit "
        "is adapted from those. Some say little when they stand alone, such as your age."
    ),
)
