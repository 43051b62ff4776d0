"""What was asked by a notification, remembered so that nothing is asked twice by whom ever."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from spasmlog.ui.remembered import Remembered

NAME = "reminded"


def recalled(remembered: Remembered) -> dict[str, datetime]:
    """The keys of what was asked, and when; `views.reminders` calls it `told`."""
    found = {}
    for key, said in remembered.get(NAME, dict, {}).items():
        with suppress(TypeError, ValueError):  # what was remembered wrongly is forgotten
            at = datetime.fromisoformat(said)
            if at.tzinfo is not None:
                found[str(key)] = at
    return found


def keep(remembered: Remembered, told: Mapping[str, datetime]) -> None:
    """Remember this from now on."""
    remembered.keep(NAME, {key: at.isoformat() for key, at in told.items()})
