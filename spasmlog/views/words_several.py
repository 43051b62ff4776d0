"""What is said after several entries were moved, copied, changed, deleted or brought back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from spasmlog.domain.diary import Diary, Step, day_of, instant_of
from spasmlog.domain.records import CheckIn, Record
from spasmlog.i18n import _, format_day, ngettext
from spasmlog.journal import commands as c
from spasmlog.views.amounts import duration
from spasmlog.views.entries import record_words

ICONS: Mapping[str, str] = {
    c.Move.label: "calendar",
    c.Duplicate.label: "plus",
    c.DuplicateMany.label: "plus",
    c.EditMany.label: "check",
    c.DeleteMany.label: "trash",
    c.RestoreMany.label: "undo",
}
"""The steps that are said here, each with its drawing."""


def said_of_several(step: Step, diary: Diary) -> str:
    """ "12 entries moved to 14 Nov 2026." """
    return _SAYS[step.label](step, diary)


def _moved(step: Step, _diary: Diary) -> str:
    pairs = [(each.before, each.after) for each in step.changes if each.before and each.after]
    n, days = len(pairs), {day_of(after) for _before, after in pairs}
    if all(day_of(before) == day_of(after) for before, after in pairs):
        return _shifted(n, *pairs[0])
    (day, *others) = days
    if day is None or others:
        return ngettext("{n} entry moved.", "{n} entries moved.", n)
    text = ngettext("{n} entry moved to {day}.", "{n} entries moved to {day}.", n)
    return text.format(day=format_day(day))


def _shifted(n: int, before: Record, after: Record) -> str:
    span = instant_of(after) - instant_of(before)
    if span < timedelta():
        text = ngettext("{n} entry moved {time} earlier.", "{n} entries moved {time} earlier.", n)
    else:
        text = ngettext("{n} entry moved {time} later.", "{n} entries moved {time} later.", n)
    return text.format(time=duration(abs(span)))


def _copied(step: Step, diary: Diary) -> str:
    copy = step.changes[0].after or step.changes[0].before
    assert copy is not None
    words, day, n = record_words(copy, diary), day_of(copy), len(step.changes)
    to = format_day(day) if day else ""
    if n > 1:
        text = ngettext("{n} entry copied to {day}.", "{n} entries copied to {day}.", n)
        return text.format(day=to)
    what = ", ".join(filter(None, (words.text, words.value)))
    return _("Copied to {day}: {what}.").format(day=to, what=what)


def _changed(step: Step, _diary: Diary) -> str:
    return ngettext("{n} entry changed.", "{n} entries changed.", len(step.changes))


def _deleted(step: Step, _diary: Diary) -> str:
    gone = sum(each.after is None for each in step.changes)
    return ngettext("{n} entry deleted.", "{n} entries deleted.", gone)


def _brought_back(step: Step, _diary: Diary) -> str:
    """A check-in that only filled another one is counted too; new links of others are not."""
    ids = {each.after.id for each in step.changes if each.after and each.before is None}
    filled = {each.after.id for each in step.changes if isinstance(each.after, CheckIn)}
    n = len(ids | filled)
    return ngettext("{n} entry brought back.", "{n} entries brought back.", n)


_SAYS: Mapping[str, Callable[[Step, Diary], str]] = {
    c.Move.label: _moved,
    c.Duplicate.label: _copied,
    c.DuplicateMany.label: _copied,
    c.EditMany.label: _changed,
    c.DeleteMany.label: _deleted,
    c.RestoreMany.label: _brought_back,
}
