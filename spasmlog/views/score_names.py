"""How a questionnaire and its score are called; the charts that name them load when asked."""

from __future__ import annotations

from fractions import Fraction

from spasmlog.analysis.scores import is_whole, value_of
from spasmlog.domain.records import Score
from spasmlog.domain.scales import INSTRUMENTS, ROLAND_MORRIS
from spasmlog.i18n import _

# Each function imports the words of the charts by itself: their package is large, and Today,
# which comes first, seldom needs them.


def instrument_name(instrument: str) -> str:
    """ "PEG", "Roland-Morris"; one that is not known here by the name it came with."""
    from spasmlog.charts.words_scores import CALLED

    known = CALLED.get(instrument)
    return instrument if known is None else _(known.name)


def cited(instrument: str) -> str:
    """The work that a questionnaire was published in."""
    from spasmlog.charts.words_scores import CALLED

    return CALLED[instrument].cited


def score_text(instrument: str, value: Fraction) -> str:
    """A score as it is shown, by itself."""
    from spasmlog.charts.words_scores import score_number

    return score_number(instrument, value)


def score_words(score: Score) -> str:
    """What a score came to: "5.7", "9 of 24"; the bare numbers where it is not whole."""
    if not is_whole(score.instrument, score.answers):
        return ", ".join(str(number) for _item, number in score.answers)
    numbers = tuple(number for _item, number in score.answers)
    value = score_text(score.instrument, value_of(score.instrument, numbers))
    if score.instrument != ROLAND_MORRIS:
        return value
    return _("{n} of {all}").format(n=value, all=len(INSTRUMENTS[ROLAND_MORRIS]))
