"""The Insights page: the chart drawn beside its signals, days chosen, two periods compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from spasmlog.charts import CHARTS
from spasmlog.rules import assess
from spasmlog.ui.look import Look
from spasmlog.ui.page import Place
from spasmlog.views.insights import ALL, insights_view
from tests.build import TODAY, check_in, day, diary
from tests.dressing import dressed
from tests.ui.insights_shown import Shown, both, choose, long_life, press, view_of
from tests.ui.kit.seen import focusable
from tests.views.lives import comes_back, not_settled

CHART = CHARTS["overview"]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    with dressed(qapp) as look:
        yield look


@pytest.fixture
def shown(look: Look, qtbot: QtBot) -> Iterator[Shown]:
    shown = Shown(look, qtbot)
    yield shown
    shown.tasks.close()


def test_the_chart_of_ninety_days_is_drawn_and_said(shown: Shown) -> None:
    lived = both()

    shown.show(view_of(lived))
    shown.finish()

    assert (shown.span.first, shown.span.last) == (day(89), TODAY)
    assert shown.overview.figure.foot.caption.text() == CHART.describe(lived, day(89), TODAY)


def test_the_signals_stand_beside_with_their_letters_and_their_dates(shown: Shown) -> None:
    shown.show(view_of(both()))

    assert list(shown.over_time.beside.signals) == ["R10", "R05", "R09"]
    assert [each.tag.text()[0] for each in shown.over_time.beside.signals.values()] == [
        "A",
        "B",
        "C",
    ]
    card = shown.over_time.beside.signals["R10"]
    assert card.tag.text() == "A  Worth showing a doctor"
    assert card.title.text() == "Lower back: back after treatment, 2 times in 90 days"
    assert card.basis.text().endswith("This is not a diagnosis.")
    assert card.x() > shown.overview.x() + shown.overview.width()
    shown.finish()


def test_their_dates_are_marked_in_the_chart(shown: Shown) -> None:
    view = view_of(both())
    assert {mark.label[0] for mark in view.marks} == {"A", "B", "C"}
    shown.show(replace(view, marks=()))
    shown.finish()
    without = shown.picture

    shown.show(view)
    shown.finish()

    assert shown.picture.height > without.height
    assert shown.drawn == 2


def test_a_date_leads_to_its_day_and_the_receipts_to_the_signal(shown: Shown) -> None:
    shown.show(view_of(comes_back()))
    card = shown.over_time.beside.signals["R10"]
    first = card.days.focusProxy()
    assert first is not None

    press(first)
    press(card.receipts)

    assert shown.wanted == [
        Place(page="history", day=TODAY),
        Place(page="signals", rule="R10"),
    ]
    shown.finish()


def test_other_days_can_be_chosen(shown: Shown) -> None:
    lived = long_life()
    shown.show(view_of(lived))

    choose(shown, 30)
    shown.finish()

    assert shown.span.first == day(29)
    assert shown.overview.figure.foot.caption.text() == CHART.describe(lived, day(29), TODAY)
    assert shown.over_time.compared.title.text() == "These 30 days beside the 30 before"


def test_the_latest_choice_wins(shown: Shown) -> None:
    shown.show(view_of(long_life()))

    for days in (30, 365, 90, ALL):
        choose(shown, days)
    shown.finish()

    assert shown.span.first == day(728)
    assert not shown.over_time.compared.isVisible()


def test_the_choice_stays_when_the_diary_moves_on(shown: Shown) -> None:
    shown.show(view_of(long_life()))
    choose(shown, 365)

    shown.show(view_of(diary(*long_life().by_id.values(), check_in(1, 9))))
    shown.finish()

    assert shown.page.filters.chosen.days == 365
    assert shown.span.first == day(364)


def test_what_is_shown_already_is_not_drawn_again(shown: Shown) -> None:
    view = view_of(both())
    shown.show(view)
    shown.finish()

    shown.show(insights_view(view.diary, assess(view.diary)))

    assert not shown.tasks.busy
    assert shown.drawn == 1


def test_the_numbers_can_be_read_as_a_table(shown: Shown) -> None:
    shown.show(view_of(both()))
    shown.finish()

    press(shown.overview.figure.foot.switch)

    assert shown.overview.figure.as_table


def test_two_periods_stand_in_a_table(shown: Shown) -> None:
    shown.show(view_of(long_life()))
    table = shown.over_time.compared.table

    assert shown.over_time.compared.isVisible()
    assert table.accessibleName() == "These 90 days beside the 90 before"
    assert table.model().columnCount() == 3
    assert not shown.over_time.compared.refusal.isVisible()
    shown.finish()


def test_what_cannot_be_compared_says_why(shown: Shown) -> None:
    shown.show(view_of(not_settled()))

    assert shown.over_time.compared.refusal.isVisible()
    assert shown.over_time.compared.refusal.text().startswith(
        "Nothing is logged on the 90 days before"
    )
    assert shown.over_time.compared.table.model().columnCount() == 2
    shown.finish()


def test_an_empty_journal_has_a_calm_frame_and_draws_nothing(shown: Shown) -> None:
    shown.show(view_of(diary()))

    assert shown.over_time.empty.isVisible()
    assert not shown.overview.figure.isVisible()
    assert "never counted as zero" in shown.over_time.empty.accessibleName()
    assert not shown.tasks.busy
    shown.show(view_of(diary(check_in(0))))
    assert not shown.over_time.empty.isVisible()
    assert shown.overview.figure.isVisible()
    shown.finish()


def test_nothing_fired_leads_to_what_was_looked_at(shown: Shown) -> None:
    shown.show(view_of(diary()))

    assert shown.over_time.beside.none_text.text().startswith("No rule matched. That does not mean")
    press(shown.over_time.beside.looked)
    assert shown.wanted == [Place(page="signals")]


def test_a_signal_that_ended_leaves_the_page(shown: Shown) -> None:
    shown.show(view_of(both()))
    shown.show(view_of(not_settled()))

    assert shown.over_time.beside.signals["R05"].isVisible()
    assert not shown.over_time.beside.signals["R10"].isVisible()
    assert not shown.over_time.beside.none.isVisible()
    shown.finish()


def test_everything_that_takes_the_keyboard_has_a_name(shown: Shown) -> None:
    shown.show(view_of(both()))

    found = focusable(shown.page)

    assert len(found) > 6
    assert [each for each in found if not each.accessibleName()] == []
    shown.finish()


def test_where_it_is_narrow_the_signals_follow_the_chart(look: Look, qtbot: QtBot) -> None:
    shown = Shown(look, qtbot, (799, 560))
    shown.show(view_of(both()))
    shown.finish()

    signals, card = shown.over_time.beside.signals, shown.overview
    assert signals["R05"].x() == card.x()
    assert signals["R05"].y() >= card.y() + card.height()
    assert shown.over_time.compared.y() > shown.over_time.beside.y()
    shown.tasks.close()


@pytest.mark.parametrize("size", [(1048, 700), (1179, 700), (799, 560)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_words_are_cut(look: Look, qtbot: QtBot, scale: float, size: tuple[int, int]) -> None:
    look.set("dark", scale)
    shown = Shown(look, qtbot, size)
    shown.show(view_of(both()))
    shown.finish()
    QApplication.processEvents()

    visible = [each for each in shown.page.findChildren(QLabel) if each.isVisible()]
    wrapped = [each for each in visible if each.wordWrap()]
    assert len(visible) > 15
    qtbot.waitUntil(lambda: all(e.height() >= e.heightForWidth(e.width()) for e in wrapped))
    assert shown.page.width() <= shown.area.viewport().width()
    shown.tasks.close()
