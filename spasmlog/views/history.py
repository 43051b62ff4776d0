"""What the History page shows: a month, a day of it, one entry of the day, and the bin."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from spasmlog.domain.diary import Diary, day_of
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Course, Record, Treatment, TreatmentUse
from spasmlog.i18n import _, format_day
from spasmlog.settings import Settings
from spasmlog.views.about import About
from spasmlog.views.day_rows import DayRow, day_rows, typed_words
from spasmlog.views.editing import Offer, form_of, new_form, offers
from spasmlog.views.forms import NEW, Form
from spasmlog.views.found import Searched
from spasmlog.views.month import Month, day_words, month_of
from spasmlog.views.search import Often, often
from spasmlog.views.several import Several, several_of
from spasmlog.views.typed import shown_clock
from spasmlog.views.versions import Logged, VersionRow, typed_line, version_rows
from spasmlog.views.words import record_words

BIN_DAYS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class BinRow:
    """A deleted entry that can be brought back."""

    record_id: str
    icon: str
    text: str
    quiet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """One entry in the editor: its form, the list entry behind a dose, and how it came about."""

    form: Form
    listed: Form | None = None
    typed: str = ""
    versions: tuple[VersionRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryView:
    """`undo` and `redo` are the words of the buttons; empty where there is nothing to do.

    `several` says what can be done with entries that are chosen, by their ids.
    """

    day: date
    month: Month
    title: str
    note: str
    rows: tuple[DayRow, ...]
    offers: tuple[Offer, ...]
    opened: Opened | None
    chosen: str
    bin: tuple[BinRow, ...]
    undo: str
    redo: str
    often: tuple[Often, ...]
    searched: Searched | None
    several: Callable[[Iterable[str]], Several]

    @property
    def is_kept(self) -> bool:
        """Whether an entry is open that is kept, and not only being written."""
        return self.opened is not None and not self.opened.form.is_new

    @property
    def versions(self) -> tuple[VersionRow, ...]:
        """The earlier versions of the entry that is open."""
        return () if self.opened is None else self.opened.versions


def history_view(
    diary: Diary,
    day: date,
    now: Moment,
    settings: Settings,
    *,
    chosen: str | None = None,
    undo_label: str | None = None,
    redo_label: str | None = None,
    deleted: Iterable[Logged] = (),
    versions: Sequence[Logged] = (),
    searched: Searched | None = None,
) -> HistoryView:
    """The page on a day; `chosen` is an entry's id, or what an `Offer` has as its key."""
    about = About(diary=diary, day=day, now=now, settings=settings)
    return HistoryView(
        day=day,
        month=month_of(diary, day),
        title=format_day(day, "EEEE d MMMM"),
        note=_note(about),
        rows=day_rows(about),
        offers=offers(diary, day),
        opened=_opened(chosen or "", versions, about),
        chosen=chosen or "",
        bin=_bin(deleted, about),
        undo=_("Undo: {what}").format(what=_(undo_label)) if undo_label else "",
        redo=_("Redo: {what}").format(what=_(redo_label)) if redo_label else "",
        often=often(diary),
        searched=searched,
        several=partial(several_of, about=about),
    )


def _note(about: About) -> str:
    unread = about.diary.full_from is not None and about.day < about.diary.full_from
    rest = _("its entries are still being read") if unread else typed_words(about)
    return ", ".join(filter(None, (day_words(about.diary, about.day), rest)))


def _opened(chosen: str, versions: Sequence[Logged], about: About) -> Opened | None:
    if chosen.startswith(NEW):
        blank = new_form(chosen, about)
        return None if blank is None else Opened(form=blank)
    record = about.diary.by_id.get(chosen)
    form = None if record is None else form_of(record, about)
    if record is None or form is None:
        return None
    return Opened(
        form=form,
        listed=_listed(record, about),
        typed=typed_line(record, versions, about),
        versions=version_rows(versions, about),
    )


def _listed(record: Record, about: About) -> Form | None:
    """The entry of the person's own list that a dose or a course is of."""
    if not isinstance(record, TreatmentUse | Course):
        return None
    treatment = about.diary.get(Treatment, record.treatment_id)
    return None if treatment is None else form_of(treatment, about)


def _bin(deleted: Iterable[Logged], about: About) -> tuple[BinRow, ...]:
    since = about.now.utc - timedelta(days=BIN_DAYS)
    return tuple(
        _bin_row(record, each.at, about)
        for each in deleted
        if each.at >= since
        for record in [each.change.before]
        if record is not None
    )


def _bin_row(record: Record, at: datetime, about: About) -> BinRow:
    words, on = record_words(record, about.diary), day_of(record)
    gone = Moment.of(at, about.now.zone).clock
    when = f"{format_day(gone.date(), 'd MMM')} {shown_clock(gone.time())}"
    deleted = _("deleted {when}").format(when=when)
    return BinRow(
        record_id=record.id,
        icon=words.icon,
        text=", ".join(filter(None, (words.text, words.value))),
        quiet=", ".join(filter(None, (format_day(on) if on else "", deleted))),
    )
