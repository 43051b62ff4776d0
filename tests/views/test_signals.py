"""The Signals page worked out: order, receipts, facts, notes, and what could not be told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from spasmlog.domain.diary import Diary
from spasmlog.domain.records import Record, SignalNote
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignalAnswer, SignAnswer
from spasmlog.rules import RULES, assess
from spasmlog.rules.base import (
    Assessment,
    Evidence,
    Finding,
    Lack,
    Level,
    Outcome,
    Rule,
    Verdict,
)
from spasmlog.views.signals import Signal, SignalsView, signals_view
from tests.build import TODAY, answer, check_in, day, diary, episode, moment, use
from tests.views.lives import (
    all_asked,
    assessed,
    came_back_once,
    comes_back,
    eight,
    ends_not_known,
    few_rules,
    not_settled,
    too_few,
)


def view_of(lived: Diary, rule: str | None = None) -> SignalsView:
    return signals_view(lived, assessed(lived), rule)


def note(days_ago: int, rule: str, what: SignalAnswer) -> SignalNote:
    at = moment(days_ago)
    return SignalNote(
        id=f"n{days_ago}{what}", recorded_at=at, rule=rule, day=day(days_ago), what=what
    )


def with_more(lived: Diary, *more: Record) -> Diary:
    return diary(*lived.by_id.values(), *more)


def only(view: SignalsView) -> Signal:
    (signal,) = view.signals
    return signal


def test_a_signal_says_what_it_found_and_what_that_does_not_mean() -> None:
    signal = only(view_of(comes_back()))

    assert (signal.rule, signal.level, signal.when) == ("R10", "routine", "ordinary appointment")
    assert signal.title == "Lower back: back after treatment, 2 times in 90 days"
    assert signal.message.startswith("Spasms have come back 2 times after treatment")
    assert signal.meaning.startswith("A match says that your entries fit a pattern")
    assert signal.considers.endswith("The journal cannot say which.")
    assert signal.basis == "Keeps coming back: 3 days counted, 87 missing. This is not a diagnosis."


def test_the_receipt_opens_its_days_and_draws_the_days_between() -> None:
    receipt = only(view_of(comes_back())).receipt

    assert receipt.headings == ("Treated spasm ended", "Treated with", "Next spasm", "Days between")
    ended, treated, back, between = receipt.rows[0]
    assert (ended.text, ended.day) == ("21 Jun", day(10))
    assert (treated.text, treated.day, treated.share) == ("Ibuprofen", None, None)
    assert (back.text, back.day) == ("1 Jul", TODAY)
    assert (between.text, between.share, between.strong) == ("10", 1.0, True)


def test_the_four_facts_name_the_rule_its_numbers_its_days_and_its_end() -> None:
    facts = {each.heading: each.lines for each in only(view_of(comes_back())).facts}

    assert facts["The rule"][0].startswith("2 or more returns inside 90 days")
    numbers = facts["Where the numbers come from"]
    assert "Our own choice: days looked at 90 days; returns in them, at least 2." in numbers
    assert any(line.startswith("Ostelo 2008, published: relief") for line in numbers)
    assert any(line.startswith("Stanton 2011, adapted: ") for line in numbers)
    (behind,) = facts["Days behind it"]
    assert behind == "3 of 90 days logged. 3 of them typed the same day. Longest gap 9 days."
    (off,) = facts["What would switch it off"]
    assert off == "Fewer than 2 returns inside 90 days. Not before 19 Sept 2026."


def test_the_first_signal_is_open_and_the_others_wait() -> None:
    view = view_of(diary(*not_settled().by_id.values(), *comes_back().by_id.values()))

    assert [each.rule for each in view.signals] == ["R10", "R05"]
    assert view.open == "R10"
    assert [each.rule for each in view.info] == ["R09"]


def test_the_signal_asked_for_is_open_wherever_it_stands() -> None:
    lived = diary(*not_settled().by_id.values(), *comes_back().by_id.values())

    assert view_of(lived, "R05").open == "R05"
    view = view_of(lived, "R09")
    assert view.open == "R09"
    assert [each.rule for each in view.signals] == ["R10", "R05", "R09"]
    assert view.info == ()


def test_a_rule_that_does_not_fire_cannot_be_opened() -> None:
    assert view_of(comes_back(), "R06").open == "R10"


def test_information_alone_stands_in_the_main_column() -> None:
    view = view_of(came_back_once())

    assert only(view).rule == "R09"
    assert only(view).when == "nothing to arrange"
    assert view.info == ()


def test_shown_to_a_doctor_folds_the_card_and_says_when() -> None:
    lived = with_more(comes_back(), note(3, "R10", SignalAnswer.SHOWN_TO_DOCTOR))

    signal = view_of(lived).signals[0]
    assert (signal.note, signal.folded) == ("Shown to a doctor on 28 Jun.", True)
    assert view_of(lived).open == ""


def test_put_off_holds_for_a_week() -> None:
    def put_off(days_ago: int) -> Signal:
        lived = with_more(comes_back(), note(days_ago, "R10", SignalAnswer.LATER))
        return view_of(lived).signals[0]

    assert (put_off(6).note, put_off(6).folded) == ("Put off until 2 Jul.", True)
    assert (put_off(7).note, put_off(7).folded) == ("", False)


def test_what_was_shown_before_all_of_these_days_does_not_fold_the_card() -> None:
    lived = with_more(comes_back(), note(11, "R10", SignalAnswer.SHOWN_TO_DOCTOR))

    signal = view_of(lived).signals[0]
    assert signal.note == "Shown to a doctor on 20 Jun, before most of these days."
    assert not signal.folded
    assert view_of(lived).open == "R10"


@pytest.mark.parametrize(
    ("rule", "days", "still", "no_longer"),
    [("R05", 60, 30, 31), ("R06", 120, 60, 61), ("R07", 400, 91, 92)],
)
def test_what_was_shown_counts_until_most_days_behind_it_are_later(
    rule: str, days: int, still: int, no_longer: int
) -> None:
    def after(days_ago: int) -> Signal:
        told = note(days_ago, rule, SignalAnswer.SHOWN_TO_DOCTOR)
        lived = diary(*(check_in(ago) for ago in range(days)), told)
        (signal,) = signals_view(lived, assess(lived, [r for r in RULES if r.id == rule])).signals
        return signal

    assert after(still).folded
    assert not after(no_longer).folded
    assert after(no_longer).note.endswith(", before most of these days.")


def test_what_begins_to_fire_again_comes_back_however_it_was_put_away() -> None:
    for what in (SignalAnswer.LATER, SignalAnswer.SHOWN_TO_DOCTOR):
        lived = with_more(comes_back(), note(3, "R10", what))
        view = signals_view(lived, assessed(lived), fired_before={})

        assert not view.signals[0].folded
        assert "it began again or grew since" in view.signals[0].note
        assert view.open == "R10"
        still = signals_view(lived, assessed(lived), fired_before={"R10": Level.ROUTINE})
        assert still.signals[0].folded
        assert "R10" not in still.seen


def test_what_was_put_away_today_stays_away_for_the_day() -> None:
    lived = with_more(comes_back(), note(0, "R10", SignalAnswer.LATER))

    view = signals_view(lived, assessed(lived), fired_before={})
    assert view.signals[0].folded


def test_much_that_is_lacking_is_shortened_and_says_by_how_much() -> None:
    lacks = tuple(Lack("an end time for the spasm of {day}", day(ago)) for ago in range(20))
    verdict = Verdict(
        outcome=Outcome.INSUFFICIENT,
        first=day(30),
        last=TODAY,
        days_counted=1,
        days_missing=29,
        lacking=lacks,
    )
    rule = few_rules()[0]
    (lacking,) = signals_view(
        diary(check_in(40)), Assessment(TODAY, (Finding(rule, verdict),))
    ).lacking

    assert lacking.missing.endswith("; and 15 more.")
    assert len(lacking.days) == 12


def test_what_lacks_least_comes_first() -> None:
    lacking = signals_view(eight(), assess(eight())).lacking
    begun = signals_view(one_week(), assess(one_week())).lacking
    bars = [each.bar.have / each.bar.needed for each in begun if each.bar is not None]

    assert lacking == ()
    assert len(bars) > 2
    assert bars == sorted(bars, reverse=True)


def one_week() -> Diary:
    return diary(*(check_in(ago) for ago in range(7)))


def test_shown_after_it_was_put_off_is_what_is_said() -> None:
    lived = with_more(
        comes_back(),
        note(2, "R10", SignalAnswer.LATER),
        note(1, "R10", SignalAnswer.SHOWN_TO_DOCTOR),
    )

    assert view_of(lived).signals[0].note == "Shown to a doctor on 30 Jun."


def test_the_newer_of_two_notes_is_said() -> None:
    lived = with_more(
        comes_back(),
        note(5, "R10", SignalAnswer.SHOWN_TO_DOCTOR),
        note(2, "R10", SignalAnswer.LATER),
    )

    assert view_of(lived).signals[0].note == "Put off until 6 Jul."


@pytest.mark.parametrize("what", [SignalAnswer.SHOWN_TO_DOCTOR, SignalAnswer.LATER])
def test_an_urgent_signal_stays_open_whatever_was_noted(what: SignalAnswer) -> None:
    lived = diary(answer(0, Sign.BLADDER_CHANGE), note(0, "R01", what))

    signal = only(view_of(lived))
    assert (signal.level, signal.folded, signal.can_wait) == ("emergency", False, False)
    assert view_of(lived).open == "R01"
    assert signal.asks
    assert "pattern" not in signal.meaning


def test_what_is_on_screen_is_noted_as_seen_once_a_day() -> None:
    lived = diary(*not_settled().by_id.values(), *comes_back().by_id.values())

    assert view_of(lived).seen == ("R10", "R09")
    seen = with_more(lived, note(0, "R10", SignalAnswer.SEEN), note(1, "R09", SignalAnswer.SEEN))
    assert view_of(seen).seen == ("R09",)
    assert view_of(seen, "R05").seen == ("R05", "R09")


def test_an_urgent_signal_is_never_noted_as_seen() -> None:
    assert view_of(diary(answer(0, Sign.BLADDER_CHANGE))).seen == ()


def test_nothing_fired_says_that_this_tells_little() -> None:
    view = view_of(diary())

    assert view.signals == ()
    assert view.none.startswith("No rule matched. That does not mean that nothing is wrong")
    assert view.open == ""


def test_too_few_days_show_how_many_are_missing() -> None:
    (lacking,) = view_of(too_few()).lacking

    assert lacking.rule == "R05"
    assert lacking.missing == "What is missing: 23 more logged days since 12 May."
    assert lacking.bar is not None
    assert (lacking.bar.have, lacking.bar.needed) == (3 / 51, 26 / 51)
    assert (lacking.bar.begin, lacking.bar.end) == ("3 logged", "needed 26 of 51")


def test_a_bar_that_holds_fewer_days_than_were_counted_says_so() -> None:
    lived = diary(*(check_in(ago, 3) for ago in range(20)), check_in(55, 3))
    (rising,) = (each for each in signals_view(lived, assess(lived)).lacking if each.rule == "R13")

    assert rising.bar is not None
    assert rising.bar.begin == "13 used, 4 a week at most"
    assert "21 days counted" in rising.basis


def test_an_empty_journal_lacks_entries_without_a_bar() -> None:
    lacking = view_of(diary()).lacking

    assert [each.rule for each in lacking] == ["R06", "R05"]
    assert lacking[0].bar is None
    assert lacking[0].missing == "What is missing: a logged day in the last 8 days."


def test_a_missing_end_can_be_opened_by_its_day() -> None:
    (lacking,) = (each for each in view_of(ends_not_known()).lacking if each.rule == "R10")

    assert [each.day for each in lacking.days] == [day(60), day(40)]
    assert lacking.days[0].spoken == "Show 2 May 2026 in History"
    assert "an end time for the spasm of 2 May; an end time" in lacking.missing


def test_no_day_is_asked_for_that_is_older_than_the_journal() -> None:
    young = diary(check_in(1), episode(2, hours=1))
    lacking = signals_view(young, assess(young)).lacking

    assert {each.rule for each in lacking} >= {"R11", "R12"}
    assert all(link.day >= day(2) for each in lacking for link in each.days)


def test_what_did_not_match_says_what_it_rests_on() -> None:
    quiet = {each.title: each.days for each in view_of(comes_back()).quiet}

    assert "Emergency answer" not in quiet
    assert view_of(comes_back()).not_asked == (
        "Emergency answer",
        "Prompt answer",
        "Routine answer",
    )
    assert quiet["More than the packet limit"] == "1 of 2 days with an entry"
    assert quiet["Over twelve weeks"] == "3 of 21 days logged"


def test_days_of_answers_are_counted() -> None:
    lived = diary(*all_asked(3), *all_asked(0))

    assert {each.title: each.days for each in view_of(lived).quiet}[
        "Emergency answer"
    ] == "answered on 2 days"


def test_a_dose_without_an_amount_is_said_to_be_left_out() -> None:
    many = (use(0, clock=f"{hour:02d}:00", dose_mg=400) for hour in range(8, 12))
    lived = diary(*many, use(0, clock="12:00", dose_mg=None))

    signal = only(view_of(lived))
    (behind,) = next(each.lines for each in signal.facts if each.heading == "Days behind it")
    assert (signal.rule, signal.level) == ("R16", "prompt")
    assert behind == ("1 of 2 days with an entry. 1 entry left out: its amount is not known.")
    assert [cell.text for cell in signal.receipt.rows[0]] == ["ibuprofen", "1 Jul", "08:00", "400"]


def test_days_before_the_first_entry_are_said_to_be_unknown() -> None:
    (behind,) = next(
        each.lines
        for each in only(view_of(not_settled())).facts
        if each.heading == "Days behind it"
    )

    assert behind.endswith(
        "22 May: no entry on 30 of the 30 days up to this one, so the pain may go further back."
    )


def test_the_sources_are_named_in_full_with_their_years() -> None:
    signal = only(view_of(diary(answer(0, Sign.FEVER))))

    assert signal.sources.startswith("Sources: Finucane LM and others.")
    assert ", 2020; NHS, Back pain." in signal.sources
    numbers = next(e.lines for e in signal.facts if e.heading == "Where the numbers come from")
    assert numbers == ("Finucane 2020.", "NHS.")


def test_a_rule_without_a_table_shows_its_evidence_as_one() -> None:
    rule = Rule(
        id="X1",
        title="Of the test",
        looks_for="Anything.",
        levels=(Level.ROUTINE,),
        advice="",
        sources=(),
        thresholds=(),
        check=lambda _diary: verdict,
    )
    verdict = Verdict(
        outcome=Outcome.FIRE,
        level=Level.ROUTINE,
        first=day(9),
        last=TODAY,
        days_counted=2,
        days_missing=8,
        evidence=(Evidence(day(5), ("a",), "one"), Evidence(day(2), ("b",), "two")),
    )
    view = signals_view(diary(), Assessment(TODAY, (Finding(rule, verdict),)))

    assert only(view).title == "Of the test"
    assert [[cell.text for cell in row] for row in only(view).receipt.rows] == [
        ["29 Jun", "two"],
        ["26 Jun", "one"],
    ]


def test_questions_never_asked_are_said_to_be_so() -> None:
    asked = view_of(diary()).asked

    assert (asked.asked, asked.ever) == ("Not asked yet.", False)


def test_all_questions_answered_with_no_today_say_the_time() -> None:
    asked = view_of(diary(*all_asked(0))).asked

    assert (asked.asked, asked.standing) == ("Asked 09:00, no to all 11.", ())


def test_some_questions_answered_on_an_earlier_day_say_the_day_and_how_many() -> None:
    some = (answer(4, sign, SignAnswer.NO) for sign in EMERGENCY_SIGNS[:3])

    assert view_of(diary(*some)).asked.asked == "Asked 27 Jun, 3 of 11 answered."


def test_standing_answers_come_first_and_a_yes_before_a_not_sure() -> None:
    signs = EMERGENCY_SIGNS
    lived = diary(
        answer(2, signs[0], SignAnswer.UNSURE),
        answer(2, signs[1]),
        *(answer(2, sign, SignAnswer.NO) for sign in signs[2:]),
    )

    asked = view_of(lived).asked
    assert asked.standing[0].startswith("Yes, 29 Jun: ")
    assert asked.standing[1].startswith("Not sure, 29 Jun: ")
    assert asked.asked == "Asked 29 Jun, all 11 answered."


def test_an_answer_of_tomorrow_is_not_known_yet() -> None:
    ahead = answer(-1, EMERGENCY_SIGNS[0], SignAnswer.NO)

    assert view_of(diary(ahead)).asked.asked == "Not asked yet."


def test_a_date_of_another_year_says_so() -> None:
    old = answer(0, Sign.BLADDER_CHANGE)
    lived = diary(old, today=TODAY + timedelta(days=400))

    assert view_of(lived).asked.standing == (
        "Yes, 1 Jul 2026: hard to start peeing, not feeling it, or leaking",
    )
