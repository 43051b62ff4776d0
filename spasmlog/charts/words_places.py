"""Where the spasms were, in sentences."""

from __future__ import annotations

from spasmlog.analysis.gates import PLACES_SPASMS
from spasmlog.analysis.places import Places
from spasmlog.charts.words_body import part_name
from spasmlog.i18n import _, ngettext, sentence

NAMED = 4
"""How many places the caption names."""


def places_words(found: Places) -> tuple[str, ...]:
    """The commonest places with their counts, and how far these can be trusted."""
    n = len(found.placed)
    few = _("Fewer than {n} spasms: too few to say where they usually are.")
    said = (
        (_headline(found), True),
        (few.format(n=PLACES_SPASMS), n < PLACES_SPASMS),
        (_off_the_map(found.off_map), bool(found.off_map)),
        (_sideless(found.sideless), bool(found.sideless)),
        (unplaced_words(found.unplaced), bool(found.unplaced)),
        (ngettext("{n} began today.", "{n} began today.", found.today), bool(found.today)),
    )
    return tuple(words for words, holds in said if holds)


def unplaced_words(n: int) -> str:
    """ "2 spasms have no place." """
    return ngettext("{n} spasm has no place.", "{n} spasms have no place.", n)


def counting_words() -> tuple[str, ...]:
    """How it is counted, and what cannot be seen in it."""
    return (
        _("A spasm that lies on several places is counted in each of them."),
        _("The darker a place, the more of the spasms: up to a third, up to two thirds, more."),
        _("Days without an entry are unknown: spasms on them are not in here."),
    )


def of_all(n: int, found: Places) -> str:
    """ "14 of 23" """
    return _("{n} of {all}").format(n=n, all=len(found.placed))


def with_a_place(found: Places) -> str:
    """ "23 spasms with a place" """
    return ngettext("{n} spasm with a place", "{n} spasms with a place", len(found.placed))


def _headline(found: Places) -> str:
    listed = [
        _("{place} {n}").format(place=part_name(part), n=n) for part, n in found.parts[:NAMED]
    ]
    rest = len(found.parts) - NAMED
    if rest > 0:
        listed.append(ngettext("and {n} more place", "and {n} more places", rest))
    if not listed:
        return _("{spasms}.").format(spasms=with_a_place(found))
    told = _("{spasms}: {listed}.")
    return told.format(spasms=sentence(with_a_place(found)), listed="; ".join(listed))


def _off_the_map(n: int) -> str:
    return ngettext(
        "{n} of them is at a place that the map does not have.",
        "{n} of them are at a place that the map does not have.",
        n,
    )


def _sideless(n: int) -> str:
    return ngettext(
        "Of {n} the side is not stated: both halves are counted.",
        "Of {n} the side is not stated: both halves are counted.",
        n,
    )
