"""What was put off stays put off at the next start, until it comes around again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Score
from spasmlog.settings import Settings
from spasmlog.ui.put_off import MOST, keep, recalled
from spasmlog.ui.remembered import Remembered
from tests.build import check_in
from tests.living import Clock, Living, living

QUESTION = "How was the past week?"


def asks(made: Living) -> bool:
    made.start()
    return QUESTION in made.texts(made.window.page("today"))


def test_a_week_that_was_left_out_is_not_asked_about_after_a_restart(qtbot: QtBot) -> None:
    clock = Clock()
    with living(qtbot, records=(check_in(9),), clock=clock) as made:
        assert asks(made)
        made.use("Not this week")
        assert QUESTION not in made.texts(made.page)
    with living(qtbot, clock=clock) as later:
        assert not asks(later)
        later.go_to(-5, "10:00")
        assert QUESTION in later.texts(later.page)


def test_a_week_is_answered_by_three_keys_and_enter_and_undone(qtbot: QtBot) -> None:
    with living(qtbot, records=(check_in(9),)) as made:
        assert asks(made)
        made.page.scores.peg.questions[0].strip.take_focus()
        for keys in ("6", "t", "0", "Return"):
            made.press(keys)
        (score,) = made.diary.of_kind(Score)
        assert dict(score.answers) == {"pain": 6, "enjoyment": 10, "activity": 0}
        assert made.toast.text == "Saved: PEG, 5.3."
        assert QUESTION not in made.texts(made.page)
        made.press("Ctrl+Z")
        assert made.diary.of_kind(Score) == ()
        assert QUESTION in made.texts(made.page)


def test_what_the_keyboard_goes_on_to_is_scrolled_into_sight(qtbot: QtBot) -> None:
    both = Settings(theme="light", text_percent=200, monthly_roland_morris=True)
    with living(qtbot, records=(check_in(9),), chosen=both) as made:
        assert asks(made)
        made.window.resize(900, 600)
        scores = made.page.scores
        scores.peg.questions[0].strip.take_focus()
        made.press("6")
        made.until(lambda: in_sight(scores.peg.questions[1]))
        scores.roland_morris.open_form.click()
        made.until(lambda: in_sight(scores.roland_morris.title))
        made.press("End")
        made.until(lambda: in_sight(scores.roland_morris.statements.ticks[23]))


def in_sight(part: QWidget) -> bool:
    return part.visibleRegion().boundingRect() == part.rect()


def test_only_the_newest_are_remembered_each_once(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    for number in range(MOST + 5):
        keep(remembered, f"question {number}")
    keep(remembered, "question 28")

    kept = recalled(Remembered(tmp_path))
    assert kept == {f"question {number}" for number in range(5, MOST + 5)}


def test_what_was_remembered_wrongly_is_forgotten(tmp_path: Path) -> None:
    remembered = Remembered(tmp_path)
    remembered.keep("put_off", ["a question", 7, None])

    assert recalled(remembered) == {"a question"}
