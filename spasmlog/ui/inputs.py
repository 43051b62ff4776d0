"""Everything that a person presses, chooses or fills in, under one name."""

from __future__ import annotations

from spasmlog.ui.buttons import Button, Chip
from spasmlog.ui.fields import Choice, LabelledField, label
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
