"""The day line draws what was logged, nothing between, and no label over another."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.ui.day_line import DayLine, Mark
from spasmlog.ui.day_plan import Plan, free_spots, in_lanes
from spasmlog.ui.look import Look
from tests.ui.kit.gallery import MARKS
from tests.ui.kit.seen import name_of, put_up, spoken

PLAN = Plan(left=20, right=560, top=20, base=74, first=360, last=1440)
CROWD = (
    *(Mark(kind="reading", start=600 + at, value=at % 11, text=f"{at}") for at in range(0, 60, 4)),
    *(Mark(kind="spasm", start=600 + 9 * at, end=604 + 9 * at, value=10) for at in range(8)),
    *(Mark(kind="drink", start=600 + at) for at in range(12)),
)


def _line(look: Look, qtbot: QtBot, marks: tuple[Mark, ...], now: int | None = 1180) -> DayLine:
    line = DayLine(look)
    line.show_marks(marks, now, 360, 1440)
    width = look.px(560)
    line.resize(width, line.heightForWidth(width))
    put_up(line, qtbot)
    return line


def _labels(line: DayLine) -> list[QRectF]:
    """Where labels were drawn: the places that the last paint found for them."""
    line.grab()
    return [spot for spot in line.label_spots if spot is not None]


def test_times_stand_in_proportion_and_never_outside() -> None:
    assert PLAN.x(360) == 20
    assert PLAN.x(900) == 290
    assert PLAN.x(1440) == 560
    assert PLAN.x(0) == 20
    assert PLAN.x(1700) == 560


def test_pain_runs_from_the_axis_to_the_top() -> None:
    assert PLAN.y(0) == 74
    assert PLAN.y(5) == 47
    assert PLAN.y(10) == 20


@pytest.mark.parametrize(
    ("label_width", "hours"),
    [(20, [6, 9, 12, 15, 18, 21, 24]), (100, [6, 12, 18, 24]), (300, [12, 24])],
)
def test_as_many_hours_are_written_as_fit(label_width: float, hours: list[int]) -> None:
    assert [minute // 60 for minute in PLAN.hours(label_width)] == hours


def test_a_label_takes_the_first_place_that_is_free_or_none() -> None:
    here, there = QRectF(0, 0, 10, 10), QRectF(20, 0, 10, 10)

    found = free_spots([[here], [here, there], [here, there]], [])

    assert found == (here, there, None)
    assert free_spots([[here]], [QRectF(5, 5, 10, 10)]) == (None,)


def test_signs_that_would_overlap_go_to_lanes_of_their_own() -> None:
    assert in_lanes([(0, 10), (5, 15), (10, 20), (12, 22)], 3) == (0, 1, 0, 2)
    assert in_lanes([(0, 10), (1, 11), (2, 12)], 2) == (0, 1, 1)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("marks", [MARKS, CROWD, ()], ids=["day", "crowd", "empty"])
def test_no_label_is_drawn_over_another_nor_outside(
    look: Look, qtbot: QtBot, scale: float, marks: tuple[Mark, ...]
) -> None:
    look.set("light", scale)
    line = _line(look, qtbot, marks)

    labels = _labels(line)

    assert labels
    for at, label in enumerate(labels):
        assert QRectF(line.rect()).contains(label)
        assert not any(label.intersects(other) for other in labels[at + 1 :])


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_number_of_an_ordinary_day_finds_its_place(
    look: Look, qtbot: QtBot, scale: float
) -> None:
    look.set("light", scale)

    line = _line(look, qtbot, MARKS)

    assert len(_labels(line)) == 5


def test_twice_the_text_is_higher_and_wants_more_room(look: Look, qtbot: QtBot) -> None:
    line = _line(look, qtbot, MARKS)
    before = line.sizeHint()

    look.set("light", 2.0)

    assert line.sizeHint().height() > 1.7 * before.height()
    assert line.minimumSizeHint().width() < line.sizeHint().width()


def test_nothing_is_drawn_between_two_readings(look: Look, qtbot: QtBot) -> None:
    two = (
        Mark(kind="reading", start=480, value=9),
        Mark(kind="reading", start=1200, value=9),
    )
    line = _line(look, qtbot, two, None)
    empty = _line(look, qtbot, (), None)
    between = line.rect().adjusted(line.width() // 4, 0, -line.width() // 3, 0)

    assert line.grab(between).toImage() == empty.grab(between).toImage()
    assert line.grab().toImage() != empty.grab().toImage()


def test_a_spasm_is_a_block_of_its_colour_and_runs_on_until_now(look: Look, qtbot: QtBot) -> None:
    line = _line(look, qtbot, (Mark(kind="spasm", start=600, value=8),), 1000)
    picture = line.grab().toImage()
    base = line.heightForWidth(line.width()) // 2

    colors = {picture.pixelColor(x, base).name() for x in range(line.width())}
    assert look.color("pain-8").name() in colors
    inked = [x for x in range(line.width()) if picture.pixelColor(x, base) == look.color("pain-8")]
    assert len(inked) > line.width() / 4


def test_a_spasm_without_a_number_is_hatched_not_zero(look: Look, qtbot: QtBot) -> None:
    unknown = _line(look, qtbot, (Mark(kind="spasm", start=600, end=900),), None)
    nothing = _line(look, qtbot, (), None)

    assert unknown.grab().toImage() != nothing.grab().toImage()
    assert _labels(unknown) == []


def test_a_zero_is_drawn_as_something(look: Look, qtbot: QtBot) -> None:
    zero = _line(look, qtbot, (Mark(kind="reading", start=900, value=0),), None)
    nothing = _line(look, qtbot, (), None)

    assert zero.grab().toImage() != nothing.grab().toImage()
    assert len(_labels(zero)) == 1


@pytest.mark.parametrize("kind", ["drink", "stretch", "activity", "treatment"])
def test_what_was_done_has_a_sign_of_its_own_colour(look: Look, qtbot: QtBot, kind: str) -> None:
    line = _line(look, qtbot, (Mark(kind=kind, start=900, end=1000),), None)
    picture = line.grab().toImage()
    role = "hydration" if kind == "drink" else kind

    colors = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert look.color(role).name() in colors


def test_a_screen_reader_hears_every_mark_in_order(look: Look, qtbot: QtBot) -> None:
    marks = (
        Mark(kind="treatment", start=1120, text="18:40 ibuprofen"),
        Mark(kind="reading", start=495, value=3, text="08:15 pain 3"),
        Mark(kind="drink", start=600),
    )
    line = _line(look, qtbot, marks)

    assert name_of(line) == "So far today"
    said = spoken(line).text(QAccessible.Text.Description)
    assert said == "08:15 pain 3. 18:40 ibuprofen"


def test_the_pointer_on_a_mark_shows_its_words(look: Look, qtbot: QtBot) -> None:
    line = _line(look, qtbot, (Mark(kind="spasm", start=600, end=900, value=10, text="a spasm"),))
    line.grab()

    QTest.mouseMove(line, QPoint(line.width() // 3, line.height() // 2))
    assert line.toolTip() == "a spasm"
    QTest.mouseMove(line, QPoint(line.width() - 2, 2))
    assert line.toolTip() == ""


def test_time_runs_from_left_to_right_in_every_language(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    before = _line(look, qtbot, MARKS).grab().toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert _line(look, qtbot, MARKS).grab().toImage() == before


@pytest.mark.parametrize(("name", "same"), [("en_GB", True), ("en_US", False)])
def test_hours_are_written_as_the_locale_counts_them(
    look: Look, qtbot: QtBot, name: str, same: bool
) -> None:
    plain = _line(look, qtbot, MARKS).grab().toImage()
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        local = _line(look, qtbot, MARKS).grab().toImage()
    finally:
        QLocale.setDefault(before)

    assert (plain == local) is same
