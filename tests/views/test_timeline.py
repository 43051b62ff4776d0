"""Today on a line and in rows, and the fortnight before it."""

from __future__ import annotations

from datetime import time

import pytest

from spasmlog.domain.scales import Nrs, ReadingWord
from spasmlog.views.timeline import days_before, so_far
from tests.build import (
    activity,
    check_in,
    day,
    diary,
    drink,
    episode,
    moment,
    reading,
    running,
    stretch,
    treatment,
    use,
    visit,
)

START = time(3)
NOW = moment(clock="19:40")


def test_an_empty_day_has_its_axis_and_nothing_on_it() -> None:
    view = so_far(diary(), moment(clock="09:12"), START)

    assert (view.marks, view.rows) == ((), ())
    assert (view.first, view.now, view.last) == (360, 552, 1440)
    assert view.note == "A day starts at 03:00"


def test_rows_stand_newest_first_with_icon_and_value() -> None:
    ibuprofen = treatment()
    lived = diary(
        ibuprofen,
        use(clock="18:40", of=ibuprofen),
        reading(clock="08:15", pain=3, recorded_at=moment(clock="12:02")),
        activity(clock="16:10"),
        drink(clock="07:35"),
        stretch(clock="13:30"),
        visit(),
        check_in(0),
        drink(1),
    )

    rows = so_far(lived, NOW, START).rows

    assert [(row.time, row.icon, row.value) for row in rows] == [
        ("18:40", "pill", "400 mg"),
        ("16:10", "walk", "20 min"),
        ("13:30", "stretch", "5 min"),
        ("08:15", "body", "3"),
        ("07:35", "drop", "250 ml"),
        ("", "phone", ""),
    ]
    assert rows[3].quiet == "added later, at 12:02"
    assert all(row.day == day() for row in rows)


def test_a_long_note_is_cut_in_its_row_and_has_no_line_breaks() -> None:
    row = so_far(diary(reading(note="In bed.\n" + "x" * 200)), NOW, START).rows[0]

    assert row.quiet.startswith("In bed. xxx")
    assert len(row.quiet) == 80
    assert row.quiet.endswith("…")


def test_readings_are_dots_and_what_was_done_stands_below() -> None:
    lived = diary(
        reading(clock="08:15", pain=3),
        reading(clock="08:20", pain=None, word=ReadingWord.NO_SPASM),
        drink(clock="07:35"),
        activity(clock="16:10"),
        stretch(clock="13:30"),
        use(clock="18:40", dose_mg=None, minutes=20),
    )

    marks = so_far(lived, NOW, START).marks

    assert {(mark.kind, mark.start, mark.end, mark.value) for mark in marks} == {
        ("reading", 495, None, 3),
        ("drink", 455, None, None),
        ("activity", 970, 990, None),
        ("stretch", 810, 815, None),
        ("treatment", 1120, 1140, None),
    }
    assert next(mark.text for mark in marks if mark.kind == "reading") == "08:15 Pain 3"


def test_a_running_spasm_is_drawn_from_number_to_number_until_now() -> None:
    spasm = running(clock="18:28", peak=Nrs(7))
    lived = diary(
        spasm,
        reading(clock="18:28", pain=7, episode_id=spasm.id),
        reading(clock="19:05", pain=6, episode_id=spasm.id),
        reading(clock="19:20", pain=6, episode_id=spasm.id),
    )

    view = so_far(lived, NOW, START)

    assert [(mark.kind, mark.start, mark.end, mark.value) for mark in view.marks] == [
        ("spasm", 1108, 1145, 7),
        ("spasm", 1145, None, 6),
    ]


def test_the_number_that_a_spasm_began_with_has_no_row_of_its_own() -> None:
    spasm = running(clock="18:28", peak=Nrs(7))
    lived = diary(
        spasm,
        reading(clock="18:28", pain=7, episode_id=spasm.id),
        reading(clock="18:28", pain=7, episode_id=spasm.id, note="Ow"),
        reading(clock="19:05", pain=7, episode_id=spasm.id),
    )

    assert [row.text for row in so_far(lived, NOW, START).rows] == [
        "Pain",
        "Pain",
        "Spasm began, lower back",
    ]


def test_a_spasm_without_a_number_and_one_without_an_end_are_drawn_as_what_they_are() -> None:
    unknown = episode(clock="10:00", peak=None)
    over = episode(clock="12:00", hours=1)
    later = reading(clock="15:00", pain=2, episode_id=over.id)

    view = so_far(diary(unknown, over, later), NOW, START)

    assert [(mark.kind, mark.start, mark.end, mark.value) for mark in view.marks] == [
        ("spasm", 600, 600, None),
        ("spasm", 720, 780, 6),
        ("reading", 900, None, 2),
    ]


def test_a_spasm_that_began_yesterday_fills_today_from_its_beginning() -> None:
    spasm = running(1, "18:28", peak=None)
    lived = diary(
        spasm,
        reading(1, "18:30", pain=8, episode_id=spasm.id),
        reading(0, "07:00", pain=5, episode_id=spasm.id),
    )

    view = so_far(lived, moment(clock="09:00"), START)

    assert [(mark.start, mark.end, mark.value) for mark in view.marks] == [
        (0, 420, 8),
        (420, None, 5),
    ]
    assert view.first == 360
    assert view.rows[-1].text == "Spasm began, lower back, since yesterday 18:28"
    assert (view.rows[-1].time, view.rows[-1].day) == ("", day(1))


def test_one_that_ended_today_is_said_with_the_day_it_began() -> None:
    row = so_far(diary(episode(3, "20:00", hours=60)), moment(clock="09:00"), START).rows[0]

    assert row.text == "Spasm, lower back, 2 days 12 h, since 28 Jun 20:00"


def test_the_axis_grows_with_early_and_late_entries() -> None:
    early = so_far(diary(drink(clock="04:50")), NOW, START)
    night = so_far(
        diary(drink(-1, "01:20")), moment(-1, "01:30"), START
    )  # still the diary day of 1 July

    assert early.first == 240
    assert (night.now, night.last) == (1530, 1560)


def test_the_fortnight_shows_zero_unknown_and_pain_without_a_number_apart() -> None:
    lived = diary(
        check_in(1, worst=4),
        check_in(2, worst=0),
        episode(4, peak=None, hours=1),
        *[check_in(back, worst=2) for back in range(5, 15)],
    )

    view = days_before(lived)

    assert view is not None
    assert (view.days[0], view.days[-1]) == (day(14), day(1))
    assert view.tiles[0] == ("17 Jun", 2, True)
    assert view.tiles[-4:] == (
        ("27 Jun", None, True),
        ("28 Jun", None, False),
        ("29 Jun", 0, True),
        ("yesterday", 4, True),
    )
    assert view.note == "1 day with no entry in the last week"


@pytest.mark.parametrize("records", [(), (check_in(15),), (reading(3, pain=0),)])
def test_a_fortnight_of_which_nothing_is_known_is_not_shown(records: tuple[object, ...]) -> None:
    assert days_before(diary(*records)) is None  # type: ignore[arg-type]  # all are records


def test_a_young_journal_is_not_told_of_days_before_it() -> None:
    view = days_before(diary(check_in(1), episode(3, hours=1)))

    assert view is not None
    assert view.days == (day(3), day(2), day(1))
    assert [logged for _word, _worst, logged in view.tiles] == [True, False, True]
    assert view.note == "1 day with no entry in the last week"
