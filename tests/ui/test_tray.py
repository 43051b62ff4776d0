"""The icon in the tray and its menu: logging without the window, waiting there, going with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Episode, Reading, TreatmentUse
from spasmlog.domain.scales import Nrs
from spasmlog.journal.commands import LogDrink, LogEpisode
from spasmlog.settings import Settings
from spasmlog.ui.outdoors import Outdoors
from spasmlog.ui.tray import SIDES, Tray, drawn
from tests import build as make
from tests.living import Clock, Living, living
from tests.ui.fake_desktop import FakeDesktop, private_bus

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

IBUPROFEN = make.treatment(id="ibu")
DOSE = make.use(0, "06:30", id="dose", of=IBUPROFEN)
STAYS = Settings(theme="light", stay_in_tray=True, glass_ml=300)


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def desktop(bus: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[FakeDesktop]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    made = FakeDesktop(bus)
    qtbot.waitUntil(lambda: made.has_name)
    yield made
    made.bus.close()


@pytest.fixture
def has_tray(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the desktop has a tray; the platform that tests run on never has one.

    There Qt cannot show an icon: it is told what to show, and that is all.
    """
    there = [True]
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: there[0])
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(QSystemTrayIcon, "hide", lambda _icon: None)
    return there


@pytest.fixture
def person(qtbot: QtBot, has_tray: list[bool]) -> Iterator[Living]:
    with living(qtbot, records=(IBUPROFEN, DOSE), chosen=STAYS) as made:
        made.start()
        icon = tray(made)
        yield made
        icon.let_quit()


def tray(person: Living) -> Tray:
    outdoors = person.session.findChild(Outdoors)
    assert outdoors is not None
    person.until(lambda: outdoors.tray is not None)
    assert outdoors.tray is not None
    return outdoors.tray


def items(menu: QMenu) -> dict[str, QAction]:
    """What can be chosen, by its words without the mark of the key."""
    shown = [each for each in menu.actions() if each.isVisible() and not each.isSeparator()]
    return {each.text().replace("&", ""): each for each in shown}


def choose(person: Living, *words: str) -> None:
    """Open the menu and choose, and below it once more."""
    menu: QMenu = tray(person).menu
    for word in words[:-1]:
        below = items(menu)[word].menu()
        assert isinstance(below, QMenu)
        menu = below
    items(menu)[words[-1]].trigger()


def tip(person: Living) -> str:
    icon = tray(person)._icon
    assert icon is not None
    return icon.toolTip()


def test_the_menu_offers_what_can_be_done_now(person: Living) -> None:
    always = ["Pain now", "A glass of water", "Last dose again"]
    ways = ["Quick bar", "Open SpasmLog", "Emergency signs", "Quit"]
    assert list(items(tray(person).menu)) == ["A spasm of", "A spasm began", *always, *ways]

    choose(person, "A spasm began")
    assert list(items(tray(person).menu)) == ["It let go", *always, *ways]


def test_each_choice_has_a_key_of_its_own(person: Living) -> None:
    menu = tray(person).menu
    for each in (menu, menu.pain, menu.spasm_of):
        words = [action.text() for action in each.actions() if not action.isSeparator()]
        keys = [text[text.index("&") + 1].lower() for text in words]
        assert len(set(keys)) == len(keys), keys


def test_all_that_is_logged_most_is_logged_from_there(person: Living) -> None:
    choose(person, "A spasm of", "7  severe")
    choose(person, "Pain now", "10 (T)  worst")
    choose(person, "A glass of water")
    choose(person, "Last dose again")
    person.clock.go(minutes=5)
    choose(person, "It let go")

    (spasm,) = person.diary.of_kind(Episode)
    assert (spasm.peak, spasm.resolved) == (Nrs(7), person.clock.now)
    assert [each.pain for each in person.diary.of_kind(Reading)] == [Nrs(7), Nrs(10)]
    assert [each.volume_ml for each in person.diary.of_kind(Drink)] == [300]
    assert len(person.diary.of_kind(TreatmentUse)) == 2


def test_a_dose_above_the_packet_is_refused_there_as_by_its_key(
    qtbot: QtBot, has_tray: list[bool], desktop: FakeDesktop
) -> None:
    much = replace(DOSE, dose_mg=90_000.0)
    with living(qtbot, records=(IBUPROFEN, much), chosen=STAYS) as made:
        made.start()
        made.window.hide()
        choose(made, "Last dose again")
        made.until(lambda: bool(desktop.seen.shown))
        tray(made).let_quit()

        assert desktop.last.text.startswith("Not logged again")
        assert len(made.diary.of_kind(TreatmentUse)) == 1


def test_what_was_saved_is_told_outside_and_taken_back_there(
    person: Living, desktop: FakeDesktop
) -> None:
    person.window.hide()
    choose(person, "A spasm of", "7  severe")
    person.until(lambda: bool(desktop.seen.shown))
    assert desktop.last.text.startswith("Spasm of 7")
    assert desktop.last.actions[-2:] == ("undo", "Undo")

    notifier = tray(person)._abroad.notifier
    person.until(lambda: bool(notifier._numbers.get("said")))
    desktop.press("undo")
    person.until(lambda: desktop.last.text.startswith("Undone"))
    assert person.diary.of_kind(Episode) == ()


def test_the_way_back_goes_when_something_else_has_been_saved(
    person: Living, desktop: FakeDesktop
) -> None:
    person.window.hide()
    choose(person, "A spasm began")
    notifier = tray(person)._abroad.notifier
    person.until(lambda: bool(notifier._numbers.get("said")))
    person.session._key("drink")
    person.until(lambda: desktop.seen.taken_away == [1])


