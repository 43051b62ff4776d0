"""The first steps while a spasm runs: what usually settles one, each logged by one press."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import Intensity, TreatmentKind
from spasmlog.i18n import N_, _
from spasmlog.journal import commands as c
from spasmlog.rules import Assessment
from spasmlog.settings import Settings
from spasmlog.views.amounts import minutes_words, volume
from spasmlog.views.quick_cards import just_ended
from spasmlog.views.telling import emergency_stands

STRETCH_MINUTES, WALK_MINUTES, HEAT_MINUTES = 5, 10, 20
"""What a step is logged as (our own choice); each can be changed afterwards."""
FIRST = ("R01", "R02", "R04")
"""While one of them fires, somebody should look at it before anything is coached: the same rules
hold back those about movement and stretching."""
LEAD = N_("Ease off what provokes it, and keep gently moving as far as the pain allows.")
CAUTION = N_("Leave out what makes it worse. One press logs what you have just done.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStep:
    """One button: its picture, its words in two lines, its whole name, and what it asks."""

    icon: str
    role: str
    text: str
    name: str
    command: c.Command


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstStepsView:
    """The card, as short as it can be."""

    lead: str
    steps: tuple[FirstStep, ...]
    caution: str


def first_steps_view(
    diary: Diary,
    now: Moment,
    settings: Settings,
    assessment: Assessment | None,
    *,
    unanswered: bool,
) -> FirstStepsView | None:
    """None unless a spasm runs and nothing speaks against coaching.

    `unanswered` is whether the safety questions still wait for an answer.
    """
    if diary.running is None or unanswered or _comes_first(assessment):
        return None
    return FirstStepsView(
        lead=_(LEAD), steps=tuple(_steps(diary, now, settings)), caution=_(CAUTION)
    )


def _comes_first(assessment: Assessment | None) -> bool:
    """Not assessed yet counts as well: the card may come a moment later, never too soon."""
    if assessment is None or emergency_stands(assessment):
        return True
    return any(each.rule.id in FIRST for each in assessment.fired)


def _steps(diary: Diary, now: Moment, settings: Settings) -> Iterator[FirstStep]:
    if diary.profile is None or not diary.profile.fluid_limit:
        drink = c.LogDrink(volume_ml=settings.glass_ml)
        yield _step("drop", "hydration", _("Water"), volume(settings.glass_ml), drink)
    yield _step(
        "stretch",
        "stretch",
        _("Light stretch"),
        minutes_words(STRETCH_MINUTES),
        c.LogStretch(seconds=STRETCH_MINUTES * 60, at=just_ended(now, STRETCH_MINUTES * 60)),
    )
    yield _step(
        "walk",
        "activity",
        _("Easy walk"),
        minutes_words(WALK_MINUTES),
        c.LogActivity(
            kind="walk",
            minutes=WALK_MINUTES,
            intensity=Intensity.LIGHT,
            at=just_ended(now, WALK_MINUTES * 60),
        ),
    )
    yield _step("heat", "treatment", _("Heat"), minutes_words(HEAT_MINUTES), _heat(diary))


def _step(icon: str, role: str, said: str, amount: str, command: c.Command) -> FirstStep:
    name = _("Log {what}, {amount}").format(what=said, amount=amount)
    return FirstStep(icon=icon, role=role, text=f"{said}\n{amount}", name=name, command=command)


def _heat(diary: Diary) -> c.LogUse:
    """With what this person uses for it, where the catalogue has something."""
    offered = (each for each in diary.treatments if not each.archived)
    known = next((each for each in offered if each.kind is TreatmentKind.HEAT), None)
    if known is not None:
        return c.LogUse(dose=c.Dose(treatment_id=known.id, minutes=HEAT_MINUTES))
    named = c.Dose(name=_("Heat"), kind=TreatmentKind.HEAT, minutes=HEAT_MINUTES)
    return c.LogUse(dose=named)
