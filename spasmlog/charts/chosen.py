"""Which treated spasms and which treatment a chart is asked for: its days, its place, its name."""

from __future__ import annotations

from collections.abc import Sequence

from spasmlog.analysis.period import Period
from spasmlog.analysis.traced import Traced, traced
from spasmlog.analysis.treated import Treatments
from spasmlog.analysis.treatments import Tried, chosen, treatments
from spasmlog.charts.base import Asked
from spasmlog.charts.words_eased import names_of, not_used, nothing_treated
from spasmlog.domain.records import Episode
from spasmlog.domain.scales import Region
from spasmlog.i18n import sentence

JOINED = "+"
"""Between the ids of what was used together; no id has it."""


def period_of(asked: Asked) -> Period:
    """The days asked for."""
    return Period(asked.first, max(asked.first, asked.last))


def places_of(asked: Asked) -> frozenset[Region | None] | None:
    """The place asked for; None: all of them."""
    return None if asked.place is None else frozenset({asked.place})


def bouts_asked(asked: Asked) -> tuple[Traced, ...]:
    """The bouts that began in the days and at the place asked for."""
    return chosen(traced(asked.diary), period_of(asked), places_of(asked))


def tried_asked(asked: Asked) -> tuple[Tried, ...]:
    """All treatments used for them, most used first."""
    return treatments(bouts_asked(asked), asked.diary.today)


def the_one(found: Sequence[Tried], treatment: str) -> Tried | None:
    """The treatment, or combination, with this id; without one, the most used."""
    if not treatment:
        return found[0] if found else None
    return next((each for each in found if id_of(each.treatments) == treatment), None)


def id_of(names: Treatments) -> str:
    """What `Asked.treatment` says of it: the id, or those of a combination joined."""
    return JOINED.join(names)


def choices(asked: Asked) -> tuple[tuple[str, str], ...]:
    """What `Asked.treatment` may be here, with its name to begin a line, most used first."""
    return tuple(
        (id_of(each.treatments), sentence(names_of(each.treatments, asked.diary)))
        for each in tried_asked(asked)
    )


def treated_today(asked: Asked) -> bool:
    """Whether a spasm of the day that is not over, among those asked for, has a treatment."""
    today = asked.diary.today
    spasms = [each for each in asked.diary.between(Episode, today, today) if today <= asked.last]
    return any(
        asked.diary.linked_uses(each.id) and asked.place in (None, each.place) for each in spasms
    )


def one_asked(asked: Asked) -> tuple[str, Tried | None, str]:
    """The treatment asked for: its name within a sentence, its uses, and what to say of none."""
    found = tried_asked(asked)
    one = the_one(found, asked.treatment)
    if one is not None:
        return names_of(one.treatments, asked.diary), one, ""
    if not asked.treatment:
        return "", None, nothing_treated(today=treated_today(asked))
    name = names_of(tuple(asked.treatment.split(JOINED)), asked.diary)
    return name, None, not_used(name)
