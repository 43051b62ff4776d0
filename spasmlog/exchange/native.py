"""The journal as JSON, lossless: equal journals give equal files, and nothing is half read."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from spasmlog.domain.codec import COLLECTIONS, Plain, from_plain, to_plain
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Profile, Record
from spasmlog.errors import ImportRefused, InvalidEntry, NotSaved
from spasmlog.exchange.integrity import Place, refuse_contradictions
from spasmlog.i18n import _, why_not

SCHEMA_VERSION = 1
Progress = Callable[[int, int], None]
"""Told how many of how many records are done."""

_STEP = 1000
_WRITE = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True).encode


def dump(diary: Diary, progress: Progress | None = None) -> str:
    """The whole diary as text, one record a line, everything in order."""
    if diary.full_from is not None or diary.later:
        raise ValueError("only a diary of all records is written to a file")
    tell = _counted(progress, sum(map(len, diary.records.values())))
    collections = [
        f"  {_WRITE(name)}: {_lines(diary.of_kind(COLLECTIONS[name]), tell)}"
        for name in sorted(COLLECTIONS)
    ]
    profile = _WRITE(to_plain(diary.profile)) if diary.profile else "null"
    records = ",\n".join(collections)
    return (
        f'{{\n "profile": {profile},\n "records": {{\n{records}\n }},\n'
        f' "schema_version": {SCHEMA_VERSION}\n}}\n'
    )


def load(text: str, progress: Progress | None = None) -> tuple[Record, ...]:
    """All records of a file, or `ImportRefused` with the record that is wrong."""
    whole = _parsed(text)
    _refuse_other_shape(whole)
    listed: list[tuple[Place, Mapping[str, Plain]]] = [
        (Place(name, number), plain)
        for name in COLLECTIONS
        for number, plain in enumerate(whole["records"][name], 1)
    ]
    if whole["profile"] is not None:
        listed.append((Place("profile"), whole["profile"]))
    tell = _counted(progress, len(listed))
    found = dict(_read(listed, tell))
    refuse_contradictions(found)
    return tuple(found.values())


def load_file(path: str | Path, progress: Progress | None = None) -> tuple[Record, ...]:
    """All records of the file at `path`, which is only read."""
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        _refuse(_("This is not a text file."))
    except (OSError, ValueError) as error:
        raise ImportRefused(
            _("{file} cannot be read: {why}.").format(file=path, why=_why(error)),
            _("Check its name and place."),
        ) from error
    return load(text, progress)


def save(path: str | Path, text: str) -> None:
    """Write a file that only its owner may read; the old one stays until the new one is whole."""
    target = Path(path)
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            new.replace(target)
        finally:
            new.unlink(missing_ok=True)
        _settle(target.parent)
    except (OSError, ValueError) as error:
        raise NotSaved(
            _("{file} was not saved: {why}.").format(file=path, why=_why(error)),
            _("Choose another place, or make room there."),
        ) from error


def _lines(records: Sequence[Record], tell: Callable[[], None]) -> str:
    if not records:
        return "[]"
    written = []
    for record in sorted(records, key=lambda each: each.id):
        written.append(f"   {_WRITE(to_plain(record))}")
        tell()
    return "[\n" + ",\n".join(written) + "\n  ]"


def _counted(progress: Progress | None, total: int) -> Callable[[], None]:
    """A bell to ring after each record, heard once in a thousand and at the end."""
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if progress is not None and (done % _STEP == 0 or done == total):
            progress(done, total)

    return tell


def _parsed(text: str) -> Plain:
    try:
        return json.loads(text, object_pairs_hook=_named, parse_constant=_no_number)
    except RecursionError:
        _refuse(_("The file is nested too deeply to be a journal."))
    except json.JSONDecodeError as error:
        _refuse(
            _("The file does not hold JSON: line {line}, column {column} cannot be read.").format(
                line=error.lineno, column=error.colno
            )
        )
    except ValueError:  # a whole number of thousands of digits
        _refuse(_("The file holds a number that is far too large."))


def _named(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        _refuse(_("The name {name} stands twice in one place.").format(name=repr(twice)[:60]))
    return found


def _no_number(text: str) -> NoReturn:
    _refuse(_("{value} is not a number.").format(value=text))


def _refuse_other_shape(whole: Plain) -> None:
    if not isinstance(whole, dict) or "schema_version" not in whole:
        _refuse(_("The file does not hold a SpasmLog journal."))
    version = whole["schema_version"]
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        _refuse(_("The file does not hold a SpasmLog journal."))
    if version > SCHEMA_VERSION:
        raise ImportRefused(
            _("The file was written by a newer version of SpasmLog."),
            _("Install that version, and import the file with it."),
        )
    _refuse_other_names(whole, {"schema_version", "profile", "records"})
    _refuse_other_names(whole["records"], COLLECTIONS.keys())
    for name in COLLECTIONS:
        if not isinstance(whole["records"][name], list):
            _refuse(_("{name} is not a list.").format(name=name))


def _refuse_other_names(found: Plain, known: Iterable[str]) -> None:
    if not isinstance(found, dict):
        _refuse(_("The file does not hold a SpasmLog journal."))
    odd = sorted(found.keys() ^ set(known))
    if odd:
        _refuse(
            _("Missing or not known: {names}.").format(names=", ".join(map(repr, odd[:3]))[:90])
        )


def _read(
    listed: Sequence[tuple[Place, Mapping[str, Plain]]], tell: Callable[[], None]
) -> Iterator[tuple[Place, Record]]:
    for place, plain in listed:
        try:
            yield place, from_plain(COLLECTIONS.get(place.collection, Profile), plain)
        except InvalidEntry as refused:
            place.refuse(refused.sentence)
        tell()


def _why(error: OSError | ValueError) -> str:
    """The reason within a sentence, without the path and the number."""
    return why_not(error) if isinstance(error, OSError) else _("that is no file name")


def _settle(folder: Path) -> None:
    """Make the new name in the folder last, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _refuse(sentence: str) -> NoReturn:
    raise ImportRefused(sentence, _("Export it again from the program that it came from."))
