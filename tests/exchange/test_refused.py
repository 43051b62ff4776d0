"""What is no journal, or not a whole one, is refused in one sentence that names the record."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.codec import COLLECTIONS, to_plain
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Record
from spasmlog.errors import ImportRefused
from spasmlog.exchange.native import dump, load
from tests import build
from tests.exchange.files import WRONG, Plain, file_of, journal
from tests.strategies import texts


def refusal(file: Any) -> ImportRefused:
    text = file if isinstance(file, str) else json.dumps(file)
    with pytest.raises(ImportRefused) as refused:
        load(text)
    assert refused.value.sentence.endswith(".")
    assert refused.value.next_step.endswith(".")
    assert "\n" not in refused.value.sentence
    assert len(refused.value.sentence) < 250
    return refused.value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1, column 1"),
        ("\ufeff{}", "line 1, column 1"),
        ("{", "line 1, column 2"),
        ("not json", "line 1, column 1"),
        ("[" * 100_000, "nested too deeply"),
        ('{"a":' * 100_000, "nested too deeply"),
        ("1" * 5000, "too large"),
        ("NaN", "NaN is not a number"),
        ('{"a": -Infinity}', "-Infinity is not a number"),
        ('{"a": 1, "a": 2}', "'a' stands twice"),
        ("null", "does not hold a SpasmLog journal"),
        ("[]", "does not hold a SpasmLog journal"),
        ('"text"', "does not hold a SpasmLog journal"),
        ("{}", "does not hold a SpasmLog journal"),
        ('{"schema_version": true}', "does not hold a SpasmLog journal"),
        ('{"schema_version": "1"}', "does not hold a SpasmLog journal"),
        ('{"schema_version": 0}', "does not hold a SpasmLog journal"),
        ('{"schema_version": 1.0}', "does not hold a SpasmLog journal"),
        ('{"schema_version": 2}', "newer version"),
        ('{"schema_version": 1}', "'profile', 'records'"),
        ('{"schema_version": 1, "profile": null, "records": []}', "does not hold a SpasmLog"),
    ],
)
def test_what_is_no_journal_is_refused(text: str, said: str) -> None:
    assert said in refusal(text).sentence


def test_a_newer_file_is_refused_even_if_all_else_is_different() -> None:
    file = {"schema_version": 7, "persons": [], "profile": 5}

    assert refusal(file).next_step.startswith("Install that version")


def test_an_unknown_collection_is_refused() -> None:
    file = file_of()
    file["records"]["moods"] = []

    assert refusal(file).sentence == "Missing or not known: 'moods'."


def test_a_missing_collection_is_refused() -> None:
    file = file_of()
    del file["records"]["drinks"]

    assert refusal(file).sentence == "Missing or not known: 'drinks'."


def test_a_collection_that_is_no_list_is_refused() -> None:
    file = file_of()
    file["records"]["drinks"] = {}

    assert refusal(file).sentence == "drinks is not a list."


@pytest.mark.parametrize(
    ("collection", "changes", "said"), [each[1:] for each in WRONG], ids=[each[0] for each in WRONG]
)
def test_the_record_that_is_wrong_is_named(collection: str, changes: Plain, said: str) -> None:
    file = file_of(*journal())
    listed = file["records"][collection]
    listed[0] |= changes

    sentence = refusal(file).sentence

    assert sentence.startswith(f"{collection} 1: ")
    assert said in sentence


@pytest.mark.parametrize("entry", [None, [], 7, "text"])
def test_an_entry_that_is_no_record_is_refused(entry: Any) -> None:
    file = file_of()
    file["records"]["drinks"] = [to_plain(build.drink()), entry]

    assert refusal(file).sentence == "drinks 2: A record is a set of named fields."


@pytest.mark.parametrize("profile", [[], 7, {}])
def test_a_profile_that_is_none_is_refused(profile: Any) -> None:
    assert refusal(file_of() | {"profile": profile}).sentence.startswith("profile: ")


def test_a_link_to_another_kind_of_record_is_refused() -> None:
    drink = build.drink()
    file = file_of(drink, build.reading(episode_id=drink.id))

    assert refusal(file).sentence == "readings 1: What it is linked to is not in the file."


def test_two_records_with_one_id_are_refused() -> None:
    file = file_of(build.drink(id="one"), build.activity(id="two"))
    file["records"]["activities"][0]["id"] = "one"

    assert refusal(file).sentence == "activities 1: Another entry has the same id."


def test_the_profile_has_an_id_of_its_own() -> None:
    file = file_of(build.drink(id="one"), build.profile(id="two"))
    file["profile"]["id"] = "one"

    assert refusal(file).sentence == "profile: Another entry has the same id."


def test_two_check_ins_for_a_day_are_refused() -> None:
    file = file_of(build.check_in(1), build.check_in(0), build.check_in(0))

    assert refusal(file).sentence == "check_ins 3: That day has a check-in already."


def test_two_running_spasms_are_refused() -> None:
    file = file_of(build.running(1), build.episode(0, hours=1), build.running(0))

    assert refusal(file).sentence == "episodes 3: Another spasm is running already."


def test_an_end_on_the_other_side_of_the_world_keeps_the_day_of_its_beginning() -> None:
    onset = build.moment(0, "12:00", "Pacific/Kiritimati")
    end = Moment.of(onset.utc + timedelta(minutes=90), "Pacific/Pago_Pago")
    spasm = build.episode(
        onset=onset, day=onset.diary_day(), resolved=end, resolved_day=onset.diary_day()
    )

    assert (onset.diary_day() - end.diary_day()).days == 1
    assert load(dump(build.diary(spasm))) == (spasm,)


JSON: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=10,
)


@given(st.text(st.sampled_from('{}[]",:0123456789.eE-+ntfalsu \n\\u"schema_version')) | texts)
def test_any_text_is_read_or_refused(text: str) -> None:
    with pytest.raises(ImportRefused):
        load(text)


@given(JSON, st.sampled_from(["", "schema_version", "profile", "records"]), st.data())
def test_any_json_in_any_place_is_read_or_refused(odd: Any, top: str, data: st.DataObject) -> None:
    file: Any = file_of(*journal())
    if top == "":
        file = odd
    elif top == "records":
        name = data.draw(st.sampled_from(sorted(COLLECTIONS)))
        _put(file["records"], name, odd, data)
    else:
        file[top] = odd
    try:
        records = load(json.dumps(file))
    except ImportRefused:
        return
    assert all(isinstance(each, Record) for each in records)


def _put(records: Plain, name: str, odd: Any, data: st.DataObject) -> None:
    """In place of the collection, of its first record, or of a field of that."""
    depth = data.draw(st.integers(0, 2))
    listed = records[name]
    if depth == 0 or not listed:
        records[name] = odd
    elif depth == 1:
        listed[0] = odd
    else:
        listed[0][data.draw(st.sampled_from(sorted(listed[0])))] = odd
