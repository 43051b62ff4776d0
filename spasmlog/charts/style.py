"""What a chart looks like: size, text scale, fonts and colours, as one frozen value."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spasmlog.paths import shipped

PX_PER_INCH = 96
SCREEN_FONTS = ("Inter", "Noto Sans")
PRINT_FONTS = ("Noto Sans", "Inter")
PRINT_TEXT = 0.85
"""Print is read from nearer than a screen: labels of about 7.5 points."""
PRINT_DPR = 300 / PX_PER_INCH

LEVELS = ("emergency", "prompt", "routine", "info")
_ROLES = {
    "paper": "surface",
    "text": "text",
    "quiet": "text-quiet",
    "grid": "grid",
    "hatch": "hatch",
    "gap": "grid",
    "outline": "ramp-line",
    "hydration": "hydration",
    "activity": "activity",
    "stretch": "stretch",
    "treatment": "treatment",
    "treatment_soft": "treatment-soft",
}
"""The role in the tokens that gives each colour of a style."""
BLACK, DARK, MIDDLE, LIGHT, WHITE = "#000000", "#404040", "#8C8C8C", "#C4C4C4", "#FFFFFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Lengths are design pixels, 96 an inch; `height` None: as high as the chart needs.

    `scale` is the text scale, `dpr` the device pixels of a design pixel. `pain` are the fills of
    days with 0 to 10, `spasm` of those with a spasm. `levels` are the colours of signals.
    """

    width: float
    height: float | None = None
    scale: float = 1.0
    dpr: float = 1.0
    fonts: tuple[str, ...] = SCREEN_FONTS
    paper: str
    text: str
    quiet: str
    grid: str
    hatch: str
    gap: str
    pain: tuple[str, ...]
    spasm: tuple[str, ...]
    outline: str
    area: str
    hydration: str
    activity: str
    activity_soft: str
    stretch: str
    treatment: str
    treatment_soft: str
    levels: Mapping[str, str]

    @classmethod
    def light(
        cls, width: float, height: float | None = None, scale: float = 1.0, dpr: float = 1.0
    ) -> Style:
        """For the light theme."""
        return _shipped("light", width, height, scale, dpr)

    @classmethod
    def dark(
        cls, width: float, height: float | None = None, scale: float = 1.0, dpr: float = 1.0
    ) -> Style:
        """For the dark theme."""
        return _shipped("dark", width, height, scale, dpr)

    @classmethod
    def screen(
        cls,
        roles: Mapping[str, str],
        pain: Sequence[str],
        width: float,
        height: float | None = None,
        scale: float = 1.0,
        dpr: float = 1.0,
    ) -> Style:
        """For a screen in the colours of these roles, as the tokens name them."""
        colors: dict[str, Any] = {field: roles[role] for field, role in _ROLES.items()}
        return cls(
            width=width,
            height=height,
            scale=scale,
            dpr=dpr,
            pain=tuple(pain),
            spasm=tuple(pain),
            area=pain[3],
            activity_soft=mixed(roles["activity"], roles["surface"]),
            levels={level: roles[level] for level in LEVELS},
            **colors,
        )

    @classmethod
    def print(cls, width_in: float, height_in: float | None = None) -> Style:
        """For paper, in inches: black, three greys and hatches, fit for a fax."""
        return cls(
            width=width_in * PX_PER_INCH,
            height=None if height_in is None else height_in * PX_PER_INCH,
            scale=PRINT_TEXT,
            dpr=PRINT_DPR,
            fonts=PRINT_FONTS,
            paper=WHITE,
            text=BLACK,
            quiet=DARK,
            grid=LIGHT,
            hatch=MIDDLE,
            gap=WHITE,
            pain=(LIGHT,) * 11,
            spasm=(DARK,) * 11,
            outline=DARK,
            area=LIGHT,
            hydration=DARK,
            activity=DARK,
            activity_soft=LIGHT,
            stretch=DARK,
            treatment=BLACK,
            treatment_soft=WHITE,
            levels=dict.fromkeys(LEVELS, BLACK),
        )

    def px(self, length: float) -> float:
        """A length that holds text, at the text scale."""
        return length * self.scale


def mixed(one: str, other: str) -> str:
    """The colour halfway between two of the form "#RRGGBB"."""
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(a + b) // 2:02X}" for a, b in pairs)


@cache
def ink_on(fill: str) -> str:
    """Black or white, whichever stands out more from a ground of the form "#RRGGBB"."""
    light = _luminance(fill)
    return BLACK if (light + 0.05) ** 2 >= 0.05 * 1.05 else WHITE


def _luminance(color: str) -> float:
    """As WCAG 2 has it: 0 is black, 1 is white."""
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@cache
def _tokens() -> Any:
    return json.loads(shipped("resources", "theme", "tokens.json").read_bytes())


def _shipped(theme: str, width: float, height: float | None, scale: float, dpr: float) -> Style:
    told = _tokens()["themes"][theme]
    return Style.screen(told["roles"], told["pain"], width, height, scale, dpr)
