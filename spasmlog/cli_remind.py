"""The command that shows the reminders which are due, without a window."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable

from spasmlog import app
from spasmlog.reminder_timer import program


def remind(asked: argparse.Namespace) -> int:
    """Mostly nothing is due, and it ends before Qt is loaded; 0 also where nothing can be shown."""
    from spasmlog.ui.remind_check import Checker

    checker = Checker(asked.journal, app.clock, app.reading, app.writing)
    explain: Callable[[str], None] = print if asked.explain else _say_nothing
    if not asked.wait:
        looked = checker.look()
        if not looked.reminders:
            explain(looked.why)
            return 0
    from spasmlog.ui.remind_alone import run

    window = program(asked.journal)
    if run(checker, explain, window, stays=asked.wait):
        # In place of this program: what a timer of systemd started ends with it.
        os.execv(window[0], window)
    return 0


def _say_nothing(_why: str) -> None:
    """Whatever starts this by a timer has nobody to tell."""
