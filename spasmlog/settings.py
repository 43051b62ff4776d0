"""What a person has set: one JSON file, read into frozen values and written whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import time
from pathlib import Path
from typing import Any

THEMES = ("system", "light", "dark")
TEXT_SCALES = (100, 125, 150, 175, 200)
GLASS_ML = (150, 200, 250, 300, 330, 500)
FILE_NAME = "settings.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting with its default; a value that makes no sense is read as the default."""

    day_start: str = "03:00"
    theme: str = "system"
    text_percent: int = 100
    country: str = ""
    """ISO 3166 code for the emergency number; empty: by the locale."""
    emergency_number: str = ""
    """A number of the person's own; empty: the country's."""
    glass_ml: int = 250
    single_letters: bool = True
    personal_patterns: bool = True
    """Whether rules look for patterns of this person over weeks and months."""
    weekly_peg: bool = True
    """Whether the three questions of PEG are asked once a week."""
    monthly_roland_morris: bool = False
    """Whether the 24 statements of Roland-Morris are asked once a month."""

    @property
    def day_starts(self) -> time:
        """When a diary day begins."""
        return time.fromisoformat(self.day_start)

    @property
    def text_scale(self) -> float:
        """1.0 to 2.0."""
        return self.text_percent / 100


def read(folder: Path) -> Settings:
    """The settings of a folder; the defaults where there are none or they cannot be read."""
    try:
        found = json.loads((folder / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    return _sensible(found) if isinstance(found, dict) else Settings()


def write(folder: Path, settings: Settings) -> None:
    """Write them whole or not at all; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    half = folder / f".{FILE_NAME}.half"
    half.write_text(json.dumps(asdict(settings), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    half.chmod(0o600)
    half.replace(folder / FILE_NAME)


def _sensible(found: Mapping[str, Any]) -> Settings:
    defaults = Settings()
    kept = {
        field.name: found[field.name]
        for field in fields(Settings)
        if type(found.get(field.name)) is type(getattr(defaults, field.name))
        and _ALLOWED[field.name](found[field.name])
    }
    return Settings(**kept)


def _is_clock(text: str) -> bool:
    try:
        return time.fromisoformat(text).strftime("%H:%M") == text
    except ValueError:
        return False


_ALLOWED: Mapping[str, Any] = {
    "day_start": _is_clock,
    "theme": THEMES.__contains__,
    "text_percent": lambda percent: 100 <= percent <= 200,
    "country": lambda code: code == "" or (len(code) == 2 and code.isalpha()),
    "emergency_number": lambda number: len(number) <= 20 and number.isprintable(),
    "glass_ml": lambda ml: 10 <= ml <= 2000,
    "single_letters": lambda _flag: True,
    "personal_patterns": lambda _flag: True,
    "weekly_peg": lambda _flag: True,
    "monthly_roland_morris": lambda _flag: True,
}
