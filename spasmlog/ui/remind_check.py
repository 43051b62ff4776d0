"""What `spasmlog remind` looks up and remembers; without Qt, as mostly nothing is due."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spasmlog import hand_over, paths, settings
from spasmlog.errors import JournalInUse, Refusal
from spasmlog.i18n import _
from spasmlog.ui import put_off, reminded
from spasmlog.ui.remembered import Remembered

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment
    from spasmlog.journal.journal import Journal
    from spasmlog.settings import Settings
    from spasmlog.views.reminders import Reminder

Opened = Callable[[Path, "Callable[[], Moment]"], "AbstractContextManager[Journal]"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What is to be shown, or `why` nothing is. `over` are keys that nobody has to answer now."""

    reminders: tuple[Reminder, ...] = ()
    why: str = ""
    over: frozenset[str] = frozenset()


class Checker:
    """Looks into the journal of a closed window. All of it is read anew each time."""

    def __init__(
        self, path: Path, now: Callable[[], Moment], reading: Opened, writing: Opened
    ) -> None:
        self._path, self._now = path, now
        self._reading, self._writing = reading, writing

    @property
    def settings(self) -> Settings:
        """As they are now, whoever changed them."""
        return settings.read(paths.config_folder())

    def look(self, shown: frozenset[str] = frozenset()) -> Looked:
        """What is due; raises `Refusal` for a journal that cannot be read."""
        from spasmlog.views.reminders import due, waits

        chosen, now = self.settings, self._now()
        why = self._why_not(chosen, now)
        if why and not shown:
            return Looked(why=why)
        remembered = Remembered(paths.state_folder())
        hidden = put_off.recalled(remembered)
        with self._reading(self._path, self._now) as journal:
            diary = journal.diary
        told = reminded.recalled(remembered)
        found = () if why else due(diary, now, chosen, told, hidden)
        over = (key for key in shown if not waits(key, diary, now, chosen, hidden))
        return Looked(
            reminders=found,
            why="" if found else why or _("Nothing is due."),
            over=frozenset(over),
        )

    def note(self, key: str) -> None:
        """This was asked, and is not asked again by anybody."""
        from spasmlog.views.reminders import noted

        remembered = Remembered(paths.state_folder())
        told = reminded.recalled(remembered)
        reminded.keep(remembered, noted(told, key, self._now().utc))

    def put_off(self, key: str) -> None:
        """This is to be asked once more, later."""
        from spasmlog.views.reminders import put_off as put_off_in

        remembered = Remembered(paths.state_folder())
        told = reminded.recalled(remembered)
        reminded.keep(remembered, put_off_in(told, key, self._now().utc))

    def save(self, key: str, action: str) -> None:
        """Save an answer, or have whoever has the journal open save it.

        Raises `JournalInUse` where it is to be tried again in a moment, `Refusal` where not.
        """
        line = hand_over.answer_line(key, action)
        said = hand_over.ask(self._path, hand_over.ANSWER, line)
        if said is None or "gone" in said:
            self._write(key, action)
        elif "refused" in said:
            raise JournalInUse(str(said["refused"]))

    def _write(self, key: str, action: str) -> None:
        from spasmlog.views.reminders import answer

        with self._writing(self._path, self._now) as journal:
            command = answer(key, action, journal.diary)
            if command is not None:
                journal.do(command)

    def _why_not(self, chosen: Settings, now: Moment) -> str:
        """What is known without the journal speaks against any reminder; empty: nothing does."""
        from spasmlog.views.reminders import is_quiet, is_wanted

        if not is_wanted(chosen):
            return _("No reminder is switched on.")
        if is_quiet(now, chosen):
            return _("These are quiet hours.")
        if not self._path.exists():
            return _("There is no journal yet.")
        return _("SpasmLog is open and reminds by itself.") if self._is_open() else ""

    def _is_open(self) -> bool:
        try:
            return hand_over.ask(self._path, hand_over.HERE) is not None
        except Refusal:  # it is there and does not answer: it is no better asked twice
            return True
