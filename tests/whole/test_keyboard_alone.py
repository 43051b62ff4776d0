"""Nothing that only a mouse can do: what reacts to it is reached and pressed by keys as well."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

import spasmlog
from spasmlog.ui.day_line import DayLine
from spasmlog.ui.keys_panel import KeysPanel
from spasmlog.ui.quick_bar import QuickBar
from spasmlog.ui.record_table import RowList
from tests.living import Living
from tests.whole.test_accessibility import DEMO, EMPTY, PLACES, at

PACKAGE = Path(spasmlog.__file__).parent
PRESSES = ("mousePressEvent", "mouseReleaseEvent", "mouseDoubleClickEvent")
USED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
LISTENS_FOR = {"BodyFigure": "PartTile"}
"""What leaves the keys to the parts that are in it."""
MOST_STOPS = 600


def _editor(made: Living) -> None:
    rows = next(each for each in made.page.findChildren(RowList) if each.rows)
    rows.setFocus()
    made.press("Return")
    made.settle()


def _form(name: str) -> Callable[[Living], None]:
    return lambda made: made.use(name)


def _bar(made: Living) -> None:
    made.press("Ctrl+K")
    made.type("7 ibuprofn 400 back")


def _keys(*pressed: str) -> Callable[[Living], None]:
    def press(made: Living) -> None:
        for each in pressed:
            made.press(each)

    return press


def _others(made: Living) -> None:
    made.help.ways.further.click()


OPENED: dict[str, tuple[str, str, Callable[[Living], None]]] = {
    "place and details": ("today", DEMO, _form("Place and details")),
    "at another time": ("today", EMPTY, _form("At another time")),
    "a stretch": ("today", EMPTY, _form("Stretch: something else")),
    "a walk": ("today", EMPTY, _form("Walk: something else")),
    "a treatment": ("today", EMPTY, _form("Treat: something else")),
    "the quick bar": ("today", DEMO, _bar),
    "all keys": ("today", DEMO, _keys("?")),
    "the hidden page": ("today", DEMO, _keys("Ctrl+L")),
    "during a visit": ("visit", DEMO, _keys("F11")),
    "an entry": ("history", DEMO, _editor),
    "other questions": ("emergency", DEMO, _others),
}
SCENES = (*PLACES, *OPENED)


@contextmanager
def scene(qtbot: QtBot, name: str) -> Iterator[Living]:
    """A page, or something unfolded on one."""
    place, diary, unfold = OPENED.get(name, (name, DEMO, None))
    with at(qtbot, place, diary, (1280, 800), 100) as made:
        if unfold is not None:
            unfold(made)
            QApplication.processEvents()
        yield made
        made.window.showNormal()


def in_sight(made: Living) -> QWidget:
    """What the keyboard is on: what lies over a page, or what takes up the window."""
    over = [each for each in made.top.children() if isinstance(each, QuickBar | KeysPanel)]
    return next((each for each in over if each.isVisible()), made.top)


def used(made: Living) -> list[QWidget]:
    """What can be seen now and does something when it is pressed."""
    return [
        each
        for each in in_sight(made).findChildren(QWidget)
        if each.isVisible() and each.isEnabled() and _is_used(each)
    ]


def _is_used(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar):
        return False  # the keyboard scrolls to where it is
    if isinstance(widget, QHeaderView):
        return widget.sectionsClickable()
    links = isinstance(widget, QLabel) and "<a " in widget.text()
    hand = widget.cursor().shape() == Qt.CursorShape.PointingHandCursor
    return isinstance(widget, USED) or links or hand or bool(_own(type(widget), PRESSES))


def _own(kind: type, names: tuple[str, ...]) -> list[str]:
    ours = [each for each in kind.__mro__ if each.__module__.startswith("spasmlog")]
    return [name for name in names if any(name in each.__dict__ for each in ours)]


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def tab_stops(made: Living) -> list[QWidget]:
    """All that Tab leads to, once round the window."""
    met: list[QWidget] = []
    for _each in range(MOST_STOPS):
        made.press("Tab")
        here = focus()
        assert here is not None
        if met and here is met[-1]:
            continue  # a date is several stops in one
        if here in met:
            break
        met.append(here)
    return met


def walked(made: Living, stop: QWidget, count: int) -> set[QWidget]:
    """Where arrows lead from a stop, as far as `count` steps each way."""
    found = {stop}
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    for key in ("Home", "Left", "Right"):  # a calendar goes back from its first day
        for _step in range(1 if key == "Home" else count):
            made.press(key)
            here = focus()
            if here is not None:
                found.add(here)
    return found


def composite(widget: QWidget, stops: set[QWidget]) -> tuple[QWidget, QWidget] | None:
    """The nearest thing around it in which Tab stops, and where."""
    around = widget.parentWidget()
    while around is not None:
        inside = [each for each in stops if around.isAncestorOf(each)]
        if inside:
            return around, inside[0]
        around = around.parentWidget()
    return None


def reached(made: Living) -> tuple[set[QWidget], list[QWidget]]:
    """What keys lead to, and what is used and they do not."""
    wanted = used(made)
    stops = set(tab_stops(made))
    met = set(stops)
    for each in wanted:
        row = None if each in met or _stands_for(each, stops) else composite(each, stops)
        if row is not None:
            met |= walked(made, row[1], len(row[0].findChildren(QWidget)) + 1)
    return met, [each for each in wanted if each not in met and not _stands_for(each, stops)]


def _stands_for(widget: QWidget, stops: set[QWidget]) -> bool:
    """The inside of a field; minus and plus of a number; what leaves the keys to its parts."""
    around = widget.parentWidget()
    if around is None or isinstance(around, QAbstractSpinBox | QComboBox):
        return around in stops
    kinds = {type(each).__name__ for each in stops if widget.isAncestorOf(each)}
    if LISTENS_FOR.get(type(widget).__name__) in kinds:
        return True
    if type(widget).__name__ in LISTENS_FOR.values():  # where their arrows lead has a test
        return any(type(each) is type(widget) and around.isAncestorOf(each) for each in stops)
    numbers = [each for each in stops if isinstance(each, QAbstractSpinBox)]
    quiet = widget.focusPolicy() == Qt.FocusPolicy.NoFocus
    return quiet and any(map(around.isAncestorOf, numbers))


def described(widget: QWidget) -> str:
    parent = widget.parentWidget()
    return f"{type(parent).__name__} > {type(widget).__name__} {widget.accessibleName()!r}"


@pytest.mark.parametrize("name", SCENES)
def test_what_can_be_pressed_is_reached_by_keys_and_pressed_by_space(
    qtbot: QtBot, name: str
) -> None:
    with scene(qtbot, name) as made:
        met, missed = reached(made)
        assert not missed, "\n".join(map(described, missed))
        buttons = [each for each in met if isinstance(each, QAbstractButton) and each.isVisible()]
        dead = [described(each) for each in buttons if each.isEnabled() and not takes_space(each)]

        assert buttons
        assert dead == []


def takes_space(button: QAbstractButton) -> bool:
    """Whether Space goes down on it as the mouse does; nobody is told of it here."""
    button.setFocus(Qt.FocusReason.TabFocusReason)
    button.blockSignals(True)
    QTest.keyPress(button, Qt.Key.Key_Space)
    down = button.isDown()
    button.setDown(False)
    button.blockSignals(False)
    return down


@pytest.mark.parametrize("name", SCENES)
def test_a_list_that_takes_clicks_takes_enter(qtbot: QtBot, name: str) -> None:
    with scene(qtbot, name) as made:
        lists = [each for each in made.top.findChildren(QAbstractItemView) if each.isVisible()]
        clicked = [
            each
            for each in lists
            if any(
                each.receivers(SIGNAL(f"{signal}(QModelIndex)"))
                for signal in ("clicked", "doubleClicked", "activated")
            )
        ]
        without = [described(each) for each in clicked if not _own(type(each), ("keyPressEvent",))]

        assert without == []


def classes() -> Iterator[tuple[str, set[str], str]]:
    """Every class of the window: its name, the methods it defines, and its text."""
    for file in sorted(PACKAGE.glob("ui/*.py")):
        text = file.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef):
                methods = {each.name for each in node.body if isinstance(each, ast.FunctionDef)}
                yield node.name, methods, ast.get_source_segment(text, node) or ""


def deaf(methods: set[str]) -> list[str]:
    """Who has one of these methods, and nobody who listens to keys for it."""
    found = {name: each for name, each, _text in classes()}
    return sorted(
        name
        for name, each in found.items()
        if each & methods and "keyPressEvent" not in found[LISTENS_FOR.get(name, name)]
    )


def test_who_listens_to_presses_listens_to_keys() -> None:
    assert any(methods & set(PRESSES) for _name, methods, _text in classes())
    assert deaf(set(PRESSES)) == []


def test_who_follows_the_pointer_is_led_by_keys_or_says_it_elsewhere() -> None:
    assert deaf({"mouseMoveEvent"}) == [DayLine.__name__]  # its rows stand below it


def test_nothing_is_dragged() -> None:
    words = ("setDragEnabled", "setAcceptDrops", "dragEnterEvent", "QDrag(")

    assert [name for name, _all, text in classes() for word in words if word in text] == []


def test_what_the_line_of_the_day_says_to_the_pointer_stands_in_its_description(
    qtbot: QtBot,
) -> None:
    with scene(qtbot, "today") as made:
        (line,) = [each for each in made.page.findChildren(DayLine) if each.isVisible()]
        line.grab()
        told = {text for _spot, text in line._spots}

        assert told
        assert [text for text in told if text not in line.accessibleDescription()] == []
