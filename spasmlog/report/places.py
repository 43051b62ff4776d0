"""Where the spasms were, for the doctor's pages: a table by region and side, and a map."""

from __future__ import annotations

from collections.abc import Sequence

from spasmlog.analysis.period import Period
from spasmlog.analysis.places import Places, RegionCount, places
from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_list, ngettext
from spasmlog.report.blocks import PlaceRow, Where
from spasmlog.rules.words import place_words


def where(diary: Diary, period: Period) -> Where | None:
    """The places of the spasms that began in a period; None where none has a place."""
    found = places(diary, period)
    if not found.placed:
        return None
    rows = tuple(map(_row, found.regions))
    return Where(
        title=_title(diary, period, found),
        headings=PlaceRow(
            place=_("Place"),
            left=_("Left"),
            right=_("Right"),
            both=_("Both, mid"),
            unsaid=_("No side"),
        ),
        rows=rows,
        parts=tuple(sorted(found.parts)),
        total=len(found.placed),
        alt=_alt(rows),
        note=_note(found),
    )


def _title(diary: Diary, period: Period, found: Places) -> str:
    """How many spasms, and on how many days: the headline of the page counts days."""
    ids = {each.id for each in found.placed}
    days = (diary.facts_on(day) for day in period)
    touched = sum(1 for each in days if not ids.isdisjoint(each.spasms))
    spasms = ngettext("{n} spasm", "{n} spasms", len(found.placed))
    said = ngettext("Where: {spasms} on {n} day", "Where: {spasms} on {n} days", touched)
    return said.format(spasms=spasms)


def _row(counted: RegionCount) -> PlaceRow:
    def said(count: int) -> str:
        return str(count) if count else ""

    return PlaceRow(
        place=place_words(counted.region),
        left=said(counted.left),
        right=said(counted.right),
        both=said(counted.both),
        unsaid=said(counted.unsaid),
    )


def _alt(rows: Sequence[PlaceRow]) -> str:
    """The same as the table, for those who do not see the drawing."""
    said: list[str] = []
    for row in rows:
        counts = (
            (row.left, _("left {n}")),
            (row.right, _("right {n}")),
            (row.both, _("both sides or middle {n}")),
            (row.unsaid, _("side not stated {n}")),
        )
        listed = format_list(words.format(n=count) for count, words in counts if count)
        said.append(f"{row.place}: {listed}")
    return _("Body map of where the spasms were. {places}.").format(places="; ".join(said))


def _note(found: Places) -> str:
    notes: list[str] = []
    if found.today:
        notes.append(ngettext("{n} began today.", "{n} began today.", found.today))
    if found.sideless:
        notes.append(_("No side stated: both halves shaded."))
    if found.unplaced:
        unplaced = ngettext("{n} spasm has no place.", "{n} spasms have no place.", found.unplaced)
        notes.append(unplaced)
    return " ".join(notes)
