"""Questions that could be asked at a visit, offered from the signals that fire; never filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spasmlog.i18n import N_, _
from spasmlog.rules import Assessment, Finding
from spasmlog.views.findings import calling

MOST_OFFERS = 4
_ASKED: Mapping[str, tuple[str, ...]] = {
    "R02": (N_("I answered yes to a safety question. Should it be looked at?"),),
    "R03": (N_("I answered yes to a safety question. Does it matter for my back?"),),
    "R04": (N_("What can I do when the pain stays this strong?"),),
    "R05": (N_("It has not settled in weeks. What could we do next?"),),
    "R06": (N_("It has gone on for months. Should we look at the plan again?"),),
    "R07": (N_("I have pain on most days. What should change?"),),
    "R08": (N_("It keeps recurring. How can I plan for the next time?"),),
    "R10": (
        N_("It comes back after treatment. Can we look into why?"),
        N_("Should I go on with what I do when it comes back?"),
    ),
    "R11": (N_("It limits me on most days. What support is there?"),),
    "R13": (N_("It has been rising for weeks. Does the plan still fit?"),),
    "R14": (N_("How long may I take this painkiller?"),),
    "R15": (N_("I use painkillers on many days. Is that all right?"),),
    "R16": (N_("What is the most I may take in a day?"),),
    "R17": (N_("How long may I take the muscle relaxant, and how do I end it?"),),
}


def offered(assessment: Assessment, taken: Iterable[str]) -> tuple[str, ...]:
    """The questions of the signals that call, most urgent first, without those taken already."""
    known = {each.strip().casefold() for each in taken}
    fresh = (each for each in _of(calling(assessment)) if each.casefold() not in known)
    return tuple(fresh)[:MOST_OFFERS]


def _of(findings: Iterable[Finding]) -> Iterable[str]:
    """A question of each signal first, then a second one of those that have two."""
    asked = [_ASKED.get(each.rule.id, ()) for each in findings]
    for at in range(2):
        yield from (_(each[at]) for each in asked if len(each) > at)
