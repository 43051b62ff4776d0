"""What the emergency page says: with a journal, without one, in every country."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta

import pytest

from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignAnswer, TreatmentKind
from spasmlog.views.emergency import emergency_view, locale_country, with_ticks
from tests.build import answer, diary, moment, profile, treatment, use

NOW = moment(clock="10:00")


def test_the_country_is_named_and_can_be_changed() -> None:
    view = emergency_view("IE", "")

    assert view.number.set_for == "Set for Ireland"
    assert view.number.said == "Or 999"
    assert view.number.can_change
    assert ("IE", "Ireland") in view.countries


def test_a_number_of_ones_own_comes_before_the_countrys() -> None:
    number = emergency_view("DE", " 0123 456 ").number

    assert number.number == "0123 456"
    assert number.said == "Germany: 112"
    assert not number.can_change


def test_a_number_of_ones_own_needs_no_country(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    assert emergency_view("", "5").number.said == ""


@pytest.mark.parametrize(
    ("environ", "country"),
    [
        ({"LANG": "en_IE.UTF-8"}, "IE"),
        ({"LC_ALL": "C", "LANG": "de_CH@euro"}, "CH"),
        ({"LC_TIME": "nb-NO"}, "NO"),
        ({"LANG": "eo"}, ""),
        ({"LANG": "en_ZZ"}, ""),
        ({"LC_ALL": "POSIX"}, ""),
        ({}, ""),
    ],
)
def test_without_a_setting_the_locale_names_the_country(
    environ: dict[str, str], country: str
) -> None:
    assert locale_country(environ) == country


def test_without_a_journal_there_are_signs_steps_and_words_but_no_medicines() -> None:
    view = emergency_view("IE", "")

    assert [each.sign for each in view.signs] == list(EMERGENCY_SIGNS)
    assert view.ticked == ()
    assert "If one of these is true" in view.lead
    assert view.say.startswith("I have back or neck pain.")
    assert view.medicines is None
    assert len(view.steps) == 4
    assert "along" in view.steps[2][1]


def test_with_a_journal_the_third_step_says_where_the_medicines_stand() -> None:
    view = emergency_view("IE", "", diary(), NOW)
    ticked = with_ticks(view, (Sign.SADDLE_NUMBNESS,))

    where = "What you entered stands below the words to say."
    assert [each.steps[2][1] for each in (view, ticked)] == [where, where]


def test_the_words_to_say_are_built_from_the_answers_that_stand() -> None:
    first = answer(0, Sign.SADDLE_NUMBNESS)
    second = answer(0, Sign.BLADDER_CHANGE)

    view = emergency_view("IE", "", diary(first, second), NOW)

    assert view.ticked == (Sign.SADDLE_NUMBNESS, Sign.BLADDER_CHANGE)
    assert view.newest == second.id
    assert "I am newly numb between my legs." in view.say
    assert view.when == "Ticked at 09:00, Wednesday 1 July"
    assert view.lead.startswith("You ticked something that needs help within the hour.")


def test_an_old_yes_is_told_but_is_no_tick() -> None:
    lived = diary(answer(15, Sign.BOTH_LEGS), answer(2, Sign.BOWEL_CHANGE, SignAnswer.UNSURE))

    view = emergency_view("IE", "", lived, NOW)
    said = {each.sign: each.said for each in view.signs}

    assert view.ticked == ()
    assert said[Sign.BOTH_LEGS] == "You answered yes on 16 Jun 2026."
    assert said[Sign.BOWEL_CHANGE] == "You answered 'not sure' on 29 Jun 2026."


def test_a_yes_of_fourteen_days_ago_is_still_a_tick() -> None:
    view = emergency_view("IE", "", diary(answer(14, Sign.BOTH_LEGS)), NOW)

    assert view.ticked == (Sign.BOTH_LEGS,)


def test_what_is_ticked_on_the_page_counts_before_it_is_saved() -> None:
    view = with_ticks(emergency_view("IE", ""), {Sign.BOTH_LEGS})

    assert view.ticked == (Sign.BOTH_LEGS,)
    assert view.newest == ""
    assert "both legs" in view.say


def test_medicines_and_allergies_stand_as_they_were_entered() -> None:
    taken = treatment()
    patch = treatment("Patch", kind=TreatmentKind.OTHER_MEDICINE, usual_dose_mg=None)
    regular = treatment("Amlodipine", regular=True, usual_dose_mg=5.0)
    plain = treatment("Vitamins", regular=True, usual_dose_mg=None)
    old = treatment("Old", regular=True, archived=True)
    heat = treatment("Heat", kind=TreatmentKind.HEAT)
    lived = diary(
        *(taken, patch, regular, plain, old, heat),
        use(0, "08:40", of=taken),
        use(0, "07:00", of=taken),
        use(1, "22:00", of=patch, dose_mg=None, dose_text="one"),
        use(0, "08:50", of=heat),
        use(0, "08:00"),
        profile(allergies="penicillin"),
    )

    view = emergency_view("IE", "", lived, NOW)

    assert view.medicines == (
        "Ibuprofen 400 mg, last at 08:40 today",
        "Patch one, last at 22:00",
        "Amlodipine 5 mg, regular",
        "Vitamins, regular",
    )
    assert view.allergies == "Allergies: penicillin"


def test_nothing_entered_is_not_the_same_as_none() -> None:
    view = emergency_view("IE", "", diary(), NOW)

    assert view.medicines == ("No medicines entered",)
    assert view.allergies == "No allergies entered"


def test_of_many_medicines_it_is_said_how_many_more_there_are() -> None:
    many = [treatment(f"Medicine {n}", regular=True) for n in range(9)]

    medicines = emergency_view("IE", "", diary(*many), NOW).medicines

    assert medicines is not None
    assert len(medicines) == 7
    assert medicines[-1] == "and 3 more in the journal"


def test_a_dose_of_yesterday_evening_is_not_said_to_be_of_today() -> None:
    taken = treatment()
    at = moment(clock="01:00")
    lived = diary(taken, use(of=taken, at=at, day=at.clock.date() - timedelta(days=1)))

    medicines = emergency_view("IE", "", lived, moment(clock="23:00")).medicines

    assert medicines == ("Ibuprofen 400 mg, last at 01:00 today",)


def test_nothing_heavy_is_imported_with_the_page_or_for_a_page_without_a_journal() -> None:
    heavy = "{'sqlalchemy', 'babel', 'matplotlib', 'typst'}"
    code = (
        "import sys, spasmlog.ui.emergency_page, spasmlog.views.emergency as emergency\n"
        "early = {'spasmlog.rules', 'spasmlog.domain.diary'} & set(sys.modules)\n"
        "emergency.emergency_view('', '')\n"
        f"print(sorted(early), sorted({heavy} & set(sys.modules)))"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[] []"


def test_what_is_not_sure_is_said_after_what_is_so() -> None:
    lived = diary(
        answer(0, Sign.BOTH_LEGS),
        answer(0, Sign.BLADDER_CHANGE, SignAnswer.UNSURE),
        answer(0, Sign.BOWEL_CHANGE, SignAnswer.UNSURE),
    )
    view = emergency_view("IE", "", lived, NOW)
    after = "I newly have pain, tingling, numbness or weakness in both legs. I am not sure about: "

    assert view.say.endswith(
        after
        + "hard to start peeing, not feeling it, or leaking; leaking stool, or not feeling it."
    )
    assert "I am not sure about: leaking stool" in with_ticks(view, (Sign.BLADDER_CHANGE,)).say
    only = emergency_view("IE", "", diary(answer(0, Sign.BOTH_LEGS, SignAnswer.UNSURE)), NOW)
    assert only.say.endswith(
        "I am not sure about: pain, tingling, numbness or weakness in both legs."
    )
