"""Signals with nothing, one and many findings: light and dark, at every size, every word has room.

With `SPASMLOG_SCENES` naming a folder the pages are drawn into it, to be looked at.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Diary
from spasmlog.settings import Settings
from spasmlog.ui.page import Place
from tests.build import check_in, diary
from tests.living import Living, living
from tests.views.lives import eight
from tests.whole.test_accessibility import assert_room

SIZES = (((1280, 800), 100), ((1280, 800), 200), ((900, 600), 100))


def nothing() -> Diary:
    """A few days without pain."""
    return diary(*(check_in(ago, 0) for ago in range(9)))


def one() -> Diary:
    """Six weeks with pain."""
    return diary(*(check_in(ago) for ago in range(42)))


def draw(made: Living, name: str) -> None:
    folder = os.environ.get("SPASMLOG_SCENES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        assert made.window.grab().save(str(Path(folder) / f"{name}.png"))
        page = made.page.parentWidget()
        assert page.grab().save(str(Path(folder) / f"{name}-whole.png"))


@pytest.mark.parametrize(
    ("lived", "findings"), [(nothing, 0), (one, 1), (eight, 8)], ids=["0", "1", "8"]
)
def test_signals_have_room_in_every_light_and_size(
    qtbot: QtBot, lived: Callable[[], Diary], findings: int
) -> None:
    records = tuple(lived().by_id.values())
    with living(qtbot, records=records, chosen=Settings(theme="light")) as made:
        made.start()
        made.window.go(Place(page="signals"))
        made.settle()
        found = len(made.around.desk.assessment().shown)
        assert found == findings if findings < 8 else found >= findings
        for theme in ("light", "dark"):
            for (wide, high), percent in SIZES:
                made.window.resize(wide, high)
                made.around.look.set(theme, percent / 100)
                QApplication.processEvents()
                qtbot.waitUntil(lambda: assert_room(made), timeout=10_000)
                draw(made, f"{findings}-{theme}-{wide}x{high}-{percent}")
