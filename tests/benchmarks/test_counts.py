"""The keys and clicks of the logging table, counted while they are pressed in the real window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.whole.counted import ROWS, Row, lived


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.task)
def test_row(
    qtbot: QtBot,
    row: Row,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    figure: Callable[[str, str, str], None],
) -> None:
    monkeypatch.setenv("SPASMLOG_HOME", str(tmp_path / "home"))
    with lived(qtbot, row) as (hands, person):
        row.holds(person.diary)
        figure(f"counted: {row.task}", hands.counted, row.said)
        assert hands.counted
