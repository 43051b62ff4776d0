"""The small forms behind "...": nonsense is refused, and nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from spasmlog.domain.records import (
    Activity,
    Stretch,
    TreatmentUse,
)
from spasmlog.domain.scales import (
    Intensity,
    TreatmentKind,
)
from spasmlog.journal.commands import (
    LogEpisode,
)
from spasmlog.ui.quick_forms import StretchForm, WalkForm
from spasmlog.ui.treat_form import TreatForm
from tests.build import clock_time
from tests.ui.today.stage import Stage, click, press


def test_another_stretch_is_typed_in_place(stage: Stage) -> None:
    click(stage.page.quick.others["stretch"])
    form = stage.page.quick.forms["stretch"]
    assert isinstance(form, StretchForm)
    click(form.save)
    assert form.problem.text() == "How many minutes was it?"
    form.minutes.set_value(7)
    form.group.setText("hamstrings")

    press(form.group, Qt.Key.Key_Return)

    (done,) = stage.life.diary.of_kind(Stretch)
    assert (done.seconds, done.group, done.routine) == (420, "hamstrings", "")
    assert done.at.clock == clock_time("2026-07-01 09:05")  # it ended now, at 09:12
    assert form.isHidden()
    assert form.group.text() == ""


def test_another_activity_has_kind_length_and_effort(stage: Stage) -> None:
    click(stage.page.quick.others["walk"])
    form = stage.page.quick.forms["walk"]
    assert isinstance(form, WalkForm)
    form.other.setText("rowing")
    form.minutes.set_value(25)
    form.intensity.set_value(Intensity.VIGOROUS)
    form.when.kind.set_value(True)
    form.when.time.set_value(clock_time("2026-07-01 08:00"))
    click(form.save)

    (done,) = stage.life.diary.of_kind(Activity)
    assert (done.kind, done.minutes, done.intensity) == ("rowing", 25, Intensity.VIGOROUS)
    assert done.at.clock == clock_time("2026-07-01 08:00")


def test_an_activity_of_no_kind_or_no_length_is_refused(stage: Stage) -> None:
    click(stage.page.quick.others["walk"])
    form = stage.page.quick.forms["walk"]
    assert isinstance(form, WalkForm)
    form.kinds.choose([])
    click(form.save)
    assert form.problem.text() == "Which activity was it?"
    form.kinds.choose(["walk"])
    form.minutes.set_value(0)
    click(form.save)
    assert form.problem.text() == "An activity lies between 1 and 1440 minutes."
    assert stage.life.diary.of_kind(Activity) == ()


def treat_form(stage: Stage) -> TreatForm:
    click(stage.page.quick.others["treat"])
    form = stage.page.quick.forms["treat"]
    assert isinstance(form, TreatForm)
    return form


def test_of_a_name_that_is_not_known_no_medicine_is_assumed(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Diclofenac")
    click(form.save)
    click(stage.page.quick.others["treat"])
    QTest.keyClicks(form.name, "Muscle rub")
    click(form.save)

    kinds = {each.name: each.kind for each in stage.life.diary.treatments}
    assert kinds == {"Diclofenac": TreatmentKind.NSAID, "Muscle rub": TreatmentKind.OTHER}


def test_a_new_treatment_goes_into_the_catalogue_with_its_kind(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Diclofenac")
    assert form.kind.isVisible()
    form.prescribed.setChecked(True)
    QTest.keyClicks(form.amount, "50")
    click(form.save)

    (known,) = stage.life.diary.treatments
    (use,) = stage.life.diary.uses
    assert (known.name, known.kind, known.prescribed) == ("Diclofenac", TreatmentKind.NSAID, True)
    assert (known.usual_dose_mg, use.treatment_id) == (50.0, known.id)
    assert (use.dose_mg, use.prescribed) == (50.0, True)
    assert form.isHidden()


def test_a_new_prescribed_treatment_and_its_dose_are_taken_back_in_one_step(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Diclofenac")
    form.prescribed.setChecked(True)
    click(form.save)
    assert stage.told == ["LogUse"]

    stage.life.journal.undo()

    assert not stage.life.diary.by_id


def test_a_known_treatment_fills_in_its_usual_dose(stage: Stage) -> None:
    click(stage.page.quick.buttons["treat"][0])
    form = treat_form(stage)
    click(form.known.widgets[0])
    assert form.amount.text() == "400"
    assert not form.kind.isVisible()
    click(form.save)

    assert [each.dose_mg for each in stage.life.diary.uses] == [400.0, 400.0]
    assert len(stage.life.diary.treatments) == 1


def test_an_amount_in_words_is_asked_about_and_then_kept(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Tramadol")
    QTest.keyClicks(form.amount, "lots")
    press(form.amount, Qt.Key.Key_Return)
    assert list(stage.life.diary.uses) == []
    assert form.problem.text().startswith("“lots” is not a number.")

    press(form.amount, Qt.Key.Key_Return)

    (use,) = stage.life.diary.uses
    assert (use.dose_mg, use.dose_text) == (None, "lots")


@pytest.mark.parametrize(
    ("name", "amount", "sentence"),
    [
        ("Ibuprofen", "-3", "An amount is a number above 0."),
        ("", "400", "Which treatment was it?"),
        ("Ibuprofen", "2000000", "A dose is a number of mg above 0."),
    ],
)
def test_a_dose_that_cannot_be_is_refused_and_stays_typed(
    stage: Stage, name: str, amount: str, sentence: str
) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, name)
    QTest.keyClicks(form.amount, amount)

    click(form.save)

    assert form.problem.text() == sentence
    assert (form.name.text(), form.amount.text()) == (name, amount)
    assert stage.life.diary.uses == ()


def test_a_painkiller_of_another_kind_is_asked_about_before_it_is_saved(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Paracetamol")
    form.kind.setCurrentIndex(form.kind.findData(TreatmentKind.PHYSIOTHERAPY))
    QTest.keyClicks(form.amount, "500")

    click(form.save)

    assert form.problem.text() == (
        "Paracetamol is not of that kind, so its packet limit would not be watched. "
        "Choose “paracetamol” as its kind, or change the name."
    )
    assert form.kind.hasFocus()
    assert stage.life.diary.uses == ()
    form.kind.setCurrentIndex(form.kind.findData(TreatmentKind.PARACETAMOL))
    click(form.save)
    (saved,) = stage.life.diary.of_kind(TreatmentUse)
    assert saved.kind is TreatmentKind.PARACETAMOL


def test_a_refused_time_of_a_new_treatment_saves_nothing_and_keeps_it_typed(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Tramadol")
    form.prescribed.setChecked(True)
    form.when.kind.set_value(True)
    form.when.time.set_value(clock_time("2026-07-01 23:00"))
    click(form.save)
    assert form.problem.text().startswith("23:00 has not come yet.")
    assert (form.name.text(), form.prescribed.isChecked()) == ("Tramadol", True)
    assert list(stage.life.diary.treatments) == []

    form.when.time.set_value(clock_time("2026-07-01 09:00"))
    click(form.save)

    assert [each.prescribed for each in stage.life.diary.treatments] == [True]
    assert len(stage.life.diary.uses) == 1


def test_a_dose_during_a_spasm_is_for_it_unless_it_is_said_to_be_apart(stage: Stage) -> None:
    stage.do(LogEpisode())
    for apart in (False, True):
        form = treat_form(stage)
        assert form.taken_for.isVisible()
        QTest.keyClicks(form.name, "Heat")
        form.spasm.set_value(apart)
        click(form.save)

    spasm = stage.life.diary.episodes[0]
    assert sorted(str(each.episode_id) for each in stage.life.diary.uses) == sorted(
        [spasm.id, "None"]
    )


def test_opening_one_form_folds_the_other_and_keeps_what_is_typed(stage: Stage) -> None:
    form = treat_form(stage)
    QTest.keyClicks(form.name, "Tram")
    click(stage.page.quick.others["walk"])
    assert form.isHidden()
    click(stage.page.quick.others["walk"])
    assert stage.page.quick.forms["walk"].isHidden()

    click(stage.page.quick.others["treat"])

    assert form.name.text() == "Tram"


def test_an_amount_that_is_typed_stays_when_a_treatment_is_chosen(stage: Stage) -> None:
    click(stage.page.quick.buttons["treat"][0])
    click(stage.page.quick.buttons["treat"][1])
    form = treat_form(stage)
    chips = {each.accessibleName(): each for each in form.known.widgets}
    click(chips["Treatment: Ibuprofen"])
    assert form.amount.text() == "400"
    click(chips["Treatment: Heat"])
    assert (form.amount.text(), form.unit.currentData()) == ("", "min")
    QTest.keyClicks(form.amount, "25")

    click(chips["Treatment: Ibuprofen"])

    assert form.amount.text() == "25"
    click(chips["Treatment: Ibuprofen"])
    assert form.known.value() is None


def test_minutes_over_the_limit_are_refused_and_not_saved_as_fewer(stage: Stage) -> None:
    click(stage.page.quick.others["stretch"])
    form = stage.page.quick.forms["stretch"]
    assert isinstance(form, StretchForm)
    box = form.minutes.focusProxy()
    assert box is not None
    QTest.keyClicks(box, "99999")
    click(form.save)

    assert stage.life.diary.of_kind(Stretch) == ()
    assert form.problem.text() == "At most 1,440. Type it again."


@pytest.mark.parametrize(("row", "line"), [("stretch", "minutes"), ("treat", "name")])
def test_what_stands_in_a_form_that_is_opened_again_is_typed_over(
    stage: Stage, row: str, line: str
) -> None:
    click(stage.page.quick.others[row])
    form = stage.page.quick.forms[row]
    first = getattr(form, line)
    QTest.keyClicks(first.focusProxy() or first, "7")
    click(stage.page.quick.others[row])
    click(stage.page.quick.others[row])

    assert getattr(first.focusProxy() or first, "lineEdit", lambda: first)().selectedText() == "7"
