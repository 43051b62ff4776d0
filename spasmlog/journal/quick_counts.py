"""A number that counts something in a quick line: glasses are drinks, the rest is no severity."""

from __future__ import annotations

from collections.abc import Sequence

from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.quick_entries import MOST_GLASSES
from spasmlog.journal.quick_said import SHOWN, Token
from spasmlog.journal.quick_words import Words


def refuse_counted(found: Sequence[Token], words: Words) -> None:
    """Refuse a number right before a word that it counts: kept as a severity it would be untrue."""
    if len(found) < 2 or found[0].ends or not _is_number(found[0].key):
        return
    number, counted = found[0].key, found[1].key
    typed = f"{number} {counted}"[:SHOWN]
    holds = words.vessels.get(counted) or words.vessels.get(f"{number} {counted}")
    if holds:
        raise InvalidEntry(
            _("{typed}: how much {one} holds is not known.").format(typed=typed, one=holds),
            _("Write 400ml, or w{n} for glasses.").format(n=_glasses(number)),
        )
    for names, advice in (
        (words.counted, _("Write ibuprofen {counted}.").format(counted=typed)),
        (words.days_counted, _("Write a day as @monday, or put the words behind //.")),
        (words.other_counted, _("To keep it as the note, put it behind //.")),
    ):
        if counted in names:
            raise InvalidEntry(_("{typed} is no strength of pain.").format(typed=typed), advice)


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit()


def _glasses(number: str) -> int:
    """As many as are typed, where so many can be drunk."""
    typed = int(number) if len(number) <= 2 else 0
    return typed if 0 < typed <= MOST_GLASSES else 2
