"""The keyboard map: one table that makes the shortcuts and is shown as the list of all keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spasmlog.i18n import N_

DIGITS = "0123456789"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One row: what to press, as it is shown, and what that does.

    With `typed` it is a character that acts outside of text fields; with an `action` alone each of
    `keys` is a shortcut of the window; with neither the control that has the keyboard listens.
    """

    keys: tuple[str, ...]
    does: str
    action: str = ""
    typed: str = ""

    @property
    def is_letter(self) -> bool:
        """Whether it can be switched off in Settings."""
        return self.typed.isalpha()

    @property
    def shortcuts(self) -> tuple[str, ...]:
        """What the window binds."""
        return tuple(each for each in self.keys if self.action and each.lower() != self.typed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rows under one heading."""

    title: str
    rows: tuple[Key, ...]


IN_PAIN = Group(
    title=N_("In pain"),
    rows=(
        Key(keys=(N_("0 to 9"),), does=N_("Pain now, 0 to 9")),
        Key(keys=("T",), does=N_("Pain now, 10"), action="pain 10", typed="t"),
        Key(keys=("S",), does=N_("A spasm began"), action="spasm_began", typed="s"),
        Key(keys=("E",), does=N_("It let go"), action="let_go", typed="e"),
        Key(keys=("N",), does=N_("No spasm so far"), action="no_spasm", typed="n"),
        Key(keys=("D",), does=N_("Last dose again"), action="dose_again", typed="d"),
        Key(keys=("W",), does=N_("Glass of water"), action="drink", typed="w"),
        Key(keys=("F9",), does=N_("Flare mode: large buttons"), action="flare"),
        Key(keys=("F1",), does=N_("Emergency signs"), action="emergency"),
    ),
)
ENTRIES = Group(
    title=N_("Entries"),
    rows=(
        Key(keys=("Ctrl+K",), does=N_("Quick bar"), action="quick"),
        Key(keys=("Ctrl+N",), does=N_("Add an entry for another time"), action="add"),
        Key(keys=("Ctrl+F",), does=N_("Find in all entries"), action="find"),
        Key(keys=("Ctrl+Z",), does=N_("Undo"), action="undo"),
        Key(keys=("Ctrl+Shift+Z",), does=N_("Redo"), action="redo"),
        Key(keys=("Enter",), does=N_("Save the card in focus")),
        Key(keys=("Esc",), does=N_("Close, and keep what was typed")),
    ),
)
OF_PAGES = Group(
    title=N_("Pages"),
    rows=(
        Key(keys=("Ctrl+1",), does=N_("Today"), action="today"),
        Key(keys=("Ctrl+2",), does=N_("History"), action="history"),
        Key(keys=("Ctrl+3",), does=N_("Insights"), action="insights"),
        Key(keys=("Ctrl+4",), does=N_("Signals"), action="signals"),
        Key(keys=("Ctrl+5",), does=N_("Report"), action="report"),
        Key(keys=("Ctrl+,",), does=N_("Settings"), action="settings"),
        Key(keys=("Alt+Left",), does=N_("Back to where a link was followed"), action="back"),
        Key(keys=("Ctrl+P",), does=N_("Save PDF"), action="save_pdf"),
        Key(keys=("F11",), does=N_("Summary during a visit"), action="during_visit"),
    ),
)
ANYWHERE = Group(
    title=N_("Anywhere"),
    rows=(
        Key(keys=("Ctrl+L",), does=N_("Hide your entries"), action="hide"),
        Key(keys=("Ctrl+Q",), does=N_("Close SpasmLog"), action="quit"),
        Key(keys=("?", "Ctrl+/"), does=N_("All keys"), action="keys", typed="?"),
        Key(keys=("Tab", "Shift+Tab"), does=N_("Next and previous control")),
        Key(keys=(N_("Arrows"),), does=N_("Move inside a strip, list, calendar, chart or map")),
        Key(keys=("Space",), does=N_("Press what is in focus")),
    ),
)
MAP = (IN_PAIN, ENTRIES, OF_PAGES, ANYWHERE)

_OPEN = Key(keys=("Enter",), does=N_("Open the entry in focus"))
_DELETE = Key(keys=("Del",), does=N_("Delete the entry in focus"))
_MARK = Key(keys=(N_("0 to 9"), "Del"), does=N_("Body map: mark the place in focus, clear it"))
HERE: Mapping[str, Group] = {
    "today": Group(title=N_("On this page: Today"), rows=(_OPEN, _DELETE, _MARK)),
    "history": Group(
        title=N_("On this page: History"),
        rows=(
            Key(keys=("Left", "Right"), does=N_("Day before, day after")),
            Key(keys=("PgUp", "PgDn"), does=N_("Calendar: a month back, on")),
            Key(keys=("Ctrl+PgUp", "Ctrl+PgDn"), does=N_("Calendar: a year back, on")),
            Key(keys=("Home", "End"), does=N_("Calendar: ends of the week")),
            _OPEN,
            _DELETE,
            Key(keys=("Ctrl+D",), does=N_("Duplicate the entry in focus")),
            Key(keys=("Ctrl+M",), does=N_("Move the entry in focus")),
            Key(keys=("Shift+F10",), does=N_("List: menu of the entry")),
            Key(keys=("Ctrl+A",), does=N_("List: choose all")),
            _MARK,
        ),
    ),
    "insights": Group(
        title=N_("On this page: Insights"),
        rows=(
            Key(keys=("Left", "Right"), does=N_("Chart: day before, day after")),
            Key(keys=("PgUp", "PgDn"), does=N_("Chart: a week back, a week on")),
            Key(keys=("Home", "End"), does=N_("Chart: first and last day")),
        ),
    ),
    "report": Group(
        title=N_("On this page: Report"),
        rows=(
            Key(keys=("Ctrl++", "Ctrl+-"), does=N_("Show the pages larger, smaller")),
            Key(keys=("Ctrl+0",), does=N_("Fit the pages to the window")),
        ),
    ),
}
"""What the controls of a page listen to, besides what is the same everywhere."""

QUICK_BAR = Group(
    title=N_("In the quick bar"),
    rows=(
        Key(keys=(N_("0 to 9"), "t"), does=N_("Spasm of this strength; t is ten")),
        Key(keys=("p",), does=N_("With a number: just a pain reading")),
        Key(keys=("e",), does=N_("It let go")),
        Key(keys=("w",), does=N_("Glass of water")),
        Key(keys=("d",), does=N_("Last dose again")),
        Key(keys=("Enter",), does=N_("Save at once")),
        Key(keys=("Esc",), does=N_("Close, and keep what was typed")),
    ),
)


def _rows() -> Iterator[Key]:
    for group in MAP:
        yield from group.rows


PAGES: Mapping[str, str] = {each.action: each.keys[0] for each in OF_PAGES.rows[:6]}
ACTIONS: Mapping[str, str] = {
    each.action: each.shortcuts[0]
    for each in _rows()
    if each.shortcuts and each.action not in PAGES
}
SHORTCUTS: tuple[tuple[str, str], ...] = tuple(
    (keys, each.action) for each in _rows() for keys in each.shortcuts
)
TYPED: Mapping[str, str] = {each.typed: each.action for each in _rows() if each.typed}
LETTERS: Mapping[str, str] = {
    typed: action for typed, action in TYPED.items() if typed.isalpha() and " " not in action
}


def asked_by(text: str, *, letters: bool) -> str | None:
    """What a typed character asks for, outside of a text field; None: nothing."""
    if len(text) == 1 and text in DIGITS:
        return f"pain {text}"
    if text.isalpha() and not letters:
        return None
    return TYPED.get(text.lower())
