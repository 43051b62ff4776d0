"""Where things lie: the files shipped with the program, and the user's own folders."""

from __future__ import annotations

import os
from pathlib import Path

_HERE = Path(__file__).parent


def shipped(*parts: str) -> Path:
    """A shipped file: `resources` or `migrations`, from the wheel or else from the checkout."""
    top, *rest = parts
    installed = _HERE / f"_{top}"
    return (installed if installed.is_dir() else _HERE.parent / top).joinpath(*rest)


def _own(kind: str) -> Path:
    """One of the user's own folders; SPASMLOG_HOME moves all of them below one directory."""
    home = os.environ.get("SPASMLOG_HOME")
    if home:
        return Path(home) / kind
    # Imported here: a portable home needs none of it.
    from platformdirs import PlatformDirs

    folder: Path = getattr(PlatformDirs("spasmlog", appauthor=False), f"user_{kind}_path")
    return folder


def data_folder() -> Path:
    """For the journal and its backups."""
    return _own("data")


def config_folder() -> Path:
    """For the settings."""
    return _own("config")


def state_folder() -> Path:
    """For what the program remembers of itself, and its log."""
    return _own("state")


def cache_folder() -> Path:
    """For what can be made again."""
    return _own("cache")


def own_journal() -> Path:
    """The person's own journal."""
    return data_folder() / "journal.spasmlog"
