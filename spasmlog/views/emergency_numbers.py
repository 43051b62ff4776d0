"""Whom to call in an emergency, by country; needs neither a journal nor Babel."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spasmlog.i18n import _
from spasmlog.paths import shipped

ANYWHERE = "112"
"""What mobile phones take for an emergency call in most countries, whatever the local number is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmergencyNumber:
    """Whom to call and what there is to say of it; `poisons` is a poisons line, if known."""

    number: str
    said: str
    country: str
    set_for: str
    can_change: bool
    poisons: str = ""


def locale_country(environ: Mapping[str, str]) -> str:
    """The country that the locale names, empty where it names none that is known."""
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        name = environ.get(variable, "").split(".")[0].split("@")[0]
        if name and name not in ("C", "POSIX"):
            code = name.replace("-", "_").rpartition("_")[2]
            return code if code in _table() else ""
    return ""


def countries() -> tuple[tuple[str, str], ...]:
    """The countries whose number is known: code and name, by name."""
    named = ((code, _(each["name"])) for code, each in _table().items())
    return tuple(sorted(named, key=lambda pair: pair[1].casefold()))


def emergency_number(country: str, own: str) -> EmergencyNumber:
    """The number of a country, or the person's own with the country's beside it."""
    known = _table().get(country.upper())
    if own:
        return EmergencyNumber(
            number=own,
            said="" if known is None else _beside_own(known),
            country=country.upper() if known else "",
            set_for=_("Your own number, from Settings"),
            can_change=False,
            poisons="" if known is None else _poisons(known),
        )
    return _anywhere() if known is None else _of_country(country, known)


def _anywhere() -> EmergencyNumber:
    return EmergencyNumber(
        number=ANYWHERE,
        said=_(
            "On a mobile phone it works in many countries, not in all. "
            "In North America call 911, in the UK 999."
        ),
        country="",
        set_for=_("No country is set"),
        can_change=True,
    )


def _of_country(country: str, known: Mapping[str, Any]) -> EmergencyNumber:
    return EmergencyNumber(
        number=known["number"],
        said=_also(known),
        country=country.upper(),
        set_for=_("Set for {country}").format(country=_(known["name"])),
        can_change=True,
        poisons=_poisons(known),
    )


@cache
def _table() -> Mapping[str, Mapping[str, Any]]:
    found: Any = json.loads(shipped("resources", "emergency_numbers.json").read_bytes())
    table: Mapping[str, Mapping[str, Any]] = found["countries"]
    return table


def _beside_own(known: Mapping[str, Any]) -> str:
    return _("{country}: {number}").format(country=_(known["name"]), number=known["number"])


def _also(known: Mapping[str, Any]) -> str:
    if not known["also"]:
        return ""
    mobile = known["also_mobile_only"]
    pattern = _("Or {number} from a mobile phone") if mobile else _("Or {number}")
    return pattern.format(number=known["also"])


def _poisons(known: Mapping[str, Any]) -> str:
    """The line, with its hours where it does not answer at any hour."""
    line = str(known.get("poisons", "")).replace(" ", "\u00a0")  # a number is not broken
    if "poisons_from" not in known:
        return line
    pattern = _("{number}, from {first} to {last} o'clock")
    return pattern.format(number=line, first=known["poisons_from"], last=known["poisons_to"])
