"""One press each: water, and the three stretches, walks and treatments that are used most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from spasmlog.domain.diary import Diary, instant_of
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import (
    Activity,
    Drink,
    Record,
    Stretch,
    Treatment,
    TreatmentUse,
)
from spasmlog.domain.scales import Intensity, TreatmentKind
from spasmlog.i18n import _, ngettext
from spasmlog.journal import commands as c
from spasmlog.rules.medicines import check_packet_limit, packet_limits, packet_sum
from spasmlog.settings import Settings
from spasmlog.views import names
from spasmlog.views.amounts import litres, mg_words, minutes_words, seconds_words, sentence
from spasmlog.views.repeating import Kinds, is_offered, over_the_packet

LOOK_BACK, SHOWN = 90, 3
"""Days that are looked at, and choices in a row."""
R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One button: the words on it in its row, or standing alone, the whole name, and what it asks.

    Words are in two lines where they need it. A stretch or a walk is logged as over now: what
    takes a while is pressed once it is done.
    """

    text: str
    alone: str
    name: str
    command: c.Command


Choices = tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaterView:
    """Today's glasses; without one there is nothing to take back."""

    glasses: int
    count: str
    litres: str
    add: c.Command
    take_back: c.Command | None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuickView:
    """The three rows, the last three of them together, and the packet's sum."""

    stretch: Choices
    walk: Choices
    treat: Choices
    again: Choices
    packet: str
    over: bool
    catalogue: tuple[Treatment, ...]
    activities: tuple[tuple[str, str], ...]
    running: bool
    clock: datetime
    now: Moment


def water_view(diary: Diary, settings: Settings) -> WaterView | None:
    """None where the person was told to limit fluids."""
    if diary.profile is not None and diary.profile.fluid_limit:
        return None
    drinks = diary.on(Drink, diary.today)
    return WaterView(
        glasses=len(drinks),
        count=ngettext("{n} glass", "{n} glasses", len(drinks)),
        litres=litres(sum(each.volume_ml for each in drinks)),
        add=c.LogDrink(volume_ml=settings.glass_ml),
        take_back=c.TakeBackDrink() if drinks else None,
    )


def quick_view(diary: Diary, now: Moment) -> QuickView:
    """What this person uses most, filled up with plain suggestions.

    A medicine of which too much was logged is not among them: it takes the form to log more.
    """
    stretches, walks, over = (
        _recent(diary, Stretch),
        _recent(diary, Activity),
        over_the_packet(diary),
    )
    uses = tuple(each for each in _uses(diary) if is_offered(_dose(each), diary, over))
    rounds = _most_used([(s.seconds, s.routine, s.group) for s in stretches], _ROUNDS)
    intensity = {(each.minutes, each.kind): each.intensity for each in walks}
    outings = _most_used([(each.minutes, each.kind) for each in walks], _OUTINGS)
    stretch = tuple(_stretch(*each, now) for each in sorted(rounds, key=lambda one: one[0]))
    walk = tuple(
        _walk(*each, intensity.get(each, Intensity.MODERATE), now)
        for each in sorted(outings, key=lambda one: one[0])
    )
    treat = _treats(uses, diary, over)
    last = (*stretches[-SHOWN:], *walks[-SHOWN:], *uses[-SHOWN:])
    packet, is_over = _packet(_recent(diary, TreatmentUse), diary, now)
    return QuickView(
        stretch=stretch,
        walk=walk,
        treat=treat,
        again=_again(last, (*treat[:1], walk[1], stretch[0]), diary, now),
        packet=packet,
        over=is_over,
        catalogue=tuple(each for each in diary.treatments if not each.archived),
        activities=_activities(walks),
        running=diary.running is not None,
        clock=now.clock.replace(second=0, microsecond=0),
        now=now,
    )


def just_ended(now: Moment, seconds: int) -> Moment:
    """When something that took so long, and is over now, began."""
    return now.plus(timedelta(seconds=-seconds))


_ROUNDS: tuple[tuple[int, str, str | None], ...] = tuple((s, "", None) for s in (300, 600, 900))
_OUTINGS = tuple((minutes, "walk") for minutes in (10, 20, 30))
_ACTIVITIES = ("walk", "cycling", "swimming", "gardening")


def _recent(diary: Diary, kind: type[R]) -> tuple[R, ...]:
    return diary.between(kind, diary.today - timedelta(days=LOOK_BACK - 1), diary.today)


def _uses(diary: Diary) -> tuple[TreatmentUse, ...]:
    """Those whose entry in the catalogue is still offered."""
    offered = {each.id for each in diary.treatments if not each.archived}
    return tuple(each for each in _recent(diary, TreatmentUse) if each.treatment_id in offered)


def _most_used(used: Sequence[K], suggested: Iterable[K] = ()) -> list[K]:
    """The three most used, the latest of equals first, filled up with what is suggested."""
    kept = [key for key, _count in Counter(reversed(used)).most_common(SHOWN)]
    kept += [key for key in suggested if key not in kept]
    return kept[:SHOWN]


