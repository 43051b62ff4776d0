"""What is said of the scores of a questionnaire: how many, the latest, and how far apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from spasmlog.analysis.scores import (
    JOINED,
    NOTICED,
    NOTICED_SHARE,
    Differs,
    Scored,
    differs,
)
from spasmlog.charts.words_numbers import percent
from spasmlog.domain.scales import PEG, ROLAND_MORRIS
from spasmlog.i18n import N_, _, format_day, format_list, format_number, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """How a questionnaire is called, what its score is, and who is to be cited for it."""

    name: str
    scale: str
    meaning: str
    cited: str


CALLED: Mapping[str, Called] = {
    PEG: Called(
        name=N_("PEG"),
        scale=N_("PEG, 0 to 10"),
        meaning=N_(
            "PEG is the mean of three numbers from 0 to 10 about the past week: pain, enjoyment "
            "of life and general activity. Higher is worse."
        ),
        cited="Krebs EE et al. J Gen Intern Med 2009;24:733-738.",
    ),
    ROLAND_MORRIS: Called(
        name=N_("Roland-Morris"),
        scale=N_("Roland-Morris, 0 to 24"),
        meaning=N_(
            "Roland-Morris counts which of 24 statements about back trouble are true today. "
            "Higher is worse."
        ),
        cited="Roland M, Morris R. Spine 1983;8:141-144.",
    ),
}
PEG_ITEMS = (N_("Pain"), N_("Enjoyment of life"), N_("General activity"))
"""What the three items are about, in the order in which they are asked."""


def score_number(instrument: str, value: Fraction) -> str:
    """A score as it is shown: PEG with one decimal, a count as it is."""
    return format_number(float(value), 1 if instrument == PEG else 0)


def scores_words(instrument: str, shown: Sequence[Scored]) -> tuple[str, ...]:
    """How many there are, the latest, and how it lies to the first of them."""
    if not shown:
        return (_("No score in these days."),)
    last = shown[-1]
    count = ngettext("{n} score in these days", "{n} scores in these days", len(shown))
    said = _("{count}, the latest {value} on {day}.").format(
        count=count,
        value=score_number(instrument, last.value),
        day=format_day(last.day),
    )
    apart = (difference_words(instrument, shown[0], last),) if len(shown) > 1 else ()
    return (said, *apart)


def difference_words(instrument: str, earlier: Scored, later: Scored) -> str:
    """The earlier one, and how far apart they are beside what people noticed; no praise."""
    found, day = differs(instrument, earlier.value, later.value), format_day(earlier.day)
    if found is Differs.NOT_AT_ALL:
        return _("That is the same as on {day}.").format(day=day)
    before = _("On {day} it was {value}.").format(
        day=day, value=score_number(instrument, earlier.value)
    )
    if found is Differs.LESS_THAN_NOTICED:
        apart = _("The difference is less than people in studies noticed as a change ({needed}).")
    else:
        apart = _("The difference is one that people in studies noticed as a change ({needed}).")
    return f"{before} {apart.format(needed=needed(instrument))}"


def needed(instrument: str) -> str:
    """ "2 points and 30 %" """
    points = int(NOTICED[instrument])
    return _("{points} and {share}").format(
        points=ngettext("{n} point", "{n} points", points), share=percent(NOTICED_SHARE)
    )


def key_words(instrument: str) -> tuple[str, ...]:
    """How the chart is to be read."""
    weeks = JOINED[instrument] // 7
    key = _(
        "A line joins scores at most {weeks} weeks apart. Hatched days have no score; they are "
        "not zero."
    ).format(weeks=weeks)
    bars = _("The upright lines reach from the lowest to the highest of the three numbers.")
    called = CALLED[instrument]
    return (
        key,
        *((bars,) if instrument == PEG else ()),
        _(called.meaning),
        _("{work}.").format(work=called.cited.removesuffix(".")),
    )


def items_words(instrument: str, score: Scored) -> str:
    """The numbers behind one score."""
    if instrument == PEG:
        both = zip(PEG_ITEMS, score.numbers, strict=True)
        return format_list(f"{_(name)} {format_number(number)}" for name, number in both)
    return _("{n} of {all} statements").format(n=sum(score.numbers), all=len(score.numbers))
