"""The charts of how treatments went and whether spasms come back, each loaded when it is asked."""

from __future__ import annotations

from spasmlog.charts.base import Asked, Chart, Prepared
from spasmlog.i18n import N_


def _two_hours(asked: Asked) -> Prepared:
    from spasmlog.charts.two_hours import prepare

    return prepare(asked)


def _relief(asked: Asked) -> Prepared:
    from spasmlog.charts.relief_lines import prepare

    return prepare(asked)


def _easing(asked: Asked) -> Prepared:
    from spasmlog.charts.easing_times import prepare

    return prepare(asked)


def _returns(asked: Asked) -> Prepared:
    from spasmlog.charts.returns import prepare

    return prepare(asked)


def _holding(asked: Asked) -> Prepared:
    from spasmlog.charts.holding import prepare

    return prepare(asked)


OF_TREATMENTS: tuple[Chart, ...] = (
    Chart(name="two_hours", title=N_("Pain two hours later"), prepare=_two_hours, by_place=True),
    Chart(
        name="relief",
        title=N_("Pain in the hours after a treatment"),
        prepare=_relief,
        by_place=True,
        by_treatment=True,
    ),
    Chart(
        name="easing",
        title=N_("Time until it eased"),
        prepare=_easing,
        by_place=True,
        by_treatment=True,
    ),
    Chart(name="returns", title=N_("Days until it came back"), prepare=_returns, by_place=True),
    Chart(name="holding", title=N_("Still free of a spasm"), prepare=_holding, by_place=True),
)
