"""The pages for the doctor from the command line: what is in them, their days, their lock."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from spasmlog import app, paths
from spasmlog.analysis.period import since_last_visit
from spasmlog.cli import main
from spasmlog.report.preset_file import OwnPreset, write
from spasmlog.report.sections import Preset, Section
from tests.build import check_in, episode, moment, visit
from tests.report.making import words

NOW = moment(clock="10:00")
SECRET = "four unrelated plain words"


@pytest.fixture
def report(home: Path, tmp_path: Path) -> Callable[..., int]:
    """Make the pages of a small journal, asked for by these words."""
    with app.writing(paths.own_journal(), lambda: NOW) as journal:
        journal.fill([episode(3, hours=2), check_in(3), visit(40)])
    return lambda *asked: main(["report", str(tmp_path / "out.pdf"), *map(str, asked)])


def read(tmp_path: Path) -> str:
    return words(tmp_path, (tmp_path / "out.pdf").read_bytes())


DAYS = ("--from", "2026-06-01", "--to", "2026-07-01")


@pytest.mark.parametrize("preset", Preset)
def test_a_ready_choice_decides_what_is_in(
    report: Callable[..., int], tmp_path: Path, preset: Preset
) -> None:
    assert report("--preset", preset.value, *DAYS) == 0

    assert ("How complete this is" in read(tmp_path)) == (Section.TRUST in preset.sections)


def test_a_choice_of_ones_own_is_known_by_its_name(
    report: Callable[..., int], tmp_path: Path
) -> None:
    sections = Preset.GP.sections - {Section.TRUST}
    write(paths.config_folder(), [OwnPreset(name="Dr Example", sections=sections)])

    assert report("--preset", "dr example", *DAYS) == 0

    assert "How complete this is" not in read(tmp_path)


def test_an_unknown_choice_is_refused_with_those_that_there_are(
    report: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("--preset", "horoscope") == 1

    assert capsys.readouterr().err == (
        "spasmlog: There is no choice of sections named horoscope. "
        "There are: gp, physio, specialist, why and everything.\n"
    )
    assert not (tmp_path / "out.pdf").exists()


def test_without_days_it_begins_with_the_last_visit_as_the_page_does(
    report: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with app.reading(paths.own_journal()) as journal:
        since = since_last_visit(journal.read_rest())
    assert since is not None

    assert report() == 0

    assert since.first.strftime("%-d %b") in read(tmp_path)


@pytest.mark.parametrize(
    ("days", "why"),
    [
        (("--from", "2026-07-01", "--to", "2026-06-01"), "The period ends before it begins."),
        (("--from", "1999-07-01", "--to", "2026-06-01"), "The pages hold at most ten years."),
    ],
)
def test_days_that_no_pages_are_made_of_are_refused(
    report: Callable[..., int], days: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report(*days) == 1

    assert capsys.readouterr().err == f"spasmlog: {why}\n"


def test_a_passphrase_in_a_file_locks_the_pdf(
    report: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = tmp_path / "secret.txt"
    held.write_text(f"{SECRET}\n")

    assert report("--passphrase-file", held, *DAYS) == 0

    assert capsys.readouterr().err == ""
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "out.pdf")
    with pikepdf.open(tmp_path / "out.pdf", password=SECRET) as opened:
        assert len(opened.pages) >= 1


def test_a_weak_passphrase_is_taken_and_said_to_be_weak(
    report: Callable[..., int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = tmp_path / "secret.txt"
    held.write_text("1234")

    assert report("--passphrase-file", held, *DAYS) == 0

    assert "can be guessed" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("held", "why"),
    [
        (b"", "secret.txt is empty."),
        (b"\n", "secret.txt is empty."),
        (b"\xff\xfe\x00", "secret.txt holds no text."),
        (b"two\nlines", "holds a sign that cannot be typed everywhere."),
        (b"x" * 5000, "longer than other programs can read."),
        (None, "could not be read from"),
    ],
)
def test_a_passphrase_that_cannot_be_is_refused(
    report: Callable[..., int],
    tmp_path: Path,
    held: bytes | None,
    why: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "secret.txt"
    if held is not None:
        file.write_bytes(held)

    assert report("--passphrase-file", file, *DAYS) == 1

    (line,) = capsys.readouterr().err.splitlines()
    assert why in line
    assert not (tmp_path / "out.pdf").exists()


def test_the_help_names_every_ready_choice(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["report", "--help"])

    assert left.value.code == 0
    shown = capsys.readouterr().out
    assert [each for each in Preset if each.value not in shown] == []


def test_a_passphrase_is_never_an_argument(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["report", "out.pdf", "--passphrase", SECRET])

    assert left.value.code == 2
