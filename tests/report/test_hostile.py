"""Whatever stands in a journal, the pages are made: nothing typed is taken for more than text."""

from __future__ import annotations

import io
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spasmlog.domain.records import Record
from spasmlog.report import Options, Preset, Report
from spasmlog.report.glyphs import lacking, printable
from spasmlog.report.pdf import compile_pdf, sheets
from spasmlog.report.whole import prepared
from spasmlog.report.written import MARK
from tests.build import check_in, course, diary, episode, profile, treatment, use, visit
from tests.report.making import CHART, NOW, page, tool, whole_pdf, words
from tests.report.test_pdf import ordinary

PREVIEW = "@" + "preview"
"""In two parts, so that no file names it."""
EVERYTHING = Options(sections=Preset.EVERYTHING.sections)
HOSTILE = {
    "code": '#set page(width: 1cm) #panic("out") #{ 1 / 0 }',
    "package": f'#import "{PREVIEW}/x:1.0.0": *',
    "file": '#read("/etc/passwd") #image("/etc/passwd")',
    "markup": r"\ $x^2$ *b* _i_ `raw` ```r``` = H <label> @ref ~ -- // c /* d */ https://x.example",
    "brackets": '"]) })]} \\"])',
    "html": "<b>&amp;</b><script>x</script> %s %d {n} {mark} {page} {0}",
    "controls": "nul\x00bell\x07\x1b[31m\x7f\x85\u2028\u2029tab\tline\r\n",
    "turning": "turn \u202egnirts\u202c \u2066a\u2067b\u2068c\u2069 \u061c\u200e\u200f",
    "nothing": "zero\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f\u180e\U000e0041width",
    "beyond": "\ue000\U000f0000\ufffe\uffff\U0010ffff\u0378 private and unassigned",
    "piled": "Z\u0335\u0330\u0321\u0334\u0316\u0338\u0337" * 8,
    "emoji": "\U0001f600 \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1e9\U0001f1ea",
    "key": "1\ufe0f\u20e3",
    "flag": "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "right": "إيبوبروفين 400 (מרתיים) ‏٤٠٠ abc",
    "scripts": "ཨོཾ ᠮᠣᠩᠭᠣᠯ ትግርኛ සිංහල မြန်မာ 한국어 日本語 𓀀 𝔘𝔫𝔦 ﷽",
    "word": "x" * 10_000,
    "letters": "\u0e01" * 10_000,
    "note": "word " * 2_000,
    "lines": "a\n" * 5_000,
}


def entries(text: str) -> list[Record]:
    """A journal with this in each place where a person types."""
    pills, named = treatment(text or "x"), treatment(f"x{text}", regular=True)
    spasms = [episode(n, hours=3, note=text) for n in range(4, 40, 9)]
    return [
        *(pills, named, *spasms),
        *(use(n, of=pills, side_effect=text, note=text) for n in range(4, 40, 9)),
        use(5, "10:00", of=named, dose_mg=None, dose_text=text),
        *(check_in(n, worst=n % 5, note=text) for n in range(1, 60)),
        course(30, 10, treatment_id=pills.id, plan=text),
        profile(name_for_report=text, allergies=text),
        visit(3, who=text, questions=(text, text), said=text, plan=text),
    ]


def sound(tmp_path: Path, made: bytes) -> bool:
    """Whether tools that are not ours find an A4 page of ours, and nothing of the machine on it."""
    checked = tool(tmp_path, made, "qpdf", "--check", "{}")
    size = tool(tmp_path, made, "pdfinfo", "{}")
    said = words(tmp_path, made)
    whole = "No syntax or stream encoding errors" in checked and "595.276 x 841.89" in size
    return whole and "Back spasm summary" in said and "root:" not in said


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_was_typed_gives_sound_pages(kind: str, tmp_path: Path) -> None:
    report = page(*entries(HOSTILE[kind]), sections=EVERYTHING.sections)

    assert sound(tmp_path, compile_pdf(report, {"pain_trend": CHART}))


@pytest.mark.parametrize("kind", ["markup", "scripts", "word"])
def test_whatever_was_typed_is_drawn_into_the_charts_too(kind: str, tmp_path: Path) -> None:
    assert sound(tmp_path, whole_pdf(diary(*entries(HOSTILE[kind])), EVERYTHING))


@pytest.mark.parametrize("kind", ["code", "package", "file", "markup", "brackets", "html"])
def test_what_looks_like_code_is_printed_as_it_was_typed(kind: str, tmp_path: Path) -> None:
    asked = visit(3, questions=(HOSTILE[kind],))
    said = words(tmp_path, compile_pdf(page(asked), {"pain_trend": CHART}))

    assert "".join(HOSTILE[kind].split()) in said.replace(" ", "")


@pytest.fixture(scope="module")
def everything() -> tuple[Report, dict[str, bytes]]:
    """Pages with all their parts, and a plain line in the place of each chart."""
    known = diary(*ordinary())
    report, charts = prepared(known, known.today.replace(day=1), known.today, EVERYTHING, NOW)
    return report, dict.fromkeys(charts, CHART)


def with_text(value: Any, text: str) -> Any:
    """The same block with this behind each of its texts, but for names that the template reads."""
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return value + text
    if isinstance(value, tuple):
        return tuple(with_text(each, text) for each in value)
    if not is_dataclass(value) or isinstance(value, (Options, type)):
        return value
    kept = {field.name: getattr(value, field.name) for field in fields(value)}
    named = ("chart", "parts", "period")
    return replace(
        value,
        **{name: each if name in named else with_text(each, text) for name, each in kept.items()},
    )


HALF = "half \ud800 and \udfff"
"""Half a character, which no journal takes."""


@pytest.mark.parametrize("text", [HALF, *(each for each in HOSTILE.values() if len(each) < 200)])
def test_no_text_of_any_block_is_taken_for_more_than_text(
    everything: tuple[Report, dict[str, bytes]], text: str
) -> None:
    """Also where a text came to the page without having been made fit for it."""
    report, charts = everything

    assert compile_pdf(with_text(report, text), charts).startswith(b"%PDF")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(codec=None), max_size=40))
def test_no_text_at_all_stops_the_page(text: str) -> None:
    report = replace(page(), method=(text, f"x{text}"))

    assert compile_pdf(report, {"pain_trend": CHART}).startswith(b"%PDF")


def test_what_no_font_can_have_is_not_looked_for() -> None:
    for kind in ("controls", "turning", "nothing", "beyond"):
        assert lacking(HOSTILE[kind] + HALF) == frozenset()


def test_what_cannot_be_seen_leaves_no_mark() -> None:
    assert MARK not in printable(HOSTILE["nothing"])
    assert MARK not in printable(HOSTILE["controls"])
    assert printable("a\x00b\r\nc\x85") == "a b  c "


def test_a_long_name_is_cut_in_the_title() -> None:
    report = page(profile(name_for_report="y" * 10_000), name="full")

    with pikepdf.open(io.BytesIO(compile_pdf(report, {"pain_trend": CHART}))) as file:
        assert len(str(file.docinfo["/Title"])) < 120


def test_sheets_for_a_printer_come_one_at_a_time() -> None:
    report = replace(page(), method=("word " * 3_000,))
    drawn = sheets(report, {"pain_trend": CHART}, ppi=40)

    assert next(drawn).startswith(b"\x89PNG")
    assert all(each.startswith(b"\x89PNG") for each in drawn)
