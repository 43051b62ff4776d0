"""What was put off stays put off at the next start: nothing is asked again because of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from spasmlog.ui.remembered import Remembered

if TYPE_CHECKING:
    from spasmlog.ui.main_window import MainWindow
    from spasmlog.ui.page import Page

NAME = "put_off"
MOST = 24
"""So many are remembered; the oldest are long over by then."""


def recalled(remembered: Remembered) -> set[str]:
    """The keys of what was put off."""
    return set(_kept(remembered))


def keep(remembered: Remembered, key: str) -> None:
    """Remember one more of them."""
    others = [each for each in _kept(remembered) if each != key]
    remembered.keep(NAME, [*others, key][-MOST:])


def follow(window: MainWindow) -> None:
    """Remember what any page of the window puts off."""
    window.page_made.connect(partial(_listen, window.around.remembered))


def _listen(remembered: Remembered, _name: str, page: Page) -> None:
    # Imported here: what only reads the keys runs without a window.
    from PySide6.QtCore import SignalInstance

    offered = getattr(page, "not_now", None)
    if isinstance(offered, SignalInstance):
        offered.connect(partial(keep, remembered))


def _kept(remembered: Remembered) -> list[str]:
    return [each for each in remembered.get(NAME, list, []) if isinstance(each, str)]
