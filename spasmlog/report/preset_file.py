"""The person's own choices of sections: one JSON file, read into frozen values, written whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from spasmlog.errors import InvalidEntry, NotSaved
from spasmlog.i18n import _, format_list, ngettext, why_not
from spasmlog.report.sections import Preset, Section, with_the_fixed

FILE_NAME = "report_presets.json"
SET_ASIDE = f"{FILE_NAME}.damaged"
LONGEST = 40
MOST = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPreset:
    """A choice of sections under a name of the person's own."""

    name: str
    sections: frozenset[Section]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """Something to choose: its key is the word of a ready choice, or is made of one's own name."""

    key: str
    label: str
    sections: frozenset[Section]
    own: bool


def key_of(name: str) -> str:
    """The key of a choice of one's own."""
    return f"own {name}"


def offered(presets: Iterable[OwnPreset]) -> tuple[Offered, ...]:
    """All that there is to choose: the ready ones, then one's own."""
    ready = (
        Offered(key=each.value, label=each.label, sections=each.sections, own=False)
        for each in Preset
    )
    own = (
        Offered(key=key_of(each.name), label=each.name, sections=each.sections, own=True)
        for each in presets
    )
    return (*ready, *own)


def read(folder: Path) -> tuple[OwnPreset, ...]:
    """Those of a folder, as they were saved; what makes no sense is left out."""
    try:
        found = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    kept: tuple[OwnPreset, ...] = ()
    for each in found if isinstance(found, list) else ():
        known = _sensible(each, kept)
        kept = kept if known is None else (*kept, known)
    return kept[:MOST]


def write(folder: Path, presets: Iterable[OwnPreset]) -> None:
    """Write them whole or not at all; raises `NotSaved`. A damaged file is kept beside them."""
    plain = [{"name": each.name, "sections": sorted(each.sections)} for each in presets]
    half = folder / f".{FILE_NAME}.half"
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        half.write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        half.chmod(0o600)
        if not _is_readable(folder / FILE_NAME):
            (folder / FILE_NAME).replace(folder / SET_ASIDE)
        half.replace(folder / FILE_NAME)
    except OSError as error:
        sentence = _("Your choices could not be saved: {why}.").format(why=why_not(error))
        raise NotSaved(sentence) from error


def _is_readable(file: Path) -> bool:
    """Whether nothing is lost by writing anew: there is no such file, or it holds choices."""
    try:
        return isinstance(json.loads(file.read_text(encoding="utf-8")), list)
    except FileNotFoundError:
        return True
    except (ValueError, RecursionError):
        return False


def added(
    presets: Sequence[OwnPreset], name: str, sections: frozenset[Section]
) -> tuple[OwnPreset, ...]:
    """These and one more; raises `InvalidEntry` for a name that cannot be."""
    if len(presets) >= MOST:
        raise InvalidEntry(
            ngettext(
                "There is {n} choice of your own already; that is the most.",
                "There are {n} choices of your own already; that is the most.",
                len(presets),
            )
        )
    return (*presets, OwnPreset(name=checked(name, presets), sections=sections))


def renamed(presets: Sequence[OwnPreset], old: str, new: str) -> tuple[OwnPreset, ...]:
    """The same with another name for one of them; raises `InvalidEntry` for one that cannot be."""
    name = checked(new, without(presets, old))
    return tuple(replace(each, name=name) if each.name == old else each for each in presets)


def without(presets: Sequence[OwnPreset], name: str) -> tuple[OwnPreset, ...]:
    """All but the one of this name."""
    return tuple(each for each in presets if each.name != name)


def checked(typed: str, others: Iterable[OwnPreset]) -> str:
    """The name as it is kept; raises `InvalidEntry` for one that is empty, too long or taken."""
    name = " ".join(typed.split())
    if not name:
        raise InvalidEntry(_("A choice of your own needs a name."))
    if len(name) > LONGEST:
        raise InvalidEntry(
            ngettext("A name has at most {n} letter.", "A name has at most {n} letters.", LONGEST)
        )
    if not name.isprintable():
        raise InvalidEntry(_("A name holds letters that can be seen."))
    if name.casefold() in {*_ready_names(), *(each.name.casefold() for each in others)}:
        raise InvalidEntry(_("There is a choice of that name already."))
    return name


def sections_of(name: str, presets: Sequence[OwnPreset]) -> frozenset[Section]:
    """What a choice shows, a ready one or one's own; `InvalidEntry` names those that there are."""
    wanted = " ".join(name.split()).casefold()
    for ready in Preset:
        if wanted in (ready.value, ready.label.casefold()):
            return ready.sections
    for own in presets:
        if wanted == own.name.casefold():
            return own.sections
    known = format_list([*(each.value for each in Preset), *(each.name for each in presets)])
    raise InvalidEntry(
        _("There is no choice of sections named {name}.").format(name=name),
        _("There are: {names}.").format(names=known),
    )


def _ready_names() -> set[str]:
    return {word for each in Preset for word in (each.value, each.label.casefold())}


def _sensible(found: Any, others: Sequence[OwnPreset]) -> OwnPreset | None:
    """One choice as it was read; sections that this version does not know are left out."""
    if not isinstance(found, dict):
        return None
    name, words = found.get("name"), found.get("sections")
    if not isinstance(name, str) or not isinstance(words, list):
        return None
    known = set(Section)
    chosen = with_the_fixed(each for each in words if isinstance(each, str) and each in known)
    try:
        return OwnPreset(name=checked(name, others), sections=chosen)
    except InvalidEntry:
        return None
