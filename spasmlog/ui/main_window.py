"""The window: pages, keys and refresh. It knows nothing of what a page shows or a command does."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QWidget

from spasmlog.i18n import _
from spasmlog.ui import keys
from spasmlog.ui.frame import Frame
from spasmlog.ui.held_keys import HeldKeys
from spasmlog.ui.laid_out import lay_out
from spasmlog.ui.layers import Layers
from spasmlog.ui.page import Page, Place
from spasmlog.ui.shelf import SHELF, Surroundings

TITLE = "SpasmLog"
REPEATED = ("undo", "redo")
"""What goes on while its keys are held."""
_Modifier = Qt.KeyboardModifier


class MainWindow(QMainWindow):
    """Shows one page at a time and keeps it true to the diary."""

    close_asked = Signal(object)
    """The `QCloseEvent`, to be ignored by whom something would be lost to."""
    closing = Signal()
    page_made = Signal(str, object)
    """The name of a page and the page, once, when it is first wanted."""
    went = Signal()
    """Another page is shown."""
    key_asked = Signal(str)
    """The name of an action of `keys`, or "pain 7"."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self._current = "today"
        self._way_back: Place | None = None
        self.held = HeldKeys(self)
        self.frame = Frame(around.look, _items())
        self.layers = Layers(self.frame)
        self.setCentralWidget(self.layers)
        self._title = TITLE
        self.entitle(TITLE)
        self.setMinimumSize(900, 600)
        self.resize(1280, 800)
        self.frame.setAccessibleName("SpasmLog")
        self.frame.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.frame.setFocus()  # no control looks chosen before the person has chosen one
        self.frame.sidebar.chosen.connect(self._choose)
        self.frame.back.clicked.connect(self.go_back)
        for shortcut, name in keys.SHORTCUTS:
            made = QShortcut(QKeySequence(shortcut), self)
            made.setAutoRepeat(name in REPEATED)  # held, the others would flicker
            made.activated.connect(lambda asked=name: self._hear(asked))

    @property
    def current(self) -> str:
        """The name of the page that is shown."""
        return self._current

    def page(self, name: str) -> Page:
        """A page, made when it is first wanted."""
        if name not in self.pages:
            page = SHELF[name].make(self.around)
            self.pages[name] = page
            self._stale.add(name)
            page.wanted.connect(self._follow)
            self.frame.add(name, page)
            self.page_made.emit(name, page)
        return self.pages[name]

    def go(self, place: Place) -> None:
        """Show a page, and there the day, entry or signal that is meant."""
        if place.page not in SHELF:  # what lies over all pages, such as the emergency signs
            self.key_asked.emit(place.page)
            return
        if place.day is not None:
            self.around.day, self.around.record_id = place.day, place.record_id
            self.around.search = None  # the day is wanted, not what was found
        if place.page == "signals" or place.rule is not None:
            self.around.rule = place.rule
        page = self.page(place.page)
        self._current = place.page
        if place.day is not None or place.rule is not None:
            self._stale.add(place.page)
        filled = self._fill(page)
        self.frame.show_place(place.page, _(SHELF[place.page].title))
        self.layers.uncover()
        if filled:
            lay_out(page)
        self.went.emit()

    def go_back(self) -> None:
        """Back to the page from which something was followed."""
        if self._way_back is not None:
            self.go(self._way_back)
            self._come_from(None)

    def moved(self) -> None:
        """The diary has moved on: the page that is seen is shown anew, the others when seen."""
        self._stale.update(self.pages)
        self.refresh()

    def refresh(self) -> None:
        """Show the current page what it should show, if that has changed."""
        page = self.pages.get(self._current)
        if page is not None and self._fill(page):
            lay_out(page)

    def _fill(self, page: Page) -> bool:
        """Whether the current page had to be told anew, and has been."""
        if not self.around.desk.is_open or self._current not in self._stale:
            return False
        page.show_view(SHELF[self._current].view(self.around))
        self._stale.discard(self._current)
        return True

    def cover(self, page: QWidget) -> None:
        """Let something take the place of everything else."""
        self.layers.cover(page)

    def uncover(self) -> None:
        """Back to the pages, or to why there are none."""
        self.layers.uncover()

    def shut_with(self, page: QWidget) -> None:
        """Let nothing of the journal be seen until `reopen`."""
        self.layers.shut_with(page)
        self.entitle(self._title)

    def reopen(self) -> None:
        """Show the journal again as it was left."""
        self.layers.reopen()
        self.entitle(self._title)

    def entitle(self, title: str) -> None:
        """What the window is called; not while nothing of the journal is to be seen."""
        self._title = title
        self.setWindowTitle(TITLE if self.layers.shut else title)

    @property
    def covered(self) -> bool:
        """Whether something has taken the place of the pages."""
        return not self.layers.pages_shown

    @property
    def _takes_keys(self) -> bool:
        """Whether numbers and letters mean what they say: on the pages, and where it is said so."""
        on_top = self.layers.currentWidget()
        return not self.covered or (on_top is not None and bool(on_top.property("takes_keys")))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that no control wanted: a number or a letter of the map."""
        text = event.text()
        free = _Modifier.KeypadModifier
        if not text.isalpha():  # with Shift come "?", and the digits of some keyboards
            free |= _Modifier.ShiftModifier
        plain = not event.modifiers() & ~free
        held = event.isAutoRepeat()  # a finger that is slow to lift means one entry, not ten
        if plain and self._takes_keys and (held or self._take_key(text)):
            event.accept()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_asked.emit(event)
        if event.isAccepted():
            self.settle(event)
        if not event.isAccepted():
            return
        self.closing.emit()
        super().closeEvent(event)

    def settle(self, event: QCloseEvent) -> None:
        """What is typed and cannot be saved is shown once more; what covers the pages may close."""
        for name, page in tuple(self.pages.items()):
            if not page.settle() and not self.covered:
                event.ignore()
                self.go(Place(page=name))

    def _take_key(self, text: str) -> bool:
        asked = keys.asked_by(text, letters=self.around.settings.single_letters)
        if asked is not None:
            self.key_asked.emit(asked)
        return asked is not None

    def _follow(self, place: Place) -> None:
        """Go where a page leads to, with a way back."""
        rule = self.around.rule if self._current == "rule" else None
        here = Place(page=self._current, rule=rule)
        self.go(place)
        if self._current != here.page:
            self._come_from(here)

    def _come_from(self, place: Place | None) -> None:
        self._way_back = place
        self.frame.offer_back("" if place is None else _(SHELF[place.page].title))

    def _hear(self, name: str) -> None:
        """A shortcut was pressed."""
        if name in REPEATED or not self.held.repeats:
            self._choose(name)

    def _choose(self, name: str) -> None:
        """Where help is needed now, the page that says so is left by its own ways out alone.

        So is the one that hides the entries.
        """
        on_top = self.layers.currentWidget()
        stays = self.layers.shut or (on_top is not None and on_top.property("stays"))
        if stays and name not in ("emergency", "quit"):
            return
        if name == "quit":
            self.close()
        elif name == "back":
            self.go_back()
        elif name in SHELF:
            self.go(Place(page=name))
            self._come_from(None)
        else:
            self.key_asked.emit(name)


def _items() -> tuple[tuple[str, str, str, str], ...]:
    icons = ("today", "calendar", "chart", "signal", "report")
    above = zip(tuple(SHELF)[:5], icons, strict=True)
    return (
        *((name, icon, _(SHELF[name].title), keys.PAGES[name]) for name, icon in above),
        ("emergency", "emergency", _("Emergency signs"), keys.ACTIONS["emergency"]),
        ("settings", "settings", _(SHELF["settings"].title), keys.PAGES["settings"]),
        ("hide", "lock", _("Hide"), keys.ACTIONS["hide"]),
    )
