"""What must not be: refused in one plain sentence, with everything that was there left as it was.

Tested elsewhere, where each belongs:
nonsense in every field - tests/ui/today, tests/ui/test_record_editor.py, test_settings_page.py,
test_report_page.py, tests/views/test_typed.py, tests/journal/test_quick_line.py;
an end before its start, a time in the future, one that clocks left out, a dose of -3, a second
running spasm, a second check-in for a day - tests/journal/test_entries.py, test_editing.py,
test_keeping.py; the same in a file that is read in - tests/exchange/test_refused.py;
a running spasm refused in the window with "End the first" - tests/ui/test_session.py;
an open journal beside which only writing is refused - tests/whole/test_command_line.py;
files that are refused, as the store sees them - tests/store/test_database.py.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sqlcipher3 import dbapi2

from spasmlog import app, cli, paths
from spasmlog.domain.records import Drink
from spasmlog.domain.scales import Nrs
from spasmlog.journal import commands as c
from spasmlog.store.database import Database
from spasmlog.store.lock import WriterLock
from tests.build import drink, episode, moment, profile, treatment, use
from tests.living import Living, living

Make = Callable[[Path], None]


def filled(path: Path) -> None:
    """A journal of some days, whole."""
    with app.writing(path, lambda: moment(0, "18:40")) as journal:
        journal.fill([*(drink(ago) for ago in range(40)), episode(3, hours=2)])


def jpeg(path: Path) -> None:
    path.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256)) * 40)


def empty(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def truncated(path: Path) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribbled_over(path: Path) -> None:
    """Whole by its length and its first page, and nonsense from there on."""
    filled(path)
    path.write_bytes(path.read_bytes()[:4096] + b"\xee" * (path.stat().st_size - 4096))


def read_only(path: Path) -> None:
    filled(path)
    path.chmod(0o400)


def newer(path: Path) -> None:
    filled(path)
    _change(path, "UPDATE alembic_version SET version_num='9999'")


def another_program(path: Path) -> None:
    _change(path, "CREATE TABLE photographs (id INTEGER)")


def _change(path: Path, statement: str) -> None:
    connection = dbapi2.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


REFUSED: list[tuple[Make, str]] = [
    (jpeg, "is not a SpasmLog journal"),
    (empty, "is empty"),
    (folder, "is a folder or a device"),
    (truncated, "is damaged"),
    (scribbled_over, "is damaged"),
    (read_only, "may be read but not written"),
    (newer, "was written by a newer version"),
    (another_program, "is the database of another program"),
]
IDS = [make.__name__ for make, _said in REFUSED]


@pytest.fixture
def path(home: Path) -> Path:
    """Where the person's own journal lies."""
    (home / "data").mkdir(mode=0o700)
    return paths.own_journal()


def bytes_of(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("spasmlog: ")
    assert line.endswith(".")
    return line


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=IDS)
def test_a_command_that_writes_refuses_it_and_leaves_it_as_it_was(
    path: Path, make: Make, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make(path)
    before = bytes_of(path)

    for command in (["log", "7"], ["demo", "--replace"]):
        assert cli.main(command) == 1
        assert said in one_sentence(capsys)
        assert bytes_of(path) == before


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=IDS)
def test_a_command_that_reads_refuses_it_unless_only_writing_is_forbidden(
    path: Path, tmp_path: Path, make: Make, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make(path)
    before = bytes_of(path)

    for command in (["assess"], ["export", str(tmp_path / "out.json")]):
        result = cli.main(command)
        if make is read_only:
            assert result == 0
            capsys.readouterr()
        else:
            assert result == 1
            assert said in one_sentence(capsys)
            assert not (tmp_path / "out.json").exists()
        assert bytes_of(path) == before


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=IDS)
def test_the_window_says_why_it_is_not_opened_and_leaves_it_as_it_was(
    qtbot: QtBot, path: Path, make: Make, said: str
) -> None:
    make(path)
    before = bytes_of(path)
    with living(qtbot, path) as made:
        made.show()
        made.press("Ctrl+1")
        with qtbot.waitSignal(made.session.opening.failed):
            made.session.start(path)
        told = "\n".join(each.text() for each in made.refusal.findChildren(QLabel))
        made.press("F1")
        assert made.help.isVisible()
        made.press("Esc")
        assert made.refusal.again.isVisible()

    assert said in told
    assert str(path) in told.replace("\u200b", "")
    assert bytes_of(path) == before


def test_the_window_says_that_another_one_is_open(qtbot: QtBot, path: Path) -> None:
    filled(path)
    lock = WriterLock.take(path)
    with living(qtbot, path) as made:
        made.show()
        with qtbot.waitSignal(made.session.opening.failed):
            made.session.start(path)
        told = "\n".join(each.text() for each in made.refusal.findChildren(QLabel))
        lock.release()
        made.click(made.refusal.again)
        made.settle()

        assert "open in another window" in told
        assert len(made.diary.of_kind(Drink)) == 40


# A full disk


