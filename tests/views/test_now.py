"""The card of this moment and the dock: what runs, how strong it is, and when it is asked about."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from spasmlog.domain.records import Factor
from spasmlog.domain.scales import Lag, Nrs, OnsetExact, Side
from spasmlog.views.now import causes, last_touch, now_view
from spasmlog.views.running import DockState, dock_state
from tests.build import (
    clock_time,
    day,
    diary,
    episode,
    moment,
    reading,
    running,
    use,
)


def test_at_rest_the_card_asks_how_it_is() -> None:
    view = now_view(diary(), moment(clock="09:12"))

    assert view.title == "How is it now?"
    assert view.facts == "A number saves a pain reading."
    assert (view.episode_id, view.level, view.question, view.details) == (None, None, None, None)


def test_at_rest_it_names_the_last_number_or_the_last_end() -> None:
    number = reading(clock="08:15", pain=3)
    over = episode(clock="08:30", hours=1.25)
    later = reading(clock="10:00", pain=0)

    def told(*records: object) -> str:
        return now_view(diary(*records), moment(clock="11:00")).facts  # type: ignore[arg-type]  # all are records

    assert told(number).endswith("Last reading: 3 at 08:15.")
    assert told(number, over).endswith("The last spasm let go at 09:45, after 1 h 15 min.")
    assert told(number, over, later).endswith("Last reading: 0 at 10:00.")


def test_a_running_spasm_is_told_in_one_line() -> None:
    spasm = running(
        clock="18:28", side=Side.LEFT, peak=Nrs(7), exposures=frozenset({"heavy_load", "stress"})
    )
    lived = diary(spasm, reading(clock="19:05", pain=6, episode_id=spasm.id))

    view = now_view(lived, moment(clock="19:40"))

    assert view.title == "Spasm running for 1 h 12 min"
    assert view.facts == (
        "Since 18:28. Lower back, left, after heavy lifting and stress or low mood. "
        "It was 7 at its worst, 6 at 19:05."
    )
    assert (view.level, view.episode_id) == (6, spasm.id)


def test_a_spasm_without_a_number_is_asked_for_its_strength() -> None:
    view = now_view(diary(running(clock="18:28", peak=None, region=None)), moment(clock="18:29"))

    assert view.facts == "Since 18:28. How strong is it? Press a number."
    assert view.level is None


def test_a_peak_that_is_still_the_last_number_is_said_once() -> None:
    view = now_view(diary(running(clock="09:00", region=None)), moment(clock="10:00"))

    assert view.facts == "Since 09:00. 6 at its worst."


@pytest.mark.parametrize(
    ("days_ago", "since"), [(0, "08:00"), (1, "yesterday 08:00"), (3, "28 Jun 08:00")]
)
def test_the_beginning_names_its_day_where_that_is_not_today(days_ago: int, since: str) -> None:
    spasm = running(days_ago, "08:00", peak=None, region=None)
    touched = reading(0, "09:00", pain=4, episode_id=spasm.id)

    facts = now_view(diary(spasm, touched), moment(clock="10:00")).facts

    assert facts.startswith(f"Since {since}. ")


def test_a_beginning_known_to_the_day_has_no_clock() -> None:
    spasm = running(0, "12:00", onset_exact=OnsetExact.DAY)
    now = moment(clock="14:00")

    view, dock = now_view(diary(spasm), now), dock_state(diary(spasm), now)

    assert (view.title, view.onset) == ("Spasm running", None)
    assert view.facts.startswith("Since 1 Jul. ")
    assert (dock.text, dock.onset, dock.episode_id) == ("Spasm running", None, spasm.id)


def test_the_dock_is_at_rest_or_tells_time_and_level() -> None:
    spasm = running(clock="09:00", peak=Nrs(8))

    assert dock_state(diary(), moment()) == DockState()
    assert dock_state(diary(spasm), moment(clock="09:50")) == DockState(
        episode_id=spasm.id, onset=spasm.onset, level=8, text="50 min"
    )


def test_the_details_are_what_the_spasm_says_and_offer_the_persons_own_causes() -> None:
    own = Factor(id="own", recorded_at=moment(), name="Drive", lag=Lag.SAME_DAY, created=day())
    gone = Factor(
        id="gone",
        recorded_at=moment(),
        name="Rowing",
        lag=Lag.SAME_DAY,
        created=day(9),
        retired=day(2),
    )
    spasm = running(clock="09:00", exposures=frozenset({"gone"}), note="In bed.")

    details = now_view(diary(spasm, own, gone), moment(clock="09:30")).details

    assert details is not None
    assert (details.note, details.exposures) == ("In bed.", frozenset({"gone"}))
    assert [name for name, _words in details.causes] == [
        "heavy_load",
        "awkward_posture",
        "stress",
        "own",
        "gone",
    ]
    assert causes(diary(gone))[-1][0] == "stress"


TWELVE = timedelta(hours=12)


def test_after_twelve_hours_without_a_touch_it_is_asked_when_it_let_go() -> None:
    spasm = running(1, "18:28", peak=Nrs(7))

    early = now_view(diary(spasm), moment(clock="06:27"))
    asked = now_view(diary(spasm), moment(clock="13:40"))

    assert early.question is None
    assert asked.title == "A spasm has been running for 19 h"
    assert asked.facts == "Since yesterday 18:28. When did it let go?"
    assert asked.onset is None
    assert asked.question is not None
    assert asked.question.before_sleep == clock_time("2026-06-30 22:30")
    assert asked.question.night == clock_time("2026-07-01 03:00")
    assert asked.question.waking == clock_time("2026-07-01 07:00")
    assert asked.question.latest == clock_time("2026-07-01 13:40")


def test_readings_doses_and_still_going_each_count_as_a_touch() -> None:
    spasm = running(1, "08:00")
    lived = diary(
        spasm,
        reading(1, "09:00", pain=5, episode_id=spasm.id, recorded_at=moment(1, "20:00")),
        use(1, "19:00", spasm=spasm),
    )
    still = moment(0, "07:45").utc

    assert last_touch(spasm, lived) == moment(1, "20:00").utc
    assert now_view(lived, moment(0, "07:59")).question is None
    assert now_view(lived, moment(0, "08:00")).question is not None
    assert now_view(lived, moment(0, "08:00"), still).question is None
    assert now_view(lived, moment(0, "19:45"), still).question is not None


@pytest.mark.parametrize(
    ("days_ago", "began", "now", "night"),
    [
        (1, "23:50", "13:00", "2026-07-01 03:00"),
        (0, "04:10", "17:00", "2026-07-01 04:11"),
        (2, "23:00", "13:00", "2026-06-30 03:00"),
    ],
)
def test_what_the_time_field_starts_from_lies_within_the_spasm(
    days_ago: int, began: str, now: str, night: str
) -> None:
    onset = moment(days_ago, began).plus(timedelta(seconds=30))
    spasm = running(onset=onset)
    at = moment(clock=now)

    question = now_view(diary(spasm), at).question

    assert question is not None
    assert question.night == clock_time(night)
    for guess in (question.before_sleep, question.night, question.waking):
        assert onset.clock <= guess <= at.clock


def test_a_journey_during_a_spasm_is_asked_about_in_the_clocks_of_its_beginning() -> None:
    spasm = running(1, "18:00")
    abroad = moment(0, "18:00", zone="Asia/Tokyo")

    question = now_view(diary(spasm), abroad).question

    assert question is not None
    assert question.latest == datetime(2026, 7, 1, 11, 0)  # noqa: DTZ001  # what a clock shows


def test_of_a_beginning_known_to_the_day_it_is_asked_whether_it_still_runs() -> None:
    spasm = running(2, "12:00", onset_exact=OnsetExact.DAY)

    view = now_view(diary(spasm), moment(clock="14:00"))

    assert view.title == "Is the spasm still running?"
    assert view.facts == "Since 29 Jun. When did it let go?"
