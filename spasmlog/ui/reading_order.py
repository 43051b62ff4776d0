"""Tab follows what is seen: the layouts' order, whenever a part was made."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from spasmlog.ui.flow_layout import Flow

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


def chain(top: QWidget) -> None:
    """Let Tab go through `top` in reading order."""
    handing_on: list[QWidget] = []
    for before, after in pairwise(_stops(top, handing_on)):
        QWidget.setTabOrder(before, after)
    for part in reversed(handing_on):
        # Qt has left it behind where its parts were; told again, it is put before the first of
        # them. Elsewhere it would catch the keyboard and take it back.
        proxy = part.focusProxy()
        assert proxy is not None
        part.setFocusProxy(proxy)


def _stops(widget: QWidget, handing_on: list[QWidget]) -> Iterator[QWidget]:
    """What takes the keyboard, in order; a part that hands it on is followed by its own parts.

    Of a row of tiles all are named: which one is the stop changes without this being asked again.
    """
    proxy = widget.focusProxy()
    if proxy is None and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
        yield widget
        return
    if proxy is not None and widget.isAncestorOf(proxy):
        handing_on.append(widget)
        holder = proxy.parentWidget()
        first = holder and holder.findChild(QWidget, options=_DIRECTLY)
        if first is not None and first.focusPolicy() == Qt.FocusPolicy.NoFocus:
            yield first
    for part in _parts(widget):
        yield from _stops(part, handing_on)


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
