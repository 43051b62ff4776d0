"""Which kind the name of a common painkiller stands for: the packet limits go by the kind."""

from __future__ import annotations

import re

from spasmlog.domain.scales import TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import N_, _
from spasmlog.journal.quick_words import TREATMENTS

_LIMITED = {
    TreatmentKind.IBUPROFEN: N_("ibuprofen"),
    TreatmentKind.NAPROXEN_SODIUM: N_("naproxen sodium"),
    TreatmentKind.PARACETAMOL: N_("paracetamol"),
}
_ALSO = {TreatmentKind.NAPROXEN_SODIUM: TreatmentKind.NSAID}
"""Naproxen by prescription is no naproxen sodium from a packet."""
_AMOUNT = re.compile(r"[\s(]*\d[\d.,\s]*(mg|g|mcg|%)?[\s)]*$", re.IGNORECASE)


class OtherKind(InvalidEntry):
    """A painkiller's name beside a kind that is not its own; `fitting` is its own."""

    def __init__(self, name: str, fitting: TreatmentKind) -> None:
        super().__init__(
            _("{name} is not of that kind, so its packet limit would not be watched.").format(
                name=name
            ),
            _("Choose “{kind}” as its kind, or change the name.").format(kind=_(_LIMITED[fitting])),
        )
        self.fitting = fitting


def kind_named(name: str) -> TreatmentKind | None:
    """The kind that a name stands for, with or without an amount behind it."""
    known = TREATMENTS.get(_AMOUNT.sub("", name).strip().casefold())
    return known if known in _LIMITED else None


def refuse_other_kind(name: str, kind: TreatmentKind) -> None:
    """Refuse a common painkiller that is said to be something else."""
    fitting = kind_named(name)
    if fitting is not None and kind not in (fitting, _ALSO.get(fitting)):
        raise OtherKind(name.strip()[:60], fitting)
