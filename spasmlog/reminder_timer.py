"""Has the system start `spasmlog remind`: a timer of its own, or an entry that starts at login.

What is on the disk is the truth: `standing` reads it, `install` and `remove` change it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from enum import Enum
from pathlib import Path

from spasmlog import paths
from spasmlog.errors import Refusal
from spasmlog.i18n import _, why_not

MINUTES = 10
"""How often is looked whether something is due (our own choice)."""
PATIENCE = 5.0
"""Seconds that systemctl may take; a window that is closed waits for it (our own choice)."""
FOLDERS = ("SPASMLOG_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
"""The variables that say where things lie; a started program is given those that are set now."""


class Kind(Enum):
    """Who starts it."""

    TIMER = "timer"
    AUTOSTART = "autostart"


def likely() -> Kind:
    """Who would start it on this computer: systemd where it serves this person."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    serves = bool(runtime) and Path(runtime or "", "systemd", "private").exists()
    return Kind.TIMER if serves and shutil.which("systemctl") else Kind.AUTOSTART


def standing(journal: Path) -> Kind | None:
    """Who starts it by what is on the disk; None: nobody."""
    if _unit(journal, "timer").exists() and _unit(journal, "service").exists():
        return Kind.TIMER
    return Kind.AUTOSTART if _entry(journal).exists() else None


def install(journal: Path) -> Kind:
    """Have it started from now on; raises `Refusal` and leaves nothing where that cannot be."""
    remove(journal)
    kind = likely()
    try:
        for file, text in _texts(journal, kind):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        if kind is Kind.TIMER:
            _systemctl("daemon-reload")
            _systemctl("enable", "--now", f"{_name(journal)}.timer")
    except OSError as error:
        with suppress(OSError):
            _take_away(journal)
        raise Refusal(
            _("The reminders for a closed window could not be set up: {why}.").format(
                why=why_not(error)
            ),
            _("They come while SpasmLog is open."),
        ) from error
    except Refusal:
        _take_away(journal)
        raise
    return kind


def renew(journal: Path) -> None:
    """Where it is set up: write it anew if the program, or what it keeps, lies elsewhere by now."""
    kind = standing(journal)
    if kind is None:
        return
    try:
        current = all(
            file.read_text(encoding="utf-8") == text for file, text in _texts(journal, kind)
        )
    except (OSError, ValueError):
        current = False
    if not current:
        install(journal)


def remove(journal: Path) -> None:
    """Have it started no more, and leave nothing behind; raises `Refusal`."""
    timed = _unit(journal, "timer").exists()
    if timed and likely() is Kind.TIMER:
        with suppress(Refusal):  # what is gone from the disk ends with the session at the latest
            _systemctl("disable", "--now", f"{_name(journal)}.timer")
    try:
        _take_away(journal)
    except OSError as error:
        raise Refusal(
            _("The reminders for a closed window could not be removed: {why}.").format(
                why=why_not(error)
            ),
            _("Remove the file {file} by hand.").format(file=next(iter(_left(journal)), "")),
        ) from error
    if timed and likely() is Kind.TIMER:
        with suppress(Refusal):
            _systemctl("daemon-reload")


def program(journal: Path, *words: str) -> list[str]:
    """The command that starts SpasmLog on this journal, with what it is told."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "spasmlog"]
    return [sys.executable, *module, "--journal", str(journal.absolute()), *words]


def _texts(journal: Path, kind: Kind) -> tuple[tuple[Path, str], ...]:
    if kind is Kind.AUTOSTART:
        return ((_entry(journal), _entry_text(journal)),)
    return (
        (_unit(journal, "service"), _service_text(journal)),
        (_unit(journal, "timer"), _timer_text()),
    )


def _service_text(journal: Path) -> str:
    environment = (f"Environment={_for_systemd(each)}" for each in _environment())
    # The colon keeps systemd from reading a dollar sign in a path as a variable.
    command = " ".join(map(_for_systemd, program(journal, "remind")))
    return _lines(
        "[Unit]",
        f"Description={_('SpasmLog reminders')}",
        "",
        "[Service]",
        "Type=exec",
        *environment,
        f"ExecStart=:{command}",
    )


def _timer_text() -> str:
    return _lines(
        "[Unit]",
        f"Description={_('SpasmLog reminders')}",
        "",
        "[Timer]",
        f"OnCalendar=*:0/{MINUTES}",
        "AccuracySec=1min",
        "Persistent=true",
        "",
        "[Install]",
        "WantedBy=timers.target",
    )


def _entry_text(journal: Path) -> str:
    words = ["env", *_environment()] if _environment() else []
    command = " ".join(map(_for_desktop, [*words, *program(journal, "remind", "--wait")]))
    return _lines(
        "[Desktop Entry]",
        "Type=Application",
        f"Name={_('SpasmLog reminders')}",
        f"Exec={command}",
        "Icon=spasmlog",
        "Terminal=false",
        "NoDisplay=true",
    )


def _lines(*lines: str) -> str:
    return "\n".join(lines) + "\n"


def _environment() -> tuple[str, ...]:
    return tuple(f"{name}={os.environ[name]}" for name in FOLDERS if os.environ.get(name))


def _for_systemd(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return '"' + escaped.replace("%", "%%") + '"'


def _for_desktop(word: str) -> str:
    """Quoted for Exec; then each backslash once more, as in any text of a desktop entry."""
    quoted = "".join("\\" + each if each in '"`$\\' else each for each in word)
    escaped = quoted.replace("\\", "\\\\").replace("\n", "\\n")
    return '"' + escaped.replace("%", "%%") + '"'


def _name(journal: Path) -> str:
    """Plain for the person's own journal in its usual place; else one of its own."""
    if not os.environ.get("SPASMLOG_HOME") and journal.absolute() == paths.own_journal():
        return "spasmlog-remind"
    whole = f"{paths.data_folder().absolute()}\n{journal.absolute()}".encode()
    return f"spasmlog-remind-{zlib.crc32(whole):08x}"


def _folder(variable: str, usual: Sequence[str]) -> Path:
    named = os.environ.get(variable)
    return Path(named) if named else Path.home().joinpath(*usual)


def _units() -> Path:
    return _folder("XDG_CONFIG_HOME", (".config",)) / "systemd" / "user"


def _unit(journal: Path, suffix: str) -> Path:
    return _units() / f"{_name(journal)}.{suffix}"


def _entry(journal: Path) -> Path:
    folder = _folder("XDG_CONFIG_HOME", (".config",)) / "autostart"
    return folder / f"{_name(journal)}.desktop"


def _left(journal: Path) -> Iterator[Path]:
    """What is on the disk, with what systemd itself keeps of a timer."""
    timer = f"{_name(journal)}.timer"
    stamps = _folder("XDG_DATA_HOME", (".local", "share")) / "systemd" / "timers"
    for each in (
        _unit(journal, "timer"),
        _unit(journal, "service"),
        _units() / "timers.target.wants" / timer,
        stamps / f"stamp-{timer}",
        _entry(journal),
    ):
        if each.exists() or each.is_symlink():
            yield each


def _take_away(journal: Path) -> None:
    for each in tuple(_left(journal)):
        each.unlink(missing_ok=True)
        with suppress(OSError):  # others keep something there
            each.parent.rmdir()


def _systemctl(*words: str) -> None:
    refusal = Refusal(
        _("The system did not take the timer for reminders."),
        _("Log out and in again, and switch it on once more."),
    )
    try:
        ended = subprocess.run(
            ["systemctl", "--user", *words], capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise refusal from error
    if ended.returncode:
        raise refusal
