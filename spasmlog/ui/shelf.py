"""The pages: what each is called, how it is made, and what it is shown of the diary."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any

from spasmlog.i18n import N_
from spasmlog.settings import Settings
from spasmlog.ui.desk import Desk
from spasmlog.ui.look import Look
from spasmlog.ui.page import Page
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from spasmlog.domain.moment import Moment
    from spasmlog.views.found import Searched


@dataclass(slots=True)
class Surroundings:
    """What pages are made from and their views worked out of, besides the diary.

    `search` is what is looked for in History; None: nothing, "" finds all entries.
    """

    look: Look
    desk: Desk
    tasks: Tasks
    remembered: Remembered
    settings: Settings
    day: date | None = None
    record_id: str | None = None
    rule: str | None = None
    visit: str | None = None
    search: str | None = None
    searched: Callable[[], Searched | None] = lambda: None
    hidden: set[str] = field(default_factory=set)

    @property
    def now(self) -> Moment:
        """The moment it is."""
        return self.desk.now


@dataclass(frozen=True, slots=True)
class Shelved:
    """One page: its title, its maker, and the maker of its view."""

    title: str
    make: Callable[[Surroundings], Page]
    view: Callable[[Surroundings], Any]


def _today(around: Surroundings) -> Page:
    from spasmlog.ui.today_page import TodayPage

    return TodayPage(around.look)


def _today_view(around: Surroundings) -> Any:
    from spasmlog.views.today import today_view

    desk = around.desk
    return today_view(
        desk.diary,
        around.now,
        around.settings,
        desk.assessment(),
        asked_at=_asked_at(around),
        hidden=around.hidden,
        fired_before=desk.fired_before(),
    )


def _asked_at(around: Surroundings) -> datetime | None:
    """When the person last said that the spasm which runs is still going."""
    kept = around.remembered.get("still_going", dict, {})
    running = around.desk.diary.running
    if running is None or kept.get("episode") != running.id:
        return None
    try:
        at = datetime.fromisoformat(str(kept.get("utc")))
    except ValueError:  # what was remembered wrongly is forgotten
        return None
    return at if at.tzinfo else None


def _history(around: Surroundings) -> Page:
    from spasmlog.ui.history_page import HistoryPage

    return HistoryPage(around.look)


def _history_view(around: Surroundings) -> Any:
    from spasmlog.views.history import history_view

    journal = around.desk.journal
    return history_view(
        around.desk.diary,
        around.day or around.desk.diary.today,
        around.now,
        around.settings,
        chosen=around.record_id,
        undo_label=journal.undo_label,
        redo_label=journal.redo_label,
        deleted=journal.deleted(),
        versions=journal.versions(around.record_id) if around.record_id else (),
        searched=around.searched(),
    )


def _insights(around: Surroundings) -> Page:
    from spasmlog.ui.insights_page import InsightsPage

    return InsightsPage(around.look, around.tasks)


def _insights_view(around: Surroundings) -> Any:
    from spasmlog.views.insights import insights_view

    desk = around.desk
    chosen = around.settings
    return insights_view(
        desk.diary, desk.assessment(), chosen.day_starts, personal=chosen.personal_patterns
    )


def _signals(around: Surroundings) -> Page:
    from spasmlog.ui.signals_page import SignalsPage

    return SignalsPage(around.look)


def _signals_view(around: Surroundings) -> Any:
    from spasmlog.views.signals import signals_view

    desk = around.desk
    return signals_view(
        desk.diary,
        desk.assessment(),
        around.rule,
        fired_before=desk.fired_before(),
        personal=desk.personal,
    )


def _visit(around: Surroundings) -> Page:
    from spasmlog.ui.visit_page import VisitPage

    return VisitPage(around.look)


def _visit_view(around: Surroundings) -> Any:
    from spasmlog.views.visit import visit_view

    desk = around.desk
    return visit_view(desk.diary, desk.assessment(), around.visit, desk.fired_on)


def _patterns(around: Surroundings) -> Page:
    from spasmlog.ui.patterns_page import PatternsPage

    return PatternsPage(around.look)


def _patterns_view(around: Surroundings) -> Any:
    from spasmlog.views.patterns import patterns_view

    return patterns_view(around.desk.diary, on=around.desk.personal)


def _report(around: Surroundings) -> Page:
    from spasmlog.ui.report_page import ReportPage

    return ReportPage(around.look, around.tasks, around.remembered)


def _report_view(around: Surroundings) -> Any:
    from spasmlog.views.report import report_view

    starts = around.settings.day_starts
    return report_view(around.desk.diary, around.now, starts, personal=around.desk.personal)


def _settings(around: Surroundings) -> Page:
    from spasmlog.ui.settings_page import SettingsPage

    return SettingsPage(around.look)


def _settings_view(around: Surroundings) -> Any:
    from spasmlog.views.settings import settings_view

    return settings_view(around.desk.diary, around.settings, around.desk.journal)


def _rule(around: Surroundings) -> Page:
    from spasmlog.ui.rule_page import RulePage

    return RulePage(around.look)


def _rule_view(around: Surroundings) -> Any:
    from spasmlog.views.rule_page import rule_page_view

    return rule_page_view(around.rule)


def _telling(around: Surroundings) -> Page:
    from spasmlog.ui.telling_page import TellingPage

    return TellingPage(around.look)


def _telling_view(around: Surroundings) -> Any:
    from spasmlog.views.telling import telling_view

    return telling_view(around.desk.assessment())


SHELF: Mapping[str, Shelved] = {
    "today": Shelved(N_("Today"), _today, _today_view),
    "history": Shelved(N_("History"), _history, _history_view),
    "insights": Shelved(N_("Insights"), _insights, _insights_view),
    "signals": Shelved(N_("Signals"), _signals, _signals_view),
    "report": Shelved(N_("Report"), _report, _report_view),
    "settings": Shelved(N_("Settings"), _settings, _settings_view),
    "rule": Shelved(N_("Rules"), _rule, _rule_view),
    "telling": Shelved(N_("Spasms"), _telling, _telling_view),
    "patterns": Shelved(N_("Patterns"), _patterns, _patterns_view),
    "visit": Shelved(N_("Visit"), _visit, _visit_view),
}


def load_pages(progress: Progress) -> None:
    """Import what the other pages need, so that a first visit need not wait for it."""
    for name in ("history", "insights", "signals", "report", "settings", "visit"):
        progress.check()
        import_module(f"spasmlog.views.{name}")
        import_module(f"spasmlog.ui.{name}_page")
    import_module("spasmlog.ui.emergency_page")
