"""Where things lie: the shipped files, and one directory that moves all of a person's folders."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import spasmlog
from spasmlog import paths

FOLDERS = (paths.data_folder, paths.config_folder, paths.state_folder, paths.cache_folder)


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_home_of_the_program_moves_every_folder(home: Path, folder: Callable[[], Path]) -> None:
    assert folder().parent == home


def test_no_two_folders_are_one() -> None:
    assert len({folder() for folder in FOLDERS}) == len(FOLDERS)


def test_the_journal_lies_in_the_data_folder(home: Path) -> None:
    assert paths.own_journal() == home / "data" / "journal.spasmlog"


@pytest.mark.parametrize("empty", [True, False])
def test_without_a_home_of_its_own_the_system_says_where(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, empty: bool
) -> None:
    if empty:
        monkeypatch.setenv("SPASMLOG_HOME", "")
    else:
        monkeypatch.delenv("SPASMLOG_HOME")
    found = [folder() for folder in FOLDERS]

    names = ("xdg_data_home", "xdg_config_home", "xdg_state_home", "xdg_cache_home")
    assert found == [tmp_path / name / "spasmlog" for name in names]


def test_shipped_files_are_found_in_the_checkout() -> None:
    assert paths.shipped("resources", "theme", "tokens.json").is_file()
    assert paths.shipped("migrations", "env.py").is_file()


def test_shipped_files_are_found_in_the_wheel_first(tmp_path: Path) -> None:
    package = tmp_path / "spasmlog"
    package.mkdir()
    for name in ("__init__.py", "paths.py"):
        shutil.copy(Path(spasmlog.__file__).with_name(name), package / name)
    (package / "_resources").mkdir()
    asked = "from spasmlog.paths import shipped as s; print(s('resources', 'a'), s('migrations'))"
    said = subprocess.run(
        [sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert said.stdout.split() == [str(package / "_resources" / "a"), str(tmp_path / "migrations")]
