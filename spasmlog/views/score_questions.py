"""The questionnaires as they were published: their questions and statements, word by word.

PEG: Krebs 2009, its three items. Roland-Morris: Roland and Morris 1983, the 24 statements in their
order; the authors ask for no permission where the published form is used. A translation has to be
the validated one of its language, not a new one.
"""

from __future__ import annotations

from dataclasses import dataclass

from spasmlog.domain.scales import INSTRUMENTS, PEG, ROLAND_MORRIS
from spasmlog.i18n import N_, _


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An item with a number from 0 to 10, and what the two ends mean."""

    item: str
    text: str
    lowest: str
    highest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An item that is ticked where it is true today."""

    item: str
    text: str


_NOT_AT_ALL, _COMPLETELY = N_("Does not interfere"), N_("Completely interferes")
_PEG = (
    (
        N_("What number best describes your pain on average in the past week?"),
        N_("No pain"),
        N_("Pain as bad as you can imagine"),
    ),
    (
        N_(
            "What number best describes how, during the past week, pain has interfered with your "
            "enjoyment of life?"
        ),
        _NOT_AT_ALL,
        _COMPLETELY,
    ),
    (
        N_(
            "What number best describes how, during the past week, pain has interfered with your "
            "general activity?"
        ),
        _NOT_AT_ALL,
        _COMPLETELY,
    ),
)
_ROLAND_MORRIS = (
    N_("I stay at home most of the time because of my back."),
    N_("I change position frequently to try and get my back comfortable."),
    N_("I walk more slowly than usual because of my back."),
    N_("Because of my back I am not doing any of the jobs that I usually do around the house."),
    N_("Because of my back, I use a handrail to get upstairs."),
    N_("Because of my back, I lie down to rest more often."),
    N_("Because of my back, I have to hold on to something to get out of an easy chair."),
    N_("Because of my back, I try to get other people to do things for me."),
    N_("I get dressed more slowly than usual because of my back."),
    N_("I only stand for short periods of time because of my back."),
    N_("Because of my back, I try not to bend or kneel down."),
    N_("I find it difficult to get out of a chair because of my back."),
    N_("My back is painful almost all the time."),
    N_("I find it difficult to turn over in bed because of my back."),
    N_("My appetite is not very good because of my back pain."),
    N_("I have trouble putting on my socks (or stockings) because of the pain in my back."),
    N_("I only walk short distances because of my back."),
    N_("I sleep less well because of my back."),
    N_("Because of my back pain, I get dressed with help from someone else."),
    N_("I sit down for most of the day because of my back."),
    N_("I avoid heavy jobs around the house because of my back."),
    N_("Because of my back pain, I am more irritable and bad tempered with people than usual."),
    N_("Because of my back, I go upstairs more slowly than usual."),
    N_("I stay in bed most of the time because of my back."),
)
_INSTRUCTION = N_(
    "When your back hurts, you may find it difficult to do some of the things you normally do. "
    "Tick each sentence that describes you today. If a sentence does not describe you, leave it "
    "blank. Remember, only tick the sentence if you are sure it describes you today."
)


def questions() -> tuple[Question, ...]:
    """The three of PEG, as they are asked."""
    both = zip(INSTRUMENTS[PEG], _PEG, strict=True)
    return tuple(
        Question(item=item, text=_(text), lowest=_(lowest), highest=_(highest))
        for item, (text, lowest, highest) in both
    )


def statements() -> tuple[Statement, ...]:
    """The 24 of Roland-Morris, in their order."""
    both = zip(INSTRUMENTS[ROLAND_MORRIS], _ROLAND_MORRIS, strict=True)
    return tuple(Statement(item=item, text=_(text)) for item, text in both)


def instruction() -> str:
    """What stands above the statements; the published one, shortened at its beginning."""
    return _(_INSTRUCTION)
