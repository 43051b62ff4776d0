"""What forms are made from, and the choices that several of them offer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Episode, Experiment, Factor, TreatmentUse
from spasmlog.domain.scales import Exposure
from spasmlog.i18n import _, format_day
from spasmlog.settings import Settings
from spasmlog.views.fields import Options
from spasmlog.views.typed import shown_clock, shown_day
from spasmlog.views.words import amount, at_clock, exposure, place, sentence, treatment_name

W = TypeVar("W", bound=StrEnum)
Kept = Mapping[str, Any]
"""The fields of a record by name; of one that is only being written, what it starts with."""
LINK_DAYS = 2
"""How many days before a dose the spasms are offered that it may have been for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The diary, the day that is shown, and now."""

    diary: Diary
    day: date
    now: Moment
    settings: Settings

    @property
    def first(self) -> tuple[str, str]:
        """What a new entry's date and time start with: now, or an earlier day at no time yet."""
        if self.day != self.diary.today:
            return shown_day(self.day), ""
        clock = self.now.clock
        return shown_day(clock.date()), shown_clock(clock.time())


def worded(kinds: Iterable[W], words: Callable[[W], str], blank: str = "") -> Options:
    """Each of these with its words as they begin a line; `blank` names a first choice of None."""
    listed = tuple((each, sentence(words(each))) for each in kinds)
    return ((None, blank), *listed) if blank else listed


def exposures(present: Iterable[str], about: About, *, ticks: bool = False) -> Options:
    """The built-in exposures, the person's own, and whatever the entry holds already.

    With `ticks` also the options of an experiment that was going on.
    """
    diary = about.diary
    ids: dict[str, None] = dict.fromkeys(map(str, Exposure))
    own = (each for each in diary.of_kind(Factor) if not each.exposure and not each.retired)
    ids.update((each.id, None) for each in own)
    if ticks:
        for trial in diary.of_kind(Experiment):
            if trial.start <= about.day and (trial.stop is None or about.day <= trial.stop):
                ids.update((f"{trial.id}:{option}", None) for option in trial.options)
    ids.update(dict.fromkeys(sorted(present)))
    return tuple((each, exposure(each, diary)) for each in ids)


def spasms_near(on: date, linked: str | None, about: About) -> Options:
    """The spasms that an entry of a day may belong to, newest first; None is none."""
    diary = about.diary
    found = list(diary.between(Episode, on - timedelta(days=LINK_DAYS), on))
    known = {each.id for each in found}
    others = (diary.get(Episode, each) for each in (*diary.facts_on(on).spasms, linked))
    found += [each for each in others if each is not None and each.id not in known]
    unique = {each.id: each for each in sorted(found, key=lambda each: each.onset, reverse=True)}
    return ((None, _("No spasm")), *((each.id, spasm_words(each)) for each in unique.values()))


def spasm_words(spasm: Episode) -> str:
    """ "14 Nov 11:05, lower back, left" """
    began = f"{format_day(spasm.onset.clock.date(), 'd MMM')} {at_clock(spasm.onset)}"
    return ", ".join(filter(None, (began, place(spasm))))


def use_words(use: TreatmentUse, diary: Diary) -> str:
    """ "Ibuprofen 400 mg, 11:20" """
    taken = " ".join(filter(None, (treatment_name(use, diary), amount(use))))
    return f"{taken}, {at_clock(use.at)}"
