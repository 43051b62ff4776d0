"""What can be done with several chosen entries: counted, left out and said before, then asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record
from spasmlog.domain.scales import Intensity, Region, Side, Sign
from spasmlog.journal import commands as c
from spasmlog.settings import Settings
from spasmlog.views.about import About
from spasmlog.views.forms import Entered, Form, entered
from spasmlog.views.several import DAY, TIME, Several, several_of
from spasmlog.views.several_change import AS_IT_IS
from tests import build

IBUPROFEN = build.treatment(id="ibu")
HEAT = build.treatment("Heat pack", id="heat")
OLD_ONE = build.treatment("Old one", id="old", archived=True)
SPASM = build.episode(0, "11:05", hours=4, id="spasm")
DOSE = build.use(0, "11:20", id="dose", of=IBUPROFEN)
READING = build.reading(0, "09:30", id="reading", pain=2)
CHECK_IN = build.check_in(0, id="check-in")
ANSWER = build.answer(0, Sign.FEVER, id="answer")
WALK = build.activity(0, id="walk")
COURSE = build.course(5, id="course", treatment_id="ibu")
CATALOGUE = (IBUPROFEN, HEAT, OLD_ONE)


def about(*records: Record) -> About:
    diary: Diary = build.diary(*CATALOGUE, *records)
    return About(diary=diary, day=build.TODAY, now=build.moment(0, "18:40"), settings=Settings())


def chosen(*records: Record) -> Several:
    return several_of([each.id for each in records], about(*records))


def filled(form: Form | None, **raws: object) -> Entered:
    assert form is not None
    return entered(form, form.raws | raws)


def test_what_is_chosen_is_counted_by_its_kinds() -> None:
    found = chosen(SPASM, READING, build.reading(1, pain=3), ANSWER)

    assert found.title == "4 entries chosen"
    assert found.kinds == "1 spasm, 2 pain readings, 1 safety answer"


def test_kinds_that_are_rare_are_counted_together() -> None:
    found = several_of(["ibu", "heat", "gone"], about())

    assert (found.title, found.kinds) == ("2 entries chosen", "2 other entries")


def test_what_belongs_to_its_day_is_left_out_of_a_move_and_named_before() -> None:
    found = chosen(READING, ANSWER)

    assert found.move is not None
    assert found.move.ids == ("reading",)
    assert found.move.note == "This leaves out: 1 safety answer."
    assert found.move.button == "Move 1 entry"


def test_what_is_linked_to_a_spasm_is_said_to_go_along() -> None:
    found = chosen(SPASM, ANSWER)

    assert found.move is not None
    assert found.move.note == (
        "To another day, what is linked to a spasm or a dose goes along. "
        "This leaves out: 1 safety answer."
    )


def test_what_has_no_clock_time_cannot_be_moved_by_one() -> None:
    found = chosen(READING, CHECK_IN)

    assert found.shift is not None
    assert found.shift.ids == ("reading",)
    assert found.part("move", TIME) is found.shift
    only = chosen(CHECK_IN)
    assert only.shift is None
    assert only.move is not None
    assert only.move.form is not None
    assert dict(only.move.form.fields[0].options).keys() == {DAY}


def test_a_move_to_a_day_and_one_by_a_time_are_asked() -> None:
    found = chosen(READING, DOSE)
    assert found.move is not None

    to_day = found.command("move", filled(found.move.form, to_day="28 Jun 2026"))
    earlier = found.command("move", filled(found.move.form, how=TIME, by="1 h"))
    later = found.command("move", filled(found.move.form, how=TIME, by="1 h", sooner=1))

    both = ("reading", "dose")
    assert to_day == c.Move(record_ids=both, to_day=build.day(3))
    assert earlier == c.Move(record_ids=both, by=timedelta(hours=-1))
    assert later == c.Move(record_ids=both, by=timedelta(hours=1))


def test_the_day_before_is_offered_for_what_is_on_the_day_that_is_shown() -> None:
    here, elsewhere = chosen(READING), chosen(build.reading(9, pain=3))

    assert here.move is not None
    assert elsewhere.move is not None
    assert here.move.form is not None
    assert elsewhere.move.form is not None
    assert here.move.form.raws["to_day"] == "30 Jun 2026"
    assert elsewhere.move.form.raws["to_day"] == "1 Jul 2026"


def test_one_and_several_are_duplicated_to_a_day() -> None:
    one, two = chosen(READING), chosen(READING, WALK)
    assert one.copy is not None
    assert two.copy is not None

    assert one.command("copy", filled(one.copy.form)) == c.Duplicate(
        record_id="reading", to_day=build.TODAY
    )
    assert two.command("copy", filled(two.copy.form)) == c.DuplicateMany(
        record_ids=("reading", "walk"), to_day=build.TODAY
    )


def test_one_and_several_are_deleted() -> None:
    nothing = Entered(values={}, changed=frozenset())

    assert chosen(READING).command("delete", nothing) == c.Delete(record_id="reading")
    assert chosen(READING, WALK).command("delete", nothing) == c.DeleteMany(
        record_ids=("reading", "walk")
    )
    assert several_of(["ibu"], about()).command("delete", nothing) is None


def test_fields_that_all_have_are_asked_as_they_are_and_others_with_their_number() -> None:
    found = chosen(SPASM, DOSE)
    assert found.change is not None
    assert found.change.form is not None
    labels = [each.label for each in found.change.form.fields]

    assert labels == [
        "Place (1 of 2)",
        "Side (1 of 2)",
        "Pain reaches (1 of 2)",
        "What set it off: add (1 of 2)",
        "What set it off: take away (1 of 2)",
        "Treatment (1 of 2)",
        "Minutes (1 of 2)",
        "Note, to stand below what is there",
    ]


def test_treatments_of_the_list_are_offered_but_not_those_put_away() -> None:
    found = chosen(DOSE)
    assert found.change is not None
    assert found.change.form is not None
    (field,) = [each for each in found.change.form.fields if each.name == "treatment_id"]

    assert field.options == ((AS_IT_IS, "As it is"), ("ibu", "Ibuprofen"), ("heat", "Heat pack"))


def test_a_change_is_asked_once_for_what_has_the_same_fields() -> None:
    found = chosen(SPASM, COURSE, WALK)
    assert found.change is not None
    form = found.change.form

    assert found.command("change", filled(form, region=None)) == c.EditMany(
        record_ids=("spasm", "course"), fields=(("region", None),)
    )
    assert found.command("change", filled(form, intensity=Intensity.LIGHT)) == c.EditMany(
        record_ids=("walk",), fields=(("intensity", Intensity.LIGHT),)
    )


def test_a_change_of_different_fields_is_one_step() -> None:
    found = chosen(SPASM, COURSE, READING)
    assert found.change is not None

    command = found.command(
        "change",
        filled(
            found.change.form,
            region=Region.NECK,
            side=Side.LEFT,
            add=frozenset({"stress"}),
            remove=frozenset({"heavy_load"}),
            note="as told",
        ),
    )

    assert command == c.EditTogether(
        edits=(
            c.EditMany(
                record_ids=("spasm",),
                fields=(("region", Region.NECK), ("side", Side.LEFT)),
                add=frozenset({"stress"}),
                remove=frozenset({"heavy_load"}),
                note="as told",
            ),
            c.EditMany(record_ids=("course",), fields=(("region", Region.NECK),)),
            c.EditMany(record_ids=("reading",), note="as told"),
        )
    )


def test_a_change_of_nothing_is_no_command() -> None:
    found = chosen(SPASM)
    assert found.change is not None

    assert found.command("change", filled(found.change.form)) is None


def test_where_nothing_can_be_changed_no_form_is_offered() -> None:
    found = chosen(ANSWER)

    assert found.change is None
    assert found.part("change") is None
    assert found.command("change", Entered(values={}, changed=frozenset())) is None


def test_a_move_to_where_everything_is_already_is_no_command() -> None:
    found = chosen(READING, SPASM)
    assert found.move is not None
    form = found.move.form

    assert found.command("move", filled(form, to_day="1 Jul 2026")) is None
    assert found.command("move", filled(form, how=TIME, by="0 min")) is None
    assert found.command("move", filled(form, to_day="30 Jun 2026")) is not None


def test_a_change_that_would_alter_nothing_is_no_command() -> None:
    left = replace(SPASM, id="left", side=Side.LEFT, exposures=frozenset({"stress"}))
    asked = replace(CHECK_IN, exposures=(("heavy_load", False), ("stress", True)))
    found = chosen(left, asked)
    assert found.change is not None

    def change(**values: Any) -> c.Command | None:
        assert found.change is not None
        return found.command("change", filled(found.change.form, **values))

    assert change(side=Side.LEFT, add=frozenset({"stress"}), remove=frozenset({"sitting"})) is None
    assert change(add=frozenset({"heavy_load"})) is not None
    assert change(remove=frozenset({"heavy_load"})) == c.EditMany(
        record_ids=("left", "check-in"), remove=frozenset({"heavy_load"})
    )
