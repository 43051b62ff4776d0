"""Everything that can go wrong outside the program's own faults, drawn as a tree.

Refusal                       one plain sentence and a next step; exit code 1 on the command line
├── InvalidEntry              what was typed cannot be true or cannot be read
│   ├── RunningSpasmExists    a second running spasm; the first is named, so that it can be ended
│   └── NoSuchTime            a clock time that the change of clocks left out
├── JournalInhabited          an empty journal is needed, and this one has entries
├── NoSuchRecord              an id that the journal does not hold (any more)
├── NothingToUndo             undo or redo with nothing left
├── JournalRefused            a file that will not be opened, left byte for byte as it was
│   ├── NotAJournal           another kind of file, another program's database, a folder, empty
│   ├── DamagedJournal        cut short or unreadable
│   ├── NewerJournal          written by a newer version
│   ├── ReadOnlyJournal       may be read, not written
│   └── JournalInUse          another window is writing to it
├── NotSaved                  the disk is full or gone; nothing that was saved before is lost
└── ImportRefused             a file from outside that does not hold a journal

Faults of our own are not here: they are ordinary exceptions, loud in tests.
"""

from __future__ import annotations


class Refusal(Exception):
    """The world said no: `sentence` says what happened, `next_step` what can be done."""

    def __init__(self, sentence: str, next_step: str = "") -> None:
        super().__init__(f"{sentence} {next_step}".strip())
        self.sentence = sentence
        self.next_step = next_step


class InvalidEntry(Refusal):
    """What was typed cannot be true or cannot be read."""


class RunningSpasmExists(InvalidEntry):
    """A spasm is running already; `episode_id` names it, so that it can be ended first."""

    def __init__(self, sentence: str, next_step: str, episode_id: str) -> None:
        super().__init__(sentence, next_step)
        self.episode_id = episode_id


class NoSuchTime(InvalidEntry):
    """A clock time left out by a change of clocks; `next_step` offers the next one."""


class JournalInhabited(Refusal):
    """An empty journal is needed, and this one has entries."""


class NoSuchRecord(Refusal):
    """The journal does not hold this record (any more)."""


class NothingToUndo(Refusal):
    """There is nothing left to undo, or to redo."""


class JournalRefused(Refusal):
    """A journal file that is not opened; it is left byte for byte as it was."""


class NotAJournal(JournalRefused):
    """Another kind of file, another program's database, a folder, or an empty file."""


class DamagedJournal(JournalRefused):
    """The file is cut short or cannot be read."""


class NewerJournal(JournalRefused):
    """The file was written by a newer version of the program."""


class ReadOnlyJournal(JournalRefused):
    """The file may be read but not written."""


class JournalInUse(JournalRefused):
    """Another window is writing to this journal."""


class NotSaved(Refusal):
    """The entry did not reach the disk; everything saved before is unharmed."""


class ImportRefused(Refusal):
    """The file to be read in does not hold a journal, or not a whole one."""
