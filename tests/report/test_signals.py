"""The box of signals: what fired with its dates, and the safety answers first and plainly."""

from __future__ import annotations

from spasmlog.analysis.period import last_days
from spasmlog.domain.records import Record
from spasmlog.domain.scales import EMERGENCY_SIGNS, Sign, SignAnswer, TreatmentKind
from spasmlog.report import Options, Preset, as_text
from spasmlog.report.blocks import SignalNote, Signals
from spasmlog.report.content import content
from spasmlog.report.receipts import receipts
from spasmlog.report.sections import Section
from spasmlog.rules import (
    RULES,
    Assessment,
    Evidence,
    Finding,
    Level,
    Outcome,
    Verdict,
    assess,
)
from tests.build import TODAY, answer, check_in, day, diary, episode, treatment, use
from tests.report.making import page
from tests.views.lives import eight

NO_COMFORT = "A rule without a match does not mean that nothing is wrong."


ALONE = Preset.WHY.sections
"""One page, on which no later one says what the rules look for."""


def box(*records: Record) -> Signals:
    return page(*records).signals


def note(rule: str, *records: Record) -> SignalNote:
    return next(each for each in box(*records).notes if each.rule == rule)


def treated(*days_ago: int) -> list[Record]:
    spasms = [episode(n, hours=2) for n in days_ago]
    return [*spasms, *(use(n, spasm=each) for n, each in zip(days_ago, spasms, strict=True))]


def every_day(days: int) -> list[Record]:
    return [check_in(n, worst=3) for n in range(days)]


def test_a_spell_says_its_days_its_rule_and_its_source() -> None:
    found = note("R05", *every_day(40))

    assert found.title == "Pain over about 5 weeks"
    assert found.data == ("Pain on 40 of 40 logged days since 23 May 2026.",)
    assert found.basis == "R05. Qaseem 2017; the rest our choice."
    assert (found.level, found.since) == ("", "")


def test_on_a_page_alone_the_rule_is_told_in_a_sentence() -> None:
    (found,) = page(*every_day(40), sections=ALONE).signals.notes

    assert found.basis.startswith("R05: Pain in the last 7 days that goes back 4 to 12 weeks")
    assert found.basis.endswith("Qaseem 2017; the rest our choice.")


def test_a_signal_says_since_when_it_fires_where_that_is_known() -> None:
    known = diary(*every_day(40))
    since = {"R05": "since 20 Jun 2026"}
    days = last_days(TODAY)
    made = content(known, days, Options(), assess(known), since=since)

    assert {each.rule: each.since for each in made.signals.notes}["R05"] == "since 20 Jun 2026"


def test_what_could_not_be_told_beside_a_signal_stands_with_the_method() -> None:
    known = diary(*every_day(40))
    days = last_days(TODAY)
    whole = content(known, days, Options(), assess(known))
    alone = content(known, days, Options(sections=ALONE), assess(known))

    assert whole.signals.lacking == ""
    assert whole.made_how is not None
    assert alone.made_how is None
    assert alone.signals.title == "Not enough entries"
    assert alone.signals.lacking in whole.made_how.others


def test_returns_are_given_from_letting_go_to_the_next() -> None:
    found = note("R10", *treated(60, 52, 45))

    assert found.data == ("Treated spasm ended, next spasm: 2 to 10 May, 10 to 17 May.",)
    assert "2 of 90 days logged" not in found.basis
    assert "3 of 90 days logged." in found.basis


def test_many_returns_give_the_latest() -> None:
    (data,) = note("R10", *treated(80, 72, 64, 56, 48, 40, 32)).data

    assert data.startswith("Treated spasm ended, next spasm, the latest 5: ")
    assert data.count(" to ") == 5


def test_a_signal_within_another_is_not_told_twice() -> None:
    found = box(*treated(28, 20, 12, 5))

    assert [each.rule for each in found.notes if each.rule in ("R09", "R10")] == ["R10"]
    assert (
        "Lower back: back after treatment, 3 times in 30 days (R09)."
        in note("R10", *treated(28, 20, 12, 5)).data
    )


def test_alone_it_is_told() -> None:
    assert note("R09", *treated(28, 20)).data == ("Treated spasm ended, next spasm: 3 to 11 Jun.",)


