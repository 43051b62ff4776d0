"""What was taken or done, by the name that the person gave it."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Treatment, TreatmentUse
from spasmlog.rules.words import treatment_words


def product(diary: Diary, use: TreatmentUse) -> str:
    """The name in the catalogue; where it is not there, the words for its kind."""
    known = diary.get(Treatment, use.treatment_id)
    return known.name if known else treatment_words(use.kind)


def names(diary: Diary, uses: Iterable[TreatmentUse]) -> str:
    """All of them, each name once, in their order."""
    return ", ".join(dict.fromkeys(product(diary, use) for use in uses))
