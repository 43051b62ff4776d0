"""The command line: one short function a command; all of it works without a display."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from spasmlog import __version__, app, arguments, paths
from spasmlog.errors import InvalidEntry, JournalInhabited, Refusal
from spasmlog.i18n import _, ngettext


def main(given: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 1 a refusal in one sentence, 2 wrong usage."""
    os.umask(0o077)
    _show_any_character()
    asked = _parser().parse_args(given)
    asked.journal = getattr(asked, "journal", None) or paths.own_journal()
    try:
        result = int(asked.run(asked) or 0)
        sys.stdout.flush()
        return result
    except Refusal as refusal:
        print(f"spasmlog: {refusal}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader of our output has gone; nothing was lost
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _show_any_character() -> None:
    """A name of a file or a note may hold what the terminal has no character for."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _window(asked: argparse.Namespace) -> int:
    from spasmlog import hand_over

    what = hand_over.FORWARD if asked.quick is None else hand_over.QUICK
    answer = hand_over.ask(asked.journal, what, asked.quick or "")
    if answer is not None and "gone" not in answer:
        return 0
    if asked.quick is not None:
        from spasmlog.ui.quick_alone import run as run_bar

        return run_bar(asked.journal, app.clock, app.open_to_write, asked.quick)
    from spasmlog.ui.window import run

    return run(asked.journal, app.clock, app.open_to_write)


def _demo(asked: argparse.Namespace) -> None:
    from spasmlog.journal.made_up import made_up_person

    if not 0 < asked.years <= 50:
        raise InvalidEntry(_("A demo covers more than 0 and at most 50 years."))
    with app.writing(asked.journal) as journal:
        now = journal.now.to_second()
        records = made_up_person(now, asked.years, asked.seed, now.zone)
        try:
            journal.fill(records, replace=asked.replace)
        except JournalInhabited as refusal:
            way = _(
                "A demo fills an empty journal: name another with --journal, or let --replace "
                "empty this one first."
            )
            raise Refusal(refusal.sentence, way) from refusal
    print(
        ngettext(
            "{n} made-up entry in {file}", "{n} made-up entries in {file}", len(records)
        ).format(file=asked.journal)
    )


def _log(asked: argparse.Namespace) -> None:
    from spasmlog import hand_over

    answer = hand_over.ask(asked.journal, hand_over.LINE, asked.line)
    if answer is not None and "gone" not in answer:
        _tell(answer)
        return
    from spasmlog import settings
    from spasmlog.views.quick_bar import bar_known
    from spasmlog.views.quick_said import kept

    chosen = settings.read(paths.config_folder())
    with app.writing(asked.journal) as journal:
        known = bar_known(journal.diary, journal.now, chosen)
        print("\n".join(kept(asked.line, known, journal)[0]))


def _tell(answer: Mapping[str, object]) -> None:
    """What the window that keeps the line said of it."""
    if "refused" in answer:
        raise Refusal(str(answer["refused"]))
    said = answer.get("said")
    print("\n".join(map(str, said)) if isinstance(said, list) else "")


def _assess(asked: argparse.Namespace) -> None:
    if asked.explain is not None:
        _explain(asked.explain)
        return
    from spasmlog import settings
    from spasmlog.rules import assess, book, to_json

    personal = settings.read(paths.config_folder()).personal_patterns
    with app.reading(asked.journal) as journal:
        diary = journal.diary
        if asked.as_of:
            diary = journal.read_rest().as_of(asked.as_of)
        assessment = assess(diary, book(personal))
    if asked.format == "json":
        said = to_json(assessment, personal=personal)
        print(json.dumps(said, ensure_ascii=False, indent=1))
    else:
        from spasmlog.views.assessment_text import lines

        print("\n".join(lines(assessment, diary, personal=personal)))


def _explain(rule_id: str) -> None:
    from spasmlog.views.rule_page import explained

    print("\n".join(explained(rule_id)))


def _chart(asked: argparse.Namespace) -> None:
    from spasmlog.charts import CHARTS, FILE_WIDTH, settle
    from spasmlog.views.chart_asked import asked_for, listed

    if asked.list:
        print("\n".join(listed()))
        return
    if asked.name not in CHARTS or asked.out is None:
        raise InvalidEntry(
            _("A chart needs a name that is known, and a file to be drawn into."),
            _("spasmlog chart --list names the charts."),
        )
    chart = CHARTS[asked.name]
    with app.reading(asked.journal) as journal:
        diary = journal.read_rest()
        first, last = arguments.period(asked, diary)
    wanted = asked_for(chart, diary, first, last, asked.place, asked.treatment)
    settle()
    from spasmlog.charts.framed import framed
    from spasmlog.charts.saving import save
    from spasmlog.charts.style import Style

    save(framed(chart.prepare(wanted), _(chart.title), Style.light(FILE_WIDTH)), asked.out)
    print(asked.out)


def _report(asked: argparse.Namespace) -> None:
    from spasmlog.cli_report import report

    report(asked)


def _remind(asked: argparse.Namespace) -> int:
    from spasmlog.cli_remind import remind

    return remind(asked)


def _export(asked: argparse.Namespace) -> None:
    from spasmlog.exchange.native import dump, save

    with app.reading(asked.journal) as journal:
        save(asked.file, dump(journal.read_rest()))
    print(asked.file)


def _import(asked: argparse.Namespace) -> None:
    from spasmlog.exchange.native import load_file
    from spasmlog.journal.commands import ImportRecords

    records = load_file(asked.file)
    with app.writing(asked.journal) as journal:
        journal.do(ImportRecords(records=records))
    print(ngettext("{n} entry taken in", "{n} entries taken in", len(records)))


def _check(asked: argparse.Namespace) -> int:
    from spasmlog.store.check import check

    found = check(asked.journal)
    for line in found.lines:
        print(line)
    return 0 if found.whole else 1


def _pages(asked: argparse.Namespace) -> None:
    from dataclasses import replace

    from spasmlog import settings
    from spasmlog.ui.pictures import draw_all

    chosen = replace(settings.read(paths.config_folder()), text_percent=asked.percent)
    drawn = draw_all(
        asked.journal,
        asked.folder,
        app.clock,
        app.open_to_write,
        chosen,
        (asked.width, asked.height),
    )
    for file in drawn:
        print(file)


def _parser() -> argparse.ArgumentParser:
    journal = argparse.ArgumentParser(add_help=False)
    named: dict[str, Any] = {
        "type": arguments.read_name,
        "metavar": "FILE",
        "default": argparse.SUPPRESS,
    }
    journal.add_argument("--journal", **named, help="the journal (default: yours)")
    parser = argparse.ArgumentParser(
        prog="spasmlog",
        parents=[journal],
        description="A symptom-and-recovery journal. Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"SpasmLog {__version__}")
    about = "open the quick bar: of the window that runs, or else alone; LINE, as in spasmlog log "
    about += "--help, is put into it to be looked at and saved with Enter"
    parser.add_argument("--quick", nargs="?", const="", metavar="LINE", help=about)
    parser.set_defaults(run=_window)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, (run, text, add) in _COMMANDS.items():
        made = commands.add_parser(
            name,
            parents=[journal],
            help=text,
            description=text,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        made.set_defaults(run=run)
        add(made)
    return parser


_Add = Callable[[argparse.ArgumentParser], None]
_COMMANDS: dict[str, tuple[Callable[[argparse.Namespace], int | None], str, _Add]] = {
    "demo": (_demo, "Fill a journal with a made-up person's entries.", arguments.add_demo),
    "log": (_log, "Log one line.", arguments.add_log),
    "assess": (_assess, "Say which patterns the entries match.", arguments.add_assess),
    "chart": (_chart, "Draw a chart into a file.", arguments.add_chart),
    "report": (_report, "Make the pages for the doctor.", arguments.add_report),
    "remind": (_remind, "Show the reminders that are due, without a window.", arguments.add_remind),
    "export": (_export, "Write the whole journal to a JSON file.", arguments.add_file),
    "import": (
        _import,
        "Take the entries of a JSON file into an empty journal.",
        arguments.add_file,
    ),
    "pages": (
        _pages,
        "Draw every page of the window, light and dark, into a folder.",
        arguments.add_pages,
    ),
    "check": (_check, "Verify the journal file and say what was found.", arguments.add_nothing),
}
