"""The questionnaires that are to be answered today, and their answers as a command."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date

from spasmlog.analysis.scores import EVERY, due_on, value_of
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import INSTRUMENTS, PEG, ROLAND_MORRIS
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _, ngettext
from spasmlog.journal.commands import LogScore
from spasmlog.settings import Settings
from spasmlog.views.score_names import cited, score_text
from spasmlog.views.score_questions import (
    Question,
    Statement,
    instruction,
    questions,
    statements,
)

PUT_OFF = "score:"
"""What the key of a questionnaire that was put off begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PegView:
    """The three questions about the past week; `key` is what hides them until the next."""

    key: str
    day: date
    title: str
    note: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RolandMorrisView:
    """The 24 statements about today; `key` is what hides them until the next month."""

    key: str
    day: date
    title: str
    note: str
    summary: str
    instruction: str
    source: str
    statements: tuple[Statement, ...]


def peg_view(diary: Diary, settings: Settings, hidden: Set[str] = frozenset()) -> PegView | None:
    """Asked once a week, never while a spasm runs."""
    key = _key(diary, PEG) if settings.weekly_peg else None
    if key is None or key in hidden:
        return None
    return PegView(
        key=key,
        day=diary.today,
        title=_("How was the past week?"),
        note=_("PEG, once a week"),
        questions=questions(),
    )


def roland_morris_view(
    diary: Diary, settings: Settings, hidden: Set[str] = frozenset()
) -> RolandMorrisView | None:
    """Asked once a month where it is switched on, never while a spasm runs."""
    key = _key(diary, ROLAND_MORRIS) if settings.monthly_roland_morris else None
    if key is None or key in hidden:
        return None
    return RolandMorrisView(
        key=key,
        day=diary.today,
        title=_("What does your back keep you from today?"),
        note=_("Roland-Morris, once a month"),
        summary=_("24 short sentences: tick those that are true today. It takes a few minutes."),
        instruction=instruction(),
        source=cited(ROLAND_MORRIS),
        statements=statements(),
    )


def _key(diary: Diary, instrument: str) -> str | None:
    """The same from when it is due until the next would be; None where nothing is due."""
    due = due_on(diary, instrument)
    if diary.running is not None or due is None or due > diary.today:
        return None
    late = (diary.today - due).days // EVERY[instrument]
    return f"{PUT_OFF}{instrument}:{due.isoformat()}:{late}"


def score_command(instrument: str, day: date, answers: Mapping[str, int]) -> LogScore:
    """What saves the answers; raises `InvalidEntry` where one is missing."""
    missing = len(INSTRUMENTS[instrument]) - len(answers)
    if missing:
        raise InvalidEntry(
            ngettext(
                "{n} question has no number yet.", "{n} questions have no number yet.", missing
            ),
            _("A part of it has no score. What you chose stays here."),
        )
    return LogScore(day=day, instrument=instrument, answers=tuple(sorted(answers.items())))


def mean_words(answers: Mapping[str, int]) -> str:
    """The score of three numbers before it is saved; empty while one is missing."""
    if len(answers) < len(INSTRUMENTS[PEG]):
        return ""
    value = score_text(PEG, value_of(PEG, tuple(answers.values())))
    return _("The mean of the three is {value}.").format(value=value)


def ticked_words(ticked: int) -> str:
    """How many statements are ticked so far."""
    return _("{n} of {all} ticked").format(n=ticked, all=len(INSTRUMENTS[ROLAND_MORRIS]))
