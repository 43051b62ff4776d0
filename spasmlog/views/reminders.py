"""What a notification asks and when: how it is after a dose, the evening's check-in, PEG.

`told` is what was asked already: the key of a reminder, and when; `noted` and `put_off` add to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import Enum

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import ReadingWord
from spasmlog.i18n import _
from spasmlog.journal.commands import LogReading
from spasmlog.settings import Settings
from spasmlog.views.check_in import EVENING_HOUR
from spasmlog.views.relief import WORDS, relief_view, unanswered
from spasmlog.views.score_cards import PUT_OFF, peg_view

OPEN, LATER = "open", "later"
"""Answers that are no reading: to open the place where it is asked, to be asked once more."""
AGAIN = timedelta(minutes=30)
"""So long after "Later" it is asked once more, and then no more (our own choice)."""
KEPT = timedelta(days=9)
"""So long it is known what was asked: a week of PEG and a bit."""


class About(Enum):
    """What a reminder is about; its value begins the reminder's key."""

    RELIEF = "relief:"
    EVENING = "evening:"
    PEG = PUT_OFF
    SAMPLE = "sample:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One notification. `key` is that of its card on Today, so that putting off either holds.

    `answers` are an id and its words each, the most useful first: some desktops show only three.
    """

    about: About
    key: str
    title: str
    text: str
    answers: tuple[tuple[str, str], ...]


def due(
    diary: Diary,
    now: Moment,
    settings: Settings,
    told: Mapping[str, datetime],
    hidden: Set[str] = frozenset(),
) -> tuple[Reminder, ...]:
    """What is to be asked now; `hidden` are the keys that were put off on Today."""
    if is_quiet(now, settings):
        return ()
    silent = hidden | {key for key in told if not _asks_again(key, told, now)}
    found = (
        _relief(diary, now, settings, silent),
        _evening(diary, now, settings, silent),
        _peg(diary, now, settings, silent),
    )
    return tuple(each for each in found if each is not None)


def is_wanted(settings: Settings) -> bool:
    """Whether any reminder is switched on."""
    return settings.remind_relief or settings.remind_evening or settings.remind_peg


def is_quiet(now: Moment, settings: Settings) -> bool:
    """Whether these are quiet hours, by the clocks of where the person is now."""
    return lies_between(now.clock.time(), settings.quiet_from, settings.quiet_to)


def lies_between(at: time, first: str, last: str) -> bool:
    """Whether a time lies from `first` up to `last`, over midnight too; equal times are no span."""
    begin, end = time.fromisoformat(first), time.fromisoformat(last)
    return begin <= at < end if begin <= end else at >= begin or at < end


def waits(
    key: str, diary: Diary, now: Moment, settings: Settings, hidden: Set[str] = frozenset()
) -> bool:
    """Whether what a reminder asked is still to be answered; else it is withdrawn."""
    about, rest = _split(key)
    match about:
        case About.RELIEF:
            return rest in {use.id for use in unanswered(diary, now, hidden)}
        case About.EVENING:
            return rest == diary.today.isoformat() and diary.check_in(diary.today) is None
        case About.PEG:
            view = peg_view(diary, settings, hidden)
            return view is not None and view.key == key
        case _:
            return about is About.SAMPLE


def answer(key: str, action: str, diary: Diary) -> LogReading | None:
    """What an answer saves; None where it saves nothing, or a reading was given meanwhile."""
    about, rest = _split(key)
    if about is not About.RELIEF or action not in {word.value for word in WORDS}:
        return None
    if diary.get(TreatmentUse, rest) is None or diary.linked_readings(rest):
        return None
    return LogReading(word=ReadingWord(action), use_id=rest)


def place(key: str) -> str:
    """The page on which a reminder is answered."""
    return "settings" if _split(key)[0] is About.SAMPLE else "today"


def noted(told: Mapping[str, datetime], key: str, at: datetime) -> dict[str, datetime]:
    """The same with one more that was asked, without what is long over."""
    return {each: when for each, when in told.items() if at - when < KEPT} | {key: at}


def put_off(told: Mapping[str, datetime], key: str, at: datetime) -> dict[str, datetime]:
    """The same after "Later": it is asked once more, and putting it off again is for good."""
    return {_again(key): at, **told}


def sample() -> Reminder:
    """What is shown to try whether notifications arrive."""
    return Reminder(
        about=About.SAMPLE,
        key=About.SAMPLE.value,
        title=_("SpasmLog"),
        text=_("This is how a reminder looks. Nothing is saved."),
        answers=((OPEN, _("Open SpasmLog")),),
    )


def _relief(diary: Diary, now: Moment, settings: Settings, silent: Set[str]) -> Reminder | None:
    soonest = timedelta(minutes=settings.relief_after_min)
    view = relief_view(diary, now, silent, soonest) if settings.remind_relief else None
    if view is None:
        return None
    # The words stand without the question on a locked screen, where they tell of nothing; the
    # question itself is told in short, as an answer to one that cannot be seen would be a guess.
    title, text = _("SpasmLog"), _("How is it now?")
    if settings.reminders_in_full:
        title, text = view.title, _("An answer here is saved as on Today.")
    words = tuple((word.value, said) for word, said in view.words)
    return Reminder(
        about=About.RELIEF,
        key=view.key,
        title=title,
        text=text,
        answers=(*words, (LATER, _("Later"))),
    )


def _evening(diary: Diary, now: Moment, settings: Settings, silent: Set[str]) -> Reminder | None:
    key = f"{About.EVENING.value}{diary.today.isoformat()}"
    asked = settings.remind_evening and _is_evening(now, settings) and _card_is_there(diary, now)
    if not asked or key in silent or diary.check_in(diary.today) is not None:
        return None
    title, text = _("SpasmLog"), _("A question about today waits.")
    if settings.reminders_in_full:
        title, text = _("Evening check-in"), _("How was today? It can wait.")
    return Reminder(about=About.EVENING, key=key, title=title, text=text, answers=_open_or_later())


def _peg(diary: Diary, now: Moment, settings: Settings, silent: Set[str]) -> Reminder | None:
    asked = settings.remind_peg and _is_evening(now, settings)
    view = peg_view(diary, settings, silent) if asked else None
    if view is None:
        return None
    title, text = _("SpasmLog"), _("Three questions wait.")
    if settings.reminders_in_full:
        title, text = view.title, _("PEG, three questions, once a week.")
    return Reminder(about=About.PEG, key=view.key, title=title, text=text, answers=_open_or_later())


def _open_or_later() -> tuple[tuple[str, str], ...]:
    return ((OPEN, _("Open")), (LATER, _("Later")))


def _is_evening(now: Moment, settings: Settings) -> bool:
    """Whether the set time of the diary day has come; a day may end hours after midnight."""
    at = time.fromisoformat(settings.evening_at)
    return _since(settings.day_starts, now.clock.time()) >= _since(settings.day_starts, at)


def _since(start: time, at: time) -> int:
    minutes = (at.hour - start.hour) * 60 + at.minute - start.minute
    return minutes % (24 * 60)


def _card_is_there(diary: Diary, now: Moment) -> bool:
    """Whether Today asks for the day's check-in: not before the evening, whatever is set."""
    return now.clock.hour >= EVENING_HOUR or now.clock.date() > diary.today


def _asks_again(key: str, told: Mapping[str, datetime], now: Moment) -> bool:
    later = told.get(_again(key))
    return later is not None and told[key] <= later and now.utc - later >= AGAIN


def _again(key: str) -> str:
    return f"later {key}"


def _split(key: str) -> tuple[About | None, str]:
    """What a key is about, and what follows; None for what is no key of a reminder."""
    about = next((each for each in About if key.startswith(each.value)), None)
    return about, key.removeprefix(about.value) if about else ""
