"""One sitting at the window: what keys ask for, what is said after a save, help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, SignalInstance

from spasmlog import paths, settings
from spasmlog.errors import Refusal
from spasmlog.i18n import _, format_clock, format_day, why_not
from spasmlog.ui import keys
from spasmlog.ui.all_keys import AllKeys
from spasmlog.ui.closed_reminders import ClosedReminders
from spasmlog.ui.daily_copies import DailyCopies
from spasmlog.ui.finding import Finding
from spasmlog.ui.flare_mode import FlareMode
from spasmlog.ui.help import Help
from spasmlog.ui.hidden_page import Hiding
from spasmlog.ui.main_window import MainWindow
from spasmlog.ui.opening import Opening
from spasmlog.ui.page import Page
from spasmlog.ui.pages_ahead import PagesAhead
from spasmlog.ui.quick_entry import QuickEntry
from spasmlog.ui.saying import Saying
from spasmlog.ui.shelf import load_pages
from spasmlog.ui.toast import Toast
from spasmlog.ui.visit_screen import Visiting
from spasmlog.ui.ways_on import add_entry, answer_again, ask_strength, save_pdf, say_why_not

if TYPE_CHECKING:
    from spasmlog.domain.diary import Step
    from spasmlog.settings import Settings

TICK_MS = 30_000


class Session(QObject):
    """Holds the window, the desk and the opening together for as long as the window is open."""

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__(window)
        self.window, self.opening = window, opening
        self._around = window.around
        self._desk = window.around.desk
        self.toast = Toast(window.frame.body, window.around.look)
        self.help = Help(window, self._write_settings)
        self.visiting = Visiting(window)
        self.quick = QuickEntry(window)
        self.all_keys = AllKeys(window)
        self.finding = Finding(window)
        self.hiding = Hiding(window)
        self._path: Path | None = None
        self.flare = FlareMode(window)
        self.saying = Saying(window, self.toast, self.visiting, self.quick, self.flare)
        self.copies = DailyCopies(self._desk, window.around.tasks, lambda: self._path, self)
        self.ahead = PagesAhead(window)
        self.closed = ClosedReminders(window, self._change_settings)
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._actions: Mapping[str, Callable[[], object]] = {
            "undo": self.saying.undo,
            "redo": self._desk.redo,
            "emergency": self.help.open,
            "questions": partial(answer_again, window),
            "add": partial(add_entry, window),
            "save_pdf": partial(save_pdf, window),
            "during_visit": self.visiting.toggle,
            "quick": self.quick.open,
            "flare": self.flare.toggle,
            "keys": self.all_keys.toggle,
            "find": self.finding.open_field,
            "hide": self.hiding.hide,
        }
        self._connect()

    def start(self, path: Path) -> None:
        """Open the journal behind what is painted already."""
        self._path = path
        self._clock.start()
        self.opening.start(path)
        self._build(self._today_steps())

    def _today_steps(self) -> Iterator[None]:
        page: Any = self.window.page("today")
        steps: Iterator[None] = page.build_steps()
        return steps

    def _build(self, steps: Iterator[None]) -> None:
        """One card of today's page in each turn of the loop, so that the window stays quick."""
        if not self._desk.is_open and next(steps, self) is not self:
            QTimer.singleShot(0, self, lambda: self._build(steps))

    def _connect(self) -> None:
        window, desk = self.window, self._desk
        window.page_made.connect(self._page_made)
        window.went.connect(self._went)
        window.key_asked.connect(self._key)
        window.closing.connect(self._close)
        window.frame.dock.asked.connect(desk.do)
        desk.opened.connect(self._opened)
        desk.moved.connect(self._moved)
        desk.saved.connect(self._saved)
        self.toast.took.connect(window.frame.leave_free)
        desk.refused.connect(self.saying.refused)
        self.opening.failed.connect(self._not_opened)
        self.opening.complete.connect(self._complete)
        self.copies.made.connect(window.moved)
        self.copies.failed.connect(self._copy_failed)

    def _page_made(self, name: str, page: Page) -> None:
        page.asked.connect(self._desk.do)
        for signal, slot in self._slots().items():
            offered = getattr(page, signal, None)
            if isinstance(offered, SignalInstance):
                offered.connect(slot)
        del name

    def _went(self) -> None:
        if self._desk.is_open:
            self._show_date()

    def _slots(self) -> Mapping[str, Callable[..., object]]:
        """What a page may say besides `asked` and `wanted`."""
        return {
            "emergency": self.help.open_for,
            "settings_changed": self._change_settings,
            "undo_asked": self.saying.undo,
            "redo_asked": self._desk.redo,
            "day_chosen": self._choose_day,
            "record_chosen": self._choose_record,
            "versions_wanted": self._choose_record,
            "search_wanted": self.finding.look_for,
            "search_near": self.finding.prepare,
            "still_going": self._still_going,
            "not_now": self._not_now,
        }

    def _key(self, asked: str) -> None:
        if self.flare.takes(asked):
            return
        if asked.startswith("pain "):
            self._quick("pain", int(asked.removeprefix("pain ")))
        elif asked in keys.LETTERS.values():
            self._quick(asked)
        elif self._desk.is_open or asked in ("emergency", "quick", "keys", "hide"):
            self._actions[asked]()

    def _quick(self, what: str, number: int | None = None) -> None:
        from spasmlog.views.quick import quick_command

        diary = self._desk.diary if self._desk.is_open else None
        if what == "dose_again" and diary and say_why_not(self.window, self.toast, diary):
            return
        command = quick_command(what, number, diary, self._around.settings)
        if command is None:
            return
        done = self.saying.row.by_key(lambda: self._desk.do(command))
        if done and what == "spasm_began":
            ask_strength(self.window)

    def _opened(self) -> None:
        self._desk.journal.begin_days(lambda: self._around.settings.day_starts)
        self.window.layers.stand_on(None)
        self.window.moved()
        self._show_state()

    def _complete(self) -> None:
        """All days are there; now what charts and pages will need is fetched ahead of time."""
        from spasmlog.ui.figure_view import warm

        warm(self._around.tasks)
        self._around.tasks.run(load_pages, lambda _: None, lambda _: None, "load the pages")
        self.ahead.start()

    def _moved(self, _step: Step) -> None:
        if self.quick.is_saving:  # the bar says first what was kept, and keys come before the page
            QTimer.singleShot(1, self, self._show_moved)
        else:
            self._show_moved()

    def _show_moved(self) -> None:
        if self._desk.is_open:
            self.window.moved()
            self._show_state()

    def _show_state(self) -> None:
        from spasmlog.views.findings import calling
        from spasmlog.views.today import dock_state

        diary = self._desk.diary
        self.window.frame.dock.show_state(dock_state(diary, self._desk.now))
        waiting = calling(self._desk.assessment())
        self.window.frame.sidebar.button("signals").set_badge(len(waiting))
        running = diary.running is not None
        self.window.entitle(_("SpasmLog, spasm running") if running else "SpasmLog")
        self._show_date()

    def _show_date(self) -> None:
        now = self._desk.now.clock
        day = format_day(now.date(), "EEEE d MMMM")
        today = self.window.current == "today"
        self.window.frame.note.setText(f"{day}, {format_clock(now)}" if today else "")

    def _tick(self) -> None:
        if self._desk.is_open:
            self.window.frame.dock.tick(self._desk.now)
            self.flare.tick()
            self.window.moved()
            self._show_date()

    def _saved(self, step: Step) -> None:
        if step.changes:
            self.copies.saved()
            self.saying.saved(step)

    def _not_opened(self, refusal: Refusal) -> None:
        from spasmlog.ui.refusal_page import RefusalPage

        page = RefusalPage(self._around.look, refusal, self._path)
        page.try_again.connect(self._try_again)
        page.other_chosen.connect(self._open_other)
        page.help_wanted.connect(self.help.open)
        self.window.layers.stand_on(page)

    def _try_again(self) -> None:
        if self._path is not None:
            self.opening.start(self._path)

    def _open_other(self, path: Path) -> None:
        if self.opening.start(path):
            self._path = path

    def _change_settings(self, changed: Settings) -> None:
        before = self._around.settings
        self._around.settings = changed
        self._write_settings(changed)
        if (before.theme, before.text_percent) != (changed.theme, changed.text_percent):
            self._around.look.set(changed.theme, changed.text_scale)
        self._desk.look_for(personal=changed.personal_patterns)
        self.window.moved()
        if self._desk.is_open:
            self._show_state()

    def _write_settings(self, changed: Settings) -> None:
        self._around.settings = changed
        try:
            settings.write(paths.config_folder(), changed)
        except OSError as error:
            text = _("The settings could not be saved: {why}. They hold until you close.")
            self.toast.say("prompt", text.format(why=why_not(error)))

    def _choose_day(self, day: Any) -> None:
        self._around.day, self._around.record_id = day, None
        self.window.moved()

    def _choose_record(self, record_id: str) -> None:
        self._around.record_id = record_id or None
        self.window.moved()

    def _still_going(self, episode_id: str) -> None:
        kept = {"episode": episode_id, "utc": self._desk.now.utc.isoformat()}
        self._around.remembered.keep("still_going", kept)
        self.window.moved()

    def _not_now(self, what: str) -> None:
        self._around.hidden.add(what)
        self.window.moved()

    def say_fault(self) -> None:
        """Something went wrong inside the program."""
        text = _("Something went wrong inside the program. What was saved before is unharmed.")
        self.toast.say("info", text, seconds=30)

    def _copy_failed(self, refusal: Refusal) -> None:
        self.toast.say("prompt", str(refusal), seconds=60)

    def _close(self) -> None:
        self.visiting.flush()
        self._clock.stop()
        self.copies.stop()
        self._around.tasks.close()
        self.opening.close()
