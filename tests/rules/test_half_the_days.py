"""R07: half the days of six months."""

from __future__ import annotations

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs
from spasmlog.rules import Level, Progress, Verdict
from tests.build import TODAY, check_in, day, diary, drink, episode, profile, reading
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_pain import clear, pain
from tests.rules.cases_shares import HALF


@parameters(HALF)
def test_half_the_days_speak_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def certain() -> Verdict:
    return verdict_of("R07", diary(*clear(range(30)), *pain(range(40, 140))))


def probable() -> Verdict:
    return verdict_of("R07", diary(*clear(range(60)), *pain(range(60, 130))))


def test_the_words_name_the_days_with_pain_and_those_logged() -> None:
    verdict = certain()

    assert verdict.level is Level.ROUTINE
    assert verdict.title == "Pain on 100 of 130 logged days in six months"
    assert verdict.message == (
        "You logged pain on 100 of the 130 days you recorded in the last six months. Clinicians "
        "use a similar measure for long-lasting back pain, so consider discussing it."
    )
    assert verdict.summary == "Pain on 100 of 130 logged days since {first}."
    assert verdict.switches_off == (
        "Pain on fewer than half of the last 182 days, or too few logged days to tell."
    )
    assert (verdict.first, verdict.last) == (day(181), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (130, 52)
    assert verdict.measures == (
        ("pain_days", 100),
        ("pain_free_days", 30),
        ("unlogged_days", 52),
        ("share_step", 1),
    )
    assert (verdict.lacking, verdict.progress) == ((), None)


def test_where_the_unknown_days_could_matter_it_says_so() -> None:
    verdict = probable()

    assert verdict.title == "Pain on 70 of 130 logged days in six months"
    assert verdict.message.endswith(
        "consider discussing it. This is so on the days you logged; the other days are not known."
    )
    assert dict(verdict.measures)["share_step"] == 3


def test_it_cannot_fall_silent_before_enough_of_its_days_have_gone() -> None:
    recent = verdict_of("R07", diary(*pain(range(100))))
    old = verdict_of("R07", diary(*clear(range(91)), *pain(range(91, 182))))

    assert recent.not_before == day(-92)
    assert old.not_before == day(-1)
    assert probable().not_before == day(-11)
    assert verdict_of("R07", diary(*pain(range(91)))).not_before is None


def test_each_logged_day_is_evidence_and_so_is_the_first_pain_day() -> None:
    sore, spasm, free, first = pain(range(2, 95)), episode(1), clear([0]), reading(300, pain=2)

    verdict = verdict_of("R07", diary(*sore, spasm, *free, first, drink(180), drink(181)))

    said = [(each.day, each.records, each.fact) for each in verdict.evidence]
    assert said[0] == (day(0), (free[0].id,), "no pain logged")
    assert said[1] == (day(1), (spasm.id,), "pain logged")
    assert said[2] == (day(2), (sore[0].id,), "pain logged")
    assert said[-2] == (day(94), (sore[-1].id,), "pain logged")
    assert said[-1] == (day(300), (first.id,), "the first day with pain in the journal")
    assert len(said) == 96


def test_the_edges_of_the_window_are_evidence() -> None:
    edge, over = clear([181]), clear([182])

    verdict = verdict_of("R07", diary(*edge, *over, profile(problem_since=day(400))))

    assert [(each.day, each.records) for each in verdict.evidence] == [
        (day(181), (edge[0].id,)),
        (day(400), ()),
    ]


def test_the_beginning_is_the_earlier_of_what_is_logged_and_what_is_said() -> None:
    said = verdict_of("R07", diary(*pain(range(91)), profile(problem_since=day(120))))
    logged = verdict_of("R07", diary(*pain(range(120)), profile(problem_since=day(91))))
    ahead = verdict_of("R07", diary(*pain(range(120)), profile(problem_since=day(-3))))

    assert (said.evidence[-1].day, said.evidence[-1].records) == (day(120), ())
    assert said.evidence[-1].fact == "when the problem began, as you said"
    assert logged.evidence[-1].day == ahead.evidence[-1].day == day(119)
    assert logged.evidence[-1].fact == "the first day with pain in the journal"


def test_pain_that_began_too_late_shows_its_beginning_and_counts_the_days() -> None:
    verdict = verdict_of("R07", diary(*pain(range(91))))

    assert [(each.day, each.fact) for each in verdict.evidence] == [
        (day(90), "the first day with pain in the journal")
    ]
    assert verdict.measures == (("pain_days", 91), ("pain_free_days", 0), ("unlogged_days", 91))
    assert (verdict.days_counted, verdict.days_missing) == (91, 91)
    assert (verdict.progress, verdict.receipt, verdict.summary) == (None, None, "")
    assert verdict_of("R07", diary()).evidence == ()


def test_what_is_lacking_is_counted() -> None:
    some = verdict_of("R07", diary(*clear(range(56)), *pain(range(56, 118))))
    one = verdict_of("R07", diary(*clear(range(63)), *pain(range(63, 127))))

    assert [each.words() for each in some.lacking] == ["10 more logged days since 2026-01-01"]
    assert [each.words() for each in one.lacking] == ["1 more logged day since 2026-01-01"]
    assert some.progress == Progress(have=118, needed=128, total=182)
    assert dict(some.measures)["share_step"] == 4
    assert len(some.evidence) == 119


def test_the_receipt_counts_four_weeks_a_row() -> None:
    verdict = verdict_of("R07", diary(*pain(range(5, 115)), *clear((0, 1, 180))))

    assert verdict.receipt is not None
    assert verdict.receipt.headings == (
        "From",
        "To",
        "Days with pain",
        "Days without",
        "No entry",
    )
    rows = verdict.receipt.rows
    assert rows[0] == (day(27), day(0), 23, 2, 3)
    assert rows[1] == (day(55), day(28), 28, 0, 0)
    assert rows[-1] == (day(181), day(168), 0, 1, 13)
    assert len(rows) == 7
    assert sum(int(str(row[2])) for row in rows) == 110


def test_days_that_stand_on_a_compact_row_count_and_have_no_records_yet() -> None:
    rows = [Earlier(day=day(ago), explicit=Nrs(2 * (ago % 2))) for ago in range(20, 182)]
    known = Diary.of(TODAY, pain(range(20)), earlier=rows, full_from=day(19))

    verdict = verdict_of("R07", known)

    assert verdict.title == "Pain on 101 of 182 logged days in six months"
    assert {each.records for each in verdict.evidence if each.day < day(19)} == {()}


def test_entries_after_the_day_looked_at_are_left_out() -> None:
    later = (check_in(-1), reading(-2), episode(-3))

    left = verdict_of("R07", diary(*pain(range(100)), *later, drink(-1))).left_out

    assert {each.record for each in left} == {each.id for each in later}
    assert {each.reason for each in left} == {"after_evaluation_date"}
