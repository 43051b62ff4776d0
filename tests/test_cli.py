"""The command line within this process: what is printed where, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from spasmlog.cli import main


def ran(*words: str) -> int:
    return main(list(words))


def test_a_demo_is_made_assessed_charted_and_exported(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    picture, copy = tmp_path / "pain.svg", tmp_path / "copy.json"

    assert ran("demo", "--years", "0.3", "--seed", "1") == 0
    assert ran("demo") == 1  # it has entries
    assert capsys.readouterr().err == (
        "spasmlog: This journal has entries already. A demo fills an empty journal: name another "
        "with --journal, or let --replace empty this one first.\n"
    )
    assert ran("assess", "--format", "json") == 0
    assert len(json.loads(capsys.readouterr().out)["rules"]) == 21
    assert ran("chart", "pain_trend", str(picture)) == 0
    assert picture.read_bytes().startswith(b"<?xml")
    assert ran("export", str(copy)) == 0
    assert json.loads(copy.read_text(encoding="utf-8"))["schema_version"] == 1
    assert ran("check") == 0


def test_charts_and_rules_are_named_without_a_journal(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran("chart", "--list") == 0
    assert len(capsys.readouterr().out.splitlines()) >= 10
    assert ran("assess", "--explain", "R10") == 0
    assert "R10" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("chart", "nothing", "x.svg"),
        ("assess", "--explain", "R99"),
        ("demo", "--years", "0"),
        ("log", ""),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(
    home: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert ran(*words) == 1
    assert capsys.readouterr().err.startswith("spasmlog: ")
