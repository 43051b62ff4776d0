"""An assessment as plain lines: what fired with its receipt, what is lacking, what did not match.

It says what the window says, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spasmlog.domain.diary import Diary
from spasmlog.i18n import _, format_day
from spasmlog.rules import DISCLAIMER, Assessment, Finding
from spasmlog.rules.silent import NO_COMFORT, looked_at, no_match, not_asked
from spasmlog.views.cells import Cells, receipt_cells
from spasmlog.views.findings import (
    behind,
    counted,
    level_of,
    numbers_from,
    receipt_of,
    switches_off,
    title_of,
)
from spasmlog.views.patterns import patterns_off

MOST_ROWS = 14
"""So many rows of a receipt are printed; of the others it is said how many they are."""


def lines(assessment: Assessment, diary: Diary, *, personal: bool = True) -> list[str]:
    """The whole of it, most urgent first; `personal` is whether personal patterns are on."""
    said = [_("As of {day}").format(day=format_day(assessment.as_of)), ""]
    for finding in assessment.shown:
        said += [*_fired(finding, diary), ""]
    off = None if personal else patterns_off(diary)
    if not assessment.shown:
        said += [no_match(personal=personal), *([off.said] if off else []), ""]
    said += _part(_("Not enough entries to tell:"), map(_lacking, assessment.insufficient))
    quiet = [*map(_named, looked_at(assessment)), _(NO_COMFORT)]
    said += _part(_("Looked at, no match:"), quiet)
    said += _part(_("Not asked yet:"), _unasked(assessment))
    if off:
        said += _part(off.said, (off.counts.heading, *off.counts.lines))
    return [*said, _(DISCLAIMER)]


def _unasked(assessment: Assessment) -> list[str]:
    """The rules that looked at nothing, and where their questions can be answered."""
    pattern = _("{title} ({id})")
    names = [
        pattern.format(title=_(each.rule.title), id=each.rule.id) for each in not_asked(assessment)
    ]
    where = _("The questions are on the Signals page of the window.")
    return [*names, where] if names else []


def _part(heading: str, listed: Iterable[str]) -> list[str]:
    found = [f"  {each}" for each in listed]
    return [heading, *found, ""] if found else []


def _fired(finding: Finding, diary: Diary) -> Iterator[str]:
    label, rule = level_of(finding).label, finding.rule
    yield _("{level}: {title}").format(level=label, title=title_of(finding))
    yield f"  {finding.verdict.message}"
    yield from (f"    {each}" for each in _table(receipt_cells(receipt_of(finding), diary.today)))
    if rule.limits:
        yield f"  {_(rule.limits)}"
    pattern = _("{heading}: {text}")
    for heading, text in (
        (_("The rule"), _(rule.looks_for)),
        (_("Where the numbers come from"), " ".join(numbers_from(rule))),
        (_("Days behind it"), " ".join(behind(finding, diary))),
        (_("What would switch it off"), switches_off(finding)),
    ):
        yield f"  {pattern.format(heading=heading, text=text)}"
    yield f"  {_named(finding)}"


def _table(cells: Cells) -> Iterator[str]:
    """Headings and rows in columns of equal width."""
    shown = [tuple(cell.text for cell in row) for row in cells.rows[:MOST_ROWS]]
    listed = [cells.headings, *shown]
    widths = [max(map(len, column)) for column in zip(*listed, strict=True)]
    for row in listed:
        padded = (text.ljust(wide) for text, wide in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()
    more = len(cells.rows) - len(shown)
    if more > 0:
        yield _("and {n} more").format(n=more)


def _lacking(finding: Finding) -> str:
    lacks = "; ".join(each.words(format_day) for each in finding.verdict.lacking)
    return _("{rule} What is missing: {lacks}.").format(rule=_named(finding), lacks=lacks)


def _named(finding: Finding) -> str:
    return _("{title} ({id}): {counted}").format(
        title=_(finding.rule.title), id=finding.rule.id, counted=counted(finding)
    )
