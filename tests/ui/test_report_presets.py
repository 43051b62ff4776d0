"""Choices of sections, ready ones and one's own: taken, changed, named, removed, brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from spasmlog.report.preset_file import FILE_NAME, OwnPreset, read, write
from spasmlog.report.sections import Preset, Section
from spasmlog.ui.look import Look
from spasmlog.ui.report_options import ReportOptions

Maker = Callable[[], ReportOptions]


@pytest.fixture
def made(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Maker:
    look = Look()
    look.apply(qapp)

    def make() -> ReportOptions:
        options = ReportOptions(look, tmp_path)
        options.recall({})
        qtbot.addWidget(options)
        options.resize(340, 1300)
        options.show()
        return options

    return make


@pytest.fixture
def options(made: Maker) -> ReportOptions:
    return made()


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(options: ReportOptions, name: str) -> None:
    chips = options.presets.chips.findChildren(QAbstractButton)
    click(next(each for each in chips if each.text() == name and each.isVisible()))


def tick(options: ReportOptions, section: Section) -> None:
    click(options.sections.ticks[section])


def name(options: ReportOptions, typed: str) -> None:
    options.presets.naming.line.selectAll()
    QTest.keyClicks(options.presets.naming.line, typed)
    QTest.keyClick(options.presets.naming.line, Qt.Key.Key_Return)


def saved_as(options: ReportOptions, typed: str) -> None:
    click(options.presets.save_as)
    name(options, typed)


def offered(options: ReportOptions) -> list[str]:
    chips = options.presets.chips.findChildren(QAbstractButton)
    return [each.text() for each in chips if each.isVisible()]


def test_it_begins_with_the_family_doctor(options: ReportOptions) -> None:
    assert options.presets.chips.value() == "gp"
    assert options.sections.value() == Preset.GP.sections
    assert not options.presets.told.isVisible()
    assert not options.presets.save_as.isVisible()


def test_signals_have_no_tick_but_a_reason(options: ReportOptions) -> None:
    assert Section.SIGNALS not in options.sections.ticks
    assert set(options.sections.ticks) == set(Section) - {Section.SIGNALS}
    for each in options.sections.ticks.values():
        each.setChecked(False)
    assert options.sections.value() == {Section.SIGNALS}


def test_a_choice_ticks_its_sections(options: ReportOptions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(options.changed):
        choose(options, "Everything")

    assert options.sections.value() == frozenset(Section)
    assert options.kept()["preset"] == "everything"


def test_a_change_is_named_and_can_be_put_back(options: ReportOptions) -> None:
    tick(options, Section.CALENDAR)

    assert options.presets.told.text() == "Family doctor, changed"
    assert options.presets.caption.text() == "For (changed: keep or put back below)"
    assert options.presets.chips.value() is None
    click(options.presets.put_back)
    assert options.presets.caption.text() == "For"
    assert options.sections.value() == Preset.GP.sections
    assert not options.presets.told.isVisible()


def test_ticks_that_are_just_another_choice_are_that_choice(options: ReportOptions) -> None:
    tick(options, Section.RECEIPTS)

    assert options.presets.chips.value() == "specialist"
    assert not options.presets.save_as.isVisible()


def test_a_choice_of_ones_own_is_named_in_place_and_kept(
    options: ReportOptions, made: Maker, tmp_path: Path
) -> None:
    tick(options, Section.CALENDAR)
    saved_as(options, "  Dr  Example ")

    assert read(tmp_path) == (
        OwnPreset(name="Dr Example", sections=Preset.GP.sections - {Section.CALENDAR}),
    )
    assert options.presets.chips.value() == "own Dr Example"
    assert not options.presets.naming.isVisible()
    again = made()
    again.recall(options.kept())
    assert again.presets.chips.value() == "own Dr Example"
    assert again.sections.value() == Preset.GP.sections - {Section.CALENDAR}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (" ", "A choice of your own needs a name."),
        ("x" * 41, "A name has at most 40 letters."),
        ("specialist", "There is a choice of that name already."),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_stays(
    options: ReportOptions, tmp_path: Path, typed: str, why: str
) -> None:
    tick(options, Section.CALENDAR)
    saved_as(options, typed)

    assert options.presets.naming.problem.text() == why
    assert options.presets.naming.line.text() == typed
    assert read(tmp_path) == ()
    QTest.keyClick(options.presets.naming.line, Qt.Key.Key_Escape)
    assert not options.presets.naming.isVisible()
    assert options.presets.told.text() == "Family doctor, changed"


def test_a_name_is_also_taken_and_left_by_the_buttons(
    options: ReportOptions, tmp_path: Path
) -> None:
    tick(options, Section.CALENDAR)
    click(options.presets.save_as)
    click(options.presets.naming.leave)
    assert read(tmp_path) == ()

    click(options.presets.save_as)
    QTest.keyClicks(options.presets.naming.line, "Mine")
    click(options.presets.naming.take)
    assert [each.name for each in read(tmp_path)] == ["Mine"]


def own(options: ReportOptions, named: str = "Mine") -> None:
    tick(options, Section.CALENDAR)
    saved_as(options, named)


def test_one_of_ones_own_is_renamed(options: ReportOptions, tmp_path: Path) -> None:
    own(options)

    click(options.presets.rename)
    assert options.presets.naming.line.text() == "Mine"
    name(options, "Yours")

    assert [each.name for each in read(tmp_path)] == ["Yours"]
    assert options.presets.chips.value() == "own Yours"
    assert offered(options)[-1] == "Yours"


def test_a_change_of_ones_own_can_be_kept_in_it(options: ReportOptions, tmp_path: Path) -> None:
    own(options)

    tick(options, Section.TIMES)
    assert options.presets.told.text() == "Mine, changed"
    click(options.presets.keep)

    (kept,) = read(tmp_path)
    assert kept.sections == Preset.GP.sections - {Section.CALENDAR, Section.TIMES}
    assert options.presets.chips.value() == "own Mine"


def test_one_that_was_removed_can_be_brought_back(options: ReportOptions, tmp_path: Path) -> None:
    own(options)
    sections = options.sections.value()

    click(options.presets.remove)
    assert read(tmp_path) == ()
    assert options.presets.told.text() == "Removed: Mine"
    assert options.sections.value() == sections, "what is ticked stays"
    click(options.presets.undo)

    assert read(tmp_path) == (OwnPreset(name="Mine", sections=sections),)
    assert options.presets.chips.value() == "own Mine"
    assert not options.presets.undo.isVisible()


def test_a_choice_pressed_again_stays(options: ReportOptions) -> None:
    choose(options, "Physiotherapist")
    choose(options, "Physiotherapist")

    assert options.presets.chips.value() == "physio"


def test_what_cannot_be_written_is_told_and_nothing_is_lost(
    options: ReportOptions, tmp_path: Path
) -> None:
    own(options)
    half = tmp_path / f".{FILE_NAME}.half"
    half.mkdir()

    click(options.presets.remove)
    assert options.presets.problem.text().startswith("Your choices could not be saved: ")
    assert offered(options)[-1] == "Mine"

    click(options.presets.rename)
    name(options, "Yours")
    assert options.presets.naming.problem.text().startswith("Your choices could not be saved: ")
    half.rmdir()
    name(options, "Yours")
    assert [each.name for each in read(tmp_path)] == ["Yours"]


def test_choices_of_another_day_are_there(made: Maker, tmp_path: Path) -> None:
    write(tmp_path, (OwnPreset(name="Mine & yours", sections=frozenset({Section.SIGNALS})),))

    options = made()

    assert offered(options)[-1] == "Mine && yours"
    options.recall({"preset": "own Mine & yours"})
    assert options.sections.value() == {Section.SIGNALS}


def test_a_tick_moves_no_other_tick(options: ReportOptions, qapp: QApplication) -> None:
    qapp.processEvents()
    tops = [each.mapTo(options, each.rect().topLeft()) for each in options.sections.ticks.values()]

    tick(options, Section.CALENDAR)
    qapp.processEvents()

    assert options.presets.save_as.isVisible()
    ticks = options.sections.ticks.values()
    assert [each.mapTo(options, each.rect().topLeft()) for each in ticks] == tops
