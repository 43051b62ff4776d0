"""Every page without a mouse or without eyes: names, the order of Tab, and room for every word."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from spasmlog import paths
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Sign
from spasmlog.journal.made_up import made_up_person
from spasmlog.settings import Settings
from spasmlog.ui.flare_parts import BigButton
from spasmlog.ui.page import Place
from spasmlog.ui.shelf import SHELF
from spasmlog.ui.sidebar import NARROW, NavButton
from spasmlog.ui.switches import Tick
from tests.build import answer, moment, running
from tests.living import Living, living

PLACES = (*SHELF, "emergency", "flare", "refusal")
OVER = {"emergency": "F1", "flare": "F9"}
"""What takes the place of all pages, and the key that opens it."""
DEMO, EMPTY = "demo", "empty"


def demo() -> tuple[Record, ...]:
    """Some months of a made-up person, a spasm that runs, and a yes that stands."""
    yesterday = moment(1, "22:00")
    lived = made_up_person(yesterday, 0.4, 1, yesterday.zone)
    over = tuple(each for each in lived if not getattr(each, "is_running", False))
    return (*over, running(0, "08:40"), answer(1, Sign.FEVER))


@contextmanager
def at(
    qtbot: QtBot, place: str, diary: str, size: tuple[int, int], percent: int
) -> Iterator[Living]:
    """The window on one page, with nothing under way."""
    if place == "refusal":
        paths.own_journal().parent.mkdir(parents=True)
        paths.own_journal().write_bytes(b"a photograph")
    records = demo() if diary == DEMO and place != "refusal" else ()
    chosen = Settings(theme="light", text_percent=percent)
    with living(qtbot, records=records, chosen=chosen) as made:
        made.window.resize(*size)
        made.show()
        made.press("Ctrl+1")
        if place == "refusal":
            with qtbot.waitSignal(made.session.opening.failed, timeout=30_000):
                made.session.start(made.path)
        else:
            made.session.start(made.path)
            made.settle()
        if place in OVER:
            made.press(OVER[place])
        elif place != "refusal":
            made.window.go(Place(page=place))
            made.settle()
        QApplication.processEvents()
        yield made


def nameless(found: QAccessibleInterface, above: str = "") -> Iterator[str]:
    """The way to everything that takes the keyboard and says nothing of itself."""
    if not found.isValid() or found.state().invisible:
        return
    way = f"{above} > {type(found.object()).__name__}"
    if found.state().focusable and not found.text(QAccessible.Text.Name).strip():
        yield way
    for number in range(found.childCount()):
        yield from nameless(found.child(number), way)


@pytest.mark.parametrize("diary", [DEMO, EMPTY])
@pytest.mark.parametrize("place", PLACES)
def test_everything_that_takes_the_keyboard_has_a_name(
    qtbot: QtBot, place: str, diary: str
) -> None:
    with at(qtbot, place, diary, (1280, 800), 100) as made:
        root = QAccessible.queryAccessibleInterface(made.window)

        assert root.childCount() > 0
        assert list(nameless(root)) == []


def tab_through(made: Living) -> list[QWidget]:
    """What Tab leads to, each once, from the head of the page."""
    page = made.page if made.top is made.window.frame else made.top
    first = QApplication.focusWidget()
    met = [first] if first is not None and first is not page and page.isAncestorOf(first) else []
    for _ in range(400):
        made.press("Tab")
        focus = QApplication.focusWidget()
        if focus is None or (met and focus is met[0]):
            break
        if page.isAncestorOf(focus):
            met.append(focus)
        elif met:
            break
    return met


def area(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def parted(one: QWidget, two: QWidget) -> tuple[QWidget, QWidget]:
    """The parts of the page in which the two lie, side by side."""
    above = [one]
    while (parent := above[-1].parentWidget()) is not None:
        above.append(parent)
    beside, parent = two, two.parentWidget()
    while parent is not None and parent not in above:
        beside, parent = parent, parent.parentWidget()
    assert parent is not None
    return above[above.index(parent) - 1], beside


def comes_before(one: QRect, two: QRect) -> bool:
    """Whether an eye that reads has passed the second before it comes to the first."""
    above = two.bottom() <= one.top() and two.left() < one.right()
    same_line = two.top() < one.bottom() and one.top() < two.bottom()
    return above or (same_line and two.right() <= one.left())


@pytest.mark.parametrize("size", [(1280, 800), (900, 600)])
@pytest.mark.parametrize("diary", [DEMO, EMPTY])
@pytest.mark.parametrize("place", PLACES)
def test_tab_goes_the_way_of_the_eye(
    qtbot: QtBot, place: str, diary: str, size: tuple[int, int]
) -> None:
    with at(qtbot, place, diary, size, 100) as made:
        met = tab_through(made)
        against = []
        for one, two in pairwise(met):
            first, second = parted(one, two)
            if comes_before(area(first, made.window), area(second, made.window)):
                places = area(first, made.window), area(second, made.window)
                against.append(f"{one.accessibleName()!r} before {two.accessibleName()!r} {places}")

        assert met
        assert not against, "\n".join(against)


def wide(label: QLabel | QAbstractButton, text: str) -> int:
    """The width of the longest piece that cannot be broken."""
    if isinstance(label, QLabel) and not label.wordWrap():
        return label.sizeHint().width()
    wraps = isinstance(label, QLabel | Tick | BigButton)
    breakable = text.replace("/", "/ ") if "://" in text else text  # as Qt breaks an address
    pieces = breakable.replace("\u200b", " ").split() if wraps else text.split("\n")
    return max((label.fontMetrics().horizontalAdvance(each) for each in pieces), default=0)


def cramped(made: Living) -> Iterator[str]:
    """Words that do not fit where they stand, or stand outside of what can be scrolled to."""
    for each in made.window.findChildren(QWidget):
        if not isinstance(each, QLabel | QAbstractButton) or not each.isVisible():
            continue
        if isinstance(each, NavButton) and each.width() < NARROW:
            continue  # an icon alone, its word is in the tip
        text = each.text().replace("&", "")
        if isinstance(each, QLabel) and each.textFormat() == Qt.TextFormat.RichText:
            continue
        if text and wide(each, text) > each.width():
            yield f"{type(each).__name__} {text!r} has {each.width()} of {wide(each, text)}"
        if isinstance(each, QLabel) and each.wordWrap() and text:
            high = each.heightForWidth(each.width())
            if high > each.height() + 1:
                yield f"{type(each).__name__} {text!r} is {each.height()} of {high} high"
        yield from outside(each)


def assert_room(made: Living) -> None:
    found = sorted(set(cramped(made)))
    assert not found, "\n".join(found)


def outside(widget: QWidget) -> Iterator[str]:
    """Whether it sticks out of its page at the side, where nothing scrolls."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent.parentWidget(), QScrollArea):
        parent = parent.parentWidget()
    if parent is None:
        return
    view = parent.parentWidget()
    assert isinstance(view, QScrollArea)
    right = widget.mapTo(view, QPoint(widget.width(), 0)).x()
    if view.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        name = widget.accessibleName() or getattr(widget, "text", str)()
        if right > view.width() + 1:
            yield f"{type(widget).__name__} {name!r} ends at {right} of {view.width()}"


@pytest.mark.parametrize(
    ("size", "percent"),
    [
        ((1280, 800), 100),
        ((1280, 800), 150),
        ((1280, 800), 200),
        ((900, 600), 100),
        ((900, 600), 200),
    ],
)
@pytest.mark.parametrize("place", PLACES)
def test_every_word_has_room(qtbot: QtBot, place: str, size: tuple[int, int], percent: int) -> None:
    with at(qtbot, place, DEMO, size, percent) as made:
        qtbot.waitUntil(lambda: assert_room(made), timeout=10_000)


class _Shown(QObject):
    """Notes every window that is shown besides the window."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("place", PLACES)
def test_nothing_flashes_up_as_a_window_of_its_own(
    qtbot: QtBot, qapp: QApplication, place: str
) -> None:
    shown = _Shown()
    qapp.installEventFilter(shown)
    with at(qtbot, place, DEMO, (1280, 800), 100) as made:
        focused = qapp.activeWindow() is made.window
    qapp.removeEventFilter(shown)

    assert shown.found == ["MainWindow"]
    assert focused
