"""What is said of spasms that come back: the list, the rest by its gates, and comparisons."""

from __future__ import annotations

import textstat  # type: ignore[import-untyped]  # it has no types of its own

from spasmlog.analysis.clocks import Clock, Clocks, Kind, Outside, Source, Stop
from spasmlog.analysis.coming_back import Pair, Verdict, back
from spasmlog.analysis.outcome import Interval, Status
from spasmlog.analysis.proportions import Estimate
from spasmlog.charts.words_back import (
    back_words,
    by_themselves_words,
    caveat_words,
    more_returns_words,
    order_words,
    outside_words,
)
from spasmlog.charts.words_pair import pair_words
from tests.build import day

NEVER = ((Kind.SPASM, Outside.NEVER_SETTLED), (Kind.COURSE, Outside.NO_END))


def clock(days: int, stop: Stop = Stop.RETURN, days_ago: int = 100) -> Clock:
    source = Source(kind=Kind.SPASM, day=day(days_ago), treatments=("heat",), place=None)
    return Clock(source=source, origin=day(days_ago), days=days, stop=stop)


def came(*days: int) -> list[Clock]:
    return [clock(each) for each in days]


def holds(*days: int) -> list[Clock]:
    return [clock(each, Stop.TODAY) for each in days]


def courses(*clocks: Clock) -> tuple[str, ...]:
    return back_words(back(clocks), Kind.COURSE, "physiotherapy")


def spasms(*clocks: Clock) -> tuple[str, ...]:
    return back_words(back(clocks), Kind.SPASM, "heat")


def pair(verdict: Verdict | None, apart: Estimate | None = None) -> tuple[str, ...]:
    found = Pair(
        kind=Kind.SPASM,
        treatments=(("heat",), ("ice",)),
        status=Status.SHOWN,
        lacks=(),
        difference=apart,
        verdict=verdict,
    )
    return pair_words(found, ("heat", "ice"))


def test_the_list_stands_first_as_in_the_specification() -> None:
    said = courses(*came(6, 9, 5), *holds(12))

    assert said[0] == (
        "After finishing physiotherapy courses, spasms came back after 6, 9 and 5 days; "
        "the latest course is holding at 12 days."
    )
    assert said[1:] == (
        "4 so far; a curve starts at 3, a middle value at 5.",
        "Physiotherapy: counted from 23 Mar 2026.",
    )


def test_from_five_on_it_says_by_when_half_were_back() -> None:
    assert "Half were back by day 9 (the data fit 5 to no upper limit)." in courses(
        *came(6, 9, 5), *holds(12, 12)
    )
    assert "Half were back by day 10 (the data fit 5 to 15)." in spasms(*came(*range(1, 21)))
    assert "Half were back by day 5." in spasms(*came(5, 5, 5, 5, 5))
    assert "Fewer than half are known to have come back." in spasms(*came(5), *holds(9, 9, 9, 9))


def test_one_and_none_have_their_own_words() -> None:
    assert spasms(*came(1))[0] == ("After spasms treated with heat, a spasm came back after 1 day.")
    assert spasms(*came(7))[0].endswith("a spasm came back after 7 days.")
    assert courses(*holds(12))[0] == (
        "After finishing physiotherapy courses, no spasm has come back; the latest course is "
        "holding at 12 days."
    )
    assert spasms() == ()


def test_where_not_all_were_followed_a_return_is_not_known_rather_than_not_there() -> None:
    head = "After spasms treated with heat, no return is known"

    assert spasms(clock(1, Stop.UNKNOWN))[0] == f"{head}."
    assert spasms(clock(9, Stop.GAP), *holds(12))[0] == f"{head}; 1 still holding at 12 days."
    assert spasms(clock(90, Stop.LIMIT))[0].endswith("no spasm has come back.")


def test_the_order_of_a_list_is_said_once_where_there_is_one() -> None:
    assert order_words([back(came(5)), back(came(3, 9))]) == ("Each list has the oldest first.",)
    assert order_words([back(holds(3, 9))]) == ("Each list has the oldest first.",)
    assert order_words([back(came(5)), back([*came(3), *holds(9)])]) == ()


def test_returns_that_only_the_signals_count_are_counted() -> None:
    assert more_returns_words(0) == ()
    assert more_returns_words(1) == (
        "The signals count 1 return more, as they look on where a line has to stop.",
    )


def test_more_than_one_holding_or_an_earlier_one_is_counted() -> None:
    assert courses(*holds(12, 30))[0].endswith("; 2 still holding at 12 and 30 days.")
    assert courses(*holds(12), *came(5))[0].endswith("; 1 still holding at 12 days.")
    assert spasms(*holds(12))[0].endswith("; 1 still holding at 12 days.")


def test_of_many_the_latest_are_listed() -> None:
    assert spasms(*came(*range(1, 12)))[0] == (
        "After spasms treated with heat, spasms came back 11 times, the latest after 6, 7, 8, 9, "
        "10 and 11 days."
    )


