"""A slip in the quick bar or on the command line: one sentence, and nothing is half saved."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from spasmlog import app, cli, paths
from spasmlog.domain.diary import Diary
from tests.living import Living, living
from tests.slips import KEPT, REFUSED

NOT_NOW = ("7 @23:59",)
"""Refused by the test's own clock; by that of the computer it may have come."""


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot) as made:
        made.start()
        yield made


def kept() -> Diary:
    with app.reading(paths.own_journal()) as journal:
        return journal.read_rest()


def test_the_bar_keeps_the_text_of_each_slip_and_says_why(person: Living) -> None:
    person.press("Ctrl+K")
    bar = person.session.quick.bar
    for typed, said in REFUSED:
        if "\ud83d" in typed:  # half a character cannot be typed into a window
            continue
        bar.line.setText(typed)
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        shown = bar.problem.text()
        assert person.diary.by_id == {}, typed[:40]
        if typed.strip():
            assert said in shown, (typed[:40], shown)
            assert shown.isprintable()
            assert bar.line.text() == typed[: bar.line.maxLength()]
        assert bar.line.isVisible()


def test_the_bar_keeps_whole_what_it_does_not_understand(person: Living) -> None:
    person.press("Ctrl+K")
    bar = person.session.quick.bar
    for typed, note in KEPT:
        bar.open(typed)
        QTest.keyClick(bar.line, Qt.Key.Key_Return)
        (spasm,) = person.diary.episodes
        assert (spasm.peak, spasm.note) == (7, note)
        person.press("Ctrl+Z")
        assert person.diary.by_id == {}


def test_several_lines_that_are_pasted_are_refused_and_stay(person: Living) -> None:
    person.press("Ctrl+K")
    bar = person.session.quick.bar
    QGuiApplication.clipboard().setText("7 neck\n8 leg left\n")
    person.press("Ctrl+V")
    person.press("Return")

    assert "more than one line" in bar.problem.text()
    assert "8 leg left" in bar.line.text()
    assert person.diary.by_id == {}


@pytest.mark.parametrize("typed", [typed for typed, _said in REFUSED if "\x00" not in typed])
def test_the_command_line_refuses_each_slip_in_one_sentence(
    typed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if typed in NOT_NOW:
        typed = "7 @2199-12-31 23:59"
    assert cli.main(["log", typed]) == 1

    out, err = capsys.readouterr()
    (line,) = err.splitlines()
    assert (out, line.startswith("spasmlog: "), line.endswith(".")) == ("", True, True)
    assert kept().by_id == {}


def test_the_command_line_says_what_was_left_blank(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["log", "ibuprofen lots"]) == 0

    assert capsys.readouterr().out.splitlines()[1:] == [
        "Kept as the note: lots",
        "The amount is left blank; in mg it would be read, such as 400.",
    ]
