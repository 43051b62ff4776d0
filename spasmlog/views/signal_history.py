"""When each signal began and stopped, in words and as bars over the days that are looked at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.domain.diary import Diary
from spasmlog.i18n import N_, _, format_day, format_list
from spasmlog.rules import RULES, Level
from spasmlog.rules.history import History, Span
from spasmlog.rules.silent import NO_COMFORT, no_match
from spasmlog.views.cells import THIS_YEAR, Cell, Cells, short_day

YEAR_DAYS = 365
LONG_DAYS = 800
"""From so many days on the axis has years, below that months."""
TITLES = {rule.id: rule.title for rule in RULES}
HOW = N_(
    "Each past day is looked at with the entries up to it, as they stand now. Nothing of this is "
    "stored. Where the line is hatched, too little was logged to tell."
)


@dataclass(frozen=True, slots=True)
class PastAsked:
    """What the past days are looked at with: the whole diary, and whether for personal patterns."""

    diary: Diary
    personal: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A time without a break over which a signal matched, as far as it is shown.

    `began` is its true first day, which can be opened; `words` say the whole of it.
    """

    first: date
    last: date
    began: date
    level: str
    words: str
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One rule: its bars, oldest first, and `blanks`, the days it could not be told on.

    `spoken` is what a screen reader says of the picture of it.
    """

    rule: str
    title: str
    spoken: str
    bars: tuple[Bar, ...]
    blanks: tuple[tuple[date, date], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalHistoryView:
    """The days from `first` to `last`, which is today; `ticks` are days with what is written there.

    `none` stands in place of rows; `earlier` names what matched only before the days shown.
    """

    first: date
    last: date
    rows: tuple[Row, ...]
    ticks: tuple[tuple[date, str], ...]
    none: str
    earlier: str
    note: str
    is_long: bool
    """Whether there is more than the last 12 months to choose from."""


def past_asked(diary: Diary, *, personal: bool) -> PastAsked | None:
    """None until all days are read: of those on compact rows nothing older can be told."""
    return PastAsked(diary, personal) if diary.full_from is None else None


def signal_history_view(
    told: History, *, personal: bool = True, whole: bool = False
) -> SignalHistoryView:
    """The last 12 months, or with `whole` all the days since the first entry."""
    year_ago = told.last - timedelta(days=YEAR_DAYS)
    is_long = told.first < year_ago
    first = year_ago + timedelta(days=1) if is_long and not whole else told.first
    rows = tuple(_rows(told, first))
    shown = {each.rule for each in rows}
    others = tuple(_(TITLES[rule]) for rule in told.fired if rule not in shown)
    return SignalHistoryView(
        first=min(first, told.last),
        last=told.last,
        rows=rows,
        ticks=tuple(_ticks(first, told.last)),
        none="" if rows else _none(told, personal=personal),
        earlier=_("Earlier only: {signals}.").format(signals=format_list(others)) if others else "",
        note=_note(told, rows),
        is_long=is_long,
    )


def span_words(first: date, last: date | None, today: date) -> str:
    """ "since 3 May", "3 May to 20 Jun", or the one day."""
    if last is None:
        return _("since {day}").format(day=short_day(first, today))
    if first == last:
        return short_day(first, today)
    # Where one needs its year, so does the other.
    pattern = "d MMM" if today - first < THIS_YEAR else "d MMM y"
    return _("{first} to {last}").format(
        first=format_day(first, pattern), last=format_day(last, pattern)
    )


def since_words(told: History) -> Mapping[str, str]:
    """Since when each rule that fires has done so, by its id: "since 3 May"."""
    newest = {rule: told.spans(rule)[-1] for rule in told.fired}
    return {
        rule: span_words(span.first, None, told.last)
        for rule, span in newest.items()
        if span.last is None
    }


def _none(told: History, *, personal: bool) -> str:
    if told.last < told.first:
        return _("There is no entry yet, so there is no day to look at.")
    return no_match(personal=personal)


def _note(told: History, rows: Sequence[Row]) -> str:
    """How it is worked out, and beside bars that a gap between them is no comfort."""
    if told.last < told.first:
        return ""
    return f"{_(HOW)} {_(NO_COMFORT)}" if rows else _(HOW)


def _rows(told: History, first: date) -> Iterator[Row]:
    for rule in told.fired:
        title = _(TITLES[rule])
        spans = [each for each in told.spans(rule) if (each.last or told.last) >= first]
        if not spans:
            continue
        bars = tuple(_bar(title, each, first, told.last) for each in spans)
        found = [(max(begin, first), end) for begin, end in told.undecided(rule) if end >= first]
        yield Row(
            rule=rule,
            title=title,
            spoken=_spoken(title, bars[-1].words, some_unknown=bool(found)),
            bars=bars,
            blanks=tuple(found),
        )


def _spoken(title: str, words: str, *, some_unknown: bool) -> str:
    if not some_unknown:
        return _("{title}, {when}").format(title=title, when=words)
    said = _("{title}, {when}, and on some days too little was logged to tell")
    return said.format(title=title, when=words)


def _bar(title: str, span: Span, first: date, today: date) -> Bar:
    words = span_words(span.first, span.last, today)
    return Bar(
        first=max(span.first, first),
        last=span.last or today,
        began=span.first,
        level=span.level.word,
        words=words,
        spoken=_("{title}, {when}: {level}").format(
            title=title, when=words, level=span.level.label
        ),
    )


def _ticks(first: date, last: date) -> Iterator[tuple[date, str]]:
    """The beginning of each year, or of each month."""
    years = (last - first).days >= LONG_DAYS
    for year in range(first.year, last.year + 1):
        for month in (1,) if years else range(1, 13):
            day = date(year, month, 1)
            if first <= day <= last:
                yield day, format_day(day, "y" if years or month == 1 else "MMM")


def past_table(view: SignalHistoryView) -> Cells:
    """A line for each time that a signal matched on the days shown, newest first."""
    today = view.last
    listed = [(bar, row) for row in view.rows for bar in row.bars]
    listed.sort(key=lambda pair: (pair[0].last, pair[0].began), reverse=True)
    labels = {each.word: each.label for each in Level}
    return Cells(
        headings=(_("Signal"), _("From"), _("To"), _("How urgent at most")),
        rows=tuple(
            (
                Cell(text=row.title),
                Cell(text=short_day(bar.began, today), day=bar.began),
                _end(bar, today),
                Cell(text=labels[bar.level]),
            )
            for bar, row in listed
        ),
    )


def _end(bar: Bar, today: date) -> Cell:
    if bar.last == today:
        return Cell(text=_("goes on"))
    return Cell(text=short_day(bar.last, today), day=bar.last)
