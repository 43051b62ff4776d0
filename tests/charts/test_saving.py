"""Charts as bytes and files: the same bytes each time, a whole file or none."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NoReturn

import pytest

from spasmlog.charts import CHARTS, draw_to_file
from spasmlog.charts.saving import pdf, png, save, svg
from spasmlog.charts.style import Style
from spasmlog.errors import InvalidEntry, NotSaved
from tests.build import TODAY
from tests.charts.scenes import MARKS, back, person, steady

ROOT = Path(__file__).parents[2]
DRAW = """
import hashlib, sys
from spasmlog.charts import CHARTS
from spasmlog.charts.style import Style
from tests.build import TODAY
from tests.charts.scenes import MARKS, back, person
for style in (Style.light(700), Style.print(7)):
    figure = CHARTS["overview"].draw(person(0.5), back(90), TODAY, style, MARKS)
    from spasmlog.charts.saving import pdf, png, svg
    print([hashlib.sha256(kind(figure)).hexdigest() for kind in (svg, png, pdf)])
print([name for name in sys.modules if name in ("matplotlib.pyplot", "PySide6", "tkinter")])
"""


def run(source: str, **environment: str) -> str:
    """What a program of its own prints; anything on stderr fails."""
    command = [sys.executable, "-W", "error", "-c", source]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout


def test_equal_charts_are_equal_bytes_and_pyplot_is_never_loaded() -> None:
    first, second = (run(DRAW, PYTHONHASHSEED=seed) for seed in ("1", "2"))

    assert first == second
    assert first.splitlines()[2] == "[]"


def test_names_sentences_and_tables_come_without_matplotlib() -> None:
    source = """
import sys
from spasmlog.charts import CHARTS, tip
from tests.build import TODAY, diary
print([name for name in ("matplotlib", "numpy", "scipy") if name in sys.modules])
for chart in CHARTS.values():
    chart.describe(diary(), TODAY, TODAY), chart.table(diary(), TODAY, TODAY)
tip(diary(), TODAY)
print("matplotlib" in sys.modules)
"""
    assert run(source) == "[]\nFalse\n"


def test_an_svg_is_sound_and_each_of_its_names_is_given_once() -> None:
    drawn = svg(CHARTS["overview"].draw(person(1), back(90), TODAY, Style.light(900), MARKS))
    names = re.findall(rb'\bid="([^"]+)"', drawn)
    used = set(re.findall(rb'(?:href="|url\()#([^")]+)', drawn))

    assert ET.fromstring(drawn).tag.endswith("svg")
    assert len(names) == len(set(names))
    assert used <= set(names)
    assert {b"mean", b"worst", b"zero", b"no-entry"} <= set(names)
    assert b"<text" not in drawn
    assert b"<image" not in drawn


def test_each_kind_of_file_begins_as_it_should(tmp_path: Path) -> None:
    figure = CHARTS["drinks"].draw(person(1), back(90), TODAY, Style.light(600))
    begins = {".svg": b"<?xml", ".png": b"\x89PNG", ".PDF": b"%PDF"}

    for suffix, begin in begins.items():
        path = tmp_path / f"chart{suffix}"
        save(figure, path)
        assert path.read_bytes().startswith(begin)
    assert sorted(each.suffix for each in tmp_path.glob("chart*")) == [".PDF", ".png", ".svg"]


def test_saving_and_keeping_bytes_are_the_same(tmp_path: Path) -> None:
    figure = CHARTS["pain_trend"].draw(steady(30, 4), back(30), TODAY, Style.light(600))
    for suffix, kind in {".svg": svg, ".png": png, ".pdf": pdf}.items():
        save(figure, tmp_path / f"a{suffix}")
        assert (tmp_path / f"a{suffix}").read_bytes() == kind(figure)


def test_a_chart_is_drawn_into_a_file_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "trend.svg"
    draw_to_file(CHARTS["pain_trend"], steady(30, 4), back(30), TODAY, path, MARKS)

    assert b'id="signal"' in path.read_bytes()


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidEntry, match=r"\.svg, \.png, \.pdf"):
        draw_to_file(CHARTS["drinks"], steady(3, 4), back(3), TODAY, tmp_path / "chart.docx")

    assert not (tmp_path / "chart.docx").exists()


def refused(path: Path) -> str:
    """The sentence with which saving there is refused; nothing else is left behind."""
    before = {each: each.read_bytes() for each in path.parent.glob("*") if each.is_file()}
    figure = CHARTS["drinks"].draw(steady(3, 4), back(3), TODAY, Style.light(400))
    with pytest.raises(NotSaved) as caught:
        save(figure, path)
    assert before == {each: each.read_bytes() for each in path.parent.glob("*") if each.is_file()}
    assert caught.value.next_step
    return caught.value.sentence


def fail(code: int) -> OSError:
    return OSError(code, os.strerror(code))


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    assert "There is no folder" in refused(tmp_path / "gone" / "chart.svg")


def test_a_folder_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "chart.svg").mkdir()

    assert refused(tmp_path / "chart.svg").endswith("chart.svg is a folder.")


def test_a_full_disk_is_refused_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chart.svg"
    path.write_bytes(b"old")

    def full(_handle: int) -> NoReturn:
        raise fail(errno.ENOSPC)

    monkeypatch.setattr(os, "fsync", full)

    assert refused(path) == "The disk is full; the chart was not saved."


def test_a_folder_that_may_not_be_written_to_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_parts: object, **_named: object) -> NoReturn:
        raise fail(errno.EROFS)

    monkeypatch.setattr(tempfile, "mkstemp", forbidden)

    assert refused(tmp_path / "chart.svg").endswith("cannot be written to.")
