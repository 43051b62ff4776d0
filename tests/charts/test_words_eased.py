"""What is said of treatments within a spasm: every standing, by diaries small enough to count."""

from __future__ import annotations

import pytest
import textstat  # type: ignore[import-untyped]  # it has no types of its own

from spasmlog.analysis.easing import Within, easing
from spasmlog.analysis.outcome import Interval
from spasmlog.analysis.proportions import Estimate
from spasmlog.analysis.survival import Survival, kaplan_meier
from spasmlog.analysis.treatments import Tried, treatments
from spasmlog.charts.words_eased import (
    about,
    beside_words,
    eased_words,
    median_words,
    names_of,
    nap_words,
    points_range,
    unfollowed_words,
)
from spasmlog.charts.words_left_out import left_out_words
from spasmlog.domain.records import Treatment
from spasmlog.domain.scales import TreatmentKind
from tests.analysis.treated_life import HEAT, Told, bouts_of, spasm
from tests.build import TODAY, diary, treatment

CANNOT = "Spasms often ease by themselves, so this does not show that heat was the reason."


def ones(
    n: int, start: int, to: int, clock: str, *, before: int = 6, used: Treatment | None = HEAT
) -> list[Told]:
    """So many spasms, two days apart, that were `to` at this time and at 14:00."""
    treated = (("10:00", used),) if used else ()
    last = ("14:00", to)
    return [
        spasm(start + 2 * at, ("09:55", before), (clock, to), last, used=treated) for at in range(n)
    ]


def one(*told: Told) -> Tried:
    (found,) = treatments(bouts_of(*told), TODAY)
    return found


def heat(*told: Told) -> tuple[str, ...]:
    return eased_words(one(*told), "heat")


def within(eased: int, known: int, n: int, share: Estimate | None) -> Within:
    return Within(eased=eased, known=known, n=n, estimate=share)


def curve(*clocks: tuple[float, bool]) -> Survival:
    found = kaplan_meier([time for time, _event in clocks], [event for _time, event in clocks])
    assert found is not None
    return found


def test_the_whole_of_it_is_said_in_the_order_of_the_specification() -> None:
    said = heat(
        *ones(4, 10, 2, "10:40", before=7),
        *ones(1, 30, 2, "11:00", before=5),
        *ones(3, 40, 6, "11:00", before=6),
        *ones(3, 100, 2, "11:00", used=None),
        *ones(4, 120, 6, "11:00", used=None),
    )

    assert said == (
        "In the 8 times you used heat for a spasm of 5 to 7, 5 had eased within 2 hours "
        "(62 %; the data fit 31 to 86 %), half by 40 minutes.",
        "In 7 similar spasms left alone, 3 had.",
        "Too few to tell them apart.",
        CANNOT,
    )


def test_before_the_gate_it_says_how_many_there_are_and_what_it_takes() -> None:
    three = (
        "Heat: 3 uses logged with a reading afterwards; a summary starts at 5.",
        "1 use has no after-reading.",
    )

    assert heat(*ones(3, 10, 2, "11:00"), spasm(90, ("09:55", 6), used=(("10:00", HEAT),))) == three
    assert heat(*ones(1, 10, 2, "11:00")) == (
        "Heat: 1 use logged with a reading afterwards; a summary starts at 5.",
    )
    assert heat(spasm(90, used=(("10:00", HEAT),))) == (
        "Heat: 0 uses logged with a reading afterwards; a summary starts at 5.",
        "1 use has no reading before.",
    )


def test_why_uses_are_left_out_is_said_for_each_reason() -> None:
    used = (("10:00", HEAT),)
    told = [
        *(spasm(at, used=used) for at in (10, 12)),
        *(spasm(at, ("09:55", 2), ("11:00", 0), used=used) for at in (20, 22)),
        *(spasm(at, ("09:55", 6), used=used, hours=0.95) for at in (30, 32)),
        *(spasm(at, ("09:55", 6), used=used) for at in (40, 42)),
    ]

    assert left_out_words(one(*told)) == (
        "2 uses have no reading before.",
        "2 uses were for pain under 3, too low to tell.",
        "2 uses came after the spasm had let go.",
        "2 uses have no after-reading.",
    )
    assert left_out_words(one(told[2])) == ("1 use was for pain under 3, too low to tell.",)
    assert left_out_words(one(told[4])) == ("1 use came after the spasm had let go.",)


