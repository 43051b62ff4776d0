"""What was typed as an amount: milligrams where it says so, words where it cannot be counted."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.domain.records import MAX_DAY_MINUTES, Treatment
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.views.typed import plain, read_number

MG, GRAMS, TABLETS, MINUTES, AS_TYPED = "mg", "g", "tablets", "min", "as_typed"
IN_MG = {MG: 1.0, GRAMS: 1000.0}
MOST_LETTERS = 60


class UnclearAmount(InvalidEntry):
    """An amount that is no number: it is kept as typed only when the person says so."""


def amount_fields(typed: str, unit: str) -> dict[str, object]:
    """The fields of a dose: `dose_mg`, `dose_text`, `minutes`. Nothing typed gives none.

    Raises `UnclearAmount` for words, and `InvalidEntry` for a number that cannot be.
    """
    text = plain(typed)
    if not text:
        return {}
    if unit == AS_TYPED:
        return {"dose_text": _kept(typed)}
    unit, text = _own_unit(text, unit)
    try:
        number = read_number(text)
    except InvalidEntry as error:
        raise UnclearAmount(
            _("“{typed}” is not a number.").format(typed=_kept(typed)),
            _("Save again to keep it in words; it is then not added up."),
        ) from error
    if number <= 0:
        raise InvalidEntry(_("An amount is a number above 0."))
    if unit in IN_MG:
        return {"dose_mg": number * IN_MG[unit]}
    if unit == MINUTES:
        return {"minutes": _minutes(number)}
    return {"dose_text": _("{n} tablets").format(n=text) if number != 1 else _("1 tablet")}


def find(name: str, catalogue: Iterable[Treatment]) -> Treatment | None:
    """The entry of this name, in any case of letters."""
    wanted = name.strip().casefold()
    return next((each for each in catalogue if each.name.casefold() == wanted), None)


def _own_unit(text: str, unit: str) -> tuple[str, str]:
    """A unit that stands behind the number counts more than the one that was chosen."""
    for own in (MG, GRAMS, MINUTES):
        number = text.casefold().removesuffix(own)
        if number != text.casefold() and number.strip()[-1:].isdigit():
            return own, number.strip()
    return unit, text


def _minutes(number: float) -> int:
    if number > MAX_DAY_MINUTES or number != round(number):
        raise InvalidEntry(_("Minutes are a whole number, a day's at most."))
    return round(number)


def _kept(typed: str) -> str:
    text = " ".join(typed.split())
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"
