"""The journal's own file: lossless, the same for the same journal, and never half read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.domain.codec import COLLECTIONS
from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import CheckIn, Record
from spasmlog.errors import ImportRefused
from spasmlog.exchange.native import SCHEMA_VERSION, dump, load, load_file
from spasmlog.journal.made_up import made_up_person
from tests import build
from tests.exchange.files import Plain, file_of, journal
from tests.strategies import journals

NOW = Moment.of(datetime(2026, 7, 1, 12, 30, tzinfo=UTC), "Europe/Berlin")
LONG_NOTE = ("לילה רע، ليلة سيئة 😖🧊 e\u0301 \u202eback\u202c \u200d\u0000\t\n" * 400)[:10_000]


@cache
def made_up() -> tuple[Record, ...]:
    return made_up_person(NOW, 1, 11, "Europe/Berlin", running=True)


def by_id(records: Iterable[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.id)


@given(journals())
def test_a_journal_comes_back_whole(records: tuple[Record, ...]) -> None:
    assert by_id(load(dump(build.diary(*records)))) == by_id(records)


def test_the_made_up_person_comes_back_whole() -> None:
    diary = Diary.of(NOW.diary_day(), made_up())

    again = Diary.of(NOW.diary_day(), load(dump(diary)))

    assert again == diary


@given(journals(), st.randoms(use_true_random=False))
def test_equal_journals_give_equal_files(records: tuple[Record, ...], random: Any) -> None:
    mixed = list(records)
    random.shuffle(mixed)
    text = dump(build.diary(*records))

    assert dump(build.diary(*mixed)) == text
    assert dump(build.diary(*load(text))) == text


def test_an_empty_journal_has_every_collection() -> None:
    file = file_of()

    assert file["schema_version"] == SCHEMA_VERSION == 1
    assert file["profile"] is None
    assert file["records"] == {name: [] for name in COLLECTIONS}
    assert load(json.dumps(file)) == ()


def test_a_file_has_one_record_a_line_by_id_and_ends_its_last_line() -> None:
    text = dump(build.diary(*(build.drink(ago, id=name) for ago, name in ((1, "b"), (2, "a")))))
    drinks = [json.loads(line.rstrip(",")) for line in text.split("\n") if '"volume_ml"' in line]

    assert [each["id"] for each in drinks] == ["a", "b"]
    assert text.endswith("}\n")


def test_names_are_in_order_throughout() -> None:
    def in_order(pairs: list[tuple[str, Any]]) -> Plain:
        assert [name for name, _value in pairs] == sorted(name for name, _value in pairs)
        return dict(pairs)

    json.loads(dump(build.diary(*journal())), object_pairs_hook=in_order)


def test_a_moment_looks_as_other_programs_expect_it() -> None:
    (drink,) = file_of(build.drink(clock="11:30"))["records"]["drinks"]

    assert drink["at"] == {
        "utc": "2026-07-01T09:30:00Z",
        "zone": "Europe/Berlin",
        "offset_min": 120,
    }
    assert drink["day"] == "2026-07-01"


def test_what_is_unknown_is_null() -> None:
    (check_in,) = file_of(build.check_in(worst=None))["records"]["check_ins"]

    assert check_in["worst"] is None
    assert check_in["sleep_h"] is None


def test_a_long_note_in_any_script_is_kept_whole() -> None:
    (check_in,) = load(dump(build.diary(build.check_in(note=LONG_NOTE))))

    assert isinstance(check_in, CheckIn)
    assert len(check_in.note) == 10_000
    assert check_in.note == LONG_NOTE


def test_only_a_whole_diary_is_written() -> None:
    drink = build.drink()
    cut = build.diary(drink).as_of(build.day(3))
    compact = Diary.of(build.TODAY, (), [Earlier(day=build.day(500))], full_from=build.day(400))

    for partial in (cut, compact):
        with pytest.raises(ValueError, match="all records"):
            dump(partial)


def test_progress_is_told_now_and_then_and_at_the_end() -> None:
    told: list[tuple[int, int]] = []
    records = made_up()
    diary = Diary.of(NOW.diary_day(), records)

    text = dump(diary, lambda done, total: told.append((done, total)))
    written = len(records) - 1  # the profile is no record of a collection

    assert told[0] == (1000, written)
    assert told[-1] == (written, written)

    told.clear()
    load(text, lambda done, total: told.append((done, total)))

    assert told[0] == (1000, len(records))
    assert told[-1] == (len(records), len(records))


def test_a_file_is_read_from_its_path(tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    file.write_text(dump(build.diary(*journal())), encoding="utf-8")
    before = file.read_bytes()

    assert by_id(load_file(file)) == by_id(load_file(str(file)))
    assert file.read_bytes() == before


def test_a_file_that_another_editor_saved_with_its_mark_is_read(tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    file.write_text(dump(build.diary(build.drink())), encoding="utf-8-sig")

    assert len(load_file(file)) == 1


def test_a_picture_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "journal.json"
    file.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")

    with pytest.raises(ImportRefused, match="not a text file"):
        load_file(file)
    assert file.read_bytes() == b"\xff\xd8\xff\xe0\x00\x10JFIF"


@pytest.mark.parametrize("name", ["", "missing.json", "no\0name"])
def test_a_path_that_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(ImportRefused) as refused:
        load_file(f"{tmp_path}/{name}")

    assert "cannot be read: " in refused.value.sentence
    assert refused.value.next_step == "Check its name and place."
