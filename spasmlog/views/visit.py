"""What the page of a visit shows: before it, on the day, and after it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from spasmlog.analysis.period import since_last_visit
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Treatment, Visit
from spasmlog.domain.scales import SignalAnswer
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.rules import Assessment, Level
from spasmlog.views.cells import short_day
from spasmlog.views.findings import answered, calling, last_note, level_of, title_of
from spasmlog.views.typed import read_day, shown_day
from spasmlog.views.visit_chosen import NEW, chosen_visit, shortened
from spasmlog.views.visit_questions import offered
from spasmlog.views.visit_since import Since, since_view

MOST_VISITS, MOST_PEOPLE = 4, 4
CHIP, PLAN = 24, 120
"""Letters of a name on a chip, and of a plan in a list."""
FiredOn = Callable[[date], Mapping[str, Level] | None]
"""How urgent each rule was that fired at the end of an earlier day; None while that is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSignal:
    """A signal that fires, and what was noted about it."""

    rule: str
    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitView:
    """`chosen` is the id of the visit, or NEW. `values` are its fields as they stand.

    `ahead` is true before its day. `rules` are the signals of that day which still fire and are
    not noted as shown since. `next_made` is whether the next visit is in the journal already.
    """

    today: date
    choices: tuple[tuple[str, str], ...]
    chosen: str
    title: str
    day: date
    values: Mapping[str, Any]
    people: tuple[tuple[str, str], ...]
    offers: tuple[str, ...]
    ahead: bool
    since: Since
    signals: tuple[ShownSignal, ...]
    rules: tuple[str, ...]
    courses: tuple[str, ...]
    catalogue: tuple[Treatment, ...]
    first_day: date
    next_made: bool


def visit_view(
    diary: Diary,
    assessment: Assessment,
    chosen: str | None = None,
    fired_on: FiredOn = lambda _day: None,
) -> VisitView:
    """The page with this visit, else with the one that is nearest."""
    visit = chosen_visit(diary, chosen)
    day = visit.day if visit else diary.today
    signals = _signals(diary, assessment)
    return VisitView(
        today=diary.today,
        choices=_choices(diary, visit),
        chosen=visit.id if visit else NEW,
        title=_title(visit, diary.today),
        day=day,
        values=field_values(visit, diary.today),
        people=_people(diary, visit),
        offers=offered(assessment, visit.questions if visit else ()),
        ahead=day > diary.today,
        since=_since(diary, assessment, fired_on),
        signals=signals,
        rules=_to_note(diary, assessment, day, fired_on),
        courses=_courses(diary, visit),
        catalogue=tuple(each for each in diary.treatments if not each.archived),
        first_day=min(day, diary.today),
        next_made=visit is not None and _is_made(diary, visit),
    )


def field_values(visit: Visit | None, today: date) -> Mapping[str, Any]:
    """The fields of a visit by name; of a new one, what it starts with."""
    if visit is None:
        empty = {"who": "", "questions": (), "said": "", "plan": "", "follow_up": None}
        return {"day": today, **empty}
    names = ("day", "who", "questions", "said", "plan", "follow_up")
    return {name: getattr(visit, name) for name in names}


def _title(visit: Visit | None, today: date) -> str:
    if visit is None:
        return _("A new visit")
    day = short_day(visit.day, today)
    pattern = _("Visit on {day}") if visit.day <= today else _("Visit planned for {day}")
    return pattern.format(day=day)


def _choices(diary: Diary, visit: Visit | None) -> tuple[tuple[str, str], ...]:
    """The latest visits, the one that is shown among them, and a new one."""
    latest = list(diary.of_kind(Visit)[-MOST_VISITS:])
    if visit is not None and visit not in latest:
        latest = [visit, *latest[1:]]
    listed = [(each.id, _named(each, diary.today)) for each in reversed(latest)]
    return (*listed, (NEW, _("A new visit")))


