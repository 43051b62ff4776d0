"""Every field of every kind of record can be changed, and only what was changed is saved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from hypothesis import given, settings

from spasmlog.domain.diary import Diary
from spasmlog.domain.moment import DAY_START, Moment
from spasmlog.domain.records import (
    Activity,
    CheckIn,
    Course,
    Drink,
    Episode,
    Factor,
    Profile,
    Reading,
    Record,
    Score,
    Stretch,
    Treatment,
    TreatmentUse,
    Visit,
)
from spasmlog.domain.scales import (
    Effect,
    Intensity,
    Lag,
    Limited,
    Movement,
    Nrs,
    OnsetExact,
    ReadingWord,
    Region,
    Side,
    Sign,
    Spread,
    TreatmentKind,
)
from spasmlog.errors import InvalidEntry
from spasmlog.journal import commands as c
from spasmlog.journal.journal import Journal
from spasmlog.settings import Settings
from spasmlog.store.database import Database
from spasmlog.views.about import About
from spasmlog.views.editing import form_of, new_form, offers
from spasmlog.views.fields import ASKED, Input
from spasmlog.views.filled import command_of
from spasmlog.views.forms import Form, entered, is_there, tidied
from tests import build
from tests.charts.scored_scenes import peg, roland_morris
from tests.strategies import journals

NOW = build.moment(0, "18:40")


def about(diary: Diary, day: date = build.TODAY) -> About:
    return About(diary=diary, day=day, now=NOW, settings=Settings())


def opened(record: Record, *others: Record) -> Form:
    form = form_of(record, about(build.diary(record, *others)))
    assert form is not None
    return form


def blank(key: str, *records: Record, day: date = build.TODAY) -> Form:
    form = new_form(key, about(build.diary(*records), day))
    assert form is not None
    return form


def filled(form: Form, **raws: Any) -> c.Command | None:
    read = entered(form, form.raws | raws)
    assert read.wrong == ()
    return command_of(form, read)


def wrong(form: Form, **raws: Any) -> dict[str, str]:
    return dict(entered(form, form.raws | raws).wrong)


@pytest.fixture
def journal() -> Iterator[Journal]:
    database, numbers = Database.in_memory(), count(1)
    yield Journal(database, lambda: NOW, lambda: f"id-{next(numbers):04d}", lambda: DAY_START)
    database.close()


TREATMENT = build.treatment(id="ibu")
HEAT = build.treatment("Heat wrap", id="heat", kind=TreatmentKind.HEAT, usual_dose_mg=None)
OWN = Factor(
    id="own", recorded_at=build.moment(9), name="gardening", lag=Lag.SAME_DAY, created=build.day(9)
)
SPASM = build.episode(1, "11:05", hours=4, id="spasm", peak=Nrs(7))
SCORE = Score(
    id="score",
    recorded_at=build.moment(1),
    day=build.day(1),
    instrument="peg",
    answers=(("activity", 3), ("enjoyment", 4), ("pain", 5)),
)
KEPT: dict[type[Record], Record] = {
    Episode: SPASM,
    Reading: build.reading(1, id="reading"),
    Drink: build.drink(1, id="drink"),
    Activity: build.activity(1, id="activity"),
    Stretch: build.stretch(1, id="stretch"),
    CheckIn: build.check_in(1, id="check-in"),
    TreatmentUse: build.use(1, id="use", of=TREATMENT),
    Course: build.course(5, id="course", treatment_id="ibu"),
    Visit: build.visit(1, id="visit"),
    Score: SCORE,
    Treatment: TREATMENT,
}


def clock(days_ago: int, at: str) -> datetime:
    return build.moment(days_ago, at).clock


def typed(days_ago: int, at: str) -> tuple[str, str]:
    return f"{build.day(days_ago):%d %b %Y}", at


EDITS: list[tuple[type[Record], dict[str, Any], dict[str, Any]]] = [
    (Episode, {"peak": 8}, {"peak": Nrs(8)}),
    (Episode, {"peak": None}, {"peak": None}),
    (Episode, {"onset": typed(2, "7:5")}, {"onset": clock(2, "07:05"), "day": build.day(2)}),
    (Episode, {"onset_exact": OnsetExact.DAY}, {"onset_exact": OnsetExact.DAY}),
    (Episode, {"resolved": typed(1, "16")}, {"resolved": clock(1, "16:00")}),
    (Episode, {"ended": "running"}, {"resolved": None, "end_unknown": False}),
    (Episode, {"ended": "unknown"}, {"resolved": None, "end_unknown": True}),
    (Episode, {"region": Region.NECK, "side": Side.LEFT}, {"region": "neck", "side": "left"}),
    (Episode, {"region": None, "spread": Spread.CALF}, {"region": None, "spread": "calf"}),
    (Episode, {"exposures": frozenset({"stress", "own"})}, {"exposures": {"stress", "own"}}),
    (
        Episode,
        {"movements": ((Movement.SIT, Effect.WORSE), (Movement.BEND, Effect.BETTER))},
        {"movements": ((Movement.BEND, Effect.BETTER), (Movement.SIT, Effect.WORSE))},
    ),
    (Episode, {"areas": (("back-calf-left", Nrs(2)),)}, {"areas": (("back-calf-left", Nrs(2)),)}),
    (Episode, {"flare": True, "note": "x\n" * 5000}, {"flare": True, "note": "x\n" * 5000}),
    (Reading, {"pain": 9}, {"pain": Nrs(9)}),
    (Reading, {"pain": None, "word": ReadingWord.NO_SPASM}, {"word": "no_spasm"}),
    (Reading, {"at": typed(1, "2300"), "note": "late"}, {"at": clock(1, "23:00")}),
    (Reading, {"episode_id": "spasm"}, {"episode_id": "spasm"}),
    (Drink, {"volume_ml": 330.0}, {"volume_ml": 330}),
    (Drink, {"at": typed(1, "2:30")}, {"at": clock(1, "02:30"), "day": build.day(2)}),
    (Activity, {"kind": "rowing", "minutes": 45.0}, {"kind": "rowing", "minutes": 45}),
    (Activity, {"intensity": Intensity.LIGHT, "at": typed(1, "8")}, {"intensity": "light"}),
    (Stretch, {"seconds": "1:30", "routine": "cat"}, {"seconds": 90, "routine": "cat"}),
    (Stretch, {"group": "hips"}, {"group": "hips"}),
    (CheckIn, {"day": "28 Jun"}, {"day": date(2026, 6, 28)}),
    (CheckIn, {"worst": 6, "average": 2}, {"worst": Nrs(6), "average": Nrs(2)}),
    (CheckIn, {"limited": Limited.A_LOT, "slept_badly": True}, {"limited": "a_lot"}),
    (CheckIn, {"sleep_h": 7.5, "sitting_h": 6.0}, {"sleep_h": 7.5, "sitting_h": 6.0}),
    (CheckIn, {"fluids_ml": 1500.0, "moderate_min": 20.0}, {"fluids_ml": 1500}),
    (CheckIn, {"vigorous_min": 5.0, "stretch_s": "10 min"}, {"stretch_s": 600}),
    (
        CheckIn,
        {"exposures": (("heavy_load", False), ("stress", True), ("own", None))},
        {"exposures": (("heavy_load", False), ("stress", True))},
    ),
    (TreatmentUse, {"dose_mg": "0.25"}, {"dose_mg": 0.25}),
    (TreatmentUse, {"dose_mg": ""}, {"dose_mg": None}),
    (TreatmentUse, {"dose_text": "half", "minutes": 20.0}, {"dose_text": "half", "minutes": 20}),
    (
        TreatmentUse,
        {"at": typed(1, "11:20"), "side_effect": "heartburn"},
        {"side_effect": "heartburn"},
    ),
    (TreatmentUse, {"episode_id": "spasm", "note": "after food"}, {"episode_id": "spasm"}),
    (TreatmentUse, {"treatment_id": "heat"}, {"treatment_id": "heat", "kind": "heat"}),
    (Course, {"region": Region.LEG, "plan": "six weeks"}, {"region": "leg", "plan": "six weeks"}),
    (Course, {"first_day": "1 Jun", "last_day": "30 Aug"}, {"last_day": date(2026, 8, 30)}),
    (Course, {"treatment_id": "heat"}, {"treatment_id": "heat"}),
    (
        Visit,
        {"who": "Physio", "questions": "Why?\n\nHow long?"},
        {"questions": ("Why?", "How long?")},
    ),
    (
        Visit,
        {"said": "Walk", "plan": "Wait", "follow_up": "1 Sep"},
        {"follow_up": date(2026, 9, 1)},
    ),
    (Score, {"item:pain": 7.0}, {"answers": (("activity", 3), ("enjoyment", 4), ("pain", 7))}),
    (Treatment, {"name": "Ibuprofen 400", "usual_dose_mg": "600"}, {"usual_dose_mg": 600.0}),
    (
        Treatment,
        {"name": "Diclofenac", "kind": TreatmentKind.NSAID, "prescribed": True},
        {"kind": "nsaid"},
    ),
    (Treatment, {"regular": True, "archived": True}, {"regular": True, "archived": True}),
]


@pytest.mark.parametrize(("kind", "raws", "expected"), EDITS)
def test_every_field_can_be_changed(
    journal: Journal, kind: type[Record], raws: dict[str, Any], expected: dict[str, Any]
) -> None:
    others = {r.id: r for r in (TREATMENT, HEAT, OWN, SPASM, KEPT[kind])}
    journal.fill(others.values())
    form = form_of(KEPT[kind], about(journal.diary))
    assert form is not None

    command = filled(form, **raws)
    assert isinstance(command, c.Edit)
    journal.do(command)

    changed = journal.diary.by_id[KEPT[kind].id]
    for name, value in expected.items():
        found = getattr(changed, name)
        assert (found.clock if isinstance(found, Moment) else found) == value


def test_what_can_be_edited_covers_every_field_of_the_day(journal: Journal) -> None:
    """Links, ids and what is worked out are left."""
    worked_out = {"id", "recorded_at", "resolved_day", "use_id", "copied", "instrument"}
    for kind, record in KEPT.items():
        form = opened(record, TREATMENT, SPASM)
        asked = {each.name.partition(":")[0] for each in form.asked}
        asked |= {"end_unknown"} if kind is Episode else set()
        asked |= {"answers"} if kind is Score else set()
        derived = {"day"} if hasattr(record, "at") or kind is Episode else set()
        derived |= {"kind", "prescribed"} if kind is TreatmentUse else set()
        fields = {name for name in record.__dataclass_fields__ if name not in worked_out | derived}
        assert fields <= asked, kind


@settings(max_examples=30)
@given(records=journals(most=8))
def test_a_form_left_as_it_stands_changes_nothing(records: tuple[Record, ...]) -> None:
    diary = Diary.of(build.TODAY, records)
    for record in records:
        form = form_of(record, about(diary))
        if form is None:
            assert isinstance(record, Profile)
            continue
        read = entered(form, form.raws)
        assert (read.wrong, read.changed) == ((), frozenset())
        assert command_of(form, read) is None


@settings(max_examples=30)
@given(records=journals(most=8))
def test_what_a_field_shows_is_tidy_already(records: tuple[Record, ...]) -> None:
    diary = Diary.of(build.TODAY, records)
    forms = [form for each in records if (form := form_of(each, about(diary)))]
    for form in forms:
        for field in form.asked:
            if field.input not in (Input.AMOUNT, Input.LENGTH):
                assert tidied(field, field.raw, form) == field.raw


def test_the_text_typed_is_tidied_without_changing_what_it_means() -> None:
    form = opened(KEPT[TreatmentUse], TREATMENT)
    fields = {each.name: each for each in form.fields}

    assert tidied(fields["at"], ("29 jun", "7:5"), form) == ("29 Jun 2026", "07:05")
    assert tidied(fields["at"], ("", "0705"), form) == ("", "07:05")
    assert tidied(fields["dose_mg"], "1200", form) == "1,200"
    assert tidied(fields["dose_mg"], "0.000125", form) == "0.000125"
    assert tidied(fields["dose_text"], " as it is ", form) == " as it is "
    with pytest.raises(InvalidEntry):
        tidied(fields["at"], ("soon", ""), form)


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_else_is_lost() -> None:
    form = opened(SPASM)
    raws = form.raws | {"onset": ("29 Jun", "late"), "note": "kept"}

    read = entered(form, raws)

    assert dict(read.wrong).keys() == {"onset"}
    assert read.values["note"] == "kept"


def test_an_end_that_is_wanted_has_to_be_typed() -> None:
    form = opened(build.running(0, "09:00"))

    assert filled(form, ended="let_go") == c.Edit(
        record_id=form.key, fields=(("end_unknown", False), ("resolved", clock(0, "18:40")))
    )
    assert wrong(form, ended="let_go", resolved=("1 Jul", "")) == {
        "resolved": "A time is needed here."
    }
    assert wrong(form, ended="let_go", resolved=("", "10:00")) == {
        "resolved": "A date is needed here."
    }
    assert filled(form, ended="let_go", resolved=("1 Jul", "10")) == c.Edit(
        record_id=form.key,
        fields=(("end_unknown", False), ("resolved", clock(0, "10:00"))),
    )


def test_a_field_that_is_not_shown_is_not_read() -> None:
    form = opened(SPASM)
    resolved = next(each for each in form.fields if each.name == "resolved")
    raws = form.raws | {"ended": "unknown", "resolved": ("nonsense", "")}

    assert not is_there(resolved, raws)
    assert entered(form, raws).wrong == ()


def test_only_the_day_known_needs_no_time() -> None:
    form = blank("new:spasm", day=build.day(3))

    command = filled(
        form, onset=("28 Jun", ""), onset_exact=OnsetExact.DAY, ended="unknown", peak=5
    )

    assert isinstance(command, c.LogEpisode)
    assert command.onset == clock(3, "12:00")


def test_an_earlier_day_begins_with_no_time_and_today_with_now() -> None:
    assert blank("new:drink").raws["at"] == ("1 Jul 2026", "18:40")
    assert blank("new:drink", day=build.day(3)).raws["at"] == ("28 Jun 2026", "")
    assert wrong(blank("new:drink", day=build.day(3))) == {"at": "A time is needed here."}


ADDED: list[tuple[str, dict[str, Any], c.Command]] = [
    (
        "new:spasm",
        {"peak": 7, "onset": typed(1, "9"), "resolved": typed(1, "10"), "region": Region.NECK},
        c.LogEpisode(
            peak=Nrs(7),
            onset=clock(1, "09:00"),
            resolved=clock(1, "10:00"),
            region=Region.NECK,
        ),
    ),
    (
        "new:reading",
        {"pain": 4, "at": typed(1, "8")},
        c.LogReading(pain=Nrs(4), at=clock(1, "08:00")),
    ),
    ("new:drink", {"at": typed(1, "8")}, c.LogDrink(volume_ml=250, at=clock(1, "08:00"))),
    (
        "new:activity",
        {"at": typed(1, "8")},
        c.LogActivity(kind="walk", minutes=20, intensity=Intensity.MODERATE, at=clock(1, "08:00")),
    ),
    (
        "new:stretch",
        {"at": typed(1, "8"), "seconds": "2"},
        c.LogStretch(seconds=120, at=clock(1, "08:00")),
    ),
    (
        "new:use",
        {"at": typed(1, "8"), "treatment_id": "ibu", "dose_mg": "400"},
        c.LogUse(dose=c.Dose(treatment_id="ibu", dose_mg=400.0, at=clock(1, "08:00")), apart=True),
    ),
    (
        "new:use",
        {"at": typed(1, "8"), "treatment_id": "", "name": "TENS", "kind": TreatmentKind.TENS},
        c.LogUse(
            dose=c.Dose(name="TENS", kind=TreatmentKind.TENS, at=clock(1, "08:00")), apart=True
        ),
    ),
    (
        "new:check_in",
        {"worst": 3, "limited": Limited.NO},
        c.SaveCheckIn(day=build.day(1), answers=(("limited", Limited.NO), ("worst", Nrs(3)))),
    ),
    (
        "new:course",
        {"treatment_id": "ibu", "plan": "six weeks"},
        c.StartCourse(treatment_id="ibu", first_day=build.day(1), plan="six weeks"),
    ),
    (
        "new:course",
        {"treatment_id": "", "name": " Physio ", "kind": TreatmentKind.PHYSIOTHERAPY},
        c.AddTreatment(name="Physio", kind=TreatmentKind.PHYSIOTHERAPY),
    ),
    (
        "new:visit",
        {"who": "GP", "questions": "Why?"},
        c.LogVisit(day=build.day(1), who="GP", questions=("Why?",)),
    ),
    (
        "new:score",
        {"item:pain": 6.0, "item:enjoyment": 0.0, "item:activity": 10.0},
        c.LogScore(
            day=build.day(1),
            instrument="peg",
            answers=(("activity", 10), ("enjoyment", 0), ("pain", 6)),
        ),
    ),
]


@pytest.mark.parametrize(("key", "raws", "command"), ADDED)
def test_a_new_entry_becomes_its_command(
    journal: Journal, key: str, raws: dict[str, Any], command: c.Command
) -> None:
    journal.fill((TREATMENT,))
    form = new_form(key, about(journal.diary, build.day(1)))
    assert form is not None

    assert filled(form, **raws) == command
    assert journal.do(command).changes


def test_another_treatment_is_asked_for_only_where_it_is_not_in_the_list() -> None:
    form = blank("new:use", TREATMENT, KEPT[TreatmentUse])
    name = next(each for each in form.fields if each.name == "name")

    assert form.raws["treatment_id"] == "ibu"
    assert not is_there(name, form.raws)
    assert is_there(name, form.raws | {"treatment_id": ""})
    assert blank("new:use").raws["treatment_id"] == ""
    assert blank("new:course", TREATMENT, KEPT[TreatmentUse]).raws["treatment_id"] is None


def test_a_treatment_has_to_be_chosen_where_none_can_be_presumed() -> None:
    form = blank("new:course", TREATMENT)

    assert wrong(form) == {"treatment_id": "Choose one of these."}


def test_an_archived_treatment_is_offered_only_where_it_was_used() -> None:
    archived = replace(TREATMENT, archived=True)
    taken = opened(KEPT[TreatmentUse], archived, HEAT)
    fresh = blank("new:use", archived, HEAT)

    def offered(form: Form) -> set[Any]:
        field = next(each for each in form.fields if each.name == "treatment_id")
        return {value for value, _words in field.options}

    assert offered(taken) == {"ibu", "heat"}
    assert offered(fresh) == {"heat", ""}


def test_a_dose_whose_list_entry_is_gone_still_shows_what_it_was() -> None:
    field = opened(build.use(1)).fields[0]

    assert field.options == (("a-treatment", "Ibuprofen"),)


def test_a_relief_check_names_the_dose_and_the_spasm_that_it_belongs_to() -> None:
    dose = KEPT[TreatmentUse]
    form = opened(build.reading(1, use_id="use", episode_id="spasm"), dose, TREATMENT, SPASM)
    fields = {each.name: each for each in form.fields}

    assert fields["use_id"].options == (("use", "Ibuprofen 400 mg, 09:30"),)
    assert fields["episode_id"].options[1] == ("spasm", "30 Jun 11:05, lower back")


def test_a_spasm_lists_what_it_was_treated_with_and_asks_for_its_places() -> None:
    spasm = replace(SPASM, areas=(("back-lower-left", Nrs(7)), ("back-thigh-left", Nrs(3))))
    form = opened(spasm, build.use(1, id="use", of=TREATMENT, spasm=spasm), TREATMENT)
    fields = {each.name: each for each in form.fields}

    assert fields["uses"].options == (("use", "Ibuprofen 400 mg, 09:30"),)
    assert (fields["areas"].input, fields["areas"].raw) == (Input.BODY, spasm.areas)


@pytest.mark.parametrize(
    ("areas", "blank"), [((), "Not stated"), ((("back-lower-left", Nrs(7)),), "As marked")]
)
def test_a_place_and_a_side_that_are_not_stated_follow_from_the_map(
    areas: tuple[tuple[str, Nrs], ...], blank: str
) -> None:
    form = opened(replace(SPASM, region=None, side=None, areas=areas))
    fields = {each.name: each for each in form.fields}

    for name in ("region", "side"):
        assert (fields[name].value, fields[name].options[0]) == (None, (None, blank))
    assert fields["spread"].options[0] == (None, "Not stated")


@pytest.mark.parametrize(
    ("typed", "told"),
    [(None, (("r", "6 at 10:00"),)), (5, (("r", "6 at 10:00"),)), (6, None), (9, None)],
)
def test_a_spasm_says_which_reading_counts_instead_of_what_is_typed(
    typed: int | None, told: tuple[tuple[str, str], ...] | None
) -> None:
    spasm = replace(SPASM, peak=None if typed is None else Nrs(typed))
    readings = (
        build.reading(1, "10:00", 6, id="r", episode_id=spasm.id),
        build.reading(1, "10:30", 2, episode_id=spasm.id),
        build.reading(1, "10:40", None, word=ReadingWord.SOME, episode_id=spasm.id),
    )
    fields = {each.name: each for each in opened(spasm, *readings).fields}

    assert (fields["strongest"].options if "strongest" in fields else None) == told


def test_spasms_of_the_days_before_may_be_linked_and_one_linked_from_afar_stays() -> None:
    old = build.episode(40, id="old")
    form = opened(build.reading(1, episode_id="old"), SPASM, old, build.episode(20, id="other"))
    field = next(each for each in form.fields if each.name == "episode_id")

    assert [value for value, _words in field.options] == [None, "spasm", "old"]


def test_a_safety_answer_is_only_read_and_can_be_taken_back_as_a_mistake() -> None:
    form = opened(build.answer(1, Sign.FEVER))

    assert form.fixed
    assert form.asked == ()
    assert form.delete_label == "Answered by mistake"


def test_an_exposure_that_is_no_longer_offered_stays_where_it_was_ticked() -> None:
    retired = replace(OWN, retired=build.day(1))
    present = opened(build.episode(1, exposures=frozenset({"own"})), retired)
    absent = opened(build.episode(1), retired)

    def offered(form: Form) -> list[Any]:
        field = next(each for each in form.fields if each.name == "exposures")
        return [value for value, _words in field.options]

    assert "own" in offered(present)
    assert "own" not in offered(absent)


def test_a_day_offers_what_can_be_added_and_opens_a_check_in_that_is_there() -> None:
    there = build.check_in(0, id="there")

    keys = [each.key for each in offers(build.diary(there), build.TODAY)]

    assert "there" in keys
    assert "new:check_in" not in keys
    assert len(keys) == 10


def test_a_day_has_one_peg_which_is_opened_where_it_is_there() -> None:
    kept = build.diary(peg(1, 4, 4, 4), roland_morris(0, 3))

    assert "peg-1-20:00" in [each.key for each in offers(kept, build.day(1))]
    assert "new:score" not in [each.key for each in offers(kept, build.day(1))]
    assert "new:score" in [each.key for each in offers(kept, build.TODAY)]


def test_a_part_of_a_peg_is_refused_at_its_field() -> None:
    form = blank("new:score")

    assert wrong(form, **{"item:pain": 6.0, "item:enjoyment": 2.0}) == {
        "item:activity": "A number is needed here."
    }
    assert [each.label for each in form.fields] == [
        "Day",
        "Pain on average",
        "Enjoyment of life",
        "General activity",
    ]


def test_the_statements_of_roland_morris_are_ticks_that_can_be_changed(journal: Journal) -> None:
    kept = roland_morris(1, 2)
    journal.fill((kept,))
    form = form_of(kept, about(journal.diary))
    assert form is not None
    assert [each.raw for each in form.fields[1:]] == [True, True, *[False] * 22]
    assert form.fields[1].label == "I stay at home most of the time because of my back."

    command = filled(form, **{"item:s24": True})
    assert command is not None
    journal.do(command)

    changed = journal.diary.get(Score, kept.id)
    assert changed is not None
    assert [item for item, ticked in changed.answers if ticked] == ["s01", "s02", "s24"]


def test_a_questionnaire_that_is_not_known_here_shows_its_items_as_they_are() -> None:
    form = opened(replace(SCORE, instrument="other", answers=(("sleep", 40),)))

    assert [(each.label, each.high) for each in form.fields[1:]] == [("Sleep", 40)]


def test_only_a_visit_can_be_added_to_a_day_that_has_not_come() -> None:
    ahead = build.TODAY + timedelta(days=3)

    assert [each.key for each in offers(build.diary(), ahead)] == ["new:visit"]


def test_a_key_that_means_nothing_opens_nothing() -> None:
    assert new_form("new:nonsense", about(build.diary())) is None
    assert new_form("new:answer", about(build.diary())) is None


def test_every_asked_field_has_words_and_a_name_of_its_own() -> None:
    for record in KEPT.values():
        form = opened(record, TREATMENT, SPASM)
        assert all(each.label for each in form.fields)
        assert len({each.name for each in form.fields}) == len(form.fields)
        assert all(each.input in ASKED for each in form.asked)
