"""The evening check-in: which day is asked for, and what that day's own entries fill in."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import CheckIn, Factor
from spasmlog.domain.scales import Exposure, Limited
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, format_day, format_number
from spasmlog.journal.commands import Fields
from spasmlog.views import names
from spasmlog.views.amounts import in_sentence, sentence
from spasmlog.views.begun import had_begun

EVENING_HOUR = 18
AMOUNTS = ("fluids_ml", "moderate_min", "vigorous_min", "stretch_s")
"""Totals that count where they are larger than what was logged one by one."""
ASKED = (
    "worst",
    "average",
    "limited",
    "sleep_h",
    "slept_badly",
    "sitting_h",
    *AMOUNTS,
    "note",
)


class Stage(StrEnum):
    """How much of the card is shown."""

    EVENING = "evening"
    MORNING_AFTER = "morning_after"
    SAVED = "saved"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInView:
    """One day's check-in. `answers` is what the fields show; what is not in it is a skip.

    `exposures` are asked with yes, no and skip; `kept` are answers to others, left as they are.
    """

    day: date
    stage: Stage
    key: str
    title: str
    note: str
    summary: str
    answers: Mapping[str, Any]
    saved: Mapping[str, Any]
    exposures: tuple[tuple[str, str], ...]
    kept: tuple[tuple[str, bool], ...]
    can_be_clear: bool


def check_in_view(diary: Diary, now: Moment, hidden: Set[str] = frozenset()) -> CheckInView | None:
    """Today's from the evening on; before that the day before's, as long as it is open."""
    today, before = diary.today, diary.today - timedelta(days=1)
    evening = now.clock.hour >= EVENING_HOUR or now.clock.date() > today
    if evening or diary.check_in(today) is not None:
        return _view(diary, today, Stage.EVENING)
    open_still = diary.check_in(before) is None and _key(before) not in hidden
    if open_still and had_begun(diary, before):
        return _view(diary, before, Stage.MORNING_AFTER)
    return None


def changed(view: CheckInView, answers: Mapping[str, Any]) -> Fields:
    """The fields of a `SaveCheckIn`: what differs from what is saved, skips included.

    Raises `InvalidEntry` for a new check-in without a single answer.
    """
    exposures = dict(view.kept) | {
        name: answers[name] for name, _words in view.exposures if answers.get(name) is not None
    }
    wanted: dict[str, Any] = {name: answers.get(name) for name in ASKED}
    wanted["note"] = wanted["note"] or ""
    wanted["exposures"] = tuple(sorted(exposures.items()))
    blank = {"note": "", "exposures": ()}
    saved = {name: view.saved.get(name, blank.get(name)) for name in wanted}
    fields = tuple((name, value) for name, value in wanted.items() if value != saved[name])
    if not fields and not view.saved:
        raise InvalidEntry(
            _("Nothing is answered yet."), _("A day without a check-in stays unknown.")
        )
    return fields


def _view(diary: Diary, day: date, stage: Stage) -> CheckInView:
    known = diary.check_in(day)
    facts = diary.facts_on(day)
    offered = _exposures(diary, known)
    ids = {name for name, _words in offered}
    saved = {} if known is None else _saved(known)
    answers = {"worst": facts.worst} if known is None else saved | dict(known.exposures)
    filled = {
        name: value
        for name, value in answers.items()
        if value not in (None, "") and name != "exposures"
    }
    return CheckInView(
        day=day,
        stage=stage if known is None else Stage.SAVED,
        key=_key(day),
        title=_title(day, stage),
        note=_note(known, filled),
        summary=_summary(filled, dict(offered), _("The rest is blank.") if known is None else ""),
        answers=filled,
        saved=saved,
        exposures=offered,
        kept=tuple(each for each in (known.exposures if known else ()) if each[0] not in ids),
        can_be_clear=known is None and not facts.pain and not _runs_on(diary, day),
    )


def _runs_on(diary: Diary, day: date) -> bool:
    """Whether a spasm of that day or earlier still runs, which the day's facts cannot tell."""
    return diary.running is not None and diary.running.day <= day


def _saved(known: CheckIn) -> dict[str, Any]:
    return {name: getattr(known, name) for name in (*ASKED, "exposures")}


def _key(day: date) -> str:
    return f"check_in:{day.isoformat()}"


def _title(day: date, stage: Stage) -> str:
    if stage is Stage.EVENING:
        return _("Evening check-in")
    return _("{day}’s check-in is open").format(day=format_day(day, "EEEE"))


def _note(known: CheckIn | None, filled: Mapping[str, Any]) -> str:
    if known is not None:
        return _("saved; change what differs")
    return _("filled in from what you logged") if filled else _("blank until you answer")


def _exposures(diary: Diary, known: CheckIn | None) -> tuple[tuple[str, str], ...]:
    """The built-in exposures and the person's own, with the question for each."""
    built_in = (
        (Exposure.HEAVY_LOAD.value, _("Lifted something heavy?")),
        (Exposure.AWKWARD_POSTURE.value, _("Awkward posture?")),
        (Exposure.STRESS.value, _("Stress or low mood?")),
    )
    answered = {name for name, _said in known.exposures} if known else set()
    own = (
        (each.id, _("{name}?").format(name=each.name))
        for each in diary.of_kind(Factor)
        if each.exposure is None and (each.retired is None or each.id in answered)
    )
    return (*built_in, *own)


def _summary(filled: Mapping[str, Any], exposures: Mapping[str, str], rest: str) -> str:
    """ "Worst pain 4, limited you a bit, sat 3 hours, no heavy lifting." """
    parts = [say(filled[name]) for name, say in _SAID if name in filled]
    parts += [
        names.exposure(name) or in_sentence(words.rstrip("?"))
        if filled[name]
        else _("no {exposure}").format(exposure=names.exposure(name) or words.rstrip("?"))
        for name, words in exposures.items()
        if name in filled
    ]
    if not parts:
        return _("Nothing that day says how it was.") if rest else ""
    return " ".join(filter(None, (f"{sentence(', '.join(parts))}.", rest)))


def _limited(value: Limited) -> str:
    if value is Limited.NO:
        return _("did not limit you")
    return _("limited you {how_much}").format(how_much=names.limited(value))


_SAID = (
    ("worst", lambda value: _("worst pain {n}").format(n=value)),
    ("average", lambda value: _("average {n}").format(n=value)),
    ("limited", _limited),
    ("sleep_h", lambda value: _("slept {n} h").format(n=format_number(value))),
    ("slept_badly", lambda value: _("slept badly") if value else _("did not sleep badly")),
    ("sitting_h", lambda value: _("sat {n} h").format(n=format_number(value))),
)
