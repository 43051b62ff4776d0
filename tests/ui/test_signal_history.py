"""Past signals on the page: looked at piece by piece, read by pointer, keys and ear."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Change, Diary
from spasmlog.domain.scales import Sign, SignAnswer
from spasmlog.rules import RULES, book
from spasmlog.rules.history import History, history_of
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.ui.signal_history_card import MOST_ROWS, SignalHistoryCard
from spasmlog.ui.signal_history_plan import dates_of, strip_of
from spasmlog.ui.signal_history_strip import SignalStrip
from spasmlog.ui.signal_history_work import PastDays
from spasmlog.ui.signals_page import SignalsPage
from spasmlog.views.signal_history import PastAsked, signal_history_view
from spasmlog.views.signals import signals_view
from tests.build import TODAY, answer, check_in, day, diary, drink
from tests.dressing import dressed
from tests.ui.kit.seen import focusable, put_up, spoken
from tests.views.lives import assessed, not_settled

PATIENCE = 20_000


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    with dressed(qapp) as look:
        yield look


def lived() -> Diary:
    """A fever that was answered twice, pain of eight for six weeks, and a yes of long ago."""
    return diary(
        answer(500, Sign.FEVER),
        answer(490, Sign.FEVER, SignAnswer.NO),
        answer(100, Sign.FEVER),
        answer(90, Sign.FEVER, SignAnswer.NO),
        answer(20, Sign.FEVER),
        *(check_in(ago, 8) for ago in range(42)),
    )


def told(known: Diary) -> History:
    found = history_of(known, RULES)
    assert found is not None
    return found


def asked(known: Diary, *, personal: bool = True) -> PastAsked:
    return PastAsked(known, personal)


def hurried() -> Callable[[], float]:
    """A clock by which every day takes a second, so that each is a piece of its own."""
    seconds = count()
    return lambda: float(next(seconds))


def test_what_is_looked_at_in_pieces_comes_to_the_history_of_the_whole(qtbot: QtBot) -> None:
    days, known = PastDays(clock=hurried()), diary(*(check_in(ago, 8) for ago in range(40)))
    heard: list[tuple[int, int]] = []
    days.progressed.connect(lambda done, total: heard.append((done, total)))
    days.ask(asked(known))
    with qtbot.waitSignal(days.done, timeout=PATIENCE):
        days.go_on()

    assert days.told == told(known)
    assert days.is_done
    assert not days.is_running
    assert heard == [(number, 40) for number in range(1, 41)]


def test_a_change_on_the_way_is_looked_at_after_what_was_begun(qtbot: QtBot) -> None:
    days, known = PastDays(clock=hurried()), diary(*(check_in(ago, 8) for ago in range(40)))
    heard: list[tuple[int, int]] = []
    days.progressed.connect(lambda done, total: heard.append((done, total)))
    days.ask(asked(known))
    days.go_on()
    qtbot.waitUntil(lambda: len(heard) > 10, timeout=PATIENCE)
    changed = known.apply([Change(None, answer(3, Sign.FEVER))])
    days.ask(asked(changed))
    qtbot.waitUntil(lambda: days.is_done, timeout=PATIENCE)

    assert days.told == told(changed)
    assert [done for done, _total in heard] == [*range(1, 41), *range(1, 5)]


def test_it_stops_and_goes_on_from_there(qtbot: QtBot) -> None:
    days, known = PastDays(clock=hurried()), diary(*(check_in(ago, 8) for ago in range(40)))
    heard: list[int] = []
    days.progressed.connect(lambda done, _total: heard.append(done))
    days.ask(asked(known))
    days.go_on()
    qtbot.waitUntil(lambda: len(heard) > 5, timeout=PATIENCE)
    days.stop()
    stopped = list(heard)
    for _turn in range(50):
        QApplication.processEvents()

    assert heard == stopped
    assert not days.is_running
    days.go_on()
    qtbot.waitUntil(lambda: days.is_done, timeout=PATIENCE)
    assert heard == list(range(1, 41))


def test_when_personal_patterns_are_switched_off_on_the_way_it_begins_anew(qtbot: QtBot) -> None:
    days, known = PastDays(clock=hurried()), diary(*(check_in(ago, 8) for ago in range(40)))
    heard: list[int] = []
    days.progressed.connect(lambda done, _total: heard.append(done))
    days.ask(asked(known))
    days.go_on()
    qtbot.waitUntil(lambda: len(heard) > 5, timeout=PATIENCE)
    days.ask(asked(known, personal=False))
    qtbot.waitUntil(lambda: days.is_done, timeout=PATIENCE)

    assert days.told is not None
    assert set(days.told.told) == {rule.id for rule in book(False)}


def test_the_same_diary_is_not_looked_at_twice(qtbot: QtBot) -> None:
    days, known = PastDays(), diary(check_in(3, 8))
    days.go_on()
    assert not days.is_running
    days.ask(asked(known))
    with qtbot.waitSignal(days.done, timeout=PATIENCE):
        days.go_on()

    days.ask(asked(known))
    days.go_on()

    assert not days.is_running


class Shown:
    """A strip of these past signals, put up."""

    def __init__(self, look: Look, qtbot: QtBot, known: Diary, wide: int = 640) -> None:
        self.look = look
        self.view = signal_history_view(told(known))
        self.strip = SignalStrip(look)
        self.strip.resize(wide, self.strip.heightForWidth(wide))
        self.strip.show_view(self.view)
        self.strip.resize(wide, self.strip.heightForWidth(wide))
        self.opened: list[object] = []
        self.strip.opened.connect(self.opened.append)
        put_up(self.strip, qtbot)
        self.strip.setFocus()

    def press(self, *keys: Qt.Key) -> str:
        for key in keys:
            QTest.keyClick(self.strip, key)
        return self.strip.words

    def spot(self, row: int, bar: int) -> QPoint:
        plan = strip_of(self.view, self.look, self.strip.width())
        area = plan.bar(plan.lanes[row], self.view.rows[row].bars[bar], self.look)
        return area.center().toPoint()

    def point(self, at: QPoint) -> None:
        where = QPointF(at)
        none = Qt.MouseButton.NoButton
        plain = Qt.KeyboardModifier.NoModifier
        moved = QMouseEvent(
            QMouseEvent.Type.MouseMove,
            where,
            QPointF(self.strip.mapToGlobal(at)),
            none,
            none,
            plain,
        )
        QApplication.sendEvent(self.strip, moved)


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> Shown:
    return Shown(look, qtbot, lived())


def test_left_and_right_go_from_bar_to_bar_and_say_when(shown: Shown) -> None:
    assert shown.strip.words == ""
    newest = shown.press(Qt.Key.Key_Left)
    assert newest == "Prompt answer, since 11 Jun: Speak to someone today or tomorrow"
    before = "Prompt answer, 23 Mar to 1 Apr: Speak to someone today or tomorrow"
    assert shown.press(Qt.Key.Key_Left) == before
    assert shown.press(Qt.Key.Key_Left) == before
    assert shown.press(Qt.Key.Key_Right) == newest
    assert shown.press(Qt.Key.Key_Right) == newest
    assert shown.press(Qt.Key.Key_Home) == before
    assert shown.press(Qt.Key.Key_End) == newest


def test_up_and_down_go_to_another_row_and_escape_leaves(shown: Shown) -> None:
    assert shown.press(Qt.Key.Key_Down).startswith("Prompt answer, since")
    assert shown.press(Qt.Key.Key_Down).startswith("Three severe days, since")
    assert shown.press(*[Qt.Key.Key_Down] * 9) == shown.press(Qt.Key.Key_Down)
    assert shown.press(*[Qt.Key.Key_Up] * 9).startswith("Prompt answer, since")
    assert shown.press(Qt.Key.Key_Escape) == ""


def test_enter_opens_the_day_on_which_it_began(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Return)
    assert shown.opened == []

    shown.press(Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Enter)

    assert shown.opened == [day(20), day(100)]


def test_a_bar_is_left_when_the_keyboard_or_the_pointer_goes(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Left)
    leave = QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(shown.strip, leave)
    assert shown.strip.words

    shown.strip.clearFocus()
    assert shown.strip.words == ""
    shown.point(shown.spot(0, 0))
    QApplication.sendEvent(shown.strip, leave)
    assert shown.strip.words == ""


def test_a_strip_without_anything_to_show_takes_no_room_and_no_key(
    look: Look, qtbot: QtBot
) -> None:
    strip = SignalStrip(look)
    strip.resize(200, 50)
    put_up(strip, qtbot)
    QTest.keyClick(strip, Qt.Key.Key_Left)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton)

    assert strip.words == ""
    assert strip.heightForWidth(500) == 0


def test_a_digit_is_left_to_the_window(shown: Shown) -> None:
    key = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7")
    QApplication.sendEvent(shown.strip, key)

    assert not key.isAccepted()


def test_the_pointer_says_which_bar_it_is_on_and_a_click_opens_it(shown: Shown) -> None:
    shown.point(shown.spot(0, 0))
    assert shown.strip.words.startswith("Prompt answer, 23 Mar to 1 Apr")
    assert shown.strip.cursor().shape() == Qt.CursorShape.PointingHandCursor

    QTest.mouseClick(shown.strip, Qt.MouseButton.LeftButton, pos=shown.spot(0, 0))
    assert shown.opened == [day(100)]

    shown.point(QPoint(5, 3))
    assert shown.strip.words == ""
    assert shown.strip.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseClick(shown.strip, Qt.MouseButton.LeftButton, pos=QPoint(5, 3))
    QTest.mouseClick(shown.strip, Qt.MouseButton.RightButton, pos=shown.spot(0, 0))
    assert shown.opened == [day(100)]


def test_a_reader_hears_each_signal_with_its_newest_time(shown: Shown) -> None:
    said = spoken(shown.strip).text(QAccessible.Text.Description)

    assert said.startswith("Prompt answer, since 11 Jun; Three severe days, since ")


def test_nothing_of_the_past_is_red(shown: Shown) -> None:
    picture = shown.strip.grab().toImage()
    red = QColor(shown.look.color("emergency")).rgb()
    drawn = {
        picture.pixel(x, y) for x in range(0, picture.width(), 2) for y in range(picture.height())
    }

    assert red not in drawn
    assert shown.look.color("prompt").rgb() in drawn


@pytest.mark.parametrize("wide", [160, 360, 640])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_words_bars_and_dates_have_a_place_each(
    look: Look, qtbot: QtBot, wide: int, scale: float
) -> None:
    look.set("light", scale)
    view = Shown(look, qtbot, lived()).view
    plan = strip_of(view, look, wide)

    below = 0.0
    for row, lane in zip(view.rows, plan.lanes, strict=True):
        assert min(lane.title.top(), lane.words.top()) >= below - 1
        assert not lane.title.intersects(lane.words)
        assert lane.line.top() >= max(lane.title.bottom(), lane.words.bottom())
        below = lane.line.bottom()
        spots = [plan.bar(lane, bar, look) for bar in row.bars]
        assert all(0 <= spot.left() < spot.right() <= wide + 0.1 for spot in spots)
    ends = [area for area, _text in dates_of(view, plan, look)]
    assert all(one.right() <= other.left() for one, other in pairwise(ends))
    assert dates_of(view, plan, look)[-1][1] == "today"


class Card:
    """The card, put up, with where it wanted to go."""

    def __init__(self, look: Look, qtbot: QtBot, *, clock: Callable[[], float]) -> None:
        self.qtbot = qtbot
        self.card = SignalHistoryCard(look)
        self.card.days._clock = clock
        self.card.resize(680, 700)
        self.wanted: list[object] = []
        self.card.wanted.connect(self.wanted.append)
        put_up(self.card, qtbot)

    def show(self, known: Diary, *, personal: bool = True) -> None:
        self.card.show_past(asked(known, personal=personal))
        self.qtbot.waitUntil(lambda: self.card.days.is_done, timeout=PATIENCE)


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> Card:
    return Card(look, qtbot, clock=lambda: 0.0)


def test_the_card_shows_the_bars_and_the_choice_of_all_years(card: Card) -> None:
    card.show(lived())

    shown = card.card
    assert shown.strip.isVisible()
    assert shown.period.isVisible()
    assert not shown.progress.isVisible()
    assert not shown.stop.isVisible()
    assert shown.view is not None
    assert len(shown.view.rows[0].bars) == 2
    shown.period.setFocus()
    QTest.keyClick(focusable(shown.period)[0], Qt.Key.Key_Right)
    assert len(shown.view.rows[0].bars) == 3


def test_the_table_takes_the_place_of_the_bars_and_its_days_lead_to_history(card: Card) -> None:
    card.show(lived())
    shown = card.card
    shown.switch.click()

    assert shown.table.isVisible()
    assert not shown.strip.isVisible()
    assert shown.switch.text() == "Show as bars"
    shown.table.setFocus()
    shown.table.setCurrentIndex(shown.table.model().index(0, 1))
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    assert card.wanted == [
        Place(page="history", day=shown.table.cell(shown.table.currentIndex()).day)
    ]
    shown.switch.click()
    assert shown.strip.isVisible()


def test_bars_lead_to_history_as_well(card: Card) -> None:
    card.show(lived())
    card.card.strip.setFocus()
    QTest.keyClick(card.card.strip, Qt.Key.Key_Left)
    QTest.keyClick(card.card.strip, Qt.Key.Key_Return)

    assert card.wanted == [Place(page="history", day=day(20))]


def test_a_long_table_shows_its_newest_rows_until_all_are_asked_for(card: Card) -> None:
    often = (
        each
        for ago in range(300, 20, -14)
        for each in (answer(ago, Sign.FEVER), answer(ago - 3, Sign.FEVER, SignAnswer.NO))
    )
    card.show(diary(*often))
    shown = card.card
    shown.switch.click()

    assert shown.table.rows == MOST_ROWS
    assert shown.whole.text() == "Show all 20 rows"
    shown.whole.click()
    assert shown.table.rows == 20
    assert shown.whole.text() == "Show fewer rows"


def test_while_it_is_worked_out_it_says_how_far_and_can_be_stopped(
    look: Look, qtbot: QtBot
) -> None:
    card = Card(look, qtbot, clock=hurried())
    shown, known = card.card, diary(*(check_in(ago, 8) for ago in range(60)))
    shown.show_past(asked(known))
    assert shown.progress.isVisible()
    assert not shown.strip.isVisible()
    qtbot.waitUntil(lambda: bool(shown.how_far.text()), timeout=PATIENCE)
    shown.stop.click()
    said = shown.how_far.text()

    assert said.endswith("of 60 days looked at")
    assert shown.stop.text() == "Go on"
    shown.show_past(asked(known))
    assert not shown.days.is_running
    shown.stop.click()
    qtbot.waitUntil(lambda: shown.days.is_done, timeout=PATIENCE)
    assert shown.strip.isVisible()
    assert not shown.stop.isVisible()


def test_nothing_is_worked_out_while_nobody_looks(card: Card) -> None:
    card.card.hide()
    card.card.show_past(asked(lived()))
    assert not card.card.days.is_running

    card.card.show()
    card.qtbot.waitUntil(lambda: card.card.days.is_done, timeout=PATIENCE)


def test_after_a_change_the_bars_stay_until_the_new_ones_are_there(card: Card) -> None:
    known = lived()
    card.show(known)
    changed = known.apply([Change(None, answer(1, Sign.FEVER, SignAnswer.NO))])
    card.card.show_past(asked(changed))

    assert card.card.strip.isVisible()
    assert not card.card.progress.isVisible()
    card.qtbot.waitUntil(lambda: card.card.days.is_done, timeout=PATIENCE)
    assert card.card.view == signal_history_view(told(changed))


def test_with_personal_patterns_off_they_are_not_shown_of_the_past_either(card: Card) -> None:
    card.show(not_settled())
    assert card.card.view is not None
    assert "R05" in {row.rule for row in card.card.view.rows}

    card.show(not_settled(), personal=False)

    assert "R05" not in {row.rule for row in card.card.view.rows}


def test_without_a_match_a_sentence_stands_there_and_no_bars(card: Card) -> None:
    card.show(diary(drink(2)))

    assert card.card.none.text().startswith("No rule matched.")
    assert not card.card.strip.isVisible()
    assert not card.card.switch.isVisible()


def test_the_page_shows_it_below_the_signals_and_leads_where_it_does(
    look: Look, qtbot: QtBot
) -> None:
    page, known = SignalsPage(look), not_settled()
    wanted: list[object] = []
    page.wanted.connect(wanted.append)
    page.resize(1020, 900)
    put_up(page, qtbot)
    page.show_view(signals_view(known, assessed(known)))
    qtbot.waitUntil(lambda: page.past is not None and page.past.days.is_done, timeout=PATIENCE)
    assert page.past is not None

    page.past.strip.opened.emit(TODAY)

    assert wanted == [Place(page="history", day=TODAY)]
    first = page.signals["R05"].mapTo(page, QPoint(0, 0)).y()
    qtbot.waitUntil(lambda: page.past is not None and page.past.mapTo(page, QPoint()).y() > first)
    stops = focusable(page)
    assert page.past.strip in stops


def test_a_signal_says_since_when_it_matches_once_that_is_known(look: Look, qtbot: QtBot) -> None:
    page, known = SignalsPage(look), not_settled()
    page.resize(1020, 900)
    put_up(page, qtbot)
    page.show_view(signals_view(known, assessed(known)))
    qtbot.waitUntil(lambda: page.past is not None, timeout=PATIENCE)
    card = page.signals["R05"]
    assert card.when.text() == "ordinary appointment"
    assert not page.complete

    qtbot.waitUntil(lambda: page.complete, timeout=PATIENCE)
    assert card.when.text() == "ordinary appointment, since 19 Jun"

    changed = known.apply([Change(None, check_in(100, 8))])
    page.show_view(signals_view(changed, assessed(changed)))
    assert card.when.text() == "ordinary appointment"
    qtbot.waitUntil(lambda: page.complete, timeout=PATIENCE)
    assert card.when.text() == "ordinary appointment, since 19 Jun"
