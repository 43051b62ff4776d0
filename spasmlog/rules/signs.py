"""The safety questions: how each is asked and said, and which answer stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Answer
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignAnswer
from spasmlog.i18n import N_, _
from spasmlog.rules.base import Standing, Threshold

RECHECK = Threshold(N_("Days until a yes is asked again"), 14, N_("days"), Standing.OURS)

STEM = N_("Is any of this true, and new or clearly worse in the last 2 weeks?")
OPENING = N_("I have back or neck pain.")


@dataclass(frozen=True, slots=True)
class SignWords:
    """How a sign is asked, named in a list, and said aloud to whoever picks up the phone.

    All are marked for translation; only an emergency sign has words to say.
    """

    question: str
    short: str
    spoken: str = ""


WORDS: Mapping[Sign, SignWords] = {
    Sign.SADDLE_NUMBNESS: SignWords(
        N_(
            "Do you feel numb, tingly or different around your genitals, back passage, buttocks "
            "or inner thighs? Or when you wipe?"
        ),
        N_("changed feeling around the genitals, back passage or inner thighs"),
        N_("I am newly numb between my legs."),
    ),
    Sign.BLADDER_CHANGE: SignWords(
        N_(
            "Harder to start or stop peeing, not feeling it, not knowing when you are full, or "
            "leaking?"
        ),
        N_("hard to start peeing, not feeling it, or leaking"),
        N_("It is newly hard to pee, or I leak or do not feel it."),
    ),
    Sign.BOWEL_CHANGE: SignWords(
        N_("Leaking stool, or not feeling it pass?"),
        N_("leaking stool, or not feeling it"),
        N_("I leak stool, or do not feel it pass."),
    ),
    Sign.BOTH_LEGS: SignWords(
        N_(
            "Pain, tingling, numbness or weakness in both legs, or pain that has moved from one "
            "leg to both?"
        ),
        N_("pain, tingling, numbness or weakness in both legs"),
        N_("I newly have pain, tingling, numbness or weakness in both legs."),
    ),
    Sign.SEXUAL_NUMBNESS: SignWords(
        N_(
            "New loss of genital feeling during sex? Or newly unable to get an erection or "
            "ejaculate?"
        ),
        N_("a new loss of genital feeling or function"),
        N_("I have newly lost feeling or function in my genitals."),
    ),
    Sign.CHEST_PAIN_OR_COLLAPSE: SignWords(
        N_("Back pain with chest pain, breathlessness or fainting?"),
        N_("back pain with chest pain, breathlessness or fainting"),
        N_("I have back pain with chest pain, breathlessness or fainting."),
    ),
    Sign.SUDDEN_ABDOMINAL_BACK_PAIN_FAINT: SignWords(
        N_(
            "Sudden severe tummy, flank or back pain with faintness, cold sweat, or a pulsing "
            "tummy? It matters more with a known aneurysm, or for a man over 60 who has smoked."
        ),
        N_("sudden severe tummy, flank or back pain with faintness"),
        N_("I have sudden severe tummy, flank or back pain, and feel faint or a pulsing tummy."),
    ),
    Sign.MAJOR_TRAUMA: SignWords(
        N_("Did it start after a serious accident or a fall from a height?"),
        N_("a start after a serious accident or a fall from a height"),
        N_("It started after a serious accident or a fall from a height."),
    ),
    Sign.FEVER_WITH_WEAKNESS: SignWords(
        N_("Fever or shivering, and with it new weakness, numbness or feeling very unwell?"),
        N_("fever with new weakness, numbness or feeling very unwell"),
        N_("I have a fever or shivering, with new weakness, numbness or feeling very unwell."),
    ),
    Sign.NECK_WITH_STROKE_OR_MENINGITIS_SIGNS: SignWords(
        N_(
            "Neck pain with a drooping face, slurred speech, double vision, trouble swallowing "
            "or the worst headache of your life? Or neck pain and fever with a stiff neck, a rash "
            "or dislike of light?"
        ),
        N_("neck pain with changes in face, speech or sight, the worst headache, or fever"),
        N_(
            "I have neck pain with a drooping face, slurred speech, double vision, trouble "
            "swallowing or the worst headache of my life. Or I have neck pain and fever with a "
            "stiff neck or rash."
        ),
    ),
    Sign.RAPID_LIMB_WEAKNESS: SignWords(
        N_("Arm or leg weakness, or unsteady walking, getting worse over hours or days?"),
        N_("weakness or unsteadiness getting worse over hours or days"),
        N_("My arm or leg weakness, or my walking, is getting worse by the hour or day."),
    ),
    Sign.FEVER: SignWords(
        N_("A temperature, chills or night sweats with this pain?"),
        N_("a temperature, chills or night sweats with the pain"),
    ),
    Sign.INFECTION_RISK_NEW_PAIN: SignWords(
        N_(
            "Is this pain new, and does one of these fit you? A recent infection, operation or "
            "spinal injection; a weak immune system; or injecting drugs."
        ),
        N_("new pain with a raised risk of infection"),
    ),
    Sign.CANCER_HISTORY_NEW_PAIN: SignWords(
        N_("Have you had cancer, and is this pain new or different?"),
        N_("new or different pain after cancer"),
    ),
    Sign.UNEXPLAINED_WEIGHT_LOSS: SignWords(
        N_("Losing weight without trying?"),
        N_("losing weight without trying"),
    ),
    Sign.ONE_LIMB_WEAKNESS: SignWords(
        N_("One foot dragging, or one arm or leg newly weak but not quickly worsening?"),
        N_("a dragging foot, or one arm or leg newly weak"),
    ),
    Sign.MINOR_FALL_FRAGILE_BONES: SignWords(
        N_(
            "Sudden pain after a small knock or fall, and over 70, thin bones, or long-term "
            "steroids?"
        ),
        N_("sudden pain after a small fall with fragile bones"),
    ),
    Sign.CLUMSY_HANDS_OR_UNSTEADY: SignWords(
        N_(
            "Slowly clumsier hands (buttons, keys, writing), numb hands or poorer balance? Or "
            "electric shocks down the back when you bend your neck?"
        ),
        N_("clumsier or numb hands, or poorer balance"),
    ),
    Sign.NIGHT_PAIN_UNRELIEVED: SignWords(
        N_("Pain that rest or changing position does not ease, much worse at night?"),
        N_("pain at night that nothing eases"),
    ),
    Sign.BACK_LUMP_OR_SHAPE_CHANGE: SignWords(
        N_("A lump or swelling, or a change in the shape of your back?"),
        N_("a lump, or a change in the shape of the back"),
    ),
    Sign.BETWEEN_SHOULDER_BLADES: SignWords(
        N_("Is the pain mainly between the shoulder blades?"),
        N_("pain mainly between the shoulder blades"),
    ),
    Sign.FIRST_ONSET_UNDER20_OR_OVER50: SignWords(
        N_("Is this the first time ever, and are you under 20 or over 50?"),
        N_("a first time ever, under 20 or over 50"),
    ),
    Sign.MORNING_STIFFNESS_OVER_3_MONTHS: SignWords(
        N_(
            "Started before 45, for over 3 months, stiff for more than 30 minutes in the morning, "
            "better with movement?"
        ),
        N_("morning stiffness for over 3 months"),
    ),
    Sign.LIMB_PAIN_TINGLING_OVER_6_WEEKS: SignWords(
        N_("Leg or arm pain, tingling or numbness for over 6 weeks?"),
        N_("leg or arm pain, tingling or numbness for over 6 weeks"),
    ),
    Sign.NOT_BACK_TO_USUAL_AT_3_MONTHS: SignWords(
        N_("Still not back to usual activities after 3 months?"),
        N_("not back to usual activities after 3 months"),
    ),
}


@dataclass(frozen=True, slots=True)
class StandingAnswer:
    """The yes or "not sure" that stands for a sign; `age` in days, `record` the answer's id."""

    sign: Sign
    answer: SignAnswer
    day: date
    age: int
    ask_again: bool
    record: str