def test_with_one_strength_and_nothing_to_compare_with() -> None:
    said = heat(*ones(5, 10, 6, "11:00"))

    assert said == (
        "In the 5 times you used heat for a spasm of 6, 0 had eased within 2 hours "
        "(0 %; the data fit 0 to 43 %).",
        "No similar spasm was left alone, so nothing is compared.",
        CANNOT,
    )


def test_what_a_comparison_lacks_is_said_once() -> None:
    few = ones(2, 100, 6, "11:00", used=None)
    enough = ones(5, 100, 6, "15:00", used=None)

    assert beside_words(one(*ones(5, 10, 6, "11:00"), *few)) == (
        "2 similar spasms were left alone; a comparison starts at 5.",
    )
    assert beside_words(
        one(*ones(4, 10, 6, "11:00"), *ones(1, 30, 9, "11:00", before=9), *enough)
    ) == ("4 of these spasms are like one left alone; a comparison starts at 5.",)


def test_the_share_has_its_limits_where_it_is_read_from_the_curve() -> None:
    short = spasm(60, ("09:55", 6), ("10:30", 6), used=(("10:00", HEAT),))
    said = heat(*ones(3, 10, 2, "11:00"), *ones(2, 30, 6, "11:00"), short)

    assert said[0] == (
        "In the 6 times you used heat for a spasm of 6, about 60 % had eased within 2 hours "
        "(the data fit 25 to 95 %), half by 60 minutes."
    )
    assert said[1] == "1 of them was not followed for 2 hours."


def test_where_nobody_was_followed_two_hours_nothing_is_said_of_them() -> None:
    short = [
        spasm(60 + at, ("09:55", 6), ("10:30", 6), used=(("10:00", HEAT),))
        for at in range(0, 10, 2)
    ]

    assert heat(*short)[0] == (
        "In the 5 times you used heat for a spasm of 6, too little is logged to say how many had "
        "eased within 2 hours."
    )


def test_treated_ones_without_a_match_are_told_apart() -> None:
    unmatched = spasm(90, ("14:55", 6), ("16:00", 6), ("19:00", 6), used=(("15:00", HEAT),))
    said = beside_words(
        one(*ones(5, 10, 2, "11:00"), unmatched, *ones(5, 100, 6, "11:00", used=None))
    )

    assert said[0] == "5 of these spasms are like one left alone; 5 had."
    assert said[1] == "In 5 similar spasms left alone, 0 had."


@pytest.mark.parametrize(
    ("treated", "alone", "said"),
    [
        ((20, 0), (10, 10), "Treated ones eased more often: the data fit 24 to 70 points more."),
        ((10, 10), (20, 0), "Treated ones eased less often: the data fit 24 to 70 points fewer."),
        (
            (60, 20),
            (60, 20),
            "No meaningful difference, less than 20 points either way: the data fit 13 points "
            "fewer to 13 more.",
        ),
        ((5, 3), (3, 4), "Too few to tell them apart."),
    ],
)
def test_each_verdict_has_its_words(
    treated: tuple[int, int], alone: tuple[int, int], said: str
) -> None:
    found = one(
        *ones(treated[0], 10, 2, "11:00"),
        *ones(treated[1], 200, 6, "11:00"),
        *ones(alone[0], 400, 2, "11:00", used=None),
        *ones(alone[1], 700, 6, "11:00", used=None),
    )

    assert said in beside_words(found)


def test_left_alone_but_not_followed_is_said_so() -> None:
    short = [spasm(30 + 2 * at, ("09:55", 6), ("10:35", 6)) for at in range(5)]
    assert beside_words(one(*ones(5, 10, 2, "11:00"), *short))[0] == (
        "In 5 similar spasms left alone, it is not known how many had."
    )

    longer = ones(5, 60, 2, "11:00", used=None)
    assert beside_words(one(*ones(5, 10, 2, "11:00"), *longer, short[0]))[0] == (
        "In 6 similar spasms left alone, about 100 % had."
    )


