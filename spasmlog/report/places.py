"""Where the spasms were: by region and side, and on the parts of the body map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spasmlog.analysis.period import Period
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import BODY_PARTS, Region, Side
from spasmlog.i18n import _, format_list, ngettext
from spasmlog.report.blocks import PlaceRow, Where
from spasmlog.rules.words import place_words

_ON_THE_MAP: dict[Region, tuple[str, ...]] = {
    Region.NECK: ("back-neck",),
    Region.UPPER_BACK: ("back-upper",),
    Region.MID_BACK: ("back-mid",),
    Region.LOW_BACK: ("back-lower",),
    Region.BUTTOCK: ("back-buttock",),
    Region.LEG: ("back-thigh", "back-calf"),
    Region.ARM: ("back-shoulder", "back-arm"),
}
_SIDES = {Side.LEFT: ("left",), Side.RIGHT: ("right",)}
_BOTH = ("left", "right")


def where(diary: Diary, period: Period) -> Where | None:
    """The places of the spasms that began in a period; None where none has a place."""
    spasms = diary.between(Episode, period.first, period.last)
    placed = [each for each in spasms if region_of(each) is not None]
    if not placed:
        return None
    parts = Counter(part for each in placed for part in _parts(each))
    rows = tuple(_row(region, placed) for region in _by_count(placed))
    return Where(
        title=_title(diary, period, placed),
        headings=PlaceRow(
            place=_("Place"),
            left=_("Left"),
            right=_("Right"),
            both=_("Both, mid"),
            unsaid=_("No side"),
        ),
        rows=rows,
        parts=tuple(sorted(parts.items())),
        total=len(placed),
        alt=_alt(rows),
        note=_note(diary, placed, len(spasms) - len(placed)),
    )


def _title(diary: Diary, period: Period, placed: Sequence[Episode]) -> str:
    """How many spasms, and on how many days: the headline of the page counts days."""
    ids = {each.id for each in placed}
    days = (diary.facts_on(day) for day in period)
    touched = sum(1 for each in days if not ids.isdisjoint(each.spasms))
    spasms = ngettext("{n} spasm", "{n} spasms", len(placed))
    said = ngettext("Where: {spasms} on {n} day", "Where: {spasms} on {n} days", touched)
    return said.format(spasms=spasms)


def region_of(episode: Episode) -> Region | None:
    """The region stated, else that of the place with most pain; None: not stated."""
    if episode.region is not None or not episode.areas:
        return episode.region
    part, _pain = max(episode.areas, key=lambda area: area[1])
    return BODY_PARTS[part]


def side_of(episode: Episode) -> Side | None:
    """The side stated, else that of the places marked on the map; None: not stated."""
    if episode.side is not None or not episode.areas:
        return episode.side
    marked = {part.rpartition("-")[2] for part, pain in episode.areas if pain}
    return Side(marked.pop()) if len(marked) == 1 else Side.BOTH


def _parts(episode: Episode) -> list[str]:
    """The places marked on the map, else those of the region on the sides that were stated."""
    if episode.areas:
        return [part for part, pain in episode.areas if pain]
    region = region_of(episode)
    places = _ON_THE_MAP.get(region, ()) if region is not None else ()
    sides = _SIDES.get(episode.side, _BOTH) if episode.side is not None else _BOTH
    return [f"{place}-{side}" for place in places for side in sides]


def _by_count(spasms: Sequence[Episode]) -> list[Region]:
    counts = Counter(region_of(each) for each in spasms)
    return sorted((r for r in Region if counts[r]), key=lambda region: -counts[region])


def _row(region: Region, spasms: Sequence[Episode]) -> PlaceRow:
    here = Counter(side_of(each) for each in spasms if region_of(each) is region)
    both = here[Side.BOTH] + here[Side.MIDDLE]

    def said(count: int) -> str:
        return str(count) if count else ""

    return PlaceRow(
        place=place_words(region),
        left=said(here[Side.LEFT]),
        right=said(here[Side.RIGHT]),
        both=said(both),
        unsaid=said(here[None]),
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


def _note(diary: Diary, placed: Sequence[Episode], unplaced: int) -> str:
    notes: list[str] = []
    today = sum(1 for each in placed if each.day == diary.today)
    if today:
        notes.append(ngettext("{n} began today.", "{n} began today.", today))
    if any(each.side is None and not each.areas for each in placed):
        notes.append(_("No side stated: both halves shaded."))
    if unplaced:
        notes.append(ngettext("{n} spasm has no place.", "{n} spasms have no place.", unplaced))
    return " ".join(notes)
