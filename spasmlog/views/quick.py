"""What one key or one click means, given how things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spasmlog.domain.scales import Nrs, ReadingWord
from spasmlog.journal.commands import (
    Command,
    Dose,
    EndEpisode,
    LogDrink,
    LogEpisode,
    LogReading,
    LogUse,
)
from spasmlog.settings import Settings

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary


def quick_command(
    what: str, number: int | None, diary: Diary | None, settings: Settings
) -> Command | None:
    """The command of a key; None where it has nothing to act on.

    `diary` is None while the journal is not open yet: what needs no diary is kept all the same.
    """
    match what:
        case "pain":
            return LogReading(pain=Nrs(number or 0))
        case "drink":
            return LogDrink(volume_ml=settings.glass_ml)
        case "no_spasm":
            return LogReading(word=ReadingWord.NO_SPASM)
        case "spasm_began":
            return LogEpisode()
    return None if diary is None else _on_what_was(what, diary)


def _on_what_was(what: str, diary: Diary) -> Command | None:
    if what == "let_go" and diary.running is not None:
        return EndEpisode(episode_id=diary.running.id)
    if what == "dose_again" and diary.uses:
        last = diary.uses[-1]
        return LogUse(
            dose=Dose(
                treatment_id=last.treatment_id,
                dose_mg=last.dose_mg,
                dose_text=last.dose_text,
                minutes=last.minutes,
            )
        )
    return None
