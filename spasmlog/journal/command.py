"""What every command is, and what several of them are made from.

A `When` is a moment, or what a clock shows here (a naive datetime), or None for now.
`label` is what the step is called in "Undo ...".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from spasmlog.domain.moment import Moment
from spasmlog.domain.scales import TreatmentKind

When = Moment | datetime | None
Fields = tuple[tuple[str, Any], ...]
"""Names of a record's fields and their new values; fields not named stay as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """The base of all commands."""

    label: ClassVar[str]

    @property
    def called(self) -> str:
        """What its step is called: by its label, unless what it holds says more."""
        return self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """What was taken, by its catalogue entry or by name; a new name has `kind`, `prescribed`."""

    treatment_id: str | None = None
    name: str = ""
    kind: TreatmentKind = TreatmentKind.OTHER
    prescribed: bool = False
    dose_mg: float | None = None
    dose_text: str = ""
    minutes: int | None = None
    at: When = None
