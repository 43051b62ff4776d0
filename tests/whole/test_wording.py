"""Every text about rules: free of comfort, blame and orders, and plain enough to read in pain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import pytest
import textstat  # type: ignore[import-untyped]  # it has no types of its own

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import EMERGENCY_SIGNS
from spasmlog.rules import RULES, assess, book
from spasmlog.rules.history import history_of
from spasmlog.rules.signs import words_to_say
from spasmlog.settings import Settings
from spasmlog.views.assessment_text import lines
from spasmlog.views.emergency import emergency_view, with_ticks
from spasmlog.views.first_steps import first_steps_view
from spasmlog.views.patterns import patterns_view
from spasmlog.views.rule_page import rule_page_view
from spasmlog.views.safety import all_questions, safety_view
from spasmlog.views.signal_card import signal_view
from spasmlog.views.signal_history import past_table, signal_history_view
from spasmlog.views.signals import signals_view
from spasmlog.views.telling import AWAY, telling_view
from tests.build import diary, drink, moment, running
from tests.rules.test_rule_book import DIARIES
from tests.views.lives import eight, not_settled
from tests.whole.wording import (
    Said,
    broken,
    marked,
    of_all_rules,
    of_questions,
    of_verdicts,
    of_view,
)

HARDEST, FROM_WORDS = 9.0, 10
"""Flesch-Kincaid grade, and the words from which a text has one."""
MEDICINES = re.compile(
    r"\b(naproxen sodium|naproxen|paracetamol|ibuprofen|cyclobenzaprine)\b", re.IGNORECASE
)
NOW = moment(clock="19:40")


@cache
def grade(text: str) -> float:
    """Its reading grade; a text of a few words has none."""
    plain = MEDICINES.sub("pill", " ".join(text.split()))
    if len(plain.split()) < FROM_WORDS:
        return 0.0
    return float(textstat.flesch_kincaid_grade(plain))


def of_pages() -> Iterator[Said]:
    """What the pages say of the rules, and beside them."""
    for rule in RULES:
        yield from of_view(rule_page_view(rule.id), f"page of {rule.id}")
    yield from of_view(telling_view(None), "telling page")
    yield Said(AWAY, "telling page, put away")
    spasm = diary(running(clock="18:28"))
    steps = first_steps_view(spasm, NOW, Settings(), assess(spasm), unanswered=False)
    yield from of_view(steps, "first steps")
    yield from of_view(safety_view(spasm), "safety card")
    yield from of_view(all_questions(diary()), "safety questions")
    yield from of_view(patterns_view(diary(), on=True), "patterns on")
    yield from of_view(patterns_view(diary(), on=False), "patterns off")


def of_emergencies() -> Iterator[Said]:
    """The emergency page, with nothing ticked and with each sign."""
    bare = emergency_view("", "")
    known = emergency_view("GB", "", diary(), NOW)
    for view in (bare, known):
        yield from of_view(view, "emergency page")
        for sign in EMERGENCY_SIGNS:
            yield from of_view(with_ticks(view, (sign,)), f"emergency page, {sign}")
            yield Said(words_to_say((sign,)), f"words to say for {sign}")


def of_signals() -> Iterator[Said]:
    """The Signals page, the card on Today and the printed assessment, wherever they differ."""
    told = {_outcomes(each): each for each in DIARIES}
    for each in told.values():
        assessment = assess(each)
        yield from of_view(signals_view(each, assessment), "signals")
        yield from of_view(signal_view(each, assessment), "signal on today")
        for line in lines(assessment, each):
            yield Said(line, "assessment as text", is_name=True)


def of_past_signals() -> Iterator[Said]:
    """The strip and the table of past signals, with a match and without."""
    for known in (diary(), diary(drink(3)), not_settled(), eight()):
        for personal in (True, False):
            told = history_of(known, book(personal))
            assert told is not None
            view = signal_history_view(told, personal=personal)
            yield from of_view((view, past_table(view)), "past signals")


def _outcomes(each: Diary) -> tuple[object, ...]:
    return tuple(
        (found.verdict.outcome, found.verdict.level, found.verdict.lacking != ())
        for found in assess(each).findings
    )


FRAMES = re.compile(
    r"(ui|views)/(about_card|asked|assessment|emergency|finding|firing|first_steps|lacking|patterns|"
    r"rule_page|safety|signal|telling)"
)


def of_frames() -> Iterator[Said]:
    """What the files of these pages say around the rules."""
    return (said for said in marked() if FRAMES.match(said.where))


GATHERED: dict[str, Callable[[], Iterable[Said]]] = {
    "what rules say of themselves": of_all_rules,
    "the safety questions": of_questions,
    "what rules answer": lambda: of_verdicts(DIARIES),
    "the pages": of_pages,
    "the emergency page": of_emergencies,
    "the signals": of_signals,
    "the past signals": of_past_signals,
    "the frames of these pages": of_frames,
}
each_gathering = pytest.mark.parametrize("kind", GATHERED)


@cache
def gathered(kind: str) -> tuple[Said, ...]:
    """The texts of a kind, each once."""
    once = {(said.text, said.is_name): said for said in GATHERED[kind]() if said.text.strip()}
    return tuple(sorted(once.values()))


@each_gathering
def test_no_text_comforts_names_a_disease_or_gives_an_order(kind: str) -> None:
    found = [
        f"{said.where} says {name}: {said.text}"
        for said in gathered(kind)
        for name in broken(said.text)
    ]

    assert not found, "\n" + "\n".join(found)


def test_no_text_of_the_whole_program_does() -> None:
    texts = list(marked())
    found = [
        f"{said.where} says {name}: {said.text}" for said in texts for name in broken(said.text)
    ]

    assert len(texts) > 1000
    assert not found, "\n" + "\n".join(found)


@each_gathering
def test_every_text_is_plain_enough(kind: str) -> None:
    graded = [(grade(said.text), said) for said in gathered(kind) if not said.is_name]
    hard = [f"grade {g:.1f}, {said.where}: {said.text}" for g, said in graded if g > HARDEST]

    assert any(g > 0 for g, _said in graded)
    assert not hard, "\n" + "\n".join(hard)


def test_every_rule_has_said_something_and_every_place_is_looked_at() -> None:
    said = " ".join(each.where for each in gathered("what rules answer"))

    assert {rule.id for rule in RULES if f"{rule.id} message" in said} == {r.id for r in RULES}
    assert {each.where for each in gathered("the pages")} > {
        "telling page lead",
        "first steps lead",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Your diagnosis.",
        "It was diagnosed.",
        "You probably have it.",
        "It means you may have it.",
        "You suffer from it.",
        "It is caused\nby that.",
        "The cause is that.",
        "All clear.",
        "You are safe.",
        "So nothing is wrong.",
        "Stop taking it.",
        "Start taking it.",
        "It works for you.",
        "Well done!",
        "Sit down, please.",
    ],
)
def test_what_must_not_be_said_is_noticed(text: str) -> None:
    assert len(broken(text)) == 1
    assert broken(text.upper()) == broken(text)


def test_the_two_sentences_that_may_be_said_are_let_through() -> None:
    assert broken("This is not a diagnosis. That does not mean that nothing is wrong.") == []


def test_a_hard_text_is_noticed_and_the_name_of_a_medicine_makes_none_hard() -> None:
    hard = (
        "Notwithstanding the aforementioned considerations, individualised multidisciplinary "
        "rehabilitation necessitates comprehensive evaluation."
    )
    easy = "You have had {0} and then {0} and then {0} and now some more."

    assert grade(hard) > HARDEST
    assert grade(easy.format("cyclobenzaprine")) == grade(easy.format("pill")) < HARDEST
    assert grade("Individualised multidisciplinary rehabilitation.") == 0
