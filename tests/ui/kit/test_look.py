"""The look is one place for theme, text scale and font, and tells everybody of a change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from spasmlog.ui.buttons import Button
from spasmlog.ui.look import Look
from spasmlog.ui.theme import theme


def test_a_new_look_tells_its_listeners_once(look: Look, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed, timeout=0):
        look.set("dark", 1.5)

    assert look.theme == theme("dark")
    assert look.scale == 1.5


def test_the_same_look_again_is_no_change(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set("light", 1.0)


@pytest.mark.parametrize(("asked", "got"), [(0.5, 1.0), (1.25, 1.25), (3.0, 2.0)])
def test_text_is_never_smaller_than_designed_nor_more_than_twice_as_large(
    asked: float, got: float
) -> None:
    assert Look("light", asked).scale == got


def test_design_pixels_grow_with_the_text() -> None:
    assert Look("light", 1.0).px(31) == 31
    assert Look("light", 1.5).px(31) == 46
    assert Look("light", 2.0).px(31) == 62


def test_the_palette_of_the_application_is_the_themes(look: Look, qapp: QApplication) -> None:
    look.set("dark", 1.0)

    window = qapp.palette().color(QPalette.ColorRole.Window)
    assert window.name().upper() == theme("dark").role("paper")


def test_system_is_light_until_the_system_says_dark(look: Look) -> None:
    look.set("system", 1.0)

    assert look.theme_name == "system"
    assert look.theme == theme("light")


def test_only_the_system_theme_follows_the_system(
    look: Look, qapp: QApplication, qtbot: QtBot
) -> None:
    hints = qapp.styleHints()
    with qtbot.assertNotEmitted(look.changed):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)

    look.set("system", 1.0)
    with qtbot.waitSignal(look.changed, timeout=0):
        hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_the_shipped_font_is_used_in_three_weights(look: Look) -> None:
    widths = []
    for weight in (400, 500, 600):
        font = look.font(14, weight)
        assert QFontInfo(font).family() == "Inter"
        widths.append(QFontMetricsF(font).horizontalAdvance("Hamburgefons"))

    assert widths == sorted(set(widths))


def test_figures_stand_in_columns_and_words_are_not_torn_apart(look: Look) -> None:
    metrics = QFontMetricsF(look.font())
    digits = {round(metrics.horizontalAdvance(digit * 8), 1) for digit in "0123456789"}

    assert len(digits) == 1
    assert metrics.horizontalAdvance("i i") < metrics.horizontalAdvance("i8i")


def test_a_label_keeps_figures_of_one_width_through_the_style_sheet(
    look: Look, qtbot: QtBot
) -> None:
    label = QLabel("1111")
    label.setProperty("role", "title")
    qtbot.addWidget(label)
    label.ensurePolished()

    metrics = QFontMetricsF(label.font())
    assert label.font().pixelSize() == 20
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_without_a_wish_of_the_system_things_may_move(look: Look) -> None:
    assert look.motion(120) == 120
    assert Look().motion(150) == 150


def test_a_painted_widget_measures_itself_anew_when_the_text_grows(
    look: Look, qtbot: QtBot
) -> None:
    button = Button("Save", look)
    qtbot.addWidget(button)
    before = button.sizeHint()

    look.set("light", 2.0)

    assert button.sizeHint().width() > before.width() * 1.5
    assert button.sizeHint().height() == 2 * before.height()
