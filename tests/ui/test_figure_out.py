"""A chart that is too little, walked spot by spot, or taken out of the program."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import StringIO
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.charts import CHARTS, Asked, Prepared, Table
from spasmlog.charts.too_few import too_few
from spasmlog.domain.records import Record
from spasmlog.ui.chart_table import ChartTable
from spasmlog.ui.figure_view import FigureView
from spasmlog.ui.look import Look
from spasmlog.ui.tasks import Progress, Tasks
from tests.build import TODAY, check_in, day, diary, episode, reading, treatment, use

TRENDS = "Worst pain each day"
HEAT = treatment("Heat", usual_dose_mg=None)


class Held:
    """A view, and the name that its dialog will be answered with."""

    def __init__(self, qtbot: QtBot, name: str = TRENDS) -> None:
        self._qtbot = qtbot
        self.tasks = Tasks()
        self.answer = ""
        self.suggested: list[tuple[str, str]] = []
        self.view = FigureView(Look(), self.tasks, name, ask=self._ask)
        qtbot.addWidget(self.view)
        self.view.resize(800, 500)

    def show(self, chart: str, *records: Record) -> None:
        asked = Asked(diary=diary(*records), first=day(29), last=TODAY)
        self.work(lambda _progress: CHARTS[chart].prepare(asked))

    def work(self, work: Callable[[Progress], Prepared]) -> None:
        self.view.show_work(work)
        self.view.show()
        self.finish()

    def press(self, button: QWidget) -> None:
        assert button.isVisible()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.finish()

    def finish(self) -> None:
        self._qtbot.waitUntil(lambda: not self.tasks.busy, timeout=30_000)

    @property
    def said(self) -> str:
        return self.view.foot.said.text() if self.view.foot.said.isVisible() else ""

    def _ask(self, _parent: QWidget, suggested: str, kinds: str) -> str:
        self.suggested.append((suggested, kinds))
        return self.answer


@pytest.fixture
def held(qtbot: QtBot) -> Iterator[Held]:
    held = Held(qtbot)
    yield held
    held.tasks.close()


@pytest.fixture
def trend(held: Held) -> Held:
    held.show("pain_trend", *(check_in(ago, ago % 6) for ago in range(30) if ago != 3))
    return held


def treated(days_ago: int) -> tuple[Record, ...]:
    spasm = episode(days_ago, hours=3)
    return (
        spasm,
        reading(days_ago, "09:20", 6, episode_id=spasm.id),
        use(days_ago, of=HEAT, spasm=spasm),
        reading(days_ago, "11:30", 2, episode_id=spasm.id),
    )


def sample(more: str = "", worst: int = 5) -> Prepared:
    asked = Asked(diary=diary(check_in(0, worst)), first=day(29), last=TODAY)
    return replace(CHARTS["pain_trend"].prepare(asked), more=lambda: more)


class Slow:
    """Work that ends when it may."""

    def __init__(self, made: Prepared) -> None:
        self._made, self.may_end = made, Event()

    def __call__(self, _progress: Progress) -> Prepared:
        assert self.may_end.wait(20)
        return self._made


def nothing(rows: tuple[tuple[str, ...], ...] = (), heading: str = "Too few") -> Prepared:
    missing = (heading, "3 uses so far; it takes 5.")
    return Prepared(
        describe=lambda: missing[1],
        table=lambda: Table(("What",), rows, ("",)),
        draw=lambda style: too_few(style, *missing),
        missing=missing,
    )


def test_what_is_too_little_says_so_in_a_frame_and_draws_nothing(held: Held) -> None:
    held.work(lambda _progress: nothing())

    assert held.view.frame.isVisible()
    assert held.view.frame.accessibleName() == "Too few 3 uses so far; it takes 5."
    assert not held.view.canvas.isVisible()
    assert not held.view.foot.isVisible()
    assert held.view.canvas.picture is None


def test_the_title_of_the_chart_is_not_said_twice(held: Held) -> None:
    held.work(lambda _progress: nothing(heading=TRENDS))

    assert held.view.frame.accessibleName() == "3 uses so far; it takes 5."


def test_the_little_that_there_is_can_be_read_as_a_table(held: Held) -> None:
    held.work(lambda _progress: nothing((("Heat",),)))
    foot = held.view.foot
    assert not foot.save.isVisible()
    held.press(foot.switch)
    (table,) = held.view.findChildren(ChartTable)

    assert table.table.rows == (("Heat",),)
    assert not held.view.frame.isVisible()
    assert foot.switch.accessibleName() == f"Show what is missing: {TRENDS}"
    held.press(foot.switch)
    assert held.view.frame.isVisible()


def test_a_chart_comes_back_when_there_is_enough_for_it(trend: Held) -> None:
    trend.work(lambda _progress: nothing())
    assert not trend.view.canvas.isVisible()

    trend.show("pain_trend", check_in(1))
    assert trend.view.canvas.isVisible()
    assert not trend.view.frame.isVisible()


def test_a_table_that_was_in_front_gives_way_to_what_is_missing(trend: Held) -> None:
    trend.press(trend.view.foot.switch)
    trend.work(lambda _progress: nothing())

    assert trend.view.frame.isVisible()
    assert not trend.view.as_table


def test_a_chart_without_days_is_walked_spot_by_spot(held: Held) -> None:
    held.show("two_hours", HEAT, *(each for ago in range(2, 22, 3) for each in treated(ago)))
    canvas = held.view.canvas
    assert canvas.picture is not None
    spots = [spot.words for spot in canvas.picture.spots]
    told = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_End):
        QTest.keyClick(canvas, key)
        told.append(canvas.tip)

    assert len(spots) >= 3
    assert told == [spots[0], spots[1], spots[0], spots[-1]]
    assert canvas.day is None
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.tip == ""


def test_the_pointer_finds_the_nearest_spot_and_none_far_from_all(held: Held) -> None:
    held.show("two_hours", HEAT, *(each for ago in range(2, 22, 3) for each in treated(ago)))
    canvas = held.view.canvas
    assert canvas.picture is not None
    last = canvas.picture.spots[-1]

    QTest.mouseMove(canvas, QPoint(round(last.x) + 3, round(last.y) - 2))
    assert canvas.tip.split("\n") == last.words.split("\n")
    QTest.mouseMove(canvas, QPoint(1, 1))
    assert canvas.tip == ""


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_is_saved_as_the_name_says(trend: Held, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"my chart.{ending}"
    trend.answer = str(file)
    trend.press(trend.view.foot.save)

    begins = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending]
    assert file.read_bytes().startswith(begins)
    assert trend.said == f"Saved as {file}"
    assert trend.suggested[0][0].endswith("/Worst pain each day.png")
    assert trend.suggested[0][1] == "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
    if ending == "png":
        assert QImage(str(file)).width() == 2 * 984
    if ending == "svg":
        assert b'id="head"' in file.read_bytes()
        assert b'id="said"' in file.read_bytes()


def test_the_next_name_is_suggested_where_the_last_one_was(trend: Held, tmp_path: Path) -> None:
    trend.answer = str(tmp_path / "a.png")
    trend.press(trend.view.foot.save)
    trend.answer = ""
    trend.press(trend.view.foot.save)

    assert trend.suggested[1][0] == str(tmp_path / "Worst pain each day.png")


def test_a_dialog_that_is_left_saves_nothing(trend: Held, tmp_path: Path) -> None:
    trend.press(trend.view.foot.save)

    assert trend.said == ""
    assert list(tmp_path.glob("*.png")) == []


@pytest.mark.parametrize("name", ["chart.txt", "none/chart.png"])
def test_what_cannot_be_saved_is_said_in_a_sentence(trend: Held, tmp_path: Path, name: str) -> None:
    before = sorted(tmp_path.rglob("*"))
    trend.answer = str(tmp_path / name)
    trend.press(trend.view.foot.save)

    assert trend.said.endswith(".")
    assert sorted(tmp_path.rglob("*")) == before


def test_the_table_is_saved_as_csv(trend: Held, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    trend.answer = str(file)
    trend.press(trend.view.foot.switch)
    trend.press(trend.view.foot.save_table)

    rows = list(csv.reader(StringIO(file.read_text(encoding="utf-8"), newline="")))
    assert rows[0][:2] == ["Day", "Worst pain"]
    assert rows[-4][:2] == [day(3).isoformat(), "no entry"]
    assert rows[-1][:2] == [TODAY.isoformat(), "0"]
    assert trend.suggested[0] == (
        str(Path.home() / "Worst pain each day.csv"),
        "CSV (*.csv)",
    )


def test_a_table_that_cannot_be_saved_says_why(trend: Held, tmp_path: Path) -> None:
    trend.answer = str(tmp_path / "none" / "days.csv")
    trend.press(trend.view.foot.switch)
    trend.press(trend.view.foot.save_table)

    assert "there is no such file or folder" in trend.said
    assert not (tmp_path / "none").exists()


def test_the_whole_table_is_copied_by_a_press(trend: Held) -> None:
    trend.press(trend.view.foot.switch)
    trend.press(trend.view.foot.copy)

    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Day\tWorst pain\t")
    assert lines[-4].startswith("28 Jun 2026\tno entry\t")
    assert len(lines) == 31
    assert trend.said == "30 rows copied"


def test_chosen_rows_are_copied_by_the_keys_for_it(trend: Held) -> None:
    trend.press(trend.view.foot.switch)
    (table,) = trend.view.findChildren(ChartTable)
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    trend.finish()

    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Day", "30 Jun 2026", "1 Jul 2026"]
    assert trend.said == "2 rows copied"


def test_a_table_that_is_hidden_and_shown_again_holds_the_newest_numbers(trend: Held) -> None:
    trend.press(trend.view.foot.switch)
    trend.view.hide()
    asked = Asked(diary=diary(check_in(0, 9)), first=day(29), last=TODAY)
    trend.view.show_work(lambda _progress: CHARTS["pain_trend"].prepare(asked))
    trend.view.show()
    trend.finish()

    (table,) = trend.view.findChildren(ChartTable)
    assert table.table.rows[-1][1] == 9


def test_what_nobody_looks_at_any_more_is_not_worked_out(held: Held) -> None:
    begun, may_end, ended = Event(), Event(), Event()

    def slow(progress: Progress) -> Prepared:
        begun.set()
        assert may_end.wait(20)
        progress.check()
        ended.set()
        return nothing()

    held.view.show_work(slow)
    held.view.show()
    assert begun.wait(20)
    held.view.hide()
    may_end.set()
    held.finish()
    assert not ended.is_set()
    assert held.view.prepared is None

    held.view.show()
    held.finish()
    assert ended.is_set()
    assert held.view.prepared is not None


def test_every_button_says_which_chart_it_belongs_to(trend: Held) -> None:
    foot = trend.view.foot
    QApplication.processEvents()

    assert foot.save.accessibleName() == f"Save picture: {TRENDS}"
    assert foot.copy.accessibleName() == f"Copy: {TRENDS}"
    assert foot.more.accessibleName() == f"More: {TRENDS}"


def test_what_can_be_done_with_a_chart_waits_until_there_is_one(held: Held) -> None:
    slow = Slow(sample())
    held.view.show_work(slow)
    held.view.show()
    foot = held.view.foot
    before = (foot.switch.isEnabled(), foot.save.isEnabled())
    slow.may_end.set()
    held.finish()

    assert before == (False, False)
    assert foot.switch.isEnabled()
    assert foot.save.isEnabled()


def test_the_table_asked_for_while_a_chart_is_worked_out_anew_comes_with_it(trend: Held) -> None:
    slow = Slow(sample(worst=9))
    trend.view.show_work(slow)
    trend.view.foot.switch.setFocus()
    QTest.keyClick(trend.view.foot.switch, Qt.Key.Key_Space)
    slow.may_end.set()
    trend.finish()

    (table,) = trend.view.findChildren(ChartTable)
    assert table.isVisible()
    assert table.table.rows[-1][1] == 9


def test_a_picture_asked_for_while_a_chart_is_worked_out_anew_is_saved_then(
    trend: Held, tmp_path: Path
) -> None:
    trend.answer = str(tmp_path / "chart.svg")
    slow = Slow(sample())
    trend.view.show_work(slow)
    QTest.keyClick(trend.view.foot.save, Qt.Key.Key_Space)
    asked_early = bool(trend.suggested)
    slow.may_end.set()
    trend.finish()

    assert not asked_early
    assert trend.said == f"Saved as {trend.answer}"
    assert len(trend.suggested) == 1


def test_a_wish_for_what_turned_out_too_little_is_dropped(trend: Held) -> None:
    slow = Slow(nothing())
    trend.view.show_work(slow)
    QTest.keyClick(trend.view.foot.save, Qt.Key.Key_Space)
    slow.may_end.set()
    trend.finish()

    assert trend.suggested == []


def test_what_is_said_besides_is_folded_away_until_it_is_wanted(held: Held) -> None:
    held.work(lambda _progress: sample("Why so."))
    foot = held.view.foot
    assert foot.more.text() == "More"
    assert not foot.details.isVisible()
    held.press(foot.more)

    assert foot.details.isVisible()
    assert foot.details.text() == "Why so."
    assert foot.more.accessibleName() == f"Less: {TRENDS}"
    QTest.keyClick(foot.more, Qt.Key.Key_Space)
    assert not foot.details.isVisible()


def test_what_was_opened_stays_open_with_the_next_words(held: Held) -> None:
    held.work(lambda _progress: sample("Why so."))
    held.press(held.view.foot.more)
    held.work(lambda _progress: nothing((("Heat",),)))
    assert not held.view.foot.details.isVisible()
    held.work(lambda _progress: sample("And why now."))

    assert held.view.foot.details.isVisible()
    assert held.view.foot.details.text() == "And why now."


def test_without_anything_besides_nothing_is_offered(held: Held) -> None:
    held.work(lambda _progress: sample())

    assert not held.view.foot.more.isVisible()


@pytest.mark.parametrize("wide", [480, 930, 1400])
def test_no_line_of_what_is_said_is_cut(held: Held, wide: int) -> None:
    long = " ".join(f"Sentence number {at} of what may be read." for at in range(12))
    held.view.resize(wide, 900)
    held.work(lambda _progress: replace(sample(long), describe=lambda: long))
    held.press(held.view.foot.more)
    QApplication.processEvents()

    for text in (held.view.foot.caption, held.view.foot.details):
        assert text.height() >= text.heightForWidth(text.width())
