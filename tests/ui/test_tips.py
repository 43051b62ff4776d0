"""Every key of the map stands in the tip of the control that does the same."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog.ui import keys
from spasmlog.ui.page import Place
from tests.build import drink, running
from tests.living import Living, living

PAGES = ("today", "history", "settings", "report", "visit")
WITHOUT = {
    "dose_again": "the last dose is one of the treatments on Today, whichever that is",
    "quick": "opens what is typed into",
    "quit": "the window's own frame closes it, and the tray has it in words",
}
"""Actions that no control of their own does."""


def tips(made: Living) -> set[str]:
    """What stands in brackets at the end of every tip that can be seen now."""
    seen = [each for each in made.top.findChildren(QWidget) if each.isVisible()]
    told = [each.toolTip().removesuffix(")") for each in seen if each.toolTip().endswith(")")]
    return {each.rsplit("(", 1)[1].split()[-1] for each in told}


def shown_everywhere(qtbot: QtBot, path: Path, *, spasm: bool) -> set[str]:
    records = (drink(), *((running(0, "08:40"),) if spasm else ()))
    found: set[str] = set()
    with living(qtbot, path, records=records) as made:
        made.start()
        made.press("w")
        made.press("w")
        made.press("Ctrl+Z")
        for page in PAGES:
            made.window.go(Place(page=page))
            made.settle()
            found |= tips(made)
        made.window._follow(Place(page="rule"))
        return found | tips(made)


def test_every_key_with_a_control_stands_in_its_tip(qtbot: QtBot, tmp_path: Path) -> None:
    found = shown_everywhere(qtbot, tmp_path / "at rest.spasmlog", spasm=False)
    found |= shown_everywhere(qtbot, tmp_path / "running.spasmlog", spasm=True)
    wanted = {
        row.keys[0]: row.action
        for group in keys.MAP
        for row in group.rows
        if row.action and row.action not in WITHOUT
    }

    assert {key: action for key, action in wanted.items() if key not in found} == {}
    assert set(keys.DIGITS) <= found


def test_what_has_no_control_is_still_in_the_map() -> None:
    assert set(WITHOUT) <= {row.action for group in keys.MAP for row in group.rows}
