"""A quick line kept in a journal, and what is then said of it, a sentence a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog.i18n import _
from spasmlog.journal.quick_line import parse
from spasmlog.journal.quick_said import Ask
from spasmlog.views.urgent import urgent_words
from spasmlog.views.words import said

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.journal.journal import Journal
    from spasmlog.journal.quick_known import Known


def kept(line: str, known: Known, journal: Journal) -> tuple[tuple[str, ...], Step]:
    """Save a line; raises `Refusal` and saves nothing where it cannot be read or is not true."""
    read = parse(line, known)
    step = journal.do(read.command)
    lines = [said(step, journal.diary, known.glass_ml).text]
    if urgent := urgent_words(step, journal.diary, journal.now):
        lines.append(urgent)
    if read.unread:
        lines.append(_("Kept as the note: {words}").format(words=read.unread))
    lines += map(_open, read.asks)
    return tuple(lines), step


def _open(ask: Ask) -> str:
    """What of a line can be said more exactly."""
    if ask.offers:
        return _("It can be said more exactly: {offers}").format(offers=", ".join(ask.offers))
    return _("The amount is left blank; in mg it would be read, such as 400.")
