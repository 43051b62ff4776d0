"""Places, sides, causes and levels of the spine in a quick line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spasmlog.domain.scales import Region
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_said import Part, Said, Token
from spasmlog.journal.quick_words import Words

_LEVEL = re.compile(r"([a-z])(\d{1,2})(?:[-/]([a-z])?(\d{1,2}))?")


def read_place(found: Sequence[Token], said: Said, known: Known, words: Words) -> int:
    """Read a place, a side, how far it spreads, or what set it off; the first of each counts."""
    for taken in (2, 1):
        if len(found) < taken:
            continue
        phrase = " ".join(each.key for each in found[:taken])
        part = _take(phrase, said, known, words)
        if part is not None:
            return said.keep(part, found[:taken])
    return _read_level(found, said, words)


def _take(phrase: str, said: Said, known: Known, words: Words) -> Part | None:
    if phrase in words.places and said.region is None:
        said.region = words.places[phrase]
        return Part.PLACE
    if phrase in words.sides and said.side is None:
        said.side = words.sides[phrase]
        return Part.SIDE
    if phrase in words.spreads and said.spread is None:
        said.spread = words.spreads[phrase]
        return Part.SPREAD
    cause = known.causes.get(phrase) or words.causes.get(phrase)
    if cause is not None:
        said.causes.add(cause)
        return Part.CAUSE
    return None


def _read_level(found: Sequence[Token], said: Said, words: Words) -> int:
    """A level such as L4 or L5/S1: the place it belongs to; the level itself goes to the note."""
    matched = _LEVEL.fullmatch(found[0].key)
    if matched is None or said.region is not None:
        return 0
    upper = _region(matched[1], matched[2], words)
    lower = _region(matched[3] or matched[1], matched[4], words) if matched[4] else upper
    if upper is None or lower is None:
        return 0
    said.region = upper
    said.levels.append(found[0].text.strip(",;"))
    return said.keep(Part.PLACE, found[:1])


def _region(letter: str, number: str, words: Words) -> Region | None:
    regions = words.levels.get(letter, ())
    return regions[int(number) - 1] if 0 < int(number) <= len(regions) else None
