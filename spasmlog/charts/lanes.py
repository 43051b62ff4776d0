"""The lanes beneath the plot: spasms, the medicines used most, and courses of treatment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spasmlog.charts.lettering import legible
from spasmlog.charts.plan import STEP, Plan
from spasmlog.charts.sheet import Row, Sheet, space
from spasmlog.charts.span import Span, runs
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Course, Treatment, TreatmentUse
from spasmlog.domain.scales import MEDICINES
from spasmlog.i18n import _

HEIGHT = 20.0
MOST_MEDICINES = 2
MOST_COURSE_LANES = 3
NAME = 12.0
"""Design pixels of the words on a band."""
NAME_LINES = 2
"""A longer name of a medicine is cut short."""
LEAST_NAME = 36.0
"""A name is not cut to less than this."""
BLOCK = 10.0
"""How high the block of a spasm is; the height of a small letter, more or less."""


@dataclass(frozen=True, slots=True)
class MedicineLane:
    """A medicine and the ordinals of the days on which it was used."""

    name: str
    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A course on the days shown: its edges, what it is, and its name alone."""

    left: float
    right: float
    text: str
    short: str


def medicines(diary: Diary, first: date, last: date) -> tuple[MedicineLane, ...]:
    """The medicines used on most of these days, two at most, the one used most first."""
    days: dict[str, set[int]] = {}
    for use in diary.between(TreatmentUse, first, last):
        if use.kind in MEDICINES:
            days.setdefault(use.treatment_id, set()).add(use.day.toordinal())
    most = Counter({name: len(used) for name, used in sorted(days.items())})
    return tuple(
        MedicineLane(treatment_name(diary, name), tuple(sorted(days[name])))
        for name, _count in most.most_common(MOST_MEDICINES)
    )


def treatment_name(diary: Diary, treatment_id: str) -> str:
    """What the person calls it."""
    found = diary.get(Treatment, treatment_id)
    return found.name if found else _("Medicine")


def courses(diary: Diary, first: date, last: date) -> tuple[Course, ...]:
    """The courses that touch these days, oldest first."""
    return tuple(
        course
        for course in diary.courses
        if course.first_day <= last and (course.last_day or last) >= first
    )


def lane_names(diary: Diary, first: date, last: date) -> tuple[str, ...]:
    """What stands beside the lanes, from top to bottom."""
    used = [legible(lane.name) for lane in medicines(diary, first, last)]
    return (_("Spasm"), *used, *([_("Course")] if courses(diary, first, last) else []))


def lane_rows(plan: Plan) -> list[Row]:
    """A row for each lane, and one for each line of courses."""
    first, last = plan.span.first, plan.span.last
    high = plan.style.px(HEIGHT)
    rows = [space(plan.style.px(5) + 3)]
    rows.append(Row(high, lambda *place: _spasms(plan, *place)))
    rows += [_medicine_row(plan, lane) for lane in medicines(plan.diary, first, last)]
    return [*rows, *course_rows(plan)]


def course_rows(plan: Plan) -> list[Row]:
    """One for each line of courses."""
    high = plan.style.px(HEIGHT)
    return [
        _course_row(plan, bands, high, named=number == 0)
        for number, bands in enumerate(_course_lanes(plan))
    ]


def _medicine_row(plan: Plan, lane: MedicineLane) -> Row:
    more = len(plan.label_lines(lane.name, NAME_LINES)) - 1
    high = plan.style.px(HEIGHT + STEP * max(more, 0))
    return Row(high, lambda *place: _medicine(plan, lane, *place))


def _course_row(plan: Plan, bands: Sequence[Band], high: float, named: bool) -> Row:
    name = _("Course") if named else ""
    return Row(high, lambda *place: _courses(plan, bands, name, *place))


def _spasms(plan: Plan, sheet: Sheet, bottom: float, top: float) -> None:
    middle, half = (bottom + top) / 2, plan.span.step / 2
    plan.label(sheet, _("Spasm"), middle)
    touched = runs(sorted(plan.spasms))
    inset = 1.0 if half > 2 else 0.0
    rects = [
        (
            plan.span.x(first) - half + inset,
            middle - BLOCK / 2,
            max(plan.span.x(last) + half, plan.span.x(first) - half + 1) - inset,
            middle + BLOCK / 2,
        )
        for first, last in touched
    ]
    edge = plan.style.text if inset else None
    sheet.blocks(rects, plan.style.text, edge=edge, line=2, gid="spasm")


