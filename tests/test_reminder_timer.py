"""What the system is told so that it starts the reminders, and that nothing of it is left."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from spasmlog import paths, reminder_timer
from spasmlog.errors import Refusal
from spasmlog.reminder_timer import Kind, install, likely, remove, renew, standing

SYSTEMCTL = """#!{python}
import os, pathlib, sys
log = pathlib.Path({log!r})
log.write_text((log.read_text() if log.exists() else "") + " ".join(sys.argv[1:]) + "\\n")
units = pathlib.Path(os.environ["XDG_CONFIG_HOME"], "systemd", "user")
if sys.argv[2] == "enable":
    sys.exit({refuses}) if {refuses} else None
    wants = units / "timers.target.wants"
    wants.mkdir()
    (wants / sys.argv[4]).symlink_to(units / sys.argv[4])
    stamps = pathlib.Path(os.environ["XDG_DATA_HOME"], "systemd", "timers")
    stamps.mkdir(parents=True)
    (stamps / ("stamp-" + sys.argv[4])).touch()
"""


class Machine:
    """A computer with a systemd that serves this person, or with none."""

    def __init__(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch = tmp_path, monkeypatch
        self.log = tmp_path / "asked of systemctl"
        self.config = tmp_path / "xdg_config_home"

    def has_systemd(self, refuses: int = 0) -> None:
        """One whose systemctl notes what it is asked, and ends with `refuses`."""
        runtime, tools = self._folder / "run", self._folder / "bin"
        (runtime / "systemd" / "private").mkdir(parents=True)
        tools.mkdir()
        script = SYSTEMCTL.format(python=sys.executable, log=str(self.log), refuses=refuses)
        (tools / "systemctl").write_text(script, encoding="utf-8")
        (tools / "systemctl").chmod(0o755)
        self._patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        self._patch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")

    @property
    def asked(self) -> list[str]:
        """What systemctl was asked so far."""
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []

    @property
    def files(self) -> list[str]:
        """What is there of ours, below the folder of settings of all programs and that of data."""
        places = (self.config, self._folder / "xdg_data_home")
        return sorted(
            str(file.relative_to(self._folder))
            for place in places
            for file in place.rglob("*")
            if not file.is_dir()
        )


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own journal, in its usual place below folders of the test."""
    monkeypatch.delenv("SPASMLOG_HOME")
    return paths.own_journal()


def test_nothing_is_there_before_it_is_wanted(machine: Machine, own: Path) -> None:
    assert standing(own) is None
    remove(own)
    assert machine.files == []
    assert machine.asked == []


def test_where_systemd_serves_a_timer_is_written_and_started(machine: Machine, own: Path) -> None:
    machine.has_systemd()

    assert likely() is Kind.TIMER
    assert install(own) is Kind.TIMER
    assert standing(own) is Kind.TIMER
    assert machine.asked == [
        "--user daemon-reload",
        "--user enable --now spasmlog-remind.timer",
    ]
    units = machine.config / "systemd" / "user"
    timer = (units / "spasmlog-remind.timer").read_text(encoding="utf-8")
    assert "OnCalendar=*:0/10\n" in timer
    assert "Persistent=true\n" in timer


def test_off_leaves_nothing_behind(machine: Machine, own: Path) -> None:
    machine.has_systemd()
    install(own)
    assert len(machine.files) == 4

    remove(own)

    assert machine.files == []
    assert not (machine.config / "systemd").exists() or not any(machine.config.rglob("*.*"))
    assert standing(own) is None
    assert machine.asked[-2:] == [
        "--user disable --now spasmlog-remind.timer",
        "--user daemon-reload",
    ]


def test_what_others_keep_beside_it_stays(machine: Machine, own: Path) -> None:
    machine.has_systemd()
    units = machine.config / "systemd" / "user"
    units.mkdir(parents=True)
    (units / "another.timer").touch()

    install(own)
    remove(own)

    assert machine.files == ["xdg_config_home/systemd/user/another.timer"]


def test_without_systemd_an_entry_starts_it_at_login(machine: Machine, own: Path) -> None:
    assert install(own) is Kind.AUTOSTART
    assert standing(own) is Kind.AUTOSTART
    assert machine.files == ["xdg_config_home/autostart/spasmlog-remind.desktop"]

    remove(own)
    assert machine.files == []


def test_one_that_was_set_up_in_the_other_way_is_replaced(machine: Machine, own: Path) -> None:
    install(own)
    machine.has_systemd()

    install(own)

    assert standing(own) is Kind.TIMER
    assert [file for file in machine.files if file.endswith(".desktop")] == []


