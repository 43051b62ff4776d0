"""Personal patterns switched off in the real window: gone everywhere, with plain counts left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from spasmlog.settings import Settings
from spasmlog.ui.page import Place
from tests.build import check_in, day
from tests.living import Living, living
from tests.views.lives import comes_back


@pytest.fixture
def made(qtbot: QtBot) -> Iterator[Living]:
    records = (*comes_back().by_id.values(), *(check_in(ago) for ago in range(1, 40)))
    with living(qtbot, records=records, chosen=Settings(theme="light")) as made:
        made.start()
        yield made


def rules(made: Living) -> set[str]:
    return {each.rule.id for each in made.around.desk.assessment().findings}


def badge(made: Living) -> str:
    return str(made.window.frame.sidebar.button("signals").accessibleDescription())


def go(made: Living, page: str) -> None:
    made.window.go(Place(page=page))
    made.settle()


def texts(made: Living) -> str:
    shown = [each.text() for each in made.page.findChildren(QLabel) if each.isVisible()]
    return "\n".join(shown)


def test_settings_list_the_rules_that_are_on_and_say_so(made: Living) -> None:
    go(made, "settings")
    made.click(made.page.rules.unfold)
    made.settle()
    assert "R05 Four weeks and not settled" in texts(made)

    made.click(made.page.signals.personal)

    made.until(lambda: "R16 More than the packet limit" in texts(made))
    assert "Only the rules that are on are listed." in texts(made)
    assert "R05 Four weeks and not settled" not in texts(made)


def test_the_switch_holds_at_once_on_every_page(made: Living) -> None:
    before = badge(made)
    go(made, "settings")
    made.click(made.page.signals.personal)

    assert not made.around.settings.personal_patterns
    assert not {"R05", "R10", "R13"} & rules(made)
    assert {"R01", "R04", "R14", "R18"} <= rules(made)
    assert (before, badge(made)) == ("2", "")
    go(made, "signals")
    assert "No rule that is switched on matched." in made.page.none_text.text()
    assert made.page.none_off.isVisible()
    assert "Personal patterns are off in the settings." in made.page.none_off.text()
    assert "Spasms that began: 3" in texts(made)
    assert "back after treatment" not in texts(made)
    go(made, "insights")
    assert "No rule that is switched on matched." in texts(made)
    assert "back after treatment" not in texts(made)
    go(made, "today")
    assert made.page.signal.isVisible() is False
    assert not made.around.desk.fired_before().keys() & {"R05", "R10"}


def test_switched_on_again_all_is_there(made: Living) -> None:
    go(made, "settings")
    made.click(made.page.signals.personal)
    made.click(made.page.signals.personal)
    go(made, "signals")

    assert "back after treatment" in texts(made)
    assert "Personal patterns are off" not in texts(made)


def test_a_window_that_opens_with_them_off_never_looks(qtbot: QtBot) -> None:
    chosen = Settings(theme="light", personal_patterns=False)
    records = tuple(comes_back().by_id.values())
    with living(qtbot, records=records, chosen=chosen) as made:
        made.start()

        assert not {"R05", "R10"} & rules(made)
        go(made, "report")
        assert made.page._view.personal is False


def test_the_page_about_them_is_one_press_away_and_leads_back(made: Living) -> None:
    go(made, "settings")
    made.click(made.page.signals.more)
    made.settle()

    assert made.window.current == "patterns"
    made.qtbot.waitUntil(lambda: all(each.isVisible() for each in made.page.parts))
    assert "What guidelines suggest to bring up with a clinician" in texts(made)
    assert "They are on." in texts(made)
    made.press("Alt+Left")
    assert made.window.current == "settings"
    assert not made.window.frame.back.isVisible()


def test_a_date_of_a_receipt_leads_to_its_day_and_back_to_the_signal(made: Living) -> None:
    go(made, "signals")
    receipts = made.page.signals["R10"].receipts
    receipts.table.opened.emit(day(10))
    made.settle()

    assert (made.window.current, made.around.day) == ("history", day(10))
    back = made.window.frame.back
    assert back.accessibleName() == "Back to Signals (Alt+Left)"
    made.click(back)
    assert made.window.current == "signals"
    assert made.page.signals["R10"].is_open
    assert not back.isVisible()


def test_a_page_chosen_by_hand_leaves_no_way_back(made: Living) -> None:
    go(made, "signals")
    made.page.signals["R10"].receipts.table.opened.emit(day(10))
    made.press("Ctrl+1")

    assert not made.window.frame.back.isVisible()
    made.press("Alt+Left")
    assert made.window.current == "today"


def test_a_rule_is_explained_from_its_card(made: Living) -> None:
    go(made, "signals")
    made.click(made.page.signals["R10"].receipts.rule)
    made.settle()

    assert (made.window.current, made.around.rule) == ("rule", "R10")
    made.press("Alt+Left")
    assert made.window.current == "signals"
