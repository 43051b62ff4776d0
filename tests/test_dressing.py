"""Tests hand the application back as they found it, and never without a style sheet."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.dressing import BARE, dressed

ROOT = Path(__file__).parents[1]
TAKEN_AWAY = re.compile(r"""setStyleSheet\((?:""|'')?\)""")


def test_what_was_put_on_is_taken_off(qapp: QApplication) -> None:
    font = qapp.font()
    with dressed(qapp, 2.0) as look:
        assert qapp.styleSheet() not in ("", BARE)
        assert qapp.font().pixelSize() == look.px(14)
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert qapp.styleSheet() == BARE
    assert qapp.font() == font
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_nothing_takes_a_style_sheet_away() -> None:
    """See `tests.dressing.BARE`: after that, the next sheet may end the program."""
    for folder in ("spasmlog", "tests"):
        for source in (ROOT / folder).rglob("*.py"):
            assert not TAKEN_AWAY.search(source.read_text(encoding="utf-8")), source
