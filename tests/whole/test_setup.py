"""Setting up a machine: what is said when something is missing that may not be installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD_PYTHON = '[ "$1" = -V ] && echo "Python 3.9.2" && exit 0; exit 1'
# Answers what setup asks of it, and cannot make an environment.
NEW_PYTHON = """
case "$*" in
    *_base_executable*) echo "$0" ;;
    *"-m venv"*) echo "no room"; exit 1 ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout with setup alone, on a machine whose commands are stand-ins in `bin`."""
    checkout = tmp_path / "a checkout"
    (checkout / "packaging").mkdir(parents=True)
    for name in ("packaging/setup.sh", "packaging/apt-packages.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, checkout / name)
    (checkout / "packaging" / "requirements.lock").write_text("")
    (checkout / "bin").mkdir()
    stand_in(checkout, "python3", NEW_PYTHON)
    stand_in(checkout, "id", "echo 1000")
    stand_in(checkout, "sudo", "exit 1")
    stand_in(checkout, "apt-get", "echo called >> apt-calls")
    stand_in(checkout, "dpkg-query", "exec cat installed")
    has_all_but(checkout)
    return checkout


def stand_in(machine: Path, name: str, script: str) -> None:
    file = machine / "bin" / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def has_all_but(machine: Path, *missing: str, renamed: str = "") -> None:
    """Every listed package is installed but for these; `renamed` under another name."""
    lines = (ROOT / "packaging" / "apt-packages.txt").read_text().splitlines()
    names = [line.split()[1] for line in lines if line and not line.startswith("#")]
    installed = [f"ii  {name}, " for name in names if name not in {*missing, renamed}]
    installed += [f"ii  {renamed}t64, {renamed} (= 2.84-1)"] if renamed else []
    (machine / "installed").write_text("\n".join(installed) + "\n")


def set_up(machine: Path, purpose: str = "test", **variables: str) -> tuple[int, str]:
    path = f"{machine / 'bin'}{os.pathsep}/usr/bin{os.pathsep}/bin"
    done = subprocess.run(
        ["sh", str(machine / "packaging" / "setup.sh"), purpose],
        env={"PATH": path, "HOME": "", **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


def test_a_python_that_is_too_old_is_named(machine: Path) -> None:
    stand_in(machine, "python3", OLD_PYTHON)

    code, said = set_up(machine)

    assert code == 1
    assert "SpasmLog needs Python 3.11 or newer, and python3 is Python 3.9.2." in said


def test_a_python_that_is_not_there_is_named(machine: Path) -> None:
    code, said = set_up(machine, PYTHON="python3.99")

    assert code == 1
    assert said.startswith("There is no python3.99 here.")


def test_missing_packages_that_nothing_works_without_stop_it_with_the_command(
    machine: Path,
) -> None:
    has_all_but(machine, "libgl1", "xvfb")

    code, said = set_up(machine)

    assert code == 1
    assert "sudo apt-get install --no-install-recommends libgl1 xvfb" in said
    assert "SpasmLog cannot run without them." in said
    assert not (machine / ".venv").exists()


def test_packages_for_the_window_alone_are_named_and_it_goes_on(machine: Path) -> None:
    has_all_but(machine, "libxcb-cursor0")

    _, said = set_up(machine)

    assert "System packages are missing: libxcb-cursor0" in said
    assert "Going on without them." in said
    assert "Making .venv" in said


def test_packages_of_the_tests_are_not_asked_for_to_run_the_program(machine: Path) -> None:
    has_all_but(machine, "xvfb", "qpdf")

    _, said = set_up(machine, "run")

    assert "System packages are missing" not in said


def test_a_package_that_another_stands_in_for_is_not_missing(machine: Path) -> None:
    has_all_but(machine, renamed="libglib2.0-0")

    _, said = set_up(machine)

    assert "System packages are missing" not in said


def test_the_package_manager_is_left_alone_when_nothing_is_missing(machine: Path) -> None:
    stand_in(machine, "id", "echo 0")

    set_up(machine)

    assert not (machine / "apt-calls").exists()


def test_what_is_missing_is_installed_by_one_who_may(machine: Path) -> None:
    (machine / "installed").rename(machine / "everything")
    has_all_but(machine, "libgl1", "qpdf")
    stand_in(machine, "id", "echo 0")
    stand_in(machine, "apt-get", 'echo "$@" >> apt-calls; cp everything installed')

    _, said = set_up(machine)

    calls = (machine / "apt-calls").read_text().splitlines()
    assert calls[0].endswith("update")
    assert calls[1].endswith("libgl1 qpdf")
    assert "--no-install-recommends" in calls[1]
    assert "System packages are missing" not in said


def test_an_environment_that_cannot_be_made_is_no_success(machine: Path) -> None:
    code, said = set_up(machine)

    assert code == 1
    assert "no room" in said
    assert said.endswith("The environment could not be made.\n")
