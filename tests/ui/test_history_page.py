"""The History page: the day's list, what can be added, the bin, undo and redo, all by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import CheckIn, Drink, Record, Score
from spasmlog.domain.scales import Nrs, Sign
from spasmlog.errors import InvalidEntry
from spasmlog.journal import commands as c
from spasmlog.journal.made_up import made_up_person
from spasmlog.settings import Settings
from spasmlog.ui.day_card import DayCard
from spasmlog.ui.history_page import HistoryPage
from spasmlog.ui.look import Look
from spasmlog.ui.text_entries import OptionList
from spasmlog.views.history import history_view
from tests import build
from tests.ui.sitting import Sitting

IBUPROFEN = build.treatment(id="ibu")
SPASM = build.episode(0, "11:05", hours=4, id="spasm", peak=Nrs(7))
DOSE = build.use(0, "11:20", id="dose", of=IBUPROFEN, spasm=SPASM)
READING = build.reading(0, "09:30", id="reading", pain=2)
GLASSES = tuple(build.drink(0, f"{hour}:00", id=f"glass-{hour}") for hour in (12, 14, 16))
SCORE = Score(
    id="score",
    recorded_at=build.moment(0, "17:00"),
    day=build.TODAY,
    instrument="peg",
    answers=(("activity", 3), ("enjoyment", 4), ("pain", 5)),
)
ALL = (
    IBUPROFEN,
    SPASM,
    DOSE,
    READING,
    *GLASSES,
    SCORE,
    build.activity(0, "16:30", id="activity"),
    build.stretch(0, "13:00", id="stretch"),
    build.check_in(0, id="check-in"),
    build.course(5, id="course", treatment_id="ibu"),
    build.visit(0, id="visit"),
    build.answer(0, Sign.FEVER, id="answer"),
)
NEW = ("spasm", "reading", "use", "drink", "activity", "stretch", "check_in", "course", "visit")

Seat = Callable[..., Sitting]


@pytest.fixture(scope="module")
def look(qapp: QApplication) -> Look:
    look = Look()
    look.apply(qapp)
    return look


@pytest.fixture
def seat(qapp: QApplication, look: Look) -> Iterator[Seat]:
    """Sit down before a page with these records; it is cleared away afterwards."""
    seated: list[Sitting] = []

    def sit(*records: Record) -> Sitting:
        sitting = Sitting(look, records)
        seated.append(sitting)
        sitting.page.resize(1019, 800)
        sitting.page.show()
        QTest.qWaitForWindowActive(sitting.page)
        return sitting

    yield sit
    for sitting in seated:
        sitting.close()


@pytest.fixture
def sitting(seat: Seat) -> Sitting:
    return seat(*ALL)


def rows(sitting: Sitting) -> list[str]:
    return [row.text for row in sitting.page.day.list.rows]


def press_row(sitting: Sitting, text: str, key: Qt.Key) -> None:
    """Go to a row and press a key on it."""
    shown = sitting.page.day.list
    at = rows(sitting).index(text)
    model = shown.model()
    assert model is not None
    shown.setFocus()
    shown.setCurrentIndex(model.index(at, 0))
    QTest.keyClick(shown, key)


def click_row(card: DayCard, text: str) -> None:
    at = [row.text for row in card.list.rows].index(text)
    model = card.list.model()
    assert model is not None
    spot = card.list.visualRect(model.index(at, 0)).center()
    QTest.mouseClick(
        card.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
    )


def stops(top: QWidget) -> list[QWidget]:
    """Everything that the keyboard can stand on."""
    return [
        each
        for each in top.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and each.isVisibleTo(top)
    ]


def test_a_day_is_shown_with_its_head_and_its_rows(sitting: Sitting) -> None:
    day = sitting.page.day

    assert day.heading.text() == "Wednesday 1 July"
    assert day.sub.text() == "worst pain 7, typed the same day"
    assert "It let go" in rows(sitting)
    assert sitting.page.month.heading.text() == "July 2026"


def test_a_click_on_a_row_opens_the_entry(sitting: Sitting) -> None:
    click_row(sitting.page.day, "Pain")

    assert sitting.chosen == "reading"
    form = sitting.page.editor.form
    assert form is not None
    assert form.title == "Pain reading, 1 July"


def test_enter_on_a_row_opens_the_entry(sitting: Sitting) -> None:
    press_row(sitting, "It let go", Qt.Key.Key_Return)

    assert sitting.chosen == "spasm"


def test_glasses_unfold_to_each_of_them_and_fold_again(sitting: Sitting) -> None:
    assert "Water" not in rows(sitting)

    press_row(sitting, "Water, 3 glasses", Qt.Key.Key_Return)
    assert rows(sitting).count("Water") == 3
    press_row(sitting, "Water", Qt.Key.Key_Return)
    assert sitting.chosen == "glass-12"
    click_row(sitting.page.day, "Water, 3 glasses")

    assert "Water" not in rows(sitting)


def test_a_glass_that_is_chosen_is_unfolded(sitting: Sitting) -> None:
    sitting.open("glass-14")

    assert rows(sitting).count("Water") == 3
    assert not sitting.page.day.list.area_of("glass-14").isEmpty()


def test_the_chosen_row_stands_in_a_box(sitting: Sitting, look: Look) -> None:
    day = sitting.page.day

    def ground(key: str) -> str:
        area = day.list.area_of(key)
        at = day.list.viewport().mapTo(day, area.center() - QPoint(area.width() // 2 + 4, 0))
        return day.grab().toImage().pixelColor(at).name()

    sitting.open("spasm")

    assert ground("spasm") == look.color("raised").name()
    assert ground("reading") == look.color("surface").name()


def test_del_on_a_row_deletes_the_entry_and_keeps_the_keyboard_there(sitting: Sitting) -> None:
    press_row(sitting, "Pain", Qt.Key.Key_Delete)

    assert sitting.asked == [c.Delete(record_id="reading")]
    assert "Pain" not in rows(sitting)


@pytest.mark.parametrize("text", ["It let go", "Water, 3 glasses"])
def test_del_on_a_row_that_is_no_entry_does_nothing(sitting: Sitting, text: str) -> None:
    press_row(sitting, text, Qt.Key.Key_Delete)

    assert sitting.asked == []


def test_a_refusal_that_is_not_of_the_form_is_left_to_the_window(sitting: Sitting) -> None:
    sitting.page.bin.restored.emit("never there")

    assert [each.sentence for each in sitting.refused] == ["This entry is not in the bin any more."]
    assert sitting.page.editor.refusal.isHidden()
    assert not sitting.page.show_refusal(InvalidEntry("from elsewhere"))


@pytest.mark.parametrize("kind", NEW)
def test_each_kind_can_be_added_to_a_day(seat: Seat, kind: str) -> None:
    sitting = seat(IBUPROFEN)
    sitting.choose_day(build.day(2))
    action = next(a for a in sitting.page.day.menu.actions() if a.data() == f"new:{kind}")

    action.trigger()
    fill(sitting, kind)
    sitting.page.editor.save_all()

    assert sitting.refused == []
    made = [each for each in sitting.journal.diary.by_id.values() if each.id != "ibu"]
    assert [each.id for each in made] == [sitting.chosen]
    assert sitting.day == build.day(2)
    assert len(sitting.page.day.list.rows) >= 1


def fill(sitting: Sitting, kind: str) -> None:
    """The least that an entry of this kind needs."""
    view = sitting.page.editor.main.view
    assert view is not None
    for name, entry in view.entries.items():
        if len(entry.lines) == 2 and not entry.box.isHidden():
            hour = "10" if name == "resolved" else "9"
            sitting.type(name, f"{build.day(2):%d %b}", hour)
    if kind in ("use", "course"):
        choice = view.entries["treatment_id"].box.field
        assert isinstance(choice, OptionList)
        choice.setCurrentIndex(0)
    if kind == "reading":
        sitting.type("pain", "4")
    if kind == "check_in":
        sitting.type("worst", "4")


# Offscreen, a menu can neither be raised nor take the whole keyboard.
@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)
def test_the_menu_opens_at_the_button_and_names_every_kind(sitting: Sitting) -> None:
    sitting.page.offer_kinds()

    menu = sitting.page.day.menu
    assert menu.isVisible()
    assert [each.text() for each in menu.actions()][:3] == [
        "Spasm",
        "Pain reading",
        "Dose or treatment",
    ]
    menu.close()


def test_a_check_in_that_is_there_is_opened_by_the_menu(sitting: Sitting) -> None:
    action = next(a for a in sitting.page.day.menu.actions() if a.text() == "Check-in")

    action.trigger()

    assert sitting.chosen == "check-in"


def test_a_day_without_an_entry_says_that_blank_is_not_zero(sitting: Sitting) -> None:
    sitting.page.go(build.day(300))

    day = sitting.page.day
    assert not day.empty.isHidden()
    assert day.list.isHidden()
    assert day.sub.text() == "no entry"
    assert day.add.isEnabled()


def test_going_to_an_entry_of_a_day_opens_it(sitting: Sitting) -> None:
    sitting.choose_day(build.day(3))

    sitting.page.go(build.TODAY, "dose")

    assert (sitting.day, sitting.chosen) == (build.TODAY, "dose")
    assert not sitting.page.day.list.area_of("dose").isEmpty()


def test_the_bin_is_hidden_until_something_is_deleted_and_brings_it_back(
    sitting: Sitting,
) -> None:
    page = sitting.page
    assert page.bin.isHidden()
    page.go(build.TODAY, "activity")
    page.editor.delete.click()
    assert not page.bin.isHidden()
    assert [each.accessibleName() for each in page.bin.backs] == ["Bring back Walk, 20 min"]
    sitting.choose_day(build.day(9))

    page.bin.backs[0].click()

    assert "activity" in sitting.journal.diary.by_id
    assert page.bin.isHidden()
    assert (sitting.day, sitting.chosen) == (build.TODAY, "activity")


def test_a_full_bin_shows_the_newest_and_more_on_request(sitting: Sitting) -> None:
    for each in ("glass-12", "glass-14", "glass-16", "activity", "stretch"):
        sitting.do(c.Delete(record_id=each))
    found = sitting.page.bin
    assert len(found.backs) == 3
    assert found.all.text() == "Show 2 more"

    found.all.click()

    assert len(found.backs) == 5
    assert found.all.text() == "Show fewer"


def test_undo_and_redo_say_what_they_would_do_and_ask_for_it(sitting: Sitting) -> None:
    page = sitting.page
    assert page.undo.isHidden()
    sitting.do(c.Delete(record_id="reading"))
    assert page.undo.text() == "Undo: Delete entry"

    page.undo.click()
    assert "Pain" in rows(sitting)
    assert page.undo.isHidden()
    assert page.redo.text() == "Redo: Delete entry"
    page.redo.click()

    assert "Pain" not in rows(sitting)


def test_a_step_of_another_page_leaves_this_one_where_it_is(sitting: Sitting) -> None:
    sitting.choose_day(build.day(2))
    step = sitting.journal.do(c.LogDrink(volume_ml=250))

    sitting.page.saved(step)

    assert (sitting.day, sitting.chosen) == (build.day(2), None)


def test_editing_a_course_in_its_middle_stays_on_the_day(sitting: Sitting) -> None:
    sitting.open("course")

    sitting.type("plan", "eight weeks")
    sitting.save()

    assert (sitting.day, sitting.chosen) == (build.TODAY, "course")


def test_a_check_in_moved_to_another_day_is_followed(sitting: Sitting) -> None:
    sitting.open("check-in")

    sitting.type("day", "28 Jun")
    sitting.save()

    kept = sitting.kept("check-in")
    assert isinstance(kept, CheckIn)
    assert kept.day == sitting.day == date(2026, 6, 28)


@pytest.mark.parametrize("chosen", [None, *(each.id for each in ALL), *(f"new:{k}" for k in NEW)])
def test_everything_that_takes_the_keyboard_has_a_name(
    sitting: Sitting, chosen: str | None
) -> None:
    sitting.do(c.Delete(record_id="glass-16"))
    sitting.chosen = chosen
    sitting.refresh()
    page = sitting.page
    page.editor.more.setChecked(True)
    page.editor.show()

    nameless = [each for each in stops(page) if not each.accessibleName()]

    assert nameless == []


def test_tab_goes_through_the_page_in_reading_order(sitting: Sitting) -> None:
    sitting.do(c.Delete(record_id="glass-16"))
    sitting.open("dose")
    page = sitting.page
    page.month.before.setFocus()
    parts: list[QWidget] = [page.month, page.bin, page.day, page.editor]
    seen: list[int] = []

    for _press in range(60):
        at = QApplication.focusWidget()
        assert at is not None
        part = next((n for n, each in enumerate(parts) if each.isAncestorOf(at)), None)
        if part is not None and (not seen or seen[-1] != part):
            seen.append(part)
        QTest.keyClick(at, Qt.Key.Key_Tab)

    assert seen[:4] == [0, 1, 2, 3]


def test_tab_goes_through_a_form_from_its_first_field_to_its_buttons(sitting: Sitting) -> None:
    sitting.open("dose")
    editor = sitting.page.editor
    first = sitting.entry("treatment_id").box.field
    sitting.type("note", "changed, so that it can be saved")
    first.setFocus()
    order: list[QWidget] = []

    for _press in range(40):
        at = QApplication.focusWidget()
        assert at is not None
        order.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)

    wanted = [
        first,
        sitting.lines("dose_mg")[0],
        sitting.lines("at")[0],
        sitting.lines("at")[1],
        sitting.lines("note")[0],
        editor.more,
        editor.save,
        editor.cancel,
    ]
    assert [each for each in order if each in wanted][: len(wanted)] == wanted


@pytest.mark.parametrize(("wide", "columns"), [(1019, 3), (979, 2), (799, 2), (600, 1)])
def test_columns_stack_where_there_is_less_room(sitting: Sitting, wide: int, columns: int) -> None:
    page = sitting.page
    page.resize(wide, 800)
    QApplication.processEvents()
    left, day, editor = (
        each.mapTo(page, QPoint(0, 0)) for each in (page.month, page.day, page.editor)
    )

    assert (day.x() > left.x()) == (columns > 1)
    assert (editor.x() > day.x()) == (columns == 3)
    assert (editor.y() > day.y()) == (columns < 3)


@pytest.mark.parametrize(("scale", "wide"), [(1.0, 799), (1.5, 1179), (2.0, 1179), (2.0, 799)])
@pytest.mark.parametrize("chosen", ["spasm", "check-in", "dose"])
def test_nothing_is_cut_off_with_large_text(
    sitting: Sitting, look: Look, scale: float, wide: int, chosen: str
) -> None:
    sitting.do(c.Delete(record_id="glass-16"))
    sitting.open(chosen)
    look.set("light", scale)
    try:
        area = scrolled(sitting.page, wide)
        cut = [
            (type(each).__name__, each.accessibleName())
            for each in sitting.page.findChildren(QWidget)
            if each.isVisibleTo(sitting.page) and not fits(each, sitting.page)
        ]
        assert cut == []
        assert sitting.page.width() <= area.viewport().width()
    finally:
        sitting.page.setParent(None)
        look.set("light", 1.0)


def scrolled(page: HistoryPage, wide: int) -> QScrollArea:
    """The page in a scroll area, as the window has it."""
    area, holder = QScrollArea(), QWidget()
    area.setWidgetResizable(True)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(page)
    area.setWidget(holder)
    area.resize(wide, 700)
    area.show()
    for _turn in range(3):
        QApplication.processEvents()
    return area


def fits(widget: QWidget, page: QWidget) -> bool:
    """Inside the page, and as large as its words need."""
    area = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    room = 6  # for the rings of calendar tiles
    inside = page.rect().adjusted(-room, -room, room, room).contains(area)
    needed = widget.minimumSizeHint()
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed.setHeight(widget.heightForWidth(widget.width()))
    return inside and widget.width() >= needed.width() and widget.height() >= needed.height()


def test_a_day_of_a_ten_year_journal_is_shown_in_place(look: Look, qapp: QApplication) -> None:
    """Paging keeps every widget; only what they show changes."""
    now = build.moment(0, "18:40")
    records = made_up_person(now, 0.3, 1, build.ZONE)
    diary = Diary.of(now.diary_day(), records)
    page = HistoryPage(look)
    reading = next(each for each in reversed(diary.readings) if each.pain)
    page.show_view(history_view(diary, reading.day, now, Settings(), chosen=reading.id))
    before = set(map(id, page.findChildren(QWidget)))

    for back in range(1, 40):
        day = reading.day - timedelta(days=back)
        shown = [each for each in diary.readings if each.day == day and each.use_id is None]
        chosen = shown[0].id if shown else None
        page.show_view(history_view(diary, day, now, Settings(), chosen=chosen))

    assert set(map(id, page.findChildren(QWidget))) <= before | {
        id(each) for each in page.editor.findChildren(QWidget)
    }
    page.deleteLater()


def test_drinks_of_a_day_can_be_changed_one_by_one(sitting: Sitting) -> None:
    press_row(sitting, "Water, 3 glasses", Qt.Key.Key_Return)
    press_row(sitting, "Water", Qt.Key.Key_Return)

    sitting.type("volume_ml", "330")
    sitting.page.editor.save_all()

    glass = sitting.kept("glass-12")
    assert isinstance(glass, Drink)
    assert glass.volume_ml == 330


def test_a_new_entry_takes_the_keyboard_to_its_first_field(sitting: Sitting) -> None:
    action = next(a for a in sitting.page.day.menu.actions() if a.data() == "new:visit")

    action.trigger()

    assert sitting.lines("day")[0].hasFocus()


def test_esc_closes_an_entry_and_goes_back_to_the_list(sitting: Sitting) -> None:
    sitting.open("reading")
    note = sitting.lines("note")[0]
    note.setFocus()

    QTest.keyClick(note, Qt.Key.Key_Escape)

    assert sitting.chosen is None
    assert sitting.page.day.list.hasFocus()


def test_esc_keeps_what_was_typed(sitting: Sitting) -> None:
    sitting.open("reading")
    sitting.type("note", "mine")

    QTest.keyClick(sitting.lines("note")[0], Qt.Key.Key_Escape)

    assert sitting.chosen == "reading"
    assert sitting.entry("note").raw() == "mine"
    assert sitting.page.day.list.hasFocus()


def test_after_a_deletion_the_keyboard_is_on_the_list_or_on_what_adds(seat: Seat) -> None:
    sitting = seat(READING, GLASSES[0])
    sitting.open("reading")
    sitting.page.editor.delete.click()
    assert sitting.page.day.list.hasFocus()
    sitting.open("glass-12")

    sitting.page.editor.delete.click()

    assert sitting.page.day.add.hasFocus()
