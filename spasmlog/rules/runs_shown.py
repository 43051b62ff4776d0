"""How a run of days with a medicine is shown: its days as evidence, its weeks as a receipt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, ngettext
from spasmlog.rules.base import Evidence, Receipt
from spasmlog.rules.days import LISTED, ROWS
from spasmlog.rules.products import names
from spasmlog.rules.runs import Run, Taken

WEEK = timedelta(days=7)


def evidence_of(diary: Diary, run: Run) -> tuple[Evidence, ...]:
    """Each day with what was taken, and what was stepped over, newest first."""
    shown = [_on(diary, each) for each in run.taken[:LISTED]]
    if older := run.taken[LISTED:]:
        shown.append(_counted(older))
    oldest = min((each.day for each in run.taken[:LISTED]), default=diary.today)
    shown += [_gap(each) for each in _stretches(run.stepped_over) if each[-1] > oldest]
    return tuple(sorted(shown, key=lambda each: each.day, reverse=True))


def receipt_of(diary: Diary, run: Run) -> Receipt:
    """A line a week, newest first: on how many days it was taken, and what."""
    headings = (_("From"), _("To"), _("Days taken"), _("No entry"), _("What"))
    taken: dict[int, list[Taken]] = {}
    for each in run.taken:
        taken.setdefault(_row_of(run, each.day), []).append(each)
    over = [_row_of(run, each) for each in run.stepped_over]
    rows = []
    for row in sorted(taken):
        last = run.latest - row * WEEK
        first = run.first if row == max(taken) else last - WEEK + timedelta(days=1)
        what = names(diary, (use for each in taken[row] for use in reversed(each.uses)))
        rows.append((first, last, len(taken[row]), over.count(row), what))
    return Receipt(headings, tuple(rows))


def _row_of(run: Run, day: date) -> int:
    return min((run.latest - day) // WEEK, ROWS - 1)


def _on(diary: Diary, taken: Taken) -> Evidence:
    ids = tuple(use.id for use in taken.uses)
    return Evidence(taken.day, ids, names(diary, taken.uses))


def _counted(older: Iterable[Taken]) -> Evidence:
    """The days that are not listed, with all their records, on the oldest of them."""
    listed = tuple(older)
    fact = ngettext(
        "taken on {n} day more, beginning with this one",
        "taken on {n} days more, beginning with this one",
        len(listed),
    )
    return Evidence(listed[-1].day, tuple(use.id for each in listed for use in each.uses), fact)


def _stretches(days: Iterable[date]) -> Iterator[tuple[date, ...]]:
    """Days in a row, newest first, together."""
    stretch: tuple[date, ...] = ()
    for each in days:
        if stretch and stretch[-1] - each > timedelta(days=1):
            yield stretch
            stretch = ()
        stretch += (each,)
    if stretch:
        yield stretch


def _gap(days: tuple[date, ...]) -> Evidence:
    fact = ngettext(
        "no entry on {n} day, which is stepped over",
        "no entry on {n} days from this one, which are stepped over",
        len(days),
    )
    return Evidence(days[-1], (), fact)
