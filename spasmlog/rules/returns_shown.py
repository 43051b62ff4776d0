"""How a return is shown: the fact of its evidence, and its line in the receipt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.i18n import _, ngettext
from spasmlog.rules.base import Cell, Evidence, Receipt
from spasmlog.rules.products import names
from spasmlog.rules.returned import How, Return
from spasmlog.rules.words import place_words

IN_HOURS = 3
"""The days up to which the time between two spasms is told in hours."""


def evidence_of(each: Return) -> Evidence:
    """The day it came back, both spasms with what shows that it had eased, and how soon."""
    reading = () if each.relief.reading is None else (each.relief.reading.id,)
    uses = tuple(use.id for use in each.uses)
    records = (each.first.id, *uses, *reading, each.second.id)
    return Evidence(each.second.day, records, _fact(each))


def _fact(each: Return) -> str:
    passed, days, eased = each.between, each.days_between, _eased(each)
    if passed is None or days is None or eased is None:
        return _("came back after a treated spasm whose end is not known")
    hours = passed // timedelta(hours=1)
    soon = passed < timedelta(days=IN_HOURS)
    time = ngettext("{n} hour", "{n} hours", hours) if soon else _days(days)
    if each.relief.how is How.READING:
        text = _("came back {time} after a treated spasm had eased, at {clock}")
    else:
        text = _("came back {time} after a treated spasm let go at {clock}")
    return text.format(time=time, clock=f"{eased.clock:%H:%M}")


def _eased(each: Return) -> Moment | None:
    """The moment of relief on the clock by which it was lived."""
    reading = each.relief.reading
    return reading.at if reading else each.first.resolved


def _days(days: int) -> str:
    return ngettext("{n} day", "{n} days", days)


def receipt_of(diary: Diary, shown: Sequence[Return]) -> Receipt:
    """A line for each return; columns that say the same in every line are left out."""
    places = len({each.region for each in shown}) > 1
    how = any(each.relief.how is not How.END for each in shown)
    headings = [
        *([_("Place")] if places else []),
        _("Treated spasm ended"),
        *([_("Known from")] if how else []),
        _("Treated with"),
        _("Next spasm"),
        _("Days between"),
    ]
    return Receipt(tuple(headings), tuple(tuple(_row(diary, each, places, how)) for each in shown))


def _row(diary: Diary, each: Return, places: bool, how: bool) -> Iterator[Cell]:
    unknown = _("not known")
    if places:
        yield place_words(each.region)
    yield each.relief.day or unknown
    if how:
        known = {How.END: _("its end"), How.READING: _("a reading"), How.UNKNOWN: unknown}
        yield known[each.relief.how]
    yield names(diary, each.uses)
    yield each.second.day
    yield unknown if each.days_between is None else each.days_between
