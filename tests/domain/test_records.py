"""What a record refuses at birth, one case each; what is not known is None and always allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from typing import Any

import pytest

from spasmlog.domain import records as kinds
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.domain.scales import (
    Effect,
    ExperimentOutcome,
    Lag,
    Movement,
    Nrs,
    ReadingWord,
    Region,
    Sign,
    SignalAnswer,
)
from spasmlog.errors import InvalidEntry
from tests import build

HALF = "half a pair \ud83d"
Make = Callable[..., Record]


def score(**changes: Any) -> Record:
    fields: dict[str, Any] = {"day": build.day(), "instrument": "peg", "answers": (("pain", 5),)}
    return kinds.Score(id="a", recorded_at=build.moment(), **fields | changes)


def signal_note(**changes: Any) -> Record:
    fields: dict[str, Any] = {"day": build.day(), "rule": "R10", "what": SignalAnswer.SEEN}
    return kinds.SignalNote(id="a", recorded_at=build.moment(), **fields | changes)


def answer(**changes: Any) -> Record:
    return build.answer(0, Sign.FEVER, **changes)


def factor(**changes: Any) -> Record:
    fields: dict[str, Any] = {"name": "Long drive", "lag": Lag.SAME_DAY, "created": build.day()}
    return kinds.Factor(id="a", recorded_at=build.moment(), **fields | changes)


def experiment(**changes: Any) -> Record:
    fields: dict[str, Any] = {
        "options": ("Heat", "No heat"),
        "outcome": ExperimentOutcome.WORST_PAIN,
        "block_days": 7,
        "order": ("AB", "BA"),
        "start": build.day(30),
    }
    return kinds.Experiment(id="a", recorded_at=build.moment(), **fields | changes)


REFUSED: list[tuple[str, Make, dict[str, Any], str]] = [
    ("an end without its day", build.episode, {"resolved": build.moment()}, "time and its day"),
    (
        "the day of an end without its time",
        build.episode,
        {"resolved_day": build.day()},
        "time and its day",
    ),
    ("an end before its beginning", build.episode, {"hours": -1}, "before it began"),
    (
        "an end on the day before",
        build.episode,
        {"hours": 1, "resolved_day": build.day(1)},
        "before it began",
    ),
    ("an end both known and unknown", build.episode, {"hours": 1, "end_unknown": True}, "not both"),
    ("a place off the map", build.episode, {"areas": (("tail", Nrs(3)),)}, "tail is no place"),
    (
        "a place twice",
        build.episode,
        {"areas": (("back-mid-left", Nrs(3)), ("back-mid-left", Nrs(4)))},
        "once, in order",
    ),
    (
        "places out of order",
        build.episode,
        {"areas": (("back-mid-left", Nrs(3)), ("back-lower-left", Nrs(4)))},
        "once, in order",
    ),
    (
        "movements out of order",
        build.episode,
        {"movements": ((Movement.SIT, Effect.WORSE), (Movement.BEND, Effect.SAME))},
        "once, in order",
    ),
    ("half a character in a spasm", build.episode, {"note": HALF}, "half a character"),
    ("half in an exposure", build.episode, {"exposures": frozenset({HALF})}, "half a character"),
    ("a reading of nothing", build.reading, {"pain": None}, "a number or a word"),
    ("gone with pain", build.reading, {"word": ReadingWord.GONE}, "pain of 0"),
    ("gone without a number", build.reading, {"pain": None, "word": ReadingWord.GONE}, "of 0"),
    ("no spasm as a number", build.reading, {"pain": 0, "word": ReadingWord.NO_SPASM}, "not a num"),
    ("half a character in a reading", build.reading, {"note": HALF}, "half a character"),
    ("a drink of nothing", build.drink, {"volume_ml": 0}, "between 1 and 5000 ml."),
    ("a drink of a barrel", build.drink, {"volume_ml": 5001}, "between 1 and 5000 ml."),
    ("an activity without a name", build.activity, {"kind": " "}, "needs a name"),
    ("an activity of half a character", build.activity, {"kind": HALF}, "half a character"),
    ("an activity of no time", build.activity, {"minutes": 0}, "between 1 and 1440 minutes"),
    ("an activity of two days", build.activity, {"minutes": 2880}, "between 1 and 1440 minutes"),
    ("a stretch of no time", build.stretch, {"seconds": 0}, "between 1 and 86400 seconds"),
    ("half a character in a routine", build.stretch, {"routine": HALF}, "half a character"),
    ("half a character in a group", build.stretch, {"group": HALF}, "half a character"),
    ("an average above the worst", build.check_in, {"average": Nrs(4)}, "above the worst"),
    ("a negative sleep", build.check_in, {"sleep_h": -0.5}, "between 0 and 24 hours"),
    ("a sleep that is no number", build.check_in, {"sleep_h": float("nan")}, "between 0 and 24"),
    ("sitting for 25 hours", build.check_in, {"sitting_h": 25.0}, "between 0 and 24 hours"),
    ("drinks below nothing", build.check_in, {"fluids_ml": -1}, "between 0 and 30000 ml"),
    ("moderate beyond a day", build.check_in, {"moderate_min": 1441}, "between 0 and 1440"),
    ("vigorous beyond a day", build.check_in, {"vigorous_min": 1441}, "between 0 and 1440"),
    ("stretching beyond a day", build.check_in, {"stretch_s": 86_401}, "between 0 and 86400"),
    (
        "exposures out of order",
        build.check_in,
        {"exposures": (("stress", True), ("heavy_load", True))},
        "once, in order",
    ),
    (
        "half a character in an exposure",
        build.check_in,
        {"exposures": ((HALF, True),)},
        "half a character",
    ),
    ("half a character in a check-in", build.check_in, {"note": HALF}, "half a character"),
    ("a treatment without a name", build.treatment, {"name": ""}, "needs a name"),
    ("a usual dose of nothing", build.treatment, {"usual_dose_mg": 0.0}, "above 0"),
    ("a dose of -3", build.use, {"dose_mg": -3.0}, "above 0"),
    ("a dose of a ton", build.use, {"dose_mg": 1e9}, "above 0"),
    ("a dose that is no number", build.use, {"dose_mg": float("nan")}, "above 0"),
    ("a go of no time", build.use, {"minutes": 0}, "between 1 and 1440 minutes"),
    ("half a character in a dose", build.use, {"dose_text": HALF}, "half a character"),
    ("half a character in a side effect", build.use, {"side_effect": HALF}, "half a character"),
    ("half a character beside a dose", build.use, {"note": HALF}, "half a character"),
    ("a course that ends first", build.course, {"last_day": build.day(31)}, "before it began"),
    ("half a character in a plan", build.course, {"plan": HALF}, "half a character"),
    ("a score of nothing", score, {"instrument": ""}, "name of its questionnaire"),
    ("items out of order", score, {"answers": (("pain", 5), ("activity", 5))}, "once, in order"),
    ("an item below nothing", score, {"answers": (("pain", -1),)}, "between 0 and 100."),
    ("an item beyond all scales", score, {"answers": (("pain", 101),)}, "between 0 and 100."),
    ("half a character in an item", score, {"answers": ((HALF, 1),)}, "half a character"),
    ("half a character of a doctor", build.visit, {"who": HALF}, "half a character"),
    ("half a character in a question", build.visit, {"questions": (HALF,)}, "half a character"),
    ("half a character in what was said", build.visit, {"said": HALF}, "half a character"),
    ("half a character in what is planned", build.visit, {"plan": HALF}, "half a character"),
    ("a note about no rule", signal_note, {"rule": ""}, "the rule that it is about"),
    ("a factor without a name", factor, {"name": "\n"}, "needs a name"),
    ("half a character in a factor", factor, {"exposure": HALF}, "half a character"),
    ("an experiment of one option", experiment, {"options": ("Heat",)}, "two options"),
    ("half an option", experiment, {"options": ("Heat", HALF)}, "half a character"),
    ("an experiment without an order", experiment, {"order": ()}, "AB or BA"),
    ("another order", experiment, {"order": ("AB", "AA")}, "AB or BA"),
    ("a block of no days", experiment, {"block_days": 0}, "between 1 and 60 days"),
    ("a stop before the start", experiment, {"stop": build.day(31)}, "before it starts"),
    ("a birth in 1700", build.profile, {"birth_year": 1700}, "between 1880 and 2200."),
    ("half an allergy", build.profile, {"allergies": HALF}, "half a character"),
    ("half a name", build.profile, {"name_for_report": HALF}, "half a character"),
    ("half a risk", build.profile, {"risks": frozenset({HALF})}, "half a character"),
]


@pytest.mark.parametrize(
    ("make", "changes", "said"), [each[1:] for each in REFUSED], ids=[each[0] for each in REFUSED]
)
def test_a_record_refuses(make: Make, changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidEntry) as refused:
        make(**changes)

    assert said in refused.value.sentence
    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        (build.episode, {"hours": 0}),
        (build.episode, {"peak": None, "region": None, "side": None}),
        (build.running, {}),
        (build.reading, {"pain": 0, "word": ReadingWord.GONE}),
        (build.reading, {"pain": None, "word": ReadingWord.NO_SPASM}),
        (build.check_in, {"worst": None, "average": Nrs(4)}),
        (build.check_in, {"worst": 3, "average": Nrs(3)}),
        (build.check_in, {"sleep_h": 24, "fluids_ml": 0}),
        (build.use, {"dose_mg": None, "minutes": None}),
        (build.course, {"last_day": build.day(30)}),
        (score, {"answers": ()}),
        (experiment, {"stop": build.day(30)}),
        (factor, {"exposure": "heavy_load"}),
        (signal_note, {}),
        (build.profile, {"birth_year": 1880}),
    ],
)
def test_a_record_takes_what_may_be_true(make: Make, changes: dict[str, Any]) -> None:
    record = make(**changes)

    for name, value in changes.items():
        assert name == "hours" or getattr(record, name) == value


def test_a_spasm_runs_until_its_end_is_known_or_given_up() -> None:
    assert build.running().is_running
    assert not build.episode(hours=2).is_running
    assert not build.episode(end_unknown=True).is_running


def test_a_record_is_never_edited() -> None:
    drink = build.drink()

    with pytest.raises(FrozenInstanceError):
        drink.volume_ml = 500  # type: ignore[misc]  # that is the point


def test_a_day_may_be_long_ago() -> None:
    assert build.check_in(day=date(1990, 1, 1)).day.year == 1990


@pytest.mark.parametrize(
    ("typed", "areas", "place"),
    [
        (None, (), None),
        (None, (("back-buttock-left", 2), ("back-lower-left", 6)), Region.LOW_BACK),
        (Region.NECK, (("back-lower-left", 6),), Region.NECK),
    ],
)
def test_a_spasm_is_where_it_was_said_to_be_else_where_most_pain_was_painted(
    typed: Region | None, areas: tuple[tuple[str, int], ...], place: Region | None
) -> None:
    painted = tuple((part, Nrs(pain)) for part, pain in areas)

    assert build.episode(region=typed, areas=painted).place is place


FAR = (date(1899, 12, 31), date(2200, 1, 1))


@pytest.mark.parametrize("far", FAR)
@pytest.mark.parametrize(
    ("make", "name"),
    [
        (build.check_in, "day"),
        (answer, "day"),
        (build.visit, "day"),
        (build.visit, "follow_up"),
        (build.course, "first_day"),
        (build.course, "last_day"),
        (build.profile, "problem_since"),
        (score, "day"),
        (signal_note, "day"),
        (factor, "created"),
        (factor, "suspect_since"),
        (factor, "retired"),
        (experiment, "start"),
        (experiment, "stop"),
    ],
)
def test_a_day_of_another_age_is_refused(make: Make, name: str, far: date) -> None:
    with pytest.raises(InvalidEntry):
        make(**{name: far})


@pytest.mark.parametrize(
    ("end", "kept", "touched"),
    [
        ("2026-07-03T00:00", "2026-07-03", "2026-07-02"),
        ("2026-07-03T00:01", "2026-07-03", "2026-07-03"),
        ("2026-07-03T00:00", "2026-07-02", "2026-07-02"),
        ("2026-07-03T02:00", "2026-07-02", "2026-07-02"),
        ("2026-07-02T00:00", "2026-07-01", "2026-07-01"),
    ],
)
def test_an_end_at_midnight_touches_no_day_that_begins_then(
    end: str, kept: str, touched: str
) -> None:
    onset = build.moment(0, "09:00")
    spasm = build.episode(
        onset=onset,
        resolved=Moment.of(build.utc(end) - timedelta(hours=2), "Europe/Berlin"),
        resolved_day=date.fromisoformat(kept),
    )

    assert spasm.day == date(2026, 7, 1)
    assert spasm.last_day == date.fromisoformat(touched)
