"""Text as it is compared in a search: small letters without accents, word by word."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile("[\\w\u2600-\u27bf\U0001f000-\U0001faff]+")
"""Letters, digits and pictures: a smiley in a note can be looked for."""
_BETWEEN = " |"
"""Stands between two fields, so that no phrase reaches from one into the next."""


def plain(text: str) -> str:
    """Small letters without accents: "Méd" and "med" are one word."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(each for each in apart if unicodedata.category(each) != "Mn")


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, as they are compared."""
    return tuple(_WORD.findall(plain(text)))


def searchable(*fields: str) -> str:
    """Fields in the form in which `phrase` is looked for: in it, its words follow each other."""
    return _BETWEEN.join("".join(f" {word}" for word in words_of(each)) for each in fields if each)


def phrase(text: str) -> str:
    """What to look for in a `searchable` text; the last word may go on there. Empty: no words."""
    return "".join(f" {word}" for word in words_of(text))
