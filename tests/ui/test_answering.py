"""An answer to a reminder, handed over to the window or the bar that has the journal open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from spasmlog import app, hand_over, paths
from spasmlog.domain.records import Reading
from spasmlog.domain.scales import ReadingWord
from spasmlog.hand_over import answer_line, answer_of
from spasmlog.settings import Settings
from spasmlog.ui.front_desk import FrontDesk
from spasmlog.ui.quick_alone import QuickAlone
from tests.build import treatment, use
from tests.living import PATIENCE, Clock, Living, living

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)
KNOWN = treatment()
DOSE = use(0, "08:00", of=KNOWN)
LINE = answer_line(f"relief:{DOSE.id}", "much")


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot, records=[KNOWN, DOSE]) as made:
        made.start()
        yield made


def test_the_window_saves_it_as_its_card_would(person: Living) -> None:
    assert FrontDesk(person.session).answer(hand_over.ANSWER, LINE) == {"here": True}

    (answer,) = person.diary.of_kind(Reading)
    assert (answer.word, answer.use_id) == (ReadingWord.MUCH, DOSE.id)
    assert person.toast.text


def test_the_window_says_that_it_is_there_and_stays_where_it_is(person: Living) -> None:
    person.window.showMinimized()

    assert FrontDesk(person.session).answer(hand_over.HERE, "") == {"here": True}
    assert person.window.isMinimized()


@pytest.mark.parametrize("line", ["", "7", "[1, 2]", '["relief:none", "much"]', "nonsense"])
def test_what_answers_nothing_saves_nothing(person: Living, line: str) -> None:
    assert FrontDesk(person.session).answer(hand_over.ANSWER, line) == {"here": True}
    assert person.diary.of_kind(Reading) == ()


def test_a_window_that_is_still_opening_asks_for_a_moment(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        said = FrontDesk(made.session).answer(hand_over.ANSWER, LINE)

    assert "still opening" in str(said["refused"])


def test_the_bar_alone_saves_it_and_keeps_what_is_being_typed(qtbot: QtBot) -> None:
    clock = Clock()
    with app.writing(paths.own_journal(), clock) as journal:
        journal.fill([KNOWN, DOSE])
    bar = QuickAlone(
        paths.own_journal(), clock, lambda path: app.open_to_write(path, clock), Settings()
    )
    qtbot.addWidget(bar.bar)
    bar.start("7 ne")
    try:
        qtbot.waitUntil(lambda: bar.desk.writes, timeout=PATIENCE)
        assert bar._answer(hand_over.HERE, "") == {"here": True}
        assert bar._answer(hand_over.ANSWER, LINE) == {"here": True}
        assert bar.bar.line.text() == "7 ne"
        assert len(bar.desk.diary.of_kind(Reading)) == 1
    finally:
        bar.end()


def test_a_line_says_what_was_answered() -> None:
    assert answer_of(answer_line("relief:ü", "much")) == ("relief:ü", "much")
    assert answer_of("nonsense") == answer_of('["one"]') == ("", "")
