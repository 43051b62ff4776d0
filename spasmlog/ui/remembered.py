"""What the window remembers of itself between two starts; of no medical meaning."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

FILE_NAME = "window.json"


class Remembered:
    """A few named values in one file; what cannot be read is forgotten, never a fault."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE_NAME
        self._values: dict[str, Any] = dict(_read(self._file))

    def get(self, name: str, kind: type[Any], default: Any) -> Any:
        """A value of this kind, or the default."""
        value = self._values.get(name)
        return value if type(value) is kind else default

    def keep(self, name: str, value: Any) -> None:
        """Remember a value from now on."""
        if self._values.get(name) == value:
            return
        self._values[name] = value
        with suppress(OSError):  # a full disk costs a window's size, nothing more
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            half = self._file.with_name(f".{FILE_NAME}.half")
            half.write_text(json.dumps(self._values, indent=1, sort_keys=True), encoding="utf-8")
            half.replace(self._file)


def _read(file: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
