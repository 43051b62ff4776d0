"""Flare mode in the real window: large buttons, a trembling hand, and ways in and out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from spasmlog.domain.records import Drink, Profile, Reading, Record, TreatmentUse
from spasmlog.domain.scales import Nrs, Side, Sign, TreatmentKind
from spasmlog.errors import NotSaved
from spasmlog.settings import Settings
from spasmlog.ui.emergency_page import EmergencyPage
from spasmlog.ui.flare_page import FlarePage
from spasmlog.ui.flare_parts import BigButton
from tests.build import drink, moment, reading, running, treatment, use
from tests.living import Clock, Living, living

IBUPROFEN = treatment(id="ibu")
HEAT = treatment("Heat", id="heat", kind=TreatmentKind.HEAT, usual_dose_mg=None)
SPASM = running(0, "08:00", id="spasm", side=Side.LEFT, peak=None)
RUNNING: tuple[Record, ...] = (
    SPASM,
    reading(0, "08:30", 6, episode_id="spasm"),
    IBUPROFEN,
    HEAT,
    use(0, "08:12", of=IBUPROFEN),
    drink(0, "08:20"),
)
LIGHT = Settings(theme="light")
BY_ITSELF = replace(LIGHT, flare_by_itself=True)


@pytest.fixture
def rest(qtbot: QtBot) -> Iterator[Living]:
    """A window with nothing running."""
    with living(qtbot) as made:
        made.start()
        yield made


@pytest.fixture
def flare(qtbot: QtBot) -> Iterator[Living]:
    """A window in flare mode, with a spasm, a medicine, heat and water."""
    with living(qtbot, records=RUNNING) as made:
        made.start()
        made.press("F9")
        yield made


def screen(made: Living) -> FlarePage:
    assert isinstance(made.top, FlarePage)
    return made.top


def calm(made: Living) -> FlarePage:
    """A hand that waits between two presses."""
    page = screen(made)
    page.settle_ms = page.anew_ms = 0
    return page


def pains(made: Living) -> list[int]:
    return [int(each.pain) for each in made.diary.of_kind(Reading) if each.pain is not None]


def words(made: Living) -> str:
    """The heading, and what stands below it."""
    return screen(made).words.accessibleName()


def tile(made: Living, level: int) -> Any:
    return screen(made).strip.tiles[level]


# Ways in and out


def test_f9_opens_it_and_f9_gives_the_pages_back(rest: Living) -> None:
    rest.press("F9")
    opened = screen(rest).isVisible()
    rest.press("F9")

    assert opened
    assert rest.top is rest.window.frame
    assert rest.session.flare.page is None


def test_escape_and_its_own_button_leave_it(rest: Living) -> None:
    rest.press("F9")
    rest.press("Escape")
    assert rest.top is rest.window.frame

    rest.press("F9")
    rest.use("Leave flare mode")
    assert rest.top is rest.window.frame


def test_the_keyboard_is_again_where_it_was(rest: Living) -> None:
    before = rest.control("No spasm so far")
    before.setFocus()
    rest.press("F9")
    rest.press("Escape")

    assert QApplication.focusWidget() is before


@pytest.mark.parametrize("began", [False, True])
def test_the_card_of_today_leads_there(rest: Living, began: bool) -> None:
    if began:
        rest.press("s")
    rest.use("Flare mode: large buttons")

    assert screen(rest).isVisible()


def test_the_dock_of_the_other_pages_leads_there_while_a_spasm_runs(rest: Living) -> None:
    rest.press("Ctrl+2")
    button = rest.window.frame.dock.flare
    assert not button.isVisible()
    rest.press("s")
    rest.click(button)

    assert screen(rest).isVisible()


def test_the_dock_keeps_its_room_for_the_numbers_where_text_is_large(rest: Living) -> None:
    rest.press("Ctrl+2")
    rest.press("s")
    shown = []
    for scale in (1.25, 2.0, 1.0):
        rest.around.look.set("light", scale)
        shown.append(rest.window.frame.dock.flare.isVisible())

    assert shown == [False, False, True]


def test_going_to_a_page_leaves_it(flare: Living) -> None:
    flare.press("Ctrl+2")

    assert flare.top is flare.window.frame
    assert flare.session.flare.page is None


def test_it_does_not_open_over_the_emergency_signs_nor_without_a_journal(qtbot: QtBot) -> None:
    with living(qtbot) as made:
        made.show()
        made.press("Ctrl+1")
        made.press("F9")
        made.session.flare.toggle()
        assert made.top is made.window.frame
        made.session.start(made.path)
        made.settle()
        made.press("F1")
        made.press("F9")
        assert isinstance(made.top, EmergencyPage)


def test_closing_the_window_leaves_it_first_so_that_pages_can_hold_what_is_not_saved(
    flare: Living,
) -> None:
    flare.window.close()

    assert flare.window.layers.pages_shown


# What it shows


def test_the_running_spasm_is_told_and_its_clock_moves_on(flare: Living) -> None:
    assert words(flare) == "Spasm running for 1 h 12 min Since 08:00. Lower back, left. Now 6."
    assert screen(flare).strip.value() == 6
    assert tile(flare, 6).isChecked()
    flare.clock.go(minutes=3)
    flare.session._tick()

    assert words(flare).startswith("Spasm running for 1 h 15 min")
    assert flare.control("Ibuprofen 400\N{NO-BREAK SPACE}mg, last 08:12, 1 h 3 min ago")


def test_every_target_has_its_name_and_tab_goes_through_them(flare: Living) -> None:
    named = []
    for _ in range(8):
        flare.press("Tab")
        focus = QApplication.focusWidget()
        assert focus is not None
        named.append(focus.accessibleName())

    assert [each.split(",")[0] for each in named] == [
        "It let go",
        "Pain 6",
        "Ibuprofen 400\N{NO-BREAK SPACE}mg",
        "Heat",
        "A glass of water",
        "Numb",
        "Leave flare mode",
        "It let go",
    ]
    assert screen(flare).accessibleName() == "Spasm running for 1 h 12 min"


def test_arrows_move_within_the_numbers_also_from_row_to_row(flare: Living) -> None:
    tile(flare, 6).setFocus()
    for key in ("Up", "Right", "Down", "Down", "Left", "Left"):
        flare.press(key)
    assert QApplication.focusWidget() is tile(flare, 5)
    flare.press("Down")  # below the 5 stands no number
    assert QApplication.focusWidget() is tile(flare, 5)
    flare.press("Return")

    assert pains(flare)[-1] == 5


def test_water_is_not_there_for_somebody_told_to_limit_fluids(qtbot: QtBot) -> None:
    limited = Profile(id="profile", recorded_at=moment(9), fluid_limit=True)
    with living(qtbot, records=(SPASM, limited)) as made:
        made.start()
        made.press("F9")

        assert [each.isVisible() for each in screen(made).doings] == [False, False, False]


# What its buttons do


def test_a_number_is_a_reading_of_the_spasm_that_runs(flare: Living) -> None:
    flare.click(tile(flare, 8))

    newest = flare.diary.of_kind(Reading)[-1]
    assert (newest.pain, newest.episode_id) == (Nrs(8), "spasm")
    assert screen(flare).strip.value() == 8
    assert screen(flare).told == "Pain 8 saved for 09:12."


def test_it_lets_go_and_the_same_button_then_begins_one(flare: Living) -> None:
    calm(flare)
    flare.use("It let go")
    assert flare.diary.running is None
    assert words(flare) == "How is it now? Spasm ended, 1 h 12 min."
    flare.use("A spasm began")

    assert flare.diary.running is not None
    assert len(flare.diary.episodes) == 2


def test_at_rest_a_number_is_a_reading_and_the_large_button_makes_it_a_spasm(
    rest: Living,
) -> None:
    rest.press("F9")
    calm(rest)
    assert words(rest) == "How is it now? No spasm is running. A number saves a pain reading."
    rest.click(tile(rest, 7))
    assert (rest.diary.running, pains(rest)) == (None, [7])
    rest.use("It is a spasm")

    (spasm,) = rest.diary.episodes
    assert (spasm.peak, spasm.is_running) == (Nrs(7), True)
    assert screen(rest).main.accessibleName() == "It let go"


def test_what_was_saved_is_no_longer_said_nor_offered_after_a_while(rest: Living) -> None:
    rest.press("F9")
    rest.click(tile(rest, 7))
    rest.clock.go(seconds=90)
    rest.session._tick()
    assert screen(rest).told == "Pain 7 saved for 09:12."
    rest.clock.go(seconds=30)
    rest.session._tick()

    assert screen(rest).told == ""
    assert screen(rest).offer is None
    assert screen(rest).main.accessibleName() == "A spasm began"
    assert "A number saves a pain reading." in words(rest)


def test_the_last_medicine_heat_and_water_are_one_press_each(flare: Living) -> None:
    page = calm(flare)
    for button in page.doings:
        flare.click(button)

    *_before, medicine, heat = flare.diary.uses
    assert (medicine.treatment_id, medicine.dose_mg) == ("ibu", 400.0)
    assert (heat.treatment_id, heat.minutes, heat.episode_id) == ("heat", 20, "spasm")
    assert len(flare.diary.of_kind(Drink)) == 2
    assert page.told == "Glass 2 added."
    assert page.doings[2].accessibleName() == "A glass of water, 2 so far"


def test_a_medicine_above_the_limit_of_its_packet_is_not_logged_and_says_why(
    qtbot: QtBot,
) -> None:
    doses = [use(0, f"0{hour}:00", of=IBUPROFEN) for hour in (4, 5, 6, 8)]
    why = "Not logged again: your ibuprofen adds up to more than the packet limit for 24 hours."
    with living(qtbot, records=(IBUPROFEN, *doses)) as made:
        made.start()
        made.press("F9")
        made.click(screen(made).doings[0])
        by_button = screen(made).told
        screen(made).say("")
        made.press("d")

        assert by_button == screen(made).told == why
        assert len(made.diary.uses) == 4


def test_undo_takes_back_what_was_saved_and_says_so(flare: Living) -> None:
    page = calm(flare)
    assert not page.undo.isEnabled()
    flare.click(tile(flare, 9))
    flare.click(page.undo)

    assert pains(flare) == [6]
    assert page.told == "Undone: Log pain"
    assert page.strip.value() == 6
    flare.press("w")
    flare.press("Ctrl+Z")
    assert len(flare.diary.of_kind(Drink)) == 1


def test_nothing_is_said_in_a_corner(flare: Living) -> None:
    flare.click(tile(flare, 9))

    assert not flare.toast.isVisible()


def test_what_was_saved_is_announced(flare: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: heard.append(event.message())
    )
    flare.click(tile(flare, 4))

    assert heard == ["Pain 4 saved for 09:12."]


def test_what_could_not_be_saved_is_said_on_the_screen(
    flare: Living, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_command: object) -> None:
        raise NotSaved("The disk is full.")

    monkeypatch.setattr(flare.around.desk.journal, "do", refuse)
    flare.click(tile(flare, 4))

    assert screen(flare).told == "The disk is full."
    assert pains(flare) == [6]
    assert not flare.toast.isVisible()


def test_letters_and_digits_act_as_everywhere(flare: Living) -> None:
    for key in ("t", "3", "w", "d", "n"):
        flare.press(key)
    assert pains(flare) == [6, 10, 3]
    assert len(flare.diary.of_kind(Drink)) == 2
    assert len(flare.diary.uses) == 2
    flare.press("e")
    assert flare.diary.running is None
    flare.press("e")  # nothing is left to let go
    flare.press("s")

    assert flare.diary.running is not None


def test_letters_that_are_switched_off_do_nothing_here_either(qtbot: QtBot) -> None:
    with living(qtbot, chosen=replace(LIGHT, single_letters=False)) as made:
        made.start()
        made.press("F9")
        made.press("w")
        made.press("4")

        assert made.diary.of_kind(Drink) == ()
        assert pains(made) == [4]


# A trembling hand


def test_presses_of_the_same_target_close_together_count_once(flare: Living) -> None:
    page = screen(flare)
    page.settle_ms = 60_000
    for _ in range(3):
        flare.click(tile(flare, 7))
        flare.click(page.doings[2])
        flare.click(page.doings[2])
    assert pains(flare) == [6, 7, 7, 7]  # between them another was pressed each time
    assert len(flare.diary.of_kind(Drink)) == 4
    for _ in range(3):
        flare.click(page.main)

    assert flare.diary.running is None
    assert len(flare.diary.episodes) == 1


def test_keys_struck_twice_by_a_trembling_finger_count_once(flare: Living) -> None:
    screen(flare).settle_ms = 60_000
    for _ in range(3):
        flare.press("7")

    assert pains(flare) == [6, 7]


def test_after_that_time_the_same_target_counts_again(flare: Living) -> None:
    page = screen(flare)
    assert page.settle_ms == 400
    page.settle_ms = 0
    for _ in range(2):
        flare.click(tile(flare, 7))

    assert pains(flare) == [6, 7, 7]


def test_a_slower_second_press_does_not_begin_anew_what_has_just_ended(flare: Living) -> None:
    page = screen(flare)
    page.settle_ms, page.anew_ms = 0, 60_000
    for _ in range(3):
        flare.click(page.main)
    assert (flare.diary.running, len(flare.diary.episodes)) == (None, 1)
    page.anew_ms = 0
    flare.click(page.main)

    assert len(flare.diary.episodes) == 2


def test_what_is_undone_by_the_keyboard_leaves_nothing_to_be_pressed_by_mistake(
    flare: Living,
) -> None:
    page = calm(flare)
    flare.press("9")
    page.undo.setFocus()
    for _ in range(3):
        flare.press("Space")

    assert pains(flare) == [6]
    assert len(flare.diary.uses) == 1
    assert QApplication.focusWidget() is page


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_that_is_held_presses_once(flare: Living, key: Qt.Key) -> None:
    page = calm(flare)
    for target in (tile(flare, 7), page.doings[2]):
        target.setFocus()
        for held in (False, True, True):
            none = Qt.KeyboardModifier.NoModifier
            QApplication.sendEvent(
                target, QKeyEvent(QEvent.Type.KeyPress, key.value, none, "", held)
            )

    assert pains(flare) == [6, 7]
    assert len(flare.diary.of_kind(Drink)) == 2


def test_space_presses_what_is_in_focus(flare: Living) -> None:
    screen(flare).doings[2].setFocus()
    QTest.keyClick(screen(flare).doings[2], Qt.Key.Key_Space)

    assert len(flare.diary.of_kind(Drink)) == 2


# The emergency signs


@pytest.mark.parametrize("way", ["button", "F1"])
def test_the_emergency_signs_cover_it_and_lead_back_to_it(flare: Living, way: str) -> None:
    page: QWidget = screen(flare)
    if way == "F1":
        flare.press("F1")
    else:
        flare.click(screen(flare).emergency)
    over = flare.top
    flare.press("Escape")

    assert isinstance(over, EmergencyPage)
    assert flare.top is page


def test_a_sign_that_is_ticked_over_it_stays_in_sight(flare: Living) -> None:
    flare.press("F1")
    flare.help.signs.ticked.emit(Sign.SADDLE_NUMBNESS)
    flare.press("F9")

    assert isinstance(flare.top, EmergencyPage)


# By itself


@pytest.fixture
def agreed(qtbot: QtBot) -> Iterator[Living]:
    """Somebody who agreed to it, with a spasm that runs."""
    with living(qtbot, records=RUNNING, chosen=BY_ITSELF) as made:
        made.start()
        yield made


def test_it_opens_by_itself_at_the_second_severe_number_and_says_what_was_saved(
    agreed: Living,
) -> None:
    agreed.press("8")
    assert agreed.top is agreed.window.frame
    agreed.press("9")

    assert screen(agreed).told == "Pain 9 saved for 09:12."
    assert not agreed.toast.text.startswith("Pain 9")


def test_without_having_agreed_it_does_not(qtbot: QtBot) -> None:
    with living(qtbot, records=RUNNING, chosen=LIGHT) as made:
        made.start()
        for _ in range(3):
            made.press("9")

        assert made.top is made.window.frame


def test_who_has_left_it_is_left_alone_for_that_spasm(agreed: Living) -> None:
    for key in ("8", "8", "Escape", "9", "t"):
        agreed.press(key)
    assert agreed.top is agreed.window.frame
    for key in ("e", "s", "8", "9"):
        agreed.press(key)

    assert isinstance(agreed.top, FlarePage)


def test_it_never_opens_over_what_is_being_typed(agreed: Living) -> None:
    agreed.press("8")
    typed_in = QLineEdit(agreed.window.frame)
    typed_in.show()
    typed_in.setFocus()
    agreed.session._key("pain 9")
    assert agreed.top is agreed.window.frame
    typed_in.clearFocus()
    agreed.session._key("pain 9")

    assert isinstance(agreed.top, FlarePage)


def test_it_does_not_open_below_the_emergency_signs(agreed: Living) -> None:
    agreed.press("8")
    agreed.press("F1")
    agreed.session._key("pain 9")
    agreed.press("Escape")

    assert agreed.top is agreed.window.frame


# Dark


def test_dark_is_offered_at_night_and_holds_for_this_screen_alone(qtbot: QtBot) -> None:
    with living(qtbot, records=RUNNING, clock=Clock("23:05")) as made:
        made.start()
        made.press("F9")
        calm(made)
        made.use("Dark")
        assert made.around.look.theme.name == "dark"
        made.use("Light")
        back = made.around.look.theme.name
        made.use("Dark")
        made.press("F9")

        assert back == "light"
        assert made.around.look.theme.name == "light"
        assert made.around.settings.theme == "light"


@pytest.mark.parametrize(
    ("clock", "theme"), [("12:00", "light"), ("21:59", "light"), ("23:05", "dark")]
)
def test_dark_is_not_offered_by_day_nor_where_it_is_dark(
    qtbot: QtBot, clock: str, theme: str
) -> None:
    with living(qtbot, clock=Clock(clock), chosen=Settings(theme=theme)) as made:
        made.start()
        made.press("F9")

        assert not screen(made).dark.isVisible()


def test_by_the_clock_it_comes_without_being_asked_for(qtbot: QtBot) -> None:
    with living(qtbot, clock=Clock("21:50")) as made:
        made.start()
        made.press("F9")
        made.clock.go(minutes=10)
        made.session._tick()

        assert screen(made).dark.accessibleName() == "Dark"


# Room for everything

SIZES = [(900, 600), (1280, 800), (1920, 1080)]


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut_nor_smaller_than_can_be_read(
    qtbot: QtBot, size: tuple[int, int], percent: int
) -> None:
    chosen = replace(LIGHT, text_percent=percent)
    with living(qtbot, records=RUNNING, chosen=chosen, clock=Clock("23:05")) as made:
        made.window.resize(*size)
        made.start()
        made.press("F9")
        page = screen(made)
        page.grab()
        number, word = page.strip.fonts()
        shown = [each.shown for each in page.findChildren(BigButton)]

        assert (page.width(), page.height()) == size
        assert all(line.font.pixelSize() >= 16 for found in shown for line in found)
        assert all(found and "…" not in found[0].line.text for found in shown)
        assert "…" not in "".join(each.line.text for each in page.words.shown)
        assert number.pixelSize() >= 46 * min(size[1] / 800, 1)
        assert word is None or word.pixelSize() >= 16
        assert word is not None or (percent == 200 and size == (900, 600))


def test_a_name_that_no_button_can_hold_is_cut_there_and_whole_for_a_screen_reader(
    qtbot: QtBot,
) -> None:
    name = " ".join(["Slow-release compound of many things"] * 6)
    long = treatment(name, id="long")
    with living(qtbot, records=(long, use(0, "08:00", of=long))) as made:
        made.window.resize(900, 600)
        made.start()
        made.press("F9")
        button = screen(made).doings[0]
        (line,) = button.shown
        made.click(button)

        assert line.line.text.endswith("…")
        assert line.font.pixelSize() == 16
        assert button.accessibleName().startswith(name)
        assert len(made.diary.of_kind(TreatmentUse)) == 2


def test_from_the_right_its_rows_are_mirrored(flare: Living, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page = screen(flare)
    page.resize(1280, 800)
    flare.session._tick()
    drawn = page.grab()

    assert page.main.x() < page.words.x()
    assert tile(flare, 0).x() > tile(flare, 5).x()
    assert drawn.width() == page.width()
