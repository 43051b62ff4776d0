"""The colours and sizes of one theme, read from the tokens, and the style sheet made of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from string import Template
from typing import Any

from spasmlog.paths import shipped

THEME_NAMES = ("light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Colours as "#RRGGBB": by role (`line-strong`), and for pain 0 to 10 with its ink."""

    name: str
    roles: Mapping[str, str]
    pain: tuple[str, ...]
    pain_text: tuple[str, ...]
    border: int = 1

    def role(self, name: str) -> str:
        """The colour of a role, or of a step of the ramp: `pain-7`, `pain-text-7`."""
        kind, _, level = name.rpartition("-")
        if kind == "pain":
            return self.pain[int(level)]
        if kind == "pain-text":
            return self.pain_text[int(level)]
        return self.roles[name]


@cache
def tokens() -> Any:
    """All of tokens.json, as it lies there."""
    return json.loads(shipped("resources", "theme", "tokens.json").read_bytes())


@cache
def theme(name: str) -> Theme:
    """One of `THEME_NAMES`."""
    told = tokens()["themes"][name]
    return Theme(
        name=name,
        roles=told["roles"],
        pain=tuple(told["pain"]),
        pain_text=tuple(told["pain_text"]),
    )


_SYSTEM_ROLES = {
    "paper": ("paper", "surface", "sunken"),
    "raised": ("raised",),
    "text": ("text", "text-quiet", "line", "line-strong", "ramp-line", "hatch", "grid", "focus"),
    "accent": ("accent", "accent-hover"),
    "accent-text": ("accent-text",),
}


def high_contrast(base: Theme, system: Mapping[str, str]) -> Theme:
    """The system's own colours, thick borders and no soft grounds; pain keeps its numbers.

    `system` holds paper, raised, text, accent and accent-text.
    """
    roles = dict.fromkeys(base.roles, system["text"])
    roles |= {role: system["paper"] for role in base.roles if role.endswith("-soft")}
    for source, names in _SYSTEM_ROLES.items():
        roles |= dict.fromkeys(names, system[source])
    roles["emergency-text"] = system["paper"]
    return replace(base, roles=roles, border=2)


def _channel(value: int) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def luminance(color: str) -> float:
    """Relative luminance (WCAG 2) of "#RRGGBB"."""
    red, green, blue = (_channel(int(color[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    """Contrast ratio (WCAG 2) of two colours, 1 to 21, whichever comes first."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


class _Blanks(dict[str, str]):
    """Fills `$px14` with 14 design pixels at the text scale, beside the roles."""

    def __init__(self, theme: Theme, scale: float) -> None:
        super().__init__({role.replace("-", "_"): hue for role, hue in theme.roles.items()})
        self["border"] = f"{theme.border}px"
        self._scale = scale

    def __missing__(self, key: str) -> str:
        if not key.startswith("px"):
            raise KeyError(key)
        return f"{round(int(key[2:]) * self._scale)}px"


def style_sheet(theme: Theme, scale: float) -> str:
    """The application's style sheet, the shipped template filled in."""
    template = shipped("resources", "theme", "style.qss").read_text(encoding="utf-8")
    return Template(template).substitute(_Blanks(theme, scale))
