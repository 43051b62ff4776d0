"""All that is needed to run, and all that is shipped, may be given on under the GPL 3."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "resources" / "fonts"
TABLE: dict[str, dict[str, Any]] = tomllib.loads(
    (ROOT / "packaging" / "licences.toml").read_text(encoding="utf-8")
)
# Words by which a licence's own text is known.
TELLTALE = {
    "0BSD": "Permission to use, copy, modify",
    "Apache-2.0": "Apache License",
    "BSD-2-Clause": "Redistribution and use in source and binary forms",
    "BSD-3-Clause": "Redistribution and use in source and binary forms",
    "MIT": "Permission is hereby granted, free of charge",
    "MIT-CMU": "Permission to use, copy, modify and distribute this software",
    "MPL-2.0": "Mozilla Public License Version 2.0",
    "PSF-2.0": "prepare derivative works",
    "Zlib": "The origin of this software must not be misrepresented",
}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(name: str, found: dict[str, Distribution]) -> dict[str, Distribution]:
    """The distribution and all that it needs here, extras left aside."""
    if plain(name) not in found:
        found[plain(name)] = distribution(name)
        for line in found[plain(name)].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                needed(requirement.name, found)
    return found


NEEDED = {name: dist for name, dist in needed("spasmlog", {}).items() if name != "spasmlog"}


def stated(dist: Distribution) -> str:
    """What the metadata say: the expression, else the classifier, else the one-line field."""
    expression = " ".join(dist.metadata.get_all("License-Expression") or [])
    classifiers = dist.metadata.get_all("Classifier") or []
    approved = [line for line in classifiers if line.startswith("License :: ")]
    field = "\n".join(dist.metadata.get_all("License") or [])
    short = field if "\n" not in field else ""
    return expression or short or " ".join(approved)


def licence_text(dist: Distribution) -> str:
    names = re.compile(r"(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)
    files = [file for file in dist.files or () if names.search(str(file)) and file.suffix != ".pyc"]
    texts = [Path(str(file.locate())).read_text("utf-8", errors="replace") for file in files]
    return " ".join("\n".join(texts).split())


def test_the_table_and_what_is_needed_to_run_name_the_same_packages() -> None:
    assert set(TABLE["packages"]) == set(NEEDED)


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_a_package_states_the_licence_that_was_reviewed(name: str) -> None:
    assert stated(NEEDED[name]) in TABLE["packages"][name]["says"]


@pytest.mark.parametrize("kind", ["packages", "fonts"])
def test_every_licence_in_use_has_its_reason_for_going_with_the_gpl(kind: str) -> None:
    used = {spdx for entry in TABLE[kind].values() for spdx in entry["spdx"]}

    assert used
    assert used <= TABLE["why"].keys()


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_a_package_carries_the_text_of_its_licence(name: str) -> None:
    entry, text = TABLE["packages"][name], licence_text(NEEDED[name])

    if "no_file" in entry:
        assert not text, "a licence text has come: review it and take the remark out"
    else:
        assert any(TELLTALE[spdx] in text for spdx in entry["spdx"] if spdx in TELLTALE)


def test_the_project_itself_is_under_the_gpl_3_or_later() -> None:
    own = distribution("spasmlog")

    assert stated(own) == "GPL-3.0-or-later"
    assert "GNU GENERAL PUBLIC LICENSE Version 3" in licence_text(own)


def shipped_fonts() -> list[Path]:
    return sorted(f for f in FONTS.rglob("*") if f.suffix in {".ttf", ".otf", ".ttc", ".woff2"})


def test_fonts_are_shipped() -> None:
    assert shipped_fonts()


@pytest.mark.parametrize("font", shipped_fonts(), ids=lambda font: font.name)
def test_a_shipped_font_is_reviewed_and_its_licence_lies_beside_it(font: Path) -> None:
    entry = next(e for name, e in TABLE["fonts"].items() if font.name.startswith(name))
    beside = (FONTS / entry["file"]).read_text(encoding="utf-8")

    assert "SIL Open Font License, Version 1.1" in beside
    assert "Reserved Font Name" not in beside.partition("-----")[0]
    assert "SIL Open Font License" in str(TTFont(font)["name"].getDebugName(13))


def test_each_reviewed_font_is_one_that_is_shipped() -> None:
    names = [font.name for font in shipped_fonts()]

    assert all(any(name.startswith(entry) for name in names) for entry in TABLE["fonts"])