def test_sides_with_unlike_numbers_by_two_hours_are_not_compared() -> None:
    few = [*ones(34, 100, 2, "13:00", used=None), *ones(3, 200, 6, "11:00", used=None)]
    found = one(*ones(10, 10, 2, "11:00"), *few)
    turned = one(*ones(5, 10, 2, "13:00"), *ones(5, 100, 6, "11:00", used=None))

    assert beside_words(found) == (
        "34 of 37 similar spasms left alone have no number within 2 hours, so they are not "
        "compared.",
    )
    assert (found.beside.p, found.beside.nap, found.beside.verdict) == (None, None, None)
    assert beside_words(turned) == (
        "5 of 5 treated spasms have no number within 2 hours, so they are not compared.",
    )


def test_a_difference_of_shares_is_said_in_points_with_its_direction() -> None:
    assert points_range(Interval(0.05, 0.3)) == "5 to 30 points more"
    assert points_range(Interval(-0.3, -0.05)) == "5 to 30 points fewer"
    assert points_range(Interval(-0.12, 0.15)) == "12 points fewer to 15 more"


def test_without_pairings_nothing_is_said_of_them() -> None:
    assert nap_words(Estimate(0.74, Interval(0.42, 0.91))) == (
        "A treated spasm eased more than an untreated one in 7 of 10 pairings (data fit 4 to 9).",
    )
    assert nap_words(None) == ()
    assert nap_words(Estimate(0.7)) == ()


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (0, "1 minute"),
        (4, "4 minutes"),
        (49, "49 minutes"),
        (99.6, "100 minutes"),
        (119.9, "119 minutes"),
        (120, "2 hours"),
        (120.1, "2 h 1 min"),
        (130, "2 h 10 min"),
        (180, "3 hours"),
    ],
)
def test_a_time_is_said_to_the_minute_and_never_rounded_to_two_hours(
    minutes: float, said: str
) -> None:
    assert about(minutes) == said


def test_the_middle_time_has_its_limits_open_or_not() -> None:
    bounded = curve(*((float(at), True) for at in range(10, 110, 5)))
    open_ended = curve((20, True), (40, True), (60, True), (90, False), (90, False))
    all_at_once = curve(*[(30.0, True)] * 5)
    never = curve(*[(30.0, False)] * 5)

    assert median_words(bounded).startswith("Half had eased by 55 minutes (the data fit 30")
    assert median_words(open_ended) == (
        "Half had eased by 60 minutes (the data fit 20 minutes to no upper limit)."
    )
    assert median_words(all_at_once) == "Half had eased by 30 minutes."
    assert median_words(never) == "Fewer than half were seen to ease."


def test_all_followed_leaves_nothing_to_say_of_the_rest() -> None:
    assert unfollowed_words(within(2, 5, 5, None)) == ()


def test_a_combination_is_named_by_its_parts() -> None:
    tens = treatment("TENS", kind=TreatmentKind.TENS)
    known = diary(HEAT, tens)

    assert names_of((HEAT.id,), known) == "heat"
    assert names_of((HEAT.id, tens.id), known) == "TENS and heat"
    assert names_of(("gone",), known) == "something else"


def test_a_name_with_brackets_is_said_as_it_was_typed() -> None:
    assert eased_words(one(*ones(5, 10, 6, "11:00")), "{heat}")[-1].endswith(
        "that {heat} was the reason."
    )


def test_the_sentences_are_easy_to_read() -> None:
    """But for the first, which is one of numbers and stands so in the specification."""
    told = one(*ones(5, 10, 2, "10:40"), *ones(5, 100, 6, "11:00", used=None))

    for said in eased_words(told, "heat")[1:]:
        assert textstat.flesch_kincaid_grade(said) <= 9, said


def test_too_few_have_no_share() -> None:
    assert easing([]).within is None
