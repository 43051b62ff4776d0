"""Flare mode: what one screen of large buttons shows and asks for, at rest and during a spasm."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

from spasmlog.domain.diary import Diary, Step
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Drink, Episode, Treatment, TreatmentUse
from spasmlog.domain.scales import MEDICINES, TreatmentKind
from spasmlog.i18n import _, ngettext
from spasmlog.journal import commands as c
from spasmlog.settings import Settings
from spasmlog.views import names
from spasmlog.views.amounts import duration, minutes_words, sentence
from spasmlog.views.entries import amount, place
from spasmlog.views.now import when
from spasmlog.views.quick_cards import LOOK_BACK, water_view
from spasmlog.views.repeating import why_not
from spasmlog.views.running import exact_onset, level_of, running_title

SEVERE, TWICE = 8, 2
"""Flare mode may open by itself at the second number from 8 on (our own choice)."""
NIGHT_FROM, NIGHT_TO = 22, 6
"""The hours between which a dark screen is offered."""
HEAT_MIN = 20
"""What a first go of heat is taken for, as where heat is suggested on Today."""
_NOT_BY_ONESELF = MEDICINES | {TreatmentKind.INJECTION}


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareTile:
    """One large button: its words, a quiet line below them, and what it asks for.

    With `why_not` it asks for nothing, and this is said instead.
    """

    text: str
    detail: str
    icon: str
    command: c.Command
    why_not: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlareView:
    """The screen; a tile that is None is not there. `level` is the number that is ringed."""

    title: str
    facts: str
    episode_id: str | None
    level: int | None
    main: FlareTile
    medicine: FlareTile | None
    care: FlareTile | None
    water: FlareTile | None
    night: bool


def flare_view(diary: Diary, now: Moment, settings: Settings) -> FlareView:
    """The screen at this moment."""
    spasm = diary.running
    return FlareView(
        title=_("How is it now?") if spasm is None else running_title(exact_onset(spasm), now),
        facts=_rest() if spasm is None else _facts(spasm, diary, now),
        episode_id=None if spasm is None else spasm.id,
        level=None if spasm is None else level_of(spasm, diary),
        main=_main(spasm),
        medicine=_medicine(diary, now),
        care=_care(diary, now),
        water=_water(diary, settings),
        night=now.clock.hour >= NIGHT_FROM or now.clock.hour < NIGHT_TO,
    )


def severe_again(step: Step, diary: Diary) -> str:
    """The running spasm, where this step put a second number of 8 or more to it; else empty."""
    spasm = diary.running
    if spasm is None:
        return ""
    severe = {each.id for each in diary.linked_readings(spasm.id) if (each.pain or 0) >= SEVERE}
    new = {each.after.id for each in step.changes if each.before is None and each.after is not None}
    return spasm.id if len(severe) >= TWICE and severe & new else ""


def _rest() -> str:
    return _("No spasm is running. A number saves a pain reading.")


def _facts(spasm: Episode, diary: Diary, now: Moment) -> str:
    """ "Since 18:28. Lower back, left. Now 6." """
    level, where = level_of(spasm, diary), place(spasm)
    exact = exact_onset(spasm)
    since = "" if exact is None else _("Since {when}.").format(when=when(exact, now))
    strength = _("How strong is it? Press a number.")
    if level is not None:
        strength = _("Now {n}.").format(n=level)
    return " ".join(filter(None, (since, f"{sentence(where)}." if where else "", strength)))


def _main(spasm: Episode | None) -> FlareTile:
    if spasm is None:
        text, command = _("A spasm began"), c.LogEpisode()
        return FlareTile(text=text, detail="", icon="spasm", command=command)
    end = c.EndEpisode(episode_id=spasm.id)
    return FlareTile(text=_("It let go"), detail="", icon="", command=end)


def _medicine(diary: Diary, now: Moment) -> FlareTile | None:
    """The last medicine once more, with the same refusals as everywhere."""
    taken = (each for each in reversed(diary.uses) if each.kind in MEDICINES)
    for use in taken:
        known = _offered(use.treatment_id, diary)
        if known is not None:
            text = " ".join(filter(None, (known.name, _together(amount(use)))))
            return FlareTile(
                text=text,
                detail=_last(use, now),
                icon="pill",
                command=_again(use),
                why_not=why_not(use, diary),
            )
    return None


def _care(diary: Diary, now: Moment) -> FlareTile | None:
    """The person's own heat, or else what they use most that is no medicine."""
    chosen = _own_heat(diary) or _most_used(diary)
    if chosen is None:
        return None
    use = next((each for each in reversed(diary.uses) if each.treatment_id == chosen.id), None)
    is_today = use is not None and use.day == diary.today
    minutes = HEAT_MIN if chosen.kind is TreatmentKind.HEAT else None
    first = c.LogUse(dose=c.Dose(treatment_id=chosen.id, minutes=minutes))
    much = amount(use) if use is not None else minutes_words(minutes) if minutes else ""
    return FlareTile(
        text=", ".join(filter(None, (chosen.name, _together(much)))),
        detail=_last(use, now) if use is not None and is_today else _("none logged today"),
        icon=names.kind_icon(chosen.kind),
        command=_again(use) if use is not None else first,
    )


def _own_heat(diary: Diary) -> Treatment | None:
    """The one used last, where there are several."""
    heat = [each for each in diary.treatments if each.kind is TreatmentKind.HEAT]
    ids = {each.id for each in heat if not each.archived}
    last = next((each for each in reversed(diary.uses) if each.treatment_id in ids), None)
    if last is not None:
        return diary.get(Treatment, last.treatment_id)
    return next((each for each in heat if not each.archived), None)


def _most_used(diary: Diary) -> Treatment | None:
    """Of the last days, the latest of equals."""
    first = diary.today - timedelta(days=LOOK_BACK - 1)
    uses = diary.between(TreatmentUse, first, diary.today)
    own = [each for each in reversed(uses) if each.kind not in _NOT_BY_ONESELF]
    ids = [each.treatment_id for each in own if _offered(each.treatment_id, diary) is not None]
    return _offered(Counter(ids).most_common(1)[0][0], diary) if ids else None


def _offered(treatment_id: str, diary: Diary) -> Treatment | None:
    known = diary.get(Treatment, treatment_id)
    return None if known is None or known.archived else known


def _again(use: TreatmentUse) -> c.LogUse:
    return c.LogUse(
        dose=c.Dose(
            treatment_id=use.treatment_id,
            dose_mg=use.dose_mg,
            dose_text=use.dose_text,
            minutes=use.minutes,
        )
    )


def _together(words: str) -> str:
    """A number is not torn from its unit where a line ends."""
    return re.sub(r"(?<=\d) ", "\N{NO-BREAK SPACE}", words)


def _last(use: TreatmentUse, now: Moment) -> str:
    """ "last 18:40, 1 h ago" """
    ago = now.utc - use.at.utc
    if timedelta() <= ago < timedelta(minutes=1):
        return _("just now")
    if timedelta() <= ago < timedelta(days=1):
        pattern = _("last {when}, {time} ago")
        return pattern.format(when=when(use.at, now), time=duration(ago))
    return _("last {when}").format(when=when(use.at, now))


def _water(diary: Diary, settings: Settings) -> FlareTile | None:
    """Not there where the person was told to limit fluids."""
    view = water_view(diary, settings)
    if view is None:
        return None
    glasses = len(diary.on(Drink, diary.today))
    return FlareTile(
        text=_("A glass of water"),
        detail=ngettext("{n} so far", "{n} so far", glasses) if glasses else _("none logged today"),
        icon="drop",
        command=view.add,
    )
