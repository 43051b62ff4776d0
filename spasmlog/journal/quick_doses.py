"""Treatments of the quick line and their amounts; an amount is never guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from spasmlog.domain.scales import MEDICINES, TreatmentKind
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import Dose
from spasmlog.journal.quick_known import Known
from spasmlog.journal.quick_said import SHOWN, Part, Said, Token
from spasmlog.journal.quick_times import span
from spasmlog.journal.quick_words import Words

LEAST_LIKE = 0.8
"""How alike a word and a name must be to be offered, of 1 (our own choice)."""
LEAST_LONG = 5
"""Shorter words are like too many others (our own choice)."""
FEW = 4
"""A bare number up to here may be tablets as well as milligrams: it is asked (our own choice)."""
_AMOUNT = re.compile(r"(?:(\d{1,2})x)?(\d{1,6}(?:[.,]\d{1,3})?)([^\W\d_]+)?", re.IGNORECASE)
_JOINED = re.compile(r"([^\W\d]+)(\d.*)")
NUMERIC = re.compile(r"[-+−]?\d.*")


@dataclass(frozen=True)
class Names:
    """The names of treatments that are known: the person's own, then the common ones."""

    known: Known
    words: Words

    @cached_property
    def kinds(self) -> Mapping[str, TreatmentKind]:
        """What each name stands for, in small letters."""
        own = {each.name.casefold(): each.kind for each in self.known.catalogue}
        short = {one: self.words.treatments[long] for one, long in self.words.short.items()}
        return {**self.words.treatments, **short, **own}

    @cached_property
    def longest(self) -> int:
        """How many words the longest name has."""
        return max(len(each.split()) for each in self.kinds)

    def in_full(self, name: str) -> str:
        """How a name is written: as in the catalogue, or with a capital."""
        for each in self.known.catalogue:
            if each.name.casefold() == name.casefold():
                return each.name
        return self.words.short.get(name.casefold(), name).capitalize()

    def usual(self, name: str) -> tuple[float, ...]:
        """The amounts to offer, in mg: what was taken before, or the usual dose."""
        key = self.in_full(name).casefold()
        taken = self.known.doses.get(key, ())
        usual = (each.usual_dose_mg for each in self.known.catalogue if each.name.casefold() == key)
        return taken or tuple(each for each in usual if each is not None)


def read_dose(found: Sequence[Token], said: Said, names: Names) -> int:
    """Read a treatment and its amount; returns how many words were taken."""
    for taken in range(min(names.longest, len(found)), 0, -1):
        name = " ".join(each.key for each in found[:taken])
        if name in names.kinds:
            return _with_amount(name, found, taken, said, names)
    joined = _JOINED.fullmatch(found[0].key)
    if joined and joined[1] in names.kinds:  # "ibuprofen400"
        split = len(joined[1])
        word = found[0]
        apart = [Token(word.text[:split], word.start), Token(joined[2], word.start + split)]
        return _with_amount(joined[1], [*apart, *found[1:]], 1, said, names) - 1
    _offer_like(found, said, names)
    return 0


def _with_amount(name: str, found: Sequence[Token], taken: int, said: Said, names: Names) -> int:
    kind, rest = names.kinds[name], found[taken:]
    if found[taken - 1].ends:
        rest = ()
    dose = Dose(name=names.in_full(name), kind=kind)
    if kind in MEDICINES:
        dose, more = _medicine(dose, rest, names.words)
    else:
        read = span(rest, names.words)
        more = read[1] if read else 0
        if read:
            dose = Dose(name=dose.name, kind=kind, minutes=int(read[0].total_seconds()) // 60)
    said.doses.append(dose)
    read_words = found[: taken + more]
    said.keep(Part.DOSE, read_words)
    if kind in MEDICINES and not found[taken - 1].ends and _is_open(dose):
        offers = (f"{dose.name} {_plain(each)} mg" for each in names.usual(name))
        said.ask(Part.DOSE, read_words, offers)
    return taken + more


def _is_open(dose: Dose) -> bool:
    """Whether how much it was is still to be asked: neither weighed nor counted in anything."""
    return dose.dose_mg is None and not dose.dose_text.strip("0123456789x")


def _medicine(dose: Dose, rest: Sequence[Token], words: Words) -> tuple[Dose, int]:
    """The dose with the amount that follows: milligrams, or so many tablets as typed."""
    amount = rest[0].key if rest else ""
    matched = _AMOUNT.fullmatch(amount)
    if matched is None:
        if NUMERIC.fullmatch(amount):
            raise _no_amount(amount, dose.name)
        return dose, 0
    unit, taken = matched[3] or "", 1
    following = rest[1].key if len(rest) > 1 else ""
    if not unit and (following in words.masses or following in words.counted):
        unit, taken = following, 2
    if unit and unit not in words.masses and unit not in words.counted:
        raise _no_amount(amount, dose.name)
    number = float(matched[2].replace(",", ".")) * int(matched[1] or 1)
    few = not unit and number <= FEW and number.is_integer() and number > 0
    if unit in words.counted or few:
        text = " ".join(each.key for each in rest[:taken])
        return Dose(name=dose.name, kind=dose.kind, dose_text=text), taken
    mg = number * words.masses[unit or next(iter(words.masses))]
    return Dose(name=dose.name, kind=dose.kind, dose_mg=mg), taken


def _no_amount(amount: str, name: str) -> InvalidEntry:
    return InvalidEntry(
        _("{amount} is not an amount of {name}.").format(amount=amount[:SHOWN], name=name),
        _("Give it in mg, such as 400, or leave it out."),
    )


def _offer_like(found: Sequence[Token], said: Said, names: Names) -> None:
    """A word that is nearly a name is offered as that name; it stays a word until it is taken."""
    key = found[0].key
    letters = _JOINED.fullmatch(key)
    word = letters[1] if letters else key
    if len(word) < LEAST_LONG:
        return
    like = get_close_matches(word, names.kinds, n=1, cutoff=LEAST_LIKE)
    if like:
        said.ask(Part.UNREAD, found[:1], [names.in_full(like[0]) + key[len(word) :]])


def _plain(mg: float) -> str:
    return f"{mg:g}"