def test_with_personal_patterns_off_the_page_says_so_and_tells_no_return() -> None:
    records = treated(28, 20, 12, 5)
    off = page(*records, personal=False)

    assert off.signals.off.startswith("Personal patterns are switched off in this journal")
    assert off.signals.notes == ()
    assert "Returned" not in as_text(off)
    assert "Days until return" not in as_text(off)
    assert page(*records).signals.off == ""
    assert "Returned" in as_text(page(*records))


def test_many_signals_leave_those_with_nothing_to_arrange_to_one_line() -> None:
    lived = eight()
    days, found = last_days(lived.today), assess(lived)
    pages = (
        content(lived, days, options, found)
        for options in (Options(), Options(sections=frozenset(Section)))
    )

    brief, whole = (
        each for page in pages for each in page.signals.notes if each.title == "For information"
    )
    assert brief.data[0] == "Painkillers on 17 of the last 30 days."
    assert brief.data[1].startswith("Drinks: ")
    assert brief.basis == ""
    assert whole.basis == "The entries behind them stand on a later page."


def test_every_rule_that_fired_has_its_receipt_the_long_ones_shortened() -> None:
    clocks = [f"{hour:02d}:{minute}0" for hour in range(14) for minute in (1, 2)]
    doses = [use(0, clock, dose_mg=100.0) for clock in clocks]
    lived = diary(*eight().by_id.values(), *doses)
    everything = Options(sections=Preset.EVERYTHING.sections)
    whole = content(lived, last_days(lived.today), everything, assess(lived))

    assert whole.details.receipts is not None
    found = whole.details.receipts.signals
    assert len(found) == len(assess(lived).shown)
    assert all(len(each.rows) <= 12 and each.rows for each in found)
    (shortened,) = (each.more for each in found if each.more)
    assert shortened.startswith("and ")
    assert shortened.endswith(" more")
    assert all(any("Days behind it" in fact for fact in each.facts) for each in found)
    assert whole.details.receipts.note.startswith("This is not a diagnosis. ")
    assert page(check_in(1, worst=0), sections=tuple(Section)).details.receipts is None


def test_a_rule_without_a_table_prints_its_evidence() -> None:
    rule = next(each for each in RULES if each.id == "R03")
    evidence = (Evidence(day(5), ("a",), "one"), Evidence(day(2), ("b",), "two"))
    verdict = Verdict(
        outcome=Outcome.FIRE,
        level=Level.ROUTINE,
        first=day(9),
        last=TODAY,
        days_counted=2,
        days_missing=8,
        evidence=(*evidence, Evidence(day(1), (), "nothing logged")),
    )
    made = receipts(Assessment(TODAY, (Finding(rule, verdict),)))

    assert made is not None
    (found,) = made.signals
    assert found.title == "Routine answer"
    assert found.rows == (("29 Jun", "two"), ("26 Jun", "one"))


def test_doses_over_the_packet_limit_are_listed_with_their_level() -> None:
    pills = treatment("Paracetamol", kind=TreatmentKind.PARACETAMOL)
    doses = [use(0, f"{hour:02d}:00", of=pills, dose_mg=1000.0) for hour in range(8, 15)]
    found = note("R16", pills, *doses)

    assert found.level == "Get medical help now"
    assert found.data[0].startswith("1 Jul: paracetamol at 08:00, 1,000 mg; ")
    assert found.data[0].endswith(" and 2 more.")


def test_a_rule_with_many_days_gives_them_as_a_span() -> None:
    from datetime import timedelta

    from spasmlog.report.signals import _days_and_facts
    from spasmlog.rules import Evidence, Level, Outcome, Verdict
    from tests.build import TODAY

    days = [TODAY - timedelta(days=n) for n in range(9)]
    verdict = Verdict(
        outcome=Outcome.FIRE,
        level=Level.INFO,
        first=days[-1],
        last=TODAY,
        days_counted=9,
        days_missing=0,
        evidence=tuple(Evidence(day, (), "x") for day in days),
    )

    assert _days_and_facts(verdict, TODAY) == ("9 days, 23 Jun to 1 Jul 2026.",)


def test_nothing_fired_is_no_all_clear() -> None:
    found = box(check_in(1, worst=0))

    assert found.notes == ()
    assert found.none == "No pattern matched. That does not mean that nothing is wrong."


