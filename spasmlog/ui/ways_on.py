"""Where a key or a button leads on another page: to a form, the questions, or the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from spasmlog.i18n import _
from spasmlog.ui.page import Place
from spasmlog.ui.toast import Toast

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary
    from spasmlog.ui.main_window import MainWindow


def say_why_not(window: MainWindow, toast: Toast, diary: Diary) -> bool:
    """Say why the last dose is not repeated, with the way to the form; False where it may be."""
    from spasmlog.views.repeating import why_not_again

    why = why_not_again(diary)
    if why:
        way = (_("Open the form"), None, lambda: _open_form(window))
        toast.say("prompt", why, [way], seconds=30)
    return bool(why)


def ask_strength(window: MainWindow) -> None:
    """A spasm was begun by its key: to the strip that asks how strong, the questions after it."""
    if window.current == "today" and not window.covered:
        page: Any = window.page("today")
        page.now.strip.setFocus()


def answer_again(window: MainWindow) -> None:
    """To all safety questions, open in Signals."""
    window.go(Place(page="signals"))
    page: Any = window.page("signals")
    QTimer.singleShot(0, page, page.ask_again)  # a new page shows itself in a turn of its own


def add_entry(window: MainWindow) -> None:
    """To what can be added to today, in History."""
    window.go(Place(page="history", day=window.around.desk.diary.today))
    page: Any = window.page("history")
    page.offer_kinds()


def save_pdf(window: MainWindow) -> None:
    """To the pages, and there to the name of their file."""
    window.go(Place(page="report"))
    page: Any = window.page("report")
    page.save_pdf()


def _open_form(window: MainWindow) -> None:
    window.go(Place(page="today"))
    page: Any = window.page("today")
    page.quick.open_form("treat")
