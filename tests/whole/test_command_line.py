"""The command line as a person runs it: a process of its own, an empty home, no display."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from spasmlog import app
from spasmlog.journal.made_up import made_up_person
from spasmlog.rules import RULES
from spasmlog.store.lock import WriterLock
from spasmlog.ui.shelf import SHELF
from tests.build import moment, treatment, use

BARE = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
HEAVY = ("PySide6", "matplotlib", "numpy", "scipy", "typst", "fontTools")


def run(*arguments: str | Path, **changes: Any) -> subprocess.CompletedProcess[str]:
    """The program with these arguments, without a display."""
    known = {name: value for name, value in os.environ.items() if name not in BARE}
    env = known | changes.pop("env", {})
    command = [sys.executable, "-m", "spasmlog", *map(str, arguments)]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=False, **changes)


def out(*arguments: str | Path, **changes: Any) -> str:
    """What it prints; it must have done what was asked, without a word of complaint."""
    done = run(*arguments, **changes)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(*arguments: str | Path, **changes: Any) -> str:
    """The one plain sentence with which it says no."""
    done = run(*arguments, **changes)
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("spasmlog: ")
    assert line.endswith(".")
    return line


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up journal of a few weeks."""
    path = tmp_path_factory.mktemp("made") / "journal.spasmlog"
    now = moment(0, "18:40")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SPASMLOG_HOME", str(path.parent))
        with app.writing(path, lambda: now) as journal:
            journal.fill(made_up_person(now, 0.2, 1, now.zone))
    return path


@pytest.fixture
def demo(home: Path, made: Path) -> Path:
    """The same as the person's own journal."""
    (home / "data").mkdir(mode=0o700)
    return Path(shutil.copy(made, home / "data" / "journal.spasmlog"))


def size_of(picture: Path) -> tuple[int, int]:
    with Image.open(picture) as opened:
        return opened.size


# What every command has


@pytest.mark.parametrize(
    "command",
    ["demo", "log", "assess", "chart", "report", "export", "import", "check", "pages"],
)
def test_every_command_explains_itself(command: str) -> None:
    said = out(command, "--help")

    assert said.startswith(f"usage: spasmlog {command}")
    assert "--journal" in said


def test_the_program_explains_itself_and_names_its_version() -> None:
    assert "--journal" in out("--help")
    assert re.fullmatch(r"SpasmLog \d+\.\d+\.\d+\n", out("--version"))


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("log",),
        ("log", "7", "8"),
        ("assess", "--format", "xml"),
        ("assess", "--as-of", "yesterday"),
        ("assess", "--as-of", "0001-01-01"),
        ("assess", "--as-of", "9999-12-31"),
        ("report", "out.pdf", "--paper", "a3"),
        ("report", "out.pdf", "--from", "2026-02-30"),
        ("demo", "--years", "many"),
        ("export", ""),
        ("--journal", "", "check"),
    ],
)
def test_wrong_usage_is_said_with_the_right_one(arguments: tuple[str, ...], home: Path) -> None:
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stderr.startswith("usage: spasmlog")
    assert "Traceback" not in done.stderr
    assert list(home.iterdir()) == []


def test_without_a_display_the_window_is_refused_in_one_sentence() -> None:
    assert "no display" in refused()


@pytest.mark.parametrize("before", [True, False])
def test_the_journal_is_named_before_or_after_the_command(
    tmp_path: Path, home: Path, before: bool
) -> None:
    named = ("--journal", str(tmp_path / "other.spasmlog"))
    out(*(*named, "log", "7") if before else ("log", "7", *named))

    assert (tmp_path / "other.spasmlog").is_file()
    assert list(home.iterdir()) == []


def test_the_home_moves_everything_and_is_private(home: Path) -> None:
    out("log", "7")

    (folder,) = home.iterdir()
    assert folder.name == "data"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}


