"""The command that makes the pages for the doctor."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING

from spasmlog import app, arguments, paths
from spasmlog.errors import InvalidEntry
from spasmlog.i18n import _

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary


def report(asked: argparse.Namespace) -> None:
    """Make the PDF and name its file; what speaks against the passphrase is said beside it."""
    from spasmlog import settings
    from spasmlog.i18n import use_language
    from spasmlog.report import Options, prepared
    from spasmlog.report.pdf import compile_pdf, save_pdf
    from spasmlog.report.preset_file import read, sections_of

    if asked.language and not use_language(asked.language):
        raise InvalidEntry(_("{name} is not a language.").format(name=asked.language))
    folder = paths.config_folder()
    chosen = settings.read(folder)
    options = Options(
        paper=asked.paper,
        name=asked.name,
        personal=chosen.personal_patterns,
        day_start=chosen.day_starts,
        sections=sections_of(asked.preset, read(folder)),
    )
    passphrase, doubt = _passphrase(asked)
    with app.reading(asked.journal) as journal:
        diary = journal.read_rest()
        now = journal.now
    first, last = _report_days(asked, diary)
    pages, charts = prepared(diary, first, last, options, now)
    save_pdf(asked.out, compile_pdf(pages, charts, passphrase))
    print(asked.out)
    if doubt:
        print(f"spasmlog: {doubt}", file=sys.stderr)


def _passphrase(asked: argparse.Namespace) -> tuple[str, str]:
    """What locks the PDF, empty where nothing does, and what speaks against it."""
    if asked.passphrase_file is None:
        return "", ""
    from spasmlog.report.locking import doubt_about

    found = arguments.read_passphrase(asked.passphrase_file)
    if not found.strip():
        raise InvalidEntry(_("{file} is empty.").format(file=asked.passphrase_file))
    return found, doubt_about(found)


def _report_days(asked: argparse.Namespace, diary: Diary) -> tuple[date, date]:
    from spasmlog.views.report import period_of, usual_period

    if asked.since is None and asked.to is None:
        found = usual_period(diary)
    else:
        found = period_of(*arguments.period(asked, diary))
    if found.last > diary.today:
        raise InvalidEntry(
            _("The last day has not come yet. Today is {day}.").format(day=diary.today.isoformat())
        )
    return found.first, found.last
