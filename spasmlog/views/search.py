"""Find entries by what is typed: an index that follows the diary, and what it found as rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from spasmlog.domain.diary import Diary, day_of, sort_key
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import Record
from spasmlog.i18n import _, format_day, ngettext
from spasmlog.views.entries import added_later, clock_of, record_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What was read: in words, for chips under the field, and what was searched as text."""

    chips: tuple[str, ...] = ()
    as_text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The ids of what was found, newest first, and how it is said."""

    ids: tuple[str, ...]
    understood: Understood
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One entry that was found; `date` is its day in words, `value` stands at the far side."""

    record_id: str
    day: date
    date: str
    time: str
    icon: str
    text: str
    quiet: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """A usual search: its words on a chip, and what it puts into the field."""

    words: str
    text: str


class SearchIndex:
    """Follows the diary; made and first filled on any thread, then used by one alone."""

    def __init__(self, day_start: time = DAY_START) -> None:
        self._day_start = day_start
        self._diary: Diary | None = None
        self._newest: tuple[Record, ...] = ()

    def take(self, diary: Diary) -> None:
        """From now on find in this diary; only what changed is indexed anew."""
        listed = (each for kind in diary.records.values() for each in kind if day_of(each))
        self._newest = tuple(sorted(listed, key=sort_key, reverse=True))
        self._diary = diary

    def find(self, text: str, _now: Moment) -> Found:
        """What fits; all entries for an empty text."""
        words = tuple(text.casefold().split())
        fitting = [each for each in self._newest if all(word in self._said(each) for word in words)]
        return Found(
            ids=tuple(each.id for each in fitting),
            understood=Understood(as_text=tuple(text.split())),
            sentence=_sentence(fitting),
        )

    def row(self, record_id: str) -> FoundRow:
        """One of what was found, put into words when it is seen."""
        assert self._diary is not None
        record = self._diary.by_id[record_id]
        words, day = record_words(record, self._diary), day_of(record) or date.min
        return FoundRow(
            record_id=record_id,
            day=day,
            date=format_day(day),
            time=clock_of(record),
            icon=words.icon,
            text=words.text,
            quiet=added_later(record),
            value=words.value,
        )

    def days(self, found: Found) -> frozenset[date]:
        """The days of what was found."""
        assert self._diary is not None
        by_id = self._diary.by_id
        return frozenset(day_of(by_id[each]) or date.min for each in found.ids)

    def _said(self, record: Record) -> str:
        assert self._diary is not None
        words = record_words(record, self._diary)
        return " ".join((words.text, words.value, getattr(record, "note", ""))).casefold()


def often(_diary: Diary) -> tuple[Often, ...]:
    """The usual searches, those first that this diary has most to find for."""
    return (
        Often(words=_("pain 7 or more"), text="pain>=7"),
        Often(words=_("notes"), text="notes"),
        Often(words=_("typed later"), text="typed later"),
    )


def _sentence(newest_first: list[Record]) -> str:
    if not newest_first:
        return _("Nothing found.")
    entries = ngettext("{n} entry", "{n} entries", len(newest_first))
    last, first = (day_of(newest_first[place]) or date.min for place in (0, -1))
    return _("{entries}, {first} to {last}").format(
        entries=entries, first=format_day(first), last=format_day(last)
    )
