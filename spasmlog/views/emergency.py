"""What the emergency page says; every part of it also without a journal."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from spasmlog.i18n import _
from spasmlog.views.emergency_numbers import (
    EmergencyNumber,
    countries,
    emergency_number,
    locale_country,
)

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary
    from spasmlog.domain.moment import Moment
    from spasmlog.domain.scales import Sign, SignAnswer
    from spasmlog.rules.signs import StandingAnswer
    from spasmlog.views.emergency_sum import OverLimit
    from spasmlog.views.safety import QuestionGroup

__all__ = [
    "EmergencyNumber",
    "EmergencyView",
    "SignLine",
    "countries",
    "emergency_view",
    "locale_country",
    "with_ticks",
]

Steps = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """One sign. `answer` is the id of the yes that stands, `said` what was answered before.

    `unsure`, where the last word on it was "not sure", is how it is named on the phone.
    """

    sign: Sign
    text: str
    ticked: bool = False
    answer: str = ""
    said: str = ""
    unsure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyView:
    """All that the page shows. `newest` is the id of the newest yes that stands.

    `medicines` is None while the journal is not open: nothing is known then. `over` is an
    emergency from a sum of doses, `others` are the questions that are not emergency ones.
    """

    number: EmergencyNumber
    countries: tuple[tuple[str, str], ...]
    signs: tuple[SignLine, ...]
    title: str = ""
    lead: str = ""
    call: str = ""
    line: str = ""
    say: str = ""
    steps: Steps = ()
    when: str = ""
    newest: str = ""
    medicines: tuple[str, ...] | None = None
    allergies: str = ""
    over: OverLimit | None = None
    others: tuple[QuestionGroup, ...] = ()
    now: Moment | None = None

    @property
    def ticked(self) -> tuple[Sign, ...]:
        """The signs that are ticked, in the order of the questions."""
        return tuple(each.sign for each in self.signs if each.ticked)

    @property
    def is_urgent(self) -> bool:
        """Whether something is so that needs help, and is not noted to have got it."""
        return bool(self.ticked) or (self.over is not None and not self.over.told)


def emergency_view(
    country: str,
    number: str,
    diary: Diary | None = None,
    now: Moment | None = None,
    waiting: Mapping[Sign, SignAnswer] | None = None,
) -> EmergencyView:
    """The page for a country (empty: the locale's) or a number of the person's own.

    `waiting` are answers that are not saved yet: an emergency one is a tick already.
    """
    from spasmlog.domain.scales import SignAnswer
    from spasmlog.views.safety import other_questions

    given = waiting or {}
    view = EmergencyView(
        number=emergency_number(country or locale_country(os.environ), number.strip()),
        countries=countries(),
        signs=_signs(),
        others=other_questions(diary, given),
        now=now,
    )
    if diary is not None and now is not None:
        view = _with_diary(view, diary, now)
    return with_ticks(view, (sign for sign, said in given.items() if said is SignAnswer.YES))


def with_ticks(view: EmergencyView, ticked: Iterable[Sign]) -> EmergencyView:
    """The page after these signs were ticked as well, whether or not that is saved."""
    known = set(view.ticked) | set(ticked)
    signs = tuple(replace(each, ticked=each.sign in known) for each in view.signs)
    view = replace(view, signs=signs)
    return replace(
        view,
        title=_title(view),
        lead=_lead(view),
        call=_call(view),
        line=_line(view),
        say=_say(view),
        steps=_steps(view),
    )


def _is_sum(view: EmergencyView) -> bool:
    """Whether it is only the sum that makes this an emergency."""
    return view.is_urgent and not view.ticked


def _title(view: EmergencyView) -> str:
    return _("Get advice now") if _is_sum(view) else _("Get medical help now")


def _lead(view: EmergencyView) -> str:
    parts = []
    if view.ticked:
        parts.append(
            _(
                "You ticked something that needs help within the hour. Do not wait for this "
                "journal or to see whether it passes."
            )
        )
    if view.over is not None:
        parts.append(view.over.said)
    if view.over is not None and view.over.told:
        parts.append(view.over.noted)
    if _is_sum(view):
        parts.append(_("Get advice now, even if you feel well."))
    return " ".join(parts) or _(
        "If one of these is true, and new or clearly worse in the last 2 weeks, get help within "
        "the hour. Do not wait to see whether it passes."
    )


def _call(view: EmergencyView) -> str:
    if _is_sum(view):
        return _("Call a poisons line, or your emergency number")
    return _("Call your emergency number")


def _line(view: EmergencyView) -> str:
    line = view.number.poisons
    if view.over is None or not line:
        return ""
    return _("Poisons line: {number}").format(number=line)


def _signs() -> tuple[SignLine, ...]:
    # Imported here: the rule book is not needed to import the page.
    from spasmlog.domain.scales import EMERGENCY_SIGNS
    from spasmlog.rules.signs import WORDS

    return tuple(SignLine(sign=sign, text=_(WORDS[sign].question)) for sign in EMERGENCY_SIGNS)


def _say(view: EmergencyView) -> str:
    parts = []
    if view.ticked:
        from spasmlog.rules.signs import words_to_say

        parts.append(words_to_say(view.ticked))
    if view.over is not None:
        parts.append(view.over.spoken)
    if not parts:
        parts.append(
            _("I have back or neck pain. New or clearly worse: (name it). It began: (when).")
        )
    unsure = "; ".join(each.unsure for each in view.signs if each.unsure and not each.ticked)
    if unsure:
        parts.append(_("I am not sure about: {signs}.").format(signs=unsure))
    return " ".join(parts)


def _steps(view: EmergencyView) -> Steps:
    if _is_sum(view):
        return _steps_of_sum(view)
    return (
        (
            _("Call, or have someone take you to an emergency department"),
            _("Do not drive yourself."),
        ),
        (
            _("Say what is wrong"),
            _("The words on this page are what you ticked. You can hand over this screen.")
            if view.ticked
            else _("Tick what is true: this page then shows the words to say."),
        ),
        (
            _("Show your medicines and allergies"),
            _("Take the packets, or a list of them, along.")
            if view.medicines is None
            else _("What you entered stands below the words to say."),
        ),
        (_("If it gets worse on the way, call again"), _("Say what has changed.")),
    )


def _steps_of_sum(view: EmergencyView) -> Steps:
    return (
        (
            _("Call now"),
            _("If you cannot reach the poisons line, call the emergency number.")
            if view.number.poisons
            else _("If you know no poisons line, call the emergency number and ask for one."),
        ),
        (
            _("Call even if you feel well"),
            _("Signs of harm can come days later. If you feel ill, call the emergency number."),
        ),
        (
            _("Say what you took, and when"),
            _("The words on this page say it. Look at other packets too: many hold paracetamol."),
        ),
        (
            _("If an entry is wrong, correct it"),
            _("The sum is only as good as the amounts that were typed."),
        ),
    )


def _with_diary(view: EmergencyView, diary: Diary, now: Moment) -> EmergencyView:
    from spasmlog.domain.records import Answer
    from spasmlog.rules.signs import standing_answers
    from spasmlog.views.emergency_entered import (
        allergies_entered,
        called_since,
        medicines_entered,
        ticked_at,
    )
    from spasmlog.views.emergency_sum import over_limit

    standing = standing_answers(diary)
    signs = tuple(_answered(line, standing.get(line.sign)) for line in view.signs)
    given = [diary.get(Answer, line.answer) for line in signs if line.ticked]
    newest = max(
        (each for each in given if each), key=lambda each: each.recorded_at.utc, default=None
    )
    over = over_limit(diary, now)
    said = (
        "" if newest is None else ticked_at(newest.recorded_at),
        "" if newest is None else called_since(newest.recorded_at, diary),
        over.logged if over else "",
    )
    return replace(
        view,
        signs=signs,
        newest="" if newest is None else newest.id,
        when="\n".join(filter(None, said)),
        medicines=medicines_entered(diary, now),
        allergies=allergies_entered(diary),
        over=over,
    )


def _answered(line: SignLine, standing: StandingAnswer | None) -> SignLine:
    """A yes of the last 2 weeks is a tick; an older one, or "not sure", is told beside it."""
    from spasmlog.domain.scales import SignAnswer
    from spasmlog.i18n import format_day
    from spasmlog.rules.signs import WORDS

    if standing is None:
        return line
    day = format_day(standing.day)
    if standing.answer is not SignAnswer.YES:
        said = _("You answered 'not sure' on {day}.").format(day=day)
        return replace(line, said=said, unsure=_(WORDS[line.sign].short))
    if standing.ask_again:
        return replace(line, said=_("You answered yes on {day}.").format(day=day))
    return replace(line, ticked=True, answer=standing.record)