def _stretch(seconds: int, routine: str, group: str | None, now: Moment) -> Choice:
    length, at = seconds_words(seconds), just_ended(now, seconds)
    return Choice(
        text=_lines(routine, length),
        alone=_lines(routine or _("Stretch"), length),
        name=", ".join(filter(None, (routine or _("Stretch"), group, length))),
        command=c.LogStretch(seconds=seconds, routine=routine, group=group, at=at),
    )


def _walk(minutes: int, kind: str, intensity: Intensity, now: Moment) -> Choice:
    length, said = minutes_words(minutes), names.activity(kind)
    at = just_ended(now, minutes * 60)
    return Choice(
        text=_lines("" if kind == "walk" else said, length),
        alone=_lines(said, length),
        name=", ".join((said, names.intensity(intensity), length)),
        command=c.LogActivity(kind=kind, minutes=minutes, intensity=intensity, at=at),
    )


def _treats(uses: Sequence[TreatmentUse], diary: Diary, over: Kinds) -> Choices:
    """The three most used, then the rest of the catalogue, then what needs no medicine."""
    doses = _most_used([_dose(use) for use in uses])
    offered = [each for each in diary.treatments if not each.archived]
    taken = {use.treatment_id for use in uses}
    usual = [_usual(each) for each in offered if each.id not in taken]
    doses += [each for each in usual if is_offered(each, diary, over)]
    kinds = {each.kind for each in diary.treatments}
    doses += [each for each in _suggested(diary) if each.kind not in kinds]
    return tuple(_treat(each, diary) for each in doses[:SHOWN])


def _dose(use: TreatmentUse) -> c.Dose:
    return c.Dose(
        treatment_id=use.treatment_id,
        dose_mg=use.dose_mg,
        dose_text=use.dose_text,
        minutes=use.minutes,
    )


def _usual(treatment: Treatment) -> c.Dose:
    return c.Dose(treatment_id=treatment.id, dose_mg=treatment.usual_dose_mg)


def _suggested(diary: Diary) -> Iterable[c.Dose]:
    """Until there is a catalogue; a medicine only where nothing speaks against naming one."""
    allergic = diary.profile is not None and bool(diary.profile.allergies.strip())
    if not diary.treatments and not allergic:
        yield c.Dose(name=_("Ibuprofen"), kind=TreatmentKind.IBUPROFEN, dose_mg=400.0)
    yield c.Dose(name=_("Heat"), kind=TreatmentKind.HEAT, minutes=20)
    yield c.Dose(name=_("Ice"), kind=TreatmentKind.ICE, minutes=10)
    yield c.Dose(name=_("Massage"), kind=TreatmentKind.MASSAGE, minutes=10)


def _treat(dose: c.Dose, diary: Diary) -> Choice:
    known = diary.get(Treatment, dose.treatment_id)
    name = known.name if known else dose.name
    parts = [mg_words(dose.dose_mg)] if dose.dose_mg is not None else []
    parts += [dose.dose_text] if dose.dose_text else []
    parts += [minutes_words(dose.minutes)] if dose.minutes is not None else []
    text = _lines(name, parts[0] if parts else "")
    command = c.LogUse(dose=dose)
    return Choice(text=text, alone=text, name=", ".join((name, *parts)), command=command)


def _again(last: Iterable[Record], fill: Iterable[Choice], diary: Diary, now: Moment) -> Choices:
    """The last three of any kind, the newest first."""
    newest = [_choice(each, diary, now) for each in sorted(last, key=instant_of, reverse=True)]
    found: dict[c.Command, Choice] = {}
    for each in (*newest, *fill):
        found.setdefault(each.command, each)
    return tuple(found.values())[:SHOWN]


def _choice(record: Record, diary: Diary, now: Moment) -> Choice:
    if isinstance(record, Stretch):
        return _stretch(record.seconds, record.routine, record.group, now)
    if isinstance(record, Activity):
        return _walk(record.minutes, record.kind, record.intensity, now)
    assert isinstance(record, TreatmentUse)
    return _treat(_dose(record), diary)


def _lines(first: str, second: str) -> str:
    return "\n".join(filter(None, (first, second)))


def _activities(walks: Iterable[Activity]) -> tuple[tuple[str, str], ...]:
    """What the form offers: the usual kinds and the person's own."""
    own = sorted({each.kind for each in walks} - set(_ACTIVITIES))
    return tuple((each, names.activity(each)) for each in (*_ACTIVITIES, *own))


def _packet(uses: Sequence[TreatmentUse], diary: Diary, now: Moment) -> tuple[str, bool]:
    """The sum of the last packet medicine; above its limit, what the rule says about that."""
    limits = packet_limits()
    last = next((each for each in reversed(uses) if each.kind in limits), None)
    if last is None:
        return "", False
    found = packet_sum(diary, last.kind, now.utc)
    if not found.uses:
        return "", False
    medicine = sentence(names.kind(last.kind))
    rule = check_packet_limit(diary)
    if found.is_over and rule.fired:
        return rule.message, True
    mg, limit = mg_words(float(found.mg)), mg_words(found.limit)
    known = _("{medicine} in 24 hours: {mg}. Packet limit: {limit}.")
    vague = _("{medicine} in 24 hours: {mg} and doses without an amount. Packet limit: {limit}.")
    pattern = vague if found.has_unknown else known
    return pattern.format(medicine=medicine, mg=mg, limit=limit), False
