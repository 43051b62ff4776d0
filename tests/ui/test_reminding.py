"""Reminders while the window is open, on a desktop that shows them: asked once, answered there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Reading, TreatmentUse
from spasmlog.domain.scales import ReadingWord
from spasmlog.settings import Settings
from spasmlog.ui.outdoors import Outdoors
from spasmlog.ui.reminded import recalled
from spasmlog.ui.reminding import Reminding
from tests import build as make
from tests.living import Clock, Living, living
from tests.ui.fake_desktop import FakeDesktop, private_bus

pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

IBUPROFEN = make.treatment(id="ibu")
DOSE = make.use(0, "09:30", id="dose", of=IBUPROFEN)
WANTED = Settings(theme="light", remind_relief=True, remind_evening=True, weekly_peg=False)
DUE = "10:31"


@pytest.fixture(scope="module")
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def desktop(bus: str, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Iterator[FakeDesktop]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    made = FakeDesktop(bus)
    qtbot.waitUntil(lambda: made.has_name)
    yield made
    made.bus.close()


@pytest.fixture
def person(qtbot: QtBot, desktop: FakeDesktop) -> Iterator[Living]:
    """Somebody who took a dose at half past nine, and has put the window away."""
    clock = Clock("09:40")
    with living(qtbot, records=(IBUPROFEN, DOSE), chosen=WANTED, clock=clock) as made:
        made.start()
        made.window.showMinimized()
        yield made


def reminding(person: Living) -> Reminding:
    outdoors = person.session.findChild(Outdoors)
    assert outdoors is not None
    person.until(lambda: outdoors.reminding is not None)
    assert outdoors.reminding is not None
    return outdoors.reminding


def later(person: Living, clock: str) -> None:
    """Time passes, and the half minute strikes."""
    person.clock.now = make.moment(0, clock)
    reminding(person)._clock.timeout.emit()


def asked(person: Living, desktop: FakeDesktop) -> None:
    """Let the question after the dose come up, as far as to its number."""
    later(person, DUE)
    notifier = reminding(person)._notifier
    person.until(lambda: bool(notifier._numbers.get("relief:dose")))


def readings(person: Living) -> tuple[Reading, ...]:
    return person.diary.of_kind(Reading)


def test_it_is_asked_once_how_it_is_and_answered_there(
    person: Living, desktop: FakeDesktop
) -> None:
    later(person, "10:20")
    asked(person, desktop)
    later(person, "10:32")

    assert [each.text for each in desktop.seen.shown] == ["How is it now?"]
    assert desktop.last.actions[2:10:2] == ("none", "some", "much", "gone")
    desktop.press("much")
    person.until(lambda: bool(readings(person)))

    (reading,) = readings(person)
    assert (reading.word, reading.use_id) == (ReadingWord.MUCH, "dose")
    person.until(lambda: desktop.last.text == "Saved.")
    assert desktop.last.hints["transient"] is True
    assert person.window.isMinimized()


def test_what_was_answered_there_is_taken_back_there(person: Living, desktop: FakeDesktop) -> None:
    asked(person, desktop)
    desktop.press("some")
    notifier = reminding(person)._notifier
    person.until(lambda: bool(notifier._numbers.get("said")))
    desktop.press("undo")
    person.until(lambda: desktop.last.text.startswith("Undone"))

    assert readings(person) == ()


def test_in_full_the_note_tells_what_was_saved(person: Living, desktop: FakeDesktop) -> None:
    person.around.settings = Settings(remind_relief=True, reminders_in_full=True)
    asked(person, desktop)
    assert "ibuprofen" in desktop.last.title.lower()
    desktop.press("gone")
    person.until(lambda: len(desktop.seen.shown) == 2)

    assert desktop.last.text not in ("", "Saved.")


def test_a_journal_that_is_hidden_is_not_told_of_in_full(
    person: Living, desktop: FakeDesktop
) -> None:
    person.around.settings = Settings(remind_relief=True, reminders_in_full=True)
    person.window.shut_with(QWidget())
    asked(person, desktop)
    assert desktop.last.title == "SpasmLog"


def test_the_same_window_with_another_journal_reminds_once(
    person: Living, desktop: FakeDesktop
) -> None:
    person.session.opening.complete.emit()
    assert len(person.session.findChildren(Reminding)) == 1


def test_what_is_answered_in_the_window_is_withdrawn(person: Living, desktop: FakeDesktop) -> None:
    from spasmlog.journal.commands import LogReading

    asked(person, desktop)
    person.around.desk.do(LogReading(word=ReadingWord.SOME, use_id="dose"))
    person.until(lambda: desktop.seen.taken_away == [1])


def test_a_dose_that_is_deleted_takes_its_question_along(
    person: Living, desktop: FakeDesktop
) -> None:
    from spasmlog.journal.commands import Delete

    asked(person, desktop)
    person.around.desk.do(Delete(record_id="dose"))
    person.until(lambda: desktop.seen.taken_away == [1])
    assert person.diary.of_kind(TreatmentUse) == ()


def test_later_asks_once_more_in_half_an_hour_and_then_no_more(
    person: Living, desktop: FakeDesktop
) -> None:
    asked(person, desktop)
    person.clock.go(minutes=1)
    desktop.press("later")
    notifier = reminding(person)._notifier
    person.until(lambda: "relief:dose" not in notifier._numbers)
    later(person, "10:50")
    assert len(desktop.seen.shown) == 1

    later(person, "11:03")
    person.until(lambda: len(desktop.seen.shown) == 2 and notifier._numbers["relief:dose"] > 0)
    person.clock.go(minutes=1)
    desktop.press("later")
    person.until(lambda: "relief:dose" not in notifier._numbers)
    later(person, "11:45")
    assert len(desktop.seen.shown) == 2
    assert "relief:dose" in recalled(person.around.remembered)


def test_a_click_on_the_note_brings_the_window_with_the_card(
    person: Living, desktop: FakeDesktop
) -> None:
    person.press("Ctrl+2")
    asked(person, desktop)
    desktop.press("default")
    person.until(lambda: not person.window.isMinimized())

    assert person.window.current == "today"


def test_the_evening_is_asked_about_and_opened_from_there(
    person: Living, desktop: FakeDesktop
) -> None:
    later(person, "20:31")
    person.until(lambda: bool(desktop.seen.shown))
    person.until(lambda: all(reminding(person)._notifier._numbers.values()))
    assert desktop.last.text == "A question about today waits."
    desktop.press("open")
    person.until(lambda: not person.window.isMinimized())


def test_over_today_itself_nothing_is_shown_until_the_window_is_left(
    person: Living, desktop: FakeDesktop
) -> None:
    person.window.showNormal()
    person.show()
    person.until(lambda: reminding(person)._notifier.available)
    later(person, DUE)
    assert recalled(person.around.remembered) == {}

    person.press("Ctrl+2")
    asked(person, desktop)
    assert len(desktop.seen.shown) == 1


def test_in_quiet_hours_and_with_nothing_switched_on_nothing_is_shown(
    person: Living, desktop: FakeDesktop
) -> None:
    person.around.settings = Settings(remind_relief=True, quiet_from="10:00", quiet_to="12:00")
    later(person, DUE)
    person.around.settings = Settings()
    later(person, DUE)

    assert recalled(person.around.remembered) == {}


def test_a_try_shows_a_sample_that_saves_nothing(person: Living, desktop: FakeDesktop) -> None:
    person.window.showNormal()
    person.press("Ctrl+,")
    page = person.window.page("settings")
    getattr(page, "reminder_tried").emit()  # noqa: B009  # a signal of this page alone
    person.until(lambda: bool(reminding(person)._notifier._numbers.get("sample:")))
    assert "Nothing is saved" in desktop.last.text
    person.window.showMinimized()
    desktop.press("open")
    person.until(lambda: not person.window.isMinimized())

    assert person.window.current == "settings"
    assert readings(person) == ()


def test_a_try_on_a_computer_that_shows_no_notes_says_so(qtbot: QtBot) -> None:
    with living(qtbot, records=(IBUPROFEN, DOSE), chosen=WANTED, clock=Clock(DUE)) as made:
        made.start()
        reminding(made).try_one()
        assert "no notifications" in made.toast.text
        made.window.showMinimized()
        later(made, "10:32")
        assert recalled(made.around.remembered) == {}


def test_what_others_answer_is_left_alone(person: Living, desktop: FakeDesktop) -> None:
    asked(person, desktop)
    notifier = reminding(person)._notifier
    notifier.answered.emit("another key", "some")
    notifier.opened.emit("another key")
    notifier.answered.emit("relief:dose", "nonsense")

    assert readings(person) == ()
    assert person.window.isMinimized()