def test_a_reader_that_goes_away_is_no_fault(demo: Path) -> None:
    there, here = os.pipe()
    os.close(there)
    done = subprocess.run(
        [sys.executable, "-m", "spasmlog", "check"],
        stdout=here,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    os.close(here)

    assert (done.returncode, done.stderr) == (1, "")


def test_a_terminal_without_the_characters_is_no_fault(home: Path, tmp_path: Path) -> None:
    narrow = {"PYTHONIOENCODING": "ascii"}
    said = out("log", "7 漢字 😀", env=narrow)
    path = tmp_path / "漢\udcff.json"

    assert "\\u6f22" in said
    assert "\\udcff" in out("export", path, env=narrow)
    assert path.is_file()


# demo


def test_a_demo_says_how_much_it_made_and_refuses_to_mix_with_entries(home: Path) -> None:
    said = out("demo", "--years", "0.1")
    first = out("export", home / "one.json")
    again = refused("demo", "--years", "0.1")
    kept = out("export", home / "two.json")

    assert re.fullmatch(r"\d+ made-up entries in .*journal\.spasmlog\n", said)
    assert "entries already" in again
    assert (home / "one.json").read_bytes() == (home / "two.json").read_bytes()
    assert first != kept


def test_a_demo_replaces_what_was_there_when_told_to(home: Path, tmp_path: Path) -> None:
    out("log", "7 // my own")
    out("demo", "--years", "0.1", "--replace")
    out("export", tmp_path / "all.json")

    assert "my own" not in (tmp_path / "all.json").read_text()


def test_a_seed_is_a_person(home: Path, tmp_path: Path) -> None:
    counted = set()
    for seed in ("1", "2"):
        journal = tmp_path / f"{seed}.spasmlog"
        out("demo", "--years", "0.3", "--seed", seed, "--journal", journal)
        counted.add(out("check", "--journal", journal).partition("\n")[2])

    assert len(counted) == 2


@pytest.mark.parametrize("years", ["0", "-1", "51", "nan", "inf"])
def test_a_demo_of_no_sensible_length_is_refused(home: Path, years: str) -> None:
    assert "at most 50 years" in refused("demo", f"--years={years}")
    assert list(home.iterdir()) == []


# log


def test_a_line_is_saved_and_said(home: Path, tmp_path: Path) -> None:
    said = out("log", "7 low back left for 20m lifting ibuprofen 400 // woke me")
    out("export", tmp_path / "all.json")
    records = json.loads((tmp_path / "all.json").read_text())["records"]

    (spasm,), (dose,) = records["episodes"], records["treatment_uses"]
    shape = r"Spasm 7, .+ to .+\. Lower back, left\. Ibuprofen 400 mg\.\n"
    assert re.fullmatch(shape, said)
    assert (spasm["peak"], spasm["region"], spasm["side"]) == (7, "low_back", "left")
    assert (spasm["exposures"], spasm["note"]) == (["heavy_load"], "woke me")
    assert (dose["dose_mg"], dose["episode_id"]) == (400.0, spasm["id"])


def test_several_things_in_one_line_are_said_each(home: Path) -> None:
    said = out("log", "w2 walk 30m ibuprofen 400")

    assert said.startswith("Saved: ")
    assert all(part in said for part in ("Ibuprofen", "250 ml", "30 min"))


def test_what_could_be_said_more_exactly_is_offered(home: Path) -> None:
    assert "It can be said more exactly: Ibuprofen" in out("log", "7 neck ibuprofne")
    out("log", "e")
    assert "Type Ibuprofen if that is" in refused("log", "7 neck ibuprofne 400")


def test_words_that_were_not_understood_are_said(home: Path) -> None:
    said = out("log", "7 neck ouch again")

    assert said.splitlines()[-1] == "Kept as the note: ouch again"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("ouch", "no number from 0 to 10"),
        ("11", "0 to 10"),
        ("7 20x", "20x cannot be read"),
        ("7 ibuprofen 0", "above 0"),
        ("7 @2199-01-01 10:00", "has not come yet"),
        ("7 \udcff", "half a character"),
    ],
)
def test_a_line_that_cannot_be_so_is_refused(home: Path, line: str, said: str) -> None:
    assert said in refused("log", line)
    assert "episodes: 0" in out("check")


def test_a_second_running_spasm_is_refused(home: Path) -> None:
    out("log", "7 neck")

    assert "End the first" in refused("log", "6 low back")
    assert "Pain 6" in out("log", "6")


# assess


def test_an_assessment_names_every_rule(demo: Path) -> None:
    found = json.loads(out("assess", "--format", "json", "--as-of", "2026-01-15"))

    assert found.keys() == {"as_of", "highest_level", "rules"}
    assert found["as_of"] == "2026-01-15"
    assert list(found["rules"]) == sorted(rule.id for rule in RULES)
    for verdict in found["rules"].values():
        assert verdict.keys() == {
            "verdict",
            "level",
            "from",
            "to",
            "days_counted",
            "days_missing",
            "evidence",
            "left_out",
            "lacking",
            "measures",
        }
        assert verdict["verdict"] in ("fire", "no", "insufficient")
        assert all(isinstance(each, int | float) for each in verdict["measures"].values())