def _medicine(plan: Plan, lane: MedicineLane, sheet: Sheet, bottom: float, top: float) -> None:
    middle, step = (bottom + top) / 2, plan.span.step
    plan.label(sheet, lane.name, middle, NAME_LINES)
    color = plan.style.treatment
    if step < 3:  # circles would run into one another
        ticks = [
            ((plan.span.x(day), middle - BLOCK / 2), (plan.span.x(day), middle + BLOCK / 2))
            for day in lane.days
        ]
        sheet.strokes(ticks, color, order=2, gid="medicine")
    else:
        points = [(plan.span.x(day), middle) for day in lane.days]
        size = min(max(step * 0.8, 3.0), 6.0)
        sheet.marks(points, "o", size, color, line=1.4, gid="medicine")


def _courses(
    plan: Plan, bands: Sequence[Band], name: str, sheet: Sheet, bottom: float, top: float
) -> None:
    middle, half = (bottom + top) / 2, plan.style.px(8)
    if name:
        plan.label(sheet, name, middle)
    style = plan.style
    rects = [(band.left, middle - half, band.right, middle + half) for band in bands]
    sheet.blocks(rects, style.treatment_soft, edge=style.treatment, order=3.5, gid="course")
    for text, left, inside in band_texts(plan, bands):
        color, ground = (style.treatment, None) if inside else (style.quiet, style.paper)
        sheet.write(text, left, middle, color=color, size=NAME, ground=ground, gid="course-name")


def _course_lanes(plan: Plan) -> list[list[Band]]:
    """The bands in few lines: where band and name are free, else the band, else the line
    that is free first."""
    lanes: list[list[Band]] = []
    for course in courses(plan.diary, plan.span.first, plan.span.last):
        left, right = _edges(plan.span, course)
        band = Band(left, right, *_names(plan.diary, course))
        ends = [lane[-1].right for lane in lanes]
        named = [_named_end(plan, lane[-1]) for lane in lanes]
        free = [at for at, end in enumerate(named) if end <= left]
        if not free and len(lanes) < MOST_COURSE_LANES:
            free = [len(lanes)]
            lanes.append([])
        free = free or [at for at, end in enumerate(ends) if end + 2 <= left]
        lanes[free[0] if free else ends.index(min(ends))].append(band)
    return lanes


def _named_end(plan: Plan, band: Band) -> float:
    """Where a band and its short name end."""
    wide = plan.letters.width(band.short, NAME)
    inside = wide + 2 * plan.style.px(6) <= band.right - band.left
    return band.right + plan.style.px(6) + (0 if inside else wide)


def _names(diary: Diary, course: Course) -> tuple[str, str]:
    name = treatment_name(diary, course.treatment_id)
    return legible(f"{name}, {course.plan}" if course.plan else name), legible(name)


def band_texts(plan: Plan, bands: Sequence[Band]) -> list[tuple[str, float, bool]]:
    """Words, their left edge and whether they stand in the band; the newest come first."""
    found: list[tuple[str, float, bool]] = []
    gap, free = plan.style.px(6), plan.style.width
    edge = free
    for at in reversed(range(len(bands))):
        band = bands[at]
        before = max((other.right for other in bands[:at]), default=0.0)
        # Words beside a band keep away from the next one, so that it is clear whose they are.
        rooms = (
            (band.left + gap, min(band.right - gap, edge), True),
            (band.right + gap, edge if edge == free else edge - 3 * gap, False),
            (max(before + 4 * gap, plan.span.left), band.left - gap, False),
        )
        text = _placed(plan, band, rooms)
        edge = band.left - gap
        if text is not None:
            found.append(text)
            edge = min(edge, text[1] - gap)
    return found


def _placed(
    plan: Plan, band: Band, rooms: Sequence[tuple[float, float, bool]]
) -> tuple[str, float, bool] | None:
    """The whole words where they fit, else the name, else the name cut short."""
    for text in (band.text, band.short):
        wide = plan.letters.width(text, NAME)
        for left, right, inside in rooms:
            if wide <= right - left:
                return text, left if left >= band.left else right - wide, inside
    sure = [room for room in rooms if room[2] or room[1] == plan.style.width]
    left, right, inside = max(sure, key=lambda room: room[1] - room[0])
    if right - left < plan.style.px(LEAST_NAME):
        return None
    return plan.letters.fit(band.short, right - left, NAME), left, inside


def _edges(span: Span, course: Course) -> tuple[float, float]:
    first = max(course.first_day, span.first).toordinal()
    last = min(course.last_day or span.last, span.last).toordinal()
    half = span.step / 2
    return span.x(first) - half, max(span.x(last) + half, span.x(first) - half + 3)
