"""What the Settings page shows: settings, the person, the catalogue, the journal, the rules."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from spasmlog import __version__
from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Profile, Treatment
from spasmlog.domain.scales import TreatmentKind
from spasmlog.i18n import _, format_clock, format_number
from spasmlog.rules import Rule, book
from spasmlog.settings import GLASS_ML, TEXT_SCALES, Settings
from spasmlog.views.amounts import mg_words, sentence, volume
from spasmlog.views.emergency import countries
from spasmlog.views.names import kind
from spasmlog.views.reminder_settings import ReminderTexts, reminder_texts
from spasmlog.views.typed import shown_clock, shown_day

if TYPE_CHECKING:
    from spasmlog.journal.journal import Journal
    from spasmlog.store.backup import Backup

Choices = tuple[tuple[object, str], ...]
MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileTexts:
    """The person as the fields show it; `sex` is "f", "m" or empty for no answer."""

    birth_year: str = ""
    sex: str = ""
    problem_since: str = ""
    fluid_limit: bool = False
    risks: str = ""
    allergies: str = ""
    name_for_report: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineTexts:
    """One entry of the catalogue as its form shows it; without `id` it is a new one."""

    id: str = ""
    name: str = ""
    kind: TreatmentKind | None = None
    dose: str = ""
    prescribed: bool = False
    regular: bool = False
    archived: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicineLine:
    """One entry of the catalogue as it stands in the list."""

    name: str
    said: str
    texts: MedicineTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFacts:
    """Where the journal lies, how large it is, and when it was copied last."""

    path: str
    folder: Path | None
    size: str
    backup: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNumbers:
    """A rule and the numbers that it counts with, each with where it comes from."""

    title: str
    looks_for: str
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsView:
    """Everything on the page, ready to be shown."""

    settings: Settings
    today: date
    day_start: str
    scales: Choices
    glasses: Choices
    countries: Choices
    profile: ProfileTexts
    medicines: tuple[MedicineLine, ...]
    kinds: Choices
    journal: JournalFacts
    rules: tuple[RuleNumbers, ...]
    about: tuple[str, ...]
    reminders: ReminderTexts


def settings_view(diary: Diary, settings: Settings, journal: Journal) -> SettingsView:
    """The page as things stand."""
    return SettingsView(
        settings=settings,
        today=diary.today,
        day_start=shown_clock(settings.day_starts),
        scales=_scales(settings.text_percent),
        glasses=_glasses(settings.glass_ml),
        countries=(("", _("By the language of this computer")), *countries()),
        profile=_profile(diary.profile),
        medicines=tuple(_line(each) for each in _in_order(diary)),
        kinds=tuple((each, sentence(kind(each))) for each in TreatmentKind),
        journal=journal_facts(journal.database.path, diary.today, journal.now.zone),
        rules=tuple(_rule(each) for each in book(settings.personal_patterns)),
        about=_about(),
        reminders=reminder_texts(settings, journal.database.path),
    )


def journal_facts(path: Path | None, today: date, zone: str) -> JournalFacts:
    """What there is to know of the file; one without a file is only in memory."""
    if path is None:
        return JournalFacts(
            path=_("Only in memory: nothing is kept"), folder=None, size="", backup=""
        )
    # Imported here: it knows the database, which a page without a journal does not need.
    from spasmlog.store.backup import daily_copies

    copies = daily_copies(path)
    return JournalFacts(
        path=str(path),
        folder=path.parent,
        size=_size(path),
        backup=_backup(copies[0] if copies else None, today, zone),
    )


def _backup(newest: Backup | None, today: date, zone: str) -> str:
    if newest is None:
        return _("No copy yet: one is made after the first entry of a day.")
    clock = _clock_of(newest.path, zone)
    if newest.day == today:
        return _("Last backup today {time}, checked.").format(time=clock).replace(" ,", ",")
    pattern = _("Last backup {day} {time}, checked.")
    return pattern.format(day=shown_day(newest.day), time=clock).replace(" ,", ",")


def _clock_of(path: Path, zone: str) -> str:
    """When the file was written; empty where it is gone by now."""
    try:
        written = path.stat().st_mtime
    except OSError:
        return ""
    return format_clock(Moment.of(datetime.fromtimestamp(written, UTC), zone).clock)


def _size(path: Path) -> str:
    """The file and what the database keeps beside it."""
    total = 0
    for each in (path, path.with_name(f"{path.name}-wal")):
        try:
            total += each.stat().st_size
        except OSError:
            continue
    return _("{n} MB").format(n=format_number(total / MEGABYTE, 1))


def _scales(now: int) -> Choices:
    known = sorted({*TEXT_SCALES, now})
    return tuple((each, _("{n} %").format(n=each)) for each in known)


def _glasses(now: int) -> Choices:
    known = sorted({*GLASS_ML, now})
    return tuple((each, volume(each)) for each in known)


def _profile(profile: Profile | None) -> ProfileTexts:
    if profile is None:
        return ProfileTexts()
    return ProfileTexts(
        birth_year="" if profile.birth_year is None else str(profile.birth_year),
        sex="" if profile.sex is None else profile.sex.value,
        problem_since="" if profile.problem_since is None else shown_day(profile.problem_since),
        fluid_limit=profile.fluid_limit,
        risks=", ".join(sorted(profile.risks, key=str.casefold)),
        allergies=profile.allergies,
        name_for_report=profile.name_for_report,
    )


def _in_order(diary: Diary) -> list[Treatment]:
    """Regular ones first, archived ones last, else by name."""
    return sorted(
        diary.treatments,
        key=lambda each: (each.archived, not each.regular, each.name.casefold(), each.id),
    )


def _line(treatment: Treatment) -> MedicineLine:
    dose = treatment.usual_dose_mg
    said = (
        sentence(kind(treatment.kind)),
        "" if dose is None else mg_words(dose),
        _("prescribed") if treatment.prescribed else "",
        _("regular") if treatment.regular else "",
        _("archived") if treatment.archived else "",
    )
    texts = MedicineTexts(
        id=treatment.id,
        name=treatment.name,
        kind=treatment.kind,
        dose="" if dose is None else format_number(dose),
        prescribed=treatment.prescribed,
        regular=treatment.regular,
        archived=treatment.archived,
    )
    return MedicineLine(name=treatment.name, said=", ".join(filter(None, said)), texts=texts)


def _rule(rule: Rule) -> RuleNumbers:
    return RuleNumbers(
        title=f"{rule.id} {_(rule.title)}",
        looks_for=_(rule.looks_for),
        numbers=tuple(each.words for each in rule.thresholds),
    )


def _about() -> tuple[str, ...]:
    return (
        _("SpasmLog {version}, on Python {python}").format(
            version=__version__, python=platform.python_version()
        ),
        _("Free software under the GNU General Public License, version 3 or later."),
        _("Everything stays on this computer: nothing is sent anywhere."),
        _("A journal, not a medical device. What it says is not a diagnosis."),
    )
