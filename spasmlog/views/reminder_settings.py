"""What the card on reminders shows, and what is typed there, read or refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from pathlib import Path

from spasmlog import reminder_timer
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.reminder_timer import MINUTES, Kind
from spasmlog.settings import RELIEF_AFTER_MIN, Settings
from spasmlog.views.amounts import minutes_words
from spasmlog.views.check_in import EVENING_HOUR
from spasmlog.views.reminders import lies_between
from spasmlog.views.typed import read_clock, shown_clock


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderTexts:
    """Times as the fields show them, and the sentences below; `after` are choices of minutes.

    `while_closed` is what is on the disk, whatever was wished for.
    """

    after: tuple[tuple[object, str], ...]
    evening_at: str
    evening_hint: str
    quiet_from: str
    quiet_to: str
    quiet_hint: str
    peg_hint: str
    while_closed: bool
    while_closed_hint: str
    can_while_closed: bool


def reminder_texts(settings: Settings, journal: Path | None) -> ReminderTexts:
    """The card as things stand; a journal without a file is only in memory."""
    stands = None if journal is None else reminder_timer.standing(journal)
    return ReminderTexts(
        after=tuple((each, minutes_words(each)) for each in RELIEF_AFTER_MIN),
        evening_at=_shown(settings.evening_at),
        evening_hint=_evening_hint(settings),
        quiet_from=_shown(settings.quiet_from),
        quiet_to=_shown(settings.quiet_to),
        quiet_hint=_quiet_hint(settings),
        peg_hint="" if settings.weekly_peg else _("PEG is switched off under Questionnaires."),
        while_closed=stands is not None,
        while_closed_hint=_only_in_memory()
        if journal is None
        else _while_closed(stands or reminder_timer.likely()),
        can_while_closed=journal is not None,
    )


def read_evening(text: str, settings: Settings) -> str:
    """A time of the evening, or of the night before the next day starts."""
    at = read_clock(text)
    if settings.day_starts <= at < time(EVENING_HOUR):
        raise InvalidEntry(
            _("The check-in of a day opens at {first}, and the day ends at {last}.").format(
                first=shown_clock(time(EVENING_HOUR)), last=shown_clock(settings.day_starts)
            )
        )
    return at.strftime("%H:%M")


def evening_reader(settings: Settings) -> Callable[[str], str]:
    """Reads a time of the evening by these settings."""
    return lambda text: read_evening(text, settings)


def read_quiet(text: str) -> str:
    """Any time of day, as the settings keep it."""
    return read_clock(text).strftime("%H:%M")


def _shown(clock: str) -> str:
    return shown_clock(time.fromisoformat(clock))


def _evening_hint(settings: Settings) -> str:
    asked = settings.remind_evening or settings.remind_peg
    at = time.fromisoformat(settings.evening_at)
    if asked and lies_between(at, settings.quiet_from, settings.quiet_to):
        return _("That lies in the quiet hours, so no notification comes.")
    return _("For the check-in, and for PEG where it is due.")


def _quiet_hint(settings: Settings) -> str:
    if settings.quiet_from == settings.quiet_to:
        return _("The same time twice: there are no quiet hours.")
    return ""


def _only_in_memory() -> str:
    return _("This journal is only in memory: it ends with the window.")


def _while_closed(kind: Kind) -> str:
    if kind is Kind.TIMER:
        told = _(
            "systemd, which starts programs on this computer, starts SpasmLog every {n} minutes "
            "without a window. It ends at once where nothing is due. Switched off, nothing of it "
            "is left."
        )
    else:
        told = _(
            "From your next login on, a small part of SpasmLog runs without a window and looks "
            "every {n} minutes whether something is due. Switched off, nothing of it is left."
        )
    return told.format(n=MINUTES)
