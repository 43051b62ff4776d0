"""What lies in the project's folder, and what may not be written in its files."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import spasmlog
from tests.whole.tree import ROOT, project_files

TOP = {
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "migrations",
    "packaging",
    "pyproject.toml",
    "resources",
    "spasmlog",
    "tests",
}
BANNED = {
    "a path of one machine": re.compile(r"(?<![\w.~-])/(?:home|work|root|Users)/[\w.]"),
    "a package that is fetched when a page is set": re.compile(r"@preview\b"),
    "a host of a package registry": re.compile(
        r"\b(?:pypi\.(?:org|python\.org)|pythonhosted\.org|npmjs\.(?:com|org)|crates\.io)\b"
    ),
    "a folder beside the project": re.compile(r"\.\./shared\b"),
}
PACKAGING = ROOT / "packaging"
SCRIPTS = sorted([*PACKAGING.glob("*.sh"), ROOT / ".ci" / "run"])


def text_of(file: Path) -> str:
    """The file's text, or nothing for a file of bytes (a font, a picture, a database)."""
    data = (ROOT / file).read_bytes()
    return "" if b"\0" in data else data.decode("utf-8")


def apt_lines() -> list[list[str]]:
    lines = (PACKAGING / "apt-packages.txt").read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line and not line.startswith("#")]


def test_nothing_but_the_fixed_entries_lies_at_the_top() -> None:
    found = {file.parts[0] for file in project_files()}

    assert found <= TOP


@pytest.mark.parametrize("what", sorted(BANNED))
def test_no_file_names(what: str) -> None:
    own = Path("tests/whole/test_tree.py")
    files = [file for file in project_files() if file != own]

    assert [str(file) for file in files if BANNED[what].search(text_of(file))] == []


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("a path of one machine", "see /home/ann/notes"),
        ("a package that is fetched when a page is set", '#import "@preview/tablex:1.0"'),
        ("a host of a package registry", "--index-url https://pypi.org/simple"),
        ("a folder beside the project", "as ../shared/rules.md has it"),
    ],
)
def test_what_is_banned_would_be_seen(what: str, line: str) -> None:
    assert BANNED[what].search(line)


def test_system_packages_are_listed_once_each_with_a_purpose() -> None:
    packages = [package for _, package in apt_lines()]

    assert packages
    assert len(packages) == len(set(packages))
    assert {purpose for purpose, _ in apt_lines()} == {"must", "window", "test"}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_shell_script_parses_and_stops_at_the_first_error(script: Path) -> None:
    parsed = subprocess.run(["sh", "-n", str(script)], capture_output=True, text=True, check=False)

    assert parsed.stderr == ""
    assert parsed.returncode == 0
    assert "\nset -eu\n" in script.read_text(encoding="utf-8")


def test_every_command_of_the_makefile_is_explained_by_its_help() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", makefile, flags=re.MULTILINE)

    assert sorted(re.findall(r"^([a-z]+):.* ## ", makefile, flags=re.MULTILINE)) == sorted(
        phony.split()
    )


def test_the_lock_file_has_hashes_and_no_index() -> None:
    lock = (PACKAGING / "requirements.lock").read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==.*\\\n    --hash=sha256:", lock, flags=re.MULTILINE)

    assert "pyside6-essentials" in pinned
    assert len(pinned) == len(re.findall(r"^[a-z0-9]", lock, flags=re.MULTILINE))
    assert "index-url" not in lock
    assert "find-links" not in lock


def test_every_direct_dependency_is_in_the_lock_file() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[^\w.-]", line)[0].lower() for line in asked}
    lock = (PACKAGING / "requirements.lock").read_text(encoding="utf-8")

    assert names <= set(re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE))


def test_the_desktop_entry_starts_the_installed_command() -> None:
    lines = (PACKAGING / "spasmlog.desktop").read_text(encoding="utf-8").splitlines()
    entry = dict(line.split("=", 1) for line in lines if "=" in line)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert entry["Exec"].split()[0] in project["scripts"]
    assert entry["Version"] == "1.4"
    assert (ROOT / "resources" / "icons" / f"{entry['Icon']}.svg").is_file()


def test_the_metainfo_names_this_version_licence_and_desktop_entry() -> None:
    root = ET.parse(PACKAGING / "spasmlog.metainfo.xml").getroot()
    newest = root.find("releases/release")

    assert newest is not None
    assert newest.get("version") == spasmlog.__version__
    assert root.findtext("project_license") == "GPL-3.0-or-later"
    assert (PACKAGING / str(root.findtext("launchable"))).is_file()
    assert root.findtext("summary", "").endswith("spasms")


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("desktop-file-validate", ["spasmlog.desktop"]),
        ("appstreamcli", ["validate", "--no-net", "spasmlog.metainfo.xml"]),
    ],
)
def test_the_files_for_desktops_are_valid(tool: str, arguments: list[str]) -> None:
    found = shutil.which(tool)
    if found is None:
        pytest.skip(f"{tool} is not installed here")
    said = subprocess.run(
        [found, *arguments], cwd=PACKAGING, capture_output=True, text=True, check=False
    )

    assert said.returncode == 0, said.stdout + said.stderr


def test_the_icon_is_drawn_in_the_colours_of_the_light_theme() -> None:
    icon = (ROOT / "resources" / "icons" / "spasmlog.svg").read_text(encoding="utf-8")
    tokens = (ROOT / "resources" / "theme" / "tokens.json").read_text(encoding="utf-8")
    colours = set(re.findall(r'fill="(#\w{6})"', icon))

    assert 'viewBox="0 0 24 24"' in icon
    assert colours == {"#1C2427", "#C76435", "#F1F2EF"}
    assert all(colour in tokens for colour in colours)