def test_a_verdict_that_fires_shows_its_receipts(home: Path, tmp_path: Path) -> None:
    journal = home / "data" / "journal.spasmlog"
    remedy = treatment(usual_dose_mg=500.0)
    doses = [use(0, f"{hour:02}:00", of=remedy, dose_mg=800.0) for hour in (6, 8, 10, 12)]
    with app.writing(journal) as opened:
        opened.fill([remedy, *doses])
    found = json.loads(out("assess", "--format", "json", "--as-of", "2026-07-01"))

    verdict = found["rules"]["R16"]
    assert verdict["verdict"] == "fire"
    assert found["highest_level"] == verdict["level"] is not None
    assert {record for each in verdict["evidence"] for record in each["records"]} >= {doses[-1].id}
    assert all(each.keys() == {"day", "records", "fact"} for each in verdict["evidence"])


def test_personal_patterns_switched_off_are_gone_from_all_that_is_printed(
    demo: Path, home: Path, tmp_path: Path
) -> None:
    (home / "config").mkdir(mode=0o700)
    (home / "config" / "settings.json").write_text('{"personal_patterns": false}')

    found = json.loads(out("assess", "--format", "json", "--as-of", "2026-01-15"))
    said = out("assess", "--as-of", "2026-01-15")
    out("report", tmp_path / "doctor.pdf")
    pdf = subprocess.run(
        ["pdftotext", str(tmp_path / "doctor.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout

    personal = {f"R{number:02d}" for number in range(5, 14)}
    assert found["rules"].keys() == {rule.id for rule in RULES} - personal
    assert found["personal_patterns"] == "off"
    assert "Personal patterns are off in the settings." in said
    assert not any(f"({rule})" in said for rule in personal)
    assert "Personal patterns are switched off in this journal" in " ".join(pdf.split())
    assert "Returned after treatment" not in pdf


def test_an_assessment_in_words_never_says_all_clear(home: Path) -> None:
    out("log", "0")
    said = out("assess")

    assert "does not mean that nothing is wrong" in said


def test_there_is_nothing_to_assess_without_a_journal(home: Path) -> None:
    assert "There is no journal" in refused("assess")
    assert list(home.iterdir()) == []


# chart and report


def test_the_charts_are_named_one_a_line(home: Path) -> None:
    lines = out("chart", "--list").splitlines()
    assert "Worst pain each day" in next(each for each in lines if each.startswith("pain_trend "))
    assert len(lines) >= 10
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_chart_is_drawn_into_a_file(demo: Path, tmp_path: Path, ending: str) -> None:
    file = tmp_path / f"trend.{ending}"
    assert out("chart", "pain_trend", file) == f"{file}\n"

    if ending == "png":
        assert size_of(file)[0] > 100
    elif ending == "pdf":
        with pikepdf.open(file) as document:
            assert len(document.pages) == 1
    else:
        assert "<svg" in file.read_text()


def test_a_chart_is_drawn_of_a_place_and_a_treatment(demo: Path, tmp_path: Path) -> None:
    asked: list[tuple[str, ...]] = [
        ("easing", "--treatment", "ibuprofen"),
        ("easing", "--treatment", "Heat wrap"),
        ("calendar", "--place", "neck"),
    ]
    drawn = set()
    for number, (name, *more) in enumerate(asked):
        file = tmp_path / f"{number}.svg"
        assert out("chart", name, file, *more) == f"{file}\n"
        drawn.add(file.read_text())

    assert len(drawn) == len(asked)


@pytest.mark.parametrize(
    "arguments",
    [
        ("chart",),
        ("chart", "pain_trend"),
        ("chart", "nonsense", "a.svg"),
        ("chart", "pain_trend", "a.txt"),
        ("chart", "pain_trend", "none/a.svg"),
        ("chart", "pain_trend", "a.svg", "--from", "2026-07-01", "--to", "2026-06-01"),
        ("chart", "hours", "a.svg", "--place", "moon"),
        ("chart", "drinks", "a.svg", "--place", "neck"),
        ("chart", "easing", "a.svg", "--treatment", "nothing known"),
        ("chart", "returns", "a.svg", "--treatment", "ibuprofen"),
        ("report", "none/a.pdf"),
        ("report", "."),
        ("report", "a.pdf", "--from", "2026-07-01", "--to", "2026-06-01"),
        ("report", "a.pdf", "--language", "Klingon"),
        ("export", "none/a.json"),
        ("export", "."),
        ("import", "none.json"),
        ("import", "."),
        ("import", "data/journal.spasmlog"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(
    demo: Path, arguments: tuple[str, ...]
) -> None:
    home = demo.parents[1]
    before = demo.read_bytes()
    refused(*arguments, cwd=home)

    # SQLite keeps two files beside a journal that is read, and matplotlib keeps its fonts.
    kept = {demo.name, f"{demo.name}-shm", f"{demo.name}-wal", f".{demo.name}.lock"}
    assert {each.name for each in demo.parent.iterdir()} <= kept
    assert {each.name for each in home.iterdir()} <= {"data", "cache"}
    assert demo.read_bytes() == before


def test_the_report_takes_its_period_paper_and_language(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "pages.pdf"
    period = ("--from", "2026-01-01", "--to", "2026-02-01")
    said = out("report", file, *period, "--paper", "letter", "--name", "none", "--language", "de")

    with pikepdf.open(file) as document:
        corners = [round(float(each)) for each in document.pages[0].mediabox]
    assert said == f"{file}\n"
    assert corners == [0, 0, 612, 792]


# export, import, check, pages


def test_out_and_in_and_out_again_is_the_same_to_the_byte(demo: Path, tmp_path: Path) -> None:
    one, two, other = tmp_path / "1.json", tmp_path / "2.json", tmp_path / "other.spasmlog"
    out("export", one)
    said = out("import", one, "--journal", other)
    out("export", two, "--journal", other)

    assert re.fullmatch(r"\d+ entries taken in\n", said)
    assert one.read_bytes() == two.read_bytes()
    assert stat.S_IMODE(one.stat().st_mode) == 0o600
    assert "entries already" in refused("import", one, "--journal", other)


def test_a_whole_journal_is_found_whole(demo: Path) -> None:
    first, *rest = out("check").splitlines()

    assert first == f"{demo} is whole."
    assert any(re.fullmatch(r"episodes: [1-9]\d*", line) for line in rest)


def test_a_damaged_journal_is_found_damaged(demo: Path) -> None:
    data = bytearray(demo.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xee" * 4096
    demo.write_bytes(data)
    done = run("check")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "damaged" in done.stdout + done.stderr
    assert demo.read_bytes() == bytes(data)


def test_every_page_is_drawn_light_and_dark(home: Path, tmp_path: Path) -> None:
    out("demo", "--years", "0.1")
    files = [Path(line) for line in out("pages", tmp_path / "new" / "pages").splitlines()]

    names = {re.sub(r"^\d+-", "", each.stem) for each in files}
    pages = (*SHELF, "insights-treatments", "emergency", "flare")
    assert names == {f"{page}-{theme}" for page in pages for theme in ("light", "dark")}
    assert {size_of(each) for each in files} == {(1280, 800)}


# Beside an open window


def test_beside_an_open_window_only_writing_is_refused(demo: Path, tmp_path: Path) -> None:
    before = out("export", tmp_path / "before.json")
    lock = WriterLock.take(demo)
    try:
        reads: list[Callable[[], str]] = [
            lambda: out("assess"),
            lambda: out("check"),
            lambda: out("chart", "pain_trend", tmp_path / "a.svg"),
            lambda: out("report", tmp_path / "a.pdf"),
            lambda: out("export", tmp_path / "after.json"),
        ]
        assert all(read() for read in reads)
        for writes in (
            ("log", "7"),
            ("demo", "--replace"),
            ("import", str(tmp_path / "before.json")),
        ):
            assert "open in another window" in refused(*writes)
    finally:
        lock.release()

    assert before
    assert (tmp_path / "before.json").read_bytes() == (tmp_path / "after.json").read_bytes()


# What is imported


PROBE = """
import sys
from spasmlog.cli import main
assert main(sys.argv[1:]) == 0
print(*sys.modules, file=sys.stderr)
"""


def imported_by(*arguments: str | Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


def test_no_command_imports_what_it_does_without(demo: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    reading = {
        "export": imported_by("export", file),
        "assess": imported_by("assess"),
        "assess json": imported_by("assess", "--format", "json"),
        "check": imported_by("check"),
        "chart list": imported_by("chart", "--list"),
    }
    writing = {
        "log": imported_by("log", "7"),
        "import": imported_by("import", file, "--journal", _new_journal(tmp_path)),
    }

    for command, names in (reading | writing).items():
        found = names & {*HEAVY, "alembic"} - ({"matplotlib"} if command == "chart list" else set())
        assert not found, f"{command} imports {found}"
    for command, names in reading.items():
        assert "sqlalchemy" not in names, command


def _new_journal(folder: Path) -> Path:
    """An empty journal: making one is the work of the migrations."""
    path = folder / "new.spasmlog"
    with app.writing(path):
        return path


def test_charts_and_reports_do_without_qt(demo: Path, tmp_path: Path) -> None:
    chart = imported_by("chart", "pain_trend", tmp_path / "a.svg")
    report = imported_by("report", tmp_path / "a.pdf")

    assert not (chart | report) & {"PySide6", "sqlalchemy", "alembic"}
    assert "typst" not in chart