def test_it_is_written_anew_where_the_program_lies_elsewhere_by_now(
    machine: Machine, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew(own)
    assert machine.files == []

    machine.has_systemd()
    install(own)
    asked = len(machine.asked)
    renew(own)
    assert len(machine.asked) == asked

    monkeypatch.setattr(sys, "executable", "/opt/new place/python")
    renew(own)
    service = machine.config / "systemd" / "user" / "spasmlog-remind.service"
    assert 'ExecStart=:"/opt/new place/python" ' in service.read_text(encoding="utf-8")
    assert machine.asked[-1] == "--user enable --now spasmlog-remind.timer"


def test_what_cannot_be_read_any_more_is_written_anew(machine: Machine, own: Path) -> None:
    install(own)
    entry = machine.config / "autostart" / "spasmlog-remind.desktop"
    entry.write_bytes(b"\xff\xfe")

    renew(own)

    assert entry.read_text(encoding="utf-8").startswith("[Desktop Entry]\n")


def test_a_systemd_that_refuses_is_told_and_nothing_is_left(machine: Machine, own: Path) -> None:
    machine.has_systemd(refuses=1)

    with pytest.raises(Refusal, match="did not take the timer"):
        install(own)

    assert machine.files == []
    assert standing(own) is None


def test_a_systemctl_that_cannot_be_run_is_told_too(
    machine: Machine, own: Path, tmp_path: Path
) -> None:
    machine.has_systemd()
    (tmp_path / "bin" / "systemctl").write_bytes(b"no program at all")

    with pytest.raises(Refusal, match="did not take the timer"):
        install(own)
    assert machine.files == []


def test_a_systemctl_that_hangs_is_not_waited_for(
    machine: Machine, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.has_systemd()
    (tmp_path / "bin" / "systemctl").write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    monkeypatch.setattr(reminder_timer, "PATIENCE", 0.2)

    with pytest.raises(Refusal, match="did not take the timer"):
        install(own)
    assert machine.files == []


def test_it_is_removed_where_systemd_is_gone_by_now(
    machine: Machine, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine.has_systemd()
    install(own)
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    remove(own)

    assert machine.files == []


def test_a_place_that_cannot_be_written_is_told_with_why(machine: Machine, own: Path) -> None:
    machine.config.write_text("a file where a folder should be")

    with pytest.raises(Refusal, match=r"could not be set up: .*while SpasmLog is open"):
        install(own)


def test_what_cannot_be_removed_is_named(machine: Machine, own: Path) -> None:
    entry = machine.config / "autostart" / "spasmlog-remind.desktop"
    entry.mkdir(parents=True)

    with pytest.raises(Refusal, match=r"could not be removed: .*by hand") as told:
        remove(own)
    assert str(entry) in told.value.next_step


def test_every_home_and_every_journal_has_its_own(
    machine: Machine, own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(own)
    install(tmp_path / "another.spasmlog")
    monkeypatch.setenv("SPASMLOG_HOME", str(tmp_path / "portable"))
    install(paths.own_journal())
    assert len(machine.files) == 3

    remove(paths.own_journal())
    assert len(machine.files) == 2
    assert standing(paths.own_journal()) is None
    monkeypatch.delenv("SPASMLOG_HOME")
    assert standing(own) is not None


STRANGE = 'a "quoted" $HOME %h `b` \\ c'


def test_the_entry_starts_the_same_program_on_the_same_journal(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, journal = tmp_path / STRANGE, tmp_path / STRANGE / "my journal.spasmlog"
    monkeypatch.setenv("SPASMLOG_HOME", str(home))
    install(journal)
    (entry,) = (machine.config / "autostart").iterdir()

    words = exec_words(entry.read_text(encoding="utf-8"))

    assert words[0] == "env"
    assert f"SPASMLOG_HOME={home}" in words
    at = words.index(sys.executable)
    journal_words = ["--journal", str(journal), "remind", "--wait"]
    assert words[at:] == [sys.executable, "-m", "spasmlog", *journal_words]


def exec_words(text: str) -> list[str]:
    """The words of Exec as a desktop reads them: a text's escapes first, then a shell's quotes."""
    (line,) = [each for each in text.splitlines() if each.startswith("Exec=")]
    unescaped = line.removeprefix("Exec=").replace("\\\\", "\\").replace("%%", "%")
    command = ["sh", "-c", f"printf '%s\\n' {unescaped}"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def test_a_program_that_was_frozen_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert reminder_timer.program(Path("/a/b"), "remind") == [
        sys.executable,
        "--journal",
        "/a/b",
        "remind",
    ]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd")
@pytest.mark.parametrize("name", ["journal.spasmlog", f"{STRANGE}.spasmlog"])
def test_systemd_itself_finds_nothing_wrong_with_what_is_written(
    machine: Machine, tmp_path: Path, name: str
) -> None:
    machine.has_systemd()
    install(tmp_path / name)
    units = machine.config / "systemd" / "user"
    files = [str(each) for each in units.iterdir() if each.is_file()]
    assert len(files) == 2

    verified = analysed("verify", "--man=no", *files)
    calendar = analysed("calendar", f"*:0/{reminder_timer.MINUTES}", "--iterations=2")

    assert (verified.returncode, verified.stderr) == (0, "")
    assert "Normalized form: *-*-* *:00/10:00" in calendar.stdout


def analysed(*words: str) -> subprocess.CompletedProcess[str]:
    """What systemd's own checker says, of units of a person and not of the system."""
    command = ["systemd-analyze", "--user", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)
