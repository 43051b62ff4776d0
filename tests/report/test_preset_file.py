"""Choices of sections of one's own: what a name may be, and a file that is whole or as it was."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spasmlog.errors import InvalidEntry, NotSaved
from spasmlog.report.preset_file import (
    FILE_NAME,
    LONGEST,
    MOST,
    SET_ASIDE,
    OwnPreset,
    added,
    checked,
    key_of,
    offered,
    read,
    renamed,
    sections_of,
    without,
    write,
)
from spasmlog.report.sections import ALWAYS, Preset, Section
from tests.strategies import texts

OWN = OwnPreset(name="Dr Example", sections=frozenset({Section.SIGNALS, Section.SPASMS}))
OTHER = OwnPreset(name="Pain clinic", sections=frozenset(Section))


def put(folder: Path, content: object) -> Path:
    (folder / FILE_NAME).write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_what_is_written_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "new"

    write(folder, (OWN, OTHER))

    assert read(folder) == (OWN, OTHER)
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]


def test_without_a_file_there_are_none(tmp_path: Path) -> None:
    assert read(tmp_path) == ()


def test_a_damaged_file_is_kept_beside_what_is_written_next(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('[{"name": "Pain cli')
    write(tmp_path, (OWN,))

    assert read(tmp_path) == (OWN,)
    assert (tmp_path / SET_ASIDE).read_text() == '[{"name": "Pain cli'
    write(tmp_path, (OTHER,))
    assert read(tmp_path) == (OTHER,)


@pytest.mark.parametrize("damaged", ["", "{", "{}", "null", "7", "[" * 100_000, "\0"])
def test_a_damaged_file_is_read_as_none(tmp_path: Path, damaged: str) -> None:
    (tmp_path / FILE_NAME).write_text(damaged)

    assert read(tmp_path) == ()


@given(entries=st.lists(st.one_of(st.integers(), texts, st.dictionaries(texts, texts)), max_size=4))
def test_no_entry_that_makes_no_sense_is_read(
    tmp_path_factory: pytest.TempPathFactory, entries: list[object]
) -> None:
    folder = put(tmp_path_factory.mktemp("config"), entries)

    assert read(folder) == ()


def test_what_makes_no_sense_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    good = {"name": "Dr Example", "sections": ["spasms", "horoscope", 7]}
    nonsense = [{"name": 3, "sections": []}, {"name": "None"}, {"name": "", "sections": []}]

    put(tmp_path, [*nonsense, good, {"name": "dr EXAMPLE", "sections": []}])

    assert read(tmp_path) == (OWN,)


def test_no_more_are_read_than_there_may_be(tmp_path: Path) -> None:
    put(tmp_path, [{"name": f"Number {at}", "sections": []} for at in range(MOST + 5)])

    assert len(read(tmp_path)) == MOST
    assert read(tmp_path)[0].sections == ALWAYS


def test_a_folder_that_takes_nothing_is_refused_in_a_sentence(tmp_path: Path) -> None:
    blocked = tmp_path / "config"
    blocked.write_text("a file")

    with pytest.raises(NotSaved, match=r"Your choices could not be saved: .+\."):
        write(blocked, (OWN,))


def test_a_name_is_kept_without_needless_spaces() -> None:
    (made,) = added((), "  My   own ", OWN.sections)

    assert made == OwnPreset(name="My own", sections=OWN.sections)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "needs a name"),
        ("  ", "needs a name"),
        ("x" * (LONGEST + 1), "at most 40 letters"),
        ("a\u202eb", "can be seen"),
        ("dr example", "of that name already"),
        ("GP", "of that name already"),
        ("Family  doctor", "of that name already"),
    ],
)
def test_a_name_that_cannot_be_is_refused(typed: str, why: str) -> None:
    with pytest.raises(InvalidEntry, match=why):
        checked(typed, (OWN,))


def test_there_is_an_end_to_them() -> None:
    many = tuple(OwnPreset(name=f"Number {at}", sections=ALWAYS) for at in range(MOST))

    with pytest.raises(InvalidEntry, match="that is the most"):
        added(many, "One more", ALWAYS)


def test_one_is_given_another_name_or_only_other_capitals() -> None:
    both = (OWN, OTHER)

    assert [each.name for each in renamed(both, "Dr Example", "DR EXAMPLE")] == [
        "DR EXAMPLE",
        "Pain clinic",
    ]
    with pytest.raises(InvalidEntry):
        renamed(both, "Dr Example", "pain clinic")


def test_one_is_taken_out() -> None:
    assert without((OWN, OTHER), "Dr Example") == (OTHER,)


@pytest.mark.parametrize("name", ["gp", "GP", "Family doctor", " family  doctor "])
def test_a_ready_choice_is_known_by_its_word_and_by_its_name(name: str) -> None:
    assert sections_of(name, ()) == Preset.GP.sections


def test_ones_own_choice_is_known_by_its_name() -> None:
    assert sections_of("dr example", (OTHER, OWN)) == OWN.sections


def test_the_ready_choices_are_offered_before_ones_own() -> None:
    every = offered((OWN,))

    assert [each.key for each in every] == [*Preset, key_of("Dr Example")]
    assert every[0].label == "Family doctor"
    assert (every[-1].label, every[-1].own) == ("Dr Example", True)
    assert every[-1].sections == OWN.sections


def test_an_unknown_choice_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(InvalidEntry) as refused:
        sections_of("horoscope", (OWN,))

    assert str(refused.value) == (
        "There is no choice of sections named horoscope. "
        "There are: gp, physio, specialist, why, everything and Dr Example."
    )
