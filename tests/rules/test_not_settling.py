"""R05 and R06: how far pain goes back, and on how many of the logged days it was there."""

from __future__ import annotations

from datetime import date

from spasmlog.domain.day_facts import Earlier
from spasmlog.domain.diary import Diary
from spasmlog.domain.scales import Nrs
from spasmlog.rules.days import ROWS
from tests.build import TODAY, check_in, day, diary, episode
from tests.rules.case import Case, parameters, said_by, verdict_of
from tests.rules.cases_pain import CASES, clear, pain


@parameters(CASES)
def test_pain_speaks_as_the_rules_say(each: Case) -> None:
    assert said_by(each.rule, each.diary) == each.said


def test_every_logged_day_of_the_spell_is_evidence_and_says_which_it_was() -> None:
    sore, free = pain((0, 27)), clear(range(1, 3))
    spasm = episode(5)
    more = pain(range(10, 26))

    verdict = verdict_of("R05", diary(*sore, *free, *more, spasm))

    assert (verdict.first, verdict.last) == (day(27), TODAY)
    assert (verdict.days_counted, verdict.days_missing) == (21, 7)
    said = {each.day: (each.records, each.fact) for each in verdict.evidence}
    assert said[day(0)] == ((sore[0].id,), "pain logged")
    assert said[day(1)] == ((free[0].id,), "no pain logged")
    assert said[day(5)] == ((spasm.id,), "pain logged")
    assert [each.day for each in verdict.evidence] == sorted(said, reverse=True)
    assert dict(verdict.measures) == {
        "spell_days": 28,
        "logged_days": 21,
        "pain_days": 19,
        "unlogged_days": 7,
        "unlogged_before": 30,
    }


def test_an_unlogged_stretch_that_ended_the_walk_back_is_said() -> None:
    cut_off = verdict_of("R05", diary(*pain(range(28)), *pain(range(60, 70)), *clear([40])))

    assert cut_off.evidence[-1].day == day(28)
    assert cut_off.evidence[-1].fact == (
        "no entry on 29 of the 30 days up to this one, so the pain may go further back"
    )


def test_a_spell_with_logged_days_before_it_says_nothing_of_a_gap() -> None:
    verdict = verdict_of("R05", diary(*pain(range(28)), *clear(range(28, 58))))

    assert {each.fact for each in verdict.evidence} == {"pain logged"}


def test_what_is_lacking_is_counted() -> None:
    thin = verdict_of("R05", diary(*pain((*range(11), 27))))
    one = verdict_of("R05", diary(*pain((*range(12), 27))))
    none = verdict_of("R05", diary())

    assert [each.words() for each in thin.lacking] == ["2 more logged days since 2026-06-04"]
    assert [each.words() for each in one.lacking] == ["1 more logged day since 2026-06-04"]
    assert [each.words() for each in none.lacking] == ["a logged day in the last 8 days"]
    assert (none.first, none.days_counted, none.days_missing) == (day(7), 0, 8)


def test_a_spell_of_another_length_shows_where_it_begins_and_ends() -> None:
    short = verdict_of("R06", diary(*pain(range(2, 12))))
    single = verdict_of("R06", diary(*pain([0])))

    assert [each.day for each in short.evidence] == [day(2), day(11)]
    assert [each.day for each in single.evidence] == [day(0)]
    assert dict(short.measures)["spell_days"] == 12


def test_the_message_names_the_weeks() -> None:
    verdict = verdict_of("R05", diary(*pain(range(41))))

    assert verdict.title == "Pain over about 5 weeks"
    assert "you recorded over about 5 weeks." in verdict.message
    assert verdict.switches_off == (
        "8 days without a pain day, or pain on fewer than half of the days you log."
    )


def test_the_receipt_counts_each_block_of_the_spell_once() -> None:
    four_weeks = verdict_of("R05", diary(*pain(range(20)), *clear([25]), *pain([29]))).receipt
    years = verdict_of("R06", diary(*pain(range(0, 2000, 2)), *clear([1]))).receipt

    assert four_weeks is not None
    assert four_weeks.rows == (
        (day(6), day(0), 7, 0, 0),
        (day(13), day(7), 7, 0, 0),
        (day(20), day(14), 6, 0, 1),
        (day(27), day(21), 0, 1, 6),
        (day(29), day(28), 1, 0, 1),
    )
    assert years is not None
    assert len(years.rows) == ROWS
    assert years.rows[-1] == (day(1998), day(12 * 28), 832, 0, 831)
    assert sum(int(str(row[2])) for row in years.rows) == 1000


def test_a_very_long_spell_lists_a_year_and_counts_the_rest_with_all_its_records() -> None:
    sore = pain(range(0, 500, 2))
    free = clear((401, 11))

    verdict = verdict_of("R06", diary(*sore, *free, *clear(range(499, 529))))

    *listed, older = verdict.evidence
    assert {each.day for each in listed} == {*map(day, range(0, 365, 2)), day(11)}
    assert older.day == day(498)
    assert older.fact == (
        "pain on 67 of 68 logged days, more than a year back, beginning with this one"
    )
    used = {record for each in verdict.evidence for record in each.records}
    assert used == {each.id for each in (*sore, *free)}


def test_days_that_stand_on_a_compact_row_count_and_have_no_records_yet() -> None:
    rows = [Earlier(day=day(ago), explicit=Nrs(4 * (ago % 2))) for ago in range(20, 100)]
    known = Diary.of(TODAY, pain(range(20)), earlier=rows, full_from=day(19))

    verdict = verdict_of("R06", known)

    assert verdict.fired
    assert verdict.days_counted == 100
    assert [each.records for each in verdict.evidence if day(99) <= each.day < day(19)] == [()] * 80


def test_entries_after_the_day_looked_at_are_left_out_and_said_to_be() -> None:
    tomorrow = check_in(-1)
    known = Diary.of(date(2026, 7, 1), [tomorrow, *pain(range(28))])

    left = verdict_of("R05", known).left_out

    assert [(each.record, each.reason) for each in left] == [(tomorrow.id, "after_evaluation_date")]