def test_what_nobody_could_follow_on_is_said_by_what_came_between() -> None:
    said = spasms(
        clock(90, Stop.LIMIT),
        clock(20, Stop.COURSE),
        clock(8, Stop.GAP),
        clock(9, Stop.GAP),
        clock(4, Stop.UNKNOWN),
    )

    assert said[1:5] == (
        "1 is counted until a spasm whose strength is not known.",
        "1 is counted until another course began.",
        "2 are counted until a long gap without entries.",
        "1 had not come back after 90 days.",
    )


def test_from_eight_on_the_shares_still_free_are_said() -> None:
    said = spasms(*came(3, 5, 6, 8, 9), *holds(10, 12, 20))

    assert "Still free of a spasm after 7 days: 62 % (the data fit 23 to 86 %)." in said
    assert "Still free of a spasm after 14 days: 0 %." in spasms(*came(*range(3, 11)))


def test_the_dates_that_the_clocks_began_on_are_said() -> None:
    said = spasms(clock(5, days_ago=100), clock(5, days_ago=10))

    assert said[-1] == "Heat: counted from 23 Mar 2026 to 21 Jun 2026."


def test_what_has_no_clock_is_said_with_its_reason() -> None:
    def without(n: int) -> tuple[str, ...]:
        found = [
            (Source(kind=kind, day=day(9), treatments=("heat",), place=None), why)
            for why in Outside
            for kind in Kind
            for _ in range(n)
            if (kind, why)
            not in ((Kind.SPASM, Outside.NEVER_SETTLED), (Kind.COURSE, Outside.NO_END))
        ]
        return outside_words(Clocks(clocks=(), outside=tuple(found)))

    assert without(1) == (
        "1 course is still running.",
        "1 treated spasm is still running.",
        "1 course ended while a spasm was running: never settled.",
        "1 treated spasm has no known end.",
        "1 course has no day after it that could be counted.",
        "1 treated spasm has no day after it that could be counted.",
    )
    assert without(2)[0] == "2 courses are still running."
    assert without(0) == ()


def test_two_treatments_below_the_gate_say_what_it_takes() -> None:
    assert pair(None) == (
        "Not compared yet: heat beside ice. It takes 8 counts and 5 returns of each.",
    )
    alone = Pair(kind=Kind.SPASM, treatments=(("heat",),), status=Status.NOT_YET, lacks=())
    assert pair_words(alone, ("heat",)) == ()


def test_each_verdict_is_said_of_the_one_after_which_more_were_back() -> None:
    apart = Estimate(0.5, Interval(0.1, 0.75))
    other_way = Estimate(-0.5, Interval(-0.75, -0.1))

    assert pair(Verdict.DIFFERENT, apart) == (
        "By day 30, 50 points more were back after heat than after ice (the data fit 10 to 75 "
        "points more).",
    )
    assert pair(Verdict.DIFFERENT, other_way) == (
        "By day 30, 50 points more were back after ice than after heat (the data fit 10 to 75 "
        "points more).",
    )
    assert pair(Verdict.DIFFERENT, Estimate(-1.0)) == (
        "By day 30, 100 points more were back after ice than after heat.",
    )
    assert pair(Verdict.SIMILAR, Estimate(0.0, Interval(-0.12, 0.15))) == (
        "By day 30, about as many were back after heat as after ice. They are less than 20 points "
        "apart: the data fit 12 points fewer to 15 more.",
    )


def test_no_verdict_still_says_what_the_data_fit() -> None:
    assert pair(Verdict.NO_VERDICT, Estimate(0.2, Interval(-0.1, 0.5))) == (
        "No verdict. By day 30, back after heat beside ice: the data fit 10 points fewer to 50 "
        "more.",
    )
    assert pair(Verdict.NO_VERDICT, Estimate(0.2)) == ("No verdict on heat beside ice.",)
    assert pair(Verdict.NO_VERDICT) == ("No verdict on heat beside ice.",)


def test_the_caveat_says_that_the_signal_counts_otherwise_and_that_no_cause_is_shown() -> None:
    said = caveat_words()

    assert any("count otherwise" in each for each in said)
    assert by_themselves_words() == (
        "Spasms come back by themselves too, so this does not show what a treatment did."
    )


def test_the_sentences_are_easy_to_read() -> None:
    told = (
        *spasms(*came(3, 5, 6, 8, 9), *holds(10, 12, 20), clock(90, Stop.LIMIT)),
        *back_words(back(came(3, 5)), Kind.COURSE, "heat"),
        *caveat_words(),
        *more_returns_words(2),
        by_themselves_words(),
        *pair(None),
        *pair(Verdict.DIFFERENT, Estimate(0.5, Interval(0.1, 0.75))),
        *pair(Verdict.SIMILAR, Estimate(0.0, Interval(-0.12, 0.15))),
    )

    for said in told:
        assert textstat.flesch_kincaid_grade(said) <= 9 or len(said.split()) < 10, said
