"""The wiring: the clock of the place, and journals opened to be written or only to be read."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from spasmlog import app, paths, settings
from spasmlog.domain.moment import Moment
from spasmlog.domain.records import Drink
from spasmlog.errors import InvalidEntry, JournalInUse, JournalRefused, NotAJournal
from spasmlog.journal import commands as c
from spasmlog.settings import Settings
from tests.build import day, moment


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Puts the computer into another zone for one test."""

    def put(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("name", ["Europe/Berlin", "Asia/Kathmandu", "America/New_York", "UTC"])
def test_the_clock_is_that_of_the_place(zone: Callable[[str], None], name: str) -> None:
    zone(name)
    now = app.SystemClock()()

    assert now == Moment.of(now.utc, name)


def test_a_traveller_s_clock_follows(
    zone: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: seconds[0])
    zone("Europe/Berlin")
    clock = app.SystemClock()
    seen = [clock().zone]
    zone("Asia/Tokyo")
    for later in (1.0, app.ZONE_SECONDS + 2.0):
        seconds[0] = later
        seen.append(clock().zone)

    assert seen == ["Europe/Berlin", "Europe/Berlin", "Asia/Tokyo"]


@pytest.mark.parametrize(
    ("name", "minutes"), [("UTC0", 0), ("XYZ-3", 180), ("<-11>+11", -660), ("Nowhere/Land", 0)]
)
def test_a_zone_without_a_known_name_is_taken_by_its_offset(
    zone: Callable[[str], None], name: str, minutes: int
) -> None:
    zone(name)

    assert app.SystemClock()().offset_min == minutes


def test_a_zone_that_cannot_be_named_at_all_is_said(zone: Callable[[str], None]) -> None:
    zone("XYZ-5:30")
    with pytest.raises(InvalidEntry, match="which time zone it is in"):
        app.SystemClock()()


def test_ids_differ() -> None:
    assert len({app.new_id() for _ in range(100)}) == 100


def test_one_writes_while_others_read(home: Path) -> None:
    path = paths.own_journal()
    with app.writing(path, lambda: moment()) as journal:
        journal.do(c.LogDrink(volume_ml=250))
        with pytest.raises(JournalInUse), app.writing(path):
            raise AssertionError("two write")
        with app.reading(path, lambda: moment()) as beside:
            seen = beside.diary.of_kind(Drink)
    with app.writing(path, lambda: moment()) as later:
        kept = later.diary.of_kind(Drink)

    assert seen == kept != ()


def test_a_refused_file_is_not_left_locked(tmp_path: Path) -> None:
    path = tmp_path / "journal.spasmlog"
    path.write_bytes(b"a photograph")
    with pytest.raises(JournalRefused), app.writing(path):
        raise AssertionError("opened")
    path.unlink()
    with app.writing(path) as journal:
        assert journal.diary.by_id == {}


def test_a_journal_that_cannot_be_made_is_not_left_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.spasmlog"
    path.with_name(f".{path.name}.new").mkdir()
    with pytest.raises(Exception, match="No journal can be made"), app.writing(path):
        raise AssertionError("opened")
    path.with_name(f".{path.name}.new").rmdir()
    with app.writing(path) as journal:
        assert journal.diary.by_id == {}


def test_there_is_nothing_to_read_where_there_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(NotAJournal), app.reading(tmp_path / "none.spasmlog"):
        raise AssertionError("opened")


def test_the_day_begins_when_the_person_says(home: Path) -> None:
    settings.write(paths.config_folder(), Settings(day_start="05:00"))
    early = moment(0, "04:30")
    with app.writing(paths.own_journal(), lambda: early) as journal:
        journal.do(c.LogDrink(volume_ml=250))
        (glass,) = journal.diary.of_kind(Drink)
    with app.reading(paths.own_journal(), lambda: early) as journal:
        today = journal.today

    assert (glass.day, today) == (day(1), day(1))