def test_beside_a_signal_no_match_still_comforts_nobody() -> None:
    found = page(*every_day(40), sections=tuple(Section))

    assert found.signals.notes
    assert found.details.receipts is not None
    assert found.details.receipts.note.endswith(NO_COMFORT)
    assert found.made_how is not None
    assert any("no match, which does not mean that nothing is" in r for r in found.made_how.others)


def test_with_personal_patterns_off_only_the_rules_that_are_on_did_not_match() -> None:
    found = page(check_in(1, worst=0), personal=False).signals

    assert found.none.startswith("No rule that is switched on matched. That does not mean")
    assert found.off.startswith("Personal patterns are switched off")


def test_what_could_not_be_told_is_named() -> None:
    assert (
        box().lacking
        == "Not enough entries to tell: Over twelve weeks; Four weeks and not settled."
    )
    assert box(check_in(1)).lacking == ""


def test_what_could_not_be_told_is_told_once() -> None:
    found = page()

    assert found.signals.lacking.startswith("Not enough entries to tell")
    assert found.made_how is not None
    assert not any("Not enough" in each for each in found.made_how.others)


def test_safety_questions_that_were_not_asked_say_so() -> None:
    said = box().safety.said

    assert said == ("Emergency signs: not asked yet. Other signs: not asked yet.")


def test_questions_asked_before_the_period_say_when() -> None:
    said = box(answer(200, Sign.BOTH_LEGS, SignAnswer.NO)).safety.said

    assert "Emergency signs: not asked in this period, last on 13 Dec 2025." in said


def test_none_reported_is_said_with_how_many_were_asked_and_when() -> None:
    asked = [answer(3, sign, SignAnswer.NO) for sign in EMERGENCY_SIGNS]
    asked.append(answer(9, Sign.FEVER, SignAnswer.NO))

    assert box(*asked).safety.said == (
        "11 of 11 emergency signs asked, last on 28 Jun: none reported. "
        "1 of 14 other signs asked, last on 22 Jun: none reported."
    )


def test_a_standing_yes_is_stated_first_and_plainly() -> None:
    found = box(
        answer(3, Sign.SADDLE_NUMBNESS),
        answer(2, Sign.BOTH_LEGS, SignAnswer.NO),
        answer(40, Sign.FEVER),
        answer(5, Sign.BLADDER_CHANGE, SignAnswer.UNSURE),
    )

    assert found.safety.yes == (
        "Changed feeling around the genitals, back passage or inner thighs: yes, 28 Jun 2026. "
        "An emergency sign.",
        "A temperature, chills or night sweats with the pain: yes, 22 May 2026.",
    )
    assert found.safety.unsure == (
        "Hard to start peeing, not feeling it, or leaking: not sure, 26 Jun 2026.",
    )
    assert found.none == ""
    assert "none reported" not in found.safety.said


def test_a_yes_from_before_the_period_still_stands() -> None:
    found = box(answer(300, Sign.FEVER), answer(3, Sign.UNEXPLAINED_WEIGHT_LOSS, SignAnswer.NO))

    assert found.safety.yes == (
        "A temperature, chills or night sweats with the pain: yes, 4 Sept 2025.",
    )
    assert "1 of 14 other signs asked, last on 28 Jun." in found.safety.said
    assert "none reported" not in found.safety.said


def test_a_yes_that_was_taken_back_is_not_hidden() -> None:
    found = box(answer(9, Sign.FEVER), answer(5, Sign.FEVER, SignAnswer.CLEARED))

    assert found.safety.yes == ()
    assert found.safety.said.endswith(
        "Answered yes or not sure, and later no or seen: "
        "a temperature, chills or night sweats with the pain (22 Jun)."
    )
    assert "none reported" not in found.safety.said


def test_the_safety_rules_are_not_told_again_as_signals() -> None:
    assert box(answer(1, Sign.SADDLE_NUMBNESS), answer(1, Sign.FEVER)).notes == ()


def test_a_rule_whose_numbers_are_all_published_names_its_source_alone() -> None:
    from dataclasses import replace

    from spasmlog.report.signals import _sources
    from spasmlog.rules import RULES, Standing

    rule = next(each for each in RULES if each.id == "R05")
    published = tuple(each for each in rule.thresholds if each.standing is not Standing.OURS)

    assert _sources(replace(rule, thresholds=published)) == "Qaseem 2017."
    assert _sources(replace(rule, thresholds=(), sources=())) == ""