def test_what_is_refused_outside_is_told_there(person: Living, desktop: FakeDesktop) -> None:
    person.window.hide()
    person.around.desk.do(LogEpisode())
    tray(person)._abroad.do(LogEpisode())
    person.until(lambda: bool(desktop.seen.shown))

    assert "spasm" in desktop.last.text
    notifier = tray(person)._abroad.notifier
    person.until(lambda: bool(notifier._numbers.get("said")))
    desktop.press("default")
    person.until(lambda: person.window.isVisible())


def test_in_front_of_the_window_its_own_word_is_enough(
    person: Living, desktop: FakeDesktop
) -> None:
    choose(person, "A glass of water")
    assert "Undo" in [each.text() for each in person.toast.buttons]
    assert desktop.seen.shown == []
    tray(person)._abroad.do(LogEpisode())
    tray(person)._abroad.do(LogEpisode())
    assert desktop.seen.shown == []


def test_a_desktop_without_notes_is_told_beside_the_icon(
    person: Living, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, _title, text, _kind: told.append(text)
    )
    person.window.hide()
    choose(person, "A glass of water")
    assert len(told) == 1


def test_the_tip_says_what_is_running(person: Living) -> None:
    assert tip(person) == "SpasmLog"
    choose(person, "A spasm began")
    person.clock.go(hours=1, minutes=12)
    tray(person)._looking.timeout.emit()
    assert tip(person) == "Spasm running for 1 h 12 min"


def test_a_journal_that_is_hidden_is_not_told_of_in_the_tray(
    person: Living, desktop: FakeDesktop
) -> None:
    choose(person, "A spasm began")
    person.window.shut_with(QWidget())
    assert tip(person) == "SpasmLog"
    assert next(iter(items(tray(person).menu))) == "Quick bar"

    person.window.hide()
    tray(person)._abroad.do(LogDrink(volume_ml=200))
    person.until(lambda: bool(desktop.seen.shown))
    assert desktop.last.text == "Saved."
    person.window.reopen()
    assert tip(person).startswith("Spasm running")


def test_a_press_on_the_icon_opens_the_bar_and_two_presses_log_a_spasm(person: Living) -> None:
    person.window.hide()
    icon = tray(person)._icon
    assert icon is not None
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    outer = person.session.quick.outer
    assert outer.isVisible()
    assert not person.window.isVisible()

    person.click(person.control("Pain 7, severe", outer))
    person.until(lambda: bool(person.diary.of_kind(Episode)))
    outer.hide()
    icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert not outer.isVisible()
    choose(person, "Quick bar")
    assert outer.isVisible()


def test_the_menu_leads_into_the_window(person: Living) -> None:
    person.window.hide()
    choose(person, "Open SpasmLog")
    assert person.window.isVisible()
    person.window.hide()
    choose(person, "Emergency signs")
    assert person.window.isVisible()
    assert person.help.isVisible()


def test_a_window_that_is_closed_waits_in_the_tray_and_says_so_once(
    person: Living, desktop: FakeDesktop
) -> None:
    for _time in range(2):
        assert not person.window.close()
        assert not person.window.isVisible()
        choose(person, "Open SpasmLog")
    person.until(lambda: bool(desktop.seen.shown))

    assert "in the tray" in desktop.last.text
    assert len(desktop.seen.shown) == 1
    assert person.around.desk.is_open


def test_quit_ends_it_from_the_tray(person: Living) -> None:
    person.window.close()
    choose(person, "Quit")

    assert not person.around.desk.is_open
    assert not tray(person).is_there


def test_at_the_end_of_the_desktops_session_closing_is_closing(person: Living) -> None:
    tray(person).let_quit()
    assert person.window.close()
    assert not person.around.desk.is_open


def test_without_the_setting_closing_is_closing(person: Living) -> None:
    person.around.settings = Settings()
    assert person.window.close()


def test_what_cannot_be_saved_holds_the_window_as_ever(person: Living) -> None:
    person.press("Ctrl+,")
    page = person.page
    held = iter([False, False])
    page.settle = lambda: next(held, True)
    person.window.close()
    assert person.window.isVisible()

    person.window.hide()
    choose(person, "Quit")
    assert person.window.isVisible()
    assert not tray(person)._quits


def test_a_tray_that_goes_gives_the_window_back_and_may_come_again(
    person: Living, has_tray: list[bool]
) -> None:
    person.window.close()
    assert not person.window.isVisible()
    has_tray[0] = False
    tray(person)._looking.timeout.emit()
    assert person.window.isVisible()
    assert not tray(person).is_there

    has_tray[0] = True
    tray(person)._looking.timeout.emit()
    assert tray(person).is_there
    has_tray[0] = False
    tray(person)._looking.timeout.emit()
    assert person.window.close()


def test_without_a_tray_there_is_none(qtbot: QtBot) -> None:
    with living(qtbot, chosen=STAYS, clock=Clock()) as made:
        made.start()
        assert not tray(made).is_there
        assert made.window.close()


def test_the_icon_is_drawn_at_every_size_and_differs_while_a_spasm_runs(qtbot: QtBot) -> None:
    still, running = drawn(running=False), drawn(running=True)
    for side in SIDES:
        one, other = (each.pixmap(side, side).toImage() for each in (still, running))
        assert one.width() == side
        assert one != other


def test_a_window_that_is_closed_at_once_leaves_no_icon(qtbot: QtBot, has_tray: list[bool]) -> None:
    with living(qtbot, chosen=STAYS) as made:
        outdoors = made.session.findChild(Outdoors)
        assert outdoors is not None
        made.start()
        made.until(lambda: outdoors.abroad is not None)
        had = outdoors.tray
        if had is not None:
            had.let_quit()
        assert made.window.close()
        outdoors._icon()
        assert outdoors.tray is had
