"""What was typed on the Settings page, read into commands and settings or refused in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import date, time
from typing import Any

from spasmlog.domain.scales import Sex
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _
from spasmlog.journal.commands import AddTreatment, Command, Edit, Fields, SaveProfile
from spasmlog.views.settings import MedicineLine, MedicineTexts, ProfileTexts
from spasmlog.views.typed import plain, read_clock, read_day, read_number

OLDEST = 1900
LATEST_START = time(12)
"""A day that starts in the afternoon would be a slip of the finger (our own choice)."""
LONGEST_NUMBER = 20
NUMBER_SIGNS = frozenset("0123456789+*# -/().,")
MG = "mg"


def profile_commands(
    shown: ProfileTexts, typed: ProfileTexts, today: date
) -> tuple[SaveProfile, ...]:
    """The change of the fields that were touched; nothing where none was."""
    changed = {
        field.name: getattr(typed, field.name)
        for field in fields(ProfileTexts)
        if getattr(typed, field.name) != getattr(shown, field.name)
    }
    if not changed:
        return ()
    read = {name: _profile_value(name, value, today) for name, value in changed.items()}
    _refuse_older_than_the_person(typed, today)
    return (SaveProfile(fields=tuple(read.items())),)


def _profile_value(name: str, value: Any, today: date) -> Any:
    match name:
        case "birth_year":
            return read_birth_year(value, today)
        case "problem_since":
            return read_since(value, today)
        case "sex":
            return Sex(value) if value else None
        case "risks":
            return frozenset(filter(None, (each.strip() for each in value.split(","))))
        case "name_for_report":
            return value.strip()
        case _:
            return value


def read_birth_year(text: str, today: date) -> int | None:
    """Empty is not known."""
    typed = plain(text)
    if not typed:
        return None
    if not (len(typed) == 4 and typed.isdecimal() and OLDEST <= int(typed) <= today.year):
        raise InvalidEntry(
            _("A year of birth lies between {first} and {last}.").format(
                first=OLDEST, last=today.year
            )
        )
    return int(typed)


def read_since(text: str, today: date) -> date | None:
    """Empty is not known."""
    if not plain(text):
        return None
    since = read_day(text, today, today)
    if since > today:
        raise InvalidEntry(_("The day on which it began has not come yet."))
    return since


def _refuse_older_than_the_person(typed: ProfileTexts, today: date) -> None:
    born, since = read_birth_year(typed.birth_year, today), read_since(typed.problem_since, today)
    if born is not None and since is not None and since.year < born:
        raise InvalidEntry(_("The problem cannot have begun before the year of birth."))


def medicine_commands(
    shown: MedicineTexts, typed: MedicineTexts, catalogue: Iterable[MedicineLine]
) -> tuple[Command, ...]:
    """A new entry of the catalogue, or the change of the fields that were touched."""
    name = typed.name.strip()
    if not name:
        raise InvalidEntry(_("A treatment needs a name."))
    if typed.kind is None:
        raise InvalidEntry(_("Choose what kind it is: signals count by the kind."))
    others = (each.name.casefold() for each in catalogue if each.texts.id != typed.id)
    if name.casefold() != shown.name.casefold() and name.casefold() in others:
        raise InvalidEntry(_("{name} is in the list already.").format(name=name))
    values: dict[str, Any] = {
        "name": name,
        "kind": typed.kind,
        "usual_dose_mg": read_dose(typed.dose),
        "prescribed": typed.prescribed,
        "regular": typed.regular,
    }
    if not typed.id:
        return (AddTreatment(**values),)
    changed = _touched(shown, typed, values | {"archived": typed.archived})
    return (Edit(record_id=typed.id, fields=changed),) if changed else ()


def _touched(shown: MedicineTexts, typed: MedicineTexts, values: dict[str, Any]) -> Fields:
    texts = {"usual_dose_mg": "dose"}
    return tuple(
        (name, value)
        for name, value in values.items()
        if getattr(typed, texts.get(name, name)) != getattr(shown, texts.get(name, name))
    )


def read_dose(text: str) -> float | None:
    """A number of mg; empty is not known."""
    if not plain(text):
        return None
    dose = read_number(text, MG)
    if dose <= 0:
        raise InvalidEntry(_("A dose is a number of mg above 0."))
    return dose


def read_day_start(text: str) -> str:
    """A time of the night or the morning, as the settings keep it."""
    at = read_clock(text)
    if at > LATEST_START:
        raise InvalidEntry(_("A day starts between midnight and noon."))
    return at.strftime("%H:%M")


def read_emergency_number(text: str) -> str:
    """A number of the person's own; empty is the country's."""
    typed = plain(text)
    if not set(typed) <= NUMBER_SIGNS or (typed and not any(each.isdigit() for each in typed)):
        raise InvalidEntry(_("A telephone number is made of digits."))
    if len(typed) > LONGEST_NUMBER:
        raise InvalidEntry(_("A telephone number has at most {n} signs.").format(n=LONGEST_NUMBER))
    return typed