def standing_answers(diary: Diary, signs: Iterable[Sign] = Sign) -> dict[Sign, StandingAnswer]:
    """What stands for these signs as of the diary's day, in the order of the questions.

    "Not sure" never weakens a yes, a yes never expires, and a no or "seen" removes either.
    """
    stands: dict[Sign, Answer] = {}
    undecided = set(signs)
    for each in reversed(diary.between(Answer, date.min, diary.today)):
        if each.sign not in undecided:
            continue
        if each.answer is SignAnswer.UNSURE:
            stands.setdefault(each.sign, each)  # unless a yes stands that is older
            continue
        undecided.remove(each.sign)
        if each.answer is SignAnswer.YES:
            stands[each.sign] = each
    return {sign: _standing(stands[sign], diary.today) for sign in Sign if sign in stands}


def none_of_these(diary: Diary) -> tuple[Sign, ...]:
    """The emergency signs that "None of these" may answer no for: nothing stands for them."""
    standing = standing_answers(diary)
    return tuple(sign for sign in EMERGENCY_SIGNS if sign not in standing)


def asked_one_by_one(diary: Diary) -> tuple[StandingAnswer, ...]:
    """The emergency answers that stand, and that "None of these" leaves alone."""
    standing = standing_answers(diary)
    return tuple(standing[sign] for sign in EMERGENCY_SIGNS if sign in standing)


def safety_card_due(diary: Diary) -> bool:
    """Whether no emergency question has been answered since the newest spasm was recorded."""
    spasm = max((each.recorded_at.utc for each in diary.episodes), default=None)
    emergency = set(EMERGENCY_SIGNS)
    answered = max(
        (each.recorded_at.utc for each in diary.answers if each.sign in emergency), default=None
    )
    return spasm is not None and (answered is None or answered <= spasm)


def words_to_say(signs: Iterable[Sign]) -> str:
    """What to tell whoever answers the phone, in the order of the questions."""
    said = set(signs)
    spoken = [_(WORDS[sign].spoken) for sign in EMERGENCY_SIGNS if sign in said]
    return " ".join([_(OPENING), *spoken])


def _standing(answer: Answer, today: date) -> StandingAnswer:
    age = (today - answer.day).days
    unsettled = answer.answer is not SignAnswer.YES or age > RECHECK.value
    return StandingAnswer(
        sign=answer.sign,
        answer=answer.answer,
        day=answer.day,
        age=age,
        ask_again=unsettled and answer.sign in EMERGENCY_SIGNS,
        record=answer.id,
    )
