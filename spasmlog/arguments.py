"""What each command of the command line may be asked, and how its words are read."""

from __future__ import annotations

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from spasmlog.domain.moment import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from spasmlog.domain.diary import Diary

PERIOD_DAYS = 90
"""How far back charts and report go unless asked otherwise."""
LONGEST_PASSPHRASE = 4096
"""In bytes; what is longer is refused later on, whatever it is."""


def read_day(text: str) -> date:
    """A date that a journal can hold."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a date like 2026-07-01") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"a date lies between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def read_name(text: str) -> Path:
    """The path of a file that was named."""
    if not text:  # from a variable of a script that was never set
        raise argparse.ArgumentTypeError("a file needs a name")
    return Path(text)


def read_passphrase(file: Path) -> str:
    """What a file holds, without the end of its line; empty where it holds nothing."""
    from spasmlog.errors import InvalidEntry
    from spasmlog.i18n import _, why_not

    try:
        with file.open("rb") as opened:
            found = opened.read(LONGEST_PASSPHRASE)
        return found.decode().rstrip("\r\n")
    except OSError as error:
        told = _("The passphrase could not be read from {file}: {why}.")
        raise InvalidEntry(told.format(file=file, why=why_not(error))) from error
    except UnicodeDecodeError as error:
        raise InvalidEntry(_("{file} holds no text.").format(file=file)) from error


def period(asked: argparse.Namespace, diary: Diary) -> tuple[date, date]:
    """The first and the last day that were asked for, or the usual ones."""
    from spasmlog.errors import InvalidEntry
    from spasmlog.i18n import _

    last = asked.to or diary.today
    first = asked.since or last - timedelta(days=PERIOD_DAYS - 1)
    if first > last:
        raise InvalidEntry(_("The period ends before it begins."))
    return first, last


def add_demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--years", type=float, default=1.0, help="how far back (default: 1)")
    parser.add_argument("--seed", type=int, default=1, help="which made-up person (default: 1)")
    parser.add_argument("--replace", action="store_true", help="empty the journal first")


def add_log(parser: argparse.ArgumentParser) -> None:
    from spasmlog.journal import quick_line

    parser.description = quick_line.__doc__
    parser.add_argument("line", metavar="LINE", help='such as "7 low back left 20m ibuprofen 400"')


def add_assess(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of", type=read_day, metavar="DATE", help="as the diary stood on that day"
    )
    shape = (
        'json gives every rule under "rules"; while personal patterns are switched off in '
        'Settings, R05 to R13 are left out and "personal_patterns" is "off"'
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help=shape)
    about = 'say what a rule looks for, by its id such as R10, or "all"; needs no journal'
    parser.add_argument("--explain", metavar="ID", help=about)


def add_chart(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="which chart")
    parser.add_argument("out", nargs="?", type=read_name, metavar="OUT", help="an svg, png or pdf")
    parser.add_argument("--list", action="store_true", help="name the charts")
    parser.add_argument("--place", default="", help="such as low_back (default: all places)")
    parser.add_argument("--treatment", default="", help="by its name (default: the most used)")
    add_period(parser)


def add_report(parser: argparse.ArgumentParser) -> None:
    parser.allow_abbrev = False  # --passphrase WORDS would be read as the name of a file, and said
    parser.add_argument("out", type=read_name, metavar="OUT.pdf", help="where the PDF goes")
    _add_days(parser, first="since the last visit, or 90 days back")
    parser.add_argument(
        "--preset",
        default="gp",
        metavar="NAME",
        help="what is in: gp, physio, specialist, why (one page), everything, "
        "or a choice of your own by its name (default: gp)",
    )
    parser.add_argument(
        "--paper", choices=("a4", "letter"), default="a4", help="the size (default: a4)"
    )
    parser.add_argument(
        "--name",
        choices=("full", "initials", "none"),
        default="full",
        help="how much of the name stands on the pages (default: full)",
    )
    parser.add_argument("--language", metavar="LANGUAGE", help="such as en_US, for dates and words")
    parser.add_argument(
        "--passphrase-file",
        type=read_name,
        metavar="FILE",
        help="lock the PDF with the passphrase in this file; it cannot be recovered, and a locked "
        "PDF does not claim to be an archive file (PDF/A)",
    )


def add_remind(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Show the reminders that are switched on in Settings and due now as notifications of the\n"
        "desktop, and save what is answered there. Nothing is shown while the window is open,\n"
        "which reminds by itself; where nothing is due it ends quietly."
    )
    parser.add_argument("--wait", action="store_true", help="stay, and look every ten minutes")
    parser.add_argument("--explain", action="store_true", help="say why nothing is shown")


def add_period(parser: argparse.ArgumentParser) -> None:
    _add_days(parser, first="90 days back")


def _add_days(parser: argparse.ArgumentParser, first: str) -> None:
    parser.add_argument(
        "--from", dest="since", type=read_day, metavar="DATE", help=f"first day (default: {first})"
    )
    parser.add_argument("--to", type=read_day, metavar="DATE", help="last day (default: today)")


def add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=read_name, metavar="FILE.json")


def add_nothing(_parser: argparse.ArgumentParser) -> None:
    pass


def add_pages(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=read_name, metavar="FOLDER")
    parser.add_argument("--percent", type=int, default=100, help="text size, 100 to 200")
    parser.add_argument("--width", type=int, default=1280)
    parser.add_argument("--height", type=int, default=800)
