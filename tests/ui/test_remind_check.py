"""What `spasmlog remind` finds in the journal of a closed window, and what it saves there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from spasmlog import app, hand_over, paths, settings
from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Reading, TreatmentUse
from spasmlog.domain.scales import ReadingWord
from spasmlog.errors import DamagedJournal, JournalInUse, Refusal
from spasmlog.settings import Settings
from spasmlog.ui import put_off
from spasmlog.ui.remembered import Remembered
from spasmlog.ui.remind_check import Checker
from tests.build import treatment, use
from tests.living import Clock

RELIEF = Settings(remind_relief=True)


class Home:
    """A journal with a dose at 10:00, its settings, and a clock."""

    def __init__(self, chosen: Settings = RELIEF) -> None:
        self.clock, self.path = Clock("11:00"), paths.own_journal()
        known = treatment()
        self.dose: TreatmentUse = use(0, "10:00", of=known)
        with app.writing(self.path, self.clock) as journal:
            journal.fill([known, self.dose])
        self.choose(chosen)
        self.checker = Checker(self.path, self.clock, app.reading, app.writing)

    @property
    def key(self) -> str:
        return f"relief:{self.dose.id}"

    @property
    def diary(self) -> Diary:
        with app.reading(self.path, self.clock) as journal:
            return journal.read_rest()

    def choose(self, chosen: Settings) -> None:
        settings.write(paths.config_folder(), chosen)

    def asked(self) -> list[str]:
        return [each.key for each in self.checker.look().reminders]


@pytest.fixture
def lived(home: Path) -> Home:
    return Home()


@contextmanager
def somebody(monkeypatch: pytest.MonkeyPatch, said: Mapping[str, object]) -> Iterator[list[str]]:
    """Another program that has the journal open says this to whatever it is asked."""
    asked: list[str] = []

    def ask(_path: Path, what: str, line: str = "") -> Mapping[str, object]:
        asked.append(f"{what} {line}".strip())
        return said

    with monkeypatch.context() as patched:
        patched.setattr(hand_over, "ask", ask)
        yield asked


def test_what_is_due_is_found_once(lived: Home) -> None:
    assert lived.asked() == [lived.key]
    lived.checker.note(lived.key)

    assert lived.asked() == []
    assert lived.checker.look().why == "Nothing is due."


def test_later_has_it_found_once_more(lived: Home) -> None:
    lived.checker.note(lived.key)
    lived.checker.put_off(lived.key)
    assert lived.asked() == []

    lived.clock.go(minutes=30)
    assert lived.asked() == [lived.key]


def test_what_was_put_off_on_today_is_not_found(lived: Home) -> None:
    put_off.keep(Remembered(paths.state_folder()), lived.key)

    assert lived.asked() == []


def test_the_window_keeps_what_it_remembers_beside_it(lived: Home) -> None:
    Remembered(paths.state_folder()).keep("report_name", "mine.pdf")
    lived.checker.note(lived.key)

    assert Remembered(paths.state_folder()).get("report_name", str, "") == "mine.pdf"


def test_why_nothing_is_found_is_said(lived: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with somebody(monkeypatch, {"here": True}):
        assert lived.checker.look().why == "SpasmLog is open and reminds by itself."
    lived.clock.go(hours=12)
    assert lived.checker.look().why == "These are quiet hours."
    lived.choose(Settings())
    assert lived.checker.look().why == "No reminder is switched on."
    lived.choose(RELIEF)
    lived.clock.go(hours=9)
    nowhere = Checker(Path("nowhere"), lived.clock, app.reading, app.writing)
    assert nowhere.look().why == "There is no journal yet."


def test_a_window_that_does_not_answer_is_there_all_the_same(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(_path: Path, _what: str) -> None:
        raise Refusal("SpasmLog is open, but it does not answer.")

    monkeypatch.setattr(hand_over, "ask", ask)

    assert lived.asked() == []


def test_looking_leaves_the_journal_as_it_was(lived: Home) -> None:
    before = lived.path.read_bytes()
    lived.checker.look()

    assert lived.path.read_bytes() == before


def test_an_answer_is_saved_for_the_dose(lived: Home) -> None:
    lived.checker.save(lived.key, "much")

    (answer,) = lived.diary.of_kind(Reading)
    assert (answer.word, answer.use_id) == (ReadingWord.MUCH, lived.dose.id)
    assert answer.at == lived.clock.now


def test_an_answer_that_came_twice_is_saved_once(lived: Home) -> None:
    lived.checker.save(lived.key, "much")
    lived.checker.save(lived.key, "some")

    assert len(lived.diary.of_kind(Reading)) == 1


def test_what_was_answered_or_put_off_meanwhile_is_over(lived: Home) -> None:
    shown = frozenset({lived.key, "evening:2026-06-30"})
    assert lived.checker.look(shown).over == {"evening:2026-06-30"}
    lived.checker.save(lived.key, "much")

    assert lived.checker.look(shown).over == shown


def test_beside_an_open_window_nothing_new_is_found_and_what_is_over_is_known(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody(monkeypatch, {"here": True}):
        looked = lived.checker.look(frozenset({"evening:2026-06-30"}))

    assert looked.reminders == ()
    assert looked.over == {"evening:2026-06-30"}


def test_whoever_has_the_journal_saves_the_answer(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody(monkeypatch, {"here": True}) as asked:
        lived.checker.save(lived.key, "much")

    assert asked == [f'answer ["{lived.key}", "much"]']
    assert lived.diary.of_kind(Reading) == ()


def test_a_bar_that_gives_the_journal_up_leaves_the_answer_to_us(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with somebody(monkeypatch, {"gone": True}):
        lived.checker.save(lived.key, "much")

    assert len(lived.diary.of_kind(Reading)) == 1


def test_a_window_that_is_still_opening_is_to_be_asked_again(
    lived: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        somebody(monkeypatch, {"refused": "Still opening."}),
        pytest.raises(JournalInUse, match="Still opening"),
    ):
        lived.checker.save(lived.key, "much")


def test_a_journal_that_is_damaged_is_refused_and_left_alone(lived: Home) -> None:
    lived.path.write_bytes(lived.path.read_bytes()[:5000])
    before = lived.path.read_bytes()

    with pytest.raises(DamagedJournal):
        lived.checker.look()
    assert lived.path.read_bytes() == before
