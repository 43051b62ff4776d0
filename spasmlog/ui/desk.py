"""The journal at the window's hand: what is asked before it is open waits here, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from spasmlog.errors import Refusal

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary, Step
    from spasmlog.domain.moment import Moment
    from spasmlog.journal.commands import Command
    from spasmlog.journal.journal import Journal
    from spasmlog.rules import Assessment, Level


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the first page needs of a diary, worked out before the window asks for it."""

    diary: Diary
    assessment: Assessment
    fired_before: Mapping[str, Level]


def look_ahead(journal: Journal, personal: bool = True) -> Ahead:
    """Work it out, on any thread; `personal` is whether personal patterns are looked for."""
    from spasmlog.i18n import format_clock
    from spasmlog.rules import assess, book

    diary = journal.diary
    format_clock(journal.now.clock)  # loads the locale's words
    return Ahead(diary, assess(diary, book(personal)), fired_as_of_yesterday(diary, personal))


def fired_as_of_yesterday(diary: Diary, personal: bool = True) -> Mapping[str, Level]:
    """The rules that fired on the day before the diary's own, and how urgent each was."""
    return fired_as_of(diary, diary.today - timedelta(days=1), personal)


def fired_as_of(diary: Diary, day: date, personal: bool = True) -> Mapping[str, Level]:
    """The rules that fired at the end of a day that is over, and how urgent each was."""
    from spasmlog.rules import assess, book

    return assess(diary.as_of(day), book(personal)).levels


class Desk(QObject):
    """Has commands carried out, and says what came of them."""

    opened = Signal()
    """The journal is there."""
    moved = Signal(object)
    """The diary has moved on by a `Step`, whoever asked."""
    saved = Signal(object)
    """A command is on disk: its `Step`."""
    refused = Signal(object, object)
    """A `Refusal`, and the command that is not saved."""

    def __init__(
        self, now: Callable[[], Moment], parent: QObject | None = None, *, personal: bool = True
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._personal = personal
        self._journal: Journal | None = None
        self._writes = False
        self._waiting: list[Command] = []
        self._assessed: tuple[Diary, Assessment] | None = None
        self._yesterday: tuple[date, Mapping[str, Level]] | None = None
        self._fired: dict[date, Mapping[str, Level]] = {}

    @property
    def is_open(self) -> bool:
        """Whether the journal is there."""
        return self._journal is not None

    @property
    def journal(self) -> Journal:
        """The open journal."""
        if self._journal is None:
            raise RuntimeError("the journal is asked for before it is open")
        return self._journal

    @property
    def diary(self) -> Diary:
        """The diary as it stands, seen today."""
        return self.journal.diary

    @property
    def now(self) -> Moment:
        """The moment it is."""
        return self._now()

    @property
    def personal(self) -> bool:
        """Whether personal patterns are looked for."""
        return self._personal

    def look_for(self, *, personal: bool) -> None:
        """Look for personal patterns, or no longer."""
        if personal is not self._personal:
            self._personal = personal
            self._assessed = self._yesterday = None
            self._fired.clear()

    @property
    def writes(self) -> bool:
        """Whether what is asked is done at once."""
        return self._writes

    @property
    def waiting(self) -> tuple[Command, ...]:
        """What was asked before the journal could be written, with the moment it was asked at."""
        return tuple(self._waiting)

    def take(self, journal: Journal, ahead: Ahead | None = None) -> None:
        """The journal is there to be looked at; what is asked waits until it can be written."""
        self._journal = journal
        if ahead is not None:
            self._assessed = (ahead.diary, ahead.assessment)
            self._yesterday = (ahead.diary.today, ahead.fired_before)
        journal.subscribe(self._move)
        self.opened.emit()

    def put_down(self) -> None:
        """The journal is closed; what is asked from now on waits for the next one."""
        self._fired.clear()
        self._journal, self._writes = None, False

    def save_waiting(self, journal: Journal) -> None:
        """The window is being closed: what still waits is saved, with nobody left to be told."""
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            with suppress(Refusal):
                journal.do(command)

    def let_write(self) -> None:
        """From now on what is asked is done at once; what has been waiting is done now."""
        self._writes = True
        waiting, self._waiting = self._waiting, []
        for command in waiting:
            self.do(command)

    def do(self, command: Command) -> bool:
        """Have a command carried out; False where it was refused or has to wait a moment."""
        if not self._writes:
            self._waiting.append(self._at_this_moment(command))
            return False
        return self._try(command, lambda: self.journal.do(command))

    def drop(self, kind: type[Command]) -> None:
        """Forget what of this kind still waits to be done."""
        self._waiting = [each for each in self._waiting if not isinstance(each, kind)]

    def undo(self) -> bool:
        """Take the newest step back."""
        return self._writes and self._try(None, self.journal.undo)

    def redo(self) -> bool:
        """Do again what was undone last."""
        return self._writes and self._try(None, self.journal.redo)

    def assessment(self) -> Assessment:
        """The rule book's verdicts on the diary as it stands; worked out once for each diary."""
        from spasmlog.rules import assess, book

        diary = self.diary
        if self._assessed is None or self._assessed[0] is not diary:
            self._assessed = (diary, assess(diary, book(self._personal)))
        return self._assessed[1]

    def fired_before(self) -> Mapping[str, Level]:
        """How urgent each rule was that fired yesterday; kept until an earlier day changes."""
        diary = self.diary
        if self._yesterday is None or self._yesterday[0] != diary.today:
            self._yesterday = (diary.today, fired_as_of_yesterday(diary, self._personal))
        return self._yesterday[1]

    def fired_on(self, day: date) -> Mapping[str, Level] | None:
        """How urgent each rule was that fired at the end of an earlier day.

        None until the whole diary has been read. Kept until a day before today changes.
        """
        diary = self.diary
        if diary.full_from is not None:
            return None
        if day not in self._fired:
            self._fired[day] = fired_as_of(diary, day, self._personal)
        return self._fired[day]

    def _move(self, step: Step) -> None:
        from spasmlog.domain.diary import day_of
        from spasmlog.domain.records import Visit  # of which no rule knows

        records = [each for change in step.changes for each in (change.before, change.after)]
        days = [day_of(each) for each in records if not isinstance(each, Visit | None)]
        if any(day is None or day < self.diary.today for day in days):
            self._yesterday = None
            self._fired.clear()
        self.moved.emit(step)

    def _try(self, command: Command | None, act: Callable[[], Step]) -> bool:
        try:
            step = act()
        except Refusal as refusal:
            self.refused.emit(refusal, command)
            return False
        self.saved.emit(step)
        return True

    def _at_this_moment(self, command: Command) -> Command:
        """What means "now" means the moment of the click, not the one when it can be saved."""
        from spasmlog.journal.commands import Together  # loaded with any command

        if isinstance(command, Together):
            return replace(command, commands=tuple(map(self._at_this_moment, command.commands)))
        now = self._now()
        said = {field.name: getattr(command, field.name) for field in fields(command)}
        unset: dict[str, Any] = {
            name: now for name in ("at", "onset") if name in said and said[name] is None
        }
        if "dose" in said and said["dose"].at is None:
            unset["dose"] = replace(said["dose"], at=now)
        return replace(command, **unset)
