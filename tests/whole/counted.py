"""Every row of the logging table, done in the real window by keys and clicks alone, and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn, Drink, Episode, Reading, Record, TreatmentUse
from spasmlog.domain.scales import Nrs, ReadingWord, Region, Side
from tests.build import day, drink, episode, moment, reading, running, treatment, use
from tests.living import Clock, Living, living

MORNING, EVENING = "09:12", "20:30"
IBUPROFEN = treatment(id="ibuprofen", usual_dose_mg=400.0)
LAST = episode(5, id="last", hours=2, region=Region.LOW_BACK, side=Side.LEFT)
DOSE = use(5, "09:30", of=IBUPROFEN, dose_mg=400.0, id="dose")
KEPT: tuple[Record, ...] = (IBUPROFEN, LAST, DOSE)
"""A spasm five days ago in the usual place, and what was taken for it."""
RUNNING = running(0, "08:00", id="runs", region=Region.NECK)


class Hands:
    """All that a person has: keys and the left button, each press of which is counted."""

    def __init__(self, person: Living) -> None:
        self._person = person
        self.keys = self.clicks = self.lines = 0

    def press(self, *keys: str) -> None:
        """One key after the other; several held at once are one."""
        for key in keys:
            QTest.keySequence(QApplication.focusWidget() or self._person.window, key)
            self.keys += 1

    def line(self, text: str) -> None:
        """Type a line letter by letter and end it with Enter: one line, however long."""
        QTest.keyClicks(QApplication.focusWidget() or self._person.window, text)
        self.lines += 1
        self.press("Return")
        self.keys -= 1

    def click(self, name: str) -> None:
        """The control of this name, as it is seen or heard."""
        self._person.click(self._seen(name))
        self.clicks += 1

    def _seen(self, name: str) -> QWidget:
        """The topmost of what is called so: the page's own before the strip above all pages."""
        page = self._person.page
        named = [each.accessibleName() for each in self._person.controls(page)]
        return self._person.control(name, page if name in named else None)

    def wait_for(self, kept: Callable[[Diary], object]) -> None:
        """Hands at rest until something is in the journal."""
        self._person.until(lambda: bool(kept(self._person.diary)))

    @property
    def counted(self) -> str:
        """ "2 keys", "1 click", "1 line", in the words of the table."""
        counts = ((self.keys, "key"), (self.clicks, "click"), (self.lines, "line"))
        return ", ".join(f"{n} {what}{'s' * (n != 1)}" for n, what in counts if n)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of the table: what is in the journal before, what is done, and what is in it then.

    `most` is the table's own count, of keys and clicks together; a line counts apart, and the key
    that opens the bar for it is not counted, as the table does not.
    """

    task: str
    most: int
    said: str
    do: Callable[[Hands], None]
    holds: Callable[[Diary], None]
    before: tuple[Record, ...] = KEPT
    at: str = MORNING


@contextmanager
def lived(qtbot: QtBot, row: Row) -> Iterator[tuple[Hands, Living]]:
    """The row done in a window of its own, with the hands that did it."""
    with living(qtbot, records=row.before, clock=Clock(row.at)) as person:
        person.start()
        hands = Hands(person)
        row.do(hands)
        yield hands, person


def keys(*pressed: str, until: Callable[[Diary], object] | None = None) -> Callable[[Hands], None]:
    """Do these keys, and wait for what comes of them."""

    def do(hands: Hands) -> None:
        hands.press(*pressed)
        if until is not None:
            hands.wait_for(until)

    return do


def clicks(*names: str) -> Callable[[Hands], None]:
    """Click what is called so, one after the other."""

    def do(hands: Hands) -> None:
        for name in names:
            hands.click(name)

    return do


def a_line(text: str) -> Callable[[Hands], None]:
    """Open the bar and type a line."""

    def do(hands: Hands) -> None:
        hands.press("Ctrl+K")
        hands.keys -= 1
        hands.line(text)

    return do


def new(diary: Diary, kind: type[Record], *known: Record) -> tuple[Record, ...]:
    """What is in the journal beside what was there before."""
    old = {each.id for each in (*KEPT, RUNNING, *known)}
    return tuple(each for each in diary.of_kind(kind) if each.id not in old)


def _spasm(diary: Diary) -> Episode:
    (spasm,) = new(diary, Episode)
    assert isinstance(spasm, Episode)
    return spasm


def _reading(diary: Diary) -> Reading:
    (made,) = new(diary, Reading)
    assert isinstance(made, Reading)
    return made


def a_spasm_of_seven(diary: Diary) -> None:
    spasm, read = _spasm(diary), _reading(diary)
    assert (spasm.onset, spasm.peak, spasm.is_running) == (moment(0, MORNING), Nrs(7), True)
    assert (read.pain, read.episode_id, read.at) == (Nrs(7), spasm.id, spasm.onset)


def a_spasm_and_then_seven(diary: Diary) -> None:
    """The click says that it began, the number how strong it is: a reading linked to it."""
    spasm, read = _spasm(diary), _reading(diary)
    assert (spasm.onset, spasm.peak, spasm.is_running) == (moment(0, MORNING), None, True)
    assert (read.pain, read.episode_id, read.at) == (Nrs(7), spasm.id, spasm.onset)
    assert diary.facts_on(day()).worst == Nrs(7)


def in_the_usual_place(diary: Diary) -> None:
    a_spasm_of_seven(diary)
    assert (_spasm(diary).region, _spasm(diary).side) == (Region.LOW_BACK, Side.LEFT)


def just_five(diary: Diary) -> None:
    read = _reading(diary)
    assert (read.pain, read.word, read.episode_id) == (Nrs(5), None, None)
    assert read.at == moment(0, MORNING)
    assert new(diary, Episode) == ()


def it_let_go(diary: Diary) -> None:
    assert diary.running is None
    spasm = diary.by_id["runs"]
    assert isinstance(spasm, Episode)
    assert (spasm.onset, spasm.resolved) == (RUNNING.onset, moment(0, MORNING))
    assert not spasm.end_unknown


def a_whole_sentence(diary: Diary) -> None:
    spasm = _spasm(diary)
    assert (spasm.onset, spasm.peak) == (moment(0, "08:52"), Nrs(7))
    assert (spasm.region, spasm.side, spasm.is_running) == (Region.LOW_BACK, Side.LEFT, True)
    assert (spasm.exposures, spasm.note) == (frozenset({"heavy_load"}), "")
    (taken,) = new(diary, TreatmentUse)
    assert isinstance(taken, TreatmentUse)
    assert (taken.treatment_id, taken.dose_mg, taken.episode_id) == (
        "ibuprofen",
        400.0,
        spasm.id,
    )


def over(days_ago: int, began: str, ended: str = "") -> Callable[[Diary], None]:
    """A spasm of 7 that is over, its end known or not."""

    def holds(diary: Diary) -> None:
        spasm = _spasm(diary)
        assert (spasm.onset, spasm.peak) == (moment(days_ago, began), Nrs(7))
        assert spasm.resolved == (moment(days_ago, ended) if ended else None)
        assert spasm.end_unknown is not bool(ended)
        assert new(diary, Reading) == ()

    return holds


def a_glass(diary: Diary) -> None:
    (glass,) = new(diary, Drink)
    assert isinstance(glass, Drink)
    assert (glass.volume_ml, glass.at) == (250, moment(0, MORNING))


JUST_TAKEN = use(0, "08:05", of=IBUPROFEN, dose_mg=400.0, id="taken")


def it_helped_some(diary: Diary) -> None:
    read = _reading(diary)
    assert (read.word, read.pain, read.use_id) == (ReadingWord.SOME, None, "taken")


def none_so_far(diary: Diary) -> None:
    read = _reading(diary)
    assert (read.word, read.pain) == (ReadingWord.NO_SPASM, None)
    assert diary.facts_on(day()).worst is None


def _check_in(diary: Diary) -> CheckIn:
    (made,) = new(diary, CheckIn)
    assert isinstance(made, CheckIn)
    assert made.day == day()
    return made


def a_clear_day(diary: Diary) -> None:
    assert _check_in(diary).worst == Nrs(0)


EARLIER = (reading(0, "10:00", pain=3, id="r"), drink(0, "12:00", id="g1"), drink(0, id="g2"))


def as_the_day_was(diary: Diary) -> None:
    made = _check_in(diary)
    assert (made.worst, made.sleep_h, made.limited, made.note) == (Nrs(3), None, None, "")
    assert (made.fluids_ml, made.exposures) == (None, ())  # the drinks say it themselves
    assert diary.facts_on(day()).fluids_ml == 500


def the_same_dose(diary: Diary) -> None:
    (taken,) = new(diary, TreatmentUse)
    assert isinstance(taken, TreatmentUse)
    assert (taken.treatment_id, taken.dose_mg, taken.dose_text) == ("ibuprofen", 400.0, "")
    assert taken.at == moment(0, MORNING)


def as_it_was_before(diary: Diary) -> None:
    assert set(diary.by_id) == {each.id for each in KEPT}


def oops(hands: Hands) -> None:
    hands.press("w")
    hands.wait_for(lambda diary: new(diary, Drink))
    hands.keys = 0
    hands.press("Ctrl+Z")


LONG = "7 low back left 20m lifting ibuprofen 400"
ROWS = (
    Row(
        task="log a spasm now, quick bar",
        most=2,
        said="2",
        do=keys("Ctrl+K", "7", until=lambda diary: new(diary, Episode)),
        holds=in_the_usual_place,
    ),
    Row(
        task="log a spasm now, mouse",
        most=2,
        said="2 clicks",
        do=clicks("A spasm began", "Pain 7, severe"),
        holds=a_spasm_and_then_seven,
    ),
    Row(task="just a pain reading, key", most=1, said="1", do=keys("5"), holds=just_five),
    Row(
        task="just a pain reading, mouse",
        most=1,
        said="1",
        do=clicks("Pain 5, moderate"),
        holds=just_five,
    ),
    Row(
        task="end the running spasm, quick bar",
        most=2,
        said="2",
        do=keys("Ctrl+K", "e", until=lambda diary: diary.running is None),
        holds=it_let_go,
        before=(*KEPT, RUNNING),
    ),
    Row(
        task="end the running spasm, mouse",
        most=1,
        said="1 click",
        do=clicks("It let go"),
        holds=it_let_go,
        before=(*KEPT, RUNNING),
    ),
    Row(
        task="place, exposure, dose in one breath",
        most=0,
        said="one line",
        do=a_line(LONG),
        holds=a_whole_sentence,
    ),
    Row(
        task="a late entry, so long ago",
        most=0,
        said="one line",
        do=a_line("7 @-3h"),
        holds=over(0, "06:12"),
    ),
    Row(
        task="a late entry, of another day",
        most=0,
        said="one line",
        do=a_line("7 @yesterday 14:30"),
        holds=over(1, "14:30"),
    ),
    Row(
        task="a late entry, from and to",
        most=0,
        said="one line",
        do=a_line("7 @14:30-15:10"),
        holds=over(0, "14:30", "15:10"),
        at="18:40",
    ),
    Row(
        task="a glass of water, quick bar",
        most=2,
        said="2",
        do=keys("Ctrl+K", "w", until=lambda diary: new(diary, Drink)),
        holds=a_glass,
    ),
    Row(
        task="a glass of water, mouse",
        most=1,
        said="1",
        do=clicks("Add a glass of water"),
        holds=a_glass,
    ),
    Row(
        task="relief check, an hour after a dose",
        most=1,
        said="1 click",
        do=clicks("A little"),
        holds=it_helped_some,
        before=(*KEPT, JUST_TAKEN),
    ),
    Row(task="no spasm so far, key", most=1, said="1", do=keys("n"), holds=none_so_far),
    Row(
        task="no spasm so far, mouse",
        most=1,
        said="1",
        do=clicks("No spasm so far"),
        holds=none_so_far,
    ),
    Row(
        task="clear day",
        most=1,
        said="1 click",
        do=clicks("No pain today"),
        holds=a_clear_day,
        at=EVENING,
    ),
    Row(
        task="an ordinary evening",
        most=1,
        said="1 key",
        do=keys("Return"),
        holds=as_the_day_was,
        before=(*KEPT, *EARLIER),
        at=EVENING,
    ),
    Row(
        task="repeat the last dose",
        most=2,
        said="2 keys",
        do=keys("Ctrl+K", "d", until=lambda diary: new(diary, TreatmentUse)),
        holds=the_same_dose,
    ),
    Row(task="oops", most=1, said="1", do=oops, holds=as_it_was_before),
)
