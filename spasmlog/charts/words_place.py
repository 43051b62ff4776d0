"""The places of the body, as they are called within a sentence."""

from __future__ import annotations

from spasmlog.domain.scales import Region
from spasmlog.i18n import N_, _

_REGIONS = {
    Region.NECK: N_("neck"),
    Region.UPPER_BACK: N_("upper back"),
    Region.MID_BACK: N_("mid back"),
    Region.LOW_BACK: N_("lower back"),
    Region.BUTTOCK: N_("buttock"),
    Region.LEG: N_("leg"),
    Region.ARM: N_("arm"),
    Region.OTHER: N_("another place"),
}


def place_name(value: Region) -> str:
    """ "lower back", as within a sentence."""
    return _(_REGIONS[value])


def place_words(place: Region | None) -> tuple[str, ...]:
    """That only spasms of one place are counted; nothing where all are."""
    if place is None:
        return ()
    return (
        _("Spasms are of one place only, {place}; pain is of all places.").format(
            place=place_name(place)
        ),
    )
