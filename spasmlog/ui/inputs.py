"""Everything that a person presses, chooses or fills in, under one name.

What is asked for is imported when it is asked for: the window's first paint needs buttons only.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spasmlog.ui.buttons import Button, Chip
    from spasmlog.ui.choice import Choice
    from spasmlog.ui.fields import LabelledField
    from spasmlog.ui.labels import label
    from spasmlog.ui.segmented import Segmented
    from spasmlog.ui.stepper import Stepper
    from spasmlog.ui.switches import Switch, Tick
    from spasmlog.ui.when_fields import ClockField, DayField

__all__ = [
    "Button",
    "Chip",
    "Choice",
    "ClockField",
    "DayField",
    "LabelledField",
    "Segmented",
    "Stepper",
    "Switch",
    "Tick",
    "label",
]

_HOMES = {
    "Button": "buttons",
    "Chip": "buttons",
    "Choice": "choice",
    "ClockField": "when_fields",
    "DayField": "when_fields",
    "LabelledField": "fields",
    "Segmented": "segmented",
    "Stepper": "stepper",
    "Switch": "switches",
    "Tick": "switches",
    "label": "labels",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"spasmlog.ui.{_HOMES[name]}"), name)
