"""The entries hidden: nothing of them is seen, nothing stops, and help stays at hand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Answer, Drink
from spasmlog.domain.scales import SignAnswer
from spasmlog.journal.commands import LogDrink
from spasmlog.settings import Settings
from spasmlog.ui import asks
from spasmlog.ui.emergency_page import EmergencyPage
from spasmlog.ui.hidden_page import HiddenPage
from spasmlog.ui.page import Place
from spasmlog.ui.sidebar import Sidebar
from tests.build import running, treatment, use
from tests.living import Living, living
from tests.whole.test_accessibility import assert_room

RUNS = "SpasmLog, spasm running"


@pytest.fixture
def person(qtbot: QtBot) -> Iterator[Living]:
    """Somebody whose spasm runs, and who took a medicine."""
    ibuprofen = treatment()
    records = (running(0, "08:40"), ibuprofen, use(1, of=ibuprofen))
    with living(qtbot, records=records) as made:
        made.start()
        yield made


def hidden(made: Living) -> HiddenPage:
    assert isinstance(made.top, HiddenPage)
    return made.top


def test_nothing_of_the_journal_is_seen_or_said_and_it_is_no_lock(person: Living) -> None:
    assert person.window.windowTitle() == RUNS
    person.press("Ctrl+L")

    assert person.spoken(hidden(person)).split() != []
    assert "There is no passphrase: whoever presses Show sees them." in person.texts()
    assert "Running" not in person.spoken(person.window)
    assert "Ibuprofen" not in person.spoken(person.window)
    assert person.window.windowTitle() == "SpasmLog"
    assert not person.window.frame.isVisible()


@pytest.mark.parametrize("way", ["Enter", "Space", "press"])
def test_show_brings_everything_back_as_it_was(person: Living, way: str) -> None:
    person.page.now.details.setFocus()
    person.press("Ctrl+L")
    if way == "press":
        person.use("Show")
    else:
        person.press(way)

    assert person.top is person.window.frame
    assert QApplication.focusWidget() is person.page.now.details
    assert person.window.windowTitle() == RUNS


def test_what_is_half_typed_stays(person: Living) -> None:
    person.press("Ctrl+K")
    person.type("7 low back left // after the st")
    person.press("Ctrl+L")
    assert person.window.covered
    person.press("Enter")
    line = person.session.quick.bar.line

    assert (line.text(), line.hasFocus()) == ("7 low back left // after the st", True)
    assert len(person.diary.by_id) == 3


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_bar_over_other_programs_goes_too_and_keeps_its_text(person: Living) -> None:
    bar = person.session.quick.outer
    bar.open("7 low back left")
    shown = bar.isVisible()
    person.click(person.window.frame.sidebar.button("hide"))

    assert (shown, bar.isVisible()) == (True, False)
    assert person.window.isVisible()
    assert bar.line.text() == "7 low back left"


def test_keys_neither_show_nor_log_anything_but_enter(person: Living) -> None:
    person.press("Ctrl+L")
    before = person.diary
    for keys in ("7", "s", "e", "w", "?", "Ctrl+1", "Ctrl+2", "Ctrl+K", "Ctrl+Z", "Ctrl+L", "F9"):
        person.press(keys)
    for keys in ("F11", "Ctrl+N", "Ctrl+P", "Ctrl+,", "Esc", "Alt+Left", "Tab", "Shift+Tab"):
        person.press(keys)

    assert hidden(person).isVisible()
    assert person.diary == before
    person.press("Enter")
    assert person.window.current == "today"


def test_what_runs_goes_on_and_its_title_is_right_again(person: Living) -> None:
    person.press("Ctrl+L")
    (spasm,) = person.diary.episodes
    person.around.desk.do(LogDrink(volume_ml=250))
    assert person.window.windowTitle() == "SpasmLog"
    person.around.desk.do(asks.let_go(spasm.id))
    person.press("Enter")

    assert person.window.windowTitle() == "SpasmLog"
    assert len(person.diary.of_kind(Drink)) == 1
    assert person.page.now.began.isVisible()


def test_a_page_that_is_gone_to_meanwhile_is_seen_only_after_show(person: Living) -> None:
    person.press("Ctrl+L")
    person.window.go(Place(page="history"))
    assert hidden(person).isVisible()
    person.press("Enter")

    assert person.window.current == "history"
    assert person.top is person.window.frame


@pytest.mark.parametrize("way", ["F1", "press"])
def test_the_emergency_signs_open_over_it_and_lead_back_to_it(person: Living, way: str) -> None:
    person.press("F1")
    known = person.help.medicines.lines.text()
    person.press("Esc")
    person.press("Ctrl+L")
    if way == "F1":
        person.press("F1")
    else:
        person.use("Emergency signs")
    assert isinstance(person.top, EmergencyPage)
    told = person.spoken(person.help)
    person.press("Esc")

    assert hidden(person).isVisible()
    assert "Ibuprofen" in known
    assert "Ibuprofen" not in told


def test_a_sign_that_is_ticked_while_hidden_is_saved(person: Living) -> None:
    person.press("Ctrl+L")
    person.press("F1")
    person.click(person.help.signs.ticks[0])
    person.until(lambda: person.help.have_called.isVisible())
    (answer,) = person.diary.of_kind(Answer)
    assert answer.answer is SignAnswer.YES
    person.click(person.help.have_called)

    assert hidden(person).isVisible()


def test_over_a_visit_it_comes_back_to_the_visit(person: Living) -> None:
    person.press("F11")
    visit = person.top
    person.press("Ctrl+L")
    assert hidden(person).isVisible()
    person.press("Enter")

    assert person.top is visit
    person.press("F11")


@pytest.mark.parametrize(
    ("size", "percent"), [((1280, 800), 100), ((900, 600), 200), ((900, 600), 150)]
)
def test_every_word_and_every_button_of_the_sidebar_has_room(
    qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    with living(qtbot, chosen=Settings(theme="light", text_percent=percent)) as made:
        made.window.resize(*size)
        made.start()
        (sidebar,) = made.window.findChildren(Sidebar)
        names = ("today", "history", "report", "emergency", "settings", "hide")
        spots = [sidebar.button(name).geometry() for name in names]
        assert all(one.bottom() < two.top() for one, two in pairwise(spots))
        assert sidebar.rect().contains(spots[-1])
        made.press("Ctrl+L")
        qtbot.waitUntil(lambda: assert_room(made), timeout=10_000)
        assert made.top.rect().contains(hidden(made).card.geometry())


def test_the_sidebar_hides_with_a_press_and_tells_its_key(person: Living) -> None:
    button = person.window.frame.sidebar.button("hide")
    person.click(button)

    assert hidden(person).isVisible()
    assert (button.accessibleName(), button.toolTip()) == ("Hide", "Hide (Ctrl+L)")
