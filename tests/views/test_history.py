"""The History page's view: a month by day, a day's rows, an entry and its versions, the bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from spasmlog import i18n
from spasmlog.charts.week_order import week_starts
from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import Experiment, Factor, Record, SignalNote
from spasmlog.domain.scales import (
    ExperimentOutcome,
    Lag,
    Limited,
    Nrs,
    ReadingWord,
    Sign,
    SignalAnswer,
    SignAnswer,
)
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.database import Database
from spasmlog.views.history import HistoryView, history_view
from spasmlog.views.month import in_month
from tests import build

NOW = build.moment(0, "18:40")


def view(diary: Diary, day: date = build.TODAY, **more: Any) -> HistoryView:
    return history_view(diary, day, NOW, Settings(), **more)


def shown(*records: Record, day: date = build.TODAY, **more: Any) -> HistoryView:
    return view(build.diary(*records), day, **more)


def texts(found: HistoryView) -> list[str]:
    return [row.text for row in found.rows]


@pytest.fixture
def now() -> list[Moment]:
    return [NOW]


@pytest.fixture
def journal(now: list[Moment]) -> Iterator[Journal]:
    database, numbers = Database.in_memory(), count(1)
    yield Journal(database, lambda: now[0], lambda: f"id-{next(numbers):04d}", lambda: DAY_START)
    database.close()


def test_each_day_of_the_month_says_what_is_known_of_it() -> None:
    spoken = {each.day: each.spoken for each in shown(day=build.day(1)).month.cells}
    cells = {
        each.day: each
        for each in shown(
            build.episode(1, "11:05", hours=4, peak=Nrs(7)),
            build.check_in(2, worst=0),
            build.drink(3),
            build.episode(4, peak=None),
            day=build.day(1),
        ).month.cells
    }

    assert cells[build.day(1)].spoken == "Tuesday 30 June, worst pain 7, one spasm"
    assert (cells[build.day(1)].state, cells[build.day(1)].level) == ("pain", 7)
    assert cells[build.day(2)].spoken == "Monday 29 June, no pain, logged"
    assert (cells[build.day(2)].state, cells[build.day(2)].level) == ("clear", 0)
    assert cells[build.day(3)].spoken == "Sunday 28 June, no entry of pain"
    assert cells[build.day(3)].state == "unknown"
    assert cells[build.day(4)].spoken == "Saturday 27 June, pain without a number, one spasm"
    assert (cells[build.day(4)].state, cells[build.day(4)].level) == ("pain", None)
    assert spoken[build.day(1)] == "Tuesday 30 June, no entry"


def test_a_day_that_has_not_come_is_not_unknown() -> None:
    cells = {each.day: each for each in shown().month.cells}

    assert cells[build.TODAY].spoken == "Wednesday 1 July, today, no entry"
    assert cells[build.TODAY + timedelta(days=1)].state == "ahead"
    assert cells[build.TODAY + timedelta(days=1)].spoken == "Thursday 2 July, not yet"


def test_a_month_begins_with_a_whole_week_and_ends_with_its_last_day() -> None:
    month = shown().month

    assert month.title == "July 2026"
    assert month.weekdays == ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    assert [each.day.day for each in month.cells[:3]] == [29, 30, 1]
    assert [each.outside for each in month.cells[:3]] == [True, True, False]
    assert month.cells[-1].day == date(2026, 7, 31)


@pytest.mark.parametrize(("locale", "first"), [("en_GB", 0), ("en_US", 6), ("ar_EG", 5)])
def test_a_week_begins_as_the_locale_has_it(
    monkeypatch: pytest.MonkeyPatch, locale: str, first: int
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    i18n.locale_name.cache_clear()
    try:
        assert week_starts(i18n.locale_name()) == first
    finally:
        i18n.locale_name.cache_clear()


def test_years_reach_from_the_first_entry_to_today() -> None:
    assert shown(build.drink(800)).month.years == (2024, 2025, 2026)
    assert shown().month.years == (2026,)


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
    ],
)
def test_months_on_the_day_keeps_its_number_where_it_can(
    day: date, months: int, found: date
) -> None:
    assert in_month(day, months) == found


def test_a_day_lists_its_entries_in_the_order_in_which_they_happened() -> None:
    spasm = build.episode(0, "11:05", hours=4, exposures=frozenset({"heavy_load"}))
    found = shown(
        build.reading(0, "09:30", pain=2),
        spasm,
        build.use(0, "11:20", of=build.treatment(), spasm=spasm),
        build.treatment(),
        build.activity(0, "16:00"),
        build.stretch(0, "13:00"),
        build.reading(0, "15:30", pain=2, episode_id=spasm.id),
        build.check_in(0, limited=Limited.A_LOT, slept_badly=False),
        build.visit(0),
    )

    assert [row.time for row in found.rows] == [
        "09:00",
        "09:30",
        "11:05",
        "11:20",
        "13:00",
        "15:05",
        "15:30",
        "16:00",
        "20:00",
    ]
    assert "It let go" in texts(found)
    let_go = next(row for row in found.rows if row.text == "It let go")
    assert (let_go.record_id, let_go.quiet) == (spasm.id, "down to 2")
    assert found.rows[2].quiet == "after heavy lifting"
    assert found.rows[-1].quiet == "limited a lot, slept well"


@pytest.mark.parametrize(
    ("readings", "quiet"),
    [
        ((("15:06", 7),), ""),
        ((("15:06", 7), ("15:30", 3)), "down to 3"),
        ((("15:00", 2),), ""),
        ((("15:05", 0),), "down to 0"),
        ((("15:06", 9),), ""),
        ((("15:06", None), ("15:30", 4)), "down to 4"),
    ],
)
def test_it_went_down_to_a_number_said_after_it_let_go_and_lower_than_its_worst(
    readings: tuple[tuple[str, int | None], ...], quiet: str
) -> None:
    spasm = build.episode(0, "14:20", hours=0.75, peak=Nrs(7))
    after = [
        build.reading(
            0,
            clock,
            pain=pain,
            word=None if pain is not None else ReadingWord.SOME,
            episode_id=spasm.id,
        )
        for clock, pain in readings
    ]
    (let_go,) = [row for row in shown(spasm, *after).rows if row.text == "It let go"]

    assert let_go.quiet == quiet


def test_several_glasses_are_one_row_that_holds_each_of_them() -> None:
    found = shown(*(build.drink(0, f"{hour:02d}:00") for hour in (8, 12, 16)))

    group, *inside = found.rows
    assert (group.text, group.value, group.record_id) == ("Water, 3 glasses", "750 ml", "")
    assert [row.group for row in inside] == [group.key] * 3
    assert [row.time for row in inside] == ["08:00", "12:00", "16:00"]


def test_one_glass_is_a_row_of_its_own() -> None:
    (row,) = shown(build.drink(0)).rows

    assert (row.text, row.group) == ("Water", "")


def test_a_spasm_that_began_earlier_is_listed_on_the_days_that_it_touches() -> None:
    spasm = build.episode(1, "22:10", hours=12)

    found = shown(spasm)

    assert [row.text for row in found.rows] == ["Spasm, lower back, 12 h", "It let go"]
    assert found.rows[0].quiet == "began 30 Jun, 22:10"
    assert found.rows[0].time == ""


@pytest.mark.parametrize(
    ("days_ago", "words"), [(5, "first day"), (3, "since 26 Jun 2026"), (1, "last day")]
)
def test_a_course_is_listed_while_it_runs(days_ago: int, words: str) -> None:
    kept = build.course(5, 1, plan="six weeks")

    (row,) = shown(kept, day=build.day(days_ago)).rows

    assert row.quiet == words


def test_a_course_is_not_listed_outside_of_its_days() -> None:
    assert shown(build.course(5, 1), day=build.day(6)).rows == ()
    assert shown(build.course(5, 1)).rows == ()


def test_a_signal_shown_to_a_doctor_is_listed_and_one_only_seen_is_not() -> None:
    def noted(what: SignalAnswer) -> SignalNote:
        return SignalNote(
            id=what, recorded_at=build.moment(), day=build.TODAY, rule="R09", what=what
        )

    found = shown(noted(SignalAnswer.SHOWN_TO_DOCTOR), noted(SignalAnswer.SEEN))

    assert [row.value for row in found.rows] == ["shown to a doctor"]


def test_an_entry_typed_later_says_so_quietly() -> None:
    late = build.moment(0, "12:02")
    found = shown(
        build.reading(3, note="on waking\nand more", recorded_at=late),
        build.check_in(3, recorded_at=late),
        day=build.day(3),
    )

    reading, check_in = found.rows
    assert reading.quiet == "\u2068on waking\u2069, added later, on 1 Jul at 12:02"
    assert check_in.quiet == "added later, on 1 Jul at 12:02"
    assert found.note == "worst pain 3, typed later"


def test_the_head_of_a_day_says_its_worst_pain_and_when_it_was_typed() -> None:
    late = build.moment(0, "12:02")

    same = shown(build.reading(1, pain=7), day=build.day(1))
    some = shown(build.reading(1, pain=7), build.drink(1, recorded_at=late), day=build.day(1))
    assert same.title == "Tuesday 30 June"
    assert same.note == "worst pain 7, typed the same day"
    assert some.note == "worst pain 7, some of it typed later"
    assert shown(day=build.day(1)).note == "no entry"


def test_a_day_that_is_still_being_read_says_so() -> None:
    earlier = Earlier(day=build.day(500), explicit=Nrs(4))
    diary = Diary.of(build.TODAY, (), [earlier], full_from=build.day(400))

    found = view(diary, build.day(500))

    assert found.note == "worst pain 4, its entries are still being read"


def test_a_long_note_is_shortened_in_its_row_only() -> None:
    (row,) = shown(build.reading(0, note="word " * 100)).rows

    assert len(row.quiet) <= 62
    assert row.quiet.endswith("…\u2069")


def test_the_chosen_entry_is_opened_with_when_it_was_typed() -> None:
    kept = build.reading(1, "09:30")

    found = shown(kept, day=build.day(1), chosen=kept.id)

    assert found.opened is not None
    assert found.opened.form.title == "Pain reading, 30 June"
    assert found.opened.typed == "typed 09:30"
    assert found.versions == ()


def test_what_is_not_there_any_more_opens_nothing() -> None:
    assert shown(chosen="gone").opened is None
    assert shown(chosen=None).opened is None
    assert shown(build.profile(id="me"), chosen="me").opened is None
    assert shown(chosen="new:nonsense").opened is None
    assert shown().versions == ()


def test_a_new_entry_is_opened_blank() -> None:
    found = shown(chosen="new:drink")

    assert found.opened is not None
    assert found.opened.form.title == "New: Drink, 1 July"
    assert found.opened.typed == ""


def test_a_dose_comes_with_its_entry_in_the_list() -> None:
    listed = build.treatment()
    dose = build.use(0, of=listed)

    found = shown(dose, listed, chosen=dose.id)
    assert found.opened is not None
    assert found.opened.listed is not None
    assert found.opened.listed.key == listed.id

    orphan = shown(dose, chosen=dose.id)
    assert orphan.opened is not None
    assert orphan.opened.listed is None


def test_the_versions_of_an_entry_say_what_each_change_was(
    journal: Journal, now: list[Moment]
) -> None:
    step = journal.do(c.LogReading(pain=Nrs(6)))
    (made,) = [each.after for each in step.changes]
    assert made is not None
    now[0] = NOW.plus(timedelta(hours=1))
    journal.do(c.Edit(record_id=made.id, fields=(("pain", Nrs(7)), ("note", "sat down"))))
    now[0] = NOW.plus(timedelta(days=1))
    journal.do(c.Edit(record_id=made.id, fields=(("pain", None), ("word", "much"))))

    found = view(journal.diary, chosen=made.id, versions=journal.versions(made.id))

    assert found.opened is not None
    assert found.opened.typed == "typed 18:40, changed 2 times"
    assert [(row.when, row.text) for row in found.versions] == [
        ("2 Jul 2026 18:40", "Pain: 7, now –; In words: No word, now A lot"),
        ("19:40", "Pain: 6, now 7; Note: changed"),
    ]


def test_a_version_names_ticks_times_chips_and_grids_in_words(journal: Journal) -> None:
    spasm = build.episode(0, "11:00", hours=2, id="spasm")
    journal.fill((spasm,))
    journal.do(
        c.Edit(
            record_id="spasm",
            fields=(
                ("flare", True),
                ("onset", build.moment(0, "10:00")),
                ("exposures", frozenset({"stress"})),
                ("movements", (("bend", "worse"),)),
            ),
        )
    )

    (row,) = view(journal.diary, chosen="spasm", versions=journal.versions("spasm")).versions

    assert row.text == (
        "Began: 1 Jul 2026 11:00, now 1 Jul 2026 10:00; "
        "What set it off: –, now stress or low mood; "
        "Movement: better or worse: –, now Bend worse; "
        "A flare, clearly worse than usual: no, now yes"
    )


def test_a_change_of_what_the_form_does_not_ask_is_still_counted(journal: Journal) -> None:
    journal.fill((build.check_in(0, id="evening"),))
    journal.do(c.Edit(record_id="evening", fields=(("copied", True),)))

    (row,) = view(journal.diary, chosen="evening", versions=journal.versions("evening")).versions

    assert row.text == "changed"


def test_a_change_on_the_body_map_says_what_was_marked_and_what_is(journal: Journal) -> None:
    journal.fill((build.episode(0, "11:00", hours=2, id="spasm"),))
    marked = (("back-calf-left", Nrs(0)), ("back-lower-left", Nrs(3)))
    journal.do(c.Edit(record_id="spasm", fields=(("areas", marked),)))

    (row,) = view(journal.diary, chosen="spasm", versions=journal.versions("spasm")).versions

    assert row.text == "On the body map: –, now calf, left 0, lower back, left 3"


def test_the_bin_lists_what_was_deleted_in_the_last_thirty_days(
    journal: Journal, now: list[Moment]
) -> None:
    journal.fill((build.activity(5, id="old"), build.activity(5, id="walk"), build.treatment()))
    now[0] = NOW.plus(timedelta(days=-31))
    journal.do(c.Delete(record_id="old"))
    now[0] = NOW
    journal.do(c.Delete(record_id="walk"))

    found = view(journal.diary, deleted=journal.deleted())

    (row,) = found.bin
    assert row.record_id == "walk"
    assert row.text == "Walk, 20 min"
    assert row.quiet == "26 Jun 2026, deleted 1 Jul 18:40"


def test_a_deleted_list_entry_belongs_to_no_day(journal: Journal) -> None:
    journal.fill((build.treatment(id="ibu"),))
    journal.do(c.Delete(record_id="ibu"))

    (row,) = view(journal.diary, deleted=journal.deleted()).bin

    assert row.quiet == "deleted 1 Jul 18:40"


def test_undo_and_redo_say_what_they_would_do() -> None:
    found = shown(undo_label="Log spasm")

    assert (found.undo, found.redo) == ("Undo: Log spasm", "")


def test_a_check_in_brought_in_from_elsewhere_is_listed_at_the_end_of_its_day() -> None:
    copied = replace(build.check_in(2), recorded_at=build.moment(0, "08:00"))

    found = shown(build.reading(2, "23:00"), copied, day=build.day(2))

    assert [row.time for row in found.rows] == ["23:00", ""]


def test_safety_questions_answered_with_no_are_one_row_and_a_yes_stands_by_itself() -> None:
    signs = (Sign.FEVER, Sign.BOTH_LEGS, Sign.BLADDER_CHANGE)
    found = shown(
        *(build.answer(0, sign, SignAnswer.NO) for sign in signs),
        build.answer(0, Sign.SADDLE_NUMBNESS),
    )

    group = next(row for row in found.rows if not row.record_id)
    assert (group.text, group.value, group.deletable) == ("3 safety questions", "no", False)
    assert len([row for row in found.rows if row.group == group.key]) == 3
    assert [row.value for row in found.rows if row.record_id and not row.group] == ["yes"]


def test_one_safety_question_is_a_row_of_its_own() -> None:
    (row,) = shown(build.answer(0, Sign.FEVER, SignAnswer.NO)).rows

    assert row.record_id
    assert row.group == ""


def test_what_cannot_be_deleted_from_here_says_so() -> None:
    spasm = build.episode(0, "08:00", hours=1)
    factor = Factor(
        id="own",
        recorded_at=build.moment(),
        name="rain",
        lag=Lag.SAME_DAY,
        created=build.TODAY,
    )

    found = shown(spasm, factor)

    assert {row.text: row.deletable for row in found.rows} == {
        "Spasm, lower back, 1 h": True,
        "It let go": False,
        "rain": False,
    }


def test_a_factor_and_an_experiment_are_only_read() -> None:
    factor = Factor(
        id="own",
        recorded_at=build.moment(),
        name="my suspect",
        exposure="stress",
        lag=Lag.DAY_BEFORE,
        created=build.TODAY,
        suspect_since=build.TODAY,
    )
    trial = Experiment(
        id="trial",
        recorded_at=build.moment(),
        options=("Heat", "No heat"),
        outcome=ExperimentOutcome.WORST_PAIN,
        block_days=7,
        order=("AB", "BA"),
        start=build.TODAY,
        stop=build.TODAY,
    )

    def facts(chosen: str) -> list[Any]:
        opened = shown(factor, trial, chosen=chosen).opened
        assert opened is not None
        assert opened.form.fixed
        assert opened.form.delete_label == ""
        return [each.value for each in opened.form.fields]

    assert facts("own") == ["my suspect: stress or low mood", "on the day before", "1 Jul 2026"]
    assert facts("trial") == ["Heat and No heat", "7", "AB, BA", "1 Jul 2026", "1 Jul 2026"]
