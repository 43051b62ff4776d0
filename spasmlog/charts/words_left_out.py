"""Which uses tell nothing of how a treatment went, and why, in sentences."""

from __future__ import annotations

from collections.abc import Iterable

from spasmlog.analysis.gates import EASED_FROM
from spasmlog.analysis.treated import Missing
from spasmlog.analysis.treatments import Tried
from spasmlog.i18n import ngettext


def left_out_words(found: Tried) -> tuple[str, ...]:
    """How many uses are left out, and why."""
    return all_left_out_words((found,))


def all_left_out_words(found: Iterable[Tried]) -> tuple[str, ...]:
    """How many uses of all of these are left out, and why."""
    listed = tuple(found)
    counts = ((sum(each.missing(why) for each in listed), why) for why in Missing)
    return tuple(_left_out(n, why) for n, why in counts if n)


def _left_out(n: int, why: Missing) -> str:
    if why is Missing.BEFORE:
        return ngettext("{n} use has no reading before.", "{n} uses have no reading before.", n)
    if why is Missing.TOO_LOW:
        return ngettext(
            "{n} use was for pain under {from_}, too low to tell.",
            "{n} uses were for pain under {from_}, too low to tell.",
            n,
        ).format(from_=EASED_FROM)
    if why is Missing.OVER:
        return ngettext(
            "{n} use came after the spasm had let go.",
            "{n} uses came after the spasm had let go.",
            n,
        )
    return ngettext("{n} use has no after-reading.", "{n} uses have no after-reading.", n)
