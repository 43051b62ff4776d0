"""Letters that no shipped font draws come from fonts of the machine, in a chart too."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from spasmlog.charts.lettering import Lettering, legible
from spasmlog.charts.saving import svg
from spasmlog.charts.style import Style
from tests.report.fonts_made import font_place, made_font, save_collection, save_font

LETTERS = Lettering(Style.print(6))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return font_place(tmp_path, monkeypatch)


def drawn(text: str, bold: bool = False) -> bytes:
    """The text as it is drawn, with no warning."""
    figure = Figure(figsize=(3, 1))
    font = LETTERS.properties(text, bold=bold)
    figure.text(0, 0.5, text, fontproperties=font, parse_math=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        FigureCanvasAgg(figure).draw()
        return svg(figure)


def test_a_name_in_a_script_that_is_not_shipped_is_drawn(folder: Path) -> None:
    save_font(folder, "Test Han", "布洛芬")

    assert legible("布洛芬 骨") == "布洛芬 □"
    assert drawn("布洛芬 x") != drawn("□□□ x")
    assert drawn("布洛芬", bold=True).startswith(b"<?xml")


def test_fonts_add_up_and_what_none_has_is_a_square(folder: Path) -> None:
    save_font(folder, "Test Han", "布洛")
    save_collection(folder / "rest.ttc", ("Rest JP", "Rest SC"), "芬イ")

    assert legible("布洛芬イ이") == "布洛芬イ□"
    assert drawn("布洛芬イ").startswith(b"<?xml")


def test_a_bold_font_of_the_machine_is_not_needed_twice(folder: Path) -> None:
    save_font(folder, "Test Han", "布")
    made_font("Test Han", "布", style="Bold").save(folder / "TestHan-Bold.ttf")

    assert len(LETTERS.properties("布").get_family()) == 2


def test_a_font_that_matplotlib_cannot_read_is_not_counted_on(folder: Path) -> None:
    path = save_font(folder, "Test Han", "布")
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"hhea", b"hhex").replace(b"hmtx", b"hmtz"))

    assert legible("布") == "□"


def test_no_font_is_looked_for_where_none_is_needed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_folder: object) -> None:
        raise AssertionError("the folders were read")

    monkeypatch.setattr("os.walk", never)

    assert legible("Ibuprofène אקמול إيبوبروفين") == "Ibuprofène אקמול إيبوبروفين"
