"""Each command that a line can say is written as a line that says it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import (
    MEDICINES,
    Intensity,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Spread,
    TreatmentKind,
)
from spasmlog.journal import commands as c
from spasmlog.journal.commands import Dose
from spasmlog.journal.quick_format import written
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_line import parse
from spasmlog.journal.quick_words import ENGLISH
from tests.build import TODAY, clock_time, moment, treatment

NOW = moment(0, "18:40")
KNOWN = Known(
    now=NOW,
    today=TODAY,
    catalogue=(treatment("Green knee cream"),),
    running="spasm-1",
    causes={"long drive": "factor-1"},
)
IDLE = replace(KNOWN, running="")


def back(length: timedelta) -> Moment:
    return NOW.plus(-length)


minutes = st.integers(1, 600).map(lambda n: timedelta(minutes=n))
backs = minutes.map(back)
clocks = st.datetimes(clock_time("2025-01-01 00:00"), clock_time("2026-06-30 00:00")).map(
    lambda at: at.replace(second=0, microsecond=0)
)
whens: st.SearchStrategy[Any] = st.none() | backs | clocks
notes = st.lists(st.text(st.characters(categories=("L", "N", "P")), min_size=1), max_size=3).map(
    " ".join
)
amounts = st.integers(5, 999_999).map(float) | st.integers(1, 99_999).map(lambda n: n / 1000)
names = st.sampled_from(list(ENGLISH.treatments))


@st.composite
def doses(draw: st.DrawFn) -> Dose:
    name = draw(names)
    dose = Dose(name=name.capitalize(), kind=ENGLISH.treatments[name])
    if dose.kind in MEDICINES:
        counted = st.sampled_from(["2 tablets", "1 patch", "3"]).map(
            lambda text: replace(dose, dose_text=text)
        )
        weighed = amounts.map(lambda mg: replace(dose, dose_mg=mg))
        return draw(st.just(dose) | weighed | counted)
    lasting = st.integers(0, 600).map(lambda n: replace(dose, minutes=n))
    return draw(st.just(dose) | lasting)


def maybe(values: Any) -> st.SearchStrategy[Any]:
    return st.none() | st.sampled_from(sorted(set(values)))


@st.composite
def times(draw: st.DrawFn) -> dict[str, Any]:
    onset, lasted = draw(clocks), draw(minutes)
    over = {"onset": onset, "end_unknown": True}
    ways: tuple[dict[str, Any], ...] = (
        {},
        over,
        over | {"onset_exact": OnsetExact.DAY, "onset": onset.replace(hour=12, minute=0)},
        {"onset": onset},
        {"onset": onset, "resolved": onset + min(lasted, timedelta(hours=23))},
        {"onset": onset, "lasted": lasted},
        {"onset": back(lasted)},
        {"onset": back(lasted), "lasted": lasted},
        {"onset": back(lasted), "lasted": draw(minutes)},
        {"onset": back(lasted), "end_unknown": True},
    )
    return dict(draw(st.sampled_from(ways)))


causes = st.frozensets(st.sampled_from([*ENGLISH.causes.values(), "factor-1"]))
spasms = st.builds(
    lambda when, fields: c.LogEpisode(**when, **fields),
    times(),
    st.fixed_dictionaries(
        {
            "peak": st.integers(1, 10).map(Nrs),
            "region": maybe(ENGLISH.places.values()),
            "side": maybe(ENGLISH.sides.values()),
            "spread": maybe(ENGLISH.spreads.values()),
            "exposures": causes,
            "note": notes,
            "doses": st.lists(doses(), max_size=2).map(tuple),
        }
    ),
)
pains = st.integers(0, 10).map(Nrs)
words = st.sampled_from([each for each in ReadingWord if each is not ReadingWord.GONE])
readings = st.builds(c.LogReading, pain=pains, at=whens, note=notes) | st.builds(
    c.LogReading, pain=st.none() | pains, word=words, at=whens, note=notes
)
no_spasm = st.builds(c.LogReading, word=st.just(ReadingWord.NO_SPASM), at=whens, note=notes)
uses = st.builds(c.LogUse, dose=doses(), note=notes) | st.builds(
    lambda dose, at: c.LogUse(dose=replace(dose, at=at)), doses(), whens
)
drinks = st.builds(c.LogDrink, volume_ml=st.integers(1, 5000), at=whens)
lengths = st.integers(1, 1440)
activities = st.builds(
    lambda kind, long, hard, at: c.LogActivity(
        kind=kind, minutes=long, intensity=hard, at=at or back(timedelta(minutes=long))
    ),
    st.sampled_from(sorted({kind for kind, _ in ENGLISH.activities.values()})),
    lengths,
    st.sampled_from(sorted(set(ENGLISH.intensities.values()))),
    whens,
)
stretches = st.builds(
    lambda long, group, routine, at: c.LogStretch(
        seconds=long, group=group, routine=routine, at=at or back(timedelta(seconds=long))
    ),
    st.integers(1, 9999),
    st.none() | st.sampled_from(["hamstrings", "lower back"]),
    notes,
    whens,
)
check_ins = st.builds(
    lambda day, answers: c.SaveCheckIn(day=day, answers=tuple(each for each in answers if each)),
    st.dates(date(2025, 1, 1), TODAY),
    st.tuples(
        st.none() | st.just(("worst", Nrs(0))),
        st.none() | st.integers(0, 48).map(lambda n: ("sleep_h", n / 2)),
        st.none() | st.booleans().map(lambda said: ("slept_badly", said)),
    ).filter(any),
)
ends = st.builds(c.EndEpisode, episode_id=st.just("spasm-1"), at=whens)
while_running = (
    readings.filter(lambda each: each.word is not ReadingWord.NO_SPASM)
    | uses
    | drinks
    | activities
    | stretches
    | ends
)
at_rest = uses | drinks | activities | stretches | check_ins | no_spasm


@given(while_running)
def test_a_line_means_the_command_that_it_was_written_for(command: c.Command) -> None:
    assert parse(written(command, KNOWN), KNOWN).command == command


@given(at_rest)
def test_a_line_means_the_same_while_no_spasm_runs(command: c.Command) -> None:
    assert parse(written(command, IDLE), IDLE).command == command


@given(spasms)
def test_a_line_means_the_spasm_that_it_was_written_for(command: c.LogEpisode) -> None:
    assert parse(written(command, IDLE), IDLE).command == command


@given(st.lists(uses.filter(lambda each: not each.note), min_size=2, max_size=3), whens, notes)
def test_several_at_one_time_are_one_line(listed: list[c.LogUse], at: Any, note: str) -> None:
    together = c.Together(
        commands=tuple(replace(each, dose=replace(each.dose, at=at), note=note) for each in listed)
    )

    assert parse(written(together, KNOWN), KNOWN).command == together


@given(spasms, st.integers(1, 5000))
def test_a_spasm_and_a_drink_are_one_line(spasm: c.LogEpisode, ml: int) -> None:
    exact = spasm.onset_exact is OnsetExact.MINUTE
    said = isinstance(spasm.onset, datetime) or spasm.end_unknown
    at = spasm.onset if exact and said else None
    together = c.Together(commands=(spasm, c.LogDrink(volume_ml=ml, at=at)))

    assert parse(written(together, IDLE), IDLE).command == together


def test_a_time_longer_ago_than_a_spasm_runs_is_a_time_that_is_over() -> None:
    command = c.LogDrink(volume_ml=250, at=back(timedelta(days=8)))

    assert written(command, KNOWN) == "250ml @-192h"
    assert parse("250ml @-192h", KNOWN).command == command


def test_a_spasm_without_a_strength_is_written_without_one() -> None:
    assert written(c.LogEpisode(region=Region.NECK), KNOWN) == "neck"


def test_what_no_line_can_say_is_not_written() -> None:
    with pytest.raises(ValueError, match="Delete"):
        written(c.Delete(record_id="1"), KNOWN)


BADLY, WELL, SLOW = "sleep badly @2026-06-30", "sleep 6h30m well", "stretch 1h // slow"
NOON = "7 @2026-06-30 12:00-12:00"
TOGETHER, HOT = "7 @2026-06-30 12:00 1ml", "1ml Heat // hot"
THEN = "1ml walk 30m light @2026-06-30 12:00"
AT_NOON = clock_time("2026-06-30 12:00")
HEAT = Dose(name="Heat", kind=TreatmentKind.HEAT)
PILL = Dose(name="Ibuprofen", kind=TreatmentKind.IBUPROFEN)
WALK = c.LogActivity(
    kind="walk", minutes=30, intensity=Intensity.LIGHT, at=back(timedelta(minutes=30))
)
OVER = c.LogEpisode(
    peak=Nrs(7),
    region=Region.NECK,
    side=Side.LEFT,
    spread=Spread.ARM,
    onset=back(timedelta(minutes=20)),
    end_unknown=True,
    exposures=frozenset({"stress"}),
    doses=(HEAT,),
)
LASTED = c.LogEpisode(peak=Nrs(7), onset=back(timedelta(minutes=20)), lasted=timedelta(minutes=20))
OVER_ON_A_DAY = c.LogEpisode(peak=Nrs(7), onset=AT_NOON, end_unknown=True)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (c.LogReading(pain=Nrs(5)), "p 5"),
        (c.LogReading(word=ReadingWord.SOME), "some"),
        (c.LogReading(word=ReadingWord.NO_SPASM), "n"),
        (
            c.LogEpisode(peak=Nrs(7), onset=clock_time("2026-07-01 14:30")),
            "7 since @2026-07-01 14:30",
        ),
        (c.LogEpisode(peak=Nrs(7)), "7"),
        (c.SaveCheckIn(day=TODAY, answers=(("worst", Nrs(0)),)), "clear"),
        (c.SaveCheckIn(day=date(2026, 6, 30), answers=(("slept_badly", True),)), BADLY),
        (c.SaveCheckIn(day=TODAY, answers=(("sleep_h", 6.5), ("slept_badly", False))), WELL),
        (c.LogDrink(volume_ml=250), "250ml"),
        (c.LogDrink(volume_ml=250, at=back(timedelta(minutes=20))), "250ml 20m"),
        (c.LogDrink(volume_ml=250, at=clock_time("2026-07-01 09:00")), "250ml @2026-07-01 09:00"),
        (WALK, "walk 30m light"),
        (replace(WALK, at=clock_time("2026-07-01 09:00")), "walk 30m light @2026-07-01 09:00"),
        (
            c.LogStretch(seconds=45, group="legs", at=back(timedelta(seconds=45))),
            "stretch legs 45s",
        ),
        (c.LogStretch(seconds=3600, routine="slow", at=back(timedelta(hours=1))), SLOW),
        (c.EndEpisode(episode_id="spasm-1"), "e"),
        (c.LogUse(dose=HEAT), "Heat"),
        (c.LogUse(dose=replace(HEAT, minutes=20)), "Heat 20m"),
        (c.LogUse(dose=PILL), "Ibuprofen"),
        (c.LogUse(dose=replace(PILL, dose_mg=400.0)), "Ibuprofen 400.0 mg"),
        (c.LogUse(dose=replace(PILL, dose_text="2 tablets")), "Ibuprofen 2 tablets"),
        (OVER, "7 neck left to arm @-20m stress Heat"),
        (c.LogEpisode(peak=Nrs(7), onset=back(timedelta(minutes=20))), "7 20m"),
        (replace(LASTED, onset=back(timedelta(hours=1))), "7 1h for 20m"),
        (LASTED, "7 for 20m"),
        (replace(OVER_ON_A_DAY, onset_exact=OnsetExact.DAY), "7 @2026-06-30"),
        (replace(OVER_ON_A_DAY, end_unknown=False, resolved=AT_NOON), NOON),
        (c.Together(commands=(OVER_ON_A_DAY, c.LogDrink(volume_ml=1, at=AT_NOON))), TOGETHER),
        (c.Together(commands=(c.LogDrink(volume_ml=1), c.LogUse(dose=HEAT, note="hot"))), HOT),
        (c.Together(commands=(c.LogDrink(volume_ml=1, at=AT_NOON), WALK)), THEN),
    ],
)
def test_a_line_says_no_more_than_it_has_to(command: c.Command, line: str) -> None:
    assert written(command, IDLE) == line
