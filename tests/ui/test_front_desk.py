"""What the open window answers to another start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from spasmlog import hand_over, paths
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Region
from spasmlog.ui.front_desk import FrontDesk
from tests.living import PATIENCE, Living, living

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot) as made:
        made.start()
        yield made


def test_a_line_is_kept_and_what_the_command_would_say_is_said(person: Living) -> None:
    answer = FrontDesk(person.session).answer(hand_over.LINE, "7 neck ouch")

    assert answer == {
        "said": ["Spasm of 7 began at 09:12. Neck.", "Kept as the note: ouch"],
    }
    (spasm,) = person.diary.of_kind(Episode)
    assert spasm.region is Region.NECK
    assert person.toast.text.startswith("Spasm of 7")


def test_a_line_that_cannot_be_kept_is_refused_in_a_sentence(person: Living) -> None:
    answer = FrontDesk(person.session).answer(hand_over.LINE, "11")

    assert "0 to 10" in str(answer["refused"])
    assert person.diary.by_id == {}


def test_another_start_brings_the_window_to_the_front(person: Living) -> None:
    person.window.showMinimized()
    assert FrontDesk(person.session).answer(hand_over.FORWARD, "") == {"here": True}
    assert not person.window.isMinimized()


def test_the_bar_is_opened_with_the_line_that_was_given(person: Living) -> None:
    assert FrontDesk(person.session).answer(hand_over.QUICK, "7 neck") == {"here": True}

    bar = person.session.quick.bar
    assert bar.isVisible()
    assert bar.line.text() == "7 neck"
    assert person.diary.by_id == {}


@pytest.mark.parametrize("way", ["showMinimized", "hide"])
def test_where_the_window_is_out_of_sight_the_bar_comes_alone(person: Living, way: str) -> None:
    getattr(person.window, way)()
    assert FrontDesk(person.session).answer(hand_over.QUICK, "") == {"here": True}

    outer = person.session.quick.outer
    assert outer.isWindow()
    assert outer.isVisible()
    assert outer.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert person.window.isMinimized() or not person.window.isVisible()


def test_what_the_bar_outside_saves_it_says_and_takes_back_itself(person: Living) -> None:
    person.window.showMinimized()
    FrontDesk(person.session).answer(hand_over.QUICK, "7 neck")
    outer = person.session.quick.outer
    QTest.keyClick(outer.line, Qt.Key.Key_Return)
    person.until(lambda: outer.told.text().startswith("Spasm of 7"))
    assert len(person.diary.of_kind(Episode)) == 1
    assert not person.toast.isVisible()

    person.click(outer.undo)
    assert person.diary.of_kind(Episode) == ()


def test_what_is_refused_outside_is_said_there(person: Living) -> None:
    person.window.hide()
    FrontDesk(person.session).answer(hand_over.QUICK, "7 @23:59")
    outer = person.session.quick.outer
    QTest.keyClick(outer.line, Qt.Key.Key_Return)
    person.until(lambda: "has not come yet" in outer.problem.text())
    assert outer.line.text() == "7 @23:59"


def test_the_bar_outside_goes_with_the_window(person: Living) -> None:
    FrontDesk(person.session).answer(hand_over.QUICK, "")
    person.window.hide()
    outer = person.session.quick.outer
    outer.open()
    person.window.close()
    assert not outer.isVisible()


@pytest.mark.parametrize("way", ["showMinimized", "hide"])
def test_an_emergency_typed_elsewhere_brings_the_window_with_its_signs(
    person: Living, way: str
) -> None:
    getattr(person.window, way)()
    answer = FrontDesk(person.session).answer(hand_over.LINE, "paracetamol 4500")

    assert person.help.isVisible()
    assert not person.window.isMinimized()
    assert "Get advice now" in str(answer["said"])


def test_the_bar_outside_makes_room_for_the_signs_that_its_line_has_brought(
    person: Living,
) -> None:
    person.window.hide()
    FrontDesk(person.session).answer(hand_over.QUICK, "paracetamol 4500")
    outer = person.session.quick.outer
    QTest.keyClick(outer.line, Qt.Key.Key_Return)
    assert person.help.isVisible()
    assert not outer.isVisible()

    person.session.quick.open_anywhere("w")
    QTest.keyClick(outer.line, Qt.Key.Key_Return)
    assert person.session.quick.outer.told.text() == "Glass 1 added."
    assert person.session.quick.outer.isVisible()


def test_a_line_that_is_given_can_be_typed_on(person: Living) -> None:
    FrontDesk(person.session).answer(hand_over.QUICK, "7 low back le")
    person.type("ft")

    assert person.session.quick.bar.line.text() == "7 low back left"


@pytest.mark.parametrize("asked", [hand_over.LINE, hand_over.ANSWER])
def test_a_window_that_could_not_open_the_journal_leaves_it_to_others(
    qtbot: QtBot, asked: str
) -> None:
    path = paths.own_journal()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\xff\xd8\xff\xe0 a photograph")
    with living(qtbot) as made:
        made.show()
        desk = FrontDesk(made.session)
        with qtbot.waitSignal(made.session.opening.failed, timeout=PATIENCE):
            made.session.start(made.path)
        assert desk.answer(asked, "w") == {"gone": True}
        path.unlink()
        made.click(made.refusal.again)
        made.settle()

        assert "gone" not in desk.answer(asked, "w")


def test_while_the_journal_is_being_opened_a_line_is_not_taken(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        answer = FrontDesk(made.session).answer(hand_over.LINE, "7")

        assert "still opening" in str(answer["refused"])
