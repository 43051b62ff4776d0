"""The usual searches, offered on chips: those first that fit what this diary holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Factor
from spasmlog.domain.scales import Region, Side
from spasmlog.i18n import _, locale_name
from spasmlog.views import names
from spasmlog.views.search_text import words_of
from spasmlog.views.search_words import search_words

T = TypeVar("T")
NEWEST = 200
"""So many of the last spasms say what is usual (our own choice)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Often:
    """A usual search: its words on a chip, and what it puts into the field."""

    words: str
    text: str


def often(diary: Diary) -> tuple[Often, ...]:
    """What most look for; the place and the cause are those that this diary has most of."""
    quick = search_words(locale_name()).quick
    return (
        Often(words=_("pain 7 or more"), text="pain>=7"),
        *_place(diary, quick.places, quick.sides),
        *_cause(diary, quick.causes),
        Often(words=_("notes"), text="notes"),
        Often(words=_("typed later"), text="typed later"),
    )


def _place(
    diary: Diary, places: Mapping[str, Region], sides: Mapping[str, Side]
) -> Iterator[Often]:
    placed = Counter(
        (each.side, each.place) for each in diary.episodes[-NEWEST:] if each.place is not None
    )
    for (side, region), _count in placed.most_common(1):
        assert region is not None
        typed, said = [_word(places, region)], [names.region(region)]
        if side is not None:
            typed, said = [_word(sides, side), *typed], [names.side(side), *said]
        if all(typed):
            yield Often(words=" ".join(said), text=" ".join(typed))


def _cause(diary: Diary, causes: Mapping[str, str]) -> Iterator[Often]:
    named = Counter(name for each in diary.episodes[-NEWEST:] for name in sorted(each.exposures))
    for name, _count in named.most_common(1):
        own = diary.get(Factor, name)
        typed = " ".join(words_of(own.name)) if own else _word(causes, name)
        if typed:
            yield Often(words=own.name if own else typed, text=typed)


def _word(words: Mapping[str, T], meant: T) -> str:
    return next((word for word, each in words.items() if each == meant), "")
