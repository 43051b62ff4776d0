"""Entries that are chosen, by their kinds: what can be done with one is a matter of its kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record

Kinds = frozenset[type[Record]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """They may be all entries of ten years, so each kind is asked about once, not each entry."""

    records: tuple[Record, ...]
    counts: Mapping[type[Record], int]
    samples: Mapping[type[Record], Record]

    @classmethod
    def of(cls, ids: Iterable[str], diary: Diary) -> Chosen:
        """Those that are still there, each once."""
        records = tuple(filter(None, map(diary.by_id.get, dict.fromkeys(ids))))
        counts: Counter[type[Record]] = Counter(map(type, records))
        return cls(
            records=records,
            counts=counts,
            samples=dict(zip(map(type, records), records, strict=True)),
        )

    def kinds(self, can: Callable[[Record], bool]) -> Kinds:
        """The kinds with which something can be done."""
        return frozenset(kind for kind, one in self.samples.items() if can(one))

    def count(self, kinds: Kinds) -> int:
        """How many are of these kinds."""
        return sum(self.counts[kind] for kind in kinds)

    def ids(self, kinds: Kinds) -> tuple[str, ...]:
        """Those of these kinds."""
        return tuple(each.id for each in self.records if type(each) in kinds)
