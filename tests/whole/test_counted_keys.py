"""No row of the logging table takes more keys and clicks than it says."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.whole.counted import ROWS, Row, lived


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.task)
def test_a_row_of_the_table_takes_no_more_than_it_says(qtbot: QtBot, row: Row) -> None:
    with lived(qtbot, row) as (hands, person):
        row.holds(person.diary)

        assert hands.keys + hands.clicks <= row.most
        assert hands.lines <= ("line" in row.said)
