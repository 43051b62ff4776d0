"""What a questionnaire must be before it is kept: whole, and one a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog.analysis.scores import is_whole
from spasmlog.domain.records import Score
from spasmlog.domain.scales import HIGHEST_ANSWER, INSTRUMENTS
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

if TYPE_CHECKING:
    from spasmlog.store.unit_of_work import UnitOfWork


def refuse_part(score: Score) -> None:
    """A part of a questionnaire has no score, and nothing is to be counted from it."""
    if score.instrument not in INSTRUMENTS:
        raise InvalidEntry(_("There is no such questionnaire here."))
    if not is_whole(score.instrument, score.answers):
        raise InvalidEntry(
            _("Each of the {n} questions needs a number from 0 to {highest}.").format(
                n=len(INSTRUMENTS[score.instrument]), highest=HIGHEST_ANSWER[score.instrument]
            ),
            _("Nothing was saved; answer the rest, or leave it for later."),
        )


def refuse_second_score(uow: UnitOfWork, moved: Score) -> None:
    """Two of one day would be two scores of one week; asked of one that comes from another day."""
    if uow.where(Score, day=moved.day.isoformat(), instrument=moved.instrument):
        raise InvalidEntry(
            _("That day has this questionnaire already."),
            _("Change that one, or choose another day."),
        )
