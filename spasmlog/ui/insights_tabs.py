"""The tabs of Insights, each a table of rows; a chart is added to a tab by one name in a row.

A name is that of a chart, or of one of the cards that are no chart; what does not exist is left
out, and so is a tab without rows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spasmlog.domain.scales import PEG, ROLAND_MORRIS
from spasmlog.i18n import N_

COMPARED, USES, ONE = "compared", "uses", "one"
"""The cards that are no chart: two periods, what was used, and the choice of a treatment."""
YEARLY = frozenset({"calendar"})
"""Charts of a year of their own choice, whatever days are chosen for the others."""
SCORED: Mapping[str, str] = {"peg_trend": PEG, "roland_morris": ROLAND_MORRIS}
"""Charts of a questionnaire, which are left out where it was never answered."""
RETURNING = frozenset({"returns", "holding"})
"""Charts of spasms that come back, linked to the signal of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One question. `days` are those shown first; one row has one card, or two side by side.

    `beside_signals` is the chart that has the signals at its side.
    """

    title: str
    days: int
    rows: tuple[tuple[str, ...], ...]
    beside_signals: str = ""


TABS: Mapping[str, Tab] = {
    "over_time": Tab(
        title=N_("Over time"),
        days=90,
        beside_signals="overview",
        rows=(
            ("overview",),
            (COMPARED,),
            ("weekly_course",),
            ("spasm_rate",),
            ("calendar",),
            ("hours", "weekdays"),
            ("places",),
            ("peg_trend",),
            ("roland_morris",),
        ),
    ),
    "treatments": Tab(
        title=N_("Treatments"),
        days=365,
        rows=(
            (USES,),
            ("two_hours",),
            (ONE,),
            ("relief", "easing"),
            ("returns",),
            ("holding",),
        ),
    ),
    "goes_with": Tab(title=N_("What goes with it"), days=365, rows=()),
}


def on_screen() -> Mapping[str, Tab]:
    """The tabs that have something to show."""
    return {key: tab for key, tab in TABS.items() if tab.rows}
