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
RELIEF_AFTER_MIN = (30, 45, 60, 90, 120)
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
    remind_relief: bool = False
    """Whether a notification asks how it is, some time after a dose."""
    relief_after_min: int = 60
    remind_evening: bool = False
    """Whether a notification reminds of the evening's check-in where there is none yet."""
    evening_at: str = "20:30"
    remind_peg: bool = False
    """Whether a notification says, at the same time, that the questions of PEG are due."""
    remind_while_closed: bool = False
    """Whether the system is to start SpasmLog for reminders while its window is closed."""
    reminders_in_full: bool = False
    """Whether notifications say what they are about; else nothing that a lock screen would tell."""
    quiet_from: str = "22:00"
    quiet_to: str = "07:00"
    """No notification comes between these clock times; equal times: no quiet hours."""
    stay_in_tray: bool = False
    """Whether closing the window leaves the program in the tray, where there is one."""
    flare_by_itself: bool = False
    """Whether flare mode opens by itself from the second reading of 8 or more."""

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
    "remind_relief": lambda _flag: True,
    "relief_after_min": RELIEF_AFTER_MIN.__contains__,
    "remind_evening": lambda _flag: True,
    "evening_at": _is_clock,
    "remind_peg": lambda _flag: True,
    "remind_while_closed": lambda _flag: True,
    "reminders_in_full": lambda _flag: True,
    "quiet_from": _is_clock,
    "quiet_to": _is_clock,
    "stay_in_tray": lambda _flag: True,
    "flare_by_itself": lambda _flag: True,
}
