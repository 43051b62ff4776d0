"""What was used for spasms in the chosen days: how often, how much is known of it, and when."""

from __future__ import annotations

from dataclasses import dataclass

from spasmlog.analysis.treatments import Tried
from spasmlog.charts.base import Asked
from spasmlog.charts.chosen import id_of, treated_today, tried_asked
from spasmlog.charts.words_eased import names_of, nothing_treated
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import TreatmentUse
from spasmlog.i18n import _, format_number, ngettext, sentence
from spasmlog.views.cells import Cell, Cells, short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class UsesView:
    """`choices` are what can be asked for one by one, most used first; `none` where nothing is."""

    cells: Cells
    basis: str
    choices: tuple[tuple[str, str], ...]
    none: str


def uses_view(asked: Asked) -> UsesView:
    """A row a treatment, or a combination used within half an hour; most used first.

    Takes a while with many spasms: not to be worked out where a window waits for it.
    """
    found = tried_asked(asked)
    names = [sentence(names_of(each.treatments, asked.diary)) for each in found]
    rows = tuple(_row(name, each, asked.diary) for name, each in zip(names, found, strict=True))
    ids = (id_of(each.treatments) for each in found)
    return UsesView(
        cells=Cells(headings=_headings(), rows=rows),
        basis=_basis(asked),
        choices=tuple(zip(ids, names, strict=True)),
        none="" if found else _none(asked),
    )


def _none(asked: Asked) -> str:
    if treated_today(asked):
        return nothing_treated(today=True)
    return _("No spasm that began on these days has a treatment.")


def _headings() -> tuple[str, ...]:
    return (
        _("What was used"),
        _("For spasms"),
        _("With pain before and after"),
        _("First and last day"),
    )


def _row(name: str, tried: Tried, diary: Diary) -> tuple[Cell, ...]:
    known, out = len(tried.uses), len(tried.left_out)
    first, last = (short_day(day, diary.today) for day in tried.days)
    days = first if first == last else _("{first} to {last}").format(first=first, last=last)
    return (
        Cell(text=name, strong=True),
        Cell(text=format_number(known + out)),
        Cell(text=format_number(known)),
        Cell(text=days),
    )


def _basis(asked: Asked) -> str:
    """What stands in no row, told for all places only: without a spasm a use has none."""
    apart = sum(
        each.episode_id is None
        for each in asked.diary.between(TreatmentUse, asked.first, asked.last)
    )
    if asked.place is not None or not apart:
        return _("A spasm counts once, by what was used for it first.")
    return ngettext(
        "A spasm counts once, by what was used for it first. {n} use was not logged for a spasm.",
        "A spasm counts once, by what was used for it first. {n} uses were not logged for a spasm.",
        apart,
    )
