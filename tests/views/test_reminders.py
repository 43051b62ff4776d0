"""Which reminders are due, and what their answers become."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import TreatmentUse
from spasmlog.domain.scales import ReadingWord, TreatmentKind
from spasmlog.journal.commands import LogReading
from spasmlog.settings import RELIEF_AFTER_MIN, Settings
from spasmlog.views.relief import relief_view
from spasmlog.views.reminders import (
    About,
    Reminder,
    answer,
    due,
    is_quiet,
    is_wanted,
    lies_between,
    noted,
    place,
    put_off,
    sample,
    waits,
)
from tests.build import (
    check_in,
    diary,
    moment,
    reading,
    running,
    treatment,
    use,
    utc,
)
from tests.charts.scored_scenes import peg

RELIEF = Settings(remind_relief=True)
EVENING = Settings(remind_evening=True)
PEG = Settings(remind_peg=True)
NOBODY: Mapping[str, datetime] = {}


def asked(
    lived: Diary, clock: str, settings: Settings, told: Mapping[str, datetime] = NOBODY
) -> Reminder | None:
    """The one that is due today at this time, or None."""
    return only(due(lived, moment(0, clock), settings, told))


def only(found: tuple[Reminder, ...]) -> Reminder | None:
    assert len(found) <= 1
    return found[0] if found else None


def test_nothing_is_asked_unless_it_is_switched_on() -> None:
    lived = diary(check_in(40), use(0, "19:30"))

    assert due(lived, moment(0, "20:45"), Settings(), NOBODY) == ()
    assert not is_wanted(Settings())
    for one in (RELIEF, EVENING, PEG):
        assert is_wanted(one)
        assert asked(lived, "20:45", one) is not None


@pytest.mark.parametrize(
    ("after", "clock", "speaks"),
    [
        (60, "10:59", False),
        (60, "11:00", True),
        (60, "13:00", True),
        (60, "13:01", False),
        (120, "11:59", False),
        (120, "12:00", True),
        (30, "10:30", True),
    ],
)
def test_it_is_asked_so_long_after_a_dose_as_is_set_and_never_after_three_hours(
    after: int, clock: str, speaks: bool
) -> None:
    settings = replace(RELIEF, relief_after_min=after)

    assert (asked(diary(use(0, "10:00")), clock, settings) is not None) is speaks


@pytest.mark.parametrize("after", RELIEF_AFTER_MIN)
def test_whenever_it_is_asked_today_asks_the_same(after: int) -> None:
    lived = diary(use(0, "10:00"))
    now = moment(0, "10:00").plus(timedelta(minutes=after))
    card = relief_view(lived, now)
    reminder = only(due(lived, now, replace(RELIEF, relief_after_min=after), NOBODY))

    assert card is not None
    assert reminder is not None
    assert reminder.key == card.key
    assert due(lived, now, RELIEF, NOBODY, frozenset({card.key})) == ()
    assert relief_view(lived, now, frozenset({reminder.key})) is None


def test_it_is_asked_once_a_dose_and_doses_together_share_it() -> None:
    first, second = use(0, "10:00"), use(0, "10:08", kind=TreatmentKind.HEAT)
    lived = diary(first, second)
    one = asked(lived, "11:00", RELIEF)
    assert one is not None
    assert one.key == f"relief:{first.id}"

    told = noted({}, one.key, utc("2026-07-01T09:00"))

    assert asked(lived, "11:10", RELIEF, told) is None
    third = diary(first, second, use(0, "10:30"))
    assert asked(third, "11:30", RELIEF, told) is not None


def test_an_answer_for_one_dose_speaks_for_the_other_after_three_hours_too() -> None:
    first, second = use(0, "10:00"), use(0, "10:08")
    lived = diary(first, second, reading(0, "11:00", use_id=first.id))

    assert asked(lived, "13:05", RELIEF) is None
    assert asked(diary(first, second), "13:05", RELIEF) is not None


@pytest.mark.parametrize(("clock", "speaks"), [("14:00", True), ("14:31", False)])
def test_a_dose_typed_later_is_asked_about_while_it_is_not_long_ago(
    clock: str, speaks: bool
) -> None:
    dose = use(0, "11:30", recorded_at=moment(0, "13:59"))

    assert (asked(diary(dose), clock, RELIEF) is not None) is speaks


def test_an_hour_is_an_hour_when_the_clocks_go_back() -> None:
    taken = Moment.of(utc("2026-10-25T00:30"), "Europe/Berlin")
    dose = use(at=taken, day=date(2026, 10, 24))
    lived = diary(dose, today=date(2026, 10, 24))
    awake = replace(RELIEF, quiet_from="12:00", quiet_to="12:00")
    clocks = [
        (now.clock.strftime("%H:%M"), due(lived, now, awake, NOBODY) != ())
        for now in (taken.plus(timedelta(minutes=59)), taken.plus(timedelta(minutes=60)))
    ]

    assert clocks == [("02:29", False), ("02:30", True)]


def test_an_hour_is_an_hour_on_a_flight_and_quiet_hours_are_those_of_the_place() -> None:
    dose = use(0, "13:30")
    there = Moment.of(utc("2026-07-01T12:30"), "America/New_York")
    late = Moment.of(utc("2026-07-01T12:30"), "Asia/Tokyo")

    assert [each.clock.hour for each in (there, late)] == [8, 21]
    assert due(diary(dose), there, RELIEF, NOBODY) == asked_here(dose)
    early = replace(RELIEF, quiet_to="08:31")
    assert due(diary(dose), there, early, NOBODY) == ()
    assert due(diary(dose), late, early, NOBODY) == asked_here(dose)


def asked_here(dose: TreatmentUse) -> tuple[Reminder, ...]:
    found = due(diary(dose), moment(0, "14:30"), RELIEF, NOBODY)
    assert len(found) == 1
    return found


@pytest.mark.parametrize(
    ("clock", "quiet_from", "quiet_to", "quiet"),
    [
        ("21:59", "22:00", "07:00", False),
        ("22:00", "22:00", "07:00", True),
        ("00:00", "22:00", "07:00", True),
        ("06:59", "22:00", "07:00", True),
        ("07:00", "22:00", "07:00", False),
        ("12:59", "13:00", "15:00", False),
        ("13:00", "13:00", "15:00", True),
        ("15:00", "13:00", "15:00", False),
        ("13:00", "13:00", "13:00", False),
        ("00:00", "00:00", "00:00", False),
    ],
)
def test_quiet_hours_go_over_midnight_and_equal_times_are_none(
    clock: str, quiet_from: str, quiet_to: str, quiet: bool
) -> None:
    settings = Settings(quiet_from=quiet_from, quiet_to=quiet_to)

    assert is_quiet(moment(0, clock), settings) is quiet
    assert lies_between(moment(0, clock).clock.time(), quiet_from, quiet_to) is quiet


def test_a_dose_before_quiet_hours_is_asked_about_after_them_only_while_it_is_fresh() -> None:
    nap = replace(RELIEF, quiet_from="11:00", quiet_to="12:30")
    long = replace(RELIEF, quiet_from="11:00", quiet_to="13:30")

    assert asked(diary(use(0, "10:00")), "11:00", nap) is None
    assert asked(diary(use(0, "10:00")), "12:30", nap) is not None
    assert asked(diary(use(0, "10:00")), "13:30", long) is None


@pytest.mark.parametrize(
    ("days_ago", "clock", "speaks"),
    [
        (0, "20:29", False),
        (0, "20:30", True),
        (0, "23:30", True),
        (-1, "02:59", True),
        (-1, "03:00", False),
    ],
)
def test_the_evening_is_asked_about_from_the_set_time_until_the_day_is_over(
    days_ago: int, clock: str, speaks: bool
) -> None:
    now = moment(days_ago, clock)
    lived = diary(today=now.diary_day())
    awake = replace(EVENING, quiet_from="05:00", quiet_to="06:00")

    assert (due(lived, now, awake, NOBODY) != ()) is speaks


def test_the_evening_is_asked_about_once_and_never_once_its_check_in_is_there() -> None:
    one = asked(diary(), "20:30", EVENING)
    assert one is not None
    assert one.key == "evening:2026-07-01"

    told = noted({}, one.key, moment(0, "20:30").utc)

    assert asked(diary(), "21:30", EVENING, told) is None
    assert asked(diary(check_in(0)), "21:30", EVENING) is None
    assert asked(diary(check_in(1)), "21:30", EVENING) is not None


def test_an_evening_in_quiet_hours_is_not_made_up_for_on_the_next_day() -> None:
    late = replace(EVENING, evening_at="22:30")

    assert asked(diary(), "22:30", late) is None
    assert due(diary().on_day(date(2026, 7, 2)), moment(-1, "07:00"), late, NOBODY) == ()


def test_a_time_after_midnight_belongs_to_the_evening_of_the_day_before() -> None:
    owl = replace(EVENING, evening_at="00:30", quiet_from="05:00", quiet_to="06:00")

    assert asked(diary(), "23:59", owl) is None
    assert due(diary(), moment(-1, "00:30"), owl, NOBODY) != ()


def test_the_evening_is_not_asked_about_before_today_shows_its_check_in() -> None:
    early = replace(EVENING, evening_at="12:00")

    assert asked(diary(), "17:59", early) is None
    assert asked(diary(), "18:00", early) is not None


def test_peg_is_said_to_be_due_in_the_evening_where_it_is() -> None:
    lived = diary(check_in(40))
    one = asked(lived, "20:30", PEG)

    assert one is not None
    assert one.about is About.PEG
    assert asked(lived, "20:29", PEG) is None
    assert asked(diary(check_in(40), peg(6, 4, 4, 4)), "20:30", PEG) is None
    assert asked(diary(check_in(40), running(0, "20:00")), "20:30", PEG) is None
    assert asked(lived, "20:30", replace(PEG, weekly_peg=False)) is None
    assert due(lived, moment(0, "20:30"), PEG, NOBODY, frozenset({one.key})) == ()


def test_peg_is_said_once_in_a_week_and_put_off_it_comes_the_next_evening_after_quiet_hours() -> (
    None
):
    lived = diary(check_in(40), peg(7, 4, 4, 4))
    one = asked(lived, "20:30", PEG)
    assert one is not None
    told = noted({}, one.key, moment(0, "20:30").utc)

    for days_after in (1, 6):
        today = lived.on_day(date(2026, 7, 1 + days_after))
        assert due(today, moment(-days_after, "20:30"), PEG, told) == ()
        assert due(today, moment(-days_after, "20:30"), PEG, NOBODY) != ()
    assert due(lived.on_day(date(2026, 7, 8)), moment(-7, "20:30"), PEG, told) != ()


@pytest.mark.parametrize("settings", [RELIEF, EVENING])
def test_later_asks_once_more_after_half_an_hour_and_then_no_more(settings: Settings) -> None:
    lived = diary(use(0, "19:30"))
    one = asked(lived, "20:30", settings)
    assert one is not None
    told = noted({}, one.key, moment(0, "20:30").utc)
    told = put_off(told, one.key, moment(0, "20:32").utc)

    assert asked(lived, "21:01", settings, told) is None
    assert asked(lived, "21:02", settings, told) == one

    told = noted(told, one.key, moment(0, "21:02").utc)
    told = put_off(told, one.key, moment(0, "21:03").utc)
    assert asked(lived, "21:45", settings, told) is None


def test_what_was_asked_long_ago_is_forgotten() -> None:
    told = noted({"old": utc("2026-06-20T20:30")}, "new", utc("2026-07-01T20:30"))

    assert set(told) == {"new"}


def test_several_may_be_due_at_once_and_each_has_its_own_key() -> None:
    every = Settings(remind_relief=True, remind_evening=True, remind_peg=True)
    found = due(diary(check_in(40), use(0, "19:30")), moment(0, "20:30"), every, NOBODY)

    assert [each.about for each in found] == [About.RELIEF, About.EVENING, About.PEG]
    assert len({each.key for each in found}) == 3


def test_a_locked_screen_is_told_of_no_pain_no_medicine_and_no_body() -> None:
    every = Settings(remind_relief=True, remind_evening=True, remind_peg=True)
    lived = diary(check_in(40), known := treatment(), use(0, "19:30", of=known))
    found = due(lived, moment(0, "20:30"), every, NOBODY)
    said = " ".join(each.title + each.text for each in found).casefold()

    assert {each.title for each in found} == {"SpasmLog"}
    words = ("ibuprofen", "pain", "dose", "back", "neck", "peg", "check-in", "week", "treatment")
    assert [word for word in words if word in said.removeprefix("spasmlog")] == []


def test_in_full_each_says_what_it_is_about_without_pressure() -> None:
    every = Settings(
        remind_relief=True, remind_evening=True, remind_peg=True, reminders_in_full=True
    )
    lived = diary(check_in(40), known := treatment(), use(0, "19:30", of=known))
    found = due(lived, moment(0, "20:30"), every, NOBODY)

    assert [(each.title, each.text) for each in found] == [
        ("An hour since ibuprofen, how is it?", "An answer here is saved as on Today."),
        ("Evening check-in", "How was today? It can wait."),
        ("How was the past week?", "PEG, three questions, once a week."),
    ]
    assert found[0].answers == (
        ("none", "No help"),
        ("some", "A little"),
        ("much", "A lot"),
        ("gone", "Gone"),
        ("later", "Later"),
    )
    assert {each.answers for each in found[1:]} == {(("open", "Open"), ("later", "Later"))}


def test_an_answer_is_a_reading_for_the_dose_that_was_asked_about() -> None:
    dose = use(0, "10:00")
    key = f"relief:{dose.id}"

    assert answer(key, "much", diary(dose)) == LogReading(word=ReadingWord.MUCH, use_id=dose.id)
    assert answer(key, "later", diary(dose)) is None
    assert answer(key, "no_spasm", diary(dose)) is None
    assert answer(key, "much", diary()) is None
    assert answer(key, "much", diary(dose, reading(0, "11:00", use_id=dose.id))) is None


def test_nothing_but_a_relief_check_is_answered_in_a_notification() -> None:
    for key in ("evening:2026-07-01", "score:peg:2026-07-01:0", "sample:", "nonsense"):
        assert answer(key, "none", diary()) is None


def test_a_reminder_is_answered_on_today_and_a_sample_on_settings() -> None:
    assert place("relief:1") == place("evening:2026-07-01") == place("score:peg:x") == "today"
    assert place(sample().key) == "settings"


def test_what_was_answered_elsewhere_waits_no_more() -> None:
    dose = use(0, "10:00")
    relief, evening = f"relief:{dose.id}", "evening:2026-07-01"
    answered = diary(dose, reading(0, "11:00", use_id=dose.id), check_in(0))

    assert still(relief, diary(dose))
    assert not still(relief, answered)
    assert not still(relief, diary(dose), frozenset({relief}))
    assert still(evening, diary())
    assert not still(evening, answered)
    assert not still(evening, diary().on_day(date(2026, 7, 2)))
    lived = diary(check_in(40))
    weekly = asked(lived, "20:30", PEG)
    assert weekly is not None
    assert still(weekly.key, lived)
    assert not still(weekly.key, diary(check_in(40), peg(0, 1, 1, 1)))
    assert still(sample().key, diary())
    assert not still("nonsense", diary())


def still(key: str, lived: Diary, hidden: frozenset[str] = frozenset()) -> bool:
    return waits(key, lived, moment(0, "11:30"), Settings(), hidden)
