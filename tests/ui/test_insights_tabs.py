"""The tabs of the Insights page: their days and places, treatments, returns, and trust."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.charts import CHARTS
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Region
from spasmlog.i18n import _
from spasmlog.ui.insights_chart import YearCard
from spasmlog.ui.insights_filters import Chosen
from spasmlog.ui.insights_tabs import TABS
from spasmlog.ui.insights_trust import FactLabel
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.views.insights import ALL
from tests.build import check_in, day, diary, visit
from tests.charts.scored_scenes import peg, roland_morris
from tests.dressing import dressed
from tests.ui.insights_shown import Shown, choose, long_life, press, treated_life, view_of
from tests.ui.kit.seen import focusable
from tests.views.lives import comes_back


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    with dressed(qapp) as look:
        yield look


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(look, qtbot)
    yield shown
    shown.tasks.close()


def titles(shown: Shown) -> list[str]:
    """The charts that stand on the tab, in reading order."""
    return [card.title.text() for card in shown.page.tab.charts.values() if card.isVisible()]


def scored_life() -> Diary:
    """One in which both questionnaires were answered."""
    scores = (peg(9, 4, 5, 6), peg(2, 5, 5, 6), roland_morris(5, 7))
    return diary(*treated_life().by_id.values(), *scores)


def test_every_chart_of_a_tab_is_there(shown: Shown) -> None:
    shown.show(view_of(scored_life()))
    assert titles(shown) == [
        _(CHARTS[name].title) for row in TABS["over_time"].rows for name in row if name in CHARTS
    ]

    shown.turn_to("Treatments")
    assert len(titles(shown)) >= 5
    assert not shown.over_time.isVisible()
    shown.finish()


def test_a_questionnaire_that_was_never_answered_has_no_chart(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    assert not {"peg_trend", "roland_morris"} & {
        name for name, card in shown.over_time.charts.items() if card.isVisible()
    }

    shown.page.show_view(view_of(diary(*treated_life().by_id.values(), peg(2, 4, 5, 6))))
    assert shown.over_time.charts["peg_trend"].isVisible()
    assert not shown.over_time.charts["roland_morris"].isVisible()
    shown.finish()


def test_a_tab_without_rows_is_not_on_the_screen(shown: Shown) -> None:
    shown.show(view_of(treated_life()))

    assert "goes_with" in TABS
    words = [each.text() for each in shown.page.filters.tabs.findChildren(QAbstractButton)]
    assert words == ["Over time", "Treatments"]
    shown.finish()


def test_each_tab_keeps_its_own_days_and_place(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    choose(shown, 30)
    shown.turn_to("Treatments")
    assert shown.page.filters.chosen == Chosen(365)
    shown.page.filters.places.setCurrentText("Neck")
    shown.turn_to("Over time")

    assert shown.page.filters.chosen == Chosen(30)
    assert shown.page.filters.places.currentText() == "All places"
    shown.turn_to("Treatments")
    assert shown.page.filters.chosen == Chosen(365, Region.NECK)
    assert shown.page.filters.places.currentText() == "Neck"
    shown.finish()


def test_a_place_is_offered_only_where_spasms_were_in_several(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    choice = shown.page.filters.places
    assert [choice.itemText(at) for at in range(choice.count())] == [
        *("All places", "Neck", "Lower back")
    ]
    assert choice.isVisible()

    shown.show(view_of(comes_back()))
    assert not choice.isVisible()
    shown.finish()


def test_charts_that_do_not_heed_the_place_say_so_and_stay(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    shown.finish()
    cards = shown.over_time.charts.values()
    before = {card: card.figure.prepared for card in cards}

    shown.page.filters.places.setCurrentText("Neck")
    shown.finish()
    for card in cards:
        assert card.note.text() == ("" if card.chart.by_place else "all places")
        stays = card.figure.prepared is before[card]
        assert stays is not card.chart.by_place


def test_days_since_the_last_visit_are_offered_where_there_was_one(shown: Shown) -> None:
    lived = treated_life()
    shown.show(view_of(lived))
    assert "Days shown: Since visit" not in names(shown)

    shown.show(view_of(diary(*lived.by_id.values(), visit(20))))
    press(shown.control("Days shown: Since visit"))
    shown.finish()
    assert shown.span.first == day(20)

    shown.show(view_of(lived))
    assert shown.page.filters.chosen.days == 90
    shown.finish()


def names(shown: Shown) -> set[str]:
    return {each.accessibleName() for each in shown.page.findChildren(QWidget) if each.isVisible()}


def test_what_was_used_stands_in_a_table_the_most_used_first(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    shown.turn_to("Treatments")
    shown.finish()
    model = shown.treatments.uses.table.model()

    rows = [
        [model.data(model.index(row, column)) for column in range(3)]
        for row in range(model.rowCount())
    ]
    assert rows == [["Ibuprofen", "6", "6"], ["Heat", "2", "2"]]


def test_another_treatment_can_be_chosen_and_stays_chosen(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    shown.turn_to("Treatments")
    shown.finish()
    assert "Ibuprofen" in shown.prepared("easing").describe().title()

    shown.treatments.one.choice.setCurrentText("Heat")
    shown.finish()
    frame = shown.treatments.charts["easing"].figure.frame
    assert shown.prepared("easing").missing is not None
    assert frame.isVisible()
    assert "Heat: 2 uses" in frame.accessibleName()

    choose(shown, ALL)
    shown.finish()
    assert shown.treatments.one.choice.currentText() == "Heat"


def test_a_treatment_that_was_not_used_in_these_days_gives_way_to_the_most_used(
    shown: Shown,
) -> None:
    shown.show(view_of(treated_life()))
    shown.turn_to("Treatments")
    shown.finish()
    shown.treatments.one.choice.setCurrentText("Heat")
    shown.page.filters.places.setCurrentText("Lower back")
    shown.finish()

    assert shown.treatments.one.choice.currentText() == "Ibuprofen"
    assert shown.prepared("easing").missing is None


def test_nothing_used_says_so_and_offers_no_choice(shown: Shown) -> None:
    shown.show(view_of(diary(check_in(1))))
    shown.turn_to("Treatments")
    shown.finish()

    assert shown.treatments.uses.none.text().startswith("No spasm that began on these days")
    assert not shown.treatments.uses.table.isVisible()
    assert not shown.treatments.one.isVisible()


def test_it_is_always_said_what_this_cannot_show(shown: Shown) -> None:
    for lived in (diary(), diary(check_in(1)), treated_life()):
        shown.show(view_of(lived))
        for title, tab in (("Over time", "over_time"), ("Treatments", "treatments")):
            shown.turn_to(title)
            shown.finish()
            caveat = shown.page.tabs[tab].caveat

            assert caveat.isVisible()
            assert "It cannot show the cause." in caveat.text()


def test_returns_lead_to_the_signal_that_they_are_part_of(shown: Shown) -> None:
    shown.show(view_of(comes_back()))
    shown.turn_to("Treatments")
    shown.finish()
    part = shown.treatments.charts["returns"].part
    words = shown.treatments.charts["returns"].figure.foot.caption.text()

    assert "came back after 10 and 10 days" in words
    assert part.isVisible()
    press(part.see)
    assert shown.wanted == [Place(page="signals", rule="R10")]
    shown.show(view_of(diary(check_in(1))))
    assert not part.isVisible()
    shown.finish()


def test_any_year_of_the_calendar_can_be_leafed_to(shown: Shown) -> None:
    shown.show(view_of(long_life()))
    shown.finish()
    card = shown.over_time.charts["calendar"]
    assert isinstance(card, YearCard)
    assert card.years.currentText() == "Last 12 months"
    assert shown.prepared("calendar").table().rows[0][0] == day(364)
    assert not card.later.isEnabled()
    for _year in range(3):
        press(card.earlier)
    shown.finish()

    assert card.years.currentText() == "2024"
    assert not card.earlier.isEnabled()
    assert "2024" in shown.prepared("calendar").table().text(0, 0)
    choose(shown, 30)
    assert card.years.currentText() == "2024"
    shown.finish()


def test_how_far_to_trust_it_stands_on_each_tab_and_opens_in_place(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    shown.finish()
    trust = shown.page.trust
    facts = [
        (fact.about.text(), fact.told.text())
        for fact in trust.facts.widgets
        if isinstance(fact, FactLabel) and fact.isVisible()
    ]
    assert facts[0] == ("Days logged", "79 of 79 (100 %)")
    assert not trust.details.isVisible()
    press(trust.more)
    assert trust.details.isVisible()
    assert "79 of 79 days logged" in trust.details.text()

    shown.turn_to("Treatments")
    assert trust.isVisible()
    press(trust.more)
    assert not trust.details.isVisible()
    shown.finish()


def test_a_change_of_the_filter_drops_what_is_under_way(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    for days in (30, 365, ALL, 90):
        choose(shown, days)
    shown.finish()

    assert shown.drawn == 1
    assert shown.span.first == day(89)


def test_a_tab_that_is_left_before_it_is_done_is_done_when_it_is_seen_again(shown: Shown) -> None:
    shown.show(view_of(scored_life()))
    shown.turn_to("Treatments")
    shown.turn_to("Over time")
    shown.finish()

    assert None not in {card.figure.prepared for card in shown.over_time.charts.values()}


def order(shown: Shown) -> list[str]:
    """What Tab leads to, round the page and back, each by its name."""
    first = shown.page.filters.tabs
    widgets: list[QWidget] = [first]
    while (after := widgets[-1].nextInFocusChain()) not in (None, first):
        widgets.append(after)
    stops = [each for each in widgets if each in focusable(shown.page) and each.isVisible()]
    return [each.accessibleName() for each in stops]


def test_tab_goes_through_the_page_as_it_is_read(shown: Shown) -> None:
    shown.show(view_of(treated_life()))
    shown.finish()
    press(shown.over_time.charts["weekly_course"].figure.foot.switch)
    shown.finish()

    course = _(CHARTS["weekly_course"].title)
    receipts = shown.over_time.beside.signals["R05"].receipts.accessibleName()
    wanted = [
        *("Question: Over time", "Days shown: 90 days", "Place", "How far to trust it"),
        *(_(CHARTS["overview"].title), receipts),
        *("These 90 days beside the 90 before", f"{course}, as a table", f"Copy: {course}"),
        *("The year before", "Year", _(CHARTS["calendar"].title), "Save picture: Calendar"),
    ]
    found = order(shown)
    assert [each for each in found if each in wanted] == wanted
