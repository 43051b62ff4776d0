"""Records filed under what they can be found by; it follows a diary change by change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time
from itertools import filterfalse
from operator import is_

from spasmlog.domain.diary import KINDS, Diary, SortKey, links_of, sort_key
from spasmlog.domain.records import Episode, Record, Treatment
from spasmlog.views.search_said import fixed_words, named_words
from spasmlog.views.search_terms import Facet, Measure, Term, Traits
from spasmlog.views.search_traits import is_found, traits_of

_NOTHING: frozenset[str] = frozenset()
_FEW = 100
"""Fewer are put in place one by one; more are sorted with all others (measured)."""


class Files:
    """Which records have which facet, number, text and day. Used by one thread at a time."""

    def __init__(self, today: date, day_start: time) -> None:
        self.diary = Diary(today=today)
        self._day_start = day_start
        self._keys: list[SortKey] = []
        self._ids: list[str] = []  # of the keys, so that C can go through them
        self._traits: dict[str, Traits] = {}
        self._facets: dict[Facet, set[str]] = {}
        self._numbers: dict[Measure, dict[str, float]] = {each: {} for each in Measure}
        self._texts: dict[str, set[str]] = {}
        self._words: dict[Facet, str] = {}

    def take(self, diary: Diary) -> None:
        """Follow the diary: what left is taken out, what is new or changed is filed anew."""
        gone, come = changed(self.diary, diary)
        behind = {each.id: each for each in self._behind((*gone, *come), diary)}
        for record in gone:
            self._take_out(record)
        self.diary = diary
        found = [each for each in come if is_found(each)]
        self._place([sort_key(each) for each in found])
        for record in found:
            behind.pop(record.id, None)
            self._enter(record)
        for record in behind.values():
            self._forget(record.id)
            self._enter(record)

    @property
    def is_filled(self) -> bool:
        """Whether there is anything to find."""
        return bool(self._keys)

    def newest_first(self, ids: set[str]) -> tuple[str, ...]:
        """These ids in their order."""
        return tuple(filter(ids.__contains__, reversed(self._ids)))

    def others_newest_first(self, ids: set[str]) -> tuple[str, ...]:
        """All but these in their order."""
        return tuple(filterfalse(ids.__contains__, reversed(self._ids)))

    def days(self, ids: Iterable[str]) -> frozenset[date]:
        """The days of these; of what is gone, none."""
        asked = set(ids)
        return frozenset([key[0] for key in self._keys if key[-1] in asked])

    def fitting(self, term: Term) -> set[str]:
        """The ids of what a term fits, as if it excluded nothing."""
        found: set[str] = set()
        for facet in term.facets:
            found |= self._facets.get(facet, _NOTHING)
        if term.phrase:
            found |= self._saying(term.phrase)
        if term.measure is not None:
            hold = term.bounds.hold
            found |= {each for each, value in self._numbers[term.measure].items() if hold(value)}
        if term.days is not None:
            first = bisect_left(self._keys, term.days[0], key=_day)
            last = bisect_right(self._keys, term.days[1], lo=first, key=_day)
            found.update(self._ids[first:last])
        return found

    def _saying(self, phrase: str) -> set[str]:
        """What has these words in a text, or on screen."""
        found: set[str] = set()
        for text, ids in self._texts.items():
            if phrase in text:
                found |= ids
        for facet, ids in self._facets.items():
            words = self._words.get(facet)
            if phrase in (named_words(facet, self.diary) if words is None else words):
                found |= ids
        return found

    def _behind(self, records: Iterable[Record], diary: Diary) -> Iterator[Record]:
        """What is found by these: the spasm of a reading or a dose, the courses of a treatment."""
        for record in records:
            for target in links_of(record):
                spasm = diary.get(Episode, target)
                if spasm is not None:
                    yield spasm
            if isinstance(record, Treatment):
                yield from (each for each in diary.courses if each.treatment_id == record.id)

    def _place(self, keys: list[SortKey]) -> None:
        if len(keys) >= _FEW:
            self._keys = sorted([*self._keys, *keys])
            self._ids = [key[-1] for key in self._keys]
            return
        for key in keys:
            at = bisect_left(self._keys, key)
            self._keys.insert(at, key)
            self._ids.insert(at, key[-1])

    def _take_out(self, record: Record) -> None:
        if is_found(record):
            at = bisect_left(self._keys, sort_key(record))
            del self._keys[at], self._ids[at]
            self._forget(record.id)

    def _enter(self, record: Record) -> None:
        traits = traits_of(record, self.diary, self._day_start)
        self._traits[record.id] = traits
        for facet in traits.facets:
            if facet not in self._facets:
                self._facets[facet] = set()
                words = fixed_words(facet)
                if words is not None:
                    self._words[facet] = words
            self._facets[facet].add(record.id)
        for measure, value in traits.numbers:
            self._numbers[measure][record.id] = value
        if traits.text:
            self._texts.setdefault(traits.text, set()).add(record.id)

    def _forget(self, record_id: str) -> None:
        traits = self._traits.pop(record_id)
        for facet in traits.facets:
            self._facets[facet].discard(record_id)
        for measure, _value in traits.numbers:
            del self._numbers[measure][record_id]
        if traits.text:
            self._texts[traits.text].discard(record_id)


def changed(before: Diary, after: Diary) -> tuple[list[Record], list[Record]]:
    """What is in the first and not, or not the same, in the second; and the other way round."""
    gone: list[Record] = []
    come: list[Record] = []
    for kind in KINDS:
        old, new = before.of_kind(kind), after.of_kind(kind)
        if old is not new:
            one, other = _differing(old, new)
            gone += one
            come += other
    return gone, come


def _differing(
    old: tuple[Record, ...], new: tuple[Record, ...]
) -> tuple[Iterable[Record], Iterable[Record]]:
    """Diaries share their records: only what is between the first and the last other one is."""
    shorter = min(len(old), len(new))
    head = next((at for at, same in enumerate(map(is_, old, new)) if not same), shorter)
    backwards = enumerate(map(is_, reversed(old), reversed(new)))
    tail = min(next((at for at, same in backwards if not same), shorter), shorter - head)
    left: Mapping[str, Record] = {each.id: each for each in old[head : len(old) - tail]}
    right: Mapping[str, Record] = {each.id: each for each in new[head : len(new) - tail]}
    return (
        [each for each in left.values() if right.get(each.id) is not each],
        [each for each in right.values() if left.get(each.id) is not each],
    )


def _day(key: SortKey) -> date:
    return key[0]
