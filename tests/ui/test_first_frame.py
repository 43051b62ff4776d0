"""What is painted first is laid out already: no words over words, nothing cut, for one frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Record
from spasmlog.settings import Settings
from spasmlog.ui.finding_card import FindingCard
from spasmlog.ui.page import Place
from tests.build import check_in
from tests.living import Living, living
from tests.views.lives import eight

SIZES = ((1280, 800), (900, 600))


class FirstFrame(QObject):
    """Notes where everything on a page stands when one part of it is first painted.

    `begun` says whether what is waited for has happened: a frame from before is none of it.
    """

    def __init__(self, page: QWidget, begun: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._page, self._begun = page, begun
        self.places: dict[QLabel | QAbstractButton, QRect] = {}
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        told = isinstance(watched, QWidget) and self._page.isAncestorOf(watched)
        if told and event.type() == QEvent.Type.Paint and not self.places and self._begun():
            self.places = places(self._page)
        return False

    def stop(self) -> None:
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)


def places(page: QWidget) -> dict[QLabel | QAbstractButton, QRect]:
    """Where the words and buttons stand that can be seen."""
    parts: list[QLabel | QAbstractButton] = [
        *page.findChildren(QLabel),
        *page.findChildren(QAbstractButton),
    ]
    return {
        part: QRect(part.mapTo(page, QPoint(0, 0)), part.size())
        for part in parts
        if part.isVisible()
    }


def moved(first: FirstFrame, page: QWidget) -> list[str]:
    """What stood elsewhere, or in another size, when the page was first painted."""
    now = places(page)
    known = ((part, first.places[part]) for part in now if part in first.places)
    return [f"{part.text()[:30]}: {was} {now[part]}" for part, was in known if was != now[part]]


@contextmanager
def large(qtbot: QtBot, size: tuple[int, int], records: Iterable[Record]) -> Iterator[Living]:
    """A window of that size with text at 200 %."""
    chosen = Settings(theme="light", text_percent=200)
    with living(qtbot, records=records, chosen=chosen) as made:
        made.window.resize(*size)
        made.start()
        yield made


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_signals_are_laid_out_when_they_are_first_painted(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    with large(qtbot, size, eight().by_id.values()) as made:
        page = made.window.page("signals")
        first = FirstFrame(page)
        made.window.go(Place(page="signals"))
        made.until(lambda: bool(first.places))
        first.stop()
        made.settle()
        for card in page.findChildren(FindingCard):
            card.say_since("")  # which is only known once past days have been looked at
        made.until(lambda: moved(first, page) == [])


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("records", [(), (check_in(1),), eight().by_id.values()], ids=len)
def test_today_is_laid_out_when_it_is_first_painted_after_a_new_spasm(
    qtbot: QtBot, size: tuple[int, int], records: Iterable[Record]
) -> None:
    with large(qtbot, size, records) as made:
        page = made.page
        first = FirstFrame(page, lambda: made.diary.running is not None)
        made.press("s")
        made.until(lambda: bool(first.places))
        first.stop()
        made.settle()

        assert moved(first, page) == []
