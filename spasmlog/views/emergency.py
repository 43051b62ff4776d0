"""What the emergency page says; every part of it also without a journal."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from spasmlog.i18n import _, ngettext
from spasmlog.paths import shipped

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary
    from spasmlog.domain.moment import Moment
    from spasmlog.domain.scales import Sign
    from spasmlog.rules.signs import StandingAnswer

MOST_MEDICINES = 6
"""So many lines fit the page; how many more there are is said."""
LATELY_DAYS = 1
"""Doses of today and of so many days before are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """Whom to call. Without a `number`, `said` is all that can be told."""

    number: str
    said: str
    country: str
    set_for: str
    can_change: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignLine:
    """One sign. `answer` is the id of the yes that stands, `said` what was answered before."""

    sign: Sign
    text: str
    ticked: bool = False
    answer: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyView:
    """All that the page shows. `newest` is the id of the newest yes that stands.

    `medicines` is None while the journal is not open: nothing is known then.
    """

    number: EmergencyNumber
    countries: tuple[tuple[str, str], ...]
    signs: tuple[SignLine, ...]
    lead: str
    say: str
    steps: tuple[tuple[str, str], ...]
    when: str = ""
    newest: str = ""
    medicines: tuple[str, ...] | None = None
    allergies: str = ""

    @property
    def ticked(self) -> tuple[Sign, ...]:
        """The signs that are ticked, in the order of the questions."""
        return tuple(each.sign for each in self.signs if each.ticked)


def emergency_view(
    country: str, number: str, diary: Diary | None = None, now: Moment | None = None
) -> EmergencyView:
    """The page for a country (empty: the locale's) or a number of the person's own."""
    view = EmergencyView(
        number=_number(country or locale_country(os.environ), number.strip()),
        countries=countries(),
        signs=_signs(),
        lead="",
        say="",
        steps=(),
    )
    if diary is not None and now is not None:
        view = _with_diary(view, diary, now)
    return with_ticks(view, ())


def with_ticks(view: EmergencyView, ticked: Iterable[Sign]) -> EmergencyView:
    """The page after these signs were ticked as well, whether or not that is saved."""
    known = set(view.ticked) | set(ticked)
    signs = tuple(replace(each, ticked=each.sign in known) for each in view.signs)
    return replace(
        view,
        signs=signs,
        lead=_lead(bool(known)),
        say=_say(known),
        steps=_steps(bool(known), view.medicines is not None),
    )


def locale_country(environ: Mapping[str, str]) -> str:
    """The country that the locale names, empty where it names none; needs no Babel."""
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        name = environ.get(variable, "").split(".")[0].split("@")[0]
        if name and name not in ("C", "POSIX"):
            code = name.replace("-", "_").rpartition("_")[2]
            return code if code in _table() else ""
    return ""


@cache
def _table() -> Mapping[str, Mapping[str, str]]:
    found: Any = json.loads(shipped("resources", "emergency_numbers.json").read_bytes())
    table: Mapping[str, Mapping[str, str]] = found["countries"]
    return table


def countries() -> tuple[tuple[str, str], ...]:
    """The countries whose number is known: code and name, by name."""
    named = ((code, _(each["name"])) for code, each in _table().items())
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


def _number(country: str, own: str) -> EmergencyNumber:
    known = _table().get(country.upper())
    if own:
        return EmergencyNumber(
            number=own,
            said=_own_said(known),
            country=country.upper() if known else "",
            set_for=_("Your own number, from Settings"),
            can_change=False,
        )
    if known is None:
        return EmergencyNumber(
            number="",
            said=_("112 in most of Europe, 911 in North America, 999 in the UK"),
            country="",
            set_for=_("No country is set"),
            can_change=True,
        )
    return EmergencyNumber(
        number=known["number"],
        said=_("Or {number}").format(number=known["also"]) if known["also"] else "",
        country=country.upper(),
        set_for=_("Set for {country}").format(country=_(known["name"])),
        can_change=True,
    )


def _own_said(known: Mapping[str, str] | None) -> str:
    if known is None:
        return ""
    return _("{country}: {number}").format(country=_(known["name"]), number=known["number"])


def _lead(ticked: bool) -> str:
    if ticked:
        return _(
            "You ticked something that needs help within the hour. Do not wait for this journal or "
            "to see whether it passes."
        )
    return _(
        "If one of these is true, and new or clearly worse in the last 2 weeks, get help within "
        "the hour. Do not wait to see whether it passes."
    )


def _signs() -> tuple[SignLine, ...]:
    # Imported here: the rule book is not needed to import the page.
    from spasmlog.domain.scales import EMERGENCY_SIGNS
    from spasmlog.rules.signs import WORDS

    return tuple(SignLine(sign=sign, text=_(WORDS[sign].question)) for sign in EMERGENCY_SIGNS)


