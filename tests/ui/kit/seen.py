"""What a screen reader and an eye meet: names, focus, colours of pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def put_up(widget: QWidget, qtbot: QtBot) -> None:
    """Show the widget as the active window, so that the focus is really there."""
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    assert QTest.qWaitForWindowActive(widget)


def spoken(widget: QWidget) -> QAccessibleInterface:
    """The widget as a screen reader meets it."""
    return QAccessible.queryAccessibleInterface(widget)


def name_of(widget: QWidget) -> str:
    """The name that a screen reader says."""
    return spoken(widget).text(QAccessible.Text.Name)


def child_names(widget: QWidget) -> list[str]:
    """The names of what stands inside, in order."""
    inside = spoken(widget)
    children = (inside.child(at) for at in range(inside.childCount()))
    return [child.text(QAccessible.Text.Name) for child in children if child is not None]


def focusable(widget: QWidget) -> list[QWidget]:
    """Everything inside that the keyboard can reach by Tab, a proxy's owner left out."""
    inside = widget.findChildren(QWidget)
    return [
        one
        for one in inside
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one.isEnabled()
        and one.window() is widget.window()
    ]


def pixel(widget: QWidget, x: float, y: float) -> QColor:
    """The colour drawn at this point of the widget."""
    picture = widget.grab().toImage()
    return picture.pixelColor(QPoint(round(x), round(y)))


def hover(widget: QWidget, *, on: bool) -> None:
    """Let the pointer come or go, wherever the real one is."""
    spot = QPointF(5, 5)
    event = QEnterEvent(spot, spot, spot) if on else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(widget, event)


def show_fitting(widget: QWidget, qtbot: QtBot) -> None:
    """Show the widget at the size that it asks for."""
    widget.resize(widget.sizeHint())
    put_up(widget, qtbot)


def turn_wheel(widget: QWidget, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One notch of the mouse wheel, upwards, over the middle of the widget."""
    middle = QPointF(widget.rect().center())
    turn = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, turn)
