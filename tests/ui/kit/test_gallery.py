"""One of everything at once: named, reached by Tab, and whole in every theme and size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui.look import Look
from tests.ui.kit.gallery import Gallery, scrolled
from tests.ui.kit.seen import focusable, name_of, put_up

SIZES = [(900, 600, 1.0), (1280, 800, 1.5), (1280, 800, 2.0)]


def _gallery(look: Look, qtbot: QtBot, width: int = 1120, height: int = 800) -> Gallery:
    gallery = Gallery(look)
    put_up(scrolled(gallery, width, height), qtbot)
    return gallery


def test_everything_that_takes_the_focus_has_a_name(look: Look, qtbot: QtBot) -> None:
    gallery = _gallery(look, qtbot)
    controls = focusable(gallery)

    assert len(controls) > 25
    for control in controls:
        named = control.accessibleName() if isinstance(control, QComboBox) else name_of(control)
        assert named, control


def test_tab_reaches_everything_once_and_comes_round(look: Look, qtbot: QtBot) -> None:
    gallery = _gallery(look, qtbot)
    wanted = focusable(gallery)
    wanted[0].setFocus()
    met: list[QWidget] = []

    for _ in range(3 * len(wanted)):
        here = QApplication.focusWidget()
        assert here is not None
        if here is wanted[0] and len(met) > 1:
            break
        met.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)

    assert set(wanted) <= set(met)


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("theme_name", ["light", "dark"])
def test_nothing_is_cut_off(
    look: Look, qtbot: QtBot, theme_name: str, width: int, height: int, scale: float
) -> None:
    look.set(theme_name, scale)
    gallery = _gallery(look, qtbot, width, height)

    for widget in gallery.findChildren(QWidget):
        if not widget.isVisible():
            continue
        needed = widget.minimumSizeHint()
        assert widget.width() >= needed.width(), widget
        wraps = widget.hasHeightForWidth()
        high = widget.heightForWidth(widget.width()) if wraps else needed.height()
        assert widget.height() >= high, (widget, widget.accessibleName())
        if isinstance(widget, QLabel) and not widget.wordWrap() and widget.text():
            assert widget.width() >= widget.sizeHint().width(), widget.text()


def test_a_new_look_changes_everything_at_once_and_back(look: Look, qtbot: QtBot) -> None:
    gallery = _gallery(look, qtbot)
    light = gallery.grab().toImage()

    look.set("dark", 1.0)
    dark = gallery.grab().toImage()
    look.set("light", 1.0)

    assert dark != light
    assert gallery.grab().toImage() == light
    assert dark.pixelColor(2, 2) != light.pixelColor(2, 2)


def test_the_whole_of_it_mirrors(look: Look, qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    gallery = _gallery(look, qtbot)
    spot = gallery.level.mapTo(gallery, gallery.level.rect().center())
    assert spot.x() > gallery.width() / 2
