"""Every page drawn into files, and a folder that takes none."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from spasmlog.errors import NotSaved
from spasmlog.ui.pictures import draw_pages, wait_until
from spasmlog.ui.shelf import SHELF
from tests.build import episode
from tests.living import living


def test_each_page_is_drawn_and_no_two_are_alike(qtbot: QtBot, tmp_path: Path) -> None:
    with living(qtbot, records=(episode(1, hours=2),)) as made:
        made.window.resize(1000, 700)
        made.start()
        files = list(draw_pages(made.session, tmp_path, "light"))
        back = made.top is made.window.frame

    pictures = [QImage(str(file)) for file in files]
    names = [file.name.split("-")[1] for file in files]
    assert list(dict.fromkeys(names)) == [*SHELF, "emergency", "flare"]
    tabs = [file.stem.split("-")[2] for file in files if file.stem.count("-") > 2]
    assert tabs == ["treatments"]
    assert {(each.width(), each.height()) for each in pictures} == {(1000, 700)}
    assert all(one != two for one, two in pairwise(pictures))
    assert back


def test_a_folder_that_takes_no_file_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with living(qtbot) as made:
        made.start()
        with pytest.raises(NotSaved, match="could not be written"):
            next(draw_pages(made.session, tmp_path / "none", "light"))


def test_waiting_ends_though_what_is_waited_for_never_comes(qtbot: QtBot) -> None:
    assert not wait_until(lambda: False, 30)
    assert wait_until(lambda: True, 30)