def _say(ticked: set[Sign]) -> str:
    if ticked:
        from spasmlog.rules.signs import words_to_say

        return words_to_say(ticked)
    return _("I have back or neck pain. New or clearly worse: (name it). It began: (when).")


def _steps(ticked: bool, journal: bool) -> tuple[tuple[str, str], ...]:
    return (
        (
            _("Call, or have someone take you to an emergency department"),
            _("Do not drive yourself."),
        ),
        (
            _("Say what is wrong"),
            _("The words on this page are what you ticked. You can hand over this screen.")
            if ticked
            else _("Tick what is true: this page then shows the words to say."),
        ),
        (
            _("Show your medicines and allergies"),
            _("What you entered stands below the words to say.")
            if journal
            else _("Take the packets, or a list of them, along."),
        ),
        (_("If it gets worse on the way, call again"), _("Say what has changed.")),
    )


def _with_diary(view: EmergencyView, diary: Diary, now: Moment) -> EmergencyView:
    from spasmlog.domain.records import Answer
    from spasmlog.rules.signs import standing_answers

    standing = standing_answers(diary)
    signs = tuple(_answered(line, standing.get(line.sign)) for line in view.signs)
    given = [diary.get(Answer, line.answer) for line in signs if line.ticked]
    newest = max(
        (each for each in given if each), key=lambda each: each.recorded_at.utc, default=None
    )
    return replace(
        view,
        signs=signs,
        newest="" if newest is None else newest.id,
        when="" if newest is None else _ticked_at(newest.recorded_at),
        medicines=_medicines(diary, now),
        allergies=_allergies(diary),
    )


def _answered(line: SignLine, standing: StandingAnswer | None) -> SignLine:
    """A yes of the last 2 weeks is a tick; an older one, or "not sure", is told beside it."""
    from spasmlog.domain.scales import SignAnswer
    from spasmlog.i18n import format_day

    if standing is None:
        return line
    day = format_day(standing.day)
    if standing.answer is not SignAnswer.YES:
        return replace(line, said=_("You answered 'not sure' on {day}.").format(day=day))
    if standing.ask_again:
        return replace(line, said=_("You answered yes on {day}.").format(day=day))
    return replace(line, ticked=True, answer=standing.record)


def _ticked_at(moment: Moment) -> str:
    from spasmlog.i18n import format_clock, format_day

    day = format_day(moment.clock.date(), "EEEE d MMMM")
    return _("Ticked at {time}, {day}").format(time=format_clock(moment.clock), day=day)


def _medicines(diary: Diary, now: Moment) -> tuple[str, ...]:
    """What was taken since yesterday, newest first, then the other regular medicines."""
    taken = _taken(diary, now)
    regular = [
        each.name if each.usual_dose_mg is None else f"{each.name} {_mg(each.usual_dose_mg)}"
        for each in diary.treatments
        if each.regular and not each.archived and each.id not in taken
    ]
    lines = [*taken.values(), *(_("{medicine}, regular").format(medicine=each) for each in regular)]
    if not lines:
        return (_("No medicines entered"),)
    more = len(lines) - MOST_MEDICINES
    if more > 0:
        told = ngettext("and {n} more in the journal", "and {n} more in the journal", more)
        return (*lines[:MOST_MEDICINES], told)
    return tuple(lines)


def _taken(diary: Diary, now: Moment) -> dict[str, str]:
    """The last dose of each medicine since yesterday, by the id of the medicine."""
    from datetime import timedelta

    from spasmlog.domain.records import Treatment, TreatmentUse
    from spasmlog.domain.scales import MEDICINES
    from spasmlog.i18n import format_clock

    taken: dict[str, str] = {}
    first = diary.today - timedelta(days=LATELY_DAYS)
    for use in reversed(diary.between(TreatmentUse, first, diary.today)):
        medicine = diary.get(Treatment, use.treatment_id)
        if medicine is None or use.kind not in MEDICINES or use.treatment_id in taken:
            continue
        dose = use.dose_text if use.dose_mg is None else _mg(use.dose_mg)
        today = use.at.clock.date() == now.clock.date()
        said = _("{medicine}, last at {time} today") if today else _("{medicine}, last at {time}")
        named = f"{medicine.name} {dose}".strip()
        taken[medicine.id] = said.format(medicine=named, time=format_clock(use.at.clock))
    return taken


def _mg(dose: float) -> str:
    from spasmlog.i18n import format_number

    return _("{n} mg").format(n=format_number(dose))


def _allergies(diary: Diary) -> str:
    said = "" if diary.profile is None else diary.profile.allergies.strip()
    return _("Allergies: {said}").format(said=said) if said else _("No allergies entered")
