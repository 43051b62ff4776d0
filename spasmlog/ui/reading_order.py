"""Tab follows what is seen: the layouts' order, whenever a part was made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from spasmlog.ui.flow_layout import Flow


def chain(top: QWidget) -> None:
    """Let Tab go through `top` in reading order."""
    for before, after in pairwise(_stops(top)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """What takes the keyboard, in order; a part that hands it on is followed by its own parts.

    Of a row of tiles all are named: which one is the stop changes without this being asked again.
    """
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
        yield widget
        return
    for part in _parts(widget):
        yield from _stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    """The widgets inside, as they are laid out; those without a layout as they were made."""
    layout = widget.layout()
    if isinstance(widget, Flow):
        yield from widget.widgets
    elif layout is not None:
        yield from _laid_out(layout)
    else:
        yield from (each for each in widget.children() if isinstance(each, QWidget))


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        assert item is not None
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _laid_out(inner)
        elif widget is not None:
            yield widget
