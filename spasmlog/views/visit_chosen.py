"""Which visit it is about, and the quiet line on Today about one that is near or was just now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from spasmlog.analysis.visits import is_told
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Visit
from spasmlog.i18n import _, format_day

NEW = ""
"""The choice of a visit that nothing is written about yet."""
WORD, LONGEST, CUT = 24, 40, "\N{HORIZONTAL ELLIPSIS}"
"""Letters of a word and of a name that are shown beside others, and what stands for the rest."""
NEAR, JUST_NOW = timedelta(days=7), timedelta(days=7)
"""A visit so many days ahead is said on Today; one so many days ago is still to be written up."""


def chosen_visit(diary: Diary, chosen: str | None) -> Visit | None:
    """The visit chosen; None where that is a new one. Without a choice the nearest that is due."""
    if chosen == NEW:
        return None
    return diary.get(Visit, chosen) or _nearest(diary)


def _nearest(diary: Diary) -> Visit | None:
    """Today's, else one of the last days without a word, else the next one planned, else the last.

    What is still to be written down comes before a visit ahead; afterwards that one does.
    """
    today = diary.today
    recent = diary.between(Visit, today - JUST_NOW, today)
    if recent and recent[-1].day == today:
        return recent[-1]
    wordless = [each for each in recent if not is_told(each)]
    if wordless:
        return wordless[-1]
    ahead = diary.between(Visit, today, date.max)
    if ahead:
        of_day = [each for each in ahead if each.day == ahead[0].day]
        return of_day[-1]
    return recent[-1] if recent else None


def shortened(text: str, most: int = LONGEST) -> str:
    """Text in one line with no word and no length that would break a page; whole in its field."""
    words = (each if len(each) <= WORD else f"{each[: WORD - 1]}{CUT}" for each in text.split())
    line = " ".join(words)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}{CUT}"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitLine:
    """One quiet line on Today about a visit that is near or was just now."""

    visit: str
    text: str
    button: str


def visit_line(diary: Diary) -> VisitLine | None:
    """None unless a visit is planned for these days, or one of these days has no word yet."""
    visit = _nearest(diary)
    if visit is None:
        return None
    today = diary.today
    who = shortened(visit.who) or _("the doctor")
    if visit.day > today:
        if visit.day - today > NEAR:
            return None
        text = _("Visit on {day}: {who}.").format(day=format_day(visit.day, "EEEE d MMM"), who=who)
        return VisitLine(visit=visit.id, text=text, button=_("Prepare for it"))
    if is_told(visit):
        return None
    if visit.day == today:
        text = _("Visit today: {who}.").format(who=who)
        return VisitLine(visit=visit.id, text=text, button=_("Open the visit"))
    day = format_day(visit.day, "EEEE d MMM")
    text = _("You were at {who} on {day}. What was said?").format(who=who, day=day)
    return VisitLine(visit=visit.id, text=text, button=_("Write it down"))
