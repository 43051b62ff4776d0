"""What every test stands on: no display, no network, no folder of the person's own."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from spasmlog import i18n

# Before Qt is imported by anything: a test never meets the screen, scale or style of the machine.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("SPASMLOG_TEST_PLATFORM", "offscreen")
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ["QT_FONT_DPI"] = "96"
os.environ["QT_ACCESSIBILITY"] = "1"
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
os.environ["TZ"] = "Europe/Berlin"
os.environ["LANGUAGE"] = "en"
os.environ["LC_ALL"] = "C.UTF-8"


# The collector runs between tests, on their own thread: see `spasmlog.ui.sweeper`.
gc.disable()


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """What a test left is swept up after it, all of it now and then."""
    yield
    gc.collect(2 if gc.get_count()[1] > gc.get_threshold()[1] else 0)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own folders, all below one temporary directory."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("SPASMLOG_HOME", str(home))
    # A test may speak another language (`use_language`); the next one speaks English again.
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("LANGUAGE", "en")
    i18n.locale_name.cache_clear()
    i18n._catalogue.cache_clear()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return home
