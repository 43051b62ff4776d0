"""Personal patterns: what they are, and the plain counts that are left where they are off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import window
from spasmlog.domain.records import Episode
from spasmlog.i18n import _, ngettext
from spasmlog.rules import DISCLAIMER, RULES

COUNTED_DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading and what stands below it."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsOff:
    """What stands on Signals in the place of the patterns: counts without a verdict."""

    said: str
    counts: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsView:
    """The page of personal patterns; `on` is whether they are looked for."""

    on: bool
    state: str
    parts: tuple[Part, ...]
    counts: Part
    disclaimer: str


def patterns_off(diary: Diary) -> PatternsOff:
    """What is said on Signals while the patterns are off."""
    return PatternsOff(
        said=_("Personal patterns are off in the settings. No rule looks for them."),
        counts=counts(diary),
    )


def patterns_view(diary: Diary, *, on: bool) -> PatternsView:
    """The page as things stand."""
    return PatternsView(
        on=on,
        state=_("They are on.") if on else _("They are off. No rule looks for them."),
        parts=(_what(), _off(), _bring_up()),
        counts=counts(diary),
        disclaimer=_(DISCLAIMER),
    )


def counts(diary: Diary) -> Part:
    """Spasms, spasm days and treated spasms of the last 90 days, and the days that are logged."""
    days = window(diary.today, COUNTED_DAYS)
    spasms = diary.between(Episode, date.fromordinal(days.start), diary.today)
    facts = [diary.facts_on(date.fromordinal(each)) for each in days]
    touched = sum(1 for each in facts if each.spasms)
    treated = sum(1 for each in spasms if diary.linked_uses(each.id))
    logged = sum(1 for each in facts if each.logged)
    return Part(
        heading=_("Counted over the last {n} days").format(n=COUNTED_DAYS),
        lines=(
            _("Spasms that began: {n}").format(n=len(spasms)),
            _("Days with a spasm: {n}").format(n=touched),
            _("Spasms with a treatment: {n}").format(n=treated),
            ngettext("Logged: {known} of {n} day", "Logged: {known} of {n} days", len(days)).format(
                known=logged
            ),
        ),
    )


def _what() -> Part:
    return Part(
        heading=_("What personal patterns are"),
        lines=(
            _(
                "Some rules look at your entries over weeks and months. They look for things such "
                "as pain that has not settled, or spasms that come back after a treatment."
            ),
            _("These are the rules:"),
            *(_(rule.title) for rule in RULES if rule.personal),
        ),
    )


def _off() -> Part:
    return Part(
        heading=_("What it means when they are off"),
        lines=(
            _(
                "In some places a program may only do this if it is approved as a medical device. "
                "So they can be switched off here."
            ),
            _(
                "While they are off, none of these rules is worked out. You do not see them in the "
                "window, on the command line or in the report, and the report says so."
            ),
            _(
                "The safety questions and the packet limits stay on. Counts of your entries stay "
                "too, without a verdict."
            ),
        ),
    )


def _bring_up() -> Part:
    return Part(
        heading=_("What guidelines suggest to bring up with a clinician"),
        lines=(
            _("Back pain that has not got better after some weeks."),
            _("Pain that goes on for more than 12 weeks."),
            _("Pain that keeps coming back, or that gets worse over time."),
            _("Pain that limits your work, your sleep or what you do each day."),
            _("A yes to one of the safety questions. For an emergency sign, do not wait."),
        ),
    )
