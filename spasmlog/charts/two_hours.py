"""Pain two hours later: each treatment and, first, similar spasms left alone; a dot is a spasm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from spasmlog.analysis.easing import Easing, easing, unlike
from spasmlog.analysis.follow_up import FollowUp
from spasmlog.analysis.gates import EASING_USES, LATER_MIN
from spasmlog.analysis.left_alone import LeftAlone
from spasmlog.analysis.treatments import Tried, treatments
from spasmlog.charts.base import Asked, Cell, Prepared, Table
from spasmlog.charts.chosen import bouts_asked, treated_today
from spasmlog.charts.drawing import Draw, drawing, withheld
from spasmlog.charts.words_eased import (
    about,
    names_of,
    not_yet_words,
    nothing_treated,
    reason_words,
    seen_late_words,
    share_words,
    unlike_words,
)
from spasmlog.charts.words_left_out import all_left_out_words
from spasmlog.charts.words_numbers import percent, percent_range
from spasmlog.i18n import N_, _, format_list, ngettext, sentence

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from spasmlog.charts.style import Style

TITLE = N_("Pain two hours later")
MOST_SAID, MOST_TOLD = 3, 6
"""Rows told one by one in the sentence, and with what is said besides; the table has all."""
MOST_FEW = 4
"""Treatments with too few uses that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A row of the chart: the spasms of one treatment, or those left alone.

    `name` begins a line. `summed`: whether they are enough for a share. `unlike`: those left
    alone have numbers by then so much more seldom or oftener that no share is given.
    """

    name: str
    easing: Easing
    alone: bool = False
    unlike: bool = False

    @property
    def dots(self) -> tuple[FollowUp, ...]:
        """The spasms with a number two hours later."""
        return tuple(each for each in self.easing.followed if each.drop is not None)

    @property
    def summed(self) -> bool:
        """Whether there are enough of them for a share."""
        return self.easing.within is not None and not self.unlike

    @property
    def times(self) -> str:
        """How many they are, and how many of them have no dot."""
        n, gone = self.easing.n, self.easing.n - len(self.dots)
        told = ngettext("{n} time", "{n} times", n)
        if not gone:
            return told
        return _("{times}, {n} with no number then").format(times=told, n=gone)

    @property
    def result(self) -> tuple[str, str]:
        """How many had eased, and the range that the data fit."""
        if self.unlike:
            gone = self.easing.n - self.easing.told
            no_number = _("{n} of {all} have no number by then")
            return "", no_number.format(n=gone, all=self.easing.n)
        within = self.easing.within
        if within is None or within.estimate is None:
            return "", _("too few to tell") if self.easing.n else _("none so far")
        value, limits = within.estimate.value, within.estimate.interval
        if within.counted:
            head = _("{n} of {all}").format(n=within.eased, all=within.n)
        else:
            head = _("about {share}").format(share=percent(value))
        if limits is None:
            return head, ""
        return head, _("range {limits}").format(limits=percent_range(limits))


def prepare(asked: Asked) -> Prepared:
    """Every treatment used for a spasm in these days, beside spasms like those left alone."""
    bouts = bouts_asked(asked)
    found = treatments(bouts, asked.diary.today)
    uses = [use for each in found for use in each.uses]
    alone = LeftAlone.of(bouts, asked.diary.today).beside(uses).alone
    left, all_used = easing(alone), easing(use.follow_up for use in uses)
    enough = left.within is not None and all_used.within is not None
    apart = enough and unlike(all_used, left)
    said = unlike_words(all_used, left) if apart else ""
    first = Tally(name=_("Left alone"), easing=left, alone=True, unlike=apart)
    used = tuple(
        Tally(name=sentence(names_of(each.treatments, asked.diary)), easing=each.easing)
        for each in found
        if each.uses
    )
    rows = (first, *used)
    missing = None if used else (_(TITLE), _missing(found, asked))
    return Prepared(
        describe=partial(_describe, rows, missing, said),
        more=partial(_more, rows, found, missing),
        table=partial(_table, rows),
        draw=drawing(withheld(*missing) if missing else _drawn(rows)),
        missing=missing,
    )


def _drawn(rows: Sequence[Tally]) -> Draw:
    def draw(style: Style) -> Figure:
        from spasmlog.charts.two_hours_drawn import two_hours

        return two_hours(rows, style)

    return draw


def _missing(found: Sequence[Tried], asked: Asked) -> str:
    if not found:
        return nothing_treated(today=treated_today(asked))
    few = (not_yet_words(each, names_of(each.treatments, asked.diary)) for each in found)
    return " ".join([*_some(few), *all_left_out_words(found)])


def _describe(rows: Sequence[Tally], missing: tuple[str, str] | None, apart: str) -> str:
    if missing is not None:
        return missing[1]
    told = _shares(rows)
    dots = _("Each dot is one spasm: its pain two hours later, less its pain before.")
    few = () if told else _too_few(rows)
    said = (dots, *told[:MOST_SAID], *few, *((apart,) if apart else ()), reason_words())
    return " ".join(said)


def _more(rows: Sequence[Tally], found: Sequence[Tried], missing: tuple[str, str] | None) -> str:
    if missing is not None:
        return ""
    told = _shares(rows)
    few = _too_few(rows) if told else ()
    counts = (_counts(rows), *all_left_out_words(found))
    return " ".join((*told[MOST_SAID:MOST_TOLD], *few, seen_late_words(), *counts))


def _shares(rows: Sequence[Tally]) -> list[str]:
    return [share_words(each.easing, each.name) for each in rows if each.summed]


def _too_few(rows: Sequence[Tally]) -> tuple[str, ...]:
    few = [each for each in rows if not each.summed and not each.unlike and each.easing.n]
    return (_few(few),) if few else ()


def _few(rows: Sequence[Tally]) -> str:
    listed = [f"{each.name} {each.easing.n}" for each in rows[:MOST_FEW]]
    more = len(rows) - len(listed)
    if more:
        listed.append(_("{n} more").format(n=more))
    return _("Too few to tell, under {need} (open dots): {listed}.").format(
        need=EASING_USES, listed=format_list(listed)
    )


def _counts(rows: Sequence[Tally]) -> str:
    treated = sum(each.easing.n for each in rows if not each.alone)
    return ngettext(
        "{n} treated spasm with a reading before and after.",
        "{n} treated spasms with a reading before and after.",
        treated,
    )


def _some(few: Iterable[tuple[str, ...]]) -> list[str]:
    return [text for texts in few for text in texts][:MOST_FEW]


def _table(rows: Sequence[Tally]) -> Table:
    """A row a spasm, oldest first within each treatment."""
    headings = (
        *(_("What was used"), _("Day"), _("Pain before"), _("Pain two hours later")),
        *(_("Change"), _("Eased within 2 hours")),
    )
    listed = (_cells(row.name, each) for row in rows for each in row.easing.followed)
    none, open_ = _("no number"), _("not known")
    return Table(headings, tuple(listed), ("", "", "", none, none, open_))


def _cells(name: str, of: FollowUp) -> tuple[Cell, ...]:
    later = None if of.later is None else int(of.later)
    change = None if of.drop is None else -of.drop
    return (name, of.day, int(of.before), later, change, _within(of))


def _within(of: FollowUp) -> Cell:
    """Whether it had eased within two hours; of one that did so only later, when."""
    within = of.eased_within(LATER_MIN)
    if within is not False or not of.eased:
        return within
    late = _("no, let go after {time}") if _let_go(of) else _("no, eased after {time}")
    return late.format(time=about(of.minutes))


def _let_go(of: FollowUp) -> bool:
    """Whether it counts as eased by its end, not by a lower number."""
    return of.eased and of.over and of.minutes == of.line[-1][0]


def then_words(of: FollowUp) -> str:
    """One spasm: "8, then 0"; of one that let go only after the two hours, when."""
    told = _("{before}, then {later}").format(before=of.before, later=of.later)
    if of.minutes <= LATER_MIN or not _let_go(of):
        return told
    return _("{pain} (let go after {time})").format(pain=told, time=about(of.minutes))
