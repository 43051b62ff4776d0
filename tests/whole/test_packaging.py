"""The wheel, built and installed without a network: it carries all that the program needs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.whole.tree import ROOT, project_files


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Runs a command with a bare environment, so that nothing of the checkout helps it."""
    environment = {
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PATH": "/usr/bin:/bin",
        "SPASMLOG_HOME": str(folder / "home"),
        "TZ": "Europe/Berlin",
    }
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def succeed(*command: str | Path, folder: Path) -> str:
    done = run(*command, folder=folder)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a clean copy of the project's files."""
    copy, out = tmp_path_factory.mktemp("copy"), tmp_path_factory.mktemp("wheel")
    for file in project_files():
        (copy / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, copy / file)
    succeed(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", out, folder=copy)
    (built,) = out.glob("*.whl")
    return built


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """An environment with the wheel in it, and the folder that its commands are run from."""

    environment: Path
    folder: Path

    def python(self, *arguments: str) -> str:
        """Isolated: neither the current folder nor the variables of Python are looked at."""
        return succeed(self.environment / "bin" / "python", "-I", *arguments, folder=self.folder)

    def spasmlog(self, *arguments: str) -> str:
        return self.python("-m", "spasmlog", *arguments)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place, folder = tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("elsewhere")
    succeed(sys.executable, "-m", "venv", "--without-pip", place, folder=folder)
    python = place / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    succeed(*pip, "install", "--no-index", "--no-deps", wheel, folder=folder)
    # The dependencies come from the environment of this test. Its own editable spasmlog does not:
    # a folder that a .pth file names is searched, but .pth files in it are not read.
    scheme = {"base": str(place), "platbase": str(place)}
    own = Path(sysconfig.get_path("purelib", vars=scheme))
    (own / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return Installed(environment=place, folder=folder)


def test_the_wheel_holds_the_program_and_nothing_else_at_its_top(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {top.rpartition(".")[2] for top in tops} == {"spasmlog", "dist-info"}


@pytest.mark.parametrize("folder", ["migrations", "resources"])
def test_the_wheel_carries_every_shipped_file(wheel: Path, folder: str) -> None:
    shipped = [file for file in project_files() if file.parts[0] == folder]

    assert shipped
    assert {f"spasmlog/_{file.as_posix()}" for file in shipped} <= set(
        zipfile.ZipFile(wheel).namelist()
    )


def test_the_wheel_carries_its_licence_and_starts_the_command(wheel: Path) -> None:
    files = zipfile.ZipFile(wheel)
    (licence,) = [name for name in files.namelist() if name.endswith("/licenses/LICENSE")]
    (entry,) = [name for name in files.namelist() if name.endswith("/entry_points.txt")]

    assert b"GNU GENERAL PUBLIC LICENSE" in files.read(licence)
    assert b"spasmlog = spasmlog.__main__:main" in files.read(entry)


def test_what_runs_is_the_installed_program(installed: Installed) -> None:
    said = installed.python("-c", "import spasmlog; print(spasmlog.__file__)")

    assert Path(said.strip()).is_relative_to(installed.environment)


def test_the_installed_program_finds_the_files_shipped_with_it(installed: Installed) -> None:
    said = installed.python("-c", "from spasmlog.paths import shipped; print(shipped('resources'))")

    assert Path(said.strip()).is_relative_to(installed.environment)


def test_the_installed_command_explains_itself(installed: Installed) -> None:
    command = installed.environment / "bin" / "spasmlog"

    said = succeed(command, "--help", folder=installed.folder)

    for name in ("demo", "log", "assess", "chart", "report", "export", "import", "check"):
        assert name in said


def test_the_installed_program_writes_a_journal_and_hands_it_on(installed: Installed) -> None:
    journal = ("--journal", "demo.spasmlog")

    installed.spasmlog("demo", *journal, "--years", "1")
    installed.spasmlog("report", "report.pdf", *journal)
    installed.spasmlog("export", "journal.json", *journal)

    exported = json.loads((installed.folder / "journal.json").read_text(encoding="utf-8"))
    assessed = json.loads(installed.spasmlog("assess", *journal, "--format", "json"))
    assert installed.spasmlog("check", *journal).strip()
    assert (installed.folder / "report.pdf").read_bytes().startswith(b"%PDF-")
    assert exported["schema_version"] == 1
    assert exported["records"]["episodes"]
    assert assessed["rules"]["R01"]["verdict"] in {"fire", "no", "insufficient"}
