"""When questionnaires are asked on Today, and what their answers become."""

from __future__ import annotations

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import INSTRUMENTS
from spasmlog.errors import InvalidEntry
from spasmlog.journal.commands import LogScore
from spasmlog.settings import Settings
from spasmlog.views.score_cards import (
    mean_words,
    peg_view,
    roland_morris_view,
    score_command,
    ticked_words,
)
from spasmlog.views.score_questions import questions, statements
from tests.build import check_in, day, diary, running
from tests.charts.scored_scenes import peg, roland_morris

BOTH = Settings(monthly_roland_morris=True)
NEITHER = Settings(weekly_peg=False)


def asked(shown: Diary, hidden: frozenset[str] = frozenset()) -> tuple[bool, bool]:
    """Whether PEG and Roland-Morris are asked where both are switched on."""
    views = peg_view(shown, BOTH, hidden), roland_morris_view(shown, BOTH, hidden)
    return views[0] is not None, views[1] is not None


@pytest.mark.parametrize(("ago", "due"), [(6, False), (7, True), (40, True)])
def test_peg_is_asked_a_week_after_the_last(ago: int, due: bool) -> None:
    assert asked(diary(check_in(200), peg(ago, 4, 4, 4)))[0] is due


@pytest.mark.parametrize(("ago", "due"), [(29, False), (30, True)])
def test_roland_morris_is_asked_a_month_after_the_last(ago: int, due: bool) -> None:
    assert asked(diary(check_in(200), roland_morris(ago, 4)))[1] is due


def test_in_a_new_journal_peg_waits_for_its_week_and_an_empty_one_asks_nothing() -> None:
    assert asked(diary()) == (False, False)
    assert asked(diary(check_in(6))) == (False, True)
    assert asked(diary(check_in(7))) == (True, True)


def test_roland_morris_is_asked_only_where_it_is_switched_on() -> None:
    shown = diary(check_in(40))

    assert peg_view(shown, Settings()) is not None
    assert roland_morris_view(shown, Settings()) is None
    assert peg_view(shown, NEITHER) is None


def test_nothing_is_asked_while_a_spasm_runs() -> None:
    assert asked(diary(check_in(40), running(0))) == (False, False)


def test_not_this_week_holds_until_the_next_week_and_no_longer() -> None:
    shown = diary(check_in(200), peg(9, 4, 4, 4))
    view = peg_view(shown, BOTH)
    assert view is not None
    hidden = frozenset({view.key})

    assert not asked(shown, hidden)[0]
    assert not asked(shown.on_day(day(-4)), hidden)[0]
    assert asked(shown.on_day(day(-5)), hidden)[0]


def test_not_this_month_holds_for_a_month() -> None:
    shown = diary(check_in(200), roland_morris(30, 4))
    view = roland_morris_view(shown, BOTH)
    assert view is not None
    hidden = frozenset({view.key})

    assert not asked(shown.on_day(day(-29)), hidden)[1]
    assert asked(shown.on_day(day(-30)), hidden)[1]


def test_the_card_asks_the_published_questions() -> None:
    view = peg_view(diary(check_in(9)), Settings())
    assert view is not None

    assert [each.item for each in view.questions] == ["pain", "enjoyment", "activity"]
    assert [each.text for each in view.questions] == [
        "What number best describes your pain on average in the past week?",
        "What number best describes how, during the past week, pain has interfered with your "
        "enjoyment of life?",
        "What number best describes how, during the past week, pain has interfered with your "
        "general activity?",
    ]
    assert [(each.lowest, each.highest) for each in questions()] == [
        ("No pain", "Pain as bad as you can imagine"),
        ("Does not interfere", "Completely interferes"),
        ("Does not interfere", "Completely interferes"),
    ]


def test_the_statements_are_the_24_that_were_published_and_their_source_is_named() -> None:
    view = roland_morris_view(diary(check_in(9)), BOTH)
    assert view is not None

    texts = [each.text for each in view.statements]
    assert len(set(texts)) == 24
    assert all("my back" in text.lower() for text in texts)
    assert [each.item for each in statements()] == list(INSTRUMENTS["roland_morris"])
    assert (texts[0], texts[23]) == (
        "I stay at home most of the time because of my back.",
        "I stay in bed most of the time because of my back.",
    )
    assert "only tick the sentence if you are sure it describes you today" in view.instruction
    assert view.source == "Roland M, Morris R. Spine 1983;8:141-144."


def test_answers_become_a_command_once_they_are_whole() -> None:
    whole = {"pain": 6, "enjoyment": 5, "activity": 4}

    assert score_command("peg", day(), whole) == LogScore(
        day=day(), instrument="peg", answers=(("activity", 4), ("enjoyment", 5), ("pain", 6))
    )


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "3 questions have no number yet."),
        ({"pain": 0, "activity": 3}, "1 question has no number yet."),
    ],
)
def test_a_part_is_refused_and_stays(answers: dict[str, int], said: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        score_command("peg", day(), answers)

    assert refused.value.sentence == said
    assert refused.value.next_step == "A part of it has no score. What you chose stays here."


def test_the_mean_is_told_once_all_three_are_there() -> None:
    assert mean_words({"pain": 6, "enjoyment": 5}) == ""
    whole = {"pain": 6, "enjoyment": 5, "activity": 6}
    assert mean_words(whole) == "The mean of the three is 5.7."
    assert ticked_words(7) == "7 of 24 ticked"
