"""Records as plain values and back: nothing lost, nothing guessed."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain import codec
from spasmlog.domain.codec import KIND_NAMES, KINDS, from_plain, to_plain
from spasmlog.domain.records import (
    CheckIn,
    Course,
    Drink,
    Episode,
    Profile,
    Reading,
    Record,
    Score,
    Treatment,
)
from spasmlog.domain.scales import Nrs, Sign
from spasmlog.errors import InvalidEntry
from tests import build
from tests.strategies import any_record, record_of, texts

Plain = dict[str, Any]


def episode_plain(**changes: Any) -> Plain:
    return to_plain(build.episode(hours=2)) | changes


def check_in_plain(**changes: Any) -> Plain:
    return to_plain(build.check_in()) | changes


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_every_kind_has_a_strategy_and_comes_back_whole(kind: type[Record]) -> None:
    @given(record_of(kind))
    def comes_back(record: Record) -> None:
        assert from_plain(kind, to_plain(record)) == record

    comes_back()


@given(any_record())
def test_a_record_comes_back_whole_through_json(record: Record) -> None:
    plain = json.loads(json.dumps(to_plain(record)))

    assert from_plain(type(record), plain) == record


@given(any_record())
def test_writing_is_settled_after_one_reading(record: Record) -> None:
    plain = to_plain(record)

    assert to_plain(from_plain(type(record), plain)) == plain


def test_every_kind_has_one_name() -> None:
    assert set(KIND_NAMES) == set(KINDS.values())
    assert len(KINDS) == 16


def test_a_moment_is_written_with_its_zone_and_offset() -> None:
    plain = to_plain(build.drink(clock="11:30"))

    assert plain["at"] == {
        "utc": "2026-07-01T09:30:00Z",
        "zone": "Europe/Berlin",
        "offset_min": 120,
    }


def test_when_it_was_typed_is_written_with_microseconds() -> None:
    typed = build.moment().plus(timedelta(microseconds=7))

    plain = to_plain(build.drink(recorded_at=typed))

    assert plain["recorded_at"]["utc"] == "2026-07-01T07:00:00.000007Z"


def test_sets_and_maps_are_written_sorted() -> None:
    profile = build.profile(risks=frozenset({"steroids", "cancer", "fall"}))
    spasm = build.episode(areas=(("back-lower-left", Nrs(6)), ("back-mid-left", Nrs(2))))

    assert to_plain(profile)["risks"] == ["cancer", "fall", "steroids"]
    assert to_plain(spasm)["areas"] == {"back-lower-left": 6, "back-mid-left": 2}


@pytest.mark.parametrize(("hours", "written"), [(7.0, 7), (7.5, 7.5), (7, 7)])
def test_a_whole_number_of_hours_is_written_without_a_fraction(
    hours: float, written: float
) -> None:
    plain = to_plain(build.check_in(sleep_h=hours))

    assert repr(plain["sleep_h"]) == repr(written)


def test_the_order_of_names_in_a_file_does_not_matter() -> None:
    plain = to_plain(build.check_in(exposures=(("heavy_load", True), ("stress", False))))
    turned = plain | {"exposures": dict(reversed(plain["exposures"].items()))}

    assert from_plain(CheckIn, turned) == from_plain(CheckIn, plain)


def moment_plain(**changes: Any) -> Plain:
    return {"utc": "2026-07-01T07:00:00Z", "zone": "Europe/Berlin", "offset_min": 120} | changes


WRONG: list[tuple[str, type[Record], Plain]] = [
    ("an unknown field", CheckIn, check_in_plain(mood=3)),
    ("a field that may not be unknown", CheckIn, check_in_plain(day=None)),
    ("a text for a number", CheckIn, check_in_plain(worst="3")),
    ("a fraction for a whole number", CheckIn, check_in_plain(worst=3.0)),
    ("true for a whole number", CheckIn, check_in_plain(worst=True)),
    ("true for an amount", CheckIn, check_in_plain(fluids_ml=True)),
    ("true for hours", CheckIn, check_in_plain(sleep_h=True)),
    ("a text for hours", CheckIn, check_in_plain(sleep_h="7")),
    ("hours that are no number", CheckIn, check_in_plain(sleep_h=float("nan"))),
    ("endless hours", CheckIn, check_in_plain(sleep_h=float("inf"))),
    ("hours too large for any number", CheckIn, check_in_plain(sleep_h=10**400)),
    ("one for true", CheckIn, check_in_plain(copied=1)),
    ("a pain of 11", CheckIn, check_in_plain(worst=11)),
    ("a pain of -1", CheckIn, check_in_plain(worst=-1)),
    ("an unknown word", CheckIn, check_in_plain(limited="rather")),
    ("a number for a word", CheckIn, check_in_plain(limited=1)),
    ("a list for a word", CheckIn, check_in_plain(limited=["no"])),
    ("a number for a text", CheckIn, check_in_plain(note=5)),
    ("half a character", CheckIn, check_in_plain(note="\ud83d")),
    ("half a character in an id", CheckIn, check_in_plain(id="\udc00")),
    ("an id that is empty", CheckIn, check_in_plain(id="")),
    ("a list for a map", CheckIn, check_in_plain(exposures=[["stress", True]])),
    ("a number in a map of flags", CheckIn, check_in_plain(exposures={"stress": 1})),
    ("no date", CheckIn, check_in_plain(day="yesterday")),
    ("a day that February lacks", CheckIn, check_in_plain(day="2026-02-30")),
    ("a date without dashes", CheckIn, check_in_plain(day="20260701")),
    ("a date by weeks", CheckIn, check_in_plain(day="2026-W27-3")),
    ("a date with a time", CheckIn, check_in_plain(day="2026-07-01T00:00:00")),
    ("a number for a date", CheckIn, check_in_plain(day=20260701)),
    ("a text for a moment", Episode, episode_plain(onset="2026-07-01T07:00:00Z")),
    ("a moment without its zone", Episode, episode_plain(onset={"utc": "2026-07-01T07:00:00Z"})),
    ("a time without Z", Episode, episode_plain(onset=moment_plain(utc="2026-07-01T07:00:00"))),
    (
        "a time with an offset",
        Episode,
        episode_plain(onset=moment_plain(utc="2026-07-01T07:00:00+02:00")),
    ),
    ("a time by a comma", Episode, episode_plain(onset=moment_plain(utc="2026-07-01T07:00:00,5Z"))),
    ("a time without dashes", Episode, episode_plain(onset=moment_plain(utc="20260701T070000Z"))),
    ("a day for a time", Episode, episode_plain(onset=moment_plain(utc="2026-07-01Z"))),
    ("an hour of 25", Episode, episode_plain(onset=moment_plain(utc="2026-07-01T25:00:00Z"))),
    (
        "part of a second",
        Episode,
        episode_plain(onset=moment_plain(utc="2026-07-01T07:00:00.500000Z")),
    ),
    ("whole seconds of typing", Episode, episode_plain(recorded_at=moment_plain())),
    (
        "digits of another script",
        Episode,
        episode_plain(onset=moment_plain(utc="٢٠٢٦-07-01T07:00:00Z")),
    ),
    ("a number for a time", Episode, episode_plain(onset=moment_plain(utc=17))),
    ("a zone that is no text", Episode, episode_plain(onset=moment_plain(zone=1))),
    ("an empty zone", Episode, episode_plain(onset=moment_plain(zone=""))),
    ("an offset of 30 hours", Episode, episode_plain(onset=moment_plain(offset_min=1800))),
    ("an offset of half a minute", Episode, episode_plain(onset=moment_plain(offset_min=0.5))),
    ("the year 1", Episode, episode_plain(onset=moment_plain(utc="0001-01-01T00:00:00Z"))),
    ("the end of days", Episode, episode_plain(onset=moment_plain(utc="9999-12-31T23:59:59Z"))),
    ("a place off the map", Episode, episode_plain(areas={"tail": 3})),
    ("an unknown movement", Episode, episode_plain(movements={"dance": "worse"})),
    ("an exposure twice", Episode, episode_plain(exposures=["stress", "stress"])),
    ("a text for a set", Episode, episode_plain(exposures="stress")),
    ("a number in a set", Episode, episode_plain(exposures=[1])),
    ("a dose of -3", Treatment, to_plain(build.treatment()) | {"usual_dose_mg": -3}),
    (
        "an unknown sign",
        KINDS["answers"],
        to_plain(build.answer(0, Sign.FEVER)) | {"sign": "hiccups"},
    ),
    ("a course that ends first", Course, to_plain(build.course(5, 1)) | {"last_day": "2020-01-01"}),
    ("a drink of nothing", Drink, to_plain(build.drink()) | {"volume_ml": 0}),
    ("a reading of nothing", Reading, to_plain(build.reading()) | {"pain": None}),
    ("a birth in 1700", Profile, to_plain(build.profile()) | {"birth_year": 1700}),
]


@pytest.mark.parametrize(("kind", "plain"), [each[1:] for each in WRONG], ids=[w[0] for w in WRONG])
def test_what_does_not_fit_is_refused(kind: type[Record], plain: Plain) -> None:
    with pytest.raises(InvalidEntry) as refused:
        from_plain(kind, plain)

    assert refused.value.sentence.endswith(".")


@pytest.mark.parametrize("kind", KINDS.values(), ids=str)
def test_a_missing_field_is_refused_by_its_name(kind: type[Record]) -> None:
    with pytest.raises(InvalidEntry, match="recorded_at"):
        from_plain(kind, {name: None for name in codec.forms(kind) if name != "recorded_at"})


@pytest.mark.parametrize("plain", [None, [], "text", 7])
def test_a_record_is_a_set_of_named_fields(plain: Any) -> None:
    with pytest.raises(InvalidEntry, match="named fields"):
        from_plain(CheckIn, plain)


def test_the_values_shown_in_a_refusal_are_cut_short() -> None:
    with pytest.raises(InvalidEntry) as refused:
        from_plain(CheckIn, check_in_plain(worst="7" * 5000))

    assert len(refused.value.sentence) < 120


def test_the_names_shown_in_a_refusal_are_cut_short() -> None:
    with pytest.raises(InvalidEntry) as refused:
        from_plain(CheckIn, {"x" * 5000: 1})

    assert len(refused.value.sentence) < 160


@given(st.sampled_from(sorted(KINDS)), st.data())
def test_any_other_value_in_a_field_is_read_or_refused(name: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    plain = to_plain(data.draw(record_of(kind)))
    field = data.draw(st.sampled_from(sorted(plain)))
    odd = data.draw(JSON)
    try:
        record = from_plain(kind, plain | {field: odd})
    except InvalidEntry:
        return
    assert json.dumps(to_plain(record)[field], sort_keys=True) == json.dumps(
        odd, sort_keys=True
    ) or (odd == to_plain(record)[field])


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


def test_optional_fields_are_those_that_may_be_unknown() -> None:
    assert codec.optional(Score) == frozenset()
    assert "peak" in codec.optional(Episode)
    assert "day" not in codec.optional(Episode)


def test_what_a_field_is_stored_as_is_known() -> None:
    stored = {name: form.stored for name, form in codec.forms(Episode).items()}
    writes: Callable[[Any], Any] = codec.forms(Episode)["day"].write

    assert stored["onset"] == stored["recorded_at"] == "moment"
    assert stored["areas"] == stored["exposures"] == "json"
    assert stored["peak"] == "plain"
    assert writes(build.day()) == "2026-07-01"
