"""What the pain strip and the buttons beside it ask for, wherever they stand.

They are live from the first paint on; the records behind the commands are imported by a press.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spasmlog.journal.commands import EndEpisode, LogEpisode, LogReading


def pain(level: int) -> LogReading:
    """How it is now, as a number."""
    from spasmlog.domain.scales import Nrs
    from spasmlog.journal.commands import LogReading

    return LogReading(pain=Nrs(level))


def no_spasm() -> LogReading:
    """No spasm so far: a fact until now, never a zero."""
    from spasmlog.domain.scales import ReadingWord
    from spasmlog.journal.commands import LogReading

    return LogReading(word=ReadingWord.NO_SPASM)


def spasm_began() -> LogEpisode:
    """A spasm that runs from now on."""
    from spasmlog.journal.commands import LogEpisode

    return LogEpisode()


def let_go(episode_id: str) -> EndEpisode:
    """It is over, now."""
    from spasmlog.journal.commands import EndEpisode

    return EndEpisode(episode_id=episode_id)
