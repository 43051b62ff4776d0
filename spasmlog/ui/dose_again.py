"""A dose that no key repeats: why, and the form that can log it all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spasmlog.i18n import _
from spasmlog.ui.page import Place
from spasmlog.ui.toast import Toast

if TYPE_CHECKING:
    from spasmlog.ui.main_window import MainWindow


def say_why_not(window: MainWindow, toast: Toast, why: str) -> None:
    """One sentence, and the way to the form."""
    toast.say("prompt", why, [(_("Open the form"), None, lambda: _open_form(window))], seconds=30)


def _open_form(window: MainWindow) -> None:
    window.go(Place(page="today"))
    page: Any = window.page("today")
    page.quick.open_form("treat")