def run_where_files_stay_small(most: int, *arguments: str | Path) -> str:
    """The one sentence of a run that may make no file larger than so many bytes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    done = subprocess.run(
        [sys.executable, "-B", "-m", "spasmlog", *map(str, arguments)],
        env={name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"},
        preexec_fn=limit,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    (line,) = done.stderr.splitlines()
    assert line.startswith("spasmlog: ")
    return line


@pytest.mark.parametrize("most", [1, 4_000, 36_000, 40_000])
def test_on_a_full_disk_nothing_is_saved_and_nothing_is_lost(path: Path, most: int) -> None:
    filled(path)
    said = run_where_files_stay_small(most, "log", "7 neck for 20m ibuprofen 400")

    assert "space" in said or "disk" in said
    with app.reading(path, lambda: moment()) as journal:
        diary = journal.read_rest()
    assert (len(diary.of_kind(Drink)), len(diary.episodes)) == (40, 1)


@pytest.mark.parametrize("most", [1, 4_000, 40_000, 200_000])
def test_on_a_full_disk_a_new_journal_is_made_whole_or_not_at_all(path: Path, most: int) -> None:
    run_where_files_stay_small(most, "log", "7")

    assert not path.exists()
    assert not path.with_name(f".{path.name}.new").exists()


@pytest.mark.parametrize(
    ("name", "command"),
    [("out.json", ("export",)), ("out.pdf", ("report",)), ("out.svg", ("chart", "overview"))],
)
def test_on_a_full_disk_a_file_that_lay_there_stays(
    path: Path, tmp_path: Path, name: str, command: tuple[str, ...]
) -> None:
    filled(path)
    with app.writing(path, lambda: moment(0, "18:40")) as journal:
        journal.do(c.LogReading(pain=Nrs(3), note="long " * 10_000))
    file = tmp_path / name
    file.write_text("an older one")
    # SQLite keeps 32 KB beside a journal that is read; what is made here is larger than that.
    run_where_files_stay_small(33_000, *command, file)

    assert file.read_text() == "an older one"
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith("out")] == [name]


# Long and strange text


STRANGE = (
    "שלום עולם \u202eמהסוף להתחלה\u202c مرحبا 😀👩🏽‍⚕️🏳️‍🌈 "
    'é漢字 #set page() $x$ `raw` <b> \\ {json: "x"} // @14:30 \u0000\u0007 % -- \t '
)
LONG = (STRANGE * 200)[:9_990] + "\nthe end."


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Living]:
    with living(qtbot) as made:
        made.start()
        made.page.now.settle_ms = 0
        yield made


def test_a_long_note_in_any_script_is_kept_whole_everywhere(
    window: Living, qtbot: QtBot, tmp_path: Path
) -> None:
    window.use("A spasm began", "Place and details")
    field = window.control("Note")
    assert isinstance(field, QPlainTextEdit)
    typed = LONG.replace("\u0000", "")  # no clipboard carries it
    clipboard = QApplication.clipboard()
    clipboard.setText(typed)
    field.setFocus()
    field.paste()
    window.use("Save")
    (spasm,) = window.diary.episodes
    assert spasm.note == typed
    window.window.close()

    journal, file, again = window.path, tmp_path / "out.json", tmp_path / "again.json"
    assert cli.main(["export", str(file)]) == 0
    other = tmp_path / "other.spasmlog"
    assert cli.main(["import", str(file), "--journal", str(other)]) == 0
    assert cli.main(["export", str(again), "--journal", str(other)]) == 0
    assert file.read_bytes() == again.read_bytes()
    for place in (journal, other):
        with app.reading(place, window.clock) as opened:
            assert [each.note for each in opened.read_rest().episodes] == [typed]
    assert cli.main(["report", str(tmp_path / "out.pdf"), "--journal", str(other)]) == 0
    with living(qtbot, clock=window.clock) as reopened:
        reopened.start()
        assert [each.note for each in reopened.diary.episodes] == [typed]


def test_no_text_makes_the_page_for_the_doctor_fail(home: Path, tmp_path: Path) -> None:
    remedy = treatment(name=STRANGE.strip())
    strange = profile(name_for_report=STRANGE, allergies=LONG)
    with app.writing(paths.own_journal(), lambda: moment(0, "18:40")) as journal:
        journal.fill([remedy, strange, use(2, of=remedy), episode(2, hours=2, note=LONG)])
    file = tmp_path / "out.pdf"
    period = ("--from", "2026-06-01", "--to", "2026-07-01")

    assert cli.main(["report", str(file), *period]) == 0
    with pikepdf.open(file) as document:
        assert len(document.pages) >= 1


def test_strange_text_is_kept_to_the_letter_on_disk_and_in_files(
    home: Path, tmp_path: Path
) -> None:
    path = paths.own_journal()
    with app.writing(path, lambda: moment()) as journal:
        journal.do(c.SaveProfile(fields=(("allergies", LONG),)))
    file, other = tmp_path / "out.json", tmp_path / "other.spasmlog"
    assert cli.main(["export", str(file)]) == 0
    assert cli.main(["import", str(file), "--journal", str(other)]) == 0

    for place in (path, other):
        with app.reading(place, lambda: moment()) as opened:
            assert opened.diary.profile is not None
            assert opened.diary.profile.allergies == LONG


# What was saved before a program was stopped


def test_a_journal_that_a_stopped_program_left_opens_with_all_that_was_saved(
    qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    database = Database.open(tmp_path / "running.spasmlog")
    database.close()
    filled(tmp_path / "running.spasmlog")
    with app.writing(tmp_path / "running.spasmlog", lambda: moment(0, "18:40")) as journal:
        journal.do(c.LogDrink(volume_ml=333))
        for end in ("", "-wal"):
            shutil.copy(tmp_path / f"running.spasmlog{end}", path.with_name(path.name + end))
    with living(qtbot, path) as made:
        made.start()

        assert 333 in [each.volume_ml for each in made.diary.of_kind(Drink)]
