"""Find entries by what is typed: an index that follows the diary, and what it found as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import reduce

from spasmlog.domain.diary import Diary, day_of
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import Record, Visit
from spasmlog.i18n import _, format_day, locale_name, ngettext
from spasmlog.views.day_rows import details, excerpt
from spasmlog.views.entries import added_later, clock_of, date_of, record_words
from spasmlog.views.search_index import Files, changed
from spasmlog.views.search_often import Often, often
from spasmlog.views.search_read import Vocabulary, read
from spasmlog.views.search_terms import Term
from spasmlog.views.search_words import search_words

__all__ = ["Found", "FoundRow", "Often", "SearchIndex", "Understood", "often"]


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


class SearchIndex:
    """Follows the diary. Made and first filled on any thread, then used by one at a time."""

    def __init__(self, day_start: time = DAY_START) -> None:
        self._day_start = day_start
        self._files = Files(date.min, day_start)

    def take(self, diary: Diary) -> None:
        """From now on find in this diary; only what changed is filed anew."""
        self._files.take(diary)

    def lag(self, diary: Diary) -> int:
        """How many entries `take` would have to file or take out: many are for another thread."""
        return sum(map(len, changed(self._files.diary, diary)))

    def find(self, text: str, now: Moment) -> Found:
        """What fits; all entries where nothing is asked. A spasm counts to the day it began."""
        diary, today = self._files.diary, now.diary_day(self._day_start)
        words = search_words(locale_name())
        terms = read(text, Vocabulary.of(diary, today, words))
        ids = self._fitting(terms)
        return Found(
            ids=ids,
            understood=Understood(
                chips=tuple(each.chip for each in terms if each.chip),
                as_text=tuple(each.typed for each in terms if not each.chip),
            ),
            sentence=self._sentence(ids),
        )

    def row(self, record_id: str) -> FoundRow:
        """One of what was found, put into words when it is seen."""
        diary = self._files.diary
        record = diary.by_id.get(record_id)
        if record is None:
            return _gone(record_id)
        words = record_words(record, diary)
        return FoundRow(
            record_id=record_id,
            day=self._day(record_id),
            date=format_day(date_of(record) or date.min),
            time=clock_of(record),
            icon=words.icon,
            text=words.text,
            quiet=", ".join(filter(None, (*_quiet(record, diary), added_later(record)))),
            value=words.value,
        )

    def days(self, found: Found) -> frozenset[date]:
        """The days of what was found."""
        return self._files.days(found.ids)

    def _fitting(self, terms: Iterable[Term]) -> tuple[str, ...]:
        """Terms of one group stand for one another; all others must fit, and none excluded."""
        wanted: dict[object, set[str]] = {}
        unwanted: set[str] = set()
        for term in terms:
            fitting = self._files.fitting(term)
            if term.excluded:
                unwanted |= fitting
            else:
                alike = term if term.group is None else term.group
                wanted[alike] = wanted.get(alike, set()) | fitting
        if not wanted:
            return self._files.others_newest_first(unwanted)
        return self._files.newest_first(reduce(set.intersection, wanted.values()) - unwanted)

    def _sentence(self, ids: tuple[str, ...]) -> str:
        """ "23 entries, 4 Jan 2025 to 14 Nov 2026"; where there is none, what to try."""
        said = _("Nothing found. Try fewer words, or the beginning of one.")
        if ids:
            first, last = format_day(self._day(ids[-1])), format_day(self._day(ids[0]))
            entries = ngettext("{n} entry", "{n} entries", len(ids))
            one = _("{entries}, {day}").format(entries=entries, day=last)
            several = _("{entries}, {first} to {last}")
            said = several.format(entries=entries, first=first, last=last)
            said = one if first == last else said
        elif not self._files.is_filled:
            said = _("There are no entries yet.")
        since = self._files.diary.full_from
        if since is None:
            return said
        unread = _("Entries before {day} are still being read.").format(day=format_day(since))
        return f"{said}. {unread}".replace("..", ".")

    def _day(self, record_id: str) -> date:
        return day_of(self._files.diary.by_id[record_id]) or date.min


def _quiet(record: Record, diary: Diary) -> Iterator[str]:
    yield from details(record, diary)
    if isinstance(record, Visit):
        yield excerpt(record.said or record.plan or "\n".join(record.questions))


def _gone(record_id: str) -> FoundRow:
    """What was found and is deleted by now, until it is looked for again."""
    return FoundRow(
        record_id=record_id,
        day=date.min,
        date="",
        time="",
        icon="trash",
        text=_("Deleted"),
        quiet="",
        value="",
    )
