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
