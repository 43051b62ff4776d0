"""The one door for visible text: translation, plural forms, and dates and numbers by locale."""

from __future__ import annotations

import errno
import gettext
import os
from collections.abc import Iterable
from datetime import date, datetime, time
from functools import cache
from pathlib import Path

DOMAIN = "spasmlog"


def _locale_folder() -> Path:
    here = Path(__file__).parent
    installed = here / "_resources"
    return (installed if installed.is_dir() else here.parent / "resources") / "locale"


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, _locale_folder(), fallback=True)


def _(text: str) -> str:
    """The text in the person's language; the English text itself where there is none."""
    return _catalogue().gettext(text)


def ngettext(one: str, many: str, count: int) -> str:
    """The plural form that fits `count`, with `{n}` filled in."""
    return _catalogue().ngettext(one, many, count).replace("{n}", str(count))


def N_(text: str) -> str:  # noqa: N802  # gettext's own name for "translate later"
    """Mark a text for translation where it is only kept; `_` it where it is shown."""
    return text


@cache
def locale_name() -> str:
    """The locale that dates and numbers follow, as Babel names it; English where none is known."""
    from babel import Locale, UnknownLocaleError

    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        name = os.environ.get(variable, "").split(".")[0].split("@")[0]
        if name and name not in ("C", "POSIX"):
            try:
                return str(Locale.parse(name))
            except (UnknownLocaleError, ValueError):
                continue
    return "en_GB"


def use_language(name: str) -> bool:
    """Speak this language from now on; False where it is not the name of one."""
    from babel import Locale, UnknownLocaleError

    try:
        known = str(Locale.parse(name, sep="-" if "-" in name else "_"))
    except (UnknownLocaleError, ValueError):
        return False
    os.environ["LC_ALL"] = os.environ["LANGUAGE"] = known
    locale_name.cache_clear()
    _catalogue.cache_clear()
    return True


def country_code() -> str:
    """The country of the locale (ISO 3166), empty where it names none."""
    parts = locale_name().split("_")[1:]
    return next((each for each in parts if len(each) == 2 and each.isalpha()), "")


def format_day(day: date, pattern: str = "d MMM y") -> str:
    """A date in the locale's words, by a CLDR pattern: "14 Nov 2026"."""
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale_name())


def format_clock(moment: datetime | time) -> str:
    """A clock time in the locale's short form: "19:40"."""
    from babel.dates import format_time

    at = moment.time() if isinstance(moment, datetime) else moment
    return format_time(at, "short", locale=locale_name())


def format_number(value: float, digits: int | None = None) -> str:
    """A number in the locale's form, rounded to `digits` decimals where given."""
    from babel.numbers import format_decimal

    pattern = None if digits is None else "#,##0" + ("." + "0" * digits if digits else "")
    return format_decimal(value, pattern, locale=locale_name())


def format_list(items: Iterable[str]) -> str:
    """Items joined in the locale's way: "11, 9 and 7"."""
    from babel.lists import format_list as join

    return join(list(items), locale=locale_name())


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def in_sentence(name: str) -> str:
    """A name within a sentence: "ibuprofen"; one with capitals inside stays ("TENS")."""
    return name[:1].lower() + name[1:] if name[1:] == name[1:].lower() else name


def why_not(error: OSError) -> str:
    """Why the system refused a file or folder, within a sentence.

    In the language of the program, whatever the system itself speaks; the system's own words
    for what is rare.
    """
    known = {
        errno.ENOENT: _("there is no such file or folder"),
        errno.ENOTDIR: _("a part of that place is not a folder"),
        errno.EISDIR: _("that is a folder"),
        errno.EEXIST: _("something is there already"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EACCES: _("you may not read or write there"),
        errno.EPERM: _("you may not read or write there"),
        errno.EROFS: _("nothing can be written there"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("your share of the disk is full"),
        errno.EFBIG: _("the file would be too large"),
        errno.EIO: _("the disk reports a fault"),
    }
    said = known.get(error.errno) if error.errno is not None else None
    return said or error.strerror or str(error)
