"""How the parts fall onto sheets, whatever is chosen and however much fires."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from spasmlog.domain.records import Record
from spasmlog.domain.scales import Limited, Nrs, Sign, SignAnswer
from spasmlog.report import Options, Paper, Preset, Section
from spasmlog.report.pdf import compile_pdf
from tests.build import (
    answer,
    check_in,
    course,
    diary,
    episode,
    profile,
    treatment,
    use,
    visit,
)
from tests.report.making import CHART, page, page_of, peg, tool, whole_pdf
from tests.views.lives import eight

CHARTS = dict.fromkeys(("pain_trend", "peg_trend", "calendar", "hours"), CHART)
PILLS = treatment()
PERSON: tuple[Record, ...] = (
    profile(name_for_report="Robin Example", birth_year=1982, allergies="Penicillin"),
    *(PILLS, visit(9, who="GP", questions=("Why does it keep coming back?",))),
    *(peg(50, 6, 6, 7), peg(2, 5, 5, 6), course(30, 10, treatment_id=PILLS.id, plan="evenings")),
)
QUIET = (*PERSON, *(check_in(n, worst=0, limited=Limited.NO) for n in range(1, 180)))


def treated(*days_ago: int) -> list[Record]:
    spasms = [episode(n, hours=5, peak=Nrs(6)) for n in days_ago]
    uses = [use(n, of=PILLS, spasm=each) for n, each in zip(days_ago, spasms, strict=True)]
    return [*spasms, *uses]


LIVES: dict[int, tuple[Record, ...]] = {
    0: QUIET,
    1: (*QUIET, *treated(60, 50)),
    2: (*QUIET, *treated(60, 50, 40), *(check_in(n, worst=3) for n in range(1, 40))),
    4: (
        *PERSON,
        *treated(60, 50, 40),
        *(check_in(n, worst=4, limited=Limited.A_LOT) for n in range(1, 200)),
    ),
}


def sheets(made: bytes) -> int:
    with pikepdf.open(io.BytesIO(made)) as file:
        return len(file.pages)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("signals", LIVES)
def test_the_first_page_holds_what_belongs_to_it(
    signals: int, paper: Paper, tmp_path: Path
) -> None:
    made = whole_pdf(diary(*LIVES[signals]), Options(paper=paper))
    first, second, *others = tool(tmp_path, made, "pdftotext", "{}", "-").split("\f")[:-1]

    for part in ("Treatments tried", "Questions from the patient", "How complete this is"):
        assert part in first
    for part in ("PEG answers", "Calendar", "How this was made", "What the rules looked at"):
        assert part not in first
        assert part in second
    assert others == []


@pytest.mark.parametrize("section", Section)
def test_any_section_alone_gives_a_good_page(section: Section, tmp_path: Path) -> None:
    made = compile_pdf(page(*LIVES[2], sections=(section,)), CHARTS)
    said = tool(tmp_path, made, "pdftotext", "{}", "-")

    assert "Safety questions" in said
    assert sheets(made) <= 2


def test_no_section_leaves_the_signals_on_one_page() -> None:
    assert sheets(compile_pdf(page(*LIVES[2], sections=()), CHARTS)) == 1


def test_many_signals_still_leave_one_page_for_why_i_came() -> None:
    assert sheets(whole_pdf(eight(), Options(sections=Preset.WHY.sections))) == 1


def test_signs_that_were_reported_stand_before_the_signals(tmp_path: Path) -> None:
    known = diary(*LIVES[2], answer(3, Sign.FEVER), answer(5, Sign.BLADDER_CHANGE, SignAnswer.NO))
    said = tool(tmp_path, whole_pdf(known), "pdftotext", "{}", "-")

    assert said.index("Safety signs reported") < said.index("Lower back: back")


def test_a_first_page_that_runs_over_is_followed_by_the_details_at_once(tmp_path: Path) -> None:
    many = [answer(3, sign) for sign in Sign]
    made = whole_pdf(diary(*eight().by_id.values(), *many, *PERSON))
    pages = tool(tmp_path, made, "pdftotext", "{}", "-").split("\f")[:-1]

    assert "How complete this is" not in pages[0]
    assert "How complete this is" in pages[1]
    assert "Calendar" in pages[1]


def test_a_long_list_of_medicines_takes_the_width_of_the_page_and_goes_on() -> None:
    many = [treatment(f"Medicine {n:02d}") for n in range(70)]

    assert sheets(compile_pdf(page_of(diary(*many)), CHARTS)) >= 2


def test_rows_of_spasms_over_many_pages_have_their_headings_on_each(tmp_path: Path) -> None:
    many = [episode(1 + n % 80, f"{n // 80:02d}:30", hours=1) for n in range(420)]
    made = compile_pdf(page(*many, sections=(Section.SPASMS,)), CHARTS)
    pages = tool(tmp_path, made, "pdftotext", "{}", "-").split("\f")[:-1]

    assert len(pages) > 5
    assert all("Taken for it" in each for each in pages[1:])
    assert sum(each.count("Lower back") for each in pages) == 420
