"""What makes it worse or better, and how far the pain reaches, as a small table."""

from __future__ import annotations

from spasmlog.analysis.movements import Moved, Reached, movements, reached
from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Effect, Movement, Side, Spread
from spasmlog.i18n import N_, _
from spasmlog.report.tables import Listed

MOST_REACHED = 3
_MOVEMENTS = {
    Movement.BEND: N_("Bending forward"),
    Movement.SIT: N_("Sitting"),
    Movement.STAND: N_("Standing"),
    Movement.WALK: N_("Walking"),
    Movement.LIE: N_("Lying down"),
    Movement.TWIST: N_("Twisting"),
    Movement.COUGH: N_("Coughing"),
    Movement.ARCH: N_("Arching back"),
}
_SPREADS = {
    Spread.THIGH: N_("thigh"),
    Spread.CALF: N_("calf"),
    Spread.FOOT: N_("foot"),
    Spread.ARM: N_("arm"),
    Spread.HAND: N_("hand"),
}
_SIDES = {
    Side.LEFT: N_("left"),
    Side.RIGHT: N_("right"),
    Side.BOTH: N_("both sides"),
    Side.MIDDLE: N_("middle"),
}


def movement(diary: Diary, period: Period) -> Listed | None:
    """The movements and the reach that were entered; None where nothing was."""
    rows = [(_(_MOVEMENTS[each.movement]), _did(each)) for each in movements(diary, period)]
    went = "; ".join(map(_reach, reached(diary, period)[:MOST_REACHED]))
    if not rows and not went:
        return None
    return Listed(
        title=_("Movement and reach"),
        headings=(_("While"), _("Pain was")),
        rows=tuple(rows),
        note=_("Pain reaches: {places}.").format(places=went) if went else "",
    )


def _reach(of: Reached) -> str:
    """How far, on which side, in how many spasms: "thigh, left, 4"."""
    side = "" if of.side is None else _(_SIDES[of.side])
    return ", ".join(each for each in (_(_SPREADS[of.spread]), side, str(of.n)) if each)


def place_side(side: Side | None) -> str:
    """The side within a sentence; empty where it is not stated."""
    return "" if side is None else _(_SIDES[side])


def _did(of: Moved) -> str:
    """What it did, in how many of the spasms for which it was entered."""
    if of.mostly is Effect.WORSE:
        return _("worse {n} of {m}").format(n=of.worse, m=of.n)
    if of.mostly is Effect.BETTER:
        return _("better {n} of {m}").format(n=of.better, m=of.n)
    if of.mostly is Effect.SAME:
        return _("no different {n} of {m}").format(n=of.same, m=of.n)
    return _("worse {worse}, better {better} of {m}").format(
        worse=of.worse, better=of.better, m=of.n
    )