def _named(visit: Visit, today: date) -> str:
    day, who = short_day(visit.day, today), shortened(visit.who, CHIP)
    return _("{day}, {who}").format(day=day, who=who) if who else day


def _people(diary: Diary, visit: Visit | None) -> tuple[tuple[str, str], ...]:
    """Whom the other visits are to, the latest first, each also as it fits on a chip.

    So they stay where they are, whatever is typed or pressed about this one.
    """
    others = (each for each in reversed(diary.of_kind(Visit)) if each != visit)
    names = (each.who.strip() for each in others)
    latest = tuple(dict.fromkeys(filter(None, names)))[:MOST_PEOPLE]
    return tuple((each, shortened(each, CHIP)) for each in latest)


def _signals(diary: Diary, assessment: Assessment) -> tuple[ShownSignal, ...]:
    return tuple(
        ShownSignal(rule=each.rule.id, title=title_of(each), note=answered(diary, each)[0])
        for each in calling(assessment)
    )


def _since(diary: Diary, assessment: Assessment, fired_on: FiredOn) -> Since:
    last = since_last_visit(diary)
    return since_view(diary, assessment, fired_on(last.first) if last else None)


def _to_note(diary: Diary, assessment: Assessment, day: date, then: FiredOn) -> tuple[str, ...]:
    """What could be shown at the visit: no doctor has seen there what began or grew since."""
    fired = assessment.levels if day >= diary.today else then(day) or {}
    seen = (each for each in calling(assessment) if fired.get(each.rule.id, 0) >= level_of(each))
    rules = (each.rule.id for each in seen)
    noted = {rule: last_note(diary, rule, SignalAnswer.SHOWN_TO_DOCTOR) for rule in rules}
    return tuple(rule for rule, on in noted.items() if on is None or on < day)


def _courses(diary: Diary, visit: Visit | None) -> tuple[str, ...]:
    """What was begun since the visit, and before the next one."""
    if visit is None:
        return ()
    names = {each.id: each.name for each in diary.treatments}
    last = _next_day(diary, visit)
    begun = (each for each in diary.between(Course, visit.day, last))
    return tuple(_course(each, names.get(each.treatment_id, ""), diary.today) for each in begun)


def _next_day(diary: Diary, visit: Visit) -> date:
    later = diary.between(Visit, visit.day + timedelta(days=1), date.max)
    return later[0].day - timedelta(days=1) if later else date.max


def _course(course: Course, name: str, today: date) -> str:
    first, name = short_day(course.first_day, today), shortened(name)
    if course.last_day is None:
        days = _("{name}, since {day}").format(name=name, day=first)
    else:
        last = short_day(course.last_day, today)
        days = _("{name}, {first} to {last}").format(name=name, first=first, last=last)
    return ": ".join(filter(None, (days, shortened(course.plan, PLAN))))


def _is_made(diary: Diary, visit: Visit) -> bool:
    return visit.follow_up is not None and bool(diary.on(Visit, visit.follow_up))


def read_visit(name: str, raw: Any, view: VisitView) -> Any:
    """The value of what stands in a field; raises `InvalidEntry` where it cannot be read."""
    if name == "day":
        if not raw.strip():
            raise InvalidEntry(_("A date is needed here."))
        return read_day(raw, view.day, view.today)
    if name == "follow_up":
        return _read_follow_up(raw, view)
    if name == "questions":
        return tuple(each for each in raw if each.strip())
    return raw


def _read_follow_up(raw: str, view: VisitView) -> date | None:
    if not raw.strip():
        return None
    day = read_day(raw, max(view.day, view.today), view.today)
    if day <= view.day:
        raise InvalidEntry(_("The next visit lies after this one."))
    return day


def shown_visit(name: str, value: Any) -> Any:
    """How a value stands in its field."""
    if name in ("day", "follow_up"):
        return "" if value is None else shown_day(value)
    return value
